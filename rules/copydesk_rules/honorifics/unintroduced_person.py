"""`unintroduced-person`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from copydesk.analyses.people.introductions import (
    PERFORMERS,
    PSEUDONYM,
    SHARED,
    has_job_after,
    is_called_so,
    is_kin_of,
    is_named_before,
)
from copydesk.analyses.people.references import in_running_copy
from copydesk.document import Document
from copydesk.language.lists import closed_classes as english
from copydesk.language.lists.lexicon import given_names, public_figures, surnames
from copydesk.language.people.people import Mention, MentionKind, Person
from copydesk.language.words import MARKS, SPACES
from copydesk.model.finding import Finding, Related, Severity
from copydesk.plugins.rule import Context, Example, Options, Rule


class UnintroducedPersonOptions(Options, frozen=True):
    """Options of `unintroduced-person`.

    household  surnames that stand alone without an introduction, beside those of well-known public figures
    """

    household: tuple[str, ...] = ()


class UnintroducedPerson(Rule[UnintroducedPersonOptions]):
    """A later reference without a first one."""

    name = "unintroduced-person"
    reads_english = True
    family = "honorifics"
    severity = Severity.WARNING
    summary = "Mr. Roe, or a bare Roe who acts or speaks, with nobody called Roe introduced before"
    why = (
        "The first reference gives the full name and says who somebody is; courtesy title and bare surname "
        "are for later ones. A later reference that comes first means that the introduction was cut, or that "
        "paragraphs were moved. The surname of a well-known public figure standing alone is only a note."
    )
    options = UnintroducedPersonOptions()
    examples = (
        Example(
            "The board met on Friday.\n\nA vote is due, [[Mr. Roe]] said. Mr. Roe would not say when.",
            "nobody called Roe was introduced",
        ),
        Example(
            "The board met on Friday.\n\n"
            "“A vote is due,” said [[Lindqvist]], a lawyer for the board. Later Lindqvist left.",
            "a bare surname as the speaker",
        ),
        Example(
            "The board met on Friday.\n\n[[Mr. Roe]] resigned. The board thanked Harold Roe, its chairman.",
            "the introduction comes after the later reference",
        ),
        Example(
            "Harold Roe, the chairman, resigned on Friday.\n\nA vote is due, Mr. Roe said.",
            "introduced by full name",
        ),
        Example("President Roe flew home. A vote is due, Mr. Roe said.", "introduced by his office"),
        Example(
            "The board met on Friday. On Monday [[Biden]] said that a vote is due.",
            "a public figure who is never introduced: a note",
        ),
        Example("The Biden administration said on Friday that a vote is due.", "an attributive surname"),
        Example("Children still read Dr. Seuss at the library.", "a whole name"),
        Example(
            "A picker named Rosa, who would give no other name, said that the board pays on time.",
            "a single name, and who has it",
        ),
        Example(
            "The Biden administration said no. President Biden said no more.",
            "an attributive surname before the introduction",
        ),
    )

    def check(self, document: Document, context: Context[UnintroducedPersonOptions]) -> Iterator[Finding]:
        """Look at the first reference to each person that needs an introduction before it."""
        must = context.honorifics.public_figures == "introduce"
        for person in document.people.all:
            introduction = _introduction(person)
            introduced = introduction.start if introduction else len(document.text)
            early = [m for m in person.mentions if m.start < introduced and in_running_copy(document, m)]
            if not early:
                continue
            known = person.surname in context.options.household or person.surname in public_figures()
            if known:
                if not must:
                    early = [*takewhile(lambda mention: not _is_described(document, mention), early)]
                first = _first_of_public_figure(document, early, must)
            else:
                first = next((mention for mention in early if _needs_one(document, mention)), None)
            if first is None or "." in person.surname or _is_brand(document, person):
                continue
            if not known and _is_given_name(document, person, first):
                continue
            if not is_named_before(document, person.surname, first.start):
                mild = first.kind is not MentionKind.COURTESY and known and not must
                yield _finding(document, introduction, first, Severity.INFO if mild else None)


_ACTS = english.THIRD_PERSON_AUXILIARIES | frozenset("who also later then now said says told wrote".split())
_SPOKEN = frozenset("said says added wrote replied".split())
_OBJECT = (english.OBJECT_PREPOSITIONS - {"under"}) | {"and", "or", "told", "is"}
_RELATIVES = frozenset(
    """
    wife husband widow son daughter mother father brother sister child niece nephew aunt uncle cousin
    grandson granddaughter grandmother grandfather stepson stepdaughter twin girlfriend boyfriend
    old ol
    """.split()
)
_DESCRIBES = english.ARTICLES | {"who", "whose", "now", "then"}
_THINGS = frozenset({"which", "v", "vs"})
_CLAUSE = 50
_WARES = frozenset("beer beers brand brands products shares".split())
CREDIT_REACH = 120
"""Characters after a name in which a line that credits reporters says so."""

_CREDITS = ("contributed to", "contributed reporting", "reported from")


def _introduction(person: Person) -> Mention | None:
    """Return the introduction of a person, unless it is an office that several share: Reps. Roe and Orr."""
    found = person.introduction
    role = (found.role or "").lower().rstrip(".") if found else ""
    if role not in SHARED:
        return found
    return next((mention for mention in person.mentions if mention.kind is MentionKind.FULL), None)


def _first_of_public_figure(document: Document, early: list[Mention], by_any_name: bool) -> Mention | None:
    """Return the mention to report.

    It prefers a form that only a later reference has, then a subject, then any.
    """
    titled = [m for m in early if m.kind is MentionKind.COURTESY and _needs_one(document, m)]
    bare = early if by_any_name else [m for m in early if _needs_one(document, m)]
    return next(iter([*titled, *bare]), None)


def _needs_one(document: Document, mention: Mention) -> bool:
    """Whether a mention is a later reference: with a courtesy title or a job, or bare as a subject."""
    text = document.text
    if any(text.find(credit, mention.end, mention.end + CREDIT_REACH) >= 0 for credit in _CREDITS):
        return False
    if mention.kind is MentionKind.COURTESY:
        return not is_called_so(document, mention)
    before, after = _word_before(document, mention), _word_after(document, mention.end)
    if mention.kind is MentionKind.ROLE and not mention.role:
        return before not in PERFORMERS
    if mention.kind is not MentionKind.SURNAME or mention.possessive or before in _OBJECT:
        return False
    acts = after in _ACTS or (after.endswith("ed") and after != "reported")
    if " its " in document.after(mention.end, _CLAUSE).partition(".")[0]:
        return False  # a firm: Ford is working on its cars
    acts = acts or (after in english.ARTICLES and has_job_after(document, mention))
    return after not in _THINGS and (acts or before in _SPOKEN)


def _word_before(document: Document, mention: Mention) -> str:
    return document.word_before(mention.start, across=SPACES).surface


def _word_after(document: Document, offset: int) -> str:
    return document.word_after(offset, across=SPACES + ',“"').common


def _follows_a_relative(document: Document, mention: Mention) -> bool:
    """Whether a word for a relative stands right before a name: her son, Lou; Ol’ Lou."""
    return document.word_before(mention.start, across=MARKS + "’'").surface in _RELATIVES


def _is_described(document: Document, mention: Mention) -> bool:
    """Whether the words after a bare name say who that is: Biden, the nominee."""
    is_apposed = mention.kind is MentionKind.SURNAME and document.text.startswith(", ", mention.end)
    return is_apposed and _word_after(document, mention.end) in _DESCRIBES


def _is_brand(document: Document, person: Person) -> bool:
    """Whether the draft names wares so somewhere: the Brahma brand."""
    words = document.words
    return any(
        _word_after(document, words[index].end) in _WARES
        for index in words.vocabulary.get(person.surname.lower(), ())
    )


def _is_given_name(document: Document, person: Person, mention: Mention) -> bool:
    """Whether a bare name is rather somebody's given name: a child, a wife, a source without a surname."""
    if mention.kind is MentionKind.COURTESY:
        return False
    text = document.text
    if any(_follows_a_relative(document, m) or is_kin_of(document, m) for m in person.mentions):
        return True
    if person.surname not in given_names():
        return False
    after = _word_after(document, mention.end) if text.startswith(", ", mention.end) else ""
    aged = document.after(mention.end + 2).isdigit()
    is_described = mention.kind is MentionKind.ROLE or after in _DESCRIBES or aged
    is_described = is_described or has_job_after(document, mention)
    before = _word_before(document, mention)
    speaks = before in _SPOKEN or _word_after(document, mention.end) in _SPOKEN
    is_described = is_described or (speaks and _uses_surnames(document, person))
    is_surname = person.surname in surnames() and is_described
    return not is_surname or not PSEUDONYM.isdisjoint(document.words.vocabulary)


def _uses_surnames(document: Document, person: Person) -> bool:
    """Whether the draft calls somebody else by the surname alone, so that a bare name is rather one."""
    return any(
        other is not person
        and other.introduction is not None
        and any(mention.kind is MentionKind.SURNAME for mention in other.mentions)
        for other in document.people.all
    )


def _finding(
    document: Document, introduction: Mention | None, first: Mention, severity: Severity | None
) -> Finding:
    here = document.slice(first.span)
    if introduction is None:
        message = f'"{here}" is never introduced by full name'
        return Finding(first.span, message, severity=severity, yields=("name-variant",))
    span = introduction.span
    return Finding(
        first.span,
        f'"{here}" comes before the introduction at {document.place(span)}',
        (Related(span, f'"{document.slice(span)}" is introduced here'),),
        severity=severity,
    )
