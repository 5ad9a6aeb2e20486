"""Draft in, acronyms out: those that it explains."""

from __future__ import annotations

import pytest

from copydesk.analyses.acronyms import find_acronyms
from copydesk.testing import draft


@pytest.mark.parametrize(
    ("text", "short", "name"),
    [
        ("The Orrel Drainage Board (ODB) met.", "ODB", "Orrel Drainage Board"),
        ("Department of Water and Power (DWP)", "DWP", "Department of Water and Power"),
        ("A local area network (LAN) fell.", "LAN", "local area network"),
        ("Many health boards (HBs) met.", "HB", "health boards"),
        ("It is an Antiballistic Defense Line (“ABDL”).", "ABDL", "Antiballistic Defense Line"),
        ("The Center for the Study of Old Roofs (CSOR)", "CSOR", "Center for the Study of Old Roofs"),
    ],
)
def test_an_acronym_that_is_explained(text: str, short: str, name: str) -> None:
    document = draft(text)
    (found,) = find_acronyms(document)
    assert (found.short, document.slice(found.name)) == (short, name)


@pytest.mark.parametrize(
    "text",
    [
        "Shares of Target (TGT) fell.",
        "Ann Roe (D) met Bo Lee (R-OH).",
        "They left Orrel. (ODB)",
        "The board met (ODB).",
        "A a a a a a a a a a a a a a a a a a a a a a a a a (AAAAAAAB)",
    ],
)
def test_other_letters_in_brackets(text: str) -> None:
    assert find_acronyms(draft(text)) == []
