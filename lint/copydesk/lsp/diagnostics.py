"""Findings as the protocol has them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lsprotocol import types

from copydesk.errors import ConfigError, UsageError
from copydesk.lsp.drafts import Result
from copydesk.lsp.pages import Pages, escaped
from copydesk.lsp.positions import Lines
from copydesk.model.finding import Severity
from copydesk.model.report import Diagnostic, Place
from copydesk.reporters import why_lowered

SOURCE = "copydesk"
NOT_CHECKED = "not-checked"
"""The code of what could not be done."""

_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFO: types.DiagnosticSeverity.Information,
}
_TAGS = {"unused-stet": [types.DiagnosticTag.Unnecessary]}

Locate = Callable[[Place], types.Location]
"""Where a place of another draft, or of this one, is."""


def diagnostics(result: Result, locate: Locate, pages: Pages) -> list[types.Diagnostic]:
    """What a client shows of a result."""
    found = [diagnostic(finding, result.lines, locate, pages) for finding in result.findings]
    return [*_undone(result), *found]


def diagnostic(finding: Diagnostic, lines: Lines, locate: Locate, pages: Pages) -> types.Diagnostic:
    """What a client shows of one finding."""
    page = pages.address(finding.rule)
    related = [types.DiagnosticRelatedInformation(locate(one.place), one.message) for one in finding.related]
    return types.Diagnostic(
        range=lines.range(finding.place),
        message=finding.message,
        severity=_SEVERITIES[finding.severity],
        code=finding.rule,
        code_description=types.CodeDescription(page) if page else None,
        source=SOURCE,
        tags=_TAGS.get(finding.rule),
        related_information=related or None,
    )


def _undone(result: Result) -> Iterator[types.Diagnostic]:
    """What could not be done, at the head of the draft; of a rule that broke a finding tells already."""
    for problem in result.problems:
        if problem.path is not None and problem.rule is None:
            yield at_head(f"not checked: {problem.message}")


def at_head(message: str) -> types.Diagnostic:
    """An error that is about a whole file."""
    start = types.Position(0, 0)
    return types.Diagnostic(
        range=types.Range(start, start),
        message=message,
        severity=types.DiagnosticSeverity.Error,
        code=NOT_CHECKED,
        source=SOURCE,
    )


def fault(error: UsageError) -> types.Diagnostic:
    """What is wrong in a configuration file, at its place there."""
    shown = at_head(error.message if isinstance(error, ConfigError) else str(error))
    shown.code = "configuration"
    if isinstance(error, ConfigError) and error.line:
        start = types.Position(error.line - 1, error.column - 1)
        shown.range = types.Range(start, types.Position(error.line - 1, error.column))
    return shown


def hover(result: Result, position: types.Position, pages: Pages, *, markdown: bool) -> types.Hover | None:
    """Why the findings at a position are reported, and what such a fault looks like; None where none is."""
    point = types.Range(position, position)
    texts: list[str] = []
    where: types.Range | None = None
    for finding in result.findings:
        span = result.lines.range(finding.place)
        if not _holds(span, point):
            continue
        where = where or span
        label = finding.severity.label
        if finding.promised is not None:
            label += f", {why_lowered(finding)}"
        head = f"**{finding.rule}** ({label}): {escaped(finding.message)}"
        link = pages.address(finding.rule)
        tail = [f"[All about {finding.rule}]({link})"] if link else []
        texts.append("\n\n".join([head, *pages.why(finding.rule), *tail]))
    if where is None:
        return None
    text = "\n\n---\n\n".join(texts)
    kind = types.MarkupKind.Markdown if markdown else types.MarkupKind.PlainText
    return types.Hover(types.MarkupContent(kind, text if markdown else _plain(text)), where)


def _holds(outer: types.Range, inner: types.Range) -> bool:
    start = (outer.start.line, outer.start.character) <= (inner.start.line, inner.start.character)
    return start and (inner.end.line, inner.end.character) <= (outer.end.line, outer.end.character)


def _plain(text: str) -> str:
    import re

    return re.sub(r"\\([\\*_\[\]<>|#])", r"\1", text.replace("**", ""))
