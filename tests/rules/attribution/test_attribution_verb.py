"""Drafts in, findings of `attribution-verb` out."""

from __future__ import annotations

import pytest

from copydesk.plugins.rule import AnyRule, Context
from copydesk.testing import check, draft
from copydesk_rules.attribution.attribution_verb import AttributionVerb, AttributionVerbOptions


def found(rule: type[AnyRule], text: str) -> list[tuple[str, str]]:
    return [(one.excerpt, one.severity) for one in check(rule, text)]


@pytest.mark.parametrize(
    ("text", "verb", "neutral"),
    [
        ("“The pier is lost,” Ann Poe claimed.", "claimed", "said"),
        ("Ann Poe insists that the pier is lost.", "insists", "says"),
        ("Ann Poe slammed the plan as “a very bad joke.”", "slammed", "criticized"),
        ("“The pier is lost,” grinned Ann Poe.", "grinned", "said"),
        ("“The pier is lost,” she said, boasting that “nobody will build it again.”", "boasting", "saying"),
    ],
)
def test_a_verb_that_says_too_much_with_the_neutral_one(text: str, verb: str, neutral: str) -> None:
    document = draft(text)
    (one,) = AttributionVerb().check(document, Context(AttributionVerb.options))
    assert document.slice(one.span) == verb
    assert one.fix is not None
    assert one.fix.message == f"write {neutral}"


def test_what_somebody_thinks_has_no_neutral_verb() -> None:
    document = draft("Ann Poe believes that the pier is lost.")
    assert list(AttributionVerb().check(document, Context(AttributionVerb.options))) == []
    (one,) = AttributionVerb().check(document, Context(AttributionVerbOptions(classes=("thinking",))))
    assert one.message == '"believes" looks into a head: write what was said'
    assert one.fix is None


@pytest.mark.parametrize(
    "text",
    [
        "Ann Poe said she believes that the pier is lost.",
        "Ann Poe claimed the prize.",
        "The indictment alleges that the pier was sold.",
        "Bob Roe’s claim that the pier is lost is wrong.",
        "“He claims that the pier is lost,” Ann Poe said.",
        "Ann Poe smiled.",
    ],
)
def test_verbs_in_their_place(text: str) -> None:
    assert found(AttributionVerb, text) == []


def test_a_house_chooses_classes_and_verbs() -> None:
    text = "Ann Poe revealed that the pier is lost. Bob Roe claimed that it is not."
    assert [one.excerpt for one in check(AttributionVerb, text, classes=("factive",))] == ["revealed"]
    assert check(AttributionVerb, text, allow=("claim",)) == []


@pytest.mark.parametrize(
    "text",
    [
        "The council voted on Monday against Harbor Party claims that the toll was a tax.",
        "It dismissed Ferryline claims that the bridge was paid for.",
        "The judge rejected Ferryline claims that it had won.",
        "They heard Ferryline claims that the toll was paid.",
        "Donald Trump spoke. The court ruled against Trump claims that he won.",
        "On the third day, Ann Poe boasted.",
    ],
)
def test_a_noun_is_no_attribution(text: str) -> None:
    assert check(AttributionVerb, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Ferryline claims that the toll is a tax.",
        "But Ferryline claims that the toll is a tax.",
        "The town paid, and he denied it because Ferryline claims that the toll is a tax.",
        "In court, Ferryline claims that it won.",
        "Donald Trump spoke. Trump claims that he won.",
        "The toll is a tax, Ivo Marsh claims.",
    ],
)
def test_a_verb_is_one(text: str) -> None:
    assert [finding.excerpt for finding in check(AttributionVerb, text)] == ["claims"]
