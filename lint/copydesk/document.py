"""The draft as every rule sees it: prose, blocks, notes, and the analyses computed from them."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from itertools import chain, count, pairwise, repeat
from typing import TYPE_CHECKING

from msgspec import Struct

from copydesk.model.prose import Prose, Span

if TYPE_CHECKING:
    from datetime import datetime

    from copydesk.language.attribution.attributions import Attributions
    from copydesk.language.copy import Copy
    from copydesk.language.dating import Published
    from copydesk.language.people.people import People
    from copydesk.language.quotes import Quotations
    from copydesk.language.sentences import Sentences
    from copydesk.language.spelling.spellings import SpellingGroup
    from copydesk.language.words import Cursor, Words


class Dating(Struct, frozen=True):
    """Where the publication date of a draft is looked for.

    keys   keys of its metadata; the first that holds a date counts. Case, `-` and `_` make no difference
    given  the date as the command line says it, which wins over the draft; empty where it says none
    """

    keys: tuple[str, ...] = (
        "publishDate",
        "pubDate",
        "published",
        "publishedAt",
        "datePublished",
        "article:published_time",
        "displayDate",
        "date",
    )
    given: str = ""


DEFAULT_DATING = Dating()


class Revision(Struct, frozen=True):
    """The version of a draft that came before it.

    earlier  the draft as it was
    made     when the newer version was made; None where nobody can say
    """

    earlier: Document
    made: datetime | None = None


class Document(Prose):
    """A draft with the analyses that rules ask for, each computed on first use and kept.

    dating    where its publication date is looked for
    revision  the earlier version that it is compared with; None where there is none
    """

    def __init__(
        self, prose: Prose, dating: Dating = DEFAULT_DATING, revision: Revision | None = None
    ) -> None:
        super().__init__(prose.source, prose.text, prose.blocks, prose.source_map, prose.notes, prose.dates)
        self.dating = dating
        self.revision = revision

    @cached_property
    def published(self) -> Published | None:
        """The publication date: of the command line, the metadata or the file name; None without any."""
        from copydesk.language.dating import find_published

        return find_published(self.dating.given, self.dating.keys, self.dates, self.source.path)

    @cached_property
    def words(self) -> Words:
        """Every word, with its lower-case form."""
        from copydesk.language.words import find_words

        return find_words(self.text)

    def word(self, index: int) -> Cursor:
        """Return the word at an index of `words`, which knows its neighbours."""
        from copydesk.language.words import Cursor

        return Cursor(self.words, self.text, index)

    def word_before(self, offset: int, across: str | None = None) -> Cursor:
        """Return the last word that begins before an offset; the empty word where there is none.

        across  the word counts only if some of these characters, and no others, part it from the offset
        """
        word = self.word(bisect_left(self.words.starts, offset) - 1)
        return word if across is None or _is_of(self.text[word.end : offset], across) else self.word(-1)

    def word_after(self, offset: int, across: str | None = None) -> Cursor:
        """Return the first word that begins at an offset or after it; the empty word where there is none.

        across  the word counts only if some of these characters, and no others, part it from the offset
        """
        word = self.word(bisect_left(self.words.starts, offset))
        return word if across is None or _is_of(self.text[offset : word.start], across) else self.word(-1)

    @cached_property
    def sentences(self) -> Sentences:
        """Every sentence; none runs over two blocks."""
        from copydesk.language.sentences import find_sentences

        return find_sentences(self)

    def sentence_at(self, offset: int) -> Span:
        """Return the sentence at an offset of the prose; the one before, where it stands between two."""
        return self.sentences.at(offset)

    def opens_sentence(self, offset: int) -> bool:
        """Whether a sentence begins with the word at an offset of the prose, also one inside marks."""
        return self.sentences.opens(offset)

    @cached_property
    def words_of_sentences(self) -> list[range]:
        """The indices of the words of each sentence, in the order of the sentences."""
        starts = self.words.starts
        firsts = [bisect_left(starts, start) for start in self.sentences.starts]
        return [range(first, stop) for first, stop in pairwise([*firsts, len(starts)])]

    @cached_property
    def sentences_of_words(self) -> list[int]:
        """The index of the sentence of each word, in the order of the words."""
        lengths = map(len, self.words_of_sentences)
        return list(chain.from_iterable(map(repeat, count(), lengths)))

    @cached_property
    def quotes(self) -> Quotations:
        """The quotations: stretches between quotation marks."""
        from copydesk.language.quotes import find_quotations

        return find_quotations(self)

    @cached_property
    def copy(self) -> Copy:
        """Whose words each block holds, and what kind of copy they are."""
        from copydesk.language.copy import find_copy

        return find_copy(self, self.words, self.quotes)

    @cached_property
    def people(self) -> People:
        """The people of the draft, with every mention."""
        from copydesk.language.people.people import find_people

        return find_people(self, self.words, self.sentences, self.quotes)

    @cached_property
    def attributions(self) -> Attributions:
        """Who says what."""
        from copydesk.language.attribution.attributions import find_attributions

        return find_attributions(self, self.words, self.sentences, self.quotes, self.people)

    @cached_property
    def spellings(self) -> list[SpellingGroup]:
        """Words that the draft spells in more than one way."""
        from copydesk.language.spelling.spellings import find_spellings

        return find_spellings(self, self.words, self.sentences, self.quotes)


def _is_of(gap: str, characters: str) -> bool:
    return gap != "" and not gap.strip(characters)
