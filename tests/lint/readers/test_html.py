"""Pages of HTML in, blocks and notes out."""

from __future__ import annotations

from contextlib import suppress

import pytest

from copydesk.document import Document
from copydesk.errors import UnreadableError
from copydesk.model.prose import OBJECT, Span
from copydesk.plugins.registry import load_registry
from copydesk.readers.html import read
from copydesk.testing import check_prose, check_reader

X = OBJECT


def draft(text: str) -> Document:
    document = Document(read("draft.html", text.encode()))
    check_prose(document)
    return document


def blocks(text: str) -> list[tuple[str, str]]:
    document = draft(text)
    return [(str(block.kind), document.slice(block.span)) for block in document.blocks]


def words(text: str) -> list[str]:
    return [text for _, text in blocks(text)]


def source_of(text: str, words: str) -> str:
    """What in the file the first such words of the prose were read from."""
    document = draft(text)
    start = document.text.index(words)
    stretch = document.to_source(Span(start, start + len(words)))
    return text[stretch.start : stretch.end]


# --- inside a sentence


@pytest.mark.parametrize(
    ("html", "prose"),
    [
        (
            "The <b>ferry</b> <i class='x > y'>Aurora</i> ran <em>a</em>ground.",
            "The ferry Aurora ran aground.",
        ),
        ("Fish &amp; chips&mdash;cheap&#8230; &bogus; &#x1F600;", "Fish & chips—cheap… &bogus; 😀"),
        ("&copy 2026, &copy2026, AT&T, R&D, a < b, 5 <6", "© 2026, ©2026, AT&T, R&D, a < b, 5 <6"),
        ("One\n  two\t three  four", "One two three four"),
        ("It was <del>early</del> late, <ins>very</ins> <s>late</s> indeed.", "It was late, very indeed."),
        ("Run <code>git push</code> and wait.", f"Run {X} and wait."),
        ("See https://example.org/a?b=c now.", f"See {X} now."),
        ("One <br> two<br>three", "One two three"),
        ("One <o:p></o:p>two<wbr>three <x-y>four</x-y>", "One twothree four"),
        ('One <span hidden>two</span> <span style="display: none">three</span> four', "One four"),
        ('One<sup><a href="#fn1" id="r1">1</a></sup> two <a href="#note">*</a>three', "One two three"),
        ('<a title="<b>the the</b>">One</a> <q>two</q>', 'One "two"'),
        ("She said <q>we go, <q>he</q> said</q>.", "She said \"we go, 'he' said\"."),
        ("She said <q>we go, <q>he</q> said</q>, “no”.", "She said “we go, ‘he’ said”, “no”."),
        ("She said <q>“we go”</q><q hidden>never</q><del><q>no</q></del>.", "She said “we go”."),
        ("A q that <q>nothing ends", 'A q that "nothing ends'),
        ("One <!-- really? --> two.", "One two."),
        ("One {{ page.title }} two {% if x %}three{% endif %} [stet: all] four", f"One {X} two three four"),
        ("One <svg><title>drawn</title><text>two</text></svg> three", "One three"),
    ],
)
def test_markup_does_not_break_a_sentence(html: str, prose: str) -> None:
    assert blocks(f"<p>{html}</p>") == [("paragraph", prose)]


@pytest.mark.parametrize(
    ("html", "words", "source"),
    [
        ("<p>Fish &amp; chips", "&", "&amp;"),
        ("<p>&copy2026", "©2", "&copy2"),
        ("<p>One\r\n  two", "One two", "One\r\n  two"),
        ("<p>The <b>fer</b>ry ran", "ferry", "fer</b>ry"),
        ("<p>😀 &#128512; e\u0301 <b>ferry", "ferry", "ferry"),
        ('<img alt="The &quot;pier&quot; at Vik">', "pier", "pier"),
    ],
)
def test_what_the_prose_was_read_from(html: str, words: str, source: str) -> None:
    assert source_of(html, words) == source


# --- blocks


def test_kinds_of_blocks() -> None:
    page = """<!doctype html><html><head><title>No prose</title></head><body>
<h1>Ferry runs aground</h1>
<p class="standfirst">Nobody was hurt.</p>
<p>By Jane Doe</p>
<p>VIK, Norway (AP) — Fog <em>fell</em>.
<figure><img src=p.jpg alt="Fog over the pier"><figcaption>The pier at Vik</figcaption></figure>
<h2>What they knew</h2>
<ul><li>One<li>Two <p>and more</ul>
<blockquote><p>They knew, she said.</blockquote>
<table><caption>Ships</caption><tr><th>Ship<th>Crew<tr><td>Aurora<td>9</table>
Loose words.
<dl><dt>Fog<dd>A cloud</dl>
</body></html>"""
    assert blocks(page) == [
        ("headline", "Ferry runs aground"),
        ("standfirst", "Nobody was hurt."),
        ("byline", "By Jane Doe"),
        ("dateline", "VIK, Norway (AP)"),
        ("paragraph", "Fog fell."),
        ("caption", "Fog over the pier"),
        ("caption", "The pier at Vik"),
        ("heading", "What they knew"),
        ("list item", "One"),
        ("list item", "Two"),
        ("list item", "and more"),
        ("block quote", "They knew, she said."),
        ("caption", "Ships"),
        ("table cell", "Ship"),
        ("table cell", "Crew"),
        ("table cell", "Aurora"),
        ("table cell", "9"),
        ("paragraph", "Loose words."),
        ("paragraph", "Fog"),
        ("paragraph", "A cloud"),
    ]


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<p>One<p>two<div>three</div>four", ["One", "two", "three", "four"]),
        ("<ul><li>One<ul><li>two</ul>three<li>four</ul><p>five", ["One", "two", "three", "four", "five"]),
        ("<table><tr><td>One<td>two<tr><td>three</table><p>four", ["One", "two", "three", "four"]),
        ("One<br><br>two<br>\n<br />three<br>four", ["One", "two", "three four"]),
        ("<p>One</b></div></i> two", ["One two"]),
        ("<b><p>One</b> two</p>three", ["One two", "three"]),
        ("<p>One <s>two<p>three", ["One", "three"]),
        ("One.\n\nTwo <b>and\nthree</b>.", ["One.", "Two and three."]),
        ("<script>if (a<b) '<p>'</script>One<script>", ["One"]),
        ('<iframe srcdoc="<p>hi</p>">no</iframe>One', ["One"]),
        ("<p>One <!-- never ended <p>two", ["One"]),
        ("<p>One <!--> two", ["One two"]),
        ('<p>One <a href="never ended>two', ["One two"]),
        ("<pre>one</pre>two<pre>three</pre>four", ["two", "four"]),
    ],
)
def test_what_is_left_open_ends_as_in_a_browser(html: str, found: list[str]) -> None:
    assert words(html) == found


def test_a_cell_that_is_never_closed_does_not_make_cells_of_what_follows() -> None:
    assert blocks("<table><tr><td>One<td>two</table><p>three<ul><li>four</ul><p>five") == [
        ("table cell", "One"),
        ("table cell", "two"),
        ("paragraph", "three"),
        ("list item", "four"),
        ("paragraph", "five"),
    ]


def test_the_words_for_a_picture_are_not_read_twice() -> None:
    page = '<figure><img alt="The pier at Vik"><figcaption>The pier at Vik in 1950</figcaption></figure>'
    assert blocks(page) == [("caption", "The pier at Vik in 1950")]


# --- the story of a page


def test_what_stands_around_the_story_is_not_read() -> None:
    page = """<body class="has-sidebar">
<header><a href="/">The Courier</a><nav><ul><li>News</ul></nav></header>
<nav>Home</nav>
<div class="article-wrap sidebar-right">
<p>The ferry ran aground.</p>
<div class="share-links"><p>Share this</p></div>
<p>Nobody was hurt.</p>
<aside class="related-stories"><p>Fog at Vik</p></aside>
<aside><p>The Aurora was built in 1950.</p></aside>
<form><p>Your address</p></form>
<p class="sr-only">Skip</p><div role="navigation">More</div><div aria-hidden="true">x</div>
<p>The rest.</p><p>And more.</p>
</div>
<footer><p>All rights reserved</p></footer></body>"""
    assert words(page) == [
        "The ferry ran aground.",
        "Nobody was hurt.",
        "The Aurora was built in 1950.",
        "The rest.",
        "And more.",
    ]


def test_the_article_is_the_story_and_its_headline_may_stand_before_it() -> None:
    page = """<header><h1>Ferry runs aground</h1></header><div><p>Weather: fog</p></div>
<article><header><p class="byline">Jane Doe</p></header><p>Fog fell.</p><p>It rose.</p></article>"""
    assert blocks(page) == [
        ("headline", "Ferry runs aground"),
        ("byline", "Jane Doe"),
        ("paragraph", "Fog fell."),
        ("paragraph", "It rose."),
    ]


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<h1>The Courier</h1><main><h2>Fog</h2><p>It fell.</main>", ["Fog", "It fell."]),
        ("<h1>Fog</h1><main><p>It fell.<h2>Later</h2></main>", ["Fog", "It fell.", "Later"]),
        ("<ul><li><a href='a'>a</a><li><a href='b'>b</a><li><a href='#c'>c</a></ul><p>d", ["d"]),
        ("<ul><li><a href='http://a.org'>a</a><li><a href='b'>b</a></ul><p>d", ["a", "b", "d"]),
    ],
)
def test_what_names_the_site_and_lists_its_pages_is_not_the_story(html: str, found: list[str]) -> None:
    assert words(html) == found


@pytest.mark.parametrize(
    "attribute",
    [
        *("class=share-price", "class='lead ad-hoc'", "class=related-work", "class=promo_lead"),
        *("class=newsletter-edition", "class=cookie-recipe", "id=sidebar-note", "class=has-sidebar"),
    ],
)
def test_a_class_that_only_begins_like_one_of_the_site_stands_in_the_story(attribute: str) -> None:
    page = f"<article><p>One.<p>Two.<p>Three.<div {attribute}><p>Four.</div></article>"
    assert words(page) == ["One.", "Two.", "Three.", "Four."]


@pytest.mark.parametrize(
    "attribute",
    ["class=share-buttons", "class=post__related--inline", "id=comments-area", "class='a social-share'"],
)
def test_a_class_that_says_that_it_stands_around_the_story_does(attribute: str) -> None:
    page = f"<article><p>One.<p>Two.<p>Three.<div {attribute}><p>Four.</div></article>"
    assert words(page) == ["One.", "Two.", "Three."]


@pytest.mark.parametrize(
    "around",
    [
        '<p>\nNext: <a href="b" accesskey="n" rel="next">Fog</a>, Up: <a rel="up" href="i">Top</a></p>',
        '<div><table><tr><td><a accesskey="p" href="a">Prev</a></td><td>Fog</td></tr></table></div>',
        '<div class="header"><p>Next: <a href="b">Fog</a> &nbsp; [<a href="i">Index</a>]</p></div>',
        '<div class="navfooter"><p>Fog at Vik</p></div>',
    ],
)
def test_what_turns_the_pages_of_a_manual_is_not_read(around: str) -> None:
    assert words(f"<body>{around}<p>One.<p>Two.<p>Three.<p>Four.{around}</body>") == [
        *("One.", "Two.", "Three.", "Four."),
    ]


def test_a_link_to_the_next_page_in_a_sentence_is_read() -> None:
    page = '<p>One.<p>The story goes on <a rel="next" href="b">here</a>, where the fog fell.'
    assert words(page) == ["One.", "The story goes on here, where the fog fell."]


def test_two_articles_of_a_size_are_both_read() -> None:
    one, other = "<article><p>One.<p>Two.</article>", "<article><p>Three.<p>Four.</article>"
    assert words(f"<body>{one}{other}</body>") == ["One.", "Two.", "Three.", "Four."]
    assert words(f"<body>{one}<article><p>Three.</article></body>") == ["One.", "Two."]


def test_of_many_articles_all_are_read() -> None:
    page = "<main>" + "".join(f"<article><p>Story {n}.</p></article>" for n in range(3)) + "</main>"
    assert words(page) == ["Story 0.", "Story 1.", "Story 2."]


def test_tables_that_lay_out_a_page_hold_paragraphs() -> None:
    page = "<table><tr><td><p>One.</p><p>Two.</p></td><td>three</td></tr></table>"
    assert blocks(page) == [("paragraph", "One."), ("paragraph", "Two."), ("table cell", "three")]


def test_a_report_of_copydesk_is_no_draft() -> None:
    page = '<!doctype html>\n<html><head><meta charset="utf-8">\n<meta name="generator" content="copydesk">'
    assert blocks(f"{page}<body><p>The the mayor") == []


def test_front_matter_is_read() -> None:
    assert blocks("---\ntitle: One\n---\n<h1>Two</h1><p>Three.") == [
        ("headline", "One"),
        ("heading", "Two"),
        ("paragraph", "Three."),
    ]


def test_a_page_that_scripts_make_is_refused() -> None:
    with pytest.raises(UnreadableError, match="no text of its own"):
        draft("<body><div id=app></div><script src=app.js></script>")
    assert blocks("<body><div id=app></div>") == []
    assert blocks("{% block main %}{% endblock %}<script src=app.js></script>") == []


# --- notes


def test_comments_are_notes_but_for_those_of_programs() -> None:
    page = (
        "<!-- wp:paragraph --><p>One <!-- stet: rule -- why -->two.</p><!-- /wp:paragraph --><!--more-->"
        "<!--[if gte mso 9]><xml>x</xml><![endif]--><!-- for the desk --><p>Three.</p><![if !vml]>"
    )
    document = draft(page)
    assert document.text == "One two.\nThree."
    assert [(note.text, document.block_index(note.at)) for note in document.notes] == [
        ("stet: rule -- why", 0),
        ("for the desk", 1),
    ]


GOOGLE = (
    '<html><head><style type="text/css">.c1{font-weight:700}.c7{text-decoration:line-through}</style></head>'
    '<body class="c5 doc-content"><p class="c3 title"><span class="c0">Ferry runs aground</span></p>'
    '<p class="c3"><span class="c0">Mayor O&rsquo;Brien said on Tues</span><span class="c1">day'
    '</span><span class="c7"> night</span><span>.</span>'
    '<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup><sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup></p>'
    '<p class="c3"><span>Fog fell.</span></p><hr class="c9">'
    '<div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span>&nbsp;He was not asked.</span></p></div>'
    '<div class="c8"><p class="c9"><a href="#cmnt_ref1" id="cmnt1">[a]</a>'
    '<span class="c0">stet: rule -- the mayor&#39;s word</span></p></div></body></html>'
)


def test_a_document_of_google() -> None:
    document = draft(GOOGLE)
    assert blocks(GOOGLE) == [
        ("headline", "Ferry runs aground"),
        ("paragraph", "Mayor O’Brien said on Tuesday."),
        ("paragraph", "Fog fell."),
        ("paragraph", "He was not asked."),
    ]
    (note,) = document.notes
    assert note.text == "stet: rule -- the mayor's word"
    assert document.block_index(note.at) == 1
    assert GOOGLE[note.start : note.end].startswith('<div class="c8">')


def test_a_paragraph_of_a_comment_that_begins_with_stet_is_a_note_of_its_own() -> None:
    said = '<p><a href="#cmnt_ref1" id="cmnt1">[a]</a>I think so.</p><p>stet: rule -- why</p>'
    page = f'<p>The vote.<a href="#cmnt1" id="cmnt_ref1">[a]</a></p><div>{said}</div>'
    assert [note.text for note in draft(page).notes] == ["I think so.", "stet: rule -- why"]


WORD = (
    '<html xmlns:o="urn:schemas-microsoft-com:office:office"><body lang=EN-GB>'
    "<!--[if gte mso 9]><xml><o:p>hidden</o:p></xml><![endif]-->"
    "<p class=MsoTitle>Ferry runs aground<o:p></o:p></p>"
    "<p class=MsoNormal><span style='mso-bookmark:\"a>b\"'>The <o:p></o:p>quick&#8217;s brown</span>"
    '<span class=MsoCommentReference><a class=msocomanchor id="_anchor_1" href="#_msocom_1">[JD1]</a></span>'
    "<![if !supportEmptyParas]>&nbsp;<![endif]><o:p></o:p></p>\r\n"
    "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·"
    "<span>&nbsp;</span></span>A point</p>"
    "<div style='mso-element:comment-list'><div style='mso-element:comment'>"
    '<div id="_com_1" class=msocomtxt><p class=MsoCommentText><a name="_msocom_1"></a>'
    '<a class=msocomoff href="#_msoanchor_1">[JD1]</a>'
    "Who says so?</p></div></div></div></body></html>"
)


def test_a_document_of_word_saved_as_html() -> None:
    document = draft(WORD)
    assert blocks(WORD) == [
        ("headline", "Ferry runs aground"),
        ("paragraph", "The quick’s brown"),
        ("list item", "A point"),
    ]
    assert [(note.text, document.block_index(note.at)) for note in document.notes] == [("Who says so?", 1)]


# --- bad input


def test_the_reader_keeps_what_readers_promise() -> None:
    samples = [
        GOOGLE,
        WORD,
        "<p>One &amp; two <b>three</b><ul><li>four</ul><img alt='five six'><!-- seven -->",
    ]
    check_reader(load_registry(plugins=False).readers["html"], [sample.encode() for sample in samples])


@pytest.mark.hostile
@pytest.mark.parametrize(
    "text",
    [
        "<a " * 50_000,
        '<a b="' * 20_000,
        "<a b=\"'" * 20_000,
        "<!--" * 50_000,
        "<p>" * 50_000 + "</b>" * 50_000,
        "<div>" * 50_000 + "a" + "</div>" * 50_000,
        "<b>" * 50_000 + "</i>" * 50_000,
        "<ul><li>" * 20_000,
        '<div class="share">' * 20_000 + "<p>a",
        "<svg>" * 50_000,
        "<script " * 50_000,
        "<style></style" * 20_000,
        "&a" * 50_000,
        " \n" * 100_000,
        "a " + " " * 200_000 + "\nb",
        '<a href="#">' * 20_000,
        '<a id="cmnt1" href="#cmnt_ref1">' * 20_000,
        "<img alt='a b'>" * 20_000,
        "<br>" * 50_000,
        "<article><p>" * 20_000,
    ],
    ids=lambda text: repr(text[:12]),
)
def test_hostile_pages_are_read_or_refused(text: str) -> None:
    with suppress(UnreadableError):
        draft(text)


# --- encodings


def page_in(label: str, data: bytes) -> bytes:
    return b'<html><head><meta charset="%b"></head><body><p>%b</p></body>' % (label.encode(), data)


@pytest.mark.parametrize(
    ("label", "codec", "text"),
    [
        ("windows-1250", "cp1250", "Dvořák’s café"),
        ("ISO-8859-2", "iso8859-2", "Dvořák"),
        ("koi8-r", "koi8-r", "Мэр сказал"),
        ("Shift_JIS", "cp932", "村長ソ"),
        ("gb2312", "gb18030", "市长"),
        ("euc-kr", "cp949", "시장"),
        ("macintosh", "mac-roman", "“café”"),
    ],
)
def test_a_page_is_read_in_the_encoding_that_it_declares(label: str, codec: str, text: str) -> None:
    source = read("a.html", page_in(label, text.encode(codec))).source
    assert (source.text[-len(text) - 11 :], source.encoding, source.fallback) == (
        f"{text}</p></body>",
        codec,
        None,
    )


def test_xml_and_the_older_meta_declare_encodings_too() -> None:
    for head in (
        b'<?xml version="1.0" encoding="ISO-8859-2"?>',
        b'<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2">',
    ):
        assert read("a.html", head + b"<p>Dvo\xf8\xe1k").text == "Dvořák"


def test_utf8_and_a_byte_order_mark_say_more_than_the_page() -> None:
    assert read("a.html", page_in("koi8-r", "café".encode())).text == "café"
    assert read("a.html", b"\xff\xfe" + page_in("koi8-r", b"x").decode().encode("utf-16-le")).text == "x"
    assert read("a.html", page_in("utf-16", b"caf\xe9")).text == "café"


@pytest.mark.parametrize(
    ("label", "data", "why"),
    [
        ("x-klingon", b"caf\xe9", "in x-klingon, which is not read"),
        ("iso-2022-jp", b"\x1b$B;T\x1b(B", "in iso-2022-jp, which is not read"),
        ("rot13", b"caf\xe9", "in rot13, which is not read"),
        ("unicode_escape", b"caf\xe9", "in unicode_escape, which is not read"),
        ("Shift_JIS", b"\x93no\x81", "in Shift_JIS, and its bytes are not"),
    ],
)
def test_an_encoding_that_is_not_read_is_told(label: str, data: bytes, why: str) -> None:
    with pytest.raises(UnreadableError, match=why):
        read("a.html", page_in(label, data))


def test_what_is_corrected_stays_in_its_encoding(copydesk, folder, tmp_path) -> None:
    folder({})
    page = page_in("koi8-r", "He saw the the city, said Иван.".encode("koi8-r"))
    (tmp_path / "a.html").write_bytes(page)
    copydesk("check", "a.html", "--select", "repeated-word", "--fix", "--unsafe-fixes", installed=True)
    assert (tmp_path / "a.html").read_bytes() == page.replace(b"the the", b"the")


def test_captions_of_wordpress() -> None:
    picture = '[caption id="a_1" width="3"]<img src="a.jpg" /> The pier.[/caption]'
    page = f"<p>One.</p>{picture}<p>A [caption] two.</p>"
    assert blocks(page) == [
        ("paragraph", "One."),
        ("caption", "The pier."),
        ("paragraph", "A [caption] two."),
    ]
