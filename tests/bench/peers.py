"""Other linters over the same drafts: how they are called, and what they check."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from shutil import copyfile

from msgspec import Struct
from stopwatch import CLICK, child_seconds, interleaved, program

TRAP = "It is is very unique, and they was recieving teh teh money in order to win.\n"
"""What each of them has something to say of: one that says nothing does not work here."""

STARTS = 5
ROUNDS = 3
FEW = 10
"""Drafts that a linter is first asked to read; then five times as many, until it takes ENOUGH seconds."""

ENOUGH = 1.0
TEXTLINT = ("write-good", "terminology", "common-misspellings")
"""Its rules for English that many install."""


class Peer(Struct, frozen=True):
    """A linter that is installed.

    name     what it is called in the table
    command  its command line, before the drafts
    checks   what it checks, in a few words
    folder   whether it is given the folder of the drafts, in place of each
    """

    name: str
    command: tuple[str, ...]
    checks: str
    folder: bool = False

    def over(self, drafts: Path) -> list[str]:
        """The command line for all drafts of a folder."""
        return [*self.command, *([str(drafts)] if self.folder else sorted(map(str, drafts.iterdir())))]

    @property
    def version(self) -> str:
        """What it says of its version; empty where it says no number."""
        for question in ("--version", "version"):
            said = subprocess.run([self.command[0], question], capture_output=True, text=True)
            if found := re.search(r"\d+(?:\.\d+)+", said.stdout):
                return found[0]
        return ""


class Speed(Struct, frozen=True):
    """What a linter costs.

    start  seconds of processor time for one draft, times `import click`
    rate   megabytes of prose in a second of processor time, beyond the first draft
    """

    name: str
    version: str
    start: float
    rate: float
    checks: str


def peers(folder: Path, styles: Path | None) -> Iterator[Peer]:
    """The linters that are installed, beside this Python or on the path, and work.

    folder  an empty one, for what they need
    styles  the folder that `vale sync` filled; Vale is measured with these as well
    """
    trap = folder / "trap"
    trap.mkdir()
    (trap / "trap.txt").write_text(TRAP, encoding="utf-8")
    for peer in _known(folder, styles):
        path = program(peer.command[0])
        found = peer.command[0] if path is None else path
        peer = Peer(peer.name, (found, *peer.command[1:]), peer.checks, peer.folder)
        if path is None:
            print(f"{peer.name} is not installed, and left out", file=sys.stderr)
        elif not subprocess.run(peer.over(trap), capture_output=True).stdout:
            print(f"{peer.name} finds nothing where it should, and is left out", file=sys.stderr)
        else:
            yield peer


def _known(folder: Path, styles: Path | None) -> Iterator[Peer]:
    yield Peer("typos", ("typos", "--format", "brief"), "misspellings of a list")
    yield Peer("codespell", ("codespell",), "misspellings of a list")
    own = _vale(folder / "vale.ini", folder, ["Vale"])
    yield Peer("Vale, its own rules", own, "spelling, repeated words, vocabularies: 4 rules")
    if styles is not None:
        names = sorted(style.name for style in styles.iterdir() if any(style.glob("*.yml")))
        rules = 4 + sum(1 for name in names for _ in (styles / name).glob("*.yml"))
        usual = _vale(folder / "usual.ini", styles, ["Vale", *names])
        yield Peer(
            f"Vale, {', '.join(names)}", usual, f"the same, wording, punctuation, usage: {rules} rules"
        )
    yield Peer("proselint", ("proselint", "check"), "usage, clichés, repeated words")
    yield Peer("write-good", ("write-good",), "passives, wordiness, clichés")
    rules_of_textlint = [word for rule in TEXTLINT for word in ("--rule", rule)]
    yield Peer("textlint", ("textlint", *rules_of_textlint), f"what {', '.join(TEXTLINT)} check")
    harper = ("harper-cli", "lint", "--no-color", "--quiet", "--format", "compact")
    yield Peer("Harper", harper, "spelling, grammar, usage")
    languagetool = ("languagetool-commandline", "-l", "en-US", "-r")
    yield Peer("LanguageTool", languagetool, "spelling, grammar, usage, in Java", folder=True)


def _vale(config: Path, styles: Path, based_on: Sequence[str]) -> tuple[str, ...]:
    """Write a configuration; return the command line under it."""
    lines = [
        f"StylesPath = {styles}",
        "MinAlertLevel = suggestion",
        "[*]",
        f"BasedOnStyles = {', '.join(based_on)}",
    ]
    config.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return "vale", f"--config={config}", "--output=line", "--no-exit"


class Sample:
    """The first drafts of a corpus, so many as are asked for, in a folder of their own.

    folder  an empty one
    """

    def __init__(self, drafts: Sequence[Path], folder: Path) -> None:
        self._drafts = drafts
        self._folder = folder

    def first(self, count: int) -> Path:
        """A folder with so many drafts."""
        folder = self._folder / str(count)
        if not folder.exists():
            folder.mkdir(parents=True)
            for draft in self._drafts[:count]:
                copyfile(draft, folder / draft.name)
        return folder

    def megabytes(self, count: int) -> float:
        """How much prose is in so many drafts, without the first one."""
        return sum(draft.stat().st_size for draft in self._drafts[1:count]) / 1e6

    def __len__(self) -> int:
        return len(self._drafts)


Commands = Mapping[str, Callable[[Path], list[str]]]
"""By the name of a linter: its command line for the drafts of a folder."""


def starts(commands: Commands, seed: Path, rounds: int) -> dict[str, float]:
    """The median of one draft, times `import click`, in processor time."""
    floor, *times = interleaved([CLICK, *(command(seed) for command in commands.values())], rounds)
    return {name: seconds / floor for name, seconds in zip(commands, times, strict=True)}


def rates(commands: Commands, sample: Sample) -> dict[str, float]:
    """Megabytes in a second of processor time: what one draft takes is taken off; the best of the rounds."""
    one = sample.first(1)
    counts = {name: _enough(command, sample) for name, command in commands.items()}
    best = {name: (float("inf"), float("inf")) for name in commands}
    for _ in range(ROUNDS):
        for name, command in commands.items():
            times = (child_seconds(command(folder)) for folder in (one, sample.first(counts[name])))
            best[name] = (min(best[name][0], next(times)), min(best[name][1], next(times)))
    return {
        name: sample.megabytes(counts[name]) / (longer - shorter) for name, (shorter, longer) in best.items()
    }


def _enough(command: Callable[[Path], list[str]], sample: Sample) -> int:
    """How many drafts keep a linter busy long enough to be measured."""
    start, count = child_seconds(command(sample.first(1))), min(FEW, len(sample))
    while count < len(sample) and child_seconds(command(sample.first(count))) - start < ENOUGH:
        count = min(5 * count, len(sample))
    return count
