"""Draft in, findings out: an acronym that is explained late."""

from __future__ import annotations

import pytest

from copydesk.testing import check
from copydesk_rules.facts.acronym_late import AcronymLate

FILLER = "It met in the cold hall by the river, as it has for years, and nobody came to hear it. " * 4


def test_explained_late() -> None:
    (found,) = check(AcronymLate, f"The ODB met. {FILLER}\n\nThe Orrel Drainage Board (ODB) left.")
    assert (found.excerpt, found.message, found.severity) == (
        "ODB",
        '"ODB" is explained at line 3 only',
        "info",
    )


@pytest.mark.parametrize(
    "text",
    [
        f"The FBI met. {FILLER}\n\nThe Federal Bureau of Investigation (FBI) left.",
        f"“The ODB met,” she said. {FILLER}\n\nThe Orrel Drainage Board (ODB) left.",
        "The ODB met. The Orrel Drainage Board (ODB) left.",
        f"The Orrel Drainage Board (ODB) met. {FILLER}\n\nThe ODB left.",
    ],
)
def test_explained_in_time(text: str) -> None:
    assert check(AcronymLate, text) == []
