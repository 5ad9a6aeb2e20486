"""A newsroom judges a rule: in shadow, by verdicts, lowered by its promise, let stand, and on record."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from copydesk.commands.cli import main

pytestmark = pytest.mark.slow

WARDS = (
    "Ash Beech Birch Cedar Cherry Elder Elm Fir Hawthorn Hazel Holly Hornbeam Juniper Larch Laurel Lime "
    "Maple Myrtle Oak Olive Osier Pear Pine Plum Poplar Rowan Spruce Walnut Willow Yew"
).split()
"""A story for each, in which the rule has a finding."""

WRONG = 5
"""How many of the findings the newsroom holds to be wrong."""

SHADOW = 'shadow = ["vague-source"]\n'
GATE = '[severity]\nvague-source = "warning"\n'
PROMISE = f"promise = true\n{GATE}"


@pytest.fixture
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stories in a repository; the current folder is there."""
    monkeypatch.setenv("COPYDESK_CACHE_DIR", str(tmp_path / "cache"))
    house = tmp_path / "house"
    (house / "drafts").mkdir(parents=True)
    monkeypatch.chdir(house)
    for ward in WARDS:
        text = f"The bridge on {ward} Street was closed.\n\nExperts say that it will hold.\n"
        Path("drafts", f"{ward.lower()}.txt").write_text(text, encoding="utf-8")
    git("init", "--quiet", "--initial-branch=main")


@pytest.fixture
def copydesk(capfd: pytest.CaptureFixture[str]) -> Callable[..., SimpleNamespace]:
    """Run a command line with all that is installed."""

    def run(*arguments: str) -> SimpleNamespace:
        capfd.readouterr()
        with pytest.raises(SystemExit) as exit_:
            main(arguments)
        out, err = capfd.readouterr()
        return SimpleNamespace(code=exit_.value.code, out=out, err=err)

    return run


def git(*words: str) -> None:
    who = ("-c", "user.name=The desk", "-c", "user.email=desk@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *words], check=True, capture_output=True)


def configure(text: str) -> None:
    Path("copydesk.toml").write_text(text, encoding="utf-8")


@pytest.mark.usefixtures("newsroom")
def test_a_rule_is_judged_and_lowered(copydesk: Callable[..., SimpleNamespace]) -> None:
    # In shadow: the file of it says where there is something to judge.
    configure(SHADOW)
    assert copydesk("check", "drafts").code == 0
    lines = Path("copydesk.shadow.jsonl").read_text(encoding="utf-8").splitlines()
    places = [f"{found['path']}:{found['line']}" for found in map(json.loads, lines)]
    assert len(places) == len(WARDS)
    for number, place in enumerate(places):
        opinion = "wrong" if number < WRONG else "right"
        kept = copydesk("verdict", place, "vague-source", opinion, "--reason", "read on Monday")
        assert kept.code == 0, kept.err

    # What the house holds of it, as a table and for programs.
    told = copydesk("verdicts")
    assert told.code == 0
    assert "25     0      5      83.3 % (66.4 to 92.7 %)" in told.out
    (rule,) = json.loads(copydesk("verdicts", "--format", "json").out)["rules"]
    assert (rule["rule"], rule["right"], rule["wrong"]) == ("vague-source", 25, 5)

    # At the gate it stops every draft; held to its promise, it is a note for the editor.
    configure(GATE)
    assert copydesk("check", "drafts").code == 1
    configure(PROMISE)
    lowered = copydesk("check", "drafts")
    assert lowered.code == 0
    assert lowered.err == (
        "copydesk: vague-source is shown as info, not warning: 25 of 30 verdicts say that it is right, "
        "83.3 % (66.4 to 92.7 %)\n"
    )
    assert "90 %, broken" in copydesk("verdicts").out

    # Read again, some were right after all: the rule is a warning once more.
    for place in places[:3]:
        assert copydesk("verdict", place, "vague-source", "right").code == 0
    again = copydesk("check", "drafts")
    assert (again.code, again.err) == (1, "")

    # A new draft lets a finding stand, and says why: that is a verdict too, and in the record.
    draft = Path("drafts", "pier.txt")
    note = "[stet: vague-source -- named in the caption]"
    draft.write_text(f"{note} Critics say that the pier is lost.\n", encoding="utf-8")
    git("add", ".")
    git("commit", "-qm", "The pier")
    assert (
        copydesk("verdicts", "--stets", "drafts").err == "copydesk: verdicts.jsonl: 1 finding kept as petty\n"
    )
    (rule,) = json.loads(copydesk("verdicts", "--format", "json").out)["rules"]
    assert (rule["right"], rule["petty"], rule["wrong"]) == (28, 1, 2)
    record = copydesk("audit", "drafts").out
    assert "named in the caption" in record
    assert "The desk" in record
