"""Draft in, findings out: spaces and marks that are too many or too few."""

from __future__ import annotations

import pytest

from copydesk.testing import check
from copydesk_rules.quotes.spacing import Spacing


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("She left , then he left .", "She left, then he left."),
        ("It rained.It stopped.", "It rained. It stopped."),
        ("It rained,then it stopped.", "It rained, then it stopped."),
        ("Casinos,shops and bars shut.", "Casinos, shops and bars shut."),
        ("The mayor,however, left.", "The mayor, however, left."),
        ("She left..\n\nHe left,, too.", "She left.\n\nHe left, too."),
        ("At first,. it rained.", "At first. it rained."),
        ("The  pool was shut.", "The pool was shut."),
        ("“ We left, ” she said.", "“We left,” she said."),
        ("She said: “ We left.”", "She said: “We left.”"),
        ("“We left.”She smiled.", "“We left.” She smiled."),
        ("“We left,”she said.", "“We left,” she said."),
        ("The pool ( in town ) was shut.", "The pool (in town) was shut."),
    ],
)
def test_each_place_is_mended(corrected, text: str, left: str) -> None:
    assert check(Spacing, text)
    assert corrected(Spacing, text) == left


@pytest.mark.parametrize(
    "text",
    [
        "Node.js 2.0 is out, e.g. for www.a.example. He said . . . nothing, and left .5 percent behind.",
        "She was born in St. Orrel at 9 a.m. The .org and .com names cost $.99. Wait ... then go.",
        "lib,src: a patch. The rows a,b,c and red,green,blue.",
        "It is in Washington, D.C., and 1,000 came to example.org/a,b.",
        "“It rained .. and rained ,” she said.",
        "“ ‘No,’ he said.” Both “A”s were his. “Well . . . ” he said. “So … ” he said.",
        "It was done,“ he said. ”It was,“ she said.",
    ],
)
def test_what_is_right(text: str) -> None:
    assert check(Spacing, text) == []


def test_two_spaces_are_an_info() -> None:
    assert [one.severity for one in check(Spacing, "The  pool , it is shut.")] == ["info", "warning"]


def test_a_space_that_markup_makes_is_left_alone() -> None:
    text = "The *pool* <b> , </b> which was shut.\n\nIt rained.<br>It stopped.\n"
    assert check(Spacing, text, format="markdown") == []
