"""The words and figures of a stretch as two versions are compared: what is house style is set aside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct

from copydesk.analyses.likeness.similarity import Mismatch, mismatches
from copydesk.language.lists import closed_classes as english
from copydesk.model.prose import Span


class Figure(StrEnum):
    """A kind of figure: what it counts."""

    NUMBER = "number"
    MONEY = "amount"
    PERCENT = "percentage"
    DATE = "date"
    TIME = "time"
    AGE = "age"


class Token(Struct, frozen=True, gc=False):
    """A word or a figure.

    start, end  where it stands in the text; `don't` is two tokens at one place
    plain       what is compared: `six` is "6", `Sept.` is "september", `12%` is "12 percent", `towards` is
                "toward"
    figure      what it counts, for a figure; None for a word
    """

    start: int
    end: int
    plain: str
    figure: Figure | None = None

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


def find_tokens(text: str, span: Span) -> list[Token]:
    """Return the words and figures of a stretch of a text, in order."""
    return list(_tokens(text, span))


def token_differences(olds: list[Token], news: list[Token]) -> list[Mismatch]:
    """Return where two lists of tokens differ, in whole words: a contraction is never taken apart."""
    return [_whole(one, olds, news) for one in mismatches(plain_words(olds), plain_words(news))]


def _whole(one: Mismatch, olds: list[Token], news: list[Token]) -> Mismatch:
    start, other_start, stop, other_stop = one.old.start, one.new.start, one.old.stop, one.new.stop
    while start and other_start and (_is_one(olds, start, one.old) or _is_one(news, other_start, one.new)):
        start, other_start = start - 1, other_start - 1
    while (
        stop < len(olds)
        and other_stop < len(news)
        and (_is_one(olds, stop, one.old) or _is_one(news, other_stop, one.new))
    ):
        stop, other_stop = stop + 1, other_stop + 1
    return Mismatch(range(start, stop), range(other_start, other_stop))


def _is_one(tokens: list[Token], index: int, within: range) -> bool:
    """Whether a token and the one before it stand at one place, and the range has one of the two."""
    return bool(within) and index < len(tokens) and tokens[index - 1].span == tokens[index].span


def plain_words(tokens: list[Token]) -> list[str]:
    """Return what is compared of some tokens."""
    return [token.plain for token in tokens]


def letters(text: str) -> str:
    """Return the letters and digits of a text in lower case: no marks, no spaces, no capitals, no accents."""
    if not text.isascii():
        from unicodedata import normalize

        text = normalize("NFKD", text)
    return "".join(filter(str.isalnum, text.lower()))


def is_short_form(one: str, other: str) -> bool:
    """Whether one of two names is a short form of the other: `Phila.`, `N.Y.`, `Gov.`, `FBI`."""
    short, long = sorted((one, other), key=len)
    key, whole = letters(short), letters(long)
    if not key or key[0] != whole[:1] or len(key) >= len(whole):
        return False
    words = re.findall(r"\w+", long.lower())
    if len(words) > 1 and key == "".join(word[0] for word in words):
        return True
    has_stop = "." in short
    return (has_stop or short.isupper()) and _is_within(key, whole)


def _is_within(key: str, whole: str) -> bool:
    """Whether the letters of a key stand in a word in their order."""
    rest = iter(whole)
    return all(letter in rest for letter in key)


_SCALES = {
    "thousand": 3,
    "k": 3,
    "million": 6,
    "m": 6,
    "mn": 6,
    "billion": 9,
    "bn": 9,
    "b": 9,
    "trillion": 12,
}
_SIGNS = {"dollars": "$", "dollar": "$", "bucks": "$", "euros": "€", "euro": "€", "pounds": "£"}
_SMALL = {
    **{word: number for number, word in enumerate(("zero", *english.ONES, *english.TEENS))},
    **{word: number for number, word in zip(range(20, 100, 10), english.TENS, strict=True)},
}
_NUMBER_WORDS = {
    **_SMALL,
    **{word: number for number, word in enumerate(english.ORDINALS, start=1)},
    **{
        f"{ten}-{one}": _SMALL[ten] + number
        for ten in english.TENS
        for number, one in enumerate(english.ONES, start=1)
    },
}
_NUMBER_REST = sorted(
    (word for word, number in _NUMBER_WORDS.items() if 0 < number < 100 and word not in english.ORDINALS),
    key=len,
    reverse=True,
)
_SHARES = frozenset(
    """
    hundred hundreds thousands millions billions dozen dozens half quarter quarters thirds double twice triple
    """.split()
)
"""Words that count without a figure."""

_MONTHS = {
    **{month: month for month in english.MONTHS},
    **{
        short: month
        for short in english.SHORT_MONTHS
        for month in english.MONTHS
        if month.startswith(short[:3])
    },
}
_WEEKDAYS = {
    **{day: day for day in english.WEEKDAYS},
    **{
        day[:length]: day
        for day in english.WEEKDAYS
        for length in (3, 4, 5)
        if length < len(day) - 2 and day[:length] not in ("sun", "sat", "wed", "satu", "thur", "mond", "frid")
    },
}
_MONTHS_THAT_ARE_WORDS = english.MONTHS_THAT_ARE_WORDS

_EXPANDED = {
    "can't": ("can", "not"),
    "cannot": ("can", "not"),
    "won't": ("will", "not"),
    "shan't": ("shall", "not"),
    "ain't": ("is", "not"),
    "gonna": ("going", "to"),
    "wanna": ("want", "to"),
    "gotta": ("got", "to"),
    "let's": ("let", "us"),
    "ok": ("okay",),
    "'em": ("them",),
    "'cause": ("because",),
    "whilst": ("while",),
    "amongst": ("among",),
    "grey": ("gray",),
    "&": ("and",),
}
_ENDINGS = (("n't", "not"), ("'re", "are"), ("'ll", "will"), ("'ve", "have"), ("'m", "am"))
_SPELLINGS = (
    (r"(?<=\w{2}ward)s$", ""),
    (r"(?<=\w{3})is(?=(?:e[sd]?|ing|ations?)$)", "iz"),
    (r"(?<=\w{2}l)ys(?=(?:e[sd]?|ing)$)", "yz"),
    (r"(?<=\w{3}o)u(?=rs?$|red$|ring$)", ""),
    (r"(?<=\w{3}l)l(?=(?:ed|ing|ers?)$)", ""),
    (r"(?<=\w[nt]t|\w\wb)re(s?)$", r"er\1"),
)
"""British and American endings: both become the American one. Other words become nonsense, the same on both
sides."""

_TOKEN = re.compile(
    r"(?P<clock>\d\d?:\d\d)\b(?:[ \u00a0]?(?P<half>[ap]\.?m\b\.?))?"
    r"|(?<![\d/.])(?P<month>0?[1-9]|1[0-2])/(?P<day>[12]\d|3[01]|0?[1-9])(?![\d/])"
    r"|(?P<sign>[$£€]|US\$|C\$)?(?P<digits>\d[\d,]*(?:\.\d+)?)"
    r"(?:(?P<ordinal>st|nd|rd|th)\b|(?P<decade>['’]?s)\b"
    r"|[ \u00a0-]?(?P<scale>thousand|million|billion|trillion)\b"
    r"|(?P<short>bn|mn|[kmb])\b)?"
    r"(?P<percent>[ \u00a0]?%|[ \u00a0-](?:percent|per cent)\b(?! point))?"
    r"(?:[ \u00a0](?P<noun>dollars?|bucks|euros?|pounds)\b|[ \u00a0]?(?P<hour>[ap]\.?m\b\.?))?"
    r"|(?P<word>(?<=\s)&(?=\s)|['‘’]?[^\W\d_]+(?:['’.-][^\W\d_]+)*)",
    re.IGNORECASE,
)
_HUNDREDS = re.compile(
    rf"[ \u00a0-]hundred\b(?:[ \u00a0](?:and[ \u00a0])?(?P<rest>{'|'.join(_NUMBER_REST)})\b)?",
    re.IGNORECASE,
)
_A_SCALE = re.compile(r"[ \u00a0](?:hundred|thousand|million|billion|trillion)\b", re.IGNORECASE)
_AFTER_NUMBER_WORD = re.compile(
    r"[ \u00a0-](?P<scale>thousand|million|billion|trillion)\b"
    r"|[ \u00a0-](?P<percent>percent|per cent)\b(?! point)"
    r"|[ \u00a0](?P<noun>dollars?|bucks|euros?|pounds)\b",
    re.IGNORECASE,
)
_PART = re.compile(rf"(?:{'|'.join(english.TENS)})-(?:{'|'.join(english.ONES)})(?=-|$)|[^-]+", re.IGNORECASE)
_AGE_AFTER = re.compile(r"[- \u00a0](?:years?|months?|weeks?)[- \u00a0]old", re.IGNORECASE)
_AGE_BEFORE = re.compile(r"(?:\b(?:aged?|turned|turns)[ \u00a0]|[^\W\d_], )$")
_MOST_YEARS = 115


def _tokens(text: str, span: Span) -> Iterator[Token]:
    at = span.start
    while match := _TOKEN.search(text, at, span.end):
        at = match.end()
        if match["clock"]:
            half = f" {match['half'][0].lower()}m" if match["half"] else ""
            yield Token(match.start(), at, match["clock"].removesuffix(":00") + half, Figure.TIME)
            continue
        if match["month"]:
            month, day = int(match["month"]), int(match["day"])
            yield Token(match.start(), match.end(), english.MONTHS[month - 1], Figure.DATE)
            yield Token(match.start(), match.end(), str(day), Figure.DATE)
            continue
        if match["word"] is None:
            yield _figure(text, match)
            continue
        word = match["word"].replace("’", "'").replace("‘", "'")
        lower = word.lower()
        if lower in _NUMBER_WORDS or (lower == "a" and _A_SCALE.match(text, at, span.end)):
            token = _number_word(text, match, lower, span.end)
            at = token.end
            yield token
        elif "-" in word:
            yield from _hyphenated(match.start(), word)
        else:
            yield from _words(text, match, word, lower)


def _figure(text: str, match: re.Match[str]) -> Token:
    """Return the token of a figure in digits."""
    digits = match["digits"].rstrip(",").replace(",", "")
    end = match.end() if match["digits"][-1] != "," else match.start() + len(match[0].rstrip(","))
    scale = (match["scale"] or match["short"] or "").lower()
    if scale == "m" and not match["sign"]:
        scale = ""  # five metres
    value = _scaled(digits, scale)
    sign = match["sign"] or _SIGNS.get((match["noun"] or "").lower(), "")
    if sign:
        return Token(match.start(), end, f"{sign[-1]}{value}", Figure.MONEY)
    if match["percent"]:
        return Token(match.start(), end, f"{value} percent", Figure.PERCENT)
    if match["hour"]:
        return Token(match.start(), end, f"{value} {match['hour'][0].lower()}m", Figure.TIME)
    if match["decade"]:
        return Token(match.start(), end, f"{value}s", Figure.DATE)
    return Token(match.start(), end, value, _kind_of(text, match.start(), end, value))


def _number_word(text: str, match: re.Match[str], lower: str, limit: int) -> Token:
    """Return the token of a number in words, with its scale or unit."""
    value, end = str(_NUMBER_WORDS.get(lower, 1)), match.end()
    kind: Figure | None = None
    hundreds = _HUNDREDS.match(text, end, limit) if lower not in english.ORDINALS else None
    if hundreds:
        rest = _NUMBER_WORDS[hundreds["rest"].lower()] if hundreds["rest"] else 0
        value, end = str(100 * int(value) + rest), hundreds.end()
    scale = _AFTER_NUMBER_WORD.match(text, end, limit)
    if scale and scale["scale"]:
        value, end = _scaled(value, scale["scale"].lower()), scale.end()
        scale = _AFTER_NUMBER_WORD.match(text, end, limit)
    if scale and scale["percent"]:
        return Token(match.start(), scale.end(), f"{value} percent", Figure.PERCENT)
    if scale and scale["noun"]:
        return Token(match.start(), scale.end(), f"{_SIGNS[scale['noun'].lower()]}{value}", Figure.MONEY)
    if _AGE_AFTER.match(text, end):
        kind = Figure.AGE
    return Token(match.start(), end, value, kind or Figure.NUMBER)


def _kind_of(text: str, start: int, end: int, value: str) -> Figure:
    """Tell what a bare figure in digits counts: an age, a day, a year, or anything."""
    before = text[max(0, start - 12) : start]
    is_short = value.isdigit() and int(value) <= _MOST_YEARS
    if _AGE_AFTER.match(text, end):
        return Figure.AGE
    if (
        is_short
        and _AGE_BEFORE.search(before)
        and (text[end : end + 1] in (",", ".", "") or before[-1] != " ")
    ):
        if before.endswith(", "):
            month = before[:-2].rpartition(" ")[2].rstrip(".").lower()
            return Figure.DATE if month in _MONTHS else Figure.AGE
        return Figure.AGE
    month = before.rstrip(" \u00a0").rpartition(" ")[2].rstrip(".").lower()
    after = re.match(r"(?:st|nd|rd|th)?[ \u00a0](?:of[ \u00a0])?([A-Z][a-z]+)", text[end : end + 16])
    if month in _MONTHS or (after and after[1].lower() in _MONTHS):
        return Figure.DATE
    is_year = len(value) == 4 and value[:2] in ("18", "19", "20") and "," not in text[start:end]
    return Figure.DATE if is_year else Figure.NUMBER


def _scaled(digits: str, scale: str) -> str:
    """Return a number written out: `4.1` and `million` are 4100000; digits stay as exact as they were."""
    whole, _, part = digits.partition(".")
    power = _SCALES.get(scale, 0)
    whole, part = whole + part[:power].ljust(power, "0"), part[power:].rstrip("0")
    whole = whole.lstrip("0") or "0"
    return f"{whole}.{part}" if part else whole


def _hyphenated(start: int, word: str) -> Iterator[Token]:
    """Yield the parts of a word with hyphens: `lead-up` is two words, as `lead up` is."""
    for part in re.finditer(_PART, word):
        plain = part[0].lower()
        number = _NUMBER_WORDS.get(plain)
        at = start + part.start()
        if number is not None:
            rest = word[part.end() :].lower()
            kind = Figure.AGE if rest.startswith(("-year-old", "-month-old", "-week-old")) else Figure.NUMBER
            yield Token(at, at + len(part[0]), str(number), kind)
        else:
            yield Token(at, at + len(part[0]), _plain(plain))


def _words(text: str, match: re.Match[str], word: str, lower: str) -> Iterator[Token]:
    start, end = match.span()
    stopped = end + text.startswith(".", end)
    if word[0].isupper():
        day = _WEEKDAYS.get(lower)
        month = _MONTHS.get(lower)
        if month and (lower not in _MONTHS_THAT_ARE_WORDS or _is_by_a_day(text, start, stopped)):
            yield Token(start, end if lower == month else stopped, month, Figure.DATE)
            return
        if day:
            yield Token(start, end, day, Figure.DATE)
            return
    if lower in _SHARES:
        yield Token(start, end, lower, Figure.NUMBER)
        return
    for plain in _expanded(lower):
        yield Token(start, end, plain)


def _is_by_a_day(text: str, start: int, end: int) -> bool:
    """Whether a word that is also a month stands beside a day or a year, or after a word that dates."""
    before, after = text[max(0, start - 12) : start], text[end : end + 8]
    preposition = before.rstrip(" \u00a0").rpartition(" ")[2].lower()
    return bool(
        re.match(r"[ \u00a0]\d", after)
        or re.search(r"\d(?:st|nd|rd|th)?[ \u00a0](?:of[ \u00a0])?$", before)
        or preposition in english.DATE_PREPOSITIONS | {"in", "last", "next", "this"}
    )


def _expanded(lower: str) -> tuple[str, ...]:
    """Return what a word stands for, without what is house style: `don't` is `do not`."""
    known = _EXPANDED.get(lower)
    if known is not None:
        return known
    if "'" in lower:
        for ending, whole in _ENDINGS:
            if lower.endswith(ending) and len(lower) > len(ending):
                return lower.removesuffix(ending), whole
        lower = lower.replace("'", "")
    return (_plain(lower.replace(".", "")),)


@lru_cache(maxsize=8192)
def _plain(word: str) -> str:
    if len(word) > 4:
        for ending, replacement in _SPELLINGS:
            word = re.sub(ending, replacement, word)
    return letters(word) if not word.isascii() else word
