"""How much was found, in words: the last line of a page, and the first of a summary."""

from __future__ import annotations

from collections import Counter

from copydesk.report import Report


def close(report: Report) -> str:
    """`3 findings in 2 of 5 drafts: 1 error, 2 warnings`, or that nothing was found."""
    drafts = count(len(report.drafts), "draft")
    hidden = f" ({count(report.hidden, 'finding')} below --show not listed)" if report.hidden else ""
    if not report.findings:
        if hidden or report.problems:
            return f"nothing found in {drafts}{hidden}"
        return f"clean: {drafts}, {count(sum(draft.words for draft in report.drafts), 'word')}"
    with_findings = len({finding.place.path for finding in report.findings})
    if with_findings != len(report.drafts):
        drafts = f"{with_findings:,} of {drafts}"
    counts = Counter(finding.severity for finding in report.findings)
    tally = ", ".join(count(counts[s], s.label) for s in sorted(counts, reverse=True))
    return f"{count(len(report.findings), 'finding')} in {drafts}: {tally}{hidden}"


def count(number: int, noun: str) -> str:
    """`1 draft`, `1,200 words`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
