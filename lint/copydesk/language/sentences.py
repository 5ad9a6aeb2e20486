"""The sentences of a draft.

One regular expression finds the marks that may end a sentence; the word before each mark and the word
after it decide. The lists are in `abbreviations.py`.

A quotation of several sentences is several sentences. An opening mark belongs to the sentence that it
opens, a closing mark to the one that it closes, and an attribution to the sentence that it follows:
`“We won. | They lost,” he said.` A full stop with no space after it (`lost.They`) parts nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from copydesk.language.lists.abbreviations import (
    AFTER_HOURS,
    BEFORE_NUMBERS,
    EXCLAIMED_NAMES,
    HOURS,
    MAY_END,
    MONTHS,
    MORE_OPENERS,
    NEVER_LAST,
    OPENERS,
    SHORT_FORMS,
)
from copydesk.model.prose import BlockKind, Prose, Span

# Every match succeeds once a mark is found, and looks ahead a bounded way: the cost is linear. It begins with
# a plain set of characters, so that the search can leap to one.
_STOP = re.compile(
    r"""
    ([.!?…][.!?…]*+(?:[ \u00a0][.…]+)*)    # the mark; an ellipsis may be spaced out
    (["'”’»)\]]*+)                         # what closes with it
    (?:(?=(\s[\W_]{0,12})                  # a space, and what opens the next sentence
        (\w[\w'’\-]{0,30}\.?)))?           # its first word
    """,
    re.VERBOSE,
)
_TITLES = (BlockKind.HEADLINE, BlockKind.HEADING)
_LIST_MARK = re.compile(r"\W{0,3}(?:\d{1,3}|[A-Za-z]|[IVX]{1,4})")
_DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}")
_ELLIPSIS = r"…|\.(?:[ \u00a0]?\.){1,2}"
_BEFORE_WORD = re.compile(r"[\s—–/(\[\"“'‘`]|--|(?<=[a-z.])-")
_LOWER_OPENER = re.compile(r"[a-z]{1,3}[A-Z]|https?$|www$")
_DASHES = frozenset("—–-")
_QUOTE_MARKS = frozenset("\"'“‘«‹`")
_OPENING = _QUOTE_MARKS | frozenset("([{")
_BLANKS = frozenset(" \u00a0")
_LONGEST_MARK = 12
_MARK = re.compile(r"(?:\W{0,3}(?:\d{1,3}|[A-Za-z]|[IVXivx]{1,4})[.):])?[\W_]*")
"""What is no word at the start of a sentence: a dash, a bullet, the number of a list."""

_NAME = r"(?:(?:[A-ZÀ-Þ][\w.’'-]{0,30}|of|the|and|de|van|von|al|bin),?\s){1,7}"
_ASIDE = r"(?:[^.!?…“”\"]{1,100}?,\s)?"
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_SAYS = r"(?:said|says|added|adds|continued|replied|recalled)"
_ASKS = r"(?:asked|asks|wondered|wrote|tweeted|told|shouted|yelled|cried|exclaimed)"
_PART = rf"(?:in|at|on|to|of|as|during|after|before|when|while|with|from|last|later|earlier|again|{_DAY})"
# `“Why now?” Ms. Ito asked.` is one sentence; `“Why now?” Ms. Ito said she did not know.` is two.
# So is `“Why now?” He added, “Who knows?”`.
_ATTRIBUTION = rf"{_NAME}{_ASIDE}(?:{_ASKS}\b|{_SAYS}(?:[.,;]|\s{_PART}\b))(?![,:]?\s?[\"“'‘`])"
_BARE_ATTRIBUTION = rf"{_NAME}(?:{_ASKS}|{_SAYS})\."
_REACH = 200
_AFTER_ELLIPSIS = MORE_OPENERS - {"I"}


class Sentences(list[Span]):
    """The sentences of a draft, in order; none runs over two blocks."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    @cached_property
    def starts(self) -> list[int]:
        """Where the sentences begin."""
        return [sentence.start for sentence in self]

    def at(self, offset: int) -> Span:
        """Return the sentence at an offset of the prose; the one before, where it stands between two.

        Raises IndexError for a draft without a word.
        """
        return self[bisect_right(self.starts, offset, 1) - 1]

    def opens(self, offset: int) -> bool:
        """Whether a sentence begins with the word at an offset: its place explains a capital.

        Marks before the word, and the number of a list, are no words. What follows a colon begins as a
        sentence does, and so does a quotation after a comma: `She said, “We won.”`
        """
        text = self._text
        if offset > 1 and text[offset - 1] in _BLANKS and text[offset - 2].isalnum():
            return False  # inside a sentence, as most words are
        start, at = self.at(offset).start, offset
        while at > start and text[at - 1] in _OPENING:
            at -= 1
        is_quotation = not _QUOTE_MARKS.isdisjoint(text[at:offset])
        while at > start and text[at - 1] in _BLANKS:
            at -= 1
        if at <= start or (at - start < _LONGEST_MARK and _MARK.fullmatch(text, start, at)):
            return True
        return at < offset and (text[at - 1] == ":" or (is_quotation and text[at - 1] in ",—–"))


def find_sentences(prose: Prose) -> Sentences:
    """Return the sentences of each block, in order, without the spaces around them.

    Together they hold every character of the blocks but spaces.
    """
    text = prose.text
    sentences = Sentences(text)
    for block in prose.blocks:
        start, end = block.start, block.end
        title = block.kind in _TITLES
        for match in _STOP.finditer(text, start, end):
            gap = match[3]
            if gap and _parts(text, start, match, title):
                stop = match.end()
                sentences.append(Span(start, stop))
                start = stop + len(gap) - len(gap.lstrip())
        if start < end:
            sentences.append(Span(start, end))
    return sentences


def _parts(text: str, start: int, match: re.Match[str], title: bool) -> bool:
    """Whether the sentence that began at `start` ends with this mark.

    title  capitals mean nothing here: every word of a headline may have one
    """
    mark, closing, gap, word = match.groups()
    if word[0].islower() and gap[-1] not in "#@" and not _LOWER_OPENER.match(word):
        return False
    at = match.start()
    if at - start < 8 and _LIST_MARK.fullmatch(text, start, at):
        return False
    if closing and closing.strip(")]"):
        attribution = _BARE_ATTRIBUTION if mark == "." else _ATTRIBUTION
        word_at = match.end() + len(gap)
        if re.compile(attribution).match(text, word_at, word_at + _REACH):
            return False
    if mark == ".":
        before = text[max(start, at - 24) : at].rpartition(" ")[2]
        if before.isalpha() and not before.isupper() and before not in SHORT_FORMS:
            return True  # a plain word, as most are
        return _stop_parts(_BEFORE_WORD.split(before)[-1], gap, word, title)
    if mark == "!" and text.endswith(EXCLAIMED_NAMES, start, at):
        return _opens(word)
    if not closing and re.fullmatch(_ELLIPSIS, mark):
        return _opens(word, _AFTER_ELLIPSIS) and not text.endswith((",", ", "), start, at)
    return True


def _stop_parts(before: str, gap: str, word: str, title: bool) -> bool:
    """Whether a full stop between two words ends a sentence."""
    if before.isupper() and word.isupper() and len(word) > 1 and len(before) > 1:
        before = before.capitalize()  # a dateline: `ST. LOUIS`
    if before in NEVER_LAST:
        return False
    number = word[0].isdigit()
    if before in BEFORE_NUMBERS:
        return not number
    if before in HOURS:
        return not number and _DASHES.isdisjoint(gap) and word.rstrip(".") not in AFTER_HOURS
    if len(before) == 1 and before.isalpha():
        return _opens(word, OPENERS) and not title
    if before in MAY_END or before in MONTHS or _DOTTED.fullmatch(before):
        # A dash after a place is a dateline: `PHOENIX, Ariz. — The heat`.
        return _opens(word) and not title and _DASHES.isdisjoint(gap)
    return True


def _opens(word: str, openers: frozenset[str] = MORE_OPENERS) -> bool:
    """Whether a word, or what stands before its apostrophe (`It’s`), is one of the openers."""
    return word.replace("’", "'").partition("'")[0] in openers
