"""Verbs and phrases of attribution in a draft, each with its source."""

from __future__ import annotations

from collections import deque

from msgspec import Struct

from copydesk.document import Block, Document, Span
from copydesk.language.cues import (
    CUES,
    GESTURES,
    NOUNS,
    NOUNS_TOO,
    QUOTING,
    SHOWING,
    SURE,
)
from copydesk.language.quotes import Quotation
from copydesk.language.speakers import (
    DETERMINERS,
    DOCUMENT,
    PERSON,
    PRONOUN,
    SOURCES,
    Speaker,
    Speakers,
    is_possessive,
)

_VERBS = {**QUOTING, **GESTURES, **CUES}
_BE = frozenset("is are was were be been being".split())
_QUANTIFIERS = frozenset("some many several most other few all one two three these those more any no".split())
_DEGREES = frozenset("first last most best least next only so recently newly more much".split())
_MEANS = frozenset("phone telephone email e-mail text letter fax way then now that".split())
_IRREGULAR_PASTS = frozenset("wrote written told said spoke put swore thought found read sang began".split())
_NOT_SAID = frozenset("decline declined declines refuse refused refuses fail failed fails".split())
_UNSAID = frozenset("to not never would could might may can should must will".split())
"""Words before a verb that say that nothing has been said: to say, would not say."""

_LAST = 40
"""How long a source may be, in characters, that ends a sentence after its verb."""

_POSSESSORS = frozenset("his her their its my our".split())


class Cue(Struct, frozen=True, gc=False):
    """A verb or phrase of attribution.

    span      the words
    speaker   the source, or None where nobody is named
    inverted  whether the source stands after it
    verb      its base form; None for a noun (her claim that …)
    weak      whether it attributes nothing but the words in quotation marks beside it
    passive   whether the words are the subject and the source is the agent, if any
    """

    span: Span
    speaker: Speaker | None
    inverted: bool
    verb: str | None
    weak: bool = False
    passive: bool = False


class Cues:
    """The cues of a document, outside quotations."""

    def __init__(self, document: Document, speakers: Speakers) -> None:
        self._document = document
        self._text = document.text
        self._words = document.words
        self._lowers = document.words.lowers
        self._offsets = document.words.starts
        self._speakers = speakers
        self._last: Cue | None = None
        self._by_block: dict[int, list[Cue]] = {}
        self._sentence = Span(0, 0)
        self._clause = 0
        self._quote: Quotation | None = None
        quotes = deque(document.quotes.outer)
        block = Span(0, 0)
        here: list[Cue] = []
        for index, verb in self._candidates():
            start = self._offsets[index]
            end = start + len(self._lowers[index])
            while quotes and quotes[0].start <= start:
                self._quote = quotes.popleft()
            quoted = self._quote.end if self._quote else 0
            if end <= quoted:
                continue
            if end > block.end:
                block = document.block_at(start).span
                here = self._by_block[block.start] = []
            if end > self._sentence.end:
                self._sentence = document.sentence_at(start)
            self._clause = max(self._sentence.start, quoted)
            cue = self._read(index, Span(start, end), verb)
            if cue:
                self._last = cue
                here.append(cue)

    def of(self, block: Block) -> list[Cue]:
        """The cues of a block, with their sources, in the order of the text."""
        return self._by_block.get(block.start, [])

    def _candidates(self) -> list[tuple[int, str]]:
        """Every word that may be a cue, with the base form of its verb."""
        vocabulary = self._document.vocabulary
        found = [(i, _VERBS[form]) for form in vocabulary.keys() & _VERBS.keys() for i in vocabulary[form]]
        for noun in vocabulary.keys() & NOUNS:
            if noun not in _VERBS:
                found += ((i, noun) for i in vocabulary[noun])
        found += ((i, "according to") for i in vocabulary.get("according", ()) if self._next(i) == "to")
        return sorted(found)

    def _previous(self, index: int) -> str:
        """The word before another, where nothing but a space parts the two."""
        return self._lowers[index - 1] if index and self._speakers.adjacent(index) else ""

    def _next(self, index: int) -> str:
        """The word after another, where nothing but a space parts the two."""
        if index + 1 < len(self._words) and self._speakers.adjacent(index + 1):
            return self._lowers[index + 1]
        return ""

    def _read(self, index: int, span: Span, verb: str) -> Cue | None:
        """A cue with its source; None where the word is no cue here."""
        if verb == "according to":
            end = self._words[index + 1].end
            return Cue(Span(span.start, end), self._speakers.after(end, whole_phrase=True), True, verb)
        if not self._is_verb(span) or (verb == "put it" and self._next(index) != "it"):
            return None
        form = self._lowers[index]
        before = self._previous(index)
        if form in NOUNS:
            noun = self._noun(index, before)
            if noun or form not in _VERBS:
                return noun
        if self._is_noun(index, verb, form, before):
            return None
        if form in GESTURES:
            return self._gesture(index, verb)
        return self._verb(index, span, verb, form, before)

    def _verb(self, index: int, span: Span, verb: str, form: str, before: str) -> Cue | None:
        """A verb with its subject, which stands on either side of it."""
        participle = form.endswith("ing") and before not in _BE
        is_past = _is_past(form)
        is_passive = is_past and self._is_passive(index, before)
        if is_passive and verb == "ask":
            asked = self._speakers.before(index, self._clause, participle=False, sure=False)
            return Cue(span, asked, False, verb, weak=True, passive=True)
        if is_passive or (is_past and verb not in SURE and self._next(index) == "by"):
            return Cue(span, self._agent(index), True, verb, passive=True)
        if verb in ("continue", "hope") and self._next(index) == "to":
            return None
        weak = form in QUOTING or before in _UNSAID or before.endswith("n't")
        if before == "to":
            if index >= 2 and self._lowers[index - 2] in _NOT_SAID:
                return None
            return Cue(span, self._speakers.subject(self._sentence.start, span.start), False, verb, weak=True)
        speaker = self._inverted(span)
        inverted = speaker is not None
        if speaker is None and participle:
            speaker = self._speaker_before(span.start)
        speaker = speaker or self._speakers.before(
            index, self._clause, participle=participle, sure=verb in SURE
        )
        if speaker is None and self._may_invert(span.start):
            speaker = self._speakers.after(span.end)
            inverted = speaker is not None
        if speaker is None and (verb not in SURE or weak):
            return None
        if speaker and verb in SHOWING and speaker.kind is not DOCUMENT:
            return None
        if (
            speaker
            and verb in NOUNS_TOO
            and not is_past
            and not participle
            and not self._says(index, speaker)
        ):
            return None
        return Cue(span, speaker, inverted, verb, weak)

    def _is_verb(self, span: Span) -> bool:
        """Whether a word may be a verb here: one with a capital (the States) only heads a sentence."""
        return self._text[span.start].islower() or span.start == self._sentence.start

    def _is_noun(self, index: int, verb: str, form: str, before: str) -> bool:
        """Whether a word that may be a verb stands where nouns and adjectives do: the claims, his call."""
        if verb in SURE:
            return False
        if before in DETERMINERS or is_possessive(before):
            return True
        if verb in NOUNS_TOO and before in _QUANTIFIERS:
            return True
        second = self._previous(index - 1) if before else ""
        if second not in DETERMINERS and not is_possessive(second):
            return False
        if _is_past(form):
            return before in _DEGREES or before.endswith("ly")
        return before not in SOURCES

    def _says(self, index: int, speaker: Speaker) -> bool:
        """Whether a word that is a noun as often (claims, call) is the verb of the source before it."""
        if speaker.kind is PERSON:
            return True
        if speaker.span.end > self._offsets[index]:
            return False
        last = self._text[speaker.span.start : speaker.span.end].split()[-1].lower()
        is_named = self._text[self._offsets[index - 1]].isupper()
        return last in SOURCES or speaker.kind is PRONOUN or (is_named and self._opens_clause(index))

    def _opens_clause(self, index: int) -> bool:
        """Whether `that` or a colon follows a word."""
        return self._next(index) == "that" or self._text.startswith(":", self._words[index].end)

    def _noun(self, index: int, before: str) -> Cue | None:
        """A noun for what somebody said, with a possessor before it and a clause or a quotation after it."""
        end = self._words[index].end
        if self._next(index) != "that" and self._text[end + 1 : end + 2] not in ("“", '"', "‘"):
            return None
        at = index - 1
        if before and before not in _POSSESSORS and not is_possessive(before):
            before, at = self._previous(at), at - 1
        if before not in _POSSESSORS and not is_possessive(before):
            return None
        speaker = self._speakers.possessor(self._words[at].span)
        return Cue(self._words[index].span, speaker, False, None) if speaker else None

    def _gesture(self, index: int, verb: str) -> Cue | None:
        """What a face does beside a quotation: `“We won,” smiled Ann Poe`."""
        span = self._words[index].span
        quote = self._quote
        if quote is None or quote.end <= self._sentence.start or self._text[quote.inner.end - 1] != ",":
            return None
        if self._follows_quote(span.start):
            speaker = self._speakers.after(span.end)
            return Cue(span, speaker, True, verb) if speaker else None
        speaker = self._speakers.before(index, self._clause, participle=False, sure=False)
        if speaker and speaker.span.start - quote.end <= 2:
            return Cue(span, speaker, False, verb)
        return None

    def _is_passive(self, index: int, before: str) -> bool:
        """Whether a form of `be` stands before a participle, or one word before it."""
        if before in _BE:
            return True
        return before.endswith("ly") and self._previous(index - 1) in _BE

    def _agent(self, index: int) -> Speaker | None:
        """Who does what a passive says: `by` follows it, or one word after it."""
        for at in (index + 1, index + 2):
            if at + 1 >= len(self._words) or not self._speakers.adjacent(at):
                return None
            if self._lowers[at] == "by":
                if self._next(at) in _MEANS or self._next(at).endswith("ing"):
                    return None
                return self._speakers.after(self._words[at].end, whole_phrase=True)
        return None

    def _speaker_before(self, start: int) -> Speaker | None:
        """The source of the cue before this place in its sentence, with which a participle goes on."""
        last = self._last
        if last is None or last.passive or last.weak or last.span.start < self._sentence.start:
            return None
        if last.speaker is None or self._document.slice(last.speaker.span) in ("who", "which"):
            return None
        return last.speaker if self._text[start - 2 : start] == ", " else None

    def _follows_quote(self, start: int) -> bool:
        """Whether nothing but a comma stands between a quotation and this place."""
        quote = self._quote
        if quote is None:
            return False
        at = start
        while at > quote.end and self._text[at - 1] in " ,\u00a0":
            at -= 1
        return at == quote.end and self._text[at - 1] not in " ,\u00a0"

    def _inverted(self, span: Span) -> Speaker | None:
        """The source after a verb that follows a quotation, or that ends its sentence with a name."""
        if self._follows_quote(span.start):
            return self._speakers.after(span.end)
        speaker = self._speakers.after(span.end) if self._closes(span) else None
        return speaker if speaker and speaker.kind is PERSON else None

    def _closes(self, span: Span) -> bool:
        """Whether a verb after a comma ends its sentence with its source: `…, said Ann Poe.`"""
        if not self._text.endswith(", ", 0, span.start) or self._sentence.end - span.end > _LAST:
            return False
        return (
            "," not in self._text[span.end : self._sentence.end]
            and self._text[span.end + 1 : span.end + 2].isupper()
        )

    def _may_invert(self, start: int) -> bool:
        """Whether a verb may stand before its subject here: after a comma, or at the head of a sentence."""
        return self._text.endswith(", ", 0, start) or start == self._sentence.start


def _is_past(form: str) -> bool:
    return form.endswith("ed") or form in _IRREGULAR_PASTS
