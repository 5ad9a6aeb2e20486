"""The steps of a check: choose, check, note, correct, finish."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from copydesk.commands.shared.workers import open_cache, open_workers
from copydesk.config.resolver import CommandLine
from copydesk.errors import UsageError
from copydesk.model.report import Findings
from copydesk.run.choice import choose, find_named, open_house
from copydesk.run.discovery import Discovered, find_archive
from copydesk.run.inputs import Input
from copydesk.run.runner import run

if TYPE_CHECKING:
    from copydesk.config.settings import Settings
    from copydesk.edits.rounds import CorrectionResult
    from copydesk.model.report import Diagnostic, DraftFindings, Problem, Report
    from copydesk.plugins.registry import Registry
    from copydesk.run.jobs import Progress
    from copydesk.work.cache import Cache
    from copydesk.work.workers import Workers


FEW = 8
"""Drafts that are compared with one another because each is named: whoever names more has a pile to check."""


class CheckRequest(Struct, frozen=True, kw_only=True):
    """The drafts to check, and how to check them.

    paths              files, folders, patterns and addresses
    texts              drafts that were read already: standard input, the buffer of an editor
    line               what is said beside the configuration files, and wins over them
    reader             the name of the reader of the files that are named; None for the one of each suffix
    respect_gitignore  whether folders and patterns leave out what `.gitignore` does
    follow_links       whether drafts are read that are links out of their repository
    force_exclude      whether the configuration excludes files even where they are named
    baseline           a file: its findings are left out
    since              a revision of git: findings on lines that are older are left out
    staged             whether the drafts of git's index are checked, not those of the work tree
    jobs               how many processes work at a time; None for as many as pay
    executor           the address of a cluster that works instead
    cache              whether earlier runs are asked; None for where a folder is named
    corrects           whether corrections are made; `unsafe_fixes`: the unsafe ones too
    comments           whether findings are written into Word documents, as comments
    in_place           whether what is written into a Word document goes into the draft itself, not a copy
    shadow_output      a file for the findings of rules in shadow, in the place of those that the
                       configurations name
    add_stet           a rule whose findings get a stet note in the draft, with `reason` as its reason
    """

    paths: Sequence[str] = ()
    texts: Sequence[Input] = ()
    line: CommandLine = CommandLine()
    reader: str | None = None
    respect_gitignore: bool = True
    follow_links: bool = False
    force_exclude: bool = False
    baseline: str | None = None
    since: str | None = None
    staged: bool = False
    jobs: int | None = None
    executor: str | None = None
    cache: bool | None = None
    corrects: bool = False
    unsafe_fixes: bool = False
    comments: bool = False
    in_place: bool = False
    shadow_output: str | None = None
    add_stet: str | None = None
    reason: str = ""


class Check:
    """The steps of one check. `choose` comes first; then, while workers are open, the others.

    house     what holds for each draft
    gate      what leaves out findings that were there before; None where nothing does
    found     what was named, once `choose` was called
    inputs    the drafts to check; after corrections, as they are then
    unset     the drafts that are not checked because their configuration is wrong
    archive   the drafts that they are compared with
    problems  what was named and cannot be checked

    Making one raises UsageError for a name that is none, a configuration or a baseline that is wrong.
    """

    def __init__(self, request: CheckRequest, registry: Registry) -> None:
        self.request = request
        self.registry = registry
        self.house = open_house(registry, replace(request.line, few=_are_few(request.paths)))
        self.found = Discovered([], [])
        self.inputs: list[Input] = []
        self.unset: list[Input] = []
        self.archive: list[Input] = []
        self.problems: list[Problem] = []
        self.all_excluded = False
        """Whether the configuration excludes every draft that was named."""
        self._workers: Workers | None = None
        self._cache: Cache | None = None
        if request.add_stet is not None:
            from copydesk.commands.check.add_stet import check_request

            check_request(registry, request.add_stet, request.reason)
        self.gate = None
        if request.baseline is not None or request.since is not None or request.staged:
            from copydesk.commands.check.gate import Gate

            self.gate = Gate(
                registry,
                self.house,
                baseline=request.baseline,
                since=request.since,
                staged=request.staged,
            )
            writes = request.corrects or request.comments or request.add_stet is not None
            if self.gate.reads_git and writes:
                raise UsageError(
                    "--fix, --comments and --add-stet change drafts, "
                    "--staged and REV..REV check what git has of them: choose"
                )

    def choose(self) -> None:
        """Find the drafts that are named, those that the configuration leaves, and their archive."""
        request = self.request
        found = self.found = find_named(
            self.registry,
            request.paths,
            request.texts,
            reader=request.reader,
            respect_gitignore=request.respect_gitignore,
            follow_links=request.follow_links,
        )
        candidates = found.inputs if self.gate is None else self.gate.drafts(found.inputs, request.paths)
        chosen = choose(
            candidates,
            self.house,
            found,
            force_exclude=request.force_exclude,
            follow_links=request.follow_links,
        )
        self.inputs = chosen.inputs if self.gate is None else self.gate.loaded(chosen.inputs)
        self.unset = chosen.unset
        shelves = find_archive(self.house.archive(item.path for item in self.inputs), self.registry.suffixes)
        self.archive = shelves.inputs
        self.problems = [*found.problems, *chosen.problems, *shelves.problems]
        self.all_excluded = bool(chosen.excluded) and not self.inputs and not chosen.problems
        if request.corrects or request.comments:
            from copydesk.commands.check.fixing import with_data

            self.inputs = with_data(self.inputs)

    @contextmanager
    def open_workers(self) -> Iterator[None]:
        """Open the workers and the cache for as long as drafts are checked."""
        request = self.request
        with (
            open_workers(request.jobs, request.executor, [*self.inputs, *self.archive]) as self._workers,
            open_cache(
                request.paths, wanted=True if self.archive and request.cache is None else request.cache
            ) as self._cache,
        ):
            yield

    def check(self, inputs: Sequence[Input] | None = None, progress: Progress | None = None) -> Report:
        """Check drafts, by default those that were chosen; of the findings, those that the gate lets pass."""
        inputs = self.inputs if inputs is None else inputs
        report = run(
            inputs, self.house.settings, self.registry, progress, self._workers, self._cache, self.archive
        )
        return report if self.gate is None else self.gate.narrow(report, [*inputs, *self.archive])

    def note(self, report: Report) -> Report:
        """Write the stet notes that are asked for into the drafts; returns what is reported after that."""
        request = self.request
        if request.add_stet is None:
            return report
        from copydesk.commands.check.add_stet import write_notes

        unwritten = write_notes(
            report, self.registry, self.inputs, request.add_stet, request.reason, self.house.settings
        )
        return with_problems(self.check(), unwritten)

    def correct(self, report: Report) -> CorrectionResult:
        """Correct the drafts in memory."""
        from copydesk.edits.rounds import correct_drafts

        unsafe = self.request.unsafe_fixes
        return correct_drafts(report, self.inputs, self.check, self.finish, self.registry, unsafe=unsafe)

    def comment(self, report: Report) -> Report:
        """Write the comments that are asked for into Word documents; returns the report with what failed."""
        request = self.request
        if not request.comments:
            return report
        from copydesk.commands.check.marking import write_comments

        piped = {text.path for text in request.texts}
        unwritten = write_comments(report, self.inputs, piped, self.registry, in_place=request.in_place)
        return with_problems(report, unwritten)

    def finish(self, report: Report) -> Report:
        """Return the report with the findings to show, and the number of those that fail the run."""
        shown: list[DraftFindings] = []
        seen = failing = 0
        for found in Findings.of(report.findings).drafts:
            settings = self.house.settings(found.path)
            if settings.shadow:
                found = found.without(settings.in_shadow)
            seen += len(found)
            failing += 0 if settings.fail_on is None else found.number(settings.fail_on)
            shown.append(found.at_least(settings.show))
        findings = Findings(shown)
        return replace(report, findings=findings, hidden=seen - len(findings), failing=failing)

    def fails(self, finding: Diagnostic) -> bool:
        """Whether a run fails for a finding."""
        return self._settings(finding).fails(finding)

    @property
    def keeps_shadow(self) -> bool:
        """Whether findings of rules in shadow are to be written to a file."""
        return self.request.shadow_output is not None or any(
            self.house.settings(item.path).shadow for item in self.inputs
        )

    def in_shadow(self, finding: Diagnostic) -> bool:
        """Whether a finding is one of a rule in shadow."""
        return self._settings(finding).in_shadow(finding.rule, finding.family)

    def _settings(self, finding: Diagnostic) -> Settings:
        return self.house.settings(finding.place.path)


def with_problems(report: Report, problems: Iterable[Problem]) -> Report:
    """Return the report with more problems, in the one order."""
    together = sorted((*report.problems, *problems), key=lambda problem: problem.order)
    return replace(report, problems=tuple(together))


def _are_few(paths: Sequence[str]) -> bool:
    """Whether two drafts or a few more are named, and no folder or pattern."""
    return 1 < len(paths) <= FEW and all(map(os.path.isfile, paths))
