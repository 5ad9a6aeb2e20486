"""The report in Markdown, rendered by the parser that reads drafts."""

from __future__ import annotations

import pyromark

from copydesk.model.report import Problem
from copydesk.reporters import RenderOptions
from copydesk.reporters.markdown import render


def test_a_list_a_draft(make):
    made = make.report(make.finding(related=(make.related(),)), problems=(Problem("is not text", "b.bin"),))
    assert render(made, RenderOptions()) == (
        "## copydesk: 1 finding in 1 draft: 1 warning\n"
        "\n"
        "### Not checked: 1 problem\n"
        "\n"
        "- `b.bin`: is not text\n"
        "\n"
        "### `drafts/a.md`\n"
        "\n"
        '- **warning** line 3: "landmines" here, "land mines" 6 times (`compound-variant`)\n'
        '  - `drafts/b.md`, line 1: "land mines" here\n'
    )


def test_a_clean_report_says_so(make):
    assert render(make.report(), RenderOptions()) == "## copydesk: clean: 1 draft, 1,200 words\n"


def test_what_a_draft_holds_is_text(make):
    hostile = "# *x* _y_ `z` <b> [a](b) ![i](j) | ~~s~~ $m$ &amp; \\ https://example.org @desk #12"
    found = make.finding(message=hostile, path="a`b``.md", rule="house/x")
    html = pyromark.html(render(make.report(found), RenderOptions()).partition("\n\n")[2])
    assert "<h3><code>a`b``.md</code></h3>" in html
    for tag in ("<em>", "<b>", "<a ", "<img", "<del>", "<h1>"):
        assert tag not in html
    shown = html.replace("<!-- -->", "").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    assert hostile in shown
    assert "@<!-- -->desk" in html
    assert "#<!-- -->12" in html
