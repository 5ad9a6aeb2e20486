"""Findings are drawn to be read: the same ones each time, from as many stories as there are."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from copydesk.model.finding import Severity
from copydesk.model.report import Diagnostic, Place
from copydesk.views.trial.figures import compare, draw, side_of
from copydesk.views.trial.sentences import passage


def finding(path: str, line: int = 1, rule: str = "bad", **more) -> Diagnostic:
    place = Place(path, line, 5, line, 8)
    return Diagnostic(place, rule, "toys", Severity.WARNING, "a fault", "bad", "The bad pier", 4, **more)


FINDINGS = st.lists(
    st.builds(
        finding, st.sampled_from(["a", "b", "c", "d"]), st.integers(1, 40), st.sampled_from(["bad", "worse"])
    ),
    max_size=40,
)


@given(FINDINGS, st.integers(0, 12), st.integers(0, 99))
def test_the_order_in_which_they_come_is_no_matter(found, number, seed):
    mixed = Random(seed).sample(found, len(found))  # noqa: S311  nothing secret
    assert draw(found, number) == draw(mixed, number)


@given(FINDINGS, st.integers(0, 12))
def test_no_story_is_drawn_twice_before_all_are_drawn_once(found, number):
    drawn = draw(found, number)
    stories = [one.place.path for one in drawn]
    assert len(drawn) == min(number, len(found))
    assert len(set(stories)) == min(number, len({one.place.path for one in found}))


def test_every_rule_is_read_before_one_is_read_again():
    found = [finding(f"{number}.txt") for number in range(200)] + [finding("200.txt", rule="rare")]
    assert "rare" in [one.rule for one in draw(found, 2)]


def test_equal_findings_count_one_by_one():
    twice = side_of("now", [finding("a")] * 2, lambda _: True)
    once = side_of("before", [finding("a")], lambda _: True)
    change = compare(twice, once, ["a"], ["a"], 10)
    assert (len(change.added), change.dropped) == (1, ())


def test_a_long_line_is_cut_round_the_words():
    line = f"{'before ' * 40}bad{' after' * 40}"
    place = Place("a", 1, 281, 1, 284)
    found = passage(Diagnostic(place, "bad", "toys", Severity.INFO, "a fault", "bad", line, 280))
    assert found.words == "bad"
    assert found.before.startswith("…before before")
    assert found.after.endswith(" after…")
    assert len(found.before) < 100
