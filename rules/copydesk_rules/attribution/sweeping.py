"""Claims of such a reach that no reporter can have seen them: the worst in the country, causes, will fail."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import groupby

from copydesk.analyses.attribution.answers import Nearness, answer_for
from copydesk.document import Document
from copydesk.language.copy import COPY
from copydesk.language.lists import closed_classes as english
from copydesk.language.lists.verbs import DOCUMENTS
from copydesk.model.prose import Span

_AREAS = (
    "world globe country nation state county region continent Europe Asia Africa America Midwest South North "
    "West East coast valley town city history generation area province England Britain Scotland Wales "
    "Ireland memory"
)
_AREA = f"(?:{_AREAS.replace(' ', '|')})"
_MORE = r"(?:larger|bigger|worse|better|[Mm]ore|[Ff]ewer|less|faster|higher|lower)"
_MOST = r"(?:(?:most|least) (?:[\w-]+ )?[\w-]+|\w{3,12}est(?:-\w+)?|worst(?:-\w+)?|best)"
_ONES = "one two three four five six seven eight nine"
_FEW = rf"(?:{'|'.join(f'[{one[0].upper()}{one[0]}]{one[1:]}' for one in _ONES.split())})"
_REST = r"[^.;:,]"
_WORST = "worst best greatest finest safest deadliest dirtiest poorest richest"
_JUDGED = rf"(?:{_WORST.replace(' ', '|')}|(?:most|least) [\w-]+)"
_FIELD = r"(?:all )?(?:baseball|football|sports?|soccer|politics|business|medicine|music)"
_TIME = r"(?:day|night|week|month|year)"
_AMOUNT = r"\$\d[\d,.]*"
"""A sentence with two of them gives what its figure is reckoned from."""

_MILLION, _EACH = r"(?: [mb]illion)", r"(?:a|each|every|per)"
_BRING = r"(?:bring|create|employ|add|save|cost)"
_HELPED = r"(?:\w+ )?(?:jobs|people|lives|workers)"
_DOES = r"(?:earn|pay|make|spend|get|receive|cost|use|cause|commit|produce)s?"
_NO_RIVAL = rf"(?:it|they|others|half|{_FEW})\b|\d|\$|an? "
_AGE, _PRIZE = r"(?:century|decades?|generations?)", r"(?:election|race|title|seat|job|victory)"
_ILL = r"(?:sick|ill|poor|poorer|fat|lonely|violent|dumber|(?:less|more) (?:safe|dangerous|likely))"
_SHARE = r"(?:half|(?:a|two|three) (?:thirds?|quarters?|fifths?)|\d+ percent)"
_ABOUT = r"(?:(?:Some|About|Nearly|Almost|Roughly|Around|Over|At least|(?:More|Fewer|Less) than) )"
_HARM = (
    r"(?:fail|collapse|kill|destroy|ruin|run dry|bankrupt|die out|vanish|double|triple|cripple|gut|wreck|"
    r"devastate|wipe out|hurt|harm|drive (?:up|out|away)|push (?:up|out)|empty|poison|"
    r"raise (?:prices|rents|taxes|costs)|put [^.;:,]{1,40} out of (?:business|work)|"
    r"never (?:recover|pay|work|open))"
)
_PATTERNS: dict[str, tuple[tuple[str, str], ...]] = {
    "superlative": (
        (
            _AREAS,
            rf"\b(?:the|its|their) {_MOST}\b{_REST}{{0,50}}? (?:in|on|of) (?:[\w’'-]+ ){{0,3}}{_AREA}\b",
        ),
        ("than", rf"\b{_MORE}\b{_REST}{{0,60}} than (?:any|anywhere)\b"),
        (
            "no",
            rf"^No (?:other )?[\w-]+(?: [\w’'-]+){{0,5}} (?:has|had|have) (?:ever\b|been {_MORE}\b)",
        ),
        ("no", r"^No other [\w-]+ (?:in|on) the\b"),
        ("never", rf"\b(?:has|have|had) never been (?:so|{_MORE})\b"),
        ("ever", rf"\bthe (?:\w+est|most \w+)\b{_REST}{{0,40}} ever\b"),
        ("leading", r"\bthe leading cause of\b"),
        ("any all", rf"\bthe {_MOST}\b{_REST}{{0,40}} of (?:any|all)\b"),
        ("since", rf"\bthe {_JUDGED} [\w-]+ since (?:\d{{4}}|the war)\b"),
        ("subject field", rf"\bthe {_MOST}\b{_REST}{{0,30}} (?:on the subject|in the field)\b"),
        ("no", r"^No [\w-]+ (?:in|on|at) [\w ’-]{3,30} [a-z]+s more [\w-]+"),
        (f"{_WORST} most least", rf"\bthe {_JUDGED}\b{_REST}{{0,40}} in (?:[A-Z]\w+|{_FIELD})\b"),
        (
            "century decade decades generation generations",
            rf"\bthe {_MOST}\b{_REST}{{0,40}} in (?:a |more than a |living )?{_AGE}\b",
        ),
        ("no", rf"^No [\w-]+ (?:in|on|at) {_REST}{{3,40}} (?:more|less|fewer|better|worse|faster)\b"),
        ("nobody no", r"^(?:Nobody|No one) [a-z]+s (?:the|its|their)\b"),
        ("never", r"\bnever paid for itself\b"),
    ),
    "figure": (
        (
            _ONES,
            rf"\b{_FEW} (?:[\w-]+ ){{0,3}}(?:in|out of(?: every)?) (?:{_FEW}|ten|\d\d?)\b",
        ),
        ("percent", r"\b(?:[Oo]nly|[Nn]early|[Aa]lmost) [\w-]+ percent of\b"),
        ("times", r"\btimes as (?:likely|many|high|often)\b"),
        ("percent", r"^(?:[A-Z][\w-]+|\d+)(?: [\w-]+)? percent of the\b"),
        ("half", r"^(?:Nearly |Almost |About )?[Hh]alf of (?:the|all)\b"),
        (
            "percent",
            rf"^{_ABOUT}?[\w-]+ percent of (?:all|the|its|their|[a-z]+s|[a-z]+ [a-z]+s)\b",
        ),
        (
            "day night week month year",
            rf"^{_ABOUT}?\d[\d,.]* {_REST}{{4,70}} (?:each|every|a) {_TIME}\b",
        ),
        (
            "waste wastes lose loses cost costs squander squanders",
            rf"\b(?:wastes?|loses?|costs?|squanders?)\b{_REST}{{0,40}}\$[\d,.]+{_MILLION}? {_EACH} {_TIME}\b",
        ),
        (
            "lost shed gained",
            rf"\bha(?:s|ve) (?:lost|shed|gained) (?:nearly |almost |about )?{_SHARE} of\b",
        ),
        (
            "cut reduced raised increased",
            rf"\bha(?:s|ve) (?:cut|reduced|raised|increased) {_REST}{{3,30}} by {_SHARE}\b",
        ),
        (
            "doubled tripled quadrupled halved soared skyrocketed plummeted",
            r"\bha(?:s|ve) (?:doubled|tripled|quadrupled|halved|soared|skyrocketed|plummeted)\b",
        ),
        (
            "risen grown fallen climbed dropped",
            r"\bha(?:s|ve) (?:risen|grown|fallen|climbed|dropped) (?:faster|more|twice)\b",
        ),
    ),
    "cause": (
        (
            "cause causes caused prevent prevents cure cures breed breeds ruin ruins",
            r"^(?:[\w’'-]+ ){1,4}(?:causes?|caused|prevents?|cures?|breeds?|ruins?)(?: [\w’'-]+){1,5}\.?$",
        ),
        (
            "ruined halved destroyed wrecked driven",
            r"\b(?:has|have) (?:ruined|halved|destroyed|wrecked|driven)\b",
        ),
        ("cause", r"\bis the (?:main |real |root )?cause of\b"),
        (
            "caused result product fault blame",
            r"\b(?:was|were|is|are) (?:caused by|the (?:direct )?(?:result|product|fault) of|to blame for)\b",
        ),
        ("cause causes", r"\bcauses? (?:most|half|nearly all|many|almost all) of\b"),
        ("make makes made", rf"\b(?:makes?|made) (?:\w+ ){{1,2}}{_ILL}\b"),
        (
            "wiped gutted crippled killed bankrupted poisoned",
            r"\b(?:has|have) (?:wiped out|gutted|crippled|killed off|bankrupted|poisoned)\b",
        ),
        (
            "saved saves cost costs",
            rf"\b(?:saved|costs?|saves) (?:[\d,]+|\w+s of) {_REST}{{0,12}}(?:lives|jobs)\b",
        ),
        (
            "cost",
            rf"\bcost (?:him|her|them|the \w+|[A-Z]\w+) (?:the|an?) {_PRIZE}\b",
        ),
        ("keep keeps kill kills cost costs", rf"\b(?:keeps?|kills?|costs?) more\b{_REST}{{0,60}} than\b"),
        ("kills", r"^[\w’-]+ kills more [\w-]+ (?:every|each) year\b"),
        ("kills", rf"\bkills a (?:child|person|woman|man)\b{_REST}{{0,30}}\bevery\b"),
    ),
    "forecast": (
        ("will would", rf"\b(?:will|would) {_HARM}\b"),
        (
            "bring create employ add save cost",
            rf"\b(?:will|would|could) {_BRING}\b{_REST}{{0,30}}\b[\d,]{{2,}} {_HELPED}\b",
        ),
        ("cost", r"\bwill cost (?:every|each|the average)\b"),
        (
            "bound doomed certain sure destined",
            r"\b(?:is|are) (?:bound|doomed|certain|sure|destined) to (?:fail|lose|collapse|close|fall|die)\b",
        ),
        ("kill", r"\bwould kill more\b"),
        ("cost", r"\bwill cost (?:\d+|hundreds of|thousands of) jobs\b"),
    ),
    "comparison": (
        (
            "than",
            rf"\b{_DOES} (?:far |much )?(?:more|less|fewer)(?: [\w-]+){{0,4}} than (?!{_NO_RIVAL})",
        ),
        (
            "outperform outperforms outearn outearns outlive outlives outsell outsells",
            r"\b(?:outperform|outearn|outlive|outsell)s?\b",
        ),
        (
            "than",
            r"\b(?:is|are) (?:far |much )?(?:\w+er|(?:more|less) \w+) than (?:it|they) (?:has|have) been\b",
        ),
    ),
    "trend": (
        (
            "rising falling growing spreading dying",
            r"\b(?:is|are) (?:rising|falling|growing|spreading|dying) (?:everywhere|all over)\b",
        ),
    ),
}
"""The patterns of each kind, each after words one of which is in whatever it matches: few drafts have any."""

_ALL = [(kind, pattern) for kind, patterns in _PATTERNS.items() for _, pattern in patterns]


@cache
def _numbers_by_word() -> dict[str, list[int]]:
    """Return the indices in `_ALL` of the patterns of each of their words, lower case."""
    found: dict[str, list[int]] = {}
    words = (marks.lower().split() for patterns in _PATTERNS.values() for marks, _ in patterns)
    for number, marks in enumerate(words):
        for word in marks:
            found.setdefault(word, []).append(number)
    return found


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
"""Words before a superlative that is shared, supposed, wanted or denied."""

_SUPPOSED = (english.SUBORDINATORS - {"as", "since", "than"}) | frozenset(
    "think thinks thought believe believes aware fear fears not don't probably implied wish".split()
)
"""Words before a claim with which it is supposed, denied, or in somebody's head."""

_LONGEST = 18
"""Spaces of a sentence whose point is the claim; in a longer one it is an aside."""


def find_sweeping(document: Document) -> Iterator[tuple[Span, str]]:
    """Yield the words of each sweeping claim that nobody answers for, in it or beside it, with its kind."""
    text = document.text
    for index, numbers in sorted(_patterns_by_sentence(document).items()):
        sentence = document.sentences[index]
        spaces = text.count(" ", sentence.start, sentence.end)
        if spaces > _LONGEST or document.copy.at(sentence.start) not in COPY:
            continue
        said = document.slice(sentence)
        for kind, of_kind in groupby(sorted(numbers), key=lambda number: _ALL[number][0]):
            match = _search([_ALL[number][1] for number in of_kind], said)
            if (
                match
                and not _is_one_of_many(said, match.start())
                and not _is_answered(document, sentence, said)
            ):
                yield Span(sentence.start + match.start(), sentence.start + match.end()), kind
                break


def _patterns_by_sentence(document: Document) -> dict[int, set[int]]:
    """Return the patterns that a sentence has a word of, by the index of the sentence."""
    found: dict[int, set[int]] = defaultdict(set)
    sentences = document.sentences_of_words
    for places in (document.words.vocabulary, document.words.parts):
        for word in _numbers_by_word().keys() & places.keys():
            for at in places[word]:
                found[sentences[at]].update(_numbers_by_word()[word])
    return found


def _search(patterns: list[str], text: str) -> re.Match[str] | None:
    """Find the first words of a sentence that match one of the patterns."""
    matches = [match for pattern in patterns if (match := re.search(pattern, text))]
    return min(matches, key=re.Match.start, default=None)


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
    return document.before(at, 2).strip() in (",", "(", "—", "–")


def _topic(text: str) -> set[str]:
    """Return the beginnings of the longer words of a sentence."""
    words = (word.strip(".,;:’'“”") for word in text.lower().split())
    return {word[:_STEM] for word in words if len(word) >= _SHORTEST and word not in _NO_TOPIC}


def _is_one_of_many(text: str, at: int) -> bool:
    """Whether a claim is shared, supposed, denied or in a head: `one of the worst`, `they think`."""
    before = text[:at].lower()
    return before.rstrip().endswith(_NO_CLAIM) or not _SUPPOSED.isdisjoint(before.split())
