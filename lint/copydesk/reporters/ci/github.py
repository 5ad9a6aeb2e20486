"""Annotations on a pull request, by the workflow commands of GitHub Actions, and the summary of a step.

https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
"""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.model.finding import Severity
from copydesk.model.report import Diagnostic, Problem, Report
from copydesk.reporters import RenderOptions, message_of, place_of
from copydesk.reporters.markdown import render as render_markdown
from copydesk.wording import printable

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
SUMMARY_LIMIT = 1_000_000
"""Bytes of a step summary; GitHub takes 1 MiB from a step and shows nothing of a longer one."""


def render(report: Report, options: RenderOptions) -> str:
    """Return a workflow command a line.

    Problems come first, then the gravest findings: GitHub shows ten of a kind a step.
    """
    lines = [_problem(problem, options) for problem in report.problems]
    for finding in sorted(report.findings, key=lambda finding: -finding.severity):  # otherwise in their order
        lines.append(_annotation(finding, options))  # noqa: PERF401  a comprehension would hide the order
    return "".join(f"{line}\n" for line in lines)


def summary(report: Report, options: RenderOptions) -> str:
    """Return the report in Markdown, cut to what the page of a run can show."""
    text = render_markdown(report, options)
    data = text.encode("utf-8", "replace")
    if len(data) <= SUMMARY_LIMIT:
        return text
    whole = data[:SUMMARY_LIMIT].decode("utf-8", "ignore").rpartition("\n")[0]
    return f"{whole}\n\nThe report is longer than this page can be: the log of the step has all of it.\n"


def _problem(problem: Problem, options: RenderOptions) -> str:
    where = "" if problem.path is None else f"file={_property(options.ci_path(problem.path))},"
    return f"::error {where}title=not checked::{_data(printable(problem.message))}"


def _annotation(finding: Diagnostic, options: RenderOptions) -> str:
    properties = ",".join(f"{name}={_property(value)}" for name, value in _properties(finding, options))
    message = [message_of(finding)]
    message += [f"{place_of(related.place)}: {printable(related.message)}" for related in finding.related]
    return f"::{LEVELS[finding.severity]} {properties}::{_data(chr(10).join(message))}"


def _properties(finding: Diagnostic, options: RenderOptions) -> Iterator[tuple[str, str]]:
    at = finding.place
    yield "file", options.ci_path(at.path)
    yield "line", str(at.line)
    yield "endLine", str(at.end_line)
    if at.line == at.end_line:  # GitHub knows columns inside one line only
        yield "col", str(at.column)
        yield "endColumn", str(at.end_column)
    yield "title", finding.rule


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(printable(text)).replace(":", "%3A").replace(",", "%2C")
