"""What speaks for a name being a person's, and against it."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple

from copydesk.document import Document, Span
from copydesk.language import lexicon
from copydesk.language.cues import CUES
from copydesk.language.names import Name
from copydesk.language.titles import (
    CALENDAR,
    DEMONYMS,
    DOTTED_PLACES,
    FAMILY_NAMES,
    JOBS,
    LIVES,
    NAMED_FOR_MONTHS,
    NOT_A_NAME,
    OFFICES,
    PARTICLES,
    PLACE_STARTS,
    RELATIVES,
    ROLE_NOUNS,
    ROLES,
    THINGS,
)

_AFTER = re.compile(r",? (?:has |had |have |also |later |then |once |recently )?([a-z]+)\b")
_BEFORE = re.compile(r"\b([A-Za-z]+) $")
_ADDRESSED = frozenset("tell ask inform assure remind urge accuse call question".split())
_AGE = re.compile(r",? \(?\d{1,3}(?:[,.;)]| years?\b| and\b)")
_WHO = re.compile(r",? (?:who|whose)\b")
_APPOSITIVE = re.compile(r", (?:an?|the|his|her|their|one of|now|then|former)\b")
_APPOSED = re.compile(r", ((?:[\w’'-]+ ){0,4}[\w’'-]+)")
_PRONOUN = re.compile(r"\b(?:he|she|his|her|him|himself|herself)\b", re.IGNORECASE)
_COMPANY_AFTER = re.compile(r",? (?:Inc|Corp|Co|Ltd|LLC|PLC|plc|AG|SA)\b")
_THING_AFTER = re.compile(r",? which\b|,? (?:said|says|will|would|has|had|plans) (?:it|its|the company)\b")
_NOUN_AFTER = re.compile(r"(?:[’']s?)? ([a-z]+)\b")
_SERVES = re.compile(
    r"\b(?:(?:ceo|executive|shares|stock|unit|arm|subsidiary|analysts?|economists?|strategists?|employees?"
    r"|customers|bankers?|products?|stores?|owns|bought|buy|acquired|sells?|wear|wears|wore)"
    r"(?: (?:of|at|for|with|in|by))?|work(?:s|ed|ing)? (?:for|at)|(?:job|partner|director) at) $",
    re.IGNORECASE,
)
_OWNED = re.compile(
    r"\b(?:(?:ceo|executive|shares|unit|arm|subsidiary|employees) of|shares in|(?:work(?:s|ed)?|job) at) $",
    re.IGNORECASE,
)
_DETERMINERS = frozenset("the a an this that these those his her its their our every any some no".split())
_PREPOSITIONS = frozenset("in at near from of to for by with on against about over under than like".split())
_PLACE_BEFORE = frozenset("in at near from across outside throughout into around downtown inside".split())
_RELATIVE_BEFORE = re.compile(r"\b([a-zé]+), $")
_NAMED = frozenset({"surnamed", "nicknamed"})
_NEVER = 99
_QUOTED = "\"“”‘’'"
_ARTICLES = frozenset({"the", "a", "an"})
_OF_PEOPLE = frozenset("von van bin ibn bint van der von der van den ter af al".split()) | {
    "van der",
    "von der",
    "van den",
}


class Weighed(NamedTuple):
    """How many points a name is short of being a person's, and what speaks for and against it."""

    short: int
    reasons: tuple[str, ...]


class Evidence:
    """Looks at the words around the names of a document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._text = document.text

    def weigh(self, words: Sequence[str], names: Sequence[Name], alone: Sequence[Name]) -> Weighed:
        """Weigh what speaks for a full name and against it; each kind of evidence counts once.

        words  the full name
        names  every place where it stands
        alone  every place where its last word stands alone
        """
        if self._is_out_of_question(words, names):
            return Weighed(_NEVER, ())
        given = _is_given(words)
        points = [
            *self._from_the_words(words, names, given=given),
            *self._from_the_context(words, names),
            *self._from_the_last_word(words, alone),
        ]
        score = sum(point for point, _ in points)
        needed = 2 if given else 3
        # The list of surnames is the largest of all, so it is opened only where it decides.
        if score == needed - 1 and words[-1] in lexicon.surnames():
            points.append((1, "a known surname"))
            score += 1
        reasons = tuple(f"{point:+} {reason}" for point, reason in points if point)
        return Weighed(needed - score, reasons)

    def _is_out_of_question(self, words: Sequence[str], names: Sequence[Name]) -> bool:
        last = words[-1]
        return (
            any(n.organisation for n in names)
            or len(words) > 5
            or not DOTTED_PLACES.isdisjoint(words)
            or (last.lower() in ROLES and last not in lexicon.surnames() and not _is_given(words))
            or any(map(self.is_company, names))
        )

    def _from_the_words(
        self, words: Sequence[str], names: Sequence[Name], *, given: bool
    ) -> Iterator[tuple[int, str]]:
        first, last = words[0], words[-1]
        lower = first.lower()
        if given:
            doubtful = (
                first in lexicon.places()
                or lower in PARTICLES
                or (lower in lexicon.common_words() and all(n.sentence_start for n in names))
            )
            yield 1 if doubtful else 2, "a given name"
        else:
            unknown = not any(map(_is_known, words[:-1])) and not _is_ordinary_word(last)
            yield 2 * unknown, "no word known as anything else"
            yield -3 * (lower in DEMONYMS or first in lexicon.places()), "a place or a people first"
            yield -2 * all(_is_known(w) for w in words), "ordinary words"
            yield -2 * (last in lexicon.places() and not any(map(self._is_human, names))), "a place last"
            yield -2 * (len(last) == 1), "a letter last"
        of_place = last in lexicon.places() and any(
            n.particles and n.particles not in _OF_PEOPLE for n in names
        )
        yield -3 * of_place, "of a place"
        if last.startswith(("al-", "el-", "bin-")) or any(n.particles in _OF_PEOPLE for n in names):
            yield 2, "a particle of family names"
        yield (
            -((last.lower() in lexicon.common_words()) and last not in lexicon.surnames()),
            "a plain word last",
        )
        yield -2 * (last.lower() in DEMONYMS), "a people last"
        yield -4 * (" ".join(words) in lexicon.places()), "a known place"
        yield -3 * (lower.rstrip(".") in PLACE_STARTS), "it begins as places do"
        acronyms = [w for w in words if w.isupper() and len(w) > 1 and not _is_initials(w)]
        yield -3 * bool(acronyms and not names[0].shouted), "an acronym in it"

    def _from_the_context(self, words: Sequence[str], names: Sequence[Name]) -> Iterator[tuple[int, str]]:
        text, count = self._text, len(names)
        yield 3 * any(n.courtesy or n.office for n in names), "a title or role before it"
        yield any(n.role and not n.office for n in names), "a description before it"
        yield 3 * any(n.before in ROLE_NOUNS for n in names), "a noun for a job before it"
        yield 3 * any(_AGE.match(text, n.end) for n in names), "an age after it"
        yield 2 * any(_WHO.match(text, n.end) for n in names), "who after it"
        yield any(_APPOSITIVE.match(text, n.end) for n in names), "an appositive after it"
        yield any(map(self.has_job, names)), "a job after it"
        yield any(map(self.speaks, names)), "a verb of speech beside it"
        yield any(map(self._lives, names)), "a verb of a life after it"
        known = words[0] in lexicon.given_names() and words[-1] in lexicon.surnames()
        articles = 2 * sum(n.before in _ARTICLES and not n.role for n in names) > count
        yield -(1 if known else 3) * articles, "an article before it"
        yield -2 * (sum(n.before in _PLACE_BEFORE for n in names) > count), "where things are"
        things = sum(map(self._is_thing, names))
        owned = any(_OWNED.search(text, max(0, n.start - 24), n.start) for n in names)
        yield -3 * (owned or (things > 0 and 3 * things >= count)), "spoken of as a company or a thing"

    def _from_the_last_word(self, words: Sequence[str], alone: Sequence[Name]) -> Iterator[tuple[int, str]]:
        yield 3 * any(n.courtesy for n in alone), "a courtesy title on its last word"
        is_place = words[-1] in lexicon.places()
        used = not is_place and any(n.before not in _DETERMINERS for n in alone)
        yield int(used), "its last word stands alone"

    def _is_thing(self, name: Name) -> bool:
        """Whether a name is used as that of a company, a brand, a place or a work."""
        text = self._text
        if name.role or name.courtesy:
            return False
        if name.before in THINGS or _THING_AFTER.match(text, name.end):
            return True
        if text[name.start - 1 : name.start] in tuple(_QUOTED) and text[name.end : name.end + 1] in tuple(
            _QUOTED
        ):
            return True
        noun = _NOUN_AFTER.match(text, name.end)
        if noun and noun.group(1) in THINGS:
            return True
        return bool(_SERVES.search(text, max(0, name.start - 24), name.start))

    def of_bare_name(self, word: str, names: Sequence[Name]) -> str:
        """What shows that a word that nobody introduced is a person's name, or ""."""
        if any(map(self.is_company, names)):
            return ""
        if _is_public_figure(word) and any(not n.sentence_start or self.speaks(n) for n in names):
            return "a public figure"
        if is_ordinary(word) or any(n.before == "the" for n in names):
            return ""
        is_name = word in lexicon.surnames() or word in lexicon.given_names()
        if any(map(self.is_described_speaker, names)):
            return "it speaks and has a job"
        if is_name and any(map(self.is_described, names)):
            return "a known name, described"
        if is_name and any(map(self.speaks, names)) and any(map(self.has_pronoun, names)):
            return "a known name that speaks, and he or she after it"
        if any(n.before in OFFICES for n in names) and not _is_known(word):
            return "an office before it"
        if any(map(self._is_relative, names)):
            return "somebody's relative"
        return ""

    def _is_relative(self, name: Name) -> bool:
        """Whether it is called the name of somebody's relative: his daughter, Ada."""
        if name.before in RELATIVES or name.before in _NAMED:
            return True
        before = _RELATIVE_BEFORE.search(self._text, max(0, name.start - 20), name.start)
        return before is not None and before.group(1) in RELATIVES

    def is_described(self, name: Name) -> bool:
        """Whether the words around a bare name say that it is a person: an age, who, a role in lower case."""
        if name.before in _PREPOSITIONS:
            return False
        return name.before in ROLE_NOUNS or bool(
            _AGE.match(self._text, name.end) or _WHO.match(self._text, name.end)
        )

    def is_described_speaker(self, name: Name) -> bool:
        """Whether a bare name speaks and has a job: `said Zheng, a deputy director`."""
        return self.speaks(name) and bool(_WHO.match(self._text, name.end) or self.has_job(name))

    def has_job(self, name: Name) -> bool:
        """Whether an appositive with a role follows: `, a deputy director`."""
        apposed = _APPOSED.match(self._text, name.end)
        return apposed is not None and any(
            part in JOBS for word in apposed.group(1).lower().split() for part in word.split("-")
        )

    def acts(self, name: Name) -> bool:
        """Whether a name speaks or does what people do, or its person is described."""
        return self.speaks(name) or self._lives(name) or self._is_human(name)

    def speaks(self, name: Name) -> bool:
        """Whether a verb of speech stands beside the name."""
        if name.possessive or name.before in _PREPOSITIONS:
            return False
        after = _AFTER.match(self._text, name.end)
        if after and after.group(1) in CUES:
            return True
        before = _BEFORE.search(self._text, max(0, name.start - 14), name.start)
        return before is not None and CUES.get(before.group(1).lower(), "tell") not in _ADDRESSED

    def _is_human(self, name: Name) -> bool:
        """Whether the words around a name say by themselves that it is a person."""
        return bool(
            name.courtesy
            or name.office
            or name.before in ROLE_NOUNS
            or self.has_job(name)
            or self.speaks(name)
            or _WHO.match(self._text, name.end)
            or _AGE.match(self._text, name.end)
        )

    def _lives(self, name: Name) -> bool:
        """Whether a verb follows that only people are the subject of: resigned, was born."""
        after = _AFTER.match(self._text, name.end)
        if after is None:
            return False
        verb = after.group(1)
        if verb in ("was", "is", "were"):
            following = _AFTER.match(self._text, after.end())
            return following is not None and following.group(1) in LIVES
        return verb in LIVES

    def beside(self, name: Name, starts: Container[int], ends: Container[int]) -> bool:
        """Whether a name stands in a list with others, given where those start and end."""
        text = self._text
        for link in (", ", " and ", ", and "):
            if text.startswith(link, name.end) and name.end + len(link) in starts:
                return True
            if text.endswith(link, name.start - len(link), name.start) and name.start - len(link) in ends:
                return True
        return False

    def is_company(self, name: Name) -> bool:
        """Whether Inc. or the like follows."""
        return bool(_COMPANY_AFTER.match(self._text, name.end))

    def has_pronoun(self, name: Name) -> bool:
        """Whether he or she follows within reach, outside quotations."""
        end = min(self._document.blocks[name.block].end, name.end + 240)
        return any(
            not self._document.quotes.hold(Span(*m.span()))
            for m in _PRONOUN.finditer(self._text, name.end, end)
        )


def is_ordinary(word: str) -> bool:
    """Whether a capitalised word by itself is more likely a place, a people, a day or a plain word."""
    lower = word.lower()
    return (
        word in lexicon.places()
        or (word.isupper() and len(word) > 1)
        or any(
            form in DEMONYMS or form in CALENDAR or form in NOT_A_NAME or form in ROLE_NOUNS
            for form in (lower, lower.removesuffix("s"))
        )
        or (
            (lower in lexicon.common_words() or lower[:-1] in lexicon.common_words())
            and word not in lexicon.surnames()
        )
    )


def _is_known(word: str) -> bool:
    """Whether a word is known as something else than a name."""
    return _is_ordinary_word(word) or word in lexicon.places()


def _is_ordinary_word(word: str) -> bool:
    lower = word.lower()
    return lower in lexicon.common_words() or lower in DEMONYMS


def _is_public_figure(word: str) -> bool:
    lower = word.lower()
    return word in lexicon.public_figures() and not (word in lexicon.places() or lower in NAMED_FOR_MONTHS)


def _is_initials(word: str) -> bool:
    return "." in word and word not in DOTTED_PLACES and word.replace(".", "").replace("-", "").isupper()


def _is_given(words: Sequence[str]) -> bool:
    """Whether a full name begins as people's do: with a given name, initials, or a family name."""
    first = words[0]
    return (
        (
            first in lexicon.given_names()
            and (first.lower() not in PARTICLES or words[-1] in lexicon.surnames())
        )
        or len(first) == 1
        or _is_initials(first)
        or (len(words) > 2 and len(first) == 2 and first.isupper() and words[1] in lexicon.given_names())
        or (first in FAMILY_NAMES and not _is_ordinary_word(words[-1]))
    )
