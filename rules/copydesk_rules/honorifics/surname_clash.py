"""`surname-clash`."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.analyses.people.references import in_running_copy
from copydesk.document import Document
from copydesk.language.lists.lexicon import given_name_spellings
from copydesk.language.lists.titles import FAMILY_NAMES
from copydesk.language.people.people import Mention, MentionKind, Person
from copydesk.model.finding import Finding, Related, Severity
from copydesk.plugins.rule import Context, Example, NoOptions, Rule

DOMINANT = 3
"""How many times as often one of two people is named when the surname alone is taken for that one."""


class SurnameClash(Rule[NoOptions]):
    """Two people of one surname, and a bare surname that could be either."""

    name = "surname-clash"
    reads_english = True
    family = "honorifics"
    severity = Severity.INFO
    opt_in = True
    needs = ("shared surname",)
    summary = "a bare surname after two people of that surname were introduced"
    why = (
        "Ann Poe and Lou Poe are both in the story: Poe alone leaves the reader to guess. Give the full name "
        "or a title each time. Context is nearly always enough, so this is a note, and only where the rule "
        "is selected. Nothing is said where one of the two is named far more often, or where the paragraph "
        "or the one before names either in full."
    )
    examples = (
        Example(
            "Ann Poe runs the board, and Lou Poe is its clerk.\n\nA vote is due.\n\n"
            "On Friday [[Poe]] resigned.",
            "either may be meant",
        ),
        Example(
            "Ann Poe, the chair, met Lou Poe, the clerk.\n\nThe vote was late.\n\n“No,” said [[Poe]].",
            "either may be meant",
        ),
        Example(
            "Ann Poe runs the board, and Lou Poe is its clerk.\n\nOn Friday Lou Poe resigned.",
            "the full name",
        ),
        Example(
            "Ann Poe runs the board. On Friday Poe resigned. Her son, Lou Poe, is a sailor.",
            "nobody else was introduced yet",
        ),
    )

    def check(self, document: Document, context: Context[NoOptions]) -> Iterator[Finding]:
        """Yield one finding for each surname, at the first place that is not clear."""
        by_surname: dict[str, list[Person]] = {}
        for person in document.people.all:
            if person.introduction and " " in person.name:
                by_surname.setdefault(person.surname, []).append(person)
        for people in by_surname.values():
            counts = sorted(len(person.mentions) for person in people)
            if len(people) < 2 or counts[-1] >= DOMINANT * counts[-2] or _may_be_one(people):
                continue
            unclear = _first_unclear(document, people)
            if unclear:
                yield _finding(document, people, unclear)


def _may_be_one(people: list[Person]) -> bool:
    """Whether the names are forms of one, or of a family name that stands first: Ken and Kenneth, Kim."""
    first = [person.name.split()[0].lower() for person in people]
    variants = given_name_spellings()
    same = {variants.get(name, name) for name in first}
    return (
        people[0].surname in FAMILY_NAMES
        or len(same) < len(people)
        or len({n[:2] for n in first}) < len(first)
    )


def _first_unclear(document: Document, people: list[Person]) -> Mention | None:
    """Return the first bare surname after the second person in a paragraph with no full name before it."""
    introduced = sorted(person.introduction.start for person in people if person.introduction)[1]
    last_named = -1
    for mention in sorted(mention for person in people for mention in person.mentions):
        block = document.block_index(mention.start)
        if mention.kind is not MentionKind.SURNAME:
            last_named = block
        elif mention.start > introduced and in_running_copy(document, mention) and block > last_named + 1:
            return mention
    return None


def _finding(document: Document, people: list[Person], mention: Mention) -> Finding:
    names = " or ".join(person.name for person in people)
    related = tuple(
        Related(p.introduction.span, f"{p.name} is introduced here") for p in people if p.introduction
    )
    message = f'"{document.slice(mention.span)}" here could be {names}'
    return Finding(mention.span, message, related)
