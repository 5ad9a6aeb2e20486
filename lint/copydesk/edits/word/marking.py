"""Marks a Word document: comments at the words of findings. What it writes is read back before it is used."""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence

from copydesk.edits.word.archive import repacked
from copydesk.edits.word.comments import Remark, read_marked, with_comments, without_own
from copydesk.edits.word.parts import now, open_package
from copydesk.errors import CannotWriteError, UnreadableError
from copydesk.model.prose import OBJECT
from copydesk.readers.word.comments import read_comments
from copydesk.readers.word.package import Package
from copydesk.readers.word.paragraphs import read_paragraphs
from copydesk.readers.word.reader import Story, read_story

_BARE = f"{OBJECT} "
"""What no comment begins or ends with: a formula stands in no run."""

_SEAL = re.compile(rb"<!--copydesk ([0-9a-f]{8})-->\s*\Z")
"""The mark at the end of the story of what copydesk wrote, with a sum over it: no program keeps both."""
_LONGEST_SEAL = 100


def mark(path: str, data: bytes, remarks: Sequence[Remark]) -> bytes:
    """Return the document with these comments, and without those of an earlier run that nobody answered.

    path     as it was named to copydesk
    remarks  their places are lines and offsets of the text that the reader gives

    Raises: CannotWriteError for a document that is signed, or of a shape that Word does not write;
    UnreadableError for one that cannot be read.
    """
    package = open_package(path, data)
    before = read_story(package)
    changed, kept = without_own(package)
    said = [one.text for one in kept if one.is_own]
    fresh = [one for one in remarks if " ".join(" ".join(one.lines).split()) not in said]
    main = _unsealed(changed.get(package.main) or package.read(package.main))
    changed[package.main] = main
    story = before
    if main != package.read(package.main):
        paragraphs = read_paragraphs(main, package.main, before.styles)
        story = Story(
            [*paragraphs, *before.paragraphs[before.story :]],
            before.lines,
            before.numbers,
            before.parts,
            before.story,
            before.styles,
        )
    first = max((int(one.number) for one in kept if one.number.isdecimal()), default=-1) + 1
    if fresh:
        with_comments(package, story, changed, fresh, first, now())
    written = repacked(package, data, changed)
    _check(path, written, before, fresh, first)
    return written


def has_own_comments(path: str, data: bytes) -> bool:
    """Whether a document holds comments of an earlier run."""
    package = Package(path, data)
    part = package.part("comments")
    return part is not None and any(one.is_own for one in read_comments(package.read(part), part))


def _check(path: str, data: bytes, before: Story, remarks: Sequence[Remark], first: int) -> None:
    """Raise CannotWriteError unless a document says what it said, with the comments at their words."""
    try:
        package = Package(path, data)
        after = read_story(package)
    except UnreadableError as error:
        raise CannotWriteError(
            f"was not changed: with comments in it, it could not be read: {error}"
        ) from error
    texts = before.lines
    if after.lines != texts:
        raise CannotWriteError("was not changed: with comments in it, it would not have read the same")
    marked = read_marked(after)
    for number, remark in enumerate(remarks, first):
        words = _words(texts, remark)
        host = after.paragraphs[remark.start[0]]
        in_story = not (host.note or host.host) and words
        found = marked.get(str(number))
        if found is None or (in_story and found.strip(_BARE) != words.strip(_BARE)):
            raise CannotWriteError(
                f'was not changed: no comment could be put at "{words}". Open it in Word and save it again'
            )


def _words(texts: Sequence[str], remark: Remark) -> str:
    (first, start), (last, end) = remark.start, remark.end
    if first == last:
        return texts[first][start:end]
    return "\n".join([texts[first][start:], *texts[first + 1 : last], texts[last][:end]])


def seal(path: str, data: bytes) -> bytes:
    """Return the document with a seal that breaks when somebody works in it."""
    package = Package(path, data)
    main = _unsealed(package.read(package.main))
    return repacked(package, data, {package.main: main + b"<!--copydesk %08x-->" % _sum(package, main)})


def is_untouched(data: bytes) -> bool:
    """Whether copydesk wrote and sealed a document, and nobody has worked in it since."""
    try:
        package = Package("", data)
        main = package.read(package.main)
        found = _SEAL.search(main, max(0, len(main) - _LONGEST_SEAL))
        return found is not None and int(found[1], 16) == _sum(package, _unsealed(main))
    except UnreadableError:
        return False


def _unsealed(main: bytes) -> bytes:
    found = _SEAL.search(main, max(0, len(main) - _LONGEST_SEAL))
    return main if found is None else main[: found.start()]


def _sum(package: Package, main: bytes) -> int:
    part = package.part("comments")
    return zlib.crc32(package.read(part) if part else b"", zlib.crc32(main))
