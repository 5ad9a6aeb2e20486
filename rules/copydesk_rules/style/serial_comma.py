"""serial-comma: a comma before the last of three plain words, or none, unlike the house."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copydesk.document import Document
from copydesk.house.style import HouseStyle, PunctuationStyle
from copydesk.language.lists import closed_classes as english
from copydesk.model.finding import Finding, Severity
from copydesk.model.prose import Span
from copydesk.plugins.rule import Context, Example, NoOptions, Rule
from copydesk_rules.style.forms import Form, report

_AP = HouseStyle(label="AP", punctuation=PunctuationStyle(serial_comma="never"))
_CHICAGO = HouseStyle(label="Chicago", punctuation=PunctuationStyle(serial_comma="always"))


class SerialComma(Rule[NoOptions]):
    """Three single words in small letters: longer items may need the comma for their sense."""

    name = "serial-comma"
    reads_english = True
    family = "style"
    severity = Severity.INFO
    needs = ("punctuation.serial_comma",)
    summary = "a comma before the last of three words where the house has none, or no comma where it has one"
    why = (
        "Most newsrooms write `red, white and blue`, most books `red, white, and blue`. Only three single "
        "words are looked at: where the items are longer, the sense decides."
    )
    examples = (
        Example("The flag is [[red, white, and blue]].", "AP has no comma there", house=_AP),
        Example("They sold [[apples, pears, and plums]] at the door.", "nor there", house=_AP),
        Example("The flag is [[red, white and blue]].", "books have it", house=_CHICAGO),
        Example("The flag is red, white and blue.", "no comma", house=_AP),
        Example("It was old, however, and cold. She sang, danced, and left the hall.", "no list", house=_AP),
        Example("The flag is red, white, and blue.", "no house"),
    )

    def check(self, document: Document, context: Context[NoOptions]) -> Iterator[Finding]:
        """Yield one finding for each list."""
        never = context.house.punctuation.serial_comma == "never"
        yield from report(
            document, context, _lists(document, ", ", "") if never else _lists(document, " ", ",")
        )


def _lists(document: Document, gap: str, good: str) -> Iterator[Form]:
    """Yield lists of three words whose last is parted by a gap and `and`.

    good  what should stand before `and`
    """
    before, after = re.compile(_TWO), re.compile(_THIRD)
    for joint in re.finditer(rf"{gap}(and|or) ", document.text):
        third = after.match(document.text, joint.end())
        two = before.search(document.text, max(0, joint.start() - _LONGEST), joint.start()) if third else None
        if not third or not two or any(map(_is_no_item, (two[1], two[2], third[0]))):
            continue
        if _ends(document, third.end()):
            span = Span(two.start(), third.end())
            form = f"{two[1]}, {two[2]}{good} {joint[1]} {third[0]}"
            yield Form("punctuation.serial_comma", span, form, safe=False)


def _is_no_item(word: str) -> bool:
    """Whether a word is probably a verb, an adverb or an aside, which commas set off for other reasons."""
    return word in _NO_ITEMS or (len(word) > 4 and word.endswith(("ing", "ed", "ly")))


def _ends(document: Document, end: int) -> bool:
    """Whether a list ends at an offset: a mark follows, or a word that begins no noun phrase."""
    following = document.word_after(end, across=" \u00a0")
    return not following or following.lower in english.PREPOSITIONS | english.AUXILIARIES


_TWO = r"(?<=[a-z] )([a-z]{3,}), ([a-z]{3,})$"
_THIRD = r"[a-z]{3,}(?![\w’'-])"
_LONGEST = 60
_NO_ITEMS = (
    english.CONJUNCTIONS
    | english.PREPOSITIONS
    | english.AUXILIARIES
    | english.SUBJECT_PRONOUNS
    | english.OBJECT_PRONOUNS
    | frozenset(
        """
        again ago also another anyway away course days else enough even example fact however indeed instead
        later least long maybe meanwhile months more now once others perhaps please rather said says sometimes
        soon then there therefore though thus times today together tomorrow tonight too weeks well yesterday
        years yes
        """.split()
    )
)
