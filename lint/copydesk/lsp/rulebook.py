"""The configuration as it holds now; where it was broken since, as it held before."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from copydesk.config.find import OWN, SHARED
from copydesk.config.merge import collected
from copydesk.config.resolver import CommandLine, House
from copydesk.config.settings import Settings
from copydesk.errors import ConfigError, UsageError
from copydesk.plugins.registry import Registry
from copydesk.plugins.selection import ActiveRule
from copydesk.run.choice import open_house
from copydesk.run.discovery import find_archive
from copydesk.run.inputs import Input
from copydesk.run.jobs import SettingsFor
from copydesk.run.runner import with_usage

Stamp = tuple[tuple[str, int, int], ...]
"""Files by path, with the time of their last change and their size; -1 for one that is not there."""


class Rules(Struct, frozen=True):
    """What one state of the configuration says.

    house    the configuration itself
    archive  the drafts that others are compared with
    alone    what holds for a draft: with the rules that read it alone
    across   the same with the rules across drafts
    """

    house: House
    archive: tuple[Input, ...]
    alone: SettingsFor
    across: SettingsFor


class Rulebook:
    """Finds what holds for each draft. A file that changed is read again, whoever noticed.

    registry  what is installed
    line      what the editor sets; it wins over the files

    Raises UsageError for a setting that names what is not there.
    """

    def __init__(self, registry: Registry, line: CommandLine) -> None:
        self.registry = registry
        self._line = line
        self._house = open_house(registry, line)
        self._broken: UsageError | None = None
        self._stamps: dict[str, Stamp] = {}
        self._faults: dict[str, UsageError] = {}
        self._good: dict[str, Rules] = {}
        self._archives: dict[str, tuple[Input, ...]] = {}
        self._made: dict[tuple[Input, ...], Rules] = {}

    def use(self, line: CommandLine) -> None:
        """Let other settings of the editor hold. Raises UsageError for a wrong one: nothing changes then."""
        house = open_house(self.registry, line)
        self._line = line
        self._begin_anew(house)

    def rules_for(self, path: str) -> Rules | None:
        """What holds for a draft, or None where its configuration is wrong and was never right.

        path  absolute
        """
        folder = os.path.dirname(path)
        stamp = self._stamp(path)
        if self._stamps.get(path, stamp) != stamp:
            try:
                self._begin_anew(open_house(self.registry, self._line))
            except UsageError as error:  # in the file that the editor names
                self._broken = error
            stamp = self._stamp(path)
        self._stamps[path] = stamp
        try:
            self._house.settings(path)
        except ConfigError as error:
            self._faults[folder] = error
            return self._good.get(folder)
        self._faults.pop(folder, None)
        self._good[folder] = self._rules(self._archives.get(folder, ()))
        return self._good[folder]

    def read_archive(self, path: str) -> bool:
        """Look for the drafts of the archive that the configuration of a draft names; none is read.

        From now on they are a part of `rules_for`. Returns whether they are others than before.
        """
        folder = os.path.dirname(path)
        rules = self.rules_for(path)
        if rules is None or rules.house is not self._house:
            return False
        found = tuple(find_archive(self._house.archive([path]), self.registry.suffixes).inputs)
        changed = found != self._archives.get(folder, ())
        self._archives[folder] = found
        return changed

    def faults(self) -> list[UsageError]:
        """What is wrong with the configuration of the drafts that were asked for, each fault once."""
        found = [*self._faults.values(), *([self._broken] if self._broken else [])]
        return list({str(error): error for error in found}.values())

    def terms_files(self, path: str) -> list[str]:
        """The terms files of a draft, absolute, the strongest last; raises ConfigError."""
        values = (given.value for given in collected(self._house.layers(path), "terms"))
        return [value for value in values if isinstance(value, str)]

    def _begin_anew(self, house: House) -> None:
        self._house = house
        self._broken = None
        self._stamps.clear()
        self._faults.clear()
        self._archives.clear()
        self._made.clear()

    def _rules(self, archive: tuple[Input, ...]) -> Rules:
        """The rules under the configuration as it is now, made once for each archive."""
        if archive not in self._made:
            settings_for = self._house.settings
            alone = _narrowed(settings_for, lambda rule: not rule.across)
            across = _narrowed(settings_for, lambda rule: rule.across)
            if archive:
                alone = with_usage(alone, archive, self.registry)
            self._made[archive] = Rules(self._house, archive, alone, across)
        return self._made[archive]

    def _stamp(self, path: str) -> Stamp:
        """The state of every file that the settings of a draft come from, and of those that may come."""
        files = dict.fromkeys(_files_above(path))
        try:
            files.update(dict.fromkeys(self._files_of(path)))
        except ConfigError as error:
            files[os.path.abspath(error.path)] = None
        return tuple(_state(file) for file in files)

    def _files_of(self, path: str) -> Iterator[str]:
        found = self._house.file(path)
        if found is not None:
            yield found.path
        for layer in self._house.layers(path):
            for given in layer.keys.values():
                if given.file is not None:
                    yield os.path.abspath(given.file.path)
        yield from self.terms_files(path)


def _narrowed(settings_for: SettingsFor, wanted: Callable[[ActiveRule], bool]) -> SettingsFor:
    """The settings with some of their rules only; the same ones for the same settings."""
    known: list[tuple[Settings, Settings]] = []

    def narrowed(path: str) -> Settings:
        own = settings_for(path)
        found = next((narrow for settings, narrow in known if settings is own), None)
        if found is None:
            found = replace(own, rules=tuple(rule for rule in own.rules if wanted(rule)))
            known.append((own, found))
        return found

    return narrowed


def _files_above(path: str) -> Iterator[str]:
    folder = os.path.dirname(path)
    while True:
        yield os.path.join(folder, OWN)
        yield os.path.join(folder, SHARED)
        above = os.path.dirname(folder)
        if above == folder:
            return
        folder = above


def _state(path: str) -> tuple[str, int, int]:
    try:
        found = os.stat(path)
    except OSError:
        return path, -1, -1
    return path, found.st_mtime_ns, found.st_size
