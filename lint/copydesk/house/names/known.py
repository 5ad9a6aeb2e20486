"""The names that a house knows, looked up exactly and by what comes near.

A name is compared by its given name and its surname with its particles: initials and what stands between the
two do not count.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from copydesk.house.terms import Term, Terms
from copydesk.language.lists import lexicon
from copydesk.language.lists.titles import COURTESY, OFFICES, PARTICLES, RANKS_IN_FULL, SUFFIXES
from copydesk.language.spelling.similar_words import one_slip_apart, without_accents
from copydesk.model.prose import composed

Status = Literal["", "checked", "other", "off"]
Part = Literal["given name", "surname", "marks"]

STRONGER = 5
"""How many times as often a near name stands where it takes a name's word away."""

_LONG = 7
"""Letters of a surname in which two may be wrong."""

_MOST_ALIKE = 1000
"""Names alike that a name is compared with, those of the most articles first."""

_SET_ASIDE = frozenset({"other", "off"})
_TITLES = COURTESY | OFFICES | RANKS_IN_FULL.keys() | frozenset(RANKS_IN_FULL.values())
_VOWELS = frozenset("aeiou")
_MARKS = str.maketrans("’‘‐‑\u00a0", "''-- ")
_AROUND = "\"“”'()[]_,;:*"

NameKey = tuple[str, str]
"""A given name and a surname."""


class KnownName(Struct, frozen=True, gc=False, array_like=True):
    """A name, as an archive has it and an editor ruled on it.

    name         as it is written most often
    articles     how many have it
    first, last  the days of the first and the last of these, 2031-03-02; empty where nobody knows
    words        what stands near it in many articles, the strongest first: `director`, `harbor authority`
    status       `checked`: an editor vouches for it. `other`: a person who only looks like another. `off`: no
                 longer to be spoken of
    wrong        forms of it that are wrong
    stands_in    the numbers of the articles that have it; empty where only their count is known
    """

    name: str
    articles: int = 0
    first: str = ""
    last: str = ""
    words: tuple[str, ...] = ()
    status: Status = ""
    wrong: tuple[str, ...] = ()
    stands_in: tuple[int, ...] = ()

    @property
    def is_ruled(self) -> bool:
        """Whether an editor said anything of it."""
        return bool(self.status or self.wrong)

    @property
    def key(self) -> NameKey:
        """The given name and the surname; both empty for what is no full name."""
        return name_key(self.name) or ("", "")


class NearName(Struct, frozen=True):
    """A known name that another comes near.

    part     what differs: the given name, the surname, or only accents, capitals and hyphens
    letters  how many letters of it were changed, added, dropped or swapped
    """

    known: KnownName
    part: Part
    letters: int


class Names:
    """The names of a house.

    rows      each with a key of its own
    articles  the paths of the articles that they were counted in; empty where they come from a file alone
    """

    def __init__(self, rows: Iterable[KnownName] = (), articles: Sequence[str] = ()) -> None:
        self.rows = tuple(rows)
        self.articles = tuple(articles)
        self._is_slip: dict[NameKey, bool] = {}

    def __reduce__(self) -> tuple[object, ...]:
        return _unpacked, (self.packed,)

    @cached_property
    def packed(self) -> bytes:
        """All of it as bytes."""
        from msgspec.msgpack import encode

        return encode((self.rows, self.articles))

    @classmethod
    def unpacked(cls, data: bytes) -> Names:
        """Return the names in bytes. Raises: ValueError for bytes that are none."""
        from msgspec import MsgspecError
        from msgspec.msgpack import decode

        try:
            return cls(*decode(data, type=tuple[tuple[KnownName, ...], tuple[str, ...]]))
        except MsgspecError as error:
            raise ValueError(str(error)) from error

    def ruled_by(self, ruled: Names) -> Names:
        """Return these names with what editors said of them in a file, and those that only the file has.

        A name that is a wrong form of another is left out, unless the file rules on it too.
        """
        wrong = {name_key(form) for row in ruled.rows for form in row.wrong if name_key(form) != row.key}
        rows = {row.key: row for row in self.rows if row.key not in wrong}
        wrong |= {name_key(form) for row in rows.values() for form in row.wrong if name_key(form) != row.key}
        for row in ruled.rows:
            counted = rows.get(row.key)
            if row.key in wrong and not row.is_ruled:
                continue
            if counted is None:
                rows[row.key] = row
            elif row.is_ruled:
                rows[row.key] = replace(counted, name=row.name, status=row.status, wrong=row.wrong)
        return Names(rows.values(), self.articles)

    def get(self, key: NameKey) -> KnownName | None:
        """Return the name with a key."""
        return self._by_key.get(key)

    def near(self, key: NameKey, name: str, letters: int = 2) -> list[NearName]:
        """Return the known names that differ from a name by a slip.

        That is one letter of the given name or the surname, two of a long surname, or accents, capitals and
        hyphens alone. The first letter is the same. Short forms of a given name, initials, an apostrophe and
        a plural are no slips.

        name     as it is written, with the hyphens that its key may lack
        letters  1 for the names that are one letter apart alone
        """
        given, surname = folded(key[0]), folded(key[1])
        found: list[NearName] = []
        seen = {key}
        for other in self._by_letters.get(letters_of(name), ()):
            if other.key not in seen:
                seen.add(other.key)
                found.append(NearName(other, "marks", 0))
        surnames = [
            (theirs, row) for theirs in self._surnames.near(surname) for row in self._of(given, theirs)
        ]
        if letters > 1 and len(surname) >= _LONG:
            surnames += self._with_long_surnames.get((given, surname[0]), ())
        for theirs, other in surnames:
            slips = _slips(surname, theirs)
            if 0 < slips <= letters and other.key not in seen and not _is_plural(surname, theirs):
                seen.add(other.key)
                found.append(NearName(other, "surname", slips))
        for theirs in self._given_names.near(given):
            if _slips(given, theirs) == 1 and not is_short_form(given, theirs):
                others = self._of(theirs, surname)
                found += [NearName(other, "given name", 1) for other in others if other.key not in seen]
        return [near for near in found if near.part == "marks" or _may_be_one(name, near.known.name)]

    def is_evidence(self, row: KnownName) -> bool:
        """Whether a name may speak against another: no editor set it aside, and it is no slip itself."""
        if row.status:
            return row.status == "checked"
        if row.key not in self._is_slip:
            least = STRONGER * row.articles
            self._is_slip[row.key] = any(
                near.known.articles >= least and near.known.status not in _SET_ASIDE
                for near in self.near(row.key, row.name, letters=1)
            )
        return not self._is_slip[row.key]

    def twins(self, minimum: int) -> list[tuple[KnownName, KnownName]]:
        """Return pairs of near names that each stand in some articles, the more frequent first.

        Names that an editor told apart are left out.
        """
        found = []
        for row in self.rows:
            if row.articles < minimum or row.status in _SET_ASIDE:
                continue
            for near in self.near(row.key, row.name, letters=1):
                other = near.known
                if other.articles < minimum or other.status in _SET_ASIDE:
                    continue
                is_first = (-row.articles, row.name) < (-other.articles, other.name)
                if is_first and not row.status == other.status == "checked":
                    found.append((row, other))
        return sorted(found, key=lambda pair: (-pair[1].articles, pair[0].name, pair[1].name))

    def number_of(self, path: str) -> int | None:
        """Return the number of the article at a path; None for what is none of them."""
        numbers = self._by_file.get(os.path.basename(path), ())
        same = (n for n in numbers if os.path.realpath(self.articles[n]) == os.path.realpath(path))
        return next(same, None)

    @cached_property
    def wrong(self) -> Terms:
        """The wrong forms that editors listed, as terms that are replaced."""
        names = {row.name for row in self.rows}
        right = {form: row.name for row in self.rows for form in row.wrong if form not in names}
        return Terms(Term(form, "prefer", (name,)) for form, name in right.items())

    @cached_property
    def _by_file(self) -> dict[str, list[int]]:
        found = defaultdict(list)
        for number, path in enumerate(self.articles):
            found[os.path.basename(path)].append(number)
        return found

    @cached_property
    def _by_key(self) -> dict[NameKey, KnownName]:
        return {row.key: row for row in self.rows}

    def _of(self, given: str, surname: str) -> Sequence[KnownName]:
        return self._by_folded.get((given, surname), ())

    @cached_property
    def _by_folded(self) -> dict[NameKey, list[KnownName]]:
        """The names by their key in small letters, without accents."""
        found: dict[NameKey, list[KnownName]] = defaultdict(list)
        for row in self._most_frequent_first:
            given, surname = map(folded, row.key)
            found[given, surname].append(row)
        return found

    @cached_property
    def _given_names(self) -> _NearWords:
        return _NearWords(given for given, _ in self._by_folded)

    @cached_property
    def _surnames(self) -> _NearWords:
        return _NearWords(surname for _, surname in self._by_folded)

    @cached_property
    def _with_long_surnames(self) -> dict[tuple[str, str], list[tuple[str, KnownName]]]:
        """The names with a long surname, by their given name and the first letter of the surname."""
        found: dict[tuple[str, str], list[tuple[str, KnownName]]] = defaultdict(list)
        for (given, surname), rows in self._by_folded.items():
            alike = found[given, surname[:1]] if len(surname) >= _LONG else []
            if len(alike) < _MOST_ALIKE:
                alike.extend((surname, row) for row in rows)
        return found

    @cached_property
    def _most_frequent_first(self) -> list[KnownName]:
        return sorted(self.rows, key=lambda row: -row.articles)

    @cached_property
    def _by_letters(self) -> dict[str, list[KnownName]]:
        found: dict[str, list[KnownName]] = defaultdict(list)
        for row in self._most_frequent_first:
            alike = found[letters_of(row.name)]
            if len(alike) < _MOST_ALIKE:
                alike.append(row)
        return found


class _NearWords:
    """Words that are looked up by what is one letter away from them.

    Two words with the same first letter that are one letter apart (added, dropped, changed or swapped) are
    the same once each has lost a letter at most.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._by_rest: dict[str, list[str]] = defaultdict(list)
        for word in dict.fromkeys(words):
            for rest in _rests(word):
                alike = self._by_rest[rest]
                if len(alike) < _MOST_ALIKE:
                    alike.append(word)

    def near(self, word: str) -> dict[str, None]:
        """Return the words that may be one letter away from a word, each once."""
        return {near: None for rest in _rests(word) for near in self._by_rest.get(rest, ()) if near != word}


def _rests(word: str) -> dict[str, None]:
    """Return a word, and what it is without one of its letters, the first left alone."""
    return dict.fromkeys((word, *(word[:at] + word[at + 1 :] for at in range(1, len(word)))))


@lru_cache(maxsize=4)
def _unpacked(data: bytes) -> Names:
    """Unpack names, once for all the rules of a worker."""
    return Names.unpacked(data)


@lru_cache(maxsize=100_000)
def name_key(name: str) -> NameKey | None:
    """Return the given name and the surname of a full name; None for what is none.

    `Ilka M. “Illy” van der Brandvold Jr.` is Ilka and van der Brandvold.
    """
    words = _words(name)
    while len(words) > 2 and words[-1].rstrip(".").lower() in SUFFIXES:
        words.pop()
    full = [word for word in words if len(word.rstrip(".")) > 1]
    named = full if len(full) > 1 else words
    last = len(named) - 1
    while last > 1 and named[last - 1].lower() in PARTICLES:
        last -= 1
    if last < 1 or not any(map(str.isupper, named[0])) or not any(map(str.isupper, named[-1])):
        return None
    return named[0], " ".join(named[last:]).rstrip(".")


def folded(word: str) -> str:
    """Return a word of a name in small letters, without accents."""
    return without_accents(word.lower())


def letters_of(name: str) -> str:
    """Return the letters of a name without its initials, hyphens, accents and capitals."""
    return folded("".join(word for word in _words(name) if len(word.rstrip(".")) > 1)).replace("-", "")


def has_shape_of(form: str, name: str) -> bool:
    """Whether a form is a full name with as many names as another, so that one may stand for the other.

    Hyphens part names; initials, particles and titles are none: `Mayor Reyle` is no full name.
    """
    if name_key(form) is None:
        return False
    ours, theirs = _counted_names(form), _counted_names(name)
    if len(ours) != len(theirs):
        return letters_of(form) == letters_of(name)  # Vander Berg, van der Berg
    return ours[0] == theirs[0] or ours[0] not in _TITLES


def _counted_names(name: str) -> list[str]:
    first, *between, last = " ".join(_words(name)).replace("-", " ").lower().split()
    return [first, *(word for word in between if len(word.rstrip(".")) > 1 and word not in PARTICLES), last]


def is_short_form(one: str, other: str) -> bool:
    """Whether two given names, in small letters, are one name and its short form: joe, joey."""
    short, long = sorted((one, other), key=len)
    forms = lexicon.given_name_short_forms()
    return long in (short + "y", short + "i") or (one in forms and forms[one] == forms.get(other))


def are_two_names(one: str, other: str) -> bool:
    """Whether one given name is the other with an ending, and people are called both: Eric, Erica."""
    short, long = sorted((one, other), key=len)
    given, spellings = lexicon.given_names(), lexicon.given_name_spellings()
    if folded(short) in spellings and spellings[folded(short)] == spellings.get(folded(long)):
        return False
    ending = long.removeprefix(short)
    return ending != long and not _VOWELS.isdisjoint(ending) and short in given and long in given


def _may_be_one(one: str, other: str) -> bool:
    """Whether what stands between given name and surname tells two people apart: Mary Louise, Mary Ann."""
    between, others = set(_words(one)[1:-1]), set(_words(other)[1:-1])
    return not between or not others or bool(between & others)


def _words(name: str) -> list[str]:
    """Return the words of a name without a nickname in marks or brackets."""
    if name.isascii() and name.replace(" ", "").isalpha():
        words = name.split()
    else:
        words, in_nickname = [], False
        for word in composed(name.translate(_MARKS)).split():
            in_nickname = in_nickname or (word[0] in "\"“'([" and bool(words))
            if not in_nickname:
                words.append(word.strip(_AROUND))
            elif word.rstrip(",")[-1] in "\"”')]":
                in_nickname = False
    return [word for word in words if word]


def _slips(one: str, other: str) -> int:
    """Return by how many letters two words differ where that may be a slip; else 0."""
    if one == other or "." in one + other or min(len(one), len(other)) < 2:
        return 0
    if one.rpartition(" ")[2][:1] != other.rpartition(" ")[2][:1]:
        return 0
    if one.replace("'", "") == other.replace("'", ""):
        return 0
    if one_slip_apart(one, other):
        return 1
    if min(len(one), len(other)) < _LONG or abs(len(one) - len(other)) > 2:
        return 0
    from rapidfuzz.distance import OSA

    return 2 if OSA.distance(one, other, score_cutoff=2) == 2 else 0


def _is_plural(one: str, other: str) -> bool:
    return other in (one + "s", one.removesuffix("s"))
