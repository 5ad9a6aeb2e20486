"""Draft in, findings out: signs and words, figures and words."""

from __future__ import annotations

import pytest

from copydesk.testing import check
from copydesk_rules.spelling.number_style_variant import NumberStyleVariant


def messages(text: str) -> list[str]:
    return [finding.message for finding in check(NumberStyleVariant, text)]


def test_percentages() -> None:
    assert messages("It fell 5%, then 6%. Later it rose 7 percent.") == [
        '"7 percent" here, "5%" twice (first at 1:9)'
    ]


def test_money() -> None:
    assert messages("It cost $5 million. The road cost $7 million, the tunnel $1.2bn.") == [
        '"$1.2bn" here, "$5 million" twice (first at 1:9)'
    ]


def test_one_count_in_words_and_figures() -> None:
    assert messages("The 10 villages are dry. Rain fell on ten villages.") == [
        '"ten villages" here, "10 villages" once (at 1:5), used first'
    ]


@pytest.mark.parametrize(
    "text",
    [
        "“We lost 7%,” she said. Exports fell 5 percent.",
        "Prices Fall 5%\n\nPrices fell 5 percent on Friday, the bank said.",
        "A tenth is 10%, said the bank.",
        "Ten villages have 10 wells.",
        "Ten villages are dry. The 10 villages lie uphill.",
        "It moved 1 or 2 points. It had lost two points.",
        "He bought 9 clocks and two benches, and 4 of five boys left.",
    ],
    ids=["a quotation", "a headline", "one way", "other things", "a sentence start", "in a row", "in step"],
)
def test_what_has_rules_of_its_own(text: str) -> None:
    assert messages(text) == []


def test_a_small_number_in_figures_beside_a_larger_one_in_words() -> None:
    message = '"4 clocks" beside "eleven benches": the smaller number stands in figures'
    assert messages("She bought 4 clocks and eleven benches for the hall.") == [message]
    assert messages("She bought eleven benches and 4 clocks for the hall.") == [message]


def test_one_finding_a_paragraph() -> None:
    assert (
        len(
            messages(
                "It fell 5% in May, then 6% and at last 7%.\n\nIt rose 2 percent in June, then 3 percent."
            )
        )
        == 1
    )
