"""Claims of such a reach that no reporter can have seen them: the worst in the country, causes, will fail."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copydesk.analyses.attribution.answers import Nearness, answer_for
from copydesk.document import Document
from copydesk.language.copy import COPY
from copydesk.language.lists import closed_classes as english
from copydesk.language.lists.verbs import DOCUMENTS
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
_JUDGED = r"(?:worst|best|greatest|finest|safest|deadliest|dirtiest|poorest|richest|(?:most|least) [\w-]+)"
_FIELD = r"(?:all )?(?:baseball|football|sports?|soccer|politics|business|medicine|music)"
_TIME = r"(?:day|night|week|month|year)"
_AMOUNT = r"\$\d[\d,.]*"
"""A sentence with two of them gives what its figure is reckoned from."""

_MILLION, _EACH = r"(?: [mb]illion)", r"(?:a|each|every|per)"
_BRING = r"(?:bring|create|employ|add|save|cost)"
_HELPED = r"(?:\w+ )?(?:jobs|people|lives|workers)"
_DOES = r"(?:earn|pay|make|spend|get|receive|cost|use|cause|commit|produce)s?"
_NO_RIVAL = rf"(?:it|they|others|half|{_FEW})\b|\d|\$|an? "
_ILL = r"(?:sick|ill|poor|poorer|fat|lonely|violent|dumber|(?:less|more) (?:safe|dangerous|likely))"
_SHARE = r"(?:half|(?:a|two|three) (?:thirds?|quarters?|fifths?)|\d+ percent)"
_ABOUT = r"(?:(?:Some|About|Nearly|Almost|Roughly|Around|Over|At least|(?:More|Fewer|Less) than) )"
_HARM = (
    r"(?:fail|collapse|kill|destroy|ruin|run dry|bankrupt|die out|vanish|double|triple|cripple|gut|wreck|"
    r"devastate|wipe out|hurt|harm|drive (?:up|out|away)|push (?:up|out)|empty|poison|"
    r"raise (?:prices|rents|taxes|costs)|put [^.;:,]{1,40} out of (?:business|work)|"
    r"never (?:recover|pay|work|open))"
)
_PATTERNS = {
    "superlative": (
        rf"\b(?:the|its|their) {_MOST}\b{_REST}{{0,50}}? (?:in|on|of) (?:[\w’'-]+ ){{0,3}}{_AREA}\b",
        rf"\b{_MORE}\b{_REST}{{0,60}} than (?:any|anywhere)\b",
        rf"^No (?:other )?[\w-]+(?: [\w’'-]+){{0,5}} (?:has|had|have) (?:ever\b|been {_MORE}\b)",
        r"^No other [\w-]+ (?:in|on) the\b",
        rf"\b(?:has|have|had) never been (?:so|{_MORE})\b",
        rf"\bthe (?:\w+est|most \w+)\b{_REST}{{0,40}} ever\b",
        r"\bthe leading cause of\b",
        rf"\bthe {_JUDGED}\b{_REST}{{0,40}} in (?:[A-Z]\w+|{_FIELD})\b",
        rf"\bthe {_MOST}\b{_REST}{{0,40}} in (?:a |more than a |living )?(?:century|decades?|generations?)\b",
        rf"^No [\w-]+ (?:in|on|at) {_REST}{{3,40}} (?:more|less|fewer|better|worse|faster)\b",
        r"^(?:Nobody|No one) [a-z]+s (?:the|its|their)\b",
        r"\bnever paid for itself\b",
    ),
    "figure": (
        rf"\b{_FEW} (?:[\w-]+ ){{0,3}}(?:in|out of(?: every)?) (?:{_FEW}|ten|\d\d?)\b",
        r"\b(?:[Oo]nly|[Nn]early|[Aa]lmost) [\w-]+ percent of\b",
        r"\btimes as (?:likely|many|high|often)\b",
        r"^(?:[A-Z][\w-]+|\d+)(?: [\w-]+)? percent of the\b",
        r"^(?:Nearly |Almost |About )?[Hh]alf of (?:the|all)\b",
        rf"^{_ABOUT}?[\w-]+ percent of (?:all|the|its|their|[a-z]+s|[a-z]+ [a-z]+s)\b",
        rf"^{_ABOUT}?\d[\d,.]* {_REST}{{4,70}} (?:each|every|a) {_TIME}\b",
        rf"\b(?:wastes?|loses?|costs?|squanders?)\b{_REST}{{0,40}}\$[\d,.]+{_MILLION}? {_EACH} {_TIME}\b",
        rf"\bha(?:s|ve) (?:lost|shed|gained) (?:nearly |almost |about )?{_SHARE} of\b",
        rf"\bha(?:s|ve) (?:cut|reduced|raised|increased) {_REST}{{3,30}} by {_SHARE}\b",
        r"\bha(?:s|ve) (?:doubled|tripled|quadrupled|halved|soared|skyrocketed|plummeted)\b",
        r"\bha(?:s|ve) (?:risen|grown|fallen|climbed|dropped) (?:faster|more|twice)\b",
    ),
    "cause": (
        r"^(?:[\w’'-]+ ){1,4}(?:causes?|caused|prevents?|cures?|breeds?|ruins?)(?: [\w’'-]+){1,5}\.?$",
        r"\b(?:has|have) (?:ruined|halved|destroyed|wrecked|driven)\b",
        r"\bis the (?:main |real |root )?cause of\b",
        r"\b(?:was|were|is|are) (?:caused by|the (?:direct )?(?:result|product|fault) of|to blame for)\b",
        r"\bcauses? (?:most|half|nearly all|many|almost all) of\b",
        rf"\b(?:makes?|made) (?:\w+ ){{1,2}}{_ILL}\b",
        r"\b(?:has|have) (?:wiped out|gutted|crippled|killed off|bankrupted|poisoned)\b",
        rf"\b(?:saved|costs?|saves) (?:[\d,]+|\w+s of) {_REST}{{0,12}}(?:lives|jobs)\b",
        r"\bcost (?:him|her|them|the \w+|[A-Z]\w+) (?:the|an?) (?:election|race|title|seat|job|victory)\b",
        rf"\b(?:keeps?|kills?|costs?) more\b{_REST}{{0,60}} than\b",
        rf"\bkills a (?:child|person|woman|man)\b{_REST}{{0,30}}\bevery\b",
    ),
    "forecast": (
        rf"\b(?:will|would) {_HARM}\b",
        rf"\b(?:will|would|could) {_BRING}\b{_REST}{{0,30}}\b[\d,]{{2,}} {_HELPED}\b",
        r"\bwill cost (?:every|each|the average)\b",
        r"\b(?:is|are) (?:bound|doomed|certain|sure|destined) to (?:fail|lose|collapse|close|fall|die)\b",
        r"\bwould kill more\b",
        r"\bwill cost (?:\d+|hundreds of|thousands of) jobs\b",
    ),
    "comparison": (
        rf"\b{_DOES} (?:far |much )?(?:more|less|fewer)(?: [\w-]+){{0,4}} than (?!{_NO_RIVAL})",
        r"\b(?:outperform|outearn|outlive|outsell)s?\b",
        r"\b(?:is|are) (?:far |much )?(?:\w{3,10}er|(?:more|less) \w+) than (?:it|they) (?:has|have) been\b",
    ),
    "trend": (r"\b(?:is|are) (?:rising|falling|growing|spreading|dying) (?:everywhere|all over)\b",),
}
_MARKS = (
    frozenset(english.ONES)
    | english.QUANTIFIERS
    | frozenset(
        """
    least worst best than never leading percent times half causes prevents cures breeds caused cause
    ruined halved destroyed wrecked keeps keep kills kill killing will would rising falling growing
    spreading dying only ever driven doubled cost thanks greatest finest nobody fewer less wastes waste
    costs loses squanders lost shed gained cut reduced tripled quadrupled soared skyrocketed plummeted
    risen grown fallen climbed dropped result product fault blame make makes made wiped gutted crippled
    saved saves could bound doomed certain sure destined outperform outperforms outearn outlive outsell
    """.split()
    )
)
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
_NO_CLAIM = (
    "one of",
    "among",
    "some of",
    "perhaps",
    "arguably",
    "imagine",
    " not",
    "to be",
    "n't",
    "n’t",
    " of",
)
"""What stands before a superlative that is shared, supposed, wanted or denied."""

_SUPPOSED = (english.SUBORDINATORS - {"as", "since", "than"}) | frozenset(
    "think thinks thought believe believes aware fear fears not don't probably implied wish".split()
)
"""Words before a claim with which it is supposed, denied, or in somebody's head."""

_LONGEST = 18
"""Spaces of a sentence whose point is the claim; in a longer one it is an aside."""


def find_sweeping(document: Document) -> Iterator[tuple[Span, str]]:
    """The words of each sweeping claim that nobody answers for, in it or beside it, with its kind."""
    vocabulary = document.words.vocabulary
    if _MARKS.isdisjoint(vocabulary) and not any(word.endswith("est") for word in vocabulary):
        return
    for sentence in document.sentences:
        if document.copy.at(sentence.start) not in COPY:
            continue
        text = document.slice(sentence)
        if text.count(" ") > _LONGEST:
            continue
        for kind, patterns in _PATTERNS.items():
            match = re.search("|".join(patterns), text)
            if (
                match
                and not _is_one_of_many(text, match.start())
                and not _is_answered(document, sentence, text)
            ):
                yield Span(sentence.start + match.start(), sentence.start + match.end()), kind
                break


def _is_answered(document: Document, sentence: Span, text: str) -> bool:
    """Whether somebody answers for a sentence: in it, or beside it and of the same thing."""
    if not _FIRST_PERSON.isdisjoint(text.lower().split()) or text.endswith("?"):
        return True
    backing = answer_for(document, sentence.start)
    if backing.nearness in (Nearness.SENTENCE, Nearness.ABOVE) or len(re.findall(_AMOUNT, text)) > 1:
        return True
    if backing.words is None:
        return False
    source = document.slice(document.sentence_at(backing.words.start))
    is_read = backing.words.start > sentence.start and document.slice(backing.words).lower() in DOCUMENTS
    is_of_it = is_read or source.startswith(("It ", "They ", "That ", "“"))
    if backing.nearness is Nearness.BESIDE and is_of_it:
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
    """Whether a claim is shared, supposed, denied or in a head: `one of the worst`, `they think`."""
    before = text[:at].lower()
    return before.rstrip().endswith(_NO_CLAIM) or not _SUPPOSED.isdisjoint(before.split())
