"""How many planted faults are found: one at a time, in copy that is right otherwise.

    python tests/bench/planted.py [PATHS...]

The copy is made up from templates, the same at every run, and what the files at PATHS hold. A row of
`MUTATIONS` is a kind of fault: how it is planted, who should report it, and what share must be found in copy
that is made up. It is found where one of its rules reports something at it, and nothing there without it.
The exit code is 1 where a bar is missed.
"""

from __future__ import annotations

import re
import sys
from calendar import day_name, month_name
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random

from corpus import GIVEN, NOUNS, SURNAMES, VERBS
from msgspec import Struct

import copydesk.analyses
from copydesk.analyses.acronyms import find_acronyms
from copydesk.document import Document
from copydesk.engine.checking import check_document
from copydesk.model.prose import Span
from copydesk.plugins.registry import Registry, load_registry
from copydesk.plugins.selection import ActiveRule, select_rules

STORIES = 60
A_STORY = 4
"""Faults of a kind that are planted in one draft, each by itself."""

ADJECTIVES = "able early empty honest important large new old open quiet small unusual useful young".split()
VOWELS = ("a", "e", "i", "o", "un")
KM = 1.609344
PUBLISHED = date(2026, 3, 10)


class Draft(Struct, frozen=True):
    """A draft that faults are planted in."""

    path: str
    text: str


class Fault(Struct, frozen=True):
    """A stretch of the prose, and what stands there instead."""

    span: Span
    written: str


class Mutation(Struct, frozen=True):
    """A kind of fault.

    plant  yields every place of a document where it can be planted
    rules  who should report it
    bar    the share that must be found in made-up copy
    """

    name: str
    plant: Callable[[Document, Random], Iterator[Fault]]
    rules: tuple[str, ...]
    bar: float


def story(random: Random) -> str:
    """Return a made-up story in Markdown that has a place for every kind of fault, and no fault."""

    def thing() -> str:
        adjective = random.choice(ADJECTIVES)
        is_vowel = adjective.startswith((*VOWELS, "hon")) and not adjective.startswith("use")
        return f"{'an' if is_vowel else 'a'} {adjective} {random.choice(NOUNS)}"

    def day(when: date) -> str:
        return f"{day_name[when.weekday()]}, {month_name[when.month]} {when.day}"

    def near() -> date:
        return PUBLISHED + timedelta(days=random.randint(-40, 40))

    noun, verb = random.choice(NOUNS), random.choice(VERBS)
    past = date(2000, 1, 1) + timedelta(days=random.randint(0, 9000))
    miles, people = random.randint(20, 900), random.randint(1000, 900_000)
    first, last = sorted(random.sample(range(1950, 2020), 2))
    before, percent = random.randint(4, 90) * 100, random.randint(1, 12) * 5
    given, surname = random.choice(GIVEN), random.choice(SURNAMES)
    words = random.sample(sorted(misspellings()), 4)
    *members, last_member = random.sample(SURNAMES, random.randint(3, 8))
    board = [random.choice(SURNAMES), random.choice(NOUNS).capitalize(), "Board"]
    after, site = before * (100 + percent) // 100, random.choice(NOUNS)
    sentences = [
        f"The {noun} of the town opened on {day(past)}, {past.year}, and {people:,} people came.",
        f"It closes on {day(near())}, and it was {thing()} for the members of the council.",
        f"The road is {miles} miles ({miles * KM:.0f} km) long and cost ${random.randint(2, 90)} million.",
        f"“They {verb} {thing()} in the end,” said {given} {surname}, who led it {first}–{last}.",
        f"The staff rose {percent} percent, from {before} to {after}, in the ’90s.",
        f"The council’s plan, {thing()}, was {words[0]} and {words[1]}, or {words[2]} and {words[3]}.",
        f"It has {len(members) + 1} members: {', '.join(members)} and {last_member}.",
        f"The {' '.join(board)} ({initials(board)}) saw it, and the {initials(board)} left it as it was.",
        f"The U.S. and the town read [the report](https://{site}.example/{noun}).",
    ]
    random.shuffle(sentences)
    paragraphs = "\n\n".join(sentences)
    return f"---\ntitle: News of the {random.choice(NOUNS)}\ndate: {PUBLISHED}\n---\n\n{paragraphs}\n"


def initials(words: Sequence[str]) -> str:
    """Return the first letters of words."""
    return "".join(word[0] for word in words)


@cache
def misspellings() -> dict[str, list[str]]:
    """Return the words that the list of misspellings corrects to, each with its misspellings."""
    path = Path(copydesk.analyses.__file__).parent / "data" / "misspellings.txt"
    found: dict[str, list[str]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        word, meant = line.split()
        found[meant.partition("/")[0]].append(word)
    return found


def matches(document: Document, pattern: str) -> Iterator[re.Match[str]]:
    """Yield the places of a pattern outside quotations."""
    for match in re.finditer(pattern, document.text):
        if not document.quotes.hold(Span(*match.span())):
            yield match


def replacing(
    pattern: str, write: Callable[[re.Match[str], Random], str | None]
) -> Callable[..., Iterator[Fault]]:
    """Make a mutation of a pattern and of what is written in its place; None where nothing can be."""

    def plant(document: Document, random: Random) -> Iterator[Fault]:
        for match in matches(document, pattern):
            written = write(match, random)
            if written is not None:
                yield Fault(Span(*match.span()), written)

    return plant


def always(written: str) -> Callable[[re.Match[str], Random], str]:
    """Make what writes the same at every place."""
    return lambda _match, _random: written


def another_weekday(match: re.Match[str], random: Random) -> str | None:
    """Return a date with another weekday, if the date is right."""
    year = int(match["year"] or PUBLISHED.year)
    try:
        when = date(year, [*month_name].index(match["month"]), int(match["day"]))
    except ValueError:
        return None
    if day_name[when.weekday()] != match["weekday"]:
        return None
    other = day_name[(when.weekday() + random.randint(1, 6)) % 7]
    return other + match[0].removeprefix(match["weekday"])


def weekdays(document: Document, random: Random) -> Iterator[Fault]:
    """Plant wrong weekdays in dates without a year, where the draft says when it was published."""
    if document.published is not None and document.published.day == PUBLISHED:
        yield from replacing(rf"{_DATE}(?P<year>)(?!,? \d{{4}})", another_weekday)(document, random)


def explained_again(document: Document, _: Random) -> Iterator[Fault]:
    """Plant the words of an acronym, and it in brackets, where it stands after it was explained."""
    for acronym in find_acronyms(document):
        for match in matches(document, rf"\b{acronym.short}\b(?!\))"):
            if match.start() > acronym.span.end:
                yield Fault(Span(*match.span()), f"{document.slice(acronym.name)} ({acronym.short})")


def other_article(match: re.Match[str], _: Random) -> str:
    """Return the other article, with its capital."""
    return match[0] + "n" if len(match[0]) == 1 else match[0][0]


def misspelled(match: re.Match[str], random: Random) -> str | None:
    """Return a misspelling of a word, if the list has one."""
    return random.choice(misspellings()[match[0]]) if match[0] in misspellings() else None


def turned(opening: bool) -> Callable[[Document, Random], Iterator[Fault]]:
    """Make a mutation that turns the opening or the closing marks of quotations."""

    def plant(document: Document, _: Random) -> Iterator[Fault]:
        for quote in document.quotes.outer:
            if quote.opened and quote.closed and document.text[quote.start] == "“":
                at = quote.start if opening else quote.inner.end
                yield Fault(Span(at, at + 1), "”" if opening else "“")

    return plant


def other_digit(match: re.Match[str], random: Random) -> str:
    """Return a number with another first digit."""
    return random.choice([digit for digit in "123456789" if digit != match[0][0]]) + match[0][1:]


_MONTHS = "|".join(month_name[1:])
_DATE = rf"(?P<weekday>{'|'.join(day_name)}), (?P<month>{_MONTHS}) (?P<day>\d{{1,2}})\b"
_SOUND = r"(?=\s(?!one|un|u[st]|eu|h|[a-z]-)[a-z]{4})"
"""What follows an article and is said as it is written."""

MUTATIONS = (
    Mutation(
        "weekday, with a year",
        replacing(rf"{_DATE}, (?P<year>\d{{4}})", another_weekday),
        ("weekday-date",),
        0.95,
    ),
    # A year that the sentence before names may be the one that is meant, and one weekday in seven fits it.
    Mutation("weekday, near publication", weekdays, ("weekday-date",), 0.90),
    Mutation(
        "day that a month lacks",
        replacing(r"\b(April|June|September|November) \d{1,2}(?=,)", lambda match, _: f"{match[1]} 31"),
        ("impossible-date",),
        0.95,
    ),
    Mutation(
        "digit lost or doubled",
        replacing(
            r"(?<![\d.,])\d{1,3},\d{3}(?![\d,.]| [mb]illion)",
            lambda match, random: match[0][:-1] if random.random() < 0.5 else f"{match[0]}0",
        ),
        ("malformed-number",),
        0.95,
    ),
    Mutation(
        "conversion ten times too large",
        replacing(r"(?<=miles \()\d+(?= km\))", lambda match, _: f"{match[0]}0"),
        ("unit-conversion",),
        0.99,
    ),
    Mutation(
        "conversion, another first digit",
        replacing(r"(?<=miles \()\d+(?= km\))", other_digit),
        ("unit-conversion",),
        0.67,
    ),
    Mutation(
        "percentage, another first digit",
        replacing(r"\d+(?= percent, from \d)", other_digit),
        ("percent-math",),
        0.67,
    ),
    Mutation(
        "years backwards",
        replacing(r"\b((?:19|20)\d\d)–((?:19|20)\d\d)\b", lambda match, _: f"{match[2]}–{match[1]}"),
        ("year-range",),
        0.95,
    ),
    Mutation(
        "somebody missing in a list",
        replacing(r"\b\d(?= members: )", lambda match, _: f"{int(match[0]) + 1}"),
        ("list-count",),
        0.95,
    ),
    Mutation("acronym explained again", explained_again, ("acronym-defined-twice",), 0.95),
    Mutation(
        "a for an, an for a", replacing(rf"(?<![\w.&/-])[Aa]n?{_SOUND}", other_article), ("a-an",), 0.95
    ),
    Mutation(
        "misspelling of the list",
        replacing(r"(?<![\w’'@#./-])[a-z]{4,}(?![\w’'@/-]|\.\w)", misspelled),
        ("sure-misspelling",),
        0.99,
    ),
    Mutation(
        "phrase twice",
        replacing(
            r"\b(?:of|in|on|for|from) (?:the|his|their)(?= [a-z])", lambda match, _: f"{match[0]} {match[0]}"
        ),
        ("repeated-phrase",),
        0.95,
    ),
    Mutation(
        "word twice",
        replacing(r"\b(?:the|and|of|was|who|its)(?= [a-z])", lambda match, _: f"{match[0]} {match[0]}"),
        ("repeated-word",),
        0.95,
    ),
    Mutation("opening mark turned", turned(opening=True), ("unbalanced-quote",), 0.95),
    Mutation("closing mark turned", turned(opening=False), ("unbalanced-quote",), 0.95),
    Mutation(
        "apostrophe turned",
        replacing(r"’(?=\d0s\b)|(?<=[a-z])’(?=s\b)", always("‘")),
        ("unbalanced-quote",),
        0.95,
    ),
    Mutation(
        "space before a comma",
        replacing(r"(?<=[a-z]{3}),(?= [a-z])", always(" ,")),
        ("spacing",),
        0.95,
    ),
    Mutation(
        "no space after a comma",
        replacing(r"(?<=[a-z]{3}), (?=[a-z]{3})", always(",")),
        ("spacing",),
        0.95,
    ),
    Mutation("stop twice", replacing(r"(?<=[a-z]{3})\.(?=\n|$)", always("..")), ("spacing",), 0.95),
    Mutation("point lost", replacing(r"\bU\.S\.(?= [a-z])", always("U.S")), ("abbreviation-point",), 0.95),
    Mutation(
        "currency twice",
        replacing(r"\$\d+ [mb]illion\b(?! [a-z]*dollars)", lambda match, _: f"{match[0]} dollars"),
        ("currency-twice",),
        0.95,
    ),
    Mutation("wrong encoding", replacing("’", always("â€™")), ("paste-debris",), 0.99),
    Mutation(
        "unseen character",
        replacing(r"(?<=[a-z]{2})(?=[a-z]{3})", lambda _, random: random.choice("\u200b\u00ad\ufeff")),
        ("paste-debris",),
        0.99,
    ),
)


def read(registry: Registry, draft: Draft) -> Document:
    """Return a draft as rules see it."""
    return Document(registry.reader_for(draft.path).read(draft.path, draft.text.encode("utf-8")))


def reported(document: Document, rules: Sequence[ActiveRule]) -> list[Span]:
    """Return the places in the file where the rules report something."""
    return [document.to_source(marked.finding.span) for marked in check_document(document, rules).marked]


def touch(places: Iterable[Span], span: Span) -> bool:
    """Whether one of the places touches a stretch."""
    return any(place.start <= span.end and span.start <= place.end for place in places)


def plant(registry: Registry, drafts: Sequence[Draft], mutation: Mutation, random: Random) -> tuple[int, int]:
    """Return how many faults of a kind are found, and how many were planted."""
    rules = select_rules(registry, select=mutation.rules)
    found = planted = 0
    for draft in drafts:
        document = read(registry, draft)
        faults = list(mutation.plant(document, random))
        before = reported(document, rules) if faults else []
        for fault in random.sample(faults, min(A_STORY, len(faults))):
            place = document.to_source(fault.span)
            is_plain = draft.text[place.start : place.end] == document.slice(fault.span)
            if is_plain and not touch(before, place):
                text = draft.text[: place.start] + fault.written + draft.text[place.end :]
                there = Span(place.start, place.start + len(fault.written))
                planted += 1
                found += touch(reported(read(registry, Draft(draft.path, text)), rules), there)
    return found, planted


def given(paths: Sequence[str]) -> Iterator[Draft]:
    """Yield the drafts at some paths that a reader of text reads; what is no UTF-8 is left out."""
    for path in paths:
        for file in sorted(Path(path).rglob("*")) if Path(path).is_dir() else [Path(path)]:
            if file.suffix in (".md", ".txt"):
                try:
                    yield Draft(str(file), file.read_text(encoding="utf-8"))
                except UnicodeDecodeError:
                    continue


def main() -> None:
    """Plant, and print the shares."""
    registry, random = load_registry(), Random(7)  # noqa: S311  nothing secret
    made_up = [Draft(f"{number}.md", story(random)) for number in range(STORIES)]
    copies = [made_up, list(given(sys.argv[1:]))]
    missed = False
    print(f"{'':34}  made up                bar    given")
    for mutation in MUTATIONS:
        (found, planted), (others, of) = (plant(registry, drafts, mutation, random) for drafts in copies)
        share = found / planted if planted else 0.0
        missed |= share < mutation.bar
        verdict = "" if share >= mutation.bar else "missed"
        rest = f"{others / of:.2f} of {of:,}" if of else ""
        print(f"{mutation.name:34}  {share:.2f} of {planted:4,}  {verdict:6}  {mutation.bar:.2f}   {rest}")
    raise SystemExit(missed)


if __name__ == "__main__":
    main()
