"""Two sequences side by side: what holds whatever they are made of."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from copydesk.analyses.likeness.matching import equal_in_order, find_partners, share_of_words
from copydesk.analyses.likeness.similarity import mismatches

WORDS = st.lists(st.sampled_from("a b c d e f".split()), max_size=30)


@given(WORDS, WORDS)
def test_equal_items_are_equal_and_stand_in_one_order(before: list[str], after: list[str]) -> None:
    pairs = equal_in_order(before, after)
    assert all(before[old] == after[new] for old, new in pairs)
    assert pairs == sorted(set(pairs))
    assert [new for _, new in pairs] == sorted({new for _, new in pairs})


@given(WORDS)
def test_the_same_is_equal_throughout(words: list[str]) -> None:
    assert equal_in_order(words, words) == [(index, index) for index in range(len(words))]
    assert mismatches(words, words) == []


@given(WORDS, WORDS)
def test_what_differs_put_into_the_older_gives_the_newer(before: list[str], after: list[str]) -> None:
    made, at = [], 0
    for one in mismatches(before, after):
        made += before[at : one.old.start] + after[one.new.start : one.new.stop]
        at = one.old.stop
    assert made + before[at:] == after


@given(st.lists(WORDS, max_size=8), st.lists(WORDS, max_size=8))
def test_each_item_has_one_partner_at_most(olds: list[list[str]], news: list[list[str]]) -> None:
    found = find_partners(olds, news, share_of_words, 0.5)
    assert len({one.old for one in found}) == len({one.new for one in found}) == len(found)
    assert all(share_of_words(olds[one.old], news[one.new]) == one.likeness >= 0.5 for one in found)


def test_a_word_that_all_have_leads_nowhere() -> None:
    olds = [f"the council met in hall {number}".split() for number in range(40)]
    news = [f"the council met in room {number}".split() for number in range(40)]
    found = find_partners(olds, news, share_of_words, 0.8)
    assert [(one.old, one.new) for one in found] == [(number, number) for number in range(40)]
