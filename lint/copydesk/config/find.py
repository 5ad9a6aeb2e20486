"""Search for the configuration file of a draft: the nearest one upward from it."""

# Every run comes through here, most of them to find nothing: only what is found is read.

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec import Struct

from copydesk.errors import ConfigError
from copydesk.files.links import enclosing_root, is_inside, shown
from copydesk.house.style import Style

if TYPE_CHECKING:
    from copydesk.config.toml.located import Located

OWN = "copydesk.toml"
SHARED = "pyproject.toml"
TABLE = ("tool", "copydesk")


UNREAD = {
    ".copydesk.toml": f"is not read: name it {OWN}",
    "copydesk.yaml": f"is not read: a configuration is TOML and is called {OWN} (`copydesk init` writes one)",
    "copydesk.yml": f"is not read: a configuration is TOML and is called {OWN} (`copydesk init` writes one)",
    ".vale.ini": f"is Vale's and is not read here: copydesk reads {OWN} (`copydesk init` writes one)",
}
"""What people take for a configuration of copydesk, or hope that it is one, with what to do."""


class FoundFile(Struct, frozen=True):
    """A configuration file.

    path     where it is, absolute
    content  its tables that are ours
    """

    path: str
    content: Located


class Finder:
    """Finds the configuration of each folder, and looks into no folder twice."""

    def __init__(self) -> None:
        self._found: dict[str, FoundFile | ConfigError | None] = {}

    def nearest(self, folder: str) -> FoundFile | None:
        """Return the configuration file of the folder, or of the nearest folder above that has one.

        folder  absolute

        Raises ConfigError for a file that is there and cannot be read.
        """
        passed = []
        while folder not in self._found:
            passed.append(folder)
            found = _look(folder)
            above = os.path.dirname(folder)
            if found is not None or above == folder:
                self._found[folder] = found
                break
            folder = above
        found = self._found[folder]
        self._found.update(dict.fromkeys(passed, found))
        if found is not None and not isinstance(found, FoundFile):
            raise found.with_traceback(None)  # one error for many drafts
        return found


def unread_configurations(folders: Iterable[str]) -> list[tuple[str, str]]:
    """Files that look like a configuration and are none: in these folders, and up to their repository's root.

    folders  absolute

    Returns the path of each, as it is to be shown, and what to do.
    """
    found: dict[str, str] = {}
    seen: set[str] = set()
    for folder in folders:
        root = enclosing_root(folder)
        while folder not in seen:
            seen.add(folder)
            for name, advice in UNREAD.items():
                path = os.path.join(folder, name)
                if os.path.isfile(path):
                    found[shown(path)] = advice
            if os.path.realpath(folder) == root:
                break
            folder = os.path.dirname(folder)
    return sorted(found.items())


def load_file(path: str) -> Located | None:
    """Load a configuration file; return None for a `pyproject.toml` without [tool.copydesk].

    Raises ConfigError for a file that cannot be read, or is not TOML.
    """
    from copydesk.config.toml.reading import read_bytes

    data = read_bytes(path, shown(path))
    shared = os.path.basename(path) == SHARED
    if shared and not _mentions_us(data):
        return None
    from copydesk.config.toml.located import parse

    content = parse(data, shown(path))
    return content.inside(*TABLE) if shared else content


def _mentions_us(data: bytes) -> bool:
    """Whether it is worth a parser's time to look for [tool.copydesk], in whatever way that is written."""
    bare = b"\n" + data.translate(None, b" \t\r\"'[")
    return any(b"\ntool" + rest in bare for rest in (b".copydesk", b"]", b"="))


def _look(folder: str) -> FoundFile | ConfigError | None:
    """Return the configuration in one folder, or what is wrong with it."""
    for name in (OWN, SHARED):
        path = os.path.join(folder, name)
        if not os.path.lexists(path):
            continue
        try:
            _refuse_bad_link(path, folder)
            content = load_file(path)
        except ConfigError as error:
            return error
        if content is not None:
            return FoundFile(path, content)
    return None


def _refuse_bad_link(path: str, folder: str) -> None:
    if os.path.islink(path) and not is_inside(path, enclosing_root(folder)):
        raise ConfigError(
            shown(path), 0, 0, "is a link that leads outside the repository (--config may name any file)"
        )
    if not os.path.exists(path):
        raise ConfigError(shown(path), 0, 0, "is a link that leads nowhere")


def load_style(style: Style) -> Located:
    """Return the file of a style; raises ConfigError where it cannot be read, or is not TOML."""
    from copydesk.config.toml.located import load

    return load(style.path, name_of_style(style.path))


def name_of_style(path: str) -> str:
    """Return the name of a style's file for messages.

    It is the path below the current folder, or else the name: `ap.toml`.
    """
    here = shown(path)
    return os.path.basename(path) if os.path.isabs(here) else here
