"""Finds and loads the plugins of the environment."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from importlib import import_module

from msgspec import Struct

from copydesk.plugins.hooks import ENGINE, GROUP, HOOKS, implementation


class EntryPoint(Struct, frozen=True, order=True):
    """A line of a distribution's entry points.

    name          the name of the plugin
    target        the module, or `module:object`
    distribution  the installed package and its version: `copydesk-0.1.0`
    """

    name: str
    target: str
    distribution: str

    @property
    def is_own(self) -> bool:
        """Whether it comes with copydesk itself."""
        return is_own(self.distribution)


def is_own(distribution: str) -> bool:
    """Whether an installed package, `name-version`, is copydesk itself."""
    return distribution.partition("-")[0].lower() == GROUP


def find_entry_points() -> list[EntryPoint]:
    """Return the plugins of the environment, in the order of their names.

    Reads the `entry_points.txt` files beside the installed packages. `importlib.metadata` does the
    same, but importing it costs as much as the whole check of a draft.
    """
    found: dict[str, list[EntryPoint]] = {}
    for folder in sys.path:
        for name in _installed(folder or os.curdir):
            distribution = name.removesuffix(".dist-info")
            path = os.path.join(folder, name, "entry_points.txt")
            # Python imports a package from the first folder that has it, so that one counts.
            found.setdefault(distribution.partition("-")[0].lower(), _entries(path, distribution))
    return sorted(entry for entries in found.values() for entry in entries)


def _installed(folder: str) -> list[str]:
    """Return the folders that describe installed packages, in one folder of the import path."""
    try:
        return sorted(name for name in os.listdir(folder) if name.endswith(".dist-info"))
    except OSError:  # a zip file, or nothing at all
        return []


def _entries(path: str, distribution: str) -> list[EntryPoint]:
    """Return the lines of our group in one `entry_points.txt`."""
    try:
        with open(path, "rb", buffering=0) as file:
            data = file.read()
    except OSError:  # most packages have none, and Python passes over those that it may not read
        return []
    group = f"[{GROUP}]"
    if group.encode() not in data:
        return []
    entries = []
    text = data.decode("utf-8", "replace")
    for line in text.partition(group)[2].partition("\n[")[0].splitlines():
        name, equals, target = (part.strip() for part in line.partition("="))
        if equals and not name.startswith(("#", ";")):
            entries.append(EntryPoint(name, target.partition("[")[0].strip(), distribution))
    return entries


def load_plugins(entries: Iterable[EntryPoint] | None = None) -> tuple[dict[str, object], list[str]]:
    """Return every plugin that loads, by its name, and one line for each that does not.

    entries  what to load; by default what the environment has

    Plugins are loaded one by one: one that is broken is named, and the others still work. The readers
    and reporters of the engine come first, under the name `copydesk`.
    """
    from copydesk.plugins import builtin

    plugins: dict[str, object] = {ENGINE: builtin}
    problems = []
    claimed: dict[str, str] = {ENGINE: ENGINE}
    entries = find_entry_points() if entries is None else entries
    for entry in sorted(entries, key=lambda entry: not entry.is_own):  # nobody takes the place of our own
        if entry.name in claimed:
            problem: str | None = f"{claimed[entry.name]} has a plugin of that name"
        else:
            claimed[entry.name] = entry.distribution
            problem = _load(plugins, entry)
        if problem is not None:
            problems.append(f"plugin {entry.name} of {entry.distribution} was not loaded: {problem}")
    return plugins, problems


def _load(plugins: dict[str, object], entry: EntryPoint) -> str | None:
    """Add one plugin to those that are loaded; returns what is wrong where it cannot be."""
    try:
        plugin = _import(entry.target)
        for name, loaded in plugins.items():
            if loaded is plugin:
                return f"{entry.target} is loaded already, as plugin {name}"
        problem = _wrong_hooks(plugin)
    except (Exception, SystemExit) as error:  # a module may end as a script does, and must not end the run
        problem = f"{type(error).__name__}: {' '.join(str(error).split())}"
    if problem is None:
        plugins[entry.name] = plugin
    return problem


def _wrong_hooks(plugin: object) -> str | None:
    """Return the fault of a plugin's hooks: one that nobody calls, or none at all; else None."""
    implemented = [name for name in dir(plugin) if implementation(plugin, name)]
    if not implemented:
        return f"it implements no hook (the hooks are {', '.join(HOOKS)}; each needs `@hookimpl` above it)"
    for name in implemented:
        if name not in HOOKS:
            from copydesk.wording import nearest

            return f"there is no hook {name}{nearest(name, HOOKS)}"
    return None


def _import(target: str) -> object:
    module, _, name = target.partition(":")
    imported: object = import_module(module)
    for part in name.split(".") if name else ():
        imported = getattr(imported, part)
    return imported
