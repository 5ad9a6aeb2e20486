"""What one family of rules costs: on many drafts, on one draft in a new process, and as a draft grows.

    python tests/bench/family.py FAMILY [PATHS...]

Warm cost is told in passes of one word regex over the same text: of the family by itself, with every analysis
that it asks for, and after all other families, which have paid for what they share. The drafts are the plain
text files at PATHS, by default made-up ones, the same at every run.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from pathlib import Path
from random import Random
from statistics import median
from time import process_time

from corpus import SEED, draft
from stopwatch import CLICK, child_seconds, copydesk, timed

from copydesk.document import Document
from copydesk.engine.checking import check_document
from copydesk.plugins.registry import Registry, load_registry
from copydesk.plugins.selection import ActiveRule, select_rules

ROUNDS = 5
PROCESSES = 30


def read(registry: Registry, texts: Sequence[bytes]) -> list[Document]:
    """New documents, of which nothing is known yet."""
    reader = registry.reader_for("draft.txt")
    return [Document(reader.read("draft.txt", text)) for text in texts]


def check(documents: Sequence[Document], rules: Sequence[ActiveRule]) -> None:
    """Let the rules read the documents."""
    for document in documents:
        if problems := check_document(document, rules).problems:
            raise SystemExit(f"not everything was checked: {problems[0]}")


def warm(
    registry: Registry, texts: Sequence[bytes], rules: Sequence[ActiveRule], before: Sequence[ActiveRule] = ()
) -> float:
    """The least seconds that the rules take for drafts that the rules `before` have read already."""
    times = []
    for _ in range(ROUNDS):
        documents = read(registry, texts)
        check(documents, before)
        times.append(timed(lambda documents=documents: check(documents, rules), process_time))
    return min(times)


def cold(family: str) -> tuple[float, float]:
    """Seconds that the family adds to a run over the seed article, and that importing click takes."""
    commands = [copydesk(str(SEED)), copydesk(str(SEED), "--ignore", family), CLICK]
    rows = [[child_seconds(command) for command in commands] for _ in range(PROCESSES)]
    return median(row[0] - row[1] for row in rows), median(row[2] for row in rows)


def main() -> None:
    """Measure and print."""
    if len(sys.argv) < 2:
        raise SystemExit(__doc__)
    family = sys.argv[1]
    files = [file for path in sys.argv[2:] for file in sorted(Path(path).rglob("*.txt"))]
    random = Random(5)  # noqa: S311  nothing secret
    texts = [file.read_bytes() for file in files] or [draft(random) for _ in range(200)]
    registry = load_registry()
    rules = select_rules(registry, select=[family])
    others = select_rules(registry, ignore=[family])

    plain = [document.text for document in read(registry, texts)]
    floor = min(timed(lambda: [re.findall(r"\w+", text) for text in plain], process_time) for _ in range(9))
    alone, added = warm(registry, texts, rules), warm(registry, texts, rules, others)
    short, long = (warm(registry, [draft(random, paragraphs)], rules) for paragraphs in (1000, 2000))
    print(f"{len(texts)} drafts, by itself           {alone / floor:6.2f} passes of a word regex")
    print(f"after all other families          {added / floor:6.2f} passes")
    print(f"a draft twice as long takes       {long / short:6.2f} times as long")
    more, click = cold(family)
    print(f"a new process on the seed article {more / click:6.2f} times `import click` more")


if __name__ == "__main__":
    main()
