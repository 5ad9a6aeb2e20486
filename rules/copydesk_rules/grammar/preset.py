"""The rules of LanguageTool that are right on news copy."""

from __future__ import annotations

import os
import tomllib
from functools import cache

from msgspec import Struct

from copydesk.model.finding import Severity

_FILE = os.path.join(os.path.dirname(os.path.dirname(__file__)), "data", "languagetool.toml")


class Entry(Struct, frozen=True):
    """A rule of LanguageTool.

    name      its id
    severity  the promise that it keeps on news copy
    bad       a sentence with the fault, `[[` and `]]` round what is reported
    good      the sentence without it
    words     the words, in lower case, of which one must be marked for it to be believed; empty: any may
    """

    name: str
    severity: Severity
    bad: str
    good: str
    words: frozenset[str] = frozenset()

    def believes(self, marked: str) -> bool:
        """Whether a report on the words that it marks is to be believed."""
        return not self.words or not self.words.isdisjoint(marked.lower().split())


class Preset(Struct, frozen=True):
    """The rules of LanguageTool that are asked.

    version   the LanguageTool that it was checked with
    entries   by the id of the rule
    overlaps  by the id of a rule of LanguageTool: the rules of copydesk that see the same fault
    """

    version: str
    entries: dict[str, Entry]
    overlaps: dict[str, tuple[str, ...]]


@cache
def load_preset() -> Preset:
    """Return the preset, as `data/languagetool.toml` has it."""
    with open(_FILE, "rb") as file:
        data = tomllib.load(file)
    entries = {
        name: Entry(
            name,
            Severity.parse(table.get("severity", "warning")),
            table["bad"],
            table["good"],
            frozenset(table.get("words", ())),
        )
        for name, table in data["rules"].items()
    }
    return Preset(data["version"], entries, {name: tuple(rules) for name, rules in data["overlaps"].items()})
