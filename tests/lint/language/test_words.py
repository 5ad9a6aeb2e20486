"""Draft in, words out."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.language.words import MARKS, SPACES, Cursor, find_words
from copydesk.testing import draft


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


LETTER = r"\w[\w\u0300-\u036f]*"


@given(st.text(st.sampled_from("aBé'’‘-‐ \n\u0301ßжΣ²_“.,1…"), max_size=20))
def test_a_word_is_letters_joined_by_single_apostrophes_and_hyphens(text: str) -> None:
    folded = re.sub(r"(?<=[^\W\d_])‘(?=[^\W\d_])|’", "'", text).replace("‐", "-").lower()
    found = [(match.start(), match[0]) for match in re.finditer(f"{LETTER}(?:['-]{LETTER})*", folded)]
    assert [(word.start, word.lower) for word in find_words(text)] == found


def test_the_forms_of_a_draft_and_where_they_stand() -> None:
    words = find_words("The café, the tram-stop and the café.")
    assert words.vocabulary == {"the": [0, 2, 5], "café": [1, 6], "tram-stop": [3], "and": [4]}
    assert (words.accented, words.hyphenated) == (["café"], ["tram-stop"])


@pytest.mark.parametrize(
    ("text", "length", "indices"),
    [
        pytest.param("It was was so.", 1, [1], id="a word"),
        pytest.param("It was so, it was so.", 3, [0], id="a phrase over a comma"),
        pytest.param("on and on and on", 2, [0, 1], id="two that overlap"),
        pytest.param("a boy and a bear", 2, [], id="words that only begin alike"),
        pytest.param("ж ж, щ ж", 1, [0], id="letters beyond Latin-1"),
        pytest.param("once", 2, [], id="too short a text"),
        pytest.param("", 1, [], id="nothing"),
    ],
)
def test_words_that_stand_twice_in_a_row(text: str, length: int, indices: list[int]) -> None:
    assert [*find_words(text).doubled(length)] == indices


def test_a_cursor_knows_what_stands_beside_a_word():
    document = draft("Roe’s wife, Ann, left.")
    word = document.word(0)
    assert (word.surface, word.lower, word.stem, word.gap) == ("Roe’s", "roe's", "roe", " ")
    assert (word.is_capitalised, word.is_possessive) == (True, True)
    assert (word.next.surface, word.next.gap, word.next.is_capitalised) == ("wife", ", ", False)
    assert word.next.next.previous == word.next
    last = document.word_before(len(document.text))
    assert (last.surface, last.gap) == ("left", ".")


def test_the_ends_of_a_text_are_empty_words():
    document = draft("Ann left.")
    before, after = document.word_before(0), document.word_after(5)
    assert not before
    assert not after
    assert (before.lower, before.surface, before.previous, before.gap) == ("", "", before, "")
    assert (after.lower, after.surface, after.next, after.gap) == ("", "", after, "")
    assert (before.next.surface, after.previous.surface) == ("Ann", "left")


def test_a_word_is_found_by_an_offset():
    document = draft("Ann left. Ben came.")
    assert document.word_after(10).surface == "Ben"
    assert document.word_after(11).surface == "came"
    assert document.word_before(10).surface == "left"
    assert document.word_before(10).gap == ". "


def test_a_word_beside_an_offset_is_parted_from_it_by_certain_characters_only():
    document = draft("Her son, Lou, who’s late, left. Ann")
    assert document.word_before(9, across=SPACES).surface == ""
    assert document.word_before(9, across=MARKS).surface == "son"
    assert document.word_before(11, across=MARKS).surface == ""
    assert document.word_after(12, across=SPACES).surface == ""
    assert document.word_after(12, across=SPACES + ",").common == "who"
    assert document.word_after(31, across=SPACES).common == ""
    assert document.word_before(0, across=SPACES).surface == ""


def test_the_characters_beside_an_offset_end_with_the_text():
    document = draft("Ann left.")
    assert (document.before(1, 3), document.before(4), document.before(0)) == ("A", " ", "")
    assert (document.after(4, 4), document.after(8, 5), document.after(9)) == ("left", ".", "")


@given(st.text(max_size=60))
def test_the_words_and_their_gaps_are_the_text(text):
    words = find_words(text)
    word = Cursor(words, text, -1)
    pieces = [word.gap]
    while word := word.next:
        pieces += [word.surface, word.gap]
    assert "".join(pieces) == text


def test_the_parts_of_words_lead_to_them():
    words = find_words("The cross-country run was the country’s own.")
    assert words.parts == {"cross": [1], "country": [1, 5], "s": [5]}


def test_words_know_their_sentence_and_sentences_their_words():
    document = draft("It rained. “So it goes,” she said.\n\nNobody left.")
    words = [document.words.lowers[within.start : within.stop] for within in document.words_of_sentences]
    assert words == [["it", "rained"], ["so", "it", "goes", "she", "said"], ["nobody", "left"]]
    assert document.sentences_of_words == [0, 0, 1, 1, 1, 1, 1, 2, 2]


@given(st.text(alphabet="Ab1 .!?“”\n-'"))
def test_each_sentence_has_the_words_that_begin_in_it(text):
    document = draft(text)
    for sentence, within in zip(document.sentences, document.words_of_sentences, strict=True):
        assert within == document.words.between(sentence.start, sentence.end)
