"""Attributions: speakers, and the words that they say."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from copydesk.language.attribution.antecedents import Antecedents
from copydesk.language.attribution.cues import Cue, find_cues
from copydesk.language.attribution.speakers import PERSON, PRONOUN, REACH, SourceKind, Speaker, Speakers
from copydesk.language.lists.verbs import NAMING, SURE, CueKind, kind_of
from copydesk.language.people.people import People
from copydesk.language.quotes import Quotation, Quotations
from copydesk.language.sentences import Sentences
from copydesk.language.words import Words
from copydesk.model.prose import Block, Prose, Span

__all__ = ["Attribution", "Attributions", "CueKind", "SourceKind", "Speaker", "find_attributions"]


class Attribution(Struct, frozen=True, gc=False):
    """A source and what is put in its mouth.

    cue      the verb or phrase (`said`, `according to`), or None where only a name stands beside the words
    speaker  who says so, or None where nobody is named ("it was said")
    content  the words attributed; for a quotation, with its marks
    quotes   the outer quotations inside the content
    verb     the base form of the cue (`say`); None without one, and for a noun (`her claim that …`)
    """

    cue: Span | None
    speaker: Speaker | None
    content: Span
    quotes: tuple[Quotation, ...]
    verb: str | None = None

    @property
    def kind(self) -> CueKind:
        """The class of the cue's verb: neutral, loaded and so on."""
        return kind_of(self.verb or "")


class Attributions:
    """Every attribution of a draft, in the order of the text."""

    def __init__(self, attributions: list[Attribution]) -> None:
        self._all = sorted(attributions, key=lambda a: (a.content.start, a.content.end))
        self._by_quote = {quote.start: a for a in self._all for quote in a.quotes}

    def __iter__(self) -> Iterator[Attribution]:
        return iter(self._all)

    def of(self, quotation: Quotation) -> Attribution | None:
        """Return the attribution of an outer quotation, or None: nobody is on record for it."""
        return self._by_quote.get(quotation.start)


def find_attributions(
    prose: Prose, words: Words, sentences: Sentences, quotes: Quotations, people: People
) -> Attributions:
    """Return the attributions of a draft: of every quotation that has one, and of indirect speech."""
    speakers = Speakers(prose, words, people)
    found = _AttributionFinder(prose, words, sentences, quotes, speakers).attributions()
    sources = {a.speaker.span: a.speaker for a in found if a.speaker}
    antecedents = Antecedents(prose, words, sentences, quotes, people, speakers)
    known = antecedents.resolve([sources[span] for span in sorted(sources)])
    return Attributions(
        [
            replace(a, speaker=known[a.speaker.span]) if a.speaker and a.speaker.span in known else a
            for a in found
        ]
    )


_CREDIT = r"[ \u00a0]*(―|—|–|--|-)[ \u00a0]*(?=\w)"
_LABEL = r"[“\"]?(?:(?P<letter>[QA])[.:]|(?P<name>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}):)[ \u00a0]"
_NEAR = 3
"""The most words that may stand between a verb that names and the words that it quotes."""

_WHO = ("who", "which", "that")
_ONE_PERSON = frozenset("he she his her who".split())

_BACKSHIFTED = (" would ", " had ")
"""What a sentence says in the tense of reported speech."""

_WRITTEN = (" statement", " tweet", " letter")
"""What a sentence tells of that leads to a quotation in the next paragraph."""

_TAIL = 2
"""Characters that may follow a cue that ends its sentence: a full stop, and a mark."""

_LINE = 40
"""How long a line may be, in characters, that only parts two paragraphs."""

_OUTER = 6
"""How many cues back the verb of saying is looked for that such a verb stands under."""

_CONJUNCTION = r" that |, (?:and|but|so|then) "
_NAMED = r" (?:as an? |(?:phrase|words?|term) )$"
_NAMED_REACH = 12
_FRONTED = r"(?:(?:After|While|By|In|Before|Despite) )?[A-Z]?[a-z]+ing "

_SUBORDINATE = re.compile(r"[ \u00a0]*(?:when|while|as|after|before|but|because|if|although|though|which)\b")


_Q_AND_A = ("Q. ", "A. ")
_LEAST_LABELS = 4
_LABELLED = 60
"""How far a label may reach into its block."""


class _Source(Struct, frozen=True, gc=False):
    """A source on its way to a quotation: cue, speaker and the base form of the cue."""

    cue: Span | None
    speaker: Speaker | None
    verb: str | None


class _AttributionFinder:
    """A document being read for attributions, block by block."""

    def __init__(
        self, prose: Prose, words: Words, sentences: Sentences, quotes: Quotations, speakers: Speakers
    ) -> None:
        self._prose = prose
        self._words = words
        self._sentences = sentences
        self._quotations = quotes
        self._text = prose.text
        self._speakers = speakers
        self._cues = find_cues(prose, words, sentences, quotes, self._speakers)
        self._sentence_starts = sentences.starts
        self._labels = self._transcript()
        self._quotes: dict[int, list[Quotation]] = defaultdict(list)
        for quote in quotes.outer:
            self._quotes[prose.block_index(quote.start)].append(quote)
        self._last_quoted: dict[int, Attribution] = {}

    def attributions(self) -> list[Attribution]:
        """Return everything found, unsorted."""
        found: list[Attribution] = []
        for number in sorted({*self._quotes, *self._cues, *self._labels}):
            if self._is_furniture(number):
                continue
            cues = self._cues.get(number, [])
            used: set[int] = set()
            if number in self._quotes:
                by_quote = self._attribute_quotes(number, cues, used)
                if by_quote:
                    self._last_quoted[number] = by_quote[-1]
                    found += by_quote
            block = self._prose.blocks[number]
            for at, cue in enumerate(cues, 1):
                if cue.speaker is None or cue.weak:
                    continue
                if cue.span.start not in used:
                    found.append(self._indirect(cue, cue.speaker))
                if cue.verb in SURE and self._is_one_person(cue.speaker):
                    following = self._following(cue, cues[at].span.start if at < len(cues) else block.end)
                    if following:
                        found.append(Attribution(None, cue.speaker, following, ()))
            label = self._labels.get(number)
            if label:
                found.append(Attribution(label.cue, label.speaker, self._labelled(block, label), ()))
        return found

    def _transcript(self) -> dict[int, _Source]:
        """Return the speakers of a transcript by the indices of their blocks: `POE: We won.`, `Q. Who won?`

        A draft is one where a label comes back, beside another that does.
        """
        found: dict[int, _Source] = {}
        if self._text.count(":") < _LEAST_LABELS and "q" not in self._words.vocabulary:
            return found
        names: Counter[str] = Counter()
        for number, block in enumerate(self._prose.blocks):
            end = min(block.end, block.start + _LABELLED)
            has_colon = self._text.find(":", block.start, end) > 0
            if not has_colon and not self._text.startswith(_Q_AND_A, block.start):
                continue
            label = re.compile(_LABEL).match(self._text, block.start, end)
            if label and label.lastgroup:
                name = Span(*label.span(label.lastgroup))
                names[label[label.lastgroup]] += 1
                found[number] = _Source(Span(name.end, name.end + 1), Speaker(name, PERSON, None), None)
        if len(names) < 2 or sum(count > 1 for count in names.values()) < 2:
            return {}
        return {
            number: replace(source, speaker=self._speakers.labelled(source.speaker.span))
            for number, source in found.items()
            if source.speaker and names[self._prose.slice(source.speaker.span)] > 1
        }

    def _following(self, cue: Cue, end: int) -> Span | None:
        """Return the sentence that goes on with reported speech without a cue.

        Example: `She said it was lost. It would go.`

        end  it ends before this place: where the next cue of the block stands, or the block ends
        """
        sentences, find = self._sentences, self._text.find
        if cue.sentence + 1 == len(sentences):
            return None
        following = sentences[cue.sentence + 1]
        if end < following.end:
            return None
        goes_on = [word for word in _BACKSHIFTED if find(word, following.start, following.end) > 0]
        return following if goes_on and not self._quotations.within(following) else None

    def _labelled(self, block: Block, label: _Source) -> Span:
        """Return the text after the label of a block."""
        return Span(min(block.end, label.cue.end + 1 if label.cue else block.start), block.end)

    def _handed_on(self, number: int) -> _Source | None:
        """Cue and speaker that the block before hands on to a quotation that is all of this one.

        Speech goes on with one person: a group, or whoever does what a passive says, hands nothing on.
        """
        number -= 1
        while number >= 0 and self._is_furniture(number):
            number -= 1
        if number < 0:
            return None
        if number in self._labels:
            return self._labels[number]
        block, cues = self._prose.blocks[number], self._cues.get(number, [])
        last = self._sentences.at(block.end - 1).start
        if self._text[block.end - 1] == ":":
            if cues and cues[-1].span.start >= last:
                return _Source(cues[-1].span, cues[-1].speaker, cues[-1].verb)
            return _Source(None, self._speakers.subject(last, block.end), None)
        attributed = self._last_quoted.get(number)
        if attributed:
            return _Source(attributed.cue, attributed.speaker, attributed.verb)
        for cue in reversed(cues):
            if cue.span.start < last:
                break
            is_own = not cue.weak and not cue.passive
            if self._is_one_person(cue.speaker) and (is_own or cue.verb == "ask"):
                return _Source(None, cue.speaker, None)
        low = max(last, block.end - 2 * REACH)
        if any(self._text.find(word, low, block.end) >= 0 for word in _WRITTEN):
            return _Source(None, self._speakers.subject(last, block.end), None)
        return None

    def _is_furniture(self, number: int) -> bool:
        """Whether a block is a line between two paragraphs that is no sentence: Story continues below."""
        block = self._prose.blocks[number]
        is_short = block.end - block.start <= _LINE
        is_line = self._text[block.end - 1].isalnum() and (
            is_short or self._prose.slice(block.span).isupper()
        )
        return is_line and number not in self._quotes and number not in self._labels

    def _is_one_person(self, speaker: Speaker | None) -> bool:
        """Whether a source is a person, or he or she: whoever speaks may go on in the next paragraph."""
        if speaker is None or speaker.kind is not PRONOUN:
            return speaker is not None and speaker.kind is PERSON
        form = self._prose.slice(speaker.span).lower()
        return speaker.person is not None or form in _ONE_PERSON

    def _attribute_quotes(self, number: int, cues: list[Cue], used: set[int]) -> list[Attribution]:
        """Return the attribution of each quotation of a block that has one.

        `used` gains where their own cues begin.

        First those with a cue of their own, then the rest by what stands beside them.
        """
        quotes = self._quotes[number]
        starts = [cue.span.start for cue in cues]
        carried = own = [self._own_cue(quotes, index, cues, starts) for index in range(len(quotes))]
        sourced: list[Cue] = []
        if None in own:
            sourced = [cue for cue in cues if cue.speaker and not cue.weak]
            carried = _carried(quotes, own, [cue for cue in sourced if self._is_one_person(cue.speaker)])
        found = []
        for index, quote in enumerate(quotes):
            cue = own[index]
            is_speech = cue is None and self._is_speech(quote)
            cue = carried[index] if is_speech and not self._follows_colon(quote) else cue
            if cue is not None:
                used.add(cue.span.start)
                found.append(Attribution(cue.span, cue.speaker, quote.span, (quote,), cue.verb))
                continue
            beside = self._beside(number, index, sourced, is_speech=is_speech)
            if beside:
                found.append(Attribution(beside.cue, beside.speaker, quote.span, (quote,), beside.verb))
        return found

    def _own_cue(self, quotes: list[Quotation], index: int, cues: list[Cue], starts: list[int]) -> Cue | None:
        """Return the cue in the sentence around a quotation, the nearest on the likelier side.

        cues    those of its block
        starts  where they begin
        """
        if not cues:
            return None
        quote, sentences = quotes[index], self._sentences
        at = bisect_left(starts, quote.end)
        following = cues[at] if at < len(cues) else None
        if following:
            high = quotes[index + 1].start if index + 1 < len(quotes) else quote.end + REACH
            if (
                following.weak
                or not following.speaker
                or starts[at] >= min(high, quote.end + REACH)
                or sentences[following.sentence].start > quote.end + 2  # `…?” Ann Poe asked` is one sentence
                or self._leads_on(quote, following, high)
                or (_SUBORDINATE.match(self._text, quote.end) and following.verb != "put it")
            ):
                following = None
        last = bisect_left(starts, quote.start) - 1
        if last < 0:
            return following
        sentence = sentences[cues[last].sentence]
        if sentence.end <= quote.start:
            return following
        before = quotes[index - 1].end if index else 0
        leading = self._leading(cues, last, max(sentence.start, before), quote)
        is_followed = following is not None and self._is_clause_of(quote, following)
        if leading and leading.speaker and following:
            is_same = leading.speaker is following.speaker
            is_near = self._text.count(" ", leading.span.end, quote.start) <= _NEAR
            if is_same or (self._text[quote.start - 2] == ":" and (is_near or not is_followed)):
                return leading
        if is_followed:
            return following
        return leading or following or self._leading(cues, last, sentence.start, quote)

    def _leads_on(self, quote: Quotation, cue: Cue, high: int) -> bool:
        """Whether a cue after a quotation leads to the next one: `“The pier is ours.” She said, “No.”`"""
        return self._text[cue.span.end : high].strip() in (",", ":") and not self._is_clause_of(quote, cue)

    def _leading(self, cues: list[Cue], last: int, low: int, quote: Quotation) -> Cue | None:
        """Return the cue that leads to a quotation: the last one before it, whose index is given.

        Where that one is inside what somebody says (`she said the plan he praised was “dead”`), it is the
        verb of saying; one that names (`what he called “dead”`) is always its own.
        """
        leading = cues[last]
        if leading.span.start < low:
            return None
        gap = self._text[leading.span.end : quote.start]
        is_near = gap.count(" ") <= _NEAR
        source = leading.speaker
        is_aside = (
            source is not None
            and source.kind is PRONOUN
            and self._text.endswith("what ", low, source.span.start)
        )
        opens = gap.startswith(" that ") and source is not None and self._prose.slice(source.span) not in _WHO
        if leading.verb in SURE and not leading.weak:
            return leading
        if (is_near or opens) and not leading.weak and not is_aside:
            return leading
        if is_near and leading.verb in NAMING and not is_aside:
            return leading
        for cue in reversed(cues[max(0, last - _OUTER) : last]):
            if cue.span.start < low:
                break
            if cue.speaker and ((cue.verb in SURE and not cue.weak and not cue.passive) or is_aside):
                return cue
        return leading

    def _is_clause_of(self, quote: Quotation, cue: Cue) -> bool:
        """Whether a cue after a quotation is its own: `…,” he said`, `…?” asked Ann Poe`."""
        last = self._text[max(quote.inner.start, quote.inner.end - 2) : quote.inner.end].rstrip("’'")[-1:]
        gap = self._text[quote.end : cue.span.start]
        return (last != "" and last in ",?!—–…-") or gap.startswith((",", " —", " –", " --"))

    def _follows_colon(self, quote: Quotation) -> bool:
        """Whether a colon leads to a quotation in its paragraph."""
        return self._text[max(0, quote.start - 2) : quote.start] in (": ", ":\u00a0")

    def _is_speech(self, quote: Quotation) -> bool:
        """Whether a quotation is a sentence somebody says, not a word or a title in quotation marks."""
        words = self._text[quote.inner.start : quote.inner.end].split()
        return len(words) >= 4 and (
            self._text[quote.inner.end - 1] in ".,?!…—–-" or not quote.closed or len(words) >= 8
        )

    def _beside(self, number: int, index: int, sourced: list[Cue], *, is_speech: bool) -> _Source | None:
        """Cue and speaker for a quotation of a block whose sentence has no cue.

        A dash parts it from its credit, a colon from who says it. A paragraph that begins with a quotation
        goes on with the speaker of the paragraph before; a name in the words that lead to the quotation, or
        with which the next sentence begins, is its speaker.
        """
        quotes, block = self._quotes[number], self._prose.blocks[number]
        quote = quotes[index]
        leading = self._text[max(block.start, quote.start - 2) : quote.start].rstrip()
        if leading.endswith(":"):
            speaker = self._speakers.subject(self._last_clause(quote.start), quote.start)
            speaker = speaker or self._speakers.subject(self._sentences.at(quote.start).start, quote.start)
            if speaker:
                return _Source(None, speaker, None)
        if not is_speech:
            named = self._namer(quote)
            return _Source(None, named, None) if named else None
        after = quotes[index + 1].start if index + 1 < len(quotes) else block.end
        credit = self._credit(quote, block, after)
        if credit:
            return credit
        if index == 0 and (not leading or number in self._labels):
            return self._labels.get(number) or self._handed_on(number) or self._named_after(quote, block)
        at = bisect_left(sourced, quote.start, key=lambda cue: cue.span.start)
        if at:
            earlier = sourced[at - 1]
            return _Source(earlier.span, earlier.speaker, earlier.verb)
        named = self._speakers.named_before(quote.start, max(block.start, quote.start - 2 * REACH))
        return _Source(None, named, None) if named else None

    def _last_clause(self, offset: int) -> int:
        """Return where the last clause before a place begins, in its sentence.

        A clause begins after `that`, `and`, `but` or `so`.
        """
        start = self._sentences.at(offset).start
        found = [match.end() for match in re.finditer(_CONJUNCTION, self._text[start:offset])]
        return start + found[-1] if found else start

    def _namer(self, quote: Quotation) -> Speaker | None:
        """Return who gives something the name that a quotation is: `Roe went after Poe as a “leech”`.

        Or who follows it, with words of whose it begins the sentence: `After saying it was “dead,” Roe left`.
        """
        start = self._sentences.at(quote.start).start
        if re.search(_NAMED, self._text[max(start, quote.start - _NAMED_REACH) : quote.start]):
            named = self._speakers.subject(start, quote.start)
            return named if self._is_one_person(named) else None
        is_parted = self._text[quote.inner.end - 1] == "," or self._text.startswith(", ", quote.end)
        if is_parted and re.compile(_FRONTED).match(self._text, start, quote.start):
            after = quote.end + (1 if self._text[quote.end] == " " else 2)
            return self._speakers.opening(after, self._sentences.at(quote.start).end)
        return None

    def _named_after(self, quote: Quotation, block: Block) -> _Source | None:
        """Return the person with whom the sentence after a quotation begins, in its paragraph."""
        index = bisect_left(self._sentence_starts, quote.end)
        if index == len(self._sentence_starts) or self._sentence_starts[index] >= block.end:
            return None
        sentence = self._sentences[index]
        if sentence.start > quote.end + 2:
            return None
        named = self._speakers.opening(sentence.start, sentence.end)
        return _Source(None, named, None) if named else None

    def _credit(self, quote: Quotation, block: Block, end: int) -> _Source | None:
        """Return a dash and a name after a quotation, up to the next one, or on the line below it."""
        if quote.end == block.end:
            below = self._prose.block_index(quote.start) + 1
            if below == len(self._prose.blocks):
                return None
            block = self._prose.blocks[below]
            end = block.end
        start = max(quote.end, block.start)
        dash = re.compile(_CREDIT).match(self._text, start, end)
        name = self._text[dash.end() : end].rstrip(" \u00a0.") if dash else ""
        if not dash or not 0 < len(name) <= 80 or not name[0].isupper():
            return None
        span = Span(dash.end(), dash.end() + len(name))
        return _Source(Span(*dash.span(1)), self._speakers.labelled(span), None)

    def _is_tail(self, sentence: Span, begins: int, after: int) -> bool:
        """Whether an attribution follows what it attributes, with its time or place after it."""
        is_parted = begins - sentence.start > _CLAUSE and self._text[begins - 2 : begins] == ", "
        return is_parted and bool(re.match(_ADVERBIAL, self._text[after : sentence.end]))

    def _indirect(self, cue: Cue, speaker: Speaker) -> Attribution:
        """Speech without quotation marks: the rest of the sentence on the side where the source is not."""
        sentence, after = self._sentences[cue.sentence], cue.span.end
        begins = min(cue.span.start, speaker.span.start)
        comes_last = cue.inverted or sentence.end - after <= _TAIL or self._is_tail(sentence, begins, after)
        if comes_last and begins > sentence.start:
            content = Span(sentence.start, begins)
        else:
            content = Span(after, max(after, sentence.end))
        return Attribution(cue.span, speaker, content, (), cue.verb)


_ADVERBIAL = (
    r" (?:in|on|at|during|by|via|last|this|late|early|[A-Z][a-z]+day)\b"
    r"(?![^.]*\b(?:that|was|is|were|had)\b)[^.,]{0,60}\.?$"
)
"""Words that may follow an attribution that ends its sentence: `…, the office said in a ruling on Monday.`"""

_CLAUSE = 25
"""How long the words before such an attribution are at least, in characters."""


def _carried(quotes: list[Quotation], own: list[Cue | None], spoken: list[Cue]) -> list[Cue | None]:
    """Return for each quotation of a paragraph the cue of the one before with a cue, or else after.

    Speech goes on with its speaker, or with whoever says something between the two; it comes before him
    only where the next quotation is near.

    spoken  the cues of the paragraph with one person as their source
    """
    carried: list[Cue | None] = []
    last: Cue | None = None
    for quote, cue in zip(quotes, own, strict=True):
        at = bisect_left(spoken, quote.start, key=lambda cue: cue.span.start)
        between = spoken[at - 1] if at and last and spoken[at - 1].span.start > last.span.start else None
        last = cue or between or last
        carried.append(last)
    following: Cue | None = None
    for index in range(len(quotes) - 1, -1, -1):
        is_near = index + 1 == len(quotes) or quotes[index + 1].start - quotes[index].end <= REACH
        following = following if is_near else None
        carried[index] = carried[index] or following
        following = own[index] or following
    return carried
