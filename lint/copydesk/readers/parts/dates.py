"""Dates in the metadata of formats whose metadata are no front matter."""

from __future__ import annotations

import re

from copydesk.language.dating import may_be_date
from copydesk.model.builder import ProseBuilder

HEAD = 2_000
"""Characters at the beginning of a file in lines, in which its metadata stand."""

FIELDS = r"(?m)^(?::|#\+)(?P<key>[\w-]{1,40}):[ \t]+[<\[]?(?P<date>[^\r\n<>\[\]]{8,40})"
"""`:date: 2031-03-02` of AsciiDoc and reStructuredText, `#+DATE: <2031-03-02>` of Org."""

KEYS = r"(?m)^[ \t]*(?P<key>[\w-]{1,40})[ \t]*:[ \t]*(?P<date>[^\r\n]{8,40})$"
"""`date: 2031-03-02` of ArchieML."""

META = (
    r"(?is)<meta\s(?=[^>]{0,300}?\b(?:property|name|itemprop)=[\"'](?P<key>[^\"'>]{1,40})[\"'])"
    r"[^>]{0,300}?\bcontent=[\"'](?P<date>[^\"'>]{8,40})[\"']"
)
"""`<meta property="article:published_time" content="2031-03-02">` of HTML."""


def keep_dates(builder: ProseBuilder, text: str, lines: str) -> None:
    """Keep what may be dates of the metadata in a text.

    lines  a pattern with the groups `key` and `date`
    """
    for match in re.finditer(lines, text):
        if may_be_date(match["date"]):
            builder.date(match["key"], match["date"])
