"""stet, the editor's "let it stand": notes in a draft, and the findings that they let stand.

    <!-- stet: duplicate-paragraph -- a refrain, on purpose -->     in Markdown
    [stet: duplicate-paragraph -- a refrain, on purpose]            in plain text, and in Markdown too

A note names rules, families, or `all`. It covers the block that it stands in; on its own, the next one;
after the last one, that. `stet-draft:` covers the draft, `stet-begin:` all up to the next `stet-end`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from copydesk.document import Document
from copydesk.model.prose import DRAFT, BlockKind, Note, Scope, Span, Stet
from copydesk.model.source import LINE_END
from copydesk.readers.parts.notes import KIND, inside_line, own_line

_HEAD = rf"(?:[Ss]tet|STET)(?P<kind>{KIND})?(?=[\s:]|$)\s*(?P<colon>:?)"
_DASH = r"-{2,}|[—–]|(?<=\s)-(?=\s)"
_NAME = r"[^\s,;>]+"
_QUOTED_LINE = r"(?:\A|[\r\n])[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*>[^\r\n]*\Z"
_QUOTED = "what stands in a quotation is no note: write it outside, or as a comment"
_NOT_BEGUN = "no range is open here that this stet-end could end: write `stet-begin: RULE -- reason` above it"
_NOT_ENDED = "this range is not ended, so nothing in it stands: write `stet-end` where it ends"
_ENDED_BY_OTHER = (
    "this stet-end names {}, and no range that is open does: write a name that its stet-begin has"
)
_ANY = ""
"""Stands for every name among the ranges that are open."""

_MARGIN = 400
"""How far back the beginning of a quoted line is looked for."""


class Suppressions(Struct, frozen=True):
    """The suppressions of one draft's notes.

    uses  for each finding, the scope and the name of every note that lets it stand
    """

    uses: list[list[tuple[Scope, str]]]

    @property
    def stands(self) -> list[bool]:
        """For each finding, whether it is still reported."""
        return [not uses for uses in self.uses]

    def users(self) -> dict[tuple[Scope, str], list[int]]:
        """Return the findings that each note lets stand, by the note's scope and name."""
        found: dict[tuple[Scope, str], list[int]] = {}
        for number, uses in enumerate(self.uses):
            for use in uses:
                found.setdefault(use, []).append(number)
        return found


class Removal(Struct, frozen=True):
    """The edit that deletes a note from the file: its span there, and the replacement."""

    stretch: Span
    replacement: str


def find_stets(document: Document) -> list[Stet]:
    """Return the stet notes of a draft in file order; empty for a draft without notes.

    A `stet-end` is no note of its own: it ends the last range that is open, or the last one that names a
    rule that it names.
    """
    found: list[Stet] = []
    opened: dict[int, Stet] = {}
    opened_for: dict[str, list[int]] = {_ANY: []}
    for note in document.notes:
        head = re.match(_HEAD, note.text)
        if head is None:
            continue
        stet = _parse(document, note, head)
        kind = (head["kind"] or "").lower()
        if kind == "-begin" and not stet.wrong:
            for name in (_ANY, *stet.names):
                opened_for.setdefault(name, []).append(len(found))
            opened[len(found)] = replace(stet, covers=Span(note.at, note.at))
            stet = replace(stet, names=(), wrong=_NOT_ENDED)
        elif kind == "-end" and not stet.wrong:
            number = max(_last(opened_for.get(name, []), opened) for name in stet.names or (_ANY,))
            if number >= 0:
                begun = opened.pop(number)
                covers = Span(begun.covers.start if begun.covers else note.at, note.at)
                found[number] = replace(begun, covers=covers, end=stet.stretch)
                continue
            named = ", ".join(stet.names)
            wrong = _ENDED_BY_OTHER.format(named) if opened and named else _NOT_BEGUN
            stet = replace(stet, names=(), wrong=wrong)
        found.append(stet)
    return found


def _last(numbers: list[int], opened: Mapping[int, Stet]) -> int:
    """Return the last number that is open, or -1; those after it, which are not, are dropped."""
    while numbers and numbers[-1] not in opened:
        numbers.pop()
    return numbers[-1] if numbers else -1


def silence(stets: Iterable[Stet], findings: Sequence[tuple[Sequence[str], int]]) -> Suppressions:
    """Tell which findings the notes of a draft suppress.

    Where a finding stands in two ranges that name its rule, the one that began last suppresses it.

    findings  the names that stand for each, and where in the prose it begins
    """
    stets = list(stets)
    named: dict[Scope, set[str]] = {DRAFT: set()}
    ends: dict[int, int] = {}
    for stet in stets:
        if stet.end is None:
            named.setdefault(stet.scope, set()).update(stet.names)
            if stet.covers is not None:
                ends[stet.covers.start] = stet.covers.end
    starts = sorted(ends)
    ranges = _ranges_around(stets, findings)
    result = Suppressions([])
    for (names, offset), within in zip(findings, ranges, strict=True):
        scopes = [DRAFT]
        before = bisect_right(starts, offset)
        # A dateline is covered with its paragraph, so two covered parts may overlap.
        scopes += [start for start in starts[max(0, before - 2) : before] if offset <= ends[start]]
        uses: list[tuple[Scope, str]] = [
            (scope, name) for scope in scopes for name in names if name in named[scope]
        ]
        uses += [(covers, name) for name, covers in within]
        result.uses.append(uses)
    return result


def _ranges_around(
    stets: Iterable[Stet], findings: Sequence[tuple[Sequence[str], int]]
) -> list[list[tuple[str, Span]]]:
    """Return for each finding those of its names that a range around it has, with the innermost range."""
    ranges = [(stet.covers, stet.names) for stet in stets if stet.end is not None and stet.covers is not None]
    found: list[list[tuple[str, Span]]] = [[] for _ in findings]
    if not ranges:
        return found
    # What happens at one offset happens in this order: a range ends, a range begins, a finding stands there.
    events = [(covers.end, 0, number) for number, (covers, _) in enumerate(ranges)]
    events += [(covers.start, 1, number) for number, (covers, _) in enumerate(ranges)]
    events += [(offset, 2, number) for number, (_, offset) in enumerate(findings)]
    opened: dict[str, dict[int, Span]] = {}
    for _, what, number in sorted(events):
        if what == 2:
            names = [name for name in findings[number][0] if opened.get(name)]
            found[number] = [(name, next(reversed(opened[name].values()))) for name in names]
            continue
        covers, named = ranges[number]
        for name in named if covers.start < covers.end else ():
            if what:
                opened.setdefault(name, {})[number] = covers
            else:
                del opened[name][number]
    return found


def without_note(text: str, stretch: Span) -> Removal:
    """Return the edit that deletes a note together with its space or line.

    text  the text of the file
    """
    line = own_line(text, stretch.start, stretch.end)
    if line is None:
        return Removal(Span(*inside_line(text, stretch.start, stretch.end)), "")
    first, last = line
    end = _after_line_end(text, last)
    if end == last:
        # The last line of the file takes the line end before it away.
        before = first - (2 if text.startswith("\r\n", first - 2) else 1)
        return Removal(Span(max(0, before), end), "")
    blank_before = first == 0 or _is_blank(text, _line_before(text, first), first)
    following = LINE_END.search(text, end)
    next_end = following.start() if following else len(text)
    blank_after = _is_blank(text, end, next_end)
    if not (blank_before or blank_after or text.startswith("[", stretch.start)):
        # A comment on its own line parts two paragraphs of Markdown: a blank line does too.
        return Removal(Span(first, last), text[first : stretch.start].rstrip(" \t"))
    if blank_before and blank_after and following:
        end = following.end()
    return Removal(Span(first, end), "")


def _parse(document: Document, note: Note, head: re.Match[str]) -> Stet:
    """Return what a note says; of one that begins or ends a range, as if it stood alone."""
    if _is_quoted(document, note):
        return Stet((), "", None, Span(note.start, note.end), (), wrong=_QUOTED)
    listed, reason = "", ""
    if head["colon"]:
        rest = note.text[head.end() :]
        dash = re.search(_DASH, rest)
        listed = rest[: dash.start()] if dash else rest
        reason = " ".join(rest[dash.end() :].split()) if dash else ""
    names: dict[str, Span] = {}
    at = document.source.text.find(note.text, note.start, note.end)
    for match in re.finditer(_NAME, listed):
        first = at + head.end() + match.start()
        names.setdefault(match.group().lower(), Span(first, first + len(match.group())))
    is_whole = (head["kind"] or "").lower() == "-draft"
    covers = None if is_whole else _covered(document, note.at)
    places = tuple(names.values()) if at >= 0 else ()
    return Stet(tuple(names), reason, covers, Span(note.start, note.end), places)


def _is_quoted(document: Document, note: Note) -> bool:
    """Whether a note in brackets stands inside a quotation. A comment never is part of what is said."""
    text = document.source.text
    if not text.startswith("[", note.start):
        return False
    line = re.compile(_QUOTED_LINE).search(text, max(0, note.start - _MARGIN), note.start)
    if note.quoted or line is not None:
        return True
    around = document.quotes.around(Span(note.at, note.at))
    return around is not None and around.start < note.at < around.end


def _covered(document: Document, at: int) -> Span:
    """Return the block at an offset of the prose. A dateline and the paragraph that it opens are one."""
    if not document.blocks:
        return Span(0, 0)
    index = document.block_index(at)
    block = document.blocks[index]
    if block.kind is BlockKind.DATELINE and index + 1 < len(document.blocks):
        return Span(block.start, document.blocks[index + 1].end)
    return block.span


def _after_line_end(text: str, offset: int) -> int:
    match = LINE_END.match(text, offset)
    return match.end() if match else offset


def _line_before(text: str, start: int) -> int:
    """Return where the line begins that ends before `start`, which begins a line."""
    end = start - (2 if text.startswith("\r\n", max(0, start - 2)) else 1)
    return max(text.rfind("\n", 0, end), text.rfind("\r", 0, end)) + 1


def _is_blank(text: str, start: int, end: int) -> bool:
    return not text[start:end].strip(" \t\r\n>")
