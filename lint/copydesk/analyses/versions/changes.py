"""What the newer version of a story changed: one record a change, in the order of the text."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from copydesk.analyses.versions.facts import (
    NAME,
    NEGATION,
    FactChange,
    changed_facts,
    old_form_left,
)
from copydesk.analyses.versions.paragraphs import Fate, Paragraphs, align_paragraphs
from copydesk.analyses.versions.quotations import (
    Edit,
    QuotationPair,
    QuotationPairs,
    align_quotations,
    attribution_of,
    is_speech,
)
from copydesk.analyses.versions.sentences import SentencePair, align_sentences
from copydesk.analyses.versions.sources import SpeakerChange, Speakers, changed_speakers, lost_sources
from copydesk.analyses.versions.tokens import is_short_form, letters
from copydesk.analyses.versions.wording import Piece, first_words, plain, redline, replaced
from copydesk.document import Document
from copydesk.model.prose import BlockKind, Span, once_a_draft
from copydesk.wording import count


class ChangeKind(StrEnum):
    """A kind of change. What is house style alone, marks, capitals and spaces, is none."""

    QUOTE_ALTERED = "quotation altered"
    SPEAKER = "same quotation, other speaker"
    QUOTE_STYLE = "house style inside a quotation"
    QUOTE_CUT = "quotation cut"
    QUOTE_LENGTHENED = "quotation lengthened"
    QUOTE_GONE = "quotation gone"
    QUOTE_UNMARKED = "quotation marks removed"
    NUMBER = "number changed"
    NAME = "name changed"
    NEGATION = "negation"
    SOURCE = "source gone, claim kept"
    PARAGRAPHS = "paragraphs lost"
    HEADLINE = "headline changed"


class Change(Struct, frozen=True):
    """A change.

    span      where it stands in the newer version
    old       where it stood in the older version; None for paragraphs that are gone
    lead      what changed
    words     the words, with what is gone and what came; empty where the lead says it all
    tail      what else is to be said
    what      for a figure: `number`, `amount`, `date`, `age` and so on; for anything else empty
    also      other places of the newer version that it is about, each with what stands there
    is_slight whether the words are a title or a phrase that nobody is on record for
    """

    kind: ChangeKind
    span: Span
    old: Span | None
    lead: str
    words: tuple[Piece, ...] = ()
    tail: str = ""
    what: str = ""
    also: tuple[tuple[Span, str], ...] = ()
    is_slight: bool = False

    @property
    def message(self) -> str:
        """What changed, in a line."""
        return f'{self.lead}: "{plain(self.words)}"{self.tail}' if self.words else f"{self.lead}{self.tail}"


FACTS = frozenset({ChangeKind.QUOTE_ALTERED, ChangeKind.SPEAKER, ChangeKind.NUMBER, ChangeKind.NAME})
"""What a reader of the older version should be told of."""

SHORTEST_LOST = 25
"""Words of a paragraph whose loss is reported."""

_FIRST_WORDS = 50
"""Characters of a paragraph that are shown."""


class Comparison(Struct, frozen=True):
    """Two versions of a story.

    changes  in the order of the newer version; what has no place of its own comes last
    """

    older: Document
    newer: Document
    paragraphs: Paragraphs
    changes: list[Change]

    @property
    def facts(self) -> list[Change]:
        """What a reader of the older version should be told of."""
        return [change for change in self.changes if change.kind in FACTS and not change.is_slight]


@once_a_draft
def find_changes(document: Document) -> Comparison | None:
    """Return what a draft changed since its earlier version; None for one that has none."""
    return None if document.revision is None else compare(document.revision.earlier, document)


def compare(older: Document, newer: Document) -> Comparison:
    """Return what changed between two versions of a story."""
    paragraphs = align_paragraphs(older, newer)
    return Comparison(older, newer, paragraphs, _Comparer(older, newer, paragraphs).changes())


class _Comparer:
    """Two versions being compared."""

    def __init__(self, older: Document, newer: Document, paragraphs: Paragraphs) -> None:
        self._older = older
        self._newer = newer
        self._paragraphs = paragraphs

    def changes(self) -> list[Change]:
        """Return the changes, in order."""
        quotes = align_quotations(self._older, self._newer)
        sentences = align_sentences(self._older, self._newer, self._paragraphs)
        found = [*self._quotations(quotes), *self._facts(sentences), *self._sources(sentences, quotes)]
        found = sorted(self._speakers(quotes, found), key=lambda change: (change.span, change.kind))
        return [*found, *self._lost(), *self._headline()]

    def _quotations(self, quotes: QuotationPairs) -> Iterator[Change]:
        for pair in quotes.pairs:
            kind = _KINDS.get(pair.edit)
            if kind is None:
                continue
            speaker = attribution_of(self._newer, pair.new) or attribution_of(self._older, pair.old)
            named = speaker is not None and speaker.speaker is not None
            spoken = is_speech(self._older, pair.old) and is_speech(self._newer, pair.new)
            words = redline(self._older, self._newer, pair.new.inner, pair.changes)
            yield Change(
                kind,
                pair.new.span,
                pair.old.span,
                kind.value,
                words,
                self._speaker(pair),
                is_slight=not named and not spoken,
            )
        places = self._quotation_places()
        for quote in quotes.gone:
            place = places.get(self._older.block_at(quote.start).start)
            if place is not None and is_speech(self._older, quote):
                words = (Piece(first_words(self._older.slice(quote.inner), _FIRST_WORDS), "gone"),)
                yield Change(ChangeKind.QUOTE_GONE, place, quote.span, ChangeKind.QUOTE_GONE.value, words)
        for quote, place in quotes.unmarked:
            words = (Piece(first_words(self._newer.slice(place), _FIRST_WORDS)),)
            yield Change(
                ChangeKind.QUOTE_UNMARKED, place, quote.span, "quotation marks removed, words kept", words
            )

    def _quotation_places(self) -> dict[int, Span]:
        """Return where each paragraph went, by its start in the older version.

        The place of one that is gone is the paragraph that it followed; one so long that its loss is reported
        has none.
        """
        places: dict[int, Span] = {}
        here = next((one.new.span for one in self._paragraphs.all if one.new is not None), None)
        for one in self._paragraphs.all:
            here = one.new.span if one.new is not None else here
            if one.old is None or here is None:
                continue
            if one.new is not None or self._is_short_loss(one.old.span):
                places[one.old.start] = here
        return places

    def _is_short_loss(self, span: Span) -> bool:
        """Whether nothing is said of a paragraph that is gone."""
        return not self._paragraphs.is_write_through and (
            len(self._older.words.between(span.start, span.end)) < SHORTEST_LOST
        )

    def _speaker(self, pair: QuotationPair) -> str:
        """Return the name of a speaker in brackets, where the quotation has one."""
        attribution = attribution_of(self._newer, pair.new)
        if attribution is None or attribution.speaker is None:
            return ""
        person = attribution.speaker.person
        return f" ({person.name if person else self._newer.slice(attribution.speaker.span)})"

    def _facts(self, sentences: list[SentencePair]) -> Iterator[Change]:
        names: dict[tuple[str, str], Change] = {}
        for pair in sentences:
            for fact in changed_facts(self._older, self._newer, pair):
                if fact.what == NEGATION:
                    yield self._negation(fact, pair)
                elif fact.what == NAME:
                    change = self._name(fact)
                    before, after = self._older.slice(fact.old), self._newer.slice(fact.new)
                    if names.setdefault((before, after), change) is change:
                        yield change
                else:
                    yield self._number(fact)

    def _number(self, fact: FactChange) -> Change:
        words = redline(self._older, self._newer, fact.within, [(fact.old, fact.new)])
        return Change(ChangeKind.NUMBER, fact.new, fact.old, f"{fact.what} changed", words, what=fact.what)

    def _name(self, fact: FactChange) -> Change:
        before, after = self._older.slice(fact.old), self._newer.slice(fact.new)
        words = redline(self._older, self._newer, fact.within, [(fact.old, fact.new)])
        left = old_form_left(self._newer, before, after)
        still = f'; "{before}" still stands {self._places(left)}' if left else ""
        return Change(
            ChangeKind.NAME,
            fact.new,
            fact.old,
            ChangeKind.NAME.value,
            words,
            still,
            also=tuple((span, "the old form") for span in left),
        )

    def _places(self, spans: list[Span]) -> str:
        first = f"at {self._newer.place(spans[0])}"
        return first if len(spans) == 1 else f"{first} and {count(len(spans) - 1, 'more time')}"

    def _negation(self, fact: FactChange, pair: SentencePair) -> Change:
        words = redline(self._older, self._newer, fact.within, [(fact.old, fact.new)])
        went = len(self._older.slice(fact.old)) > len(self._newer.slice(fact.new))
        span = fact.new if fact.new.start < fact.new.end else self._around(fact.new, pair)
        lead = "a negation went" if went else "a negation came"
        return Change(ChangeKind.NEGATION, span, fact.old, lead, words)

    def _around(self, gap: Span, pair: SentencePair) -> Span:
        """Return the words on both sides of a place where words went."""
        before = [token for token in pair.new.tokens if token.end <= gap.start][-1:]
        after = [token for token in pair.new.tokens if token.start >= gap.end][:1]
        tokens = [*before, *after]
        return Span(tokens[0].start, tokens[-1].end) if tokens else pair.new.span

    def _sources(self, sentences: list[SentencePair], quotes: QuotationPairs) -> Iterator[Change]:
        for lost in lost_sources(self._older, self._newer, sentences, quotes.pairs):
            lead = "speaker gone, quotation kept" if lost.quoted else ChangeKind.SOURCE.value
            kept = first_words(self._newer.slice(lost.new).strip('“”"'), _FIRST_WORDS)
            words = (Piece(f"{kept} "), Piece(self._older.slice(lost.source), "gone"))
            yield Change(ChangeKind.SOURCE, lost.new, lost.old, lead, words)

    def _speakers(self, quotes: QuotationPairs, found: list[Change]) -> Iterator[Change]:
        """Yield the changes found, and the speakers that changed; a name that was respelt only once."""
        told = {change.message for change in found if change.kind is ChangeKind.NAME}
        respelt: set[str] = set()
        others: list[SpeakerChange] = []
        for change in changed_speakers(self._older, self._newer, quotes.pairs):
            before, after = change.old.name, change.new.name
            if change.how is Speakers.OTHER and not is_short_form(before, after):
                others.append(change)
            elif not told and f"{before}/{after}" not in respelt:
                respelt.add(f"{before}/{after}")
                yield self._respelt(change)
        named = []
        for one in others:
            message = f"same quotation, other speaker: {one.old.name} before, {one.new.name} now"
            yield Change(ChangeKind.SPEAKER, one.pair.new.span, one.pair.old.span, message)
            attribution = attribution_of(self._newer, one.pair.new)
            if attribution is not None and attribution.speaker is not None:
                named.append(attribution.speaker.span)
        for known in found:
            is_speaker = known.kind is ChangeKind.NAME and any(span.overlaps(known.span) for span in named)
            if not is_speaker:
                yield known

    def _respelt(self, change: SpeakerChange) -> Change:
        before, after = change.old.name, change.new.name
        mention, earlier = change.new.mentions[0].span, change.old.mentions[0].span
        left = old_form_left(self._newer, before, after)
        still = f'; "{before}" still stands {self._places(left)}' if left else ""
        return Change(
            ChangeKind.NAME,
            mention,
            earlier,
            ChangeKind.NAME.value,
            replaced(before, after),
            still,
            also=tuple((span, "the old form") for span in left),
        )

    def _lost(self) -> Iterator[Change]:
        """Yield one change for all paragraphs that are gone."""
        olds = self._paragraphs.of(Fate.LOST)
        if olds and len(olds) == len(self._paragraphs.all):
            message = (
                f"all {len(olds):,} paragraphs are gone" if len(olds) > 1 else "the one paragraph is gone"
            )
            yield Change(ChangeKind.PARAGRAPHS, Span(0, 0), None, message)
            return
        if self._paragraphs.is_write_through:
            return
        lost = []
        place: Span | None = None
        here: Span | None = None
        for one in self._paragraphs.all:
            if one.new is not None:
                here = one.new.span
            if one.fate is Fate.LOST and one.old is not None:
                length = len(self._older.words.between(one.old.start, one.old.end))
                if length >= SHORTEST_LOST:
                    lost.append((one.old, length))
                    place = place or here
        if not lost:
            return
        first = next((one.new.span for one in self._paragraphs.all if one.new is not None), None)
        lengths = _listed([str(length) for _, length in lost])
        words = first_words(self._older.slice(lost[0][0].span), _FIRST_WORDS)
        message = f'{count(len(lost), "paragraph")} lost ({lengths} words; first words: "{words}")'
        yield Change(ChangeKind.PARAGRAPHS, place or first or Span(0, 0), None, message)

    def _headline(self) -> Iterator[Change]:
        before, after = _headline_of(self._older), _headline_of(self._newer)
        if before is None or after is None:
            return
        old, new = self._older.slice(before), self._newer.slice(after)
        if letters(old) == letters(new):
            return
        alone = all(one.fate is Fate.SAME for one in self._paragraphs.all)
        tail = "; the text says the same as before" if alone else ""
        yield Change(ChangeKind.HEADLINE, after, before, ChangeKind.HEADLINE.value, replaced(old, new), tail)


_KINDS = {
    Edit.ALTERED: ChangeKind.QUOTE_ALTERED,
    Edit.STYLE: ChangeKind.QUOTE_STYLE,
    Edit.CUT: ChangeKind.QUOTE_CUT,
    Edit.LENGTHENED: ChangeKind.QUOTE_LENGTHENED,
}


def _headline_of(document: Document) -> Span | None:
    return next((block.span for block in document.blocks if block.kind is BlockKind.HEADLINE), None)


def _listed(words: list[str]) -> str:
    """`48, 31 and 27`."""
    shown = words if len(words) < 5 else [*words[:3], f"{len(words) - 3} more"]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"
