"""The page for editors, read as HTML. `test_html_browser.py` looks at it in a browser."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from copydesk.model.finding import Severity
from copydesk.model.report import Problem
from copydesk.reporters import RenderOptions
from copydesk.reporters.html import render


class Page(HTMLParser):
    """What tests ask of a page: its text, its ids and links, and the words of its marks."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.marks: list[str] = []
        self._in_mark = False
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag == "mark":
            self._in_mark = True
            self.marks.append("")

    def handle_endtag(self, tag):
        self._in_mark = self._in_mark and tag != "mark"

    def handle_data(self, data):
        self.text += data
        if self._in_mark:
            self.marks[-1] += data

    def values(self, name: str) -> list[str]:
        return [attributes[name] for _, attributes in self.tags if attributes.get(name) is not None]


@pytest.fixture
def page(copydesk, folder):
    """The page of some drafts: `page({"a.txt": "A bad word."})`."""

    def make(files: dict[str, str], **how) -> Page:
        folder(files)
        return Page(copydesk("check", *files, "--format", "html", **how).out)

    return make


def test_the_words_at_fault_are_marked_in_the_text(page):
    made = page({"a.txt": "A bad word, a hint and the worst."})
    assert made.marks == ["bad", "hint", "worst"]
    assert "A bad1 word, a hint2 and the worst3." in made.text
    assert '"bad" was found' in made.text


def test_marks_that_overlap_are_cut_where_one_begins(page, toys):
    made = page({"a.txt": "Copy: a bad word."}, rules=[toys.Bad, overlapping(toys)])
    assert made.marks == ["bad", " word"]


def overlapping(toys):
    class BadWord(toys.Rule):
        name = "bad-word"
        word = "bad word"

    return BadWord


def test_a_mark_follows_the_markup_of_the_draft(page):
    made = page({"a.md": "See `code`: a *b*ad word, and a &#98;ad one.\n"})
    assert made.marks == ["bad", "bad"]
    assert "See `code`: a bad1 word, and a bad2 one." in made.text


def test_a_note_leads_to_the_other_place(page):
    made = page({"a.txt": "A bad word.\n\nAnother bad word."})
    assert "#d1b1" in made.values("href")
    assert 'Suggestion: write "good"' in made.text


def test_what_is_not_in_the_text_stands_apart(page):
    made = page({"a.md": "A word. <!-- stet: bad -- it was -->\n"})
    assert made.marks == []
    assert "<!-- stet: bad -- it was -->" in made.text
    assert "Nothing for this note to let stand" in made.text


def test_people_and_sources_stand_beside_the_text(page):
    made = page(
        {
            "a.txt": "Mayor Tessa Holm said the dock would open.\n\n"
            "“We have waited for it eleven years,” Ms. Holm said.\n"
        }
    )
    assert re.search(r"Tessa Holm\s+introduced in line 1\s+Mayor Tessa Holm, Ms. Holm", made.text)
    assert re.search(r"Tessa Holm\s+1 quotation, 1 in other words\s+lines 1, 3", made.text)


def test_a_rule_is_explained_where_it_found_something(page):
    made = page({"a.txt": "The the harbor."}, installed=True)
    assert "repeated-word" in made.text
    assert "stet: repeated-word -- reason" in made.text


def test_a_draft_is_called_by_its_headline(page):
    made = page({"a.md": "# A bad day\n\nAnother bad one.\n", "b.txt": "A bad word, with no headline here."})
    titles = re.findall(r"A bad day\s+a\.md|b\.txt", made.text)
    assert [" ".join(title.split()) for title in titles] == ["A bad day a.md", "b.txt"] * 2


def test_the_draft_with_the_gravest_findings_comes_first(page, toys):
    made = page(
        {
            "a.txt": "A hint.",
            "b.txt": "A hint and a bad word.",
            "c.txt": "Clean.",
            "d.txt": "A bad bad word.",
        },
        rules=[grave(toys), toys.Hint],
    )
    assert re.findall(r"\b([a-d])\.txt", made.text)[:4] == ["d", "b", "a", "c"]


def grave(toys):
    class Grave(toys.Bad):
        name = "grave"
        severity = Severity.ERROR

    return Grave


def test_the_gravest_finding_is_named_first_whatever_its_place(page, toys):
    made = page({"a.txt": "A hint stands before a bad word."}, rules=[grave(toys), toys.Hint])
    gist = [href for href in made.values("href") if re.fullmatch(r"#d1n\d", href)][:2]
    assert gist == ["#d1n2", "#d1n1"]


def test_one_finding_needs_no_list(page):
    assert "gravest first" not in " ".join(page({"a.txt": "A bad word."}).values("aria-label"))


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("a.txt", "in the paragraph: [stet: bad -- reason]"),
        ("a.md", "in the paragraph: <!-- stet: bad -- reason -->"),
        ("a.mdx", "in the paragraph: {/* stet: bad -- reason */}"),
    ],
)
def test_the_line_that_lets_a_finding_stand_is_there_to_copy(page, name, line):
    made = page({name: "A bad word.\n"})
    assert f"To let it stand, write this {line}" in made.text
    assert "copy needs-script" in made.values("class")


def test_rules_have_plain_names(page):
    made = page({"a.txt": "The the harbor."}, installed=True)
    assert "Repeated word" in made.text


def test_every_id_is_there_once_and_every_link_leads_to_one(page):
    made = page(
        {
            "a.txt": "A bad word.\n\n“A bad bad day,” Ann Orr said. The worst hint.",
            "b.md": "# Bad\n\n- a bad word\n- [stet: bad -- so] bad\n\n> bad\n",
        }
    )
    ids = made.values("id")
    assert len(ids) == len(set(ids))
    assert {href.removeprefix("#") for href in made.values("href")} <= set(ids)


def test_nothing_is_fetched_and_no_code_but_ours_may_run(page):
    made = page({"a.txt": "A bad word, see https://example.org/x.js."})
    assert [tag for tag, attributes in made.tags if {"src", "srcset", "action"} & set(attributes)] == []
    assert all(href.startswith("#") for href in made.values("href"))
    assert not {"link", "img", "iframe", "object"} & {tag for tag, _ in made.tags}
    assert not [
        name for _, attributes in made.tags for name in attributes if name.startswith("on") or name == "style"
    ]
    (policy,) = [value for value in made.values("content") if "default-src" in value]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")


HOSTILE = "<script>alert(1)</script> \"><img src=x onerror=alert(1)> {{ 7 * 7 }} {% bad %} &lt; ' bad \u202e"


def test_whatever_a_draft_holds_is_text(page):
    made = page({"<img src=x>.txt": f"{HOSTILE}\n\n“{HOSTILE},” Ann Orr said.\n"})
    assert [tag for tag, _ in made.tags].count("script") == 1
    assert "img" not in {tag for tag, _ in made.tags}
    assert "<script>alert(1)</script>" in made.text
    assert "{{ 7 * 7 }}" in made.text
    assert "<img src=x>.txt" in made.text


def test_whatever_a_report_holds_is_text(make):
    found = make.finding(
        message=HOSTILE, path=HOSTILE, rule=HOSTILE, related=(make.related(HOSTILE, 1, HOSTILE),)
    )
    made = Page(render(make.report(found, problems=(Problem(HOSTILE, HOSTILE),)), RenderOptions()))
    assert [tag for tag, _ in made.tags].count("script") == 1
    assert "img" not in {tag for tag, _ in made.tags}


def test_a_clean_run_says_so(page):
    made = page({"a.txt": "A word."})
    assert "Nothing to look at in 1 draft" in made.text
    assert "form" not in {tag for tag, _ in made.tags}


def test_a_run_with_problems_is_never_clean(copydesk, folder):
    folder({"a.txt": "A word."})
    made = Page(copydesk("check", "a.txt", "gone.txt", "--format", "html").out)
    assert "Not everything was checked" in made.text
    assert "Nothing to look at" not in made.text
    assert "there is no such file or folder" in made.text


def test_a_draft_that_is_gone_keeps_its_notes(make):
    made = Page(render(make.report(make.finding()), RenderOptions()))
    assert '"landmines" here, "land mines" 6 times' in made.text
    assert "could not be read again" in made.text
