r"""Terms files: TOML that editors write, with tables and an `allow` list. A style has the same in `[terms]`.

allow = ["Advisor Perspectives"]

[prefer]
adviser = ["advisor"]

[patterns]
'(\d+) per ?cent' = '\1 percent'

[avoid]
illegals = "say who they are and what they did"

[watch]
allegedly = "who alleges it?"

An entry may be a table, with what the house says of it alone: `words`, `write` or `advice` hold what would
stand there else, `message`, `reason`, `level` and `scope` the rest. An empty list takes an entry of an
earlier file out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from msgspec import Struct

from copydesk.config.toml.located import Key, Located
from copydesk.errors import TermError
from copydesk.house.terms import NO_RULING, Role, Ruling, Scope, Term, Terms
from copydesk.model.finding import Severity
from copydesk.wording import nearest

KEYS = ("prefer", "patterns", "avoid", "watch", "allow")

_Place = tuple[Key, ...]

_SCOPES = get_args(Scope)
_LEVELS = tuple(level.label for level in Severity)
_RULING = ("message", "reason", "level", "scope")
MAIN = {"prefer": "words", "patterns": "write", "avoid": "advice", "watch": "advice"}
"""The key of an entry's table that holds what stands after its `=` else."""


def read_terms(located: Located) -> Terms:
    """Return the terms of a file; raises ConfigError, with line and column, for what is wrong in it."""
    for key in located.data:
        if key not in KEYS:
            known = ", ".join(KEYS)
            near = nearest(key, KEYS)
            raise located.error(f'a terms file has no key "{key}"{near} (the keys are {known})', key)
    entries = [
        *_entries(located, "prefer", 'adviser = ["advisor"]'),
        *_entries(located, "patterns", r"'(\d+) per ?cent' = '\1 percent'"),
        *_entries(located, "avoid", 'illegals = "say who they are"'),
        *_entries(located, "watch", 'allegedly = "who alleges it?"'),
    ]
    found = [
        *(pair for entry in entries if entry.value != [] for pair in _READERS[entry.table](located, entry)),
        *_allowed(located),
    ]
    try:
        return Terms((term for term, _ in found), (entry.name for entry in entries if entry.value == []))
    except TermError as error:
        raise located.error(str(error), *found[error.number][1]) from error


class _Entry(Struct, frozen=True):
    """A line of a terms file: its table, what stands left and right of its `=`, where, and its ruling."""

    table: str
    name: str
    value: object
    place: _Place
    ruling: Ruling


def _entries(located: Located, table: str, example: str) -> Iterator[_Entry]:
    for name, value in _table(located, table, example).items():
        ruling, main = NO_RULING, MAIN[table]
        place: _Place = (table, name)
        if isinstance(value, dict):
            ruling = _ruling(located, value, table, name)
            if main not in value:
                raise located.error(f'the table of "{name}" needs "{main}"', table, name)
            place, value = (table, name, main), value[main]
        yield _Entry(table, name, value, place, ruling)


def _ruling(located: Located, value: dict[str, object], table: str, name: str) -> Ruling:
    """Return what the table of an entry says of it alone; raises ConfigError."""
    known = [MAIN[table], *(key for key in _RULING if key != "message" or table in ("prefer", "patterns"))]
    for key in value:
        if key not in known:
            near = nearest(key, known)
            raise located.error(
                f'an entry of [{table}] has no key "{key}"{near} (the keys are {", ".join(known)})',
                table,
                name,
                key,
            )
    for key in ("message", "reason"):
        text = value.get(key, "-")
        if not isinstance(text, str) or not text.strip():
            raise located.value_error(f'"{key}" is a line of text: {key} = "…"', table, name, key)
    level = value.get("level")
    if level is not None and level not in _LEVELS:
        raise located.value_error(f'"level" is one of {", ".join(_LEVELS)}', table, name, "level")
    scope = value.get("scope", ["body"])
    if not isinstance(scope, list) or not scope or any(part not in _SCOPES for part in scope):
        raise located.value_error(
            f'"scope" is a list of {", ".join(_SCOPES)}: scope = ["headline"]', table, name, "scope"
        )
    return Ruling(
        str(value.get("message", "")),
        str(value.get("reason", "")),
        None if level is None else Severity.parse(str(level)),
        tuple(scope) if "scope" in value else (),
    )


def _preferred(located: Located, entry: _Entry) -> Iterator[tuple[Term, _Place]]:
    good, words = entry.name, entry.value
    if isinstance(words, str):
        yield Term(words, "prefer", (good,), entry.ruling), entry.place
        return
    if not isinstance(words, list):
        raise located.value_error(
            f'"{good}" needs the words that it replaces: "{good}" = ["…"]', *entry.place
        )
    for index, text in enumerate(words):
        if not isinstance(text, str):
            raise located.value_error(
                f'a word that "{good}" replaces is text, not {_kind(text)}', *entry.place, index
            )
        yield Term(text, "prefer", (good,), entry.ruling), (*entry.place, index)


def _shaped(located: Located, entry: _Entry) -> Iterator[tuple[Term, _Place]]:
    text, good = entry.name, entry.value
    if not isinstance(good, str) or not good.strip():
        raise located.value_error(
            f'"{text}" needs what the house writes instead: "{text}" = "…"', *entry.place
        )
    yield Term(text, "pattern", (good,), entry.ruling), entry.place


def _advised(located: Located, entry: _Entry) -> Iterator[tuple[Term, _Place]]:
    text, advice = entry.name, entry.value
    if not isinstance(advice, str) or not advice.strip():
        raise located.value_error(f'"{text}" needs a line for the writer: "{text}" = "…"', *entry.place)
    role: Role = "avoid" if entry.table == "avoid" else "watch"
    yield Term(text, role, (advice,), entry.ruling), entry.place


_READERS = {"prefer": _preferred, "patterns": _shaped, "avoid": _advised, "watch": _advised}


def _allowed(located: Located) -> Iterator[tuple[Term, _Place]]:
    words = located.data.get("allow", [])
    if not isinstance(words, list):
        raise located.value_error(
            f'"allow" is a list, not {_kind(words)}: allow = ["Advisor Perspectives"]', "allow"
        )
    for index, text in enumerate(words):
        if not isinstance(text, str):
            raise located.value_error(f"a word that is allowed is text, not {_kind(text)}", "allow", index)
        yield Term(text, "allow"), ("allow", index)


def _table(located: Located, key: str, example: str) -> dict[str, object]:
    table = located.data.get(key, {})
    if not isinstance(table, dict):
        raise located.value_error(
            f'"{key}" is a table, not {_kind(table)}: [{key}], and below it {example}', key
        )
    return table


def _kind(value: object) -> str:
    """Name the type of a TOML value for a message."""
    kinds = {
        bool: "true or false",
        int: "a number",
        float: "a number",
        str: "text",
        list: "a list",
        dict: "a table",
    }
    return kinds.get(type(value), "a date or a time")
