"""Which rules run, with which options."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from copydesk.finding import Severity
from copydesk.registry import Registry, UsageError, nearest
from copydesk.rule import AnyRule, Context

ALL = "all"


class ActiveRule(NamedTuple):
    """A rule that is to run: with its options and its severity, and the plugin to name if it breaks."""

    rule: AnyRule
    context: Context[Any]
    severity: Severity
    plugin: str


def select_rules(
    registry: Registry, select: Iterable[str] = (), ignore: Iterable[str] = ()
) -> list[ActiveRule]:
    """The rules of a run, in the order of their names.

    select, ignore  names of rules or families, or `all`; nothing selected means `all`. A rule's own
                    name weighs more than its family's, a family's more than `all`; where both weigh
                    the same, ignoring wins.

    Raises UsageError for a name that is neither, for a rule that cannot be set up, and when nothing is
    left to run.
    """
    selected, ignored = list(select) or [ALL], list(ignore)
    for name in (*selected, *ignored):
        if name != ALL and name not in registry.rules and name not in registry.families:
            known = [*registry.rules, *registry.families]
            raise UsageError(
                f'there is no rule or family "{name}"{nearest(name, known)} (`copydesk rules` lists them)'
            )
    active = []
    for name, registered in registry.rules.items():
        rule = registered.rule
        if _weight(name, rule.family, selected) > _weight(name, rule.family, ignored):
            active.append(
                ActiveRule(
                    _start(rule, registered.plugin), Context(rule.options), rule.severity, registered.plugin
                )
            )
    if not active:
        raise UsageError("the selection leaves no rule to run, so nothing would be checked")
    return active


def _start(rule: type[AnyRule], plugin: str) -> AnyRule:
    try:
        return rule()
    except Exception as error:
        raise UsageError(
            f"rule {rule.name} of plugin {plugin} cannot be set up: {type(error).__name__}: {error}"
        ) from error


def _weight(name: str, family: str, names: list[str]) -> int:
    """How precisely a list of names speaks of a rule: 0 not at all, 3 by its own name."""
    return 3 if name in names else 2 if family in names else 1 if ALL in names else 0
