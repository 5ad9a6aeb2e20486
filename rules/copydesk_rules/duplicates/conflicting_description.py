"""conflicting-description: two ages, or two ranks in one place, for one person."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from copydesk.analyses.likeness.copies import find_copies
from copydesk.analyses.people.descriptions import PersonDescribed, Said, described_people
from copydesk.document import Document
from copydesk.language.people.people import MentionKind
from copydesk.model.finding import Finding, Related, Severity
from copydesk.plugins.rule import Context, Example, NoOptions, Rule

_GENERATIONS = frozenset(("Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV"))

_OTHER_TIME = r"\b(?:[Ww]hen|[Tt]hen|[Aa]go|[Yy]ears|[Tt]ime|1[89]\d\d|20\d\d)\b"
"""What says in a sentence that an age is not that of today."""

_PLACE = r"^(.{3,60}?) (?:of|at|for|with) (.{5,})$"


class ConflictingDescription(Rule[NoOptions]):
    """Only where the person is named in full both times: a surname alone may be a relative's."""

    name = "conflicting-description"
    family = "duplicates"
    severity = Severity.WARNING
    summary = "a person has two ages, or two jobs in one place"
    why = "One of the two is wrong, or needs a word of explanation. Check which, and say it once."
    examples = (
        Example(
            "The harbor master, Ben Poe, 54, saw it first.\n"
            "Nobody was hurt.\n"
            "Ben Poe, [[45]], called the police.",
            "Two ages.",
        ),
        Example(
            "Ann Orr, the deputy director of the harbor trust, said no.\n"
            "The council voted on Monday.\n"
            "The bridge is closed, said Ann Orr, [[the senior adviser of the harbor trust]].",
            "Two jobs in one place.",
        ),
        Example(
            "Ann Orr, the director of the harbor trust, said no.\n"
            "It was late, said Ann Orr, the founder and director of the harbor trust.",
            "One job says more than the other.",
        ),
        Example(
            "Ben Poe, 54, saw it first.\nHis son, Carl Poe, 25, called the police.",
            "Two people.",
        ),
    )

    def check(self, document: Document, context: Context[NoOptions]) -> Iterable[Finding]:
        """One finding for each later description that the first one contradicts."""
        for described in described_people(document):
            for later, earlier in _conflicts(document, described):
                if find_copies(document).hold(later.span, earlier.span):
                    continue
                line = document.line(earlier.span)
                here, there = document.slice(later.span), document.slice(earlier.span)
                yield Finding(
                    later.span,
                    f'{described.person.name} is "{here}" here, "{there}" at line {line}',
                    related=(Related(earlier.span, f'"{there}" here'),),
                    severity=Severity.INFO if _of_two_times(document, later, earlier) else None,
                )


def _conflicts(document: Document, described: PersonDescribed) -> Iterator[tuple[Said, Said]]:
    ages, jobs = (
        [
            said
            for said in all_said
            if said.mention.kind is MentionKind.FULL
            and document.slice(said.mention.span).split()[-1] not in _GENERATIONS
        ]
        for all_said in (described.ages, described.jobs)
    )
    yield from ((age, ages[0]) for age in ages[1:] if age.text != ages[0].text)
    yield from ((job, jobs[0]) for job in jobs[1:] if _are_two_jobs(job.text, jobs[0].text))


def _of_two_times(document: Document, later: Said, earlier: Said) -> bool:
    """Whether something before either description in its sentence speaks of another time."""
    return any(
        re.compile(_OTHER_TIME).search(
            document.text, document.sentence_at(said.mention.start).start, said.mention.start
        )
        for said in (later, earlier)
    )


def _are_two_jobs(one: str, other: str) -> bool:
    """Whether two descriptions name one place, and roles of which neither is a part of the other."""
    here, there = re.match(_PLACE, one), re.match(_PLACE, other)
    if not here or not there or here[2] != there[2]:
        return False
    roles, other_roles = set(here[1].split()), set(there[1].split())
    return not (roles <= other_roles or other_roles <= roles)
