"""Sources that are described and not named: `a person close to the board said`, `gun owners fear`."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from copydesk.document import Document
from copydesk.language.copy import COPY, CopyKind
from copydesk.language.lists import closed_classes as english
from copydesk.language.lists.titles import RELATIVES, ROLE_NOUNS
from copydesk.language.lists.verbs import FACELESS
from copydesk.model.prose import Span, once_a_draft

_COUNTS = frozenset({"a", "an", "another", "several", "someone", "somebody", *english.ONES})
_CROWDS = frozenset("some many most".split())
_TELL = frozenset(
    """
    said says say told tells tell added adds recalled recalls described describes wrote writes claimed
    claims claim confirmed confirms insisted insists warned warns warn admitted admits acknowledged
    acknowledges explained explains put assures assured reported complained alleged disclosed revealed
    whispered whisper briefing called calls
    """.split()
)
"""What a source does who is quoted or paraphrased."""

_HOLD = frozenset(
    """
    say says said believe think fear agree doubt expect see predict predicted favor favour urge urged
    recommend recommended warn warned question questioned regard argue argued feel want suspect worry
    suggest suggested contend claim complain insist consider tell know note noted point call called
    describe whisper speak spoke love hate blame blamed praise praised remember hope wonder oppose support
    object caution advise speak
    """.split()
)
"""What a crowd does that only some of it can have said."""

_FEELING = frozenset(
    """
    worried shocked angry afraid divided skeptical sceptical furious outraged alarmed fed calling
    convinced sure certain unhappy upset concerned stunned appalled wary tired raved enough watching
    nervous frustrated puzzled baffled pleased delighted demanding asking wondering questioning pushing
    hopeful optimistic pessimistic said rather remember
    """.split()
)
_HELPERS = english.FINITE_AUXILIARIES
_AFTER_HEAD = (
    (english.CORE_PREPOSITIONS - {"by", "for", "to"})
    | {"near", "inside", "among"}
    | frozenset("who whose close familiar briefed speaking".split())
)
_PUBLIC = frozenset(
    """
    spokesman spokeswoman spokesperson spokesmen spokespeople judge juror prosecutor court lawyer lawyers
    attorney attorneys representative reporter reporters editor anchor interviewer host moderator player
    character officials leaders investigators officers members figures organizers ministers senators
    governors soldiers senator commanders ambassadors troops negotiators lawmakers narrator author writers
    police
    """.split()
)
"""Who speaks for somebody who is known, or whose speaking is the story's own business."""

_PEOPLE = (
    ROLE_NOUNS
    | RELATIVES
    | FACELESS
    | frozenset(
        """
    man woman person people boy girl teenager neighbor neighbour guest friend gentleman lady nurse porter
    backbencher investigator relative mother father passenger customer villager employee executive
    executives parishioner member insider someone somebody figure figures parent parents voters visitors
    students neighbors neighbours locals academics drivers patients women men families brothers owners
    mother brother sister child kid classmate colleague colleagues co-worker stranger bystander caller
    clerk cook rivals traders groups lovers fans hands grandmasters users readers viewers
    """.split()
    )
    - _PUBLIC
)
_AGENTS = ("er", "or", "ist", "ian", "ant", "eer", "ee")
_PLURALS = ("ers", "ors", "ists", "ians", "eers", "ees", "watchers", "scholars", "lovers", "economists")
_NO_AGENTS = frozenset(
    """
    former number letter paper order matter chapter river tower power other another summer winter quarter
    corner factor computer poster newsletter center order border folder layer error mirror motor sector
    vector doors floors colors others numbers letters papers orders matters powers rivers towers dollars
    waters shoulders factors errors sectors centers computers towers chapters borders corners committee
    committees fee fees employee's plan transition giant restaurant grant plant elephant remnant constant
    covenant warrant degrees degree offers offer answers answer trustee's refers remainder disorder
    disorders fewer newer older larger smaller bigger further whether never ever super user's orders
    headquarters sisters
    """.split()
)
_READ = COPY | {CopyKind.FIRST_PERSON}
_REACH = 16
_CLAIM = _HOLD | _TELL
_TELL_LATER, _CLAIM_LATER = (verbs - {"claims", "calls", "put"} for verbs in (_TELL, _CLAIM))
"""Verbs after what describes a source, where these words are nouns and participles."""

_NO_NOUNS = _TELL | _HELPERS | _AFTER_HEAD
_SPOKEN = _CLAIM | _HELPERS | {"according"}
_BETWEEN = frozenset("also still now often everywhere later".split())
_CLOSES = frozenset('”"’')
_LINKS = (english.CONJUNCTIONS | {"when"}) - {"and", "or"}
_INSIDE = frozenset("sources insiders".split())
_KNOWING = frozenset("close familiar briefed with".split())


class Unnamed(Struct, frozen=True):
    """A source without a name.

    span      its noun phrase: `A person`, `Gun owners`
    is_crowd  whether it is a plural that could be anybody; else one or a few who were there to be asked
    """

    span: Span
    is_crowd: bool


@once_a_draft
def find_unnamed(document: Document) -> list[Unnamed]:
    """The unnamed sources of a draft, in the order of the text, the first of each sentence."""
    found: dict[Span, Unnamed] = {}
    for one in _Reader(document).sources():
        found.setdefault(document.sentence_at(one.span.start), one)
    return list(found.values())


class _Reader:
    """Reads the noun phrases of one draft that tell something. Indices are those of `document.words`."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._text = document.text
        self._lowers = document.words.lowers
        self._starts = document.words.starts

    def sources(self) -> Iterator[Unnamed]:
        """Every unnamed source, sentence by sentence."""
        for sentence in self._document.sentences:
            if self._document.copy.at(sentence.start) not in _READ:
                continue
            within = self._document.words.between(sentence.start, sentence.end)
            lowers = self._lowers[within.start : within.stop]
            if not _SPOKEN.isdisjoint(lowers):
                yield from self._of_sentence(within)

    def _of_sentence(self, within: range) -> Iterator[Unnamed]:
        for at in within:
            is_one = self._lowers[at] in _COUNTS
            if not is_one and at > within.start + 1:
                continue
            if not (self._opens_a_part(at, within) if is_one else self._opens_clause(at, within)):
                continue
            if self._document.quotes.hold(self._document.words[at].span):
                continue
            head = self._head(at, within, is_one=is_one)
            if head is None or self._is_named_beside(head, within):
                continue
            if is_one and (self._told_before(at, within) or self._tells(head, within)):
                yield Unnamed(self._span(at, head), is_crowd=False)
            elif not is_one and self._tells(head, within, feels=True):
                yield Unnamed(self._span(at, head), is_crowd=not self._is_inside(head, within))

    def _opens_a_part(self, at: int, within: range) -> bool:
        """Whether a phrase begins a clause or follows its verb of telling, and is no name's description."""
        if at == within.start or self._told_before(at, within):
            return True
        before = self._lowers[at - 1]
        is_described = any(self._is_known(index) for index in range(max(within.start, at - 3), at))
        if self._gap(at).strip():
            return not ("," in self._gap(at) and (is_described or _CLOSES.isdisjoint(self._gap(at))))
        return before in _LINKS

    def _is_known(self, at: int) -> bool:
        return self._document.people.at(self._starts[at]) is not None

    def _is_inside(self, head: int, within: range) -> bool:
        """Whether what describes a plural says how it knows: `insiders`, `people close to the talks`."""
        follows = self._lowers[head + 1] if head + 1 < within.stop else ""
        return self._lowers[head] in _INSIDE or follows in _KNOWING

    def _opens_clause(self, at: int, within: range) -> bool:
        return at == within.start or (self._lowers[at - 1] in english.CONJUNCTIONS and at - 1 == within.start)

    def _head(self, at: int, within: range, *, is_one: bool) -> int | None:
        """The noun of a phrase that begins with a word: the last of its first words that is a person's."""
        lower = self._lowers[at]
        if lower in ("someone", "somebody"):
            return at
        first = at + 1 if is_one or lower in _CROWDS else at
        found = None
        for index in range(first, min(first + 4, within.stop)):
            if index > at and self._gap(index) != " ":
                break
            word = self._lowers[index]
            if self._is_person(word, plural=not is_one):
                found = index
            elif not is_one and index > at and self._text[self._starts[index]].isupper():
                return None
            elif found is not None or word in _NO_NOUNS or self._is_named(index):
                break
        return found

    @staticmethod
    def _is_person(word: str, *, plural: bool) -> bool:
        if word in _PUBLIC or word in _NO_AGENTS:
            return False
        if plural:
            known = word in _PEOPLE and (word.endswith("s") or word in ("people", "women", "men"))
            return known or (word.endswith(_PLURALS) and len(word) > 5)
        return word in _PEOPLE or (word.endswith(_AGENTS) and len(word) > 5)

    def _is_named_beside(self, head: int, within: range) -> bool:
        """Whether a name stands right after a noun, or is the first thing after its comma."""
        near = range(head + 1, min(head + 4, within.stop))
        if any(self._is_named(at) for at in near):
            return True
        stop = min(head + _REACH, within.stop)
        comma = next((at for at in range(head + 1, stop) if "," in self._gap(at)), stop)
        return any(self._is_named(at) for at in range(comma, min(comma + 4, within.stop)))

    def _is_named(self, at: int) -> bool:
        if self._document.people.at(self._starts[at]) is not None:
            return True
        following = at + 1 < len(self._starts) and self._text[self._starts[at + 1]].isupper()
        is_capital = self._text[self._starts[at]].isupper()
        return bool(is_capital and following and "," in self._gap(at))

    def _told_before(self, at: int, within: range) -> bool:
        """Whether the words before a phrase say that it tells: `said an aide`, `according to two people`."""
        if at - 1 >= within.start and self._lowers[at - 1] in ("said", "says"):
            return bool(self._gap(at - 1).strip()) or at - 1 == within.start
        return self._lowers[max(at - 2, within.start) : at] == ["according", "to"]

    def _tells(self, head: int, within: range, *, feels: bool = False) -> bool:
        """Whether a verb of telling follows a noun, right after it or after what describes it.

        feels  whether a verb of holding or feeling something is enough
        """
        at = head + 1
        while at < within.stop and self._lowers[at] in _BETWEEN:
            at += 1
        if at >= within.stop:
            return False
        if self._lowers[at] in (_CLAIM if feels else _TELL) and self._gap(at) == " ":
            return True
        if feels and self._lowers[at] in _HELPERS:
            return not _FEELING.isdisjoint(self._lowers[at + 1 : min(at + 4, within.stop)])
        if self._lowers[at] not in _AFTER_HEAD or (feels and self._lowers[at] == "of"):
            return False
        later = _CLAIM_LATER if feels else _TELL_LATER
        return not later.isdisjoint(self._lowers[at + 1 : min(at + _REACH, within.stop)])

    def _gap(self, at: int) -> str:
        return self._text[self._starts[at - 1] + len(self._lowers[at - 1]) : self._starts[at]] if at else ""

    def _span(self, first: int, last: int) -> Span:
        return Span(self._starts[first], self._starts[last] + len(self._lowers[last]))
