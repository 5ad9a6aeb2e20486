"""Comments in Word documents: at the exact words of findings, in the place of those of an earlier run."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape, quoteattr

from msgspec import Struct

from copydesk.edits.word.parts import WORD_XML, drop_elements, registered
from copydesk.edits.word.runs import (
    Cut,
    Splice,
    chunk_from,
    chunk_up_to,
    cut_after,
    cut_before,
    namespace,
    preserved,
    spliced,
)
from copydesk.errors import CannotWriteError
from copydesk.readers.word.comments import AUTHOR, Comment, read_comments
from copydesk.readers.word.package import Package
from copydesk.readers.word.paragraphs import Paragraph, Run
from copydesk.readers.word.reader import Story
from copydesk.readers.word.xml import attribute, flat_elements

INITIALS = "cd"
_KIND = "comments"
_HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_MARK = rb"<w:comment%s\s[^<>]*?w:id=[\"'](\d{1,10})[\"'][^<>]*>"
_MARKS = re.compile(
    rb"<w:r(?:\s[^<>]*)?>(?:<w:rPr/>|<w:rPr>(?:(?!</?w:r(?:Pr)?>).){0,2000}?</w:rPr>)?"
    + _MARK % b"Reference"
    + rb"</w:r>|"
    + _MARK % b"(?:RangeStart|RangeEnd|Reference)",
    re.DOTALL,
)
"""The marks of a comment in the story; where its reference is all that a run holds, with the run."""

_BEGINS, _ENDS = 2, 1
"""In which order marks stand at one place: first what ends there."""


class Remark(Struct, frozen=True):
    """A comment that is to be written.

    start, end  the stretch of the text: its line and its offset there, both from 0, the end exclusive
    lines       what it says, a paragraph each
    """

    start: tuple[int, int]
    end: tuple[int, int]
    lines: tuple[str, ...]


def without_own(package: Package) -> tuple[dict[str, bytes], list[Comment]]:
    """Return the parts that change where the comments of an earlier run go, and the comments that stay.

    One that somebody answered stays, and so does what a person wrote who is called copydesk too.
    """
    part = package.part(_KIND)
    comments = read_comments(package.read(part), part) if part else []
    answered = _answered(package, comments)
    dropped = [one for one in comments if one.is_own and answered.isdisjoint(filter(None, one.paragraphs))]
    if not dropped or part is None:
        return {}, comments
    numbers = {one.number.encode() for one in dropped}
    main = package.read(package.main)
    marks = (mark for mark in _MARKS.finditer(main) if (mark[1] or mark[2]) in numbers)
    changed = {
        package.main: spliced(main, [Splice(*mark.span(), 0, b"") for mark in marks]),
        part: spliced(package.read(part), [Splice(one.start, one.end, 0, b"") for one in dropped]),
    }
    paragraphs = {paragraph for one in dropped for paragraph in one.paragraphs if paragraph}
    durable = drop_elements(package, "commentsIds", "paraId", paragraphs, changed)
    drop_elements(package, "commentsExtended", "paraId", paragraphs, changed)
    drop_elements(
        package, "commentsExtensible", "durableId", {attribute(one, "durableId") for one in durable}, changed
    )
    return changed, [one for one in comments if one not in dropped]


def _answered(package: Package, comments: Iterable[Comment]) -> set[str]:
    """Return the paragraphs of comments that somebody answered."""
    part = package.part("commentsExtended")
    if part is None:
        return set()
    parents = {
        attribute(attributes, "paraId"): attribute(attributes, "paraIdParent")
        for name, attributes in flat_elements(package.read(part), part)
        if name == "commentEx"
    }
    answers = (one for one in comments if not one.is_own)
    return {parents.get(paragraph, "") for one in answers for paragraph in one.paragraphs} - {""}


def with_comments(
    package: Package,
    story: Story,
    changed: dict[str, bytes],
    remarks: Sequence[Remark],
    first: int,
    date: str,
) -> None:
    """Put comments into a document.

    story    its paragraphs, as the parts in `changed` have them
    changed  the parts that were changed already; these are changed further
    remarks  in any order
    first    the id of the first of them; the others follow
    date     as XML writes one: `2026-11-30T12:00:00Z`

    Raises: CannotWriteError for a document of a shape that Word does not write.
    """
    main = changed.get(package.main) or package.read(package.main)
    space = namespace(main)
    cuts: dict[Cut, list[tuple[int, int, bytes]]] = {}
    splices: list[Splice] = []
    bodies = []
    for number, remark in enumerate(remarks, first):
        name = b"%d" % number
        begins, ends = _around(main, story, remark, splices)
        cuts.setdefault(begins, []).append((_BEGINS, number, b'<w:commentRangeStart w:id="' + name + b'"/>'))
        mark = b'<w:commentRangeEnd w:id="%b"/><w:r><w:commentReference w:id="%b"/></w:r>' % (name, name)
        cuts.setdefault(ends, []).append((_ENDS, number, mark))
        bodies.append(_comment(number, remark, date, space))
    for cut, marks in cuts.items():
        words = b"".join([cut.close, *(words for _, _, words in sorted(marks)), cut.open])
        splices.append(Splice(cut.at, cut.at, 1, words))
    changed[package.main] = spliced(main, splices)
    part = package.part(_KIND)
    if part is None:
        part = registered(
            package, _KIND, f"{WORD_XML}.{_KIND}+xml", strict="purl.oclc.org" in space, changed=changed
        )
        changed[part] = (
            _HEAD + f'<w:comments xmlns:w="{space}">'.encode() + b"".join(bodies) + b"</w:comments>"
        )
    else:
        xml = changed.get(part) or package.read(part)
        changed[part] = _before_end(xml, b"".join(bodies))


def _around(main: bytes, story: Story, remark: Remark, splices: list[Splice]) -> tuple[Cut, Cut]:
    """Return where the comment begins and ends.

    The splices that keep the blanks of cut words are added to `splices`.

    Word has no comments in footnotes and text boxes: there it stands at the mark of the note, or at the box.
    """
    paragraph, last = story.paragraphs[remark.start[0]], story.paragraphs[remark.end[0]]
    host = _host(story, paragraph)
    if host is not None:
        return Cut(host.start), Cut(host.end)
    if not any(chunk.run for chunk in paragraph.chunks) or _host(story, last) is not None:
        paragraph = last = _nearest(story, remark.start[0])
        begin, end = 0, paragraph.length
    else:
        begin, end = remark.start[1], remark.end[1]
        if paragraph is last and begin >= end:
            begin, end = 0, paragraph.length
    head, tail = chunk_from(paragraph, begin), chunk_up_to(last, end)
    if head is None or tail is None:
        head, tail = chunk_from(paragraph, 0), chunk_up_to(paragraph, paragraph.length)
        begin, end = 0, paragraph.length
    if head is None or tail is None:
        raise CannotWriteError("was not changed: there are no words in it that a comment could stand at")
    begin, end = max(begin, head.at), min(end, tail.at + len(tail.text))
    splices += preserved(main, head) + preserved(main, tail)
    return cut_before(main, head, begin), cut_after(main, tail, end)


def _host(story: Story, paragraph: Paragraph) -> Run | None:
    """Return the run of the story that stands for a paragraph outside it.

    That is the run with the mark of its note, or with its text box.
    """
    if not paragraph.note:
        return paragraph.host
    for one in story.paragraphs[: story.story]:
        for _, key, run in one.notes:
            if key == paragraph.note:
                return one.host or run
    return None


def _nearest(story: Story, line: int) -> Paragraph:
    """Return the next paragraph of the story with words, or the last one before."""
    body = story.paragraphs[: story.story]
    for paragraph in [*body[line:], *reversed(body[:line])]:
        if paragraph.host is None and any(chunk.run for chunk in paragraph.chunks):
            return paragraph
    raise CannotWriteError("was not changed: there are no words in it that a comment could stand at")


def _comment(number: int, remark: Remark, date: str, space: str) -> bytes:
    paragraphs = "".join(
        f'<w:p><w:r><w:t xml:space="preserve">{escape(_printable(line))}</w:t></w:r></w:p>'
        for line in remark.lines
    )
    # The prefix is declared here: another program may have given it another meaning at the root.
    return (
        f'<w:comment xmlns:w="{space}" w:id="{number}" w:author={quoteattr(AUTHOR)} w:date="{date}" '
        f'w:initials="{INITIALS}">{paragraphs}</w:comment>'
    ).encode()


def _printable(text: str) -> str:
    """Return the text without the characters that XML cannot hold."""
    return re.sub("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", text)


def _before_end(xml: bytes, inside: bytes) -> bytes:
    """Return a part with more at the end of its root element."""
    end = xml.rfind(b"</")
    if end >= 0 and xml.find(b">", end) == len(xml.rstrip()) - 1:
        return xml[:end] + inside + xml[end:]
    empty = re.search(rb"<([\w:.-]+)([^<>]*)/>\s*\Z", xml)
    if empty is None:
        raise CannotWriteError("was not changed: its comments are not as Word writes them")
    return xml[: empty.start()] + b"<%b%b>%b</%b>" % (empty[1], empty[2], inside, empty[1])


def read_marked(story: Story) -> dict[str, str]:
    """Return the words that each comment of the story stands at, by its id."""
    text = "\n".join(story.lines[: story.story])
    places: dict[str, list[int]] = {}
    at = 0
    for paragraph in story.paragraphs[: story.story]:
        for offset, number in paragraph.anchors:
            places.setdefault(number, []).append(at + offset)
        at += paragraph.length + 1
    return {number: text[found[0] : found[-1]] for number, found in places.items()}
