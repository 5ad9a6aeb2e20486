"""Text that is made to keep patterns busy: twice as much of it may take at most 2.5 times as long.

    python tests/bench/hostile.py [--check]

Reading, each analysis and each rule are measured by themselves, in processor time. What seems to grow too
fast is measured again, and the best of five counts. With `--check` the exit code is 1 when anything grows
faster than that.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice, permutations, product
from typing import NamedTuple

from copydesk.plugins.registry import Registry, load_registry
from copydesk.plugins.selection import ActiveRule, select_rules
from copydesk.run.inputs import Input
from copydesk.run.jobs import Job
from copydesk.run.profile import measure

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
    "notes": "a [stet: dialect-mix -- b] ",
    "percent two ways": "10 percent 10% ",
    "two initials": "A. B. ",
    "two dialects": "organise organize colour color ",
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
    "questions left in": "????! ",
    "placeholders": "TK XX [TK] [check] @@ {{a}} (CQ) <<a>> TODO, ",
    "doubled words": "the The OF OF in in he he, ",
}

PAGES = {
    "paragraphs of HTML": "<p>a ",
    "blocks in blocks": "<div>a ",
    "spans": "<span class=c1>the </span>",
    "quotations in HTML": "<q>a ",
    "ended quotations in HTML": "<q>a</q> ",
    "links": '<a href="#a">a</a> ',
    "lists of links": "<ul><li><a href=b>a</a>",
    "cells": "<table><tr><td>a",
    "articles": "<article><p>a ",
    "character references": "the&nbsp;",
    "comments": "a <!-- stet: all -->",
    "links to the next page": "<p>Next: <a href=b>a</a> ",
}
"""The same, in pages of HTML."""

MARKS = "“”‘’\"'`«»()[]*_.,:;!?-—…/&%#@"
PAIRS = {f"{one}{other}": one + other for one, other in permutations(MARKS, 2)}
"""Every two marks, one after the other; each text is the same again and again."""

PAIR_SIZE = 12_500
"""Characters of a text of two marks: there are hundreds of them, and what grows fast is slow by then."""


def names(size: int) -> str:
    """A list of names of which no two are the same, and who says so."""
    syllables = [f"{consonant}{vowel}" for consonant in "bcdfghklmnprst" for vowel in "aeiou"]
    people = (f"Ann {''.join(parts).capitalize()}" for parts in product(syllables, repeat=3))
    return ", ".join(islice(people, size // 12)) + " said."


class Slow(NamedTuple):
    """What takes longest for a text, and how many times as long for twice as much of it."""

    growth: float
    part: str
    text: str
    seconds: float


def costs(jobs: Sequence[Job]) -> dict[str, float]:
    """Seconds by part of the work; analyses count apart from the rules that ask for them."""
    return {f"{cost.kind} {cost.name}": cost.seconds for cost in measure(jobs) if cost.kind != "all"}


def growths(
    registry: Registry,
    rules: Sequence[ActiveRule],
    name: str,
    text: Callable[[int], str],
    size: int,
    path: str = "draft.txt",
) -> Iterator[Slow]:
    """Every part of the work that takes a time worth measuring, the best of five where it grows too fast.

    text  makes a text of so many characters
    path  says in which format
    """

    def job(size: int) -> list[Job]:
        item = Input(path, text(size).encode())
        return [Job(item, registry.reader_for(item.path), tuple(rules))]

    single, double = costs(job(size)), costs(job(2 * size))
    again = ROUNDS - 1
    while again and any(double[part] > BAR * max(spent, NEGLIGIBLE) for part, spent in single.items()):
        single = {part: min(spent, single[part]) for part, spent in costs(job(size)).items()}
        double = {part: min(spent, double[part]) for part, spent in costs(job(2 * size)).items()}
        again -= 1
    for part, spent in single.items():
        yield Slow(double[part] / max(spent, NEGLIGIBLE), part, name, spent)


def repeated(unit: str, size: int) -> str:
    """The unit again and again."""
    return unit * (size // len(unit))


def slowest(pairs: Mapping[str, str]) -> list[Slow]:
    """What grows fastest over all texts and pages, and over these pairs of marks; the worst first."""
    registry = load_registry()
    rules = select_rules(registry)
    texts: list[tuple[str, Callable[[int], str], int]] = [("names that differ", names, SIZE)]
    texts += [(name, partial(repeated, unit), SIZE) for name, unit in TEXTS.items()]
    texts += [(name, partial(repeated, unit), PAIR_SIZE) for name, unit in pairs.items()]
    slow = [one for text in texts for one in growths(registry, rules, *text)]
    for name, unit in PAGES.items():
        slow += growths(registry, rules, name, partial(repeated, unit), SIZE, "draft.html")
    return sorted(slow, reverse=True)


def main() -> int:
    """Measure, print what is slow, judge."""
    found = slowest(PAIRS)
    print(f"{'part':34}{'much of':26}seconds   twice as much takes (bar {BAR} times)")
    for growth, part, text, spent in found[:12]:
        print(f"{part:34}{text:26}{spent:7.3f}   {growth:.2f}")
    return int("--check" in sys.argv and found[0].growth > BAR)


if __name__ == "__main__":
    sys.exit(main())
