"""From the layers that hold for a draft to its settings."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import reduce
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from copydesk.config.settings import (
    NEVER,
    NOTHING,
    OFF,
    SHADOW_FILE,
    ConfiguredValue,
    Layer,
    Lowered,
    Settings,
)
from copydesk.document import DEFAULT_DATING, Dating
from copydesk.errors import UsageError
from copydesk.house.style import HOUSE_TABLES, NO_HOUSE, NO_STYLE, HouseStyle
from copydesk.house.terms import Terms
from copydesk.model.finding import Severity
from copydesk.plugins.registry import Registry
from copydesk.plugins.rule import THIS_MACHINE, Reach
from copydesk.plugins.selection import NO_TERMS, NOTHING_LEFT, ActiveRule, Choice, Starter, judge

if TYPE_CHECKING:
    from copydesk.config.toml.located import Located
    from copydesk.errors import ConfigError
    from copydesk.house.names.known import Names
    from copydesk.house.verdicts import Verdict


class Merger:
    """Merge layers into settings, for the rules of one registry.

    own         the findings of the engine itself, with their severities
    own_family  what they are called together
    reach       what the run lets its rules use
    few         whether the run is of a few drafts that are named: they are compared
    """

    def __init__(
        self,
        registry: Registry,
        own: Mapping[str, Severity],
        own_family: str,
        reach: Reach = THIS_MACHINE,
        *,
        few: bool = False,
    ) -> None:
        self.registry = registry
        self.reach = reach
        self._few = few
        self.own = own
        self.own_family = own_family
        self._starter = Starter(registry)
        self._terms: dict[tuple[str | Located, ...], Terms] = {}
        self._names: dict[tuple[str, ...], Names] = {}

    def settings(self, layers: Sequence[Layer], verdicts: Callable[[], str]) -> Settings:
        """Merge the layers into settings; later layers win.

        verdicts  returns the path of the verdicts file, which is read where rules are held to their promise

        Raises UsageError where they leave no rule to run, and where a rule cannot be set up with them.
        """
        choices = [choice(layer) for layer in layers]
        terms = self.terms(layers)
        names = self.names(layers)
        honorifics = set_options(NO_HOUSE, fields_of("honorifics", layers))
        house = house_of(layers)
        compares = self.compares(layers)
        rules = []
        for name, registered in self.registry.rules.items():
            entry = registered.entry
            verdict = judge(name, entry.family, choices, opt_in=entry.waits(compares=compares))
            if verdict.runs:
                chosen = options_for(name, layers)
                options = set_options(registered.rule.options, chosen) if chosen else None
                severity = verdict.severity or entry.severity
                rules.append(
                    self._starter.active(name, options, severity, terms, honorifics, self.reach, names, house)
                )
        if not rules:
            raise UsageError(NOTHING_LEFT)
        fail_on, show = value(layers, "fail-on"), value(layers, "show")
        default = Settings()
        return Settings(
            tuple(rules),
            self.severities(choices),
            default.fail_on if fail_on is None else None if fail_on == NEVER else Severity.parse(fail_on),
            default.show if show is None else Severity.parse(show),
            bool(value(layers, "require-reason")),
            frozenset(collected(layers, "no-stet")),
            Dating(value(layers, "published-key") or DEFAULT_DATING.keys, value(layers, "date") or ""),
            self._lowered(rules, verdicts()) if value(layers, "promise") else NOTHING,
            frozenset(collected(layers, "shadow")),
            shadow_file(layers),
        )

    def _lowered(self, rules: Iterable[ActiveRule], path: str) -> dict[str, Lowered]:
        """Return the rules that break their promise by the verdicts of a file.

        Whatever severity the configuration gives a rule: that is what it promises.
        """
        from copydesk.house.verdicts import NO_TALLY, tallies

        found = tallies(load_verdicts(path), self.registry.current)
        lowered = {}
        for rule in rules:
            tally = found.get((rule.name, True), NO_TALLY)
            if tally.falls_short(rule.severity):
                shown = Severity(rule.severity - 1)
                lowered[rule.name] = Lowered(rule.severity, shown, tally.precision)
        return lowered

    def compares(self, layers: Sequence[Layer]) -> bool:
        """Whether drafts are compared with others though nobody selects it: an archive is named, or a few."""
        return self._few or any("archive" in layer.keys for layer in layers)

    def severities(self, choices: Sequence[Choice]) -> dict[str, Severity | None]:
        """Return the severities of the engine's own findings, which can be ignored but not selected."""
        said: dict[str, Severity | None] = {}
        choices = [replace(choice, select=None, extend=()) for choice in choices]
        for name in self.own:
            verdict = judge(name, self.own_family, choices)
            if not verdict.runs or verdict.severity:
                said[name] = verdict.severity if verdict.runs else None
        return said

    def terms(self, layers: Iterable[Layer]) -> Terms:
        """Return the words of the styles and of all terms files.

        Raises ConfigError for a fault in one of the files.
        """
        sources = tuple(given.value for given in collected(layers, "terms"))
        if sources not in self._terms:
            self._terms[sources] = load_terms(sources) if sources else NO_TERMS
        return self._terms[sources]

    def names(self, layers: Iterable[Layer]) -> Names | None:
        """Return the names of all names files; None where there is none.

        Raises ConfigError for a fault in one of the files.
        """
        paths = tuple(given.value for given in collected(layers, "names"))
        if not paths:
            return None
        if paths not in self._names:
            self._names[paths] = _load_names(paths)
        return self._names[paths]


def choice(layer: Layer) -> Choice:
    """Return which rules a layer selects and ignores; what it has in shadow runs, though it is off."""
    select, ignore = (layer.keys.get(key) for key in ("select", "ignore"))
    shadow = {*collected([layer], "shadow")}
    severity = {
        name: None if given.value == OFF else Severity.parse(given.value)
        for name, given in layer.severity.items()
        if not (given.value == OFF and name in shadow)
    }
    return Choice(
        select.value if select else None,
        ignore.value if ignore else (),
        severity,
        (*collected([layer], "extend-select"), *shadow),
    )


def given(layers: Sequence[Layer], key: str) -> ConfiguredValue | None:
    """Return the last layer's value of a plain key."""
    return next((layer.keys[key] for layer in reversed(layers) if key in layer.keys), None)


def value(layers: Sequence[Layer], key: str) -> Any:
    """Return the value of a key without its origin; None if no layer sets it."""
    found = given(layers, key)
    return None if found is None else found.value


def collected(layers: Iterable[Layer], key: str) -> Iterator[Any]:
    """Yield the elements that all layers have in a list that adds up."""
    for layer in layers:
        if key in layer.keys:
            yield from layer.keys[key].value


def shadow_file(layers: Sequence[Layer]) -> str:
    """Return the file of the findings in shadow, absolute: the one that is named, or one beside the list.

    Empty where nothing is in shadow.
    """
    listed, named = given(layers, "shadow"), given(layers, "shadow-file")
    if listed is None:
        return ""
    if named is not None:
        return str(named.value)
    folder = os.path.dirname(os.path.abspath(listed.file.path)) if listed.file else os.getcwd()
    return os.path.join(folder, SHADOW_FILE)


def options_for(rule: str, layers: Iterable[Layer]) -> dict[str, ConfiguredValue]:
    """Return the options that are set for a rule."""
    found: dict[str, ConfiguredValue] = {}
    for layer in layers:
        found.update(layer.options.get(rule, {}))
    return found


def fields_of(table: str, layers: Iterable[Layer]) -> dict[str, ConfiguredValue]:
    """Merge the fields of a table of a house style."""
    found: dict[str, ConfiguredValue] = {}
    for layer in layers:
        found.update(layer.style.get(table, {}))
    return found


def house_of(layers: Sequence[Layer]) -> HouseStyle:
    """Return what the house has decided beside how it names people."""
    said = {table: fields_of(table, layers) for table in HOUSE_TABLES}
    if not any(said.values()):
        return NO_STYLE
    own = {
        f"{table}.{field}"
        for layer in layers
        if not layer.is_style
        for table, fields in layer.style.items()
        for field in fields
    }
    tables = {table: set_options(HOUSE_TABLES[table], fields) for table, fields in said.items()}
    return HouseStyle(label=value(layers, "label") or "", own=frozenset(own), **tables)


def set_options(defaults: Any, options: Mapping[str, ConfiguredValue]) -> Any:
    """Return a record with some fields set; what its class refuses is an error at the option.

    Where it refuses only several together, that is the last one.
    """
    if not options:
        return defaults
    from copydesk.model.fields import with_fields

    try:
        return with_fields(defaults, {name: option.value for name, option in options.items()})
    except Exception as error:
        for name, option in options.items():
            try:
                with_fields(defaults, {name: option.value})
            except Exception as alone:
                raise _refused(option, alone) from alone
        raise _refused(list(options.values())[-1], error) from error


def _refused(option: ConfiguredValue, error: Exception) -> ConfigError:
    return option.error(str(error) or type(error).__name__)


def load_terms(sources: Iterable[str | Located]) -> Terms:
    """Return the words of files, by their paths, and of tables of styles.

    A later source overrides an earlier one.
    """
    from copydesk.config.toml.located import load
    from copydesk.config.toml.terms import read_terms
    from copydesk.files.links import shown

    tables = (load(source, shown(source)) if isinstance(source, str) else source for source in sources)
    return reduce(Terms.merged, map(read_terms, tables))


def load_verdicts(path: str) -> list[Verdict]:
    """Return the verdicts of a file; raises as `load_numbered_verdicts` does."""
    return [one for _, one in load_numbered_verdicts(path)]


def load_numbered_verdicts(path: str) -> list[tuple[int, Verdict]]:
    """Return the verdicts of a file, each with its line, from 1; none where it is not there yet.

    Raises ConfigError for a file that is none, and for one that a link leads to out of its repository.
    """
    from copydesk.config.toml.reading import read_bytes
    from copydesk.errors import ConfigError
    from copydesk.files.links import leads_out, shown
    from copydesk.house.verdicts import LARGEST, read_numbered

    if not os.path.lexists(path):
        return []
    if leads_out(path):
        raise ConfigError(shown(path), 0, 0, "is reached by a link that leads outside the repository")
    return read_numbered(read_bytes(path, shown(path), LARGEST, "verdicts file"), shown(path))


def _load_names(paths: Iterable[str]) -> Names:
    """Return the names of files. A later file overrides an earlier one."""
    from copydesk.config.toml.reading import read_bytes
    from copydesk.files.links import shown
    from copydesk.house.names.file import LARGEST, read_names
    from copydesk.house.names.known import Names

    files = (read_names(read_bytes(path, shown(path), LARGEST, "names file"), shown(path)) for path in paths)
    return reduce(Names.ruled_by, (Names(file.rows) for file in files), Names())
