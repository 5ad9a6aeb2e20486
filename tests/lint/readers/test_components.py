"""MDX, Astro and Svelte in, blocks and notes out."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

import pytest

from copydesk.document import Document
from copydesk.errors import UnreadableError
from copydesk.model.prose import OBJECT, Prose, Span
from copydesk.plugins.registry import load_registry
from copydesk.readers import astro, mdx, svelte
from copydesk.testing import check_prose, check_reader

X = OBJECT


def draft(text: str, read: Callable[[str, bytes], Prose] = mdx.read) -> Document:
    document = Document(read("draft", text.encode()))
    check_prose(document)
    return document


def blocks(text: str, read: Callable[[str, bytes], Prose] = mdx.read) -> list[tuple[str, str]]:
    document = draft(text, read)
    return [(str(block.kind), document.slice(block.span)) for block in document.blocks]


@pytest.mark.parametrize(
    ("mdx", "prose"),
    [
        ("The {ship.name} ran aground.", f"The {X} ran aground."),
        ("It {cond && <b>never the the</b>}was late.", f"It {X}was late."),
        ('It {"}"} was {`}`} late {/* } */}.', f"It {X} was {X} late ."),
        ("A <Tip text='x > y'>*word*</Tip> of <>two</>.", "A word of two."),
        ("Run `{x}` and\n{y} wait.", f"Run {X} and {X} wait."),
        (r"A \{ brace", "A { brace"),
        ("A { brace that nothing ends.\n\n{x}", "A { brace that nothing ends."),
        ("import { A } from 'a'\nimport b from 'b'\n\nText.", "Text."),
        ('export const a = {\n  b: "the the",\n\n  c: [1]\n}\n\nText.', "Text."),
        ("export default ({ children }) => <Post>{children}</Post>\n\nText.", "Text."),
        ("import taxes rose in May.", "import taxes rose in May."),
        ("Text. [stet: all -- why] More.", "Text. More."),
        ("<Map alt={`the the`} {...props} on={() => a > b} />\n\nText.", "Text."),
        ("<div style={{color: 'red'}} hidden={true}>Text.</div>", "Text."),
        ("```js\nimport a from 'a'\n<A>{b\n```\n\nText.", "Text."),
    ],
)
def test_what_programs_read_is_no_prose(mdx: str, prose: str) -> None:
    assert [words for _, words in blocks(mdx)] == [prose]


def test_components() -> None:
    text = """---
title: Ferry
---
import { Map } from "@site/map"

<Note title="Mind the &amp; gap">
    Fog **fell** at
    Vik.

    - one
      - two
</Note>

<Figure src={pier} caption="The pier" alt={pier.alt}
  credit='Jane Doe' className="wide" />

<Tabs>
  <Tab>
      Deep *words*.
  </Tab>
</Tabs>

1. three

    and four
"""
    assert blocks(text) == [
        ("headline", "Ferry"),
        ("caption", "Mind the & gap"),
        ("paragraph", "Fog fell at Vik."),
        ("list item", "one"),
        ("list item", "two"),
        ("caption", "The pier"),
        ("caption", "Jane Doe"),
        ("paragraph", "Deep words."),
        ("list item", "three"),
        ("list item", "and four"),
    ]
    document = draft(text)
    for words in ("Vik", "two", "pier", "Deep", "four"):
        at = document.text.rindex(words)
        stretch = document.to_source(Span(at, at + len(words)))
        assert text[stretch.start : stretch.end] == words


def test_comments_are_notes() -> None:
    document = draft("One {/* stet: rule -- why */}two.\n\n{/* later */}\n\nThree.")
    assert document.text == "One two.\nThree."
    assert [(note.text, document.block_index(note.at)) for note in document.notes] == [
        ("stet: rule -- why", 0),
        ("later", 1),
    ]


def test_astro() -> None:
    page = """---
const a = "the the";
---
<Layout title="T"><h1>Ferry {name}</h1>
{items.map((i) => <li>the the</li>)}
<p>Text {x} tail<!-- stet: all --></p><style>p { color: red }</style></Layout>"""
    assert blocks(page, astro.read) == [("headline", f"Ferry {X}"), ("paragraph", f"Text {X} tail")]
    assert [note.text for note in draft(page, astro.read).notes] == ["stet: all"]


def test_svelte() -> None:
    page = "<script>let a = {b: 1};</script>{#if a}<p on:click={() => {b}}>Yes.</p>{:else}<p>No.</p>{/if}"
    assert blocks(page, svelte.read) == [("paragraph", "Yes."), ("paragraph", "No.")]


SAMPLES = {
    "mdx": "import a from 'a'\n\n# One {b}\n\n<Two three='four'>\n    five\n</Two>\n\n{/* six */} `{` seven",
    "astro": "---\nconst a = 1\n---\n<p>One {two} <b>three</b></p>{/* four */}",
    "svelte": "<script>let a</script>{#if a}<p>One {two} <b>three</b></p>{/if}",
}


@pytest.mark.parametrize("name", SAMPLES)
def test_the_readers_keep_what_readers_promise(name: str) -> None:
    check_reader(load_registry(plugins=False).readers[name], [SAMPLES[name].encode()])


@pytest.mark.hostile
@pytest.mark.parametrize("read", [mdx.read, astro.read, svelte.read], ids=lambda read: read.__module__)
@pytest.mark.parametrize(
    "text",
    [
        "{" * 50_000,
        "{}" * 50_000,
        "{" + "{}" * 50_000,
        "{/*" * 30_000,
        '{"' * 50_000,
        "{`" * 50_000,
        "<A " * 30_000,
        '<A b="' * 30_000,
        "<A>" * 30_000,
        "<A>\n  a\n" * 10_000,
        "import 'a'\n" * 10_000,
        "export const a = {\n\n" * 5_000,
        "---\n" * 20_000,
        "<script>" * 20_000,
    ],
    ids=lambda text: repr(text[:8]),
)
def test_hostile_components_are_read_or_refused(read: Callable[[str, bytes], Prose], text: str) -> None:
    with suppress(UnreadableError):
        draft(text, read)


def test_the_words_of_a_quotation_are_somebody_elses() -> None:
    text = """<Quote by="Bob">We saw it.</Quote>

<Blockquote>

We saw *it* too.

</Blockquote>

We saw nothing. <Pullquote />

The end.
"""
    assert blocks(text) == [
        ("block quote", "We saw it."),
        ("block quote", "We saw it too."),
        ("paragraph", "We saw nothing."),
        ("paragraph", "The end."),
    ]
