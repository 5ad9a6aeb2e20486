"""Make the lists of the spelling rules: sure misspellings, frequent words, and words that look like those.

    python tools/spelling_lists.py TYPOS MISSPELL SCOWL

TYPOS     the folder of the crate `typos-dict` 0.14.4
MISSPELL  the folder of the Go module `github.com/client9/misspell` 0.3.4
SCOWL     the folder of SCOWL 2020.12.07 (Debian's package `scowl`: `usr/share/dict/scowl`)

`pip install "wordfreq==3.1.1"` gives the frequencies that tell another language's word: they choose, and no
figure of them goes into the lists. These go to `lint/copydesk/analyses/data/`; its README names the licences.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Set
from pathlib import Path
from string import ascii_lowercase
from unicodedata import normalize

from wordfreq import available_languages, get_frequency_dict

DATA = Path(__file__).parents[1] / "lint" / "copydesk" / "analyses" / "data"
COMMON_WORDS = DATA.parents[1] / "language" / "lists" / "data" / "common_words.txt"
SHORTEST = 5
"""Letters of the shortest word that is judged: a shorter one is an abbreviation too often."""

OWN_WORD = 20
"""A form that is not so many times rarer than its correction is a word of its own: surveill, beastiality."""

OFTEN = 1e-7
"""How frequent a misspelling is that English texts surely have, though other languages have it too: thier."""

MUCH = 30
"""So many times rarer than its correction is a form that people write by mistake, not as an old word."""

MOST = 4
"""Words that an entry names as what may be meant."""

ENDINGS = "e?able|ers?|ish|isms?|ists?|ize[ds]?|less|like|ness|wise"
COMBINING = "bio|electro|geo|hydro|micro|multi|neuro|photo|tele|thermo"

OTHER_LETTERS = "ar bg bn el fa he hi ja ko mk ru ta uk ur zh".split()
"""Languages that do not write with Latin letters."""

WORDS = frozenset(
    "choicers debateable earnt electrocytes fortitudine moreso presidenty psychedelicious".split()
)
"""Entries that published copy has on purpose."""

FREQUENT = 10
"""SCOWL's level of the most frequent words."""

COMMON = (10, 20, 35)
"""SCOWL's levels of common words."""

RIGHT = (*COMMON, 40, 50, 55, 60, 70)
"""Levels of the words that may be a correction, less names (medicaid) that are no common words."""


def main() -> None:
    """Read the packages, write the lists."""
    if len(sys.argv) != 4:
        raise SystemExit(__doc__)
    typos, misspell, scowl = map(Path, sys.argv[1:])
    current, common = read_scowl(scowl, "*.[1-8]?"), words_of(scowl, COMMON)
    obsolete = read_scowl(scowl, "*.95") - current
    entries = shared(typos, misspell)
    right = words_of(scowl, RIGHT) - (read_scowl(scowl, "*-upper.*") - common)
    write("misspellings.txt", misspellings(entries, current, obsolete, common, right))
    frequent = set(filter(is_judged, words_of(scowl, (FREQUENT,))))
    write("frequent_words.txt", frequent)
    near = {form for word in frequent for form in one_edit(word)} & (current | obsolete)
    write("near_words.txt", near - set(COMMON_WORDS.read_text(encoding="utf-8").split()))


def misspellings(
    entries: dict[str, set[str]], current: Set[str], obsolete: Set[str], common: Set[str], right: Set[str]
) -> Iterator[str]:
    """Yield the sure misspellings of the entries, each with what may be meant, the likeliest first.

    What the packages correct it to comes first, then each word that a lost, added or swapped letter makes,
    the more frequent first. Left out is what a word list or another language has, what is a word with an
    ending or a combining form, and what is not two slips from the correction. What only SCOWL's level 95, of
    obsolete words, has (untill) stays if it is much rarer than a common word one slip away.
    """
    foreign, english = other_languages(), get_frequency_dict("en", "best")

    def by_use(words: Set[str]) -> list[str]:
        return sorted(words, key=lambda other: (-english.get(other, 0.0), other))

    for word, corrections in entries.items():
        if not is_judged(word) or word in current or word in WORDS or not corrections & right:
            continue
        meant = by_use(corrections & right)
        rate, usual = english.get(word, 0.0), english.get(meant[0], 0.0)
        if is_foreign(rate, foreign.get(word, 0.0)) or rate * OWN_WORD > usual > 0:
            continue
        forms = one_edit(word)
        if word in obsolete and not (meant[0] in forms & common and usual > MUCH * rate > 0):
            continue
        is_swapped = sorted(word) == sorted(meant[0])
        if (is_built(word, right) and not is_swapped) or not forms & {meant[0], *one_edit(meant[0])}:
            continue
        yield f"{word} {'/'.join([*meant, *by_use(moved(word) & right - corrections)][:MOST])}"


def is_built(word: str, right: Set[str]) -> bool:
    """Whether a word is another with an ending or a combining form, as anybody may make one: scaleable."""
    match = re.fullmatch(rf"(?:{COMBINING})(\w{{4,}})|(\w{{4,}}[^y])(?:{ENDINGS})", word)
    return match is not None and (match[1] or match[2]) in right


def is_foreign(rate: float, elsewhere: float) -> bool:
    """Whether a word is another language's: more frequent there, unless English has it often enough."""
    return elsewhere > (rate if rate < OFTEN else 10 * rate)


def shared(typos: Path, misspell: Path) -> dict[str, set[str]]:
    """Return the misspellings that both packages have, typos-dict with one correction."""
    theirs = read_misspell(misspell)
    return {word: {meant, theirs[word]} for word, meant in read_typos(typos).items() if word in theirs}


def read_typos(folder: Path) -> dict[str, str]:
    """Return the entries of typos-dict that have one correction."""
    text = (folder / "src" / "word_codegen.rs").read_text(encoding="utf-8")
    rows = re.findall(r'InsensitiveStr::Ascii\("([^"]+)"\),\s*&\[([^\]]*)\]', text)
    corrections = {word: re.findall(r'"([^"]*)"', listed) for word, listed in rows}
    return {word: listed[0] for word, listed in corrections.items() if len(listed) == 1}


def read_misspell(folder: Path) -> dict[str, str]:
    """Return the entries of misspell that hold for any English."""
    text = (folder / "words.go").read_text(encoding="utf-8")
    main = text.partition("DictMain")[2].partition("DictAmerican")[0]
    return dict(re.findall(r'"([^"]+)", "([^"]+)"', main))


def words_of(folder: Path, levels: Iterable[int]) -> set[str]:
    """Return the words of some levels of SCOWL, of all its dialects."""
    listed = (read_scowl(folder, f"*-words.{level}") for level in levels)
    return {word for words in listed for word in words if is_plain(word) and len(word) >= SHORTEST - 1}


def read_scowl(folder: Path, names: str) -> set[str]:
    """Return the words of some lists of SCOWL in lower case, with and without accents."""
    texts = (path.read_text(encoding="iso-8859-1") for path in folder.glob(names))
    words = {line.strip().lower() for text in texts for line in text.splitlines()}
    return words | {normalize("NFD", word).encode("ascii", "ignore").decode() for word in words}


def other_languages() -> dict[str, float]:
    """Return each word of the other languages in Latin letters, with its highest frequency in one."""
    found: dict[str, float] = {}
    for language in available_languages("best"):
        if language != "en" and language not in OTHER_LETTERS:
            for word, rate in get_frequency_dict(language, "best").items():
                found[word] = max(rate, found.get(word, 0.0))
    return found


def is_judged(word: str) -> bool:
    """Whether a word is one that the rules look at."""
    return len(word) >= SHORTEST and is_plain(word)


def is_plain(word: str) -> bool:
    """Whether a word is nothing but letters from a to z."""
    return word.isascii() and word.isalpha() and word.islower()


def one_edit(word: str) -> set[str]:
    """Return the forms with a letter more, less or another, or with two neighbours swapped."""
    parts = [(word[:at], word[at:]) for at in range(len(word))]
    return moved(word) | {left + letter + right[1:] for left, right in parts for letter in ascii_lowercase}


def moved(word: str) -> set[str]:
    """Return the forms with a letter more or less, or with two neighbours swapped."""
    parts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    return {
        *(left + right[1:] for left, right in parts if right),
        *(left + right[1] + right[0] + right[2:] for left, right in parts if len(right) > 1),
        *(left + letter + right for left, right in parts for letter in ascii_lowercase),
    }


def write(name: str, lines: Iterable[str]) -> None:
    """Write a list, an entry a line, sorted."""
    (DATA / name).write_text("".join(f"{line}\n" for line in sorted(lines)), encoding="ascii")


if __name__ == "__main__":
    main()
