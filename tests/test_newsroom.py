"""A small newsroom's repository, read as an editor would: plugin, style, terms, and a rule brought in."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from copydesk.commands.cli import main

pytestmark = pytest.mark.slow

GAZETTE = Path(__file__).parent / "plugins" / "gazette"

VAGUE = '"Critics" could be anybody: say who, how many, or how they know'

FILES = {
    "copydesk.toml": """
style = "gazette"
terms = ["house/terms.toml"]
required-plugins = ["gazette>=1.2"]
require-reason = true

[severity]
vague-source = "warning"

[[overrides]]
paths = ["opinion/**"]
ignore = ["vague-source", "gazette/weak-word"]
""",
    "house/terms.toml": """
allow = ["Advisor Monthly"]

[prefer]
adviser = ["advisor"]
""",
    "news/harbor.md": """---
title: Harbor opens after a long winter
---

Ann Poe, an advisor to the board, opened the harbor. She reads Advisor Monthly.

Critics said the water was very cold.

<!-- stet: gazette/weak-word -- the mayor's word -->

It was a very long winter.
""",
    "opinion/winter.txt": "Critics said the water was very cold, and I agree with every one of them.\n",
    "news/harbor.story": "Harbor opens\n--\nMs. Tamm cut the ribbon. “It was very cold,” said Ann Poe.\n",
}


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        path = tmp_path / "repository" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    info = tmp_path / "site" / "gazette_copydesk-1.2.0.dist-info"
    info.mkdir(parents=True)
    (info / "entry_points.txt").write_text(
        "[copydesk]\ngazette = gazette_copydesk.plugin\n", encoding="utf-8"
    )
    return tmp_path / "repository"


def check(newsroom: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    folders = [str(newsroom.parent / "site"), str(GAZETTE), os.environ.get("PYTHONPATH", "")]
    return subprocess.run(
        [sys.executable, "-m", "copydesk", "check", *(arguments or (".",))],
        cwd=newsroom,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(folders).rstrip(os.pathsep)},
        capture_output=True,
        encoding="utf-8",
    )


def reported(run: subprocess.CompletedProcess[str]) -> list[str]:
    return [line.replace("\\", "/") for line in run.stdout.splitlines() if ": note: " not in line]


def test_the_desk_sees_what_its_house_asks_for(newsroom: Path) -> None:
    run = check(newsroom)
    assert (run.returncode, run.stderr) == (1, "")
    assert reported(run) == [
        'news/harbor.md:5:13: warning: "advisor" here, and the house writes "adviser" [house-term]',
        f"news/harbor.md:7:1: warning: {VAGUE} [vague-source]",
        'news/harbor.md:7:28: warning: "very" weakens the next word [gazette/weak-word]',
        'news/harbor.story:3:1: warning: "Ms. Tamm" is never introduced by full name [unintroduced-person]',
    ]


def test_the_opinion_desk_has_its_own_rules(newsroom: Path) -> None:
    run = check(newsroom, "opinion")
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")


def test_a_note_without_a_reason_is_no_note_here(newsroom: Path) -> None:
    draft = newsroom / "news" / "harbor.md"
    draft.write_text(draft.read_text(encoding="utf-8").replace(" -- the mayor's word", ""), encoding="utf-8")
    assert any("[unknown-stet]" in line for line in reported(check(newsroom, "news/harbor.md")))


def test_a_note_that_is_no_use_any_more_is_reported(newsroom: Path) -> None:
    draft = newsroom / "news" / "harbor.md"
    draft.write_text(draft.read_text(encoding="utf-8").replace("very long", "long"), encoding="utf-8")
    assert any("[unused-stet]" in line for line in reported(check(newsroom, "news/harbor.md")))


def test_without_its_plugin_nothing_is_checked(newsroom: Path) -> None:
    run = check(newsroom, "--no-plugins", "news/harbor.md")
    assert run.returncode == 2
    assert "gazette" in run.stderr
    assert run.stdout == ""


def test_a_wrong_key_is_shown_in_its_place(newsroom: Path) -> None:
    config = newsroom / "copydesk.toml"
    config.write_text(config.read_text(encoding="utf-8").replace("terms =", "term ="), encoding="utf-8")
    run = check(newsroom, "news/harbor.md")
    assert run.returncode == 2
    assert "copydesk.toml:3:1: " in run.stderr
    assert '"terms"' in run.stderr


# --- a rule lives through a year in the house


STORIES = 30
WRONG = 4
"""Verdicts that say `wrong`: with 26 of 30 right, a warning falls short of its 90 %."""

FAULT = "Experts say that pier {} will hold."
TRIED = "vague-source"


class House:
    """A repository of drafts, with copydesk and git at hand."""

    def __init__(self, root: Path, capfd: pytest.CaptureFixture[str]) -> None:
        self.root = root
        self._capfd = capfd
        self.git("init", "--quiet", "--initial-branch=main")

    def git(self, *arguments: str) -> str:
        person = ["-c", "user.name=Standards desk", "-c", "user.email=desk@example.org"]
        command = ["git", *person, *arguments]
        done = subprocess.run(command, cwd=self.root, check=True, capture_output=True, encoding="utf-8")
        return done.stdout.strip()

    def write(self, name: str, text: str) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def commit(self, message: str) -> str:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", message)
        return self.git("rev-parse", "--short=10", "HEAD")

    def __call__(self, *arguments: str, code: int = 0) -> SimpleNamespace:
        """Run a command line that must end with a code."""
        self._capfd.readouterr()
        with pytest.raises(SystemExit) as exit_:
            main(arguments)
        out, err = self._capfd.readouterr()
        assert exit_.value.code == code, (arguments, out, err)
        return SimpleNamespace(out=out.replace("\\", "/"), err=err.replace("\\", "/"))


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> House:
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("COPYDESK_CACHE_DIR", str(tmp_path / "cache"))
    root = tmp_path / "house"
    root.mkdir()
    monkeypatch.chdir(root)
    return House(root, capfd)


def test_a_rule_is_tried_shadowed_warned_gated_judged_lowered_stetted_and_audited(house: House) -> None:
    for number in range(STORIES):
        opening = f"The council closed pier {number} after the storm.\n\n"
        house.write(f"drafts/{number:02}.txt", opening + FAULT.format(number) + "\n")

    # On trial: what it would have said, before anybody is asked to listen.
    told = house("trial", "drafts", "--rule", TRIED)
    assert told.out.startswith(f"{TRIED} would make 30 findings in 30 of 30 stories\n")

    # In shadow: it reads along, and stops nobody.
    house.write("copydesk.toml", f'shadow = ["{TRIED}"]\n')
    house.write(".gitignore", "copydesk.shadow.jsonl\n")
    shadowed = house("check", "drafts")
    assert (shadowed.out, shadowed.err) == (
        "",
        "copydesk: copydesk.shadow.jsonl: 30 findings of rules in shadow written\n",
    )

    # Warned: everybody sees it.
    house.write("copydesk.toml", f'[severity]\n{TRIED} = "info"\n')
    assert house("check", "drafts").out.count(f": info: {VAGUE.replace('Critics', 'Experts')}") == STORIES

    # Gated: a draft with a finding does not pass.
    house.write("copydesk.toml", f'[severity]\n{TRIED} = "warning"  # agreed in the March meeting\n')
    house("check", "drafts", code=1)

    # Judged, in the course of work: four of thirty were no fault.
    for number in range(STORIES):
        verdict = ("wrong", "--reason", "named in the caption") if number < WRONG else ("right",)
        house("verdict", f"drafts/{number:02}.txt:3", TRIED, *verdict)
    assert house("verdicts").out == (
        "RULE          SEVERITY  RIGHT  PETTY  WRONG  PRECISION                PROMISE\n"
        "vague-source  warning   26     0      4      86.7 % (70.3 to 94.7 %)  90 %, broken\n"
    )

    # Lowered: what falls short of its promise does not stop anybody, and the run says why.
    text = (house.root / "copydesk.toml").read_text(encoding="utf-8")
    house.write("copydesk.toml", f"promise = true\n{text}")
    lowered = house("check", "drafts")
    assert lowered.out.count(": info: ") == STORIES
    assert lowered.err == (
        "copydesk: vague-source is shown as info, not warning: 26 of 30 verdicts say that it is right, "
        "86.7 % (70.3 to 94.7 %)\n"
    )

    # Stetted: a refrain may stand, an accusation may not, whatever a note says.
    text = (house.root / "copydesk.toml").read_text(encoding="utf-8")
    house.write("copydesk.toml", f'no-stet = ["placeholder"]  # nothing goes out with a hole in it\n{text}')
    house.write(
        "drafts/song.txt",
        "The choir sang.\n\nThe pier was was long. [stet: repeated-word -- as it is sung]\n\n"
        "The mayor is [TK]. [stet: placeholder -- comes tonight]\n",
    )
    refused = house("check", "drafts/song.txt", code=1)
    assert [line.partition(" ")[0] for line in refused.out.splitlines()] == [
        "drafts/song.txt:5:14:",
        "drafts/song.txt:5:27:",
    ]

    # Audited: who let what stand, and why.
    commit = house.commit("The song, as it is sung")
    day = house.git("log", "-1", "--format=%as")
    by = f'      Standards desk, {day}, in {commit} "The song, as it is sung"\n'
    assert house("audit").out == (
        "Configuration\n"
        "  copydesk.toml:1: no note lets placeholder stand\n"
        "      reason: nothing goes out with a hole in it\n"
        f"{by}"
        "  copydesk.toml:2: a rule that breaks its promise is shown one level lower\n"
        "      reason: none is given\n"
        "      vague-source is shown as info, not warning\n"
        f"        30 verdicts on vague-source in verdicts.jsonl: {by.lstrip()}"
        f"{by}"
        "\n"
        "Stet notes\n"
        "  drafts/song.txt:3: stet: repeated-word\n"
        "      reason: as it is sung\n"
        "      lets 1 finding stand\n"
        '        3:10 repeated-word: "was" twice in a row\n'
        f"{by}"
        "  drafts/song.txt:5: stet: placeholder\n"
        "      reason: comes tonight\n"
        "      refused by no-stet: 1 finding is reported all the same\n"
        '        5:14 placeholder: "[TK]" stands for something to come (reported all the same)\n'
        f"{by}"
        "\n"
        "2 settings, 2 stet notes, 0 findings in the baseline; 1 without a reason; "
        "1 note that lets nothing stand today\n"
    )

    # The note on the refrain counts as a verdict; and what was right after all brings the rule back.
    counted = house("verdicts", "--stets", "drafts")
    assert re.search(r"^repeated-word +error +0 +1 +0 ", counted.out, re.MULTILINE)
    house("verdict", "drafts/00.txt:3", TRIED, "right")
    house("check", "drafts/00.txt", code=1)


@pytest.fixture
def judged(house: House) -> House:
    """A house with three drafts, a finding in each, and two branches on which people gave their verdicts."""
    house.write(".gitattributes", "verdicts.jsonl merge=union\n")
    for number in range(3):
        house.write(f"drafts/{number}.txt", f"The storm came.\n\n{FAULT.format(number)}\n")
    house("verdict", "drafts/0.txt:3", TRIED, "petty")
    house.commit("The first verdict")
    for branch, verdicts in {"ann": ("right", "wrong"), "bob": ("wrong", "right")}.items():
        house.git("checkout", "--quiet", "-b", branch, "main")
        for number, verdict in enumerate(verdicts, 1):
            house("verdict", f"drafts/{number}.txt:3", TRIED, verdict)
        house.commit(f"The verdicts of {branch}")
    return house


def test_the_verdicts_of_two_branches_count_the_same_whoever_merges_them(judged: House) -> None:
    figures = []
    for onto, other in (("ann", "bob"), ("bob", "ann")):
        judged.git("checkout", "--quiet", "-b", f"{onto}-and-{other}", onto)
        judged.git("merge", "--quiet", "--no-edit", other)
        figures.append(judged("verdicts", "--format", "json").out)
    assert figures[0] == figures[1]
    (rule,) = json.loads(figures[0])["rules"]
    assert rule["right"] + rule["petty"] + rule["wrong"] == 3


def test_a_finding_keeps_its_verdict_when_the_text_above_it_changes(judged: House) -> None:
    before = judged("verdicts").out
    draft = judged.root / "drafts" / "0.txt"
    text = draft.read_text(encoding="utf-8")
    draft.write_text(f"Another opening.\n\nAnd more.\n\n{text}", encoding="utf-8")
    judged("verdict", "drafts/0.txt:7", TRIED, "petty")
    assert judged("verdicts").out == before
    judged("verdict", "drafts/0.txt:7", TRIED, "right")
    assert judged("verdicts").out != before


@pytest.mark.parametrize(
    "line",
    ["<<<<<<< HEAD", '{"date": NaN}', '{"rule": "' + "x" * 10_000 + '"}', "[" * 3000, '{"verdict": "right"}'],
    ids=["a conflict", "no number", "a long line", "deep", "half of it"],
)
def test_a_hostile_verdicts_file_is_an_error_with_its_line(judged: House, line: str) -> None:
    path = judged.root / "verdicts.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines()
    judged.write("verdicts.jsonl", "\n".join([lines[0], line, *lines[1:]]) + "\n")
    judged.write("copydesk.toml", "promise = true\n")
    for arguments in (("verdicts",), ("check", "drafts"), ("verdict", "drafts/0.txt:3", TRIED, "right")):
        told = judged(*arguments, code=2)
        assert re.fullmatch(r"copydesk: verdicts\.jsonl:2:\d+: .+\n", told.err)
