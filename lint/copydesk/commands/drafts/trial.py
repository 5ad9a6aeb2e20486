"""`copydesk trial`: what rules would have said of an archive, before they say it of a draft."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import click
from msgspec.structs import replace

from copydesk.commands.check.outputs import (
    AUTO,
    find_destinations,
    output_option,
    refuse_drafts,
    write_rendered,
)
from copydesk.commands.shared.options import (
    LEVELS,
    cache_option,
    complete_paths,
    configuration_options,
    follow_links_option,
    installed,
    no_plugins_option,
    quiet_option,
    reading_options,
    rules_option,
    workers_options,
)
from copydesk.commands.shared.output import (
    tell,
    tell_left_out,
    tell_lowered,
    tell_renamed,
    write_problems,
)
from copydesk.commands.shared.workers import open_cache, open_workers

if TYPE_CHECKING:
    from copydesk.config.resolver import CommandLine, House
    from copydesk.document import Document
    from copydesk.model.report import Diagnostic, Problem, Report
    from copydesk.plugins.registry import Registry
    from copydesk.run.inputs import Input
    from copydesk.run.jobs import Progress
    from copydesk.views.trial.figures import Change, Period, Side, Trial
    from copydesk.views.trial.saved import SavedReport
    from copydesk.work.cache import Cache
    from copydesk.work.workers import Workers

FORMATS = ("text", "json", "html")


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="ARCHIVE...", shell_complete=complete_paths)
@rules_option("--rule", "rules", help="Try these rules or families, also those that are off or ignored")
@click.option(
    "--terms",
    multiple=True,
    metavar="FILE",
    help="Try the words of this terms file, beside those of the configuration (repeatable).",
)
@click.option(
    "--days",
    type=click.IntRange(1),
    metavar="N",
    help="Try only the stories of the last N days: those up to the day of the newest one, and none that is "
    "dated after today.",
)
@click.option(
    "--against",
    metavar="FILE",
    help="Tell what is added and dropped, compared with another configuration, or with the JSON report of an "
    "earlier `check` or `trial`: of another version, too.",
)
@click.option(
    "--fail-on",
    type=click.Choice([*LEVELS, "never"], case_sensitive=False),
    help="The least severity that would have stopped a story (default: that of the configuration).",
)
@click.option(
    "--read",
    "number",
    type=click.IntRange(0),
    metavar="N",
    default=10,
    show_default=True,
    help="How many findings are shown to be read. The same archive shows the same ones.",
)
@click.option(
    "--exclude",
    multiple=True,
    metavar="PATTERN",
    help="Leave out the stories that match (repeatable). Patterns count from the current folder.",
)
@click.option(
    "--format",
    "format_name",
    type=click.Choice(FORMATS, case_sensitive=False),
    help="`json` has every finding; `html` is a page (default: text, and for a file what its suffix tells).",
)
@output_option
@configuration_options
@follow_links_option
@reading_options
@cache_option
@workers_options
@no_plugins_option
@quiet_option
def command(**asked: Any) -> None:
    """Tell what rules would have said of published stories.

    ARCHIVE are the files, folders and patterns of the stories, also of folders that the configuration
    excludes. The configuration of the current folder holds for all of them, or that of --config; whatever
    stands beside a story does not.

    Without --rule: what the words of --terms say, or what --style has to say, or all that the configuration
    runs.

    Exit codes: 0 tried, whatever was found; 2 something was not.
    """
    registry = installed()
    destinations = find_destinations(FORMATS, asked["format_name"] or AUTO, asked["outputs"])
    trial = _Trial(asked, registry)
    trial.choose()
    refuse_drafts([path for _, path in destinations], trial.inputs)
    problems = trial.problems
    if trial.inputs:
        result = trial.result()
        problems = [*result.problems]
        if result.stories:
            problems += write_rendered(destinations, lambda name: _render(name, result))
    write_problems(sorted(problems, key=lambda problem: problem.order))
    tell_left_out(trial.found)
    tell_renamed(registry)
    raise click.exceptions.Exit(2 if problems else 0)


class _Trial:
    """One trial, as the command line asks for it.

    found     what is named, once `choose` was called
    inputs    the stories to try
    problems  what was named and cannot be tried

    Making one raises UsageError for a name that is none, and for a file that is wrong.
    """

    def __init__(self, asked: dict[str, Any], registry: Registry) -> None:
        from copydesk.run.choice import open_house
        from copydesk.run.discovery import Discovered

        self._asked = asked
        self._registry = registry
        self._tried = _tried(asked, registry)
        self._house = open_house(registry, self._line(asked["config"], tried=True))
        self._other = None
        self._saved = None
        against = asked["against"]
        if against is not None and os.path.splitext(against)[1].lower() == ".json":
            from copydesk.views.trial.saved import read_report

            self._saved = read_report(against, registry)
        elif against is not None:
            self._other = open_house(registry, self._line(against, tried=False))
        self.found = Discovered([], [])
        self.inputs: list[Input] = []
        self.problems: list[Problem] = []

    def _line(self, config: str | None, *, tried: bool) -> CommandLine:
        """Return what is said beside a configuration.

        tried  whether the configuration is the one that is tried, with the style and words on trial
        """
        from copydesk.config.resolver import CommandLine
        from copydesk.plugins.rule import Reach

        asked = self._asked
        return CommandLine(
            config=config,
            isolated=asked["isolated"] and tried,
            style=asked["style"] if tried else None,
            terms=asked["terms"] if tried else (),
            select=self._tried,
            exclude=asked["exclude"],
            fail_on=asked["fail_on"],
            reach=Reach(frozenset(), asked["cache"] is not False),
            trial=True,
        )

    def choose(self) -> None:
        """Find the stories. Raises UsageError for a wrong configuration: it holds for all of them."""
        from copydesk.errors import UsageError
        from copydesk.run.choice import choose, find_named

        asked = self._asked
        self.found = find_named(
            self._registry,
            asked["paths"],
            reader=asked["reader"],
            respect_gitignore=asked["respect_gitignore"],
            follow_links=asked["follow_links"],
        )
        for house in filter(None, (self._house, self._other)):
            for item in self.found.inputs[:1]:
                house.settings(item.path)
        chosen = choose(self.found.inputs, self._house, self.found, follow_links=asked["follow_links"])
        self.inputs = chosen.inputs
        self.problems = [*self.found.problems, *chosen.problems]
        if self._tried and self.inputs:
            self._tell_lacking(self.inputs[0].path)
        if self._saved is not None:
            known = {os.path.abspath(path) for path in self._saved.drafts}
            if known.isdisjoint(os.path.abspath(item.path) for item in self.inputs):
                raise UsageError(
                    f"{asked['against']} is about none of these stories: make it in this folder, of the same "
                    "archive"
                )

    def _tell_lacking(self, path: str) -> None:
        """Say which of the rules on trial have nothing to go by; raises UsageError where none has."""
        from copydesk.errors import UsageError
        from copydesk.plugins.manifest import EARLIER, NAMES

        archive = self._house.archive([path])
        lacking = {}
        rules = self._house.settings(path).rules
        for active in rules:
            entry = active.registered.entry
            needs = [need for need in entry.lacks(active.setting) if need != NAMES or not archive]
            needs += [need for need in entry.needs if need == EARLIER]
            if needs:
                lacking[active.name] = needs[0]
        if not lacking:
            return
        told = _needs(lacking)
        if len(lacking) == len(rules):
            raise UsageError(f"nothing can be tried: {told}")
        if self._asked["rules"]:
            tell(f"{len(lacking)} of {len(rules)} rules have nothing to go by: {told}")

    def result(self) -> Trial:
        """Check the stories, and count."""
        from copydesk.views.trial.figures import Trial, by_rule, compare, draw, side_of
        from copydesk.work.progress import ProgressBar

        asked = self._asked
        named = {item.path for item in self.inputs}
        with (
            open_workers(asked["jobs"], asked["executor"], self.inputs) as workers,
            open_cache(asked["paths"], wanted=asked["cache"]) as cache,
            ProgressBar() as progress,
        ):
            period = (
                None if asked["days"] is None else self._keep_last(asked["days"], workers, cache, progress)
            )
            report = self._check(self._house, workers, cache, progress)
            other = None if self._other is None else self._check(self._other, workers, cache, progress)
        tell_lowered(self._house.settings(item.path) for item in self.inputs)
        fails = self._fails(self._house)
        side = side_of(self._name(), self._counted(report, self._house), fails)
        paths = [draft.path for draft in report.drafts]
        change = None
        problems = [*self.problems, *report.problems]
        if self._other is not None and other is not None:
            against = side_of(asked["against"], self._counted(other, self._other), self._fails(self._other))
            change = compare(side, against, paths, paths, asked["number"])
            problems += other.problems
        elif self._saved is not None:
            change = self._against_saved(self._saved, side, report, fails)
        return Trial(
            side,
            report.drafts,
            by_rule(side, fails),
            draw(side.findings, asked["number"]),
            report.plugins,
            self._broken(problems, paths),
            len(named.intersection(problem.path for problem in problems if problem.rule is None)),
            period,
            change,
            tuple(dict.fromkeys(problems)),
        )

    def _broken(self, problems: Iterable[Problem], paths: list[str]) -> dict[str, set[str]]:
        """Return by the name of each rule that could not judge some stories which of the paths these are.

        One that compares stories is at fault for all of them.
        """
        broken: dict[str, set[str]] = {}
        for problem in problems:
            if problem.rule is not None:
                across = self._registry.rules[problem.rule].entry.across
                whose = paths if problem.path is None or across else [problem.path]
                broken.setdefault(problem.rule, set()).update(whose)
        return dict(sorted(broken.items()))

    def _keep_last(
        self, days: int, workers: Workers | None, cache: Cache | None, progress: Progress
    ) -> Period | None:
        """Leave out the stories before the last days of the archive, and those without a date."""
        from copydesk.errors import UsageError
        from copydesk.run.questions import Drafts
        from copydesk.views.trial.figures import Period

        dated = [replace(item, dating=self._house.settings(item.path).dating) for item in self.inputs]
        drafts = Drafts(dated, self._registry, workers, progress, cache=cache)
        published = {path: date.fromisoformat(day) for path, day in drafts.ask(_published) if day}
        self.problems += drafts.unread.values()
        undated = drafts.read - len(published)
        if not published:
            raise UsageError("no story has a publication date, so --days leaves none: try all of them")
        today = datetime.now().astimezone().date()
        past = [day for day in published.values() if day <= today]
        if not past:
            raise UsageError("every story is dated after today, so --days leaves none: try all of them")
        last = max(past)
        first = date.fromordinal(max(min(past).toordinal(), last.toordinal() - days + 1))
        self.inputs = [
            item for item in self.inputs if item.path in published and first <= published[item.path] <= last
        ]
        older = sum(day < first for day in past)
        return Period(first, last, undated, older, len(published) - len(past))

    def _check(
        self, house: House, workers: Workers | None, cache: Cache | None, progress: Progress
    ) -> Report:
        from copydesk.run.discovery import find_archive
        from copydesk.run.runner import run

        shelves = find_archive(house.archive(item.path for item in self.inputs), self._registry.suffixes)
        self.problems += shelves.problems
        return run(self.inputs, house.settings, self._registry, progress, workers, cache, shelves.inputs)

    def _counted(self, report: Report, house: House) -> Iterable[Diagnostic]:
        """Return the findings of the rules on trial; without any, those that an editor would be shown."""
        if self._tried:
            return self._of_rules(report.findings)
        return (one for one in self._of_rules(report.findings) if house.settings(one.place.path).shows(one))

    def _of_rules(self, findings: Iterable[Diagnostic]) -> Iterable[Diagnostic]:
        """Return the findings of the rules on trial; without any, all. That a rule broke is none."""
        from copydesk.engine.checking import INTERNAL_ERROR

        return (
            one
            for one in findings
            if (one.rule in self._tried if self._tried else one.rule != INTERNAL_ERROR)
        )

    def _fails(self, house: House) -> Callable[[Diagnostic], bool]:
        def fails(finding: Diagnostic) -> bool:
            fail_on = house.settings(finding.place.path).fail_on
            return fail_on is not None and finding.severity >= fail_on

        return fails

    def _name(self) -> str:
        """Return what people call what is tried."""
        from copydesk.files.links import shown
        from copydesk.version import __version__

        asked = self._asked
        style = (f"the style {asked['style']}",) if asked["style"] else ()
        words_and_style = " and ".join((*asked["terms"], *style))
        if asked["rules"]:
            rules = " and ".join(asked["rules"])
            return f"{rules} with {words_and_style}" if words_and_style else rules
        if words_and_style:
            return words_and_style
        if self._saved is not None and self._saved.tool != __version__:
            return f"copydesk {__version__}"
        found = self._house.file(self.inputs[0].path)
        return "copydesk without a configuration" if found is None else shown(found.path)

    def _against_saved(
        self, saved: SavedReport, side: Side, report: Report, fails: Callable[[Diagnostic], bool]
    ) -> Change:
        """Compare with a saved report, as far as it is about these stories and the rules on trial."""
        from copydesk.views.trial.figures import compare, side_of

        paths = [draft.path for draft in report.drafts]
        known = {*map(os.path.abspath, paths)}
        about = [one for one in self._of_rules(saved.findings) if os.path.abspath(one.place.path) in known]
        against = side_of(f"copydesk {saved.tool} ({self._asked['against']})", about, fails)
        change = compare(side, against, paths, saved.drafts, self._asked["number"])
        stories = {os.path.abspath(item.path): item for item in self.inputs}
        read = (
            self._in_context(one, stories[os.path.abspath(one.place.path)]) for one in change.read_dropped
        )
        return replace(change, read_dropped=tuple(read))

    def _in_context(self, finding: Diagnostic, item: Input) -> Diagnostic:
        """Return a finding of a saved report with its line, where the story still has one."""
        from copydesk.engine.checking import context_of
        from copydesk.errors import CannotReadError
        from copydesk.run.inputs import read_input

        try:
            document = read_input(item, self._registry.reader_for(item.path))
            context, offset = context_of(document, finding.place)
        except (CannotReadError, IndexError):
            return finding
        return replace(finding, context=context, offset=offset)


def _tried(asked: dict[str, Any], registry: Registry) -> tuple[str, ...]:
    """Return the rules on trial by name; none for all that run. Their own names weigh more than any `ignore`.

    Raises UsageError for a name that is none.
    """
    from copydesk.house.style import HOUSE_TABLES
    from copydesk.plugins.manifest import STYLE, TERMS
    from copydesk.plugins.selection import ALL, check_name

    if asked["rules"]:
        found: list[str] = []
        by_default = [name for name, one in registry.rules.items() if not one.entry.opt_in]
        for name in map(registry.current, asked["rules"]):
            check_name(name, registry)
            found += by_default if name == ALL else registry.families.get(name, (name,))
        return tuple(dict.fromkeys(found))
    wanted = {*((TERMS,) if asked["terms"] else ())}
    if asked["style"]:
        wanted |= {TERMS, STYLE, *HOUSE_TABLES}
    return tuple(
        name
        for name, registered in registry.rules.items()
        if any(need.partition(".")[0] in wanted for need in registered.entry.needs)
    )


def _published(document: Document) -> tuple[str, str]:
    """Return the path of a story, and its publication date; empty where it has none."""
    published = document.published
    return document.source.path, "" if published is None else published.day.isoformat()


def _needs(lacking: dict[str, str]) -> str:
    """Return what rules have not that they need, in words; many that need the same are counted."""
    by_need: dict[str, list[str]] = {}
    for rule, need in lacking.items():
        by_need.setdefault(_need(need), []).append(rule)
    return "; ".join(
        f"{rules[0]} needs {need}" if len(rules) == 1 else f"{len(rules)} rules need {need}"
        for need, rules in by_need.items()
    )


def _need(name: str) -> str:
    """Return what a rule needs of a house, in words."""
    from copydesk.plugins.manifest import EARLIER, NAMES, TERMS

    said = {
        TERMS: "words of the house (--terms FILE)",
        NAMES: "a names file or an archive",
        EARLIER: "an earlier version of the story, which an archive has not",
    }
    return said.get(name, "a house style that says what is right (--style NAME)")


def _render(name: str, trial: Trial) -> str:
    if name == "json":
        from copydesk.reporters.json import dumps
        from copydesk.views.trial.text import describe

        return f"{dumps(describe(trial), indent=2)}\n"
    if name == "html":
        from copydesk.views.trial.html import html

        return html(trial)
    from copydesk.views.trial.text import text

    return text(trial)
