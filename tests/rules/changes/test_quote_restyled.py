"""Two versions in, findings out: house style inside a quotation."""

from __future__ import annotations

import pytest

from copydesk.testing import check
from copydesk_rules.changes.quote_restyled import QuoteRestyled


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("six more weeks", "6 more weeks"),
        ("12 percent of it", "12% of it"),
        ("towards the pier", "toward the pier"),
        ("it is gonna be late", "it is going to be late"),
        ("we do not pay late", "we don’t pay late"),
        ("in Sept. 2031", "in September 2031"),
        ("he took it home", "[Verhoef] took it home"),
    ],
)
def test_the_words_are_the_same(before: str, after: str) -> None:
    text = "“Nobody here knew that {},” Ada Brandt said."
    (found,) = check(QuoteRestyled, text.format(after), earlier=text.format(before))
    assert found.severity == "info"
