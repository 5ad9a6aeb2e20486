"""Make `offence_words.txt` from `offences.txt`: the words that a draft's words are looked up among.

    python tools/offence_words.py

To inflect the verbs and to take their lines apart costs more than all else that is done for one draft. So
both are done here, and `analyses/attribution/offences.py` reads the lines of the words that a draft has.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from copydesk.analyses.attribution.offences import (
    ANYBODY,
    ANYTHING,
    MONEY,
    OMITS,
    PATH_OF_WORDS,
    VerbForm,
    entries_of,
    idioms,
    lines_of_verbs,
    nouns,
    parts_of_line,
    plurals_of,
)
from copydesk.language.lists.inflections import inflections

HEAD = """\
# Made of `offences.txt` by `tools/offence_words.py`: change that, and run this.
# A line is a word of a draft and what it is, in any order: `noun`, a wrong, a label or a brand; `idiom`, the
# last word of one; `7`, a word of the set 7; `12/past/3/7`, a past of a verb of the line 12 (lines of verbs
# are counted from 0), whose sentence must have a word of the sets 3 and 7.
"""

THIRD = {"do": "does", "go": "goes", "have": "has"}
"""The third person of verbs that have one of their own."""

OPEN = frozenset([MONEY, ANYTHING, ANYBODY])
"""Objects that stand for others: the sentence need not have a word of their choice."""

OPEN_BEFORE = OPEN | {"man", "off"}
"""Those of a participle, whose object stands before it: `man` is any person, `off` may be `up`."""


def main() -> None:
    """Write the file."""
    with open(PATH_OF_WORDS, "w", encoding="utf-8", newline="\n") as file:
        file.write(written())


def written() -> str:
    """Return what the file must hold."""
    found: dict[str, list[str]] = defaultdict(list)
    for word in nouns().all:
        found[word].append("noun")
    for word in idioms():
        found[word].append("idiom")
    sets: dict[frozenset[str], int] = {}
    for number, (section, text) in enumerate(lines_of_verbs()):
        verbs, choice, others = parts_of_line(text)
        beside = [*map(entries_of, others), *([OMITS] if section == "omitted" else [])]
        for form, kinds in forms_of(verbs).items():
            needed = [*beside, *([entries_of(choice)] if needs_object(choice, kinds) else [])]
            numbers = (str(sets.setdefault(words, len(sets))) for words in needed)
            found[form].append("/".join([str(number), "+".join(sorted(kinds)), *numbers]))
    for words, number in sets.items():
        for word in with_plurals(words):
            found[word].append(str(number))
            found[f"{word}'s"].append(str(number))
    return HEAD + "".join(f"{word} {' '.join(found[word])}\n" for word in sorted(found))


def forms_of(verbs: list[str]) -> dict[str, set[VerbForm]]:
    """Return the forms of some verbs, each with which ones it may be."""
    found: dict[str, set[VerbForm]] = defaultdict(set)
    for verb in verbs:
        for form, kind in inflected(verb):
            found[form].add(kind)
    return found


def inflected(verb: str) -> Iterator[tuple[str, VerbForm]]:
    """Yield the forms of a verb: irregular ones as given, others by the rules of spelling."""
    base, *irregular = verb.split("/")
    many, pasts, doing = inflections(base)
    for form in irregular or pasts:
        yield form, VerbForm.PAST
    if base == "-":  # its present means something else: a town lies
        return
    yield base, VerbForm.BASE
    for form in [THIRD[base]] if base in THIRD else many or [base + "s"]:
        yield form, VerbForm.PRESENT
    for form in doing:
        yield form, VerbForm.DOING


def needs_object(choice: str, kinds: set[VerbForm]) -> bool:
    """Whether a sentence must have a word of what it must be done to."""
    is_open = not entries_of(choice).isdisjoint(OPEN_BEFORE if VerbForm.PAST in kinds else OPEN)
    return bool(choice) and not is_open


def with_plurals(words: frozenset[str]) -> set[str]:
    """Return some words and their plurals; those that are possessives already are left out."""
    return {form for word in words for form in (word, *plurals_of(word)) if not form.endswith("'s")}


if __name__ == "__main__":
    main()
