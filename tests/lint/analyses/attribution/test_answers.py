"""Draft in, who answers for each sentence out."""

from __future__ import annotations

import pytest

from copydesk.analyses.attribution.answers import Answerer, Nearness, answers
from copydesk.testing import draft

PERSON, BODY, DOCUMENT, CHARGE, LINK, INTERVIEW, OBSERVATION, UNNAMED, NOBODY = Answerer


def kinds(text: str, reader: str = "plain") -> list[Answerer]:
    return [backing.kind for backing in answers(draft(text, reader))]


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


@pytest.mark.parametrize(
    ("text", "reader"),
    [
        ("Mr. Roe [burned the pier](https://post.example/pier-report). It was old.", "markdown"),
        ("<p>Mr. Roe <a href='https://post.example/pier'>burned the pier</a>. It was old.</p>", "html"),
        ("Mr. Roe burned the pier: https://post.example/pier. It was old.", "plain"),
    ],
)
def test_a_link_answers_for_its_own_sentence(text: str, reader: str) -> None:
    assert kinds(text, reader) == [LINK, NOBODY]


def test_a_name_with_a_link_answers_for_nothing() -> None:
    text = "Ann Poe is mayor. [Ann Poe](https://tarn.example/mayor) burned the [pier](/pier)."
    assert kinds(text, "markdown") == [NOBODY, NOBODY]


def test_a_question_shows_who_answers_in_an_interview() -> None:
    text = (
        "Ann Poe has run the pier since 2002.\n\nWhat happened to the pier?\n\n"
        "I saw it all. I lost my own boat when Mr. Roe burned the pier.\n\nThe pier was built in 1902."
    )
    assert kinds(text) == [NOBODY, NOBODY, INTERVIEW, INTERVIEW, NOBODY]


def test_an_empty_draft_has_no_answers() -> None:
    assert answers(draft("")) == []
