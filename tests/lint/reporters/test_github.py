"""Annotations for GitHub Actions, and the summary of a step."""

from __future__ import annotations

import re

from msgspec.structs import replace

from copydesk.model.finding import Severity
from copydesk.model.report import Problem
from copydesk.reporters import RenderOptions
from copydesk.reporters.ci.github import SUMMARY_LIMIT, render, summary

OPTIONS = RenderOptions()


def test_a_finding_is_an_annotation_of_its_words(make):
    assert render(make.report(make.finding()), OPTIONS) == (
        "::warning file=drafts/a.md,line=3,endLine=3,col=25,endColumn=34,title=compound-variant::"
        '"landmines" here, "land mines" 6 times\n'
    )


def test_other_places_are_lines_of_the_message(make):
    out = render(make.report(make.finding(related=(make.related(),))), OPTIONS)
    assert out.endswith('6 times%0Adrafts/b.md:1:53: "land mines" here\n')


def test_the_gravest_come_first_for_github_shows_ten_of_a_kind(make):
    found = [
        make.finding(severity=severity, number=number)
        for number, severity in enumerate(
            (Severity.INFO, Severity.WARNING, Severity.ERROR, Severity.WARNING), 1
        )
    ]
    out = render(make.report(*found, problems=(Problem("is not text", "b.bin"),)), OPTIONS)
    assert re.findall(r"^::(\w+) file=[^,]+,(?:line=(\d))?", out, re.MULTILINE) == [
        ("error", ""),
        ("error", "3"),
        ("warning", "2"),
        ("warning", "4"),
        ("notice", "1"),
    ]


def test_a_place_of_several_lines_has_no_columns(make):
    found = make.finding()
    found = replace(found, place=replace(found.place, end_line=5))
    assert "line=3,endLine=5,title=" in render(make.report(found), OPTIONS)


def test_nothing_of_a_draft_ends_a_line_or_a_property(make):
    found = make.finding(path="a,b:c%\n::error ::.md", message="100%\n::error::x\r", rule="house/a,b:c")
    assert render(make.report(found), OPTIONS) == (
        "::warning file=a%2Cb%3Ac%25\\n%3A%3Aerror %3A%3A.md,line=3,endLine=3,col=25,endColumn=34,"
        "title=house/a%2Cb%3Ac::"
        "100%25\\n::error::x\\r\n"
    )


def test_a_problem_of_no_file_is_an_error_too(make):
    out = render(make.report(problems=(Problem("a plugin broke"),)), OPTIONS)
    assert out == "::error title=not checked::a plugin broke\n"


def test_a_clean_report_says_nothing(make):
    assert render(make.report(), OPTIONS) == ""


def test_the_summary_is_the_report_in_markdown(make):
    out = summary(make.report(make.finding()), OPTIONS)
    assert out.startswith("## copydesk: 1 finding in 1 draft: 1 warning\n")


def test_a_long_summary_is_cut_at_a_line_and_says_so(make):
    out = summary(make.report(*[make.finding(number=n) for n in range(1, 20_000)]), OPTIONS)
    assert SUMMARY_LIMIT - 1000 < len(out.encode()) < SUMMARY_LIMIT + 1000
    *_, last, empty, note = out.splitlines()
    assert last.endswith("(`compound-variant`)")
    assert (empty, "longer than this page" in note) == ("", True)
