r"""Terms files: TOML that editors write, with tables and an `allow` list. A style has the same in `[terms]`.

allow = ["Advisor Perspectives"]

[prefer]
adviser = ["advisor"]
"health care" = []  # takes out what a style or an earlier file says of it

[patterns]
'(\d+) per ?cent' = '\1 percent'

[avoid]
illegals = "say who they are and what they did"

[watch]
allegedly = "who alleges it?"
"""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.config.toml.located import Key, Located
from copydesk.errors import TermError
from copydesk.house.terms import Term, Terms
from copydesk.wording import nearest

KEYS = ("prefer", "patterns", "avoid", "watch", "allow")

_Place = tuple[Key, ...]


def read_terms(located: Located) -> Terms:
    """Return the terms of a file; raises ConfigError, with line and column, for what is wrong in it."""
    for key in located.data:
        if key not in KEYS:
            known = ", ".join(KEYS)
            near = nearest(key, KEYS)
            raise located.error(f'a terms file has no key "{key}"{near} (the keys are {known})', key)
    found = [*_preferred(located), *_shaped(located), *_advised(located), *_allowed(located)]
    try:
        return Terms((term for term, _ in found), _dropped(located))
    except TermError as error:
        raise located.error(str(error), *found[error.number][1]) from error


def _preferred(located: Located) -> Iterator[tuple[Term, _Place]]:
    for good, words in _table(located, "prefer", 'adviser = ["advisor"]').items():
        if isinstance(words, str):
            yield Term(words, "prefer", (good,)), ("prefer", good)
            continue
        if not isinstance(words, list):
            raise located.value_error(
                f'"{good}" needs the words that it replaces: "{good}" = ["…"]', "prefer", good
            )
        for index, text in enumerate(words):
            if not isinstance(text, str):
                raise located.value_error(
                    f'a word that "{good}" replaces is text, not {_kind(text)}', "prefer", good, index
                )
            yield Term(text, "prefer", (good,)), ("prefer", good, index)


def _dropped(located: Located) -> list[str]:
    """Return what stands in `[prefer]` with an empty list: an inherited entry that does not hold here."""
    return [good for good, words in _table(located, "prefer", "").items() if words == []]


def _shaped(located: Located) -> Iterator[tuple[Term, _Place]]:
    """Yield the patterns of `[patterns]`."""
    for text, good in _table(located, "patterns", r"'(\d+) per ?cent' = '\1 percent'").items():
        if not isinstance(good, str) or not good.strip():
            raise located.value_error(
                f'"{text}" needs what the house writes instead: "{text}" = "…"', "patterns", text
            )
        yield Term(text, "pattern", (good,)), ("patterns", text)


def _advised(located: Located) -> Iterator[tuple[Term, _Place]]:
    """Yield the words of `[avoid]` and `[watch]`."""
    examples = {"avoid": 'illegals = "say who they are"', "watch": 'allegedly = "who alleges it?"'}
    for role in ("avoid", "watch"):
        for text, advice in _table(located, role, examples[role]).items():
            if not isinstance(advice, str) or not advice.strip():
                raise located.value_error(f'"{text}" needs a line for the writer: "{text}" = "…"', role, text)
            yield Term(text, role, (advice,)), (role, text)


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
