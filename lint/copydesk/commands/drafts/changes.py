"""`copydesk changes`: what a new version says otherwise."""

from __future__ import annotations

from collections.abc import Callable
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
    complete_paths,
    configuration_options,
    follow_links_option,
    force_exclude_option,
    installed,
    no_plugins_option,
    quiet_option,
    read_stdin,
    reading_options,
    stdin_filename_option,
)
from copydesk.commands.shared.output import say, tell_left_out, write_problems

if TYPE_CHECKING:
    from copydesk.config.resolver import House
    from copydesk.plugins.registry import Registry
    from copydesk.run.inputs import Before, Input
    from copydesk.views.changes.story import Changes

STDIN = "-"
FORMATS = ("text", "json", "markdown", "html")


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATHS...", shell_complete=complete_paths)
@click.option(
    "--since",
    metavar="REV",
    help="Compare the drafts with a git revision; or REV..REV, two revisions with one another.",
)
@click.option(
    "--staged", is_flag=True, help="Compare what is staged with the last commit, or with that of --since."
)
@click.option(
    "--format",
    "format_name",
    type=click.Choice(FORMATS, case_sensitive=False),
    help="`markdown` is a comment for a pull request; `html` is a page with both versions side by side "
    "(default: text, and for a file what its suffix tells).",
)
@output_option
@click.option(
    "--show",
    type=click.Choice(LEVELS, case_sensitive=False),
    help="The least severity that is told (default: info).",
)
@click.option(
    "--fail-on",
    type=click.Choice([*LEVELS, "never"], case_sensitive=False),
    default="never",
    show_default=True,
    help="The least severity that makes the exit code 1.",
)
@click.option(
    "--date",
    metavar="DATE",
    help="When the drafts were published, such as 2031-03-02. Without it, that of their front matter or file "
    "names.",
)
@configuration_options
@reading_options
@follow_links_option
@force_exclude_option
@no_plugins_option
@quiet_option
@stdin_filename_option
def command(**asked: Any) -> None:
    """Report what a new version says otherwise.

    With --since or --staged, PATHS are drafts and folders of a git repository. Without, they are two files:
    the older version and the newer one.

    Quotations that were altered, cut or given to another speaker; numbers, amounts, dates and names;
    negations; sources that are gone; lost paragraphs; and whether the reader is told. Marks, spaces, markup
    and house style are no changes.

    Exit codes: 0; 1 a change at or above --fail-on; 2 something was not compared.
    """
    from copydesk.config.resolver import CommandLine
    from copydesk.model.finding import Severity
    from copydesk.run.choice import open_house

    registry = installed()
    destinations = find_destinations(FORMATS, asked["format_name"] or AUTO, asked["outputs"])
    line = CommandLine(
        **{name: asked[name] for name in ("config", "isolated", "style", "show", "date")}, select=("changes",)
    )
    run = _Run(
        asked, registry, open_house(registry, line), rows=any(name == "html" for name, _ in destinations)
    )
    changes = run.changes(lambda inputs: refuse_drafts([path for _, path in destinations], inputs))
    problems = [*changes.problems, *write_rendered(destinations, lambda name: _render(name, changes))]
    write_problems(sorted(problems, key=lambda problem: problem.order))
    if problems:
        raise click.exceptions.Exit(2)
    if asked["fail_on"] != "never":
        least = Severity.parse(asked["fail_on"])
        fails = any(told.finding.severity >= least for told in changes.told)
        if not fails and any(severity >= least for severity in changes.hidden):
            who = "the configuration" if asked["show"] is None else f"--show {asked['show']}"
            say(f"{who} hides the changes that this run fails for")
            fails = True
        raise click.exceptions.Exit(int(fails))


class _Run:
    """One comparison, as the command line asks for it."""

    def __init__(self, asked: dict[str, Any], registry: Registry, house: House, *, rows: bool) -> None:
        self._asked = asked
        self._registry = registry
        self._house = house
        self._rows = rows

    def changes(self, on_inputs: Callable[[list[Input]], None]) -> Changes:
        """Compare what is named.

        on_inputs  told of the drafts before any is read
        """
        if self._asked["since"] is not None or self._asked["staged"]:
            return self._in_git(on_inputs)
        if len(self._asked["paths"]) != 2:
            raise click.UsageError(
                "name two files, the older version and the newer one; or drafts and folders, with --since REV"
            )
        return self._of_two(on_inputs)

    def _of_two(self, on_inputs: Callable[[list[Input]], None]) -> Changes:
        """Compare two files."""
        from copydesk.errors import CannotReadError
        from copydesk.model.report import Problem
        from copydesk.run.inputs import Before, Input, read_bytes
        from copydesk.views.changes.story import Changes

        paths, asked = self._asked["paths"], self._asked
        piped = read_stdin(paths, asked["stdin_filename"])
        older, newer = (piped if path == STDIN and piped else Input(path) for path in paths)
        if asked["reader"] is not None:
            self._registry.read_as(asked["reader"], [item.path for item in (older, newer)])
        on_inputs([older, newer])
        found = Changes(older.path, [], [])
        try:
            before = Before(older.path, read_bytes(older))
        except CannotReadError as error:
            found.problems.append(Problem(str(error), older.path))
            return found
        self._add(found, replace(newer, before=before))
        return found

    def _in_git(self, on_inputs: Callable[[list[Input]], None]) -> Changes:
        """Compare the drafts that are named with what git has of them."""
        from copydesk.gate.since import Since
        from copydesk.run.choice import choose, find_named
        from copydesk.views.changes.story import Changes

        asked, registry = self._asked, self._registry
        since = Since(
            asked["since"] or "HEAD",
            staged=asked["staged"],
            excludes=self._house.excludes,
            settings_for=self._house.settings,
            reader_for=registry.reader_for,
        )
        named = find_named(
            registry,
            asked["paths"],
            reader=asked["reader"],
            respect_gitignore=asked["respect_gitignore"],
            follow_links=asked["follow_links"],
        )
        drafts = since.drafts(named.inputs, asked["paths"], registry.suffixes)
        removed = since.removed()
        chosen = choose(
            [item for item in drafts if item.path not in removed],
            self._house,
            named,
            force_exclude=asked["force_exclude"],
            follow_links=asked["follow_links"],
        )
        inputs = since.as_in_git(chosen.inputs)
        on_inputs(inputs)
        problems = [*named.problems, *chosen.problems, *since.problems]
        found = Changes(since.against, [], [one for one in problems if one.path not in removed])
        before = since.before(inputs)
        for item in inputs:
            if item.path in before or since.is_new(item):
                self._add(found, replace(item, before=before.get(item.path)))
        for path, version in removed.items():
            self._add_removed(found, path, version)
        found.stories.sort(key=lambda story: story.order)
        tell_left_out(named, self._house)
        told = sum(story.status != "removed" for story in found.stories)
        return replace(found, unchanged=max(0, len(inputs) - told))

    def _add(self, found: Changes, item: Input) -> None:
        """Add what a draft changed; a version that cannot be read is a problem."""
        from copydesk.document import Document, Revision
        from copydesk.errors import CannotReadError
        from copydesk.model.report import Problem
        from copydesk.plugins.manifest import EARLIER
        from copydesk.run.inputs import read_earlier, read_input
        from copydesk.views.changes.story import tell_story

        settings, reader = self._house.settings(item.path), self._registry.reader_for(item.path)
        item, before = replace(item, dating=settings.dating, before=None), item.before
        try:
            document = read_input(item, reader)
        except CannotReadError as error:
            found.problems.append(Problem(str(error), item.path))
            return
        if before is not None:
            try:
                earlier = read_earlier(item, before, self._registry.reader_for(before.path))
            except CannotReadError as error:
                found.problems.append(Problem(f"its older version cannot be compared: {error}", item.path))
                return
            document = Document(document, document.dating, Revision(earlier, before.made))
        rules = [
            rule
            for rule in settings.rules
            if EARLIER in rule.registered.entry.needs and not settings.in_shadow(rule.name, rule.family)
        ]
        story, problems = tell_story(document, rules, self._registry, show=settings.show, rows=self._rows)
        found.stories.append(story)
        found.problems.extend(problems)

    def _add_removed(self, found: Changes, path: str, before: Before) -> None:
        """Add a draft that the newer version lacks."""
        from copydesk.errors import CannotReadError
        from copydesk.model.report import Problem
        from copydesk.run.inputs import Input, read_input
        from copydesk.views.changes.story import removed_story

        if self._house.excludes(path):
            return
        item = Input(path, before.data, self._house.settings(path).dating)
        try:
            found.stories.append(removed_story(read_input(item, self._registry.reader_for(path))))
        except CannotReadError as error:
            found.problems.append(Problem(f"its older version cannot be read: {error}", path))


def _render(name: str, changes: Changes) -> str:
    if name == "json":
        from copydesk.reporters.json import dumps
        from copydesk.views.changes.text import describe

        return f"{dumps(describe(changes), indent=2)}\n"
    if name == "markdown":
        from copydesk.views.changes.markdown import markdown

        return markdown(changes)
    if name == "html":
        from copydesk.views.changes.html import html

        return html(changes)
    from copydesk.views.changes.text import text

    return text(changes)
