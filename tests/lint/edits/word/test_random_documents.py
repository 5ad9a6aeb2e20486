"""Documents put together at random: every stretch can be marked and changed, and nothing else moves."""

from __future__ import annotations

import os
import random
import zipfile
from io import BytesIO
from xml.etree import ElementTree

import pytest

from copydesk.edits.word.changes import Change, with_changes
from copydesk.edits.word.comments import Remark
from copydesk.edits.word.marking import mark
from copydesk.errors import CannotWriteError
from copydesk.readers.word.comments import AUTHOR, closing
from copydesk.readers.word.paragraphs import NAMESPACES
from copydesk.readers.word.reader import read

pytestmark = pytest.mark.slow

EXAMPLES = int(os.environ.get("COPYDESK_EXAMPLES", "150"))
W = f"{{{NAMESPACES[0]}}}"
PIECES = [
    "a",
    "B ",
    "é",
    "Ж",
    "漢",
    "😀",
    " ",
    "-x",
    "&amp;",
    "&#x1D4B3;",
    "&lt;b&gt;",
    "two words",
    "’s",
    "e\u0301",
]


class Maker:
    """Makes the inside of a body."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)  # noqa: S311

    def words(self) -> str:
        return "".join(self.chance.choice(PIECES) for _ in range(self.chance.randint(0, 5)))

    def run(self, name: str = "t") -> str:
        look = self.chance.choice(
            ["", "<w:rPr/>", "<w:rPr><w:b/></w:rPr>", "<w:rPr><w:lang w:val='en'/></w:rPr>"]
        )
        space = self.chance.choice([' xml:space="preserve"', ' xml:space="preserve"', ""])
        inside = "".join(
            self.chance.choice(
                [f"<w:{name}{space}>{self.words()}</w:{name}>"] * 5
                + ["<w:tab/>", "<w:br/>", "<w:noBreakHyphen/>", "<w:lastRenderedPageBreak/>", "<w:t/>"]
            )
            for _ in range(self.chance.randint(0, 3))
        )
        return f"<w:r>{look}{inside}</w:r>"

    def inline(self) -> str:
        run = self.run
        return self.chance.choice(
            [
                run,
                run,
                run,
                lambda: f'<w:ins w:id="{self.chance.randint(1, 99)}" w:author="A">{run()}{run()}</w:ins>',
                lambda: f'<w:del w:id="{self.chance.randint(1, 99)}" w:author="A">{run("delText")}</w:del>',
                lambda: f'<w:moveTo w:id="{self.chance.randint(1, 99)}" w:author="A">{run()}</w:moveTo>',
                lambda: f'<w:hyperlink w:anchor="x">{run()}{run()}</w:hyperlink>',
                lambda: f"<w:sdt><w:sdtPr/><w:sdtContent>{run()}</w:sdtContent></w:sdt>",
                lambda: f'<w:fldSimple w:instr="REF x">{run()}</w:fldSimple>',
                lambda: '<w:bookmarkStart w:id="7" w:name="b"/><w:proofErr w:type="spellStart"/>',
                lambda: "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>",
                lambda: "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>",
            ]
        )()

    def paragraph(self) -> str:
        properties = self.chance.choice(
            ["", "<w:pPr/>", '<w:pPr><w:rPr><w:del w:id="5" w:author="A"/></w:rPr></w:pPr>']
        )
        return f"<w:p>{properties}{''.join(self.inline() for _ in range(self.chance.randint(1, 5)))}</w:p>"

    def body(self) -> str:
        return "".join(self.paragraph() for _ in range(self.chance.randint(1, 4)))

    def stretch(self, lines: list[str]) -> tuple[int, int, int]:
        """A line, and a stretch of it that begins and ends with what can be marked: no formula, no blank."""
        number = self.chance.randrange(len(lines))
        start = self.chance.randint(0, len(lines[number]))
        return number, start, self.chance.randint(start, len(lines[number]))


def marked_words(data: bytes) -> dict[str, str]:
    """The words between the marks of each comment, as the standard library reads the XML."""
    with zipfile.ZipFile(BytesIO(data)) as opened:
        root = ElementTree.fromstring(opened.read("word/document.xml"))
    found: dict[str, str] = {}
    open_: set[str] = set()

    def visit(element: ElementTree.Element, *, gone: bool) -> None:
        kind, number = element.tag.removeprefix(W), element.get(f"{W}id", "")
        if kind == "commentRangeStart":
            open_.add(number)
            found[number] = ""
        elif kind == "commentRangeEnd":
            open_.remove(number)
        gone = (
            gone or kind in ("del", "pPr") or (kind == "r" and element.find(f"{W}rPr/{W}vanish") is not None)
        )
        signs = {"tab": "\t", "br": " ", "noBreakHyphen": "-"}
        text = (element.text or "") if kind == "t" else signs.get(kind, "")
        if kind == "t" and not any(key.endswith("}space") for key in element.attrib):
            text = text.strip(" ")
        if not gone:
            for one in open_:
                found[one] += text
        for inner in element:
            visit(inner, gone=gone)

    visit(root, gone=False)
    assert not open_
    return found


@pytest.mark.parametrize("batch", range(10))
def test_every_stretch_can_be_marked(docx, batch):
    marked = 0
    for seed in range(batch * EXAMPLES // 10, (batch + 1) * EXAMPLES // 10):
        maker = Maker(seed)
        data = docx(maker.body())
        text = read("a.docx", data).source.text
        lines = text.split("\n")
        remarks = []
        for _ in range(maker.chance.randint(1, 8)):
            number, start, end = maker.stretch(lines)
            words = lines[number][start:end]
            if words.strip() and "\ufffc" not in words:
                remarks.append(
                    Remark((number, start), (number, end), (f"said {len(remarks)}", closing("a-rule")))
                )
        done = mark("a.docx", data, remarks)
        assert read("a.docx", done).source.text == text
        words = [lines[one.start[0]][one.start[1] : one.end[1]] for one in remarks]
        assert [marked_words(done)[str(number)] for number in range(len(remarks))] == words
        none = mark("a.docx", done, [])
        assert read("a.docx", none).source.text == text
        assert marked_words(none) == {}
        marked += len(remarks)
    assert marked


@pytest.mark.parametrize("batch", range(10))
def test_every_stretch_can_be_changed_or_is_refused(docx, batch):
    changed = 0
    for seed in range(batch * EXAMPLES // 10, (batch + 1) * EXAMPLES // 10):
        maker = Maker(seed)
        data = docx(maker.body())
        lines = read("a.docx", data).source.text.split("\n")
        number, start, end = maker.stretch(lines)
        instead = maker.chance.choice(["", "new", " R&D <now> ", "😀"])
        if start == end and not instead:
            continue
        try:
            done = with_changes("a.docx", data, [Change(number, start, end, instead)])
        except CannotWriteError:
            continue
        after = list(lines)
        after[number] = lines[number][:start] + instead + lines[number][end:]
        assert read("a.docx", done).source.text == "\n".join(after)
        with zipfile.ZipFile(BytesIO(done)) as opened:
            xml = opened.read("word/document.xml").decode()
        assert refused(xml, docx) == "\n".join(lines)
        changed += 1
    assert changed


def refused(xml: str, docx: object) -> str:
    """What the reader finds once an editor has refused the changes."""
    root = ElementTree.fromstring(xml)
    for parent in list(root.iter()):
        for place, element in reversed(list(enumerate(parent))):
            if element.get(f"{W}author") != AUTHOR:
                continue
            parent.remove(element)
            if element.tag == f"{W}del":
                for text in element.iter(f"{W}delText"):
                    text.tag = f"{W}t"
                for offset, inner in enumerate(element):
                    parent.insert(place + offset, inner)
    for prefix, space in (
        ("w", NAMESPACES[0]),
        ("m", "http://schemas.openxmlformats.org/officeDocument/2006/math"),
    ):
        ElementTree.register_namespace(prefix, space)
    inside = "".join(ElementTree.tostring(one, "unicode") for one in root.find(f"{W}body") or ())
    assert callable(docx)
    text: str = read("a.docx", docx(inside)).source.text
    return text
