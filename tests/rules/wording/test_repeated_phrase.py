"""Draft in, findings out: a phrase that stands twice in a row."""

from __future__ import annotations

import pytest

from copydesk.testing import check
from copydesk_rules.wording.repeated_phrase import RepeatedPhrase


@pytest.mark.parametrize(
    ("text", "excerpt"),
    [
        ("The roof of the of the house fell.", "of the of the"),
        ("In the in the storm it fell.", "In the in the"),
        ("It is one of the one of the oldest.", "one of the one of the"),
        ("She walked to the bridge to the bridge.", "to the bridge to the bridge"),
        ("It will be will be done.", "will be will be"),
        ("She lives in Tarn in Tarn.", "in Tarn in Tarn"),
        ("It fell on Friday on Friday.", "on Friday on Friday"),
        ("It has to be to be paid.", "to be to be"),
        ("They left for a for a year.", "for a for a"),
        ("It was the focus of his of his life.", "of his of his"),
        ("It bars the town from bars the town from paying.", "bars the town from bars the town from"),
    ],
)
def test_a_phrase_twice(text: str, excerpt: str) -> None:
    (finding,) = check(RepeatedPhrase, text)
    assert finding.excerpt == excerpt
    assert finding.message == f'"{excerpt[: len(excerpt) // 2]}" twice in a row'


@pytest.mark.parametrize(
    "text",
    [
        "They flew from coast to coast to coast, and went door to door to door.",
        "It went on and on and on. She tried again and again and again. It rose more and more and more.",
        "It went up and up and down, and over and over and out.",
        "Row row row row your boat. No no no no. Bora Bora Bora Bora.",
        "New York New York is a song, and Of the Of the Of is none.",
        "As good as it was it was not enough. If they do they do it well.",
        "One of the, one of the oldest. In the end, in the end it rained.",
        "He read of the\n\nof the house.",
        "There is one above, and so on and so on, up to the top.",
        "Day after day after day it rained.",
        "What will be will be. That was to be to be sure.",
        "“It is in the in the box,” he said.",
    ],
)
def test_what_may_stand_twice(text: str) -> None:
    assert check(RepeatedPhrase, text) == []


def test_a_phrase_three_times_is_one_fault(corrected) -> None:
    text = "The roof of the of the of the house fell."
    (finding,) = check(RepeatedPhrase, text)
    assert finding.message == '"of the" 3 times in a row'
    assert corrected(RepeatedPhrase, text) == "The roof of the house fell."


def test_words_of_grammar_are_taken_out_unasked_others_are_not(corrected) -> None:
    assert corrected(RepeatedPhrase, "The roof of the of the house.") == "The roof of the house."
    text = "It is one of the one of the oldest."
    assert corrected(RepeatedPhrase, text) == text
    assert corrected(RepeatedPhrase, text, unsafe=True) == "It is one of the oldest."
