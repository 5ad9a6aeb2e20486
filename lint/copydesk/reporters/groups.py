"""How an editor sorts what was found: by what it is about, not by which rule says so."""

from __future__ import annotations

from collections.abc import Iterable

from copydesk.model.report import Diagnostic

GROUPS = {
    "placeholders": "Left in",
    "debris": "Left in",
    "honorifics": "People",
    "care": "People",
    "attribution": "Sources and quotations",
    "quotes": "Sources and quotations",
    "duplicates": "Said twice",
    "spelling": "Spelling and style",
    "facts": "Facts",
    "changes": "Changed since publication",
    "style": "Spelling and style",
    "wording": "Spelling and style",
    "terms": "Spelling and style",
    "grammar": "Grammar",
    "engine": "About the file",
}
"""What the families of rules are about."""

_PEOPLE = frozenset(["name-variant"])
"""Rules of other families that are about people."""


def group_of(rule: str, family: str) -> str:
    """Return the group of a finding; the family of a plugin is its own group."""
    if rule in _PEOPLE:
        return "People"
    return GROUPS.get(family) or family.rpartition("/")[2].replace("-", " ").capitalize()


def gravest_first(findings: Iterable[Diagnostic]) -> list[tuple[str, list[Diagnostic]]]:
    """Return the findings by what they are about: the gravest group first, and in it the gravest finding."""
    groups: dict[str, list[Diagnostic]] = {}
    for finding in sorted(findings, key=lambda one: (-one.severity, one.place.line, one.place.column)):
        groups.setdefault(group_of(finding.rule, finding.family), []).append(finding)
    return list(groups.items())
