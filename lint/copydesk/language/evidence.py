"""What speaks for a name being a person's, and against it."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from copydesk.document import Document, Span
from copydesk.language import lexicon
from copydesk.language.cues import CUES
from copydesk.language.names import Name
from copydesk.language.titles import (
    DEMONYMS,
    DOTTED_PLACES,
    FAMILY_NAMES,
    JOBS,
    LIVES,
    NAMED_FOR_MONTHS,
    OFFICES,
    PARTICLES,
    PLACE_STARTS,
    RELATIVES,
    ROLE_NOUNS,
    ROLES,
    THINGS,
)

_AFTER = re.compile(r"(?:[’']s?)?(,?) ((?:[\w’'-]+ ?){1,6})")
_AGE_IN_BRACKETS = r" \(\d{1,3}[),]"
_PRONOUN = r"(?i)\b(?:he|she|his|her|him|himself|herself)\b"
_COMPANY_AFTER = re.compile(r",? (?:Inc|Corp|Co|Ltd|LLC|PLC|plc|AG|SA)\b")
_SERVES = (
    r"(?i)\b(?:(?:ceo|executive|shares|stock|unit|arm|subsidiary|analysts?|economists?|strategists?|employees?"
    r"|customers|bankers?|products?|stores?) (?:of|at|for|with|in|by)"
    r"|work(?:s|ed|ing)? (?:for|at)|(?:job|partner|director) at) $"
)
_OWNED = (
    r"(?i)\b(?:(?:ceo|executive|shares|unit|arm|subsidiary|employees) of|shares in"
    r"|(?:work(?:s|ed)?|job) at) $"
)
_RELATIVE_BEFORE = re.compile(r"\b([a-zé]+), $")
_ADDRESSED = frozenset("tell ask inform assure remind urge accuse call question".split())
_DETERMINERS = frozenset("the a an this that these those his her its their our every any some no".split())
_ARTICLES = frozenset({"the", "a", "an"})
_PREPOSITIONS = frozenset("in at near from of to for by with on against about over under than like".split())
_PLACE_BEFORE = frozenset("in at near from across outside throughout into around downtown inside".split())
_BEFORE_A_COMPANY = frozenset("of at for with in by".split())
_OWNS = frozenset("bought buy buys owns acquired sell sells wear wears wore".split())
_OPENS_APPOSITIVE = frozenset("a an the his her their now then former".split())
_AUXILIARIES = frozenset("has had have also later then once recently".split())
_NAMED = frozenset({"surnamed", "nicknamed"})
_QUOTED = frozenset("\"“”‘’'")
_OF_PEOPLE = frozenset({"von", "van", "bin", "ibn", "bint", "der", "den", "ter", "af", "al"})
_NEVER = 99

Points = tuple[tuple[int, str], ...]
"""What speaks for a name (more than 0) or against it, each with its reason."""


class Weighed(Struct, frozen=True):
    """How many points a name is short of being a person's, and the points."""

    short: int
    points: Points


class _Around(Struct, frozen=True):
    """What follows a name.

    comma  whether a comma stands before it
    words  up to six words of the sentence
    first  the first of them, or ""
    verb   the first of the first two that is no auxiliary or adverb, or ""
    """

    comma: bool
    words: tuple[str, ...]
    first: str
    verb: str


_NOTHING = _Around(comma=False, words=(), first="", verb="")


def _around(match: re.Match[str] | None) -> _Around:
    if match is None:
        return _NOTHING
    comma, found = match.groups()
    words = tuple(found.split())
    first = verb = words[0]
    if first in _AUXILIARIES:
        verb = words[1] if len(words) > 1 and words[1] not in _AUXILIARIES else ""
    return _Around(bool(comma), words, first, verb)


class Evidence:
    """Looks at the words around the names of a document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._text = document.text
        self._seen: dict[int, _Around] = {}

    def _after(self, name: Name) -> _Around:
        around = self._seen.get(name.end)
        if around is None:
            around = self._seen[name.end] = _around(_AFTER.match(self._text, name.end))
        return around

    def weigh(self, words: tuple[str, ...], names: Sequence[Name], alone: Sequence[Name]) -> Weighed:
        """Weigh what speaks for a full name and against it; each kind of evidence counts once.

        words  the full name
        names  every place where it stands
        alone  every place where its last word stands alone
        """
        if any(n.organisation for n in names) or any(map(self.is_company, names)):
            return Weighed(_NEVER, ())
        first = names[0]
        opens = first.sentence_start and all(n.sentence_start for n in names)
        given, of_words = _weigh_words(words, opens, first.shouted, first.particles)
        if given is None:
            return Weighed(_NEVER, ())
        points = [*of_words, *self._weigh_context(words, names, given=given)]
        if any(n.courtesy for n in alone):
            points.append((3, "a courtesy title on its last word"))
        if any(n.before not in _DETERMINERS for n in alone) and words[-1] not in lexicon.places():
            points.append((1, "its last word stands alone"))
        score = sum(point for point, _ in points)
        needed = 2 if given else 3
        # The list of surnames is the largest of all, so it is opened only where it decides.
        if score == needed - 1 and words[-1] in lexicon.surnames():
            points.append((1, "a known surname"))
            score += 1
        return Weighed(needed - score, tuple(points))

    def _weigh_context(
        self, words: tuple[str, ...], names: Sequence[Name], *, given: bool
    ) -> Iterator[tuple[int, str]]:
        count = len(names)
        human = 0
        before = {n.before for n in names}
        apposed = [n for n in names if self._after(n).comma]
        for points, reason, found in (
            (3, "a title or role before it", any(n.courtesy or n.office for n in names)),
            (3, "a noun for a job before it", not ROLE_NOUNS.isdisjoint(before)),
            (3, "an age after it", any(map(self._has_age, names))),
            (2, "who after it", any(map(self._has_who, names))),
            (1, "a job after it", any(map(self.has_job, apposed))),
            (1, "a verb of speech beside it", any(map(self.speaks, names))),
        ):
            if found:
                human += 1
                yield points, reason
        if any(n.role and not n.office for n in names):
            yield 1, "a description before it"
        if any(map(self._has_appositive, apposed)):
            yield 1, "an appositive after it"
        if any(map(self._lives, names)):
            yield 1, "a verb of a life after it"
        if not given and not human and words[-1] in lexicon.places():
            yield -2, "a place last"
        if (
            not _ARTICLES.isdisjoint(before)
            and 2 * sum(n.before in _ARTICLES and not n.role for n in names) > count
        ):
            mild = given and not _is_known(words[0]) and not any(n.before in ("a", "an") for n in names)
            yield -(1 if mild else 3), "an article before it"
        if (
            not given
            and not _PLACE_BEFORE.isdisjoint(before)
            and 2 * sum(n.before in _PLACE_BEFORE for n in names) > count
        ):
            yield -2, "where things are"
        things = sum(map(self._is_thing, names))
        if things and (3 * things >= count or any(map(self._is_owned, names))):
            yield -3, "spoken of as a company or a thing"

    def _has_age(self, name: Name) -> bool:
        after = self._after(name)
        if after.comma and after.first.isdigit() and len(after.first) < 4:
            return len(after.words) == 1 or after.words[1] in ("year", "years", "and")
        return self._text.startswith(" (", name.end) and bool(
            re.compile(_AGE_IN_BRACKETS).match(self._text, name.end)
        )

    def _has_who(self, name: Name) -> bool:
        return self._after(name).first in ("who", "whose")

    def _has_appositive(self, name: Name) -> bool:
        after = self._after(name)
        return after.comma and (after.first in _OPENS_APPOSITIVE or after.words[:2] == ("one", "of"))

    def _is_thing(self, name: Name) -> bool:
        """Whether a name is used as that of a company, a brand, a place or a work."""
        if name.role or name.courtesy:
            return False
        after = self._after(name)
        if (
            name.before in THINGS
            or name.before in _OWNS
            or after.first == "which"
            or (not after.comma and after.first in THINGS)
        ):
            return True
        if after.words[:2] in (("said", "its"), ("says", "its")):
            return True
        text = self._text
        if text[name.start - 1] in _QUOTED and text[name.end : name.end + 1] in _QUOTED:
            return True
        return name.before in _BEFORE_A_COMPANY and bool(
            re.compile(_SERVES).search(text, max(0, name.start - 24), name.start)
        )

    def _is_owned(self, name: Name) -> bool:
        return name.before in _BEFORE_A_COMPANY and bool(
            re.compile(_OWNED).search(self._text, max(0, name.start - 24), name.start)
        )

    def of_bare_name(self, word: str, names: Sequence[Name]) -> str:
        """What shows that a word that nobody introduced is a person's name, or ""."""
        if any(map(self.is_company, names)):
            return ""
        if _is_public_figure(word) and any(not n.sentence_start or self.speaks(n) for n in names):
            return "a public figure"
        if any(n.before == "the" for n in names):
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
        return name.before in ROLE_NOUNS or self._has_age(name) or self._has_who(name)

    def is_described_speaker(self, name: Name) -> bool:
        """Whether a bare name speaks and has a job: `said Zheng, a deputy director`."""
        return self.speaks(name) and (self._has_who(name) or self.has_job(name))

    def has_job(self, name: Name) -> bool:
        """Whether an appositive with a role follows: `, a deputy director`."""
        after = self._after(name)
        return after.comma and not JOBS.isdisjoint(
            " ".join(after.words[:5]).lower().replace("-", " ").split(" ")
        )

    def acts(self, name: Name) -> bool:
        """Whether a name speaks or does what people do, or its person is described."""
        return bool(
            name.courtesy
            or name.office
            or name.before in ROLE_NOUNS
            or self.has_job(name)
            or self.speaks(name)
            or self._lives(name)
            or self._has_who(name)
            or self._has_age(name)
        )

    def speaks(self, name: Name) -> bool:
        """Whether a verb of speech stands beside the name."""
        if name.possessive or name.before in _PREPOSITIONS:
            return False
        return self._after(name).verb in CUES or CUES.get(name.before, "tell") not in _ADDRESSED

    def _lives(self, name: Name) -> bool:
        """Whether a verb follows that only people are the subject of: resigned, was born."""
        if name.possessive:
            return False
        after = self._after(name)
        if after.first in ("was", "is", "were"):
            return after.words[1:2] != () and after.words[1] in LIVES
        return after.verb in LIVES

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
            for m in re.compile(_PRONOUN).finditer(self._text, name.end, end)
        )


@lru_cache(maxsize=20_000)
def _weigh_words(
    words: tuple[str, ...], opens: bool, shouted: bool, particles: str
) -> tuple[bool | None, Points]:
    """Whether a full name begins as people's do, None where it is nobody's, and the points of its words.

    opens      whether it stands at the beginning of sentences alone
    shouted    whether it is set in capitals
    particles  the lower-case words in it
    """
    first, last = words[0], words[-1]
    lower, end = first.lower(), last.lower()
    given = _is_given(words)
    if (
        len(words) > 5
        or not DOTTED_PLACES.isdisjoint(words)
        or (end in ROLES and not given and last not in lexicon.surnames())
    ):
        return None, ()
    is_place = last in lexicon.places()
    is_plain = end in lexicon.common_words() and last not in lexicon.surnames()
    of_people = bool(particles) and not _OF_PEOPLE.isdisjoint(particles.split())
    acronym = any(w.isupper() and len(w) > 1 and not _is_initials(w) for w in words)
    doubtful = first in lexicon.places() or lower in PARTICLES or (opens and lower in lexicon.common_words())
    strange = not given and not any(map(_is_known, words[:-1])) and not _is_plain(last)
    points = (
        (given * (1 if doubtful else 2), "a given name"),
        (2 * strange, "no word known as anything else"),
        (-3 * (not given and (lower in DEMONYMS or first in lexicon.places())), "a place or a people first"),
        (-2 * (not given and all(map(_is_known, words))), "ordinary words"),
        (-2 * (not given and len(last) == 1), "a letter last"),
        (-3 * (is_place and bool(particles) and not of_people), "of a place"),
        (2 * (of_people or last.startswith(("al-", "el-"))), "a particle of family names"),
        (-(is_plain and not (given and lower not in lexicon.common_words())), "a plain word last"),
        (last in lexicon.public_figures(), "a public figure's name"),
        (-2 * (end in DEMONYMS), "a people last"),
        (-4 * (" ".join(words) in lexicon.places()), "a known place"),
        (-3 * (lower.rstrip(".") in PLACE_STARTS), "it begins as places do"),
        (-3 * (acronym and not shouted), "an acronym in it"),
    )
    return given, tuple(point for point in points if point[0])


def _is_known(word: str) -> bool:
    """Whether a word is known as something else than a name."""
    return _is_plain(word) or word in lexicon.places()


def _is_plain(word: str) -> bool:
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
        or (first in FAMILY_NAMES and not _is_plain(words[-1]))
    )
