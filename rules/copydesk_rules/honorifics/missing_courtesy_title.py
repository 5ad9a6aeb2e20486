"""`missing-courtesy-title`."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.analyses.people.references import contradiction, here_too, later_references
from copydesk.document import Document
from copydesk.house.style import HonorificStyle
from copydesk.model.finding import Finding, Severity
from copydesk.plugins.rule import Context, Example, NoOptions, Rule
from copydesk_rules.honorifics.title_policy import courtesy

_TITLED = HonorificStyle(later="always")
_ADULTS = HonorificStyle(later="always", minors="never")


class MissingCourtesyTitle(Rule[NoOptions]):
    """A bare surname where the house says Mr. or Ms."""

    name = "missing-courtesy-title"
    reads_english = True
    family = "honorifics"
    severity = Severity.WARNING
    needs = ("style.later",)
    summary = "a later reference by the surname alone, where the house style has a courtesy title"
    why = (
        "A house that writes Ms. Poe writes it each time. Where the draft gives the person a title "
        "elsewhere, this one was forgotten, or came from other copy. A person who never has one may be an "
        "athlete, an artist or long dead: a note. People under age, convicted or dead are treated as the "
        "style says."
    )
    examples = (
        Example(
            "Ann Poe runs the harbor board.\n\nMs. Poe took office in May.\n\nOn Friday [[Poe]] resigned.",
            "a title once, and once none",
            honorifics=_TITLED,
        ),
        Example(
            "Ann Poe runs the harbor board.\n\nOn Friday [[Poe]] resigned.",
            "never a title: a note",
            honorifics=_TITLED,
        ),
        Example(
            "Ann Poe, 12, won the harbor race.\n\nOn Friday Poe sailed home.",
            "a child, in a house that gives children no titles",
            honorifics=_ADULTS,
        ),
        Example("Ann Poe runs the harbor board.\n\nOn Friday Poe resigned.", "no house style"),
    )

    def check(self, document: Document, context: Context[NoOptions]) -> Iterator[Finding]:
        """Yield one finding for each person, at the first bare surname."""
        style = context.honorifics.in_section(document.source.path)
        if style.later != "always":
            return
        for named in later_references(document):
            person, titled, bare = named.person, named.titled, named.bare
            if not bare or not person.introduction or courtesy(document, person, style) != "always":
                continue
            if titled:
                yield contradiction(document, person, bare, titled)
                continue
            here = document.slice(bare[0].span)
            message = f'"{here}" here, and the house gives a courtesy title on later references'
            yield Finding(bare[0].span, message, here_too(document, bare[1:]), severity=Severity.INFO)
