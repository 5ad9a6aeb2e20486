"""Lets the rules across drafts judge all drafts of a run."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import TYPE_CHECKING, Any

from copydesk.document import Document
from copydesk.engine.checking import Marked, check_drafts, crashed, may_report
from copydesk.errors import CannotReadError
from copydesk.model.report import Problem
from copydesk.plugins.registry import Registry
from copydesk.plugins.rule import Collected
from copydesk.plugins.selection import ActiveRule
from copydesk.run.inputs import Input, read_input
from copydesk.run.jobs import DraftsRuleResults, SettingsFor, place_finding

if TYPE_CHECKING:
    from copydesk.run.cached import Result


class Documents(dict[str, Document]):
    """The drafts of a run by path. One that is asked for is read again and kept."""

    def __init__(self, queue: dict[str, Input], registry: Registry) -> None:
        self._queue = queue
        self._registry = registry

    def __missing__(self, path: str) -> Document:
        self[path] = read_input(self._queue[path], self._registry.reader_for(path))
        return self[path]


def judge_together(
    checked: dict[str, Result],
    archived: dict[str, Result],
    documents: Documents,
    settings_for: SettingsFor,
) -> DraftsRuleResults:
    """Run the rules across drafts.

    Where drafts have settings of their own, each is judged under them, against all the others.
    """
    of_run = [Collected(path, one.facts) for path, one in checked.items() if one.draft is not None]
    facts = of_run + [
        Collected(path, one.facts, archived=True) for path, one in archived.items() if one.draft is not None
    ]
    under: dict[str, dict[str, ActiveRule]] = {}
    for one in of_run:
        path, collected = one.path, one.facts
        for active in settings_for(path).rules:
            if active.name in collected:
                under.setdefault(active.name, {})[path] = active
    judged = DraftsRuleResults([], set())
    for _, settings in sorted(under.items()):
        for paths in _asked_together(settings):
            _judge_under(paths, facts, checked, documents, judged)
    return judged


def _asked_together(settings: dict[str, ActiveRule]) -> list[dict[str, ActiveRule]]:
    """Group the drafts as the rule wants to be asked, each with the rule as it is set for it."""
    if next(iter(settings.values())).judges_alone:
        return [settings]
    groups: list[dict[str, ActiveRule]] = []
    for path, active in settings.items():
        group = next((group for group in groups if next(iter(group.values())) is active), None)
        if group is None:
            groups.append({path: active})
        else:
            group[path] = active
    return groups


def _judge_under(
    settings: dict[str, ActiveRule],
    facts: Sequence[Collected[dict[str, Any]]],
    checked: Container[str],
    documents: Documents,
    judged: DraftsRuleResults,
) -> None:
    """Let one rule across drafts judge all of them, for the drafts at some paths, each under its settings.

    checked  the paths of the drafts that are reported on
    judged   where what it says goes
    """
    first = next(iter(settings.values()))
    others = {draft.path for draft in facts}.difference(settings)
    judgement = check_drafts([first], facts)
    said = judged.said
    judged.left_out.update(judgement.left_out)
    said += [(facts[0].path, problem) for problem in judgement.problems]
    said += [(crash.diagnostic.place.path, crash) for crash in judgement.crashes]
    for _, found in judgement.found:
        path, finding = found.path, found.finding
        if path in others:
            continue
        active = settings.get(path, first)
        where = path if path in checked else facts[0].path
        try:
            document = documents[path]
            if may_report(document, active, finding):
                said.append((where, place_finding(document, Marked(active, finding), documents)))
        except CannotReadError as error:
            said.append((where, Problem(f"changed during the run: {error}", where)))
        except Exception as error:
            said.append((where, crashed(active, error, where)))
