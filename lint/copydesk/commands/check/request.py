"""What a check is asked for."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from copydesk.config.resolver import CommandLine
from copydesk.run.inputs import Input


class CheckRequest(Struct, frozen=True, kw_only=True):
    """What is to be checked, and how.

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
    add_stet: str | None = None
    reason: str = ""
