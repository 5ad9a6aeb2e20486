"""`unintroduced-person`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from copydesk.document import Document
from copydesk.finding import Finding, Related, Severity
from copydesk.language.lexicon import given_names, public_figures, surnames
from copydesk.language.people import Mention, MentionKind, Person
from copydesk.rule import Context, Example, Rule
from copydesk_rules.honorifics.references import in_running_copy


@dataclass(frozen=True, slots=True)
class Options:
    """Options of `unintroduced-person`.

    household  surnames that stand alone without an introduction, beside those of well-known public figures
    """

    household: tuple[str, ...] = ()


class UnintroducedPerson(Rule[Options]):
    """A later reference without a first one."""

    name = "unintroduced-person"
    family = "honorifics"
    severity = Severity.WARNING
    summary = "Mr. Roe, or a bare Roe who acts or speaks, with nobody called Roe introduced before"
    why = (
        "The first reference gives the full name and says who somebody is; courtesy title and bare surname "
        "are for later ones. A later reference that comes first means that the introduction was cut, or that "
        "paragraphs were moved. The surname of a well-known public figure standing alone is only a note."
    )
    options = Options()
    examples = (
        Example(
            "The board met on Friday.\n\nA vote is due, [[Mr. Roe]] said. Mr. Roe would not say when.",
            "nobody called Roe was introduced",
        ),
        Example(
            "The board met on Friday.\n\n"
            "“A vote is due,” said [[Lindqvist]], a lawyer for the board. Later Lindqvist left.",
            "a bare surname as the speaker",
        ),
        Example(
            "The board met on Friday.\n\n[[Mr. Roe]] resigned. The board thanked Harold Roe, its chairman.",
            "the introduction comes after the later reference",
        ),
        Example(
            "Harold Roe, the chairman, resigned on Friday.\n\nA vote is due, Mr. Roe said.",
            "introduced by full name",
        ),
        Example("President Roe flew home. A vote is due, Mr. Roe said.", "introduced by his office"),
        Example("The Biden administration said on Friday that a vote is due.", "an attributive surname"),
    )

    def check(self, document: Document, context: Context[Options]) -> Iterator[Finding]:
        """Look at the first reference to each person that needs an introduction before it."""
        for person in document.people.all:
            introduced = person.introduction.start if person.introduction else len(document.text)
            needing = (m for m in person.mentions if m.start < introduced and _needs_one(document, m))
            first = next(needing, None)
            if first is None or _is_given_name(document, person, first):
                continue
            known = person.surname in context.options.household or person.surname in public_figures()
            mild = known and first.kind is not MentionKind.COURTESY
            yield _finding(document, person, first, Severity.INFO if mild else None)


_ACTS = re.compile(
    r",? (?:who |also |later |then |now |has |had |is |was |will |would |[a-z]+ed\b|sa(?:id|ys)\b|told\b)"
)
_SPOKEN = re.compile(r"\b(?:said|says|added|wrote|replied) $")
_OBJECT = re.compile(r"\b(?:of|at|for|with|to|from|by|against|about|than|over|on|in|like|and|or|told) $")
_RELATIVE = re.compile(
    r"\b(?:wife|husband|widow|son|daughter|mother|father|brother|sister|child|old|ol[’'])\b\W*$"
)
_CREDIT = re.compile(r"\b(?:contributed (?:to|reporting)|reported from)\b")


def _needs_one(document: Document, mention: Mention) -> bool:
    """Whether a mention is a later reference: with a courtesy title or a job, or bare as a subject."""
    block = document.block_at(mention.start)
    if not in_running_copy(document, mention) or _CREDIT.search(document.text, mention.end, block.end):
        return False
    if mention.kind is MentionKind.COURTESY or (mention.kind is MentionKind.ROLE and not mention.role):
        return True
    text = document.text
    if mention.kind is not MentionKind.SURNAME or mention.possessive:
        return False
    if _OBJECT.search(text, max(0, mention.start - 12), mention.start):
        return False
    return bool(
        _ACTS.match(text, mention.end) or _SPOKEN.search(text, max(0, mention.start - 12), mention.start)
    )


def _is_given_name(document: Document, person: Person, mention: Mention) -> bool:
    """Whether a bare name is rather somebody's given name: a child, a wife, a source without a surname."""
    before = document.text[max(0, mention.start - 24) : mention.start]
    if mention.kind is MentionKind.COURTESY:
        return False
    return bool(_RELATIVE.search(before)) or (
        person.surname in given_names() and person.surname not in surnames()
    )


def _finding(document: Document, person: Person, first: Mention, severity: Severity | None) -> Finding:
    here = document.slice(first.span)
    if person.introduction is None:
        return Finding(first.span, f'"{here}" is never introduced by full name', severity=severity)
    span = person.introduction.span
    return Finding(
        first.span,
        f'"{here}" comes before the introduction at {document.place(span)}',
        (Related(span, f'"{document.slice(span)}" is introduced here'),),
        severity=severity,
    )
