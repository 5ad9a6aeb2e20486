"""Text that is made to keep patterns busy: twice as much of it may take at most 2.5 times as long.

    python tests/bench/hostile.py [--check]

Reading, each analysis and each rule are measured by themselves, in processor time. What seems to grow too
fast is measured again, and the best of five counts. With `--check` the exit code is 1 when anything grows
faster than that.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from copydesk.profiling import measure
from copydesk.registry import Registry, load_registry
from copydesk.runner import Input, Job
from copydesk.selection import ActiveRule, select_rules

SIZE = 100_000
ROUNDS = 5
BAR = 2.5
NEGLIGIBLE = 0.05
"""Seconds below which a clock says nothing of growth."""

TEXTS = {
    "straight quotation marks": '"',
    "opening quotation marks": "“",
    "apostrophes": "'",
    "quoted words": '"a" ',
    "hyphens": "a-",
    "spaces": " ",
    "spaces between words": "a        ",
    "capitals": "A",
    "capitalised words": "Ann ",
    "initials": "A. ",
    "names and particles": "Ann van der ",
    "brackets": "(",
    "crossed brackets": "(]",
    "closed brackets": "() ",
    "square brackets": "[stet: ",
    "full stops": ". ",
    "commas": "a, ",
    "titles": "Mr. ",
    "speech": "said Ann, ",
    "figures": "1,",
    "percents": "5 % ",
    "addresses": "a@",
    "dashes": "a — ",
    "one long word": "ab",
    "combining marks": "e\u0301",
    "line ends": "A\n",
    "short paragraphs": "A b.\n\n",
}


class Slow(NamedTuple):
    """What takes longest for a text, and how many times as long for twice as much of it."""

    growth: float
    part: str
    text: str
    seconds: float


def costs(jobs: Sequence[Job]) -> dict[str, float]:
    """Seconds by part of the work; analyses count apart from the rules that ask for them."""
    return {f"{cost.kind} {cost.name}": cost.seconds for cost in measure(jobs) if cost.kind != "all"}


def growths(registry: Registry, rules: Sequence[ActiveRule], name: str, unit: str) -> Iterator[Slow]:
    """Every part of the work that takes a time worth measuring, the best of five where it grows too fast."""

    def job(size: int) -> list[Job]:
        item = Input("draft.txt", (unit * (size // len(unit))).encode())
        return [Job(item, registry.reader_for(item.path), tuple(rules))]

    single, double = costs(job(SIZE)), costs(job(2 * SIZE))
    again = ROUNDS - 1
    while again and any(double[part] > BAR * max(spent, NEGLIGIBLE) for part, spent in single.items()):
        single = {part: min(spent, single[part]) for part, spent in costs(job(SIZE)).items()}
        double = {part: min(spent, double[part]) for part, spent in costs(job(2 * SIZE)).items()}
        again -= 1
    for part, spent in single.items():
        yield Slow(double[part] / max(spent, NEGLIGIBLE), part, name, spent)


def main() -> int:
    """Measure, print what is slow, judge."""
    registry = load_registry()
    rules = select_rules(registry)
    found = sorted((slow for text in TEXTS.items() for slow in growths(registry, rules, *text)), reverse=True)
    print(f"{'part':34}{'100 kB of':26}seconds   twice as much takes (bar {BAR} times)")
    for growth, part, text, spent in found[:12]:
        print(f"{part:34}{text:26}{spent:7.3f}   {growth:.2f}")
    return int("--check" in sys.argv and found[0].growth > BAR)


if __name__ == "__main__":
    sys.exit(main())
