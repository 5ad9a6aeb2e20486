"""XML out of a Word document: a parser that refuses what Word never writes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NoReturn
from xml.parsers import expat

from copydesk.errors import UnreadableError

DEEPEST = 400
"""How deep elements may stand in each other; Word itself nests some thirty."""

SEPARATOR = " "
"""The character between the namespace of an element and its name."""


def new_parser(part: str) -> Any:
    """Return a parser that gives bytes for places, and raises UnreadableError for a DOCTYPE.

    part  the name of the part that it reads
    """
    parser = expat.ParserCreate(namespace_separator=SEPARATOR)
    parser.buffer_text = True

    def refuse(*_: object) -> NoReturn:
        raise UnreadableError(
            f"has a DOCTYPE in {part}, which Word never writes: open it in Word, save it again"
        )

    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    return parser


def feed(parser: Any, xml: bytes, part: str) -> None:
    """Parse a whole part. Raises: UnreadableError with the line and column where it is no XML."""
    try:
        parser.Parse(xml, True)
    except expat.ExpatError as error:
        why = expat.ErrorString(error.code)
        raise UnreadableError(
            f"is a broken Word document ({part}, line {error.lineno}, column {error.offset + 1}: {why}): "
            "open it in Word, which may repair it, and save it again"
        ) from error
    except (ValueError, LookupError) as error:  # an encoding that there is none of
        raise UnreadableError(f"is a broken Word document ({part}: {error})") from error


def flat_elements(xml: bytes, part: str) -> list[tuple[str, dict[str, str]]]:
    """Yield each element of a small part in order: its name without the namespace, and its attributes."""
    found: list[tuple[str, dict[str, str]]] = []
    depth = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        refuse_depth(depth, part)
        found.append((name.rpartition(SEPARATOR)[2], attributes))

    def end(_: str) -> None:
        nonlocal depth
        depth -= 1

    parser = new_parser(part)
    parser.StartElementHandler, parser.EndElementHandler = start, end
    feed(parser, xml, part)
    return found


def end_of_element(xml: bytes, at: int) -> int:
    """Return the byte after an element, from where the parser tells its end.

    The parser tells the end before `</…>`, or after `<…/>`.
    """
    return xml.find(b">", at) + 1 if xml.startswith(b"</", at) else at


def refuse_depth(depth: int, part: str) -> None:
    """Raise UnreadableError where elements stand in each other deeper than in any document."""
    if depth > DEEPEST:
        raise UnreadableError(f"has elements {DEEPEST} deep in each other ({part}), which no document has")


def attribute(attributes: Mapping[str, str], name: str, default: str = "") -> str:
    """Return the value of an attribute by its name, whatever its namespace is."""
    if name in attributes:
        return attributes[name]
    tail = SEPARATOR + name
    for key, value in attributes.items():
        if key.endswith(tail):
            return value
    return default


def is_on(attributes: Mapping[str, str]) -> bool:
    """Whether a property that is on or off is on: it is where it says nothing."""
    return attribute(attributes, "val", "1") not in ("0", "false", "off", "none")
