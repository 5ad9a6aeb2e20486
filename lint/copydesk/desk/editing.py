"""What the page asks of a draft: open, check, correct, let stand, judge, save; nothing of the web."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from copydesk.config.merge import load_verdicts
from copydesk.config.origins import State, state
from copydesk.config.resolver import CommandLine, House
from copydesk.config.settings import Settings
from copydesk.desk.in_its_bytes import in_its_bytes
from copydesk.desk.offsets import Utf16
from copydesk.desk.questions import Explain, Fix, Judge, Open, Page, Pasted, Save, Stet
from copydesk.desk.rendition import plain_rendition, reads_the_same, rendition
from copydesk.document import Document
from copydesk.edits.fixer import correct
from copydesk.edits.rounds import correct_drafts
from copydesk.edits.stet_writer import add_notes, body_start, check_reason
from copydesk.edits.verdict_writer import Judged, keep_verdict, known_by
from copydesk.engine.rule_notes import rule_notes
from copydesk.errors import (
    CannotNoteError,
    CannotReadError,
    CannotWriteError,
    ConfigError,
    UnreadableError,
    UsageError,
)
from copydesk.files.names import marked_copy, suffix_of
from copydesk.house.verdicts import Verdict, last_verdicts
from copydesk.model.report import Diagnostic, Problem, Report
from copydesk.model.source import LINE_END, Source
from copydesk.plugins.registry import Registry
from copydesk.readers import Reader
from copydesk.reporters import RenderOptions, RuleNote
from copydesk.reporters.groups import group_of
from copydesk.run.choice import open_house
from copydesk.run.discovery import find_archive
from copydesk.run.inputs import Input, read_bytes, read_input
from copydesk.run.jobs import SettingsFor
from copydesk.run.runner import asks_for_names, run, with_archive
from copydesk.wording import plain_name

Answer = dict[str, Any]

REFUSALS = (CannotNoteError, CannotReadError, CannotWriteError, UnreadableError, UsageError)
"""What the page is told in one line: nothing of these is a fault of ours."""

if TYPE_CHECKING:
    from copydesk.house.names.known import Names

_RENDERED = frozenset(["html", "cms"])
"""Text formats that nobody wants to read as they are written."""

_LONGEST_NAME = 120
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_FEW = 12
"""Corrections that could not be made together and are tried one by one."""


class Refused(Exception):  # noqa: N818  no error of ours
    """What is asked cannot be done. The message says why."""


class _Draft(Struct, frozen=True, dict=True):
    """A draft of the page, as the engine takes it.

    path      where it is, or would be: the configuration goes by that
    input     its text, under a name that says how it is read
    reader    who reads it
    settings  what holds for it
    """

    path: str
    input: Input
    reader: Reader
    house: House

    @cached_property
    def source(self) -> Source:
        return Source(self.input.path, (self.input.data or b"").decode())


class _Judged(Struct, frozen=True):
    """The last verdicts on the findings of a house, and what is wrong with the file of them."""

    verdicts: Mapping[tuple[str, str], Verdict]
    problems: tuple[str, ...] = ()


class Desk:
    """Drafts, checked and corrected as the command line does it; nothing is kept of them but verdicts.

    drafts  those that were named when the desk was opened
    """

    def __init__(self, registry: Registry, line: CommandLine, drafts: Sequence[Input] = ()) -> None:
        self.registry = registry
        self.drafts = list(drafts)
        self._line = line
        self._houses: dict[str, House] = {}
        self._known: dict[tuple[Input, ...], Names] = {}
        self._asking: dict[tuple[int, str], tuple[SettingsFor, list[Problem]]] = {}
        self._judged: dict[str, tuple[State, _Judged]] = {}
        self._house(line.style or "")

    def start(self) -> Answer:
        """Return what the page shows before there is a draft: the drafts that wait, and the house styles.

        From then on the configuration holds as it is now: a page that is loaded anew reads it anew.
        """
        self._houses.clear()
        self._asking.clear()
        styles = []
        for name, style in self.registry.styles.items():
            from copydesk.config.find import load_style

            styles.append({"name": name, "as_of": str(load_style(style).data.get("as_of", ""))})
        return {
            "drafts": [os.path.basename(item.path) for item in self.drafts],
            "suffixes": sorted(self.registry.suffixes),
            "styles": styles,
            "problems": list(self.registry.problems),
        }

    def refuse_unreadable(self) -> None:
        """Raise UsageError where one of the drafts cannot be read."""
        for item in self.drafts:
            try:
                read_input(item, self.registry.reader_for(item.path))
            except CannotReadError as error:
                raise UsageError(f"{item.path}: {error}") from error

    def open(self, asked: Open) -> Answer:
        """Return a draft as the page shows it, with the bytes of its file, which the page keeps."""
        if asked.number is not None:
            path = self._numbered(asked.number).path
            data = read_bytes(self._numbered(asked.number))
        else:
            path, data = _safe(asked.name), asked.data or b""
            suffix = suffix_of(path)
            if suffix and suffix not in self.registry.suffixes:
                raise Refused(f"{suffix} files are not read: save it as .docx, .html, .md or .txt first")
            read_bytes(Input(path, data))  # refuses what is too large
        reader = self.registry.reader_for(path)
        document = read_input(Input(path, data), reader)
        name = os.path.basename(path)
        if self._is_rendered(reader):
            text = rendition(document)
            shown = Document(self.registry.readers["markdown"].read("", text.encode()))
            return {
                "name": name,
                "number": asked.number,
                "format": "markdown",
                "text": text,
                "original": data,
                "rendered": True,
                "faithful": reads_the_same(document, shown),
            }
        return {
            "name": name,
            "number": asked.number,
            "format": reader.name if reader.name in ("plain", "markdown") else "file",
            "text": LINE_END.sub("\n", document.source.text),
            "original": data,
            "rendered": False,
            "faithful": True,
        }

    def paste(self, asked: Pasted) -> Answer:
        """Return pasted HTML as text for a draft of this format."""
        document = read_input(Input("clipboard.html", asked.html.encode()), self.registry.readers["html"])
        make = rendition if asked.format == "markdown" else plain_rendition
        return {"text": make(document).strip("\n")}

    def check(self, page: Page) -> Answer:
        """Return the findings of a draft, in the order of its text."""
        draft = self._draft(page)
        report = self._report(draft)
        utf16 = Utf16(draft.source.text)
        corrected = self._corrected(draft, report.findings)
        judged = self._verdicts(draft)
        findings = [
            {
                **self._finding(draft, finding, utf16, fixable=finding in corrected),
                "verdict": self._verdict(draft, finding, judged.verdicts),
            }
            for finding in report.findings
        ]
        return {
            "findings": sorted(findings, key=lambda one: (one["start"], one["end"], one["rule"])),
            "words": sum(one.words for one in report.drafts),
            "problems": [*(problem.message for problem in report.problems), *judged.problems],
            "style": self._style(draft),
        }

    def cast(self, page: Page) -> Answer:
        """Return the people, sources and quotations of a draft, with their places."""
        from copydesk.views import inspection, sources

        draft = self._draft(page)
        document = read_input(draft.input, draft.reader)
        utf16 = Utf16(draft.source.text)
        seen, rests = inspection.describe(document), sources.describe(document)
        names = [
            {**one, "text": document.source.text[one["start"] : one["end"]]} for one in seen["quotations"]
        ]
        found: Answer = utf16.converted(
            {
                "people": seen["people"],
                "quotations": names,
                "sources": rests["sources"],
                "silent": rests["silent"],
                "unattributed": rests["unattributed"],
            }
        )
        return found

    def fix(self, asked: Fix) -> Answer:
        """Return the text with the correction that is asked for, or with all safe ones."""
        draft = self._draft(asked.page)
        report = self._report(draft)
        if asked.rule:
            finding = self._found(draft, report.findings, asked.rule, asked.start)
            data = draft.input.data or b""
            done = correct(draft.input.path, data, draft.reader, [finding], unsafe=True)
            if not done.made:
                raise Refused("this cannot be corrected by itself here: change the words in the text")
            return {"text": done.data.decode(), "made": 1}

        def look(inputs: Sequence[Input]) -> Report:
            return self._report(replace(draft, input=inputs[0]))

        outcome = correct_drafts(report, [draft.input], look, lambda one: one, self.registry, unsafe=False)
        if not outcome.after:
            raise Refused("; ".join(one.message for one in outcome.problems) or "nothing can be corrected")
        path = draft.input.path
        return {"text": outcome.after[path].decode(), "made": outcome.made[path]}

    def stet(self, asked: Stet) -> Answer:
        """Return the text with a note that lets a finding stand, and whether that covers the whole draft."""
        draft = self._draft(asked.page)
        check_reason(asked.reason)
        finding = self._found(draft, self._report(draft).findings, asked.rule, asked.start)
        if draft.house.settings(draft.path).refuses_note(finding.rule, finding.family):
            raise Refused(f"no note lets {finding.rule} stand in this house (no-stet): mend the copy")
        place = draft.source.position(draft.source.offset(finding.place.line, finding.place.column))
        noted = add_notes(
            draft.input.path, draft.input.data or b"", draft.reader, [place], asked.rule, asked.reason
        )
        if noted.left:
            raise Refused("no note can be written here: write it by hand")
        is_whole = asked.start < Utf16(draft.source.text).units(body_start(draft.source, draft.reader))
        return {"text": noted.data.decode(), "whole": is_whole}

    def judge(self, asked: Judge) -> Answer:
        """Keep a verdict on a finding, and return the name of the file that has it."""
        draft = self._draft(asked.page)
        finding = self._found(draft, self._report(draft).findings, asked.rule, asked.start)
        if finding.rule not in self.registry.rules:
            raise Refused(f"{finding.rule} comes from copydesk itself, and has no verdicts")
        document = read_input(draft.input, draft.reader)
        file = keep_verdict(draft.house, Judged(draft.path, document, finding, asked.opinion))
        return {"file": os.path.basename(file)}

    def explain(self, asked: Explain) -> Answer:
        """Return what a rule says of itself, with examples of both kinds."""
        from copydesk.testing import unmark

        note = self._notes.get(asked.rule)
        if note is None:
            raise Refused(f"there is no rule {asked.rule}")
        examples = []
        if asked.rule in self.registry.rules:
            for example in self.registry.rules[asked.rule].rule.examples:
                text, marks = unmark(example.text)
                utf16 = Utf16(text)
                spans = [[utf16.units(mark.start), utf16.units(mark.end)] for mark in marks]
                examples.append({"text": text, "marks": spans, "why": example.why})
        return {
            "rule": note.name,
            "name": plain_name(note.name),
            "family": note.family,
            "summary": note.summary,
            "why": note.why,
            "examples": examples,
        }

    def save(self, asked: Save) -> Answer:
        """Return the draft as a file, with its name."""
        make: Mapping[str, Callable[[Save, _Draft], Answer]] = {
            "same": self._as_it_came,
            "word": self._as_word,
            "page": self._as_page,
        }
        return make[asked.kind](asked, self._draft(asked.page))

    def _as_it_came(self, asked: Save, draft: _Draft) -> Answer:
        data, name = draft.input.data or b"", os.path.basename(draft.path)
        original = asked.original
        if original is None:
            name = os.path.basename(draft.input.path)
            return {"name": name, "type": "text/plain; charset=utf-8", "data": data}
        reader = self.registry.reader_for(draft.path)
        document, note = read_input(Input(draft.path, original), reader), ""
        if self._is_rendered(reader):
            markdown = self.registry.readers["markdown"]
            shown = Document(markdown.read(draft.input.path, rendition(document).encode()))
            edited = read_input(draft.input, markdown)  # whatever the page says: that is what it was given
            from copydesk.desk.returning import returned

            data = returned(draft.path, original, reader, shown, edited)
        else:
            data, note = in_its_bytes(document.source, original, draft.source.text)
        kind = "text/plain; charset=utf-8" if reader.is_text else _WORD
        return {"name": name, "type": kind, "data": data, "note": note}

    def _as_word(self, asked: Save, draft: _Draft) -> Answer:
        from copydesk.edits.word.marking import mark, seal
        from copydesk.edits.word.remarks import remarks_of

        reader = self.registry.reader_for(draft.path)
        if asked.original is not None and not reader.is_text:
            path = draft.path
            data: bytes = self._as_it_came(asked, draft)["data"]
        else:
            from copydesk.desk.word import word_document

            path = f"{os.path.splitext(draft.path)[0]}.docx"
            data = word_document(read_input(draft.input, draft.reader))
        # What the page shows is what is said: notes and what the editor ignored count there.
        wanted = Counter((one.rule, one.excerpt) for one in self._not_ignored(draft, asked.ignored))
        marked = []
        for finding in self._report(replace(draft, input=Input(path, data))).findings:
            key = finding.rule, finding.excerpt
            if wanted[key]:
                wanted[key] -= 1
                marked.append(finding)
        data = seal(path, mark(path, data, remarks_of(marked)))
        return {"name": os.path.basename(marked_copy(path)), "type": _WORD, "data": data}

    def _as_page(self, asked: Save, draft: _Draft) -> Answer:
        findings = tuple(self._not_ignored(draft, asked.ignored))
        report = replace(self._report(draft), findings=findings)
        document = read_input(draft.input, draft.reader)
        options = RenderOptions(
            rules=lambda: self._notes, document=lambda _: document, note_in=self.registry.note_in
        )
        page = self.registry.reporters["html"].render(report, options)
        name = f"{os.path.splitext(os.path.basename(draft.path))[0]}.copydesk.html"
        return {"name": name, "type": "text/html; charset=utf-8", "data": page.encode()}

    def _not_ignored(self, draft: _Draft, ignored: Iterable[tuple[str, int]]) -> list[Diagnostic]:
        utf16, gone = Utf16(draft.source.text), set(ignored)
        return [
            one
            for one in self._report(draft).findings
            if (one.rule, utf16.units(_start(draft.source, one))) not in gone
        ]

    @cached_property
    def _notes(self) -> Mapping[str, RuleNote]:
        return rule_notes(self.registry)

    def _numbered(self, number: int) -> Input:
        if not 0 <= number < len(self.drafts):
            raise Refused("there is no such draft: it was not named when the desk was opened")
        return self.drafts[number]

    def _house(self, style: str) -> House:
        if style not in self._houses:
            line = replace(self._line, style=style) if style else self._line
            self._houses[style] = open_house(self.registry, line)
        return self._houses[style]

    def _draft(self, page: Page) -> _Draft:
        path = _safe(page.name) if page.number is None else self._numbered(page.number).path
        named = path
        if page.format != "file":
            reader = self.registry.readers[page.format]
            if self.registry.reader_for(path) is not reader:
                named = f"{os.path.splitext(path)[0] if suffix_of(path) else path}{reader.suffixes[0]}"
        reader = self.registry.reader_for(named)
        return _Draft(path, Input(named, page.text.encode()), reader, self._house(page.style))

    def _is_rendered(self, reader: Reader) -> bool:
        return not reader.is_text or reader.name in _RENDERED

    def _report(self, draft: _Draft) -> Report:
        """What is found in a draft, as far as the configuration shows it."""
        settings = self._settings(draft)
        report = run([draft.input], lambda _: settings, self.registry)
        shown = tuple(filter(settings.shows, report.findings))
        _, problems = self._asking[id(draft.house), draft.path]
        return replace(report, findings=shown, problems=(*report.problems, *problems))

    def _settings(self, draft: _Draft) -> Settings:
        """What holds for a draft; the words of its archive are counted once."""
        key = id(draft.house), draft.path
        if key not in self._asking:
            settings_for: SettingsFor = draft.house.settings
            archive = find_archive(draft.house.archive([draft.path]), self.registry.suffixes)
            if archive.inputs:
                names = self._names(archive.inputs) if asks_for_names([settings_for(draft.path)]) else None
                settings_for = with_archive(settings_for, archive.inputs, self.registry, names)
            self._asking[key] = settings_for, archive.problems
        return self._asking[key][0](draft.path)

    def _names(self, archive: Sequence[Input]) -> Names:
        """Whom an archive names: counted as far as no earlier run did."""
        from copydesk.run.archive import names_of
        from copydesk.work.cache import Cache, cache_folder

        key = tuple(archive)
        if key not in self._known:
            with Cache(cache_folder()) as cache:
                self._known[key] = names_of(archive, self.registry, cache=cache)
        return self._known[key]

    def _style(self, draft: _Draft) -> str:
        """The house style that the configuration of a draft names, whatever the page chose."""
        from copydesk.config.merge import given

        found = given(self._house("").layers(draft.path), "style")
        return "" if found is None else str(found.value)

    def _corrected(self, draft: _Draft, findings: Iterable[Diagnostic]) -> list[Diagnostic]:
        """The findings whose corrections can be made."""
        fixable = [finding for finding in findings if finding.fix is not None]
        if not fixable:
            return []
        make = partial(correct, draft.input.path, draft.input.data or b"", draft.reader, unsafe=True)
        made = make(fixable).made
        left = [finding for finding in fixable if finding not in made]
        return made + [finding for finding in left[:_FEW] if make([finding]).made]

    def _verdicts(self, draft: _Draft) -> _Judged:
        """The last verdicts on the findings of a house: read again where the file has changed."""
        file = draft.house.verdicts_file(draft.path)
        now = state([file])
        if file not in self._judged or self._judged[file][0] != now:
            try:
                judged = _Judged(last_verdicts(load_verdicts(file)))
            except ConfigError as error:
                judged = _Judged({}, (f"verdicts can be neither shown nor kept: {error}",))
            self._judged[file] = now, judged
        return self._judged[file][1]

    def _verdict(
        self, draft: _Draft, finding: Diagnostic, verdicts: Mapping[tuple[str, str], Verdict]
    ) -> str | None:
        """The verdict on a finding, empty where there is none yet; None where there can be none."""
        if finding.rule not in self.registry.rules:
            return None
        known = verdicts.get(known_by(draft.path, finding))
        return known.opinion if known else ""

    def _found(self, draft: _Draft, findings: Iterable[Diagnostic], rule: str, start: int) -> Diagnostic:
        utf16 = Utf16(draft.source.text)
        for finding in findings:
            if finding.rule == rule and utf16.units(_start(draft.source, finding)) == start:
                return finding
        raise Refused("this is not found any more: the text has changed")

    def _finding(self, draft: _Draft, finding: Diagnostic, utf16: Utf16, *, fixable: bool) -> Answer:
        source, place = draft.source, finding.place
        fix = finding.fix
        return {
            "rule": finding.rule,
            "name": plain_name(finding.rule),
            "group": group_of(finding.rule, finding.family),
            "severity": finding.severity.label,
            "promised": finding.promised and finding.promised.label,
            "message": finding.message,
            "excerpt": finding.excerpt,
            "line": place.line,
            "start": utf16.units(_start(source, finding)),
            "end": utf16.units(source.offset(place.end_line, place.end_column)),
            "related": [
                {
                    "message": one.message,
                    "start": utf16.units(source.offset(one.place.line, one.place.column)),
                    "end": utf16.units(source.offset(one.place.end_line, one.place.end_column)),
                }
                for one in finding.related
                if one.place.path == place.path
            ],
            "fix": {"message": fix.message, "safe": fix.applicability == "safe"} if fix and fixable else None,
            "stet": bool(draft.reader.note) and finding.rule in self.registry.rules,
        }


def _start(source: Source, finding: Diagnostic) -> int:
    return source.offset(finding.place.line, finding.place.column)


def _safe(name: str) -> str:
    """The name of a draft that came by the page. A path is none: what it named would be of the disk."""
    if not name or len(name) > _LONGEST_NAME or name.startswith(".") or not name.isprintable():
        raise Refused("a draft has a name of at most 120 characters that begins with no dot")
    if any(one in name for one in '/\\:*?"<>|'):
        raise Refused("a draft has the name of a file, not a path")
    return name
