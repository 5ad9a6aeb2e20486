"""Writes a word into a terms file. What it writes is read back before anybody else sees it."""

from __future__ import annotations

import re

from copydesk.errors import CannotWriteError

_LIST = re.compile(r"^[ \t]*allow[ \t]*=[ \t]*\[", re.MULTILINE)
_TABLE = re.compile(r"^[ \t]*\[", re.MULTILINE)


def with_allowed(text: str, words: str) -> str:
    """Return the text of a terms file with a term more in its list `allow`; all else stays as it is.

    Raises CannotWriteError for a file that is no TOML, and where the list is written in a way that is not
    understood.
    """
    import json
    from tomllib import TOMLDecodeError, loads

    try:
        before = loads(text)
        written = _inserted(text, json.dumps(words, ensure_ascii=False))
        after = loads(written)
    except TOMLDecodeError as error:
        raise CannotWriteError(f'"{words}" cannot be added to it: {error}') from error
    allowed = before.pop("allow", [])
    if sorted(after.pop("allow", [])) != sorted([*allowed, words]) or before != after:
        raise CannotWriteError(f'"{words}" cannot be added to it: write it into the list `allow` by hand')
    return written


def _inserted(text: str, word: str) -> str:
    line_end = "\r\n" if "\r\n" in text else "\n"
    found = _LIST.search(text)
    if found is not None:
        head, rest = text[: found.end()], text[found.end() :]
        if rest.lstrip(" \t")[:1] in ("\r", "\n"):  # a term a line
            return f"{head}{line_end}    {word},{rest}"
        return f"{head}{word}{'' if rest.lstrip().startswith(']') else ', '}{rest}"
    table = _TABLE.search(text)
    at = len(text) if table is None else table.start()
    head, rest = text[:at], text[at:]
    between = line_end if head and not head.endswith(("\r", "\n")) else ""
    return f"{head}{between}allow = [{word}]{line_end}{line_end if rest else ''}{rest}"
