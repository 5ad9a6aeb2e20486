"""Where a word may stand twice in a row: grammar, names, emphasis."""

from __future__ import annotations

import re
from collections.abc import Mapping

from copydesk.document import Document, Span
from copydesk.language.lexicon import common_words
from copydesk.language.words import Word


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ALWAYS = _words("that had her you there do did done not no one two out up off down round")
"""Words that may follow themselves in ordinary grammar: gave her her coat, had had, no big there there."""

EMPHATIC = _words(
    "very really so too much many more far long way big never always again old little just all pretty like"
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
    aye bang beep blah boo bye cha choo chop clap dear dum girl go goody ha he hear hee hey ho hush
    knock la my na night now oh ooh please poo pom right run same sh ta there tick toe tsk tuk tut
    uh um wait walla well win wee woof wow yada yeah yes yo yum bling boys girls ding ping pong tap
    thank tock war woo zoom
    """
)
"""Cries, sounds and reduplications: bye bye, blah blah, knock knock."""

GRAMMAR = _words(
    """
    a an the this these those and or but nor if than then as at by for from in into of on onto over
    to under upon with without about after before between during through since until while when
    where which who whom whose what how why because is was are were am be been being has have having
    will would shall should can could may might must does i he she it we they me him us them his its
    our their your my it's
    """
)
"""Words that are no names, however they are capitalised."""

ARTICLES = _words("a an the")
GIVEN_NAMES = _words("will may")

_PARTICLES: Mapping[str, frozenset[str]] = {
    "in": _words(
        """
        sworn swear swears swearing come comes came coming bring brings brought bringing check
        checked log logged move moved moving weigh weighed weighs break broke broken breaking cave
        caved step stepped phone phoned call called calling tune tuned fill filled let give gave
        given turn turned get gets got go goes going went gone live lived lives living grew grown
        serve served serving believe believed engage engaged participate participated work worked
        kick kicked set sets settle settled hand handed pitch pitched
        """
    ),
    "on": _words(
        """
        go goes going went gone carry carried carries hold held later early earlier move moved
        moving put puts keep kept log logged turn turned switch switched pass passed drag dragged
        catch caught get got worked what's look looked looking live lived is was
        """
    ),
    "for": _words(
        """
        fight fights fought fighting ask asked call called vote voted pay paid stand stood wait
        waited hope hoped look looked looking work worked care cared run ran running play played
        campaigned searched
        """
    ),
    "by": _words(
        "stand stands stood pass passed get gets got drive drove go goes went come came live lived lay"
    ),
    "with": _words(
        "live lived living work worked working deal dealt dealing play played playing went gone agree agreed"
    ),
    "at": _words("look looked looking aim aimed good stare stared work worked"),
    "to": _words("talk talked talking listen listened speak spoke spoken go goes going went belong belonged"),
    "over": _words("take took taken taking hand handed start started turn turned pull pulled"),
}
"""Verbs that take a particle: came in in 1979, went on on Monday, fought for for 20 years."""

_TIME = (
    r"\s(?:(?:about|almost|nearly|more than|over|early|late|mid|the (?:last|past|next|first))\s)?"
    r"(?:\d|(?:two|three|four|five|six|seven|eight|nine|ten|last|next|this|years|months|weeks|days|hours|decades"
    r"|generations|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*)\b)"
)
"""What follows a particle and a preposition: a time, as a rule."""

_SET_PHRASES: Mapping[str, frozenset[str]] = {
    "in": _words("principle fact part particular general time turn theory practice public private peace"),
    "on": _words("time purpose average camera record occasion schedule air"),
    "for": _words("now good better life free example instance once certain"),
    "with": _words("ease care pleasure difficulty help caution pride relish"),
    "at": _words("night noon dawn home all once first last least times present"),
    "to": _words("this be date boot some"),
    "by": _words("now then chance day night hand"),
    "of": _words("course late"),
}
"""Adverbs of two words, which may follow a verb and its particle: the people whom he works with with ease."""

_WHO = _words("who what whatever whoever")
_ANTECEDENTS = _words("those they he anyone everyone anybody everybody all")
_VERBS_AFTER_WHO = _words(
    "can could will would may might must should has have had are is was were do does did"
)
"""`Those who can can help`; but `people who are are ill` is a slip."""

_PLACE_OR_MANNER = _words("where how why who whoever")

_FREE_RELATIVE = _words("what whatever whoever whichever all everything anything something nothing")
_RELATIVE_VERBS = _words("is was are were has have does")
"""`What it is is a bridge`: the first verb ends one clause, the second begins another."""

_PERIODS = _words(
    "week month year season summer winter spring fall autumn morning afternoon evening time weekend"
)
_BEFORE_IT = _words("without of about with for to from on at by in see saw like")
_DETERMINERS = _words("the a his her their its my our your")


def is_legal(document: Document, run: list[Word]) -> bool:
    """Whether a run of one word may stand: two or more words, nothing but spaces between them."""
    word = run[0].lower
    if not word.replace("'", "").isalpha() or (len(word) == 1 and word not in "ai"):
        return True  # numbers, codes, initials
    if word in ALWAYS or word in CALLS or _is_a_name(document, run):
        return True
    spoken = document.quotes.hold(Span(run[0].start, run[-1].end))
    if len(run) > 2 and (spoken or word not in GRAMMAR):
        return True  # a slip of the hand writes two
    if word not in GRAMMAR and word not in common_words():
        return True  # gado gado, piri piri: other languages double words to make new ones
    if word in EMPHATIC or (spoken and word in STRESSED_IN_SPEECH):
        return _goes_on(document, run)
    return len(run) == 2 and _parts_clauses(document, run, word)


def _is_a_name(document: Document, run: list[Word]) -> bool:
    """Whether the capitals say that it is no slip: Duran Duran, new New York, Moon Jae In in Seoul.

    They do not in `The the`, `the The Hague` and a headline in capitals.
    """
    word = run[0].lower
    first, *others = [document.slice(one.span) for one in run]
    if any(other != others[0] for other in others) or word not in GRAMMAR:
        return not (first.islower() and others[0].islower())
    if first.islower():
        return not (others[0].islower() or word in ARTICLES)
    if others[0].islower():
        return word in GIVEN_NAMES or not _starts_a_sentence(document, run[0])
    return word != "i" and not (first.isupper() and len(word) > 2)


def _starts_a_sentence(document: Document, word: Word) -> bool:
    sentence = document.sentence_at(word.start)
    return not any(c.isalnum() for c in document.text[sentence.start : word.start])


def _goes_on(document: Document, run: list[Word]) -> bool:
    """Whether a word follows that can be stressed."""
    end = run[-1].end
    return document.text[end : end + 1].isspace() and document.text[end + 1 : end + 2].isalpha()


def _parts_clauses(document: Document, run: list[Word], word: str) -> bool:
    """Whether the one word ends a clause or a verb, and the other begins something else."""
    lowers, sentence = document.words.lowers, document.sentence_at(run[0].start)
    within = document.words.between(sentence.start, run[0].start)
    before = lowers[max(within.start, within.stop - 12) : within.stop]
    last = before[-1] if before else ""
    following = lowers[within.stop + 2 : within.stop + 3]
    if last in _WHO:
        return word not in GRAMMAR or (word in _VERBS_AFTER_WHO and not _ANTECEDENTS.isdisjoint(before[-2:]))
    if word in _SET_PHRASES and not _SET_PHRASES[word].isdisjoint(following):
        return bool(last) and last not in GRAMMAR
    if word in _PARTICLES and last in _PARTICLES[word]:
        return word == "in" or bool(re.compile(_TIME).match(document.text, run[-1].end))
    if word in _RELATIVE_VERBS:
        return not _FREE_RELATIVE.isdisjoint(before) or not _PLACE_OR_MANNER.isdisjoint(before[-4:-1])
    if word == "it":
        return last in _BEFORE_IT
    if word in ("will", "can", "may"):
        return last in _DETERMINERS
    if word == "this":
        return not _PERIODS.isdisjoint(following)
    return False
