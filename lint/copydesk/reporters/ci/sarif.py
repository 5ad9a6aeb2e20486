"""SARIF 2.1.0, which code-scanning services and editors read.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import os
from typing import Any
from urllib.parse import quote

from copydesk.model.finding import Severity
from copydesk.model.report import Diagnostic, Place, PlacedFix, Problem, RelatedPlace, Report
from copydesk.reporters import RenderOptions, RuleNote, full_message
from copydesk.reporters.fingerprints import fingerprints
from copydesk.reporters.json import dumps
from copydesk.version import __version__
from copydesk.wording import printable

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
PROBLEM_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}
"""What GitHub's code scanning calls the severities of a rule."""


MOST_RESULTS = 25_000
MOST_BYTES = 10_000_000
"""What GitHub's code scanning takes: results a run, and bytes of the file after gzip. More is refused.

https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support
"""


def render(report: Report, options: RenderOptions) -> str:
    """Return one run, with every rule that is installed; what was not checked is a notification of the tool.

    Where there are more findings than the consumer takes, the gravest stand there, and a notification says
    how many do not.
    """
    most = min(len(report.findings), MOST_RESULTS)
    text = _render(report, options, most)
    while most and (size := _packed(text)) > MOST_BYTES:
        most = min(most - 1, most * MOST_BYTES * 9 // (size * 10))
        text = _render(report, options, most)
    return text


def _packed(text: str) -> int:
    """Return how many bytes a text has after gzip; as it is, where that is few enough."""
    data = text.encode("utf-8", "replace")
    if len(data) <= MOST_BYTES:
        return len(data)
    from gzip import compress

    return len(compress(data, 6, mtime=0))


def _render(report: Report, options: RenderOptions, most: int) -> str:
    """Return the report with so many findings, the gravest first to be chosen, in their order."""
    findings = list(zip(report.findings, fingerprints(report.findings), strict=True))
    left_out = len(findings) - most
    if left_out:
        gravest = sorted(range(len(findings)), key=lambda at: -findings[at][0].severity)[:most]
        findings = [findings[at] for at in sorted(gravest)]
    rules = {**_unknown(report), **options.rules()}
    names = sorted(rules)
    index = {name: number for number, name in enumerate(names)}
    run = {
        "tool": {
            "driver": {
                "name": "copydesk",
                "semanticVersion": __version__,
                "rules": [_rule(rules[name]) for name in names],
            }
        },
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "invocations": [
            {
                "executionSuccessful": not report.problems,
                "toolExecutionNotifications": [
                    *(_notification(problem, options) for problem in report.problems),
                    *([_left_out(left_out)] if left_out else ()),
                ],
            }
        ],
        "artifacts": [{"location": _artifact(draft.path, options)} for draft in report.drafts],
        "results": [_result(finding, index[finding.rule], name, options) for finding, name in findings],
    }
    return dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _unknown(report: Report) -> dict[str, RuleNote]:
    """Return the rules of the findings, as far as the findings themselves say what they are."""
    return {
        finding.rule: RuleNote(finding.rule, finding.family, finding.severity, finding.rule, finding.rule)
        for finding in report.findings
    }


def _rule(rule: RuleNote) -> dict[str, Any]:
    return {
        "id": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.why},
        "help": {
            "text": f"{rule.summary}\n\n{rule.why}\n\n`copydesk explain {rule.name}` has examples.",
            "markdown": f"**{rule.summary}**\n\n{rule.why}\n\n`copydesk explain {rule.name}` has examples.",
        },
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {"tags": [rule.family], "problem.severity": PROBLEM_LEVELS[rule.severity]},
    }


def _result(finding: Diagnostic, index: int, name: str, options: RenderOptions) -> dict[str, Any]:
    value: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": LEVELS[finding.severity],
        "message": _message(full_message(finding)),
        "locations": [_location(finding.place, options)],
        "partialFingerprints": {"copydesk/v1": name},
    }
    if finding.related:
        value["relatedLocations"] = [
            {**_location(related.place, options), "id": number, "message": _related(related)}
            for number, related in enumerate(finding.related, 1)
        ]
    if finding.fix and not finding.place.label:  # whoever applies it would write into lines of text
        value["fixes"] = [_fix(finding.fix, options)]
    return value


def _fix(fix: PlacedFix, options: RenderOptions) -> dict[str, Any]:
    by_path: dict[str, list[dict[str, Any]]] = {}
    for edit in fix.edits:
        by_path.setdefault(edit.place.path, []).append(
            {"deletedRegion": _region(edit.place), "insertedContent": {"text": edit.replacement}}
        )
    return {
        "description": _message(fix.message),
        "artifactChanges": [
            {"artifactLocation": _artifact(path, options), "replacements": replacements}
            for path, replacements in by_path.items()
        ],
        "properties": {"applicability": fix.applicability},
    }


def _notification(problem: Problem, options: RenderOptions) -> dict[str, Any]:
    value: dict[str, Any] = {"level": "error", "message": _message(problem.message)}
    if problem.path is not None:
        value["locations"] = [{"physicalLocation": {"artifactLocation": _artifact(problem.path, options)}}]
    return value


def _left_out(number: int) -> dict[str, Any]:
    findings = "1 finding does" if number == 1 else f"{number:,} findings do"
    text = (
        f"{findings} not stand here, the least grave: a run may have {MOST_RESULTS:,} results, and "
        f"{MOST_BYTES / 1e6:.0f} MB as gzip packs it. The other formats have all of them"
    )
    return {"level": "warning", "message": {"text": text}}


def _message(text: str) -> dict[str, str]:
    """Return a message; `[words](target)` is a link in SARIF, and a draft must not make one."""
    return {"text": printable(text).replace("](", r"\](")}


def _related(related: RelatedPlace) -> dict[str, str]:
    label = related.place.label
    return _message(f"{label}: {related.message}" if label else related.message)


def _location(place: Place, options: RenderOptions) -> dict[str, Any]:
    return {
        "physicalLocation": {
            "artifactLocation": _artifact(place.path, options),
            "region": _region(place),
        },
        **({"message": _message(place.label)} if place.label else {}),
    }


def _region(place: Place) -> dict[str, int]:
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }


def _artifact(path: str, options: RenderOptions) -> dict[str, str]:
    """Return a path as a URI: relative as it is, absolute as `file:`; an address is one already."""
    path = options.ci_path(path)
    scheme, mark, rest = path.rpartition("://")
    uri = scheme + mark + quote(os.fsencode(rest), safe="/")
    if os.path.isabs(path):
        uri = f"file://{'' if uri.startswith('/') else '/'}{uri}"
    return {"uri": uri}
