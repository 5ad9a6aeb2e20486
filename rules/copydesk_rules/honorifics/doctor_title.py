"""`doctor-title`."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.analyses.people.references import in_running_copy
from copydesk.document import Document
from copydesk.house.style import HonorificStyle
from copydesk.language.people.people import Mention, MentionKind, Person
from copydesk.model.finding import Finding, Severity
from copydesk.plugins.rule import Context, Example, NoOptions, Rule

_HEALTH = HonorificStyle(doctors="health")
_NOBODY = HonorificStyle(doctors="nobody")
_REACH = 120
_SCHOLARS = frozenset(
    """
    archaeologist astronomer chemist economist economics engineer engineering geologist historian history
    linguist linguistics mathematician mathematics philosopher philosophy physicist physics sociologist
    sociology theologian theology literature politics musicologist meteorologist climatologist
    """.split()
)
_HEALERS = tuple(
    """
    health medic physician surgeon surgery hospital clinic doctor dentist veterinar psych disease virolog
    epidemi pediatr cardio oncolog patient immun vaccin nurs m.d. pathol therap biolog
    """.split()
)
"""How words begin, or go on, that speak of health."""


class DoctorTitle(Rule[NoOptions]):
    """Dr. for somebody who is none in the house's eyes."""

    name = "doctor-title"
    reads_english = True
    family = "honorifics"
    severity = Severity.WARNING
    needs = ("style.doctors",)
    summary = "Dr. before the name of somebody who is no Dr. in the house style"
    why = (
        "Most readers take Dr. for a physician. Houses that keep it for the health professions write of a "
        "scholar Ann Poe, a historian. What somebody does is read from the words after the name; where "
        "nothing there speaks of another trade, nothing is said."
    )
    examples = (
        Example(
            "[[Dr. Ann Poe]], a professor of history, wrote about the harbor.",
            "a historian",
            honorifics=_HEALTH,
        ),
        Example("The board thanked [[Dr. Ann Poe]] on Friday.", "nobody is Dr.", honorifics=_NOBODY),
        Example("Dr. Ann Poe, a heart surgeon, came on Friday.", "a physician", honorifics=_HEALTH),
        Example("Dr. Ann Poe, a professor of history, wrote about the harbor.", "no house style"),
    )

    def check(self, document: Document, context: Context[NoOptions]) -> Iterator[Finding]:
        """Yield one finding for each person, at the first Dr."""
        who = context.honorifics.doctors
        if who not in ("health", "nobody"):
            return
        for person in document.people.all:
            doctored = [m for m in person.mentions if _is_doctor(m) and in_running_copy(document, m)]
            if doctored and (who == "nobody" or _is_scholar(document, person)):
                here = document.slice(doctored[0].span)
                reason = "keeps Dr. for the health professions" if who == "health" else "calls nobody Dr."
                yield Finding(doctored[0].span, f'"{here}" here, and the house {reason}')


def _is_doctor(mention: Mention) -> bool:
    return (mention.courtesy or "").rstrip(".") == "Dr"


def _is_scholar(document: Document, person: Person) -> bool:
    """Whether the words after a full name speak of a science, and none after any name of health."""
    found = False
    for mention in person.mentions:
        end = min(mention.end + _REACH, document.block_at(mention.start).end)
        after = document.text[mention.end : end].lower()
        if any(word in after for word in _HEALERS):
            return False
        if mention.kind is MentionKind.FULL and after.startswith(", "):
            described = after[2:].partition(", ")[0].rstrip(".")
            found = found or not _SCHOLARS.isdisjoint(described.split())
    return found
