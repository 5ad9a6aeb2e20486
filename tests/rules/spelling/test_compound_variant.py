"""Draft in, findings out: one word, two spellings."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from copydesk.document import Document
from copydesk.house.terms import Terms
from copydesk.house.usage import Usage
from copydesk.plugins.rule import Context
from copydesk.testing import check, draft
from copydesk_rules.spelling.compound_variant import CompoundVariant

SEED = next((Path(__file__).parents[3] / "seeds").glob("*.txt"))


def messages(text: str) -> list[str]:
    return [finding.message for finding in check(CompoundVariant, text)]


def fixed(text: str) -> str:
    """The draft with every correction made."""
    document: Document = draft(text)
    rule = CompoundVariant()
    findings = list(rule.check(document, Context(rule.options)))
    edits = [edit for finding in findings if finding.fix for edit in finding.fix.edits]
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.replacement + text[edit.span.end :]
    return text


def test_the_seed_article_has_exactly_one() -> None:
    (finding,) = check(CompoundVariant, SEED.read_text(encoding="utf-8"))
    assert finding.place == "3:111"
    assert finding.excerpt == "land mines"
    assert finding.message == '"land mines" here, "landmines" 6 times (first at 1:53)'
    assert finding.related == ("1:53",)
    assert finding.severity == "warning"


def test_each_use_of_the_rarer_form_is_reported_and_leads_to_the_first_of_the_other() -> None:
    text = (
        "The website is new. Its web site was old.\n"
        "A website costs money. The website paid, the web site did not, and the website won."
    )
    found = check(CompoundVariant, text)
    assert [(finding.place, finding.message, finding.related) for finding in found] == [
        ("1:25", '"web site" here, "website" 4 times (first at 1:5)', ("1:5",)),
        ("2:46", '"web site" here, "website" 4 times (first at 1:5)', ("1:5",)),
    ]


def test_in_a_tie_the_form_used_first_wins() -> None:
    assert messages("The work force shrank. A workforce needs pay.") == [
        '"workforce" here, "work force" once (at 1:5), used first'
    ]


def test_each_rare_form_has_its_own_finding() -> None:
    text = "The policymaker met a policymaker. A policymaker is no policy maker. Nor is a policy-maker one."
    assert messages(text) == [
        '"policy maker" here, "policymaker" 3 times (first at 1:5)',
        '"policy-maker" here, "policymaker" 3 times (first at 1:5)',
    ]


def test_what_is_quoted_does_not_vote() -> None:
    text = (
        "“The air base burned, the air base fell, that air base is gone,” Mr. Ash said.\n"
        "The airbase has two runways, he said."
    )
    assert messages(text) == ['"air base" here, "airbase" once (at 2:5)'] * 3


def test_two_spellings_of_speech_alone_are_only_noted() -> None:
    text = "“We will reopen the mine,” Mr. Ash said.\n“To re-open it would be wrong,” Ms. Orr said."
    (finding,) = check(CompoundVariant, text)
    assert (finding.severity, finding.place) == ("info", "2:5")


@pytest.mark.parametrize("cue", ["wrote", "said in a statement", "tweeted", "said in an e-mail"])
def test_what_was_quoted_from_writing_is_left_alone(cue: str) -> None:
    text = f"The website is down. The website is new.\n“My web site is fine,” Mr. Ash {cue}."
    assert messages(text) == []


def test_a_copied_paragraph_is_not_counted_twice() -> None:
    paragraph = "The town cleared the land mines in March, and nobody was hurt."
    text = f"{paragraph}\nThe landmines were old.\n{paragraph}\nMore landmines were found."
    assert messages(text) == ['"land mines" here, "landmines" twice (first at 2:5)']


def test_the_house_decides_before_the_draft_does() -> None:
    terms = Terms.of(prefer={"land mine": ["landmine"], "Kyiv": ["Kiev"]})
    text = "The landmine lay there. A landmine kills. A land-mine was found. One land mine is left."
    found = check(CompoundVariant, text, terms=terms)
    assert [finding.message for finding in found] == [
        '"landmine" here, "land mine" once (at 1:70), as the house writes it',
        '"landmine" here, "land mine" once (at 1:70), as the house writes it',
        '"land-mine" here, "land mine" once (at 1:70), as the house writes it',
    ]


def test_in_a_tie_the_archive_decides_before_the_first_use_does() -> None:
    archive = ["The workforce is large.", "A workforce of ten.", "Their work force.", "“A work force!”"]
    usage = Usage(lambda count: map(count, map(draft, archive)))
    rule, document = CompoundVariant(), draft("The work forces shrank. A workforce needs pay.")
    (finding,) = rule.check(document, Context(rule.options, usage=usage))
    assert finding.message == '"work forces" here, "workforce" once (at 1:27), 2 to 1 in the archive'
    assert finding.fix is not None
    assert (finding.fix.edits[0].replacement, finding.fix.applicability) == ("workforces", "unsafe")


def test_an_archive_is_read_only_for_a_tie() -> None:
    def unread(_: object) -> list[Counter[str]]:
        raise AssertionError("nobody has to ask the archive")

    rule, document = CompoundVariant(), draft("A workforce. The workforce. One work force.")
    assert len([*rule.check(document, Context(rule.options, usage=Usage(unread)))]) == 1


@pytest.mark.parametrize(
    ("text", "result"),
    [
        (
            "The landmines lay there. Landmines kill. Land mines kill.",
            "The landmines lay there. Landmines kill. Landmines kill.",
        ),
        (
            "A vice president is here. The vice president is ill. The vice-president's car is here.",
            "A vice president is here. The vice president is ill. The vice president's car is here.",
        ),
        (
            "Her co-author and his co-author met. “My coauthors left,” she said of the coauthors.",
            "Her co-author and his co-author met. “My coauthors left,” she said of the co-authors.",
        ),
        ("The workforce shrank. A work force needs pay.", "The workforce shrank. A work force needs pay."),
    ],
    ids=["closed", "open", "hyphen, not in the quotation", "a tie has no fix"],
)
def test_the_fix_spells_the_drafts_own_words_alike(text: str, result: str) -> None:
    assert fixed(text) == result


def test_what_a_colon_announces_may_be_spelled_by_somebody_else() -> None:
    text = (
        "The ward needs a caregiver, and a caregiver needs sleep.\n"
        "The hospital set out its plan for the winter:\n"
        "Each patient has one care giver, who may rest by day."
    )
    (finding,) = check(CompoundVariant, text)
    assert finding.severity == "info"
    (finding,) = check(CompoundVariant, text.replace("winter:", "winter."))
    assert finding.severity == "warning"


def test_what_an_agency_is_quoted_for_was_written() -> None:
    text = (
        "The caregiver slept. “Each care giver must rest,” according to the NHRB, whose caregiver rota grew."
    )
    assert messages(text) == []
