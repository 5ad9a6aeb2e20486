"""GitLab's code quality, JUnit and Checkstyle."""

from __future__ import annotations

import json
from xml.etree import ElementTree

import pytest

from copydesk.model.finding import Severity
from copydesk.model.report import Problem
from copydesk.reporters import RenderOptions
from copydesk.reporters.ci import checkstyle, gitlab, junit

NOT_TEXT = Problem("is not text", "b.bin")
OPTIONS = RenderOptions()
HOSTILE = "a\x00\x1b<&\"'>]]>\ufffe\uffff\udce9\n"

HOSTILE_SHOWN = r"""a\x00\x1b<&"'>]]>\ufffe\uffff\udce9\n"""


class TestGitlab:
    def render(self, made):
        return json.loads(gitlab.render(made, OPTIONS))

    def test_a_finding_is_an_issue(self, make):
        (issue,) = self.render(make.report(make.finding()))
        assert len(issue.pop("fingerprint")) == 64
        assert issue == {
            "description": '"landmines" here, "land mines" 6 times',
            "check_name": "compound-variant",
            "severity": "minor",
            "location": {"path": "drafts/a.md", "lines": {"begin": 3, "end": 3}},
        }

    def test_what_was_not_checked_blocks(self, make):
        (issue,) = self.render(make.report(problems=(NOT_TEXT,)))
        assert (issue["severity"], issue["location"]["path"]) == ("blocker", "b.bin")

    def test_fingerprints_are_unique(self, make):
        issues = self.render(
            make.report(*[make.finding(number=n) for n in range(1, 9)], problems=(NOT_TEXT,))
        )
        assert len({issue["fingerprint"] for issue in issues}) == 9

    def test_a_clean_report_is_an_empty_list(self, make):
        assert self.render(make.report()) == []


class TestJunit:
    def render(self, made, options=OPTIONS):
        return ElementTree.fromstring(junit.render(made, options))

    def test_a_draft_is_a_suite_and_a_finding_a_case(self, make):
        root = self.render(make.report(make.finding(related=(make.related(),)), problems=(NOT_TEXT,)))
        assert [suite.get("name") for suite in root] == ["b.bin", "drafts/a.md"]
        assert (root.get("tests"), root.get("failures"), root.get("errors")) == ("2", "1", "1")
        failure = root.find("testsuite/testcase/failure")
        assert failure.get("message") == '"landmines" here, "land mines" 6 times'
        assert failure.text.splitlines()[1] == 'drafts/b.md:1:53: "land mines" here'

    def test_a_case_fails_when_the_run_fails_for_it(self, make):
        made = make.report(make.finding(), make.finding(severity=Severity.ERROR, number=4))
        only_errors = RenderOptions(fails=lambda finding: finding.severity is Severity.ERROR)
        cases = self.render(made, only_errors).findall("testsuite/testcase")
        assert [case.find("failure") is not None for case in cases] == [False, True]
        assert cases[0].find("system-out").text.startswith("warning: ")

    def test_fail_on_decides(self, copydesk, folder):
        folder({"a.txt": "A bad word, and a hint."})
        for fail_on, failures in (("info", "2"), ("warning", "1"), ("error", "0"), ("never", "0")):
            out = copydesk("check", "a.txt", "--format", "junit", "--fail-on", fail_on).out
            assert ElementTree.fromstring(out).get("failures") == failures

    def test_a_clean_draft_is_a_case_that_passes(self, make):
        (case,) = self.render(make.report()).findall("testsuite/testcase")
        assert (case.get("name"), len(case)) == ("clean", 0)


class TestCheckstyle:
    def render(self, made):
        return ElementTree.fromstring(checkstyle.render(made, OPTIONS))

    def test_a_finding_is_an_error_of_its_file(self, make):
        root = self.render(make.report(make.finding(), problems=(NOT_TEXT,)))
        assert [file.get("name") for file in root] == ["b.bin", "drafts/a.md"]
        assert root[1][0].attrib == {
            "line": "3",
            "column": "25",
            "severity": "warning",
            "message": '"landmines" here, "land mines" 6 times',
            "source": "copydesk.compound-variant",
        }
        assert root[0][0].get("message") == "not checked: is not text"

    def test_a_clean_draft_is_a_file_without_errors(self, make):
        assert [(file.get("name"), len(file)) for file in self.render(make.report())] == [("drafts/a.md", 0)]


@pytest.mark.parametrize("reporter", [junit, checkstyle])
def test_whatever_a_draft_holds_the_xml_can_be_read(make, reporter):
    found = make.finding(message=HOSTILE, path=HOSTILE, related=(make.related(HOSTILE, message=HOSTILE),))
    out = reporter.render(make.report(found, problems=(Problem(HOSTILE, HOSTILE),)), OPTIONS)
    out.encode()
    values = {value for element in ElementTree.fromstring(out).iter() for value in element.attrib.values()}
    assert HOSTILE_SHOWN in values
