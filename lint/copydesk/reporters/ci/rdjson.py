"""The format of reviewdog (Reviewdog Diagnostic Format). Its columns count bytes of UTF-8.

https://github.com/reviewdog/reviewdog/tree/master/proto/rdf
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from copydesk.model.finding import Severity
from copydesk.model.report import Diagnostic, Place, Problem, Report
from copydesk.reporters import RenderOptions, message_of
from copydesk.reporters.json import dumps
from copydesk.wording import printable

SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}

Column = Callable[[str, int, int], int | None]


def render(report: Report, options: RenderOptions) -> str:
    """Return one `DiagnosticResult`.

    If a draft cannot be read again, its places have lines and no columns.
    """
    column = _Columns(options).of
    value = {
        "source": {"name": "copydesk"},
        "diagnostics": [
            *(_problem(problem) for problem in report.problems),
            *(_diagnostic(finding, column) for finding in report.findings),
        ],
    }
    return dumps(value, indent=2) + "\n"


class _Columns:
    """Columns in bytes. Findings come draft by draft, so two drafts are kept: theirs, and a related one."""

    def __init__(self, options: RenderOptions) -> None:
        self._document = lru_cache(maxsize=2)(options.document)

    def of(self, path: str, line: int, column: int) -> int | None:
        """Return the column in bytes of a column in code points, both 1-based."""
        document = self._document(path)
        if document is None:
            return None
        try:
            before = document.source.line(line, 0, column - 1)
        except IndexError:  # the draft has changed since
            return None
        return len(before.encode("utf-8", "surrogatepass")) + 1


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "message": printable(problem.message),
        "location": {"path": problem.path or "."},
        "severity": "ERROR",
        "code": {"value": "not-checked"},
    }


def _diagnostic(finding: Diagnostic, column: Column) -> dict[str, Any]:
    value: dict[str, Any] = {
        "message": message_of(finding),
        "location": _location(finding.place, column),
        "severity": SEVERITIES[finding.severity],
        "code": {"value": finding.rule},
    }
    if finding.related:
        value["related_locations"] = [
            {"message": printable(related.message), "location": _location(related.place, column)}
            for related in finding.related
        ]
    if finding.fix and len(finding.fix.edits) == 1:  # each suggestion is offered by itself
        edit = finding.fix.edits[0]
        value["suggestions"] = [{"range": _range(edit.place, column), "text": edit.replacement}]
    return value


def _location(place: Place, column: Column) -> dict[str, Any]:
    return {"path": place.path, "range": _range(place, column)}


def _range(place: Place, column: Column) -> dict[str, Any]:
    first = column(place.path, place.line, place.column)
    last = column(place.path, place.end_line, place.end_column)
    if first is None or last is None:
        return {"start": {"line": place.line}, "end": {"line": place.end_line}}
    return {
        "start": {"line": place.line, "column": first},
        "end": {"line": place.end_line, "column": last},
    }
