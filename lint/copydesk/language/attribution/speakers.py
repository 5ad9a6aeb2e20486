"""Speakers beside verbs of speech."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from enum import StrEnum

from msgspec import Struct

from copydesk.language.lists import closed_classes as english
from copydesk.language.lists.titles import CALENDAR, ROLE_NOUNS
from copydesk.language.lists.verbs import BODIES, CUES, DOCUMENTS, FACELESS
from copydesk.language.people.people import Mention, MentionKind, People, Person
from copydesk.language.words import Words
from copydesk.model.prose import Prose, Span


class SourceKind(StrEnum):
    """A kind of source: a person, a group, a document and so on."""

    PERSON = "person"
    PRONOUN = "pronoun"
    GROUP = "group"
    DOCUMENT = "document"
    ANONYMOUS = "anonymous"


class Speaker(Struct, frozen=True, gc=False):
    """The words that name a source. A pronoun stays a pronoun; `person` is who is meant, where known."""

    span: Span
    kind: SourceKind
    person: Person | None


PERSON, PRONOUN, GROUP, DOCUMENT, ANONYMOUS = SourceKind
_ATTRIBUTIVE = MentionKind.ATTRIBUTIVE

SOURCES = FACELESS | DOCUMENTS | ROLE_NOUNS
"""Nouns for whoever or whatever may be the subject of a verb of speech."""

_KINDS = {**dict.fromkeys(DOCUMENTS, DOCUMENT), **dict.fromkeys(FACELESS, ANONYMOUS)}

DETERMINERS = english.DETERMINERS - {"some", "these", "those"}
"""Words that begin a noun phrase, beside a possessor. Some, these and those may be all of one."""

_STARTS = english.ARTICLES | english.POSSESSIVES | english.PLURAL_QUANTIFIERS | {"one"}
"""Words with which a noun phrase may begin that speaks."""

_CONTRACTED = frozenset(
    """
    he's she's it's that's who's what's there's here's let's i'm they're we're you're i've they've we've he'd
    she'd they'd we'd i'd he'll she'll they'll we'll i'll it'll it'd
    """.split()
)
_PRONOUNS = english.SUBJECT_PRONOUNS - {"you"}
_FILLERS = (
    english.BE
    | english.HAVE
    | frozenset(
        """
        did will would also later then once earlier not never even just still often further first all both too
        now nonetheless nevertheless
        """.split()
    )
)
_TIMES = CALENDAR | frozenset("week month year night morning afternoon evening".split())
_DATING = frozenset("on last this late early earlier".split())
_SHORT = 12
"""How many words a phrase may have."""

_ABBREVIATED = 5
"""How many letters a word has at least that is no abbreviation with a full point."""

_ADJECTIVES = 3
"""How many words before a noun its article stands at most: `the old district attorney's office`."""

_EMBEDDING = ("whether ", "how ", "why ")
"""Words with which what somebody says begins: its subject is not the one who says it."""

_PLACING = frozenset("in at during on".split())
_JOINS = frozenset("and but then or".split())
_CLAUSES = english.CONJUNCTIONS | english.QUESTION_WORDS | {"after", "before", "said", "says"}
_LEADS = (
    (english.CORE_PREPOSITIONS - {"of", "to"})
    | english.TIME_PREPOSITIONS
    | (english.SUBORDINATORS - {"than", "that", "where"} - {"unless", "whereas", "whether"})
    | {"among", "despite", "like", "under", "unlike", "following", "speaking", "asked", "citing"}
)
_ADVERBS = english.COORDINATORS | frozenset(
    """
    so still yet then later also now meanwhile however instead nevertheless moreover additionally separately
    indeed
    """.split()
)
_AFTER_SUBJECT = _FILLERS | _CLAUSES | _LEADS | (CUES.keys() - DOCUMENTS) | {"who", "to"}
_GOVERNS = (english.OBJECT_PREPOSITIONS - {"in"}) | {"and", "between", "or"}
"""Words that keep the name after them from being the subject."""

_BELONGS = (english.CORE_PREPOSITIONS | english.PLACE_PREPOSITIONS) - {"by"}
"""Prepositions with which a phrase goes on that speaks: `a nurse at the home`."""

_OF_WHOM = frozenset("of for to".split())
"""Prepositions between somebody and the one whose lawyer, friend or aide it is."""

_KNOWING = frozenset("familiar close briefed acquainted".split())
_KNOWS = tuple(f" {word} " for word in sorted(_KNOWING))
_DOERS = ("ers", "ors", "ists", "ians", "men", "women", "nurse", "nurses", "executive", "executives")

_PRONOUN_START = re.compile(r"(he|she|they|it|we)\b")
_PHRASE_END = re.compile(
    r"[,;:!?()\"“”—–\n]|(?<!\b[A-Z])\.|''| -+ "
    r"|\b(?:that|in|on|at|during|who|when|as|to|about|after|before|while|from|with|last|this)\b"
)
SPACES = (" ", "\u00a0")
_ARTICLES = english.ARTICLES | english.POSSESSIVES | {"one", "two", "some"}
_WORD = re.compile(r"[\w’'-]+")

REACH = 160
"""How far a source may stand from its verb, and a verb from its quotation, in characters."""


def is_possessive(lower: str) -> bool:
    """Whether a lower-case word ends in 's and is no pronoun with its verb (he's)."""
    return lower.endswith("'s") and lower not in _CONTRACTED


class Speakers:
    """Finds the source beside a place of a document, outside quotations."""

    def __init__(self, prose: Prose, words: Words, people: People) -> None:
        self._prose = prose
        self._people = people
        self._text = prose.text
        self._words = words
        self._lowers = words.lowers
        self._offsets = words.starts
        self._mentions = [(mention, person) for mention, person in people.mentions if not mention.quoted]
        self._starts = [mention.start for mention, _ in self._mentions]
        self._ending = {
            mention.end: (mention, person) for mention, person in self._mentions if not mention.possessive
        }

    def adjacent(self, index: int) -> bool:
        """Whether nothing but a space parts a word from the one before it."""
        end = self._offsets[index - 1] + len(self._lowers[index - 1])
        return self._text[end : self._offsets[index]] in SPACES

    def _end(self, index: int) -> int:
        return self._offsets[index] + len(self._lowers[index])

    def _joins(self, index: int) -> bool:
        """Whether a word goes on with the one before it in its sentence: `U.S. officials` does."""
        lower = self._lowers[index - 1]
        gap = self._text[self._offsets[index - 1] + len(lower) : self._offsets[index]]
        if gap in SPACES:
            return True
        is_name = gap == "/" and self._text[self._offsets[index]].isupper()
        return is_name or (gap in (".", ". ") and len(lower) == 1)

    def after(self, end: int, *, whole_phrase: bool = False) -> Speaker | None:
        """Return the source that follows a verb (`said Mary Roe, a lawyer`)."""
        start = end + 1
        pronoun = _PRONOUN_START.match(self._text, start)
        if pronoun:
            return Speaker(Span(*pronoun.span()), PRONOUN, None)
        stop = _PHRASE_END.search(self._text, start, start + REACH)
        while stop and self._text[start : stop.start()].endswith(_KNOWS):
            stop = _PHRASE_END.search(self._text, stop.end(), start + REACH)
        phrase_end = stop.start() if stop else min(len(self._text), start + REACH)
        phrase = self._text[start:phrase_end].rstrip()
        words = phrase.split()
        index = bisect_left(self._starts, start)
        while index < len(self._mentions) and self._starts[index] < phrase_end:
            mention, person = self._mentions[index]
            if may_speak(mention):
                span = Span(start, mention.end)
                first = bisect_left(self._offsets, mention.start)
                return self._nameless(span) if self._is_whose(first, start) else self._named(span, person)
            index += 1
        if not words:
            return None
        if len(words) > 12:
            if not whole_phrase:
                return None
            phrase = phrase[: sum(map(len, words[:12])) + 11]
        if (
            whole_phrase
            or words[0].lower() in _ARTICLES
            or words[0][0].isupper()
            or words[-1].lower() in FACELESS
        ):
            return self._nameless(Span(start, start + len(phrase)))
        return None

    def before(self, index: int, clause: int, *, participle: bool, sure: bool) -> Speaker | None:
        """Return the source before the verb at a word index (`Mr. Roe said`, `Ann Poe, a lawyer, said`).

        clause      where its sentence begins, or goes on after a quotation
        participle  the verb ends in -ing
        sure        the verb hardly means anything else than speech, so that any noun may be its subject
        """
        lowers, offsets = self._lowers, self._offsets
        at = self._before_time(self._before_fillers(index))
        if not at or offsets[at - 1] < clause:
            return None
        last = lowers[at - 1]
        end = offsets[at - 1] + len(last)
        gap = self._text[end : offsets[at]]
        if gap == ". ":  # an abbreviation: `Ann Poe of Hobart & Co. said`
            return self._mention_ending(end + 1) or self.subject(clause, end)
        if gap not in SPACES:
            mention = self._mention_ending(end + len(gap.rstrip()))
            if mention or not any(mark in gap for mark in (",", ")", "—", "–", " -")):
                return mention
            return self._apposed(end) or self.subject(clause, end)
        source = self._mention_ending(end) or self._pronoun_at(at - 1)
        if source:
            return (self._of_whom(source, at, clause) if source.person else None) or source
        if last in ("who", "which") and not self._text[offsets[at - 1] + 1].isupper():  # the WHO
            return self._relative(at - 1) if offsets[at - 1] > clause else None
        if last in _JOINS:
            return self._joined(at - 1, clause)
        if participle:
            return self.subject(clause, end)
        if last == "that":
            return self._document_before(at - 1, clause) or self._whole_subject(at - 1, clause, sure=sure)
        return self._noun_phrase(at, clause, sure=sure)

    def _document_before(self, index: int, clause: int) -> Speaker | None:
        """Return what says something in words that `that` leads on to: `a letter to the board that said`."""
        for at in range(index - 1, max(index - _SHORT, -1), -1):
            if self._offsets[at] < clause or not self._joins(at + 1):
                break
            if self._lowers[at] in DOCUMENTS:
                return self._noun_phrase(at + 1, clause, sure=True)
        return None

    def _whole_subject(self, at: int, clause: int, *, sure: bool) -> Speaker | None:
        """Return the phrase before a word if its clause begins with it: `An aide that left said …`."""
        phrase = self._noun_phrase(at, clause, sure=sure)
        return phrase if phrase and not self._text[clause : phrase.span.start].strip() else None

    def possessor(self, span: Span) -> Speaker | None:
        """Return who is meant by a possessive before a noun: `Ann Poe's claim`, `her claim`."""
        word = self._text[span.start : span.end]
        if word.lower() in english.POSSESSIVES:
            return Speaker(span, PRONOUN, None)
        index = bisect_right(self._starts, span.start) - 1
        if index >= 0 and span.start < self._mentions[index][0].end:
            mention, person = self._mentions[index]
            return Speaker(mention.span, PERSON, person)
        return self._nameless(span) if word[0].isupper() else None

    def subject(self, start: int, end: int) -> Speaker | None:
        """Return the subject of the clause between two places: a pronoun, a noun phrase or a name."""
        start = max(start, end - 4 * REACH)
        index = self._past_introduction(bisect_left(self._offsets, start), end)
        if index is not None:
            pronoun = self._pronoun_at(index)
            if pronoun:
                return pronoun
            noun = self._subject_phrase(index, end)
            if noun and self._offsets[index] > start and self._describes(noun):
                noun = self._subject_phrase(bisect_left(self._offsets, noun.span.end), end)
            if noun:
                return noun
        at = bisect_left(self._starts, start)
        while at < len(self._mentions) and self._starts[at] < end:
            mention, person = self._mentions[at]
            before = self._text[max(start, mention.start - 12) : mention.start].split()
            if may_speak(mention) and (not before or before[-1].lower() not in _GOVERNS):
                return Speaker(mention.span, PERSON, person)
            at += 1
        return None

    def _describes(self, noun: Speaker) -> bool:
        """Whether a phrase after an introduction still belongs to it: `As rows on Poe, Hull's mayor, grew`.

        A comma follows it, and what begins there is no description of its own.
        """
        at = bisect_left(self._offsets, noun.span.end)
        if not self._text.startswith(", ", noun.span.end) or at >= len(self._lowers) or noun.kind is PERSON:
            return False
        following = self._lowers[at]
        is_capital = self._text[self._offsets[at]].isupper()
        return is_capital or following in _PRONOUNS or (following.endswith("s") and following not in _CLAUSES)

    def named_before(self, offset: int, low: int) -> Speaker | None:
        """Return the person named last before a place, not before `low`."""
        index = bisect_left(self._starts, offset) - 1
        while index >= 0 and self._starts[index] >= low:
            mention, person = self._mentions[index]
            if may_speak(mention):
                return Speaker(mention.span, PERSON, person)
            index -= 1
        return None

    def opening(self, start: int, end: int) -> Speaker | None:
        """Return the person or pronoun with which a sentence begins, or None."""
        index = bisect_left(self._offsets, start)
        if index == len(self._words) or self._offsets[index] >= end:
            return None
        pronoun = self._pronoun_at(index)
        if pronoun and self._lowers[index] in ("he", "she"):
            return pronoun
        at = bisect_left(self._starts, start)
        if at < len(self._mentions) and self._starts[at] == self._offsets[index]:
            mention, person = self._mentions[at]
            return Speaker(mention.span, PERSON, person) if may_speak(mention) else None
        return None

    def labelled(self, span: Span) -> Speaker:
        """Return the source whom a label or a credit names: `POE:`, `— Ann Poe`."""
        words = self._text[span.start : span.end].lower()
        people = self._people
        named = people.at(span.start) or next((p for p in people.all if p.surname.lower() == words), None)
        return Speaker(span, PERSON, named)

    def _before_fillers(self, index: int) -> int:
        """Return the word after the subject, at or before that of a verb: `Ann Poe has also said`."""
        while index and self._is_filler(index - 1) and self.adjacent(index):
            index -= 1
        return index

    def _before_time(self, index: int) -> int:
        """Return the same, past a time: `Ann Poe on Monday said`, `Ann Poe (D-Ohio) last week said`."""
        at = index
        if at > 1 and self._lowers[at - 1] in _TIMES and self.adjacent(at):
            at -= 1
            while at > 1 and self._lowers[at - 1] in _DATING and self.adjacent(at):
                at -= 1
        is_part = at < index and self._lowers[at - 1].endswith("ed")  # `a report released last year found`
        return index if is_part else at

    def _is_filler(self, index: int) -> bool:
        """Whether a word may stand between subject and verb: `has`, `later`, `at first`."""
        lower = self._lowers[index]
        if lower == "at":
            return self._lowers[index + 1] == "first"
        return lower in _FILLERS or lower.endswith("ly")

    def _pronoun_at(self, index: int) -> Speaker | None:
        pronoun = self._lowers[index]
        if pronoun in _CONTRACTED:
            pronoun = pronoun.partition("'")[0]
        if pronoun not in _PRONOUNS:
            return None
        start = self._offsets[index]
        return Speaker(Span(start, start + len(pronoun)), PRONOUN, None)

    def _relative(self, index: int) -> Speaker:
        """Return the source of `who` or `which`: the person named right before it, if any."""
        word = self._words[index]
        antecedent = self._mention_ending(self._end(index - 1)) if index else None
        return Speaker(word.span, PRONOUN, antecedent.person if antecedent else None)

    def _apposed(self, end: int) -> Speaker | None:
        """Return the person named between commas right before a verb.

        Example: `the chief executive, Ann Poe, said`.
        """
        named = self._mention_ending(end)
        return named if named and self._text.endswith(", ", 0, named.span.start) else None

    def _joined(self, index: int, clause: int) -> Speaker | None:
        """Return the subject of a second verb: `he laughed and said`, `Ann Poe stood up and said`."""
        for at in range(index - 1, max(index - 5, -1), -1):
            if self._offsets[at] < clause or not self.adjacent(at + 1):
                break
            found = self._pronoun_at(at) or self._mention_ending(self._end(at))
            if found:
                before = self._text[clause : found.span.start]
                is_told = before.endswith(_EMBEDDING) or (found.kind is PERSON and before.endswith("ed "))
                if is_told:
                    break
                return self._subject_of(found, clause) or found
        return self.subject(clause, self._offsets[index])

    def _subject_of(self, named: Speaker, clause: int) -> Speaker | None:
        """Return he or she where a clause begins so and names somebody else: `He thanked Ann Poe and`."""
        opening = self._pronoun_at(bisect_left(self._offsets, clause))
        return opening if named.kind is PERSON else None

    def _of_whom(self, named: Speaker, at: int, clause: int) -> Speaker | None:
        """The somebody whose phrase ends with a name: `a lawyer for Ann Poe said`, `friends of Mr. Roe say`.

        at  the word index right after the name
        """
        first = bisect_left(self._offsets, named.span.start)
        return self._noun_phrase(at, clause, sure=True) if self._is_whose(first, clause) else None

    def _is_whose(self, first: int, clause: int) -> bool:
        """Whether a name that begins at a word index says whose lawyer, friend or aide somebody is."""
        is_after = first > 1 and self._lowers[first - 1] in _OF_WHOM and self.adjacent(first)
        return is_after and self._is_somebody(first - 2, clause)

    def _mention_ending(self, end: int) -> Speaker | None:
        """Return the person whose mention ends right here."""
        if end not in self._ending:
            return None
        mention, person = self._ending[end]
        return Speaker(mention.span, PERSON, person)

    def _past_introduction(self, index: int, end: int) -> int | None:
        """Return the word with which a clause begins, after `But`, `On Friday,` and the like."""
        for _ in range(4):
            if index >= len(self._lowers) or self._end(index) > end:
                return None
            if self._lowers[index] in _ADVERBS:
                index += 1
            elif self._lowers[index] in _LEADS or self._lowers[index].endswith("ing"):
                comma = self._text.find(", ", self._end(index), end)
                if comma < 0:
                    near = range(index + 1, min(index + 5, len(self._lowers)))
                    return next((at for at in near if self._lowers[at] in _PRONOUNS), None)
                index = bisect_left(self._offsets, comma)
            else:
                return index
        return None

    def _subject_phrase(self, index: int, end: int) -> Speaker | None:
        """Return the noun phrase at the head of a clause, up to its verb."""
        first = index
        mention_at = bisect_left(self._starts, self._offsets[first])
        while index < len(self._lowers) and self._end(index) <= end and index - first < 9:
            if mention_at < len(self._mentions) and self._starts[mention_at] == self._offsets[index]:
                mention, person = self._mentions[mention_at]
                if may_speak(mention):
                    return Speaker(mention.span, PERSON, person)
                mention_at += 1
            is_noun = index == first + 1 and self._lowers[first] in DETERMINERS
            is_noun = is_noun and self.adjacent(index) and self._lowers[index] not in _CLAUSES
            ends = not self._joins(index) or _ends_subject(self._lowers[index])
            if index > first and ends and not is_noun:
                break
            index += 1
        lower = self._lowers[first]
        last = self._lowers[index - 1]
        starts = lower in _STARTS or is_possessive(lower) or self._text[self._offsets[first]].isupper()
        is_source = last in SOURCES
        if index > first and starts and (is_source or index - first > 1) and last not in CALENDAR:
            return self._phrase(first, index)
        return None

    def _noun_phrase(self, at: int, clause: int, *, sure: bool) -> Speaker | None:
        """Return the words right before a verb, back to where their phrase or clause begins."""
        lowers, offsets = self._lowers, self._offsets
        last = lowers[at - 1]
        first = at - 1
        determined = False
        while True:
            lower = lowers[first]
            is_first = not first or offsets[first - 1] < clause or not self._joins(first)
            before = "" if is_first else lowers[first - 1]
            # An object may stand before the subject: `a plan the mayor said was dead`.
            is_whose = before in _BELONGS and first > 1
            is_whose = is_whose and (self._is_somebody(first - 2, clause) or lowers[first - 2] in DOCUMENTS)
            is_part = before == "of" or is_whose
            is_part = is_part or (before == "and" and self._joins_names(first, clause))
            if not is_part and (lower in _STARTS or is_possessive(lower)):
                determined = True
                if is_possessive(lower):
                    first = self._whose(first, clause)
                break
            if is_first or (before in _CLAUSES and not is_part) or before in CALENDAR:
                break
            if at - first == 9:
                return None
            first -= 1
        if lowers[first] in ("a", "an") and at - first > 2 and _is_plural(last):
            first = at - 1  # an object before the subject: `a friendship prosecutors called improper`
        if not is_first and before in _PLACING and not self._opens(first - 1, clause):
            return self.subject(clause, offsets[first])  # `Ann Poe in a speech said`
        if lowers[first] in _GOVERNS or (last.endswith("ed") and not sure):
            return None
        if determined or sure or last in SOURCES or self._text[offsets[at - 1]].isupper():
            return self._phrase(first, at)
        return None

    def _whose(self, index: int, clause: int) -> int:
        """Return where a phrase begins that holds a possessive.

        Examples: `Ann Poe's lawyer`, `soldiers from Sgt. Poe's unit`.
        """
        first = index
        while first and self._offsets[first - 1] >= clause and self._is_beside(first):
            if not self._text[self._offsets[first - 1]].isupper():
                break
            first -= 1
        if first == index and self._text[self._offsets[index]].islower():
            opens = [
                at
                for at in range(index - 1, max(index - _ADJECTIVES, 0) - 1, -1)
                if self._lowers[at] in _STARTS | DETERMINERS
            ]
            if opens and all(map(self.adjacent, range(opens[0] + 1, index + 1))):
                first = opens[0]
        is_of = first > 1 and self._lowers[first - 1] in _BELONGS and self._is_somebody(first - 2, clause)
        if is_of:
            return first - 2
        return first - (
            first > 0 and self._offsets[first - 1] >= clause and self._lowers[first - 1] in _STARTS
        )

    def _is_beside(self, index: int) -> bool:
        """Whether nothing but a space, or the full point of an abbreviation, parts two words: `Sgt. Poe`."""
        gap = self._text[self._end(index - 1) : self._offsets[index]]
        return gap in SPACES or (gap == ". " and len(self._lowers[index - 1]) < _ABBREVIATED)

    def _joins_names(self, index: int, clause: int) -> bool:
        """Whether `and` before a word joins two names that say whose somebody is.

        Example: `officials in Hull and York`.
        """
        first = index - 2
        if first < 2 or self._offsets[first - 2] < clause or not self._joins(first):
            return False
        are_names = self._text[self._offsets[first]].isupper() and self._text[self._offsets[index]].isupper()
        is_body = self._lowers[first - 1] == "of" and self._text[self._offsets[first - 2]].isupper()
        is_those = self._lowers[first - 2].removesuffix("s") in BODIES  # `committees for Hull and York`
        is_those = is_those or self._is_somebody(first - 2, clause)
        is_of = self._lowers[first - 1] in _BELONGS and is_those
        return are_names and (is_body or is_of)

    def _opens(self, index: int, clause: int) -> bool:
        """Whether a word is the first of its clause."""
        return index == 0 or self._offsets[index - 1] < clause or not self._joins(index)

    def _is_somebody(self, at: int, clause: int) -> bool:
        """Whether a word before a preposition means people: `a nurse at the home`, `familiar with`."""
        if at < 0 or self._offsets[at] < clause:
            return False
        lower = self._lowers[at]
        is_role = lower in FACELESS or lower in ROLE_NOUNS or lower.removesuffix("s") in ROLE_NOUNS
        return is_role or lower in _KNOWING or lower.endswith(_DOERS)

    def _named(self, span: Span, person: Person) -> Speaker:
        """Return a phrase that ends in a name: a person, or a report by one."""
        head = self._text[span.start : span.end].lower().partition(" by ")
        if head[1] and any(word in DOCUMENTS for word in head[0].split()):
            return Speaker(span, DOCUMENT, person)
        return Speaker(span, PERSON, person)

    def _phrase(self, first: int, stop: int) -> Speaker:
        """Return the words `first:stop` as a source without a name."""
        lowers = self._lowers[first:stop]
        span = Span(self._offsets[first], self._offsets[stop - 1] + len(lowers[-1]))
        return Speaker(span, _kind_of(lowers), None)

    def _nameless(self, span: Span) -> Speaker:
        """Return the words of a span as a source without a name."""
        return Speaker(span, _kind_of(_WORD.findall(self._text[span.start : span.end].lower())), None)


def _kind_of(lowers: list[str]) -> SourceKind:
    """Classify a source without a name by its first telling noun."""
    return next(filter(None, map(_KINDS.get, lowers)), GROUP)


def _is_plural(lower: str) -> bool:
    """Whether a word is the plural of a noun for somebody who may speak."""
    return lower.endswith("s") and (lower in FACELESS or lower.removesuffix("s") in ROLE_NOUNS)


def _ends_subject(lower: str) -> bool:
    return lower in _AFTER_SUBJECT or lower.endswith(("ed", "ly", "ing"))


def may_speak(mention: Mention) -> bool:
    """Whether a mention names a person, not something of a person's."""
    return not mention.possessive and mention.kind is not _ATTRIBUTIVE
