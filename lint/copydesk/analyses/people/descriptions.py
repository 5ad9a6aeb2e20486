"""Descriptions with which a draft introduces people and bodies: age, job, full name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from copydesk.analyses.likeness.paragraphs import sorted_runs
from copydesk.document import Document
from copydesk.language.copy import PROSE
from copydesk.language.lists.titles import NOT_A_NAME, RELATIVES, ROLE_NOUNS
from copydesk.language.people.evidence import goes_on
from copydesk.language.people.people import Mention, MentionKind, Person
from copydesk.language.words import SPACES, fold
from copydesk.model.prose import Block, Span, once_a_draft

LEAST_WORDS = 3
"""How many words a description has beside its article: less is a label that may be used again."""

BODY_WORDS = 6
"""How many capitals a body's name has that is given in full: a shorter one is how the body is called."""

_ENDS = tuple(".!?:;…”\"'’")
_AGE_AFTER = re.compile(r",(?: aged?| now)? (\d{1,3})(?=,)|, an? (\d{1,3})-year-old\b")
_AGE_BEFORE = r"\b(\d{1,3})-year-old (?:[\w-]{1,20} ){0,3}$"
_CALLED = r"\b[Tt]he (\d{1,3})-year-old\b"
_FURTHEST = 400
_YEARS = "-year-old "
_AFTER_NAME = r"(?: (?:of|for|from|at|in|and|to|on))? ?"
_JOINTS = frozenset({"of", "at", "for"})
_LONGEST_AGE = 80
_APPOSITION = re.compile(
    r", ((?:(?:an?|the|his|her|their|who|whose|one of|former|then) )?"
    r"[a-z](?:[A-Z]\.|[^.,;:—–()\"“”\n]){5,160})"
)
_CAPITAL = r"(?:(?:[A-Z]\.)+|[A-ZÀ-Þ][\w’'&-]{1,30}+)"
_SMALL = r"(?:of|for|on|and|at|in|to|&)(?: the)?|the"
_BODY = rf"\b(?:[Tt]he )?{_CAPITAL}(?: (?:(?:{_SMALL}) )?{_CAPITAL}){{{BODY_WORDS - 1},20}}"
_ARTICLES = re.compile(r"^(?:an?|the|his|her|their|former|then) |\bthe ")


class Description(Struct, frozen=True):
    """Something that is said of a person at one of its mentions.

    span     where it stands
    mention  the words that name the person there
    text     what is said: an age in digits, a description in folded words
    """

    span: Span
    mention: Mention
    text: str


class PersonDescribed(Struct, frozen=True):
    """A person, and what the draft says of it outside quotations, in the order of the text.

    ages    beside the name
    jobs    after the name
    called  ages that stand for the name: the 46-year-old
    """

    person: Person
    ages: list[Description]
    jobs: list[Description]
    called: list[Description]


@once_a_draft
def described_people(document: Document) -> list[PersonDescribed]:
    """Return the ages and the jobs of the people of whom a draft gives the one or the other twice."""
    text, found = document.text, []
    has_years = _YEARS in text
    for person in document.people.all:
        if len(person.mentions) == 1:
            continue
        mentions = [m for m in person.mentions if has_years or text.startswith(",", m.end)]
        if len(mentions) > 1:
            ages, jobs = (
                [
                    said
                    for mention in mentions
                    if not mention.quoted
                    and (said := describe(document, mention))
                    and _is_story(document, mention.start)
                ]
                for describe in (_age, _job)
            )
            called = _called_by_age(document, person, ages) if has_years and ages else []
            if len(ages) + len(called) > 1 or len(jobs) > 1:
                found.append(PersonDescribed(person, ages, jobs, called))
    return found


def _called_by_age(document: Document, person: Person, ages: list[Description]) -> list[Description]:
    """Return the ages that stand for a person whose name is the last one before them.

    Example: `the 46-year-old said`.
    """
    text, found = document.text, []
    for mention in person.mentions:
        if mention.start < ages[0].mention.start or mention.quoted:
            continue
        number = document.block_index(mention.start)
        end = document.blocks[min(number + 1, len(document.blocks) - 1)].end
        match = re.compile(_CALLED).search(text, mention.end, min(end, mention.end + _FURTHEST))
        if match is None or not _goes_on(document, match.end()) or not _is_story(document, match.start()):
            continue
        between = text[mention.end : match.start()]
        is_last = not any(document.people.at(at) for at in _capitals(between, mention.end))
        age = Span(*match.span(1))
        if (
            is_last
            and RELATIVES.isdisjoint(re.findall(r"[a-zé]+", between))
            and not document.quotes.hold(age)
        ):
            found.append(Description(age, mention, match[1]))
    return found


def _capitals(text: str, start: int) -> Iterator[int]:
    """Return the offsets of the capitals of a text that begins at an offset."""
    return (start + at for at, letter in enumerate(text) if letter.isupper())


def _goes_on(document: Document, end: int) -> bool:
    """Whether a verb follows, so that no noun does: `the 46-year-old bridge`."""
    return goes_on(document.word_after(end, across=SPACES + ",").common)


def bodies(document: Document) -> Iterator[tuple[Span, str]]:
    """Yield where bodies are named in full that may be named twice, and their folded names.

    Such a name is: the center of such and such at the institute of.
    """
    blocks = _blocks_with_repeated_names(document)
    if not blocks:
        return
    people = {mention.start: mention.end for person in document.people.all for mention in person.mentions}
    for block in blocks:
        for match in re.compile(_BODY).finditer(document.text, block.start, block.end):
            start = match.start()
            while start in people and start < match.end():  # `Ann Orr of the Institute`
                joint = re.compile(_AFTER_NAME).match(document.text, people[start])
                start = joint.end() if joint else match.end()
            span = Span(start, match.end())
            words = document.slice(span).split()
            if sum(word[0].isupper() for word in words) < BODY_WORDS:
                continue
            lower = [word.lower() for word in words]
            is_body = not (_JOINTS.isdisjoint(lower) or NOT_A_NAME.isdisjoint(lower))
            if is_body and _is_story(document, start) and not document.quotes.hold(span):
                yield span, _ARTICLES.sub("", " ".join(lower))


def _blocks_with_repeated_names(document: Document) -> list[Block]:
    """Return the blocks with a word with a capital from which on five words stand in the draft twice."""
    text, starts, runs = document.text, document.words.starts, sorted_runs(document)
    long = (first for first, third in zip(runs, runs[2:], strict=False) if third == first + 2)
    named = (starts[index] for index in long if text[starts[index]].isupper())
    return [document.blocks[index] for index in sorted({document.block_index(start) for start in named})]


def _is_story(document: Document, offset: int) -> bool:
    """Whether a place is one of the story: a caption, a deck or a post introduces people for itself.

    The copy is sentences: an entry of a list of names ends with no mark.
    """
    if document.copy.at(offset) not in PROSE:
        return False
    block = document.block_at(offset)
    return document.text[max(block.start, block.end - 2) : block.end].rstrip(")").endswith(_ENDS)


def _age(document: Document, mention: Mention) -> Description | None:
    following = document.text[mention.end : mention.end + 1]
    after = _AGE_AFTER.match(document.text, mention.end) if following == "," else None
    if after:
        group = 1 if after[1] else 2
        return Description(Span(*after.span(group)), mention, after[group])
    furthest = max(0, mention.start - _LONGEST_AGE)
    if document.text.find(_YEARS, furthest, mention.start) < 0:
        return None
    start = max(document.block_at(mention.start).start, furthest)
    before = re.compile(_AGE_BEFORE).search(document.text, start, mention.start)
    return Description(Span(*before.span(1)), mention, before[1]) if before else None


def _job(document: Document, mention: Mention) -> Description | None:
    """Return the description that follows a name after a comma: a role, or what a clause with who says."""
    if mention.kind not in (MentionKind.FULL, MentionKind.ROLE, MentionKind.COURTESY, MentionKind.SURNAME):
        return None
    match = _APPOSITION.match(document.text, mention.end)
    if match is None or mention.possessive:
        return None
    span = Span(*match.span(1))
    folded = fold(document.words, span)
    if folded is None:
        return None
    words = _ARTICLES.sub("", folded).split()
    is_clause = words[0] in ("who", "whose")
    is_role = any(word.removeprefix("co-") in ROLE_NOUNS for word in words)
    if len(words) < LEAST_WORDS or not (is_clause or is_role):
        return None
    return Description(span, mention, " ".join(words))
