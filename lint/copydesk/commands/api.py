"""`copydesk.check`: the check of the command line, for programs."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from os import PathLike, fspath
from typing import Literal, TypeAlias

from copydesk.commands.check.steps import Check, CheckRequest, with_problems
from copydesk.config.resolver import CommandLine
from copydesk.config.settings import LEVELS, NEVER
from copydesk.errors import UsageError
from copydesk.model.report import Problem, Report
from copydesk.plugins.registry import load_registry
from copydesk.plugins.rule import Reach
from copydesk.run.inputs import Input
from copydesk.wording import nearest

Path: TypeAlias = str | PathLike[str]
Level: TypeAlias = Literal["info", "warning", "error"]


def check(
    drafts: Path | Iterable[Path] | Mapping[str, str | bytes],
    *,
    config: Path | None = None,
    isolated: bool = False,
    style: str | None = None,
    select: str | Iterable[str] = (),
    extend_select: str | Iterable[str] = (),
    ignore: str | Iterable[str] = (),
    exclude: str | Iterable[str] = (),
    show: Level | None = None,
    fail_on: Level | Literal["never"] | None = None,
    archive: Path | Iterable[Path] = (),
    date: datetime.date | str | None = None,
    allow_remote: str | Iterable[str] = (),
    baseline: Path | None = None,
    since: str | None = None,
    reader: str | None = None,
    force_exclude: bool = False,
    respect_gitignore: bool = True,
    follow_links: bool = False,
    plugins: bool = True,
    jobs: int | None = 1,
    cache: bool | None = False,
) -> Report:
    """Check drafts as `copydesk check` does, and return the report.

    Nothing is printed, nothing is written and the program goes on, whatever is found.

    drafts        what to check: a path or several (files, folders, patterns, addresses), or texts by name, as
                  in `{"story.md": text}`. The suffix of the name says how a text is read, its folder which
                  configuration holds
    config        one configuration file for all drafts; without it the nearest above each holds
    isolated      whether no configuration file is read
    style         a house style
    select        names of rules and families: only these run
    extend_select names of rules and families that run beside the others
    ignore        names of rules and families that do not run
    exclude       patterns of drafts in folders that are not checked, from the current folder
    show          the least severity of what the report lists
    fail_on       the least severity that makes `report.exit_code` 1
    archive       published drafts to compare with: files, folders, patterns
    date          the publication date of every draft; without it, that of its front matter or file name
    allow_remote  hosts that drafts may be sent to, where the configuration names a server of theirs
    baseline      a file of `copydesk baseline`: what it holds is left out
    since         a git revision: findings on older lines are left out
    reader        who reads the files that are named, whatever their suffixes: `plain`, `markdown` …
    force_exclude, respect_gitignore, follow_links
                  as the options of those names
    plugins       whether rules, readers and styles of other packages take part
    jobs          how many processes work at a time; None for as many as pay
    cache         whether earlier runs are asked and this one is kept; None for where a folder is named

    A draft that could not be checked is in `report.problems`, with the reason; the others are checked.

    Raises UsageError where nothing can be checked: no draft is named, a name stands for nothing, a baseline
    is broken; ConfigError, one of them, for a wrong configuration file that was named.
    """
    texts, problems = _encoded(drafts) if isinstance(drafts, Mapping) else ([], [])
    paths = [] if isinstance(drafts, Mapping) else _paths(drafts)
    if not (paths or texts or problems):
        raise UsageError(
            'name what to check: copydesk.check(["draft.md"]), or copydesk.check({"name.md": text})'
        )
    if jobs is not None and jobs < 1:
        raise UsageError(f"jobs={jobs}: at least one process must work (None takes as many as pay)")
    line = CommandLine(
        config=None if config is None else fspath(config),
        isolated=isolated,
        style=style,
        select=_names("select", select),
        extend_select=_names("extend_select", extend_select),
        ignore=_names("ignore", ignore),
        exclude=_several(exclude),
        show=_level("show", show, LEVELS),
        fail_on=_level("fail_on", fail_on, (*LEVELS, NEVER)),
        archive=_paths(archive),
        date=None if date is None else str(date),
        reach=Reach(frozenset(host.lower() for host in _several(allow_remote)), cache is not False),
    )
    request = CheckRequest(
        paths=paths,
        texts=texts,
        line=line,
        reader=reader,
        respect_gitignore=respect_gitignore,
        follow_links=follow_links,
        force_exclude=force_exclude,
        baseline=None if baseline is None else fspath(baseline),
        since=since,
        jobs=jobs,
        cache=cache,
    )
    one = Check(request, load_registry(plugins=plugins))
    one.choose()
    with one.open_workers():
        report = one.check()
    return one.finish(with_problems(report, [*problems, *one.problems]))


def _encoded(texts: Mapping[str, str | bytes]) -> tuple[list[Input], list[Problem]]:
    """Return the texts as they would stand in files; one that no file can hold is a problem."""
    inputs, problems = [], []
    for name, text in texts.items():
        try:
            inputs.append(Input(name, text if isinstance(text, bytes) else text.encode()))
        except UnicodeEncodeError as error:
            found = f"U+{ord(error.object[error.start]):04X} at offset {error.start}"
            problems.append(Problem(f"is not text: half a surrogate pair, {found}", name))
    return inputs, problems


def _paths(paths: Path | Iterable[Path]) -> list[str]:
    return [fspath(path) for path in ([paths] if isinstance(paths, str | PathLike) else paths)]


def _several(names: str | Iterable[str]) -> list[str]:
    return [names] if isinstance(names, str) else [*names]


def _names(argument: str, names: str | Iterable[str]) -> list[str]:
    """Return the names, which commas may separate, as on the command line."""
    given = _several(names)
    found = [name.strip() for one in given for name in one.split(",") if name.strip()]
    if given and not found:
        raise UsageError(f"{argument}: no rule or family is named")
    return found


def _level(argument: str, level: str | None, levels: Iterable[str]) -> str | None:
    known = [*levels]
    if level is not None and level not in known:
        there = ", ".join(known)
        raise UsageError(
            f'{argument}: there is no severity "{level}"{nearest(level, known)} (there are: {there})'
        )
    return level
