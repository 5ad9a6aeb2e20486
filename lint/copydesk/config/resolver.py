"""The configuration of a run: asked for a draft, it says what holds there."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from copydesk.config.find import TABLE, Finder, FoundFile, load_file, unread_configurations
from copydesk.config.merge import Merger, collected, given, shadow_file
from copydesk.config.settings import AUTO, NOTHING, ArchivePath, ConfiguredValue, Layer, Settings
from copydesk.errors import UsageError
from copydesk.files.globs import Pattern, fault
from copydesk.files.links import enclosing_root, shown
from copydesk.model.finding import Severity
from copydesk.plugins.registry import Registry
from copydesk.plugins.rule import THIS_MACHINE, Reach
from copydesk.plugins.selection import NOTHING_LEFT, check_name

if TYPE_CHECKING:
    from copydesk.config.read import Reader


class CommandLine(Struct, frozen=True):
    """The settings of the command line; they win over every file.

    config    the file that holds for every draft, whatever stands beside the draft
    isolated  whether no file is read
    exclude   patterns of drafts that are not checked, from the current folder
    archive   files, folders and patterns, from the current folder
    date      the publication date of every draft
    reach     what the run lets its rules use
    few       whether what is named is a few drafts, each by itself
    terms     terms files, from the current folder
    trial     whether drafts are tried as an archive: the configuration of the current folder holds for each,
              wherever it lies, and leaves none of them out
    """

    config: str | None = None
    isolated: bool = False
    style: str | None = None
    select: Sequence[str] = ()
    extend_select: Sequence[str] = ()
    ignore: Sequence[str] = ()
    exclude: Sequence[str] = ()
    show: str | None = None
    fail_on: str | None = None
    archive: Sequence[str] = ()
    date: str | None = None
    reach: Reach = THIS_MACHINE
    few: bool = False
    terms: Sequence[str] = ()
    trial: bool = False


class House:
    """Resolve the settings of each draft; files are read once, and settings are shared.

    own         the findings of the engine itself, with their severities
    own_family  what they are called together

    Raises UsageError for a name on the command line that is none, and ConfigError for a file that was
    named there and is wrong.
    """

    def __init__(
        self,
        registry: Registry,
        line: CommandLine,
        own: Mapping[str, Severity] = NOTHING,
        own_family: str = "",
    ) -> None:
        self.merger = Merger(registry, own, own_family, line.reach, few=line.few)
        self._registry = registry
        self._own = (*own, own_family) if own else ()
        self._isolated = line.isolated
        self._trial = line.trial
        self._finder = Finder()
        self._files: dict[str, list[Layer] | UsageError] = {}
        self._settings: dict[tuple[int, ...], Settings | UsageError] = {}
        self._by_path: dict[str, Settings] = {}
        self._line = self._read_line(line)
        self._named = None if line.config is None else _named_file(line.config)
        if self._named is not None:
            self._layers(self._named)

    def settings(self, path: str) -> Settings:
        """Return the settings of a draft. Raises: ConfigError where its configuration is wrong."""
        if path not in self._by_path:
            self._by_path[path] = self._merged(path)
        return self._by_path[path]

    def _merged(self, path: str) -> Settings:
        layers = self.layers(path)
        key = tuple(map(id, layers))
        if key not in self._settings:
            try:
                self._refuse_one_file_for_both(layers, path)
                self._settings[key] = self.merger.settings(layers, lambda: self.verdicts_file(path))
            except UsageError as error:
                self._settings[key] = self._placed(error, path)
        found = self._settings[key]
        if isinstance(found, UsageError):
            raise found.with_traceback(None)
        return found

    def excludes(self, path: str) -> bool:
        """Tell whether the configuration excludes a draft. Raises: ConfigError."""
        absolute = os.path.abspath(path)
        layers = self._line if self._trial else self.layers(path)
        return any(pattern.matches(absolute) for pattern in collected(layers, "exclude"))

    def archive(self, paths: Iterable[str]) -> list[ConfiguredValue]:
        """Return the parts of the archive that the configurations of these drafts name."""
        return list(
            {
                given.value: given for path in paths for given in collected(self.layers(path), "archive")
            }.values()
        )

    def layers(self, path: str) -> list[Layer]:
        """Return the layers that hold for a draft, the weakest first; raises ConfigError."""
        absolute = os.path.abspath(path)
        found = self.file(absolute)
        held = [
            layer
            for layer in (self._layers(found) if found else ())
            if layer.paths is None or any(pattern.matches(absolute) for pattern in layer.paths)
        ]
        held += self._line
        style = given(held, "style")
        if style is None or style.value == AUTO:  # names no house
            return held
        return [*self._reader.style(style), *held]

    def all_layers(self, path: str) -> list[Layer]:
        """Return the layers of a draft's file, those for other drafts too; raises ConfigError."""
        found = self.file(path)
        return self._layers(found) if found else []

    def file(self, path: str) -> FoundFile | None:
        """Return the configuration file of a draft, if it has one; raises ConfigError."""
        if self._named is not None or self._isolated:
            return self._named
        return self._finder.nearest(os.getcwd() if self._trial else os.path.dirname(os.path.abspath(path)))

    def _refuse_one_file_for_both(self, layers: Sequence[Layer], path: str) -> None:
        """Raise ConfigError where what a check finds in shadow would go into the verdicts file."""
        named = given(layers, "shadow-file")
        shadow = str(named.value) if named is not None else shadow_file(layers)
        if not shadow:
            return
        verdicts = self.verdicts_file(path)
        if os.path.realpath(shadow).casefold() == os.path.realpath(verdicts).casefold():
            from copydesk.config.toml.values import quoted

            wrong = named or given(layers, "verdicts") or given(layers, "shadow")
            assert wrong is not None  # noqa: S101  one of them says so
            raise wrong.error(f"{quoted(shown(verdicts))} is the verdicts file and the shadow file: name two")

    def verdicts_file(self, path: str) -> str:
        """Return where the verdicts on a draft are kept, absolute; the file need not be there.

        Without a word of the configuration that is in the folder of its house; without a configuration, at
        the root of the repository.

        Raises ConfigError.
        """
        named = given(self.layers(path), "verdicts")
        if named is not None:
            return str(named.value)
        from copydesk.house.verdicts import FILE

        found = self.file(path)
        if found is None:
            return os.path.join(enclosing_root(os.path.dirname(os.path.abspath(path))), FILE)
        return os.path.join(self._house_folder(found), FILE)

    def _house_folder(self, found: FoundFile) -> str:
        """Return the outermost folder around a configuration that has one which it extends, or its own."""
        own = os.path.dirname(found.path)
        folders = [own]
        for layer in self._layers(found):
            extends = layer.keys.get("extends")
            if extends is not None and extends.file is not None:
                beside = os.path.dirname(os.path.abspath(extends.file.path))
                paths = [os.path.normpath(os.path.join(beside, name)) for name in extends.value]
                folders += (os.path.dirname(path) for path in paths)
        around = [folder for folder in folders if os.path.join(own, "").startswith(os.path.join(folder, ""))]
        return min(around, key=len)

    def unread(self, paths: Iterable[str]) -> list[tuple[str, str]]:
        """Beside drafts without a configuration: the files that look like one, and what to do with each."""
        if self._named is not None or self._isolated:
            return []
        folders = dict.fromkeys(os.path.dirname(os.path.abspath(path)) for path in paths if "://" not in path)
        return unread_configurations(folder for folder in folders if self._finder.nearest(folder) is None)

    @cached_property
    def _reader(self) -> Reader:
        from copydesk.config.read import Reader

        return Reader(self._registry, self._own)

    def _layers(self, found: FoundFile) -> list[Layer]:
        if found.path not in self._files:
            from copydesk.config.read import Bounds

            folder = os.path.dirname(found.path)
            named = self._named is not None
            bounds = Bounds(os.getcwd(), None) if named else Bounds(folder, enclosing_root(folder))
            try:
                self._files[found.path] = self._reader.layers(found, bounds)
            except UsageError as error:
                self._files[found.path] = error
        layers = self._files[found.path]
        if isinstance(layers, UsageError):
            raise layers.with_traceback(None)
        return layers

    def _read_line(self, line: CommandLine) -> list[Layer]:
        """Return the layer of the command line, if it says anything."""
        current = self._registry.current
        select, extend, ignore = (
            tuple(map(current, names)) for names in (line.select, line.extend_select, line.ignore)
        )
        for name in (*select, *extend, *ignore):
            check_name(name, self._registry, self._own)
        said = {
            "style": line.style,
            "select": select or None,
            "extend-select": extend or None,
            "ignore": ignore or None,
            "exclude": tuple(map(_pattern, line.exclude)) or None,
            "show": line.show,
            "fail-on": line.fail_on,
            "date": _date(line.date),
            "archive": tuple(ConfiguredValue(ArchivePath(text, "", text)) for text in line.archive) or None,
            "terms": tuple(ConfiguredValue(os.path.abspath(file)) for file in line.terms) or None,
        }
        keys = {key: ConfiguredValue(value) for key, value in said.items() if value is not None}
        if line.style not in (None, AUTO):
            self._reader.style(keys["style"])
        return [Layer(keys)] if keys else []

    def _placed(self, error: UsageError, path: str) -> UsageError:
        """Return an error of the merge, with the file that it comes from where that is known."""
        found = self.file(path)
        if found is None or str(error) != NOTHING_LEFT:
            return error
        from copydesk.errors import ConfigError

        return ConfigError(shown(found.path), 0, 0, NOTHING_LEFT)


def _pattern(text: str) -> Pattern:
    """Return a pattern of the command line; raises UsageError for what is none."""
    wrong = fault(text, "the current folder")
    if wrong:
        raise UsageError(f'--exclude: "{text}" {wrong}')
    return Pattern(text, os.getcwd())


def _date(text: str | None) -> str | None:
    """Return the date of the command line; raises UsageError for what is none."""
    if text is None:
        return None
    from copydesk.language.dating import is_date

    if not is_date(text):
        raise UsageError(f'--date: "{text}" is no date: write 2031-03-02, with a time 2031-03-02T09:30')
    return text


def _named_file(path: str) -> FoundFile:
    """Return the file that --config names; raises ConfigError."""
    content = load_file(os.path.abspath(path))
    if content is None:
        raise UsageError(f"{path} has no table [{'.'.join(TABLE)}]")
    return FoundFile(os.path.abspath(path), content)
