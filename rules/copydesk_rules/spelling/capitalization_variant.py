"""capitalization-variant: one name or term with different capitals."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from copydesk.analyses.spelling.capitals import capitalized
from copydesk.analyses.spelling.common_words import in_address, in_copy
from copydesk.document import Document
from copydesk.language.lists import closed_classes as english
from copydesk.language.lists import lexicon
from copydesk.language.lists.titles import DEMONYMS, ROLE_NOUNS
from copydesk.language.spelling.compounds import DETERMINERS, FUNCTION_WORDS
from copydesk.model.finding import Finding, Severity
from copydesk.model.prose import BlockKind, Span
from copydesk.plugins.rule import Context, Example, NoOptions, Rule
from copydesk_rules.data import words
from copydesk_rules.spelling.variants import VariantForm, against, ranked

_COMMON_TOO = frozenset("conservative conservatives liberal liberals democratic republican polish".split())
_LEVELS = frozenset(["city", "county", "state"])
"""What a place may be as well as part of a name: an Ohio state senator is not of Ohio State."""

_CHAMBERS = frozenset(["assembly", "house", "houses", "senate"])
"""Bodies that a state has as well as a country."""

_ONCE_NAMES = frozenset(["internet", "web"])
"""Words that lost their capital within memory, so that old copy and old habits still have it."""

_CONNECTORS = frozenset("and for of the".split())
_NO_NAMES = ROLE_NOUNS | FUNCTION_WORDS
_LONGEST_ACRONYM = 6
_SHORTEST = 4


class CapitalizationVariant(Rule[NoOptions]):
    """Single words first, then names of two words; a capital that the place explains says nothing."""

    name = "capitalization-variant"
    reads_english = True
    family = "spelling"
    severity = Severity.WARNING
    summary = "a name or term has different capitals in different places"
    why = (
        "internet or Internet, Covid or COVID, White house for White House: a house has one form, and a slip "
        "of the shift key reads like a mistake of fact. The rarer form is reported. The first word of a "
        "sentence, headlines, titles before a name and text in capitals owe theirs to the place. Quotations "
        "are looked at, and have no vote."
    )
    in_quotes = "check"
    examples = (
        Example(
            "She called the White House, and the White House called back. The [[White house]] denied it.",
            "the second word lost its capital",
        ),
        Example(
            "He joined BuzzFeed in May and left BuzzFeed in June. [[Buzzfeed]] said no.", "inside a word"
        ),
        Example(
            "Two Democrats voted no, and other Democrats were away. Four [[democrats]] voted yes.",
            "a party takes its capital",
        ),
        Example(
            "The Supreme Court sat at noon. The [[supreme court]] ruled, and the Supreme Court left.",
            "both words lost their capitals",
        ),
        Example(
            "The Town Board meets in May. Nobody knows where the [[town board]] will meet.",
            "both capitals lost, once each: noted",
        ),
        Example(
            "She left Twitter. They met on Twitter, and Twitter closed. It has a [[twitter]] following.",
            "the article belongs to the noun after it",
        ),
        Example(
            "Extremism fades, says the Bureau for Hedges and Extremism, and extremism was never much. The "
            "Bureau for Hedges and Extremism counted it.",
            "the end of a longer name",
        ),
        Example(
            "Internet access is slow. The internet is down, so the internet shop closed.", "a sentence start"
        ),
        Example(
            "The White House is white. A white house on the hill is a white house.", "a name, and a house"
        ),
        Example(
            "Attorney General Ann Poe resigned. The attorney general gave no reason.", "a title before a name"
        ),
    )

    def check(self, document: Document, context: Context[NoOptions]) -> Iterator[Finding]:
        """Yield one finding for each use of a form that the draft uses less."""
        draft = _CapitalizationFinder(document)
        for forms in (*draft.single(), *draft.phrases()):
            ranks = _by_weight(document, context, forms)
            for form in ranks[1:]:
                usual = ranks[0]
                if _is_at_odds(_surface(document, form), _surface(document, usual), form.votes, usual.votes):
                    yield from against(document, form, usual, lambda _, model: model)
        for forms in draft.lost_once():
            ranks = ranked(document, context, forms)
            for form in ranks[1:]:
                for finding in against(document, form, ranks[0], lambda _, model: model):
                    yield finding.noted_if(True)


def _by_weight(document: Document, context: Context[NoOptions], forms: list[list[Span]]) -> list[VariantForm]:
    """Return the forms, the usual one first.

    Nobody writes a capital inside a word by a slip, so GitHub wins over Github while it stands at least
    half as often.
    """

    def weight(form: VariantForm) -> tuple[int, int, bool]:
        inner = _has_inner_capital(_surface(document, form))
        return -form.house, -form.votes * (1 + inner), not inner

    return sorted(ranked(document, context, forms), key=weight)


def _surface(document: Document, form: VariantForm) -> str:
    return document.slice(form.first)


def _is_at_odds(rare: str, usual: str, rare_votes: int, usual_votes: int) -> bool:
    """Whether the rarer form is worth a look.

    github and GitHub, twitter and Twitter are at odds even where each stands once. Of two words the usual
    form must have its capitals: `Oprah's show` says nothing of a programme's title.
    """
    if " " in usual and not usual.istitle():
        return False
    if usual_votes > 1 or _has_inner_capital(rare) or _has_inner_capital(usual):
        return True
    return rare_votes > 0 and (rare.islower() or (rare.isupper() != usual.isupper() and " " not in rare))


class _CapitalizationFinder:
    """The draft, asked for words that it writes with different capitals."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.text
        self.words = document.words
        self.capitalized = capitalized(document)
        self.span = self.capitalized.span
        self._unlike = self._find_unlike()
        self._names = self._proper()

    def _find_unlike(self) -> dict[str, list[str]]:
        """Return the lower-case words that are written in several ways, with their capitalised forms."""
        vocabulary = self.document.words.vocabulary
        found: dict[str, list[str]] = {}
        surfaces = self.capitalized.surfaces.items()
        for lower, (surface, capitals) in zip(self.capitalized.lowers, surfaces, strict=True):
            if len(capitals) < len(vocabulary.get(lower, ())) + len(vocabulary.get(lower + "'s", ())):
                found.setdefault(lower, []).append(surface)
        return found

    def single(self) -> Iterator[list[list[Span]]]:
        """Single words, by the ways in which they are written."""
        vocabulary = self.document.words.vocabulary
        inner = {
            lower
            for lower, capitals in self._unlike.items()
            if len(lower) >= _SHORTEST and [surface for surface in capitals if surface[1:] != lower[1:]]
        }
        for lower in sorted(inner.union(self._names, DEMONYMS.intersection(self._unlike))):
            surfaces: dict[str, list[int]] = {}
            for index in (*vocabulary.get(lower, ()), *vocabulary.get(lower + "'s", ())):
                surfaces.setdefault(self._surface(index), []).append(index)
            if not self._is_name(lower, surfaces):
                surfaces = {text: places for text, places in surfaces.items() if not text.isupper()}
            if len(surfaces) > 1 and (lower in self._names or self._is_name(lower, surfaces)):
                forms = [
                    sorted(self.span(i) for i in places if self._counts(i, surfaces))
                    for places in surfaces.values()
                ]
                if sum(map(bool, forms)) > 1:
                    yield forms

    def _proper(self) -> set[str]:
        """Return words in small letters that are names where they stand with a capital: `posted on facebook`.

        The draft has the capital more often, at least twice, where neither the sentence nor a longer name
        explains it. A word that is common too must stand as a name does: `in parliament`, no `a parliament`.
        """
        vocabulary, found = self.document.words.vocabulary, set()
        for lower in self._unlike:
            if lower in _ONCE_NAMES:
                found.add(lower)
            if len(lower) < _SHORTEST or lower in FUNCTION_WORDS or lower in _COMMON_TOO:
                continue
            surface = lower.title()  # only one form of a word is in title case
            capitals = self.capitalized.surfaces.get(surface, ())
            if len(capitals) < 2 or not lower.isalpha():
                continue
            known = set(capitals)
            places = (*vocabulary.get(lower, ()), *vocabulary.get(lower + "'s", ()))
            is_common = lower in lexicon.common_words()
            if is_common and lower not in words("proper_words"):
                continue
            forms = surface, lower
            small = [i for i in places if i not in known and self._counts(i, forms)]
            alone = [i for i in capitals if small and self._counts(i, forms)]
            if len(alone) > max(1, len(small)) and not (
                is_common and (not self._stands_alike(lower, small, alone) or self._is_person(capitals))
            ):
                found.add(lower)
        return found

    def _stands_alike(self, lower: str, small: Iterable[int], capitals: Iterable[int]) -> bool:
        """Whether a word that may be a name is one in small letters too, going by where it stands."""
        lowers = self.words.lowers
        if lower.endswith("s"):
            # The Lords and some lords: an article all along makes the name.
            return "the" in {lowers[i - 1] for i in small} or not all(
                lowers[i - 1] == "the" for i in capitals
            )
        before = {lowers[i - 1] for i in small if not self._is_attributive(i)}
        return before.isdisjoint(DETERMINERS - {"the"})

    def _is_attributive(self, index: int) -> bool:
        """Whether a content word follows in small letters, which the determiner before may belong to."""
        word = self.document.word(index)
        is_small = word.next.surface[:1].islower()
        return word.gap == " " and is_small and word.next.lower not in FUNCTION_WORDS

    def _is_person(self, places: Iterable[int]) -> bool:
        """Whether a given name stands before one of the places."""
        text = self.document.slice
        joined = (i - 1 for i in places if self.capitalized.joined(i - 1))
        return any(text(self.span(index)) in lexicon.given_names() for index in joined)

    def _surface(self, index: int) -> str:
        return self.document.slice(self.span(index)).replace("’", "'")

    def _is_name(self, lower: str, surfaces: Iterable[str]) -> bool:
        """Whether a word is a name wherever it stands."""
        if lower in DEMONYMS and lower not in _COMMON_TOO:
            return True
        if "-" in lower and not lower.rpartition("-")[2].isdigit():
            return False
        if any(_has_inner_capital(surface) for surface in surfaces):
            return True
        letters = lower.partition("-")[0]
        return (
            len(letters) <= _LONGEST_ACRONYM
            and any(surface.isupper() for surface in surfaces)
            and any(surface.istitle() for surface in surfaces)
            and not self._is_known(letters)
        )

    @staticmethod
    def _is_known(letters: str) -> bool:
        """Whether an acronym is a word or a name as well, so that its capitals may be for emphasis."""
        title = letters.title()
        return (
            letters in lexicon.common_words()
            or title in lexicon.given_names()
            or title in lexicon.surnames()
            or title in lexicon.places()
        )

    def _counts(self, index: int, surfaces: Collection[str]) -> bool:
        """Whether the capitals of a word are the draft's choice, not the place's."""
        span, surface = self.span(index), self._surface(index)
        if in_address(self.text, span) or (surface.isupper() and self._neighbour_shouts(index)):
            return False
        if self.document.block_at(span.start).kind is BlockKind.DATELINE:
            return False
        opens = self.document.opens_sentence(span.start)
        if any(_has_inner_capital(other) for other in surfaces):
            # The start of a sentence explains the first capital and no other, a label all of them.
            if surface.isupper() and self.document.after(span.end) == ":":
                return False
            return not (opens and surface[0].lower() + surface[1:] in surfaces)
        if not in_copy(self.document, span):
            return False
        if surface.isupper():
            return span.start > self.document.block_at(span.start).start
        if surface[0].isupper():
            if opens and surface.lower() not in surfaces and any(map(str.isupper, surfaces)):
                return True  # Covid opens a sentence, COVID is capitals all the same.
            return not opens and not self._is_part_of_name(index)
        return not (surface in _CHAMBERS and self._is_of_a_state(span))

    def _is_of_a_state(self, span: Span) -> bool:
        """Whether the sentence speaks of a state's bodies: `both the house and the senate` of one."""
        sentence = self.document.sentence_at(span.start)
        within = self.words.between(sentence.start, sentence.end)
        return not {"state", "statehouse"}.isdisjoint(self.words.lowers[within.start : within.stop])

    def _is_part_of_name(self, index: int) -> bool:
        """Whether a capitalised word stands next to it or across `for` or `of`: the name is longer then."""
        if self._ends_a_name(index) or self._begins_a_name(index):
            return True
        if self.capitalized.joined(index):
            return True
        before = self.words[index - 1]
        # `Two Democrats`: a common word owes its capital to the sentence.
        return self.capitalized.joined(index - 1) and not (
            before.lower in lexicon.common_words() and self.document.opens_sentence(before.start)
        )

    def _ends_a_name(self, index: int) -> bool:
        """Whether a name with `for` or `of` leads to a word: the State of the Union."""
        seen: set[str] = set()
        while index and self.document.word(index - 1).gap == " ":
            index -= 1
            lower = self.words[index].lower
            if self.text[self.words[index].start].isupper():
                if seen & {"for", "of"}:
                    opens = self.document.opens_sentence(self.words[index].start)
                    return not (opens and lower in lexicon.common_words())
            elif lower not in _CONNECTORS:
                return False
            seen.add(lower)
        return False

    def _begins_a_name(self, index: int) -> bool:
        """Whether `for` or `of` and a capitalised word follow: the Internet of Things."""
        after = self.document.word_after(self.words[index].end)
        return after.lower in ("of", "for") and after.next.is_capitalised

    def _neighbour_shouts(self, index: int) -> bool:
        beside = [
            self.document.slice(self.span(i)) for i in (index - 1, index + 1) if 0 <= i < len(self.words)
        ]
        return any(len(word) > 1 and word.isupper() for word in beside)

    def phrases(self) -> Iterator[list[list[Span]]]:
        """Names of two words, by the ways in which they are written."""
        words, known, joined = self.words, self.capitalized.known, self.capitalized.joined
        lowers, surfaces = words.lowers, self.capitalized.surfaces
        unlike = [index for forms in self._unlike.values() for form in forms for index in surfaces[form]]
        names: dict[tuple[str, str], int] = {}
        starts = {index for index in unlike if index + 1 in known}
        for index in starts.union(index - 1 for index in unlike if index - 1 in known):
            key = (lowers[index], lowers[index + 1].removesuffix("'s"))
            names[key] = names.get(key, 0) + 1
        for (first, second), count in names.items():
            if count < 2 or second in ROLE_NOUNS or first in ROLE_NOUNS:
                continue
            places = self._side_by_side(first, second)
            if len(places) == count:
                continue
            whole = [i for i in places if joined(i) and not self._is_led(i) and not joined(i + 1)]
            if len(whole) > 1:
                forms: dict[str, list[Span]] = {}
                for index in (i for i in places if self._is_phrase(i)):
                    span = Span(words[index].start, self.span(index + 1).end)
                    forms.setdefault(self.document.slice(span).replace("’", "'"), []).append(span)
                if len(forms) > 1:
                    yield list(forms.values())

    def lost_once(self) -> Iterator[list[list[Span]]]:
        """Names of two words that stand with both capitals once, and elsewhere with neither: only noted.

        `the Town Board`, `the town board`: each place must be led by `the`, but for an adjective between.
        """
        words, joined = self.words, self.capitalized.joined
        for forms in self._unlike.values():
            for index in (i for form in forms for i in self.capitalized.surfaces[form] if joined(i)):
                if not self._is_led_by_the(index):
                    continue
                first, second = words.lowers[index], words.lowers[index + 1].removesuffix("'s")
                if not _NO_NAMES.isdisjoint((first, second)):
                    continue
                if not (self._is_title(index) and self._is_whole(index)):
                    continue
                places = self._side_by_side(first, second)
                small = [i for i in places if self._has_lost_both(i)]
                others = [i for i in places if i != index and i not in small]
                is_once = all(joined(i) and (self._is_led(i) or joined(i + 1)) for i in others)
                if is_once and any(map(self._is_led_by_the, small)):
                    yield [[self._pair(index)], [self._pair(i) for i in small]]

    def _pair(self, index: int) -> Span:
        return Span(self.words[index].start, self.span(index + 1).end)

    def _is_led_by_the(self, index: int) -> bool:
        return index > 0 and self.words.lowers[index - 1] == "the"

    def _is_whole(self, index: int) -> bool:
        """Whether two words are all of a name: no capital beside, no `and the` before, no `of` after."""
        before = self.document.word_before(self.words.starts[index])
        return not (
            self._is_led(index)
            or self.capitalized.joined(index + 1)
            or self._ends_a_name(index)
            or before.previous.lower in english.COORDINATORS
            or self._begins_a_name(index + 1)
        )

    def _is_title(self, index: int) -> bool:
        span = self._pair(index)
        return self.document.slice(span).istitle() and in_copy(self.document, span)

    def _has_lost_both(self, index: int) -> bool:
        span = self._pair(index)
        is_copy = in_copy(self.document, span) and not in_address(self.text, span)
        return is_copy and self.document.slice(span).islower()

    def _is_led(self, index: int) -> bool:
        """Whether a capitalised word before a name makes it longer; `The` that opens a sentence does not."""
        before = self.words[index - 1]
        return self.capitalized.joined(index - 1) and not (
            before.lower in FUNCTION_WORDS and self.document.opens_sentence(before.start)
        )

    def _side_by_side(self, first: str, second: str) -> list[int]:
        """Return where a word stands before another one, looked up by the rarer of the two."""
        vocabulary, lowers = self.document.words.vocabulary, self.words.lowers
        own = vocabulary[first]
        others = [*vocabulary.get(second, ()), *vocabulary.get(second + "'s", ())]
        if len(others) < len(own):
            return sorted(index - 1 for index in others if index and lowers[index - 1] == first)
        last = len(lowers) - 1
        return [index for index in own if index < last and lowers[index + 1].removesuffix("'s") == second]

    def _is_phrase(self, index: int) -> bool:
        """Whether two words are the name, or the name with a slip: `White house`, not `a white house`."""
        text, joined = self.text, self.capitalized.joined
        word, following = self.words[index], self.words[index + 1]
        start, end, first = word.start, word.end, word.lower
        if self.document.word(index).gap != " " or not in_copy(self.document, Span(start, end)):
            return False
        if joined(index):
            return text[start:end].istitle() and not joined(index + 1)
        if following.lower in _LEVELS and self._is_attributive(index + 1):
            return False
        if not text[start].isupper():
            if text[following.start].isupper() or joined(index + 1):
                return False
            return _is_place(first, following.lower) or self._is_named(index)
        return not self.document.opens_sentence(start)

    def _is_named(self, index: int) -> bool:
        """Whether two words in small letters are led by `the`, as the name is: it has lost both capitals."""
        first, second = self.words[index].lower, self.words[index + 1].lower.removesuffix("'s")
        if first in FUNCTION_WORDS or len(first) < _SHORTEST or not index:
            return False
        joined = self.capitalized.joined
        whole = [i for i in self._side_by_side(first, second) if joined(i)]
        is_whole = not any(self._is_led(i) or joined(i + 1) or self._ends_a_name(i) for i in whole)
        if second in english.WEEKDAYS:
            return not any(self._is_led(i) or joined(i + 1) for i in whole)
        led = all(i and self.words[i - 1].lower == "the" for i in (index, *whole))
        return is_whole and led


def _has_inner_capital(surface: str) -> bool:
    """GitHub, O'Rourke; not COVID."""
    return not surface.isupper() and surface[1:] != surface[1:].lower()


def _is_place(first: str, second: str) -> bool:
    """Whether nobody takes two words for common ones, so that they may have lost both capitals."""
    return f"{first} {second}".title() in lexicon.places()
