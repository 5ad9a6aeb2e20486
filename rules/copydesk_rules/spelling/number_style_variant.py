"""number-style-variant: figures and words for one kind of number."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from copydesk.analyses.spelling.common_words import in_running_copy
from copydesk.document import Document
from copydesk.house.style import HouseStyle, NumberStyle
from copydesk.language.lists import closed_classes as english
from copydesk.model.finding import Finding, Severity
from copydesk.model.prose import Span
from copydesk.plugins.rule import Context, Example, NoOptions, Rule
from copydesk_rules.spelling.variants import against, ranked

_FIGURE = r"\d[\d,.]*+"
_KINDS = (
    (rf"\b{_FIGURE}%", rf"\b{_FIGURE}[ \u00a0-]per ?cent\b"),
    (r"\b(?:1[5-9]|20)\d0s\b", r"(?<=\b[Tt]he )(?:(?:early|mid|late)[ -])?(?:1[5-9]|20)\d0['’]s\b"),
    (
        rf"[$£€]{_FIGURE}(?:mn?|bn?)\b",
        rf"[$£€]{_FIGURE}[ \u00a0-][mb]illion\b",
    ),
)
"""Two ways to write one kind of number: with a sign or a letter, and in words."""

_FIELDS = ("percent", "decades", "money")
"""Where the house has decided a kind, its style's rules report it."""

_DECADES = frozenset(
    f"{part}{decade}0's" for part in ("", "early-", "mid-", "late-") for decade in range(150, 210)
)
_MARKS = (
    ("%", frozenset({"percent", "cent"})),
    ("'’", _DECADES),
    ("$£€", frozenset({"million", "billion"})),
)
"""A draft without one of these signs and one of these words need not be searched."""

_WORDS = (*english.ONES[1:], *english.TEENS[:3])
_FIGURES = {word: str(number) for number, word in enumerate(_WORDS, start=2)}

_ROW = frozenset({"and", "or", "to"})
_SPELLED = {word: number for number, word in enumerate((*english.ONES, *english.TEENS), start=1)}
_SMALL_FIGURES = frozenset("23456789")
_SMALL = r"(?<!\S)([2-9]) [a-z]{3,}s"
_LARGE = rf"({'|'.join(_SPELLED)}) [a-z]{{3,}}s"
_JOINT = r"(?:, (?:and |or )?| and | or )"
_LISTED = rf"(?:{_SMALL}{_JOINT}{_LARGE}|{_LARGE}{_JOINT}{_SMALL})\b"
"""Two counts side by side, one in a figure and one in words: `4 clocks and eleven benches`."""


class NumberStyleVariant(Rule[NoOptions]):
    """Percentages, sums of money, and a count of the same things in words and in figures."""

    name = "number-style-variant"
    reads_english = True
    family = "spelling"
    severity = Severity.INFO
    needs = ("digit",)
    summary = "numbers of one kind are written in two ways: 5% and 5 percent, ten villages and 10 villages"
    why = (
        "A house has one way to write percentages, millions and small numbers. Where a draft has two, the "
        "rarer one is reported, once a paragraph. So is a small number in figures beside a larger one in "
        "words: no house writes `4 clocks and eleven benches`. Headlines, captions, quotations and the first "
        "word of a sentence have rules of their own."
    )
    examples = (
        Example(
            "Exports fell 5 percent and imports 3 percent, the office said. Wages rose by [[2%]].",
            "the sign once, the word twice",
        ),
        Example(
            "The bridge cost $5 million, the road $7 million and the tunnel [[$9m]].",
            "a letter for a word",
        ),
        Example(
            "The [[ten villages]] are dry, he said. All 10 villages lie uphill, the 10 villages agree.",
            "one count",
        ),
        Example(
            "The [[1990’s]] were good. In the 1980s he left. The 1970s ended.", "a decade is no possessive"
        ),
        Example("In the 1980s it snowed, and 1990’s harvest was the best.", "a year is one"),
        Example("Exports fell 5 percent. “We lost 7%,” she said.", "a quotation is left alone"),
        Example("Two of 12 villages have ten wells.", "other things are counted"),
        Example("She bought [[4 clocks]] and eleven benches.", "the smaller number in figures"),
        Example("Ten villages are dry. All 10 villages lie uphill.", "a sentence begins with a word"),
        Example("A shift of 1 or 2 points is small; two points were lost.", "figures in a row"),
        Example(
            "Exports fell 5 percent and imports 3 percent. Wages rose by 2%.",
            "where the house has decided, percent-style reports it",
            house=HouseStyle(numbers=NumberStyle(percent="percent")),
        ),
    )

    def check(self, document: Document, context: Context[NoOptions]) -> Iterator[Finding]:
        """Yield one finding for each paragraph with a way that the draft uses less."""
        text, vocabulary = document.text, document.words.vocabulary
        house = context.house.numbers
        for field, (signs, words), (letters, marks) in zip(_FIELDS, _KINDS, _MARKS, strict=True):
            if getattr(house, field) != "auto":
                continue
            if vocabulary.keys().isdisjoint(marks) or not any(letter in text for letter in letters):
                continue
            if not (re.search(signs, text) and re.search(words, text)):
                continue
            yield from _compare(
                document, context, [[Span(*m.span()) for m in re.finditer(p, text)] for p in (signs, words)]
            )
        if house.words_to == "auto":
            for forms in _counts(document):
                yield from _compare(document, context, forms)
            yield from _out_of_step(document)


def _compare(document: Document, context: Context[NoOptions], forms: list[list[Span]]) -> Iterator[Finding]:
    own = [[span for span in spans if in_running_copy(document, span)] for spans in forms]
    ranks = ranked(document, context, own)
    reported: set[int] = set()
    for form in ranks[1:]:
        for finding in against(document, form, ranks[0]):
            block = document.block_index(finding.span.start)
            if block not in reported:
                reported.add(block)
                yield finding


def _out_of_step(document: Document) -> Iterator[Finding]:
    """Small counts in figures beside larger ones in words."""
    vocabulary, sentences = document.words.vocabulary, document.sentences_of_words
    small, spelled = (
        {sentences[at] for number in numbers & vocabulary.keys() for at in vocabulary[number]}
        for numbers in (_SMALL_FIGURES, _SPELLED.keys())
    )
    for index in sorted(small & spelled):
        sentence = document.sentences[index]
        for match in re.compile(_LISTED).finditer(document.text, sentence.start, sentence.end):
            yield from _beside_larger(document, match)


def _beside_larger(document: Document, match: re.Match[str]) -> Iterator[Finding]:
    """Yield the finding for the figure of two counts side by side, where it is the smaller one."""
    small, large = (1, 2) if match[1] else (4, 3)
    noun, other = document.word_after(match.end(small)), document.word_after(match.end(large))
    span = Span(match.start(small), noun.end)
    if int(match[small]) < _SPELLED[match[large]] and in_running_copy(document, span):
        yield Finding(
            span,
            f'"{match[small]} {noun.surface}" beside "{match[large]} {other.surface}": '
            "the smaller number stands in figures",
        )


def _counts(document: Document) -> Iterator[list[list[Span]]]:
    """Counts of the same things, in words and in figures: ten villages, 10 villages."""
    vocabulary, words = document.words.vocabulary, document.words
    for word in _WORDS:
        figure = _FIGURES[word]
        if word not in vocabulary or figure not in vocabulary:
            continue
        counted: dict[str, list[list[Span]]] = defaultdict(lambda: [[], []])
        for form, number in enumerate((word, figure)):
            for index in vocabulary[number]:
                if document.opens_sentence(words[index].start) or _is_in_row(document, index):
                    continue
                here = document.word(index)
                following = here.next
                if here.gap != " " or not following.lower.endswith("s"):
                    continue
                if document.before(here.start) in (" ", "\n"):
                    counted[following.lower][form].append(Span(here.start, following.end))
        for forms in counted.values():
            if all(forms):
                yield forms


def _is_in_row(document: Document, index: int) -> bool:
    """Whether a number follows another: 1 or 2 points, two to three years."""
    before = document.words[max(0, index - 2) : index]
    if len(before) < 2 or before[1].lower not in _ROW:
        return False
    return before[0].lower.isdecimal() or before[0].lower in _SPELLED
