"""Drafts to measure on: made up from templates, the same at every run."""

from __future__ import annotations

from pathlib import Path
from random import Random
from shutil import copyfile

SEED = next((Path(__file__).parents[2] / "seeds").glob("*.txt"))
"""The article that the project started from: 900 words."""

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


def made_up(count: int) -> list[bytes]:
    """So many drafts, of which every tenth repeats a paragraph of another."""
    random = Random(5)  # noqa: S311  nothing secret
    drafts: list[bytes] = []
    for number in range(count):
        text = draft(random)
        if number % 10 == 9:
            text += b"\n" + drafts[number - 5].partition(b"\n")[0]
        drafts.append(text)
    return drafts


def book(size: int) -> bytes:
    """One draft of about so many bytes."""
    random = Random(6)  # noqa: S311  nothing secret
    text = bytearray()
    while len(text) < size:
        text += draft(random) + b"\n"
    return bytes(text)


def write_drafts(folder: Path, count: int, source: Path | None = None) -> list[Path]:
    """Write so many made-up drafts into a folder, or copies of the first plain text files of another one."""
    paths = [folder / f"{number:05}.txt" for number in range(count)]
    if source is None:
        for path, text in zip(paths, made_up(count), strict=True):
            path.write_bytes(text)
        return paths
    copied = list(zip(sorted(source.rglob("*.txt")), paths, strict=False))
    for file, path in copied:
        copyfile(file, path)
    return [path for _, path in copied]
