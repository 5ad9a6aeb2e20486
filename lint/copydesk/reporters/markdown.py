"""A report for the page of a merge request, a wiki or a mail: Markdown that GitHub and GitLab show alike."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from copydesk.model.report import Diagnostic, Place, Report
from copydesk.reporters import RenderOptions, why_lowered
from copydesk.wording import close, count, printable

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>|~$&]|^(?:[-+#=]|\d+[.)])", re.MULTILINE)
_CALLS = re.compile(r"[@#](?=\w)|(?<=\w)://")


def render(report: Report, options: RenderOptions) -> str:
    """Return how it went, then a list a draft: severity, place, message, rule."""
    return "".join(stream(report, options))


def stream(report: Report, options: RenderOptions) -> Iterator[str]:  # noqa: ARG001  as for all reporters
    """Yield the report line by line."""
    return (f"{line}\n" for line in _lines(report))


def _lines(report: Report) -> Iterator[str]:
    yield f"## copydesk: {close(report)}"
    if report.problems:
        yield ""
        yield f"### Not checked: {count(len(report.problems), 'problem')}"
        yield ""
        for problem in report.problems:
            where = "" if problem.path is None else f"{code(problem.path)}: "
            yield f"- {where}{escape(problem.message)}"
    for path, findings in groupby(report.findings, key=lambda finding: finding.place.path):
        yield ""
        yield f"### {code(path)}"
        yield ""
        for finding in findings:
            yield from _finding(finding)


def _finding(finding: Diagnostic) -> Iterator[str]:
    here = finding.place.path
    lowered = why_lowered(finding)
    severity = f"**{finding.severity.label}** ({lowered})" if lowered else f"**{finding.severity.label}**"
    yield (f"- {severity} {_at(finding.place, here)} {escape(finding.message)} ({code(finding.rule)})")
    for related in finding.related:
        yield f"  - {_at(related.place, here)} {escape(related.message)}"


def _at(place: Place, here: str) -> str:
    where = "" if place.path == here else f"{code(place.path)}, "
    return f"{where}{escape(place.label)}:" if place.label else f"{where}line {place.line}:"


def escape(text: str) -> str:
    """Text that stays as it is: no markup, no link, nobody called by `@name`, no issue by its number."""
    escaped = _SPECIAL.sub(lambda match: f"{match.group()[:-1]}\\{match.group()[-1]}", printable(text))
    return _CALLS.sub(lambda match: f"{match.group()[0]}<!-- -->{match.group()[1:]}", escaped)


def code(text: str) -> str:
    """Return a code span that holds any text."""
    text = printable(text)
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", text)), default=0))
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{pad}{text}{pad}{fence}"
