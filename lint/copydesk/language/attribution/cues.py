"""Verbs and phrases of attribution in a draft, each with its source."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator

from msgspec import Struct

from copydesk.language.attribution.speakers import (
    DETERMINERS,
    DOCUMENT,
    PERSON,
    PRONOUN,
    SOURCES,
    SPACES,
    Speaker,
    Speakers,
    is_possessive,
)
from copydesk.language.lists import closed_classes as english
from copydesk.language.lists.titles import CALENDAR
from copydesk.language.lists.verbs import (
    CUES,
    GESTURES,
    NAMING,
    NOUNS,
    NOUNS_TOO,
    QUOTING,
    SHOWING,
    SURE,
)
from copydesk.language.quotes import Quotation, Quotations
from copydesk.language.sentences import Sentences
from copydesk.language.words import Words
from copydesk.model.prose import Prose, Span

_BEFORE_NOUN = DETERMINERS - {"that"}
_VERBS = {
    **dict(zip(NOUNS, NOUNS, strict=True)),
    **QUOTING,
    **GESTURES,
    **CUES,
    "according": "according to",
    "per": "per",
}
"""Every word that may be a cue, with the base form of its verb; one that is only a noun, with itself."""

_BE = english.BE
_QUANTIFIERS = (english.QUANTIFIERS - {"another", "each", "neither"}) | {
    "one",
    "two",
    "three",
    "these",
    "those",
}
_DEGREES = frozenset("first last most best least next only so recently newly more much".split())
_MEANS = frozenset("phone telephone email e-mail text letter fax way then now that".split())
_IRREGULAR_PASTS = frozenset("wrote written told said spoke put swore thought found read sang began".split())
_NOT_SAID = frozenset("decline declined declines refuse refused refuses fail failed fails".split())
_UNSAID = english.MODALS | {"never", "not", "to"}
"""Words before a verb that say that nothing has been said: to say, would not say."""

_CLAUSE = 60
"""How many words back the verb of a clause is looked for."""

_LAST = 12
"""The most words that a source may have that ends a clause after its verb."""

_TELLING = frozenset("tell inform assure remind".split())
"""Base forms whose object is a person: the name after one is who is told, never who tells."""

_FINITE = (english.AUXILIARIES - {"being", "having"}) | frozenset(
    """
    isn't wasn't aren't weren't wouldn't won't couldn't can't didn't doesn't
    """.split()
)
"""Words that show that a clause follows a verb of saying, and not only its source."""

_GLUE = frozenset(["", "and", "but", "then", "and then", "and also", "and later", "but also"])
"""What may stand between a quotation and a second verb of its sentence that keeps the first one's source."""

_PARTICLES = frozenset("in out up back on".split())
_AFTER_A_VERB = (
    (english.CORE_PREPOSITIONS - {"by"})
    | (english.TIME_PREPOSITIONS - {"since", "until"})
    | {"about", "as", "into", "over", "through", "when", "while", "without"}
)
"""Words that may follow a verb that ends an attribution: `…,” Ann Poe hissed at the cat`."""

_PAUSE = 3
"""How many characters, commas and spaces, may part a verb from the quotation before it."""

_GOVERNING = (english.PREPOSITIONS - {"inside", "outside"}) | {"following", "made"}
"""Words before a name that keep it from being a subject."""

_LEADING = english.CONJUNCTIONS - english.TIME_PREPOSITIONS
"""Words with which a clause begins: the name after one is its subject."""

_SUBJECTS = english.SUBJECT_PRONOUNS | {"who"}

_NO_SOURCE = english.SUBORDINATORS | english.QUESTION_WORDS | english.PREPOSITIONS
"""Words that no source begins with: `Asked if Ann Poe had left`."""

_POSSESSORS = english.POSSESSIVES


class Cue(Struct, frozen=True, gc=False):
    """A verb or phrase of attribution.

    span      the words
    sentence  the index of the sentence that it stands in
    speaker   the source, or None where nobody is named
    inverted  whether the source stands after it
    verb      its base form; None for a noun (her claim that …)
    weak      whether it attributes nothing but the words in quotation marks beside it
    passive   whether the words are the subject and the source is the agent, if any
    """

    span: Span
    sentence: int
    speaker: Speaker | None
    inverted: bool
    verb: str | None
    weak: bool = False
    passive: bool = False


def find_cues(
    prose: Prose, words: Words, sentences: Sentences, quotes: Quotations, speakers: Speakers
) -> dict[int, list[Cue]]:
    """Return the cues outside quotations with their sources, by block index, in the order of the text."""
    return _CueFinder(prose, words, sentences, quotes, speakers).cues()


class _CueFinder:
    """A document being read for cues, from left to right.

    What is known at a word: its sentence, the last quotation before it and the last cue, and where its clause
    begins: with the sentence, or after the quotation.
    """

    def __init__(
        self, prose: Prose, words: Words, sentences: Sentences, quotes: Quotations, speakers: Speakers
    ) -> None:
        self._prose = prose
        self._sentences = sentences
        self._quotes = quotes
        self._text = prose.text
        self._words = words
        self._lowers = words.lowers
        self._offsets = words.starts
        self._speakers = speakers
        self._last: Cue | None = None
        self._sentence = Span(0, 0)
        self._number = 0
        self._clause = 0
        self._quote: Quotation | None = None

    def cues(self) -> dict[int, list[Cue]]:
        """Return the cues by the index of the block."""
        prose, offsets = self._prose, self._offsets
        sentences, sentence_starts = self._sentences, self._sentences.starts
        quotes = self._quotes.outer
        found: dict[int, list[Cue]] = defaultdict(list)
        vocabulary = self._words.vocabulary
        forms = vocabulary.keys() & _VERBS.keys()
        candidates = [(index, _VERBS[form]) for form in forms for index in vocabulary[form]]
        candidates += self._after_quotations()
        passed = quoted = block_end = 0
        for index, verb in sorted(candidates):
            start = offsets[index]
            while passed < len(quotes) and quotes[passed].start <= start:
                self._quote = quotes[passed]
                quoted = self._quote.end
                passed += 1
            if start < quoted:
                continue
            if start >= self._sentence.end:
                self._number = bisect_right(sentence_starts, start) - 1
                self._sentence = sentences[self._number]
            self._clause = quoted if quoted > self._sentence.start else self._sentence.start
            cue = self._read(index, start, verb)
            if cue:
                self._last = cue
                if start >= block_end:
                    number = prose.block_index(start)
                    here, block_end = found[number], prose.blocks[number].end
                here.append(cue)
        return found

    def _after_quotations(self) -> Iterator[tuple[int, str]]:
        """Yield each verb, of any meaning, with the speaker of a quotation: `…,” Lou Marsh hissed`.

        The quotation opens its sentence and ends in a comma or the like; the verb ends its clause.
        """
        for quote in self._quotes.outer:
            start = quote.end + 1
            if self._text[quote.inner.end - 1] not in ",?!—–…" or self._text[quote.end : start] not in SPACES:
                continue
            if self._sentences.at(start).start < quote.start:
                continue
            index = bisect_left(self._offsets, start)
            for at in range(index, min(index + 6, len(self._lowers))):
                form = self._lowers[at]
                if form in _VERBS or (at > index and not self._speakers.adjacent(at)):
                    break
                if form.endswith("ed") and form not in SOURCES and self._text[self._offsets[at]].islower():
                    if self._ends_clause(at) if at > index else self._precedes_name(at):
                        yield at, form
                    break

    def _ends_clause(self, index: int) -> bool:
        """Whether a verb ends its clause, or what follows begins with a preposition."""
        following = self._next(index)
        return not following or following in _AFTER_A_VERB

    def _precedes_name(self, index: int) -> bool:
        """Whether a name follows a verb, and its particle if it has one."""
        at = index + 1 if self._next(index) in _PARTICLES else index
        return bool(self._next(at)) and self._text[self._offsets[at + 1]].isupper()

    def _previous(self, index: int) -> str:
        """Return the word before another, where nothing but a space parts the two."""
        return self._lowers[index - 1] if index and self._speakers.adjacent(index) else ""

    def _next(self, index: int) -> str:
        """Return the word after another, where nothing but a space parts the two."""
        if index + 1 < len(self._lowers) and self._speakers.adjacent(index + 1):
            return self._lowers[index + 1]
        return ""

    def _read(self, index: int, start: int, verb: str) -> Cue | None:
        """Return a cue with its source; None where the word is no cue here."""
        if verb == "according to":
            if self._next(index) != "to":
                return None
            end = self._words[index + 1].end
            speaker = self._speakers.after(end, whole_phrase=True)
            return Cue(Span(start, end), self._number, speaker, True, verb)
        if verb == "per":
            return self._per(index, start)
        if not self._text[start].islower() and start != self._sentence.start:
            return None  # a name, as in the States
        form, before = self._lowers[index], self._previous(index)
        if form == "state" and start == self._sentence.start:
            return None  # State engineer Ann Poe
        if form in NOUNS:
            noun = self._noun(index, before)
            if noun or form not in CUES:
                return noun
        if before and verb not in SURE and self._is_noun(index, verb, form, before):
            return None
        span = Span(start, start + len(form))
        if form in GESTURES:
            return self._gesture(index, span, verb)
        if form not in _VERBS:
            return self._any_verb(index, span, verb)
        if verb == "put it" and self._next(index) != "it":
            return None
        return self._verb(index, span, verb, form, before)

    def _per(self, index: int, start: int) -> Cue | None:
        """Return the source of `…, per the bylaws`; None for a rate, as in `cheaper, per mile`."""
        after_comma = self._text[start - 2 : start] == ", "
        is_apart = after_comma or start == self._sentence.start or self._follows_quote(start)
        following = self._next(index)
        if not is_apart or not following:
            return None
        if following not in DETERMINERS and not self._text[self._offsets[index + 1]].isupper():
            return None
        speaker = self._speakers.after(self._words[index].end, whole_phrase=True)
        return Cue(self._words[index].span, self._number, speaker, True, "per") if speaker else None

    def _verb(self, index: int, span: Span, verb: str, form: str, before: str) -> Cue | None:
        """Return a verb with its subject, which stands on either side of it."""
        is_past = form.endswith("ed") or form in _IRREGULAR_PASTS
        if is_past:
            is_passive = before in _BE or (before.endswith("ly") and self._previous(index - 1) in _BE)
            if is_passive and verb == "ask":
                asked = self._speakers.before(index, self._clause, participle=False, sure=False)
                return Cue(span, self._number, asked, False, verb, weak=True, passive=True)
            if is_passive or (verb not in SURE and self._next(index) == "by"):
                return Cue(span, self._number, self._agent(index), True, verb, passive=True)
        if verb in ("continue", "hope") and self._next(index) == "to":
            return None
        if before == "to":
            if index >= 2 and self._lowers[index - 2] in _NOT_SAID:
                return None
            speaker = self._speakers.subject(self._sentence.start, span.start)
            return Cue(span, self._number, speaker, False, verb, weak=True)
        helper = self._previous(index - 1) if before.endswith("ly") else before
        is_weak = form in QUOTING or helper in _UNSAID or helper.endswith("n't")
        is_participle = form.endswith("ing") and before not in _BE
        is_inverted = False
        if before:
            speaker = self._speakers.before(index, self._clause, participle=is_participle, sure=verb in SURE)
        else:
            speaker, is_inverted = self._after_mark(index, span, verb, is_participle=is_participle)
        if speaker is None and not is_inverted:
            speaker = self._went_on(span.start)
        if speaker is None:
            return Cue(span, self._number, None, False, verb) if verb in SURE and not is_weak else None
        if verb in SHOWING and speaker.kind is not DOCUMENT:
            return None
        if verb in NOUNS_TOO and not is_past and not is_participle and not self._says(index, speaker):
            return None
        return Cue(span, self._number, speaker, is_inverted, verb, is_weak)

    def _is_noun(self, index: int, verb: str, form: str, before: str) -> bool:
        """Whether a word that may be a verb stands where nouns and adjectives do: the claims, his call.

        before  the word that nothing but a space parts from it
        """
        if before in DETERMINERS or is_possessive(before):
            return True
        if verb in NOUNS_TOO and before in _QUANTIFIERS:
            return True
        second = self._previous(index - 1)
        if verb in NOUNS_TOO and form.endswith("s") and (before in english.PREPOSITIONS or second == "to"):
            return True  # `in states`, `to keep pledges`
        if second not in DETERMINERS and not is_possessive(second):
            return False
        if form.endswith("ed") or form in _IRREGULAR_PASTS:
            return before in _DEGREES or before.endswith("ly")
        is_one_of_several = (
            form == verb and not before.endswith("s") and second in english.INDEFINITES | {"the"}
        )
        return before not in SOURCES or is_one_of_several

    def _says(self, index: int, speaker: Speaker) -> bool:
        """Whether a word that is a noun as often (claims, call) is the verb of the source before it."""
        if speaker.span.end > self._offsets[index]:
            return speaker.kind is PERSON
        if self._is_object(index):
            return False
        if speaker.kind is PERSON:
            return True
        last = self._text[speaker.span.start : speaker.span.end].split()[-1].lower()
        is_named = self._text[self._offsets[index - 1]].isupper()
        opens = self._opens_clause(index) or self._opens_with(index, speaker)
        return last in SOURCES or speaker.kind is PRONOUN or (is_named and opens)

    def _opens_with(self, index: int, speaker: Speaker) -> bool:
        """Whether a sentence begins with a source, its verb and a noun: `The Sun reports the pier is ….`"""
        following = self._next(index)
        is_noun = following in DETERMINERS | _SUBJECTS or bool(
            following and self._text[self._offsets[index + 1]].isupper()
        )
        ends = self._words[index].end + 1 >= self._sentence.end
        is_last = ends and self._text.endswith(", ", 0, speaker.span.start)  # `…, The Sun reports.`
        return is_last or (is_noun and speaker.span.start == self._sentence.start)

    def _is_object(self, index: int) -> bool:
        """Whether the name before a word is no subject, and the word a noun: `against Ferryline claims`.

        A preposition or a verb governs the name, or its clause has a pronoun for a subject already.
        """
        at = index - 1
        while self._is_joined(at) and self._text[self._offsets[at]].isupper():
            at -= 1
        if at == index - 1:
            return False
        if self._text[self._offsets[at]].isupper() and self._offsets[at] >= self._clause:
            return False  # a mark stands before the name, or its clause begins with it
        while self._is_joined(at) and self._lowers[at] in _BEFORE_NOUN:
            at -= 1
        governs = self._lowers[at]
        if _VERBS.get(governs) in SURE:
            return False  # he said Ferryline claims that
        if governs in _GOVERNING or governs in _VERBS or governs in _BE or governs.endswith("ed"):
            return True
        first = self._lowers[at - 1] if self._is_joined(at) else ""
        return governs not in _LEADING and first in _SUBJECTS

    def _is_joined(self, index: int) -> bool:
        """Whether nothing but a space parts a word of the clause from the word before, of the same clause."""
        return index > 0 and self._offsets[index - 1] >= self._clause and self._speakers.adjacent(index)

    def _opens_clause(self, index: int) -> bool:
        """Whether `that` or a colon follows a word."""
        return self._next(index) == "that" or self._text.startswith(":", self._words[index].end)

    def _noun(self, index: int, before: str) -> Cue | None:
        """Return a noun of speech that has a possessor before it and a clause or a quotation after it."""
        end = self._words[index].end
        if self._next(index) != "that" and self._text[end + 1 : end + 2] not in ("“", '"', "‘"):
            return None
        at = index - 1
        if before and before not in _POSSESSORS and not is_possessive(before):
            before, at = self._previous(at), at - 1
        if before not in _POSSESSORS and not is_possessive(before):
            return None
        speaker = self._speakers.possessor(self._words[at].span)
        return Cue(self._words[index].span, self._number, speaker, False, None) if speaker else None

    def _gesture(self, index: int, span: Span, verb: str) -> Cue | None:
        """Return the verb of expression beside a quotation: `“We won,” smiled Ann Poe`."""
        quote = self._quote
        if quote is None or quote.end <= self._sentence.start or self._text[quote.inner.end - 1] not in ",!?":
            return None
        if self._follows_quote(span.start):
            speaker = self._speakers.after(span.end)
            return Cue(span, self._number, speaker, True, verb) if speaker else None
        speaker = self._speakers.before(index, self._clause, participle=False, sure=False)
        if speaker and speaker.span.start - quote.end <= 2:
            return Cue(span, self._number, speaker, False, verb)
        return None

    def _any_verb(self, index: int, span: Span, verb: str) -> Cue | None:
        """Return a verb of any meaning beside a quotation, with the person who is its subject."""
        if self._follows_quote(span.start):
            at = index + 1 if self._next(index) in _PARTICLES else index
            speaker = self._speakers.after(self._words[at].end)
            return (
                Cue(span, self._number, speaker, True, verb) if speaker and speaker.kind is PERSON else None
            )
        speaker = self._speakers.before(index, self._clause, participle=False, sure=False)
        if speaker is None or speaker.kind not in (PERSON, PRONOUN):
            return None
        return Cue(span, self._number, speaker, False, verb)

    def _agent(self, index: int) -> Speaker | None:
        """Return who does what a passive says: `by` follows it, or one word after it."""
        for at in (index + 1, index + 2):
            if at + 1 >= len(self._words) or not self._speakers.adjacent(at):
                return None
            if self._lowers[at] == "by":
                if self._next(at) in _MEANS or self._next(at).endswith("ing"):
                    return None
                return self._speakers.after(self._words[at].end, whole_phrase=True)
        return None

    def _after_mark(
        self, index: int, span: Span, verb: str, *, is_participle: bool
    ) -> tuple[Speaker | None, bool]:
        """Return the source of a verb after a comma, quotation or full stop, and whether it follows the verb.

        It does where the verb follows a quotation, or ends its sentence with a name, or where nothing
        before a comma or in the sentence can be the subject.
        """
        after_comma = self._text[span.start - 2 : span.start] == ", "
        follows_quote = self._follows_quote(span.start)
        is_inverted = follows_quote or (after_comma and self._closes(index, verb))
        if is_inverted and verb not in _TELLING and not is_participle:
            speaker = self._speakers.after(span.end)
            if speaker and speaker.span.end <= self._sentence.end:
                return speaker, True
        speaker = self._gone_on() if is_participle and after_comma else None
        speaker = speaker or self._speakers.before(
            index, self._clause, participle=is_participle, sure=verb in SURE
        )
        opens = span.start == self._sentence.start and self._lowers[index] != verb  # `State chemist Ann Poe`
        opens = opens and (verb in SURE or verb not in NAMING)  # `Dubbed the Harbor Plan, it`
        if speaker is None and (after_comma or opens):
            following = self._next(index)
            is_clause = (following in _SUBJECTS and bool(self._next(index + 1))) or following in _NO_SOURCE
            speaker = None if is_clause else self._speakers.after(span.end)
            if after_comma and verb not in SURE and speaker and speaker.kind is not PERSON:
                speaker = None  # an object: `Ferryline, which lost, denied the report`
            return speaker, speaker is not None
        return speaker, False

    def _gone_on(self) -> Speaker | None:
        """Return the source of the previous cue in this sentence, for a participle after a comma."""
        last = self._last
        if last is None or last.passive or last.weak or last.span.start < self._sentence.start:
            return None
        if last.speaker is None or self._prose.slice(last.speaker.span) in ("who", "which"):
            return None
        return last.speaker

    def _follows_quote(self, start: int) -> bool:
        """Whether nothing but a comma stands between a quotation and this place."""
        quote = self._quote
        if quote is None or start - quote.end > _PAUSE:
            return False
        return not self._text[quote.end : start].strip(", \u00a0")

    def _closes(self, index: int, verb: str) -> bool:
        """Whether a verb ends its sentence with its source: `…, said Ann Poe, the dean`, `…, said an aide`.

        A name, or a noun for whoever may speak, follows it, and no other verb after that in its clause; what
        stands before it is a clause, not a name with a description: `Ann Poe, the dean, said Roe had left`.
        """
        following = self._next(index)
        if not following or following in CALENDAR or not self._is_told(index):
            return False
        is_parenthetical = self._commas(index) == 1
        is_source = governed = False
        at = index + 1
        while at < len(self._lowers) and self._offsets[at] < self._sentence.end:
            lower = self._lowers[at]
            if at > index + 1 and not self._speakers.adjacent(at):
                break
            if lower in _FINITE or lower in _SUBJECTS or lower == "that" or at - index > _LAST:
                return False
            if lower not in SOURCES and lower.endswith("ed") and self._text[self._offsets[at]].islower():
                return False
            governed = governed or lower in _GOVERNING
            is_source |= not governed and (lower in SOURCES or self._text[self._offsets[at]].isupper())
            at += 1
        is_end = at == len(self._lowers) or self._offsets[at] >= self._sentence.end
        return is_source and (is_end or (verb in SURE and (is_parenthetical or not self._goes_on(at - 1))))

    def _is_told(self, index: int) -> bool:
        """Whether the words before a word are a clause: no name with its description between two commas."""
        if self._clause > self._sentence.start:
            return True
        commas = self._commas(index)
        at = index - 1
        while commas > 1 and at >= 0 and self._offsets[at] >= self._clause and index - at < _CLAUSE:
            lower = self._lowers[at]
            if lower in ("who", "which", "whose"):
                return False
            if lower in _FINITE or (lower.endswith("ed") and self._previous(at)):
                return True
            at -= 1
        return commas == 1

    def _commas(self, index: int) -> int:
        """Count the commas of the clause before a word: none, one, or 2 for more."""
        last = self._text.rfind(", ", self._clause, self._offsets[index])
        if last < 0:
            return 0
        return 1 if self._text.rfind(", ", self._clause, last) < 0 else 2

    def _goes_on(self, index: int) -> bool:
        """Whether a verb follows what stands between commas from a word on: `, the dean, was wrong`."""
        for at in range(index, len(self._lowers) - 1):
            if self._offsets[at] >= self._sentence.end:
                break
            parted = self._text[self._words[at].end : self._offsets[at + 1]]
            if parted == ", ":
                return self._lowers[at + 1] in _FINITE
        return False

    def _went_on(self, start: int) -> Speaker | None:
        """Return the source of the previous cue if only a conjunction parts its quotation from this verb."""
        last = self._last
        if last is None or last.passive or last.inverted or last.span.start < self._sentence.start:
            return None
        if self._clause <= last.span.start:
            return None
        return last.speaker if self._text[self._clause : start].strip(" ,\u00a0") in _GLUE else None
