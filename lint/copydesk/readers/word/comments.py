"""The comments of a Word document: who wrote each, and what it says."""

from __future__ import annotations

from msgspec import Struct

from copydesk.readers.word.xml import SEPARATOR, attribute, end_of_element, feed, new_parser, refuse_depth

AUTHOR = "copydesk"
"""The author of comments that report findings."""


class Comment(Struct):
    """A comment.

    number      the id by which the story refers to it
    text        its words, paragraphs parted by a space
    paragraphs  the ids of its paragraphs, by which other parts refer to it
    start, end  its bytes in the part
    """

    number: str
    author: str
    start: int
    text: str = ""
    paragraphs: list[str] = []
    end: int = 0

    @property
    def is_stet(self) -> bool:
        """Whether it lets findings stand."""
        return self.text.lower().startswith("stet")


def read_comments(xml: bytes, part: str) -> list[Comment]:
    """Return the comments of a document, in the order of their part.

    Raises UnreadableError for a part that is no XML.
    """
    found: list[Comment] = []
    words: list[str] = []
    depth = 0
    in_text = False
    parser = new_parser(part)

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth, in_text
        depth += 1
        refuse_depth(depth, part)
        local = name.rpartition(SEPARATOR)[2]
        if local == "comment":
            number, author = attribute(attributes, "id"), attribute(attributes, "author")
            found.append(Comment(number, author, parser.CurrentByteIndex))
            words.clear()
        elif local == "p" and found:
            found[-1].paragraphs.append(attribute(attributes, "paraId"))
            words.append(" ")
        in_text = local == "t"

    def end(name: str) -> None:
        nonlocal depth, in_text
        depth -= 1
        in_text = False
        if name.rpartition(SEPARATOR)[2] == "comment" and found:
            found[-1].text = " ".join("".join(words).split())
            found[-1].end = end_of_element(xml, parser.CurrentByteIndex)

    def characters(text: str) -> None:
        if in_text:
            words.append(text)

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = characters
    feed(parser, xml, part)
    return found
