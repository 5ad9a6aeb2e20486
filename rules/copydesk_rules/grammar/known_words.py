"""Words that the draft and the house know and LanguageTool's speller does not: names above all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from copydesk.analyses.spelling.capitals import capitalized
from copydesk.analyses.spelling.dialects import find_pairs
from copydesk.document import Document
from copydesk.house.terms import Terms
from copydesk.language.lists import lexicon
from copydesk.language.lists.titles import PARTICLES
from copydesk.language.spelling.similar_words import one_slip_apart
from copydesk.language.words import find_words

_OFTEN = 3
"""How often a word stands in one form before it is meant."""

_MANY = 4
"""So many unknown words, and one in four, are another language."""

_SHORTEST = 3
"""Letters of the parts of a compound."""

_STEM = 5
"""Letters that must follow a prefix: `until` is not made of one."""

_PREFIXES = tuple(
    "anti de dis hyper mega micro mid mis non multi neo over post pre pro re semi sub super un under".split()
)


def known_words(document: Document, terms: Terms) -> frozenset[str]:
    """Return the words, in lower case, that no dictionary need know here.

    Names of people, what has a capital inside a sentence, what stands three times in one form, what the house
    has a term for, and what `dialect-mix` judges. Common words are left out: `is_known` knows them.
    """
    found = {
        *_names(document),
        *_capitals(document),
        *(word for word, places in document.words.vocabulary.items() if len(places) >= _OFTEN),
        *(word for pair in find_pairs(document.words.vocabulary) for word in (pair.british, pair.american)),
        *(word for term in terms for text in (term.text, *term.advice) for word in find_words(text).lowers),
    }
    common = lexicon.common_words()
    return frozenset(word for word in found if word not in common)


def is_known(words: str, instead: Sequence[str], known: frozenset[str]) -> bool:
    """Whether words that the speller reports are none of its business.

    Digits, and capitals inside a word, show a name or a code: `C919`, `anti-Trump`, `USA`. A capital where a
    sentence begins shows a name too, unless one slip leads to a common word: `Goverment`. What is made of
    common words was made on purpose: `gunbattle`, `precampaign`.

    instead  what the speller would write, the best first
    """
    if any(sign.isupper() or sign.isdigit() for sign in words[1:]):
        return True
    common = lexicon.common_words()
    if words[:1].isupper() and not any(_is_slip(words.lower(), one.lower()) for one in instead):
        return True
    if instead and _is_compound(words, instead[0]):
        return True
    return all(
        part in known or part in common or part in PARTICLES or _is_derived(part)
        for word in find_words(words).lowers
        for part in _parts(word, known)
    )


def is_foreign(reported: Sequence[str], text: str) -> bool:
    """Whether so many words that the speller reports show that a text is not English; names show nothing."""
    unknown = sum(words[:1].islower() for words in reported)
    return unknown >= _MANY and unknown * _MANY > text.count(" ")


def _is_slip(word: str, other: str) -> bool:
    return other in lexicon.common_words() and one_slip_apart(word, other)


def _is_compound(word: str, other: str) -> bool:
    """Whether the speller only misses a space; beside a very short word it is right: `consistof`."""
    parts = other.split(" ")
    return len(parts) > 1 and "".join(parts) == word and min(map(len, parts)) >= _SHORTEST


def _is_derived(word: str) -> bool:
    return any(
        word.startswith(prefix)
        and len(word) - len(prefix) >= _STEM
        and word.removeprefix(prefix) in lexicon.common_words()
        for prefix in _PREFIXES
    )


def _parts(word: str, known: frozenset[str]) -> list[str]:
    """Return the word without 's, or its parts where only those may be known: `Orr-led`."""
    word = word.removesuffix("'s")
    return [word] if word in known else word.split("-")


def _names(document: Document) -> Iterator[str]:
    for person in document.people.all:
        yield from find_words(person.name).lowers
        for mention in person.mentions:
            yield from find_words(document.slice(mention.span)).lowers


def _capitals(document: Document) -> Iterator[str]:
    """Yield the words with a capital that does not come from the start of a sentence."""
    words = capitalized(document)
    for index in words.indices:
        span = words.span(index)
        if not document.opens_sentence(span.start):
            yield from (word := document.slice(span).replace("’", "'").lower()).split("-")
            yield word
