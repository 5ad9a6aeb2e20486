"""The findings of a saved report, which a trial is compared with."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

from copydesk.config.toml.reading import read_bytes
from copydesk.errors import UsageError
from copydesk.model.finding import Severity
from copydesk.model.report import Diagnostic, Place
from copydesk.plugins.registry import Registry
from copydesk.reporters.json import VERSION, loads

LARGEST = 500_000_000
"""Bytes of the largest report that is read: a million findings."""


class SavedReport(Struct, frozen=True):
    """A report as it was saved.

    tool    the version of copydesk that made it
    drafts  the paths of the drafts that it is about
    """

    tool: str
    drafts: tuple[str, ...]
    findings: tuple[Diagnostic, ...]


class _Tool(Struct):
    version: str


class _Draft(Struct):
    path: str


class _Finding(Struct):
    path: str
    line: Annotated[int, Meta(ge=1)]
    column: Annotated[int, Meta(ge=1)]
    end_line: Annotated[int, Meta(ge=1)]
    end_column: Annotated[int, Meta(ge=1)]
    rule: str
    family: str
    severity: Literal["info", "warning", "error"]
    message: str
    excerpt: str
    label: str = ""


class _Report(Struct):
    version: int
    tool: _Tool
    drafts: list[_Draft]
    findings: list[_Finding]


def read_report(path: str, registry: Registry) -> SavedReport:
    """Read what `check` or `trial` wrote with `--format json`; former names of rules become their names now.

    Raises UsageError for a file that is none.
    """
    data = read_bytes(path, path, LARGEST, "report")
    try:
        report = loads(data, _Report)
        findings = tuple(_finding(one, registry) for one in report.findings)
    except ValueError as error:
        raise UsageError(
            f"{path}: is no report of `check --format json` or `trial --format json`: {error}"
        ) from error
    if report.version != VERSION:
        raise UsageError(
            f"{path}: is a report of version {report.version}, and this copydesk reads version {VERSION}"
        )
    return SavedReport(report.tool.version, tuple(draft.path for draft in report.drafts), findings)


def _finding(one: _Finding, registry: Registry) -> Diagnostic:
    return Diagnostic(
        Place(one.path, one.line, one.column, one.end_line, one.end_column, one.label),
        registry.current(one.rule),
        one.family,
        Severity.parse(one.severity),
        one.message,
        one.excerpt,
        "",
        0,
    )
