"""`role-abbreviation`."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.analyses.people.references import in_running_copy
from copydesk.document import Document
from copydesk.house.style import HonorificStyle
from copydesk.language.people.people import Mention, MentionKind
from copydesk.model.finding import Edit, Finding, Fix, Severity
from copydesk.model.prose import Span
from copydesk.plugins.rule import Context, Example, NoOptions, Rule

_AP = HonorificStyle(ranks="abbreviated")

_SHORT = {
    "governor": "Gov.", "lieutenant governor": "Lt. Gov.", "representative": "Rep.", "senator": "Sen.",
    "doctor": "Dr.", "reverend": "the Rev.", "general": "Gen.", "lieutenant general": "Lt. Gen.",
    "major general": "Maj. Gen.", "brigadier general": "Brig. Gen.", "colonel": "Col.",
    "lieutenant colonel": "Lt. Col.", "major": "Maj.", "captain": "Capt.", "lieutenant": "Lt.",
    "first lieutenant": "1st Lt.", "second lieutenant": "2nd Lt.", "admiral": "Adm.",
    "vice admiral": "Vice Adm.", "rear admiral": "Rear Adm.", "commander": "Cmdr.",
    "lieutenant commander": "Lt. Cmdr.", "sergeant": "Sgt.", "sergeant major": "Sgt. Maj.",
    "command sergeant major": "Command Sgt. Maj.", "first sergeant": "1st Sgt.",
    "master sergeant": "Master Sgt.", "staff sergeant": "Staff Sgt.", "technical sergeant": "Tech. Sgt.",
    "corporal": "Cpl.", "specialist": "Spc.", "private": "Pvt.", "private first class": "Pfc.",
}  # fmt: skip
"""Ranks and offices that the AP abbreviates before a full name."""

_LONG = {"pres": "President", "prof": "Professor", "supt": "Superintendent", "det": "Detective"}
"""Titles that it never abbreviates."""

_NO_RANK = frozenset(
    "attorney surgeon solicitor secretary inspector adjutant postmaster governor director".split()
)
"""Words that make an office of general: Attorney General."""


class RoleAbbreviation(Rule[NoOptions]):
    """Senator Ann Poe where the house writes Sen., Prof. where it writes Professor."""

    name = "role-abbreviation"
    reads_english = True
    family = "honorifics"
    severity = Severity.WARNING
    needs = ("style.ranks",)
    summary = "a rank or an office that the house abbreviates before a full name, or never does"
    why = (
        "The AP abbreviates military and police ranks, Gov., Sen., Rep. and the Rev. before a full name, and "
        "never President or Professor. Standing alone, all of them are spelled out. Quotations are left "
        "alone."
    )
    examples = (
        Example("[[Senator]] Ann Poe resigned on Friday.", "Sen. before a full name", honorifics=_AP),
        Example(
            "The board heard Army [[Lieutenant Colonel]] John Roe.",
            "Lt. Col. before a full name",
            honorifics=_AP,
        ),
        Example("The board heard [[Prof.]] John Roe.", "never abbreviated", honorifics=_AP),
        Example("Attorney General John Roe resigned.", "an office, not a rank", honorifics=_AP),
        Example("Senator Ann Poe resigned on Friday.", "no house style"),
    )

    def check(self, document: Document, context: Context[NoOptions]) -> Iterator[Finding]:
        """Yield one finding for each place."""
        if context.honorifics.ranks != "abbreviated":
            return
        for person in document.people.all:
            for mention in person.mentions:
                if mention.kind is MentionKind.FULL and mention.role and in_running_copy(document, mention):
                    yield from _unlike_the_house(document, mention)


def _unlike_the_house(document: Document, mention: Mention) -> Iterator[Finding]:
    role = document.text[mention.start : mention.name.start].rstrip()
    words = role.split()
    for first in range(len(words)):
        title = " ".join(words[first:])
        key = title.lower().rstrip(".")
        wanted = _LONG.get(key) if title.endswith(".") else _SHORT.get(key)
        if wanted and not (first and key == "general" and words[first - 1].lower() in _NO_RANK):
            start = mention.start + len(role) - len(title)
            if wanted == "the Rev." and document.text.endswith(("the ", "The "), 0, start):
                wanted = "Rev."
            span = Span(start, start + len(title))
            message = f'"{title}" here, and the house writes "{wanted}" before a full name'
            yield Finding(span, message, fix=Fix(f'write "{wanted}"', (Edit(span, wanted),)))
            return
