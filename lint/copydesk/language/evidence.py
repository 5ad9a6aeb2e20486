"""What speaks for a name being a person's, and against it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from copydesk.document import Document, Span
from copydesk.language import lexicon
from copydesk.language.cues import CUES
from copydesk.language.names import Name
from copydesk.language.titles import (
    CALENDAR,
    COMPANIES,
    DEMONYMS,
    DOTTED_PLACES,
    FAMILY_NAMES,
    NOT_A_NAME,
    PARTICLES,
    PLACE_STARTS,
    ROLE_NOUNS,
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
_DETERMINERS = frozenset("the a an this that these those his her its their our every any some no".split())
_PREPOSITIONS = frozenset("in at near from of to for by with on against about over under than like".split())
_PLACE_BEFORE = frozenset("in at near from across outside throughout into around downtown inside".split())


class Evidence:
    """Looks at the words around the names of a document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._text = document.text

    def is_person(self, words: Sequence[str], names: Sequence[Name], alone: Sequence[Name]) -> bool:
        """Weigh what speaks for a full name and against it; each kind of evidence counts once.

        words  the full name
        names  every place where it stands
        alone  every place where its last word stands alone
        """
        first, last = words[0], words[-1]
        given = (
            first in lexicon.given_names()
            or len(first) == 1
            or _is_initials(first)
            or (first in FAMILY_NAMES and not _is_known(last))
        )
        if any(n.organisation for n in names) or " ".join(words) in COMPANIES or len(words) > 5:
            return False
        if not DOTTED_PLACES.isdisjoint(words):
            return False
        score = 0
        if given:
            lower = first.lower()
            doubtful = (
                first in lexicon.places()
                or lower in PARTICLES
                or (lower in lexicon.common_words() and all(n.sentence_start for n in names))
            )
            score += 1 if doubtful else 2
        human = (
            3 * any(n.courtesy or n.role for n in names)
            + 2 * any(n.before in ROLE_NOUNS for n in names)
            + 3 * any(_AGE.match(self._text, n.end) for n in names)
            + 2 * any(_WHO.match(self._text, n.end) for n in names)
            + any(_APPOSITIVE.match(self._text, n.end) for n in names)
            + any(map(self.has_job, names))
            + any(map(self.speaks, names))
        )
        score += human
        score += 3 * any(n.courtesy for n in alone) or any(n.before not in _DETERMINERS for n in alone)
        score -= 3 * (2 * sum(n.before == "the" and not n.role for n in names) > len(names))
        score -= 2 * sum(n.before in _PLACE_BEFORE for n in names) > len(names)
        score -= 2 * (last in lexicon.places() and not given)
        score -= 4 * (" ".join(words) in lexicon.places())
        score -= 3 * (words[0].rstrip(".").lower() in PLACE_STARTS)
        score -= 3 * any(w.isupper() and len(w) > 1 and not _is_initials(w) for w in words)
        if not given:
            score += 2 * (not any(_is_known(w) for w in words))
            score -= 3 * (first.lower() in DEMONYMS or first in lexicon.places())
            score -= 2 * all(_is_known(w) for w in words)
            score -= last.lower() in lexicon.common_words()
        score -= 2 * (last.lower() in DEMONYMS)
        needed = 2 if given else 3
        # The list of surnames is the largest of all, so it is opened only where it decides.
        return score >= needed or (score == needed - 1 and last in lexicon.surnames())

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
            word.lower().removeprefix("co-") in ROLE_NOUNS for word in apposed.group(1).split()
        )

    def speaks(self, name: Name) -> bool:
        """Whether a verb of speech stands beside the name."""
        if name.possessive or name.before in _PREPOSITIONS:
            return False
        after = _AFTER.match(self._text, name.end)
        if after and after.group(1) in CUES:
            return True
        before = _BEFORE.search(self._text, max(0, name.start - 14), name.start)
        return before is not None and CUES.get(before.group(1).lower(), "tell") not in _ADDRESSED

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
    lower = word.lower()
    return lower in lexicon.common_words() or lower in DEMONYMS or word in lexicon.places()


def _is_initials(word: str) -> bool:
    return "." in word and word not in DOTTED_PLACES and word.replace(".", "").replace("-", "").isupper()
