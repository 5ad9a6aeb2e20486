"""From a configuration file to its layers. Everything is checked here, and said at its line and column."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, Literal, get_args, get_origin

from msgspec import Struct
from msgspec.structs import replace

from copydesk.config.find import FoundFile, load_file, name_of_style
from copydesk.config.keys import HOUSE, OVERRIDE, STYLE_FILE, PlainKey, Severities
from copydesk.config.options import Option, options_of
from copydesk.config.settings import AUTO, ArchivePath, ConfiguredValue, Layer
from copydesk.config.toml.located import Key, Located, load
from copydesk.config.toml.terms import read_terms
from copydesk.config.toml.values import convert, named, quoted, wanted
from copydesk.files.globs import Pattern, fault, split_pattern
from copydesk.files.links import is_inside, is_work, shown
from copydesk.house.style import STYLE_TABLES, Fact
from copydesk.plugins.registry import Registry
from copydesk.plugins.selection import ALL
from copydesk.wording import nearest, spelled

DEEPEST = 20
"""The most files that may extend one another in a row."""

TABLES = ("severity", "rules", *STYLE_TABLES)
"""The tables that every kind of file may have."""


class Bounds(Struct, frozen=True):
    """The paths that a configuration file may refer to.

    folder  what its patterns count from, absolute
    root    the folder that no path in it may lead out of; None where the command line named it
    """

    folder: str
    root: str | None


class Reader:
    """Reads configurations for the rules, styles and plugins that are installed.

    own  the names of what the engine itself reports, and their family: they may be given a severity
    """

    def __init__(self, registry: Registry, own: Collection[str] = ()) -> None:
        self._registry = registry
        self._own = own
        self._options: dict[str, dict[str, Option]] = {}
        self._styles: dict[str, list[Layer]] = {}

    def layers(self, found: FoundFile, bounds: Bounds) -> list[Layer]:
        """Return the layers of a file, with those of the files and styles that it extends below its own.

        Raises ConfigError at the first thing that is wrong.
        """
        return list(self._file(found, bounds, (found.path,), {found.path}))

    def style(self, given: ConfiguredValue, chain: tuple[str, ...] = ()) -> list[Layer]:
        """Return the layers of a house style, with those of the styles that it extends below its own.

        chain  the style files that lead to this one
        """
        styles = self._registry.styles
        name = spelled(given.value, styles)
        if name not in styles:
            known = ", ".join([AUTO, *(style for style in styles if style != AUTO)])
            raise given.error(
                f"there is no style {quoted(name)}{nearest(name, styles)} (the styles are {known})"
            )
        if name not in self._styles:
            self._styles[name] = list(self._style(styles[name].path, given, chain))
        return self._styles[name]

    def _style(self, path: str, given: ConfiguredValue, chain: tuple[str, ...]) -> Iterator[Layer]:
        _refuse_circle(given, path, chain)
        file = load(path, name_of_style(path))
        keys = self._keys(file, STYLE_FILE, (*TABLES, "terms", "facts"))
        for key in ("as_of", "source"):
            if key not in keys:
                raise file.error(f'a style says when it held and where that is written: "{key}" is missing')
        for extended in _each(keys.get("extends")):
            yield from self.style(extended, (*chain, path))
        terms = file.inside("terms") if _table(file, file.data, "terms", ()) else None
        if terms is not None:
            read_terms(terms)
            keys["terms"] = ConfiguredValue((ConfiguredValue(terms, file, ("terms",)),), file, ("terms",))
        yield replace(self._layer(file, (), keys), facts=self._facts(file))

    def _file(
        self, source: FoundFile, bounds: Bounds, chain: tuple[str, ...], seen: set[str]
    ) -> Iterator[Layer]:
        path, file = source.path, source.content
        wanted = file.data.get("required-version")
        if isinstance(wanted, str):  # before the keys, of which another version may know others
            _require_version(ConfiguredValue(wanted, file, ("required-version",)))
        keys = self._keys(file, HOUSE, (*TABLES, "overrides"))
        for given in _each(keys.get("required-plugins")):
            self._require(given)
        for given in _each(keys.get("extends")):
            if not is_path(given.value):
                yield from self.style(given)
                continue
            other = self._path(given, path, bounds)
            _refuse_circle(given, other, chain)
            if other not in seen:  # a file that two others extend counts once, at its first place
                seen.add(other)
                extended = load_file(other)
                if extended is None:
                    raise given.error(f"{shown(other)} has no table [tool.copydesk]")
                below = Bounds(os.path.dirname(other), bounds.root)
                yield from self._file(FoundFile(other, extended), below, (*chain, other), seen)
        own = self._layer(file, (), keys)
        terms = [replace(given, value=self._path(given, path, bounds)) for given in _each(keys.get("terms"))]
        names = [replace(given, value=self._path(given, path, bounds)) for given in _each(keys.get("names"))]
        shelves = [
            replace(given, value=self._shelf(given, path, bounds)) for given in _each(keys.get("archive"))
        ]
        lists = {
            "terms": tuple(terms),
            "names": tuple(names),
            "archive": tuple(shelves),
            "exclude": self._patterns(keys.get("exclude"), bounds),
        }
        found = {key: replace(keys[key], value=value) for key, value in lists.items() if value}
        for key, what in (("verdicts", "verdicts file"), ("shadow-file", "shadow file")):
            if key in keys:
                usual = f"{what}: write {HOUSE[key].example}"
                named_file = _path_of_json_lines(keys[key], path, bounds, usual)
                if key == "shadow-file":
                    _refuse_hidden(keys[key], named_file, bounds.root or os.path.dirname(path))
                found[key] = replace(keys[key], value=named_file)
        yield replace(own, keys={**own.keys, **found})
        yield from self._overrides(file, bounds)

    def _overrides(self, file: Located, bounds: Bounds) -> Iterator[Layer]:
        tables = file.data.get("overrides", [])
        if not isinstance(tables, list):
            raise file.value_error(
                f'"overrides" wants [[overrides]] in double brackets, not {named(tables)}', "overrides"
            )
        for number, table in enumerate(tables):
            at = ("overrides", number)
            if not isinstance(table, dict):
                raise file.error(f'"overrides" wants tables, not {named(table)}', *at)
            keys = self._keys(file, OVERRIDE, TABLES, at, table)
            if not keys.get("paths", ConfiguredValue(())).value:
                raise file.error('an override says for which drafts it holds: "paths" is missing', *at)
            layer = self._layer(file, at, keys, table)
            yield replace(layer, paths=self._patterns(keys["paths"], bounds))

    def _keys(
        self,
        file: Located,
        plain: Mapping[str, PlainKey],
        tables: Iterable[str],
        at: tuple[Key, ...] = (),
        data: dict[str, Any] | None = None,
    ) -> dict[str, ConfiguredValue]:
        """Return the plain keys of a table, each of its type."""
        found = {}
        known = (*plain, *tables)
        for key, value in (file.data if data is None else data).items():
            if key == "tool" and isinstance(value, dict) and "copydesk" in value:
                raise file.error(
                    "[tool.copydesk] is for pyproject.toml: in this file the keys stand without it", *at, key
                )
            if key not in known:
                raise file.error(f"there is no key {quoted(key)} here{nearest(key, known)}", *at, key)
            if key in plain:
                found[key] = self._plain(ConfiguredValue(value, file, (*at, key)), key, plain[key].kind)
        return found

    def _plain(self, given: ConfiguredValue, key: str, kind: Any) -> ConfiguredValue:
        """Return one plain key, of its type. Names of rules are names of rules."""
        value = given.value
        if key == "extends" and isinstance(value, str):
            value = [value]
        if key == "as_of" and not isinstance(value, (str, bool, int, float, list, dict)):
            value = str(value)  # a date of TOML's own
        given = replace(given, value=_typed(replace(given, value=value), quoted(key), kind))
        if key in ("select", "ignore", "no-stet", "shadow"):
            given = replace(given, value=[*map(self._registry.current, given.value)])
            for name in _each(given):
                self._check_name(name, (ALL, *self._names))
        if key == "style" and value != AUTO:
            self.style(given)
        if key == "select" and not given.value:
            raise given.error('"select" names no rule, so nothing would be checked')
        return given

    def _layer(
        self,
        file: Located,
        at: tuple[Key, ...],
        keys: Mapping[str, ConfiguredValue],
        data: dict[str, Any] | None = None,
    ) -> Layer:
        table = file.data if data is None else data
        severity = {}
        for name, value in _table(file, table, "severity", at).items():
            given = ConfiguredValue(value, file, (*at, "severity", name))
            rule = self._registry.current(name)
            if rule not in self._names:
                raise given.key_error(self._no_name(name, self._names))
            _typed(given, quoted(name), Severities)
            severity[rule] = given
        options: dict[str, dict[str, ConfiguredValue]] = {}
        for name, value in _table(file, table, "rules", at).items():
            given = ConfiguredValue(value, file, (*at, "rules", name))
            rule = self._registry.current(name)
            options[rule] = {**options.get(rule, {}), **self._rule(rule, given)}
        style = {
            name: self._fields(file, _table(file, table, name, at), (*at, name), name, options_of(defaults))
            for name, defaults in STYLE_TABLES.items()
            if name in table
        }
        return Layer(keys, severity, options, style=style)

    def _fields(
        self,
        file: Located,
        data: dict[str, Any],
        at: tuple[Key, ...],
        title: str,
        known: Mapping[str, Option],
    ) -> dict[str, ConfiguredValue]:
        """Return the fields of a table, each of its type.

        at     the way to it
        title  what messages call it
        """
        found = {}
        for key, value in data.items():
            given = ConfiguredValue(value, file, (*at, key))
            if key not in known:
                raise given.key_error(f"there is no key {quoted(key)} in [{title}]{nearest(key, known)}")
            found[key] = replace(given, value=_typed(given, quoted(key), known[key].kind))
        return found

    def _facts(self, file: Located) -> dict[str, dict[str, ConfiguredValue]]:
        """Return where a style has its fields from: [facts.numbers] says it of those of [numbers]."""
        within = _table(file, file.data, "facts", ())
        found: dict[str, dict[str, ConfiguredValue]] = {}
        for table in within:
            if table not in STYLE_TABLES:
                message = f"there is no table {quoted(table)} to have facts of{nearest(table, STYLE_TABLES)}"
                raise file.error(message, "facts", table)
            known = options_of(STYLE_TABLES[table])
            for field in _table(file, within, table, ("facts",)):
                at = ("facts", table, field)
                if field not in known:
                    near = nearest(field, known)
                    raise file.error(f"there is no key {quoted(field)} in [{table}]{near}", *at)
                data = _table(file, within[table], field, at[:-1])
                said = self._fields(file, data, at, ".".join(at), options_of(Fact()))
                fact = Fact(**{key: given.value for key, given in said.items()})
                found.setdefault(table, {})[field] = ConfiguredValue(fact, file, at)
        return found

    def _rule(self, name: str, given: ConfiguredValue) -> dict[str, ConfiguredValue]:
        """Return the options of one rule, each of its type.

        A hyphen is as good as an underscore: the other keys of the file have hyphens.
        """
        rules = self._registry.rules
        if name not in rules:
            raise given.key_error(f"there is no rule {quoted(name)}{nearest(name, rules)}")
        if not isinstance(given.value, dict):
            raise given.error(f"[rules.{name}] is a table of options, not {named(given.value)}")
        known = self._known_options(name)
        found = {}
        for written, value in given.value.items():
            option = ConfiguredValue(value, given.file, (*given.keys, written))
            key = written.replace("-", "_")
            if key in found:
                raise option.key_error(f"the rule {name} has its option {quoted(written)} twice")
            if key not in known:
                has = f"has no option {quoted(written)}{nearest(key, known)}" if known else "has no options"
                raise option.key_error(f"the rule {name} {has}")
            found[key] = replace(option, value=_typed(option, quoted(key), known[key].kind))
        return found

    def _known_options(self, name: str) -> dict[str, Option]:
        if name not in self._options:
            self._options[name] = options_of(self._registry.rules[name].rule.options)
        return self._options[name]

    @property
    def _names(self) -> tuple[str, ...]:
        return (*self._registry.rules, *self._registry.families, *self._own)

    def _check_name(self, given: ConfiguredValue, known: Collection[str]) -> None:
        if given.value not in known:
            raise given.error(self._no_name(given.value, known))

    def _no_name(self, name: str, known: Collection[str]) -> str:
        near = nearest(name, known)
        return f"there is no rule or family {quoted(name)}{near} (`copydesk rules` lists them)"

    def _patterns(self, given: ConfiguredValue | None, bounds: Bounds) -> tuple[Pattern, ...]:
        patterns = []
        for pattern in _each(given):
            wrong = fault(pattern.value)
            if wrong:
                raise pattern.error(f"{quoted(pattern.value)} {wrong}")
            patterns.append(Pattern(pattern.value, bounds.folder))
        return tuple(patterns)

    def _path(self, given: ConfiguredValue, naming: str, bounds: Bounds) -> str:
        """Return a path that a file names, absolute; it may not lead out of what the file may reach."""
        path = os.path.normpath(os.path.join(os.path.dirname(naming), given.value))
        _refuse_outside(given, path, bounds)
        if "\0" in path or not os.path.lexists(path):
            known = given.value in self._registry.styles
            where = f': what comes with copydesk is named in extends = ["{given.value}"]' if known else ""
            raise given.error(f"there is no file {quoted(given.value)}{where}")
        return path

    def _shelf(self, given: ConfiguredValue, naming: str, bounds: Bounds) -> ArchivePath:
        """Return a part of the archive. Where its drafts lie is looked at again when they are found."""
        fixed, pattern = split_pattern(given.value)
        if not given.value.strip() or os.pardir in pattern.split("/"):
            raise given.error(f'{quoted(given.value)} is no pattern: write "published/**/*.md"')
        folder = os.path.normpath(os.path.join(os.path.dirname(naming), fixed))
        _refuse_outside(given, folder, bounds)
        return ArchivePath(given.value, folder, pattern, bounds.root)

    def _require(self, given: ConfiguredValue) -> None:
        """Raise ConfigError where a plugin is missing, or older than `name>=version` asks for."""
        from copydesk.version import numbers

        name, asked, least = (part.strip() for part in given.value.partition(">="))
        if not name or (asked and not numbers(least)):
            raise given.error(f'{quoted(given.value)} is no plugin: write "name" or "name>=1.2"')
        installed = self._installed
        if name not in installed:
            raise given.error(
                f"the plugin {quoted(name)} is required and not installed{nearest(name, installed)}"
            )
        have = installed[name]
        if asked and (not have or numbers(have) < numbers(least)):
            raise given.error(
                f"the plugin {quoted(name)} is required from {least} on, and is {have or 'of no version'}"
            )

    @property
    def _installed(self) -> dict[str, str]:
        """The versions of what is installed, by the names of the plugins and of their packages."""
        versions = {}
        for plugin in self._registry.plugins:
            package, _, version = (self._registry.distributions.get(plugin) or "").partition("-")
            versions[plugin] = version
            if package:
                versions[package.replace("_", "-")] = version
        return versions


def _require_version(given: ConfiguredValue) -> None:
    """Raise ConfigError where this copydesk is none of the versions that a file asks for."""
    from copydesk.version import __version__, agrees

    try:
        is_right = agrees(__version__, given.value)
    except ValueError as error:
        raise given.error(f'{error}: write required-version = ">=0.3,<0.5"') from error
    if not is_right:
        raise given.error(
            f"this is copydesk {__version__}, and {quoted(given.value)} is required: "
            "install such a version from where you have copydesk"
        )


def is_path(extends: str) -> bool:
    """Whether what a file extends is a path; else it is the name of a style."""
    return extends.endswith(".toml") or "/" in extends or os.sep in extends


def _each(given: ConfiguredValue | None) -> list[ConfiguredValue]:
    """Return the elements of a list, each with its place."""
    if given is None:
        return []
    return [
        ConfiguredValue(value, given.file, (*given.keys, index)) for index, value in enumerate(given.value)
    ]


def _typed(given: ConfiguredValue, what: str, kind: Any) -> Any:
    """Return the value as its type wants it.

    Raises ConfigError; for a list, at the wrong element.
    """
    try:
        return convert(kind, given.value)
    except ValueError:
        pass
    value: Any = given.value
    deeper: tuple[Key, ...] = ()
    if isinstance(value, list) and get_origin(kind) is tuple:
        for index, element in enumerate(value):
            try:
                convert(kind, [element])
            except ValueError:
                value, deeper = element, (index,)
                break
    near = ""
    if isinstance(value, str) and get_origin(kind) is Literal:
        near = nearest(value, [choice for choice in get_args(kind) if isinstance(choice, str)])
    raise given.error(f"{what} wants {wanted(kind)}, not {named(value)}{near}", *deeper)


def _table(file: Located, table: dict[str, Any], key: str, at: tuple[Key, ...]) -> dict[str, Any]:
    found = table.get(key, {})
    if not isinstance(found, dict):
        raise file.value_error(f"{quoted(key)} is a table, not {named(found)}", *at, key)
    return found


def _path_of_json_lines(given: ConfiguredValue, naming: str, bounds: Bounds, usual: str) -> str:
    """Return the path of a file of JSON lines that copydesk writes, absolute; it need not be there.

    naming  the configuration file that names it
    usual   what such a file is, and what to write
    """
    path = os.path.normpath(os.path.join(os.path.dirname(naming), given.value))
    _refuse_outside(given, path, bounds)
    if not path.endswith(".jsonl") or os.path.isdir(path):
        raise given.error(f"{quoted(given.value)} is no name of a {usual}")
    if bounds.root is not None and not is_work(path, bounds.root):
        raise given.error(f"{quoted(given.value)} leads into .git")
    return path


def _refuse_hidden(given: ConfiguredValue, path: str, root: str) -> None:
    """Raise ConfigError for a file among what other programs keep in a repository: `.github`, `.vscode`."""
    parts = os.path.relpath(os.path.realpath(path), os.path.realpath(root)).split(os.sep)
    if hidden := [part for part in parts if part.startswith(".") and part != os.pardir]:
        raise given.error(
            f"{quoted(given.value)} is hidden: no part of the path may begin with a dot: {quoted(hidden[0])}"
        )


def _refuse_outside(given: ConfiguredValue, path: str, bounds: Bounds) -> None:
    if bounds.root is None:
        return
    why = None
    if os.path.isabs(given.value):
        why = "is an absolute path"
    elif "\0" in path or not is_inside(path, bounds.root):
        why = "leads outside the repository"
    if why:
        raise given.error(
            f"{quoted(given.value)} {why}: only a configuration that --config names may go there"
        )


def _refuse_circle(given: ConfiguredValue, path: str, chain: tuple[str, ...]) -> None:
    if path in chain:
        circle = " -> ".join(shown(step) for step in (*chain[chain.index(path) :], path))
        raise given.error(f'"extends" goes round in a circle: {circle}')
    if len(chain) == DEEPEST:
        raise given.error(f'"extends" goes through more than {DEEPEST} files')
