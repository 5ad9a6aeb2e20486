"""Draft in, findings out: an acronym that is explained twice."""

from __future__ import annotations

import pytest

from copydesk.testing import check
from copydesk_rules.facts.acronym_defined_twice import AcronymDefinedTwice

FILLER = "It met in the cold hall by the river, as it has for years, and nobody came to hear it. " * 4


def test_explained_twice() -> None:
    text = "The Orrel Drainage Board (ODB) met.\n\nThe ODB sat.\n\nThen the Orrel Drainage Board (ODB) left."
    (found,) = check(AcronymDefinedTwice, text)
    assert (found.excerpt, found.message) == ("(ODB)", '"ODB" is explained at line 1 already')
    assert (found.severity, found.related) == ("warning", ("1:26",))


def test_far_from_the_first_time_it_may_help() -> None:
    text = f"The Orrel Drainage Board (ODB) met. {FILLER * 25}\n\nThen the Orrel Drainage Board (ODB) left."
    assert [one.severity for one in check(AcronymDefinedTwice, text)] == ["info"]


def test_under_another_heading_it_may_help() -> None:
    first, again = "The Orrel Drainage Board (ODB) met.", "Then the Orrel Drainage Board (ODB) left."
    far = f"{first} {FILLER * 2}\n\n## The pumps\n\n{again}"
    near = f"{first}\n\n## The pumps\n\n{again}"
    unparted = f"{first} {FILLER * 2}\n\n{again}"
    drafts = far, near, unparted
    found = [[one.severity for one in check(AcronymDefinedTwice, text, format="markdown")] for text in drafts]
    assert found == [["info"], ["warning"], ["warning"]]


@pytest.mark.parametrize(
    "text",
    [
        "The Orrel Drainage Board (ODB) met. The ODB left. The Old Dock Bureau (ODB) did not.",
        "“The Orrel Drainage Board (ODB) met,” she said. The Orrel Drainage Board (ODB) left.",
        "The Orrel Drainage Board (ODB) met.\n\nFig. 2: The Orrel Drainage Board (ODB) at work.",
    ],
)
def test_explained_once_in_the_body(text: str) -> None:
    assert check(AcronymDefinedTwice, text) == []
