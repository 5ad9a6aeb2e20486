"""Every rule, reader and reporter that is installed, by name."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import NamedTuple

import pluggy

from copydesk.plugin import find_entry_points, load_plugins
from copydesk.readers import Reader
from copydesk.reporters import Reporter
from copydesk.rule import AnyRule


class UsageError(Exception):
    """Something that the user asked for does not exist. The message says what does."""


class RegisteredRule(NamedTuple):
    """A rule class, and the plugin that it came with."""

    rule: type[AnyRule]
    plugin: str


class Registry:
    """What the loaded plugins bring. Two of one name are refused.

    problems       one line for each plugin that could not be loaded, or whose hooks broke
    distributions  the installed package that each plugin came with, by the name of the plugin
    """

    def __init__(
        self,
        manager: pluggy.PluginManager,
        problems: Iterable[str] = (),
        distributions: Mapping[str, str] | None = None,
    ) -> None:
        self.problems = list(problems)
        self.distributions = dict(distributions or {})
        self._manager = manager

    def _named(self, hook: str) -> dict[str, tuple[object, str]]:
        """What the plugins return from a hook, by `name`, in the order of the names."""
        found: dict[str, tuple[object, str]] = {}
        for implementation in getattr(self._manager.hook, hook).get_hookimpls():
            plugin = implementation.plugin_name
            try:
                named = [(item.name, item) for item in implementation.function()]
            except Exception as error:
                self.problems.append(f"plugin {plugin} broke in {hook}: {type(error).__name__}: {error}")
                continue
            for name, item in named:
                if name in found:
                    raise UsageError(
                        f"{name} comes with two plugins, {found[name][1]} and {plugin}: remove one of them"
                    )
                found[name] = (item, plugin)
        return dict(sorted(found.items()))

    @cached_property
    def plugins(self) -> list[str]:
        """The names of the plugins that were loaded beside the engine's own, in order."""
        return sorted(name for name, _ in self._manager.list_name_plugin() if name != "copydesk")

    @cached_property
    def rules(self) -> dict[str, RegisteredRule]:
        """Every rule by its name; raises UsageError when there is none at all."""
        rules = {name: RegisteredRule(*found) for name, found in self._named("copydesk_rules").items()}  # type: ignore[arg-type]
        if not rules:
            because = "".join(f"; {problem}" for problem in self.problems)
            raise UsageError(
                f"no rule is installed, so nothing would be checked: install copydesk again{because}"
            )
        return rules

    @cached_property
    def families(self) -> dict[str, list[str]]:
        """The names of the rules of each family."""
        families: dict[str, list[str]] = {}
        for name, registered in self.rules.items():
            families.setdefault(registered.rule.family, []).append(name)
        return families

    @cached_property
    def readers(self) -> dict[str, Reader]:
        """Every reader by its name."""
        return {name: found[0] for name, found in self._named("copydesk_readers").items()}  # type: ignore[misc]

    @cached_property
    def reporters(self) -> dict[str, Reporter]:
        """Every reporter by its name."""
        return {name: found[0] for name, found in self._named("copydesk_reporters").items()}  # type: ignore[misc]

    @cached_property
    def suffixes(self) -> dict[str, Reader]:
        """The reader of each file suffix; raises UsageError where two readers claim one."""
        found: dict[str, Reader] = {}
        for reader in self.readers.values():
            for suffix in reader.suffixes:
                if suffix in found:
                    raise UsageError(
                        f"{suffix} files have two readers, {found[suffix].name} and {reader.name}: "
                        "remove the plugin of one"
                    )
                found[suffix] = reader
        return found

    def reader_for(self, path: str) -> Reader:
        """The reader for a file. A file of no known suffix that somebody names is read as plain text."""
        return self.suffixes.get(os.path.splitext(path)[1].lower(), self.readers["plain"])


def load_registry() -> Registry:
    """The registry of everything that is installed."""
    entries = find_entry_points()
    manager, problems = load_plugins(entries)
    return Registry(manager, problems, {entry.name: entry.distribution for entry in entries})


def nearest(name: str, names: Iterable[str]) -> str:
    """`; did you mean "..."?` with the name that comes nearest, or nothing."""
    from difflib import get_close_matches

    close = get_close_matches(name, sorted(names), n=1)
    return f'; did you mean "{close[0]}"?' if close else ""
