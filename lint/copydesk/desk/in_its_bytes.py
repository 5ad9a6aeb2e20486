"""Brings a text that the page shows back into the bytes of the text file that it came from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Indel

from copydesk.edits.splice import Splice, spliced
from copydesk.model.prose import Span
from copydesk.model.source import LINE_END, Source

_LARGEST_TABLE = 25_000_000
"""Lines of one text by lines of the other that are compared; what is larger is one change."""


def in_its_bytes(source: Source, original: bytes, text: str) -> tuple[bytes, str]:
    """Return the file with another text, and what an editor should know of it, or nothing.

    source    the file as it was decoded
    original  its bytes, a byte order mark included
    text      with `\\n` as line ends

    Lines that did not change keep their bytes, line ends included. A line that changed keeps its line end; a
    new one has that of the line before it.
    """
    splices = list(_splices(source.text, text))
    try:
        return spliced(source, original, splices), ""
    except UnicodeEncodeError as error:
        letter = error.object[error.start]
    done, parts = 0, []
    for splice in splices:
        parts += [source.text[done : splice.stretch.start], splice.words]
        done = splice.stretch.end
    whole = "".join([*parts, source.text[done:]])
    note = f'it is in UTF-8 now: {source.encoding.capitalize()}, as it came, cannot write "{letter}"'
    return whole.encode(), note


def _splices(before: str, after: str) -> Iterator[Splice]:
    """The stretches of a text that another one changes, in order."""
    lines = list(_lines(before))
    old = [words + ("\n" if line_end else "") for _, words, line_end in lines]
    new = [words + ("\n" if line_end else "") for _, words, line_end in _lines(after)]
    starts = [start for start, _, _ in lines] + [len(before)]
    usual = next((line_end for _, _, line_end in lines), "") or "\n"
    for first, last, other_first, other_last in _changed(old, new):
        line_end = lines[first - 1][2] if first else usual
        above, words = lines[first - 1][2] if first else "", []
        for number, line in enumerate(new[other_first:other_last], first):
            line_end = (lines[number][2] if number < last else "") or line_end
            line = line.removesuffix("\n") + (line_end if line.endswith("\n") else "")
            words.append(_apart(above, line) + line)
            above = line
        below = before[starts[last] : starts[last] + 1]
        yield _narrowed(before, Span(starts[first], starts[last]), "".join(words) + _apart(above, below))


def _apart(above: str, below: str) -> str:
    """What keeps two lines apart where the end of one and the other, an empty one, would be one line end."""
    return "\n" if above.endswith("\r") and below.startswith("\n") else ""


def _lines(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield where every line begins, its words and its line end, which the last one may lack."""
    start = 0
    for match in LINE_END.finditer(text):
        yield start, text[start : match.start()], match.group()
        start = match.end()
    if start < len(text):
        yield start, text[start:], ""


def _changed(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """The runs of lines that differ: where they begin and end in both."""
    head, tail = _common(old, new)
    left, right = old[head : len(old) - tail], new[head : len(new) - tail]
    at = other = head
    for code in Indel.opcodes(left, right) if len(left) * len(right) <= _LARGEST_TABLE else ():
        if code.tag != "equal":
            continue
        if at < head + code.src_start or other < head + code.dest_start:
            yield at, head + code.src_start, other, head + code.dest_start
        at, other = head + code.src_end, head + code.dest_end
    if at < len(old) - tail or other < len(new) - tail:
        yield at, len(old) - tail, other, len(new) - tail


def _narrowed(text: str, span: Span, words: str) -> Splice:
    """The change of a stretch, less what both begin and end with: that keeps its bytes."""
    old = text[span.start : span.end]
    head, tail = _common(old, words)
    return Splice(Span(span.start + head, span.end - tail), words[head : len(words) - tail])


def _common(old: Sequence[str], new: Sequence[str]) -> tuple[int, int]:
    """How much both begin with, and how much of the rest both end with."""
    shorter = min(len(old), len(new))
    head = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    tail = next((at for at in range(shorter - head) if old[-1 - at] != new[-1 - at]), shorter - head)
    return head, tail
