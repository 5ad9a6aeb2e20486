"""Text of the comment that shows a finding in a Word document."""

from __future__ import annotations

from collections.abc import Iterable

from copydesk.edits.word.comments import Remark
from copydesk.model.report import Diagnostic
from copydesk.readers.word.comments import closing


def remarks_of(findings: Iterable[Diagnostic]) -> list[Remark]:
    """Return a comment for each finding, in the order of the text."""
    return [_remark(finding) for finding in sorted(findings, key=_in_text_order)]


def _remark(finding: Diagnostic) -> Remark:
    """Return the text of a comment: the message, the other places, the correction."""
    place = finding.place
    lines = [f"{finding.severity.label}: {finding.message}"]
    for related in finding.related:
        at = related.place
        where = at.label or f"{at.line}:{at.column}"
        lines.append(f"{where if at.path == place.path else f'{at.path}, {where}'}: {related.message}")
    if finding.fix is not None:
        lines.append(f"Suggestion: {finding.fix.message}")
    lines.append(closing(finding.rule))
    start, end = (place.line - 1, place.column - 1), (place.end_line - 1, place.end_column - 1)
    return Remark(start, end, tuple(lines))


def _in_text_order(finding: Diagnostic) -> tuple[int, int]:
    return finding.place.line, finding.place.column
