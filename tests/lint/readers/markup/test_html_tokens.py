"""The tokenizer of HTML beside html5lib, on the pages that programs have brought to this machine."""

from __future__ import annotations

import sys
from collections import Counter
from itertools import islice
from pathlib import Path

import pytest

from copydesk.readers.markup.html.tokens import TokenKind, html_tokens

pytestmark = pytest.mark.slow

PLACES = (
    Path("/usr/share/doc"),
    Path(sys.base_prefix, "lib"),
    Path("/usr/lib/node_modules"),
    Path("/usr/share/gtk-doc"),
)
FEWEST, MOST, MOST_OF_A_FOLDER = 20, 100, 12
SMALLEST, LARGEST = 1_000, 80_000

RAW = frozenset("script style textarea title iframe noembed noframes noscript xmp".split())


def pages() -> list[Path]:
    """Pages of different makes: a few of each folder."""
    found: list[Path] = []
    of_folder: Counter[Path] = Counter()
    for path in (page for place in PLACES for page in sorted(place.rglob("*.htm*"))):
        folder = path.parent
        if path.suffix not in (".html", ".htm") or of_folder[folder] == MOST_OF_A_FOLDER:
            continue
        if path.is_file() and SMALLEST <= path.stat().st_size <= LARGEST:
            of_folder[folder] += 1
            found.append(path)
    return list(islice(found, MOST))


def text_of_tokens(page: str) -> str:
    """The text of a page as our tokens have it, without its white space."""
    words = (
        token.value if token.kind is TokenKind.CHARACTER else page[token.start : token.end]
        for token in html_tokens(page)
        if token.kind in (TokenKind.TEXT, TokenKind.CHARACTER)
    )
    return "".join("".join(words).split())


def text_of_body(page: str) -> str:
    """The text of a page's body as html5lib builds it, without what is not parsed and without white space."""
    html5lib = pytest.importorskip("html5lib")
    tree = html5lib.parse(page, treebuilder="etree", namespaceHTMLElements=False)
    words = []
    todo = [(tree.find("body"), True)]
    while todo:
        element, first = todo.pop()
        if not first:
            words.append(element.tail or "")
            continue
        todo.append((element, False))
        if isinstance(element.tag, str) and element.tag not in RAW:
            words.append(element.text or "")
            todo += [(child, True) for child in reversed(element)]
    return "".join("".join(words).split())


def test_their_text_is_that_of_html5lib(skip) -> None:
    found = pages()
    if len(found) < FEWEST:
        skip("pages", f"there are {len(found)} pages of HTML on this machine, and {FEWEST} are needed")
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in found]
    differ = [
        path for path, page in zip(found, texts, strict=True) if text_of_tokens(page) != text_of_body(page)
    ]
    assert len(differ) <= 0.05 * len(found), differ


@pytest.mark.parametrize(
    "page",
    [
        "<p>a<p title='>'>b &copy 2026 &notit; &#x41; &amp",
        "a<!-- > --><!--> b --> c <!- d -> </ e> f <? g > h",
        "<div a=<b>c</div <d>e",
        "<table><tr><td>a<td>b</table><script><!-- </p> --></script>c<textarea><b></textarea>d",
        "1 < 2 <3 </> <",
    ],
)
def test_their_text_is_that_of_html5lib_on_broken_pages(page: str) -> None:
    pytest.importorskip("html5lib")
    assert text_of_tokens(page) == text_of_body(page)
