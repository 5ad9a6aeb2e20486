"""abbreviation-variant: an abbreviation with its points here and without them there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copydesk.analyses.spelling.common_words import in_running_copy
from copydesk.analyses.spelling.initials import find_dotted, find_plain
from copydesk.document import Document
from copydesk.house.style import HouseStyle, PlaceStyle
from copydesk.language.lists.abbreviations import INITIALS, TITLES_BEFORE_NAMES
from copydesk.model.finding import Finding, Severity
from copydesk.model.prose import Span
from copydesk.plugins.rule import Context, Example, NoOptions, Rule
from copydesk_rules.spelling.variants import Respell, against, ranked, titles_before_names, with_point_of

FIELDS = {
    "us": "united_states",
    "uk": "united_kingdom",
    "un": "united_nations",
    "eu": "european_union",
    "dc": "columbia",
    "phd": "degrees",
}
"""The fields with which a house decides initials."""

_HOUR = r"\d[ \u00a0]?([ap]m|[ap]\.m\.|[AP]M|[AP]\.M\.)(?!\w)"


class AbbreviationVariant(Rule[NoOptions]):
    """Each abbreviation is compared with itself."""

    name = "abbreviation-variant"
    reads_english = True
    family = "spelling"
    severity = Severity.WARNING
    needs = ("abbreviation that has two forms",)
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
        Example(
            "The U.S. sent aid. The US and the U.S. agreed.",
            "where the house has decided, place-style reports it",
            house=HouseStyle(places=PlaceStyle(united_states="points")),
        ),
    )

    def check(self, document: Document, context: Context[NoOptions]) -> Iterator[Finding]:
        """Yield one finding for each use of a form that the draft uses less."""
        vocabulary = document.words.vocabulary
        for title in TITLES_BEFORE_NAMES:
            if title in vocabulary:
                found = titles_before_names(document, (title,))
                yield from _compare(document, context, found, with_point_of)
        for lower, (head, tail) in INITIALS.items():
            if lower in vocabulary and not _is_decided(context.house, FIELDS.get(lower, "")):
                plain = find_plain(document, head, tail)
                yield from _compare(
                    document, context, [plain, find_dotted(document, head, tail) if plain else []]
                )
        # Without an m there is no full point, and only capitals are left to differ.
        is_decided = context.house.dates.clock != "auto"
        if not is_decided and ("m" in vocabulary or "AM" in document.text or "PM" in document.text):
            yield from _compare(document, context, _hours(document))


def _is_decided(house: HouseStyle, field: str) -> bool:
    """Whether a style's own rule reports an abbreviation."""
    said = getattr(house.places, field, None) or getattr(house.abbreviations, field, "auto")
    return bool(said != "auto")


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
