"""Draft in, findings out: an abbreviation that lost its last point."""

from __future__ import annotations

import pytest

from copydesk.testing import check
from copydesk_rules.wording.abbreviation_point import AbbreviationPoint


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("The U.S and Japan met.", "The U.S. and Japan met."),
        ("The U.S, the U.K and the U.N met.", "The U.S., the U.K. and the U.N. met."),
        ("The U.S-led force and the U.S’s ships left.", "The U.S.-led force and the U.S.’s ships left."),
        (
            "Doors open at 7 a.m and close at 9:30p.m, so come.",
            "Doors open at 7 a.m. and close at 9:30p.m., so come.",
        ),
        ("Bring food, e.g soup.", "Bring food, e.g. soup."),
        (
            "Her Ph.D. and M.B.A. were new. An M.B.A is dear.",
            "Her Ph.D. and M.B.A. were new. An M.B.A. is dear.",
        ),
    ],
)
def test_the_point_comes_back(corrected, text: str, left: str) -> None:
    assert corrected(AbbreviationPoint, text) == left


@pytest.mark.parametrize(
    "text",
    [
        "The U.S. and the US met at 7 am, at 7 a.m. and in the U.S.",
        "N.W.A played, then J.R.R. Roe read. J.K Roe was there.",
        "Version v.2 of foo.c is at example.org/u.s and in main.S for you.",
        "“The U.S is ours,” he wrote.",
    ],
)
def test_what_has_its_points_or_is_a_name(text: str) -> None:
    assert check(AbbreviationPoint, text) == []


def test_a_form_is_reported_once_and_mended_everywhere(corrected) -> None:
    text = "They sell fruit, e.g: plums, and bread, e.g: rye, at 7 p.m on Mondays."
    assert [finding.excerpt for finding in check(AbbreviationPoint, text)] == ["e.g", "p.m"]
    assert corrected(AbbreviationPoint, text).count("e.g.:") == 2
