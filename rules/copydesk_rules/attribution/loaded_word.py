"""`loaded-word`."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.analyses.attribution.answers import is_said
from copydesk.analyses.phrases import find_phrases
from copydesk.document import Document
from copydesk.language.copy import CopyKind
from copydesk.model.finding import Finding, Severity
from copydesk.model.prose import Span
from copydesk.plugins.rule import Context, Example, Options, Rule
from copydesk_rules.attribution.claims import is_opinion


class LoadedWordOptions(Options, frozen=True):
    """Options of `loaded-word`.

    allow  words that this house lets its reporters use, lower case: "controversial"
    """

    allow: tuple[str, ...] = ()


class LoadedWord(Rule[LoadedWordOptions]):
    """A word that judges, in the reporter's own voice."""

    name = "loaded-word"
    reads_english = True
    family = "attribution"
    severity = Severity.INFO
    needs = ("judging phrase",)
    summary = "controversial, notorious, thankfully: a judgment in our own voice"
    why = (
        "The word takes a side, and nobody in the sentence does. Say what happened and who objects, or give "
        "the word to the person who used it."
    )
    options = LoadedWordOptions()
    examples = (
        Example("The board passed the [[controversial]] plan.", "who objects"),
        Example("[[Thankfully]], nobody was hurt.", "says who"),
        Example("Ann Poe called the plan “outrageous.”", "her word"),
        Example("The plan was outrageous, Ann Poe said.", "her word, without marks"),
        Example("The board passed the controversial plan. Ann Poe opposed it.", "who objects follows"),
        Example("The board passed the [[notorious]] plan. Ann Poe opposed it.", "she only objects"),
    )

    def check(self, document: Document, context: Context[LoadedWordOptions]) -> Iterator[Finding]:
        """Report each such word that nobody is on record for, once a draft."""
        seen = set(context.options.allow)
        if is_opinion(document):
            return
        for span in find_phrases(document).get("loaded", ()):
            word = document.slice(span)
            if word.lower() in seen or document.copy.at(span.start) is not CopyKind.OWN:
                continue
            if is_said(document, span) or (word.lower() == _DISPUTED and _is_explained(document, span)):
                continue
            seen.add(word.lower())
            yield Finding(span, f'"{word}" is a judgment: say whose, or say what happened')


_DISPUTED = "controversial"
"""Says no more than that somebody objects: who does explains it."""

_OBJECTS = (
    "critic",
    "oppos",
    "object",
    "protest",
    "accus",
    "backlash",
    "lawsuit",
    "sued",
    "denounc",
    "outcry",
)
_AFTER = 300
"""Characters after a word in which the draft says who objects."""


def _is_explained(document: Document, word: Span) -> bool:
    """Whether the draft says beside a word who objects: in its paragraph or right below it."""
    block = document.block_at(word.start)
    near = document.text[block.start : max(block.end, word.end + _AFTER)].lower()
    return any(stem in near for stem in _OBJECTS)
