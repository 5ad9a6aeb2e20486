"""`unwanted-courtesy-title`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from copydesk.analyses.people.references import has_courtesy_title, here_too, in_running_copy
from copydesk.document import Document
from copydesk.house.style import NO_HOUSE, HonorificStyle, Use
from copydesk.language.lists.lexicon import public_figures
from copydesk.language.people.people import Mention, MentionKind, Person
from copydesk.model.finding import Finding, Severity
from copydesk.model.prose import BlockKind
from copydesk.plugins.rule import Context, Example, NoOptions, Rule
from copydesk_rules.honorifics.title_policy import courtesy

_PLAIN = HonorificStyle(later="never")
_KNIGHTS = HonorificStyle(later="never", knights="surname")
_HEADLINES = frozenset({BlockKind.HEADLINE, BlockKind.HEADING})


class UnwantedCourtesyTitle(Rule[NoOptions]):
    """Mr. Poe where the house says Poe."""

    name = "unwanted-courtesy-title"
    reads_english = True
    family = "honorifics"
    severity = Severity.WARNING
    needs = ("style",)
    summary = "a courtesy title where the house style has none"
    why = (
        "A house without courtesy titles names people by their surnames from the second reference on. Other "
        "houses leave titles out of headlines and captions, or give none to children and convicts. What is "
        "inside quotation marks is the speaker's. Two people of one surname are told apart by their titles. "
        "That somebody is a child, a convict or dead is read from the draft, so those are notes."
    )
    in_quotes = "check"
    examples = (
        Example(
            "Ann Poe runs the harbor board.\n\nOn Friday [[Ms. Poe]] resigned, and Poe left the room.",
            "later references have no titles",
            honorifics=_PLAIN,
        ),
        Example(
            "Sir John Poe runs the harbor board.\n\nOn Friday [[Sir John]] resigned.",
            "a knight, in a house that names knights by the surname",
            honorifics=_KNIGHTS,
        ),
        Example(
            "Ann Poe runs the harbor board.\n\n“Mr. Roe asked Ms. Poe to stay,” said Lou Tamm.",
            "a quotation",
            honorifics=_PLAIN,
        ),
        Example(
            "John Poe and his wife, Ann Poe, run the board.\n\nOn Friday Mrs. Poe resigned.",
            "two people of one surname",
            honorifics=_PLAIN,
        ),
    )

    def check(self, document: Document, context: Context[NoOptions]) -> Iterator[Finding]:
        """Yield one finding for each person, at the first title that should not be there."""
        style = context.honorifics.in_section(document.source.path)
        if style == NO_HOUSE:
            return
        names = Counter(person.surname for person in document.people.all)
        for person in document.people.all:
            wanted = courtesy(document, person, style)
            odd = [m for m in person.mentions if _is_unwanted(document, person, m, wanted, style)]
            if odd and names[person.surname] == 1:
                here = document.slice(odd[0].span)
                message = f'"{here}" here, and the house has no such title in this place'
                married = odd[0].courtesy == "Mrs." and person.surname in public_figures()
                severity = Severity.INFO if married or wanted != style.later else None
                yield Finding(odd[0].span, message, here_too(document, odd[1:]), severity=severity)


def _is_unwanted(
    document: Document, person: Person, mention: Mention, wanted: Use, style: HonorificStyle
) -> bool:
    role = (mention.role or "").lower()
    if role in ("sir", "dame", "lord", "lady", "baroness"):
        holder = style.knights if role in ("sir", "dame") else style.peers
        is_later = person.introduction is not None and mention.start > person.introduction.start
        is_later = is_later and mention.kind is not MentionKind.FULL
        return is_later and holder == "surname" and in_running_copy(document, mention)
    if not has_courtesy_title(mention) or mention.kind is not MentionKind.COURTESY:
        return False
    if mention.quoted:
        return style.quotations == "never"
    kind = document.block_at(mention.start).kind
    if kind in _HEADLINES:
        return style.headlines == "never"
    if kind is BlockKind.CAPTION:
        return style.captions == "never"
    return wanted == "never" and in_running_copy(document, mention)
