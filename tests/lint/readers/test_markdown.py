"""Markdown in, blocks and notes out."""

import pytest

from copydesk.document import Document
from copydesk.model.prose import OBJECT, Note, Span
from copydesk.readers.markdown import read

X = OBJECT


def draft(text: str) -> Document:
    return Document(read("draft.md", text.encode()))


def blocks(text: str) -> list[tuple[str, str]]:
    document = draft(text)
    return [(str(block.kind), document.slice(block.span)) for block in document.blocks]


def places(text: str, words: str) -> list[str]:
    """Where in the file the words of the prose stand."""
    document = draft(text)
    starts = [at for at in range(len(document.text)) if document.text.startswith(words, at)]
    return [document.place(Span(at, at + len(words))) for at in starts]


def source_of(text: str, words: str) -> str:
    """What in the file the first such words of the prose were read from."""
    document = draft(text)
    start = document.text.index(words)
    stretch = document.to_source(Span(start, start + len(words)))
    return document.source.text[stretch.start : stretch.end]


# --- inside a sentence


@pytest.mark.parametrize(
    ("markdown", "prose"),
    [
        ("The **ferry** _Aurora_ ran *a*ground.", "The ferry Aurora ran aground."),
        ("The [harbor *office*](https://example.org 'a title') warned.", "The harbor office warned."),
        (
            "The [office][1] warned [twice].\n\n[1]: https://example.org\n[twice]: x",
            "The office warned twice.",
        ),
        ("Run `git push` and\nwait.", f"Run {X} and wait."),
        ("The `a` the `b`", f"The {X} the {X}"),
        ("See <https://example.org/land-mines> now.", f"See {X} now."),
        ("See https://example.org/land_mines_2. Now.", f"See {X}. Now."),
        ("Write to <desk@example.org> or two@example.org.", f"Write to {X} or {X}."),
        ("Fish &amp; chips&mdash;cheap&#8230; &bogus;", "Fish & chips—cheap… &bogus;"),
        (r"A \*star\* and a \\ and a \z", r"A *star* and a \ and a \z"),
        ("One line\nand the next\\\nand one  \nmore.", "One line and the next and one more."),
        ("One line\r\nand the next\rand one more.", "One line and the next and one more."),
        ("It <b>was</b> <span class='x'>late</span>,<br>she said.", "It was late, she said."),
        ("It was <!-- really? --> late.", "It was late."),
        ("It <code>x = 1</code> was <del>early</del> late.", f"It {X} was late."),
        ("It was ~~early~~ late.", "It was late."),
        ("It was late.[^1] So.\n\n[^1]: By an hour.", "It was late. So."),
        ("<<confirm>> and <<confirm with Moe>>", "<<confirm>> and <<confirm with Moe>>"),
        ("[CHECK] and [TK: age] and [sic]", "[CHECK] and [TK: age] and [sic]"),
        ("\"Straight\" quotes -- and 'dashes'...", "\"Straight\" quotes -- and 'dashes'..."),
        ("It cost $5 and $10.", "It cost $5 and $10."),
        ("5 < 6 > 4", "5 < 6 > 4"),
    ],
)
def test_markup_does_not_break_a_sentence(markdown: str, prose: str) -> None:
    assert blocks(markdown)[0] == ("paragraph", prose)


@pytest.mark.parametrize(
    "markdown",
    [
        "```\nland mines\n```",
        "    land mines",
        "`land mines`",
        "<script>\nland mines\n\nland mines\n</script>",
        "<style>land mines</style>",
        "<pre>land mines</pre>",
        "[ref]: https://example.org 'land mines'",
        "![](land-mines.jpg)",
        "![land-mines (1).jpg](x.jpg)",
        "***",
        "<iframe src='land-mines'></iframe>",
        "- `land mines`",
        "{% include land-mines.html %}",
    ],
)
def test_what_is_no_prose_leaves_no_block(markdown: str) -> None:
    assert blocks(f"{markdown}\n") == []


# --- blocks


def test_kinds_of_blocks() -> None:
    text = """# Ferry runs aground

By Jane Doe

VIK, Norway (AP) — Fog *fell*.

## What they *knew*

- [x] One **thing**
- Another

  and more
  1. nested

> They knew,
> she said.
>
> - all of it

| Ship | Crew |
|------|-----:|
| Aurora | 9 \\| 10 |

> [!NOTE]
> An aside is no quotation.

Text.[^a]

[^a]: A footnote
    of two lines.
"""
    assert blocks(text) == [
        ("headline", "Ferry runs aground"),
        ("byline", "By Jane Doe"),
        ("dateline", "VIK, Norway (AP)"),
        ("paragraph", "Fog fell."),
        ("heading", "What they knew"),
        ("list item", "One thing"),
        ("list item", "Another"),
        ("list item", "and more"),
        ("list item", "nested"),
        ("block quote", "They knew, she said."),
        ("block quote", "all of it"),
        ("table cell", "Ship"),
        ("table cell", "Crew"),
        ("table cell", "Aurora"),
        ("table cell", "9 | 10"),
        ("paragraph", "An aside is no quotation."),
        ("paragraph", "Text."),
        ("paragraph", "A footnote of two lines."),
    ]


def test_only_a_first_heading_at_the_top_is_the_headline() -> None:
    assert blocks("## One\n\n# Two") == [("heading", "One"), ("heading", "Two")]
    assert blocks("One.\n\nTwo.\n\nThree.\n\n# Four")[-1] == ("heading", "Four")
    assert blocks("---\ntitle: One\n---\n\n# Two") == [("headline", "One"), ("heading", "Two")]
    assert blocks("Ferry runs aground\n===\n\nFog.")[0] == ("headline", "Ferry runs aground")


def test_the_attributes_of_a_heading_are_no_prose() -> None:
    assert blocks("# Ferry runs aground {#ferry .wide}\n") == [("headline", "Ferry runs aground")]


def test_a_bold_paragraph_is_a_paragraph() -> None:
    assert blocks("**The ferry**\n\nran aground.")[0] == ("paragraph", "The ferry")


def test_pictures_become_captions() -> None:
    assert blocks('![The *pier*](p.jpg "Vik, 1950")\nIt was ![a clock](c.png) late.') == [
        ("caption", "The pier"),
        ("caption", "Vik, 1950"),
        ("paragraph", "It was late."),
        ("caption", "a clock"),
    ]
    assert places('![The *pier*](p.jpg "Vik, 1950")', "Vik") == ["1:22"]
    assert blocks("*Photo: Jane Doe*") == [("caption", "Photo: Jane Doe")]


# --- HTML


def test_the_words_inside_html_are_prose() -> None:
    text = """<figure><img src="x.jpg" alt="The pier &amp; the ship">
  <figcaption>Off <em>Vik</em>,
  on Tuesday.</figcaption></figure>

<div class="note">Fog &amp; wind.<p>Second.</p>
<ul><li>Item</li></ul>
<table><tr><td>Cell</td></tr></table>
<h3>Heading</h3></div>
"""
    assert blocks(text) == [
        ("caption", "The pier & the ship"),
        ("caption", "Off Vik, on Tuesday."),
        ("paragraph", "Fog & wind."),
        ("paragraph", "Second."),
        ("list item", "Item"),
        ("table cell", "Cell"),
        ("heading", "Heading"),
    ]
    assert places(text, "Tuesday") == ["3:6"]


def test_markdown_inside_html_is_read() -> None:
    text = "<blockquote>\n\nThey *knew*.\n\n</blockquote>\n\nWe asked.\n\n<div>\n\nAnd *so*.\n\n</div>"
    assert blocks(text) == [
        ("block quote", "They knew."),
        ("paragraph", "We asked."),
        ("paragraph", "And so."),
    ]


def test_html_inside_a_block_quote() -> None:
    text = "> <div class='a'>\n> They knew,\n> <b>she</b> said.\n> </div>\n"
    assert blocks(text) == [("block quote", "They knew, she said.")]
    assert places(text, "she") == ["3:6"]


# --- notes


def test_comments_are_notes() -> None:
    text = (
        "First <!-- stet: rule -->one.\n\n<!-- for\nthe desk -->\n\nSecond.\n\n> Third.\n> <!-- a\n> b -->\n"
    )
    document = draft(text)
    assert document.text == "First one.\nSecond.\nThird."
    assert [(note.text, document.block_index(note.at)) for note in document.notes] == [
        ("stet: rule", 0),
        ("for\nthe desk", 1),
        ("a\n> b", 2),
    ]
    assert [text[note.start : note.end] for note in document.notes][:2] == [
        "<!-- stet: rule -->",
        "<!-- for\nthe desk -->",
    ]


def test_a_comment_that_nothing_ends() -> None:
    document = draft("First.\n\n<!-- lost\n\nSecond.\n")
    assert document.text == "First."
    assert [note.text for note in document.notes] == ["lost\n\nSecond."]


# --- site generators


@pytest.mark.parametrize(
    ("markdown", "prose"),
    [
        ("{{ page.author }} said so.", f"{X} said so."),
        ("A [link]({{ site.url }}/a) here.", "A link here."),
        ('Before {% include pull.html text="They *knew*" %} after.', "Before after."),
        ('{{< figure src="The pier" >}}\nText.', "Text."),
        ("{{< mermaid >}}\nland --> mines\n{{< /mermaid >}}\n\nText.", "Text."),
        ("Text.\n{: .lead #first}", "Text."),
        ("{% highlight ruby %}\nland mines\n\n{% endhighlight %}\n\nText.", "Text."),
        ("He is {{CONFIRM}} or {{ check his age }}.", "He is {{CONFIRM}} or {{ check his age }}."),
        ("A tag begins with `{%` and ends with `%}`.", f"A tag begins with {X} and ends with {X}."),
    ],
)
def test_the_marks_of_site_generators_are_no_prose(markdown: str, prose: str) -> None:
    assert blocks(markdown) == [("paragraph", prose)]


def test_the_comments_of_site_generators_are_notes() -> None:
    text = "One {% comment %}ask Moe{% endcomment %} two.\n\n{{/* later */}}\n\nThree.\n"
    document = draft(text)
    assert document.text == "One two.\nThree."
    assert [(note.text, document.block_index(note.at)) for note in document.notes] == [
        ("ask Moe", 0),
        ("later", 1),
    ]


# --- the way back


@pytest.mark.parametrize(
    ("markdown", "words", "place"),
    [
        ("The **ferry**", "ferry", "1:7"),
        ("> The\r\n> [ferry](x)", "ferry", "2:4"),
        ("The\r\rferry", "ferry", "3:1"),
        ("😀 e\u0301 *ferry*", "ferry", "1:7"),
        ("The\u2028*ferry*", "ferry", "1:6"),
        ("\ufeffThe *ferry*", "ferry", "1:6"),
        ("1.\tThe\n\n\tferry", "ferry", "3:2"),
        ("&mdash;&#x1F600; ferry", "ferry", "1:18"),
        (r"\*\_ferry", "ferry", "1:5"),
        ("| a | é ferry |\n|---|---|", "ferry", "1:9"),
        ("`“`ferry", "ferry", "1:4"),
        ("<p>“The</p>\n<p>ferry</p>", "ferry", "2:4"),
        ("---\ntitle: é\n---\n“*ferry*", "ferry", "4:3"),
    ],
)
def test_line_and_column_of_a_word(markdown: str, words: str, place: str) -> None:
    assert places(markdown, words) == [place]


@pytest.mark.parametrize(
    ("markdown", "words", "source"),
    [
        ("The **ferry** ran", "ferry", "ferry"),
        ("The **ferry** ran", "ferry ran", "ferry** ran"),
        ("Fish &amp; chips", "&", "&amp;"),
        (r"A \* star", "*", r"\*"),
        ("One\r\ntwo", "One two", "One\r\ntwo"),
        ("The `code x` ran", OBJECT, "`code x`"),
        ("At <https://example.org>.", OBJECT, "<https://example.org>"),
    ],
)
def test_what_the_prose_was_read_from(markdown: str, words: str, source: str) -> None:
    assert source_of(markdown, words) == source


def test_a_note_is_plain_data() -> None:
    assert draft("a <!-- b -->").notes == [Note("b", 2, 12, 1)]


@pytest.mark.hostile
@pytest.mark.parametrize(
    "text",
    [
        ">" * 100_000 + " a",
        "- " * 10_000 + "a",
        "![[" * 20_000,
        "<a " * 50_000,
        "<!-- " * 20_000,
        "{% comment %} " * 20_000,
        "{{ " * 50_000,
        "a " + " " * 200_000 + "\nb",
    ],
)
def test_hostile_drafts_are_read(text: str) -> None:
    draft(text)
