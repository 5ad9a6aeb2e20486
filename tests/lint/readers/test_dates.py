"""The publication date in the metadata of every format."""

from __future__ import annotations

import pytest

from copydesk.testing import draft

HTML = (
    '<html><head><meta charset="utf-8"><meta {}><title>Fog</title></head><body><p>Fog fell.</p></body></html>'
)


@pytest.mark.parametrize(
    ("reader", "text", "key"),
    [
        (
            "html",
            HTML.format('property="article:published_time" content="2031-03-02"'),
            "article:published_time",
        ),
        ("html", HTML.format("content='2031-03-02' name='date'"), "date"),
        ("html", HTML.format('itemprop="datePublished" content="2 March 2031"'), "datePublished"),
        ("asciidoc", "= Fog\nAnn Roe\n:date: 2031-03-02\n\nFog fell.\n", "date"),
        ("rst", "Fog\n###\n\n:date: 2031-03-02\n\nFog fell.\n", "date"),
        ("org", "#+TITLE: Fog\n#+DATE: <2031-03-02 Sun>\n\nFog fell.\n", "date"),
        ("archieml", "headline: Fog\ndate: March 2, 2031\n\n[+body]\nFog fell.\n[]\n", "date"),
        ("cms", '{"date": "2031-03-02", "content": {"rendered": "<p>Fog fell.</p>"}}', "date"),
        ("mdx", "---\npubDate: Mar 02 2031\n---\n\nFog fell.\n", "pubDate"),
    ],
)
def test_the_publication_date(reader: str, text: str, key: str) -> None:
    document = draft(text, reader)
    assert document.published is not None
    assert (document.published.day.isoformat(), document.published.origin) == ("2031-03-02", key)


@pytest.mark.parametrize(
    ("reader", "text"),
    [
        ("plain", "date: 2031-03-02\n\nFog fell.\n"),
        ("html", HTML.format('name="viewport" content="width=2031-03-02"')),
        ("html", "<body><p>Fog fell.</p><meta name=date content='2031-03-02'></body>"),
        ("markdown", "Fog fell.\n\ndate: 2031-03-02\n"),
    ],
)
def test_what_is_no_metadata(reader: str, text: str) -> None:
    assert draft(text, reader).published is None
