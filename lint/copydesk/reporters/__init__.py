"""Reporters turn a report into text. One module a format, one pure function each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from copydesk.model.finding import Severity
from copydesk.model.report import Diagnostic, Place, Report
from copydesk.wording import printable

if TYPE_CHECKING:
    from copydesk.document import Document


def message_of(finding: Diagnostic) -> str:
    """Return the message of a finding, after its place if the format shows no lines.

    Programs show lines of the file, which nobody sees in formats such as Word's.
    """
    label, message = finding.place.label, full_message(finding)
    return printable(f"{label}: {message}" if label else message)


def full_message(finding: Diagnostic) -> str:
    """Return the message of a finding, with the reason at its end where the house has lowered it."""
    lowered = why_lowered(finding)
    return f"{finding.message} ({finding.severity.label} {lowered})" if lowered else finding.message


def why_lowered(finding: Diagnostic) -> str:
    """Return why a finding has not the severity that its rule promises; empty where it has."""
    return f"by the verdicts of the house; else {finding.promised.label}" if finding.promised else ""


def place_of(place: Place) -> str:
    """Return where another place is: `path:line:column`, or the path and how a person finds it there."""
    where = f", {place.label}" if place.label else f":{place.line}:{place.column}"
    return printable(f"{place.path}{where}")


class RuleNote(Struct, frozen=True):
    """A rule's explanation of itself, for reports that explain their findings.

    severity  what it reports unless the configuration says otherwise
    summary   one line: what it reports
    why       why an editor wants to know, and what to do
    """

    name: str
    family: str
    severity: Severity
    summary: str
    why: str


def _no_document(_: str) -> None:
    return None


def _no_note(_: str) -> str:
    return ""


def _slashes(path: str) -> str:
    return path.replace("\\", "/")


def _not_info(finding: Diagnostic) -> bool:
    return finding.severity > Severity.INFO


class RenderOptions(Struct, frozen=True):
    """Options of printing, and the sources of what a report does not hold.

    What is not asked for costs nothing.

    color     whether the output may hold terminal colours
    width     columns of the terminal
    rules     every rule that is installed, by its name, with what copydesk itself reports
    document  the draft at a path, read again; None where it cannot be
    ci_path   a path of the report as a CI service needs it: with slashes, from the root of the repository
    fails     whether a finding makes the run fail
    note_in   how a note is written in a format of drafts, `{}` for its words; empty where none is known
    """

    color: bool = False
    width: int = 100
    rules: Callable[[], Mapping[str, RuleNote]] = dict
    document: Callable[[str], Document | None] = _no_document
    ci_path: Callable[[str], str] = _slashes
    fails: Callable[[Diagnostic], bool] = _not_info
    note_in: Callable[[str], str] = _no_note


class Reporter(Struct, frozen=True):
    """An output format.

    name    what `--format` calls it
    render  the whole report in, the whole output out, with a last line end unless it is empty
    stream  the same output in parts, such as lines, so that a long one is never whole in memory; None where
            it can only be made whole
    """

    name: str
    render: Callable[[Report, RenderOptions], str]
    stream: Callable[[Report, RenderOptions], Iterator[str]] | None = None
