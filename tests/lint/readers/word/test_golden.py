"""Documents that real programs wrote: pandoc 2.17, LibreOffice 7.4, and python-docx as it is installed."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest

from copydesk.document import Document
from copydesk.model.prose import OBJECT
from copydesk.readers import markdown
from copydesk.readers.word.reader import read

GOLDEN = Path(__file__).parent / "golden"
"""`story.md`, and what `pandoc story.md -o pandoc.docx` and LibreOffice, by way of ODT, made of it."""


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(str(block.kind), document.slice(block.span).replace("\xa0", " ")) for block in document.blocks]


@pytest.mark.parametrize("name", ["pandoc", "libreoffice"])
def test_a_story_reads_as_it_does_in_markdown(name):
    story = blocks(markdown.read("story.md", (GOLDEN / "story.md").read_bytes()))
    # The front matter of Markdown is read as what stands on the page, and LibreOffice forgets what is code.
    want = [("byline", words) if words == "Ingrid Moe" else (kind, words) for kind, words in story]
    found = blocks(read(f"{name}.docx", (GOLDEN / f"{name}.docx").read_bytes()))
    if name == "libreoffice":
        want = [(kind, words.replace(f"Run {OBJECT}", "Run make harbour")) for kind, words in want]
    assert found == want


def test_what_python_docx_writes():
    docx = pytest.importorskip("docx")
    made = docx.Document()
    made.add_heading("Council votes on the harbour", 0)
    made.add_heading("The money", 1)
    paragraph = made.add_paragraph("The plan costs ")
    paragraph.add_run("40 million").bold = True
    paragraph.add_run(" kroner.")
    made.add_paragraph("New quays", style="List Bullet")
    made.add_paragraph("We have waited long enough.", style="Intense Quote")
    made.add_table(1, 1).cell(0, 0).text = "2026"
    data = BytesIO()
    made.save(data)
    assert blocks(read("a.docx", data.getvalue())) == [
        ("headline", "Council votes on the harbour"),
        ("heading", "The money"),
        ("paragraph", "The plan costs 40 million kroner."),
        ("list item", "New quays"),
        ("block quote", "We have waited long enough."),
        ("table cell", "2026"),
    ]
