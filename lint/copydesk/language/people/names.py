"""Capitalised runs: every stretch of a draft that could be a name, taken to pieces.

Whether one is a person is for `people` to judge; here it is only read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import accumulate

from msgspec import Struct

from copydesk.language.lists import closed_classes as english
from copydesk.language.lists import lexicon
from copydesk.language.lists.titles import (
    ABBREVIATED,
    CALENDAR,
    COURTESY,
    DEMONYMS,
    DOTTED_PLACES,
    FAMILY_NAMES,
    FOLLOWS_A_NAME,
    NAMED_FOR_MONTHS,
    NOT_A_NAME,
    PARTICLES,
    PLACE_STARTS,
    ROLE_NOUNS,
    ROLES,
    SUFFIXES,
    TRADES,
)
from copydesk.language.sentences import Sentences
from copydesk.language.words import Words
from copydesk.model.prose import BlockKind, Prose, Span

_CAPITALS = "A-ZÀ-ÖØ-Þ"
"""Those of Latin-1: `re` looks several ranges up in a table, which is faster than to compare with A and Z."""

_MORE_CAPITALS = "".join(chr(c) for c in range(0x100, 0x180) if chr(c).isupper()) + "ȘȚḤṢṬẒ"
# What may stand before a name is asked after its first letter, so that the search can leap to capitals.
_BEGINS = r"(?<![\w@#/.].)(?:(?<!\w[’'‘‑-].)|(?<=\b[ae][dlnst]-.)|(?<=\bash-.))"
_SPACES = r"[ \u00a0]{1,15}"
_GAP = (
    rf"(?:{_SPACES}(?:(?:(?:{'|'.join(sorted(PARTICLES))}){_SPACES}){{1,3}}|&{_SPACES}|)"
    r"|,[ ]?(?=[JS]r\b))"
)


def _capitals(prose: Prose, words: Words) -> str:
    """Return the capitals that a draft needs.

    Without accents a short class does, which is made faster.

    The lower case of İ has none.
    """
    is_plain = not words.accented and "İ" not in prose.text
    return _CAPITALS if is_plain else _CAPITALS + _MORE_CAPITALS


@cache
def _run(capitals: str) -> re.Pattern[str]:
    """Capitalised words with nothing but spaces or particles between them: J.K. Rowe, Ursula von der Leyen,
    Omar al-Said, Jo diRoe, S.Batbayar, Jay Roe, Jr.
    """
    letter = r"\w" if capitals == _CAPITALS else r"[\w\u0300-\u036f]"
    rest = (
        rf"(?:\.(?:-?[{capitals}]\.)*(?:[{capitals}]{letter}+)?"
        rf"|{letter}*+(?:[’'‘‑-](?!s\b)\w+)*)"
    )
    prefix = rf"(?:(?:[ae][dlnst]|ash)-|(?:d[aeiu]|l[ae])(?=[{capitals}])|)"
    return re.compile(rf"([{capitals}]{_BEGINS}{rest}(?:{_GAP}{prefix}[{capitals}]{rest})*)")


@cache
def _nickname(capitals: str) -> re.Pattern[str]:
    """Return a nickname between two names, with the spaces around it."""
    return re.compile(
        rf" [\"“‘'(][{capitals}](?![{capitals}]{{2}})[\w.'’ -]{{0,20}}[\"”’')] (?=[{capitals}])"
    )


_OPENS_MORE = (".", ' "', " “", " ‘", " '", " (", ") ")
_QUOTE_OPENS = ('"', "“", "‘", "'", "(")
_QUOTE_CLOSES = ('"', "”", "’", "'", ")")
_NO_PART = "),_"
"""What a run may hold at the end of a word and the word does not: Jay Roe, Jr."""

_PRO_TEMPORE = frozenset({"pro", "tem", "tempore"})
"""Words between an office and a name."""

_COMPOUNDS = frozenset({"born", "bred", "era", "led", "like", "made", "only", "run", "wide"})
_SHIPS = frozenset({"USS", "HMS", "HMCS", "HMAS", "RMS", "SS", "MV", "MS"})
_LONGEST_GAP = 15
_BLANKS = frozenset(" \u00a0")
_DATELINE = BlockKind.DATELINE
_HYPHENS = frozenset("-‑")
_CASE = (" v. ", " vs. ", " v ", " vs ")
_NOT_YET = frozenset({"elect", "designate"})
_NEVER_ALONE = DEMONYMS | CALENDAR | NOT_A_NAME | ROLE_NOUNS
_NO_NAMES = frozenset(map(str.capitalize, FOLLOWS_A_NAME | CALENDAR))
_TELLING = ROLES | COURTESY | CALENDAR | SUFFIXES | PARTICLES | {"i"}
_APOSTROPHES = frozenset("’'")


class Token(Struct, frozen=True, gc=False):
    """A capitalised word of a run; offsets are those of the run.

    text   with its full point, where that belongs to it
    lower  lower case, without the full point: how the word lists have it
    """

    start: int
    end: int
    text: str
    lower: str


class Reading(Struct, frozen=True, gc=False):
    """The parse of a run by itself, wherever it stands; offsets are those of the run. See `Name`.

    ordinary  whether it is a single word that is more likely a place, a people or a plain word
    called    the words of it that somebody is called, if it names somebody
    """

    start: int
    end: int
    name_start: int
    name_end: int
    words: tuple[str, ...]
    particles: str
    courtesy: str | None
    role: str | None
    office: bool
    organisation: bool
    shouted: bool
    ordinary: bool
    called: tuple[str, ...]


class Name(Struct, frozen=True, gc=False):
    """A run, read: `[title and role] given names surname [suffix]`. Offsets are code points.

    start, end      the whole, title and role included, without a possessive ending
    name            the name alone, without title, role and suffix
    words           its words, without full points; where all is set in capitals, without those
    particles       the lower-case words before the last one: "von der"
    courtesy        the courtesy title as it stands, or None
    role            the capitalised words before the name, or None
    office          whether the role has a word for one (Mayor), not only a description (Texas)
    before          the lower-case word right before the run, or ""
    sentence_start  whether a sentence or a quotation begins with it
    possessive      whether 's follows
    organisation    whether it is a single word that shows, or a word after it, that it is no person
    shouted         whether all of it is set in capitals
    """

    start: int
    end: int
    name: Span
    words: tuple[str, ...]
    particles: str
    courtesy: str | None
    role: str | None
    office: bool
    before: str
    sentence_start: bool
    possessive: bool
    organisation: bool
    shouted: bool


def find_names(prose: Prose, words: Words, sentences: Sentences) -> tuple[list[Name], set[tuple[str, ...]]]:
    """Return every capitalised run of a draft that may name somebody when titles and roles are taken off, and
    beside them the words of those that name an organisation, a place, a law or a day in several words.

    Places, peoples and ordinary words that stand alone are left out, unless a longer name has them.
    """
    text = prose.text
    past_datelines = max((block.end for block in prose.blocks if block.kind is _DATELINE), default=0)
    found: list[tuple[int, Reading, bool]] = []
    organisations: set[tuple[str, ...]] = set()
    called: set[str] = set()
    for at, run in _runs(prose, words):
        if at < past_datelines and prose.block_at(at).kind is _DATELINE:
            continue
        if run.isalpha():
            reading = _read_word(run)
            if reading is not None:
                found.append((at, reading, False))
            continue
        if run.startswith(".", 1) and _is_party_tag(text, at, at + len(run)):
            continue
        opens = sentences.opens(at)
        for reading in _read(run, opens):
            called.update(reading.called)
            if len(reading.words) > 1 and (reading.organisation or text.startswith(_CASE, at + reading.end)):
                organisations.add(reading.words)
            else:
                found.append((at, reading, opens))
    names = [
        _name(text, sentences, at, reading, opens)
        for at, reading, opens in found
        if not reading.ordinary or reading.words[0] in called
    ]
    return names, organisations


def _is_party_tag(text: str, start: int, end: int) -> bool:
    """Whether a run in brackets gives a politician's party and place: (R. Tarn)."""
    return text[start - 1 : start] == "(" and text.startswith(")", end) and text[start] in "RDI"


def _name(text: str, sentences: Sentences, at: int, reading: Reading, opens: bool) -> Name:
    start, end = at + reading.start, at + reading.end
    before = ""
    if reading.start:
        opens = False
    elif text[start - 1] in _BLANKS and text[start - 2].isalnum():
        before = _word_before(text, start)
    elif not opens:
        opens = sentences.opens(start)
    return Name(
        start,
        end,
        Span(at + reading.name_start, at + reading.name_end),
        reading.words,
        reading.particles,
        reading.courtesy,
        reading.role,
        reading.office,
        before,
        opens,
        text[end : end + 1] in _APOSTROPHES and _is_possessive(text, end),
        reading.organisation or text.startswith(_CASE, end),
        reading.shouted,
    )


def _runs(prose: Prose, words: Words) -> list[tuple[int, str]]:
    """Capitalised words that belong together, with abbreviated titles and nicknames, and where they begin.

    None runs over the line break between two blocks. Words that begin sentences and are no names are left
    out where they stand alone.
    """
    text, capitals = prose.text, _capitals(prose, words)
    found: list[tuple[int, str]] = []
    pieces = _run(capitals).split(text)
    starts = [*accumulate(map(len, pieces))][::2]
    first = last = 0  # of a run that ends with a title or a nickname: it may go on
    for gap, run, following, at in zip(pieces[::2], pieces[1::2], pieces[2::2], starts, strict=False):
        if gap[-1:] in _HYPHENS and gap[-2:-1].isalpha():
            prefix = gap[-4 if gap.endswith("ash-") else -3 :]
            at, run = at - len(prefix), prefix + run
        begin, stop = at, at + len(run)
        if last:
            if at < last:
                continue  # the nickname inside a run
            if _joins(text[last:at]):
                begin = first
            else:
                found.append((first, text[first:last]))
            last = 0
        if following.startswith(_OPENS_MORE) and (added := _added(text, stop, run, capitals)):
            first, last = begin, stop + added
        elif begin < at:
            found.append((begin, text[begin:stop]))
        elif run not in _NO_NAMES:
            found.append((at, run))
    if last:
        found.append((first, text[first:last]))
    return found


def _added(text: str, stop: int, run: str, capitals: str) -> int:
    """Return how many characters after a run belong to it.

    These are the full point of a title, a nickname or a bracket.
    """
    word = run.rpartition(" ")[2]
    if text[stop] == ".":
        return word.lower() in ABBREVIATED
    if text[stop] == ")":
        return run in lexicon.given_names() and text[stop + 2 : stop + 3].isupper()  # (Harold) Roe
    if word not in lexicon.given_names() and not word.endswith("."):
        return 0
    nickname = _nickname(capitals).match(text, stop)
    return nickname.end() - 1 - stop if nickname else 0


def _joins(gap: str) -> bool:
    """Whether what stands between two runs makes them one: a space or particles."""
    return gap[:1] in _BLANKS and len(gap) <= _LONGEST_GAP and PARTICLES.issuperset(gap.split())


def _word_before(text: str, at: int) -> str:
    """Return the word before a space before an offset, or "" where it has a capital."""
    word = text[text.rfind(" ", 0, at - 1) + 1 : at - 1].rpartition("\n")[2]
    if not word[0].isalpha():
        word = word.lstrip("“\"‘'(—–[")
    return word if word[:1].islower() else ""


def _is_possessive(text: str, end: int) -> bool:
    """Whether 's stands after a name that an apostrophe follows, or after an s an apostrophe alone."""
    if text[end + 1 : end + 2] == "s":
        return not text[end + 2 : end + 3].isalnum()
    return text[end - 1] == "s" and text[end + 1 : end + 2] == " " and text[end + 2 : end + 3].isalnum()


@lru_cache(maxsize=20_000)
def _read_word(word: str) -> Reading | None:
    """Parse a run of one word as a name, or return None; cached, since drafts repeat themselves."""
    token = Token(0, len(word), word, word.lower())
    return None if token.lower in FOLLOWS_A_NAME else _word_alone(token)


@lru_cache(maxsize=20_000)
def _read(run: str, opens: bool) -> tuple[Reading, ...]:
    """Take a run of several words to pieces; empty when nothing is left that could be a name."""
    words = run.split(" ")
    if _is_plain(words, opens):
        return (_plain_reading(run, words),)
    tokens = _tokens(run)
    parts = _parts(tokens) if "-" in run or "." in run else (tokens,)
    readings = [_reading(run, part, opens and part[0].start == 0) for part in parts]
    return tuple(reading for reading in readings if reading)


def _is_plain(words: list[str], opens: bool) -> bool:
    """Whether all words of a run are the name, as of most: two words, or three after a given name, and no
    title, role or day among them.
    """
    if len(words) != 2 and not (len(words) == 3 and words[0] in lexicon.given_names()):
        return False
    lowers = [*map(str.lower, words)]
    return (
        _TELLING.isdisjoint(lowers)
        and not any("-" in lower and is_role(lower) for lower in lowers)
        and all(map(str.isalpha, words))
        and not (opens and (lowers[0] in FOLLOWS_A_NAME or lowers[0] in lexicon.common_words()))
    )


def _plain_reading(run: str, words: list[str]) -> Reading:
    shouted = run.isupper() and len(max(words, key=len)) > 3
    named = tuple([_plain(word, shouted) for word in words])
    end = len(run)
    organisation = _is_organisation(words, [*map(str.lower, words)])
    return Reading(
        0, end, 0, end, named, "", None, None, False, organisation, shouted, False, (named[0], named[-1])
    )


def _tokens(run: str) -> list[Token]:
    """Return the capitalised words of a run, without particles, nicknames and what a hyphen adds."""
    tokens = []
    at, in_nickname = 0, False
    for word in run.replace("\u00a0", " ").split(" "):
        start, at = at, at + len(word) + 1
        in_nickname = in_nickname or word.startswith(_QUOTE_OPENS)
        if in_nickname:
            in_nickname = not word.endswith(_QUOTE_CLOSES)
        elif word.isalpha():
            if word not in PARTICLES:
                tokens.append(Token(start, at - 1, word, word.lower()))
        elif word.strip() and word != "&":
            kept = word.rstrip(_NO_PART)
            tokens.append(Token(start, start + len(kept), kept, kept.rstrip(".").lower()))
    return tokens


def _parts(tokens: list[Token]) -> Iterator[list[Token]]:
    """Yield the tokens, as several lists if a sentence ends between them or a compound ends a name."""
    part: list[Token] = []
    for token in tokens:
        if _is_letter(part) and _is_common(token):
            yield part  # Plan B. The next day: no initial, but the end of a sentence.
            part = []
        head, hyphen, tail = token.text.rpartition("-")
        is_given = part and len(head) < 6 and len(tail) < 5 and tail not in _COMPOUNDS  # Moon Jae-wan
        if hyphen and not is_given and _is_compound(head, tail):
            yield [*part, Token(token.start, token.start + len(head), head, head.lower())]  # Trump-era
            part = []
        else:
            part.append(token)
    if part:
        yield part


def _is_letter(part: list[Token]) -> bool:
    """Whether the last of some words is a letter with a full point, and no initial after a given name."""
    if not part or len(part[-1].text) != 2 or part[-1].text[1] != ".":
        return False
    return len(part) == 1 or part[-2].text not in lexicon.given_names()


def _is_compound(head: str, tail: str) -> bool:
    return len(tail) > 2 and tail in lexicon.common_words() and head.lower() not in ROLES


def _is_common(token: Token) -> bool:
    """Whether a word is an ordinary one that nobody is called."""
    return (
        token.lower in lexicon.common_words()
        and token.text not in lexicon.given_names()
        and token.text not in lexicon.surnames()
    )


def _reading(run: str, tokens: list[Token], opens: bool) -> Reading | None:
    if len(tokens) == 1:
        return None if tokens[0].lower in FOLLOWS_A_NAME else _word_alone(tokens[0])
    tokens = _trimmed(tokens, opens)
    if len(tokens) == 1:
        return _word_alone(tokens[0])
    courtesy, before, named = _split(tokens)
    end = named[-1].end
    while len(named) > 1 and named[-1].lower in SUFFIXES:
        named = named[:-1]
    alone = len(named) == 1
    if alone and (named[0].lower in CALENDAR or (before and len(named[0].text) == 1)):
        return None  # Gen Z
    shouted = _is_shouted(named)
    words = tuple([_plain(token.text, shouted) for token in named])
    organisation = (
        _is_organisation([token.text for token in named], [token.lower for token in named])
        or ("&" in run and "&" in run[named[0].start : end])
        or (courtesy == "Miss" and not _may_be_called(named[-1]))
        or not _SHIPS.isdisjoint([token.text for token in before])
    )
    return Reading(
        tokens[0].start,
        end,
        named[0].start,
        named[-1].end,
        words,
        "" if alone else _particles(run[named[-2].end : named[-1].start]),
        courtesy,
        " ".join([token.text for token in before]) or None,
        any(is_role(token.lower) for token in before),
        organisation,
        shouted,
        alone and not before and not courtesy and is_ordinary(words[0]),
        (words[0],) if alone and (before or courtesy) else () if alone else (words[0], words[-1]),
    )


def _word_alone(token: Token) -> Reading | None:
    if token.lower in CALENDAR or _is_plural_acronym(token.text) or _is_contraction(token.lower):
        return None
    start, end = token.start, token.end
    shouted = _is_shouted([token])
    word = _plain(token.text, shouted)
    organisation = token.lower in NOT_A_NAME
    ordinary = is_ordinary(word)
    return Reading(
        start, end, start, end, (word,), "", None, None, False, organisation, shouted, ordinary, ()
    )


def _is_contraction(lower: str) -> bool:
    """Whether a word holds a verb as well: We've."""
    return lower.replace("’", "'").endswith(english.CONTRACTED_VERBS)


def _is_plural_acronym(word: str) -> bool:
    """Whether a word is several of what an acronym says: MPs, NGOs."""
    return len(word) > 2 and word[-1] == "s" and word[:-1].isupper() and "." not in word


def _trimmed(tokens: list[Token], opens: bool) -> list[Token]:
    """Return the tokens without the words at either end whose capitals have another cause than a name."""
    first, last = 0, len(tokens) - 1
    while first < last and opens and _is_opening_word(tokens[first], tokens[first + 1]):
        first += 1
    while first < last and (
        tokens[last].lower in CALENDAR or tokens[last].text == "I" or tokens[last].text in DOTTED_PLACES
    ):
        last -= 1
    while first < last and tokens[first].lower in CALENDAR and tokens[first].lower not in NAMED_FOR_MONTHS:
        first += 1
    return tokens[first : last + 1]


def _is_shouted(tokens: list[Token]) -> bool:
    """Whether all of a name is set in capitals, and not only initials."""
    return (
        tokens[0].text.isupper()
        and all(token.text.isupper() for token in tokens)
        and any(len(token.text) > 3 for token in tokens)
    )


def _particles(gap: str) -> str:
    """Return the particles between two words of a name."""
    return "" if len(gap) == 1 else " ".join([word for word in gap.split() if word in PARTICLES])


@lru_cache(maxsize=20_000)
def is_ordinary(word: str) -> bool:
    """Whether a capitalised word by itself is more likely a place, a people, a day or a plain word."""
    lower = word.lower()
    return (
        word in lexicon.places()
        or (word.isupper() and len(word) > 1)
        or lower in _NEVER_ALONE
        or lower.removesuffix("s") in _NEVER_ALONE
        or (
            (lower in lexicon.common_words() or lower[:-1] in lexicon.common_words())
            and word not in lexicon.surnames()
        )
    ) and word not in lexicon.public_figures()


def _plain(word: str, shouted: bool) -> str:
    """Return a word of a name as it is compared: no full point of an abbreviation, no capitals, al- small."""
    if not shouted and word.isalpha():
        return word
    if shouted and len(word) > 2 and "." not in word:
        word = word.title()
    if word.startswith(("Al-", "El-")):
        word = word[:1].lower() + word[1:]
    word = word.replace("’", "'")
    return word if len(word) <= 2 or word.count(".") > 1 else word.rstrip(".")


def _is_opening_word(token: Token, following: Token) -> bool:
    """Whether a word that begins a sentence owes its capital to that alone."""
    if token.lower in ROLES or token.lower in COURTESY or token.lower in PLACE_STARTS:
        return False  # New York Gov. Roe
    if token.lower in CALENDAR or token.lower in FOLLOWS_A_NAME or _is_contraction(token.lower):
        return token.text not in lexicon.given_names()
    return (
        token.lower in lexicon.common_words()
        and token.text not in lexicon.given_names()
        and token.text not in FAMILY_NAMES
        and following.lower not in ROLES
    )


def _split(run: list[Token]) -> tuple[str | None, list[Token], list[Token]]:
    """Courtesy title, the words before the name, and the name."""
    titles = [token.lower for token in run[:-1]]
    if run[0].text in _SHIPS:
        return None, run[:1], run[1:]
    courtesy = [i for i, title in enumerate(titles) if title in COURTESY and run[i].text not in _SHIPS]
    if courtesy:
        index = courtesy[-1]
        return run[index].text, run[:index], run[index + 1 :]
    given = lexicon.given_names()
    at = 0
    if any(map(is_role, titles)):
        for index in range(len(titles) - 1, -1, -1):
            if (
                is_role(titles[index])
                and run[index + 1].lower not in SUFFIXES
                and not (index == 1 and run[0].text in given and not _describes(run[0]))
            ):
                at = index + 1
                break
    while at < len(run) - 1 and run[at].lower in _PRO_TEMPORE:
        at += 1
    for index in range(at, len(run) - 1):
        if run[index].text in given or len(run[index].lower) == 1:
            if all(map(_describes, run[at:index])):
                at = index
            break
    else:
        described = at
        while described < len(run) and _describes(run[described]):
            described += 1
        if (
            (described - at > 1 or (described > at and run[at].lower in DEMONYMS))
            and 2 <= len(run) - described <= 3
            and not any(map(_describes, run[described:]))
        ):
            at = described  # Housing Committee Zorvan Tilme, Kazakh Zorvan Tilme
    return None, run[:at], run[at:]


@lru_cache(maxsize=5_000)
def is_role(lower: str) -> bool:
    """Whether a word with a capital is a role or rank, with a hyphen or without: Mayor, Vice-Chancellor."""
    head, hyphen, tail = lower.rpartition("-")
    return lower in ROLES or (bool(hyphen) and (tail in ROLES or (tail in _NOT_YET and head in ROLES)))


@lru_cache(maxsize=5_000)
def is_job(lower: str) -> bool:
    """Whether a lower-case word before a name is a job, with a hyphen or without: clerk, vice-president."""
    noun = lower.rpartition("-")[2] if "-" in lower else lower
    return noun in ROLE_NOUNS or noun in TRADES or lower in ROLE_NOUNS


def _describes(token: Token) -> bool:
    """Whether a capitalised word before a name may belong to a description: State, Texas, American, CNN."""
    lower = token.lower
    return (
        lower in lexicon.common_words()
        or lower in NOT_A_NAME
        or lower in DEMONYMS
        or lower.endswith(("ist", "ian", "ese"))
        or token.text in lexicon.places()
        or (token.text.isupper() and len(token.text) > 1)
    )


def _may_be_called(token: Token) -> bool:
    """Whether a word may be a name: not the Tourism of Miss Tourism."""
    return not _is_common(token) and token.text not in lexicon.places()


def _is_organisation(words: list[str], lowers: list[str]) -> bool:
    """Whether a word of the name gives it away; Anita Hill and Kanye West are people all the same."""
    if NOT_A_NAME.isdisjoint(lowers):
        return False
    first = words[0]
    is_named = len(words) > 1 and (first in lexicon.given_names() or first in FAMILY_NAMES)
    marked = [index for index, lower in enumerate(lowers) if lower in NOT_A_NAME and index >= is_named]
    if not marked:
        return False
    is_person = (
        is_named
        and marked == [len(words) - 1]
        and len(words) < 4
        and first not in lexicon.places()
        and words[-1] in lexicon.surnames()
    )
    return not is_person
