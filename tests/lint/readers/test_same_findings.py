"""One draft with known faults, in every format that pandoc writes: the same findings, at the same words."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections import Counter
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from copydesk.model.source import Source
from copydesk.plugins.registry import load_registry

pytestmark = pytest.mark.slow

TOPICS = (
    ("bridge", "Ostwick", "Mara Lindqvist"),
    ("harbor", "Pellham", "Tobias Renner"),
    ("library", "Carrow", "Ines Whitlock"),
    ("tunnel", "Dunmere", "Oskar Haldane"),
    ("market", "Elstree Point", "Petra Voss"),
    ("station", "Fenwick", "Ruth Calloway"),
    ("ferry", "Garvock", "Anton Meer"),
    ("school", "Hollin", "Dora Stanhope"),
    ("museum", "Ilmer", "Felix Brandt"),
    ("theatre", "Jarrow Green", "Lena Okafor"),
)

RULES = ("repeated-word", "vague-source", "unbalanced-bracket", "placeholder")


def markdown() -> str:
    """The draft: in each of ten parts a word twice, a nameless source, a bracket without its other half
    and a placeholder."""
    parts = []
    for number, (thing, place, name) in enumerate(TOPICS):
        vote = (
            f"The council of {place} voted for the **the {thing}** & a “new road” (A < B), said {name}, its "
            f"[chair](https://example.org/{thing}_{number}), on *Monday*."
        )
        parts += [
            f"## The {thing} in {place}",
            vote,
            f"Critics say the {thing} costs too much\\* — 5 % more than planned.",
            f"The *{thing}* in {place} (built in 1950 will open in May, with a café and rooms for the old.",
            f"- It has [TK] rooms for the {thing}.\n- Nobody asked `{thing}()` for more.",
            f"> “We want the {thing},” {name} told the council & the press.",
            f"1. First the {thing}.\n2. Then the road from {place}.",
        ]
        if number % 4 == 0:
            parts.append(f"| Year | Cost of the {thing} |\n|------|------|\n| 2024 | {number + 3} million |")
    return "\n\n".join(parts) + "\n"


@pytest.fixture(scope="module")
def drafts(tmp_path_factory, skip) -> Path:
    """A folder with the draft in each format."""
    pandoc = shutil.which("pandoc")
    if pandoc is None:
        skip("pandoc", "pandoc is not installed")
    folder = tmp_path_factory.mktemp("drafts")
    (folder / "draft.md").write_text(markdown(), encoding="utf-8")
    for suffix, form in FORMATS.items():
        command = [str(pandoc), "-f", "markdown-smart", "-t", form, "--columns=72", "-o", f"draft.{suffix}"]
        extra = ["-s", "--metadata", "title= "] if suffix == "html" else []
        subprocess.run([*command, *extra, "draft.md"], cwd=folder, check=True, stderr=subprocess.DEVNULL)
    return folder


FORMATS = {"html": "html", "docx": "docx", "txt": "plain", "rst": "rst", "adoc": "asciidoc", "org": "org"}


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_same_findings(copydesk, drafts, monkeypatch, suffix: str) -> None:
    monkeypatch.chdir(drafts)
    wanted = findings(copydesk, "draft.md")
    assert Counter(rule for rule, *_ in wanted.elements()) == dict.fromkeys(RULES, len(TOPICS))
    assert findings(copydesk, f"draft.{suffix}") == wanted


MARKUP = re.compile(r"<[^<>]*>|[*_`|]|\s+")


def findings(copydesk, name: str) -> Counter[tuple[str, str, str]]:
    """The rule and the message of every finding, and the words at its place without the marks of the format.

    They are cut out of the file by line and column; of a Word document, out of the text read from it.
    """
    selected = [argument for rule in RULES for argument in ("--select", rule)]
    result = copydesk(
        "check", name, "--isolated", "--show", "info", "--format", "json", *selected, installed=True
    )
    source = load_registry(plugins=False).reader_for(name).read(name, Path(name).read_bytes()).source
    found = json.loads(result.out)["findings"]
    return Counter((one["rule"], one["message"], words_at(source, one)) for one in found)


def words_at(source: Source, finding: dict[str, Any]) -> str:
    """The words of the file at a finding."""
    start = source.offset(finding["line"], finding["column"])
    end = source.offset(finding["end_line"], finding["end_column"])
    return " ".join(MARKUP.sub(" ", unescape(source.text[start:end])).split())
