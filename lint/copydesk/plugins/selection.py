"""Selection of the rules that run, with their options."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import repeat
from operator import call
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from copydesk.document import Document
from copydesk.errors import UsageError
from copydesk.house.style import NO_HOUSE, NO_STYLE, HonorificStyle, HouseStyle
from copydesk.house.terms import Terms
from copydesk.model.finding import Severity
from copydesk.plugins.registry import RegisteredRule, Registry
from copydesk.plugins.rule import THIS_MACHINE, AnyRule, Context, Reach
from copydesk.wording import nearest

if TYPE_CHECKING:
    from copydesk.house.names.known import Names

ALL = "all"
NO_TERMS = Terms()


class ActiveRule(Struct, frozen=True, dict=True):
    """A rule that is to run. It is imported where it is asked for, and so it should be asked late.

    setting  its context; `options` are None where they are the rule's own
    """

    registered: RegisteredRule
    setting: Context[Any]
    severity: Severity

    @property
    def name(self) -> str:
        """The name of the rule."""
        return self.registered.entry.name

    @property
    def family(self) -> str:
        """The family that it is switched with."""
        return self.registered.entry.family

    @property
    def plugin(self) -> str:
        """The plugin to name if it breaks."""
        return self.registered.plugin

    @property
    def across(self) -> bool:
        """Whether it is a rule across drafts."""
        return self.registered.entry.across

    @property
    def judges_alone(self) -> bool:
        """Whether what it reports on a draft hangs on that draft alone."""
        return self.registered.entry.judges_alone

    @property
    def rule(self) -> AnyRule:
        """The rule itself."""
        return self.registered.instance

    @cached_property
    def context(self) -> Context[Any]:
        """The options, terms and style that the rule gets beside the draft."""
        if self.setting.options is not None:
            return self.setting
        return replace(self.setting, options=self.registered.rule.options)

    @cached_property
    def asks(self) -> tuple[Callable[[Document], bool], ...]:
        """What must hold of a draft for the rule to report anything."""
        return self.registered.entry.asks(self.setting)

    def may_report(self, document: Document) -> bool:
        """Whether a draft and its house have all that the rule needs to report anything."""
        return all(map(call, self.asks, repeat(document)))


class Choice(Struct, frozen=True):
    """The selection of rules by one source: a table of a configuration, or the command line.

    select    names of rules or families, or `all`; None says nothing, and leaves what was selected before
    ignore    the same
    severity  by the name of a rule or family; None is off
    extend    names that are selected beside what was selected before
    """

    select: Sequence[str] | None = None
    ignore: Sequence[str] = ()
    severity: Mapping[str, Severity | None] = {}
    extend: Sequence[str] = ()


class Starter:
    """Sets up the rules of a registry, each once, however many settings it runs under."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._started: dict[str, list[ActiveRule]] = {}

    def active(
        self,
        name: str,
        options: Any,
        severity: Severity,
        terms: Terms = NO_TERMS,
        honorifics: HonorificStyle = NO_HOUSE,
        reach: Reach = THIS_MACHINE,
        names: Names | None = None,
        house: HouseStyle = NO_STYLE,
    ) -> ActiveRule:
        """Return a rule with its options; raises UsageError for one of a plugin that cannot be set up.

        options  None where they are the rule's own
        """
        known = self._started.setdefault(name, [])
        context = Context(options, terms, honorifics, names=names, reach=reach, house=house)
        for active in known:
            if active.severity is severity and active.setting == context:
                return active
        registered = self._registry.rules[name]
        if registered.given:
            _start(registered)
        known.append(ActiveRule(registered, context, severity))
        return known[-1]


def select_rules(
    registry: Registry, select: Iterable[str] = (), ignore: Iterable[str] = ()
) -> list[ActiveRule]:
    """Return the rules of a run without a configuration, in the order of their names.

    select, ignore  names of rules or families, or `all`; nothing selected means `all`. A rule's own
                    name weighs more than its family's, a family's more than `all`; where both weigh
                    the same, ignoring wins.

    Raises UsageError for a name that is neither, for a rule that cannot be set up, and when nothing is
    left to run.
    """
    choice = Choice([*map(registry.current, select)] or None, [*map(registry.current, ignore)])
    for name in (*(choice.select or ()), *choice.ignore):
        check_name(name, registry)
    starter = Starter(registry)
    active = [
        starter.active(name, None, registered.entry.severity)
        for name, registered in registry.rules.items()
        if judge(name, registered.entry.family, [choice], opt_in=registered.entry.opt_in).runs
    ]
    if not active:
        raise UsageError(NOTHING_LEFT)
    return active


NOTHING_LEFT = "the selection leaves no rule to run, so nothing would be checked"


def check_name(name: str, registry: Registry, own: Iterable[str] = ()) -> None:
    """Raise UsageError for what is neither a rule nor a family.

    own  further names: of what the engine itself reports
    """
    known = (ALL, *registry.rules, *registry.families, *own)
    if name not in known:
        raise UsageError(
            f'there is no rule or family "{name}"{nearest(name, known)} (`copydesk rules` lists them)'
        )


class Verdict(Struct, frozen=True):
    """The decision whether a rule runs, and the severity that was chosen for it, if any was."""

    runs: bool
    severity: Severity | None


def judge(name: str, family: str, choices: Sequence[Choice], *, opt_in: bool = False) -> Verdict:
    """Decide whether a rule runs, and its severity; later sources win.

    opt_in  whether `all` leaves it out

    A later `select` replaces an earlier one; what is ignored adds up. Whether the rule runs is decided by
    whoever names it most precisely, and between equals by the later one. Within one choice ignoring wins.
    Of the severities the last that speaks of the rule holds; `off` counts as ignoring.
    """
    selected, ignored, off = (1, -1), (0, -1), (0, -1)
    severity = None
    for number, choice in enumerate(choices):
        if choice.select is not None:
            selected = (_weight(name, family, choice.select), number)
        if weight := _weight(name, family, choice.extend):
            selected = max(selected, (weight, number))
        if weight := _weight(name, family, choice.ignore):
            ignored = max(ignored, (weight, number))
        for weight, key in ((2, family), (3, name)):
            if key in choice.severity:
                said = choice.severity[key]
                off = (0, -1) if said is not None else (weight, number)
                severity = said or severity
    return Verdict(selected[0] > opt_in and selected > max(ignored, off), severity)


def _start(registered: RegisteredRule) -> None:
    try:
        _ = registered.instance
    except Exception as error:
        who = f"rule {registered.entry.name} of plugin {registered.plugin}"
        raise UsageError(f"{who} cannot be set up: {type(error).__name__}: {error}") from error


def _weight(name: str, family: str, names: Iterable[str]) -> int:
    """Return how precisely names speak of a rule: 0 not at all, 3 by its own name."""
    return 3 if name in names else 2 if family in names else 1 if ALL in names else 0
