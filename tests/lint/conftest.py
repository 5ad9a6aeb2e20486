"""Toy rules, and ways to run them: the tests of the engine need faults that are easy to see."""

# ruff: noqa: ARG002  a toy rule takes what every rule takes

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from types import SimpleNamespace

import pytest

from copydesk.document import Document
from copydesk.model.finding import Edit, Finding, Fix, Related, Severity
from copydesk.model.prose import BlockKind, Span
from copydesk.model.report import Report
from copydesk.plugins.discovery import load_plugins
from copydesk.plugins.hooks import hookimpl
from copydesk.plugins.registry import Registry
from copydesk.plugins.rule import AnyRule, Collected, Context, DraftFinding, DraftsRule, NoOptions, Rule
from copydesk.plugins.selection import select_rules
from copydesk.run.inputs import Input
from copydesk.run.runner import run


def find(document: Document, word: str) -> list[Span]:
    """Every place of a word."""
    return [Span(*match.span()) for match in re.finditer(word, document.text)]


class ToyRule(Rule[NoOptions]):
    """Reports a word wherever it stands."""

    family = "toys"
    severity = Severity.WARNING
    summary = "a word"
    why = "Somebody has to."
    examples = ()
    word: str

    def check(self, document: Document, context: Context[NoOptions]) -> Iterable[Finding]:
        for span in find(document, self.word):
            yield Finding(span, f'"{self.word}" was found')


class Bad(ToyRule):
    name = "bad"
    word = "bad"

    def check(self, document: Document, context: Context[NoOptions]) -> Iterable[Finding]:
        first = None
        for span in find(document, self.word):
            related = (Related(first, "first here"),) if first else ()
            fix = Fix('write "good"', (Edit(span, "good"),))
            yield Finding(span, '"bad" was found', related, fix)
            first = first or span


class Worst(ToyRule):
    name = "worst"
    family = "grave"
    severity = Severity.ERROR
    word = "worst"


class Hint(ToyRule):
    name = "hint"
    severity = Severity.INFO
    word = "hint"


class Breaks(ToyRule):
    """Reports the first "bad", then breaks."""

    name = "breaks"

    def check(self, document: Document, context: Context[NoOptions]) -> Iterable[Finding]:
        for span in find(document, "bad"):
            yield Finding(span, "found before the crash")
            raise ValueError("boom")


class Copies(ToyRule):
    """Reports a paragraph that begins with "Copy:", with everything in it."""

    name = "copies"
    covers = True
    in_quotes = "check"

    def check(self, document: Document, context: Context[NoOptions]) -> Iterable[Finding]:
        for block in document.blocks:
            if document.text.startswith("Copy:", block.start) and block.kind is not BlockKind.HEADING:
                yield Finding(block.span, "a copy")


class FirstWord(DraftsRule[NoOptions, tuple[str, Span]]):
    """Reports a draft that begins with the word that an earlier one begins with."""

    name = "first-word"
    family = "toys"
    severity = Severity.WARNING
    summary = "two drafts that begin with one word"
    why = "Somebody has to."
    examples = ()

    def collect(self, document: Document, context: Context[NoOptions]) -> tuple[str, Span]:
        word = document.words[0]
        return document.slice(word.span), word.span

    def check(
        self, drafts: Sequence[Collected[tuple[str, Span]]], context: Context[NoOptions]
    ) -> Iterable[DraftFinding]:
        first: dict[str, Collected[tuple[str, Span]]] = {}
        for draft in drafts:
            word, span = draft.facts
            earlier = first.setdefault(word, draft)
            if earlier is not draft:
                related = Related(earlier.facts[1], "first here", earlier.path)
                yield DraftFinding(draft.path, Finding(span, f'"{word}" begins two drafts', (related,)))


class Plugin:
    """A plugin that brings some rules."""

    def __init__(self, *rules: type[AnyRule]) -> None:
        self.rules = rules

    @hookimpl
    def copydesk_rules(self) -> Iterable[type[AnyRule]]:
        return self.rules


@pytest.fixture
def toys() -> SimpleNamespace:
    """The toy rules and what they are made of."""
    return SimpleNamespace(
        Rule=ToyRule,
        Bad=Bad,
        Worst=Worst,
        Hint=Hint,
        Breaks=Breaks,
        Copies=Copies,
        FirstWord=FirstWord,
        Plugin=Plugin,
        find=find,
    )


@pytest.fixture
def registry_of() -> Callable[..., Registry]:
    """A registry of the engine's readers and reporters and of the rules given."""

    def make(*rules: type[AnyRule], problems: Sequence[str] = ()) -> Registry:
        plugins, _ = load_plugins([])
        plugins["toys"] = Plugin(*rules)
        return Registry(plugins, problems)

    return make


@pytest.fixture
def check(registry_of: Callable[..., Registry]) -> Callable[..., Report]:
    """Run rules over drafts that need no file: `check({"a.txt": "A bad word."}, Bad)`."""

    def run_over(drafts: dict[str, str | bytes], *rules: type[AnyRule]) -> Report:
        registry = registry_of(*rules)
        inputs = [
            Input(path, text.encode() if isinstance(text, str) else text) for path, text in drafts.items()
        ]
        return run(inputs, select_rules(registry), registry)

    return run_over


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[dict[str, str]], Path]:
    """Make files in an empty folder, and work there: `folder({"drafts/a.txt": "A bad word."})`."""
    monkeypatch.chdir(tmp_path)

    def make(files: dict[str, str]) -> Path:
        for name, text in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="")
        return tmp_path

    return make


@pytest.fixture
def copydesk(
    registry_of: Callable[..., Registry],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Callable[..., SimpleNamespace]:
    """Run a command line with toy rules, or with the installed ones: `copydesk("check", "a.txt").code`."""
    from copydesk.commands.cli import main

    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)

    def run_line(
        *arguments: str,
        rules: Iterable[type[AnyRule]] = (Bad, Worst, Hint),
        problems: Sequence[str] = (),
        installed: bool = False,
    ) -> SimpleNamespace:
        capsys.readouterr()
        with monkeypatch.context() as patch:
            if not installed:
                patch.setattr(
                    "copydesk.plugins.registry.load_registry",
                    lambda **_: registry_of(*rules, problems=problems),
                )
            with pytest.raises(SystemExit) as exit_:
                main(arguments)
        captured = capsys.readouterr()
        return SimpleNamespace(code=exit_.value.code, out=captured.out, err=captured.err)

    return run_line


class Git:
    """A repository in an empty folder."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self("init", "--quiet", "--initial-branch=main", ".")

    def __call__(self, *arguments: str) -> str:
        person = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
        done = subprocess.run(
            ["git", *person, *arguments], cwd=self.root, check=True, capture_output=True, encoding="utf-8"
        )
        return done.stdout.strip()

    def write(self, name: str, text: str | bytes) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)

    def commit(self, **files: str) -> str:
        for name, text in files.items():
            self.write(name.replace("_", "."), text)
        self("add", "--all")
        self("commit", "--quiet", "--allow-empty", "--message", "a commit")
        return self("rev-parse", "HEAD")


@pytest.fixture
def git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    root = tmp_path / "repository"
    root.mkdir()
    monkeypatch.chdir(root)
    return Git(root)
