"""`sir-with-surname`."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.document import Document
from copydesk.language.lists.lexicon import given_names, surnames
from copydesk.language.people.people import MentionKind, Person
from copydesk.model.finding import Finding, Severity
from copydesk.plugins.rule import Context, Example, NoOptions, Rule


class SirWithSurname(Rule[NoOptions]):
    """Sir Poe: knights and dames go by their given names."""

    name = "sir-with-surname"
    reads_english = True
    family = "honorifics"
    severity = Severity.ERROR
    needs = ("knight",)
    summary = "Sir or Dame before a surname alone"
    why = (
        "Sir and Dame belong to the given name: Sir John Poe, then Sir John, or Poe where the house drops "
        "titles. Sir Poe is wrong everywhere. Where the draft never has the title before the full name, or "
        "the surname is a given name as well, it is a warning."
    )
    examples = (
        Example(
            "Sir John Poe runs the harbor board. On Friday [[Sir Poe]] resigned.",
            "the draft has his full name",
        ),
        Example("Dame Ann Roe sang. The hall loved [[Dame Roe]].", "a dame"),
        Example("Sir John Poe runs the harbor board. On Friday Sir John resigned.", "the given name"),
        Example(
            "Sir Ivor Stanley planted the tulips. [[Sir Stanley]] waters them.",
            "a surname that others have as a given name",
        ),
        Example("Sir John Poe runs the harbor board. On Friday Poe resigned.", "the surname alone"),
        Example("Sir Stanley Poe planted the tulips. Sir Stanley waters them.", "his given name"),
    )

    def check(self, document: Document, context: Context[NoOptions]) -> Iterator[Finding]:
        """Yield one finding for each place."""
        everybody = document.people.all
        for mention in (mention for person in everybody for mention in person.mentions):
            title, word = mention.role, document.slice(mention.name)
            if title not in ("Sir", "Dame") or mention.quoted or " " in word:
                continue
            titled = [person.name.split() for person in everybody if _bears(person, title)]
            if any(word in names[:-1] for names in titled):
                continue
            called = [names[0] for names in titled if names[-1] == word]
            if len(called) == 1 and not called[0].endswith("."):
                message = f'"{title} {word}" here: write "{title} {called[0]}" or "{word}"'
                doubt = word in given_names()
                yield Finding(mention.span, message, severity=Severity.WARNING if doubt else None)
            elif word not in given_names() and (called or _is_surname(word, everybody)):
                message = f'"{title} {word}" here, and {title} goes with a given name'
                yield Finding(mention.span, message, severity=Severity.WARNING)


def _bears(person: Person, title: str) -> bool:
    """Whether the draft has the title before the full name of a person: Sir John Poe."""
    return " " in person.name and any(
        mention.role == title and mention.kind is MentionKind.FULL for mention in person.mentions
    )


def _is_surname(word: str, everybody: list[Person]) -> bool:
    """Whether a word is the surname of somebody in the draft, or known as one."""
    return word in surnames() or any(" " in p.name and p.name.split()[-1] == word for p in everybody)
