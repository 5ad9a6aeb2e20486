"""The people of a draft: every mention, and which of them are one person."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from copydesk.language.lists import closed_classes as english
from copydesk.language.lists import lexicon
from copydesk.language.lists.titles import (
    COURTESY,
    DEMONYMS,
    FAMILY_NAMES,
    PARTICLES,
    ROLE_NOUNS,
)
from copydesk.language.people.evidence import HARDLY_JOBS, Evidence, Points, goes_on, has_family_name_first
from copydesk.language.people.names import Name, find_names, is_job, is_ordinary
from copydesk.language.quotes import Quotations
from copydesk.language.sentences import Sentences
from copydesk.language.spelling.similar_words import is_inflection, one_slip_apart
from copydesk.language.words import Words, is_title_case
from copydesk.model.prose import BlockKind, Prose, Span


class MentionKind(StrEnum):
    """A way to name a person."""

    FULL = "full name"
    COURTESY = "courtesy title"
    ROLE = "role"
    SURNAME = "surname"
    GIVEN = "given name"
    ATTRIBUTIVE = "attributive"


class Mention(Struct, frozen=True, gc=False, order=True):
    """One place where a person is named.

    start, end  with courtesy title and role, without a possessive ending
    name        the name alone, without title and role
    kind        how it names the person; `attributive` is "the Biden administration"
    courtesy    the courtesy title as it stands ("Mr."), or None
    role        the role that stands before the name ("Defense Secretary"), or None
    possessive  whether 's follows
    quoted      whether it stands inside a quotation
    """

    start: int
    end: int
    name: Span
    kind: MentionKind
    courtesy: str | None
    role: str | None
    possessive: bool
    quoted: bool

    @property
    def span(self) -> Span:
        """The mention with its title and role."""
        return Span(self.start, self.end)


class Person:
    """A cluster of mentions.

    name          the fullest name that the draft uses
    surname       the word that a later reference uses, as the draft itself shows
    mentions      in the order of the text
    why           what speaks for the name being a person's and against it, in points and words
    introduction  the first full name, or role with surname, outside the headline; None: never introduced
    """

    __slots__ = ("introduction", "mentions", "name", "surname", "why")

    def __init__(
        self,
        name: str,
        surname: str,
        mentions: list[Mention] | None = None,
        introduction: Mention | None = None,
        why: Points = (),
    ) -> None:
        self.name = name
        self.surname = surname
        self.why = why
        self.mentions = mentions or []
        self.introduction = introduction

    def reason(self, mention: Mention) -> str:
        """Why a mention of this person is one, in words."""
        reason = _REASONS[mention.kind].format(name=self.name, courtesy=mention.courtesy)
        if self.why and mention is self.mentions[0]:
            because = (f"{points:+} {words}" if points else words for points, words in self.why)
            return f"{reason} ({', '.join(because)})"
        return reason


_FULL, _COURTESY, _ROLE, _SURNAME, _GIVEN, _ATTRIBUTIVE = MentionKind
_REASONS = {
    _FULL: "the name of {name}",
    _COURTESY: "{courtesy} before the surname of {name}",
    _ROLE: "a role before a name of {name}",
    _SURNAME: "the surname of {name}",
    _GIVEN: "the given name of {name}",
    _ATTRIBUTIVE: "the surname of {name} before a noun",
}


class People:
    """The people table.

    all       every person, in the order of their first mentions
    mentions  every mention with its person, in the order of the text
    """

    def __init__(self, people: list[Person]) -> None:
        self.all = people
        self.mentions = sorted(
            ((mention, person) for person in people for mention in person.mentions),
            key=lambda pair: pair[0].start,
        )
        self._starts = [mention.start for mention, _ in self.mentions]

    def at(self, offset: int) -> Person | None:
        """Return the person who is named at an offset, or None."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0:
            return None
        mention, person = self.mentions[index]
        return person if offset < mention.end else None


def find_people(prose: Prose, words: Words, sentences: Sentences, quotes: Quotations) -> People:
    """Return the people of a draft.

    First the full names that enough speaks for, then surnames that only a courtesy title, a role or a
    verb of speech introduces, then every later reference to either.
    """
    return _PeopleBuilder(prose, words, sentences, quotes).people()


_WORD_AFTER = re.compile(r" ([a-z][\w’'-]*)")
_CAPITALISED_AFTER = r", (?=([A-Z][\w.]+))([A-Z]\w+ [A-Z]\w+)?"
_FIRMS = frozenset("group enterprises company brand shares stores stock motors industries holdings".split())
_PLACE_BEFORE = english.PLACE_PREPOSITIONS | {"downtown"}
_MONTHS = english.capitalised(english.MONTHS_THAT_NAME_PEOPLE - {"jan"}) | {"March"}
_DATE_BEFORE = english.DATE_PREPOSITIONS | {"last", "next", "late", "early", "mid", "this", "and"}
_FORMS = {"mr": "he", "ms": "she", "mrs": "she", "miss": "she"}
_HEADLINE = BlockKind.HEADLINE
_TITLES = (_HEADLINE, BlockKind.HEADING, BlockKind.STANDFIRST)
_LONGEST_LIST = 4
_SHORTEST_SPELLING = 5
_DAY_AFTER = r" \d|, \d{4}"


class _KnownOfPerson:
    """Facts that tell a person from others of the same surname.

    form         `he` or `she`, or ""
    jobs         nouns for jobs beside its name
    is_relative  whether it is introduced as somebody's relative: the bare surname is somebody else's then
    """

    def __init__(self) -> None:
        self.form = ""
        self.jobs: frozenset[str] = frozenset()
        self.is_relative = False


class _PeopleBuilder:
    """The table while it is being filled."""

    def __init__(self, prose: Prose, words: Words, sentences: Sentences, quotes: Quotations) -> None:
        self._prose = prose
        self._sentences = sentences
        self._quotes = quotes
        self._text = prose.text
        self._loud = {
            number
            for number, block in enumerate(prose.blocks)
            if block.kind in _TITLES and is_title_case(self._text[block.start : block.end])
        }
        names, organisations = find_names(prose, words, sentences)
        self._names = _with_shared_surnames(prose.text, names)
        self._evidence = Evidence(prose, quotes)
        self._single: dict[int, Name] = {}
        self._persons: list[Person] = []
        self._words: list[tuple[str, ...]] = []
        self._full: dict[tuple[str, ...], list[Name]] = defaultdict(list)
        self._alone: dict[str, list[Name]] = defaultdict(list)
        self._titled: list[Name] = []
        self._spelt_otherwise: dict[tuple[str, ...], int] = {}
        self._of_organisations = {word for words in organisations for word in words}
        self._by_last: dict[str, list[int]] = defaultdict(list)
        self._by_first: dict[str, list[int]] = defaultdict(list)
        for name in self._names:
            parts = name.words
            if len(parts) > 1:
                if parts not in organisations and not self._is_loud(name):
                    self._full[parts].append(name)
            elif name.organisation:
                self._of_organisations.add(parts[0])
            else:
                if len(parts[0]) > 1:
                    self._alone[parts[0]].append(name)
                if name.courtesy or name.role:
                    self._titled.append(name)

    def _is_loud(self, name: Name) -> bool:
        """Whether a name stands in a headline or heading in which every word has a capital."""
        return bool(self._loud) and self._prose.block_index(name.start) in self._loud

    def people(self) -> People:
        """Fill the table."""
        self._add_full_names()
        self._add_titled_surnames()
        self._add_bare_names()
        self._add_mentions()
        found = [person for person in self._persons if person.mentions]
        for person in found:
            person.introduction = next((m for m in person.mentions if self._introduces(m)), None)
        return People(sorted(found, key=lambda person: person.mentions[0].start))

    # Full names

    def _add_full_names(self) -> None:
        sure: list[Name] = []
        nearly = []
        for words, names in self._full.items():
            weighed = self._evidence.weigh(words, names, self._alone.get(words[-1], ()))
            if weighed.short <= 0:
                self._add(words, names[0], weighed.points)
                sure += names
            elif weighed.short <= 2:
                nearly.append((words, names, weighed))
        if not nearly:
            return
        starts, ends = {n.start for n in sure}, {n.end for n in sure}
        for _ in range(_LONGEST_LIST):  # Somebody who was found in a list speaks for the next one in it.
            left = []
            for words, names, weighed in nearly:
                if any(self._evidence.beside(n, starts, ends) for n in names):
                    self._add(words, names[0], (*weighed.points, (2, "beside others in a list")))
                    starts.update(n.start for n in names)
                    ends.update(n.end for n in names)
                else:
                    left.append((words, names, weighed))
            if len(left) == len(nearly):
                return
            nearly = left

    def _add(self, words: tuple[str, ...], name: Name, why: Points = ()) -> None:
        """Add a full name, to a person that it is another form of or as a new one."""
        for index in self._by_last[words[-1]]:
            is_slip = self._is_spelt_otherwise(index, words)
            if is_slip or _same_person(self._words[index], words):
                if is_slip:
                    self._spelt_otherwise[words] = index
                if len(words) > len(self._words[index]):
                    self._words[index] = words
                    self._persons[index].name = self._shown(name)
                self._by_first[words[0]].append(index)
                return
        self._by_last[words[-1]].append(len(self._persons))
        self._by_first[words[0]].append(len(self._persons))
        self._words.append(words)
        self._persons.append(Person(self._shown(name), self._surname(words, name), why=why))

    def _is_spelt_otherwise(self, index: int, words: tuple[str, ...]) -> bool:
        """Whether a full name is that of a person with a slip in the given name: Kristine, Christine Orr.

        Two people of such names are told apart in one sentence, or as relatives.
        """
        if not _are_spellings(self._words[index], words):
            return False
        places = [*self._full[self._words[index]], *self._full[words]]
        if any(map(self._evidence.kin_form, places)):
            return False
        others = {self._sentences.at(n.start).start for n in self._full[self._words[index]]}
        return all(self._sentences.at(n.start).start not in others for n in self._full[words])

    def _shown(self, name: Name) -> str:
        """Return a name as the table prints it."""
        text = self._prose.slice(name.name)
        if len(name.words) == 2 and " " not in text and "." not in text:
            text = " ".join(name.words)  # Ann, of Ann and Lou Poe
        if ")" in text and "(" not in text:
            text = text.replace(")", "")  # David Willetts, of (David) Willetts
        return text.title() if name.shouted else text

    def _surname(self, words: tuple[str, ...], name: Name) -> str:
        """Return what a later reference uses.

        That is the last word, unless the draft uses the first one alone (Xi Jinping).
        """
        first = words[0]
        if has_family_name_first(words):
            return first
        if words[-1] not in self._alone:
            is_given, is_family = first in lexicon.given_names(), first in FAMILY_NAMES
            if is_family and not is_given:
                return first
            alone = [n for n in self._alone.get(first, ()) if n.name != name.name]
            stands_as_given = is_given and not is_family and not any(n.courtesy for n in alone)
            if alone and not stands_as_given and first not in lexicon.places():
                return first
        return f"{name.particles} {words[-1]}" if name.particles else words[-1]

    # Surnames that nothing but a title, a role or a verb of speech introduces

    def _add_titled_surnames(self) -> None:
        for name in self._titled:
            word = name.words[0]
            if word.lower() in ROLE_NOUNS or word.lower() in COURTESY:
                continue
            if not self._is_of_another(name) or not all(map(self._is_relative, self._candidates((word,)))):
                continue
            if (name.courtesy != "Miss" and name.courtesy) or not is_ordinary(word):
                self._add((word,), name)

    def _is_relative(self, index: int) -> bool:
        """Whether a person is introduced as somebody's relative: first lady Michelle Roe."""
        return any(map(self._evidence.kin_form, self._full[self._words[index]]))

    def _is_of_another(self, name: Name) -> bool:
        """Whether a title is not that of a relative who has the surname: President Roe, not Mrs. Roe."""
        return name.office or not self._candidates((name.words[0],))

    def _add_bare_names(self) -> None:
        """Add single words that only the words around them show to be people."""
        for word, names in self._alone.items():
            if is_ordinary(word) or word in self._of_organisations:
                continue
            if word in self._by_last or word in self._by_first:
                continue
            quiet = [n for n in names if not self._is_loud(n) and not n.shouted]
            if why := self._evidence.of_bare_name(word, quiet):
                self._add((word,), quiet[0], ((0, why),))

    # Mentions

    def _add_mentions(self) -> None:
        last_seen: dict[int, int] = {}
        told: dict[int, _KnownOfPerson] = defaultdict(_KnownOfPerson)
        shared = {last for last, indices in self._by_last.items() if len(indices) > 1}
        for index in (index for last in shared for index in self._by_last[last]):
            told[index].is_relative = self._is_relative(index)
        for order, name in enumerate(self._names):
            words = name.words
            if words[-1] not in self._by_last and (len(words) > 1 or words[0] not in self._by_first):
                continue
            if (
                len(words) > 1
                and words[0].lower() in PARTICLES
                and words[0] not in lexicon.given_names()
                and not any(self._words[i] == words for i in self._by_last.get(words[-1], ()))
            ):
                words = words[1:]
            candidates = self._candidates(words)
            if not candidates:
                continue
            form = _FORMS.get(name.courtesy.rstrip(".").lower(), "") if name.courtesy else ""
            index = candidates[0]
            if len(candidates) > 1:
                jobs = self._evidence.jobs(name)
                index = max(
                    candidates,
                    key=lambda i: (
                        not form or told[i].form in ("", form),
                        form and told[i].form == form,
                        not jobs.isdisjoint(told[i].jobs),
                        bool(form) or not told[i].is_relative,
                        last_seen.get(i, -1),
                        -i,
                    ),
                )
            kind = self._kind(name, words, index, seen=index in last_seen)
            if kind is None:
                continue
            last_seen[index] = order
            if words[-1] in shared:
                self._note(told[index], name, form, kind, order)
            if len(words) == 1:
                self._single[name.start] = name
            self._persons[index].mentions.append(self._mention(name, kind))

    def _note(self, told: _KnownOfPerson, name: Name, form: str, kind: MentionKind, order: int) -> None:
        """Note what a mention says of its person that tells it from others of one surname."""
        kin = self._evidence.kin_form(name)
        if kind is _FULL and not form:
            following = self._names[order + 1].start if order + 1 < len(self._names) else len(self._text)
            form = kin or self._evidence.pronoun_form(name, following)
        told.form = told.form or form
        told.jobs |= self._evidence.jobs(name)

    def _candidates(self, words: tuple[str, ...]) -> list[int]:
        """Return the persons whom these words may name.

        The words are the full name, the end of it, or the first name.
        """
        same_last = self._by_last.get(words[-1])
        if len(words) == 1:
            return same_last or self._by_first.get(words[0], [])
        if words in self._spelt_otherwise:
            return [self._spelt_otherwise[words]]
        return [
            i
            for i in same_last or ()
            if words == self._words[i][-len(words) :]
            or _same_person(self._words[i], words)
            or (1 < len(self._words[i]) < len(words) and self._words[i] == words[-len(self._words[i]) :])
        ]

    def _kind(self, name: Name, words: tuple[str, ...], index: int, *, seen: bool) -> MentionKind | None:
        """Return how a run names a person, or None when it means something else."""
        person = self._words[index]
        if len(words) > 1 and (
            words[0] == person[0]
            or len(words) > len(person)
            or words in self._spelt_otherwise
            or _same_person(person, words)
        ):
            return _FULL
        if name.courtesy:
            return _COURTESY
        if name.role:
            return _ROLE
        word = words[0]
        is_surname = len(words) > 1 or word == person[-1] or word in self._persons[index].surname.split()
        if len(words) == 1 and (
            self._is_no_name(name) or not (is_surname or self._is_given(name, seen=seen))
        ):
            return None
        if is_job(name.before) and name.before not in HARDLY_JOBS:
            return _ROLE
        following = _WORD_AFTER.match(self._text, name.end)
        if following is not None and following.group(1) in _FIRMS:
            return None
        is_noun = following is not None and not name.possessive and not goes_on(following.group(1))
        if is_noun or self._text.startswith("-", name.end):
            return _ATTRIBUTIVE
        if name.before in ("the", "a", "an"):
            return None
        return _SURNAME if is_surname else _GIVEN

    def _is_given(self, name: Name, *, seen: bool) -> bool:
        """Whether a single word may be the given name of somebody who was named before."""
        word = name.words[0]
        return (
            seen and name.before != "the" and word in lexicon.given_names() and word not in lexicon.places()
        )

    def _is_no_name(self, name: Name) -> bool:
        """Whether a single word that is somebody's name means a town, a month or an ordinary word here."""
        word = name.words[0]
        is_place, is_people, is_plain, is_name = _senses(word)
        if is_place and (name.before in _PLACE_BEFORE or self._is_place(name)):
            return True
        if (is_place or is_people) and not (is_name or self._evidence.acts(name)):
            return True
        if word in _MONTHS and (
            name.before in _DATE_BEFORE or re.compile(_DAY_AFTER).match(self._text, name.end)
        ):
            return True
        if not (is_plain and name.sentence_start) or name.possessive:
            return False
        following = _WORD_AFTER.match(self._text, name.end)
        return following is not None and not goes_on(following.group(1))

    def _is_place(self, name: Name) -> bool:
        """Whether a state or a country follows, as after a city: Austin, Texas."""
        following = re.compile(_CAPITALISED_AFTER).match(self._text, name.end)
        return following is not None and any(place in lexicon.places() for place in following.groups(""))

    def _mention(self, name: Name, kind: MentionKind) -> Mention:
        span = Span(name.start, name.end)
        return Mention(
            name.start,
            name.end,
            name.name,
            kind,
            name.courtesy,
            name.role,
            name.possessive,
            self._quotes.hold(span),
        )

    def _introduces(self, mention: Mention) -> bool:
        """Whether a mention tells the reader who somebody is: a full name, an office with a surname, or a
        single name with what says who has it.
        """
        tells = mention.kind is _FULL or mention.role is not None or self._is_presented(mention)
        return tells and self._prose.block_at(mention.start).kind is not _HEADLINE

    def _is_presented(self, mention: Mention) -> bool:
        """Whether a mention is a single name with what says who has it."""
        name = self._single.get(mention.start)
        return name is not None and self._evidence.presents(name)


def _with_shared_surnames(text: str, names: list[Name]) -> list[Name]:
    """Return the names, given names that share the surname of the next name completed: Ann and Lou Poe."""
    surnames = {name.words[-1] for name in names if len(name.words) > 1}
    found = names.copy()
    for index, (name, following) in enumerate(pairwise(names)):
        if (
            len(name.words) == 1
            and len(following.words) == 2
            and text[name.end : following.start] in (" and ", " & ")
            and not (name.courtesy or name.role or name.possessive)
            and not (following.courtesy or following.role)
            and name.words[0] in lexicon.given_names()
            and following.words[0] in lexicon.given_names()
            and name.words[0] not in lexicon.places()
            and name.words[0] not in surnames
        ):
            found[index] = replace(name, words=(name.words[0], following.words[-1]))
    return found


@lru_cache(maxsize=20_000)
def _senses(word: str) -> tuple[bool, bool, bool, bool]:
    """Whether a word is a place, a people, in small letters a plain word, and whether it is a name."""
    lower = word.lower()
    return (
        word in lexicon.places(),
        lower in DEMONYMS,
        lower in lexicon.common_words(),
        word in lexicon.given_names() or word in lexicon.surnames(),
    )


def _same_person(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two full names with one surname may be one person's: same first name, or its initial."""
    if one[-1] != other[-1]:
        return False
    a, b = one[0].rstrip("."), other[0].rstrip(".")
    if a == b and len(one) == 3 == len(other) and one[1] != other[1] and _are_initials(one[1], other[1]):
        return False  # Jay R. Roe and Jay T. Roe
    return a == b or (min(len(a), len(b)) == 1 and a[:1] == b[:1]) or a in other[:-1] or b in one[:-1]


def _are_spellings(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two full names with one surname differ in the spelling of the given name alone."""
    a, b = one[0].lower(), other[0].lower()
    if one[1:] != other[1:] or a == b:
        return False
    variants = lexicon.given_name_spellings()
    if a in variants and variants[a] == variants.get(b):
        return True
    is_given = one[0] in lexicon.given_names() or other[0] in lexicon.given_names()
    return (
        min(len(a), len(b)) >= _SHORTEST_SPELLING
        and is_given
        and one_slip_apart(a, b)
        and not is_inflection(a, b)
    )


def _are_initials(*words: str) -> bool:
    return all(len(word) == 1 or word[1] == "." for word in words)
