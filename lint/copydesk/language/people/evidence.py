"""Evidence for and against a name being a person's."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from functools import lru_cache
from itertools import compress

from msgspec import Struct

from copydesk.language.lists import closed_classes as english
from copydesk.language.lists import lexicon
from copydesk.language.lists.titles import (
    DEMONYMS,
    DOTTED_PLACES,
    FAMILY_NAMES,
    FOLLOWS_A_NAME,
    JOBS,
    LIVES,
    NAMED_FOR_MONTHS,
    OFFICES,
    PARTICLES,
    PLACE_STARTS,
    RELATIVES,
    ROLES,
    THINGS,
)
from copydesk.language.lists.verbs import CUES
from copydesk.language.people.names import Name, is_job
from copydesk.language.quotes import Quotations
from copydesk.model.prose import Prose, Span

_AFTER = re.compile(r"(?:[’']s?)?(,?) ([\w’'-]+)(?: ([\w’'-]+))?")
_APPOSITIVE = re.compile(r"(?:[’']s?)?, ((?:[\w’'-]+ ){0,4}[\w’'-]+)")
_PARTIES = tuple(f" ({party}{mark}" for party in "DRI" for mark in "-–),")
_AGE_IN_BRACKETS = r" \(\d{1,3}[),]"
_PRONOUN = r"(?i)\b(?:he|she|his|her|him|himself|herself)\b"
_COMPANY = frozenset("Inc Corp Co Ltd LLC PLC plc AG SA".split())
_BEFORE_A_COMPANY = english.CORE_PREPOSITIONS - {"from", "on", "to"}
_OF_A_COMPANY = (
    "ceo executive shares stock unit arm subsidiary analyst analysts economist economists strategist"
    " strategists employee employees customers banker bankers product products store stores"
)
_SERVES = frozenset(
    [f"{noun} {word}" for noun in _OF_A_COMPANY.split() for word in _BEFORE_A_COMPANY]
    + [f"{work} {word}" for work in ("work", "works", "worked", "working") for word in ("for", "at")]
    + ["job at", "partner at", "director at"]
)
"""Two words before a company, or before somebody's: an executive of Roe."""

_OWNED = frozenset(
    [f"{noun} of" for noun in ("ceo", "executive", "shares", "unit", "arm", "subsidiary", "employees")]
    + ["shares in", "work at", "works at", "worked at", "job at"]
)
"""Two words before a company, hardly ever before a person."""

_RELATIVE_BEFORE = r"\b([a-zé]+), $"
_ADDRESSED = frozenset("tell ask inform assure remind urge accuse call question".split())
_NOUN_BEFORE = r"\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[\w]+[’']s?) (?:[a-z-]+ )?([a-z-]+), $"
_DETERMINERS = english.DETERMINERS
_ARTICLES = english.ARTICLES
_PREPOSITIONS = english.OBJECT_PREPOSITIONS | {"near"}
_PLACE_BEFORE = english.PLACE_PREPOSITIONS | {"downtown"}
_ALONG = frozenset({"along", "down", "off", "on", "onto"})
_WAYS = frozenset({"Court", "Lane", "Park", "Street"})
"""Surnames that ways are called by as well: a crash on Kelly Lane, at 12 Kelly Lane."""

_OTHER_WAYS = "(?:Street|St|Road|Rd|Drive|Avenue|Ave|Boulevard|Blvd|Alley|Terrace|Highway)"
_WAY_BEFORE = rf"\b{_OTHER_WAYS}\.?(?:,|,? and| or) $"
_WAY_AFTER = rf"(?:,|,? and| or) (?:and )?(?:[A-Z\d][\w’']* ){{1,2}}{_OTHER_WAYS}\b"
"""Ways that nobody is called by, beside a name in a list: Elm Street, Maple Lane and Oak Drive."""

_LISTED = 20
_WORKS = frozenset("album film movie musical novel opera play series show song".split())
_OWNS = frozenset("bought buy buys owns acquired sell sells wear wears wore".split())
_OPENS_APPOSITIVE = english.ARTICLES | {"his", "her", "their", "now", "then", "former"}
_AUXILIARIES = frozenset("has had have also later then once recently".split())
_WHO = frozenset({"who", "whose"})
HARDLY_JOBS = frozenset(
    "conservative contractor fellow former liberal owner parent partner pollster producer publisher rival"
    " veteran".split()
)
"""Nouns before a name that are adjectives as well, or that are said of firms."""

_WORD_AFTER = re.compile(r" ([a-z][\w’'-]*)")
_NAMED = frozenset({"surnamed", "nicknamed"})
_PRESENTED = _NAMED | {"named", "called"}
_REACH = 120
_AGE_AND_JOB = r",? \(?\d{1,3}\)?(?: years old)?, (?:an?|the|his|her|their|who) "
_APPOSED_NAME = r"\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur|[Mm]y) (?:[a-z-]+ ){0,2}[a-z-]+, $"
_ALSO_CALLED = (", called ", ", known as ", ", also known ", ", nicknamed ", ", born ", ", né")
_ONE_NAME = ("one name", "no other name", "single name", "first name", "only name", "real name")
_ENDS_SPEECH = frozenset(",”\"’'»")
_CLOSES = frozenset("”\"’'»")
_SAID = frozenset({"said", "says", "added", "wrote", "told"})
_JOB_BETWEEN = r", (?:an?|the) ([\w’' -]{3,60}), (?:also |later )?([a-z]+)"
_ITS = r"(?: on \w+)?(?: that)? its?\b| in a statement"
_OF_FIRMS = frozenset(
    "advocate champion leader member members owner parent partner player producer publisher rival star"
    " supporter successor veteran winner".split()
)
"""Nouns for jobs that firms and bodies are called as well."""

_NEXT_PRONOUN = r"[^.”\"\n]{0,120}(?:\.[”\"]? (?:He|She)\b|, (?:he|she) )"
_FACELESS = r" (?:reported|(?:says?|said)(?: on [A-Z]\w+)?(?: that)? (?:its?|in a statement)\b)"
_HE_KIN = frozenset(
    "son brother husband father uncle nephew grandson grandfather stepson stepfather fiancé boyfriend actor "
    "widower businessman chairman".split()
)
_SHE_KIN = frozenset(
    "daughter sister wife mother aunt niece granddaughter grandmother stepdaughter stepmother fiancée "
    "girlfriend actress widow businesswoman chairwoman lady".split()
)
_KIN_BEFORE = re.compile(r"([a-zé]+),? $")
_OWN_KIN = r"[^.;”\"]{0,40}?\b(?:and|with) (his|her) [a-zé]+,? |[^.”\"]{0,60}\.? (?:[Ss]|[Hh])e\b"
_QUOTED = frozenset("\"“”‘’'")
_OF_PEOPLE = frozenset({"von", "van", "bin", "ibn", "bint", "der", "den", "ter", "af", "al"})
_LINKS = (", ", " and ", ", and ")
_NEVER = 99

Points = tuple[tuple[int, str], ...]
"""What speaks for a name (more than 0) or against it, each with its reason."""


class Weighed(Struct, frozen=True, gc=False):
    """A weighed name: how many points it is short of being a person's, and the points."""

    short: int
    points: Points


_NOBODY = Weighed(_NEVER, ())

_HUMAN: Points = (
    (3, "a title or role before it"),
    (3, "a noun for a job before it"),
    (3, "an age after it"),
    (3, "a party after it"),
    (2, "who after it"),
    (1, "a job after it"),
    (1, "a verb of speech beside it"),
)
"""What is said of people alone, in the order in which `_weigh_context` asks for it."""


class _WordsAfter(Struct, frozen=True, gc=False):
    """The words after a name.

    comma   whether a comma stands before it
    first   the first word of the sentence that goes on, or ""
    second  the word after that, or ""
    verb    the first of the two that is no auxiliary or adverb, or ""
    """

    comma: bool
    first: str
    second: str
    verb: str


_NOTHING = _WordsAfter(comma=False, first="", second="", verb="")


def _around(match: re.Match[str] | None) -> _WordsAfter:
    if match is None:
        return _NOTHING
    comma, first, second = match.groups("")
    verb = first
    if first in _AUXILIARIES:
        verb = second if second not in _AUXILIARIES else ""
    return _WordsAfter(comma == ",", first, second, verb)


class Evidence:
    """Looks at the words around the names of a document."""

    def __init__(self, prose: Prose, quotes: Quotations) -> None:
        self._prose = prose
        self._quotes = quotes
        self._text = prose.text
        self._seen: dict[int, _WordsAfter] = {}

    def _after(self, name: Name) -> _WordsAfter:
        end = name.end
        if end not in self._seen:
            self._seen[end] = _around(_AFTER.match(self._text, end))
        return self._seen[end]

    def weigh(self, words: tuple[str, ...], names: Sequence[Name], alone: Sequence[Name]) -> Weighed:
        """Weigh what speaks for a full name and against it; each kind of evidence counts once.

        words  the full name
        names  every place where it stands
        alone  every place where its last word stands alone
        """
        first = names[0]
        opens = first.sentence_start and all(n.sentence_start for n in names)
        given, of_words = _weigh_words(words, opens, first.shouted, first.particles)
        if given is None or any(map(self.is_company, names)):
            return _NOBODY
        points = [*of_words, *self._weigh_context(words, names, given=given)]
        if alone:
            if any(name.courtesy for name in alone):
                points.append((3, "a courtesy title on its last word"))
            speaks = any(map(self.speaks, alone))
            # "Download Teleport" at the beginning of a sentence may as well be a verb and a thing.
            is_name = given or not opens or speaks
            bare = not _DETERMINERS.issuperset([name.before for name in alone])
            if is_name and bare and words[-1] not in lexicon.places():
                points.append((1, "its last word stands alone"))
                if speaks:
                    points.append((1, "its last word speaks"))
        score = sum([point for point, _ in points])
        needed = 2 if given else 3
        # The list of surnames is the largest of all, so it is opened only where it decides.
        if score == needed - 1 and words[-1] in lexicon.surnames():
            points.append((1, "a known surname"))
            score += 1
        return Weighed(needed - score, tuple(points))

    def _weigh_context(
        self, words: tuple[str, ...], names: Sequence[Name], *, given: bool
    ) -> list[tuple[int, str]]:
        """Return the points of what stands beside a name, in all its places.

        words  the name, by its words
        names  its places
        given  whether its first word is a given name
        """
        titled = employed = aged = party = who = job = speaks = described = apposed = lives = indefinite = (
            False
        )
        articles = places = things = 0
        for name in names:
            after = self._after(name)
            before = name.before
            titled = titled or bool(name.courtesy) or name.office
            described = described or bool(name.role and not name.office)
            aged = aged or self._has_age(name, after)
            if not after.comma and self._text.startswith(" (", name.end):
                party = party or self._text.startswith(_PARTIES, name.end)
            who = who or after.first in _WHO
            speaks = speaks or _speaks(name, after)
            lives = lives or _lives(name, after)
            if after.comma:
                job = job or self.has_job(name)
                apposed = (
                    apposed
                    or after.first in _OPENS_APPOSITIVE
                    or (after.first == "one" and after.second == "of")
                )
            if before:
                employed = employed or is_job(before)
                articles += before in _ARTICLES and not name.role
                indefinite = indefinite or before in ("a", "an")
                places += before in _PLACE_BEFORE
            else:
                employed = employed or self._is_apposed(name)
            things += self._is_thing(name, after)
        points = [*compress(_HUMAN, (titled, employed, aged, party, who, job, speaks))]
        is_human = bool(points)
        if described:
            points.append((1, "a description before it"))
        if apposed:
            points.append((1, "an appositive after it"))
        if lives:
            points.append((1, "a verb of a life after it"))
        if not given and not is_human and words[-1] in lexicon.places():
            points.append((-2, "a place last"))
        if 2 * articles > len(names):
            mild = given and not _is_known(words[0]) and not indefinite
            points.append((-1 if mild else -3, "an article before it"))
        if not given and 2 * places > len(names):
            points.append((-2, "where things are"))
        if things and (3 * things >= len(names) or any(map(self._is_owned, names))):
            points.append((-3, "spoken of as a company or a thing"))
        return points

    def _has_age(self, name: Name, after: _WordsAfter) -> bool:
        if after.comma and after.first.isdigit() and len(after.first) < 4:
            return after.second in ("", "year", "years", "and")
        return self._text.startswith(" (", name.end) and bool(
            re.compile(_AGE_IN_BRACKETS).match(self._text, name.end)
        )

    def _is_thing(self, name: Name, after: _WordsAfter) -> bool:
        """Whether a name is used as that of a company, a brand, a place or a work."""
        if name.role or name.courtesy:
            return False
        if name.words[-1] in _WAYS and (
            name.before in _ALONG
            or self._text[name.start - 2 : name.start - 1].isdigit()
            or re.compile(_WAY_BEFORE).search(self._text, max(0, name.start - _LISTED), name.start)
            or re.compile(_WAY_AFTER).match(self._text, name.end)
        ):
            return True
        if (
            (name.before and (name.before in THINGS or name.before in _OWNS))
            or after.first == "which"
            or (not after.comma and after.first in THINGS and not self._is_artist(name, after))
        ):
            return True
        if after.second == "its" and after.first in ("said", "says"):
            return True
        text = self._text
        if (
            text[name.start - 1] in _QUOTED
            and text[name.end : name.end + 1] in _QUOTED
            and not name.possessive
        ):
            return True
        return name.before in _BEFORE_A_COMPANY and self._two_before(name) in _SERVES

    def _is_artist(self, name: Name, after: _WordsAfter) -> bool:
        """Whether a work is called by the name of who made it: a Jeff Roe film."""
        is_given = len(name.words) > 1 and name.words[0] in lexicon.given_names()
        return is_given and after.first in _WORKS

    def _is_apposed(self, name: Name) -> bool:
        """Whether a noun for a job or a relative stands before a comma before it: the envoy, Atal Khari,."""
        if name.role or not self._text.endswith(", ", 0, name.start):
            return False
        if self._text[name.end : name.end + 1] not in (",", ".", ")"):
            return False
        before = re.compile(_NOUN_BEFORE).search(self._text, max(0, name.start - 40), name.start)
        return before is not None and is_job(before[1])

    def _is_owned(self, name: Name) -> bool:
        return name.before in _BEFORE_A_COMPANY and self._two_before(name) in _OWNED

    def _two_before(self, name: Name) -> str:
        """Return the two words before a name, as `executive of`."""
        words = self._text[max(0, name.start - 24) : name.start].lower().split(" ")
        return " ".join(words[-3:-1]).lstrip("“\"‘'(—–").rpartition("-")[2]

    def of_bare_name(self, word: str, names: Sequence[Name]) -> str:
        """Return the evidence that a word nobody introduced is a person's name, or ""."""
        if any(map(self.is_company, names)):
            return ""
        if _is_public_figure(word) and any(not n.sentence_start or self.speaks(n) for n in names):
            return "a public figure"
        if any(n.before == "the" for n in names):
            return ""
        if any(map(self.is_described_speaker, names)):
            return "it speaks and has a job"
        if word in lexicon.surnames() or word in lexicon.given_names():
            if any(map(self.is_described, names)):
                return "a known name, described"
            if any(map(self.speaks, names)) and any(map(self.has_pronoun, names)):
                return "a known name that speaks, and he or she after it"
        if any(n.before in OFFICES for n in names) and not _is_known(word):
            return "an office before it"
        if any(map(self._is_relative, names)):
            return "somebody's relative"
        return self._sum_of_bare(word, names)

    def _sum_of_bare(self, word: str, names: Sequence[Name]) -> str:
        """Return the joint evidence of all places of a bare name, in words, or "" if it is too little.

        Speech alone is not enough, for firms and papers speak, too; a plain word or a place is nobody.
        """
        speaks = sum(map(self.speaks, names))
        if not speaks:
            return ""
        around = [self._after(name) for name in names]
        listed = word in lexicon.surnames()
        if (
            word in lexicon.places()
            or (_is_plain(word) and (not listed or all(n.sentence_start for n in names)))
            or word.isupper()
            or any(map(self._is_thing, names, around))
            or any(n.before in _PLACE_BEFORE or n.before in _ARTICLES for n in names)
            or any(map(self._is_faceless, names))
            or any(map(self._is_attributive, names))
            or any(self._text.endswith(("’s ", "'s "), 0, name.start) for name in names)
        ):
            return ""
        personal = (
            2 * any(is_job(n.before) and n.before not in HARDLY_JOBS for n in names)
            + 2 * any(map(self.has_job, names))
            + 2 * any(map(self._has_age, names, around))
            + any(after.first in _WHO for after in around)
            + any(self.speaks(n) and self._is_pronoun_next(n) for n in names)
            + any(map(self._speaks_after_quote, names))
        )
        points = personal + min(speaks, 2) + listed
        return "what all its places show together" if personal and points > 2 else ""

    def _is_pronoun_next(self, name: Name) -> bool:
        """Whether the clause or the sentence after that of a name begins with he or she."""
        return bool(re.compile(_NEXT_PRONOUN).match(self._text, name.end))

    def _speaks_after_quote(self, name: Name) -> bool:
        """Whether the attribution of a quotation is the name and a plain verb: “No,” Roe said."""
        return self._text[name.start - 2 : name.start - 1] in _CLOSES and self._after(name).first in _SAID

    def _is_faceless(self, name: Name) -> bool:
        """Whether what follows says that a firm or a paper speaks: in a statement, its, reported."""
        return bool(re.compile(_FACELESS).match(self._text, name.end))

    def kin_form(self, name: Name) -> str:
        """`he` or `she`, as a noun for a relative before a name says, or ""."""
        before = _KIN_BEFORE.search(self._text, max(0, name.start - 20), name.start)
        noun = before.group(1) if before else ""
        return "he" if noun in _HE_KIN else "she" if noun in _SHE_KIN else ""

    def pronoun_form(self, name: Name, end: int) -> str:
        """`he` or `she`, as the words between a name and the next name say (`and her brother`), or ""."""
        match = re.compile(_OWN_KIN).match(self._text, name.end, end)
        if match is None:
            return ""
        return "she" if match[1] == "her" or match[0].lower().endswith("she") else "he"

    def jobs(self, name: Name) -> frozenset[str]:
        """Return the nouns for jobs in the appositive after a name, and in the role before it."""
        role = (name.role or "").lower().split()
        appositive = _APPOSITIVE.match(self._text, name.end) if self._after(name).comma else None
        said = appositive.group(1).lower().replace("-", " ").split() if appositive else []
        return JOBS.intersection((*role, *said, name.before))

    def _is_attributive(self, name: Name) -> bool:
        """Whether a noun follows: the Biden plan, former Soviet arms, Pilgrim's Pride."""
        if name.possessive:
            return self._text[name.end + 3 : name.end + 4].isupper()
        following = _WORD_AFTER.match(self._text, name.end)
        return following is not None and not goes_on(following.group(1))

    def presents(self, name: Name) -> bool:
        """Whether the words around a single name tell the reader who it is: somebody with one name.

        `a picker named Rosa`, `Suryadi, 45, a fisherman`, `Karmila, who uses one name`, `the cook, Ms. Roe,`.
        """
        if name.before in _PRESENTED:
            return True
        text = self._text
        following = text[name.end : name.end + _REACH]
        if following[:1] not in (",", " ") or following[:2] not in (", ", " ("):
            return False
        if following.startswith(_ALSO_CALLED):
            return True
        if self._has_age(name, self._after(name)):
            return bool(re.compile(_AGE_AND_JOB).match(following))
        if any(words in following for words in _ONE_NAME):
            return True
        return bool(re.compile(_APPOSED_NAME).search(text, max(0, name.start - 50), name.start))

    def _is_relative(self, name: Name) -> bool:
        """Whether it is called the name of somebody's relative: his daughter, Ada."""
        if name.before in RELATIVES or name.before in _NAMED:
            return True
        if not self._text.endswith(", ", 0, name.start):
            return False
        before = re.compile(_RELATIVE_BEFORE).search(self._text, max(0, name.start - 20), name.start)
        return before is not None and before.group(1) in RELATIVES

    def is_described(self, name: Name) -> bool:
        """Whether the words around a bare name say that it is a person: an age, who, a role in lower case."""
        if name.before in _PREPOSITIONS:
            return False
        after = self._after(name)
        is_of_job = is_job(name.before) and name.before not in HARDLY_JOBS
        return (
            (is_of_job and not self._is_attributive(name))
            or self._has_age(name, after)
            or after.first in _WHO
        )

    def is_described_speaker(self, name: Name) -> bool:
        """Whether a bare name speaks and has a job: `said Zheng, a deputy director`."""
        if self.speaks(name):
            return self._after(name).first in _WHO or self.has_job(name)
        return self._after(name).comma and self._speaks_after_job(name)

    def _is_last_of_more(self, name: Name) -> bool:
        """Whether a word with a capital stands before a name, or a letter with a hyphen in it: R-Texas."""
        before = self._text[name.start - 2 : name.start]
        return (not name.before and before[:1].isalnum() and before[1:] == " ") or "-" in name.words[0][:2]

    def _speaks_after_job(self, name: Name) -> bool:
        """Whether a job with its article stands between a name and a verb of speech: `Roe, a nurse, said`."""
        between = re.compile(_JOB_BETWEEN).match(self._text, name.end)
        if between is None or name.possessive or between[2] not in _SAID or self._is_last_of_more(name):
            return False
        nouns = JOBS.intersection(between[1].lower().replace("-", " ").split())
        return bool(nouns - _OF_FIRMS) and not re.compile(_ITS).match(self._text, between.end())

    def has_job(self, name: Name) -> bool:
        """Whether an appositive with a role follows: `, a deputy director`."""
        if not self._after(name).comma:
            return False
        appositive = _APPOSITIVE.match(self._text, name.end)
        return appositive is not None and not JOBS.isdisjoint(
            appositive.group(1).lower().replace("-", " ").split(" ")
        )

    def acts(self, name: Name) -> bool:
        """Whether a name speaks or does what people do, or its person is described."""
        after = self._after(name)
        return bool(
            name.courtesy
            or name.office
            or is_job(name.before)
            or self.has_job(name)
            or _speaks(name, after)
            or _lives(name, after)
            or after.first in _WHO
            or self._has_age(name, after)
        )

    def speaks(self, name: Name) -> bool:
        """Whether a verb of speech stands beside the name: `Roe said`, `“No,” said Roe`; not `he said Roe`.

        A verb before the name needs the speech before it.
        """
        if not _speaks(name, self._after(name)):
            return False
        at = name.start - len(name.before) - 2
        return self._after(name).verb in CUES or self._text[max(0, at - 1) : at].strip()[-1:] in _ENDS_SPEECH

    def beside(self, name: Name, starts: Container[int], ends: Container[int]) -> bool:
        """Whether a name stands in a list with others, given where those start and end."""
        text, start, end = self._text, name.start, name.end
        return (
            text.startswith(_LINKS, end)
            and any(text.startswith(link, end) and end + len(link) in starts for link in _LINKS)
        ) or (
            text.endswith(_LINKS, 0, start)
            and any(text.endswith(link, 0, start) and start - len(link) in ends for link in _LINKS)
        )

    def is_company(self, name: Name) -> bool:
        """Whether Inc. or the like follows."""
        return self._after(name).first in _COMPANY and not name.possessive

    def has_pronoun(self, name: Name) -> bool:
        """Whether he or she follows within reach, outside quotations."""
        end = min(self._prose.block_at(name.start).end, name.end + 240)
        return any(
            not self._quotes.hold(Span(*m.span()))
            for m in re.compile(_PRONOUN).finditer(self._text, name.end, end)
        )


def _speaks(name: Name, after: _WordsAfter) -> bool:
    if name.possessive or name.before in _PREPOSITIONS:
        return False
    return after.verb in CUES or CUES.get(name.before, "tell") not in _ADDRESSED


def _lives(name: Name, after: _WordsAfter) -> bool:
    """Whether a verb follows that only people are the subject of: resigned, was born."""
    if name.possessive:
        return False
    return (after.second if after.first in ("was", "is", "were") else after.verb) in LIVES


@lru_cache(maxsize=5_000)
def goes_on(word: str) -> bool:
    """Whether a word after a surname goes on with the sentence; a noun makes the surname attributive."""
    is_verb = CUES.get(word, word) != word or word.endswith(("ed", "n't", "n’t"))
    return is_verb or word in FOLLOWS_A_NAME or (word.endswith("ly") and word not in ("ally", "family"))


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
        or (end in ROLES and (not given or end in DEMONYMS) and last not in lexicon.surnames())
    ):
        return None, ()
    if given:
        doubtful = (
            first in lexicon.places() or lower in PARTICLES or (opens and lower in lexicon.common_words())
        )
        points = [(1 if doubtful else 2, "a given name")]
    else:
        points = _weigh_strangers(words)
    of_people = False
    if particles:
        of_people = not _OF_PEOPLE.isdisjoint(particles.split())
        if not of_people and last in lexicon.places():
            points.append((-3, "of a place"))
    if of_people or last.startswith(("al-", "el-")):
        points.append((2, "a particle of family names"))
    is_plain = end in lexicon.common_words() and last not in lexicon.surnames()
    if is_plain and not (given and lower not in lexicon.common_words()):
        points.append((-1, "a plain word last"))
    if any(len(w) > 1 and _is_plain(w) and not _is_name(w) for w in words[1:-1]):
        points.append((-2, "a plain word in it"))
    if last in lexicon.public_figures():
        points.append((1, "a public figure's name"))
    if end in DEMONYMS or end.removesuffix("s") in DEMONYMS:
        points.append((-2, "a people last"))
    if " ".join(words) in lexicon.places():
        points.append((-4, "a known place"))
    if lower.rstrip(".") in PLACE_STARTS:
        points.append((-3, "it begins as places do"))
    if not shouted and any(w.isupper() and len(w) > 1 and not _is_initials(w) for w in words):
        points.append((-3, "an acronym in it"))
    return given, tuple(points)


def _weigh_strangers(words: tuple[str, ...]) -> list[tuple[int, str]]:
    """Return the points of a name that does not begin as people's do."""
    points = []
    known = [_is_known(word) for word in words]
    if not any(known[:-1]) and not _is_plain(words[-1]):
        points.append((2, "no word known as anything else"))
    if words[0].lower() in DEMONYMS or words[0] in lexicon.places():
        points.append((-3, "a place or a people first"))
    if all(known):
        points.append((-2, "ordinary words"))
    if len(words[-1]) == 1:
        points.append((-2, "a letter last"))
    if has_family_name_first(words):
        points.append((1, "a given name with a hyphen last"))
    return points


def has_family_name_first(words: tuple[str, ...]) -> bool:
    """Whether the last of two words is a given name as Koreans and Taiwanese write it: Paik Dae-rin."""
    head, hyphen, tail = words[-1].partition("-")
    return (
        len(words) == 2
        and bool(hyphen)
        and head.istitle()
        and 1 < len(tail) < 6
        and tail.islower()
        and tail not in lexicon.common_words()
        and words[0] not in lexicon.given_names()
    )


def _is_known(word: str) -> bool:
    """Whether a word is known as something else than a name."""
    return _is_plain(word) or word in lexicon.places()


def _is_name(word: str) -> bool:
    return word in lexicon.given_names() or word in lexicon.surnames()


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
        or (len(first) == 1 and first != "A")
        or _is_initials(first)
        or (len(words) > 2 and len(first) == 2 and first.isupper() and words[1] in lexicon.given_names())
        or (first in FAMILY_NAMES and not _is_plain(words[-1]))
    )
