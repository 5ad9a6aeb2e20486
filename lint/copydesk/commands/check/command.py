"""`copydesk check`: drafts in, findings out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click
from msgspec.structs import replace

from copydesk.commands.check.outputs import (
    SCREEN,
    find_targets,
    format_option,
    output_option,
    refuse_drafts,
    write_reports,
)
from copydesk.commands.shared.configured import (
    LEVELS,
    choose,
    configuration_options,
    follow_links_option,
    names,
    open_house,
)
from copydesk.commands.shared.options import (
    color_option,
    complete_paths,
    complete_rules,
    installed,
    no_plugins_option,
    read_stdin,
    stdin_filename_option,
    wants_color,
)
from copydesk.commands.shared.output import say, write_problems
from copydesk.commands.shared.reading import find_named, reading_options, tell_left_out
from copydesk.commands.shared.work import cache_option, open_cache, open_workers, workers_options

if TYPE_CHECKING:
    from copydesk.model.report import Problem, Report
    from copydesk.run.inputs import Input
    from copydesk.run.jobs import Progress, SettingsFor


@click.command()
@click.argument("paths", nargs=-1, metavar="PATHS...", shell_complete=complete_paths)
@format_option
@output_option
@click.option(
    "--select",
    multiple=True,
    metavar="NAMES",
    shell_complete=complete_rules,
    help="Run only these rules or families (comma-separated; repeatable).",
)
@click.option(
    "--ignore",
    multiple=True,
    metavar="NAMES",
    shell_complete=complete_rules,
    help="Do not run these rules or families (comma-separated; repeatable).",
)
@click.option(
    "--show",
    type=click.Choice(LEVELS),
    help="The least severity that is reported (default: info).",
)
@click.option(
    "--fail-on",
    type=click.Choice([*LEVELS, "never"]),
    help="The least severity that makes the exit code 1, shown or not (default: warning).",
)
@click.option(
    "--baseline",
    is_flag=False,
    flag_value="",
    metavar="[FILE]",
    help="Report only what this baseline does not hold (default: copydesk.baseline).",
)
@click.option(
    "--since",
    metavar="REV",
    help="Report only findings that touch lines changed since a git revision; or REV..REV, between two.",
)
@click.option(
    "--staged",
    is_flag=True,
    help="Check what is staged, and report only findings that touch lines changed since the last commit, or "
    "since --since.",
)
@click.option(
    "--fix", is_flag=True, help="Make the safe corrections in the drafts, then report what is left."
)
@click.option("--unsafe-fixes", is_flag=True, help="With --fix or --diff: the unsafe corrections too.")
@click.option(
    "--diff", is_flag=True, help="Show the corrections as a unified diff, and no report; write nothing."
)
@click.option(
    "--add-stet",
    metavar="RULE",
    help="Write a stet note for every finding of this rule into the drafts, then report what is left.",
)
@click.option("--reason", metavar="TEXT", help="The reason that the notes of --add-stet give.")
@click.option(
    "--force-exclude",
    is_flag=True,
    help="Leave out what the configuration excludes even where it is named here, as pre-commit names files.",
)
@workers_options
@cache_option
@click.option(
    "--archive",
    multiple=True,
    metavar="PATH",
    shell_complete=complete_paths,
    help="Compare with these published drafts too: a file, a folder or a pattern (repeatable). They are "
    "added to those of the configuration, and nothing is reported on them.",
)
@click.option(
    "--allow-remote",
    multiple=True,
    metavar="HOST",
    help="Let drafts be sent to this host, where a rule asks a server that the configuration names "
    "(repeatable). Without it they never leave this machine.",
)
@click.option(
    "--profile",
    is_flag=True,
    help="Say on standard error what reading, each analysis and each rule cost: in one process, uncached.",
)
@reading_options
@follow_links_option
@configuration_options
@no_plugins_option
@color_option
@stdin_filename_option
def command(
    paths: tuple[str, ...],
    format_name: str,
    outputs: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    show: str | None,
    fail_on: str | None,
    baseline: str | None,
    since: str | None,
    staged: bool,
    fix: bool,
    unsafe_fixes: bool,
    diff: bool,
    add_stet: str | None,
    reason: str | None,
    force_exclude: bool,
    jobs: str,
    executor: str | None,
    cache: bool | None,
    archive: tuple[str, ...],
    profile: bool,
    allow_remote: tuple[str, ...],
    config: str | None,
    isolated: bool,
    style: str | None,
    color: str,
    stdin_filename: str | None,
) -> None:
    """Report what a copy editor would mark.

    PATHS are drafts, folders of drafts, patterns such as "drafts/**/*.md", or - for standard input.

    Exit codes: 0 clean; 1 a finding at or above --fail-on; 2 something was not checked; 130 interrupted.
    """
    _refuse_contradictions(bool(paths or baseline), add_stet, reason, fix or diff, unsafe_fixes)
    from copydesk.config.resolver import CommandLine
    from copydesk.plugins.rule import Reach
    from copydesk.run.discovery import find_archive
    from copydesk.run.runner import jobs_of, rules_of, run
    from copydesk.work.progress import ProgressBar

    registry = installed()
    selected, ignored = names("--select", select), names("--ignore", ignore)
    reach = Reach(frozenset(host.lower() for host in allow_remote), cache is not False)
    line = CommandLine(config, isolated, style, selected, ignored, show, fail_on, archive, reach)
    house = open_house(registry, line)
    targets = find_targets(registry, format_name, outputs)
    if add_stet is not None:
        from copydesk.commands.check.add_stet import check_request, write_notes

        check_request(registry, add_stet, reason or "")
    narrowing = None
    if baseline is not None or since is not None or staged:
        from copydesk.commands.check.narrowing import Asked, Narrowing, baseline_of

        baseline, paths = baseline_of(baseline, paths, registry.suffixes)
        narrowing = Narrowing(Asked(baseline, since, staged), registry, house.settings, house.excludes)
        if narrowing.reads_git and (fix or add_stet is not None):
            raise click.UsageError(
                "--fix and --add-stet change drafts, --staged and REV..REV check what git has of them: choose"
            )
    found = find_named(registry, paths, read_stdin(paths, stdin_filename))
    candidates = found.inputs if narrowing is None else narrowing.drafts(found.inputs, paths)
    chosen = choose(candidates, house, found, force_exclude=force_exclude)
    inputs = chosen.inputs
    if narrowing is not None:
        inputs = narrowing.loaded(inputs)
    shelves = find_archive(house.archive(item.path for item in inputs), registry.suffixes)
    archived = shelves.inputs
    refuse_drafts(targets, [*inputs, *archived])

    def shown(report: Report) -> Report:
        return _shown(report, house.settings)

    piped = {item.path for item in candidates if item.data is not None}
    if fix or diff:
        from copydesk.commands.check.fixing import correct_drafts, show_diff, with_data, write_drafts

        inputs = with_data(inputs)
    with (
        open_workers(jobs, executor, [*inputs, *archived]) as workers,
        open_cache(paths, wanted=cache) as kept,
    ):

        def look(drafts: Sequence[Input], progress: Progress | None = None) -> Report:
            report = run(drafts, house.settings, registry, progress, workers, kept, archived)
            return report if narrowing is None else narrowing(report, [*drafts, *archived])

        with ProgressBar() as progress:
            report = look(inputs, progress)
        if add_stet is not None:
            unwritten = write_notes(report, registry, inputs, add_stet, reason or "", house.settings)
            report = _with_problems(look(inputs), unwritten)
        if fix or diff:
            outcome = correct_drafts(report, inputs, look, shown, registry, unsafe=unsafe_fixes)
            if diff:
                show_diff(outcome, color=wants_color(color))
            else:
                outcome = write_drafts(outcome, piped, look)
                report, inputs = outcome.report, outcome.inputs
            report = _with_problems(report, outcome.problems)
    report = _with_problems(report, [*found.problems, *chosen.problems, *shelves.problems])

    if diff:
        targets = [target for target in targets if target.path != SCREEN]
    everything = [*inputs, *archived]
    written = write_reports(targets, shown(report), registry, everything, house.settings, color)
    report = _with_problems(report, written)
    if narrowing is not None:
        narrowing.tell()
    write_problems(report.problems)
    tell_left_out(found, house)
    if chosen.excluded and not inputs and not chosen.problems:
        say("the configuration excludes every draft that was named")
    if profile:
        from copydesk.run.profile import measure, table

        costs = measure(jobs_of(inputs, rules_of(house.settings), registry))
        for row in table(costs):
            say(row, lead="")
    raise click.exceptions.Exit(_status(report, shown(report), house.settings, show))


def _refuse_contradictions(
    names_drafts: bool, add_stet: str | None, reason: str | None, corrects: bool, unsafe_fixes: bool
) -> None:
    """Raise UsageError for options that make no sense without another, or beside it."""
    if not names_drafts:
        raise click.UsageError(
            "name what to check: `copydesk check draft.md`, `copydesk check drafts/`, "
            "or `copydesk check -` for standard input"
        )
    if reason is not None and add_stet is None:
        raise click.UsageError("--reason goes with --add-stet: name the rule whose findings are to stand")
    if unsafe_fixes and not corrects:
        raise click.UsageError("--unsafe-fixes goes with --fix, or with --diff to see them first")
    if add_stet is not None and corrects:
        raise click.UsageError("--add-stet lets findings stand, --fix and --diff correct them: choose")


def _status(report: Report, shown: Report, settings_for: SettingsFor, show: str | None) -> int:
    """The exit code; where nothing that is shown explains it, standard error says what hides the reason."""
    status = exit_code(report, settings_for)
    if status == 1 and exit_code(shown, settings_for) == 0:
        who = "the configuration" if show is None else f"--show {show}"
        say(f"{who} hides the findings that this run fails for")
    return status


def exit_code(report: Report, settings_for: SettingsFor) -> int:
    """0: clean. 1: a finding at or above its draft's `fail_on`. 2: something was not checked."""
    if report.problems:
        return 2
    for finding in report.findings:
        fail_on = settings_for(finding.place.path).fail_on
        if fail_on is not None and finding.severity >= fail_on:
            return 1
    return 0


def _with_problems(report: Report, problems: list[Problem]) -> Report:
    together = sorted((*report.problems, *problems), key=lambda problem: problem.order)
    return replace(report, problems=tuple(together))


def _shown(report: Report, settings_for: SettingsFor) -> Report:
    """The report with the findings that are to be seen."""
    findings = tuple(
        finding for finding in report.findings if finding.severity >= settings_for(finding.place.path).show
    )
    return replace(report, findings=findings, hidden=len(report.findings) - len(findings))
