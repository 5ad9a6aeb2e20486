"""Choice of the drafts of a run: those that are named, less those that the configuration excludes."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from msgspec import Struct

from copydesk.errors import ConfigError, UsageError
from copydesk.files.links import LEADS_OUT, leads_out
from copydesk.files.names import is_set_aside
from copydesk.model.report import Problem
from copydesk.run.discovery import Discovered, find_drafts
from copydesk.run.inputs import Input

if TYPE_CHECKING:
    from copydesk.config.resolver import CommandLine, House
    from copydesk.plugins.registry import Registry


class Chosen(Struct, frozen=True):
    """The drafts that are to be checked, and what is wrong with the configuration of others.

    excluded  how many the configuration leaves out
    unset     drafts that are not checked because their configuration is wrong
    """

    inputs: list[Input]
    problems: list[Problem]
    excluded: int
    unset: list[Input]


def open_house(registry: Registry, line: CommandLine) -> House:
    """Return the configuration of a run; raises UsageError for a name that is none, and for a wrong file."""
    from copydesk.config.resolver import House
    from copydesk.engine.checking import ENGINE_FAMILY, ENGINE_FINDINGS

    if line.isolated and line.config is not None:
        raise UsageError("--isolated reads no configuration file, --config names one: choose")
    return House(registry, line, {name: found[0] for name, found in ENGINE_FINDINGS.items()}, ENGINE_FAMILY)


def find_named(
    registry: Registry,
    paths: Iterable[str],
    texts: Iterable[Input] = (),
    *,
    reader: str | None = None,
    respect_gitignore: bool = True,
    follow_links: bool = False,
) -> Discovered:
    """Find the drafts that are named: see `find_drafts`.

    reader  who reads the files that are named themselves, whatever their suffixes

    Raises UsageError for a reader that there is none of, and for one that has nothing to read.
    """
    found = find_drafts(
        paths, registry.suffixes, texts, gitignore=respect_gitignore, follow_links=follow_links
    )
    if reader is not None:
        named = found.named
        registry.read_as(reader, named)
        if not named:
            raise UsageError(
                "--as says how files are read that are named: name them, or a pattern that they match "
                "(those of a folder go by their suffixes)"
            )
    return found


def choose(
    inputs: Iterable[Input],
    house: House,
    found: Discovered,
    *,
    force_exclude: bool = False,
    follow_links: bool = False,
) -> Chosen:
    """Return the drafts that are to be checked.

    A draft whose configuration is wrong is not: each such fault is a problem, in one line. So is a folder or
    a pattern of which nothing is left.

    inputs         of what was found
    found          what is named: a file that is named itself is not excluded
    force_exclude  but with this it is
    follow_links   whether links out of their repository are read
    """
    named = set() if force_exclude else {os.path.realpath(path) for path in found.files}
    chosen: list[Input] = []
    excluded: set[str] = set()
    faults: dict[str, list[Input]] = {}
    problems: list[Problem] = []
    links: dict[str, bool] | None = None if follow_links else {}
    for item in inputs:
        if item.data is None and links is not None and leads_out(item.path, links):
            problems.append(Problem(LEADS_OUT, item.path))
            continue
        try:
            if house.excludes(item.path) or is_set_aside(item.path):
                by_name = item.data is not None or os.path.realpath(item.path) in named
                if force_exclude or not by_name:
                    excluded.add(item.path)
                    continue
            house.settings(item.path)
        except ConfigError as error:
            faults.setdefault(str(error), []).append(item)
        else:
            chosen.append(item)
    problems += [Problem(f"{fault}; {_count(drafts)} not checked") for fault, drafts in faults.items()]
    if excluded:
        problems += _emptied(found.searches, chosen, excluded)
    return Chosen(chosen, problems, len(excluded), [*chain.from_iterable(faults.values())])


def _emptied(
    searches: Mapping[str, Sequence[str]], chosen: Iterable[Input], excluded: Iterable[str]
) -> Iterator[Problem]:
    """Yield a problem for each folder and pattern of whose drafts the configuration leaves none."""
    paths = [item.path for item in chosen]
    doubtful = [(path, files) for path, files in searches.items() if files and set(files).isdisjoint(paths)]
    if not doubtful:
        return
    kept, gone = set(map(os.path.realpath, paths)), set(map(os.path.realpath, excluded))
    for path, files in doubtful:
        held = set(map(os.path.realpath, files))
        top = os.path.join(os.path.realpath(path), "")
        if held & gone and not held & kept and not any(file.startswith(top) for file in kept):
            count = len(held & gone)
            drafts = "the draft is" if count == 1 else f"all {count:,} drafts are"
            yield Problem(f"nothing is left here: {drafts} excluded", path)


def _count(drafts: list[Input]) -> str:
    return f"{drafts[0].path} was" if len(drafts) == 1 else f"{len(drafts)} drafts were"
