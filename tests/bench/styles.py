"""What following a house style costs: the rules of the family `style`, after all others have read the drafts.

    python tests/bench/styles.py [PATHS...]

The drafts are the plain text files at PATHS, by default made-up ones, the same at every run. `share` is what
these rules take of the time of all rules of a run that names no house; `growth` is how many times as long
they take for a draft twice as long.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from random import Random

from corpus import draft
from family import warm

from copydesk.config.resolver import CommandLine, House
from copydesk.config.settings import AUTO
from copydesk.plugins.registry import Registry, load_registry
from copydesk.plugins.selection import ActiveRule

FAMILY = "style"


def rules_of(registry: Registry, style: str) -> Sequence[ActiveRule]:
    """The rules that judge a draft by itself under a style."""
    settings = House(registry, CommandLine(isolated=True, style=style)).settings("draft.txt")
    return [rule for rule in settings.rules if not rule.across]


def main() -> None:
    """Measure and print."""
    files = [file for path in sys.argv[1:] for file in sorted(Path(path).rglob("*.txt"))]
    random = Random(5)  # noqa: S311  nothing secret
    texts = [file.read_bytes() for file in files] or [draft(random) for _ in range(200)]
    long = [[draft(random, paragraphs)] for paragraphs in (1000, 2000)]
    registry = load_registry()
    floor = warm(registry, texts, rules_of(registry, AUTO))
    print(f"{'style':18}{'share':>8}{'growth':>8}")
    for style in registry.styles:
        rules = rules_of(registry, style)
        own = [rule for rule in rules if rule.family == FAMILY]
        others = [rule for rule in rules if rule.family != FAMILY]
        added = warm(registry, texts, own, others)
        short, double = (warm(registry, drafts, own) for drafts in long)
        print(f"{style:18}{added / floor:8.3f}{double / max(short, 1e-3):8.2f}")


if __name__ == "__main__":
    main()
