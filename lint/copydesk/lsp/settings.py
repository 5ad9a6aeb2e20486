"""What an editor sets: `initializationOptions`, or the section `copydesk` of its configuration."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct

from copydesk.config.resolver import CommandLine
from copydesk.config.settings import LEVELS
from copydesk.wording import nearest

SECTION = "copydesk"

OFF, OPEN, WORKSPACE = SCOPES = ("off", "open", "workspace")
"""Which drafts the rules across drafts compare: none, those that are open, or all of the workspace."""

OF_THE_EDITOR = ("path", "trace")
"""Settings that an editor's own part reads: they are none of the server's."""


class ClientSettings(Struct, frozen=True):
    """The settings of a client.

    style   a house style, over that of the configuration
    config  one configuration file for every draft; a relative path counts from the workspace
    show    the least severity that is shown
    select, ignore  names of rules and families
    across  which drafts the rules across drafts compare, one of SCOPES
    delay   milliseconds after a keystroke before the draft is checked
    """

    style: str | None = None
    config: str | None = None
    show: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    across: str = OPEN
    delay: int = 300

    def command_line(self, root: str) -> CommandLine:
        """The same as options of the command line.

        root  the folder that relative paths count from
        """
        config = self.config and os.path.join(root, os.path.expanduser(self.config))
        return CommandLine(
            config=config or None,
            style=self.style or None,
            select=self.select,
            ignore=self.ignore,
            show=self.show or None,
            few=self.across != OFF,
        )


def read_settings(given: object) -> tuple[ClientSettings, list[str]]:
    """The settings in a client's JSON, and a line for each that is wrong: those keep their defaults.

    given  the section itself, or an object that has it
    """
    section = given.get(SECTION, given) if isinstance(given, Mapping) else given
    if section is None:
        return ClientSettings(), []
    if not isinstance(section, Mapping):
        return ClientSettings(), [f"the settings of copydesk are an object, not {section!r}"]
    problems = list(_problems(section))
    wrong = {name for name, _ in problems}
    known = ClientSettings.__struct_fields__
    found = {name: value for name, value in section.items() if name in known and name not in wrong}
    said: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in found.items()
        if value is not None
    }
    settings = ClientSettings(**said)
    return settings, [f"the setting copydesk.{name} {message}" for name, message in problems]


def _problems(section: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Each setting that is wrong, and why."""
    known = ClientSettings.__struct_fields__
    for name, value in section.items():
        if name not in known:
            if name not in OF_THE_EDITOR:
                yield name, f"is not known{nearest(name, known)} (the settings are {', '.join(known)})"
        elif value is None:
            continue
        elif name in _CHOICES:
            if value not in _CHOICES[name]:
                yield name, f"is one of {', '.join(filter(None, _CHOICES[name]))}, not {value!r}"
        elif name in ("select", "ignore"):
            if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
                yield name, f"is a list of names, not {value!r}"
        elif name == "delay":
            if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= 60_000:
                yield name, f"is a number of milliseconds up to 60,000, not {value!r}"
        elif not isinstance(value, str):
            yield name, f"is text, not {value!r}"


_CHOICES: Mapping[str, tuple[str, ...]] = {"show": ("", *LEVELS), "across": SCOPES}
