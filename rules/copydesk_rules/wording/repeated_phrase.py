"""repeated-phrase: two to four words that stand twice in a row."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.document import Document
from copydesk.language.copy import PROSE, CopyKind
from copydesk.language.lists import closed_classes as english
from copydesk.model.finding import Edit, Finding, Fix, Severity
from copydesk.model.prose import Span
from copydesk.plugins.rule import Context, Example, NoOptions, Rule

_LENGTHS = (2, 3, 4)
_JUDGED = PROSE | {CopyKind.DISPLAY, CopyKind.CAPTION}


class RepeatedPhrase(Rule[NoOptions]):
    """What English repeats stays: coast to coast to coast, again and again and again, names, calls."""

    name = "repeated-phrase"
    reads_english = True
    family = "wording"
    severity = Severity.WARNING
    needs = ("phrase twice in a row",)
    summary = "two to four words stand twice in a row: of the of the"
    why = (
        "A cut and a paste leave a phrase twice, and the eye passes over it. Take one out. Phrases that "
        "English repeats (from coast to coast to coast, again and again and again), names and calls are left "
        "alone. One word twice is reported by repeated-word."
    )
    examples = (
        Example("The roof [[of the of the]] house fell [[in the in the]] storm.", "words of grammar"),
        Example("It is [[one of the one of the]] oldest.", "a longer phrase"),
        Example("It [[has been has been]] wet [[in Tarn in Tarn]].", "auxiliaries; a place or a day"),
        Example("Whatever will be will be.", "what will be is the subject"),
        Example("They flew from coast to coast to coast, and sang again and again and again.", "phrases"),
        Example("Walla Walla Walla Walla. She knew what it was it was clear.", "a name; two clauses"),
        Example("In the end, in the end, it rained.", "a comma parts them"),
        Example("“It is in the in the box,” she said.", "a speaker starts anew"),
    )

    def check(self, document: Document, context: Context[NoOptions]) -> Iterator[Finding]:
        """Yield one finding for each phrase; for words of grammar, the fix leaves the first."""
        last = 0
        doubled = ((index, length) for length in _LENGTHS for index in document.words.doubled(length))
        for index, length in sorted(doubled):
            end = _end_of_row(document.words.lowers, index, length)
            if index < last or not _is_slip(document, index, end, length):
                continue
            last = end
            words = document.words[index:end]
            phrase = document.slice(Span(words[0].start, words[length - 1].end))
            cut = Edit(Span(words[length - 1].end, words[-1].end), "")
            is_grammar = all(word.lower in _GRAMMAR - english.AUXILIARIES for word in words)
            fix = Fix("leave one", (cut,), "safe" if is_grammar else "unsafe")
            often = "twice" if len(words) == 2 * length else f"{len(words) // length} times"
            yield Finding(Span(words[0].start, words[-1].end), f'"{phrase}" {often} in a row', fix=fix)


def _end_of_row(lowers: list[str], index: int, length: int) -> int:
    """Return the index after the last of the phrases, four at most, that stand in a row from an index on."""
    end = index + 2 * length
    while end < index + 4 * length and lowers[end : end + length] == lowers[index : index + length]:
        end += length
    return end


def _is_slip(document: Document, index: int, end: int, length: int) -> bool:
    """Whether a phrase that stands twice or more from one index to another cannot be meant."""
    lowers, words = document.words.lowers, document.words[index:end]
    phrase = lowers[index : index + length]
    span = Span(words[0].start, words[-1].end)
    if len(set(phrase)) == 1 or document.copy.at(span.start) not in _JUDGED:
        return False
    if len(document.slice(span).split()) != len(words) or not document.slice(span).replace(" ", "").isalpha():
        return False  # something else than a space parts two of them
    before, after = lowers[index - 1 : index], lowers[end : end + 1]
    if before == phrase[-1:] or after == phrase[:1]:
        return False
    if set(phrase) <= english.AUXILIARIES:
        return not _FREE & {*before}
    if not _TYING & set(phrase) or _is_row(phrase):
        return False
    if length == 2:
        if phrase[0] in english.CORE_PREPOSITIONS and phrase[1] not in _GRAMMAR:
            return [document.text[word.start].isupper() for word in words[1:]] == [True, False, True]
        return set(phrase) <= _GRAMMAR and not _PAIRS & set(phrase) and not _ADVERBIAL & {*after}
    return all(document.text[word.start].islower() for word in words[1:])


def _is_row(phrase: list[str]) -> bool:
    """Whether a phrase may be one of a row: and so on and so on, but not: and the bridge and the bridge."""
    return any(map(english.COORDINATORS.__contains__, phrase)) and not any(map(_OPENING.__contains__, phrase))


_OPENING = english.ARTICLES | english.POSSESSIVES
_TYING = _OPENING | english.CORE_PREPOSITIONS
"""One of these must go on to a noun, so the phrase cannot be a clause of its own."""

_GRAMMAR = (
    english.DETERMINERS
    | english.PREPOSITIONS
    | english.COORDINATORS
    | english.AUXILIARIES
    | english.RELATIVES
)
_FREE = english.RELATIVES | {"what", "whatever"}
"""Before auxiliaries, these make a subject of them: whatever will be will be."""

_ADVERBIAL = frozenset("certain clear exact fair frank honest precise sure".split())
"""After `to be`, these speak of the sentence: it was to be to be sure."""

_PAIRS = english.COORDINATORS | (english.DEMONSTRATIVES - {"these", "those"}) | {"her", "like"}
"""With a coordinator, two words are a pair (in and in); a pronoun may end one clause and begin another."""
