"""Draft in, findings out: what was to be filled in."""

from __future__ import annotations

from itertools import chain

import pytest

from copydesk.plugins.manifest import PLACEHOLDER_SIGNS, PLACEHOLDER_WORDS
from copydesk.testing import check
from copydesk_rules.placeholders.placeholder import Placeholder
from copydesk_rules.placeholders.placeholder_marks import MARKS


def marks(text: str, format: str = "plain") -> list[str]:  # noqa: A002
    return [finding.excerpt for finding in check(Placeholder, text, format=format)]


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("It opened in TK.", "TK"),
        ("It cost TKTK in May.", "TKTK"),
        ("tktktk, the founder, left.", "tktktk"),
        ("Nobody spoke. TK TK", "TK TK"),
        ("It cost $TK million.", "$TK"),
        ("The TK-year-old bridge is closed.", "TK"),
        ("He lost to TKNAME in May.", "TKNAME"),
        ("[NAME TK], the director, left.", "[NAME TK]"),
        ("Nobody spoke. [TKTK]", "[TKTK]"),
        ("“We lost TK men,” Mr. Ash said.", "TK"),
        ("The board (TK) voted.", "(TK)"),
        ("It has about XXX tons.", "XXX"),
        ("It rose more than XX percent.", "XX"),
        ("On January XX the vote is held.", "XX"),
        ("About XX people came.", "XX"),
        ("It cost $XX.X million.", "$XX.X"),
        ("It sold XX,XXX cars.", "XX,XXX"),
        ("The XX-year-old man left.", "XX"),
        ("It rose xx percent.", "xx"),
        ("It is closed. [CHECK]", "[CHECK]"),
        ("It is closed. [CHECK WITH LEGAL]", "[CHECK WITH LEGAL]"),
        ("It is closed. [CQ]", "[CQ]"),
        ("It is closed. [source?]", "[source?]"),
        ("He said “it [sic?] is closed.”", "[sic?]"),
        ("It is closed. [link]", "[link]"),
        ("It is closed. [ED: is it?]", "[ED: is it?]"),
        ("It is closed. [EDITOR: confirm]", "[EDITOR: confirm]"),
        ("It is closed. [insert map of the town]", "[insert map of the town]"),
        ("It is closed. (fact check this)", "(fact check this)"),
        ("Mr. Ashe (cq) left.", "(cq)"),
        ("It is closed. <<confirm>>", "<<confirm>>"),
        ("It is closed. TODO", "TODO"),
        ("“TODO,” she said.", "TODO"),
        ("He won. TODO item by item.", "TODO"),
        ("It is closed. FIXME", "FIXME"),
        ("It is closed. ???", "???"),
        ("The bridge is closed.\n-30-", "-30-"),
        ("The bridge is closed.\n(MORE)\nIt opens in May.", "(MORE)"),
        ("NOT FOR PUBLICATION before May.", "NOT FOR PUBLICATION"),
        ("Bridge, 2nd WRITETHRU", "WRITETHRU"),
        ("It is closed. INSERT QUOTE HERE", "INSERT QUOTE HERE"),
        ("Lorem ipsum dolor sit amet.", "Lorem ipsum"),
        ("It is closed. Lorem ipsum", "Lorem ipsum"),
    ],
)
def test_a_mark_is_reported(text: str, mark: str) -> None:
    assert marks(text) == [mark]


@pytest.mark.parametrize(
    "text",
    [
        "He said it “was [sic] closed.”",
        "The refrain. [stet: duplicate-paragraph -- on purpose]",
        "“We do it right, [such as] recording it,” he said. “She sent me the [link] and the [check].”",
        "CQ Weekly said so. Congressional Quarterly (CQ) said so.",
        "Super Bowl XXX, Super Bowl XX, Title XX and WrestleMania XXX.",
        "WrestleMania XXX was in May. Pope Pius XX reigned.",
        "A shirt in XXL or XXXL. A XXX-rated film, and an XXX film called “XXX”.",
        "Women have XX chromosomes. The man won by TKO in XXIX rounds.",
        "TK Maxx and TK Elevator fell. A class of TK-12. The Tk toolkit, TKMS, example.tk and Tcl/tk.",
        "Talk of the Timber Keep (TK) went on. TK is full.",
        "What??? Really?? No?",
        "The lights are back ???? pic.twitter.com/abc",
        "TODO EL MUNDO came. Todo bien.",
        "She keeps a TODO list, and her “TODO” list is long. The clerk's TODO note is one too.",
        "[Editor's note: names were changed.] [Ed. note: we asked.] [Laughter] [APPLAUSE] [UPDATE: he won]",
        "(Fact check: mostly false.) The fact check this week was short (check the list below).",
        "The temperature fell to -30- or so. He wants more (more of it). It was stamped NOT FOR PUBLICATION.",
        "Designers like to fill a page with lorem ipsum, or some other text.",
        "2 << 3, and << Back.",
    ],
)
def test_look_alikes_are_silent(text: str) -> None:
    assert marks(text) == []


def test_the_message_says_what_the_mark_is() -> None:
    found = check(Placeholder, "It cost $TK in XX days. [CHECK] Lorem ipsum. TODO")
    assert [finding.message for finding in found] == [
        '"$TK" stands for something to come',
        '"XX" stands for a figure',
        'the desk note "[CHECK]" was left in',
        'the dummy text "Lorem ipsum" was left in',
        '"TODO" was left in',
    ]
    assert {finding.severity for finding in found} == {"error"}


def test_markdown_marks_are_not_placeholders() -> None:
    text = "# The bridge\n\n**It** is `TK` [closed](http://a.org/TK), see [the map][map].\n\n[map]: TK.html\n"
    assert marks(text, "markdown") == []


def test_placeholders_are_found_between_markdown_marks() -> None:
    text = "The *mayor* [CHECK] paid **$TK** million to [NAME TK]. <<confirm>>\n"
    assert marks(text, "markdown") == ["[CHECK]", "$TK", "[NAME TK]", "<<confirm>>"]


@pytest.mark.parametrize(
    ("text", "mark", "severity"),
    [
        ("The fire drove XX guests into the street.", "XX", "error"),
        ("Oda Brill, XX, was the last to leave.", "XX", "error"),
        ("She was born in 19XX.", "19XX", "error"),
        ("XX guests fled.", "XX", "warning"),
        ("TK Ames left.", "TK", "warning"),
        ("EMBARGOED UNTIL MAY 5", "EMBARGOED UNTIL MAY 5", "error"),
        ("DO NOT PUBLISH", "DO NOT PUBLISH", "error"),
        ("HOLD FOR RELEASE", "HOLD FOR RELEASE", "error"),
        ("FOR RELEASE AT 10 A.M.", "FOR RELEASE AT", "error"),
        ("He said no. NOTE TO DESK: hold this.", "NOTE TO DESK:", "error"),
        ("It is closed. [photo here]", "[photo here]", "error"),
        ("It is closed. [QUOTE TO COME]", "[QUOTE TO COME]", "error"),
        ("It is closed. [needs second source]", "[needs second source]", "error"),
        ("It is closed. [Ben, can you confirm this?]", "[Ben, can you confirm this?]", "error"),
        ("Baker Lorne Castle (CQ) left.", "(CQ)", "error"),
        ("It is closed. <insert graf>", "<insert graf>", "error"),
        ("It is closed. @@", "@@", "error"),
        ("Dear {{name}}, thank you.", "{{name}}", "error"),
        ("Dear friend, [insert name of actor here] is coming.", "[insert name of actor here]", "warning"),
    ],
)
def test_it_is_an_error_where_nothing_else_can_be_meant(text: str, mark: str, severity: str) -> None:
    (found,) = check(Placeholder, text)
    assert (found.excerpt, found.severity) == (mark, severity)


@pytest.mark.parametrize(
    "text",
    [
        "“The XX played here to 40 people,” she said. The XX sang. A rapper named XXX left.",
        "The posters are from the early XX century. The Games of the XXX Olympiad opened.",
        "XX’s album is out, and TK’s mayor left. He wears size XX.",
        "“The bishop waved for XX minutes,” said the release. “It is ????,” he said.",
        "The nomination of XX to the court.",
        "The best is [yet to come]. The paper was stamped DO NOT PUBLISH.",
        "Kyle “TK” Turner left. TK is back.",
    ],
)
def test_names_numerals_and_quoted_documents_are_silent(text: str) -> None:
    assert marks(text) == []


def test_where_a_link_leads_is_for_link_address() -> None:
    assert marks("See [the *old* report](TK).\n", "markdown") == []


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("EMBARGO: Friday, 9 a.m. - not to be published before\n\nIt rained.", "EMBARGO: Friday, 9 a.m."),
        ("EMBARGOED UNTIL MAY 5\n\nIt rained.", "EMBARGOED UNTIL MAY 5"),
        (
            "It rained.\n\n[Ask the lawyers: may we name the clinic?]",
            "[Ask the lawyers: may we name the clinic?]",
        ),
    ],
)
def test_an_embargo_that_says_until_when_and_a_question_to_the_desk(text: str, mark: str) -> None:
    assert marks(text) == [mark]


def test_an_embargo_may_be_the_headline() -> None:
    text = "# EMBARGO: Friday, 9 a.m. - not to be published before\n\nIt rained.\n"
    assert marks(text, "markdown") == ["EMBARGO: Friday, 9 a.m."]


def test_a_headline_about_an_embargo_is_none() -> None:
    assert marks("# EMBARGO: How Friday shut the ports of the coast down\n\nIt rained.\n", "markdown") == []


@pytest.mark.parametrize("text", ["<insert graf>\n\nIt is closed.\n", "It is <insert graf> closed.\n"])
def test_a_note_in_angle_brackets_is_no_tag(text: str) -> None:
    assert marks(text, "markdown") == ["<insert graf>"]


@pytest.mark.parametrize(
    "text",
    [
        "TK is the code for Tokelau.",
        "The artist TK, born Tom King, sang.",
        "Editors write TK for what is to come.",
        "The regex @@ matches.",
    ],
)
def test_what_a_sentence_may_be_about_is_no_error(text: str) -> None:
    assert [str(found.severity) for found in check(Placeholder, text)] == ["warning"]


@pytest.mark.parametrize(
    "text",
    [
        "The [TK] gene (thymidine kinase) was cloned.",
        "In Rust, the [check] function runs.",
        "The XX, XXX and XXI legions marched.",
        "Rapper TK Kirkland performed.",
        "Size XX shirts sold out.",
        "They sold size XX shirts.",
    ],
)
def test_names_labels_numerals_and_sizes_are_no_placeholders(text: str) -> None:
    assert check(Placeholder, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The mayor, TK, said so.",
        "The bridge opened in TK.",
        "The man, TK years old, fell.",
        "Mr. TK said so.",
        "It rained on Monday. TK",
        "The clerk died in @@.",
        "The vote on TK Monday was close.",
    ],
)
def test_where_a_word_is_missing_it_is_an_error(text: str) -> None:
    assert [str(found.severity) for found in check(Placeholder, text)] == ["error"]


@pytest.mark.parametrize("format_", ["plain", "markdown"])
@pytest.mark.parametrize(
    "note",
    [
        "NOTE TO DESK: check the name",
        "Note to desk: legal must read this before it runs",
        "HOLD FOR RELEASE: the story of the year",
    ],
)
def test_an_order_to_the_desk_is_found_whatever_block_it_is(note: str, format_: str) -> None:
    text = f"It rained on the town of Orr.\n\n{note}\n\nIt rained on the town of Ames.\n"
    (found,) = check(Placeholder, text, format=format_)
    assert note.startswith(found.excerpt)
    (found,) = check(Placeholder, text.replace(note, f"## {note}"), format="markdown")
    assert note.startswith(found.excerpt)


def test_every_mark_has_a_sign_by_which_a_draft_may_need_the_rule() -> None:
    for mark in MARKS:
        signs = [*chain(*PLACEHOLDER_SIGNS.values(), *PLACEHOLDER_WORDS.values())]
        assert all(any(sign in hint for sign in signs) for hint in mark.hints)
