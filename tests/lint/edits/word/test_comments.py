"""Comments at the words of findings: where they stand, what they replace, and that nothing else changes."""

from __future__ import annotations

import random
import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from copydesk.edits.word import archive
from copydesk.edits.word.comments import Remark
from copydesk.edits.word.marking import has_own_comments, is_untouched, mark, seal
from copydesk.errors import CannotWriteError
from copydesk.readers.word.comments import closing, read_comments
from copydesk.readers.word.package import Package
from copydesk.readers.word.paragraphs import NAMESPACES
from copydesk.readers.word.reader import read, read_story

GOLDEN = sorted((Path(__file__).parents[2] / "readers" / "word" / "golden").glob("*.docx"))
W = f"{{{NAMESPACES[0]}}}"


@pytest.fixture(autouse=True)
def one_date(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1780000000")


def r(words: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def at(data: bytes, words: str, said: str = "error: twice") -> Remark:
    """A remark on the first place of these words."""
    text = read("a.docx", data).source.text
    start = text.index(words)
    before, after = text[:start], text[: start + len(words)]
    first = before.count("\n"), len(before) - before.rfind("\n") - 1
    last = after.count("\n"), len(after) - after.rfind("\n") - 1
    return Remark(first, last, (said, closing("repeated-word")))


def part(data: bytes, name: str) -> bytes:
    with zipfile.ZipFile(BytesIO(data)) as opened:
        return opened.read(name)


def marked_words(data: bytes) -> list[str]:
    """The words between the marks of each comment, by the ids, as the standard library reads the XML."""
    from xml.etree import ElementTree

    found: dict[str, str] = {}
    open_: set[str] = set()
    for element in ElementTree.fromstring(part(data, "word/document.xml")).iter():
        number = element.get(f"{W}id", "")
        if element.tag == f"{W}commentRangeStart":
            open_.add(number)
            found[number] = ""
        elif element.tag == f"{W}commentRangeEnd":
            open_.remove(number)
        elif element.tag == f"{W}t":
            for one in open_:
                found[one] += element.text or ""
    assert not open_
    return [found[number] for number in sorted(found, key=int)]


class TestPlaces:
    @pytest.mark.parametrize(
        ("inside", "words"),
        [
            (r("The vote is is near."), "is is"),
            (r("The vote is is near."), "The"),
            (r("The vote is is near."), "near."),
            (r("The vote is is near."), "The vote is is near."),
            (r("The vote ") + r("is", "<w:b/>") + r(" is near."), "is is"),
            (r("R&amp;D is &#x1F600; is <![CDATA[here]]> "), "is 😀 is"),
            (r("One 😀 two 𝒳 three"), "two 𝒳"),
            ("<w:ins w:id='4' w:author='A'>" + r("put in by hand") + "</w:ins>", "by"),
            ('<w:hyperlink w:anchor="x">' + r("the ruling of May") + "</w:hyperlink>", "ruling"),
            ("<w:r><w:t>Tab</w:t><w:tab/><w:t>bed and</w:t><w:br/><w:t>broken</w:t></w:r>", "bed"),
            ("<w:r><w:rPr><w:i/></w:rPr><w:t>a b</w:t></w:r>", "b"),
            ("<w:r><w:t>  a b  </w:t></w:r>" + r(" c"), "b c"),
            (r("a <!-- no words --> b"), "b"),
            ("<w:r><w:rPr/><w:t>a b c</w:t></w:r>", "b"),
            ("<w:r><w:t/><w:t>a b c</w:t><w:t/></w:r>", "a b c"),
        ],
    )
    def test_a_comment_stands_at_the_exact_words(self, docx, inside, words):
        data = docx(f"<w:p>{inside}</w:p>")
        marked = mark(
            "a.docx",
            data,
            [at(data, words)],
        )
        assert marked_words(marked)[0] == words.replace("\t", "")
        assert read("a.docx", marked).source.text == read("a.docx", data).source.text

    def test_comments_may_overlap_touch_and_hold_each_other(self, docx):
        data = docx(f"<w:p>{r('one two three four')}</w:p>")
        words = ["one two", "two three", "two", "three four", "four", "one two three four", "two"]
        assert marked_words(mark("a.docx", data, [at(data, one) for one in words])) == words

    def test_a_comment_on_two_paragraphs(self, docx):
        data = docx(f"<w:p>{r('one two')}</w:p><w:p>{r('three four')}</w:p>")
        assert marked_words(mark("a.docx", data, [at(data, "two\nthree")])) == ["twothree"]

    def test_a_remark_on_a_footnote_stands_at_its_mark(self, docx):
        body = f'<w:p>{r("Told")}<w:r><w:footnoteReference w:id="2"/></w:r>{r(" so.")}</w:p>'
        data = docx(body, footnotes=f'<w:footnote w:id="2"><w:p>{r("the the report")}</w:p></w:footnote>')
        xml = part(mark("a.docx", data, [at(data, "the the")]), "word/document.xml")
        marks = b'<w:commentRangeStart w:id="0"/><w:r><w:footnoteReference w:id="2"/></w:r><w:commentRangeEnd'
        assert marks in xml

    def test_a_remark_on_a_text_box_stands_at_the_box(self, docx):
        box = f"<w:r><w:pict><w:txbxContent><w:p>{r('the the box')}</w:p></w:txbxContent></w:pict></w:r>"
        data = docx(f"<w:p>{r('Told.')}{box}</w:p>")
        xml = part(mark("a.docx", data, [at(data, "the the")]), "word/document.xml")
        assert b'<w:commentRangeStart w:id="0"/><w:r><w:pict>' in xml

    def test_a_remark_on_no_words_stands_at_their_paragraph(self, docx):
        data = docx(f"<w:p>{r('All of it.')}</w:p>")
        assert marked_words(mark("a.docx", data, [Remark((0, 4), (0, 4), ("x",))])) == ["All of it."]

    @pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
    def test_every_word_of_a_real_document_can_be_marked(self, path):
        data = path.read_bytes()
        text = read("a.docx", data).source.text.split("\n")
        remarks = [
            Remark((line, word.start()), (line, word.end()), (f"word {number}",))
            for line, words in enumerate(text[:-1])
            for number, word in enumerate(re.finditer(r"\w+", words))
        ]
        random.Random(3).shuffle(remarks)  # noqa: S311
        marked = mark("a.docx", data, remarks)
        assert marked_words(marked) == [text[one.start[0]][one.start[1] : one.end[1]] for one in remarks]
        assert read("a.docx", marked).source.text == "\n".join(text)


class TestWhatStays:
    @pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
    def test_every_other_byte_of_the_file(self, path):
        data = path.read_bytes()
        marked = mark("a.docx", data, [at(data, "harbour")])
        changed = {
            "word/document.xml",
            "word/comments.xml",
            "[Content_Types].xml",
            "word/_rels/document.xml.rels",
        }
        with zipfile.ZipFile(BytesIO(data)) as before, zipfile.ZipFile(BytesIO(marked)) as after:
            assert after.testzip() is None
            assert [*before.namelist(), "word/comments.xml"][: len(after.namelist())] == after.namelist()
            for info in before.infolist():
                if info.filename not in changed:
                    new = after.getinfo(info.filename)
                    record = data[info.header_offset :][: 30 + len(info.filename) + info.compress_size]
                    assert marked[new.header_offset :][: len(record)] == record
                    assert (new.date_time, new.external_attr) == (info.date_time, info.external_attr)

    @pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
    def test_a_second_run_replaces_its_own_and_leaves_the_rest_of_the_story(self, path):
        data = path.read_bytes()
        once = mark("a.docx", data, [at(data, "harbour"), at(data, "ferries")])
        assert mark("a.docx", once, [at(data, "harbour"), at(data, "ferries")]) == once
        other = mark("a.docx", once, [at(data, "kroner")])
        assert marked_words(other) == ["kroner"]
        none = mark("a.docx", once, [])
        assert marked_words(none) == []
        assert b"copydesk" not in part(none, "word/document.xml") + part(none, "word/comments.xml")

    def test_the_comments_of_others(self, docx):
        body = (
            f'<w:p><w:commentRangeStart w:id="7"/>{r("The vote")}<w:commentRangeEnd w:id="7"/>'
            f'<w:r><w:rPr><w:rStyle w:val="x"/></w:rPr><w:commentReference w:id="7"/></w:r>'
            f"{r(' is is near.')}</w:p>"
        )
        comment = '<w:comment w:id="7" w:author="Desk"><w:p><w:r><w:t>When?</w:t></w:r></w:p></w:comment>'
        data = docx(body, comments=comment)
        marked = mark("a.docx", mark("a.docx", data, [at(data, "is is")]), [at(data, "near")])
        assert marked_words(marked) == ["The vote", "near"]
        assert comment.encode() in part(marked, "word/comments.xml")
        assert [one.author for one in read_comments(part(marked, "word/comments.xml"), "")] == [
            "Desk",
            "copydesk",
        ]

    def test_the_comments_of_a_person_who_is_called_copydesk_too(self, docx):
        first, last = '<w:commentRangeStart w:id="7"/>', '<w:r><w:commentReference w:id="7"/></w:r>'
        comment = (
            '<w:comment w:id="7" w:author="copydesk" w:initials="CD"><w:p><w:r><w:t>When, and who '
            "says so?</w:t></w:r></w:p></w:comment>"
        )
        data = docx(f"<w:p>{first}{r('The vote is is near.')}{last}</w:p>", comments=comment)
        once = mark("a.docx", data, [at(data, "is is")])
        for again in (mark("a.docx", once, [at(data, "is is")]), mark("a.docx", once, [])):
            assert comment.encode() in part(again, "word/comments.xml")
        assert not has_own_comments("a.docx", data)
        assert has_own_comments("a.docx", once)
        assert [note.text for note in read("a.docx", once).notes] == ["When, and who says so?"]

    def test_one_in_which_somebody_wrote_on_stays(self, docx):
        data = docx(f"<w:p>{r('The vote is is near.')}</w:p>")
        once = mark("a.docx", data, [at(data, "is is")])
        more = b"<w:p><w:r><w:t>I asked her.</w:t></w:r></w:p></w:comment>"
        comments = part(once, "word/comments.xml").replace(b"</w:comment>", more)
        worked_in = archive.repacked(Package("", once), once, {"word/comments.xml": comments})
        assert b"I asked her." in part(mark("a.docx", worked_in, []), "word/comments.xml")

    def test_one_that_was_answered_stays_with_its_answer_and_is_not_said_twice(self, docx):
        data = docx(f"<w:p>{r('The vote is is near.')}</w:p>")
        once = mark("a.docx", data, [at(data, "is is")])
        w14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
        comments = part(once, "word/comments.xml").replace(b"<w:p>", f'<w:p {w14} w14:paraId="0A">'.encode())
        answer = (
            f'<w:comment w:id="1" w:author="Desk"><w:p {w14} w14:paraId="0B"><w:r>'
            "<w:t>stet: repeated-word</w:t></w:r></w:p></w:comment></w:comments>"
        )
        package = Package("", once)
        rels = part(once, "word/_rels/document.xml.rels").replace(
            b"</Relationships>",
            b'<Relationship Id="e" Type="x/commentsExtended" Target="commentsExtended.xml"/></Relationships>',
        )
        extended = (
            b'<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">'
            b'<w15:commentEx w15:paraId="0A" w15:done="0"/>'
            b'<w15:commentEx w15:paraId="0B" w15:paraIdParent="0A"/>'
            b"</w15:commentsEx>"
        )
        changed = {
            "word/comments.xml": comments.replace(b"</w:comments>", answer.encode()),
            "word/_rels/document.xml.rels": rels,
            "word/commentsExtended.xml": extended,
        }
        answered = archive.repacked(package, once, changed)
        again = mark("a.docx", answered, [at(data, "is is"), at(data, "near", "info: soon?")])
        said = [one.lines[0] for one in read_comments(part(again, "word/comments.xml"), "")]
        assert said == ["error: twice", "stet: repeated-word", "info: soon?"]
        assert part(again, "word/commentsExtended.xml") == extended

    def test_what_other_parts_say_of_dropped_comments_goes_too(self, docx):
        data = docx(f"<w:p>{r('The vote is is near.')}</w:p>")
        once = mark("a.docx", data, [at(data, "is is")])
        w14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
        comments = part(once, "word/comments.xml").replace(b"<w:p>", f'<w:p {w14} w14:paraId="0A">'.encode())
        kinds = {"commentsExtended": "paraId", "commentsIds": "paraId", "commentsExtensible": "durableId"}
        relations = "".join(f'<Relationship Id="{k}" Type="x/{k}" Target="{k}.xml"/>' for k in kinds)
        rels = (
            part(once, "word/_rels/document.xml.rels")
            .decode()
            .replace("</Relationships>", f"{relations}</Relationships>")
        )
        changed = {
            "word/comments.xml": comments,
            "word/_rels/document.xml.rels": rels.encode(),
            "word/commentsExtended.xml": b'<a><b paraId="0A" done="1"/><b paraId="FF"/></a>',
            "word/commentsIds.xml": b'<a><b paraId="0A" durableId="77"/><b paraId="FF" durableId="99"/></a>',
            "word/commentsExtensible.xml": b'<a><b durableId="77"><c/></b><b durableId="99"/></a>',
        }
        none = mark("a.docx", archive.repacked(Package("", once), once, changed), [])
        assert part(none, "word/commentsExtended.xml") == b'<a><b paraId="FF"/></a>'
        assert part(none, "word/commentsIds.xml") == b'<a><b paraId="FF" durableId="99"/></a>'
        assert part(none, "word/commentsExtensible.xml") == b'<a><b durableId="99"/></a>'


class TestRefusals:
    def test_a_signed_document(self, docx):
        data = docx(f"<w:p>{r('The vote.')}</w:p>")
        signed = archive.repacked(Package("", data), data, {"_xmlsignatures/origin.sigs": b""})
        with pytest.raises(CannotWriteError, match="is signed, and any change would break the signature"):
            mark("a.docx", signed, [at(data, "vote")])

    def test_words_in_pieces_that_cannot_be_cut(self, docx):
        data = docx("<w:p><w:r><w:t><![CDATA[in one piece]]></w:t></w:r></w:p>")
        with pytest.raises(CannotWriteError, match="was not changed"):
            mark("a.docx", data, [at(data, "one")])

    def test_other_prefixes_than_those_of_word(self, docx):
        data = docx(f"<w:p>{r('The vote.')}</w:p>")
        xml = part(data, "word/document.xml").replace(b"<w:", b"<n:").replace(b"</w:", b"</n:")
        xml = xml.replace(b"xmlns:w=", b"xmlns:n=")
        odd = archive.repacked(Package("", data), data, {"word/document.xml": xml})
        assert read("a.docx", odd).source.text == "The vote."
        with pytest.raises(CannotWriteError, match="its XML is not as Word writes it"):
            mark("a.docx", odd, [at(data, "vote")])

    def test_an_archive_behind_something_else(self, docx):
        data = docx(f"<w:p>{r('The vote.')}</w:p>")
        with pytest.raises(CannotWriteError, match="its archive is not as Word writes it"):
            mark("a.docx", data[:4] + bytes(30) + data, [at(data, "vote")])


class TestSeal:
    def test_it_tells_whether_somebody_worked_in_a_copy(self, docx):
        data = docx(f"<w:p>{r('The vote is is near.')}</w:p>")
        copy = seal("a.docx", mark("a.docx", data, [at(data, "is is")]))
        assert (is_untouched(copy), is_untouched(data)) == (True, False)
        xml = part(copy, "word/document.xml").replace(b"near", b"far")
        assert not is_untouched(archive.repacked(Package("", copy), copy, {"word/document.xml": xml}))
        comments = part(copy, "word/comments.xml").replace(b"twice", b"three times")
        assert not is_untouched(archive.repacked(Package("", copy), copy, {"word/comments.xml": comments}))
        assert read_story(Package("", copy)).paragraphs[0].text == "The vote is is near."
