"""JUnit XML: a suite a draft, a case a finding, for services that show test results."""

from __future__ import annotations

from collections import defaultdict
from xml.etree.ElementTree import Element, SubElement

from copydesk.model.report import Diagnostic, Report
from copydesk.reporters import RenderOptions, message_of, place_of
from copydesk.reporters.ci.xml import clean, document


def render(report: Report, options: RenderOptions) -> str:
    """Render the findings as test cases: those that fail the run fail, the others pass with a message.

    A draft without findings is one case that passes; what was not checked is an error.
    """
    suites: defaultdict[str, list[Element]] = defaultdict(list)
    for problem in report.problems:
        case = _case(problem.path or "copydesk", "not checked", options)
        SubElement(case, "error", type="not-checked", message=clean(problem.message))
        suites[problem.path or "copydesk"].append(case)
    for finding in report.findings:
        suites[finding.place.path].append(_finding(finding, options))
    for draft in report.drafts:
        if draft.path not in suites:
            suites[draft.path].append(_case(draft.path, "clean", options))
    root = Element(
        "testsuites", {"name": "copydesk"} | _counts([case for suite in suites.values() for case in suite])
    )
    for path, cases in sorted(suites.items()):
        suite = SubElement(root, "testsuite", {"name": clean(options.ci_path(path))} | _counts(cases))
        suite.extend(cases)
    return document(root)


def _counts(cases: list[Element]) -> dict[str, str]:
    return {
        "tests": str(len(cases)),
        "failures": str(sum(case.find("failure") is not None for case in cases)),
        "errors": str(sum(case.find("error") is not None for case in cases)),
    }


def _case(path: str, name: str, options: RenderOptions) -> Element:
    shown = clean(options.ci_path(path))
    return Element("testcase", classname=shown, name=name, file=shown)


def _finding(finding: Diagnostic, options: RenderOptions) -> Element:
    at = finding.place
    case = _case(at.path, f"{finding.rule} {at.line}:{at.column}", options)
    case.set("line", str(at.line))
    message = clean(message_of(finding))
    lines = [f"{finding.severity.label}: {message}"]
    lines += [f"{clean(place_of(related.place))}: {clean(related.message)}" for related in finding.related]
    if options.fails(finding):
        inside = SubElement(case, "failure", type=finding.rule, message=message)
    else:
        inside = SubElement(case, "system-out")
    inside.text = "\n".join(lines)
    return case
