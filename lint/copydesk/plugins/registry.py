"""Every rule, reader and reporter that is installed, by name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

from msgspec import Struct

from copydesk.errors import UsageError
from copydesk.files.names import suffix_of
from copydesk.house.style import Style
from copydesk.model.report import Report
from copydesk.plugins.discovery import find_entry_points, is_own, load_plugins
from copydesk.plugins.hooks import ENGINE, implementation
from copydesk.plugins.manifest import RuleEntry
from copydesk.plugins.rule import AnyRule
from copydesk.readers import Reader
from copydesk.reporters import RenderOptions, Reporter
from copydesk.wording import nearest


class RegisteredRule(Struct, frozen=True, dict=True):
    """A rule, and the plugin that it came with.

    given  the class, where the plugin brought that and no entry
    """

    entry: RuleEntry
    plugin: str
    given: type[AnyRule] | None = None

    @classmethod
    def of(cls, rule: type[AnyRule] | RuleEntry, plugin: str) -> RegisteredRule:
        """Register the rules, readers, styles and reporters of a plugin."""
        return cls(rule, plugin) if isinstance(rule, RuleEntry) else cls(RuleEntry.of(rule), plugin, rule)

    @cached_property
    def rule(self) -> type[AnyRule]:
        """The class, imported where it is asked for."""
        return self.given or self.entry.load()

    @cached_property
    def instance(self) -> AnyRule:
        """The rule itself, made once in each process."""
        return self.rule()


class Registry:
    """The rules, readers, reporters and styles of the loaded plugins; names are unique.

    loaded         the plugins by their names, in the order in which their hooks are called
    problems       one line for each plugin that could not be loaded, or whose hooks broke
    distributions  the installed package that each plugin came with, by the name of the plugin
    renamed        the former names of rules that were met, with the names that they have now
    """

    def __init__(
        self,
        loaded: Mapping[str, object],
        problems: Iterable[str] = (),
        distributions: Mapping[str, str] | None = None,
    ) -> None:
        self.problems = list(problems)
        self.distributions = dict(distributions or {})
        self.renamed: dict[str, str] = {}
        self._loaded = loaded
        self._named_readers: dict[str, Reader] = {}

    def _named(self, hook: str) -> dict[str, tuple[Any, str]]:
        """Return the objects that plugins return from a hook, sorted by `name`.

        What has a fault is left out, and told.
        """
        found: dict[str, tuple[Any, str]] = {}
        for plugin, brought in self._loaded.items():
            ask = implementation(brought, hook)
            try:
                items = [(item, self._fault(hook, item, plugin)) for item in (ask() if ask else ())]
            except (Exception, SystemExit) as error:
                self.problems.append(f"{self._of(plugin)} broke in {hook}: {type(error).__name__}: {error}")
                continue
            for item, wrong in items:
                if wrong is not None:
                    self.problems.append(f"{self._of(plugin)} brings what cannot be used: {wrong}")
                elif item.name in found:
                    raise UsageError(
                        f"{item.name} comes with two plugins, {found[item.name][1]} and {plugin}: "
                        "remove one of them"
                    )
                else:
                    found[item.name] = (item, plugin)
        return dict(sorted(found.items()))

    def _of(self, plugin: str) -> str:
        """Return a plugin, named so that people find the package that it came with."""
        distribution = self.distributions.get(plugin)
        return f"plugin {plugin} of {distribution}" if distribution else f"plugin {plugin}"

    def _fault(self, hook: str, item: object, plugin: str) -> str | None:
        """Return the fault of an object that a plugin returns, or None.

        Tests check our own objects, so those are not checked here.
        """
        distribution = self.distributions.get(plugin, "")
        if plugin == ENGINE or is_own(distribution):
            return None
        from copydesk.plugins.validation import find_fault

        return find_fault(hook, item, house=plugin if distribution else None)

    def _guarded(self, reporter: Reporter, plugin: str) -> Reporter:
        """Return the reporter of a plugin, saying whose fault it is where it breaks."""
        if plugin == ENGINE:
            return reporter

        def render(report: Report, options: RenderOptions) -> str:
            try:
                return _text(reporter.render(report, options))
            except (Exception, SystemExit) as error:
                raise self._broken(reporter, plugin, error) from error

        def stream(report: Report, options: RenderOptions) -> Iterator[str]:
            try:
                yield from map(_text, reporter.stream(report, options)) if reporter.stream else ()
            except (Exception, SystemExit) as error:
                raise self._broken(reporter, plugin, error) from error

        return Reporter(reporter.name, render, stream if reporter.stream else None)

    def _broken(self, reporter: Reporter, plugin: str, error: BaseException) -> UsageError:
        return UsageError(
            f"the format {reporter.name} of {self._of(plugin)} broke, so there is no report: "
            f"{type(error).__name__}: {error}"
        )

    @cached_property
    def plugins(self) -> list[str]:
        """The names of the plugins that were loaded beside the engine's own, in order."""
        return sorted(name for name in self._loaded if name != ENGINE)

    @cached_property
    def rules(self) -> dict[str, RegisteredRule]:
        """Every rule by its name; raises UsageError when there is none at all."""
        rules = {name: RegisteredRule.of(*found) for name, found in self._named("copydesk_rules").items()}
        if not rules:
            because = "".join(f"; {problem}" for problem in self.problems)
            raise UsageError(
                f"no rule is installed, so nothing would be checked: install copydesk again{because}"
            )
        return rules

    @cached_property
    def _former(self) -> dict[str, str]:
        """The name that a rule has now, by each that it had."""
        return {
            old: name
            for name, registered in self.rules.items()
            for old in registered.entry.formerly
            if old not in self.rules
        }

    def current(self, name: str) -> str:
        """Return the name that a rule has now; `name` itself, where it is none that a rule had.

        A kind of finding stays: `old-rule/KIND` becomes `new-rule/KIND`. What is renamed goes into `renamed`.
        """
        rule, slash, kind = name, "", ""
        if name not in self._former:
            rule, slash, kind = name.rpartition("/")
        if rule not in self._former:
            return name
        self.renamed[rule] = self._former[rule]
        return f"{self._former[rule]}{slash}{kind}"

    @cached_property
    def classes(self) -> dict[str, type[AnyRule]]:
        """Every rule class by the name of the rule: imports them all."""
        return {name: registered.rule for name, registered in self.rules.items()}

    @cached_property
    def families(self) -> dict[str, list[str]]:
        """The names of the rules of each family."""
        families: dict[str, list[str]] = {}
        for name, registered in self.rules.items():
            families.setdefault(registered.entry.family, []).append(name)
        return families

    @cached_property
    def readers(self) -> dict[str, Reader]:
        """Every reader by its name."""
        return {name: found[0] for name, found in self._named("copydesk_readers").items()}

    @cached_property
    def reporters(self) -> dict[str, Reporter]:
        """Every reporter by its name."""
        found = self._named("copydesk_reporters")
        return {name: self._guarded(*reporter) for name, reporter in found.items()}

    @cached_property
    def styles(self) -> dict[str, Style]:
        """Every house style by its name."""
        return {name: found[0] for name, found in self._named("copydesk_styles").items()}

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
        """Return the reader for a file: the one that `read_as` named for it, or else the one of its suffix.

        A file without a suffix is read as plain text. One with a suffix that nobody reads is refused by its
        reader.
        """
        suffix = suffix_of(path)
        if path in self._named_readers:
            return self._named_readers[path]
        if not suffix:
            return self.readers["plain"]
        if suffix not in self.suffixes:
            from copydesk.readers.unread import UNREAD

            return UNREAD
        return self.suffixes[suffix]

    def note_in(self, reader: str) -> str:
        """Return the form of a note in a reader's format, `{}` for its words; empty if there is none."""
        return self.readers[reader].note if reader in self.readers else ""

    def read_as(self, name: str, paths: Iterable[str]) -> None:
        """Let one reader read some files, whatever their suffixes; raises UsageError where there is none."""
        if name not in self.readers:
            known = ", ".join(self.readers)
            raise UsageError(f'there is no reader "{name}"{nearest(name, self.readers)} (there are: {known})')
        self._named_readers.update(dict.fromkeys(paths, self.readers[name]))


def load_registry(*, plugins: bool = True) -> Registry:
    """Return the registry of everything that is installed; without `plugins`, of what comes with copydesk."""
    entries = [entry for entry in find_entry_points() if plugins or entry.is_own]
    loaded, problems = load_plugins(entries)
    distributions: dict[str, str] = {}
    for entry in sorted(entries, key=lambda entry: not entry.is_own):
        distributions.setdefault(entry.name, entry.distribution)
    return Registry(loaded, problems, distributions)


def _text(made: object) -> str:
    """Return what a reporter made, or raise TypeError where it is no text."""
    if not isinstance(made, str):
        raise TypeError(f"its report is {made!r}, not text")
    return made
