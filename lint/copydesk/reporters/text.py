"""The shape that gcc, Vim, Emacs, VS Code and the matchers of CI read: one line a finding."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from copydesk.model.report import Place, Report
from copydesk.reporters import RenderOptions
from copydesk.wording import printable


def render(report: Report, options: RenderOptions) -> str:
    """`path:line:column: severity: message [rule]`, other places as `note` lines; nothing when clean."""
    return "".join(stream(report, options))


def stream(report: Report, options: RenderOptions) -> Iterator[str]:  # noqa: ARG001  as for all reporters
    """Yield the report line by line."""
    for path, findings in groupby(report.findings, key=lambda finding: finding.place.path):
        name = printable(path)
        # Lines that are read beside the draft stand in the order of the draft, whatever their severity.
        for finding in sorted(findings, key=lambda finding: (finding.place.line, finding.place.column)):
            at, message = finding.place, printable(finding.message)
            yield f"{name}:{at.line}:{at.column}: {finding.severity.label}: {message} [{finding.rule}]\n"
            for related in finding.related:
                yield f"{_at(related.place)}: note: {printable(related.message)}\n"


def _at(place: Place) -> str:
    return f"{printable(place.path)}:{place.line}:{place.column}"
