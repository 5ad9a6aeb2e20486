"""The people of an archive, counted: how many articles name each, when, and beside which words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from itertools import pairwise
from math import log
from sys import intern

from msgspec import Struct

from copydesk.document import Document
from copydesk.house.names.known import KnownName, NameKey, Names, name_key
from copydesk.house.names.mentions import descriptions, full_names, single_words
from copydesk.language.lists.titles import ROLE_NOUNS

MOST_WORDS = 12
"""Words or phrases that are kept of a name; the names file shows half of them."""

_OFTEN = 0.2
"""The part of a name's articles in which a word must stand near it."""

_TOGETHER = 0.6
"""The part of a word's articles in which another must follow it, to be a phrase with it."""

_ROLE_WEIGHT = 2.0

_EVERYWHERE = 0.05
"""The part of all names near which a word may stand: one that stands near more says nothing of any."""

_FEW = 20
"""Names near which a word may stand in the smallest archive."""


class Naming(Struct, frozen=True, array_like=True):
    """A name in one article, and the words and phrases near it."""

    name: str
    words: tuple[str, ...]


class Article(Struct, frozen=True):
    """One article of an archive: its path, its day (empty where it says none), and whom it names."""

    path: str
    day: str
    namings: tuple[Naming, ...]


def read_article(document: Document) -> Article:
    """Return whom a draft names; nobody, where most of it is in another language."""
    namings = []
    if not document.copy.is_foreign:
        namings = [
            Naming(named.name, tuple(descriptions(document, named)))
            for named in full_names(document)
            if not named.in_capitals  # which are small nobody can tell: McCain, Mccain
        ]
    published = document.published
    day = "" if published is None else published.day.isoformat()
    return Article(document.source.path, day, tuple(namings))


DaysOf = Callable[[list[str]], Mapping[str, str]]
"""Returns the days of the articles at some paths, of those that it knows."""


def count_names(articles: Iterable[Article], days_of: DaysOf | None = None) -> Names:
    """Return the names of an archive, counted by article.

    days_of  asked once for the days of the articles that say none
    """
    paths: list[str] = []
    days: list[str] = []
    forms: dict[NameKey, Counter[str]] = defaultdict(Counter)
    stands_in: dict[NameKey, list[int]] = defaultdict(list)
    words: dict[NameKey, list[tuple[str, ...]]] = defaultdict(list)
    for number, article in enumerate(articles):
        paths.append(article.path)
        days.append(article.day)
        for naming in article.namings:
            key = name_key(naming.name)
            if key is not None:
                forms[key][naming.name] += 1
                stands_in[key].append(number)
                words[key].append(tuple(map(intern, naming.words)))  # thousands of names share a word
    if days_of is not None:
        dated = days_of([path for path, day in zip(paths, days, strict=True) if not day])
        days = [day or dated.get(path, "") for path, day in zip(paths, days, strict=True)]
    described = {key: _strong(said) for key, said in words.items() if len(said) > 1}
    spread = Counter(word for strong in described.values() for word in strong.words)
    rows = []
    for key, numbers in stands_in.items():
        known = sorted(day for number in numbers if (day := days[number]))
        form = min(forms[key], key=lambda form: (-forms[key][form], form))
        shown = described[key].ranked(spread, len(described)) if key in described else ()
        first, last = (known[0], known[-1]) if known else ("", "")
        rows.append(KnownName(form, len(numbers), first, last, shown, stands_in=tuple(numbers)))
    return Names(rows, paths)


class _Strong(Struct, frozen=True):
    """The words that stand near a name in a fifth of its articles, two at least.

    words    each with the number of articles
    phrases  pairs of neighbours, with the same
    """

    words: dict[str, int]
    phrases: dict[tuple[str, str], int]

    def ranked(self, spread: Counter[str], names: int) -> tuple[str, ...]:
        """Return the strongest words and phrases: those that stand near this name and near few others."""

        def weight(word: str) -> float:
            rare = log(1 + names / spread[word])
            return self.words[word] * rare * (_ROLE_WEIGHT if word in ROLE_NOUNS else 1)

        most = max(_FEW, _EVERYWHERE * names)
        telling = [word for word in self.words if spread[word] <= most or word in ROLE_NOUNS]
        found: list[str] = []
        used = self.words.keys() - set(telling)
        for word in sorted(telling, key=lambda word: (-weight(word), word)):
            if len(found) == MOST_WORDS:
                break
            if word not in used:
                phrase = self._phrase(word, used)
                used.update(phrase)
                found.append(" ".join(phrase))
        return tuple(found)

    def _phrase(self, word: str, used: set[str]) -> tuple[str, ...]:
        """Return a word with the neighbours that it mostly has."""
        phrase = [word]
        while len(phrase) < 3:
            after = self._mate(phrase[-1], 0, {*used, *phrase})
            before = self._mate(phrase[0], 1, {*used, *phrase})
            if after:
                phrase.append(after)
            elif before:
                phrase.insert(0, before)
            else:
                break
        return tuple(phrase)

    def _mate(self, word: str, place: int, used: set[str]) -> str | None:
        pairs = [
            (count, pair[1 - place])
            for pair, count in self.phrases.items()
            if pair[place] == word
            and pair[1 - place] not in used
            and count >= _TOGETHER * self.words[word]
            and count >= _TOGETHER * self.words[pair[1 - place]]
        ]
        return min(pairs, key=lambda pair: (-pair[0], pair[1]))[1] if pairs else None


def _strong(said: list[tuple[str, ...]]) -> _Strong:
    least = max(2, _OFTEN * len(said))
    words = Counter(word for runs in said for word in single_words(runs))
    strong = {word: count for word, count in words.items() if count >= least}
    phrases: Counter[tuple[str, str]] = Counter()
    for runs in said:
        parts = [run.split() for run in runs]
        pairs = {pair for run in parts for pair in pairwise(run)}
        phrases.update(pair for pair in pairs if strong.keys() >= set(pair))
    return _Strong(strong, {pair: count for pair, count in phrases.items() if count >= least})
