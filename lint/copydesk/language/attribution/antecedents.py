"""Whom he and she mean where they speak."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

from msgspec.structs import replace

from copydesk.language.attribution.speakers import PERSON, PRONOUN, Speaker, Speakers, may_speak
from copydesk.language.lists import closed_classes as english
from copydesk.language.lists.titles import ROLE_NOUNS
from copydesk.language.people.people import Mention, People, Person
from copydesk.language.quotes import Quotations
from copydesk.language.sentences import Sentences
from copydesk.language.words import Words
from copydesk.model.prose import Prose, Span

_HE, _SHE = english.MASCULINE, english.FEMININE
_SINGULAR = _HE | _SHE
_TITLES = {"mr": "he", "mrs": "she", "ms": "she", "miss": "she"}

_FRONTED = english.TIME_PREPOSITIONS | (english.SUBORDINATORS - {"if", "that"})
_FIRST = 2
"""How many words with one of which a sentence begins with a clause of time: `But when Ann Poe won, she …`."""

_BLOCKS = 1
"""How many paragraphs before a pronoun its person may be named in."""

_SENTENCES = 20
"""How many sentences before it."""


class Antecedents:
    """Finds the person whom a pronoun means.

    Whoever speaks in the sentence before goes on speaking; else its subject does, else the one whom it names.
    A sentence that names several others says of none of them.
    """

    def __init__(
        self,
        prose: Prose,
        words: Words,
        sentences: Sentences,
        quotes: Quotations,
        people: People,
        speakers: Speakers,
    ) -> None:
        self._prose = prose
        self._sentences = sentences
        self._speakers = speakers
        self._pronouns = Pronouns(prose, words, quotes, people)
        self._mentions = [
            (mention, person)
            for mention, person in people.mentions
            if not mention.quoted and may_speak(mention)
        ]
        self._starts = [mention.start for mention, _ in self._mentions]
        self._spoken: dict[int, list[Speaker]] = defaultdict(list)

    def resolve(self, speakers: list[Speaker]) -> dict[Span, Speaker]:
        """Return each pronoun with its person, by its place.

        speakers  everybody on record, in the order of the text
        """
        resolved = {}
        for speaker in speakers:
            number = bisect_right(self._sentences.starts, speaker.span.start) - 1
            if speaker.kind is PRONOUN and self._form(speaker) in _SINGULAR:
                speaker = replace(speaker, person=self._person(speaker, number))
                resolved[speaker.span] = speaker
            self._spoken[number].append(speaker)
        return resolved

    def _form(self, speaker: Speaker) -> str:
        return self._prose.slice(speaker.span).lower()

    def _person(self, speaker: Speaker, number: int) -> Person | None:
        """Return whom a pronoun of the sentence with a number means."""
        pronoun = "he" if self._form(speaker) in _HE else "she"
        start = speaker.span.start
        first = self._prose.block_index(start) - _BLOCKS
        low = self._prose.blocks[max(0, first)].start
        last = max(0, number - _SENTENCES)
        while number >= last and self._sentences[number].start >= low:
            sentence = self._sentences[number]
            if self._is_described(number):
                return None
            is_content = sentence.start <= start < sentence.end and self._is_content(sentence, start)
            end = sentence.start if is_content else min(start, sentence.end)
            same = self._pronouns.first(pronoun, Span(sentence.start, end))
            part = Span(sentence.start, end if same is None else same)
            for person in self._likely(number, part):
                if self._pronouns.of(person) in (pronoun, None):
                    return person
            named = {id(p): p for p in self._named(part) if self._pronouns.of(p) in (pronoun, None)}
            if named:
                is_clear = len(named) == 1 and not self._is_governed(part)
                return next(iter(named.values())) if is_clear else None
            number -= 1
        return None

    def _is_content(self, sentence: Span, start: int) -> bool:
        """Whether what stands before a pronoun is what it says: `If Ann Poe wins, it is over, he said`."""
        before = self._prose.text[sentence.start : start]
        return before.endswith(", ") and _FRONTED.isdisjoint(before.lower().split(None, _FIRST)[:_FIRST])

    def _is_described(self, number: int) -> bool:
        """Whether somebody without a name speaks last in a sentence: `A spokesman for Ann Poe said no.`"""
        last = self._spoken[number][-1:]
        if not last or last[0].kind in (PERSON, PRONOUN):
            return False
        words = self._prose.slice(last[0].span).lower().split()
        return words[0] in english.ARTICLES and not ROLE_NOUNS.isdisjoint(words)

    def _likely(self, number: int, part: Span) -> Iterator[Person]:
        """Yield who speaks in a sentence, and who is the subject of its part before a pronoun."""
        spoken = self._spoken[number]
        for speaker in sorted(spoken, key=lambda one: one.kind is not PERSON):
            if speaker.person:
                yield speaker.person
        if not self._mentions_in(part):
            return
        subject = self._speakers.subject(part.start, part.end)
        if subject and subject.kind is PERSON and subject.person:
            yield subject.person

    def _is_governed(self, part: Span) -> bool:
        """Whether the last name of a part of a sentence is compared with another: `others than Ann Poe`."""
        last = self._mentions[bisect_left(self._starts, part.end) - 1][0].start
        return self._prose.text.endswith((" than ", " like ", " about "), part.start, last)

    def _mentions_in(self, part: Span) -> list[tuple[Mention, Person]]:
        """Return the mentions that begin in a part of a sentence, with their people."""
        return self._mentions[bisect_left(self._starts, part.start) : bisect_left(self._starts, part.end)]

    def _named(self, part: Span) -> Iterator[Person]:
        """Yield whom a part of a sentence names."""
        for mention, person in self._mentions_in(part):
            fronted = self._prose.text[part.start : mention.start].strip().lower()
            if fronted not in english.OBJECT_PREPOSITIONS:  # `Of Ann Poe, she said …`
                yield person


class Pronouns:
    """The pronouns, he or she, of people: by courtesy title, or where a paragraph names nobody else.

    What stands in quotation marks is about others.
    """

    def __init__(self, prose: Prose, words: Words, quotes: Quotations, people: People) -> None:
        self._prose = prose
        self._words = words
        self._quotes = quotes
        self._people = people
        self._known: dict[int, str | None] = {}

    def of(self, person: Person) -> str | None:
        """Return the pronoun that the draft has for a person; None where it has none, or both."""
        if id(person) not in self._known:
            titles = {_TITLES.get((m.courtesy or "").lower().rstrip(".")) for m in person.mentions} - {None}
            found = titles or self._beside(person)
            self._known[id(person)] = found.pop() if len(found) == 1 else None
        return self._known[id(person)]

    def first(self, pronoun: str, part: Span) -> int | None:
        """Return where `he` or `she` first stands in a part of a sentence, outside quotations.

        Whoever is named after it is somebody else.
        """
        starts = self._starts[pronoun]
        for start in starts[bisect_left(starts, part.start) : bisect_left(starts, part.end)]:
            if not self._quotes.hold(Span(start, start + len(pronoun))):
                return start
        return None

    def _beside(self, person: Person) -> set[str | None]:
        """Return the pronouns of the paragraphs in which a person is named, and nobody else."""
        found: set[str | None] = set()
        for index in {self._prose.block_index(mention.start) for mention in person.mentions}:
            if self._named.get(index) == {id(person)}:
                block = self._prose.blocks[index]
                if any(self.first(word, block.span) is not None for word in _HE):
                    found.add("he")
                if any(self.first(word, block.span) is not None for word in _SHE):
                    found.add("she")
        return found

    @cached_property
    def _starts(self) -> dict[str, list[int]]:
        """Where each pronoun of one person stands."""
        starts, vocabulary = self._words.starts, self._words.vocabulary
        return {word: [starts[index] for index in vocabulary.get(word, ())] for word in _SINGULAR}

    @cached_property
    def _named(self) -> dict[int, set[int]]:
        """Who is named in each block."""
        named: dict[int, set[int]] = defaultdict(set)
        for mention, person in self._people.mentions:
            named[self._prose.block_index(mention.start)].add(id(person))
        return named
