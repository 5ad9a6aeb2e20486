"""`copydesk-hook`: `copydesk check` as pre-commit runs it, `copydesk-hook OPTIONS... NAMES...`.

pre-commit writes the names of files behind the options that the hook and its user give, with nothing between
them. A file named `--config=x.md` would be an option, chosen by whoever sent the drafts.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from copydesk.commands.cli import main as run


def main() -> None:
    """Check the files that pre-commit names, and exit: the console entry point."""
    options, names = separate(sys.argv[1:])
    doubtful = [name for name in names if name.startswith("-") and not _is_draft(name)]
    if doubtful:
        from copydesk.commands.shared.output import say

        say(f"{doubtful[0]}: could be an option of the hook, and is a file: rename it")
        sys.exit(2)
    run(["check", *options, *(["--", *names] if names else ())])


def separate(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the options of a hook, and the names behind them.

    Names come last, there is a file for each, and none comes twice.
    """
    start = len(words)
    while start and os.path.lexists(words[start - 1]) and words[start - 1] not in words[start:]:
        start -= 1
    if start and start < len(words) and _takes_a_value(words[start - 1]):
        start += 1
    options = [*words[:start]]
    if options and options[-1] == "--":
        options.pop()
    return options, [*words[start:]]


def _takes_a_value(word: str) -> bool:
    """Whether a word is an option that cannot do without the next word: `--config`, not `--baseline`."""
    from copydesk.commands.check.command import command

    context = command.make_context("check", [], resilient_parsing=True)
    values, _, _ = command.make_parser(context).parse_args([word, "--", "draft.md"])
    return any(value in ("--", ["--"]) for value in values.values())


def _is_draft(name: str) -> bool:
    from copydesk.plugins.registry import load_registry

    return os.path.splitext(name)[1].lower() in load_registry().suffixes
