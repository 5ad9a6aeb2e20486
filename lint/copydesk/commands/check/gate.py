"""`copydesk check --baseline`, `--since` and `--staged`: which findings a gate is to see."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING

import click
from msgspec.structs import replace

from copydesk.commands.shared.output import tell
from copydesk.wording import count

if TYPE_CHECKING:
    from copydesk.config.resolver import House
    from copydesk.gate.baseline import ComparedReport, Entry
    from copydesk.gate.since import Since
    from copydesk.model.report import Diagnostic, Report
    from copydesk.plugins.registry import Registry
    from copydesk.run.inputs import Input

LISTED = 10
"""How many entries of a baseline that are no longer needed are named."""


def baseline_of(
    value: str | None, paths: Sequence[str], suffixes: Collection[str]
) -> tuple[str | None, Sequence[str]]:
    """Return the baseline that is asked for, and the paths that are to be checked.

    The name of the file may be left out: what follows `--baseline` is to be checked where it is a folder, a
    pattern or a draft.
    """
    if not value:
        return value, paths
    from copydesk.run.discovery import STDIN

    is_draft = os.path.splitext(value)[1].lower() in suffixes
    if value == STDIN or is_draft or os.path.isdir(value) or set(value) & set("*?["):
        return "", (value, *paths)
    if not paths:
        raise click.UsageError(f"name what to check by the baseline {value}")
    return value, paths


def of_rules(findings: Sequence[Diagnostic]) -> str:
    """Return what a sentence about findings begins with: how many there are, of which rules, and the verb."""
    rules = " and ".join(sorted({finding.rule for finding in findings}))
    return f"{count(len(findings), 'finding')} of {rules} {'is' if len(findings) == 1 else 'are'}"


class Gate:
    """Leaves out of a report what a gate is not to see.

    registry  the rules, readers and reporters
    house     the settings of each draft, and what the configuration excludes
    baseline  the file of findings to leave out, "" for the usual one; None for none
    since     the git revision before which findings are left out; None for none
    staged    whether the drafts are those of git's index

    Raises UsageError for a baseline that is broken, and where git cannot answer.
    """

    def __init__(
        self, registry: Registry, house: House, *, baseline: str | None, since: str | None, staged: bool
    ) -> None:
        self._registry = registry
        self._settings_for = house.settings
        self._file: str | None = None
        self._entries: list[Entry] = []
        self._judged: ComparedReport | None = None
        self._untouched = 0
        if baseline is not None:
            from copydesk.gate.baseline import FILE, read

            self._file = baseline or FILE
            self._entries = read(self._file)
        self._since: Since | None = None
        if since is not None or staged:
            from copydesk.gate.since import Since
            from copydesk.plugins.manifest import EARLIER

            self._since = Since(
                "HEAD" if since is None else since,
                staged=staged,
                excludes=house.excludes,
                settings_for=house.settings,
                reader_for=registry.reader_for,
                comparing=[name for name, one in registry.rules.items() if EARLIER in one.entry.needs],
            )

    @property
    def reads_git(self) -> bool:
        """Whether the drafts come out of git, and not from the work tree."""
        return self._since is not None and self._since.reads_git

    def drafts(self, inputs: list[Input], paths: Iterable[str]) -> list[Input]:
        """Return the drafts to check, of those that were found and those that only git has."""
        if self._since is None:
            return inputs
        return self._since.drafts(inputs, paths, self._registry.suffixes)

    def loaded(self, inputs: list[Input]) -> list[Input]:
        """Return the drafts with what git has of them: their bytes, and the versions before."""
        return self._since.loaded(inputs) if self._since else inputs

    def narrow(self, report: Report, inputs: Iterable[Input]) -> Report:
        """Return the report with what is to be seen.

        inputs  what was checked
        """
        if self._file is not None:
            from copydesk.gate.baseline import judge

            folder = os.path.dirname(os.path.abspath(self._file))
            self._judged = judge(report, self._entries, folder, self._registry, self._settings_for)
            report = replace(report, findings=tuple(self._judged.new))
        if self._since is not None:
            touched = self._since.touched(report, inputs)
            self._untouched = len(report.findings) - len(touched.findings)
            problems = sorted((*touched.problems, *self._since.problems), key=lambda problem: problem.order)
            report = replace(touched, problems=tuple(problems))
        return report

    def tell_left_out(self) -> None:
        """Say on standard error what the last report left out."""
        judged = self._judged
        if judged is not None:
            tell(f"{self._file} holds {count(len(judged.held), 'finding')}")
            if judged.refused:
                tell(f"{of_rules(judged.refused)} in it and reported all the same: no-stet")
            for entry in judged.unneeded[:LISTED]:
                tell(f"no longer needed: {entry.path}: {entry.rule}: {entry.words}")
            more = len(judged.unneeded) - LISTED
            if more > 0:
                tell(f"no longer needed: {more} more")
            if judged.unneeded:
                tell("`copydesk baseline --prune` with the same paths takes them out")
        if self._since is not None:
            tell(f"{count(self._untouched, 'finding')} on unchanged lines not reported")
