"""`copydesk check`: drafts in, findings out."""

from __future__ import annotations

import os
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any, NoReturn

import click

from copydesk.commands.check.outputs import (
    SCREEN,
    find_targets,
    format_option,
    output_option,
    refuse_drafts,
    write_reports,
)
from copydesk.commands.shared.options import (
    LEVELS,
    checking_options,
    color_option,
    complete_paths,
    complete_rules,
    installed,
    quiet_option,
    read_stdin,
    rules_option,
    stdin_filename_option,
    wants_color,
)
from copydesk.commands.shared.output import (
    is_quiet,
    say,
    tell,
    tell_left_out,
    tell_lowered,
    tell_renamed,
    write_line,
    write_problems,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from copydesk.commands.check.outputs import Target
    from copydesk.commands.check.steps import Check, CheckRequest
    from copydesk.model.report import Report
    from copydesk.plugins.registry import Registry
    from copydesk.run.jobs import Progress


@click.command()
@click.argument("paths", nargs=-1, metavar="PATHS...", shell_complete=complete_paths)
@format_option
@output_option
@rules_option("--select", help="Run only these rules or families")
@rules_option("--extend-select", help="Run these rules or families too, beside those that run anyway")
@rules_option(
    "--ignore",
    "--extend-ignore",
    "ignore",
    help="Do not run these rules or families, nor those that the configuration ignores",
)
@click.option(
    "--exclude",
    multiple=True,
    metavar="PATTERN",
    help="Leave out the drafts of folders and patterns that match, beside those that the configuration "
    "excludes (repeatable). Patterns count from the current folder.",
)
@click.option(
    "--show",
    type=click.Choice(LEVELS, case_sensitive=False),
    help="The least severity that is reported (default: info).",
)
@click.option(
    "--fail-on",
    type=click.Choice([*LEVELS, "never"], case_sensitive=False),
    help="The least severity that makes the exit code 1, shown or not (default: warning).",
)
@click.option(
    "--exit-zero", is_flag=True, help="End with 0 whatever is found, as with --fail-on never; not with 2."
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
    shell_complete=complete_rules,
    help="Write a stet note for every finding of this rule into the drafts, then report what is left.",
)
@click.option("--reason", metavar="TEXT", help="The reason that the notes of --add-stet give.")
@click.option(
    "--comments",
    is_flag=True,
    help="Write the findings of Word documents into copies of them (draft.copydesk.docx), as comments at "
    "their words; those of an earlier run are replaced.",
)
@click.option(
    "--in-place",
    is_flag=True,
    help="With --comments or --fix: write into the Word documents themselves, not into copies.",
)
@click.option(
    "--shadow-output",
    metavar="FILE",
    help="Write the findings of rules in shadow to this file, and to none that the configuration names.",
)
@click.option(
    "--archive",
    multiple=True,
    metavar="PATH",
    shell_complete=complete_paths,
    help="Compare with these published drafts too: a file, a folder or a pattern (repeatable). They are "
    "added to those of the configuration, and nothing is reported on them.",
)
@click.option(
    "--date",
    metavar="DATE",
    help="The publication date of the drafts, such as 2031-03-02. Without it, that of their front matter or "
    "file names.",
)
@click.option(
    "--allow-remote",
    multiple=True,
    metavar="HOST",
    help="Let drafts be sent to this host, where a rule asks a server that the configuration names "
    "(repeatable). Without it they never leave this machine.",
)
@click.option(
    "--statistics",
    is_flag=True,
    help="Show how many findings each rule has, and not the findings; as JSON with --format json.",
)
@click.option(
    "--show-files", is_flag=True, help="Show which drafts would be checked, one a line, and check none."
)
@click.option(
    "--watch",
    is_flag=True,
    help="Check again whenever a draft or the configuration changes, until Ctrl-C (copydesk[watch] is told "
    "of changes at once).",
)
@click.option(
    "--profile",
    is_flag=True,
    help="Say on standard error what reading, each analysis and each rule cost: in one process, uncached.",
)
@checking_options
@color_option
@quiet_option
@stdin_filename_option
def command(**asked: Any) -> None:
    """Report what a copy editor would mark.

    PATHS are drafts, folders of drafts, patterns such as "drafts/**/*.md", or - for standard input.

    Exit codes: 0 clean; 1 a finding at or above --fail-on; 2 something was not checked; 130 interrupted.
    """
    _refuse_contradictions(asked)
    registry = installed()
    targets = find_targets(registry, asked["format_name"], asked["outputs"], statistics=asked["statistics"])
    if asked["watch"]:
        _watch(asked, registry, targets)
    raise click.exceptions.Exit(_run(asked, registry, targets))


def _run(
    asked: dict[str, Any],
    registry: Registry,
    targets: list[Target],
    on_choice: Callable[[Check], None] | None = None,
) -> int:
    """Check once, and report; returns the exit code.

    on_choice  told of the check once its drafts are chosen and none is read yet
    """
    from copydesk.commands.check.steps import Check, with_problems

    check = Check(_request(asked, registry), registry)
    check.choose()
    if on_choice is not None:
        on_choice(check)
    if asked["show_files"]:
        _show_files(check)
    drafts = [*check.inputs, *check.archive]
    refuse_drafts([target.path for target in targets], drafts)
    refuse_drafts([asked["shadow_output"] or SCREEN], drafts, "--shadow-output")
    with check.open_workers():
        with _progress(check) as progress:
            report = check.check(progress=progress)
        report = check.note(report)
        if asked["diff"]:
            report = _show_corrections(check, report, asked["color"])
            targets = [target for target in targets if target.path != SCREEN]
        elif asked["fix"]:
            report = _write_corrections(check, report)
    report = with_problems(report, check.problems)
    if check.keeps_shadow and not asked["diff"]:
        from copydesk.commands.check.shadow import write_shadow

        report = with_problems(report, write_shadow(check, report))
    report = check.comment(check.finish(report))
    report = with_problems(report, write_reports(targets, report, check, asked["color"]))
    _tell(check, report)
    if asked["profile"]:
        _tell_costs(check)
    return _status(check, report, asked["show"])


def _watch(asked: dict[str, Any], registry: Registry, targets: list[Target]) -> NoReturn:
    """Check again whenever something changes, until somebody interrupts."""
    from copydesk.commands.check.watch import watch
    from copydesk.errors import UsageError

    def once(on_choice: Callable[[Check], None]) -> None:
        try:
            _run(asked, registry, targets, on_choice)
        except UsageError as error:
            say(str(error))

    watch(once)


def _progress(check: Check) -> AbstractContextManager[Progress | None]:
    """Return the progress bar of a check; none for one draft, or with --quiet."""
    if is_quiet() or len(check.inputs) == 1:
        return nullcontext()
    from copydesk.work.progress import ProgressBar

    return ProgressBar()


def _refuse_contradictions(asked: dict[str, Any]) -> None:
    """Raise UsageError for options that make no sense without another, or beside it."""
    corrects = asked["fix"] or asked["diff"]
    if not asked["paths"] and not asked["baseline"]:
        raise click.UsageError(
            "name what to check: `copydesk check draft.md`, `copydesk check drafts/`, "
            "or `copydesk check -` for standard input"
        )
    if asked["reason"] is not None and asked["add_stet"] is None:
        raise click.UsageError("--reason goes with --add-stet: name the rule whose findings are to stand")
    if asked["unsafe_fixes"] and not corrects:
        raise click.UsageError("--unsafe-fixes goes with --fix, or with --diff to see them first")
    if asked["exit_zero"] and asked["fail_on"] not in (None, "never"):
        raise click.UsageError("--exit-zero lets no finding fail, --fail-on says which do: choose")
    if asked["show_files"] and (corrects or asked["comments"] or asked["add_stet"] is not None):
        raise click.UsageError(
            "--show-files checks no draft, --fix, --diff, --comments and --add-stet do: choose"
        )
    if asked["watch"] and (
        corrects or asked["comments"] or asked["add_stet"] is not None or asked["show_files"]
    ):
        raise click.UsageError(
            "--watch only looks, --fix, --diff, --comments, --add-stet and --show-files do not: choose"
        )
    if asked["watch"] and "-" in asked["paths"]:
        raise click.UsageError("--watch waits for a file to change: name files or folders, not `-`")
    if asked["comments"] and (asked["diff"] or asked["add_stet"] is not None):
        raise click.UsageError("--comments writes what is found, --diff and --add-stet do not: choose")
    if asked["in_place"] and not (asked["comments"] or asked["fix"]):
        raise click.UsageError("--in-place goes with --comments or --fix: it says where they write")
    if asked["add_stet"] is not None and corrects:
        raise click.UsageError("--add-stet lets findings stand, --fix and --diff correct them: choose")


def _request(asked: dict[str, Any], registry: Registry) -> CheckRequest:
    """Build the request from the options; reads standard input."""
    from copydesk.commands.check.steps import CheckRequest
    from copydesk.config.resolver import CommandLine
    from copydesk.plugins.rule import Reach

    baseline, paths = asked["baseline"], asked["paths"]
    if baseline:
        from copydesk.commands.check.gate import baseline_of

        baseline, paths = baseline_of(baseline, paths, registry.suffixes)
    piped = read_stdin(paths, asked["stdin_filename"])
    hosts = frozenset(host.lower() for host in asked["allow_remote"])
    if asked["exit_zero"]:
        asked["fail_on"] = "never"
    selection = ("select", "extend_select", "ignore", "exclude")
    configuration = ("config", "isolated", "style", *selection, "show", "fail_on", "archive", "date")
    as_named = (
        "comments",
        "in_place",
        "shadow_output",
        "reader",
        "respect_gitignore",
        "follow_links",
        "force_exclude",
        "since",
        "staged",
        "jobs",
    )
    return CheckRequest(
        paths=paths,
        texts=() if piped is None else (piped,),
        line=CommandLine(
            **{name: asked[name] for name in configuration}, reach=Reach(hosts, asked["cache"] is not False)
        ),
        baseline=baseline,
        corrects=asked["fix"] or asked["diff"],
        reason=asked["reason"] or "",
        **{name: asked[name] for name in (*as_named, "executor", "cache", "unsafe_fixes", "add_stet")},
    )


def _show_files(check: Check) -> NoReturn:
    """Write the paths of the drafts that would be checked, and leave: with 2 where something would not be."""
    from copydesk.model.report import Problem

    problems = list(check.problems)
    for item in check.inputs:
        if item.data is not None or "://" in item.path or os.path.exists(item.path):
            write_line(item.path)
        else:
            problems.append(Problem("there is no such file or folder", item.path))
    write_problems(sorted(problems, key=lambda problem: problem.order))
    tell_left_out(check.found, check.house)
    raise click.exceptions.Exit(2 if problems else 0)


def _show_corrections(check: Check, report: Report, color: str) -> Report:
    """Write what `--fix` would change as a diff; the report stays, with what cannot be corrected."""
    from copydesk.commands.check.fixing import show_diff
    from copydesk.commands.check.steps import with_problems

    outcome = check.correct(report)
    show_diff(outcome, check.registry, color=wants_color(color), unsafe=check.request.unsafe_fixes)
    return with_problems(report, outcome.problems)


def _write_corrections(check: Check, report: Report) -> Report:
    """Correct the drafts; returns what is reported of them after that."""
    from copydesk.commands.check.fixing import write_drafts
    from copydesk.commands.check.steps import with_problems

    piped = {text.path for text in check.request.texts}
    outcome = write_drafts(
        check.correct(report), piped, check.check, check.registry, in_place=check.request.in_place
    )
    check.inputs = outcome.inputs
    return with_problems(outcome.report, outcome.problems)


def _tell(check: Check, report: Report) -> None:
    """Say on standard error what was not checked, and what was left out."""
    if check.gate is not None:
        check.gate.tell_left_out()
    write_problems(report.problems)
    tell_left_out(check.found, check.house)
    tell_renamed(check.registry)
    tell_lowered(map(check.house.settings, (item.path for item in check.inputs)))
    for path, advice in check.house.unread(item.path for item in check.inputs):
        tell(f"{path} {advice}")
    if check.all_excluded:
        tell("every draft that was named is excluded")


def _tell_costs(check: Check) -> None:
    from copydesk.run.profile import measure, table
    from copydesk.run.runner import jobs_of, rules_of

    costs = measure(jobs_of(check.inputs, rules_of(check.house.settings), check.registry))
    for row in table(costs):
        say(row, lead="")


def _status(check: Check, report: Report, show: str | None) -> int:
    """Return the exit code, and say on standard error what hides the reason for it."""
    if report.exit_code == 1 and not any(map(check.fails, report.findings)):
        who = "the configuration" if show is None else f"--show {show}"
        say(f"{who} hides the findings that this run fails for")
    return report.exit_code
