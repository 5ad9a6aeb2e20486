"""abbreviation-variant: an abbreviation with its points here and without them there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copydesk.analyses.spelling.common_words import in_address, in_running_copy
from copydesk.document import Document
from copydesk.language.lists import lexicon
from copydesk.language.lists.titles import CALENDAR, FOLLOWS_A_NAME, ROLE_NOUNS
from copydesk.model.finding import Finding, Severity
from copydesk.model.prose import Span
from copydesk.plugins.rule import Context, Example, NoOptions, Rule
from copydesk_rules.spelling.variants import Respell, against, ranked, titles_before_names, with_point_of

BEFORE_NAMES = ("sen", "rep", "gov", "gen", "lt", "col", "maj", "capt", "sgt", "adm", "prof", "rev")
INITIALS = {
    "us": ("U", "S"),
    "uk": ("U", "K"),
    "un": ("U", "N"),
    "eu": ("E", "U"),
    "dc": ("D", "C"),
    "phd": ("Ph", "D"),
    "md": ("M", "D"),
}
_BEGINS_A_NAME = frozenset(
    "airways open weekly steel bancorp soccer women magazine comics independence news photo".split()
)
_SUM = r"\$\d[\d,.]*(?: (?:m|b|tr)illion)? $"
"""A sum before the code of its currency: $16 US."""

_HOUR = r"\d[ \u00a0]?([ap]m|[ap]\.m\.|[AP]M|[AP]\.M\.)(?!\w)"


class AbbreviationVariant(Rule[NoOptions]):
    """Each abbreviation is compared with itself."""

    name = "abbreviation-variant"
    reads_english = True
    family = "spelling"
    severity = Severity.WARNING
    summary = "an abbreviation has points in one place and none in another: U.S. and US, Gov. and Gov"
    why = (
        "A house writes U.S. or US, Gov. or Gov, a.m. or am. Where a draft does both, a sentence came from "
        "other copy. The rarer form is reported. Headlines, captions and quotations have rules of their own "
        "and are left out, and so are names: US Airways."
    )
    examples = (
        Example(
            "Gov. Ash spoke first. Gov. Ash left at noon. Later [[Gov]] Ash came back.",
            "a title without its full point",
        ),
        Example(
            "The U.S. sent aid. The [[US]] and the U.N. agreed, and U.S. ships left.",
            "one country, two forms",
        ),
        Example(
            "Doors open at 9 a.m. and close at 5 p.m., or at [[6 pm]] in May.", "two ways to give the hour"
        ),
        Example("The US sent aid, said Mr Ash. “The U.S. is late,” he said.", "a quotation is left alone"),
        Example("The U.S. sued US Airways.", "a company's name is its own"),
        Example(
            "The club Kites UK met. Nobody in the U.K. flies more, and the U.K. is windy.", "a club's name"
        ),
        Example("A U.S. envoy told us to wait.", "us is a word"),
    )

    def check(self, document: Document, context: Context[NoOptions]) -> Iterator[Finding]:
        """Yield one finding for each use of a form that the draft uses less."""
        vocabulary = document.words.vocabulary
        for title in BEFORE_NAMES:
            if title in vocabulary:
                found = titles_before_names(document, (title,))
                yield from _compare(document, context, found, with_point_of)
        for lower, (head, tail) in INITIALS.items():
            if lower in vocabulary:
                yield from _compare(document, context, _initials(document, head, tail))
        # Without an m there is no full point, and only capitals are left to differ.
        if "m" in vocabulary or "AM" in document.text or "PM" in document.text:
            yield from _compare(document, context, _hours(document))


def _compare(
    document: Document,
    context: Context[NoOptions],
    forms: list[list[Span]],
    respell: Respell | None = None,
) -> Iterator[Finding]:
    if sum(map(bool, forms)) < 2:
        return
    own = [[span for span in spans if in_running_copy(document, span)] for spans in forms]
    if sum(map(bool, own)) < 2:
        return
    usual, *others = ranked(document, context, own)
    for form in others:
        yield from against(document, form, usual, respell)


def _initials(document: Document, head: str, tail: str) -> list[list[Span]]:
    """Return an abbreviation without points and with them: US and U.S., PhD and Ph.D."""
    text, words, vocabulary = document.text, document.words, document.words.vocabulary
    plain, dotted = [], []
    for index in vocabulary[(head + tail).lower()]:
        span = words[index].span
        if (
            document.slice(span) == head + tail
            and not in_address(text, span)
            and not _begins_name(document, index)
            and not _ends_name(document, index)
            and document.after(span.end) != "$"
            and not re.search(_SUM, document.before(span.start, 24))
        ):
            plain.append(span)
    if not plain:
        return []
    for index in vocabulary.get(head.lower(), ()):
        start, end = words[index].start, words[index].end
        if text.startswith(f"{head}.{tail}.", start) and not document.after(end + len(tail) + 2).isalpha():
            dotted.append(Span(start, end + len(tail) + 2))
    return [plain, dotted]


def _begins_name(document: Document, index: int) -> bool:
    """Whether an abbreviation is part of a name: US Airways, a ticker. US Senate is none."""
    word = document.word(index)
    following = word.next
    if word.gap.startswith(":") or document.before(word.start) == "-":
        return True
    if not word.gap.startswith(" ") or not following.is_capitalised:
        return False
    return following.lower in _BEGINS_A_NAME or following.lower not in lexicon.common_words()


def _ends_name(document: Document, index: int) -> bool:
    """Whether an abbreviation is the last word of a name, with a capitalised word before it: Kites UK."""
    before = document.word(index).previous
    return (
        before.gap == " "
        and before.is_capitalised
        and not before.surface.isupper()
        and not document.opens_sentence(before.start)
        and before.lower not in CALENDAR | FOLLOWS_A_NAME | ROLE_NOUNS
    )


def _hours(document: Document) -> list[list[Span]]:
    """Return the hour, by the way in which it is abbreviated."""
    forms: dict[str, list[Span]] = {}
    for match in re.finditer(_HOUR, document.text):
        start = match.start()
        while start and document.text[start - 1] in "0123456789:.":
            start -= 1
        forms.setdefault(re.sub("[pP]", "a" if match[1][0].islower() else "A", match[1]), []).append(
            Span(start, match.end())
        )
    return list(forms.values())
