"""`sir-with-surname`."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.document import Document
from copydesk.finding import Finding, Severity
from copydesk.language.lexicon import given_names, surnames
from copydesk.language.people import Mention, Person
from copydesk.rule import Context, Example, NoOptions, Rule


class SirWithSurname(Rule[NoOptions]):
    """Sir Poe: knights and dames go by their given names."""

    name = "sir-with-surname"
    family = "honorifics"
    severity = Severity.ERROR
    summary = "Sir or Dame before a surname alone"
    why = (
        "Sir and Dame belong to the given name: Sir John Poe, then Sir John, or Poe where the house drops "
        "titles. Sir Poe is wrong everywhere. Where the draft never gives the full name, the word may be a "
        "given name that few people have: a warning."
    )
    examples = (
        Example(
            "Sir John Poe runs the harbor board. On Friday [[Sir Poe]] resigned.",
            "the draft has his full name",
        ),
        Example("Dame Ann Roe sang. The hall loved [[Dame Roe]].", "a dame"),
        Example("Sir John Poe runs the harbor board. On Friday Sir John resigned.", "the given name"),
        Example("Sir John Poe runs the harbor board. On Friday Poe resigned.", "the surname alone"),
    )

    def check(self, document: Document, context: Context[NoOptions]) -> Iterator[Finding]:
        """One finding for each place."""
        for person in document.people.all:
            for mention in person.mentions:
                if (
                    mention.role in ("Sir", "Dame")
                    and not mention.quoted
                    and _is_surname(document, person, mention)
                ):
                    title, word = mention.role, document.slice(mention.name)
                    parts = person.name.split()
                    if len(parts) > 1:
                        message = f'"{title} {word}" here: write "{title} {parts[0]}" or "{word}"'
                        yield Finding(mention.span, message)
                    else:
                        message = f'"{title} {word}" here, and {title} goes with a given name'
                        yield Finding(mention.span, message, severity=Severity.WARNING)


def _is_surname(document: Document, person: Person, mention: Mention) -> bool:
    word = document.slice(mention.name)
    parts = person.name.split()
    if len(parts) > 1:
        return word == parts[-1] and word not in parts[:-1] and word not in given_names()
    return " " not in word and word in surnames() and word not in given_names()
