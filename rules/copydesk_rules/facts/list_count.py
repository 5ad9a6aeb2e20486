"""list-count: a number, and a list of names that is shorter or longer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copydesk.analyses.figures.numbers import FigureKind, find_figures
from copydesk.document import Document
from copydesk.language.copy import PROSE
from copydesk.language.lists import closed_classes as english
from copydesk.language.lists.lexicon import places
from copydesk.model.finding import Finding, Severity
from copydesk.model.prose import Span
from copydesk.plugins.rule import Context, Example, NoOptions, Rule
from copydesk.wording import count


class ListCount(Rule[NoOptions]):
    """Only names, three or more, in a list that says where it ends; anything less sure is left alone."""

    name = "list-count"
    reads_english = True
    family = "facts"
    severity = Severity.WARNING
    needs = ("list of names",)
    summary = "a number and the list of names after it do not agree: nine cities, and eight names"
    why = "Somebody is missing in the list, or was counted twice. Ask who."
    examples = (
        Example(
            "It flies to [[nine other cities (Helsinki, Oslo, Munich, Paris, Stockholm, Copenhagen, Rome and "
            "Sydney)]].",
            "eight in brackets",
        ),
        Example(
            "[[Three people were hurt: Ann Roe, Carla Dunn, Peter Voss and Ines Moreau]].",
            "four after a colon",
        ),
        Example("It flies to three cities: Oslo, Paris and Munich.", "three"),
        Example("Three men and two women spoke: Ann Roe, Carla Dunn and Peter Voss.", "two numbers"),
        Example("It flies to four cities: Denver, Reno and West Point, New York.", "a town with its state"),
        Example("It beat two of these teams: Norway, Finland and Estonia.", "some of a list"),
    )

    def check(self, document: Document, context: Context[NoOptions]) -> Iterator[Finding]:
        """Yield one finding for each list."""
        figures = find_figures(document)
        for figure in figures:
            if figure.kind is not FigureKind.NUMBER or figure.value not in _COUNTS:
                continue
            if document.copy.at(figure.span.start) not in PROSE:
                continue
            sentence = document.sentence_at(figure.span.start)
            listed = re.compile(_LIST).match(document.text, figure.span.end, sentence.end)
            if listed is None:
                continue
            before = document.text[max(sentence.start, figure.span.start - _BEFORE) : figure.span.start]
            around = f"{before}\0{listed['between']}"
            has_other = any(
                sentence.start <= one.span.start < listed.end() for one in figures if one != figure
            )
            names = _names(listed["names"])
            if has_other or re.search(_PART, around) or len(names) in (0, figure.value):
                continue
            if len(names) > figure.value and any(name in places() for name in names):
                continue  # towns with their states
            span = Span(figure.span.start, listed.end("names") + (listed["bracket"] is not None))
            said = f"{document.slice(figure.span).lower()} {listed['noun']}"
            yield Finding(span, f"{said}: {count(len(names), 'name')} in the list")


def _names(listed: str) -> list[str]:
    """Return the names of a list with one `and`, before the last; none where it holds anything else."""
    rows, joint, last = listed.rpartition(" and ")
    if not joint or " and " in rows or "," in last:
        return []
    names = [name.strip() for name in (*rows.rstrip(",").split(","), last)]
    is_list = len(names) >= _FEWEST and all(re.fullmatch(_NAME, name) for name in names)
    return names if is_list else []


_COUNTS = range(2, 13)
_FEWEST = 3
_BEFORE = 20
"""Characters of the sentence before a number, which may say that it is a part."""
_NAME = r"(?:the )?[A-Z][\w’'.-]*(?: (?:of|the|de|von|van|[A-Z][\w’'.-]*)){0,3}"
_SPELLED = "|".join((*english.ONES, *english.TEENS))
_NOUN = r"(?:other )?(?:[a-z-]+s|people|men|women|children)"
_LIST = (
    rf"(?P<between> (?:[a-z-]+ ){{0,3}}?(?P<noun>{_NOUN})\b[a-z' ]{{0,40}}?)"
    r"(?: ?\((?P<bracket>)|: )(?P<names>[A-Z][^:;()“”\"\d]{8,240}?)"
    r"(?(bracket)(?=\))|(?=, (?:the )?[A-Z][^,:;()]{1,60} said\.?$|[.!?]?$))"
)
_PART = (
    r"\bof \0|\b(?:of|including|included|among|along|others|like|as|from|some|many|both|first|last"
    rf"|{_SPELLED})\b"
)
"""What makes a list one of something else, or of a part."""
