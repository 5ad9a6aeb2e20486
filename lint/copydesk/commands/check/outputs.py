"""Targets of the reports of a run: the screen, files, the step summary of a CI service."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING

import click
from msgspec import Struct
from msgspec.structs import replace

from copydesk.commands.shared.options import WIDTH, complete_formats, output_width, wants_color
from copydesk.commands.shared.output import write_out
from copydesk.wording import spelled

if TYPE_CHECKING:
    from copydesk.commands.check.steps import Check
    from copydesk.document import Document
    from copydesk.model.report import Problem, Report
    from copydesk.plugins.registry import Registry
    from copydesk.reporters import RenderOptions, Reporter, RuleNote
    from copydesk.run.inputs import Input

SCREEN = "-"
SCREENS = (SCREEN, "/dev/stdout")
AUTO = "auto"
SUFFIXES = {
    "": "text",
    ".htm": "html",
    ".log": "text",
    ".markdown": "markdown",
    ".md": "markdown",
    ".txt": "text",
}
"""The formats that the suffix of a file tells, where it is not the name of one."""
_MANY = ".xml"
"""The suffix of more than one format: `--format` says of which."""

LINES_AT_ONCE = 1_000
"""Lines or parts of a long report that are written together."""

format_option = click.option(
    "--format",
    "format_name",
    metavar="NAME",
    shell_complete=complete_formats,
    default=AUTO,
    show_default=True,
    help="The shape of the report on the screen. `auto` is `pretty` on a terminal, `github` in GitHub "
    "Actions, `text` elsewhere. The others: `json`, `html`, `markdown`, `sarif`, `gitlab`, `junit`, "
    "`checkstyle`, `rdjson`, and what plugins bring.",
)
output_option = click.option(
    "--output",
    "outputs",
    multiple=True,
    metavar="[FORMAT:]FILE",
    help="Write the report to this file, whole or not at all: `--output html:report.html` does so beside "
    "what the screen shows, `--output FILE` instead of it (repeatable).",
)


class Target(Struct, frozen=True):
    """A report that is to be written: in which format, and to which file (`-`: the screen)."""

    reporter: Reporter
    path: str


def find_targets(
    registry: Registry, format_name: str, outputs: Sequence[str], *, statistics: bool = False
) -> list[Target]:
    """Return the targets that `--format` and `--output` name.

    statistics  whether the screen shows the number of findings of each rule instead of a report

    Raises click's UsageError, or the registry's for a format that is not there, before anything is checked.
    """
    formats = registry.reporters
    found = find_destinations(formats, format_name, outputs)
    targets = []
    for name, path in found:
        if path == SCREEN and statistics:
            targets.append(Target(_statistics(name), SCREEN))
        else:
            targets.append(Target(formats[_screen() if name == AUTO else name], path))
    return targets


def find_destinations(
    formats: Collection[str], format_name: str, outputs: Sequence[str]
) -> list[tuple[str, str]]:
    """Return the formats that `--format` and `--output` name, each with its file, the screen first.

    The screen is left out where a file that is named without a format stands for it. AUTO stays AUTO.

    Raises UsageError for a format that is not there, and click's for what makes no sense.
    """
    format_name = spelled(format_name, (AUTO, *formats))
    screen = AUTO if format_name == AUTO else _known(format_name, formats)
    files, on_screen, instead = [], False, False
    for value in outputs:
        name, path = _asked(value, formats)
        if path not in SCREENS:
            files.append((_known(name or _format_of(path, screen, formats), formats), path))
            instead = instead or name is None
            continue
        on_screen = True
        if name is not None and screen not in (AUTO, name):
            raise click.UsageError(f"the screen shows one report: {screen} or {name}")
        screen = name or screen
    whole = [os.path.realpath(path) for _, path in files]
    for index, path in enumerate(whole):
        if path in whole[:index]:
            raise click.UsageError(f"two reports are to go to {path}: name a file for each")
    return files if instead and not on_screen else [(screen, SCREEN), *files]


def _statistics(screen: str) -> Reporter:
    from copydesk.reporters import Reporter
    from copydesk.reporters.statistics import as_json, as_text

    if screen not in (AUTO, "text", "json"):
        raise click.UsageError(f"--statistics shows text or JSON, --format asks for {screen}: choose")
    return Reporter("statistics", as_json if screen == "json" else as_text)


def _format_of(path: str, format_name: str, formats: Collection[str]) -> str:
    """Return the format of a file that is named without one: that of `--format`, or what its suffix tells.

    Raises click's UsageError for a suffix that tells none: whoever names `report.pdf` means a PDF.
    """
    suffix = os.path.splitext(path)[1].lower()
    name = SUFFIXES.get(suffix, suffix[1:])
    if format_name != AUTO and (name in formats or suffix == _MANY):
        return format_name
    if name not in formats:
        raise click.UsageError(
            f'--output {path}: the suffix "{suffix}" names no format: write one before the file, as in '
            f"`html:{path}` (the formats are {', '.join(formats)})"
        )
    return name


def refuse_drafts(paths: Iterable[str], inputs: Iterable[Input], option: str = "--output") -> None:
    """Raise click's UsageError where a report would be written over a draft that it is about.

    option  the one that names the paths
    """
    files = {os.path.realpath(path): path for path in paths if path != SCREEN}
    if not files:
        return
    for item in inputs:
        over = files.get(os.path.realpath(item.path))
        if over is not None:
            raise click.UsageError(
                f"{option} would write the report over the draft {over}: name another file"
            )


def write_reports(targets: Iterable[Target], report: Report, check: Check, color: str) -> list[Problem]:
    """Write every report; what could not be written is returned."""
    from copydesk.reporters import RenderOptions

    to_file = RenderOptions(
        color == "always",
        WIDTH,
        lambda: _rule_notes(check.registry),
        _documents(check.registry, [*check.inputs, *check.archive]),
        _ci_path(os.environ),
        check.fails,
        check.registry.note_in,
    )
    problems = []
    for target in targets:
        if target.path == SCREEN:
            options = replace(to_file, color=wants_color(color), width=output_width())
            is_github = target.reporter.name == "github"
            for part in _rendered(target.reporter, report, options):
                if not write_out(part, options.color, commands=is_github):
                    break
            if is_github:
                problems += _add_summary(os.environ.get("GITHUB_STEP_SUMMARY"), report, to_file)
        else:
            problems += write_report(target.path, _rendered(target.reporter, report, to_file))
    return problems


def _asked(value: str, formats: Collection[str]) -> tuple[str | None, str]:
    """Format and file of a value of `--output`; the format is None where only a file is named."""
    name, colon, path = value.partition(":")
    name = spelled(name, formats) if colon else name
    if not colon:
        if name in formats:
            raise click.UsageError(
                f"--output {name} names a format and no file: write `{name}:FILE` "
                f"(a file of that name is `./{name}`)"
            )
        return None, _named(value, value)
    if name in formats:
        return name, _named(path, value)
    if len(name) > 1 and name.replace("-", "").isalnum():  # one letter is a drive of Windows
        from copydesk.errors import UsageError
        from copydesk.wording import nearest

        raise UsageError(
            f'there is no format "{name}"{nearest(name, formats)} (the formats are {", ".join(formats)}; '
            f"a file of that name is `./{value}`)"
        )
    return None, value


def _named(path: str, value: str) -> str:
    if not path:
        raise click.UsageError(
            f'--output "{value}" names no file: write `--output report.html`, or `html:FILE`'
        )
    return path


def _known(name: str, formats: Collection[str]) -> str:
    """Return the name of a format. Raises: UsageError, where there is none of this name."""
    from copydesk.errors import UsageError
    from copydesk.wording import nearest

    if name not in formats:
        known = ", ".join(formats)
        raise UsageError(f'there is no format "{name}"{nearest(name, formats)} (the formats are {known})')
    return name


def _screen() -> str:
    """Return the format that `auto` stands for."""
    if sys.stdout.isatty():
        return "pretty"
    return "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text"


def _rule_notes(registry: Registry) -> Mapping[str, RuleNote]:
    from copydesk.engine.rule_notes import rule_notes

    return rule_notes(registry)


def _documents(registry: Registry, inputs: Sequence[Input]) -> Callable[[str], Document | None]:
    """Reads the draft at a path again."""
    by_path = {item.path: item for item in inputs}

    def document(path: str) -> Document | None:
        from copydesk.errors import CannotReadError
        from copydesk.run.inputs import read_input

        try:
            return read_input(by_path[path], registry.reader_for(path))
        except (KeyError, CannotReadError):
            return None

    return document


def _ci_path(environment: Mapping[str, str]) -> Callable[[str], str]:
    """Return how a CI service names a file: from the root of the repository, wherever copydesk runs in it."""
    root = environment.get("GITHUB_WORKSPACE") or environment.get("CI_PROJECT_DIR")
    top = None if root is None else os.path.abspath(root)

    def shown(path: str) -> str:
        if top is not None and "://" not in path:
            whole = os.path.abspath(path)
            if whole.startswith(top + os.sep):
                path = whole[len(top) + 1 :]
        return path.replace(os.sep, "/")

    return shown


def _add_summary(path: str | None, report: Report, options: RenderOptions) -> list[Problem]:
    """Add the report to the page of a run of GitHub Actions, which earlier steps may have written on."""
    if not path:
        return []
    from copydesk.errors import CannotWriteError
    from copydesk.files.writing import add_to_file
    from copydesk.model.report import Problem
    from copydesk.reporters.ci.github import summary

    try:
        add_to_file(path, summary(report, options).encode("utf-8", "replace"))
    except CannotWriteError as error:
        return [Problem(f"the step summary {error}", path)]
    return []


def _rendered(reporter: Reporter, report: Report, options: RenderOptions) -> Iterator[str]:
    """Yield the output of a reporter in parts."""
    if reporter.stream is None:
        yield reporter.render(report, options)
        return
    lines = reporter.stream(report, options)
    while part := "".join(islice(lines, LINES_AT_ONCE)):
        yield part


def write_rendered(destinations: Iterable[tuple[str, str]], render: Callable[[str], str]) -> list[Problem]:
    """Write what a command other than `check` reports; what could not be written is returned.

    destinations  formats, each with its file: see `find_destinations`
    render        returns the report in a format
    """
    problems: list[Problem] = []
    for name, path in destinations:
        if path == SCREEN:
            write_out(render(name))
        else:
            problems += write_report(path, render(name))
    return problems


def write_report(path: str, text: str | Iterable[str]) -> list[Problem]:
    """Write a report, or its parts one after the other, to a file: whole or not at all."""
    from copydesk.errors import CannotWriteError
    from copydesk.files.writing import write_file
    from copydesk.model.report import Problem

    parts = [text] if isinstance(text, str) else text
    try:
        write_file(path, (part.encode("utf-8", "replace") for part in parts))
    except CannotWriteError as error:
        return [Problem(f"the report {error}", path)]
    return []
