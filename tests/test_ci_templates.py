"""What docs/ci.md promises: the action and the template are valid, and their steps do what they say."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import yaml

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
TEMPLATE = ROOT / "templates" / "copydesk.gitlab-ci.yml"
GUIDE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
SAMPLES = dict(re.findall(r"```yaml\n# (\S+)\n(.*?)```", GUIDE, re.DOTALL))
STEPS = {step["id"]: step for step in ACTION["runs"]["steps"] if "id" in step}


def validate(schema: str, path: Path) -> None:
    """Check a file against a schema that check-jsonschema brings."""
    pytest.importorskip("check_jsonschema")
    line = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", str(path)]
    done = subprocess.run(line, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_action_is_one_by_the_published_schema() -> None:
    validate("github-actions", ROOT / "action.yml")


def test_the_template_is_one_by_the_published_schema() -> None:
    validate("gitlab-ci", TEMPLATE)


@pytest.mark.parametrize("name", SAMPLES)
def test_the_samples_of_the_guide_are_valid(tmp_path: Path, name: str) -> None:
    path = tmp_path / "sample.yml"
    path.write_text(SAMPLES[name], encoding="utf-8")
    validate("gitlab-ci" if "gitlab" in name else "github-workflows", path)


def test_the_first_sample_asks_for_reading_only_and_for_inputs_that_there_are() -> None:
    workflow = yaml.safe_load(SAMPLES[".github/workflows/copydesk.yml"])
    assert workflow["permissions"] == {"contents": "read"}
    assert "pull_request_target" not in SAMPLES[".github/workflows/copydesk.yml"]
    for name, sample in SAMPLES.items():
        if name.startswith(".github"):
            *_, step = yaml.safe_load(sample)["jobs"]["copydesk"]["steps"]
            assert set(step["with"]) <= set(ACTION["inputs"])
    assert re.findall(r"^\| `(.+?)` \|", GUIDE, re.MULTILINE) == list(ACTION["inputs"])


def test_no_input_becomes_part_of_a_script() -> None:
    scripts = [step["run"] for step in STEPS.values() if "run" in step]
    assert len(scripts) == 5
    assert not any("${{" in script for script in scripts)


def test_code_scanning_is_left_out_for_forks() -> None:
    (upload,) = (step for step in ACTION["runs"]["steps"] if "upload-sarif" in step.get("uses", ""))
    assert "github.event.pull_request.head.repo.full_name == github.repository" in upload["if"]


@pytest.fixture
def step(tmp_path: Path) -> Any:
    """Run a shell step of the action in a checkout, as a runner does: `step("check", PATHS="a.md")`."""
    bash = shutil.which("bash")
    if bash is None or os.name == "nt":
        pytest.skip("needs a bash")
    checkout = tmp_path / "checkout"
    checkout.mkdir()
    temp = tmp_path / "temp"
    temp.mkdir()
    program = tmp_path / "copydesk"
    path = os.pathsep.join([str(ROOT / "lint"), str(ROOT / "rules")])
    program.write_text(f"#!/bin/sh\nPYTHONPATH='{path}' exec '{sys.executable}' -P -m copydesk \"$@\"\n")
    program.chmod(0o755)

    def run(name: str, **variables: str) -> SimpleNamespace:
        given = STEPS[name]
        output, summary = tmp_path / f"{name}-output", tmp_path / "summary"
        output.write_text("")
        inputs = dict.fromkeys(given["env"], "")
        environment = {
            **{key: value for key, value in os.environ.items() if not key.startswith(("GIT", "PYTHON"))},
            **inputs,
            "COPYDESK": str(program),
            "GITHUB_ACTIONS": "true",
            "GITHUB_OUTPUT": str(output),
            "GITHUB_STEP_SUMMARY": str(summary),
            "GITHUB_WORKSPACE": str(checkout),
            "RUNNER_TEMP": str(temp),
            **variables,
        }
        done = subprocess.run(
            [bash, "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", given["run"]],
            cwd=checkout,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        outputs = dict(line.split("=", 1) for line in output.read_text().splitlines())
        summed = summary.read_text(encoding="utf-8") if summary.exists() else ""
        return SimpleNamespace(
            code=done.returncode, out=done.stdout, err=done.stderr, outputs=outputs, summary=summed
        )

    run.checkout = checkout  # type: ignore[attr-defined]
    return run


DRAFT = "The council met on on Tuesday.\n"


class TestTheStepThatChecks:
    def test_findings_become_annotations_reports_and_an_output(self, step):
        (step.checkout / "a b.md").write_text(DRAFT)
        done = step("check", PATHS=".")
        assert done.code == 0, done.err
        assert done.out.startswith("::error ")
        assert "file=a b.md,line=1" in done.out
        assert "repeated-word" in done.summary
        assert done.outputs["exit-code"] == "1"
        assert "<html" in Path(done.outputs["report"]).read_text(encoding="utf-8")
        assert json.loads(Path(done.outputs["sarif"]).read_text(encoding="utf-8"))["version"] == "2.1.0"
        assert sorted(path.name for path in step.checkout.iterdir()) == ["a b.md"]

    def test_no_info_takes_the_place_of_a_warning(self, step):
        (step.checkout / "a.md").write_text("Critics say the controversial plan will fail. " + DRAFT)
        done = step("check", PATHS=".")
        assert "::error " in done.out
        assert "::notice " not in done.out
        run = json.loads(Path(done.outputs["sarif"]).read_text(encoding="utf-8"))["runs"][0]
        assert {one["level"] for one in run["results"]} == {"error"}
        assert "::notice " in step("check", PATHS=".", OPTIONS="--show=info").out

    def test_a_clean_draft(self, step):
        (step.checkout / "a.md").write_text("The council met on Tuesday.\n")
        assert step("check", PATHS="a.md").outputs["exit-code"] == "0"

    def test_every_input_reaches_the_command_line_as_it_is(self, step):
        (step.checkout / "a.md").write_text(DRAFT)
        (step.checkout / "b $(touch evil).md").write_text(DRAFT)
        paths = "a.md\nb $(touch evil).md\n"
        done = step("check", PATHS=paths, FAIL_ON="never", OPTIONS="--select\nplaceholder\n\n--isolated")
        assert done.outputs["exit-code"] == "0", done.err
        assert done.out.count("::error") == 0
        assert step("check", PATHS="--fix").outputs["exit-code"] == "2"
        assert step("check", PATHS="a.md", BASELINE="gone.baseline").outputs["exit-code"] == "2"
        assert step("check", PATHS="a.md", SINCE="gone").outputs["exit-code"] == "2"
        assert step("check", PATHS="a.md", CONFIG="gone.toml").outputs["exit-code"] == "2"
        assert not (step.checkout / "evil").exists()

    def test_nothing_of_the_checkout_runs(self, step, strangers):
        marks = strangers(step.checkout)
        for name in ("a.md", "b.md", "--config=x.md"):
            (step.checkout / name).write_text(DRAFT)
        done = step("check", PATHS="*.md", OPTIONS="--jobs=2\n--no-cache")
        assert done.outputs["exit-code"] == "1", done.err
        assert done.out.count("::error") == 3
        assert marks() == []

    def test_what_could_not_be_checked_is_said_and_no_report_of_it_is_made_up(self, step):
        done = step("check", PATHS="gone.md", CONFIG="gone.toml")
        assert done.outputs == {"exit-code": "2"}
        assert "gone.toml: there is no such file" in done.err


@pytest.mark.parametrize("status", ["0", "1", "2"])
def test_the_verdict_is_the_exit_code(step, status):
    assert step("verdict", STATUS=status).code == int(status)


@pytest.mark.install
def test_the_install_step_takes_nothing_from_the_checkout(step, strangers):
    marks = strangers(step.checkout)
    for name in ("pip", "venv"):
        (step.checkout / f"{name}.py").write_text("raise SystemExit('imported from the checkout')\n")
    done = step("install", PYTHON=sys.executable, SOURCE=str(ROOT))
    assert done.code == 0, done.out + done.err
    for name in "ab":
        (step.checkout / f"{name}.md").write_text(DRAFT)
    program = done.outputs["copydesk"]
    assert step("check", COPYDESK=program, PATHS=".", OPTIONS="--jobs=2").outputs["exit-code"] == "1"
    assert marks() == []


@pytest.mark.parametrize("pattern", [".", "*.md"])
def test_the_script_of_the_template_makes_what_it_promises(tmp_path: Path, pattern: str) -> None:
    job = yaml.safe_load(TEMPLATE.read_text(encoding="utf-8"))["copydesk"]
    _, arguments = job["script"][-1].split("/bin/copydesk ", 1)
    line = f"'{sys.executable}' -P -m copydesk {arguments}"
    drafts = ["a.md", "--config=x.md"]
    for name in drafts:
        (tmp_path / name).write_text(DRAFT)
    path = os.pathsep.join([str(ROOT / "lint"), str(ROOT / "rules")])
    variables = {**job["variables"], "COPYDESK_PATHS": pattern, "COPYDESK_OPTIONS": "--jobs=2 --no-cache"}
    environment = {**os.environ, **variables, "PYTHONPATH": path, "CI_PROJECT_DIR": str(tmp_path)}
    bash = shutil.which("bash")
    if bash is None or os.name == "nt":
        pytest.skip("needs a bash")
    done = subprocess.run(
        [bash, "-c", line], cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 1, done.stderr
    made = ["copydesk.html", *job["artifacts"]["reports"].values()]
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([*drafts, *made])
    found = json.loads((tmp_path / "gl-code-quality-report.json").read_text())
    assert sorted(one["location"]["path"] for one in found) == sorted(drafts)


def test_the_template_attaches_what_changed_where_a_revision_is_named(tmp_path: Path) -> None:
    bash = shutil.which("bash")
    if bash is None or os.name == "nt":
        pytest.skip("needs a bash")
    job = yaml.safe_load(TEMPLATE.read_text(encoding="utf-8"))["copydesk"]
    line = re.sub(r"\S+/bin/copydesk", f"'{sys.executable}' -P -m copydesk", job["script"][0])
    two_versions(tmp_path)
    path = os.pathsep.join([str(ROOT / "lint"), str(ROOT / "rules")])
    for since, made in (("", []), ("HEAD", ["copydesk-changes.html", "copydesk-changes.md"])):
        variables = {**job["variables"], "COPYDESK_SINCE": since, "PYTHONPATH": path}
        done = subprocess.run(
            [bash, "-c", line],
            cwd=tmp_path,
            env={**os.environ, **variables},
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        assert sorted(file.name for file in tmp_path.glob("copydesk-*")) == made
        assert set(made) <= set(job["artifacts"]["paths"])


def two_versions(folder: Path) -> None:
    """Make a repository with a published story of which a quotation was altered since."""
    text = "---\ndate: 2021-05-04\n---\n\n“We {} pay for the old pier,” Ada Brandt said.\n"
    (folder / "pier.md").write_text(text.format("do not"), encoding="utf-8")
    person = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    for words in (["init", "--quiet"], ["add", "--all"], ["commit", "--quiet", "--message", "a story"]):
        subprocess.run(["git", *person, *words], cwd=folder, check=True)
    (folder / "pier.md").write_text(text.format("will not"), encoding="utf-8")


class TestTheStepThatComparesVersions:
    def test_the_report_is_on_the_page_of_the_run_and_in_two_files(self, step):
        two_versions(step.checkout)
        done = step("changes", PATHS=".", SINCE="HEAD")
        assert done.code == 0, done.err
        assert "quote-altered" in done.summary
        assert done.outputs["exit-code"] == "0"
        assert Path(done.outputs["changes"]).read_text(encoding="utf-8").startswith("## copydesk: ")
        assert "<html" in Path(done.outputs["page"]).read_text(encoding="utf-8")

    def test_what_cannot_be_compared_fails_the_job_at_its_end(self, step):
        two_versions(step.checkout)
        done = step("changes", PATHS=".", SINCE="gone")
        assert (done.code, done.outputs) == (0, {"exit-code": "2"})
        assert step("verdict", STATUS="0", CHANGES="2").code == 2

    @pytest.mark.parametrize(("known", "asked"), [("", "POST comments"), ("41", "PATCH comment/41")])
    def test_one_comment_is_written_anew(self, step, tmp_path, monkeypatch, known, asked):
        report = tmp_path / "changes.md"
        report.write_text("## copydesk: 1 changed draft\n", encoding="utf-8")
        gh = tmp_path / "bin" / "gh"
        gh.parent.mkdir()
        gh.write_text(
            '#!/bin/sh\ncase "$*" in *--paginate*) echo "$KNOWN" ;; '
            '*) echo "$4 $5" > "$ASKED"; cat "${7#body=@}" >> "$ASKED" ;; esac\n'
        )
        gh.chmod(0o755)
        monkeypatch.setenv("PATH", f"{gh.parent}{os.pathsep}{os.environ['PATH']}")
        done = step(
            "comment",
            CHANGES=str(report),
            COMMENTS="comments",
            COMMENT="comment",
            KNOWN=known,
            ASKED=str(tmp_path / "asked"),
        )
        assert done.code == 0, done.err
        assert (tmp_path / "asked").read_text().splitlines() == [
            asked,
            "<!-- copydesk changes -->",
            "## copydesk: 1 changed draft",
        ]

    def test_a_fork_gets_no_comment(self):
        (comment,) = (one for one in ACTION["runs"]["steps"] if one.get("id") == "comment")
        assert "github.event.pull_request.head.repo.full_name == github.repository" in comment["if"]


def test_actions_are_pinned_by_digest() -> None:
    used = re.findall(r"uses: (\S+)@(\S+)", (ROOT / "action.yml").read_text(encoding="utf-8") + GUIDE)
    others = [revision for name, revision in used if not name.startswith("example/")]
    assert others
    assert [revision for revision in others if not re.fullmatch(r"[0-9a-f]{40}", revision)] == []


def test_the_template_installs_no_name_that_anybody_could_take() -> None:
    job = yaml.safe_load(TEMPLATE.read_text(encoding="utf-8"))["copydesk"]
    assert job["variables"]["COPYDESK_PACKAGE"] == ""
    line = ["sh", "-c", job["before_script"][0]]
    environment = {"PATH": os.environ["PATH"], "COPYDESK_PACKAGE": ""}
    done = subprocess.run(line, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 2
    assert done.stdout.startswith("copydesk: set COPYDESK_PACKAGE to where you have copydesk from")
    environment["COPYDESK_PACKAGE"] = "./copydesk.whl"
    assert subprocess.run(line, env=environment, check=False).returncode == 0
