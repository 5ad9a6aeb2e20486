"""Like paragraphs in an archive: time, memory, what is found, and how the cost grows.

    python tests/bench/duplicates.py             1,000, 10,000 and 100,000 paragraphs
    python tests/bench/duplicates.py --million   1,000,000 too

The paragraphs are made up, the same at every run; one in a hundred is a copy of an earlier one in which words
were changed, dropped and put in. Also: how much longer the family takes on a draft of 3,000 paragraphs.
"""

from __future__ import annotations

import gc
import subprocess
import sys
from itertools import accumulate, combinations
from random import Random
from time import process_time

from stopwatch import timed

from copydesk.analyses.likeness.similarity import Pair, find_pairs, measure
from copydesk.plugins.registry import load_registry
from copydesk.plugins.selection import select_rules
from copydesk.run.inputs import Input
from copydesk.run.runner import run

STEPS = [1_000, 10_000, 100_000]
MILLION = 1_000_000
BRUTE_FORCE = 1_000
TIMED = 100_000
"""How many paragraphs are measured again in all: the best of many at 1,000, of two at 100,000."""

LEAST = 0.75
HIGH = 0.85
SYLLABLES = "ba co di fe gu ha jo ki lu ma ne po qua ri so ta ve wi xa yo zu".split()


def paragraphs(count: int) -> tuple[list[str], dict[int, int]]:
    """Folded paragraphs, and which of them were copied from which. Words are as unequal as in English."""
    random = Random(7)  # noqa: S311  nothing secret
    words = sorted({"".join(random.choices(SYLLABLES, k=random.randint(1, 4))) for _ in range(30_000)})
    random.shuffle(words)
    weights = list(accumulate(1 / (rank + 3) for rank in range(len(words))))
    texts: list[str] = []
    copies: dict[int, int] = {}
    for index in range(count):
        if index % 100 == 99:
            original = random.randrange(index)
            while original in copies:
                original = random.randrange(index)
            copies[index] = original
            texts.append(edited(texts[original], random, words))
        else:
            length = random.randint(25, 60)
            texts.append(" ".join(random.choices(words, cum_weights=weights, k=length)))
    return texts, copies


def edited(text: str, random: Random, words: list[str]) -> str:
    """The text with up to a quarter of its words changed, a few dropped, a few put in."""
    share = random.random() / 4
    edited: list[str] = []
    for word in text.split(" "):
        if random.random() > share:
            edited.append(word)
        else:
            edited += random.choice(
                [[random.choice(words)], [random.choice(words)], [], [word, random.choice(words)]]
            )
    return " ".join(edited)


def peak_memory() -> float:
    """The most memory that this process has had, in MiB; 0 where the system does not say."""
    try:
        from resource import RUSAGE_SELF, getrusage
    except ImportError:
        return 0.0
    return getrusage(RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)


def step(count: int) -> None:
    """Measure one size and print its row; a process of its own, so that its memory is its own."""
    gc.set_threshold(100_000)  # as the command line does
    texts, copies = paragraphs(count)
    before = peak_memory()
    measure(texts[0], texts[1])  # what is imported on first use is not to be measured
    found: list[Pair] = []
    seconds = timed(lambda: found.extend(find_pairs(texts, LEAST)), process_time)
    memory = peak_memory()
    for _ in range(TIMED // count):  # what takes no time is measured badly once
        seconds = min(seconds, timed(lambda: [*find_pairs(texts, LEAST)], process_time))
    together = {(pair.later, pair.earlier) for pair in found}
    expected = {pair: measure(texts[pair[0]], texts[pair[1]]) for pair in copies.items()}
    if count <= BRUTE_FORCE:
        pairs = ((later, earlier) for earlier, later in combinations(range(count), 2))
        expected = {
            pair: alike for pair in pairs if (alike := measure(texts[pair[0]], texts[pair[1]], LEAST))
        }
    high = [pair for pair, alike in expected.items() if alike >= HIGH]
    low = [pair for pair, alike in expected.items() if LEAST <= alike < HIGH]
    recalls = [sum(pair in together for pair in kind) / max(1, len(kind)) for kind in (high, low)]
    print(count, seconds, memory, before, *recalls, len(high) + len(low), sep="\t")


def family_cost() -> float:
    """How many times as long a draft of 3,000 paragraphs takes with the family as without it."""
    texts, _ = paragraphs(3_000)
    draft = "\n".join(f"{text.capitalize()}." for text in texts).encode()
    registry = load_registry()
    with_family = select_rules(registry)
    without = select_rules(registry, ignore=["duplicates"])
    times = [
        min(
            timed(lambda rules=rules: run([Input("draft.txt", draft)], rules, registry), process_time)
            for _ in range(3)
        )
        for rules in (with_family, without)
    ]
    return times[0] / times[1]


def main() -> None:
    """Measure and print."""
    if sys.argv[1:2] == ["--step"]:
        step(int(sys.argv[2]))
        return
    columns = ["seconds", "growth", "MiB", "texts", ">= 0.85", ">= 0.75", "pairs"]
    print(f"{'paragraphs':>10}", *(f"{column:>9}" for column in columns), sep="")
    last = 0.0
    for count in STEPS + ([MILLION] if "--million" in sys.argv else []):
        output = subprocess.run(
            [sys.executable, __file__, "--step", str(count)],
            check=True,
            capture_output=True,
            encoding="utf-8",
        ).stdout
        seconds, memory, texts, high, low, pairs = map(float, output.split("\t")[1:])
        growth = f"{seconds / last:.1f}" if last else ""
        print(
            f"{count:10,}{seconds:9.2f}{growth:>9}{memory:9.0f}{texts:9.0f}{high:9.4f}{low:9.4f}{pairs:9.0f}"
        )
        last = seconds
    # Last: the peak memory of a process begins with that of the process that started it.
    cost = family_cost()
    print(f"a draft of 3,000 paragraphs takes {cost:.2f} times as long with the family as without it")


if __name__ == "__main__":
    main()
