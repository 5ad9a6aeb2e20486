"""`mixed-courtesy-titles`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from copydesk.analyses.people.references import Named, contradiction, courtesy_titles, later_references
from copydesk.document import Document
from copydesk.language.lists.lexicon import public_figures
from copydesk.language.people.people import MentionKind
from copydesk.model.finding import Finding, Severity
from copydesk.plugins.rule import Context, Example, Options, Rule

PERSONAL = 3
"""How often one person has a title before that is a habit, whatever the draft does with others."""

HABIT = 4
"""How many times as often the draft must do one over all its people before that decides for one of them."""


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
    needs = ("courtesy title",)
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
                titled == 1
                and surnames[person.surname] == 1
                and not _is_spouse(named)
                and (
                    len(without) >= majority
                    or (bare >= HABIT and (without or person.surname not in public_figures()))
                )
                and not (_comes_first(named) and not any(_starts_bare(other) for other in found))
            ):
                others = without or next(other.bare for other in found if other.bare)
                yield contradiction(document, person, with_title, others, None if without else Severity.INFO)


def _comes_first(named: Named) -> bool:
    """Whether the title stands at the first later reference, as houses want it that give it once."""
    return bool(named.bare) and named.titled < named.bare


def _starts_bare(named: Named) -> bool:
    """Whether the first later reference is the surname alone, so that the house gives no title there."""
    introduction = named.person.introduction
    if introduction is None or not named.bare or named.titled:
        return False
    later = (m for m in named.person.mentions if m.start > introduction.start and not m.quoted)
    return next((m for m in later if m.kind is not MentionKind.FULL), None) == named.bare[0]


def _is_spouse(named: Named) -> bool:
    """Whether the one with the title may be the wife of a public figure."""
    return named.person.surname in public_figures() and (named.titled[0].courtesy or "").startswith("Mrs")
