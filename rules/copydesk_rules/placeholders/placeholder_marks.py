"""The marks that desks leave for themselves, and their look-alikes.

Every pattern is bounded, so a search costs the same whatever the text. It is compiled and tried only where
its hint stands in the draft, which in most drafts it does not.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from functools import lru_cache

from msgspec import Struct

from copydesk.document import Document
from copydesk.language.lists import closed_classes as english
from copydesk.model.prose import BlockKind, Span


class MarkKind(Struct, frozen=True):
    """A kind of placeholder.

    hints    one of these stands in every draft that has such a mark
    words    and so does one of these words, whatever its case, if there are any
    stem     and so does a word that begins like this, whatever its case
    pattern  what it looks like
    message  what to say of it; `{}` is the mark
    holds    whether a match is none of its look-alikes
    certain  whether nothing else can be meant; where it can, the finding is a warning
    opening  the character with which every such mark begins, which is looked for faster than the hints
    """

    hints: tuple[str, ...]
    pattern: str
    message: str
    holds: Callable[[Document, re.Match[str]], bool]
    words: frozenset[str] = frozenset()
    stem: str = ""
    certain: Callable[[Document, re.Match[str]], bool] = lambda _document, _match: True
    opening: str = ""

    def may_stand_in(self, document: Document) -> bool:
        """Whether a draft has the hints, words and stem of such a mark."""
        vocabulary = document.words.vocabulary.keys()
        if self.words and vocabulary.isdisjoint(self.words):
            return False
        if self.opening not in document.text or not any(map(document.text.__contains__, self.hints)):
            return False
        return not self.stem or any(word.startswith(self.stem) for word in vocabulary)


class FoundMark(Struct, frozen=True):
    """A placeholder: where it stands, what to say of it, and whether nothing else can be meant."""

    span: Span
    message: str
    certain: bool


def find_marks(document: Document) -> list[FoundMark]:
    """Return every placeholder, in the order of the text; of two that overlap, the first."""
    found = [
        FoundMark(Span(*match.span()), mark.message.format(match.group()), mark.certain(document, match))
        for mark in MARKS
        if mark.may_stand_in(document)
        for match in re.finditer(mark.pattern, document.text)
        if mark.holds(document, match)
    ]
    kept: list[FoundMark] = []
    for one in sorted(found, key=lambda one: (one.span.start, -one.span.end)):
        if not kept or kept[-1].span.end <= one.span.start:
            kept.append(one)
    return kept


def _always(_document: Document, _match: re.Match[str]) -> bool:
    return True


def _is_no_abbreviation(document: Document, match: re.Match[str]) -> bool:
    """TK is a mark unless it is a company, initials, or explained in the draft: `Timber Keep (TK)`."""
    if document.text.startswith((" Maxx", " Elevator"), match.end()) or _defines(document.text, _DEFINED_TK):
        return False
    # Rapper TK Ames; but "in TK County", and "TK Ames" where a sentence begins, may lack a word.
    has_word_before = document.text[max(0, match.start() - 2) : match.start()].strip().isalnum()
    return not (_begins_name(document, match) and has_word_before and not _stands_for_noun(document, match))


def _begins_name(document: Document, match: re.Match[str]) -> bool:
    """Whether a bare TK has a capitalised word after it, and no day: `TK Ames`."""
    after = re.compile(r" (?P<word>[A-Z][a-z]+)").match(document.text, match.end())
    return match.group() == "TK" and after is not None and after["word"] not in _MONTHS | _DAYS


@lru_cache(maxsize=2)
def _defines(text: str, pattern: str) -> bool:
    """Whether a draft says what an abbreviation stands for; it is asked once for each place that has it."""
    return re.search(pattern, text) is not None


def _fills_a_blank(document: Document, match: re.Match[str]) -> bool:
    """Whether a bare mark stands where a word is missing: after a preposition, before what it counts, alone.

    As subject or object it may be what the sentence is about: TK is a code, editors write TK.
    """
    if match.group() not in _BARE:
        return True
    if _begins_name(document, match):
        return False
    if _stands_for_noun(document, match):
        return True
    text, (start, end) = document.text, match.span()
    before = text[max(0, start - 2) : start].strip(" ")[-1:]
    if before in ("", "\n", *".?!,;:"):
        return not _goes_on(text, end)
    return before in "([–—$£€"


def _stands_for_noun(document: Document, match: re.Match[str]) -> bool:
    """Whether a mark stands after a preposition or a courtesy title, or before a unit."""
    text, (start, end) = document.text, match.span()
    before = re.compile(_BLANK_BEFORE).search(text, max(0, start - _CONTEXT), start)
    after = re.compile(rf"{_AFTER_FIGURES}|{_TIME_AFTER}").match(text, end)
    return before is not None or after is not None


def _goes_on(text: str, end: int) -> bool:
    """Whether a sentence goes on with a word."""
    return re.compile(r" \w").match(text, end) is not None


def _is_a_figure(document: Document, match: re.Match[str]) -> bool:
    """XX and XXX are marks where a figure can stand, and no numeral, size, name or chromosome can."""
    text, (start, end) = document.text, match.span()
    if not _is_outside_quotations(document, match) or re.compile(_NOT_FIGURES).match(text, end):
        return False
    if not re.fullmatch(r"X+", match.group()):
        return True
    before = re.compile(_CAPITALIZED_BEFORE).search(text, max(0, start - _CONTEXT), start)
    if text.endswith(("size ", "sizes "), 0, start):
        return False
    if before and before["word"] in _MONTHS:
        return True
    if before and (not document.opens_sentence(before.start("word")) or before["word"] in _NUMBERED):
        return False
    is_age = text.endswith(", ", 0, start) and text[end : end + 1] in tuple(",.;)")
    counts = re.compile(_BEFORE_FIGURES).search(text, max(0, start - _CONTEXT), start)
    return bool(is_age or counts or re.compile(_AFTER_FIGURES).match(text, end) or _counted(text, end))


def _is_surely_a_figure(document: Document, match: re.Match[str]) -> bool:
    """`XX guests` after a verb or preposition; after an article or at the start, `XX plays` may be a band."""
    text, (start, end) = document.text, match.span()
    if not re.fullmatch(r"X+", match.group()) or re.compile(_AFTER_FIGURES).match(text, end):
        return True
    if not _counted(text, end):
        return True
    before = re.compile(_WORDS_BEFORE).search(text, max(0, start - _CONTEXT), start)
    goes_on = re.compile(r" [a-z]+ (?:an?|the|his|her|its|their|our|my|your)\b").match(text, end)
    return not goes_on and before is not None and not before["article"] and before["word"] not in _NO_VERBS


def _counted(text: str, end: int) -> bool:
    """Whether a plural follows."""
    return (
        re.compile(r" (?:[a-z]+ )?(?!was\b|has\b|does\b|is\b)[a-z]{2,}[^\Wsui]s\b").match(text, end)
        is not None
    )


def _is_no_lone_abbreviation(document: Document, match: re.Match[str]) -> bool:
    """`(CQ)` is a mark unless the draft says what it stands for: `Congressional Quarterly (CQ)`."""
    return "CQ" not in match.group() or not _defines(document.text, _DEFINED_CQ)


def _is_no_headline(document: Document, match: re.Match[str]) -> bool:
    """Whether words in capitals are an order to the desk, and not the beginning of a longer headline.

    What is ordered before a colon is one all the same: `HOLD FOR RELEASE: the story of the year`. So is an
    embargo that says until when: `EMBARGO: Friday, 9 a.m.`
    """
    block = document.block_at(match.start())
    if block.kind not in (BlockKind.HEADLINE, BlockKind.HEADING):
        return True
    is_order = not match.group().startswith(("EMBARGO", "SLUG"))
    if match.group().startswith("EMBARGO") and re.search(_TIMED, match.group()):
        return True
    is_title = block.kind is BlockKind.HEADLINE and not match.group().isupper()
    if (
        is_order
        and not is_title
        and document.text[match.end() - 1 : match.end() + 1].strip(" \n")[-1:] == ":"
    ):
        return True
    return 2 * (match.end() - match.start()) > block.end - block.start


def _is_addressed(document: Document, match: re.Match[str]) -> bool:
    """`Dear {{name}}` stands in a letter; elsewhere such a field may stand in a text about templates."""
    before = document.word_before(match.start())
    return before.surface == "Dear" and before.gap.startswith(" {{")


def _is_no_form(_document: Document, match: re.Match[str]) -> bool:
    """`[insert name here]` is also what people write of letters that are all alike."""
    return not match.group().endswith(" here]")


def _is_outside_quotations(document: Document, match: re.Match[str]) -> bool:
    """Whether nothing else is meant: in a quotation the word may be the reporter's, `sent the [link]`."""
    return not document.quotes.hold(Span(*match.span()))


def _is_no_label(document: Document, match: re.Match[str]) -> bool:
    """`the [check] function` names a part of a page or a program, and what is quoted may hold `[link]`."""
    return _is_no_name(document, match) and _is_outside_quotations(document, match)


def _is_no_name(document: Document, match: re.Match[str]) -> bool:
    """Whether no determiner and no word stand around a mark, which then names a thing: `her “TODO” list`."""
    before = document.word_before(match.start(), " “\"‘'").lower
    is_named = before in english.DETERMINERS or before.endswith("'s")
    goes_on = re.compile(r"[”\"’']? \w").match(document.text, match.end())
    return not (is_named and goes_on and " " not in match.group())


def _is_no_post(document: Document, match: re.Match[str]) -> bool:
    """`???` is also what a bad conversion makes of the pictures in a post, and what a speaker is given."""
    block, posts = document.block_at(match.start()), _find_posts(document.text)
    is_post = bisect_left(posts, block.start) < bisect_left(posts, block.end)
    return not is_post and _is_outside_quotations(document, match)


@lru_cache(maxsize=2)
def _find_posts(text: str) -> list[int]:
    """Return where a draft has what only posts have; it is asked once for each place that has `???`."""
    return [match.start() for match in re.finditer(_POST, text)]


_ALONE = r"(?<![\w.@#/&-])"
_INSIDE = r"[^\[\]\n]{0,80}"
_WANTED = "AGE|AMOUNT|BYLINE|CAPTION|CITY|DATE|DAY|FIGURE|LINK|NAME|NUMBER|PLACE|QUOTE|SOURCE|TITLE|YEAR"
_TO_COME = (
    rf"\[(?:{_INSIDE}[ :$])?(?:TK)+(?:[ :]{_INSIDE})?\]|\(TK\)"
    rf"|{_ALONE}\$?(?:TK)+(?: (?:TK)+)*(?![\w&]|[-–]\d|['’]s\b)"
    rf"|{_ALONE}TK(?:{_WANTED})(?!\w)"
    rf"|{_ALONE}(?:tk)+(?![\w./])"
)
_DEFINED_TK = (
    r"\bTK\]?(?: \w{1,20}){0,2} \([Tt]\w{1,30}[ -][Kk]\w{1,30}\)"
    r"|\b[Tt]\w{1,30}[ -][Kk]\w{1,30} \(TK\)|\b[A-Z]\w{1,30} [“\"‘']TK[”\"’'] [A-Z]"
)
_DEFINED_CQ = r"\b[Cc]\w{1,30}[ -][Qq]\w{1,30} \(CQ\)"

_FIGURE = (
    rf"{_ALONE}[$£€]?X{{1,3}}(?:,XXX)+(?!\w)"
    rf"|{_ALONE}[$£€]?X{{2,}}(?:\.X+)?(?![\w'’]|-[A-Z]|-rated)"
    rf"|{_ALONE}(?:1\d|20)XX(?![\w'’])"
    rf"|{_ALONE}[$£€]x{{2,}}(?!\w)"
    rf"|{_ALONE}x{{2,}}(?=%| (?:percent|per cent|people|million|billion|years|miles)\b)"
)
_NOT_FIGURES = (
    r" (?:chromosomes?|content|films?|movies?|or XY|and XY|sites?|stores?|theaters?|videos?)\b"
    r"|-(?:large|rated|small)"
)
_AFTER_FIGURES = (
    r" ?%| (?:per ?cent|hundred|thousand|million|billion|trillion|more|fewer|others?|people|men|women"
    r"|children|feet|foot|[ap]\.?m\b|(?:to|and|or) X+\b)|[–:]X"
    r"|-(?:acre|bed|count|day|degree|foot|game|hour|inch|member|meter|metre|mile|minute|month|page|part|person"
    r"|point|pound|room|seat|second|story|storey|ton|unit|vote|week|yard|year)\b"
)
_BEFORE_FIGURES = (
    r"\b(?:about|almost|around|nearly|approximately|roughly|some|than|least|most|over|age|aged|page|number|No\."
    r"|(?:X|\d) (?:to|and|or)|[$£€]) ?$|X[-–:]$"
)
_BARE = ("TK", "tk", "@@")
_BLANK_BEFORE = (
    r"(?i)\b(?:about|above|across|after|age|aged|against|among|around|as|at|before|below|between|beyond|by|cost"
    r"|costs|during|for|from|in|into|near|nearly|number|of|on|over|page|per|since|than|through|to|toward|towards"
    r"|under|until|upon|with|within|without|January|February|March|April|May|June|July|August|September|October"
    r"|November|December)[ ]$|\b(?:mr|mrs|ms|dr)\. $"
)
_TIME_AFTER = r" (?:day|hour|minute|month|week|year)s\b"
_WORDS_BEFORE = r"(?P<article>\b(?:[Aa]n?|[Tt]he) )?\b(?P<word>[a-z]+) $"
_NO_VERBS = english.ARTICLES | english.CONJUNCTIONS | {"which"}
_CONTEXT = 30
_CAPITALIZED_BEFORE = r"\b(?P<word>[A-Z][\w’']+) $"
_MONTHS = english.capitalised(english.MONTHS)
_DAYS = english.capitalised(english.WEEKDAYS)
_NUMBERED = frozenset(
    "Act Amendment Appendix Article Bowl Chapter Class Games Louis Olympiad Part Schedule Section Size Title "
    "Volume WrestleMania Wrestlemania".split()
)

_BRACKETED = (
    r"\[(?:(?:CHECK|CITATION NEEDED|CONFIRM|CQ|DEK|FACT[ -]?CHECK|HED|INSERT|LEDE|NUT ?GRAF|PLACEHOLDER"
    rf"|TBC|TBD|TO COME|VERIFY|XX+)(?:[ :?]{_INSIDE})?"
    rf"|(?:EDS?|EDITORS?|[Ee]ds?|Editor)(?: NOTE)?: {_INSIDE}"
    r"|(?:age|check|cite|confirm|correct|date|figure|name|number|sic|source|sp|spelling|title|year)\?+)\]"
)
_BRACKETS = (
    *(
        "[CHECK",
        "[CITATION",
        "[CONFIRM",
        "[CQ",
        "[DEK",
        "[FACT",
        "[HED",
        "[INSERT",
        "[LEDE",
        "[NUT",
        "[PLACE",
    ),
    *("[TBC", "[TBD", "[TO COME", "[VERIFY", "[XX", "[ED", "[Ed", "[ed", "?]"),
)
_LOWER_CASE = (
    rf"\[(?:[Cc]heck|[Cc]ite|[Cc]onfirm|[Cc]q|[Ii]nsert|[Vv]erify)(?:[ :]{_INSIDE})?\]"
    rf"|\[(?:[Ll]ink|LINK)(?:(?: to\b|:){_INSIDE})?\]"
)
_LOWER_CASE_BRACKETS = (
    *("[Check", "[check", "[Cite", "[cite", "[Confirm", "[confirm", "[Cq", "[cq", "[Insert", "[insert"),
    *("[Verify", "[verify", "[Link", "[link", "[LINK"),
)
_ORDERED = (
    r"(?i)\[(?:(?:art|caption|chart|comment|details|figure|graf|headline|link|map|more|name|photo|quote"
    r"|response)s?"
    r"(?: [^\[\]\n]{1,30})? )?(?:to come|goes here)\]"
    r"|\[(?:art|caption|chart|embed|graf|graphic|image|link|map|name|photo|pic|picture|quote|tweet|video)s?"
    r" here\]"
    r"|\[needs? (?:an? |another |more |second ){0,3}(?:check|cite|confirmation|quote|sourc)\w{0,4}"
    r"[^\[\]\n]{0,40}\]"
    r"|\[(?:pls|plz|please) (?:add|check|confirm|fix|verify)\b[^\[\]\n]{0,80}\]"
    r"|\[[^\[\]\n]{0,40}\b(?:can|could|may|shall|should) (?:you|someone|somebody|we) [^\[\]\n]{0,80}\?\]"
)
_ORDERED_BRACKETS = (
    *("ome]", "OME]", "ere]", "ERE]", "?]", "[need", "[Need", "[NEED"),
    *("[pls", "[Pls", "[PLS", "[plz", "[Plz", "[PLZ", "[please", "[Please", "[PLEASE"),
)
_IN_PARENTHESES = (
    r"\((?:(?:fact[ -]?check|check|confirm|verify) "
    r"(?:date|figure|it|me|name|number|pls|please|quote|spelling|sp|that|this|title)"
    r"|cq|CQ|name\?|source\?|sp\?|citation needed|needs? (?:cite|link|source)"
    r"|(?:EDS?|Eds?)(?: NOTE)?: [^()\n]{0,80})\)"
)
_FIELD = r"(?<![{}\\\w])\{\{ ?[A-Za-z][\w .'-]{0,40}\}\}"
_FOUND_AGAIN = r"(?<![\w@])@@(?:[\w ]{1,40}@@|@*(?![\w@]))(?! ?[-+]\d)"
_ANGLED = r"<<[^<>\n]{1,80}>>|<(?:[Aa]dd|[Cc]heck|[Cc]onfirm|[Ii]nsert|[Nn]eeds?|[Vv]erify) [^<>=\n]{1,80}>"
_TAKE_END = r"(?m)^(?:-30-|\((?:MORE|more)\)|-more-)$"
_TAKE_ENDS = ("-30-", "(MORE)", "(more)", "-more-")
_TAKE_END_WORDS = frozenset({"30", "more"})
_SLUG = (
    r"(?m)(?:^|(?<=[.?!:”\")\]] )|(?<=[\[(]))"
    r"(?:NOT FOR PUBLICATION|DO NOT PUBLISH|HOLD FOR (?:LEGAL|RELEASE)|FOR RELEASE (?:AFTER|AT|ON)\b"
    r"|EMBARGO(?:ED)?(?: (?:FOR|TILL?|TO|UNTIL)\b|:)"
    r"(?: (?:[A-Z\d:.,]{1,12}(?!\w)|[A-Z][a-z]{2,5}day,?|[ap]\.?m\b\.?)){0,5}|SLUG:)"
    r"|\bWRITETHRU\b"
    r"|\b(?:NOTE TO (?:COPY|DESK|EDITORS?|SUBS)|Note to (?:copy|desk|editors?|subs)(?=:))\b:?"
)
_TIMED = r"[a-z]day\b|\d ?[ap]\.?m\b"
_SLUGS = ("PUBLICATION", "PUBLISH", "HOLD", "RELEASE", "EMBARGO", "SLUG:", "WRITETHRU", "NOTE", "Note")
_SLUG_WORDS = frozenset("publication publish hold release embargo embargoed slug writethru note".split())
_TASK = r"\bFIXME\b|(?<![\w.])TODO\b(?! [A-Z]{2}|\(\))|\bINSERT [A-Z][A-Z ]{0,30} HERE\b"
_TASKS = ("FIXME", "TODO", "INSERT")
_TASK_WORDS = frozenset({"fixme", "todo", "insert"})
_QUESTION = r"(?<![\w?!])\?{3,}(?!\+? [a-z]+ \")"
_POST = r"\bpic\.twitter\.com|\bt\.co/|@\w"
_DUMMY = r"(?m)\b[Ll]orem [Ii]psum(?= dolor)|(?:^|(?<=[.?!:“”\")\]] ))[Ll]orem [Ii]psum\b(?! text)"

_NOTE_LEFT = 'the desk note "{}" was left in'

MARKS = (
    MarkKind(
        ("TK", "tk"),
        _TO_COME,
        '"{}" stands for something to come',
        _is_no_abbreviation,
        stem="tk",
        certain=_fills_a_blank,
    ),
    MarkKind(("XX", "xx"), _FIGURE, '"{}" stands for a figure', _is_a_figure, certain=_is_surely_a_figure),
    MarkKind(_BRACKETS, _BRACKETED, _NOTE_LEFT, _always, opening="["),
    MarkKind(_LOWER_CASE_BRACKETS, _LOWER_CASE, _NOTE_LEFT, _is_no_label, certain=_is_no_form, opening="["),
    MarkKind(_ORDERED_BRACKETS, _ORDERED, _NOTE_LEFT, _is_outside_quotations, opening="["),
    MarkKind(("(",), _IN_PARENTHESES, _NOTE_LEFT, _is_no_lone_abbreviation),
    MarkKind(("<",), _ANGLED, _NOTE_LEFT, _always),
    MarkKind(("{{",), _FIELD, 'the field "{}" was never filled in', _always, certain=_is_addressed),
    MarkKind(("@@",), _FOUND_AGAIN, '"{}" was left in', _is_outside_quotations, certain=_fills_a_blank),
    MarkKind(_TAKE_ENDS, _TAKE_END, _NOTE_LEFT, _always, _TAKE_END_WORDS),
    MarkKind(_SLUGS, _SLUG, _NOTE_LEFT, _is_no_headline, _SLUG_WORDS),
    MarkKind(_TASKS, _TASK, '"{}" was left in', _is_no_name, _TASK_WORDS),
    MarkKind(("???",), _QUESTION, '"{}" was left in', _is_no_post),
    MarkKind(("orem ",), _DUMMY, 'the dummy text "{}" was left in', _always, frozenset({"lorem"})),
)
