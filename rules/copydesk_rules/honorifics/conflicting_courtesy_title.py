"""`conflicting-courtesy-title`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from copydesk.analyses.people.references import (
    LaterReferences,
    contradiction,
    courtesy_titles,
    later_references,
)
from copydesk.document import Document
from copydesk.language.lists import closed_classes as english
from copydesk.language.lists.lexicon import public_figures
from copydesk.language.lists.titles import RELATIVES
from copydesk.language.people.people import Mention
from copydesk.model.finding import Finding, Severity
from copydesk.model.prose import Span
from copydesk.plugins.rule import Context, Example, NoOptions, Rule

_HE = english.MASCULINE
_SHE = english.FEMININE
_SPOUSES = frozenset("husband husband, wife wife, wife. spouse couple widow widower fiancé fiancée".split())
_WOMEN = {"Ms", "Mrs"}
_KIN = rf"[’']s? (?:[a-z-]{{1,20}} )?(?:{'|'.join(sorted(RELATIVES))})\b"

PRONOUN_REACH = 240
"""Characters after a name in which a pronoun still means that person."""

SLIP = 4
"""How many times as often Mrs. Poe must stand as Ms. Poe, or the reverse, where two people are called Poe."""


class ConflictingCourtesyTitle(Rule[NoOptions]):
    """One person is Mr. here and Ms. there."""

    name = "conflicting-courtesy-title"
    reads_english = True
    family = "honorifics"
    severity = Severity.WARNING
    needs = ("surname with two courtesy titles",)
    summary = "one person with two courtesy titles that contradict each other"
    why = (
        "One of the two is a slip that readers, and the person, will not forgive. copydesk cannot know "
        "which: it says that the draft contradicts itself. Two people of one surname are told apart by "
        "their titles, so nothing is said where the draft names both, unless Ms. stands once among many a "
        "Mrs.; a public figure and Mrs. are a couple: a note."
    )
    examples = (
        Example(
            "Ann Poe, the clerk of the harbor board, met Bo Tamm, a lawyer, on Friday.\n\n"
            "Ms. Poe took office in May, and Ms. Poe will stay.\n\nOn Monday [[Mr. Poe]] resigned.",
            "Ms. Poe twice, Mr. Poe once",
        ),
        Example(
            "Ann Poe, the clerk of the harbor board, met Bo Tamm, a lawyer, on Friday.\n\n"
            "Ms. Poe took office in May.\n\nThe board thanked [[Mr. Poe]].",
            "in a tie the first use counts",
        ),
        Example(
            "Ann Poe, the clerk of the harbor board, and her husband, Lou Poe, met a lawyer on Friday.\n\n"
            "Ms. Poe took office in May. Mr. Poe is a sailor.",
            "two people",
        ),
        Example(
            "Ann Poe, the clerk of the harbor board, met Bo Tamm, a lawyer, on Friday.\n\n"
            "Ms. Poe took office in May. “Mr. Poe?” said Lou Roe. Ms. Poe laughed.",
            "a quotation",
        ),
    )

    def check(self, document: Document, context: Context[NoOptions]) -> Iterator[Finding]:
        """Compare the courtesy titles of each surname."""
        if courtesy_titles(document) < 2:
            return
        people = Counter(person.surname for person in document.people.all)
        named: dict[str, list[LaterReferences]] = {}
        for one in later_references(document):
            if one.titled and one.person.introduction:
                named.setdefault(one.person.surname, []).append(one)
        for surname, found in named.items():
            by_title: dict[str, list[Mention]] = {}
            for mention in sorted(mention for one in found for mention in one.titled):
                by_title.setdefault((mention.courtesy or "").rstrip("."), []).append(mention)
            if len(by_title) < 2:
                continue
            usual, *others = sorted(
                by_title.values(), key=lambda mentions: (-len(mentions), mentions[0].start)
            )
            odd = sorted(mention for other in others for mention in other)
            if people[surname] > 1 and not (set(by_title) == _WOMEN and len(usual) >= SLIP * len(odd)):
                continue
            if "Mr" in by_title and (
                _has_spouse(document, odd[0], usual[0]) or _has_kin(document, found, odd[0])
            ):
                continue
            couple = "Mr" in by_title and "Mrs" in by_title and surname in public_figures()
            is_other = couple and not _is_denied(document, odd[0])
            yield contradiction(document, found[0].person, odd, usual, Severity.INFO if is_other else None)


def _has_spouse(document: Document, *mentions: Mention) -> bool:
    """Whether a husband or wife is spoken of where somebody is named with a title, or in the block before."""
    blocks = {document.block_index(mention.start) for mention in mentions}
    near = (document.blocks[index] for block in blocks for index in (max(0, block - 1), block))
    return any(not _SPOUSES.isdisjoint(document.slice(block.span).lower().split()) for block in near)


def _has_kin(document: Document, found: list[LaterReferences], odd: Mention) -> bool:
    """Whether a relative is spoken of before the odd title: Mr. Poe's wife, Jane."""
    return any(
        mention.possessive and re.compile(_KIN).match(document.text, mention.end)
        for one in found
        for mention in one.person.mentions
        if mention.start < odd.start
    )


def _is_denied(document: Document, mention: Mention) -> bool:
    """Whether the paragraph goes on with the other pronoun: Mr. Poe left. She was late."""
    end = min(mention.end + PRONOUN_REACH, document.block_at(mention.start).end)
    following = document.slice(Span(mention.end, end)).lower().split()
    pronoun = next((word for word in following if word in _HE or word in _SHE), None)
    return pronoun is not None and (pronoun in _SHE) is (mention.courtesy in ("Mr.", "Mr"))
