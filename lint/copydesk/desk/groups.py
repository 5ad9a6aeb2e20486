"""How an editor sorts what was found: by what it is about, not by which rule says so."""

from __future__ import annotations

GROUPS = {
    "placeholders": "Left in",
    "debris": "Left in",
    "honorifics": "People",
    "attribution": "Sources and quotations",
    "quotes": "Sources and quotations",
    "duplicates": "Said twice",
    "spelling": "Spelling and style",
    "facts": "Facts",
    "wording": "Spelling and style",
    "terms": "Spelling and style",
    "grammar": "Grammar",
    "engine": "About the file",
}
"""What the families of rules are about."""

_PEOPLE = frozenset(["name-variant"])
"""Rules of other families that are about people."""


def group_of(rule: str, family: str) -> str:
    """What a finding is about. The family of a plugin stands for itself."""
    if rule in _PEOPLE:
        return "People"
    return GROUPS.get(family) or family.rpartition("/")[2].replace("-", " ").capitalize()
