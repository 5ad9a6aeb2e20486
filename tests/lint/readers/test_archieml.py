"""ArchieML in, blocks out."""

from __future__ import annotations

import pytest

from copydesk.document import Document
from copydesk.plugins.registry import load_registry
from copydesk.readers.archieml import read
from copydesk.testing import check_prose, check_reader

STORY = """headline: Fog at <b>Vik</b>
byline: By Jane Doe
layout: wide
url: https://example.org/fog
note: Never read by anybody

Stray words that nobody will publish.

intro: The harbor was closed on Monday.
It opened again &amp; closed.
:end

[+body]
Fog fell. [stet: all -- why]

{.image}
src: fog.jpg
caption: Fog over the pier
{}

\\note: the mayor asked for help.

quote: “We waited,” she said.

:skip
Not this one.
:endskip

Fog rose.
[]

[ships]
* Aurora sails.
* Borealis
[]
:ignore
Nor this.
"""


def draft(text: str) -> Document:
    document = Document(read("draft.aml", text.encode()))
    check_prose(document)
    return document


def test_a_story() -> None:
    document = draft(STORY)
    assert [(str(block.kind), document.slice(block.span)) for block in document.blocks] == [
        ("headline", "Fog at Vik"),
        ("byline", "By Jane Doe"),
        ("paragraph", "The harbor was closed on Monday."),
        ("paragraph", "It opened again & closed."),
        ("paragraph", "Fog fell."),
        ("caption", "Fog over the pier"),
        ("paragraph", "note: the mayor asked for help."),
        ("block quote", "“We waited,” she said."),
        ("paragraph", "Fog rose."),
        ("list item", "Aurora sails."),
        ("list item", "Borealis"),
    ]
    assert [note.text for note in document.notes] == ["stet: all -- why"]


def test_the_reader_keeps_what_readers_promise() -> None:
    check_reader(load_registry(plugins=False).readers["archieml"], [STORY.encode()])


@pytest.mark.hostile
@pytest.mark.parametrize(
    "text", ["a: b\n" * 50_000, "[+a]\n" * 50_000, ":skip\n" * 50_000, "a: " + "<b " * 50_000]
)
def test_hostile_stories_are_read(text: str) -> None:
    draft(text)
