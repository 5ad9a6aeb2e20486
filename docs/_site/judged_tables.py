"""The tables of the page on rules that may block, made from the counts of judged findings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mkdocs.structure.pages import Page

from copydesk.config.describe.judged import (
    BREAKS,
    KEEPS,
    TOO_FEW,
    UNJUDGED,
    Judged,
    copies,
    rows,
    standing,
)
from copydesk.model.precision import promise_of
from copydesk.plugins.registry import load_registry

PAGE = "may-block.md"

SECTIONS = {
    KEEPS: ("They keep their promise", "A gate may stop for these."),
    TOO_FEW: (
        "Too few to tell",
        "Fewer than 30 findings were judged: let these warn, and give verdicts, before they stop anybody.",
    ),
    BREAKS: (
        "They fall short",
        "No story should stop for these: they are to be mended, or to go down a level.",
    ),
    UNJUDGED: ("Not judged", "Of these nobody has judged a finding."),
    "": ("Infos", "They promise nothing, and no story should stop for them."),
}
"""By how a rule stands: the title of its section, and what to make of it."""


def on_page_markdown(markdown: str, page: Page, **_: Any) -> str | None:
    """Put the tables into the page."""
    if page.file.src_uri != PAGE:
        return None
    read = "\n\n".join(_copies())
    tables = "\n".join(_sections())
    return markdown.replace("<!-- what was read -->", read).replace("<!-- the rules -->", tables)


def _copies() -> Iterator[str]:
    for copy in copies(load_registry(plugins=False).rules):
        yield (
            f"{copy.drafts:,} {copy.copy} of many outlets, {copy.words:,} words, as they come and without a "
            f"house style, read by copydesk {copy.version} on {copy.date}."
        )


def _sections() -> Iterator[str]:
    judged = sorted(rows(load_registry(plugins=False).rules), key=lambda one: -one.tally.precision.judged)
    for so_far, (title, advice) in SECTIONS.items():
        held = [one for one in judged if standing(one.tally, one.severity) == so_far]
        if held:
            yield from (f"## {title}", "", advice, "", *_table(held), "")


def _table(judged: list[Judged]) -> Iterator[str]:
    yield "| rule | level | found | judged: right, petty, wrong | right, of those judged |"
    yield "|---|---|--:|---|---|"
    for one in judged:
        rule, tally, promise = f"[{one.rule}](rules/{one.rule}.md)", one.tally, promise_of(one.severity)
        level = f"{one.level}, {promise}" if promise else one.level
        verdicts = f"{tally.precision.judged:,}: {one.right:,}, {one.petty:,}, {one.wrong:,}"
        yield f"| {rule} | {level} | {one.found:,} | {verdicts} | {tally.precision.text} |"
