"""A list for the morning conference: how many marks each draft has."""

from __future__ import annotations

from collections import Counter

from copydesk import RenderOptions, Report


def render(report: Report, _: RenderOptions) -> str:
    """One line a draft, the most marks first."""
    marks = Counter(finding.place.path for finding in report.findings)
    drafts = sorted((draft.path for draft in report.drafts), key=lambda path: (-marks[path], path))
    return "".join(f"{marks[path]:4} {path}\n" for path in drafts)
