"""GitLab's code quality report: what a merge request shows beside the lines it changes.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

from typing import Any

from copydesk.model.finding import Severity
from copydesk.model.report import Diagnostic, Problem, Report
from copydesk.reporters import RenderOptions, message_of
from copydesk.reporters.fingerprints import digits, fingerprints
from copydesk.reporters.json import dumps
from copydesk.wording import printable

SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.INFO: "info"}
NOT_CHECKED = "not-checked"


def render(report: Report, options: RenderOptions) -> str:
    """Return a list of issues. What was not checked is an issue of the severity `blocker`."""
    issues = [_problem(problem, options) for problem in report.problems]
    for finding, name in zip(report.findings, fingerprints(report.findings), strict=True):
        issues.append(_issue(finding, name, options))
    return dumps(issues, indent=2) + "\n"


def _issue(finding: Diagnostic, name: str, options: RenderOptions) -> dict[str, Any]:
    at = finding.place
    return {
        "description": message_of(finding),
        "check_name": finding.rule,
        "fingerprint": name,
        "severity": SEVERITIES[finding.severity],
        "location": {
            "path": options.ci_path(at.path),
            "lines": {"begin": at.line, "end": at.end_line},
        },
    }


def _problem(problem: Problem, options: RenderOptions) -> dict[str, Any]:
    return {
        "description": printable(problem.message),
        "check_name": NOT_CHECKED,
        "fingerprint": digits(NOT_CHECKED, problem.path or "", problem.message),
        "severity": "blocker",
        "location": {"path": options.ci_path(problem.path or "."), "lines": {"begin": 1, "end": 1}},
    }
