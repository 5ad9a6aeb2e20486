"""What it costs to compare two versions of a story, against a check of the newer one.

    python tests/bench/versions.py [FOLDER]

FOLDER holds pairs as NAME.old.md and NAME.new.md; without it, made-up drafts in which one sentence in five
changed. Told in processor time: of a pair, read and compared, as a ratio to the check of one draft with all
rules, and in milliseconds for 1,000 words. Then how it grows with the length of a story.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from random import Random
from time import process_time

from corpus import draft
from stopwatch import timed

from copydesk.document import Document, Revision
from copydesk.engine.checking import check_document
from copydesk.plugins.registry import Registry, load_registry
from copydesk.plugins.selection import select_rules
from copydesk.views.changes.story import tell_story

BAR = 2.0
"""The most that a pair may cost, in checks of one draft: 50 stories in the time of a check of 100."""

MILLISECONDS = 50
"""The most that a pair of 1,000 words may cost."""

Pair = tuple[bytes, bytes]


def edited(random: Random, text: bytes) -> bytes:
    """Return a draft in which one sentence in five has another figure or another word."""
    sentences = text.decode().split(". ")
    for index in range(0, len(sentences), 5):
        words = sentences[index].split(" ")
        words[random.randrange(len(words))] = random.choice(("seven", "14", "never", "harbor"))
        sentences[index] = " ".join(words)
    return ". ".join(sentences).encode()


def pairs(folder: str | None) -> list[Pair]:
    """Return the pairs of a folder, or made-up ones."""
    if folder is None:
        random = Random(5)  # noqa: S311  nothing secret
        drafts = [draft(random) for _ in range(100)]
        return [(text, edited(random, text)) for text in drafts]
    files = sorted(Path(folder).glob("*.old.md"))
    both = ((file.read_bytes(), Path(str(file).replace(".old.", ".new.")).read_bytes()) for file in files)
    return [(old, new) for old, new in both if old != new]


def compare(registry: Registry, found: Sequence[Pair]) -> None:
    """Read and compare pairs, as `copydesk changes` does."""
    rules = select_rules(registry, select=["changes"])
    reader = registry.reader_for("draft.md")
    for old, new in found:
        earlier = Document(reader.read("draft.md", old))
        newer = Document(reader.read("draft.md", new), revision=Revision(earlier))
        tell_story(newer, rules, registry)


def check(registry: Registry, found: Sequence[Pair]) -> None:
    """Check the newer drafts, as `copydesk check` does."""
    rules = select_rules(registry)
    reader = registry.reader_for("draft.md")
    for _, new in found:
        check_document(Document(reader.read("draft.md", new)), rules)


def main() -> None:
    """Measure and print; the exit code is 1 where a bar is missed."""
    registry = load_registry()
    found = pairs(sys.argv[1] if len(sys.argv) > 1 else None)
    words = sum(len(new.split()) for _, new in found)
    compare(registry, found[:5])
    check(registry, found[:5])
    one = min(timed(lambda: compare(registry, found), process_time) for _ in range(3))
    other = min(timed(lambda: check(registry, found), process_time) for _ in range(3))
    ratio, milliseconds = one / other, 1e6 * one / words
    print(f"{len(found)} pairs, against a check of the newer draft  {ratio:6.2f}  (at most {BAR:g})")
    print(f"a pair of 1,000 words, processor time       {milliseconds:6.1f} ms  (at most {MILLISECONDS})")
    random = Random(6)  # noqa: S311  nothing secret
    long = draft(random, 400)
    double = long + b"\n" + draft(random, 400)
    times = [
        timed(lambda text=text: compare(registry, [(text, edited(random, text))]), process_time)
        for text in (long, double)
    ]
    print(f"a story of twice the length                 {times[1] / times[0]:6.2f} times")
    sys.exit(int(ratio > BAR or milliseconds > MILLISECONDS))


if __name__ == "__main__":
    main()
