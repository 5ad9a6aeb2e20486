"""Draft in, findings out: a sum with the sign of its currency and the word."""

from __future__ import annotations

import pytest

from copydesk.testing import check
from copydesk_rules.wording.currency_twice import CurrencyTwice


@pytest.mark.parametrize(
    ("text", "excerpt", "left"),
    [
        ("It cost $5 million dollars.", "$5 million dollars", "It cost $5 million."),
        ("It cost $5m dollars.", "$5m dollars", "It cost $5m."),
        ("A $20 dollar bill lay there.", "$20 dollar", "A $20 bill lay there."),
        ("It cost £30 pounds sterling.", "£30 pounds sterling", "It cost £30."),
        ("It cost €4.50 euros.", "€4.50 euros", "It cost €4.50."),
        ("It cost US$1,200 US dollars.", "US$1,200 US dollars", "It cost US$1,200."),
        ("He bought $10 dollars’ worth.", "$10 dollars’", "He bought $10 worth."),
    ],
)
def test_the_word_goes(corrected, text: str, excerpt: str, left: str) -> None:
    (finding,) = check(CurrencyTwice, text)
    assert finding.excerpt == excerpt
    assert corrected(CurrencyTwice, text) == left


@pytest.mark.parametrize(
    "text",
    [
        "It cost $5 million Canadian dollars, or 5 million dollars.",
        "It cost $3 million U.S. dollars, or $4 million Canadian, and C$2 US dollars.",
        "She paid $5, dollars that she had saved. It fell from $2 to a pound.",
        "A £9 euro loan. He gave $5 to Dollarton.",
        "“It cost $5 million dollars,” she said.",
    ],
)
def test_what_is_said_once(text: str) -> None:
    assert check(CurrencyTwice, text) == []
