"""How fast drafts are read, and that twice as much of anything takes at most 2.3 times as long.

    python tests/bench/readers.py [--check]

The tokenizer of HTML is measured by itself, the reader of pages beside that of Markdown on the same story.
With `--check` the exit code is 1 where reading grows faster than it may.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from time import process_time

from copydesk.plugins.registry import load_registry
from copydesk.readers import Reader
from copydesk.readers.markup.html.tokens import html_tokens
from copydesk.testing import reading_growth

BAR = 2.3
SIZE = 20_000
ROUNDS = 7

UNITS = (
    '<a_ <a_b=" <!-- <p> <div> <ul><li> <script> &amp; &a <br> {{ {% [stet: {/* import_a {a} [[ ]] ` * _ = | '
    "<A> https://a <td> <svg> <img_alt='a_b'>"
).split()
"""What files are made of, again and again; an underscore is a space."""

PARAGRAPH = "The *ferry* from Vik [ran aground](https://example.org/a) on Monday, said Ann Roe & the mayor.\n"


def story(paragraphs: int) -> tuple[str, str]:
    """One story in Markdown and in HTML."""
    html = PARAGRAPH.strip().replace("&", "&amp;").replace("*ferry*", "<em>ferry</em>")
    link = '<a href="https://example.org/a">ran aground</a>'
    html = html.replace("[ran aground](https://example.org/a)", link)
    return (PARAGRAPH * 4 + "\n") * paragraphs, f"<p>{' '.join([html] * 4)}</p>\n" * paragraphs


def seconds(read: Callable[[], object]) -> float:
    """Processor time of the quickest of some rounds."""
    best = float("inf")
    for _ in range(ROUNDS):
        start = process_time()
        read()
        best = min(best, process_time() - start)
    return best


def growth(reader: Reader, unit: bytes) -> float:
    """How many times as long twice as much takes; measured again on more of it where it seems too long."""
    times = reading_growth(reader, unit, SIZE, 1)
    again = ROUNDS
    while times > BAR and again:
        times = min(times, reading_growth(reader, unit, 2 * SIZE, 2))
        again -= 1
    return times


def main() -> int:
    """Measure, print, judge."""
    readers = load_registry(plugins=False).readers
    markdown, html = story(1_000)
    spent = seconds(lambda: sum(1 for _ in html_tokens(html)))
    print(f"tokens of HTML        {len(html) / spent / 1e6:6.1f} million characters a second")
    for name, text in (("markdown", markdown), ("html", html)):
        prose = len(readers[name].read("draft", text.encode()).text)
        spent = seconds(partial(readers[name].read, "draft", text.encode()))
        print(f"{name:10} whole      {prose / spent / 1e6:6.1f} million characters of prose a second")
    found = sorted(
        (growth(reader, unit.replace("_", " ").encode()), reader.name, unit)
        for reader in readers.values()
        if reader.is_text and reader.name != "plain"
        for unit in UNITS
    )
    for times, name, unit in found[-8:]:
        print(f"{name:10} {unit:12} twice as much takes {times:.2f} times as long (bar {BAR})")
    return int("--check" in sys.argv and found[-1][0] > BAR)


if __name__ == "__main__":
    sys.exit(main())
