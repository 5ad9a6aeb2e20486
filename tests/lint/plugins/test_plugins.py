"""A plugin of another house, the Gazette's: found, loaded, used, and named where it is broken."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from copydesk.plugins.registry import load_registry

pytestmark = pytest.mark.slow

GAZETTE = Path(__file__).parents[2] / "plugins" / "gazette"
STORY = (
    "Harbor opens after a long winter\n--\nThe very cold harbor opened. “It was very cold,” said Ann Poe.\n"
)

Run = Callable[..., subprocess.CompletedProcess[str]]


def run_with(*folders: Path, cwd: Path) -> Run:
    """Run copydesk in a process that finds packages in these folders too."""

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        path = os.pathsep.join([*map(str, folders), os.environ.get("PYTHONPATH", "")]).rstrip(os.pathsep)
        return subprocess.run(
            [sys.executable, "-m", "copydesk", *arguments],
            cwd=cwd,
            env={**os.environ, "PYTHONPATH": path},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    return run


def distribution(folder: Path, name: str, target: str, version: str = "1.2.0") -> Path:
    """What an installer leaves beside a package, as far as it says which plugin the package has."""
    info = folder / f"{name}_copydesk-{version}.dist-info"
    info.mkdir(parents=True)
    metadata = f"Metadata-Version: 2.1\nName: {name}-copydesk\nVersion: {version}\n"
    (info / "METADATA").write_text(metadata, encoding="utf-8")
    (info / "entry_points.txt").write_text(f"[copydesk]\n{name} = {target}\n", encoding="utf-8")
    return folder


def broken(folder: Path, name: str, code: str) -> Path:
    """A plugin of one module."""
    folder = distribution(folder, name, f"{name}_module")
    (folder / f"{name}_module.py").write_text(code, encoding="utf-8")
    return folder


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with a story."""
    folder = tmp_path / "desk"
    folder.mkdir()
    (folder / "harbor.story").write_text(STORY, encoding="utf-8")
    return folder


@pytest.fixture
def gazette(tmp_path: Path, desk: Path) -> Run:
    """Run copydesk beside the Gazette's plugin."""
    return run_with(distribution(tmp_path / "site", "gazette", "gazette_copydesk.plugin"), GAZETTE, cwd=desk)


def test_a_rule_and_a_reader_of_a_plugin_work_together(gazette):
    result = gazette("check", ".")
    assert (result.returncode, result.stderr) == (1, "")
    assert result.stdout == ('harbor.story:3:5: warning: "very" weakens the next word [gazette/weak-word]\n')


def test_a_file_that_the_reader_of_a_plugin_refuses_was_not_checked(gazette, desk):
    (desk / "broken.story").write_text("No separator here\nA paragraph.\n", encoding="utf-8")
    (desk / "empty.story").write_text("", encoding="utf-8")
    result = gazette("check", "broken.story", "empty.story")
    assert (result.returncode, result.stdout) == (2, "")
    assert "broken.story: 2:1: a story has `--` on its second line" in result.stderr


def test_a_reporter_of_a_plugin_is_a_format(gazette):
    assert gazette("check", "--format", "conference", ".").stdout == "   1 harbor.story\n"


def test_a_rule_of_a_plugin_is_listed_and_explained_and_selected(gazette):
    listed = {rule["name"]: rule for rule in json.loads(gazette("rules", "--format", "json").stdout)}
    rule = listed["gazette/weak-word"]
    assert (rule["plugin"], rule["family"], rule["severity"]) == ("gazette", "gazette", "warning")
    assert rule["options"] == [
        {
            "name": "words",
            "type": "tuple[str, ...]",
            "default": ["very", "really", "quite"],
            "text": "the words that are reported, lower case",
        }
    ]
    assert "from plugin gazette" in gazette("explain", "gazette/weak-word").stdout
    assert gazette("check", "--select", "gazette", ".").returncode == 1
    assert gazette("check", "--ignore", "gazette/weak-word", ".").returncode == 0


def test_the_version_names_the_plugin_and_where_it_comes_from(gazette):
    assert "gazette gazette_copydesk-1.2.0" in gazette("--version").stdout.splitlines()


@pytest.mark.parametrize("arguments", [("--no-plugins", "rules"), ("rules", "--no-plugins")])
def test_without_plugins_only_what_is_copydesks_own_is_loaded(gazette, arguments):
    result = gazette(*arguments)
    assert result.returncode == 0
    assert "placeholder" in result.stdout
    assert "gazette" not in result.stdout


def test_without_plugins_a_broken_one_ends_no_run(tmp_path, desk):
    run = run_with(broken(tmp_path / "site", "dead", "raise RuntimeError('boom')"), cwd=desk)
    (desk / "a.txt").write_text("All is well.", encoding="utf-8")
    assert run("check", "--no-plugins", "a.txt").returncode == 0
    assert run("check", "a.txt").returncode == 2


RULE = """
from copydesk.model.finding import Finding, Severity
from copydesk.plugins.hooks import hookimpl
from copydesk.plugins.rule import NoOptions, Rule

class Demo(Rule[NoOptions]):
    name = "dead/demo"
    family = "dead"
    severity = Severity.WARNING
    summary = "a demonstration"
    why = "Somebody has to."
    examples = ()

    def check(self, document, context):
        {body}

@hookimpl
def copydesk_rules():
    return [Demo]
"""


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("raise RuntimeError('boom')", "was not loaded: RuntimeError: boom"),
        ("import sys; sys.exit(0)", "was not loaded: SystemExit: 0"),
        ("def broken(:", "was not loaded: SyntaxError: invalid syntax (dead_module.py, line 1)"),
        ("import no_such_package", "was not loaded: ModuleNotFoundError: No module named 'no_such_package'"),
        ("", "was not loaded: it implements no hook (the hooks are copydesk_rules, copydesk_readers, "),
        (
            "from copydesk.plugins.hooks import hookimpl\n@hookimpl\ndef copydesk_rule(): return []",
            'was not loaded: there is no hook copydesk_rule; did you mean "copydesk_rules"?',
        ),
        (
            "from copydesk.plugins.hooks import hookimpl\n@hookimpl\ndef copydesk_rules(config): return []",
            "broke in copydesk_rules: TypeError: copydesk_rules() missing 1 required positional argument: ",
        ),
        (
            (
                "from copydesk.plugins.hooks import hookimpl\n"
                "@hookimpl\ndef copydesk_rules(): raise ValueError('boom')"
            ),
            "broke in copydesk_rules: ValueError: boom",
        ),
        (
            "from copydesk.plugins.hooks import hookimpl\n@hookimpl\ndef copydesk_rules(): pass",
            "broke in copydesk_rules: TypeError: 'NoneType' object is not iterable",
        ),
        (
            (
                "from copydesk.plugins.hooks import hookimpl\n"
                "@hookimpl\ndef copydesk_rules(): return ['weak-word']"
            ),
            "brings what cannot be used: 'weak-word' is no rule class",
        ),
        (
            RULE.format(body="return []").replace("dead/demo", "demo"),
            'brings what cannot be used: the rule "demo" (a rule of a plugin is named house/rule-name: ',
        ),
        (
            RULE.format(body="return []").replace("dead/demo", "dead/Demo"),
            "brings what cannot be used: the rule class Demo (its name 'dead/Demo' is not lower-case words",
        ),
        (
            RULE.format(body="return []").replace("    severity = Severity.WARNING\n", ""),
            "brings what cannot be used: the rule class Demo has no `severity`",
        ),
        (
            RULE.format(body="return []").replace("def check", "def chek"),
            'brings what cannot be used: the rule "dead/demo" (it does not implement check)',
        ),
    ],
)
def test_a_broken_plugin_is_named_with_its_package_and_the_run_goes_on(tmp_path, desk, code, line):
    run = run_with(broken(tmp_path / "site", "dead", code), cwd=desk)
    (desk / "a.txt").write_text("The mayor said [TK].", encoding="utf-8")
    result = run("check", "a.txt")
    assert result.returncode == 2
    assert "[placeholder]" in result.stdout
    assert result.stderr.startswith(f"copydesk: plugin dead of dead_copydesk-1.2.0 {line}")
    assert len(result.stderr.splitlines()) == 1


def test_a_rule_that_breaks_half_way_keeps_what_it_found(tmp_path, desk):
    body = "yield Finding(document.words[0].span, 'found before'); raise ValueError('boom')"
    run = run_with(broken(tmp_path / "site", "dead", RULE.format(body=body)), cwd=desk)
    (desk / "a.txt").write_text("The mayor left.", encoding="utf-8")
    result = run("check", "a.txt")
    assert result.returncode == 2
    assert "a.txt:1:1: warning: found before [dead/demo]" in result.stdout
    assert "rule dead/demo of plugin dead broke" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_rule_that_ends_the_process_does_not_make_the_run_clean(tmp_path, desk):
    run = run_with(broken(tmp_path / "site", "dead", RULE.format(body="import sys; sys.exit(0)")), cwd=desk)
    (desk / "a.txt").write_text("The mayor left.", encoding="utf-8")
    result = run("check", "a.txt")
    assert result.returncode == 2
    assert "Traceback" not in result.stderr


REPORTER = """
from copydesk.plugins.hooks import hookimpl
from copydesk.reporters import Reporter
def stream(report, options):
    yield "begun\\n"
    yield {rest}
@hookimpl
def copydesk_reporters(): return [
    Reporter('list', lambda report, options: report.rows),
    Reporter('parts', lambda report, options: "".join(stream(report, options)), stream),
]
"""


def test_a_reporter_may_give_its_report_in_parts(tmp_path, desk):
    run = run_with(broken(tmp_path / "site", "dead", REPORTER.format(rest='"done\\n"')), cwd=desk)
    (desk / "a.txt").write_text("The mayor left.", encoding="utf-8")
    assert run("check", "--format", "parts", "a.txt").stdout == "begun\ndone\n"


def test_a_file_is_not_written_where_its_reporter_breaks_half_way(tmp_path, desk):
    run = run_with(broken(tmp_path / "site", "dead", REPORTER.format(rest="1")), cwd=desk)
    (desk / "a.txt").write_text("The mayor left.", encoding="utf-8")
    result = run("check", "--output", "parts:report.txt", "a.txt")
    assert result.returncode == 2
    assert "the format parts of plugin dead of dead_copydesk-1.2.0 broke" in result.stderr
    assert "TypeError: its report is 1, not text" in result.stderr
    assert not (desk / "report.txt").exists()


def test_a_reporter_that_breaks_is_named(tmp_path, desk):
    code = REPORTER.format(rest="''")
    run = run_with(broken(tmp_path / "site", "dead", code), cwd=desk)
    (desk / "a.txt").write_text("The mayor left.", encoding="utf-8")
    result = run("check", "--format", "list", "a.txt")
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.startswith(
        "copydesk: the format list of plugin dead of dead_copydesk-1.2.0 broke, so there is no report: "
        "AttributeError"
    )
    assert len(result.stderr.splitlines()) == 1


def test_nobody_takes_the_place_of_the_built_in_rules(tmp_path, desk):
    site = tmp_path / "site"
    info = distribution(site, "aaa", "x") / "aaa_copydesk-1.2.0.dist-info" / "entry_points.txt"
    info.write_text("[copydesk]\nbuiltin = aaa\n", encoding="utf-8")
    (desk / "a.txt").write_text("The mayor said [TK].", encoding="utf-8")
    result = run_with(site, cwd=desk)("check", "a.txt")
    assert "[placeholder]" in result.stdout
    assert result.stderr.startswith(
        "copydesk: plugin builtin of aaa_copydesk-1.2.0 was not loaded: copydesk-"
    )


@pytest.mark.install
def test_the_plugin_works_as_it_is_installed(tmp_path, desk):
    target = tmp_path / "target"
    options = "--quiet --disable-pip-version-check --no-index --no-deps --no-build-isolation --target"
    install = [sys.executable, "-m", "pip", "install", *options.split(), str(target), str(GAZETTE)]
    subprocess.run(install, check=True, capture_output=True)
    run = run_with(target, cwd=desk)
    assert "gazette gazette_copydesk-1.2.0" in run("--version").stdout
    result = run("check", ".")
    assert (result.returncode, result.stderr) == (1, "")
    assert "[gazette/weak-word]" in result.stdout
    assert run("check", "--style", "gazette", "harbor.story").returncode == 1


def test_no_built_in_rule_is_named_like_one_of_a_house():
    own = [name for name, registered in load_registry().rules.items() if registered.plugin == "builtin"]
    assert own
    assert [name for name in own if "/" in name] == []
