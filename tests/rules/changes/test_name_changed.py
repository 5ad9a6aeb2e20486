"""Two versions in, findings out: another name."""

from __future__ import annotations

import pytest

from copydesk.testing import check
from copydesk_rules.changes.name_changed import NameChanged


def test_the_old_form_that_still_stands_is_named() -> None:
    text = "Tomas {}, the director, quit on Monday.\nNobody saw Reile leave the building."
    (found,) = check(NameChanged, text.format("Reyle"), earlier=text.format("Reile"))
    assert found.message == (
        'name changed: "Tomas [Reile -> Reyle], the director, quit on Monday."; "Reile" still stands at 2:12'
    )
    assert found.related == ("2:12",)


def test_a_name_is_reported_once() -> None:
    text = (
        "Tomas {0}, the director, resigned.\nThe town thanked Mr. {0} for his work.\nThen Mr. {0} left town."
    )
    assert len(check(NameChanged, text.format("Reyle"), earlier=text.format("Reile"))) == 1


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("He was born in Phila. in May.", "He was born in Philadelphia in May."),
        ("He was born in N.Y. in May.", "He was born in New York in May."),
        ("The school of Gov. Orr burned.", "The school of Governor Orr burned."),
        ("The pier of the Harbor County Trust burned.", "The pier of the harbor county trust burned."),
        ("On the Okada-Lund farm it rained.", "On the Okada Lund farm it rained."),
        ("He said Monday was fine.", "He said Tuesday was fine."),
    ],
)
def test_what_is_no_other_name(before: str, after: str) -> None:
    assert check(NameChanged, after, earlier=before) == []
