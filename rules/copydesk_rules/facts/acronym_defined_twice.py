"""acronym-defined-twice: an acronym that is explained again."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.analyses.acronyms import Acronym, find_acronyms
from copydesk.document import Document
from copydesk.language.copy import CopyKind
from copydesk.model.finding import Finding, Severity
from copydesk.model.prose import BlockKind
from copydesk.plugins.rule import Context, Example, NoOptions, Rule


class AcronymDefinedTwice(Rule[NoOptions]):
    """In the body of a draft; a heading, a caption or a table explains for itself, as a far part may."""

    name = "acronym-defined-twice"
    reads_english = True
    family = "facts"
    severity = Severity.WARNING
    needs = ("acronym in brackets",)
    summary = "an acronym is explained for the second time"
    why = (
        "After the first time the reader knows it: use the acronym, or the name, and drop the brackets. Far "
        "from the first time, in a long text or under another heading, it is an info."
    )
    examples = (
        Example(
            "The Leedon Clinical Board (LCB) met. It was late.\n\nThe Leedon Clinical Board [[(LCB)]] left.",
            "in two paragraphs",
        ),
        Example(
            "Orrel Drainage Board (ODB) pumps failed, and the Orrel Drainage Board [[(ODB)]] said so.",
            "in one",
        ),
        Example(
            "# The Leedon Clinical Board (LCB)\n\nThe Leedon Clinical Board (LCB) met.",
            "a heading",
            "markdown",
        ),
        Example("The Leedon Clinical Board (LCB) met, and the LCB left.", "once"),
        Example("The Leedon Clinical Board (LCB) met the Lower Canal Bureau (LCB).", "two names"),
        Example("Shares of Target (TGT) fell, and shares of Target (TGT) rose.", "a ticker"),
    )

    def check(self, document: Document, context: Context[NoOptions]) -> Iterator[Finding]:
        """Yield one finding for each time but the first."""
        first: dict[str, Acronym] = {}
        for acronym in find_acronyms(document):
            if document.copy.at(acronym.span.start) not in _BODY or document.quotes.hold(acronym.span):
                continue
            known = first.setdefault(acronym.short, acronym)
            if known is not acronym and _is_same(document, known, acronym):
                line = document.named_line(known.span)
                found = Finding(acronym.span, f'"{acronym.short}" is explained at {line} already')
                yield found.see(known.span, "explained here").noted_if(_is_far(document, known, acronym))


def _is_same(document: Document, known: Acronym, acronym: Acronym) -> bool:
    one, other = document.slice(known.name).lower(), document.slice(acronym.name).lower()
    return one.endswith(other) or other.endswith(one)


def _is_far(document: Document, known: Acronym, acronym: Acronym) -> bool:
    """Whether a reader may have forgotten an acronym, or begun to read at a heading after it."""
    words = len(document.words.between(known.span.end, acronym.span.start))
    first, last = (document.block_index(one.span.start) for one in (known, acronym))
    has_heading = any(block.kind is BlockKind.HEADING for block in document.blocks[first:last])
    return words > (_FAR_PART if has_heading else _FAR)


_FAR, _FAR_PART = 1500, 100
"""Words after which it may help to explain an acronym again: an info then."""
_BODY = frozenset({CopyKind.OWN, CopyKind.FIRST_PERSON})
