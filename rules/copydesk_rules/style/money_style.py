"""money-style: a sum, a large figure or a decade that the house writes another way."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copydesk.analyses.house_forms import find_figures, find_kinds
from copydesk.document import Document
from copydesk.house.style import HouseStyle, NumberStyle
from copydesk.language.lists import lexicon
from copydesk.model.finding import Finding, Severity
from copydesk.model.prose import Span
from copydesk.plugins.rule import Context, Example, NoOptions, Rule
from copydesk_rules.style.forms import Form, report

_AP = HouseStyle(
    label="AP",
    numbers=NumberStyle(money="million", currency="sign", thousands="comma", decades="plain"),
)
_GUARDIAN = HouseStyle(label="Guardian", numbers=NumberStyle(money="letter"))


class HouseMoney(Rule[NoOptions]):
    """Every figure is looked at once: with a sign of a currency it is a sum."""

    name = "money-style"
    reads_english = True
    family = "style"
    severity = Severity.WARNING
    needs = ("numbers", "digit")
    summary = "a sum, a large figure or a decade is not written as the house writes it: $4m, 12000, 1980's"
    why = (
        "A house writes $4 million or $4m, a whole sum without cents, a comma from thousands on, and "
        "decades without an apostrophe. A sum with the sign and the word (`$4 million "
        "dollars`) is for currency-twice."
    )
    examples = (
        Example("The bridge cost [[$4m]], the [[$3-million]] road less.", "AP has the word", house=_AP),
        Example("A ticket costs [[$9.00]] at the door.", "no cents", house=_AP),
        Example("It made [[12000]] bags in the [[1980's]].", "a comma, and no apostrophe", house=_AP),
        Example("The bridge cost [[$4 million]].", "the Guardian has the letter", house=_GUARDIAN),
        Example("A ticket is $9.00, a book $9.50. 2020's election cost $4 million.", "with cents", house=_AP),
        Example(
            "It stands at 12000 Elm Road, ZIP code 20500, in a $4-million-a-year home.", "no count", house=_AP
        ),
        Example("The bridge cost $4m.", "no house"),
    )

    def check(self, document: Document, context: Context[NoOptions]) -> Iterator[Finding]:
        """Yield one finding for each place."""
        forms = [*_sums(document, context.house.numbers), *_counts(document, context.house.numbers)]
        yield from report(document, context, forms)


def _sums(document: Document, numbers: NumberStyle) -> Iterator[Form]:
    """Yield large sums and whole ones."""
    if "sum" not in find_kinds(document):
        return
    text, after = document.text, re.compile(_LARGE)
    for figure in find_figures(document):
        start, end = figure.start() - 1, figure.end()
        if start < 0 or text[start] not in "$£€¥":
            continue
        if text[max(0, start - 1)] in _JOINED and not re.search(_AFTER_SUM, document.before(start, 8)):
            continue
        found = after.match(text, end)
        if found and numbers.money != "auto":
            form = _large(text[start:end], found, numbers.money)
            if form:
                yield Form("numbers.money", Span(start, found.end()), form)
        elif not found and numbers.currency == "sign" and figure[0].endswith(".00"):
            whole = text[start : end - len(".00")]
            others = re.compile(_CENTS).search(document.slice(document.sentence_at(start)))
            if not others and not re.compile(r" [mb]illion").match(text, end):
                yield Form("numbers.currency", Span(start, end), whole)


def _large(amount: str, found: re.Match[str], want: str) -> str:
    """Return how the house writes a large sum; empty where that is how it stands."""
    gap, unit = found[1], found[2]
    if unit in "kK":
        amount_of = re.fullmatch(r"(.)(\d{1,3})(?:\.(\d{1,2}))?", amount)
        whole = amount_of and int(amount_of[2]) * 1000 + int((amount_of[3] or "").ljust(3, "0"))
        return f"{amount_of[1]}{whole:,}" if amount_of and want == "million" and not gap else ""
    word = _OF_LETTER.get(unit, unit)
    if want == "million":
        return "" if gap in _SPACES and word == unit else f"{amount} {word}"
    return "" if word == "trillion" or (not gap and unit == _LETTERS[word]) else f"{amount}{_LETTERS[word]}"


def _counts(document: Document, numbers: NumberStyle) -> Iterator[Form]:
    """Yield decades with an apostrophe, and large figures without a comma."""
    text, decade = document.text, re.compile(_BEFORE_DECADES, re.IGNORECASE)
    for figure in find_figures(document):
        start, end, digits = figure.start(), figure.end(), figure[0]
        if len(digits) < 4 or not digits.isdecimal():
            continue
        if numbers.decades == "plain" and len(digits) == 4 and digits[3] == "0":
            if text.startswith(("'s", "’s"), end) and (
                text.startswith("-", end + 2) or decade.search(text, max(0, start - 10), start)
            ):
                yield Form("numbers.decades", Span(start, end + 2), f"{digits}s")
        elif numbers.thousands == "comma" and len(digits) in (5, 6) and _is_count(document, figure):
            yield Form("numbers.thousands", Span(start, end), f"{int(digits):,}")


def _is_count(document: Document, figure: re.Match[str]) -> bool:
    """Whether a figure counts things: a word in small letters stands on both sides of it."""
    before = document.word_before(figure.start(), across=_AROUND)
    after = document.word_after(figure.end(), across=" \u00a0")
    if figure[0][0] == "0" or not after.surface.islower():
        return False
    if before.is_capitalised and document.opens_sentence(before.start):
        return before.lower in lexicon.common_words() and before.lower not in _CODES
    return (
        before.surface.islower() and before.lower not in _CODES and document.before(figure.start()) in _AROUND
    )


_LARGE = r"([ \u00a0-]?)(mn?|M|bn?|B|tn|[kK]|[mb]illion|trillion)(?![\w’']|-(?!plus\b|[$£€]))"
_AFTER_SUM = r"[$£€]\d[\d.]*(?:mn?|bn?|[kK])[-–]$"
_OF_LETTER = {
    "m": "million",
    "mn": "million",
    "M": "million",
    "bn": "billion",
    "b": "billion",
    "B": "billion",
}
_OF_LETTER["tn"] = "trillion"
_LETTERS = {"million": "m", "billion": "bn", "trillion": "tn"}
_CENTS = r"[$£€]\d[\d,]*\.(?!00)\d\d\b"
_SPACES = (" ", "\u00a0")
_AROUND = " \u00a0$£€"
_JOINED = frozenset("-–.,")
_BEFORE_DECADES = r"\b(?:the|early|mid|late)[ \u00a0-]$|0['’]?s,? (?:and|or|to) $"
_CODES = frozenset(
    """
    act apartment article badge bill box case chapter code flight form item lot model no number order page
    room route section serial ticket unit vote zip
    """.split()
)
"""Words before a figure that is a name, and counts nothing."""
