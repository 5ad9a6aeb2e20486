"""house-term: what the house writes instead, with the capitals of the place."""

from __future__ import annotations

import pytest

from copydesk.house.terms import Ruling, Term, Terms
from copydesk.model.finding import Severity
from copydesk.plugins.rule import Context, NoOptions
from copydesk.testing import check, draft
from copydesk_rules.terms.house_term import HouseTerm

TERMS = Terms.of(
    prefer={
        "adviser": ["advisor"],
        "Kyiv": ["Kiev", "kiew"],
        "health care": ["healthcare"],
        "landmine": ["land mine"],
        "climate emergency": ["climate change"],
        "internet": ["Internet"],
        "Earth": ["earth"],
        "mail": ["e-mail"],
        "email": ["e-mail"],
    },
    avoid={"illegals": "say who they are"},
    watch={"allegedly": "who alleges it?"},
    allow=["Advisor Perspectives"],
)


def fixed(text: str) -> str:
    """The draft with every fix made."""
    document = draft(text)
    rule = HouseTerm()
    findings = list(rule.check(document, Context(NoOptions(), TERMS)))
    for finding in reversed(findings):
        assert finding.fix is not None
        (edit,) = finding.fix.edits
        text = text[: edit.span.start] + edit.replacement + text[edit.span.end :]
    return text


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("The advisor left.", "The adviser left."),
        ("Advisor and ADVISOR.", "Adviser and ADVISER."),
        ("The advisor’s office.", "The adviser’s office."),
        ("Flights to Kiev and kiew.", "Flights to Kyiv and Kyiv."),
        ("Healthcare costs. HEALTHCARE.", "Health care costs. HEALTH CARE."),
        ("Land mine, land mine.", "Landmine, landmine."),
        ("Climate change and climate change.", "Climate emergency and climate emergency."),
        ("Off the Internet.", "Off the internet."),
        ("The earth shook.", "The Earth shook."),
    ],
)
def test_the_fix_keeps_the_capitals_of_the_place(text, better):
    assert fixed(text) == better


@pytest.mark.parametrize(
    "text",
    [
        "She sits on the Board of Advisors.",
        "Shares of Tenet Healthcare Corp. fell.",
        "Healthcare Partners of Ohio fell.",
        "The Illegals is a film.",
        "Ann Poe reads Climate Change Weekly.",
        "Harbor sues Tenet Healthcare over bills\n\nThe harbor went to court, and the ships waited.",
    ],
)
def test_a_capital_inside_a_sentence_makes_a_name_that_is_left_alone(text):
    assert check(HouseTerm, text, terms=TERMS) == []


@pytest.mark.parametrize(
    ("text", "excerpt"),
    [
        ("Advisors left.", "Advisors"),
        ("Advisor Ann Poe left. Poe said it was time.", "Advisor"),
        ("“Wait.” Advisors left.", "Advisors"),
        (
            "New Healthcare Bill Fails\n\nThe bill on hospitals failed on Friday, and nobody wept.",
            "Healthcare",
        ),
        ("Flights to Kiev.", "Kiev"),
    ],
)
def test_a_capital_that_the_place_owes_makes_no_name(text, excerpt):
    (finding,) = HouseTerm().check(draft(text), Context(NoOptions(), TERMS))
    assert draft(text).slice(finding.span) == excerpt
    assert finding.fix is not None
    assert finding.fix.applicability == "safe"


@pytest.mark.parametrize(
    "text",
    [
        "Internet fees fell. Internet use rose.",
        "The Internet Is Down Again\n\nThe mayor closed the harbor on Friday, and the ships waited outside.",
        "The Earth moves.",
        "Advisor Perspectives asked for it.",
        "“My advisor is in Kiev,” Ann Poe said.",
        "An adviser in Kyiv.",
    ],
)
def test_what_is_right_already_is_left_alone(text):
    assert check(HouseTerm, text, terms=TERMS) == []


@pytest.mark.parametrize(
    ("text", "message", "severity"),
    [
        ("An advisor.", '"advisor" here, and the house writes "adviser"', "warning"),
        ("An e-mail.", '"e-mail" here, and the house writes "mail" or "email"', "warning"),
        ("The illegals.", '"illegals": say who they are', "warning"),
        ("She allegedly left.", '"allegedly": who alleges it?', "info"),
    ],
)
def test_the_message_says_what_the_house_wants(text, message, severity):
    (finding,) = check(HouseTerm, text, terms=TERMS)
    assert (finding.message, finding.severity) == (message, severity)


def test_two_ways_to_write_it_are_shown_and_never_applied():
    (finding,) = HouseTerm().check(draft("An e-mail."), Context(NoOptions(), TERMS))
    assert finding.fix is None


def test_without_terms_there_is_nothing_to_say():
    assert check(HouseTerm, "The advisor allegedly left Kiev.") == []


@pytest.mark.parametrize(
    ("prefer", "text", "result"),
    [
        ({"adviser": ["advisor"]}, "Advisors met advisors.", ["Advisers", "advisers"]),
        ({"analyse": ["analyze"]}, "She analyzed it. Analyzing it helps.", ["analysed", "Analysing"]),
        ({"use": ["utilize"]}, "They utilized it, utilizing all. It utilizes us.", ["used", "using", "uses"]),
        ({"stop": ["halt"]}, "They halted. Halting helps.", ["stopped", "Stopping"]),
        ({"landmine": ["land mine"]}, "The land mines lay there.", ["landmines"]),
        ({"firefighter": ["fireman"]}, "The firemen came.", ["firefighters"]),
        ({"spy": ["agent"]}, "Two agents met.", ["spies"]),
        ({"buy": ["purchase"]}, "He purchased it: purchases rose.", ["buys"]),
        ({"adviser": ["advisor"], "counsellors": ["advisors"]}, "The advisors.", ["counsellors"]),
        ({"email": ["e-mail"]}, "She e-mailed us. E-mails came.", ["emailed", "Emails"]),
        ({"re-elect": ["reelect"]}, "He was reelected. Reelecting him.", ["re-elected", "Re-electing"]),
        ({"toward": ["towards"]}, "He rowed toward us.", []),
    ],
)
def test_plurals_and_verb_forms_go_with_a_term(prefer, text, result):
    rule = HouseTerm()
    found = rule.check(draft(text), Context(rule.options, Terms.of(prefer=prefer)))
    assert [finding.fix.edits[0].replacement for finding in found if finding.fix] == result


def test_plurals_of_what_is_avoided():
    terms = Terms.of(avoid={"pay hike": "a raise"})
    assert [f.excerpt for f in check(HouseTerm, "Pay hikes, not hikes in pay.", terms=terms)] == ["Pay hikes"]


CAPITALS = Terms.of(
    prefer={
        "Kyiv": ["Kiev"],
        "internet": ["Internet"],
        "mayor": ["Mayor"],
        "supreme court": ["Supreme Court"],
    }
)


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("The Supreme Court met.", ["supreme court"]),
        ("Supreme Court judges met.", ["Supreme court"]),
        ("The Mayor left for Kiev Monday.", ["mayor", "Kyiv"]),
        ("Kiev Mayor Ann Poe used the Internet.", ["Kyiv", "internet"]),
        ("She danced with the Kiev Ballet and read Internet World.", []),
        ("Mayor Ann Poe left. Poe met Mayor Milo Orr.", []),
        ("The Leedon Center for Internet and Society said so.", []),
    ],
)
def test_a_term_with_a_capital_is_left_alone_in_a_name(text, result):
    found = HouseTerm().check(draft(text), Context(NoOptions(), CAPITALS))
    assert [finding.fix.edits[0].replacement for finding in found if finding.fix] == result


def test_the_house_says_how_grave_one_entry_is_and_why():
    terms = Terms(
        [
            Term(
                "illegals", "avoid", ("say who they are",), Ruling(level=Severity.ERROR, reason="Desk, 2031")
            ),
            Term("kids", "prefer", ("children",), Ruling(message="kids are goats", level=Severity.INFO)),
        ]
    )
    first, second = check(HouseTerm, "The illegals had kids.", terms=terms)
    assert (first.message, first.severity) == ('"illegals": say who they are (Desk, 2031)', "error")
    assert (second.message, second.severity) == ('"kids": kids are goats', "info")


def test_an_entry_holds_where_the_house_means_it():
    story = "# Cops find boy\n\nCops found a boy on the pier on Friday.\n"
    terms = Terms([Term("cops", "prefer", ("police",), Ruling(scope=("body",)))])
    assert [f.place for f in check(HouseTerm, story, terms=terms, format="markdown")] == ["3:1"]
    terms = Terms([Term("cops", "prefer", ("police",), Ruling(scope=("headline",)))])
    assert [f.place for f in check(HouseTerm, story, terms=terms, format="markdown")] == ["1:3"]


@pytest.mark.parametrize(
    ("before", "after", "applicability"),
    [
        ("a veteran of World War Two.", "a veteran of the second world war.", "unsafe"),
        ("of World War Two bombers.", "of second world war bombers.", "unsafe"),
        ("of the World War Two.", "of the second world war.", "safe"),
        ("a World War Two bomber.", "a second world war bomber.", "safe"),
    ],
)
def test_an_ordinal_in_place_of_a_name_wants_an_article(before, after, applicability):
    terms = Terms.of(prefer={"second world war": ["World War Two"]})
    text = f"He saw the ships {before}"
    (finding,) = HouseTerm().check(draft(text), Context(NoOptions(), terms))
    assert finding.fix is not None
    (edit,) = finding.fix.edits
    assert text[: edit.span.start] + edit.replacement + text[edit.span.end :] == f"He saw the ships {after}"
    assert finding.fix.applicability == applicability
