"""The source that answers for each sentence, how near it stands, and the words that a source says."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from enum import IntEnum, StrEnum

from msgspec import Struct
from msgspec.structs import replace

from copydesk.analyses.attribution.offences import nouns
from copydesk.document import Document
from copydesk.language.attribution.attributions import Attribution, CueKind, SourceKind, Speaker
from copydesk.language.copy import CopyKind
from copydesk.language.lists import closed_classes as english
from copydesk.language.lists.titles import ROLE_NOUNS
from copydesk.model.prose import Block, Span, once_a_draft


class Answerer(StrEnum):
    """A kind of source that answers for a sentence."""

    PERSON = "person"
    BODY = "body"
    DOCUMENT = "document"
    CHARGE = "charge"
    LINK = "link"
    INTERVIEW = "interview"
    OBSERVATION = "observation"
    UNNAMED = "unnamed"
    NOBODY = "nobody"


class Nearness(IntEnum):
    """The distance of a source from its sentence; the smaller, the nearer."""

    SENTENCE = 0
    BESIDE = 1
    PARAGRAPH = 2
    ABOVE = 3
    NOWHERE = 4


class Backing(Struct, frozen=True, gc=False):
    """The source that answers for a sentence.

    kind      the kind of source; NOBODY where none is in reach, UNNAMED where it cannot be looked up
    nearness  in the SENTENCE; in the one BESIDE it, before or after, of its paragraph; earlier in its
              PARAGRAPH; in the paragraph ABOVE, whose speech goes on; NOWHERE
    words     the words of the draft that show it: the source, the charge, the quotation, those of a link, the
              question that is answered; None for NOBODY
    speaker   who speaks, where the source is one
    """

    kind: Answerer
    nearness: Nearness
    words: Span | None = None
    speaker: Speaker | None = None


NOBODY = Backing(Answerer.NOBODY, Nearness.NOWHERE)

_KINDS = {
    SourceKind.PERSON: Answerer.PERSON,
    SourceKind.PRONOUN: Answerer.PERSON,
    SourceKind.GROUP: Answerer.BODY,
    SourceKind.DOCUMENT: Answerer.DOCUMENT,
    SourceKind.ANONYMOUS: Answerer.UNNAMED,
}

_CHARGES = frozenset(
    """
    accusation accusations accuse accused accuses accusing acquitted allegation allegations alleged
    allegedly alleges alleging arraigned arrested attacker attackers censured clemency commuted convict
    convicted debarred defrocked disbarred disciplined exonerated felon felons fined fugitive fugitives
    gunman imprisoned indicted indictment jailed lawsuit lawsuits manhunt murderer murderers parole paroled
    prosecuted prosecutor prosecutors reprimanded revoked sanctioned sentenced sued suing terrorist tribunal
    """.split()
)
"""Words that always tell of a charge, a verdict or a suit."""

_COURT = frozenset(
    """
    acquitted against bring brings brought case civil convicted count counts court courts criminal custody
    denied denies deny dismiss dismissed drop dropped face faced faces facing federal felony filed files
    filing grand guilty indictment judge judges jury justice justices lawsuit misdemeanor overturned pending
    plead pleaded prosecutor prosecutors rejected rejects sued sworn trial upheld
    """.split()
)
_SAYS = frozenset("accuses alleged alleges charges claims contends said says seeks states".split())
_PLEAS = frozenset("agreement bargain contest deal enter entered guilty hearing innocent".split())
_CONTESTS = frozenset("award awards competition contest festival film prize prizes pageant".split())

_NEEDS = {
    "appeal": _COURT | frozenset("conviction final last lose loses lost sentence won".split()),
    "appeals": _COURT | frozenset("conviction final last lose loses lost sentence won".split()),
    "complaint": _COURT | _SAYS | frozenset("ethics formal".split()),
    "escaped": frozenset("custody guards jail prison".split()),
    "guilty": frozenset("convicted found plea plead pleaded pleading pleads pronounced verdict".split()),
    "petition": _COURT | _SAYS,
    "plea": _PLEAS | _COURT,
    "pleaded": _PLEAS | {"no", "not"},
    "ruled": _COURT | frozenset("commission panel regulator that".split()),
    "ruling": _COURT | frozenset("commission panel regulator that".split()),
    "sentence": _COURT
    | frozenset("appeal commuted death jail life months parole prison serve served serving years".split()),
    "serving": frozenset("jail prison sentence".split()),
    "settlement": _COURT | frozenset("agreed claims reached suit victims".split()),
    "suit": _COURT | _SAYS | frozenset("class-action".split()),
    "suspicion": frozenset("on under".split()),
    "trial": frozenset("awaiting awaits face faces facing go goes sent stand stands stood went".split()),
    "verdict": _COURT | frozenset("reached returned".split()),
    "charge": _COURT | frozenset("he of she that they".split()),
    "charges": _COURT | frozenset("he of she that they".split()),
}
"""Words that tell of one only where one of these stands near."""

_RULES = frozenset(["ruled", "ruling"])
"""What is no charge against anybody beside the name of a wrong: `ruled the fire arson`."""

_NEVER_NEAR = dict.fromkeys(
    ("claim", "claimed", "claiming", "claims"),
    frozenset(
        """
        baggage championship crown expense expenses gold insurance jobless life lives medal prize title
        unemployment victory win
        """.split()
    ),
)
"""Words near one that give it another sense."""

_NEVER_AFTER = {
    "charge": frozenset("in take takes taking took".split()),
    "conviction": frozenset("deep firm moral of political religious with".split()),
    "convictions": frozenset("deep firm moral of political religious with".split()),
    "suit": frozenset("follow followed following follows".split()),
}
"""Words right before one that give it another sense."""

_CONVICTS = frozenset("inmate inmates prisoner prisoners".split())
"""What stands before the name of somebody who was convicted."""

_OF_CHARGES = _CHARGES.union(_NEEDS, _NEVER_AFTER, _NEVER_NEAR, _CONVICTS, ("charged", "jury"))
_DOCUMENTS = frozenset(
    """
    according report reports reported study studies survey surveys poll polls data figures estimates
    estimated statement filing filings affidavit memo documents records
    transcript testimony census rankings tracker analysis findings calculations
    forecast forecasts argue argues say says found finds surveyed polled
    announced announces
    """.split()
)
_RESULTS = frozenset(
    "cases earnings growth income loss losses profit profits results revenue revenues sales".split()
)
"""What a firm reports of its own."""

_POLLSTERS = frozenset("books clerk clerks numbers watcher watchers worker workers".split())
"""Words after `poll` where people vote."""

_DUTIES = frozenset(
    """
    developing drafting enforcing ensuring finding keeping leading maintaining making managing monitoring
    overseeing planning protecting reviewing running
    """.split()
)
"""What somebody is charged with who has a task."""

_BESIDE, _CHARGED = 5, 8


_ANSWERS = frozenset([CopyKind.ANSWER, CopyKind.FIRST_PERSON])
_LINK = (
    r"\[[^\[\]\n]{1,300}\]\(<?https?://[^()\s<>]{1,2000}"
    r"|<a\s[^<>]{0,500}href\s?=\s?[\"']?https?://[^<>]{1,2000}>[^<>]{1,300}"
    r"|(?<![\(\"'=<\[])https?://[^\s<>()]{4,2000}"
)
"""A link to a page elsewhere, in Markdown, HTML or as its bare address, up to the end of its words."""

_REPORTERS = frozenset("reporter reporters journalist journalists correspondent photographer".split())
_SEEING = frozenset("saw watched witnessed observed counted visited heard found seen reviewed".split())
_NEAR = 4
"""The most words that may stand between a reporter and what the reporter did."""

_GOES_ON = frozenset("he she they his her their".split())


@once_a_draft
def answers(document: Document) -> list[Backing]:
    """Return who answers for each sentence of a draft, and how near, in the order of `document.sentences`."""
    own = _own(document)
    found = [NOBODY] * len(own)
    starts = document.sentences.starts
    first, above, last_end = 0, NOBODY, 0
    for block in document.blocks:
        last = bisect_right(starts, block.end - 1)
        if last == first:
            continue
        is_led_to = last_end > 0 and document.text[last_end - 1] == ":"
        last_end = block.end
        carried = above if is_led_to or _carries_on(document, first) else NOBODY
        if asked := _question_before(document, block):
            carried = Backing(Answerer.INTERVIEW, Nearness.ABOVE, asked)
        reached = replace(carried, nearness=Nearness.ABOVE) if carried is not NOBODY else NOBODY
        for index in range(first, last):
            found[index] = _nearest(own, index, first, last, reached)
            if own[index].kind is Answerer.LINK:
                continue
            if own[index] is not NOBODY:
                reached = replace(own[index], nearness=Nearness.PARAGRAPH)
            elif reached is NOBODY:
                reached = found[index]
        first, above = last, reached
    return found


def answer_for(document: Document, offset: int) -> Backing:
    """Return who answers for the sentence at an offset of the prose."""
    return answers(document)[bisect_right(document.sentences.starts, offset) - 1]


def is_said(document: Document, span: Span) -> bool:
    """Whether a source says the words of a span; how the reporter introduces the source is not said by it."""
    number = bisect_right(document.sentences.starts, span.start) - 1
    return any(_says(document, said, span) for said in _sourced(document).get(number, ()))


def _says(document: Document, attribution: Attribution, span: Span) -> bool:
    cue, speaker = attribution.cue, attribution.speaker
    if cue is None or speaker is None:
        return attribution.content.contains(span)
    is_object = attribution.kind is CueKind.LOADED and cue.end <= span.start and not attribution.quotes
    if is_object and not document.text.startswith(" that ", cue.end):
        return False  # Ann Poe blasted the infamous board: she may have said so, or not
    if span.overlaps(cue) or span.overlaps(speaker.span):
        return False
    begin = min(cue.start, speaker.span.start)
    comes_last = span.end <= begin and document.text[begin - 2 : begin] == ", "
    return comes_last or attribution.content.contains(span)


def _nearest(own: list[Backing], index: int, first: int, last: int, reached: Backing) -> Backing:
    """Return the answerer of the sentence at an index of the paragraph `first:last`."""
    if own[index] is not NOBODY:
        return own[index]
    for beside in (index - 1, index + 1):
        is_there = first <= beside < last and own[beside] is not NOBODY
        if is_there and own[beside].kind is not Answerer.LINK:
            return replace(own[beside], nearness=Nearness.BESIDE)
    return reached


def _own(document: Document) -> list[Backing]:
    """Return for each sentence the answerer that stands in it."""
    found = [NOBODY] * len(document.sentences)
    for index, backing in (
        *_speakers(document),
        *_cited(document),
        *_seen(document),
        *_quoted(document),
        *_linked(document),
    ):
        if found[index] is NOBODY:
            found[index] = backing
    return found


def _speakers(document: Document) -> Iterator[tuple[int, Backing]]:
    """Yield the speaker of each attribution, by the index of each sentence that it has a part in."""
    for index, attributions in _sourced(document).items():
        for attribution in attributions:
            speaker = attribution.speaker
            if speaker is not None:
                yield index, Backing(_KINDS[speaker.kind], Nearness.SENTENCE, speaker.span, speaker)


@once_a_draft
def _sourced(document: Document) -> dict[int, list[Attribution]]:
    """Return the attributions with a speaker, by the index of each sentence that they have a part in."""
    starts = document.sentences.starts
    found: dict[int, list[Attribution]] = defaultdict(list)
    for attribution in document.attributions:
        if attribution.speaker is not None:
            for index in _sentences_of(attribution, starts):
                found[index].append(attribution)
    return found


def _sentences_of(attribution: Attribution, starts: list[int]) -> set[int]:
    """Return the indices of the sentences with the first or last words of an attribution, or its verb."""
    content, cue = attribution.content, attribution.cue
    parts = {bisect_right(starts, content.start), bisect_right(starts, max(content.start, content.end - 1))}
    if cue:
        parts.add(bisect_right(starts, cue.start))
    return {part - 1 for part in parts}


def _quoted(document: Document) -> Iterator[tuple[int, Backing]]:
    """Yield each sentence with words in quotation marks: they are somebody's, whoever it is."""
    starts = document.sentences.starts
    for quote in document.quotes.outer:
        for number in range(bisect_right(starts, quote.start), bisect_right(starts, quote.end - 1) + 1):
            yield number - 1, Backing(Answerer.UNNAMED, Nearness.SENTENCE, quote.span)


def _cited(document: Document) -> Iterator[tuple[int, Backing]]:
    """Each sentence that cites a charge, suit, plea or verdict, or a document that it was read in."""
    starts = document.sentences.starts
    for citation in sorted(find_citations(document), key=lambda one: not one.is_charge):
        kind = Answerer.CHARGE if citation.is_charge else Answerer.DOCUMENT
        span = document.words[citation.index].span
        yield bisect_right(starts, span.start) - 1, Backing(kind, Nearness.SENTENCE, span)


def _seen(document: Document) -> Iterator[tuple[int, Backing]]:
    """Yield each sentence that says what a reporter of the paper saw.

    Example: `A Gazette reporter counted 40 cars.`
    """
    vocabulary, words, lowers = document.words.vocabulary, document.words, document.words.lowers
    starts = document.sentences.starts
    for word in vocabulary.keys() & _REPORTERS:
        for at in vocabulary[word]:
            if not _SEEING.isdisjoint(lowers[max(0, at - _NEAR) : at + 1 + _NEAR]):
                span, number = words[at].span, bisect_right(starts, words[at].start) - 1
                yield number, Backing(Answerer.OBSERVATION, Nearness.SENTENCE, span)


def _linked(document: Document) -> Iterator[tuple[int, Backing]]:
    """Yield each sentence with a link to a page of the web, where its words are no name.

    A name that is linked says who somebody is, not where the sentence was read.
    """
    text = document.source.text
    if "://" not in text:
        return
    starts, people = document.sentences.starts, document.people
    for match in re.finditer(_LINK, text):
        words = document.at_source(Span(*match.span()))
        said = document.words.between(words.start, words.end)
        is_name = bool(said) and all(people.at(document.words.starts[at]) is not None for at in said)
        if words.start < words.end and not is_name:
            yield bisect_right(starts, words.start) - 1, Backing(Answerer.LINK, Nearness.SENTENCE, words)


def _question_before(document: Document, block: Block) -> Span | None:
    """Return the question that a block answers in an interview.

    It is labelled as one, or is a paragraph of its own before one in the first person.
    """
    number = document.block_index(block.start)
    if number == 0 or document.copy.of(block) not in _ANSWERS:
        return None
    before = document.blocks[number - 1]
    is_labelled = document.copy.of(before) is CopyKind.QUESTION
    is_asked = is_labelled or document.slice(before.span).rstrip(" *_").endswith("?")
    return before.span if is_asked else None


def _carries_on(document: Document, index: int) -> bool:
    """Whether the paragraph that a sentence begins goes on with the speech of the one above."""
    start = document.sentences[index].start
    word = document.text[start : start + 8].split(maxsplit=1)[0].lower()
    return word in _GOES_ON or word[0] in "“\"'‘"


class Citation(Struct, frozen=True, gc=False):
    """A word that cites something.

    index      its index in `document.words`
    is_charge  whether it tells of a charge, plea, verdict or suit; else of a document
    """

    index: int
    is_charge: bool


@once_a_draft
def find_citations(document: Document) -> list[Citation]:
    """The words of a draft that cite a charge or a document, in order.

    A word of two senses counts where words near it show the one: not `in charge`, `charged $12`, `followed
    suit`, `reported a profit`, nor a word in the name of a journal or firm.
    """
    reader = _Citations(document)
    vocabulary = document.words.vocabulary
    found = [
        Citation(at, is_charge=True)
        for word in _OF_CHARGES.intersection(vocabulary)
        for at in vocabulary[word]
        if reader.is_charge(at)
    ]
    found += [
        Citation(at, is_charge=False)
        for word in _DOCUMENTS.intersection(vocabulary)
        for at in vocabulary[word]
        if reader.is_document(at)
    ]
    return sorted(found, key=lambda one: one.index)


class _Citations:
    """Reads the words round one that may cite something."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._lowers = document.words.lowers
        self._starts = document.words.starts

    def is_charge(self, at: int) -> bool:
        """Whether a word tells of a charge, plea, verdict or suit."""
        word = self._lowers[at]
        sentence = self._document.sentence_at(self._starts[at])
        within = self._document.words.between(sentence.start, sentence.end)
        if word == "charged":
            return self._is_charged(at, within)
        if word in _CONVICTS:
            return at + 1 < within.stop and self._document.people.at(self._starts[at + 1]) is not None
        if word == "jury":
            return _CONTESTS.isdisjoint(self._lowers[within.start : within.stop])
        if self._lowers[at - 1] in _NEVER_AFTER.get(word, ()):
            return False
        needed, near = _NEEDS.get(word), self._near(at, within)
        if needed is None:
            return _NEVER_NEAR.get(word, frozenset()).isdisjoint(near)
        return not (needed.isdisjoint(near) and (word in _RULES or nouns().wrongs.isdisjoint(near)))

    def _near(self, at: int, within: range) -> list[str]:
        before = self._lowers[max(within.start, at - _BESIDE) : at]
        return before + self._lowers[at + 1 : min(at + 1 + _BESIDE, within.stop)]

    def _is_charged(self, at: int, within: range) -> bool:
        """`charged with theft`, `he was charged`; not `charged with running it`, `charged $12`."""
        after = self._lowers[at + 1 : min(at + 1 + _CHARGED, within.stop)]
        if "with" in after and english.CONJUNCTIONS.isdisjoint(after[: after.index("with")]):
            return _DUTIES.isdisjoint(after[after.index("with") + 1 :][:1])
        if "that" in after[:1]:
            return True
        first = at - 1
        while first > within.start and self._lowers[first] in english.BE | english.HAVE | {"not"}:
            first -= 1
        subject = self._lowers[first]
        is_one = self._document.people.at(self._starts[first]) is not None or subject in ROLE_NOUNS
        return first < at - 1 and (is_one or subject in ("he", "she", "who"))

    def is_document(self, at: int) -> bool:
        """Whether a word names what something was read in."""
        start = self._starts[at]
        text = self._document.text
        if self._lowers[at] == "poll":
            return _POLLSTERS.isdisjoint(self._lowers[at + 1 : at + 2])
        if self._lowers[at] == "reported":
            return _RESULTS.isdisjoint(self._lowers[at + 1 : at + 1 + _BESIDE])
        is_name = text[start].isupper() and text[start - 1 : start] == " "
        if not is_name or not text[self._starts[at - 1]].isupper():
            return True
        return not self._lowers[at].endswith("s")  # `Neural Reports`, `Data Records`
