"""Rules and vocabularies of Vale, read as terms of copydesk.

A substitution becomes `[prefer]` or `[patterns]`, an existence rule `[avoid]` or `[watch]`, an accepted word
`allow`, a rejected one `[avoid]`. A small regular expression is written out: `file ?name` is `file name` and
`filename`. What terms files cannot say is left out, with the reason. The shapes are those of Vale 3's
documentation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

import yaml
from msgspec import Struct
from msgspec.structs import replace

from copydesk.errors import PatternError, UnreadableError
from copydesk.house.patterns import TermPattern
from copydesk.house.terms import NO_RULING, Role, Ruling, Scope, Term, Terms
from copydesk.model.finding import Severity

_MAX_DEPTH = 20
_LEVELS = {"suggestion": Severity.INFO, "error": Severity.ERROR}
"""The levels that are not the one of `house-term`."""

_TITLES = frozenset({"heading", "title", *(f"heading.h{level}" for level in range(1, 7))})
_TEXT = frozenset({"", "text", "paragraph", "paragraph.text", "sentence", "summary", "list", "blockquote"})

_COUNTERPARTS = {
    "repetition": "repeated-word and repeated-phrase report that",
    "consistency": "the family spelling finds such pairs without a list",
    "spelling": "sure-misspelling reports that",
    "capitalization": "capitalization-variant is near to it",
    "conditional": "terms files have no conditions",
}

_TRUE = frozenset({"true", "yes", "on"})
_GROUP = re.compile(r"\$\{?(\d)\}?")
_ENDLESS = re.compile(r"(?<=[\w\]])[*+]")
"""What a terms file repeats twenty times at most."""

_LETTER = re.compile(r"\\?[a-zA-Z]")
_PLACES = re.compile(r"'%[sq]'|\"%[sq]\"|%[sq]")


class LeftOut(Struct, frozen=True):
    """What no terms file can say, or none says twice: where it stands, and why it is left out."""

    path: str
    line: int
    what: str
    why: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.what} is left out: {self.why}"


class FromVale(Struct, frozen=True):
    """Terms read from Vale's files, what was left out, and which files could not be read, a line each."""

    terms: Terms
    left_out: list[LeftOut]
    broken: list[str]


class _Value(Struct, frozen=True):
    """A scalar, or the scalars of a list, or the pairs of a mapping, with the line of each, from 1."""

    line: int
    text: str = ""
    items: tuple[_Value, ...] = ()
    pairs: tuple[tuple[_Value, _Value], ...] = ()


class _Entry(Struct, frozen=True):
    term: Term
    path: str
    line: int


def from_vale(files: Iterable[tuple[str, str]]) -> FromVale:
    """Read Vale's files as terms.

    files  the path of each, as it is to be shown, with its text: `*.yml` holds a rule, `accept.txt` and
           `reject.txt` a vocabulary
    """
    left_out: list[LeftOut] = []
    entries: list[_Entry] = []
    broken: list[str] = []
    for path, text in files:
        try:
            found = list(_lines(path, text) if path.endswith(".txt") else _rule(path, text))
        except UnreadableError as error:
            broken.append(str(error))
            continue
        left_out += (one for one in found if isinstance(one, LeftOut))
        entries += (one for one in found if isinstance(one, _Entry))
    return FromVale(_without_contradictions(entries, left_out), left_out, broken)


def _without_contradictions(entries: list[_Entry], left_out: list[LeftOut]) -> Terms:
    """Return the terms that agree with those before them."""
    terms, refused = Terms.agreeing(entry.term for entry in entries)
    for number, why in refused:
        entry = entries[number]
        left_out.append(LeftOut(entry.path, entry.line, f'"{entry.term.text}"', why))
    return terms


def _lines(path: str, text: str) -> Iterator[_Entry | LeftOut]:
    """Yield the words of a vocabulary."""
    is_accepted = path.endswith("accept.txt")
    for number, line in enumerate(text.splitlines(), 1):
        word = line.strip()
        if not word or word.startswith("#"):
            continue
        words, why = _spellings(word)
        if why:
            yield LeftOut(path, number, f'"{word}"', why)
        for spelling in words:
            term = Term(spelling, "allow")
            if not is_accepted:
                advice = "the vocabulary rejects it"
                term = Term(spelling, "avoid", (advice,), Ruling(level=Severity.ERROR))
            yield _Entry(term, path, number)


def _rule(path: str, text: str) -> Iterator[_Entry | LeftOut]:
    """Yield what a rule says."""
    rule = dict(_top_level(path, text))
    kind = rule["extends"].text if "extends" in rule else ""
    scopes = [scope.text for scope in _each(rule.get("scope"))]
    why = ""
    if kind not in ("substitution", "existence"):
        why = _COUNTERPARTS.get(kind, "terms files have nothing like it")
    elif "raw" in rule:
        why = '"raw" is one regular expression, and terms are words'
    elif _is_true(rule.get("nonword")):
        why = '"nonword" matches inside words, and terms are whole words'
    elif not (_TITLES.issuperset(scopes) or _TEXT.issuperset(scopes)):
        why = f'"scope" is {", ".join(scopes)}, and terms hold in a headline, in the body or in captions'
    if why:
        yield LeftOut(path, 1, f"the rule ({kind or 'without extends'})", why)
        return
    level = _LEVELS.get(rule["level"].text) if "level" in rule else None
    scope: tuple[Scope, ...] = ("headline",) if scopes and _TITLES.issuperset(scopes) else ()
    is_any_case = _is_true(rule.get("ignorecase"))
    ruling = Ruling(level=level, scope=scope) if level or scope else NO_RULING
    message = rule["message"].text if "message" in rule else ""
    if "link" in rule:
        yield LeftOut(path, rule["link"].line, '"link"', "a terms file has no links; a `reason` is printed")
    if kind == "substitution":
        if "swap" in rule and not rule["swap"].pairs:
            yield LeftOut(path, rule["swap"].line, '"swap"', "it is no mapping of words to words")
        if message and len(_PLACES.findall(message)) < 2:  # else it says what house-term says anyhow
            ruling = replace(ruling, message=message)
        for bad, good in rule["swap"].pairs if "swap" in rule else ():
            yield from _swap(path, bad, good, ruling, is_any_case=is_any_case)
    else:
        for token in _each(rule.get("tokens")):
            if token.items or token.pairs:
                yield LeftOut(path, token.line, "a list within tokens", "tokens are words")
                continue
            yield from _token(path, token, message, ruling, is_any_case=is_any_case)
    for word in _each(rule.get("exceptions")):
        words, why = _spellings(word.text)
        yield from (_Entry(Term(spelling, "allow"), path, word.line) for spelling in words)
        if why:
            yield LeftOut(path, word.line, f'"{word.text}"', why)


def _swap(
    path: str, bad: _Value, good: _Value, ruling: Ruling, *, is_any_case: bool
) -> Iterator[_Entry | LeftOut]:
    """Yield what the house writes instead of words."""
    instead = [form for part in good.text.split("|") for form in _forms(part.strip()) if form]
    words, why = _spellings(bad.text, is_any_case=is_any_case)
    if not instead:
        why = "it is replaced by nothing: say in [avoid] what the writer should do"
    elif any("$" in form for form in instead) or (why and len(instead) == 1):
        pattern, flag = _plain(bad.text)
        pattern = pattern.lower() if (is_any_case or flag) and not _LETTER.fullmatch(pattern) else pattern
        replacement = _GROUP.sub(r"\\\1", instead[0])
        try:
            TermPattern(pattern, replacement)
        except PatternError as error:
            why = str(error)
        else:
            yield _Entry(Term(pattern, "pattern", (replacement,), ruling), path, bad.line)
            return
    if why:
        yield LeftOut(path, bad.line, f'"{bad.text}"', why)
        return
    ruling = replace(ruling, message=_PLACES.sub(lambda _: f'"{instead[0]}"', ruling.message))
    for word in words:
        for form in instead:
            if word != form:
                yield _Entry(Term(word, "prefer", (form,), ruling), path, bad.line)


def _forms(good: str) -> tuple[str, ...]:
    """Return the two forms of what stands for one thing or several, `pilot(s)`; else what is there."""
    return (good[:-3], f"{good[:-3]}s") if good.endswith("(s)") else (good,)


def _token(
    path: str, token: _Value, message: str, ruling: Ruling, *, is_any_case: bool
) -> Iterator[_Entry | LeftOut]:
    """Yield a word that an existence rule reports."""
    words, why = _spellings(token.text, is_any_case=is_any_case)
    if why:
        yield LeftOut(path, token.line, f'"{token.text}"', why)
    for word in words:
        advice = f'"{word}"'.join(_PLACES.split(message)) or "the house avoids it"
        role: Role = "watch" if ruling.level is Severity.INFO else "avoid"
        kept = Ruling(level=None if role == "watch" else ruling.level, scope=ruling.scope)
        yield _Entry(Term(word, role, (advice,), kept), path, token.line)


def _spellings(pattern: str, *, is_any_case: bool = False) -> tuple[tuple[str, ...], str]:
    """Return the words that a regular expression stands for, or none and the reason."""
    plain, flag = _plain(pattern)
    try:
        words = TermPattern(plain, "").spellings
    except PatternError as error:
        return (), str(error)
    if words is None:
        return (), "it stands for words without number, and a terms file lists them"
    if is_any_case or flag:  # a term in lower case leaves names alone, so one with a capital stands beside it
        words = tuple(chain.from_iterable((word, word.lower()) for word in words))
    return tuple(dict.fromkeys(words)), ""


def _plain(pattern: str) -> tuple[str, bool]:
    """Return a regular expression as terms files write it, and whether it asks for any case."""
    flag = pattern.startswith("(?i)")
    text = pattern.removeprefix("(?i)").replace("(?:", "(").replace(r"\s", " ")
    text = text.removeprefix(r"\b").removesuffix(r"\b").strip()
    return _ENDLESS.sub(lambda repeat: "{0,20}" if repeat[0] == "*" else "{1,20}", text), flag


def _each(value: _Value | None) -> tuple[_Value, ...]:
    """Return the items of a list, or the one that stands alone."""
    if value is None:
        return ()
    return value.items or ((value,) if value.text else ())


def _is_true(value: _Value | None) -> bool:
    return value is not None and value.text.lower() in _TRUE


def _top_level(path: str, text: str) -> Iterator[tuple[str, _Value]]:
    """Yield the keys of a rule with their values; raises UnreadableError for what is no YAML."""
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        for key, value in _read(yaml.parse(text, Loader=loader)).pairs:
            yield key.text, value
    except (yaml.YAMLError, ValueError) as error:
        mark: Any = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        raise UnreadableError(
            f"{path}:{line}: no YAML: {getattr(error, 'problem', None) or error}"
        ) from error


def _read(events: Iterable[Any]) -> _Value:
    """Return the value of a document, down to the pairs and items of its outermost mapping."""
    levels: list[tuple[Any, list[_Value]]] = [(None, [])]
    for event in events:
        line = event.start_mark.line + 1
        if isinstance(event, yaml.ScalarEvent):
            levels[-1][1].append(_Value(line, event.value))
        elif isinstance(event, yaml.AliasEvent):
            levels[-1][1].append(_Value(line))
        elif isinstance(event, yaml.CollectionStartEvent):
            if len(levels) > _MAX_DEPTH:
                raise ValueError(f"nested deeper than {_MAX_DEPTH}")
            levels.append((event, []))
        elif isinstance(event, yaml.CollectionEndEvent):
            start, values = levels.pop()
            line = start.start_mark.line + 1
            if isinstance(start, yaml.MappingStartEvent):
                pairs = tuple(zip(values[::2], values[1::2], strict=True))
                levels[-1][1].append(_Value(line, pairs=pairs))
            else:
                levels[-1][1].append(_Value(line, items=tuple(values)))
    found = levels[0][1]
    return found[0] if found else _Value(1)
