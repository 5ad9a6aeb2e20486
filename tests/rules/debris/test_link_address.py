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
    ],
)
@pytest.mark.parametrize("link", ["See [a]({}) now.", "See <a href='{}'>a</a>.", "See {} now."])
def test_the_mark_of_a_chatbot_is_cut_off(corrected, link: str, address: str, left: str) -> None:
    assert corrected(LinkAddress, link.format(address), format="markdown") == link.format(left)


def test_in_html() -> None:
    text = '<p>See <a class="b" href="www.a.example">the list</a>.</p>'
    assert [one.excerpt for one in check(LinkAddress, text, format="html")] == ["www.a.example"]
