"""Draft in, words out."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.language.words import find_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("The bridge is closed.", "the bridge is closed", id="lower case"),
        pytest.param("She doesn’t. He doesn't.", "she doesn't he doesn't", id="one apostrophe"),
        pytest.param("O’Neill’s", "o'neill's", id="two apostrophes in a word"),
        pytest.param(
            "the dogs’ rock ’n’ roll of the ’90s", "the dogs rock n roll of the 90s", id="at either end"
        ),
        pytest.param("“Keep out,” ‘she’ said", "keep out she said", id="quotation marks"),
        pytest.param("anti-tank, anti‐tank and anti‑tank", "anti-tank anti-tank and anti-tank", id="hyphens"),
        pytest.param("a twenty- or thirty-year wait", "a twenty or thirty-year wait", id="hanging hyphen"),
        pytest.param("inert — unable – to -- fire", "inert unable to fire", id="dashes"),
        pytest.param("1,000 men at 3.5%, 40m", "1 000 men at 3 5 40m", id="figures"),
        pytest.param("The U.S. plan", "the u s plan", id="stops part"),
        pytest.param("Café, cafe\u0301 and Zoë", "café cafe\u0301 and zoë", id="combining marks"),
        pytest.param("Ødegård, Żółć, Ευρώπη", "ødegård żółć ευρώπη", id="letters beyond ASCII"),
        pytest.param("a 𝐛𝐨𝐥𝐝 🙂 word", "a 𝐛𝐨𝐥𝐝 word", id="beyond the first plane"),
        pytest.param("line\u2028break\u00a0here", "line break here", id="unusual spaces"),
        pytest.param("… ‘’ — !", "", id="no word at all"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_words(text: str, words: str) -> None:
    assert [word.lower for word in find_words(text)] == words.split()


def test_a_word_says_where_it_stands() -> None:
    text = "In İzmir, Ms. O’Dea’s cafe\u0301"
    assert [text[word.start : word.end] for word in find_words(text)] == [
        "In",
        "İzmir",
        "Ms",
        "O’Dea’s",
        "cafe\u0301",
    ]
    assert find_words(text)[1].lower == "izmir"


@given(st.text())
def test_every_letter_and_digit_is_in_a_word_at_its_place(text: str) -> None:
    words = find_words(text)
    inside = {offset for word in words for offset in range(word.start, word.end)}
    assert all(offset in inside for offset, character in enumerate(text) if character.isalnum())
    assert all(before.end <= after.start for before, after in pairwise(words))
    assert all(word.start < word.end == word.start + len(word.lower) for word in words)
