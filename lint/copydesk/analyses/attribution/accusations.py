"""Sentences in which the paper itself says that somebody who can be told did a grave wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from msgspec import Struct

from copydesk.analyses.attribution.offences import (
    ANYBODY,
    ANYTHING,
    MONEY,
    Offence,
    VerbForm,
    find_wrongs,
    forms_of_wrong,
    idioms,
    nouns,
    words_of,
)
from copydesk.analyses.attribution.wrongdoers import Wrongdoers
from copydesk.analyses.likeness.repeats import is_title
from copydesk.document import Document
from copydesk.language.lists import closed_classes as english
from copydesk.language.lists.titles import RELATIVES, ROLE_NOUNS
from copydesk.language.lists.verbs import CUES
from copydesk.model.prose import BlockKind, Span, once_a_draft

_BEING = english.BE
_HAVING = english.HAVE
_ORDERED = frozenset("had have has ordered got gets".split())
_NEGATIONS = (english.NEGATIONS - {"nowhere", "without"}) | frozenset(
    """
    cannot hardly didn't don't doesn't isn't wasn't
    weren't aren't hasn't haven't hadn't can't couldn't won't wouldn't denied denies deny denying
    """.split()
)
_SUPPOSING = (
    english.MODALS
    | (english.ANYBODY - {"nobody"})
    | frozenset(
        """
    if whether unless imagine suppose supposing perhaps maybe speculation rumor rumors rumour rumours
    probably likely theory theories fears whoever possible possibly potentially let's cannot
    apparently seemingly possibility seem seems potentially reportedly supposedly purportedly
    """.split()
    )
)
_OPENS_CLAUSE = (english.SUBORDINATORS | {"when", "after", "before"}) - {"as", "than"}
_WHOSE = english.DETERMINERS - english.RELATIVES
_WHICH = english.DETERMINERS - english.INDEFINITES
_NO_NOUNS = english.PREPOSITIONS | english.CONJUNCTIONS
_TELLS = frozenset(CUES) | {"that"}
_PARTICIPLE_AFTER = frozenset("after before by having".split())
_TOLD = frozenset(
    """
    novel film movie play opera musical episode character characters plot protagonist stage drama thriller
    sitcom chapter fiction fictional comedy sequel myth legend fairy series trilogy audience heroine
    villain song act
    """.split()
)
_LAW = frozenset(
    "law laws statute statutes bill code crime felony misdemeanor offence offense illegal forbids".split()
)
_ANIMALS = frozenset("cat bear bears raccoon fox gull seagull monkey crow squirrel goat magpie mice".split())
_FIRST_PERSON = frozenset("i my we our me us you your".split())
_KILLINGS = frozenset(
    "gunned kill killed killing kills mowed shoot shooting shoots shot stabbed stabbing".split()
)
_NO_OBJECT = (english.CORE_PREPOSITIONS - {"by", "from", "of", "on", "to"}) | frozenset(
    "around through toward towards".split()
)
_TITLES = frozenset("acting incoming outgoing retiring sitting".split())
_SUPPOSES_FIRST = frozenset("had were should".split())
_WITHOUT, _NEAR_FIRST = "without", 4
_READ_BEFORE = _TOLD | _ANIMALS | _LAW | _SUPPOSING | {_WITHOUT}
"""Words before a verb that count where they are no part of a name."""

_IN_WORDS = frozenset("verbally figuratively metaphorically practically virtually".split())
_EVENTS = frozenset("ambush attack battle massacre rampage riot shootout shooting siege war".split())
"""What a killing is a part of that the reader knows about."""

_BACKGROUND = _OPENS_CLAUSE | _EVENTS | {"as"}
_HITS = frozenset("hit hits hitting".split())
_BEATS = frozenset("beat beats beaten beating".split())
_CONTESTS = frozenset(
    """
    award awards championship county final finals match medal odds oscar points poll polls prize primary race
    round semifinal title vote votes
    """.split()
)
"""Where somebody is only beaten in a contest."""

_STATES = frozenset("bribed drunk intoxicated".split())
_RECORDS = frozenset(
    """
    books accounts figures numbers results records expenses permits tests book novel thesis column columns
    story stories article speech sermons paper footnotes citations
    """.split()
)
"""What is falsified by those whose it is."""

_VICTIM_OWNS = frozenset(
    """
    abuse assassination beatings blackmail harassment hazing killing molestation murder rape stalking torture
    """.split()
)
"""Wrongs whose owner is who suffered them, unless `of` says that it is somebody else."""

_DEEDS = frozenset(
    """
    scheme schemes ring plot spree racket operation conspiracy cost drove left led took began went ran came
    put made set hurt sank broke brought kept grew let meant lay sent paid
    """.split()
)
"""Words that may follow the noun of a wrong; another noun makes it a compound: `the fraud department`."""

_FOLLOWS_NOUN = (
    _DEEDS
    | english.PREPOSITIONS
    | english.CONJUNCTIONS
    | english.FINITE_AUXILIARIES
    | english.MODALS
    | english.SUBORDINATORS
    | {"", "that", "which", "who"}
)

_LEADS_TO = frozenset(
    """
    used uses managed conspired plotted schemed colluded helped helps tried attempted ordered told asked
    directed instructed paid forced pressured hired took continued went
    """.split()
)
"""Verbs whose subject answers for the infinitive after them."""

_OMISSIONS = frozenset(
    [
        *((word,) for word in ("never", "didn't", "doesn't")),
        *(
            (first, second)
            for first in english.FINITE_AUXILIARIES - english.BE
            for second in ("not", "never")
        ),
        *((verb, "to") for verb in ("failed", "fails", "refused", "refuses", "neglected")),
    ]
)
"""What stands before a verb for what somebody leaves undone."""

_RUN = frozenset("led owned run staffed".split())
_ENDED = frozenset("ended landed vanished wound".split())
_GIVEN = frozenset("awarded given handed offered paid promised slipped".split())
"""What is done to somebody who gains by it."""

_HELPERS = frozenset("had has have help helped helps let lets made make makes".split())
"""Verbs after whose object an infinitive stands bare."""

_GOES_ON = frozenset("kept keeps began started continued spent".split())
_CALLED = frozenset("a an the convicted common serial cold-blooded admitted former".split())
_LABEL_GOES_ON = frozenset("and who but in whose by".split())
_OBJECT, _BEFORE_TITLE = 7, 2
_PEOPLE = ("ers", "esses", "ors", "girls", "boys")
_YEAR = re.compile(
    r"1(?<!\w1)(?:[0-8]\d\d|9[0-4]\d)\b|i(?<!\wi)n \d{3}[.,;]|c(?<!\wc)entur(?:y|ies)\b"
    r"|B(?<!\wB)\.C\.|A(?<!\wA)\.D\."
)
"""A time long ago. Each form begins with a fixed character, so that the search leaps from one to the next."""


class Accusation(Struct, frozen=True):
    """A grave wrong, said of somebody by the paper itself.

    words     the wrong: the verb with its object, or the noun
    subject   who is said to have done it
    sentence  the sentence
    alone     whether it is grave by itself, not only beside another
    """

    words: Span
    subject: Span
    sentence: Span
    alone: bool


@once_a_draft
def find_accusations(document: Document) -> list[Accusation]:
    """Return the accusations of a draft in the order of the text.

    Of each sentence the first that is grave by itself, or else all that are so only beside another.

    None where the words are quoted, asked, supposed or denied, or of a law, of fiction or of a time long ago.
    Whether somebody answers for one is another question: see `answers`.
    """
    return list(_AccusationFinder(document).accusations())


@cache
def _persons() -> frozenset[str]:
    """Return whom a wrong is done to; a horse is harmed as a man is."""
    return words_of("person") | {"her", "horse", "horses", "dog", "dogs", "puppies"}


class _AccusationFinder:
    """Reads the sentences of one draft that have a word for a wrong."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._text = document.text
        self._words = document.words
        self._lowers = document.words.lowers
        self._starts = document.words.starts
        self._doers = Wrongdoers(document)

    def accusations(self) -> Iterator[Accusation]:
        """Yield the first grave accusation of each sentence, or all that are so only beside another."""
        wrongs = find_wrongs(self._document)
        by_sentence: dict[Span, list[int]] = {}
        for index in wrongs:
            by_sentence.setdefault(self._document.sentence_at(self._starts[index]), []).append(index)
        for sentence, indices in by_sentence.items():
            for alone in (True, False):
                found = ((index, self._stated(index, wrongs[index], sentence, alone)) for index in indices)
                stated = [one for index, one in found if one and self._is_plain(index, sentence)]
                yield from stated[:1] if alone else stated
                if stated:
                    break

    def _stated(self, index: int, senses: list[Offence], sentence: Span, alone: bool) -> Accusation | None:
        within = self._words.between(sentence.start, sentence.end)
        is_joined = (
            self._lowers[index - 1] in english.CONJUNCTIONS
        )  # `never paid a fine, and forged the books`
        first = max(within.start, index - _NEAR_FIRST) if is_joined else within.start
        is_negated = not _NEGATIONS.isdisjoint(self._lowers[first:index]) and any(
            self._lowers[at] in _NEGATIONS and not self._document.people.at(self._starts[at])
            for at in range(first, index)
        )
        stated = [one for one in senses if one.beside is not alone and one.omitted is is_negated]
        if not stated and (is_negated or not alone):
            return None  # a noun is grave by itself
        read = self._read(index, stated, sentence)
        return Accusation(*read, sentence, alone) if read else None

    def _is_plain(self, index: int, sentence: Span) -> bool:
        """Whether a sentence says something of our world and of our time."""
        if self._text[sentence.end - 1] == "?":
            return False
        within = self._words.between(sentence.start, sentence.end)
        head = self._lowers[within.start : index]
        if self._is_anothers_headline(index, sentence):
            return False
        if not _FIRST_PERSON.isdisjoint(head) or self._document.people.at(self._starts[index]):
            return False
        is_figure = index > within.start and self._lowers[index - 1] in _IN_WORDS
        if is_figure or (self._lowers[index] in _KILLINGS and self._is_known(index, within)):
            return False
        if "played" in head and ("played", "by") in pairwise((*head, self._lowers[index])):
            return False
        if _YEAR.search(self._text, sentence.start, sentence.end):
            return False
        block = self._document.block_at(sentence.start)
        paragraph = self._words.between(block.start, block.end)
        is_told = not _TOLD.isdisjoint(self._lowers[paragraph.start : paragraph.stop])
        before = head
        if is_told or not _READ_BEFORE.isdisjoint(head):
            before = [self._lowers[at] for at in range(within.start, index) if not self._is_named(at)]
        if not _TOLD.isdisjoint(before) or (is_told and self._is_present(index, before)):
            return False
        if not _ANIMALS.isdisjoint(before) or (
            not _LAW.isdisjoint(before) and self._is_present(index, before)
        ):
            return False
        if self._lowers[within.start] in _SUPPOSES_FIRST and index - within.start < _NEAR_FIRST:
            return False  # `Had he stolen it, he would know`
        if _WITHOUT in before[-_NEAR_FIRST:]:
            return False
        if self._opens_with_gerund(within):
            return False
        if "to" not in head and _SUPPOSING.isdisjoint(head):
            return True
        is_infinitive = self._infinitive(index, within) is not None
        clause = self._clause(before[:-1] if is_infinitive else before)
        is_wanted = not is_infinitive and self._is_infinitive_before(index, within)
        return _SUPPOSING.isdisjoint(clause) and not is_wanted

    def _is_named(self, at: int) -> bool:
        return self._document.people.at(self._starts[at]) is not None

    def _is_anothers_headline(self, index: int, sentence: Span) -> bool:
        """Whether a wrong is told in a headline of a list: a link to another story."""
        start = self._starts[index]
        is_listed = self._document.block_at(start).kind is BlockKind.LIST_ITEM
        return is_listed and self._text[start].isupper() and is_title(self._document, sentence)

    def _opens_with_gerund(self, within: range) -> bool:
        """Whether what somebody may do is the subject: `Voting Roe is burning down the house.`"""
        first = self._lowers[within.start]
        is_named = within.start + 1 < within.stop and self._document.people.at(self._starts[within.start + 1])
        return bool(first.endswith("ing") and is_named) and first not in _TITLES

    def _is_known(self, index: int, within: range) -> bool:
        """Whether a killing is background: `a week after X shot Y`, `in the attack`."""
        for at in range(index - 1, within.start - 1, -1):
            if self._lowers[at] in _BACKGROUND:
                return True
            if self._text[self._end(at - 1) : self._starts[at]].strip() and self._lowers[at] not in _EVENTS:
                return not _EVENTS.isdisjoint(self._lowers[within.start : at])
        return False

    def _is_present(self, index: int, before: list[str]) -> bool:
        """Whether a wrong is told in the present, as a plot is."""
        if before and before[-1] in _PARTICIPLE_AFTER:
            return False
        is_past = VerbForm.PAST in forms_of_wrong(self._lowers[index])
        return not is_past and english.PAST_AUXILIARIES.isdisjoint(before)

    def _is_infinitive_before(self, index: int, within: range) -> bool:
        """Whether an infinitive stands before a verb, which may be what somebody only wants to do.

        After a `to` that is a preposition stands a noun: `rents rooms to immigrants and steals`.
        """
        for at in range(within.start, index):
            if self._lowers[at] != "to":
                continue
            after = self._lowers[at + 1]
            is_noun = after in english.DETERMINERS or after in english.OBJECT_PRONOUNS or after.isdigit()
            if at + 1 == index or not (
                is_noun or after.endswith("s") or self._text[self._starts[at + 1]].isupper()
            ):
                return True
        return False

    @staticmethod
    def _clause(before: list[str]) -> list[str]:
        """Return the words before a verb, without what a `who` clause or an earlier sentence part says."""
        for at in range(len(before) - 1, -1, -1):
            if before[at] in ("who", "which") and at + 4 >= len(before):
                return before[at:]
        return before

    def _read(self, index: int, senses: list[Offence], sentence: Span) -> tuple[Span, Span] | None:
        """Return the words of a wrong and who did it, where the word at an index says that somebody did."""
        word = self._lowers[index]
        within = self._words.between(sentence.start, sentence.end)
        for offence in senses:
            found = self._as_verb(index, offence, within)
            if found:
                return found
        things = nouns()
        if idiom := self._as_idiom(index, within):
            return idiom
        if word in things.labels and (found := self._as_label(index, within)):
            return found
        if word in things.brands and (found := self._as_brand(index, within)):
            return found
        return self._as_noun(index, within) if word in things.wrongs else None

    # Verbs

    def _as_verb(self, index: int, offence: Offence, within: range) -> tuple[Span, Span] | None:
        lowers = self._lowers
        elsewhere = {
            lower.removesuffix("'s")
            for lower in (*lowers[within.start : index], *lowers[index + 1 : within.stop])
        }
        if any(needed.isdisjoint(elsewhere) for needed in offence.further):
            return None
        if lowers[index] in _BEATS and not _CONTESTS.isdisjoint(elsewhere):
            return None
        if offence.omitted:
            doer, last = self._omits(index, within), self._object_after(index, offence, within)
            return None if doer is None or last is None else (self._span(index, last), doer)
        before = self._auxiliary(index, within)
        is_past = VerbForm.PAST in offence.forms
        if is_past and index > within.start and lowers[index - 1] in _WHOSE:
            return None  # an adjective: `the stolen papers`
        if is_past and before in _BEING:
            return self._passive(index, offence, within)
        if ordered := self._ordered(index, offence, within):
            return ordered
        if is_past and before == "having":
            doer = self._doers.after_comma(index, within) or self._doers.of_sentence(index, within)
        elif VerbForm.DOING in offence.forms:
            doer = self._doing(index, before, within)
        elif VerbForm.BASE in offence.forms and not is_past:
            is_law = not english.MODALS.isdisjoint(elsewhere)
            plural = None if is_law else self._doers.plural_before(index, within)
            doer = self._infinitive(index, within) or plural
        else:
            doer = self._doers.subject(index, within)
        if doer is None:
            return None
        last = self._object_after(index, offence, within)
        if last is None and is_past and self._has_object_before(offence, doer, within):
            last = index
        return None if last is None else (self._span(index, last), doer)

    def _omits(self, index: int, within: range) -> Span | None:
        """Return who leaves undone what a verb says: `never checked`, `did not report`, `failed to tell`."""
        for length in (2, 1):
            words = tuple(self._lowers[max(within.start, index - length) : index])
            if words in _OMISSIONS:
                return self._doers.subject(index - length, within)
        return None

    def _has_object_before(self, offence: Offence, doer: Span, within: range) -> bool:
        """`Gone is the $2 million that X looted`, `the kickbacks the sheriff pocketed`."""
        before = self._doers.object_before(doer, within)
        words = set(self._lowers[before.start : before.stop])
        if not before or offence.human or "man" in offence.objects:
            return False
        if MONEY in offence.objects and set("$£€") & set(self._text[self._starts[before.start] : doer.start]):
            return True
        return not words.isdisjoint(offence.objects - english.PARTICLES - english.PREPOSITIONS)

    def _auxiliary(self, index: int, within: range) -> str:
        """Return the form of `be` or `have` before a verb, across adverbs, or ""."""
        for at in range(index - 1, max(within.start, index - 4) - 1, -1):
            if self._lowers[at] in _BEING or self._lowers[at] in _HAVING:
                return self._lowers[at]
            if self._lowers[at].endswith("'re"):
                return "are"
            if not self._doers.is_adverb(self._lowers[at]):
                return ""
        return ""

    def _doing(self, index: int, before: str, within: range) -> Span | None:
        if before in _BEING:
            return self._doers.subject(index, within)
        if index == within.start:
            return self._doers.after_comma(index, within)
        if "," in self._text[self._end(index - 1) : self._starts[index]]:
            is_told = not _TELLS.isdisjoint(self._lowers[within.start : index])
            return None if is_told else self._doers.of_sentence(index, within)
        if self._lowers[index - 1] == "caught":
            at = index - 2 if self._lowers[index - 2] in _BEING else index - 1
            return self._doers.subject(at, within)
        if self._lowers[index - 1] in _PARTICIPLE_AFTER:
            return self._doers.after_comma(index, within) or self._doers.of_sentence(index, within)
        going_on = (at for at in range(index - 1, max(within.start, index - 4), -1))
        verb = next((at for at in going_on if self._lowers[at] in _GOES_ON), None)
        is_near = verb is not None and (verb == index - 1 or self._lowers[verb] == "spent")
        return self._doers.subject(verb, within) if verb is not None and is_near else None

    def _infinitive(self, index: int, within: range) -> Span | None:
        """`used the church to launder`, `ordered him to destroy`, `It took Crane a year to swindle`."""
        if index - 2 < within.start:
            return None
        if self._lowers[index - 1] != "to":
            return self._after_helper(index, within)
        for at in range(index - 2, max(within.start, index - 7), -1):
            if self._text[self._end(at) : self._starts[at + 1]].strip():
                return None
            if self._lowers[at] not in _LEADS_TO:
                continue
            if self._lowers[at] == "took":
                is_told = self._lowers[at - 1] == "it" and at + 2 < index
                return self._doers.beside(at + 1, within) if is_told else None
            return self._doers.subject(at, within)
        return None

    def _after_helper(self, index: int, within: range) -> Span | None:
        """`helped the firm hide its debts`, `had troopers drive`, `made girls strip`."""
        is_base = VerbForm.BASE in forms_of_wrong(self._lowers[index])
        if not is_base or self._lowers[index - 1] in english.DETERMINERS:
            return None
        for at in range(index - 2, max(within.start, index - 6), -1):
            if self._text[self._end(at) : self._starts[at + 1]].strip():
                return None
            if self._lowers[at] in _HELPERS:
                if self._lowers[at + 1].endswith("ed"):
                    return None  # `had scheduled a vote`
                return self._doers.subject(at, within)
        return None

    def _object_after(self, index: int, offence: Offence, within: range) -> int | None:
        """Return the index of the last word of what a verb is done to; None where that makes it no wrong."""
        stop = self._clause_end(index, min(index + 1 + _OBJECT, within.stop))
        if (
            self._lowers[index + 1 : index + 2]
            and self._lowers[index + 1] in english.REFLEXIVES - offence.objects
        ):
            return None  # `kill herself`
        if self._lowers[index + 1 : index + 2] == ["away"] and "away" not in offence.objects:
            return None  # `threw away two match points`
        if self._lowers[index] in _HITS and self._lowers[index + 1 : index + 2] == ["up"]:
            return None  # `hit up her husband for a loan`
        if offence.human:
            if self._lowers[index + 1 : index + 2] and self._lowers[index + 1] in english.PARTICLES:
                return None  # `drowned out the senator`
            return self._person_after(index, min(stop, index + 6))
        if not offence.objects:
            if self._lowers[index + 1 : index + 2] and self._lowers[index + 1] in _NO_OBJECT:
                return None  # `groped for words`
            within_reach = range(index + 1, min(stop, index + 3))
            ends = (at for at in within_reach if self._lowers[at] in english.CORE_PREPOSITIONS)
            return max(index, next(ends, within_reach.stop) - 1)
        if MONEY in offence.objects and index + 1 < within.stop:
            gap = self._text[self._end(index) : self._starts[index + 1]]
            if not set(gap).isdisjoint("$£€"):
                return self._amount_end(index + 1, within)
        if ANYTHING in offence.objects:
            return self._thing_after(index, stop)
        objects = (at for at in range(index + 1, stop))
        found = next((at for at in objects if self._lowers[at].removesuffix("'s") in offence.objects), None)
        if found is not None and self._lowers[found] == "from":
            is_figure = not nouns().figures.isdisjoint(self._lowers[index + 1 : found])
            return None if is_figure else found  # `stole a win from Dover`
        if found is None and ANYBODY in offence.objects:
            is_phrasal = self._lowers[index + 1 : index + 2] and self._lowers[index + 1] in english.PARTICLES
            return None if is_phrasal else self._person_after(index, min(stop, index + 6))
        if found is not None and self._lowers[found] == "up":
            counted = self._lowers[found + 1 : min(found + 5, within.stop)]
            is_share = "percent" in counted or counted[:1] == ["of"]
            return None if is_share else found  # `made up of officers`
        return found

    def _amount_end(self, index: int, within: range) -> int:
        """Return the last word of an amount, which may be several: `40,000` is two."""
        while index + 1 < within.stop and self._lowers[index + 1].isdigit():
            if self._text[self._end(index) : self._starts[index + 1]] not in (",", "."):
                break
            index += 1
        return index

    def _thing_after(self, index: int, stop: int) -> int | None:
        """Return the last word of an object that is a thing, and no figure of speech.

        `The show` in `stole the show` is a figure of speech.
        """
        if index + 1 >= stop or self._lowers[index + 1] in _NO_NOUNS:
            return None
        phrase = range(index + 1, stop)
        end = next((at for at in phrase if self._lowers[at] in english.CORE_PREPOSITIONS), stop)
        if self._doers.is_adverb(self._lowers[index + 1]):
            return None
        object_ = self._lowers[index + 1 : end]
        return None if not nouns().figures.isdisjoint(object_) or end == index + 1 else end - 1

    def _person_after(self, index: int, stop: int) -> int | None:
        for at in range(index + 1, stop):
            if self._lowers[at] in _persons() | RELATIVES or self._lowers[at].removesuffix("s") in ROLE_NOUNS:
                is_hers = self._lowers[at] == "her" and at + 1 < stop and self._touches(at)
                if is_hers and self._lowers[at + 1] not in _NO_NOUNS:
                    continue
                return None if self._is_of_figure(at, stop) else at
            if self._lowers[at].endswith(_PEOPLE) and self._doers.is_agentive(self._lowers[at][:-1]):
                return at
            if self._doers.is_named(at) and not self._lowers[at].endswith("'s"):
                return at if at == index + 1 and not self._is_of_figure(at, stop) else None
        return None

    def _is_of_figure(self, at: int, stop: int) -> bool:
        """Whether somebody loses what is only a figure of speech: `robbed Roe of the set`."""
        after = self._lowers[at + 1 : stop]
        return after[:1] == ["of"] and not nouns().figures.isdisjoint(after)

    def _clause_end(self, index: int, stop: int) -> int:
        """Return the index of the first word after a verb that a mark or a new clause parts from it."""
        for at in range(index + 1, stop):
            gap = self._text[self._end(at - 1) : self._starts[at]]
            is_number = gap == "," and self._lowers[at].isdigit()
            if not is_number and not set(gap).isdisjoint(',;:—–("“‘'):
                return at
            if self._lowers[at] in _OPENS_CLAUSE:
                return at
        return stop

    def _ordered(self, index: int, offence: Offence, within: range) -> tuple[Span, Span] | None:
        """`ordered the video erased`: a participle whose object stands between the two verbs."""
        if VerbForm.PAST not in offence.forms:
            return None
        for at in range(index - 2, max(within.start, index - 6) - 1, -1):
            if self._lowers[at] in _ORDERED:
                between = self._lowers[at + 1 : index]
                is_violent = offence.human or "man" in offence.objects
                is_violent = is_violent or not offence.objects
                wanted = offence.objects | _persons() | ROLE_NOUNS if is_violent else offence.objects
                doer = None if wanted.isdisjoint(between) else self._doers.subject(at, within)
                return None if doer is None else (self._span(at, index), doer)
        return None

    def _passive(self, index: int, offence: Offence, within: range) -> tuple[Span, Span] | None:
        """`Bribes were paid by X`, `on the orders of X`, and the firm whose `books were cooked`."""
        if offence.further and (last := self._object_after(index, offence, within)) is not None:
            doer = self._doers.subject(index - 1, within)  # `her cousin was handed the contract`
            if doer is not None and self._lowers[index] in _GIVEN:
                return self._span(index, last), doer
        first = max(within.start, index - _OBJECT - 2)
        before = self._lowers[first:index]
        if ANYTHING in offence.objects:
            is_wrong = nouns().figures.isdisjoint(before)
        elif offence.human or not offence.objects:
            is_wrong = not _persons().isdisjoint(before) if offence.human else True
        else:
            agent = self._doers.agent_after(index, within)
            is_kin = agent is not None and self._document.slice(agent).lower() in RELATIVES
            is_violent = is_kin and "wife" in offence.objects
            done_to = offence.objects | _persons() if is_violent else offence.objects
            is_wrong = not done_to.isdisjoint((*before, *self._lowers[index + 1 : index + 2]))
        if not is_wrong:
            return None
        doer = self._doers.agent_after(index, within)
        if doer is None and not _RECORDS.isdisjoint(before[-4:]):
            doer = self._doers.possessor_before(index, within)
        return None if doer is None else (self._span(index, index), doer)

    # Nouns

    def _as_label(self, index: int, within: range) -> tuple[Span, Span] | None:
        """`X is a thief`."""
        at = index - 1
        if at - 1 > within.start and self._lowers[at - 1] in ("a", "an") and self._touches(at):
            at -= 1  # an adjective: `is a sexual predator`
        while at > within.start and self._lowers[at] in _CALLED:
            if self._text[self._end(at - 1) : self._starts[at]].strip():
                break
            at -= 1
        last = index
        if second := nouns().pairs.get(self._lowers[index]):
            if not self._touches(index) or self._lowers[index + 1] not in second:
                return None
            last = index + 1
        if self._is_title(index, last, within):
            return self._span(index, last), self._span(last + 1, last + 1)
        if self._is_appositive(at, index, within) and self._label_ends(last, within):
            doer = self._doers.beside(at - 1 if self._lowers[at] in _CALLED else at, within)
            return None if doer is None else (self._span(index, last), doer)
        bare = self._lowers[index].endswith("s") or self._lowers[index] in _STATES
        if at == index - 1 and not bare:
            return None
        if self._lowers[at] == "by" and at - 1 > within.start and self._lowers[at - 1] in _RUN:
            doer = self._doers.subject(at - 1, within)
        elif self._lowers[at] in english.FINITE_BE and at > within.start:
            doer = self._doers.subject(at, within)
        else:
            doer = self._doers.contracted(at) if self._lowers[at + 1] in ("a", "an") else None
        if doer is None or not self._label_ends(last, within):
            return None
        return self._span(index, last), doer

    def _as_idiom(self, index: int, within: range) -> tuple[Span, Span] | None:
        """`X is on the take`."""
        for phrase in idioms().get(self._lowers[index], ()):
            first = index - len(phrase) + 1
            if self._lowers[max(0, first) : index + 1] == list(phrase) and first - 1 > within.start:
                is_said = self._lowers[first - 1] in _BEING
                doer = self._doers.subject(first - 1, within) if is_said else None
                return None if doer is None else (self._span(first, index), doer)
        return None

    def _is_title(self, index: int, last: int, within: range) -> bool:
        """Whether a label stands before a person's name, as a title does: `Swindler Ken Poole`."""
        opens = index - within.start < _BEFORE_TITLE and last == index
        follows = last + 1 < within.stop and self._touches(last)
        if not opens or not follows:
            return False
        is_name = all(self._is_capital(at) for at in (last + 1, last + 2)) and self._touches(last + 1)
        return is_name or self._document.people.at(self._starts[last + 1]) is not None

    def _is_capital(self, at: int) -> bool:
        return at < len(self._starts) and self._text[self._starts[at]].isupper()

    def _label_ends(self, last: int, within: range) -> bool:
        """Whether a label is a noun of its own, not the first part of a compound: `a murderer's row`."""
        if self._lowers[last] == "for" or last + 1 >= within.stop or not self._touches(last):
            return True
        return self._lowers[last + 1] in _LABEL_GOES_ON

    def _is_appositive(self, at: int, index: int, within: range) -> bool:
        """Whether a label stands beside a name: `Odom, a plagiarist`, `Mayor Pell: thief`."""
        if at == index - 1 and at >= within.start and self._lowers[at] not in _CALLED:
            gap = self._text[self._end(at) : self._starts[index]]
            return gap == ": " and index + 1 >= within.stop
        if self._lowers[at] not in ("a", "an") or at <= within.start:
            return False
        return self._text[self._end(at - 1) : self._starts[at]] == ", "

    def _as_brand(self, index: int, within: range) -> tuple[Span, Span] | None:
        """`the corrupt mayor of Dunmore, Hal Vickers`, `the mayor is corrupt`."""
        is_last = index + 1 >= within.stop or not self._touches(index)
        if is_last and index - 1 > within.start and self._lowers[index - 1] in english.FINITE_BE:
            subject = self._doers.subject(index - 1, within)
            return None if subject is None else (self._span(index, index), subject)
        if (
            index + 1 >= within.stop
            or self._lowers[index - 1] not in english.DETERMINERS - english.INDEFINITES
        ):
            return None
        if not self._touches(index):
            return None
        doer = self._doers.named_doer_at(index + 1, within)
        return None if doer is None else (self._span(index, index), doer)

    def _as_noun(self, index: int, within: range) -> tuple[Span, Span] | None:
        """`her embezzlement`, `theft by the clerk`, `the bribery of X by Y`, `whose fraud ruined many`."""
        if self._lowers[index].startswith("pocket"):
            leads = self._lowers[index - 2 : index]
            is_ended = leads == ["in", "the"] and not _ENDED.isdisjoint(self._lowers[within.start : index])
            if leads not in (["into", "the"], ["lined", "the"]) and not is_ended:
                return None
            doer = self._doers.holder_of(index, within)
            return None if doer is None else (self._span(index - 2, index), doer)
        follows = self._lowers[index + 1] if index + 1 < within.stop and self._touches(index) else ""
        is_compound = follows not in _FOLLOWS_NOUN and not follows.endswith("ed")
        is_done_to = self._lowers[index] in _VICTIM_OWNS and follows != "of"
        owner = None if is_compound or is_done_to else self._doers.owner_of(index, within)
        doer = owner or self._doers.agent_of(index, within)
        return None if doer is None else (self._span(index, index), doer)

    def _touches(self, index: int) -> bool:
        """Whether nothing but a space stands between a word and the next one."""
        after = self._starts[index + 1] if index + 1 < len(self._starts) else len(self._text)
        return self._text[self._end(index) : after] in (" ", "\u00a0")

    def _end(self, index: int) -> int:
        return self._starts[index] + len(self._lowers[index])

    def _span(self, first: int, last: int) -> Span:
        return Span(self._starts[first], self._end(last))
