"""Corrects drafts in memory, round after round, until nothing is left to correct."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from copydesk.edits.fixer import correct
from copydesk.errors import CannotWriteError
from copydesk.model.report import Diagnostic, Problem, Report
from copydesk.plugins.registry import Registry
from copydesk.run.inputs import Input

ROUNDS = 10
"""Rounds of corrections in one run: a correction may uncover another, or wait for one beside it."""

Look = Callable[[Sequence[Input]], Report]
"""Checks drafts."""


class CorrectionResult(Struct, frozen=True):
    """Drafts after corrections, and the report that is left.

    report    what is left after them
    inputs    the drafts as they were checked last
    before    by path, each draft that is to change, as it was
    after     by path, the same drafts as they are to be
    made      by path, how many corrections they got
    problems  drafts that were left alone, and why
    """

    report: Report
    inputs: list[Input]
    before: dict[str, bytes]
    after: dict[str, bytes]
    made: dict[str, int]
    problems: list[Problem]


def correct_drafts(
    report: Report,
    inputs: Sequence[Input],
    look: Look,
    shown: Callable[[Report], Report],
    registry: Registry,
    *,
    unsafe: bool,
) -> CorrectionResult:
    """Correct drafts in memory until nothing is left to correct, so that a second run changes nothing.

    report  what `look` says of the inputs
    inputs  with their bytes
    shown   leaves out the findings that nobody is to see: those are not corrected either
    """
    before = {item.path: item.data for item in inputs if item.data is not None}
    after = dict(before)
    made: Counter[str] = Counter()
    rounds: Counter[str] = Counter()
    problems: dict[str, Problem] = {}
    todo = True
    while todo:
        todo = False
        for path, findings in _by_path(shown(report)).items():
            if path not in after or path in problems:
                continue
            try:
                done = correct(path, after[path], registry.reader_for(path), findings, unsafe=unsafe)
            except CannotWriteError as error:
                problems[path] = Problem(str(error), path)
                continue
            if not done.made:
                continue
            todo = True
            rounds[path] += 1
            made[path] += len(done.made)
            after[path] = done.data
            if rounds[path] > ROUNDS:
                rules = " and ".join(sorted({finding.rule for finding in done.made}))
                message = f"was not changed: the corrections of {rules} never come to an end"
                problems[path] = Problem(message, path)
                after[path] = before[path]
        if todo:
            inputs = [replace(item, data=after.get(item.path)) for item in inputs]
            report = look(inputs)
    changed = [path for path in before if after[path] != before[path]]
    return CorrectionResult(
        report,
        list(inputs),
        {path: before[path] for path in changed},
        {path: after[path] for path in changed},
        {path: made[path] for path in changed},
        list(problems.values()),
    )


def _by_path(report: Report) -> dict[str, list[Diagnostic]]:
    found: dict[str, list[Diagnostic]] = {}
    for finding in report.findings:
        if finding.fix is not None:
            found.setdefault(finding.place.path, []).append(finding)
    return found
