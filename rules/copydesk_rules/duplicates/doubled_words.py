"""Judgement of a word that stands twice in a row: grammar, names and emphasis may explain it.

A doubled word is judged by its part of speech. The closed classes (articles, conjunctions, prepositions,
pronouns, auxiliaries) are listed whole; all other words are judged by what stands around them.
"""

from __future__ import annotations

import re
from enum import IntEnum

from msgspec import Struct

from copydesk.document import Document
from copydesk.language.lists import closed_classes as english
from copydesk.language.lists.lexicon import common_words
from copydesk.language.lists.verbs import CUES
from copydesk.language.words import Word
from copydesk.model.prose import Span


class Doubt(IntEnum):
    """The certainty that a doubled word is a slip."""

    NONE = 0
    """No grammar holds it: it is wrong, and the second word goes."""
    LITTLE = 1
    """It is wrong as far as 99 in 100 go; whether the second word goes, an editor says."""
    SOME = 2
    """Most are slips, and grammar could hold one: what is to be done, an editor says."""
    LEGAL = 3
    """It may well stand."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ALWAYS = _words("had her you there do did done no one out up off down round")
"""Words that may follow themselves in ordinary grammar: gave her her coat, had had, no big there there."""

EMPHATIC = {"many", "more"} | _words(
    "very really so too much far long way big never always again old little just all pretty like"
)
"""Words that stress the next one when they are said twice."""

STRESSED_IN_SPEECH = _words(
    """
    bad beautiful big bright close cold cool crazy dark dead deep different dirty early easy fast fine full
    good great green happy hard heavy high hot huge late light low mad new nice poor pretty quick quiet rare
    real rich sad short simple slow small smart soft sorry strange strong stupid sweet tall thick thin tiny
    true ugly warm weak weird wild wrong young
    """
)
"""Adjectives that a speaker says twice to mean more of it: a hot hot summer. A writer's are slips."""

CALLS = _words(
    """
    aye bang beep blah boo bye cha choo chop clap dear dum girl go goody ha hear hee hey ho hush
    knock la my na night now oh ooh please poo pom right run same sh ta tick toe tsk tuk tut
    uh um wait walla well win wee woof wow yada yeah yes yo yum bling boys girls ding ping pong tap
    thank tock war woo zoom
    """
)
"""Cries, sounds and reduplications: bye bye, blah blah, knock knock."""

_ARTICLES = english.ARTICLES
_POSSESSIVES = english.POSSESSIVES - {"her"}
_DETERMINERS = (english.DETERMINERS - {"that"}) | {"each"}
_COORDINATORS = english.COORDINATORS
_SUBJECTS = english.SUBJECT_PRONOUNS
_OBJECTS = english.OBJECT_PRONOUNS
_AUXILIARIES = english.AUXILIARIES
_BE = english.BE
_MODALS = english.MODALS
_FINITE = english.FINITE_AUXILIARIES
_STRANDED = english.STRANDED_PREPOSITIONS
"""Prepositions that may stand without their noun: the hall that she sang at."""
_PREPOSITIONS = (english.PREPOSITIONS - {"like", "near", "past"}) | {"as", "than"}
_OTHERS = (english.QUESTION_WORDS | english.DEMONSTRATIVES | english.SUBORDINATORS) | _words(
    "then not it's myself"
)
GRAMMAR = (
    _DETERMINERS | _COORDINATORS | _SUBJECTS | _OBJECTS | _AUXILIARIES | _PREPOSITIONS | _OTHERS
) - ALWAYS
"""Words that are no names, however they are capitalised."""

TYING = _ARTICLES | _COORDINATORS | frozenset(("of",))
"""Words that neither a sentence nor a line of verse ends with."""

_GIVEN_NAMES = _words("will may")
_NUMERALS = {*english.ONES, "ten"}

_ADVERBS = _PREPOSITIONS | english.PARTICLES
"""What a coordinator makes a pair of: on and on, off and on, to and from, through and through."""

_BEFORE_PREPOSITIONS = _words("from since until till")
"""Prepositions that govern a phrase with one of its own: from under cover, since before the war."""

_WHOLE_WITH_OF = _words(
    """
    think thinks thinking thought dream dreams dreamed heard hear hears know knows knew known speak speaks
    spoke spoken approve approves approved dispose disposed afraid ashamed aware capable certain fond full
    guilty jealous proud scared short sure tired worthy made
    """
)
"""Verbs and adjectives whose "of" may have lost its noun: the ship that he could think of of that size."""

_AFTER_OF = _words("all course late necessity")
"""With these a phrase with "of" says how, and needs no noun before: most proud of of all."""

_COMPLETE = {
    "in": _words(
        """
        sworn swear swears swearing come comes came coming bring brings brought bringing check checks
        checked checking log logs logged logging sign signs signed signing move moves moved moving weigh
        weighs weighed cave caves caved step steps stepped phone phoned call calls called tune tuned fill
        fills filled let lets give gives gave given giving turn turned get gets got go goes going went gone
        hand handed put puts putting pitch pitched break broke set sets settle settled kick kicked opt opts
        opted plug plugged
        """
    ),
    "on": _words(
        """
        go goes going went gone carry carries carried drag dragged log logs logged early later come comes came
        coming
        """
    ),
    "over": _words("take takes took taken taking hand handed start started turn turned pull pulled go went"),
    "by": _words("stand stands stood go goes went come came get gets got drive drove pass passed passing"),
    "through": _words("go goes going went come comes came get gets got fall fell"),
    "about": _words("come comes came go goes went"),
}
"""Verbs and adverbs that are whole with such a particle, so a preposition may follow: went on on the pier."""

_OPPOSITES = {"in": "out", "on": "off"}
"""Beside the one, the other is an adverb: they scale out in the morning and in in the evening."""

_PARTICLES_BEFORE_TIMES = {
    "on": _words(
        """
        move moves moved moving put puts keep kept turn turned switch switched caught catch pass is was what's
        """
    ),
    "for": _words("called asked cared accounted paid"),
}
"""The same, where what follows is a time: the lights were switched on on Friday."""

_TIME = re.compile(
    r"\s(?:(?:about|almost|nearly|more than|over|early|late|mid|the (?:last|past|next|first))\s)?"
    r"(?:\d|(?:two|three|four|five|six|seven|eight|nine|ten|last|next|this|years|months|weeks|days|hours|decades"
    r"|purpose|time|average|generations"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*)\b)"
)
_MANNERS = _words("care caution difficulty ease grace help joy pleasure pride relish skill some great")
"""What "with" may say of an action that has its "with" already: the people whom he works with with ease."""

_CATENATIVES = english.HAVE | _words(
    """
    able about agree agreed allowed asked attempt began begin begins bid chance continue continued decide
    decided decision effort expect expected expects fail failed forced going hope hopes hoped intend intended
    intends like likely love managed need needed needs ought plan planned plans possible ready refuse refused
    right seem seemed seems start started tend tried tries try trying unable used want wanted wants way
    willing wish wished
    """
)
"""Words that take an infinitive without leaving a gap in it: she wants to go to the hall."""

_RELATIVES = _words("who which that")
_FREE_RELATIVES = (english.QUESTION_WORDS - {"when", "which", "who"}) | _words(
    "whatever whoever whomever whichever"
)
_INTRODUCERS = (_FREE_RELATIVES | _RELATIVES | english.ANYTHING | english.SUBORDINATORS) | _words(
    "all one ones way"
)
"""Words that open a clause which its verb may end: what it was was a bridge; the plan as it is is fine."""

_ANTECEDENTS = english.ANYBODY | _words("those they he all one ones")
_ORDINALS = {*english.ORDINALS, "last", "next"}
_NOUNS_AND_VERBS = _words(
    """
    bet bid bore burst cast cost cut felt fell fish found ground hit hurt lay lead left let people police put
    quit read rose saw set shed shot shut split spread spring thought wound
    """
)
"""Nouns that agree with a verb of the same form: the cut cut deep, the police police the town."""

_PERIODS = _words(
    "week month year season summer winter spring fall autumn morning afternoon evening time weekend"
)

_SIC = re.compile(r"[^.?!\n]{0,40}?[\[(]sic\b", re.IGNORECASE)
_TOKEN_AFTER = re.compile(r"[./:=@\\|+#&-]\w|[_@=\\|]")
_TOKEN_BEFORE = _words(". / : = @ \\ | + # & - _ $ <")
_PROGRAM = re.compile(r"[A-Za-z][:=]\w|\w_\w")
_MARKS = ",;:()—–“"
_CLAUSE = 200
"""How many characters back a clause is looked at."""
_NEAR = 6
"""How many words to each side show whether a passage is English."""


class _DoubledWord(Struct, frozen=True):
    """A run of one word with its surroundings.

    word       what is repeated, in lower case
    before     the words of its sentence before it, at most a dozen
    unbroken   how many of these stand after the last comma, or another mark
    following  the word after it, or empty
    goes_on    whether that follows after nothing but a space
    spoken     whether it stands in a quotation
    """

    word: str
    before: list[str]
    unbroken: int
    following: str
    goes_on: bool
    spoken: bool

    @property
    def last(self) -> str:
        """The word before, or empty."""
        return self.before[-1] if self.before else ""


def judge(document: Document, run: list[Word]) -> Doubt:
    """Judge whether a run of one word, with nothing but space between, is a slip."""
    word = run[0].lower
    if not word.replace("'", "").isalpha() or (len(word) == 1 and word not in "ai"):
        return Doubt.LEGAL  # numbers, codes, initials
    if word in ALWAYS or word in CALLS or _is_a_name(document, run) or _is_set_apart(document, run):
        return Doubt.LEGAL
    place = _place(document, run)
    if len(run) > 2 and (place.spoken or word not in GRAMMAR):
        return Doubt.LEGAL  # a slip of the hand writes two
    if word not in GRAMMAR and not _is_known(word) and _is_written_alike(document, run):
        return Doubt.LEGAL  # gado gado, piri piri: other languages double words to make new ones
    if not _is_english(document, run):
        return Doubt.LEGAL
    doubt = _judge(document, run, place)
    if word not in TYING | _PREPOSITIONS | _AUXILIARIES and _PROGRAM.search(
        document.text, max(0, run[0].start - 60), run[-1].end + 60
    ):
        return Doubt.LEGAL  # any any dport:80
    if document.slice(run[0].span) != document.slice(run[1].span) and not document.opens_sentence(
        run[0].start
    ):
        doubt = max(doubt, Doubt.SOME)  # the The Hague
    if place.spoken and doubt is not Doubt.LEGAL:
        # A speaker stops and starts anew.
        starts_anew = word in _AUXILIARIES | _OTHERS or "'" in word
        return max(doubt, Doubt.SOME if starts_anew else Doubt.LITTLE)
    return doubt


def _is_known(word: str) -> bool:
    """Whether a word is English: the president's, didn't."""
    return word.endswith("n't") or word.removesuffix("'s") in common_words()


def _is_written_alike(document: Document, run: list[Word]) -> bool:
    """Whether the file has the same code points for each; é and e with an accent come from two hands."""
    places = [document.to_source(word.span) for word in run]
    return len({document.source.text[place.start : place.end].lower() for place in places}) == 1


def _judge(document: Document, run: list[Word], place: _DoubledWord) -> Doubt:
    word = place.word
    if word in _ARTICLES:
        # What no noun follows is spoken of, not written twice.
        named = not place.goes_on or (word == "a" and len(place.following) == 1)
        return Doubt.LEGAL if named else Doubt.NONE
    if word in _COORDINATORS:
        named = not {place.last, place.following}.isdisjoint(_COORDINATORS) or place.last in _ARTICLES
        return Doubt.LEGAL if named or not place.goes_on else Doubt.NONE
    if word in _PREPOSITIONS:
        return _judge_preposition(document, run, place)
    if word in _AUXILIARIES:
        return _judge_auxiliary(place)
    if word in GRAMMAR:
        return _judge_pronoun(place)
    return _judge_other(place)


def _judge_preposition(document: Document, run: list[Word], place: _DoubledWord) -> Doubt:
    """Judge a doubled preposition, which may follow a particle: the hall she sang at at Easter."""
    word, last = place.word, place.last
    if word not in _STRANDED:
        return Doubt.LITTLE
    if _ends_pair(place.before) or _ends_pair([*place.before, word]):
        return Doubt.LEGAL  # on and on on the subject
    if place.following in _COORDINATORS:
        return Doubt.LEGAL  # what they live by by and large
    if not last or _is_parted(document, run[0]):
        return Doubt.LITTLE
    if last in _BEFORE_PREPOSITIONS:
        return Doubt.SOME  # from under under cover
    if last in GRAMMAR - _OBJECTS - _AUXILIARIES:
        return Doubt.LITTLE
    if word == "of":
        return _judge_of(place)
    if last in _COMPLETE.get(word, ()) or _OPPOSITES.get(word) in place.before:
        return Doubt.LEGAL
    if last in _PARTICLES_BEFORE_TIMES.get(word, ()) and _TIME.match(document.text, run[-1].end):
        return Doubt.LEGAL
    gap = _find_gap(place.before, place.unbroken)
    if word == "with" and place.following not in _MANNERS:
        return Doubt.SOME if last in _ADVERBS else min(gap, Doubt.SOME)
    if last in _CATENATIVES if word == "to" else place.before[-2:-1] in (["the"], ["a"], ["an"]):
        return min(gap, Doubt.SOME)  # that she needs to to go; that he makes a deal with with
    if gap is Doubt.SOME and word == "to" and place.following not in _DETERMINERS:
        return Doubt.LEGAL  # the lengths these men went to to hurt him
    is_bare = place.following.isalpha() and place.following not in GRAMMAR
    if word == "to":
        return max(gap, Doubt.SOME) if is_bare and last not in _CATENATIVES else gap  # went to to-go stands
    if is_bare and word in _COMPLETE and document.after(run[-1].end + 1).islower():
        return max(gap, Doubt.SOME)  # moved on on foot, switched on on arrival
    return gap


def _ends_pair(words: list[str]) -> bool:
    """Whether two adverbs, or the first and its coordinator, stand at the end: to and from, on and."""
    return len(words) > 2 and words[-2] in _COORDINATORS and words[-3] in _ADVERBS and words[-1] in _ADVERBS


def _judge_of(place: _DoubledWord) -> Doubt:
    """Nouns, too, have an "of", so only a clause before that lacks its noun lets another stand."""
    if place.following in _AFTER_OF or place.last in _WHOLE_WITH_OF:
        return Doubt.LEGAL
    return min(_find_gap(place.before, place.unbroken), Doubt.SOME)


def _find_gap(before: list[str], unbroken: int) -> Doubt:
    """Whether a clause before lacks the noun of its preposition: LEGAL where it does, SOME where it may.

    unbroken  how many words stand after the last comma, or another mark
    """
    count = len(before)
    article = next((at for at in (count - 2, count - 3) if at > 0 and before[at] in ("a", "an")), 0)
    if article and before[article - 1] in _BE:
        return Doubt.LITTLE  # what was an effort to
    for at in range(count - 1, -1, -1):
        word, between = before[at], before[at + 1 :]
        previous = before[at - 1] if at else ""
        if word in _FREE_RELATIVES and between:
            return Doubt.LEGAL
        if word in _RELATIVES and between and not (word == "that" and previous in CUES):
            if _is_subject(between[0]) or between[0] in _DETERMINERS:
                return Doubt.LEGAL if at >= count - unbroken else Doubt.SOME
            if between[0] not in GRAMMAR and not between[0].endswith("ly") and len(between) > 1:
                return Doubt.SOME
            break  # its own subject: who live in in the north
        if at <= count - unbroken or previous in GRAMMAR:
            continue
        has_object = not _DETERMINERS.isdisjoint(between)
        if _is_subject(word) and previous not in CUES:
            # The hall he sang at at Easter; the paper he put his name to to please her.
            return Doubt.SOME if has_object else Doubt.LEGAL
        if not has_object and word in _DETERMINERS and len(between) > 1:
            return Doubt.SOME  # the hall his wife sang at at Easter
    if count > 2 and before[-2] == "to" and before[-3] not in GRAMMAR | _CATENATIVES:
        return Doubt.SOME if before[-3].endswith(("ed", "ing")) else Doubt.LEGAL  # a place to go to to go
    if count > 1 and before[-2] in _BE and before[-1].endswith("ed"):
        return Doubt.SOME  # was looked at at noon
    return Doubt.LITTLE


def _is_subject(word: str) -> bool:
    return word.partition("'")[0] in _SUBJECTS


def _judge_auxiliary(place: _DoubledWord) -> Doubt:
    """Judge a doubled verb, of which the first may end a clause: what it was was a bridge."""
    word, last, before = place.word, place.last, place.before
    if word in _MODALS and last in _DETERMINERS:
        return Doubt.LEGAL  # the will will be read
    if word == "will" and place.following in _DETERMINERS:
        return Doubt.SOME  # she will will her house to him
    if last == "there" and place.unbroken == 1:
        return Doubt.LITTLE
    if last == "there" or last in ("what", "that", "whatever", "whoever", "all", "as"):
        return Doubt.LEGAL
    if last == "who":
        return Doubt.SOME if _ANTECEDENTS.isdisjoint(before[-2:-1]) else Doubt.LEGAL
    for at in range(len(before) - 1, -1, -1):
        previous = before[at - 1] if at else ""
        if before[at] in _FINITE:
            break
        if before[at] in _INTRODUCERS:
            told = before[at] == "that" and previous in CUES
            is_past = at < len(before) - place.unbroken
            return Doubt.SOME if told or is_past or before[at] == "which" else Doubt.LEGAL
        if _is_subject(before[at]) and previous and previous not in GRAMMAR and previous not in CUES:
            return Doubt.LEGAL  # the man he was was gone
    if word == "can" and place.following not in GRAMMAR:
        return Doubt.SOME  # they can can peaches
    if place.following in _SUBJECTS or place.following == "that":
        return Doubt.LEGAL if place.spoken else Doubt.SOME  # the question is is it safe
    return Doubt.LITTLE


def _judge_pronoun(place: _DoubledWord) -> Doubt:
    word, last = place.word, place.last
    if word == "it":
        may_end_clause = last in _PREPOSITIONS or not _INTRODUCERS.isdisjoint(place.before)
        return Doubt.LEGAL if may_end_clause else Doubt.LITTLE
    if word == "this":
        if not last:
            return Doubt.LITTLE
        return Doubt.LEGAL if place.following in _PERIODS else Doubt.SOME
    if word == "that":
        starts_anew = place.following in _SUBJECTS | _ARTICLES and last in CUES
        return Doubt.SOME if starts_anew else Doubt.LEGAL
    if word == "he" and (place.spoken or not place.goes_on):
        return Doubt.LEGAL  # he he, a laugh
    if word == "not":
        return Doubt.SOME if last in _AUXILIARIES - _words("can could") and not place.spoken else Doubt.LEGAL
    if word in ("then", "which", "if"):
        return Doubt.SOME
    return Doubt.LITTLE


def _judge_other(place: _DoubledWord) -> Doubt:
    """Judge a doubled noun, verb, adjective or adverb."""
    word, last = place.word, place.last
    if word in EMPHATIC or word in _ORDINALS or (place.spoken and word in STRESSED_IN_SPEECH):
        return Doubt.LEGAL if place.goes_on else Doubt.LITTLE
    if word in STRESSED_IN_SPEECH:
        return Doubt.SOME
    if last in _words("who what whatever whoever"):
        return Doubt.LEGAL  # whoever thinks thinks twice
    if last in _RELATIVES or _is_in_contact_clause(place):
        return Doubt.SOME  # the actors that act act well; the moment you start start the clock
    if word in _NUMERALS:
        return Doubt.LEGAL if not _NUMERALS.isdisjoint((last, place.following)) else Doubt.SOME
    if last in _PREPOSITIONS and place.before[-2:-1] == [word]:
        return Doubt.SOME  # record after record record profits
    if not _FREE_RELATIVES.isdisjoint(place.before[-3:]):
        return Doubt.SOME
    if word in _NOUNS_AND_VERBS:
        is_slip = last in _AUXILIARIES and place.following in _DETERMINERS | _PREPOSITIONS
        return Doubt.SOME if is_slip else Doubt.LEGAL
    if last == "to" or last in _MODALS | english.DO | {"not"} | (_SUBJECTS - {"he", "it", "she"}):
        # To record record profits; but "to make make a" is a slip, because no verb has two objects so.
        is_pair = place.following not in _DETERMINERS | _OBJECTS and f"{word}s" in common_words()
        return Doubt.LEGAL if is_pair else Doubt.LITTLE
    begins_anew = (not last or last not in GRAMMAR - _DETERMINERS) and not word.endswith(("ed", "ing"))
    if begins_anew and place.goes_on and place.following not in GRAMMAR:
        return Doubt.SOME  # airlines record record profits; in the fall fall colors show
    return Doubt.LITTLE


def _is_in_contact_clause(place: _DoubledWord) -> bool:
    """Whether the word before is the subject of a clause that stands right after its noun: the moment you."""
    if place.unbroken < 2 or not _is_subject(place.last):
        return False
    return place.before[-2] not in GRAMMAR and place.before[-2] not in CUES


def _place(document: Document, run: list[Word]) -> _DoubledWord:
    lowers, sentence = document.words.lowers, document.sentence_at(run[0].start)
    within = document.words.between(sentence.start, run[0].start)
    after = within.stop + len(run)
    clause = max(sentence.start, run[0].start - _CLAUSE)
    mark = max(document.text.rfind(mark, clause, run[0].start) for mark in _MARKS)
    return _DoubledWord(
        run[0].lower,
        lowers[max(within.start, within.stop - 12) : within.stop],
        len(document.words.between(max(clause, mark), run[0].start)),
        lowers[after] if after < len(lowers) else "",
        _goes_on(document, run),
        document.quotes.hold(Span(run[0].start, run[-1].end)),
    )


def _goes_on(document: Document, run: list[Word]) -> bool:
    """Whether a word follows, or code, after a space."""
    end = run[-1].end
    return document.after(end).isspace() and bool(document.after(end + 1).strip(",.;:!?)—–"))


def _is_set_apart(document: Document, run: list[Word]) -> bool:
    """Whether a run is an exclamation (surprise surprise), a part of a longer token, or marked with [sic]."""
    text, block, start, end = document.text, document.block_at(run[0].start), run[0].start, run[-1].end
    if _SIC.match(text, end) or _TOKEN_AFTER.match(text, end) or document.before(start) in _TOKEN_BEFORE:
        return True
    before, after = (
        text[max(block.start, start - 8) : start].rstrip()[-1:],
        document.after(end, 2).lstrip()[:1],
    )
    return not before.isalnum() and not (after.isalnum() or (after and after in "‘“\"'([*_`$\ufffc"))


def _is_parted(document: Document, word: Word) -> bool:
    """Whether a comma or another mark stands before a word."""
    before = document.before(word.start, 2).rstrip()
    return bool(before) and not (before[-1].isalnum() or before[-1] in "’'")


def _is_a_name(document: Document, run: list[Word]) -> bool:
    """Whether the capitals say that it is no slip: Duran Duran, new New York, the THE tables.

    They do not in `The the`, `the The Hague` and a headline in capitals.
    """
    word = run[0].lower
    first, *others = [document.slice(one.span) for one in run]
    if any(other != others[0] for other in others) or word not in GRAMMAR:
        return not (first.islower() and others[0].islower())
    if len(word) > 1 and first.isupper() != others[0].isupper():
        return True
    if first.islower():
        return not (others[0].islower() or word in _ARTICLES)
    if others[0].islower():
        return word in _GIVEN_NAMES or not document.opens_sentence(run[0].start)
    return word != "i" and not (first.isupper() and (len(word) > 2 or _is_in_capitals(document, run)))


def _is_in_capitals(document: Document, run: list[Word]) -> bool:
    """Whether all that stands around a run in its block is in capitals."""
    block = document.block_at(run[0].start)
    first, last = max(block.start, run[0].start - _CLAUSE), min(block.end, run[-1].end + _CLAUSE)
    around = document.text[first : run[0].start] + document.text[run[-1].end : last]
    return around.isupper()


def _is_english(document: Document, run: list[Word]) -> bool:
    """Whether most words around a run are English; beside a word of an open class, some must stand."""
    words, block = document.words, document.block_at(run[0].start)
    within = words.between(block.start, block.end)
    first = words.between(block.start, run[0].start).stop
    last = first + len(run)
    near = (
        words.lowers[max(within.start, first - _NEAR) : first]
        + words.lowers[last : min(within.stop, last + _NEAR)]
    )
    near = [word for word in near if word.replace("'", "").replace("-", "").isalpha()]
    if len(near) < 2:
        return run[0].lower in GRAMMAR
    return 2 * sum(word in common_words() or word in GRAMMAR for word in near) >= len(near)
