"""`repeated-introduction`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from copydesk.analyses.people.references import in_running_copy
from copydesk.document import Document
from copydesk.language.lists.lexicon import public_figures
from copydesk.language.lists.titles import ROLE_NOUNS
from copydesk.language.people.people import Mention, MentionKind
from copydesk.language.words import MARKS
from copydesk.model.finding import Finding, Related, Severity
from copydesk.plugins.rule import Context, Example, Options, Rule

_FULL = MentionKind.FULL
_DASHES = ("- ", "– ", "— ")


SAME_TEXT = 12
"""So many characters that follow two names are the same only where one text stands twice."""


class RepeatedIntroductionOptions(Options, frozen=True):
    """Options of `repeated-introduction`.

    within  how many paragraphs further on a second introduction is reported
    """

    within: int = 5


class RepeatedIntroduction(Rule[RepeatedIntroductionOptions]):
    """Role and full name, and soon after role and full name again."""

    name = "repeated-introduction"
    reads_english = True
    family = "honorifics"
    severity = Severity.INFO
    needs = ("role and full name twice",)
    summary = "a person is introduced a second time, with role and full name, soon after the first"
    why = (
        "The reader has just met them. A second introduction is what is left when two versions of a story "
        "are merged, or when a paragraph was moved up. Long pieces introduce people again on purpose, "
        "so only the next few paragraphs are looked at."
    )
    options = RepeatedIntroductionOptions()
    examples = (
        Example(
            "Mayor Ann Poe resigned on Friday.\n\n[[Mayor Ann Poe]] would not say why.",
            "an office twice",
        ),
        Example(
            "The board heard board chairman John Roe on Friday.\n\nThen chairman [[John Roe]] left the room.",
            "a job twice",
        ),
        Example("Mayor Ann Poe resigned on Friday.\n\nAnn Poe would not say why.", "the name alone"),
        Example("Mayor Ann Poe resigned on Friday.\n\nMayor Poe would not say why.", "the surname"),
    )

    def check(self, document: Document, context: Context[RepeatedIntroductionOptions]) -> Iterator[Finding]:
        """Yield one finding for each person, at the second introduction."""
        for person in document.people.all:
            full = [mention for mention in person.mentions if mention.kind is _FULL]
            if len(full) < 2 or person.surname in public_figures():
                continue
            told = [
                m
                for m in full
                if in_running_copy(document, m) and _roles(document, m) and not _is_in_brackets(document, m)
            ]
            for first, again in pairwise(told):
                apart = document.block_index(again.start) - document.block_index(first.start)
                if (
                    0 < apart <= context.options.within
                    and _share_a_role(document, first, again)
                    and not _is_one_text(document, first, again)
                ):
                    here = document.slice(again.span)
                    message = f'"{here}" here, introduced already at {document.place(first.span)}'
                    yield Finding(again.span, message, (Related(first.span, "introduced here"),))
                    break


def _is_one_text(document: Document, one: Mention, other: Mention) -> bool:
    """Whether the same words follow both names, as in a deck and the lead below it."""
    (here, there) = (document.after(m.end, SAME_TEXT).partition("\n")[0].rstrip(" .,") for m in (one, other))
    return here.startswith(there) or there.startswith(here)


def _is_in_brackets(document: Document, mention: Mention) -> bool:
    """Whether a name stands in square brackets, as in a reference to a source."""
    before = document.text[document.block_at(mention.start).start : mention.start]
    return before.rfind("[") > before.rfind("]")


def _share_a_role(document: Document, one: Mention, other: Mention) -> bool:
    """Whether two introductions give one role: a former minister who is now the mayor is told twice."""
    return not _roles(document, one).isdisjoint(_roles(document, other))


def _roles(document: Document, mention: Mention) -> frozenset[str]:
    """Return the nouns for a role right before a name, with a comma or without.

    Examples: Mayor Poe; the mayor, Ann Poe.
    """
    words = (mention.role or "").lower().replace(".", "").split()
    if document.text.endswith(_DASHES, 0, mention.start):
        return ROLE_NOUNS.intersection(words)  # director - Ann Poe: an entry of a list
    return ROLE_NOUNS.intersection((*words, document.word_before(mention.start, across=MARKS).surface))
