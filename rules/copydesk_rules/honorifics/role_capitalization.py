"""`role-capitalization`."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.analyses.people.references import in_running_copy
from copydesk.document import Document
from copydesk.house.style import HonorificStyle
from copydesk.language.copy import COPY
from copydesk.language.lists import closed_classes as english
from copydesk.language.people.people import Mention, MentionKind
from copydesk.language.words import SPACES
from copydesk.model.finding import Edit, Finding, Fix, Severity
from copydesk.model.prose import Span
from copydesk.plugins.rule import Context, Example, NoOptions, Rule

_AP = HonorificStyle(role_capitals="before_name")
_OFFICES = frozenset("president senator governor pope queen king mayor".split())
"""Offices that stand alone in lower case, and have a capital before a name."""

_JOBS = frozenset(
    """
    actor actress astronaut attorney author coach comedian defendant drummer economist engineer
    farmer guitarist historian journalist lawyer musician photographer physicist poet rapper reporter
    scientist singer spokesman spokesperson spokeswoman striker teacher writer
    """.split()
)
"""What somebody does, which is no title."""

_BEFORE = frozenset({"former", "then", "acting", "ex", "late"})
_AHEAD = (english.CORE_PREPOSITIONS - {"at", "in", "on"}) | (
    english.SUBORDINATORS | {"and", "said", "told", "asked", "after", "before"}
)
"""Words after which a lower-case office begins a name of its own, and is no part of a longer description."""


class RoleCapitalization(Rule[NoOptions]):
    """The President, president Poe, Actor Ann Poe."""

    name = "role-capitalization"
    reads_english = True
    family = "honorifics"
    severity = Severity.WARNING
    needs = ("style.role_capitals",)
    summary = "an office with a capital away from the name, or without one before it; a job with a capital"
    why = (
        "In AP style an office has a capital right before a name (President Poe) and nowhere else (the "
        "president). What somebody does is no title: actor Ann Poe. Former, then and acting stay small too."
    )
    examples = (
        Example("On Friday the [[President]] flew home.", "an office alone", honorifics=_AP),
        Example("A letter by [[senator]] Ann Poe was read.", "an office before a name", honorifics=_AP),
        Example("On Friday the band met [[Actor]] Ann Poe.", "a job", honorifics=_AP),
        Example("On Friday the band met [[Former]] President Ann Poe.", "former", honorifics=_AP),
        Example("On Friday President Ann Poe met actor John Roe.", "as it should be", honorifics=_AP),
        Example("On Friday the President flew home.", "no house style"),
    )

    def check(self, document: Document, context: Context[NoOptions]) -> Iterator[Finding]:
        """Yield one finding for each place."""
        if context.honorifics.role_capitals != "before_name":
            return
        for person in document.people.all:
            for mention in person.mentions:
                if mention.kind is MentionKind.FULL and in_running_copy(document, mention):
                    yield from _before_name(document, mention)
        yield from _alone(document)


def _before_name(document: Document, mention: Mention) -> Iterator[Finding]:
    if mention.role:
        title = mention.role.partition(" ")[0]
        is_job = mention.role.lower() in _JOBS or (" " in mention.role and title.lower() in _BEFORE)
        if is_job and _is_inside_sentence(document, mention.start):
            yield _finding(document, Span(mention.start, mention.start + len(title)), title.lower())
        return
    before = document.before(mention.start, 40).split(" ")
    if len(before) > 2 and before[-2] in _OFFICES and before[-3] in _AHEAD:
        end = mention.start - 1
        yield _finding(document, Span(end - len(before[-2]), end), before[-2].capitalize())


def _alone(document: Document) -> Iterator[Finding]:
    """Yield the President, with no name after it."""
    text = document.text
    for office in _OFFICES:
        for index in document.words.vocabulary.get(office, ()):
            span = document.words[index].span
            following = document.after(span.end, 2)
            if (
                text[span.start].isupper()
                and text.endswith(" the ", 0, span.start)
                and not document.slice(span).isupper()
                and not (following[:1] in " -" and following[1:2].isupper())
                and document.copy.at(span.start) in COPY
            ):
                yield _finding(document, span, office)


def _is_inside_sentence(document: Document, at: int) -> bool:
    """Whether a word in lower case stands before: U.S. Attorney is an office."""
    before = document.word_before(at, across=SPACES).surface
    return before.isalpha() and before.islower()


def _finding(document: Document, span: Span, wanted: str) -> Finding:
    message = f'"{document.slice(span)}" here, and the house writes "{wanted}"'
    return Finding(span, message, fix=Fix(f'write "{wanted}"', (Edit(span, wanted),)))
