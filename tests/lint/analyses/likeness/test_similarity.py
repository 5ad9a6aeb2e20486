"""Texts in, like texts out."""

from __future__ import annotations

from random import Random

import pytest

from copydesk.analyses.likeness.similarity import Cluster, Pair, find_clusters, find_pairs, measure

WORDS = (
    "road river mayor school train letter garden winter price union engine doctor island bread tower".split()
)


def text(seed: int, length: int = 40) -> str:
    return " ".join(Random(seed).choices(WORDS, k=length))  # noqa: S311  nothing secret


def edited(original: str, *at: int) -> str:
    words = original.split(" ")
    for index in at:
        words[index] = f"other{index}"
    return " ".join(words)


def test_the_share_of_common_words() -> None:
    assert measure("a b c d", "a b c d") == 1
    assert measure("a b c d", "a b x d") == 0.75
    assert measure("a b c d", "a x y z", 0.5) == 0


def test_copies_and_edited_copies() -> None:
    texts = [text(1), text(2), text(1), edited(text(2), 5, 30), text(3)]
    assert [*find_pairs(texts, 0.8)] == [Pair(2, 0, 1.0), Pair(3, 1, 0.95)]


@pytest.mark.parametrize(
    "copy",
    [
        edited(text(1), *range(0, 40, 8)),
        text(1).partition(" road ")[2],
        " ".join(["before", "it", *text(1).split(" "), "and", "after"]),
    ],
    ids=["words changed", "the beginning missing", "more around it"],
)
def test_what_is_like(copy: str) -> None:
    assert [(pair.later, pair.earlier) for pair in find_pairs([text(1), text(2), copy], 0.7)] == [(2, 0)]


def test_texts_of_the_same_words_in_another_order_are_not_alike() -> None:
    assert [*find_pairs([text(1), " ".join(sorted(text(1).split(" ")))], 0.7)] == []


def test_clusters_the_biggest_first() -> None:
    texts = [text(1), text(2), edited(text(1), 7), text(3), text(2), text(2)]
    (most, least) = find_clusters(texts, 0.8)
    assert (most.members, most.similarity) == ([1, 4, 5], 1.0)
    assert (least.members, least.similarity) == ([0, 2], 0.975)


def test_like_texts_are_one_cluster_in_whatever_order_they_are_linked() -> None:
    texts = [edited(text(1), 3), edited(text(1), 20), text(1), edited(text(1), 35), edited(text(1), 35)]
    (cluster,) = find_clusters(texts, 0.8)
    assert cluster.members == [0, 1, 2, 3, 4]


def test_no_texts_empty_texts_and_short_ones() -> None:
    assert find_clusters([], 0.8) == []
    assert find_clusters(["", "a", "a b", "", "a b"], 0.8) == [Cluster([0, 3], 1.0), Cluster([2, 4], 1.0)]


def test_texts_too_long_to_be_told_apart_word_by_word() -> None:
    long = text(1, 6_000)
    (pair,) = find_pairs([long, edited(long, 100, 3_000)], 0.8)
    assert pair.similarity > 0.99


def test_one_text_a_thousand_times() -> None:
    (cluster,) = find_clusters([text(1)] * 1_000 + [edited(text(1), n % 40) for n in range(1_000)], 0.8)
    assert len(cluster.members) == 2_000
