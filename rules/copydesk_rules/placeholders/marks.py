"""The marks that desks leave for themselves, and their look-alikes.

Every pattern is bounded, so a search costs the same whatever the text. It is compiled and tried only where
its hint stands in the draft, which in most drafts it does not.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from msgspec import Struct

from copydesk.document import Document, Span


class Mark(Struct, frozen=True):
    """A kind of placeholder.

    hints    one of these stands in every draft that has such a mark
    words    and so does one of these words, whatever its case, if there are any
    stem     and so does a word that begins like this, whatever its case
    pattern  what it looks like
    message  what to say of it; `{}` is the mark
    holds    whether a match is none of its look-alikes
    """

    hints: tuple[str, ...]
    pattern: str
    message: str
    holds: Callable[[Document, re.Match[str]], bool]
    words: frozenset[str] = frozenset()
    stem: str = ""

    def may_stand_in(self, document: Document) -> bool:
        """Whether a draft has the hints, words and stem of such a mark."""
        vocabulary = document.vocabulary.keys()
        if self.words and vocabulary.isdisjoint(self.words):
            return False
        if not any(map(document.text.__contains__, self.hints)):
            return False
        return not self.stem or any(word.startswith(self.stem) for word in vocabulary)


def find_marks(document: Document) -> list[tuple[Span, str]]:
    """Every placeholder and its message, in the order of the text; of two that overlap, the first."""
    found = [
        (Span(*match.span()), mark.message.format(match.group()))
        for mark in MARKS
        if mark.may_stand_in(document)
        for match in re.finditer(mark.pattern, document.text)
        if mark.holds(document, match)
    ]
    kept: list[tuple[Span, str]] = []
    for span, message in sorted(found, key=lambda one: (one[0].start, -one[0].end)):
        if not kept or kept[-1][0].end <= span.start:
            kept.append((span, message))
    return kept


def _always(_document: Document, _match: re.Match[str]) -> bool:
    return True


def _is_no_abbreviation(document: Document, match: re.Match[str]) -> bool:
    """TK is a mark unless it is a company, or the draft says what it stands for: `Timber Keep (TK)`."""
    company = document.text.startswith((" Maxx", " Elevator"), match.end())
    return not company and not _defines_tk(document.text)


@lru_cache(maxsize=1)
def _defines_tk(text: str) -> bool:
    """Whether a draft says what TK stands for; it is asked once for each TK of the draft."""
    return re.search(_DEFINED_TK, text) is not None


def _is_no_numeral(document: Document, match: re.Match[str]) -> bool:
    """XX and XXX are marks unless they are a Roman numeral, a title in quotation marks, a chromosome."""
    text, (start, end) = document.text, match.span()
    if re.compile(_NOT_FIGURES).match(text, end) or text[start - 1 : start] + text[end : end + 1] in _QUOTED:
        return False
    before = re.compile(_CAPITALIZED_BEFORE).search(text, max(0, start - _NUMERAL_CONTEXT), start)
    if not before or before["word"] in _MONTHS:
        return True
    opens_sentence = before["end"] is not None or before.start("word") == 0
    return opens_sentence and before["word"] not in _NUMBERED


def _is_outside_quotations(document: Document, match: re.Match[str]) -> bool:
    """In a quotation such a word may be the reporter's: `she sent me the [link]`."""
    return not document.quotes.hold(Span(*match.span()))


def _is_no_post(document: Document, match: re.Match[str]) -> bool:
    """`???` is also what a bad conversion makes of the pictures in a post."""
    block = document.block_at(match.start())
    return not re.search(_POST, document.slice(block.span))


_ALONE = r"(?<![\w.@#/&-])"
_INSIDE = r"[^\[\]\n]{0,80}"
_WANTED = "AGE|AMOUNT|BYLINE|CAPTION|CITY|DATE|DAY|FIGURE|LINK|NAME|NUMBER|PLACE|QUOTE|SOURCE|TITLE|YEAR"
_TO_COME = (
    rf"\[(?:{_INSIDE}[ :$])?(?:TK)+(?:[ :]{_INSIDE})?\]|\(TK\)"
    rf"|{_ALONE}\$?(?:TK)+(?: (?:TK)+)*(?![\w&]|[-–]\d)"
    rf"|{_ALONE}TK(?:{_WANTED})(?!\w)"
    rf"|{_ALONE}(?:tk)+(?![\w./])"
)
_DEFINED_TK = r"\b[Tt]\w{1,30}[ -][Kk]\w{1,30} \(TK\)"

_FIGURE = (
    rf"{_ALONE}[$£€]?X{{1,3}}(?:,XXX)+(?!\w)"
    rf"|{_ALONE}[$£€]?X{{2,}}(?:\.X+)?(?![\w'’]|-[A-Z]|-rated)"
    rf"|{_ALONE}[$£€]x{{2,}}(?!\w)"
    rf"|{_ALONE}x{{2,}}(?=%| (?:percent|per cent|people|million|billion|years|miles)\b)"
)
_NOT_FIGURES = r" (?:chromosome|content|film|movie|or XY|and XY|site|store|theater|video)"
_QUOTED = ("“”", '""', "‘’", "''")
_NUMERAL_CONTEXT = 30
_CAPITALIZED_BEFORE = r"(?P<end>[.?!:\n“\"] ?)?\b(?P<word>[A-Z][\w’']+) $"
_MONTHS = frozenset(
    "January February March April May June July August September October November December".split()
)
_NUMBERED = frozenset(
    "Act Amendment Appendix Article Bowl Chapter Class Games Louis Olympiad Part Schedule Section Title "
    "Volume WrestleMania Wrestlemania".split()
)

_BRACKETED = (
    r"\[(?:(?:CHECK|CITATION NEEDED|CONFIRM|CQ|DEK|FACT[ -]?CHECK|HED|INSERT|LEDE|NUT ?GRAF|PLACEHOLDER"
    rf"|TBC|TBD|TO COME|VERIFY|XX+)(?:[ :?]{_INSIDE})?"
    rf"|(?:EDS?|EDITORS?|[Ee]ds?|Editor)(?: NOTE)?: {_INSIDE}"
    r"|(?:age|check|cite|confirm|correct|date|figure|name|number|sic|source|sp|spelling|title|year)\?+)\]"
)
_LOWER_CASE = rf"\[(?:[Cc]heck|[Cc]ite|[Cc]onfirm|[Cc]q|[Ii]nsert|[Ll]ink|LINK|[Vv]erify)(?:[ :]{_INSIDE})?\]"
_IN_PARENTHESES = (
    r"\((?:(?:fact[ -]?check|check|confirm|verify) "
    r"(?:date|figure|it|me|name|number|pls|please|quote|spelling|sp|that|this|title)"
    r"|cq|name\?|source\?|sp\?|citation needed|needs? (?:cite|link|source)"
    r"|(?:EDS?|Eds?)(?: NOTE)?: [^()\n]{0,80})\)"
)
_ANGLED = r"<<[^<>\n]{1,80}>>"
_TAKE_END = r"(?m)^(?:-30-|\((?:MORE|more)\)|-more-)$"
_TAKE_ENDS = ("-30-", "(MORE)", "(more)", "-more-")
_TAKE_END_WORDS = frozenset({"30", "more"})
_SLUG = r"(?m)^(?:NOT FOR PUBLICATION|HOLD FOR (?:LEGAL|RELEASE)|SLUG:)|\bWRITETHRU\b"
_SLUGS = ("PUBLICATION", "HOLD", "SLUG:", "WRITETHRU")
_SLUG_WORDS = frozenset({"publication", "hold", "slug", "writethru"})
_TASK = r"\bFIXME\b|\bTODO\b(?! [A-Z]{2})|\bINSERT [A-Z][A-Z ]{0,30} HERE\b"
_TASKS = ("FIXME", "TODO", "INSERT")
_TASK_WORDS = frozenset({"fixme", "todo", "insert"})
_QUESTION = r"(?<![\w?!])\?{3,}"
_POST = r"\bpic\.twitter\.com|\bt\.co/|@\w"
_DUMMY = r"(?m)\b[Ll]orem [Ii]psum(?= dolor)|(?:^|(?<=[.?!:“”\")\]] ))[Ll]orem [Ii]psum\b(?! text)"

_NOTE_LEFT = 'the desk note "{}" was left in'

MARKS = (
    Mark(("TK", "tk"), _TO_COME, '"{}" stands for something to come', _is_no_abbreviation, stem="tk"),
    Mark(("XX", "xx"), _FIGURE, '"{}" stands for a figure', _is_no_numeral, stem="xx"),
    Mark(("[",), _BRACKETED, _NOTE_LEFT, _always),
    Mark(("[",), _LOWER_CASE, _NOTE_LEFT, _is_outside_quotations),
    Mark(("(",), _IN_PARENTHESES, _NOTE_LEFT, _always),
    Mark(("<",), _ANGLED, _NOTE_LEFT, _always),
    Mark(_TAKE_ENDS, _TAKE_END, _NOTE_LEFT, _always, _TAKE_END_WORDS),
    Mark(_SLUGS, _SLUG, _NOTE_LEFT, _always, _SLUG_WORDS),
    Mark(_TASKS, _TASK, '"{}" was left in', _always, _TASK_WORDS),
    Mark(("???",), _QUESTION, '"{}" was left in', _is_no_post),
    Mark(("orem ",), _DUMMY, 'the dummy text "{}" was left in', _always, frozenset({"lorem"})),
)
