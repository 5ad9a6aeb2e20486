"""Drafts checked by their text in an editor, as `copydesk check` checks them.

Nothing here knows the protocol.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import nullcontext

from msgspec import Struct
from msgspec.structs import replace

from copydesk.config.resolver import CommandLine, House
from copydesk.edits.fixer import correct
from copydesk.edits.rounds import correct_drafts
from copydesk.edits.stet_writer import add_notes, add_range, body_start, check_reason
from copydesk.edits.verdict_writer import Judged, keep_verdict
from copydesk.errors import CannotNoteError, CannotWriteError
from copydesk.files.names import suffix_of
from copydesk.house.verdicts import Opinion
from copydesk.lsp.rulebook import Rulebook, Rules
from copydesk.lsp.settings import OFF, WORKSPACE, ClientSettings
from copydesk.model.report import Diagnostic, Problem, Report
from copydesk.model.source import Position, Source
from copydesk.plugins.registry import load_registry
from copydesk.run.choice import choose, find_named, open_house
from copydesk.run.discovery import Discovered, find_archive
from copydesk.run.inputs import Input, read_input
from copydesk.run.jobs import Progress
from copydesk.run.runner import run
from copydesk.work.cache import Cache, cache_folder

PLAIN = ("plaintext", "text", "")
"""What editors call plain text."""


class Found(Struct, frozen=True):
    """What a check says of one draft, as far as it is to be shown."""

    findings: tuple[Diagnostic, ...] = ()
    problems: tuple[Problem, ...] = ()


NOTHING = Found()


class Superseded(Exception):  # noqa: N818  no error: something newer waits
    """What was asked is not wanted any more."""


class Desk:
    """Everything that is installed, and the configuration. One thread works here at a time.

    root      the folder of the workspace
    settings  those of the editor
    """

    def __init__(self, root: str, *, plugins: bool = True) -> None:
        self.root = root
        self.plugins = plugins
        self.registry = load_registry(plugins=plugins)
        self.settings = ClientSettings()
        self.rulebook = Rulebook(self.registry, CommandLine())

    def use(self, settings: ClientSettings) -> None:
        """Let these settings hold. Raises UsageError for a wrong name in them: nothing changes then."""
        self.rulebook.use(settings.command_line(self.root))
        self.settings = settings

    def check(self, path: str, language: str, text: str) -> Found:
        """What the rules that read one draft alone find in a text."""
        rules = self._rules_for(path, language)
        if rules is None:
            return NOTHING
        return _shown(run([Input(path, encoded(text))], rules.alone, self.registry), rules.house)

    def check_across(
        self, path: str, language: str, texts: Mapping[str, str], go_on: Callable[[], bool]
    ) -> tuple[dict[str, Found], bool]:
        """What the rules across drafts find, by the paths of the open drafts.

        path   the draft that was opened or saved
        texts  the drafts that are open, by path
        go_on  asked after each draft whether to go on

        Returns also whether there is another archive than before, by which words are judged anew.
        Raises Superseded where nobody wants to go on.
        """
        rules = self._rules_for(path, language)
        if rules is None:
            return {path: NOTHING}, False
        scope = self.settings.across
        changed = scope != OFF and self.rulebook.read_archive(path)
        changed = (scope != OFF and self.rulebook.read_names(path, _while(go_on))) or changed
        rules = self.rulebook.rules_for(path) or rules
        if not rules.across(path).rules:
            return {path: NOTHING}, changed
        compared = {path: texts[path]} if scope == OFF else texts
        inputs = [Input(one, encoded(text)) for one, text in compared.items()]
        if scope == WORKSPACE:
            inputs = find_named(self.registry, [self.root], inputs).inputs
        inputs = choose(inputs, rules.house, Discovered([], []), force_exclude=True).inputs

        keeps = scope == WORKSPACE or rules.archive
        with Cache(cache_folder()) if keeps else nullcontext() as cache:
            report = run(
                inputs, rules.across, self.registry, _while(go_on), cache=cache, archive=rules.archive
            )
        shown = _shown(report, rules.house)
        return {
            one: Found(
                tuple(found for found in shown.findings if found.place.path == one),
                tuple(problem for problem in shown.problems if problem.path == one),
            )
            for one in compared
        }, changed

    def check_folder(self, folder: str, texts: Iterable[Input], go_on: Callable[[], bool]) -> Report:
        """Check the drafts of a folder, as `copydesk check` does; safe beside other work.

        texts  the drafts that are open
        go_on  asked after each draft whether to go on

        Raises UsageError, and Superseded where nobody wants to go on.
        """
        registry = load_registry(plugins=self.plugins)
        house = open_house(registry, self.settings.command_line(self.root))
        top = os.path.join(folder, "")
        found = find_named(registry, [folder], [item for item in texts if item.path.startswith(top)])
        chosen = choose(found.inputs, house, found, force_exclude=True)
        shelves = find_archive(house.archive(item.path for item in chosen.inputs), registry.suffixes)
        with Cache(cache_folder()) as cache:
            report = run(
                chosen.inputs, house.settings, registry, _while(go_on), cache=cache, archive=shelves.inputs
            )
        problems = (*report.problems, *found.problems, *chosen.problems, *shelves.problems)
        return replace(report, findings=_shown(report, house).findings, problems=problems)

    def corrects(self, path: str, text: str, finding: Diagnostic) -> bool:
        """Whether the correction of a finding can be made."""
        reader = self.registry.reader_for(path)
        return bool(correct(path, encoded(text), reader, [finding], unsafe=True).made)

    def corrected(self, path: str, language: str, text: str) -> str:
        """The text after every safe correction."""
        rules = self._rules_for(path, language)
        if rules is None:
            return text
        inputs = [Input(path, encoded(text))]

        def look(inputs: Sequence[Input]) -> Report:
            return run(inputs, rules.alone, self.registry)

        def shown(report: Report) -> Report:
            return replace(report, findings=_shown(report, rules.house).findings)

        outcome = correct_drafts(look(inputs), inputs, look, shown, self.registry, unsafe=False)
        return outcome.after.get(path, encoded(text)).decode()

    def noted(
        self, path: str, text: str, place: Position, rule: str, reason: str, *, whole_draft: bool
    ) -> str:
        """The text with a stet note for a finding. Raises CannotNoteError."""
        check_reason(reason)
        reader = self.registry.reader_for(path)
        noted = add_notes(path, encoded(text), reader, [place], rule, reason, whole_draft=whole_draft)
        if noted.left:
            raise CannotNoteError("no note can be written here: write it by hand")
        return noted.data.decode()

    def ranged(self, path: str, text: str, first: Position, last: Position, rule: str, reason: str) -> str:
        """The text with a range of stet notes from one finding to another. Raises CannotNoteError."""
        check_reason(reason)
        reader = self.registry.reader_for(path)
        return add_range(path, encoded(text), reader, first, last, rule, reason).decode()

    def judge(self, path: str, language: str, text: str, finding: Diagnostic, opinion: Opinion) -> str:
        """Keep a verdict on a finding, and return the path of the file that has it.

        Raises CannotReadError, CannotWriteError and UsageError.
        """
        rules = self._rules_for(path, language)
        if rules is None:
            raise CannotWriteError(f"{path} is not checked")
        document = read_input(Input(path, encoded(text)), self.registry.reader_for(path))
        return keep_verdict(rules.house, Judged(path, document, finding, opinion))

    def takes_notes(self, path: str, language: str, finding: Diagnostic) -> bool:
        """Whether the house lets a stet note for the rule of a finding hold."""
        rules = self._rules_for(path, language)
        return rules is None or not rules.house.settings(path).refuses_note(finding.rule, finding.family)

    def has_place_for_note(self, path: str, text: str, place: Position) -> bool:
        """Whether a note may cover a finding alone: in front matter only one on the draft does."""
        source = Source(path, text)
        offset = source.offset(place.line, place.column)
        return offset >= body_start(source, self.registry.reader_for(path))

    def page(self, path: str, text: str, view: str) -> str:
        """What `copydesk inspect` or `copydesk sources` says of a draft. Raises CannotReadError."""
        from copydesk.views import inspection, sources

        document = read_input(Input(path, encoded(text)), self.registry.reader_for(path))
        return sources.page(document) if view == "sources" else inspection.page(document)

    def _rules_for(self, path: str, language: str) -> Rules | None:
        """The rules for a draft; None for what is no draft, is excluded, or has no right configuration."""
        if not self.reads(path, language):
            return None
        rules = self.rulebook.rules_for(path)
        return None if rules is None or rules.house.excludes(path) else rules

    def reads(self, path: str, language: str) -> bool:
        """Whether somebody reads such a draft: its suffix says who, and without a known one, its language.

        What is no text, such as a Word document, is in no editor.
        """
        known = self.registry.suffixes.get(suffix_of(path))
        if known is not None:
            return known.is_text
        reader = self.registry.readers.get("plain" if language in PLAIN else language)
        if reader is None or not reader.is_text:
            return False
        self.registry.read_as(reader.name, [path])
        return True


def _while(go_on: Callable[[], bool]) -> Progress:
    """What ends a run once nobody wants to go on."""

    def progress(*_: int) -> None:
        if not go_on():
            raise Superseded

    return progress


def _shown(report: Report, house: House) -> Found:
    """The findings of a report that are severe enough to be shown."""
    findings = (one for one in report.findings if house.settings(one.place.path).shows(one))
    return Found(tuple(findings), report.problems)


def encoded(text: str) -> bytes:
    """The bytes of a text; half a surrogate pair, which no file can hold, is read as a question mark."""
    return text.encode("utf-8", "replace")
