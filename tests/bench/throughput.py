"""Prose checked in a second by one process with all rules, and how the cost grows.

    python tests/bench/throughput.py

The drafts are made up from templates, the same at every run.
"""

from __future__ import annotations

import re
from random import Random
from time import process_time

from stopwatch import timed

from copydesk.registry import load_registry
from copydesk.runner import Input, run
from copydesk.selection import select_rules

GIVEN = "Ada Ben Cora Dev Ewa Finn Gita Hugo Ines Kofi Lena Mona Nils Olga Pavel Rosa Sami Tara Uma".split()
SURNAMES = "Berg Conti Dale Eto Fofana Grau Hartley Ivers Jung Kask Lund Mbeki Novak Osei Pryor Quist".split()
TITLES = "Mayor Sen. Gov. Dr. Judge Capt. Rep.".split()
VERBS = "blocked changed cut delayed doubled ended faced lost moved opened raised reached tested won".split()
NOUNS = """
    bridge budget building charge committee company contract council court crowd debt decision delay district
    effort election engine evidence factory family fund garden harbor hearing hospital house industry island
    jacket kitchen letter library license loan machine market meeting museum office paper park patient permit
    police prison program proposal railway record region report river road salary school season shelter signal
    speech staff station storm street strike student supply survey tax teacher theater ticket tower town train
    tunnel union valley village vote wage wall warning water weapon winter witness worker
""".split()
SMALL = (
    "the the the a a an of of to to in in and and for on with at by from as but not that its their".split()
)
FRAMES = [
    "“{one},” {title} {given} {surname} said. “{two}.”",
    "{given} {surname}, who {did} the {one}, {did} a {two}.",
    "{one} in {year}, Mr. {surname} said. {two}.",
    "On Jan. 5, the {one}, according to {given} {surname}.",
    "In the U.S., the {one} for ${year} million; {two}.",
    "{one}. {two}.",
]


def draft(random: Random, paragraphs: int = 20) -> bytes:
    """A made-up draft: people, quotations, figures; 20 paragraphs have about 900 words.

    No two sentences are alike by more than chance, or the search for duplicates would have most to do.
    """

    def clause() -> str:
        return " ".join(random.choices(SMALL + NOUNS + VERBS, k=random.randint(6, 14))).capitalize()

    def sentence() -> str:
        return random.choice(FRAMES).format(
            one=clause(),
            two=clause(),
            did=random.choice(VERBS),
            title=random.choice(TITLES),
            given=random.choice(GIVEN),
            surname=random.choice(SURNAMES),
            year=random.randint(1900, 2025),
        )

    return "\n".join(f"{sentence()} {sentence()}" for _ in range(paragraphs)).encode()


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
