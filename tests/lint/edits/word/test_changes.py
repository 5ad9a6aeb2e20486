"""Corrections as tracked changes: accepted, the draft says what was meant; refused, what it said before."""

from __future__ import annotations

import copy
import random
import zipfile
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest

from copydesk.edits.word.changes import Change, with_changes
from copydesk.errors import CannotWriteError
from copydesk.readers.word.paragraphs import NAMESPACES
from copydesk.readers.word.reader import read

GOLDEN = sorted((Path(__file__).parents[2] / "readers" / "word" / "golden").glob("*.docx"))
W = f"{{{NAMESPACES[0]}}}"
HAND = "<w:ins w:id='4' w:author='A' w:date='2026-01-01T00:00:00Z'>"


@pytest.fixture(autouse=True)
def one_date(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1780000000")


def r(words: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def change(data: bytes, words: str, instead: str) -> Change:
    for number, line in enumerate(read("a.docx", data).source.text.split("\n")):
        if words in line:
            at = line.index(words)
            return Change(number, at, at + len(words), instead)
    raise AssertionError(words)


def story(data: bytes) -> ElementTree.Element:
    with zipfile.ZipFile(BytesIO(data)) as opened:
        return ElementTree.fromstring(opened.read("word/document.xml"))


def words_of(root: ElementTree.Element, *, accepted: bool, author: str = "copydesk") -> list[str]:
    """The words of each paragraph once the changes of an author are accepted, or refused."""
    gone, kept = ("del", "ins") if accepted else ("ins", "del")

    def text(element: ElementTree.Element) -> str:
        kind = element.tag.removeprefix(W)
        if kind == gone and element.get(f"{W}author") == author:
            return ""
        if kind == "del" and element.get(f"{W}author") != author:
            return ""
        if kind in ("t", "delText"):
            return element.text or ""
        return {"tab": "\t", "br": " "}.get(kind, "") + "".join(map(text, element))

    assert kept
    return ["".join(map(text, paragraph)) for paragraph in copy.deepcopy(root).iter(f"{W}p")]


@pytest.mark.parametrize(
    ("inside", "words", "instead", "after"),
    [
        (r("He will will go."), " will", "", "He will go."),
        (r("He will go."), "will", "may", "He may go."),
        (r("He will go."), "He", "She & I", "She & I will go."),
        (r("He will go."), "go.", "go!", "He will go!"),
        (r("He will go."), "He will go.", "No.", "No."),
        (r("He ") + r("wi", "<w:b/>") + r("ll go."), "will", "may", "He may go."),
        (r("R&amp;D &#65; costs"), "D A", "D B", "R&D B costs"),
        (r("One 😀 two"), "😀", "and", "One and two"),
        (HAND + r("put in hand") + "</w:ins>" + r(" now"), "in hand", "by hand", "put by hand now"),
        (HAND + r("put in") + "</w:ins>" + r(" hand"), "in hand", "by you", "put by you"),
        (HAND + r("all of it") + "</w:ins>", "all of it", "none", "none"),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>", "\tb", " B", "a B c"),
        ("<w:r><w:t>  a b  </w:t></w:r>" + r(" c"), "b c", "d", "a d"),
        (
            '<w:hyperlink w:anchor="x">' + r("the ruling") + "</w:hyperlink>",
            "ruling",
            "decision",
            "the decision",
        ),
        (r("go"), "", "Now ", "Now go"),
    ],
)
def test_what_an_editor_gets(docx, inside, words, instead, after):
    data = docx(f"<w:p>{inside}</w:p>")
    before = read("a.docx", data).source.text
    done = with_changes("a.docx", data, [change(data, words, instead)])
    assert read("a.docx", done).source.text == after
    root = story(done)
    assert [one.strip() for one in words_of(root, accepted=True)] == [after]
    assert [one.strip() for one in words_of(root, accepted=False)] == [before]


def test_a_change_names_its_author_and_its_time(docx):
    data = docx(f"<w:p>{r('He will go.', '<w:i/>')}</w:p>")
    root = story(with_changes("a.docx", data, [change(data, "will", "may")]))
    deleted, inserted = root.find(f".//{W}del"), root.find(f".//{W}ins")
    for one in (deleted, inserted):
        assert (one.get(f"{W}author"), one.get(f"{W}date")) == ("copydesk", "2026-05-28T20:26:40Z")
        assert one.find(f"{W}r/{W}rPr/{W}i") is not None
    assert deleted.get(f"{W}id") != inserted.get(f"{W}id")


def test_many_changes_at_once_in_real_documents():
    for path in GOLDEN:
        data = path.read_bytes()
        lines = read("a.docx", data).source.text.split("\n")
        chance = random.Random(path.stem)  # noqa: S311
        changes, after = [], list(lines)
        for number, line in enumerate(lines):
            words = [word for word in line.split(" ") if word.isalpha() and line.count(word) == 1]
            if len(words) < 4:
                continue
            word = chance.choice(words)
            at = line.index(word)
            changes.append(Change(number, at, at + len(word), "Ωmega & <co>"))
            after[number] = line.replace(word, "Ωmega & <co>")
        assert len(changes) > 5
        assert read("a.docx", with_changes("a.docx", data, changes)).source.text == "\n".join(after)


def test_a_footnote_is_changed_in_its_own_part(docx):
    body = f'<w:p>{r("Told")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    data = docx(body, footnotes=f'<w:footnote w:id="2"><w:p>{r("the the report")}</w:p></w:footnote>')
    done = with_changes("a.docx", data, [change(data, " the", "")])
    assert read("a.docx", done).source.text == "Told\nthe report"


@pytest.mark.parametrize(
    "inside",
    [
        '<w:fldSimple w:instr=" REF x ">' + r("the the") + "</w:fldSimple>",
        "<w:r><w:pict><w:txbxContent><w:p>" + r("the the") + "</w:p></w:txbxContent></w:pict></w:r>",
        r("the ", '<w:rStyle w:val="Code"/>') + r("the", '<w:rStyle w:val="Code"/>'),
    ],
)
def test_what_is_left_to_people(docx, inside):
    data = docx(f"<w:p>{inside}</w:p>")
    with pytest.raises(CannotWriteError):
        with_changes("a.docx", data, [change(data, " the", "")])
