"""Time that a run spends on reading, each analysis and each rule, and on judging across drafts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from time import process_time
from typing import Any, ParamSpec, TypeVar

from msgspec import Struct

from copydesk.engine.checking import DraftResult, check_drafts, run_rule
from copydesk.errors import CannotReadError
from copydesk.plugins.rule import Collected
from copydesk.plugins.selection import ActiveRule
from copydesk.run.inputs import read_input
from copydesk.run.jobs import Job

ANALYSES = ("words", "sentences", "quotes", "copy", "people", "attributions", "spellings")
"""Those of `Document`, each after what it asks for itself."""

_WORD = re.compile(r"\w+")
_PASS = "pass", ""
"""A pass over the text with one pattern, which all costs are compared with."""

P = ParamSpec("P")
ResultT = TypeVar("ResultT")


class Cost(Struct, frozen=True):
    """The cost of one stage: a reader, an analysis or a rule.

    kind     `reading`, `analysis`, `rule`, `judging` (by a rule across drafts, once all are read), or `all`
             for everything together
    seconds  of processor time
    ratio    how many times as long as finding every word of the drafts with one pattern
    """

    kind: str
    name: str
    seconds: float
    ratio: float


def measure(jobs: Iterable[Job]) -> list[Cost]:
    """Measure each stage over the drafts in this process; return everything together, then the dearest first.

    What several rules share counts for the rule that asks for it first. Drafts that cannot be read are left
    out. A rule across drafts judges all of them under the settings of the first.
    """
    stopwatch = _Stopwatch()
    across: dict[str, ActiveRule] = {}
    kept: list[Collected[dict[str, Any]]] = []
    for job in jobs:
        item, reader, rules = job.item, job.reader, job.rules
        try:
            document = stopwatch.time("reading", reader.name, read_input, item, reader)
        except CannotReadError:
            continue
        stopwatch.time(*_PASS, _WORD.findall, document.source.text)
        for name in ANALYSES:
            stopwatch.time("analysis", name, getattr, document, name)
        result = DraftResult([], [], {}, [])
        for active in rules:
            stopwatch.time("rule", active.name, run_rule, document, active, result)
            if active.across:
                across.setdefault(active.name, active)
        kept.append(Collected(item.path, result.facts))
        document.answers.clear()
    for name, active in across.items():
        stopwatch.time("judging", name, check_drafts, [active], kept)
    return stopwatch.costs()


def table(costs: Sequence[Cost]) -> Iterator[str]:
    """Yield the costs that `measure` returns as lines of text; the first of them is that of everything."""
    yield f"{'':44} passes  share  seconds   (a pass finds the words, with one pattern)"
    whole = costs[0].seconds or 1
    for cost in costs:
        label = f"{cost.kind} {cost.name}".rstrip()
        yield f"{label:44}{cost.ratio:7.2f}{cost.seconds / whole:7.1%}{cost.seconds:9.4f}"


class _Stopwatch:
    def __init__(self) -> None:
        self._spent: dict[tuple[str, str], float] = {}

    def time(
        self, kind: str, name: str, work: Callable[P, ResultT], *args: P.args, **kwargs: P.kwargs
    ) -> ResultT:
        start = process_time()
        try:
            return work(*args, **kwargs)
        finally:
            self._spent[kind, name] = self._spent.get((kind, name), 0.0) + process_time() - start

    def costs(self) -> list[Cost]:
        floor = self._spent.pop(_PASS, 0.0) or 1e-9
        together = ("all", "", sum(self._spent.values()))
        parts = sorted((-seconds, kind, name) for (kind, name), seconds in self._spent.items())
        rows = [together, *((kind, name, -seconds) for seconds, kind, name in parts)]
        return [Cost(kind, name, seconds, seconds / floor) for kind, name, seconds in rows]
