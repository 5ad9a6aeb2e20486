"""known-name: a person's name is one slip away from one that the house knows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Literal

from msgspec import Struct

from copydesk.document import Document
from copydesk.house.names.known import KnownName as Known
from copydesk.house.names.known import Names, NearName, are_two_names
from copydesk.house.names.mentions import (
    SHORTEST,
    NamedPerson,
    descriptions,
    full_names,
    headline_guesses,
    single_words,
)
from copydesk.language.copy import OTHERS, CopyKind
from copydesk.language.lists import closed_classes as english
from copydesk.language.lists import lexicon
from copydesk.language.lists.titles import RELATIVES, ROLE_NOUNS
from copydesk.model.finding import Edit, Finding, Fix, Related, Severity
from copydesk.model.prose import Span
from copydesk.plugins.rule import Context, Example, Options, Rule
from copydesk.wording import count

_HYPHENS = ("-", "‐", "‑")


class KnownNameOptions(Options, frozen=True):
    """Options of known-name.

    minimum  articles that must have the other spelling
    sure     articles of the other spelling from which on no word near the two names need be the same
    once     whether a spelling that fewer articles have is shown, and one that differs by accents, capitals
             or hyphens alone
    """

    minimum: int = 3
    sure: int = 20
    once: Literal["info", "off"] = "info"


_NAMES = Names(
    (
        Known("Ilka Brandvold", 31, "2028-02-11", "2031-04-30", ("mayor", "town council"), "checked"),
        Known("Tomas Reyle", 6, "2030-01-09", "2031-03-02", ("director", "harbor authority")),
        Known("Thomas Reyle", 2, "2029-05-17", "2029-06-01", ("poet", "library"), "other"),
        Known("Ada Verhoef", 4, "2030-01-09", "2031-03-02", ("ferry",), wrong=("Ada Verhof",)),
    )
)


class KnownName(Rule[KnownNameOptions]):
    """A new name is compared with those of the names files and the archive; so is one that stood once."""

    name = "known-name"
    reads_english = True
    family = "spelling"
    severity = Severity.ERROR
    needs = ("names",)
    in_quotes = "check"
    summary = "a person's name is one slip away from one that the house knows"
    why = (
        "A third of the names that newsrooms correct are right nowhere in the story, so that no reading "
        "of it finds them; the house's own archive does. Reported is a name that is new, or stood in one "
        "article, and is one letter away from a name that three articles have: as a warning where a word "
        "that stands near the one stands near the other too, or twenty articles have it, else as an info. "
        "The archive may be wrong: look the name up. A form that a names file lists as wrong is an error. "
        "For a second person write a row with the status `other`."
    )
    options = KnownNameOptions()
    examples = (
        Example("Mayor [[Ilka Branvold]] opened the hall.", "31 articles have Ilka Brandvold.", names=_NAMES),
        Example(
            "[[Tomas Ryele]], director of the harbor authority, resigned.",
            "6 articles have Tomas Reyle, near the same words.",
            names=_NAMES,
        ),
        Example("[[Ada Verhof]] took the ferry.", "The names file lists it as wrong.", names=_NAMES),
        Example("The poet Thomas Reyle read from his new book.", "a person who has a row", names=_NAMES),
        Example("Romas Reyle, a director, won the race.", "another first letter", names=_NAMES),
        Example("Tom Reyle, director of the harbor authority, resigned.", "a short form", names=_NAMES),
    )

    def check(self, document: Document, context: Context[KnownNameOptions]) -> Iterator[Finding]:
        """Yield one finding for each wrong form, and one for each name that comes near a known one."""
        names = context.names
        if names is None:
            return
        listed = [*_listed(document, names)]
        yield from listed
        here = full_names(document)
        keys = {named.key for named in here}
        comparing = _Comparing(document, names, context.options, keys)
        guesses = (named for named in headline_guesses(document) if named.key not in keys)
        for named in (*guesses, *here):
            slip = comparing.slip(named)
            if slip is not None and not any(one.span.overlaps(named.places[0]) for one in listed):
                yield _finding(document, named, slip)


def _listed(document: Document, names: Names) -> Iterator[Finding]:
    """Yield the whole names that a names file lists as wrong, with a fix where they are surely a person's."""
    people = {mention.name for person in document.people.all for mention in person.mentions}
    for use in names.wrong.find(document):
        kind = document.copy.at(use.span.start)
        is_person = use.span in people
        is_ours = kind not in OTHERS and kind is not CopyKind.FOREIGN
        if is_ours and (is_person or not _is_in_longer_name(document, use.span, people)):
            (good,) = use.term.advice
            fix = None
            if is_person and not document.quotes.hold(use.span):
                fix = Fix(f'write "{good}"', (Edit(use.span, good),), "safe")
            yield Finding(use.span, f'"{document.slice(use.span)}": the names file says {good}', fix=fix)


def _is_in_longer_name(document: Document, span: Span, people: set[Span]) -> bool:
    """Whether a name, or a word with a capital beside it, goes on where a form begins or ends."""
    beside = (document.word_before(span.start, across=" \n"), document.word_after(span.end, across=" \n"))
    return (
        any(span.overlaps(name) for name in people)
        or any(document.text[word.start : word.end][:1].isupper() for word in beside)
        or document.text[span.start - 1 : span.start] in _HYPHENS
        or document.text[span.end : span.end + 1] in _HYPHENS
    )


class _Slip(Struct, frozen=True):
    """A known name that a draft's name comes near.

    articles  how many other articles have it
    before    how many have the draft's own form
    """

    near: NearName
    articles: int
    before: int
    severity: Severity


class _Comparing:
    """The names of one draft beside those that the house knows."""

    def __init__(
        self, document: Document, names: Names, options: KnownNameOptions, here: set[tuple[str, str]]
    ) -> None:
        self._document = document
        self._names = names
        self._options = options
        self._here = here
        self._number = names.number_of(document.source.path)

    def slip(self, named: NamedPerson) -> _Slip | None:
        """Return what speaks the strongest against a name; None where the house knows it, or nothing does."""
        own = self._names.get(named.key)
        before = 0
        if own is not None:
            before = self._others(own)
            if own.is_ruled or own.articles == 0 or before > 1:
                return None
        nearby = self._names.near(named.key, named.name)
        if named.in_capitals and any(near.part == "marks" for near in nearby):
            return None
        found = [slip for near in nearby if (slip := self._against(named, near, before)) is not None]
        return max(found, key=lambda slip: (slip.severity, slip.articles), default=None)

    def _against(self, named: NamedPerson, near: NearName, before: int) -> _Slip | None:
        known, options = near.known, self._options
        is_here = known.key in self._here
        if (is_here and not named.is_guess) or known.status in ("other", "off"):
            return None
        articles = self._others(known)
        is_checked = known.status == "checked"
        if not is_checked and (articles <= before or not self._names.is_evidence(known)):
            return None
        is_frequent = is_checked or articles >= options.minimum
        shared = self._shared(named, known) if near.part != "marks" else set()
        is_sure = articles >= options.sure and not _has_another_office(named, known)
        is_slip = (near.letters == 1 and (shared or is_sure)) or (near.letters == 2 and len(shared) > 1)
        if named.is_guess:
            is_slip = near.letters == 1 and bool(shared or is_here) and not _is_a_word(named, near)
        may_be_two = are_two_names(named.key[0], known.key[0]) or self._is_relative(named)
        if is_slip and is_frequent and not may_be_two:
            return _Slip(near, articles, before, Severity.WARNING)
        if (
            named.is_guess
            or near.letters > 1
            or (options.once == "off" and not (is_frequent and near.letters))
        ):
            return None
        return _Slip(near, articles, before, Severity.INFO)

    def _others(self, known: Known) -> int:
        """Return how many articles have a name, this draft left out where it is one of them."""
        return known.articles - (self._number in known.stands_in)

    def _shared(self, named: NamedPerson, known: Known) -> set[str]:
        """Return the words that stand near a name here and near the known one in the archive."""
        words = {word for word in single_words(known.words) if len(word) >= SHORTEST}
        return words & single_words(descriptions(self._document, named)) if words else set()

    def _is_relative(self, named: NamedPerson) -> bool:
        """Whether a word beside a name makes its bearer somebody's relative: his daughter, Ada Verhoef."""
        document = self._document
        for place in named.places:
            before = document.word_before(place.start)
            words = [before.lower, before.previous.lower, document.word_after(place.end).lower]
            if not _MARRY.isdisjoint(words) or any(map(_is_kin, words[:2])):
                return True
            block = document.block_at(place.start)
            led_in = _LED_IN.search(document.text, max(block.start, place.start - _REACH), place.start)
            apposed = _APPOSED.match(document.text, place.end, min(block.end, place.end + _REACH))
            if any(found and any(map(_is_kin, found[1].split())) for found in (led_in, apposed)):
                return True
        return False


_REACH = 90
_LED_IN = re.compile(r"([^,.;:!?]*), (?!and |but |or )(?:[\w.-]+ ){0,3}$")
_APPOSED = re.compile(r"(?:, \d+)?(?:,| \() ?((?:(?!\bwhose\b)[^,.;:!?)])*)")
_MARRY = frozenset("married marries marry marrying wed wedded".split())
_KIN = RELATIVES | {"spouse", "widow", "widower"}


def _is_kin(word: str) -> bool:
    """Whether a word says whose relative somebody is: wife, ex-wife, stepsister, mother-in-law."""
    parts = re.findall(r"[^\W\d_]+", word.lower())
    return any(part.removeprefix("step") in _KIN for part in parts)


def _has_another_office(named: NamedPerson, known: Known) -> bool:
    """Whether the office before a name is none that the archive knows of: Rep. Comer, and Director Comey."""
    offices = single_words(known.words) & ROLE_NOUNS
    return bool(offices and named.offices) and offices.isdisjoint(named.offices)


def _is_a_word(named: NamedPerson, near: NearName) -> bool:
    """Whether what differs from the known name is a word of English: Ada Reads, and Ada Read."""
    return named.key[near.part == "surname"].lower() in lexicon.common_words()


def _finding(document: Document, named: NamedPerson, slip: _Slip) -> Finding:
    known = slip.near.known
    here = f'"{named.name}" is new' if not slip.before else f'"{named.name}" stands in one other article'
    about = "; ".join(_about(known))
    if known.status == "checked":
        there = f'the names file has "{known.name}"' + f" (checked{about and f'; {about}'})"
    else:
        there = f'the archive has "{known.name}" in {count(slip.articles, "article")}' + (
            f" ({about})" if about else ""
        )
    return Finding(
        named.places[0],
        f"{here}; {there}",
        tuple(Related(place, f'"{document.slice(place)}" here too') for place in named.places[1:]),
        severity=slip.severity,
        yields=("name-variant",),
    )


def _about(known: Known) -> Iterator[str]:
    """Yield what the archive says of a name: words near it, and when it had it last."""
    if known.words:
        yield ", ".join(known.words[:2])
    if known.last:
        last = date.fromisoformat(known.last)
        yield f"last {last.day} {english.MONTHS[last.month - 1].capitalize()} {last.year}"
