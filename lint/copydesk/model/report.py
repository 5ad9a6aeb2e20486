"""Results of a run, with places in files instead of spans of prose. Plain values, safe to pickle.

Structs of msgspec, because making a frozen dataclass takes Python fifty times as long, at every start. Those
of which there are many are packed as arrays of their fields.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import chain, groupby, islice
from operator import eq
from typing import TYPE_CHECKING, overload

from msgspec import Struct
from msgspec.structs import replace

from copydesk.model.finding import Severity
from copydesk.model.prose import Span

if TYPE_CHECKING:
    from msgspec.msgpack import Decoder


class Place(Struct, frozen=True, array_like=True):
    """A stretch of a file. Lines and columns are 1-based, columns in code points, the end exclusive.

    label  how a person finds it, in a format whose lines nobody sees: `paragraph 12, "will will"`; else empty
    """

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    label: str = ""


class RelatedPlace(Struct, frozen=True, array_like=True):
    """Another place that a finding is about."""

    place: Place
    message: str


class PlacedEdit(Struct, frozen=True, array_like=True):
    """Replace a stretch of a file.

    span  the same stretch in the prose; None for what is no prose, such as a note
    """

    place: Place
    replacement: str
    span: Span | None = None


class PlacedFix(Struct, frozen=True, array_like=True):
    """A correction, in places of the file."""

    message: str
    applicability: str
    edits: tuple[PlacedEdit, ...]


class Diagnostic(Struct, frozen=True, array_like=True):
    """A finding, placed in its file.

    excerpt  the words of the span
    context  the line of the file that it begins on, cut to what a terminal can show
    offset   where the finding begins in `context`
    promised the severity that it would have, did its rule keep its promise in this house; else None
    """

    place: Place
    rule: str
    family: str
    severity: Severity
    message: str
    excerpt: str
    context: str
    offset: int
    related: tuple[RelatedPlace, ...] = ()
    fix: PlacedFix | None = None
    promised: Severity | None = None

    @property
    def order(self) -> tuple[str, bool, int, int, str, str, int, int]:
        """The one order of every report: by file, notes for the editor's eye last, then by place."""
        at, info = self.place, self.severity is Severity.INFO
        return at.path, info, at.line, at.column, self.rule, self.message, at.end_line, at.end_column


class DraftFindings(Struct, frozen=True):
    """The findings on one draft, in report order.

    path    the draft
    counts  how many there are of each severity, the least first
    kept    the findings, or their bytes
    least   the least severity of those that are shown
    """

    path: str
    counts: tuple[int, ...]
    kept: tuple[Diagnostic, ...] | bytes
    least: Severity = Severity.INFO

    @classmethod
    def of(cls, path: str, findings: Iterable[Diagnostic]) -> DraftFindings:
        """Return the findings on the draft at a path, whatever order they come in."""
        kept = tuple(sorted(findings, key=lambda finding: finding.order))
        severities = [finding.severity for finding in kept]
        return cls(path, tuple(map(severities.count, Severity)), kept)

    def packed(self) -> DraftFindings:
        """Return the same findings in a third of the memory.

        As they are where they are too many to pack, or name a file whose name is no text.
        """
        if isinstance(self.kept, bytes) or not self.kept:
            return self
        from msgspec.msgpack import encode

        from copydesk.model.packing import compress

        try:
            return replace(self, kept=compress(encode(self.kept)))
        except ValueError:
            return self

    def at_least(self, least: Severity) -> DraftFindings:
        """Return those that are of this severity or a graver one."""
        return replace(self, least=max(self.least, least))

    def without(self, is_left_out: Callable[[str, str], bool]) -> DraftFindings:
        """Return them without those of some rules: `is_left_out` takes the rule and its family."""
        left = DraftFindings.of(self.path, (one for one in self if not is_left_out(one.rule, one.family)))
        return left.packed() if isinstance(self.kept, bytes) else left

    def number(self, least: Severity) -> int:
        """Return how many of the findings that are shown are of this severity or a graver one."""
        return sum(self.counts[max(least, self.least) - 1 :])

    def __len__(self) -> int:
        return self.number(self.least)

    def __iter__(self) -> Iterator[Diagnostic]:
        kept = self.kept
        if isinstance(kept, bytes):
            from copydesk.model.packing import decompress

            kept = _decoder().decode(decompress(kept))
        return (finding for finding in kept if finding.severity >= self.least)


@cache
def _decoder() -> Decoder[tuple[Diagnostic, ...]]:
    """Return what reads the bytes of packed findings."""
    from msgspec.msgpack import Decoder

    return Decoder(tuple[Diagnostic, ...])


class Findings(Sequence[Diagnostic]):
    """The findings of a run, in report order. Those of many drafts are unpacked draft by draft, when read.

    drafts  those drafts of the run on which there are any, in the order of their paths
    """

    def __init__(self, drafts: Iterable[DraftFindings]) -> None:
        self.drafts = tuple(filter(len, drafts))

    @classmethod
    def of(cls, findings: Iterable[Diagnostic]) -> Findings:
        """Return findings that are in report order as those of a run."""
        if isinstance(findings, cls):
            return findings
        by_path = groupby(findings, key=lambda finding: finding.place.path)
        return cls(DraftFindings.of(path, found) for path, found in by_path)

    def __len__(self) -> int:
        return sum(map(len, self.drafts))

    def __iter__(self) -> Iterator[Diagnostic]:
        return chain.from_iterable(self.drafts)

    @overload
    def __getitem__(self, index: int) -> Diagnostic: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Diagnostic, ...]: ...

    def __getitem__(self, index: int | slice) -> Diagnostic | tuple[Diagnostic, ...]:
        if isinstance(index, slice):
            return tuple(self)[index]
        place = range(len(self))[index]
        return next(islice(self, place, None))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Findings | tuple):
            return NotImplemented
        return len(self) == len(other) and all(map(eq, self, other))

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return f"Findings({[*self]!r})"


class Problem(Struct, frozen=True):
    """Something that was asked for and not done. A report with a problem exits 2.

    path     the file, or None where the problem is not about one
    message  what happened, and what to do
    rule     the rule that crashed, or None
    plugin   the plugin at fault, or None
    """

    message: str
    path: str | None = None
    rule: str | None = None
    plugin: str | None = None

    @property
    def order(self) -> tuple[str, str]:
        """The one order of every report: what is about no file first, then by file."""
        return self.path or "", self.message


class CheckedDraft(Struct, frozen=True):
    """A draft that was read and checked."""

    path: str
    format: str
    words: int
    encoding: str


class StetNote(Struct, frozen=True):
    """A stet note of a draft, and what it does in this run.

    text     what it says, without its marks and its reason
    reason   why, or empty
    stands   the findings that it lets stand
    refused  the findings that are reported all the same, because the house lets no note suppress them
    fault    why it cannot be followed, or which of its names is none; empty where all is well
    """

    place: Place
    text: str
    reason: str
    stands: tuple[Diagnostic, ...]
    refused: tuple[Diagnostic, ...]
    fault: str


class Plugin(Struct, frozen=True):
    """A plugin that took part; `distribution` is its installed package with the version, where known."""

    name: str
    distribution: str | None = None


class Report(Struct, frozen=True):
    """The result of a run. Findings are in report order, drafts in path order.

    notes    the stet notes of the drafts, in report order
    hidden   how many findings were left out of `findings` because they are below what is to be shown
    failing  how many findings, hidden ones too, are at or above what their draft is to fail on
    """

    drafts: tuple[CheckedDraft, ...] = ()
    findings: Sequence[Diagnostic] = ()
    problems: tuple[Problem, ...] = ()
    plugins: tuple[Plugin, ...] = ()
    notes: tuple[StetNote, ...] = ()
    hidden: int = 0
    failing: int = 0

    @property
    def exit_code(self) -> int:
        """0: clean. 1: a finding at or above what its draft is to fail on. 2: something was not checked."""
        if self.problems:
            return 2
        return 1 if self.failing else 0
