"""conflicting-description: two ages, or two ranks in one place, for one person."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from copydesk.analyses.likeness.copies import find_copies
from copydesk.analyses.people.descriptions import Description, PersonDescribed, described_people
from copydesk.document import Document
from copydesk.language.lists.titles import RELATIVES
from copydesk.language.people.people import MentionKind
from copydesk.language.words import MARKS
from copydesk.model.finding import Finding, Related, Severity
from copydesk.model.prose import once_a_draft
from copydesk.plugins.rule import Context, Example, NoOptions, Rule

_NAMED = frozenset({MentionKind.FULL})
_NAMED_ALONE = _NAMED | {MentionKind.SURNAME, MentionKind.COURTESY}

NEAR = 2
"""Years by which `the 46-year-old` differs from an age that was given before, and is meant to be the same."""

_CLAUSES = ("who ", "whose ")
"""What a person did is no job, and the same thing may be said in many words."""

_GENERATIONS = frozenset(("Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV"))

_OTHER_TIME = r"\b(?:[Ww]hen|[Tt]hen|[Aa]go|[Yy]ears|[Tt]ime|1[89]\d\d|20\d\d)\b"
"""Words that say in a sentence that an age is not that of today."""

_PLACE = r"^(.{3,60}?) (?:of|at|for|with) (.{5,})$"


class ConflictingDescription(Rule[NoOptions]):
    """Only where the person is named in full, or by a surname that nobody else in the draft has."""

    name = "conflicting-description"
    reads_english = True
    family = "duplicates"
    severity = Severity.WARNING
    needs = ("person described twice",)
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
        Example(
            "The harbor master, Ben Poe, 54, saw it.\nNobody was hurt.\nPoe, [[45]], called the police.",
            "Two ages, the second after the surname alone.",
        ),
        Example(
            "The harbor master, Ben Poe, 54, saw it. Poe swam out.\nThe [[45]]-year-old called the police.",
            "Two ages, the second for the name.",
        ),
        Example(
            "Ann Orr, who has run the harbor trust since May, said no.\n"
            "It was late, said Ann Orr, who leads the harbor trust.",
            "One fact in other words.",
        ),
    )

    def check(self, document: Document, context: Context[NoOptions]) -> Iterable[Finding]:
        """Yield one finding for each later description that the first one contradicts."""
        for described in described_people(document):
            for later, earlier in _conflicts(document, described):
                if find_copies(document).hold(later.span, earlier.span):
                    continue
                line = document.named_line(earlier.span)
                here, there = document.slice(later.span), document.slice(earlier.span)
                yield Finding(
                    later.span,
                    f'{described.person.name} is "{here}" here, "{there}" at {line}',
                    related=(Related(earlier.span, f'"{there}" here'),),
                    severity=Severity.INFO if _of_two_times(document, later, earlier) else None,
                )


def _conflicts(document: Document, described: PersonDescribed) -> Iterator[tuple[Description, Description]]:
    is_alone = _is_alone(document, described)
    ages, jobs = (
        [
            said
            for said in all_said
            if said.mention.kind in (_NAMED_ALONE if is_alone and all_said is described.ages else _NAMED)
            and document.slice(said.mention.span).split()[-1] not in _GENERATIONS
            and not said.text.startswith(_CLAUSES)
        ]
        for all_said in (described.ages, described.jobs)
    )
    yield from (
        (age, ages[0])
        for age in ages[1:]
        if age.text != ages[0].text
        and (age.mention.kind is not MentionKind.COURTESY or _is_slip(age.text, ages[0].text))
    )
    yield from ((age, ages[0]) for age in described.called[:1] if ages and _is_slip(age.text, ages[0].text))
    yield from ((job, jobs[0]) for job in jobs[1:] if _are_two_jobs(job.text, jobs[0].text))


def _is_slip(one: str, other: str) -> bool:
    """Whether one age is the other, a little wrong: another person's would be further off."""
    return one != other and (one == other[::-1] or abs(int(one) - int(other)) <= NEAR)


@once_a_draft
def _shared_surnames(document: Document) -> frozenset[str]:
    """Return the surnames that several people of a draft have: alone they are nobody's for sure."""
    counts = Counter(person.surname.split()[-1] for person in document.people.all)
    return frozenset(surname for surname, count in counts.items() if count > 1)


def _is_alone(document: Document, described: PersonDescribed) -> bool:
    """Whether a surname alone is this person's: nobody else has it, and no relative is near."""
    surname = described.person.surname.split()[-1]
    return surname not in _shared_surnames(document) and not any(
        document.word_before(said.mention.start, across=MARKS).surface in RELATIVES for said in described.ages
    )


def _of_two_times(document: Document, later: Description, earlier: Description) -> bool:
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
