"""`mixed-courtesy-titles`."""

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
from copydesk.language.lists.lexicon import public_figures
from copydesk.language.people.people import Mention, MentionKind
from copydesk.model.finding import Finding, Severity
from copydesk.plugins.rule import Context, Example, Options, Rule

PERSONAL = 3
"""How often one person has a title before that is a habit, whatever the draft does with others."""

HABIT = 4
"""How many times as often the draft must do one over all its people before that decides for one of them."""

FEW = 3
"""How many times as often the draft must name people bare before each of several titles may be a slip."""

SEVERAL = 2
"""How many people a draft must name bare at once before that is its habit at a first later reference."""

_WIFE = frozenset({"wife", "widow", "spouse", "husband"})
_PAPER = (
    r"(?:[A-Z][\w.&’'-]* ){0,3}(?:Chronicle|Gazette|Globe|Guardian|Herald|Independent|Journal|Magazine|Mail"
    r"|News|Observer|Post|Press|Star|Sun|Telegraph|Times|Tribune)\b"
)
_CREDIT = rf"\b(?:according to|reported by|as reported in|from) (?:the )?{_PAPER}"


class MixedCourtesyTitlesOptions(Options, frozen=True):
    """Options of `mixed-courtesy-titles`.

    majority  how many times as often the draft must use one form before the other is at fault
    """

    majority: float = 2.0


class MixedCourtesyTitles(Rule[MixedCourtesyTitlesOptions]):
    """One draft names people in two ways."""

    name = "mixed-courtesy-titles"
    reads_english = True
    family = "honorifics"
    severity = Severity.WARNING
    needs = ("courtesy title", "surname alone")
    summary = "a later reference with a courtesy title in a draft without them, or the reverse"
    why = (
        "A house uses courtesy titles on later references or it does not. Where a draft does both for one "
        "person, an edit went wrong or two pieces of copy were merged. What the draft does most is taken as "
        "its style; headlines, captions and quotations do not count."
    )
    options = MixedCourtesyTitlesOptions()
    examples = (
        Example(
            "Ann Poe runs the harbor board.\n\nMs. Poe took office in May. Ms. Poe has a staff of six.\n\n"
            "On Friday [[Poe]] resigned.",
            "the draft says Ms. Poe, and once Poe",
        ),
        Example(
            "Ann Poe runs the harbor board.\n\nPoe took office in May. Later Poe hired a staff of six.\n\n"
            "On Friday [[Ms. Poe]] resigned.",
            "the draft says Poe, and once Ms. Poe",
        ),
        Example(
            "Ann Poe runs the harbor board.\n\nMs. Poe took office in May. Ms. Poe has a staff of six.\n\n"
            "“Poe was the best we had,” said Lou Roe.",
            "how a speaker names her is the speaker's choice",
        ),
        Example(
            "Ann Poe runs the harbor board.\n\nMs. Poe took office in May. Ms. Poe has a staff of six.\n\n"
            "The Poe administration ends on Friday.",
            "an attributive surname takes no title",
        ),
    )

    def check(self, document: Document, context: Context[MixedCourtesyTitlesOptions]) -> Iterator[Finding]:
        """Compare each person's later references with the draft's habit."""
        if context.honorifics.in_section(document.source.path).later != "auto":
            return
        if not courtesy_titles(document):
            return
        found = later_references(document)
        titled, bare = sum(len(named.titled) for named in found), sum(len(named.bare) for named in found)
        majority = context.options.majority
        surnames = Counter(person.surname for person in document.people.all)
        for named in found:
            person, with_title, without = named.person, named.titled, named.bare
            if not with_title:
                continue
            usual = titled > bare or len(with_title) >= PERSONAL
            if without and (
                (usual and len(with_title) >= majority * len(without))
                or (titled >= HABIT * bare and len(with_title) >= len(without))
            ):
                yield contradiction(document, person, without, with_title)
            elif (
                len(with_title) == 1
                and (titled == 1 or (titled * FEW <= bare and without and without[0] < with_title[0]))
                and surnames[person.surname] == 1
                and not _is_spouse(document, named)
            ):
                severity = _of_one_title(document, named, found, majority)
                if severity:
                    others = without or next(other.bare for other in found if other.bare)
                    yield contradiction(document, person, with_title, others, severity)


def _of_one_title(
    document: Document, named: LaterReferences, found: list[LaterReferences], majority: float
) -> Severity | None:
    """Return how sure it is that the one courtesy title of a person is a slip; None: it need not be one.

    A house may give a title once, at the first later reference: there it is a slip only where the draft
    names others bare there. Elsewhere the person, or others, must have been named bare before.
    """
    (title,), bare = named.titled, named.bare
    is_habit = sum(map(_starts_bare, found)) >= SEVERAL
    if _is_credited(document, title):
        return None
    if not bare:
        is_known = sum(len(other.bare) for other in found) >= HABIT
        is_slip = is_habit and is_known and named.person.surname not in public_figures()
        return Severity.INFO if is_slip else None
    if title < bare[0]:
        return Severity.WARNING if is_habit and len(bare) >= majority else None
    before = sum(mention < title and not mention.possessive for mention in bare)
    is_usual = len(bare) >= HABIT and any(other.bare for other in found if other is not named)
    return Severity.WARNING if is_habit or is_usual or before >= majority else None


def _is_credited(document: Document, mention: Mention) -> bool:
    """Whether a sentence, or in brackets the paragraph, is credited to a paper, which may have titles."""
    block, sentence = document.block_at(mention.start), document.sentence_at(mention.start)
    last = document.text.rfind("[", block.start, block.end)
    is_extract = document.text[block.end - 1] == "]" and re.search(_PAPER, document.text[last : block.end])
    return bool(is_extract or re.search(_CREDIT, document.slice(sentence)))


def _starts_bare(named: LaterReferences) -> bool:
    """Whether the first later reference is the surname alone, so that the house gives no title there."""
    introduction = named.person.introduction
    if introduction is None or not named.bare or named.titled:
        return False
    later = (m for m in named.person.mentions if m.start > introduction.start and not m.quoted)
    return next((m for m in later if m.kind is not MentionKind.FULL), None) == named.bare[0]


def _is_spouse(document: Document, named: LaterReferences) -> bool:
    """Whether the one with the title may be the wife of a public figure, or the draft speaks of a wife."""
    if not (named.titled[0].courtesy or "").startswith("Mrs"):
        return False
    return named.person.surname in public_figures() or not _WIFE.isdisjoint(document.words.vocabulary)
