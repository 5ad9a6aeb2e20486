"""LibreOffice opens what copydesk writes into Word documents, and keeps it when it saves them."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from copydesk.edits.word.changes import Change, with_changes
from copydesk.edits.word.comments import Remark
from copydesk.edits.word.marking import mark, seal
from copydesk.readers.word.comments import closing, read_comments
from copydesk.readers.word.reader import read

pytestmark = pytest.mark.slow

GOLDEN = Path(__file__).parents[2] / "readers" / "word" / "golden"


@pytest.fixture(scope="module")
def converted(tmp_path_factory, skip) -> Path:
    """A folder with a document that has comments and changes, as LibreOffice saves it again, and as a PDF."""
    program = shutil.which("soffice")
    if program is None:
        skip("libreoffice", "there is no LibreOffice")
    folder = tmp_path_factory.mktemp("libreoffice")
    data = (GOLDEN / "pandoc.docx").read_bytes()
    lines = read("a.docx", data).source.text.split("\n")
    number = next(number for number, line in enumerate(lines) if "the the" in line)
    at = lines[number].index(" the the")
    data = with_changes("a.docx", data, [Change(number, at, at + 4, ""), Change(number, 4, 8, "scheme")])
    lines = read("a.docx", data).source.text.split("\n")
    remarks = [
        Remark((line, word.start()), (line, word.end()), (f"look at “{word[0]}” & <that>", closing("a-rule")))
        for line, words in enumerate(lines)
        for word in list(re.finditer(r"\w{4,}", words))[:2]
    ]
    assert len(remarks) > 20
    (folder / "marked.docx").write_bytes(seal("a.docx", mark("a.docx", data, remarks)))
    (folder / "again").mkdir()
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    for kind, out in (("docx:MS Word 2007 XML", folder / "again"), ("pdf", folder)):
        done = subprocess.run(
            [program, profile, "--headless", "--convert-to", kind, "--outdir", out, folder / "marked.docx"],
            capture_output=True,
            text=True,
            check=True,
        )
        assert "rror" not in done.stdout + done.stderr.replace("javaldx", "")
    return folder


def test_it_makes_a_pdf_of_the_marked_copy(converted):
    assert (converted / "marked.pdf").read_bytes().startswith(b"%PDF")


def test_it_keeps_every_comment_and_every_change(converted):
    def said(path: Path) -> list[tuple[str, str]]:
        with zipfile.ZipFile(path) as opened:
            return [(one.author, one.text) for one in read_comments(opened.read("word/comments.xml"), "")]

    before, after = converted / "marked.docx", converted / "again" / "marked.docx"
    assert sorted(said(after)) == sorted(said(before))
    texts = [read("a.docx", path.read_bytes()).source.text.strip() for path in (before, after)]
    assert texts[1].replace("\xa0", " ") == texts[0].replace("\xa0", " ")
    with zipfile.ZipFile(after) as opened:
        xml = opened.read("word/document.xml")
    assert len(re.findall(rb'<w:(?:ins|del) [^>]*w:author="copydesk"', xml)) == 3


def test_comments_that_it_saved_are_replaced_all_the_same(converted):
    again = (converted / "again" / "marked.docx").read_bytes()
    none = mark("a.docx", again, [])
    with zipfile.ZipFile(converted / "again" / "marked.docx") as opened:
        assert opened.read("word/document.xml").count(b"commentRangeStart") > 20
    (converted / "none.docx").write_bytes(none)
    with zipfile.ZipFile(converted / "none.docx") as opened:
        assert b"<w:comment" not in opened.read("word/document.xml")
        assert read_comments(opened.read("word/comments.xml"), "") == []
