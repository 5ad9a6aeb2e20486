"""The pages on the house styles, made from their files whenever the site is built."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from copydesk.config.describe.sheet import MARKS, Sheet, sheet
from copydesk.config.read import Reader
from copydesk.config.settings import ConfiguredValue
from copydesk.engine.checking import ENGINE_FAMILY, ENGINE_FINDINGS
from copydesk.house.style import STYLE_TABLES
from copydesk.plugins.registry import load_registry

GUIDE = "styles.md"
TITLES = {"honorifics": "Names of people", "dates": "Dates and times"}


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Put the pages into the navigation, below what is said of all."""
    for section in config.nav or []:
        for pages in section.values():
            for entry in pages if isinstance(pages, list) else ():
                if entry.get("Styles") == GUIDE:
                    entry["Styles"] = [
                        {"All styles": GUIDE},
                        *({name: f"styles/{name}.md"} for name in sheets()),
                    ]
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add a page for each style."""
    for name, found in sheets().items():
        files.append(File.generated(config, f"styles/{name}.md", content="\n".join(page(name, found))))
    return files


def sheets() -> dict[str, Sheet]:
    """Every style but `auto`, which says nothing, by its name."""
    registry = load_registry(plugins=False)
    reader = Reader(registry, (*ENGINE_FINDINGS, ENGINE_FAMILY))
    return {
        name: sheet(name, reader.style(ConfiguredValue(name))) for name in registry.styles if name != "auto"
    }


def page(name: str, found: Sheet) -> Iterator[str]:
    """The page of a style: what the house writes, and how each fact is known."""
    yield from (f"# {name}", "", f"**{found.title}**, as of {found.as_of}.", "")
    yield from (f"Source: {_cell(found.source)}. `copydesk check --style {name} DRAFT` follows it.", "")
    for table in STYLE_TABLES:
        rows = found.tables.get(table, ())
        if rows:
            yield from (
                f"## {TITLES.get(table, table.capitalize())}",
                "",
                "| | the house writes | known from |",
            )
            yield "|---|---|---|"
        for row in rows:
            yield f"| {_cell(row.subject)} | {_cell(row.form)} | {_cell(row.known)} |"
        yield ""
    if found.words:
        yield from ("## Words", "", "| the house writes | not |", "|---|---|")
        yield from (f"| {_cell(good)} | {_cell(', '.join(bad))} |" for good, bad in found.words.items())
        yield ""
    if found.watched:
        yield from ("## Watched", "", "| words | |", "|---|---|")
        yield from (f"| {_cell(words)} | {_cell(advice)} |" for words, advice in found.watched.items())
        yield ""
    if found.allow:
        yield from ("## Left alone", "", _cell("; ".join(found.allow)), "")
    if any(row.known for rows in found.tables.values() for row in rows):
        said = ", ".join(f"*{words}*" for words in MARKS.values())
        yield f"How a fact is known: {said}, or counted in print, this form against all others."


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|").replace("*", "\\*")
