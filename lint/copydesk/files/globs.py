"""Patterns of drafts, as `exclude` and `[[overrides]]` use them."""

from __future__ import annotations

import os

from msgspec import Struct

ANY_FOLDERS = "**"
MAGIC = frozenset("*?[")


class Pattern(Struct, frozen=True):
    """A pattern, counted from a folder.

    With a slash it says the way from the folder, without one it is a name anywhere below it. One that
    matches a folder holds for everything in it. `*`, `?` and `[…]` stay inside one name, `**` stands
    for any folders, or none.

    text    as it was written
    folder  absolute
    """

    text: str
    folder: str

    @property
    def parts(self) -> list[str]:
        """The names on the way."""
        parts = [part for part in self.text.split("/") if part not in ("", os.curdir)]
        return parts if "/" in self.text.rstrip("/") else [ANY_FOLDERS, *parts]

    def matches(self, path: str) -> bool:
        """Tell whether the pattern matches a draft's absolute path."""
        top = os.path.join(self.folder, "")
        if not path.startswith(top):
            return False
        from fnmatch import fnmatchcase

        pattern = self.parts
        # Every way to read the pattern is followed at once, so the work is bounded.
        at = _past_folders({0}, pattern)
        if len(pattern) in at:
            return True
        for name in path[len(top) :].split(os.sep):
            after = {
                index if pattern[index] == ANY_FOLDERS else index + 1
                for index in at
                if pattern[index] == ANY_FOLDERS or fnmatchcase(name, pattern[index])
            }
            at = _past_folders(after, pattern)
            if len(pattern) in at:
                return True
        return False


def fault(text: str, start: str = "the folder of the configuration") -> str | None:
    """Return what is wrong with a pattern, or None.

    start  the folder that it counts from, in words
    """
    if "\\" in text:
        return 'is no pattern: write "/" between folders'
    if text.startswith("/") or os.path.isabs(text) or ".." in text.split("/"):
        return f"is no pattern: patterns start from {start} and stay below it"
    if not [part for part in text.split("/") if part not in ("", os.curdir)]:
        return 'is no pattern: "**" stands for every draft'
    return None


def split_pattern(text: str) -> tuple[str, str]:
    """Return a pattern of files in two.

    The first part names folders; the second begins with the first wildcard.
    """
    names = text.split("/")
    first = next((number for number, name in enumerate(names) if not MAGIC.isdisjoint(name)), len(names))
    return "/".join(names[:first]), "/".join(names[first:])


def _past_folders(at: set[int], pattern: list[str]) -> set[int]:
    """Return the places in a pattern, and those that come after each `**`, which may stand for nothing."""
    reached = set(at)
    for index in at:
        while index < len(pattern) and pattern[index] == ANY_FOLDERS:
            index += 1
            reached.add(index)
    return reached
