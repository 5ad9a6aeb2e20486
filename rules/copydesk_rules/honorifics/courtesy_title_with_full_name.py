"""`courtesy-title-with-full-name`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from copydesk.analyses.people.references import has_courtesy_title, in_running_copy
from copydesk.document import Document
from copydesk.house.style import HonorificStyle
from copydesk.language.lists.lexicon import given_names
from copydesk.language.people.people import MentionKind
from copydesk.model.finding import Edit, Finding, Fix, Severity
from copydesk.plugins.rule import Context, Example, NoOptions, Rule

_HOUSE = HonorificStyle(full_names="never")


class CourtesyTitleWithFullName(Rule[NoOptions]):
    """Mr. John Poe where the house says John Poe."""

    name = "courtesy-title-with-full-name"
    reads_english = True
    family = "honorifics"
    severity = Severity.WARNING
    needs = ("style.full_names",)
    summary = "a courtesy title before a full name"
    why = (
        "The first reference is the full name without a title, in houses with courtesy titles and in houses "
        "without. Couples (Mr. and Mrs. John Poe) and quotations are left alone."
    )
    examples = (
        Example("The board thanked [[Mr. John Poe]] on Friday.", "a first reference", honorifics=_HOUSE),
        Example(
            "The board heard [[Ms. Ann Poe]], a lawyer. Ms. Poe left.", "a first reference", honorifics=_HOUSE
        ),
        Example("The board thanked Mr. and Mrs. John Poe on Friday.", "a couple", honorifics=_HOUSE),
        Example("The board thanked Mr. John Poe on Friday.", "no house style"),
    )

    def check(self, document: Document, context: Context[NoOptions]) -> Iterator[Finding]:
        """Yield one finding for each place."""
        if context.honorifics.full_names != "never":
            return
        for person in document.people.all:
            titled = [m for m in person.mentions if m.kind is MentionKind.FULL and has_courtesy_title(m)]
            names = Counter(document.slice(mention.name) for mention in titled)
            for mention in titled:
                name = document.slice(mention.name)
                # A name that has a title twice is two surnames: Mr. Vega Ruiz.
                if (
                    names[name] == 1
                    and name.partition(" ")[0] in given_names()
                    and in_running_copy(document, mention)
                    and not document.text.endswith(("and ", "& "), 0, mention.start)
                ):
                    here = document.slice(mention.span)
                    edit = Edit(mention.span, name)
                    message = f'"{here}" here, and a full name takes no courtesy title in the house'
                    yield Finding(mention.span, message, fix=Fix("leave the title out", (edit,)))
