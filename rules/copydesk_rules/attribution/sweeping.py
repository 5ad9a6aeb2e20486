"""Claims of such a reach that no reporter can have seen them: the worst in the country, causes, will fail."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copydesk.analyses.attribution.answers import Nearness, answer_for
from copydesk.document import Document
from copydesk.language.copy import COPY
from copydesk.language.lists import closed_classes as english
from copydesk.model.prose import Span

_AREA = (
    r"(?:world|globe|country|nation|state|county|region|continent|Europe|Asia|Africa|America|Midwest|South|North"
    r"|West|East|coast|valley|town|city|history|generation|area|province|England|Britain|Scotland|Wales|Ireland"
    r"|memory)"
)
_MORE = r"(?:larger|bigger|worse|better|more|fewer|less|faster|higher|lower)"
_MOST = r"(?:(?:most|least) (?:[\w-]+ )?[\w-]+|\w{3,12}est(?:-\w+)?|worst(?:-\w+)?|best)"
_FEW = r"(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine)"
_REST = r"[^.;:,]"
_Marked = tuple[tuple[str, ...], str]
"""A pattern after strings one of which is in whatever it matches."""

_PATTERNS: dict[str, tuple[_Marked, ...]] = {
    "superlative": (
        (
            (" most ", " least ", "est", " worst"),
            rf"\b(?:the|its|their) {_MOST}\b{_REST}{{0,50}}? (?:in|on|of) (?:[\w’'-]+ ){{0,3}}{_AREA}\b",
        ),
        ((" than any",), rf"\b{_MORE}\b{_REST}{{0,60}} than (?:any|anywhere)\b"),
        (
            ("No ",),
            rf"^No (?:other )?[\w-]+(?: [\w’'-]+){{0,5}} (?:has|had|have) (?:ever\b|been {_MORE}\b)",
        ),
        (("No other ",), r"^No other [\w-]+ (?:in|on) the\b"),
        (("never been",), rf"\b(?:has|have|had) never been (?:so|{_MORE})\b"),
        ((" ever",), rf"\bthe (?:\w+est|most \w+)\b{_REST}{{0,40}} ever\b"),
        (("leading cause",), r"\bthe leading cause of\b"),
    ),
    "figure": (
        (
            (" in ", " out of "),
            rf"\b{_FEW} (?:[\w-]+ ){{0,3}}(?:in|out of(?: every)?) (?:{_FEW}|ten|\d\d?)\b",
        ),
        ((" percent of",), r"\b(?:[Oo]nly|[Nn]early|[Aa]lmost) [\w-]+ percent of\b"),
        (("times as",), r"\btimes as (?:likely|many|high|often)\b"),
        ((" percent of the",), r"^(?:[A-Z][\w-]+|\d+)(?: [\w-]+)? percent of the\b"),
        (("alf of ",), r"^(?:Nearly |Almost |About )?[Hh]alf of (?:the|all)\b"),
    ),
    "cause": (
        (
            (" cause", " prevent", " cure", " breed", " ruin"),
            r"^(?:[\w’'-]+ ){1,4}(?:causes?|caused|prevents?|cures?|breeds?|ruins?)(?: [\w’'-]+){1,5}\.?$",
        ),
        (
            ("ruined", "halved", "destroyed", "wrecked", "driven"),
            r"\b(?:has|have) (?:ruined|halved|destroyed|wrecked|driven)\b",
        ),
        (("cause of",), r"\bis the (?:main |real |root )?cause of\b"),
        ((" more",), rf"\b(?:keeps?|kills?|costs?) more\b{_REST}{{0,60}} than\b"),
        (("kills a ",), rf"\bkills a (?:child|person|woman|man)\b{_REST}{{0,30}}\bevery\b"),
    ),
    "forecast": (
        (
            ("will ",),
            r"\bwill (?:fail|collapse|kill|destroy|ruin|run dry|bankrupt|die out|vanish|double|triple)\b",
        ),
        (("would kill",), r"\bwould kill more\b"),
        (("will cost",), r"\bwill cost (?:\d+|hundreds of|thousands of) jobs\b"),
    ),
    "trend": (
        (
            ("everywhere", "all over"),
            r"\b(?:is|are) (?:rising|falling|growing|spreading|dying) (?:everywhere|all over)\b",
        ),
    ),
}
"""The patterns of each kind. Most are never compiled: few drafts have their marks."""

_FIRST_PERSON = frozenset("i my me mine our".split())
_NO_TOPIC = (
    english.DETERMINERS
    | english.QUANTIFIERS
    | english.AUXILIARIES
    | english.PREPOSITIONS
    | english.CONJUNCTIONS
    | english.QUESTION_WORDS
    | frozenset("they them there said says year years last just also only".split())
)
_STEM, _SHORTEST = 5, 4
_NO_CLAIM = ("one of", "among", "some of", "perhaps", "arguably", "imagine", " not", "to be", "n't", "n’t")
"""What stands before a superlative that is shared, supposed, wanted or denied."""

_LONGEST = 24
"""Spaces of a sentence whose point is the claim; in a longer one it is an aside."""


def find_sweeping(document: Document) -> Iterator[tuple[Span, str]]:
    """The words of each sweeping claim that nobody answers for, in it or beside it, with its kind."""
    patterns = _patterns(document)
    for sentence in document.sentences:
        text = document.slice(sentence)
        if text.count(" ") > _LONGEST or document.copy.at(sentence.start) not in COPY:
            continue
        for kind, marked in patterns:
            match = _search(marked, text)
            if (
                match
                and not _is_one_of_many(text, match.start())
                and not _is_answered(document, sentence, text)
            ):
                yield Span(sentence.start + match.start(), sentence.start + match.end()), kind
                break


def _patterns(document: Document) -> list[tuple[str, list[_Marked]]]:
    """The patterns of each kind that a draft has a mark of."""
    found = (
        (kind, [marked for marked in patterns if any(map(document.text.__contains__, marked[0]))])
        for kind, patterns in _PATTERNS.items()
    )
    return [(kind, patterns) for kind, patterns in found if patterns]


def _search(patterns: list[_Marked], text: str) -> re.Match[str] | None:
    """Find the first words of a sentence that match one of the patterns."""
    matches = [
        match
        for marks, pattern in patterns
        if any(map(text.__contains__, marks)) and (match := re.search(pattern, text))
    ]
    return min(matches, key=re.Match.start, default=None)


def _is_answered(document: Document, sentence: Span, text: str) -> bool:
    """Whether somebody answers for a sentence: in it, or beside it and of the same thing."""
    if not _FIRST_PERSON.isdisjoint(text.lower().split()) or text.endswith("?"):
        return True
    backing = answer_for(document, sentence.start)
    if backing.nearness in (Nearness.SENTENCE, Nearness.ABOVE):
        return True
    if backing.words is None:
        return False
    source = document.slice(document.sentence_at(backing.words.start))
    if backing.nearness is Nearness.BESIDE and source.startswith(("It ", "They ", "That ", "“")):
        return True
    return not _topic(text).isdisjoint(_topic(source))


def is_aside(document: Document, at: int) -> bool:
    """Whether a superlative only describes what the sentence is about: `the fair, the largest here`."""
    return document.text[max(at - 2, 0) : at].strip() in (",", "(", "—", "–")


def _topic(text: str) -> set[str]:
    """The beginnings of the longer words of a sentence."""
    words = (word.strip(".,;:’'“”") for word in text.lower().split())
    return {word[:_STEM] for word in words if len(word) >= _SHORTEST and word not in _NO_TOPIC}


def _is_one_of_many(text: str, at: int) -> bool:
    """Whether a superlative is shared, or supposed: `one of the worst`, `perhaps the worst`."""
    return text[:at].lower().rstrip().endswith(_NO_CLAIM)
