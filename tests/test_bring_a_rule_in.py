"""A newspaper brings a rule in, as docs/bring-a-rule-in.md says: trial, shadow, warn, gate."""

from __future__ import annotations

import json
import re
import subprocess
import tomllib
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from jsonschema import Draft202012Validator

from copydesk.config.describe.schema import schema
from copydesk.plugins.registry import load_registry

from .newspaper import Newspaper

pytestmark = pytest.mark.slow

GUIDE = (Path(__file__).parents[1] / "docs" / "bring-a-rule-in.md").read_text(encoding="utf-8")
STORIES = 200
EVERY = 10
"""One story in so many has the fault that the rule is after."""

FAULT = "\nExperts say that the pier will hold.\n"
SHADOW = "copydesk.shadow.jsonl"

Run = Callable[..., SimpleNamespace]


@pytest.fixture
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a draft, and an archive beside it: old slips of other kinds are not its matter."""
    monkeypatch.setenv("COPYDESK_CACHE_DIR", str(tmp_path / "cache"))
    house, archive = tmp_path / "house", tmp_path / "archive"
    archive.mkdir()
    for number, story in enumerate(Newspaper(STORIES).archive):
        text = re.sub(r" ?Neighbors have written[^.]*\.", "", story.text)
        (archive / story.path).write_text(text + FAULT * (number % EVERY == 0), encoding="utf-8")
    (house / "drafts").mkdir(parents=True)
    subprocess.run(["git", "init", "-q", str(house)], check=True)
    (house / "drafts" / "pier.txt").write_text(f"The pier was closed on Monday.\n{FAULT}", encoding="utf-8")
    monkeypatch.chdir(house)
    configure('ignore = ["vague-source"]')
    return house


def configure(text: str, name: str = "copydesk.toml") -> None:
    Path(name).write_text(f"{text}\n", encoding="utf-8")


def test_a_rule_is_brought_in(newsroom: Path, copydesk: Run) -> None:
    archived = STORIES * 4 // 5
    faults = archived // EVERY
    assert copydesk("check", "drafts").code == 0

    # The trial: the house ignores the rule, and reads what it would have said of the archive.
    told = copydesk("trial", "../archive", "--rule", "vague-source")
    assert told.code == 0
    assert told.out.startswith(
        f"vague-source would make {faults} findings in {faults} of {archived} stories\n"
    )
    assert told.out.count("[[Experts]] say that the pier will hold.") == 10
    assert f"  One story in {EVERY} has findings" in told.out
    assert copydesk("trial", "../archive", "--rule", "vague-source").out == told.out
    assert copydesk("check", "drafts").code == 0

    # In shadow: nobody sees it, and the file has what it found.
    configure('shadow = ["vague-source"]')
    shadowed = copydesk("check", "drafts")
    assert (shadowed.code, shadowed.out) == (0, "")
    assert shadowed.err == f"copydesk: {SHADOW}: 1 finding of rules in shadow written\n"
    (line,) = (newsroom / SHADOW).read_text(encoding="utf-8").splitlines()
    found = json.loads(line)
    assert (found["path"], found["line"], found["rule"]) == ("drafts/pier.txt", 3, "vague-source")

    # Warned: editors see it, and nothing is stopped.
    configure('[severity]\nvague-source = "info"')
    warned = copydesk("check", "drafts")
    assert warned.code == 0
    assert warned.out.startswith('drafts/pier.txt:3:1: info: "Experts" could be anybody')

    # What the gate would cost is told before it is shut.
    configure('[severity]\nvague-source = "warning"', "gate.toml")
    cost = copydesk("trial", "../archive", "--config", "gate.toml", "--against", "copydesk.toml")
    assert cost.code == 0
    assert f"  {faults} findings would be graver, 0 milder\n" in cost.out
    assert f": {faults} would be stopped anew, 0 no longer\n" in cost.out

    # The gate: the draft does not pass until its words are mended, or let stand.
    configure('[severity]\nvague-source = "warning"')
    assert copydesk("check", "drafts").code == 1
    draft = newsroom / "drafts" / "pier.txt"
    text = draft.read_text(encoding="utf-8")
    draft.write_text(f"[stet: vague-source -- named in the caption]\n{text}", encoding="utf-8")
    assert copydesk("check", "drafts").code == 1  # a note covers its paragraph
    draft.write_text(
        text.replace("Experts say", "[stet: vague-source -- named above] Experts say"), encoding="utf-8"
    )
    assert copydesk("check", "drafts").code == 0


def test_a_rule_that_is_often_wrong_goes_a_step_back(newsroom: Path, copydesk: Run) -> None:
    towns = [
        f"{onset}{end}" for onset in "Br Cr Dr Gr Kr Tr".split() for end in "ale elm ick olt umm".split()
    ]
    (newsroom / "drafts" / "towns.txt").write_text(
        "".join(f"Experts say {town} has a pier.\n\n" for town in towns), encoding="utf-8"
    )
    gate = '[severity]\nvague-source = "warning"  # the desk voted for it'
    configure(gate)
    assert copydesk("check", "drafts/towns.txt").out.count("[vague-source]") == len(towns) == 30
    for number in range(len(towns)):
        judged = copydesk("verdict", f"drafts/towns.txt:{2 * number + 1}", "vague-source", "wrong")
        assert judged.code == 0

    configure(f"promise = true\n{gate}")
    lowered = copydesk("check", "drafts/towns.txt")
    assert lowered.code == 0
    assert "copydesk: vague-source is shown as info, not warning: 0 of 30 verdicts" in lowered.err
    tried = copydesk("trial", "../archive", "--rule", "vague-source")
    assert "vague-source is shown as info, not warning" in tried.err
    assert "  No story would have been stopped\n" in tried.out

    # Back in shadow, and on the record.
    configure(f'shadow = ["vague-source"]  # wrong about towns\npromise = true\n{gate}')
    back = copydesk("check", "drafts")
    assert (back.code, back.out) == (0, "")
    assert f"copydesk: {SHADOW}: 31 findings of rules in shadow written\n" in back.err
    record = copydesk("audit", "drafts").out
    assert "copydesk.toml:1: vague-source runs in shadow\n      reason: wrong about towns\n" in record


def test_the_samples_of_the_guide_hold() -> None:
    validator = Draft202012Validator(schema(load_registry(plugins=False), ("encoding-fallback", "engine")))
    samples = re.findall(r"```toml\n(.*?)```", GUIDE, re.DOTALL)
    assert len(samples) == 3
    for sample in samples:
        validator.validate(tomllib.loads(sample))


def test_the_commands_of_the_guide_are_understood(newsroom: Path, copydesk: Run) -> None:  # noqa: ARG001
    for name in ("new.toml", "gate.toml", "copydesk.toml"):
        configure("", name)
    configure('[prefer]\nwharf = ["pier"]', "new-words.toml")
    lines = [
        line.partition("#")[0].partition(">")[0].split()[1:]
        for block in re.findall(r"```sh\n(.*?)```", GUIDE, re.DOTALL)
        for line in block.splitlines()
        if line.startswith("copydesk trial")
    ]
    Path("before.json").write_text(copydesk("trial", "../archive", "--format", "json").out, encoding="utf-8")
    assert len(lines) == 9
    for line in lines:
        told = copydesk(*(word.replace("published/", "../archive") for word in line))
        assert (told.code, told.err) == (0, ""), line
