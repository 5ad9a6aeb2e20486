"""A house's own words: what it replaces, avoids and watches, and what nobody should flag.

Editors write them in TOML files, which `config.toml.terms` reads. Finding them is one pass over the words of
a draft, however many terms there are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from msgspec import Struct
from msgspec.structs import replace

from copydesk.document import Document
from copydesk.errors import TermError
from copydesk.language.words import Word, find_words
from copydesk.model.finding import Severity
from copydesk.model.prose import Block, BlockKind, Span, composed

if TYPE_CHECKING:
    from copydesk.house.patterns import TermPattern

Role = Literal["prefer", "pattern", "avoid", "watch", "allow"]

MAX_GAP = 8
"""Characters that may stand between two words of a term."""

_ROLES = {
    "prefer": "replaced",
    "pattern": "a pattern",
    "avoid": "avoided",
    "watch": "watched",
    "allow": "allowed",
}
_UNWANTED = ("prefer", "avoid")
_JOINT = "(['-])"
_SPACE = r"\s+"
_FOLDED = str.maketrans("’‐‑", "'--")


Scope = Literal["headline", "body", "captions"]


class Ruling(Struct, frozen=True):
    """What a house says of one entry of its terms.

    message  one line for the writer, in place of the usual one
    reason   why the house wants it so, said after the message
    level    how grave it is; None as the rule has it
    scope    the parts of a draft where it holds; none: everywhere
    """

    message: str = ""
    reason: str = ""
    level: Severity | None = None
    scope: tuple[Scope, ...] = ()


NO_RULING = Ruling()


class Term(Struct, frozen=True):
    """An entry of a terms file: a word or phrase to prefer, avoid, watch or allow.

    text    in lower case it stands for every case; with a capital, for itself as it is written
    role    `prefer`: `advice` holds what the house writes instead, one form or more. `pattern`: `text` is a
            pattern, and `advice` holds what the house writes instead. `avoid`, `watch`: `advice` holds one
            line for the writer. `allow`: nobody should flag it
    ruling  what the house says of this entry alone
    """

    text: str
    role: Role
    advice: tuple[str, ...] = ()
    ruling: Ruling = NO_RULING

    @property
    def entries(self) -> tuple[str, ...]:
        """What stands left of its `=` in terms files."""
        return self.advice if self.role == "prefer" else (self.text,)


class TermUse(Struct, frozen=True):
    """A place where a draft uses a term. What matches a pattern is a `prefer` with what to write there."""

    term: Term
    span: Span


class Terms:
    """The terms of a house; none, unless a configuration names terms files."""

    def __init__(self, terms: Iterable[Term] = (), taken_out: Iterable[str] = ()) -> None:
        """Keep the terms, and the entries of earlier files that are taken out.

        An entry is named by what stands left of its `=`: what the house preferred, avoided or watched.
        Raises TermError for the first term that contradicts an earlier one, or is none.
        """
        self._terms: dict[str, Term] = {}
        self._preferred: set[str] = set()
        self._taken_out = frozenset(map(_tidy, taken_out))
        for number, term in enumerate(terms):
            refusal = self._add(term)
            if refusal is not None:
                raise TermError(refusal, number)

    @classmethod
    def agreeing(cls, terms: Iterable[Term]) -> tuple[Terms, list[tuple[int, str]]]:
        """Return the terms that agree with those before them, and each other's number with the reason."""
        found = cls()
        refusals = [(number, found._add(term)) for number, term in enumerate(terms)]
        return found, [(number, refusal) for number, refusal in refusals if refusal is not None]

    @classmethod
    def of(
        cls,
        prefer: Mapping[str, Sequence[str]] | None = None,
        patterns: Mapping[str, str] | None = None,
        avoid: Mapping[str, str] | None = None,
        watch: Mapping[str, str] | None = None,
        allow: Iterable[str] = (),
    ) -> Terms:
        """Return the terms, given in the shape of a terms file; raises TermError as the class does."""
        return cls(
            [
                *(Term(bad, "prefer", (good,)) for good, words in (prefer or {}).items() for bad in words),
                *(Term(text, "pattern", (good,)) for text, good in (patterns or {}).items()),
                *(Term(text, "avoid", (advice,)) for text, advice in (avoid or {}).items()),
                *(Term(text, "watch", (advice,)) for text, advice in (watch or {}).items()),
                *(Term(text, "allow") for text in allow),
            ]
        )

    def merged(self, later: Terms) -> Terms:
        """These terms and those of another file, which has the last word on what both speak of."""
        unwanted = {term.text for term in later if term.role in _UNWANTED}
        kept = [
            term
            for term in self
            if term.text not in later._terms
            and not (term.role in _UNWANTED and term.text in later._preferred)
            and not (term.role == "prefer" and unwanted.intersection(term.advice))
            and later._taken_out.isdisjoint(term.entries)
        ]
        return Terms([*kept, *later], self._taken_out | later._taken_out)

    def __bool__(self) -> bool:
        return bool(self._terms)

    def __iter__(self) -> Iterator[Term]:
        return iter(self._terms.values())

    @cached_property
    def allow(self) -> frozenset[str]:
        """The allowed words, as the files write them."""
        return frozenset(term.text for term in self if term.role == "allow")

    def allows(self, words: str) -> bool:
        """Whether words of a draft are, as a whole, a term that nobody should flag."""
        if not self.allow:
            return False
        text = _fold(words).strip().removesuffix("'s")
        return text in self._allowed or text.lower() in self._allowed

    def favour(self, words: str) -> int:
        """Return 1 where the house prefers these words, -1 where it replaces or avoids them, else 0."""
        if not self._terms:
            return 0
        text = _tidy(_fold(words).removesuffix("'s"))
        for written in (text, text.lower()):
            if written in self._preferred or written in self._inflected[1]:
                return 1
            term = self._terms.get(written) or self._inflected[0].get(written)
            if term is not None and term.role != "pattern":
                return -1 if term.role in _UNWANTED else 1
        return 0

    def find(self, document: Document) -> Iterator[TermUse]:
        """Yield where a draft uses a term that is replaced, avoided or watched, in the order of the text.

        Whole words only, the longest term first, and none inside a term that is allowed or that is what
        the house writes. Plurals and verb forms of terms in lower case are found with them: `advisors` with
        `advisor`. A possessive is found without its ending. A term with a capital is also found
        in a compound: `Kiev` in `Kiev-based`. Patterns match whole words too.
        """
        text = document.text
        uses = list(self._uses(document)) if self._patterns else []
        if self._shapes:
            folded = text.translate(_FOLDED)
            uses += (
                TermUse(replace(term, role="prefer", advice=(good,)), span)
                for term, shape in self._shapes
                for span, good in shape.find(text, folded)
            )
        uses = [use for use in uses if _is_meant(document, use)]
        uses.sort(key=lambda use: (use.span.start, use.term.role != "allow", -use.span.end))
        done = protected = 0
        for use in uses:
            if use.term.role == "allow":
                protected = max(protected, use.span.end)
            elif use.span.end > protected and use.span.start >= done:
                done = use.span.end
                yield use

    def _uses(self, document: Document) -> Iterator[TermUse]:
        """Yield where the words of terms stand, whatever else stands there."""
        text, pieces = document.text, _pieces(document.words)
        for index, piece in enumerate(pieces):
            for pattern in self._patterns.get(piece.lower, ()):
                span = _match(text, pieces, index, pattern)
                if span is not None:
                    yield TermUse(pattern.term, span)

    @cached_property
    def _shapes(self) -> list[tuple[Term, TermPattern]]:
        from copydesk.house.patterns import TermPattern

        return [
            (term, TermPattern(term.text.translate(_FOLDED), term.advice[0]))
            for term in self
            if term.role == "pattern"
        ]

    @cached_property
    def _inflected(self) -> tuple[dict[str, Term], set[str]]:
        """Plurals and verb forms of the terms in lower case, and those of what the house writes instead.

        A form that the files speak of themselves is left to them.
        """
        from copydesk.language.lists.inflections import inflections, parallel

        found: dict[str, Term] = {}
        preferred: set[str] = set()
        for term in self:
            text, role, advice = term.text, term.role, term.advice
            if role in ("allow", "pattern") or text != text.lower():
                continue
            before, space, last = text.rpartition(" ")
            if role != "prefer":
                pairs = [(form, advice[0]) for forms in inflections(last) for form in forms]
            elif len(advice) == 1:
                head, gap, good = advice[0].rpartition(" ")
                pairs = [(form, head + gap + other) for form, other in parallel(last, good)]
                preferred.update(good for _, good in pairs)
            else:
                pairs = []
            for form, good in pairs:
                whole = before + space + form
                found.setdefault(whole, replace(term, text=whole, advice=(good,)))
        own = self._terms.keys() | self._preferred | preferred
        return {text: term for text, term in found.items() if text not in own}, preferred

    def _refusal(self, term: Term) -> str | None:
        """Why a term cannot stand beside those that are there."""
        text, role, advice = term.text, term.role, term.advice
        if role == "pattern":
            from copydesk.errors import PatternError
            from copydesk.house.patterns import TermPattern

            try:
                TermPattern(text, advice[0])
            except PatternError as error:
                return str(error)
        for word in (text, *advice) if role == "prefer" else (text,) if role != "pattern" else ():
            if not find_words(word):
                return f'"{word}" is no term: it has neither a letter nor a digit'
        earlier = self._terms.get(text)
        if earlier is not None and earlier.role != role:
            return f'"{text}" is both {_ROLES[earlier.role]} and {_ROLES[role]}'
        if role == "prefer":
            for good in advice:
                other = self._terms.get(good)
                if other is not None and other.role in _UNWANTED:
                    return f'"{good}" is both preferred and {_ROLES[other.role]}'
        if role in _UNWANTED and (text in self._preferred or (role == "prefer" and text in advice)):
            return f'"{text}" is both preferred and {_ROLES[role]}'
        return None

    def _add(self, term: Term) -> str | None:
        """Add a term, or return why it cannot stand beside those that are there."""
        term = replace(term, text=_tidy(term.text), advice=tuple(map(_tidy, term.advice)))
        refusal = self._refusal(term)
        if refusal is not None:
            return refusal
        if term.role == "prefer":
            self._preferred.update(term.advice)
            earlier = self._terms.get(term.text)
            if earlier is not None:
                term = replace(term, advice=tuple(dict.fromkeys((*earlier.advice, *term.advice))))
        self._terms[term.text] = term
        return None

    @cached_property
    def _allowed(self) -> frozenset[str]:
        return frozenset(_fold(text) for text in self.allow)

    @cached_property
    def _patterns(self) -> dict[str, list[_Pattern]]:
        """The terms by their first word: what is allowed, then the longest."""
        if all(term.role == "allow" for term in self):
            return {}
        patterns = [_pattern(term) for term in self if term.role != "pattern"]
        patterns += map(_pattern, self._inflected[0].values())
        # "Army" may be replaced by "U.S. Army", and then stands inside it. What differs from a term in its
        # capitals alone protects nothing: "Supreme Court" is no "supreme court".
        lowers = {text.lower() for text in self._terms}
        patterns += (
            _pattern(Term(good, "allow"))
            for good in sorted(self._preferred)
            if len(good.split()) > 1 and good.lower() not in lowers
        )
        patterns.sort(key=lambda pattern: (pattern.term.role != "allow", -len(pattern.term.text)))
        found: dict[str, list[_Pattern]] = {}
        for pattern in patterns:
            found.setdefault(pattern.pieces[0], []).append(pattern)
        return found


class _Pattern(Struct, frozen=True):
    """A term as it is compared with a draft.

    pieces  its runs of letters and digits, lower-case
    gaps    what stands before them, between them, and after them
    exact   how a draft must write it; None where the case does not matter
    """

    term: Term
    pieces: tuple[str, ...]
    gaps: tuple[str, ...]
    exact: str | None


def _pattern(term: Term) -> _Pattern:
    text = _fold(term.text)
    pieces = _pieces(find_words(text))
    starts, ends = [piece.start for piece in pieces], [piece.end for piece in pieces]
    gaps = [text[end:start] for end, start in zip([0, *ends], [*starts, len(text)], strict=True)]
    exact = None if text == text.lower() else text
    return _Pattern(term, tuple(piece.lower for piece in pieces), tuple(gaps), exact)


def _pieces(words: Iterable[Word]) -> list[Word]:
    """Return the words, parted at apostrophes and hyphens."""
    pieces = []
    for word in words:
        if "-" not in word.lower and "'" not in word.lower:
            pieces.append(word)
            continue
        at = word.start
        for part in re.split(_JOINT, word.lower):
            if part not in ("-", "'"):
                pieces.append(Word(at, at + len(part), part))
            at += len(part)
    return pieces


def _match(text: str, pieces: Sequence[Word], index: int, pattern: _Pattern) -> Span | None:
    """Return where a pattern stands whose first piece is at `index`; None where it does not."""
    last = index + len(pattern.pieces) - 1
    if last >= len(pieces):
        return None
    for number in range(1, len(pattern.pieces)):
        piece, before = pieces[index + number], pieces[index + number - 1]
        if piece.lower != pattern.pieces[number] or not _is_gap(
            text, before.end, piece.start, pattern.gaps[number]
        ):
            return None
    head, tail = pattern.gaps[0], pattern.gaps[-1]
    span = Span(pieces[index].start - len(head), pieces[last].end + len(tail))
    found = _fold(text[max(0, span.start) : span.end])
    if not (found.startswith(head) and found.endswith(tail)) or pattern.exact not in (None, found):
        return None
    joints = "'" if pattern.exact else "'-"
    if (
        not head
        and index
        and pieces[index - 1].end == span.start - 1
        and _is_one(text, span.start - 1, joints)
    ):
        return None
    after = pieces[last + 1] if last + 1 < len(pieces) else None
    if not tail and after is not None and after.start == span.end + 1 and _is_one(text, span.end, joints):
        is_possessive = after.lower == "s" and _is_one(text, span.end, "'")
        return span if is_possessive else None
    return span


def _is_meant(document: Document, use: TermUse) -> bool:
    """Whether the house means the part of a draft where a term stands."""
    scope = use.term.ruling.scope
    return not scope or _part(document, document.block_at(use.span.start)) in scope


def _part(document: Document, block: Block) -> Scope:
    """Return the part of a draft that a block belongs to."""
    from copydesk.language.copy import CopyKind

    if block.kind is BlockKind.HEADLINE:
        return "headline"
    return "captions" if document.copy.of(block) in (CopyKind.CAPTION, CopyKind.CREDIT) else "body"


def _is_gap(text: str, start: int, end: int, gap: str) -> bool:
    """Whether `text[start:end]` is the gap of a term, however wide its spaces; no line end is."""
    return end - start <= MAX_GAP and "\n" not in text[start:end] and _fold(text[start:end]) == gap


def _is_one(text: str, at: int, joints: str) -> bool:
    return text[at].translate(_FOLDED) in joints


def _tidy(text: str) -> str:
    """Return the text with single spaces, and every letter and its accents as one code point, as in prose."""
    return composed(" ".join(text.split()))


def _fold(text: str) -> str:
    """Return the text with one apostrophe, one hyphen and one space."""
    return re.sub(_SPACE, " ", text.translate(_FOLDED))
