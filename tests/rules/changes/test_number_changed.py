"""Two versions in, findings out: another figure."""

from __future__ import annotations

import pytest

from copydesk.testing import check
from copydesk_rules.changes.number_changed import NumberChanged


@pytest.mark.parametrize(
    ("before", "after", "what"),
    [
        ("The levy is $4.1 million a year.", "The levy is $4.7 million a year.", "amount"),
        ("The levy rose by 12 percent this year.", "The levy rose by 14% this year.", "percentage"),
        ("Ida Orr, 42, lost her house on the hill.", "Ida Orr, 43, lost her house on the hill.", "age"),
        ("The 42-year-old lost her house.", "The 43-year-old lost her house.", "age"),
        ("The vote is on Sept. 4 in the old hall.", "The vote is on October 4 in the old hall.", "date"),
        ("The vote is on Tuesday in the old hall.", "The vote is on Thursday in the old hall.", "date"),
        ("The doors open at 7 p.m. for the vote.", "The doors open at 8 p.m. for the vote.", "time"),
        ("The plan moves twelve families uphill.", "The plan moves 14 families uphill.", "number"),
    ],
)
def test_the_message_says_what_it_counts(before: str, after: str, what: str) -> None:
    (found,) = check(NumberChanged, after, earlier=before)
    assert found.message.startswith(f"{what} changed: ")


def test_a_figure_in_a_quotation_is_another_matter() -> None:
    text = "“The plan moves {} families uphill,” Ada Brandt said."
    assert check(NumberChanged, text.format(144), earlier=text.format(140)) == []
