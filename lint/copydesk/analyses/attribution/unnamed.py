"""Sources that are described and not named: `a person close to the board said`, `gun owners fear`."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from copydesk.document import Document
from copydesk.language.copy import COPY, CopyKind
from copydesk.language.lists import closed_classes as english
from copydesk.language.lists.titles import RELATIVES, ROLE_NOUNS
from copydesk.language.lists.verbs import AGENTS, FACELESS, NO_AGENTS
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
"""Verbs of a source who is quoted or paraphrased."""

_HOLD = frozenset(
    """
    say says said believe think fear agree doubt expect see predict predicted favor favour urge urged
    recommend recommended warn warned question questioned regard argue argued feel want suspect worry
    suggest suggested contend claim complain insist consider tell know note noted point call called
    question describe whisper speak spoke love hate blame blamed praise praised remember hope wonder
    oppose support
    object caution advise speak
    """.split()
)
"""Verbs of a crowd of which only some can have spoken."""

_FEELING = frozenset(
    """
    worried shocked angry afraid divided skeptical sceptical furious outraged alarmed fed calling
    convinced sure certain unhappy upset concerned stunned appalled wary tired raved enough watching
    nervous frustrated puzzled baffled pleased delighted demanding asking wondering questioning pushing
    saying arguing complaining warning hoping fearing worrying hopeful optimistic pessimistic said rather
    remember
    """.split()
)
_HELPERS = english.FINITE_AUXILIARIES
_AFTER_HEAD = (
    (english.CORE_PREPOSITIONS - {"by", "for", "to"})
    | {"near", "inside", "among"}
    | frozenset("who whose close familiar briefed speaking".split())
)
_SPEAKS_FOR = frozenset(
    """
    spokesman spokeswoman spokesperson spokesmen spokespeople judge prosecutor court lawyer lawyers
    attorney attorneys representative representatives reporter reporters editor anchor interviewer host
    moderator player character narrator author writers police
    """.split()
)
"""People who speak for somebody who is known, or whose speaking is the story's own business."""

_IN_OFFICE = frozenset(
    """
    officials leaders investigators officers members figures organizers ministers senators governors soldiers
    commanders ambassadors troops negotiators lawmakers jurors prosecutors judges
    """.split()
)
"""People who speak for a body where they are a bare plural; `two officials` were there to be asked."""

_OF_NO_BODY = frozenset(
    "community business civic faith religious neighborhood neighbourhood labor industry local".split()
)
"""What makes a crowd of leaders or members: `community leaders` have no body that they lead."""

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
    clerk cook mechanic guard paramedic janitor rivals traders groups lovers fans
    hands grandmasters users readers viewers
    """.split()
    )
    - _SPEAKS_FOR
    - _IN_OFFICE
)
_PLURALS = (
    "ers",
    "ors",
    "ists",
    "ians",
    "ants",
    "eers",
    "ees",
    "watchers",
    "scholars",
    "lovers",
    "economists",
)
_READ = COPY | {CopyKind.FIRST_PERSON}
_REACH, _SHORTEST = 16, 5
_CLAIM = _HOLD | _TELL
_TELL_LATER = _TELL - {"claims", "calls", "put"}
_CLAIM_LATER = (_CLAIM - {"claims", "calls", "put", "want"}) | _FEELING
"""Verbs after what describes a source, where these words are nouns and participles."""

_CLOSES = frozenset('”"’')
_APPOSES = frozenset(",—–-")
_LINKS = (english.CONJUNCTIONS | {"when"}) - english.COORDINATORS - {"as", "than"}
_INSIDE = frozenset("sources insiders".split())
_INSIDERS = _INSIDE | {"people", "officials"}
_KNOWING = frozenset("close familiar briefed with".split())
_MODIFIERS = frozenset(
    """
    involved based assigned attached stationed employed interviewed acquainted tasked posted
    """.split()
)
"""Participles that say which one of many a noun means; so does any in `-ing`."""

_MEASURES = frozenset("number handful chorus lot share crowd group".split())
"""Words that count a crowd: `a growing number of teachers`."""

_EVERYBODY = frozenset("everyone everybody nobody".split())
_STANDS_ANYWHERE = _EVERYBODY | _CROWDS | _COUNTS | _INSIDERS
"""Words of sources that need not open a sentence."""

_KNOW = frozenset(
    "knows agrees says thinks believes trusts doubts expects fears loves hates understands suspects".split()
)
_SPOKEN = _CLAIM | _KNOW | {"according"}
"""Words one of which stands in a sentence with an unnamed source, unless it says what one is: `is angry`."""

_NUMBERS = frozenset((*english.ONES, *english.TEENS, *english.TENS))
_SINGLE = frozenset({"a", "an", "another", "one"})
_DEFINITE = (english.DETERMINERS - english.INDEFINITES) | {"it's"}
_ENDS_PHRASE = _TELL | _HELPERS | _AFTER_HEAD | english.PREPOSITIONS | english.SUBORDINATORS
_GREETINGS = frozenset("goodbye hello farewell thanks grace prayers yes no".split())
_HEARINGS = frozenset("council board commission committee court panel meeting hearing judge jury".split())
_GOING_ON = frozenset("also still now often everywhere later already".split())


class Unnamed(Struct, frozen=True):
    """A source without a name.

    span      its noun phrase: `A person`, `Gun owners`
    is_crowd  whether it is a plural that could be anybody; else one or a few who were there to be asked
    """

    span: Span
    is_crowd: bool


@once_a_draft
def find_unnamed(document: Document) -> list[Unnamed]:
    """Return the unnamed sources of a draft, in the order of the text, the first of each sentence."""
    found: dict[Span, Unnamed] = {}
    for one in _UnnamedFinder(document).sources():
        found.setdefault(document.sentence_at(one.span.start), one)
    return list(found.values())


class _UnnamedFinder:
    """Reads the noun phrases of one draft that tell something. Indices are those of `document.words`."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._text = document.text
        self._lowers = document.words.lowers
        self._starts = document.words.starts

    def sources(self) -> Iterator[Unnamed]:
        """Yield every unnamed source, sentence by sentence."""
        for sentence, within in zip(self._document.sentences, self._document.words_of_sentences, strict=True):
            lowers = self._lowers[within.start : within.stop]
            if _SPOKEN.isdisjoint(lowers) and (_HELPERS.isdisjoint(lowers) or _FEELING.isdisjoint(lowers)):
                continue
            if self._document.copy.at(sentence.start) in _READ:
                yield from self._of_sentence(within)

    def _of_sentence(self, within: range) -> Iterator[Unnamed]:
        lowers = self._lowers
        inside = [at for at in within[2:] if lowers[at] in _STANDS_ANYWHERE]
        for at in (*within[:2], *inside):
            if self._lowers[at] in _EVERYBODY or self._is_many_of_place(at):
                if self._is_everybody(at, within):
                    yield Unnamed(self._span(at, at), is_crowd=True)
                continue
            is_one = self._lowers[at] in _COUNTS and not self._measured(at, within)
            if not is_one and at > within.start + 1:
                if self._is_inside_source(at, within):
                    yield Unnamed(self._span(at, at), is_crowd=False)
                continue
            if not (self._opens_a_part(at, within) if is_one else self._opens_clause(at, within)):
                continue
            head = self._head(at, within, is_one=is_one)
            if head is None or self._is_named_beside(head, within):
                continue
            if self._document.quotes.hold(self._span(at, at)):
                continue
            if is_one and (self._told_before(at, within) or self._tells(head, within)):
                yield Unnamed(self._span(at, head), is_crowd=False)
            elif not is_one and self._tells(head, within, feels=True):
                yield Unnamed(self._span(at, head), is_crowd=not self._is_inside(head, within))

    def _opens_a_part(self, at: int, within: range) -> bool:
        """Whether a phrase begins a clause or follows its verb of telling, and is no name's description."""
        if at == within.start or self._told_before(at, within):
            return True
        before, gap = self._lowers[at - 1], self._gap(at)
        if "," in gap and _CLOSES.isdisjoint(gap):
            return not self._describes_a_subject(at, within) and self._says_so_at_once(at, within)
        is_clause = before in english.COORDINATORS and "," in self._gap(at - 1)
        if before in _LINKS or (is_clause and self._says_so_at_once(at, within)):
            return True
        is_apposed = not _APPOSES.isdisjoint(gap) and any(
            self._is_known(index) for index in range(max(within.start, at - 3), at)
        )
        return bool(gap.strip() and not is_apposed)

    def _says_so_at_once(self, at: int, within: range) -> bool:
        """Whether no mark parts a phrase from its verb, as one would that describes the name before it.

        `The deal is dead, a city hall insider said.`, and not `Ann Poe, an insider who left, said so.`
        """
        for index in range(at + 1, min(at + _REACH, within.stop)):
            if self._gap(index) not in (" ", "\u00a0") or self._lowers[index] == "who":
                return False
            if self._lowers[index] in _TELL:
                return self._lowers[index + 1 : index + 2] != ["to"]
        return False

    def _describes_a_subject(self, at: int, within: range) -> bool:
        """Whether a name with which a clause begins stands right before a phrase: `Ann Poe, a teacher`."""
        person = self._document.people.at(self._starts[at - 1])
        if person is None:
            return False
        start = next(m.start for m in person.mentions if m.start <= self._starts[at - 1] < m.end)
        before = self._text[within.start and self._starts[within.start] : start].rstrip()
        return not before or before[-1] in ',;:—–”"'

    def _measured(self, at: int, within: range) -> int | None:
        """Return the index of the first word of a crowd that is counted.

        Example: `teachers` of `a growing number of`.
        """
        if self._lowers[at] not in english.ARTICLES:
            return None
        for index in range(at + 1, min(at + 4, within.stop - 1)):
            if self._lowers[index] in _MEASURES:
                return index + 2 if self._lowers[index + 1] == "of" and index + 2 < within.stop else None
        return None

    def _is_everybody(self, at: int, within: range) -> bool:
        """Whether everybody of a place knows something: `Everyone in town knows the bridge is unsafe.`"""
        if not self._opens_clause(at, within) or self._document.quotes.hold(self._document.words[at].span):
            return False
        follows = self._lowers[at + 1 : min(at + 6, within.stop)]
        is_placed = bool(follows) and follows[0] in english.PLACE_PREPOSITIONS | {"on", "who"}
        knows = _HOLD if self._lowers[at] in _CROWDS else _KNOW
        return bool(follows) and not knows.isdisjoint(follows if is_placed else follows[:1])

    def _is_many_of_place(self, at: int) -> bool:
        """Whether a crowd is one of a place, and has no noun: `Many in town say`."""
        return self._lowers[at] in _CROWDS and self._lowers[at + 1 : at + 2] == ["in"]

    def _is_known(self, at: int) -> bool:
        return self._document.people.at(self._starts[at]) is not None

    def _is_inside(self, head: int, within: range) -> bool:
        """Whether what describes a plural says how it knows: `insiders`, `people close to the talks`."""
        follows = self._lowers[head + 1] if head + 1 < within.stop else ""
        return self._lowers[head] in _INSIDE or follows in _KNOWING

    def _is_inside_source(self, at: int, within: range) -> bool:
        """Whether a plural after what it says is one who knows: `…, sources close to it told the Sun`."""
        is_parted = "," in self._gap(at) or self._lowers[at - 2 : at] == ["according", "to"]
        is_source = self._lowers[at] in _INSIDERS and is_parted
        if is_source and "," not in self._gap(at):
            return self._lowers[at + 1 : at + 2] != [] and self._lowers[at + 1] in _KNOWING
        is_said = is_source and self._is_inside(at, within) and self._lowers[at + 1] in _KNOWING
        return is_said and self._tells(at, within) and not self._document.quotes.hold(self._span(at, at))

    def _opens_clause(self, at: int, within: range) -> bool:
        return at == within.start or (self._lowers[at - 1] in english.CONJUNCTIONS and at - 1 == within.start)

    def _head(self, at: int, within: range, *, is_one: bool) -> int | None:
        """Return the noun of a phrase that begins with a word.

        The noun is the last of the phrase's first words that stands for a person.
        """
        lower = self._lowers[at]
        if lower in ("someone", "somebody"):
            return at
        if lower in _DEFINITE or (not is_one and (lower in _NUMBERS or lower.isdigit())):
            return None
        measured = None if is_one else self._measured(at, within)
        first = measured or (at + 1 if is_one or lower in _CROWDS else at)
        found = None
        for index in range(first, min(first + 5, within.stop)):
            if index > at and self._gap(index) != " ":
                break
            word = self._lowers[index]
            if self._is_known(index) or (found is not None and (word in _HOLD or word.endswith("ed"))):
                break  # `Sanders said`, `Forces prevented reporters`
            if self._is_person(index, plural=not is_one, is_single=is_one and lower in _SINGLE):
                found = index
            elif not is_one and index > at and self._text[self._starts[index]].isupper():
                return None
            elif word in _ENDS_PHRASE:
                break
        return found

    def _is_person(self, at: int, *, plural: bool, is_single: bool) -> bool:
        """Whether a word is a noun for somebody; a plural that opens a sentence, for a crowd."""
        word, follows = self._lowers[at], self._lowers[at + 1 : at + 2]
        if word in _SPEAKS_FOR:
            return bool(follows) and follows[0] in _KNOWING - {"with"}
        if word in _IN_OFFICE:
            return not plural or (at > 0 and self._lowers[at - 1] in _OF_NO_BODY)
        single = word.removesuffix("s")
        if word in NO_AGENTS or single in NO_AGENTS:
            return False
        if is_single and word != single and word not in _PEOPLE:
            return False  # `a characterization Democrats said was unfair`
        if plural:
            known = word in _PEOPLE and (word.endswith("s") or word in ("people", "women", "men"))
            return known or (word.endswith(_PLURALS) and len(word) > 5)
        is_name = self._text[self._starts[at]].isupper()
        return any(
            form in _PEOPLE or (form.endswith(AGENTS) and len(form) >= _SHORTEST and not is_name)
            for form in (word, single)
        )

    def _is_named_beside(self, head: int, within: range) -> bool:
        """Whether a name stands right after a noun, or is the first thing after its comma."""
        for at in range(head + 1, min(head + 4, within.stop)):
            if self._lowers[at] in english.CORE_PREPOSITIONS or self._lowers[at] in _HOLD:
                break  # whose aide or member it is, or whom they speak of
            if self._is_named(at):
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
        while at < within.stop and self._lowers[at] in _GOING_ON:
            at += 1
        if at >= within.stop:
            return False
        if self._lowers[at] in (_CLAIM if feels else _TELL) and self._gap(at) == " ":
            return not (feels and self._is_on_record(at, within))
        if feels and self._lowers[at] in _HELPERS:
            return not _FEELING.isdisjoint(self._lowers[at + 1 : min(at + 4, within.stop)])
        follows = self._lowers[at]
        is_described = follows in _AFTER_HEAD
        if not feels:
            is_described = (
                is_described or follows in ("to", "for") or follows in _MODIFIERS or follows.endswith("ing")
            )
        if not is_described or self._gap(at) not in (" ", ", ") or (feels and follows == "of"):
            return False
        later = _CLAIM_LATER if feels else _TELL_LATER
        after = self._lowers[at + 1 : min(at + _REACH, within.stop)]
        verb = next((at + 1 + number for number, lower in enumerate(after) if lower in later), None)
        if verb is not None and self._has_own_subject(verb, at):
            return False
        puts = "put" in after and after[after.index("put") + 1 :][:1] == ["it"]
        return not later.isdisjoint(after) or (puts and not feels)

    def _has_own_subject(self, verb: int, first: int) -> bool:
        """Whether the clause that ends a sentence says who tells: `A thief is fined, the rules say.`"""
        if verb + 1 < len(self._starts) and "." not in self._gap(verb + 1):
            return False
        opens = next((index for index in range(verb - 1, first, -1) if "," in self._gap(index)), None)
        return opens is not None and self._lowers[opens] in english.DETERMINERS

    def _is_on_record(self, verb: int, within: range) -> bool:
        """Whether a crowd spoke where others heard it, or said no more than a greeting."""
        after = self._lowers[verb + 1 : min(verb + 4, within.stop)]
        return not _GREETINGS.isdisjoint(after[:1]) or (
            self._lowers[verb] in ("told", "tell") and not _HEARINGS.isdisjoint(after)
        )

    def _gap(self, at: int) -> str:
        return self._text[self._starts[at - 1] + len(self._lowers[at - 1]) : self._starts[at]] if at else ""

    def _span(self, first: int, last: int) -> Span:
        return Span(self._starts[first], self._starts[last] + len(self._lowers[last]))
