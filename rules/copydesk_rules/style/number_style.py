"""number-style: a number in words where the house has a figure, or a figure where it has words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from copydesk.analyses.house_forms import (
    NUMBERS,
    ORDINALS,
    as_ordinal,
    find_figures,
    find_kinds,
    find_words,
    in_words,
    ordinal_in_words,
)
from copydesk.document import Document
from copydesk.house.style import HouseStyle, NumberStyle
from copydesk.language.copy import CopyKind
from copydesk.language.lists import closed_classes as english
from copydesk.language.words import Cursor
from copydesk.model.finding import Finding, Severity
from copydesk.model.prose import Span
from copydesk.plugins.rule import Context, Example, NoOptions, Rule
from copydesk_rules.style import number_words as words
from copydesk_rules.style.forms import Form, report

_AP = HouseStyle(
    label="AP",
    numbers=NumberStyle(
        words_to=9,
        ages="figures",
        units="figures",
        sentence_start="words",
        ordinals_to=9,
        fractions="hyphen",
        allow=("Big Ten",),
    ),
)
_GUARDIAN = HouseStyle(label="Guardian", numbers=NumberStyle(words_to=9, ages="general"))
_CHICAGO = HouseStyle(label="Chicago", numbers=NumberStyle(words_to=100))


class HouseNumbers(Rule[NoOptions]):
    """Counts, ages, measures, ordinals and fractions, each by its own field."""

    name = "number-style"
    reads_english = True
    family = "style"
    severity = Severity.WARNING
    needs = ("numbers",)
    summary = "a number is in words where the house has figures, or in figures where it has words"
    why = (
        "A house writes numbers up to nine, ten or a hundred in words and larger ones in figures, and ages, "
        "measures, ordinals and fractions by rules of their own. Names (Apollo 9, Group of 7), votes, "
        "scores, ranges and rows of figures are left alone."
    )
    examples = (
        Example("The council closed [[6 schools]] and [[twelve]] clubs.", "words to nine", house=_AP),
        Example("The council closed [[60 schools]].", "words to a hundred", house=_CHICAGO),
        Example("The dog bit a [[six-year-old]] boy, [[six miles]] away.", "ages and measures", house=_AP),
        Example("The dog bit a [[6-year-old]] boy.", "as other numbers", house=_GUARDIAN),
        Example("She was the [[3rd]] mayor since the [[eighteenth century]].", "ordinals", house=_AP),
        Example(
            "They met. [[12]] schools will close, [[two thirds]] of all.", "sentence, fraction", house=_AP
        ),
        Example(
            "Twelve clubs left by 6 votes to 3. Article 5 stands. 1976 was good.", "all right", house=_AP
        ),
        Example("The 9th Circuit let it stand: an eleventh-hour, six-year-old plan.", "all right", house=_AP),
        Example("The Big Ten met. “I saw 6 ships,” she said.", "a name, and speech", house=_AP),
        Example("The council closed 6 schools and twelve clubs.", "no house"),
    )

    def check(self, document: Document, context: Context[NoOptions]) -> Iterator[Finding]:
        """Yield one finding for each number."""
        numbers, kinds = context.house.numbers, find_kinds(document)
        forms: list[Iterator[Form]] = []
        if numbers.words_to != "auto":
            forms += [
                _figures(document, numbers.words_to),
                _joined(document, numbers.words_to),
                _counts(document, numbers.words_to),
            ]
        if numbers.ages != "auto":
            forms.append(_ages(document, numbers))
        if numbers.units == "figures":
            forms.append(_measures(document))
        if numbers.sentence_start == "words" and "figure" in kinds:
            forms.append(_beginnings(document))
        if numbers.ordinals_to != "auto":
            forms += [
                _short_ordinals(document, numbers.ordinals_to),
                _ordinals(document, numbers.ordinals_to),
            ]
        if numbers.fractions == "hyphen" and "fraction" in kinds:
            forms.append(_fractions(document))
        yield from report(document, context, chain.from_iterable(forms))


def _figures(document: Document, words_to: int) -> Iterator[Form]:
    """Yield small figures before a plural noun: 6 schools."""
    after, before = re.compile(words.COUNTED), re.compile(words.NOT_COUNTED)
    for figure in find_figures(document):
        digits, start = figure[0], figure.start()
        if len(digits) > 3 or not digits.isdecimal() or not 1 < int(digits) <= words_to:
            continue
        found = after.match(document.text, figure.end())
        if not found or document.before(start) not in _BEFORE_COUNTS:
            continue
        nouns = found[1].split()
        if not words.OTHER_FIGURES.isdisjoint((nouns[0], nouns[-1])) or nouns[-1].endswith(
            ("ss", "us", "is")
        ):
            continue
        if before.search(document.before(start, 28)) or document.opens_sentence(start):
            continue
        if not re.compile(words.GOES_ON).match(document.text, found.end()):
            yield Form("numbers.words_to", Span(start, found.end()), in_words(int(digits)) + found[0])


def _joined(document: Document, words_to: int) -> Iterator[Form]:
    """Yield small figures that a hyphen joins to what they count: a 3-judge panel."""
    for lower in document.words.hyphenated:
        found = re.fullmatch(words.JOINED, lower)
        if not found or int(found[1]) > words_to:
            continue
        for word in find_words(document, (lower,)):
            before = document.before(word.start, 8)
            is_count = word.gap in _SPACES and word.next.surface.islower() and before[-1:] in _BEFORE_COUNTS
            if is_count and not before.endswith(words.ROWS) and not document.opens_sentence(word.start):
                yield Form("numbers.words_to", word.span, in_words(int(found[1])) + word.surface[1:])


def _counts(document: Document, words_to: int) -> Iterator[Form]:
    """Yield large numbers in words before a word in small letters: twelve schools."""
    for word in find_words(document, NUMBERS):
        value, following, before = NUMBERS[word.lower], word.next, word.previous
        if value <= words_to or not word.surface.islower() or word.gap not in _SPACES:
            continue
        if value < 10 and (value == 1 or not _counts_plural(document, word)):
            continue
        if (
            not following.surface.islower()
            or following.lower in words.AFTER_NO_COUNT
            or len(following.lower) < 2
        ):
            continue
        if following.lower in NUMBERS or before.lower in words.BEFORE_NO_COUNT:
            continue
        if before.lower == "and" and before.previous.lower in words.BEFORE_NO_COUNT:
            continue
        first = _first_of_range(word)
        is_ratio = before.lower == "in" or (before.lower, before.previous.lower) == ("of", "out")
        if first and is_ratio and not document.opens_sentence(first.start):
            between = document.text[first.end : word.start]
            yield Form(
                "numbers.words_to", Span(first.start, word.end), f"{NUMBERS[first.lower]}{between}{value}"
            )
        elif not first and not document.opens_sentence(word.start):
            yield Form("numbers.words_to", word.span, str(value))


def _counts_plural(document: Document, number: Cursor) -> bool:
    """Whether a number in words stands before a plural noun, with one word between at most."""
    found = re.compile(words.COUNTED).match(document.text, number.end)
    return found is not None and words.OTHER_FIGURES.isdisjoint(
        noun for noun in found[1].split() if noun not in words.MEASURES
    )


def _first_of_range(number: Cursor) -> Cursor | None:
    """Return the small number in words that a range or a ratio begins with: three to five, six in ten."""
    link = number.previous
    if link.lower == "of" and link.previous.lower == "out":
        link = link.previous
    first = link.previous
    is_linked = link.lower in words.BETWEEN_NUMBERS and first.gap in _SPACES and link.gap in _SPACES
    return first if is_linked and NUMBERS.get(first.lower, 0) in range(1, 10) else None


def _ages(document: Document, numbers: NumberStyle) -> Iterator[Form]:
    """Yield ages of people: a six-year-old boy, aged six."""
    words_to = 0 if numbers.ages == "figures" else 9 if numbers.words_to == "auto" else numbers.words_to
    age_of = re.compile(words.AGE)
    for lower in document.words.hyphenated:
        found = age_of.fullmatch(lower) if lower.endswith(("old", "olds")) else None
        value = _value(found[1]) if found else 0
        good = _number(value, words_to)
        if not found or not value or found[1] == good:
            continue
        for word in find_words(document, (lower,)):
            if document.before(word.start, 8).endswith(words.ROWS) or document.opens_sentence(word.start):
                continue
            if numbers.ages == "general" or _is_person(word):
                yield Form("numbers.ages", word.span, good + word.surface[len(found[1]) :])
    for word in find_words(document, ("old",)):
        start = word.previous.previous.start
        split = re.compile(words.AGE_OF, re.IGNORECASE).match(document.text, start)
        value = _value(split[1].lower()) if split else 0
        if not split or not value or split.end() != word.end or not _is_person(word):
            continue
        if document.word_before(start).lower in english.DETERMINERS and not document.opens_sentence(start):
            good = f"{_number(value, words_to)}-{split[2]}-old"
            yield Form("numbers.ages", Span(start, word.end), good, safe=False)
    for word in find_words(document, ("aged", "age")):
        age = word.next
        value = _value(age.lower)
        good = _number(value, words_to)
        if word.lower == "age" and (value == 1 or word.previous.lower not in words.BEFORE_AN_AGE):
            continue
        in_row = age.next.lower in _IN_ROWS and _value(age.next.next.lower)
        if value and word.gap in _SPACES and age.lower != good and not in_row:
            yield Form("numbers.ages", age.span, good)


def _is_person(age: Cursor) -> bool:
    """Whether an age before a noun, or as one, is a person's."""
    following = age.next
    if age.lower.endswith("s") or age.gap[:1] not in _SPACES or following.lower in words.AFTER_AN_AGED_ONE:
        return age.previous.lower not in words.BEFORE_AGED_THINGS
    return following.is_capitalised or following.lower in words.AGED_PEOPLE


def _value(word: str) -> int:
    """Return a number below 100, in words or figures; 0 for what is none."""
    if word.isascii() and word.isdecimal():
        return int(word) if len(word) < 3 else 0
    return NUMBERS.get(word, 0)


def _number(value: int, words_to: int) -> str:
    return in_words(value) if 0 < value <= words_to else str(value)


def _measures(document: Document) -> Iterator[Form]:
    """Yield measures below ten in words: six miles."""
    for word in find_words(document, english.ONES[1:]):
        unit = word.next
        if unit.lower not in words.MEASURES or word.gap not in _SPACES or not unit.surface.islower():
            continue
        first = _first_of_range(word) or word
        if (
            not first.surface.islower()
            or first.previous.lower in NUMBERS
            or document.opens_sentence(first.start)
        ):
            continue
        amount = f"{NUMBERS[word.lower]} {unit.surface}"
        if first.start < word.start:
            amount = f"{NUMBERS[first.lower]}{document.text[first.end : word.start]}{amount}"
        yield Form("numbers.units", Span(first.start, unit.end), amount)


def _beginnings(document: Document) -> Iterator[Form]:
    """Yield figures that begin a sentence. A year may, and so may a name: 50 Cent."""
    text, after, year = document.text, re.compile(words.AFTER_A_BEGINNING), re.compile(words.YEAR)
    for figure in find_figures(document):
        start, end = figure.start(), figure.end()
        if not after.match(text, end) or year.fullmatch(figure[0]) or ":" in figure[0]:
            continue
        block = document.block_at(start)
        lead = document.before(start, 2)
        is_first = (
            block.start == start
            and len(document.words.between(block.start, block.end)) > words.LONGEST_LABEL
            and document.copy.at(start) is CopyKind.OWN
            and text[block.end - 1] == "."
        )
        if not is_first and not (start - block.start > 3 and lead[0] in '.?!”"' and lead[1] == " "):
            continue
        if not document.opens_sentence(start) or document.before(start, 5).endswith(words.NO_BEGINNINGS):
            continue
        value = int(figure[0]) if figure[0].isdecimal() and len(figure[0]) < 4 else 0
        good = in_words(value).capitalize() if 0 < value <= 100 and text[end] == " " else ""
        note = "" if good else "a sentence begins with a word"
        yield Form("numbers.sentence_start", Span(start, end), good, safe=False, note=note)


def _short_ordinals(document: Document, ordinals_to: int) -> Iterator[Form]:
    """Yield small ordinals in figures: the 3rd mayor."""
    after, row = re.compile(words.SHORT_ORDINAL), re.compile(words.ORDINAL_ROW)
    for figure in find_figures(document):
        found = after.match(document.text, figure.end())
        if not found or not figure[0].isdecimal() or len(figure[0]) > 2:
            continue
        value, before = int(figure[0]), document.word_before(figure.start())
        if not 0 < value <= ordinals_to or document.before(figure.start()) not in _BEFORE_COUNTS:
            continue
        if before.lower.rstrip(".") in words.MONTHS or row.search(document.before(figure.start(), 12)):
            continue
        yield Form("numbers.ordinals_to", Span(figure.start(), found.end()), ordinal_in_words(value))


def _ordinals(document: Document, ordinals_to: int) -> Iterator[Form]:
    """Yield large ordinals and centuries in words: the twelfth mayor, the twentieth century."""
    for word in find_words(document, ORDINALS):
        value, following = ORDINALS[word.lower], word.next
        if value <= ordinals_to or not word.surface.islower():
            continue
        if value < 10 and not (following.surface.islower() and following.lower not in words.OTHER_FIGURES):
            continue
        if following.lower == "century" and following.surface.islower() and word.gap in _SPACES:
            yield Form("numbers.ordinals_to", Span(word.start, following.end), f"{as_ordinal(value)} century")
        elif word.previous.lower in words.BEFORE_ORDINALS and following.lower not in words.AFTER_FRACTIONS:
            yield Form("numbers.ordinals_to", word.span, as_ordinal(value), safe=value > 3)
    for lower in document.words.hyphenated:
        ordinal, _, century = lower.rpartition("-")
        if century == "century" and ORDINALS.get(ordinal, 0) > ordinals_to:
            for word in find_words(document, (lower,)):
                if word.surface.islower():
                    yield Form("numbers.ordinals_to", word.span, f"{as_ordinal(ORDINALS[ordinal])}-century")


def _fractions(document: Document) -> Iterator[Form]:
    """Yield fractions without their hyphen: two thirds."""
    for match in re.finditer(words.FRACTION, document.text):
        yield Form("numbers.fractions", Span(*match.span()), f"{match[1]}-{match[2]}")


_SPACES = (" ", "\u00a0")
_BEFORE_COUNTS = (" ", "\u00a0", "\n", "(", "“", "")
_IN_ROWS = frozenset({"to", "and", "or"})
