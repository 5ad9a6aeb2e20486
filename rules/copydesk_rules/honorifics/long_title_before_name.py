"""`long-title-before-name`."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.analyses.people.references import in_running_copy
from copydesk.document import Document
from copydesk.house.style import HonorificStyle
from copydesk.language.lists.titles import ROLES
from copydesk.language.people.people import MentionKind
from copydesk.model.finding import Finding, Severity
from copydesk.model.prose import Span
from copydesk.plugins.rule import Context, Example, NoOptions, Rule

_FOUR = HonorificStyle(longest_role=4)


class LongTitleBeforeName(Rule[NoOptions]):
    """A string of capitals before a name."""

    name = "long-title-before-name"
    reads_english = True
    family = "honorifics"
    severity = Severity.WARNING
    needs = ("style.longest_role",)
    summary = "a role of many capitalised words before a name"
    why = (
        "A short title stands before the name, a long one after it, in lower case between commas: Ann Poe, "
        "the deputy assistant secretary for ports. `longest_role` of the house style says how many words are "
        "short."
    )
    examples = (
        Example(
            "They met [[Harbor Board Deputy Executive Director]] Ann Poe on Friday.",
            "five words",
            honorifics=_FOUR,
        ),
        Example(
            "They met [[State Ports Agency Senior Deputy Director]] John Roe on Friday.",
            "six words",
            honorifics=_FOUR,
        ),
        Example("On Friday Deputy Executive Director Ann Poe resigned.", "three words", honorifics=_FOUR),
        Example("On Friday Harbor Board Deputy Executive Director Ann Poe resigned.", "no house style"),
    )

    def check(self, document: Document, context: Context[NoOptions]) -> Iterator[Finding]:
        """Yield one finding for each place."""
        longest = context.honorifics.longest_role
        if not longest:
            return
        for person in document.people.all:
            for mention in person.mentions:
                if mention.kind is not MentionKind.FULL or not mention.role:
                    continue
                *words, last = mention.role.lower().split()
                if len(words) >= longest and last in ROLES and in_running_copy(document, mention):
                    span = Span(mention.start, mention.start + len(mention.role))
                    yield Finding(
                        span, f"a role of {len(words) + 1} words here: put it after the name, in lower case"
                    )
