"""The XML of Checkstyle, which Jenkins, reviewdog and many others read."""

from __future__ import annotations

from collections import defaultdict
from xml.etree.ElementTree import Element, SubElement

from copydesk.model.report import Report
from copydesk.reporters import RenderOptions, message_of
from copydesk.reporters.ci.xml import clean, document


def render(report: Report, options: RenderOptions) -> str:
    """Return a `file` for each draft and each path with a problem, an `error` for each finding."""
    inside: defaultdict[str, list[dict[str, str]]] = defaultdict(list)
    for problem in report.problems:
        inside[problem.path or "copydesk"].append(
            {
                "line": "1",
                "severity": "error",
                "message": clean(f"not checked: {problem.message}"),
                "source": "copydesk.not-checked",
            }
        )
    for finding in report.findings:
        inside[finding.place.path].append(
            {
                "line": str(finding.place.line),
                "column": str(finding.place.column),
                "severity": finding.severity.label,
                "message": clean(message_of(finding)),
                "source": f"copydesk.{finding.rule}",
            }
        )
    root = Element("checkstyle", version="4.3")
    for path in sorted({*inside, *(draft.path for draft in report.drafts)}):
        file = SubElement(root, "file", name=clean(options.ci_path(path)))
        for attributes in inside[path]:
            SubElement(file, "error", attributes)
    return document(root)
