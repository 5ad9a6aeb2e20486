"""sure-misspelling: a word that no dictionary has, and that is a slip whatever the draft is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from copydesk.analyses.spelling.common_words import is_ours_to_spell
from copydesk.analyses.spelling.dialects import find_pairs
from copydesk.analyses.spelling.misspellings import find_misspellings, meant_by
from copydesk.document import Document
from copydesk.language.spelling.similar_words import one_slip_apart
from copydesk.model.finding import Edit, Finding, Fix, Severity
from copydesk.plugins.rule import Context, Example, NoOptions, Rule

_MOST = 3
"""Words that the message names."""


class SureMisspelling(Rule[NoOptions]):
    """A word in small letters of the list; a capital makes it a name, and its brackets a function."""

    name = "sure-misspelling"
    reads_english = True
    family = "spelling"
    severity = Severity.WARNING
    needs = ("sure misspelling",)
    summary = "a word is misspelled, whatever the draft is about: recieved, definately, goverment"
    why = (
        "The list holds slips that two lists of misspellings agree on and no large word list has, so no "
        "name, variant or term of a field is on it. This is no spelling checker: most slips are on no "
        "list, and one that makes another word (form for from) is left to LanguageTool or a reader."
    )
    examples = (
        Example("They [[recieved]] a prize in a [[seperate]] room.", "two words of the list"),
        Example("The [[goverment]]’s well-[[recieved]] plan was late.", "before 's, and in a compound"),
        Example("Its [[behavoir]] was odd.", "a word that is spelled in two ways"),
        Example("She bit her [[tounge]].", "more than one slip: the fix is an offer"),
        Example("Combatting fraud, he earnt a favour, moreso than others.", "a variant, or a word of many"),
        Example("Recieve, a band from Tarn, met Ann Goverment.", "a capital may be a name's"),
        Example("“We recieved it,” read the note. The goverment [sic] knew.", "in a quotation, and left so"),
        Example(
            "The fans call it “occurance” art. The occurance is new.",
            "a coinage, in marks once",
        ),
    )

    def check(self, document: Document, context: Context[NoOptions]) -> Iterator[Finding]:
        """Yield one finding for each word.

        The fix is safe where letters were only lost, added or swapped, and that leads to one word; a changed
        letter (tounge) or more than one slip does not show what is meant.
        """
        for span in find_misspellings(document):
            word = document.slice(span)
            meant = meant_by(word)
            if not is_ours_to_spell(document, span) or _is_coined(document, word):
                continue
            if context.usage is not None and context.usage.count(word) > context.usage.count(meant[0]):
                continue
            meant = (*meant, *(other for other in _spellings(meant[0]) if other not in meant))
            is_sure = len(meant) == 1 and _keeps_letters(word, meant[0])
            edit = Edit(span, meant[0])
            fix = Fix(f'spell it "{meant[0]}"', (edit,), "safe" if is_sure else "unsafe")
            likely = "" if is_sure else "likely "
            yield Finding(span, f'"{word}": {likely}{_listed(meant[:_MOST])}', fix=fix)


def _keeps_letters(word: str, meant: str) -> bool:
    """Whether one slip makes a misspelling of a word, and no letter was changed."""
    return one_slip_apart(word, meant) and (len(word) != len(meant) or sorted(word) == sorted(meant))


def _is_coined(document: Document, word: str) -> bool:
    """Whether the draft sets a word in quotation marks of its own somewhere."""
    return any(document.slice(quote.inner).strip(".,").lower() == word for quote in document.quotes)


def _spellings(word: str) -> list[str]:
    """Return both spellings of a word that is British or American: a draft may want either."""
    return [spelling for pair in find_pairs({word: ()}) for spelling in (pair.british, pair.american)]


def _listed(words: Sequence[str]) -> str:
    return " or ".join(f'"{word}"' for word in words)
