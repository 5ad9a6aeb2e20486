"""The whole report as JSON, for programs. `copydesk/schema/report.schema.json` describes it."""

from __future__ import annotations

import json
import re
from typing import Any

from copydesk.model.report import CheckedDraft, Diagnostic, Place, PlacedFix, Problem, Report
from copydesk.reporters import RenderOptions
from copydesk.version import __version__

VERSION = 1

# A file name that is not text is decoded to lone surrogates, which no encoding can write: JSON has escapes.
# They serve for the control characters that JSON allows, and for `##[`, a command of CI services in any line.
_ESCAPED = re.compile(r"[\x7f-\x9f\ud800-\udfff]|#(?=#\w*\[)")


def render(report: Report, options: RenderOptions) -> str:  # noqa: ARG001  one signature for all reporters
    """Return the report as JSON, keys in a fixed order."""
    return dumps(describe(report), indent=2) + "\n"


def describe(report: Report) -> dict[str, Any]:
    """Return the report as plain values, keys in a fixed order."""
    return {
        "version": VERSION,
        "tool": {
            "name": "copydesk",
            "version": __version__,
            "plugins": [{"name": p.name, "distribution": p.distribution} for p in report.plugins],
        },
        "drafts": [_draft(draft) for draft in report.drafts],
        "findings": [describe_finding(finding) for finding in report.findings],
        "problems": [_problem(problem) for problem in report.problems],
    }


def dumps(value: Any, indent: int | None = None) -> str:
    """JSON as it is written everywhere in copydesk: readable, and valid in every encoding of Unicode."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _ESCAPED.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def _draft(draft: CheckedDraft) -> dict[str, Any]:
    return {"path": draft.path, "format": draft.format, "words": draft.words, "encoding": draft.encoding}


def describe_finding(finding: Diagnostic) -> dict[str, Any]:
    """Return a finding as plain values, as the report has it."""
    return {
        **_place(finding.place),
        "rule": finding.rule,
        "family": finding.family,
        "severity": finding.severity.label,
        "message": finding.message,
        "excerpt": finding.excerpt,
        "related": [{**_place(related.place), "message": related.message} for related in finding.related],
        "fix": finding.fix and _fix(finding.fix),
    }


def _fix(fix: PlacedFix) -> dict[str, Any]:
    edits = [{**_stretch(edit.place), "replacement": edit.replacement} for edit in fix.edits]
    return {"message": fix.message, "applicability": fix.applicability, "edits": edits}


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "path": problem.path,
        "message": problem.message,
        "rule": problem.rule,
        "plugin": problem.plugin,
    }


def _place(place: Place) -> dict[str, Any]:
    label = {"label": place.label} if place.label else {}
    return {"path": place.path, **_stretch(place), **label}


def _stretch(place: Place) -> dict[str, Any]:
    return {
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
    }
