"""The shape that gcc, Vim, Emacs, VS Code and the matchers of CI read: one line a finding."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.model.report import Diagnostic, Place, Report
from copydesk.reporters import RenderOptions
from copydesk.wording import printable


def render(report: Report, options: RenderOptions) -> str:  # noqa: ARG001  one signature for all reporters
    """`path:line:column: severity: message [rule]`, other places as `note` lines; nothing when clean."""
    return "".join(f"{line}\n" for line in _lines(report))


def _lines(report: Report) -> Iterator[str]:
    for finding in sorted(report.findings, key=_order):
        message = printable(finding.message)
        yield f"{_at(finding.place)}: {finding.severity.label}: {message} [{finding.rule}]"
        for related in finding.related:
            yield f"{_at(related.place)}: note: {printable(related.message)}"


def _order(finding: Diagnostic) -> tuple[str, int, int]:
    """Lines that are read beside the draft stand in the order of the draft, whatever their severity."""
    return finding.place.path, finding.place.line, finding.place.column


def _at(place: Place) -> str:
    return f"{printable(place.path)}:{place.line}:{place.column}"
