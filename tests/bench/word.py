"""What Word documents cost: read, and with comments in them; and how the cost grows.

    python tests/bench/word.py [--check]

In processor time, the best of some rounds. A story of 10,000 words is read in runs of eight words, as Word
leaves them, and gets 60 comments. With `--check` the exit code is 1 where that costs more than it may, in
times of what the XML parser alone takes, or where twice as much takes over 2.3 times as long.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from random import Random
from time import process_time
from types import ModuleType
from xml.parsers import expat
from xml.sax.saxutils import escape

from corpus import draft
from stopwatch import timed

from copydesk.edits.word.comments import Remark
from copydesk.edits.word.marking import mark
from copydesk.readers.word.comments import closing
from copydesk.readers.word.package import Package
from copydesk.readers.word.reader import read

WORDS, RUN, COMMENTS, ROUNDS = 10_000, 8, 60, 5
READ, MARKED, GROWTH = 10.0, 40.0, 2.3
"""How many times as long as the parser: a read, and a document with comments in it. And for twice as much."""

UNITS = {
    "empty paragraphs": "<w:p/>",
    "paragraphs": "<w:p><w:r><w:t>a</w:t></w:r></w:p>",
    "notes": "<w:p><w:r><w:t>a [stet: x] b</w:t></w:r></w:p>",
    "open notes": "<w:p><w:r><w:t>[stet: [stet: </w:t></w:r></w:p>",
    "insertions": "<w:p><w:ins><w:r><w:t>a</w:t></w:r></w:ins></w:p>",
    "deletions": "<w:p><w:del><w:r><w:delText>b</w:delText></w:r></w:del></w:p>",
    "deleted marks": "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>",
    "comments": '<w:p><w:commentRangeStart w:id="1"/></w:p>',
    "fields": '<w:p><w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>',
    "formulas": "<w:p><m:oMath><m:t>x</m:t></m:oMath></w:p>",
    "cells": "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
    "headings": '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Why</w:t></w:r></w:p>',
}
INSIDE = {
    "runs": "<w:r><w:t>a</w:t></w:r>",
    "tabs": "<w:r><w:tab/></w:r>",
    "notes": "<w:r><w:t>[stet: x] </w:t></w:r>",
    "notes and formulas": "<w:r><w:t>[stet: x] </w:t></w:r><m:oMath><m:t>x</m:t></m:oMath>",
    "marks of comments": '<w:commentRangeStart w:id="1"/><w:r><w:t>a</w:t></w:r>',
}
MANY = 4_000


def documents() -> ModuleType:
    """The module that makes documents for tests."""
    path = Path(__file__).parents[1] / "word_documents.py"
    spec = spec_from_file_location("word_documents", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path} is missing")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def paragraph(words: list[str]) -> str:
    """A paragraph in runs of a few words each."""
    runs = (" ".join(words[at : at + RUN]) for at in range(0, len(words), RUN))
    look = '<w:rPr><w:rFonts w:ascii="Times"/><w:sz w:val="24"/></w:rPr>'
    inside = "".join(f'<w:r>{look}<w:t xml:space="preserve">{escape(run)} </w:t></w:r>' for run in runs)
    return f"<w:p><w:pPr><w:spacing w:after='0'/></w:pPr>{inside}</w:p>"


def story(words: int, build: ModuleType) -> bytes:
    """A made-up story of so many words."""
    lines = draft(Random(5), words // 40).decode().split("\n")  # noqa: S311  nothing secret
    data: bytes = build.build("".join(paragraph(line.split()) for line in lines if line))
    return data


def remarks(data: bytes) -> list[Remark]:
    """Comments on words all over a document."""
    lines = read("a.docx", data).source.text.split("\n")
    places = [
        (number, word.span()) for number, line in enumerate(lines) for word in re.finditer(r"\w{5,}", line)
    ]
    step = len(places) // COMMENTS
    return [
        Remark((line, start), (line, end), ("warning: look at this", closing("a-rule")))
        for line, (start, end) in places[::step][:COMMENTS]
    ]


def seconds(function: Callable[..., object], *arguments: object) -> float:
    """Processor time of a call, the best of some."""
    return min(timed(lambda: function(*arguments), process_time) for _ in range(ROUNDS))


def growths(build: ModuleType) -> list[tuple[float, str]]:
    """How many times as long twice as much takes, by what there is much of."""
    bodies = {f"{name}": ("", unit, "") for name, unit in UNITS.items()}
    bodies |= {f"{name} in one paragraph": ("<w:p>", unit, "</w:p>") for name, unit in INSIDE.items()}
    found = []
    for name, (before, unit, after) in bodies.items():
        once, twice = (build.build(before + unit * count + after) for count in (MANY, 2 * MANY))
        ratio, left = 9.0, ROUNDS
        while ratio > GROWTH and left:
            ratio = min(ratio, seconds(read, "a.docx", twice) / seconds(read, "a.docx", once))
            left -= 1
        found.append((ratio, name))
    return sorted(found, reverse=True)


def main() -> int:
    """Measure, print, judge."""
    build = documents()
    data = story(WORDS, build)
    xml = Package("a.docx", data).read("word/document.xml")
    marks = remarks(data)
    words = len(read("a.docx", data).text.split())
    parsed = seconds(lambda: expat.ParserCreate(namespace_separator=" ").Parse(xml, True))
    reading, marking = seconds(read, "a.docx", data), seconds(mark, "a.docx", data, marks)
    print(f"the parser alone, {len(xml):,} bytes     {1000 * parsed:6.1f} ms")
    print(f"read, {words:,} words            {1000 * reading:6.1f} ms   {reading / parsed:5.1f} times")
    print(f"{len(marks)} comments put in            {1000 * marking:6.1f} ms   {marking / parsed:5.1f} times")
    slowest = growths(build)
    for ratio, name in slowest[:4]:
        print(f"twice the {name:28}{ratio:6.2f} times as long")
    failed = reading > READ * parsed or marking > MARKED * parsed or slowest[0][0] > GROWTH
    return int("--check" in sys.argv and failed)


if __name__ == "__main__":
    sys.exit(main())
