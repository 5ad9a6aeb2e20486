"""Prose checked in a second by one process with all rules, and how the cost grows.

    python tests/bench/throughput.py

The drafts are made up from templates, the same at every run.
"""

from __future__ import annotations

import re
from random import Random
from time import process_time

from corpus import draft
from stopwatch import timed

from copydesk.plugins.registry import load_registry
from copydesk.plugins.selection import select_rules
from copydesk.run.inputs import Input
from copydesk.run.runner import run


def main() -> None:
    """Measure and print."""
    random = Random(5)  # noqa: S311  nothing secret
    drafts = [draft(random) for _ in range(200)]
    registry = load_registry()
    rules = select_rules(registry)

    def check(texts: list[bytes]) -> None:
        inputs = [Input(f"{number:04}.txt", text) for number, text in enumerate(texts)]
        if problems := run(inputs, rules, registry).problems:
            raise SystemExit(f"not everything was checked: {problems[0]}")

    def seconds(texts: list[bytes]) -> float:
        return min(timed(lambda: check(texts), process_time) for _ in range(3))

    half, whole = seconds(drafts[:100]), seconds(drafts)
    short, long = (seconds([draft(random, paragraphs)]) for paragraphs in (1000, 2000))
    megabytes = sum(map(len, drafts)) / 1e6
    floor = timed(lambda: [re.findall(r"\w+", text.decode()) for text in drafts], process_time)
    print(f"{len(drafts)} drafts, {megabytes:.1f} MB           {megabytes / whole:6.2f} MB/s")
    print(f"one word regex, the floor    {megabytes / floor:6.2f} MB/s")
    print(f"twice the drafts take        {whole / half:6.2f} times as long")
    print(f"a draft twice as long takes  {long / short:6.2f} times as long")


if __name__ == "__main__":
    main()
