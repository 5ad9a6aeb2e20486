"""Draft in, findings out: links that lead nowhere, elsewhere, or have no words."""

from __future__ import annotations

import pytest

from copydesk.testing import check
from copydesk_rules.debris.link_address import LinkAddress


@pytest.mark.parametrize(
    ("text", "excerpt"),
    [
        ("See [a](www.a.example/b).", "www.a.example/b"),
        ("See [a](orrtimes.com/b).", "orrtimes.com/b"),
        ("See [a](https://a.example/bhttps://c.example).", "https://a.example/bhttps://c.example"),
        ("See [a](https://https://c.example).", "https://https://c.example"),
        ("See [a](https://www.google.com/url?q=b).", "https://www.google.com/url?q=b"),
        ("See [a](https://nam1.safelinks.protection.outlook.com/?u=b).", None),
        ("See [a](http://).", "[a](http://)"),
        ("See it[.](https://a.example)", "[.](https://a.example)"),
        ("See [](https://a.example).", "[](https://a.example)"),
        ("See <a href='www.a.example'>a</a>.", "www.a.example"),
        ("See https://a.example/?utm_source=chatgpt.com now.", "?utm_source=chatgpt.com"),
        ("See (https://a.example)[a] now.", "(https://a.example)[a]"),
        ("See [the report](TK).", "[the report](TK)"),
        ("See [the report](URL).", "[the report](URL)"),
        ("See [the report](https://a.example the report).", "[the report](https://a.example the report)"),
        ("See [the report](http:// the report).", "[the report](http:// the report)"),
        ("See [the report](file:///C:/report.pdf).", "file:///C:/report.pdf"),
        ("See [the new report][report].", "[the new report][report]"),
        ("See [the new report][].", "[the new report][]"),
        ("See [a][b] and [c][d].\n\n[b]: https://a.example\n", "[c][d]"),
        ("See [a][b].\n\n[b]: www.a.example\n", "www.a.example"),
        ("See [a](htp://a.example).", "htp://a.example"),
        ("See [a](http:/a.example).", "http:/a.example"),
        ("See [a](https//a.example/b).", "https//a.example/b"),
        ("See [a](https://a.example/https://a.example/b).", "https://a.example/https://a.example/b"),
        ("See [a](https://outlook.live.com/mail/0/inbox/id/b).", None),
        ("See [a][b].\n\n[b]: https://a.example/?c=d&utm_source=chatgpt.com\n", "&utm_source=chatgpt.com"),
        ("See <a href='https://a.example'></a> now.", "<a href='https://a.example'></a>"),
        ("See <a href='https://a.example'>&nbsp;</a> now.", "<a href='https://a.example'>&nbsp;</a>"),
        (
            "See it<a href='https://a.example' target='_blank'>.</a>",
            "<a href='https://a.example' target='_blank'>.</a>",
        ),
    ],
)
def test_a_fault(text: str, excerpt: str | None) -> None:
    (finding,) = check(LinkAddress, text, format="markdown")
    assert excerpt is None or finding.excerpt == excerpt


@pytest.mark.parametrize(
    "text",
    [
        "See [a](/b), [b](../c.md), [c](notes.md), [d](#e), [e](mailto:a@b.example), [f](tel:123).",
        "See [a](https://web.archive.org/web/2020/http://b.example) and [b](https://a.example/?u=https://b.example).",
        "See [a](https://a.example/b_(c)) and [d](<https://a.example/x> 'title').",
        "See [![a](b.png)](https://a.example) and ![](b.png).",
        "See [a](\n  https://a.example) and [b]( https://b.example).",
        "Go [↩](#top) or [→](https://a.example).",
        "See `[a]()`.\n\n```\n[b](www.c.example)\n```\n",
        "Read <https://a.example> (https://a.example) [sic].",
        "See [a](https://a.example/?utm_source=newsletter).",
        "See [the report][Report], [report][], [report] and [a][b  c].\n\n[report]: /a\n[B c]: /d\n",
        "> See [the map][map].\n>\n> [map]: /a\n\n- It has [a new list][list].\n\n  [list]: /b\n",
        "She said “[the mayor][sic] won” and x[i][j] = 1. See [Prose.slice][copydesk.model.prose].",
        "See [the new report][^1].\n\n[^1]: A note.\n",
        "See `[the new report][report]` and ![the map][map].",
        'See [a](https://a.example "the map") and [b](https://b.example (the map)).',
        "See <a id='a' href='#a'></a> and <a class='icon' href='https://a.example'></a>.",
        "See <a href='https://a.example'><img src='a.png' alt='the map'></a>.",
        "Open [your inbox](https://mail.google.com), [b](https://outlook.live.com/mail/).",
        "See [a](https://memento.example/list/2010/http://b.example) and [b](https://reader.example/https://b.example).",
        "See [a](http-notes.md), [b](https.html) and [c](http/notes.md).",
        "The roof[2][citation needed] fell[1][2].\n\n[a]: https://a.example\n",
        "See [the links](links.md) and [this](HERE.md).",
    ],
)
def test_a_link_as_it_should_be(text: str) -> None:
    assert check(LinkAddress, text, format="markdown") == []


@pytest.mark.parametrize(
    ("address", "left"),
    [
        ("https://a.example/?utm_source=chatgpt.com", "https://a.example/"),
        ("https://a.example/?utm_source=chatgpt.com&b=c", "https://a.example/?b=c"),
        ("https://a.example/?b=c&utm_source=openai", "https://a.example/?b=c"),
        ("https://a.example/?b=c&utm_source=openai&d=e", "https://a.example/?b=c&d=e"),
        ("https://a.example/?utm_source=ChatGPT&b=c", "https://a.example/?b=c"),
        ("https://a.example/?utm_source=chat.openai.com", "https://a.example/"),
        ("https://a.example/?utm_source=chatgpt.com&amp;b=c", "https://a.example/?b=c"),
        ("https://a.example/?b=c&amp;utm_source=chatgpt.com&amp;d=e", "https://a.example/?b=c&amp;d=e"),
        ("https://a.example/?b=c&amp;utm_source=chatgpt.com", "https://a.example/?b=c"),
    ],
)
@pytest.mark.parametrize("link", ["See [a]({}) now.", "See <a href='{}'>a</a>.", "See {} now."])
def test_the_mark_of_a_chatbot_is_cut_off(corrected, link: str, address: str, left: str) -> None:
    assert corrected(LinkAddress, link.format(address), format="markdown") == link.format(left)


def test_in_html() -> None:
    text = '<p>See <a class="b" href="www.a.example">the list</a>.</p>'
    assert [one.excerpt for one in check(LinkAddress, text, format="html")] == ["www.a.example"]


@pytest.mark.parametrize(
    "words", ["[the map](#)", "[the new map][map]", "(https://a.example)[a]", "<code>x[i]()</code>"]
)
def test_html_has_no_links_in_the_syntax_of_markdown(words: str) -> None:
    assert check(LinkAddress, f"<p>See {words} and <a href='/b'>b</a>.</p>", format="html") == []
