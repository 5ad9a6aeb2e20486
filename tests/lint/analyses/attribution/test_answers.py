"""Draft in, who answers for each sentence out."""

from __future__ import annotations

import pytest

from copydesk.analyses.attribution.answers import Answerer, Nearness, answers
from copydesk.testing import draft

PERSON, BODY, DOCUMENT, CHARGE, OBSERVATION, UNNAMED, NOBODY = Answerer


def kinds(text: str) -> list[Answerer]:
    return [backing.kind for backing in answers(draft(text))]


def nearness(text: str) -> list[int]:
    return [backing.nearness for backing in answers(draft(text))]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ann Poe said the pier was sold.", PERSON),
        ("The board said the pier was sold.", BODY),
        ("The audit report found that the pier was sold.", DOCUMENT),
        ("Mr. Roe was charged with arson.", CHARGE),
        ("Critics said the pier was sold.", UNNAMED),
        ("A Gazette reporter counted 40 cars on the pier.", OBSERVATION),
        ("Mr. Roe burned down the pier.", NOBODY),
    ],
)
def test_the_kind_of_who_answers(text: str, kind: Answerer) -> None:
    assert kinds(text) == [kind]


def test_a_neighbour_in_the_paragraph_answers() -> None:
    text = "Mr. Roe burned the pier. It was old. Ann Poe said so."
    assert nearness(text) == [Nearness.NOWHERE, Nearness.BESIDE, Nearness.SENTENCE]


def test_speech_goes_on_in_a_paragraph_that_begins_with_a_pronoun() -> None:
    text = "Ann Poe said the pier was sold.\n\nShe had seen the papers.\n\nThe pier was built in 1902."
    assert nearness(text) == [Nearness.SENTENCE, Nearness.ABOVE, Nearness.NOWHERE]


def test_a_colon_leads_to_the_next_paragraph() -> None:
    text = "Ann Poe said the following:\n\nThe pier was sold in May."
    assert nearness(text) == [Nearness.SENTENCE, Nearness.ABOVE]


def test_an_empty_draft_has_no_answers() -> None:
    assert answers(draft("")) == []
