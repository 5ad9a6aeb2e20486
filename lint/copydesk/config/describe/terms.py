"""Terms, written as a terms file."""

from __future__ import annotations

from copydesk.config.describe.show import bare, written
from copydesk.config.toml.terms import MAIN
from copydesk.house.terms import Role, Term, Terms

_TABLES: dict[Role, str] = {"prefer": "prefer", "pattern": "patterns", "avoid": "avoid", "watch": "watch"}
"""The table of each role of a term."""


def terms_text(terms: Terms) -> str:
    """Return terms as a terms file: TOML, a line an entry."""
    tables: dict[str, dict[str, list[Term]]] = {}
    for term in terms:
        for entry in term.entries:
            tables.setdefault(term.role, {}).setdefault(entry, []).append(term)
    allowed = "".join(f"    {written(text)},\n" for text in sorted(terms.allow))
    lines = [f"allow = [\n{allowed}]\n"] if allowed else []
    for role, table in _TABLES.items():
        if role in tables:
            lines.append(f"\n[{table}]\n")
            lines += (f"{bare(entry)} = {_value(found)}\n" for entry, found in tables[role].items())
    return "".join(lines).lstrip("\n")


def _value(terms: list[Term]) -> str:
    """Return what stands after the `=` of an entry: its words or advice, in a table where more is said."""
    first = terms[0]
    main = [term.text for term in terms] if first.role == "prefer" else first.advice[0]
    ruling = first.ruling
    more = {
        "message": ruling.message,
        "reason": ruling.reason,
        "level": ruling.level.label if ruling.level else "",
        "scope": ruling.scope,
    }
    said = {key: value for key, value in more.items() if value}
    return written({MAIN[_TABLES[first.role]]: main, **said} if said else main)
