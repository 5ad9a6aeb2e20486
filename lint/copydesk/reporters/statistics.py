"""Counts of findings by rule, for `copydesk check --statistics`."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from copydesk.model.report import Report
from copydesk.reporters import RenderOptions


class RuleCount(Struct, frozen=True):
    """The counts of one rule in a report.

    drafts       in how many drafts it has findings
    corrections  how many of the findings have a correction
    """

    rule: str
    family: str
    findings: int
    drafts: int
    corrections: int


def as_text(report: Report, options: RenderOptions) -> str:  # noqa: ARG001  one signature for all reporters
    """Return a row for each rule with findings, the one with the most first; nothing when clean."""
    counts = list(_counts(report))
    if not counts:
        return ""
    rows = [("FINDINGS", "DRAFTS", "WITH FIX", "RULE")]
    rows += [(f"{one.findings:,}", f"{one.drafts:,}", f"{one.corrections:,}", one.rule) for one in counts]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "".join(
        "  ".join(cell.rjust(width) for cell, width in zip(row[:-1], widths, strict=False)) + f"  {row[-1]}\n"
        for row in rows
    )


def as_json(report: Report, options: RenderOptions) -> str:  # noqa: ARG001  one signature for all reporters
    """Return the counts as a list of objects."""
    from copydesk.reporters.json import dumps

    rows = [
        {
            "rule": one.rule,
            "family": one.family,
            "findings": one.findings,
            "drafts": one.drafts,
            "corrections": one.corrections,
        }
        for one in _counts(report)
    ]
    return dumps(rows, indent=2) + "\n"


def _counts(report: Report) -> Iterator[RuleCount]:
    found: dict[tuple[str, str], list[tuple[str, bool]]] = {}
    for finding in report.findings:
        one = finding.place.path, finding.fix is not None
        found.setdefault((finding.rule, finding.family), []).append(one)
    for (rule, family), each in sorted(found.items(), key=lambda item: (-len(item[1]), item[0])):
        yield RuleCount(
            rule, family, len(each), len({path for path, _ in each}), sum(fixed for _, fixed in each)
        )
