"""The configuration as it holds now; where it was broken since, as it held before."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from copydesk.config.origins import State, files_of, state, terms_files
from copydesk.config.resolver import CommandLine, House
from copydesk.config.settings import Settings
from copydesk.errors import ConfigError, UsageError
from copydesk.plugins.registry import Registry
from copydesk.plugins.selection import ActiveRule
from copydesk.run.choice import open_house
from copydesk.run.discovery import find_archive
from copydesk.run.inputs import Input
from copydesk.run.jobs import Progress, SettingsFor
from copydesk.run.runner import asks_for_names, with_archive

if TYPE_CHECKING:
    from copydesk.house.names.known import Names


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


class Fault(Struct, frozen=True):
    """What is wrong with a configuration.

    was_right  whether it was right before, and what it said then still holds
    """

    error: UsageError
    was_right: bool


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
        self._stamps: dict[str, State] = {}
        self._faults: dict[str, UsageError] = {}
        self._good: dict[str, Rules] = {}
        self._archives: dict[str, tuple[Input, ...]] = {}
        self._names: dict[tuple[Input, ...], Names] = {}
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
        stamp = state(files_of(self._house, path))
        if self._stamps.get(path, stamp) != stamp:
            try:
                self._begin_anew(open_house(self.registry, self._line))
            except UsageError as error:  # in the file that the editor names
                self._broken = error
            stamp = state(files_of(self._house, path))
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

    def read_names(self, path: str, progress: Progress) -> bool:
        """Count whom the archive of a draft names, where a rule asks for that; returns whether that is new.

        progress  called after each article
        """
        archive = self._archives.get(os.path.dirname(path), ())
        rules = self.rules_for(path)
        if rules is None or not archive or archive in self._names or not asks_for_names([rules.alone(path)]):
            return False
        from copydesk.run.archive import names_of
        from copydesk.work.cache import Cache, cache_folder

        with Cache(cache_folder()) as cache:
            self._names[archive] = names_of(archive, self.registry, cache=cache, progress=progress)
        self._made.clear()
        return True

    def faults(self) -> list[Fault]:
        """What is wrong with the configuration of the drafts that were asked for, each fault once."""
        found = [Fault(error, folder in self._good) for folder, error in self._faults.items()]
        if self._broken is not None:
            found.append(Fault(self._broken, True))
        return list({str(fault.error): fault for fault in found}.values())

    def terms_files(self, path: str) -> list[str]:
        """The terms files of a draft, absolute, the strongest last; raises ConfigError."""
        return terms_files(self._house, path)

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
                alone = with_archive(alone, archive, self.registry, self._names.get(archive))
            self._made[archive] = Rules(self._house, archive, alone, across)
        return self._made[archive]


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
