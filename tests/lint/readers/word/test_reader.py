"""A Word document in, blocks out."""

from __future__ import annotations

import pytest

from copydesk.document import Document
from copydesk.engine.stet import find_stets
from copydesk.model.prose import OBJECT
from copydesk.readers.word.reader import read


def p(inside: str, properties: str = "") -> str:
    """A paragraph; words without marks of their own become a run."""
    runs = inside if inside.startswith("<") or not inside else r(inside)
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>" if properties else f"<w:p>{runs}</w:p>"


def r(words: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def style(name: str) -> str:
    return f'<w:pStyle w:val="{name}"/>'


def field(told: str, shown: str) -> str:
    """A field as Word writes it, in five runs."""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> {told} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{shown}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def words(data: bytes) -> list[str]:
    document = Document(read("draft.docx", data))
    return [document.slice(block.span) for block in document.blocks]


def blocks(data: bytes) -> list[tuple[str, str]]:
    document = Document(read("draft.docx", data))
    return [(str(block.kind), document.slice(block.span)) for block in document.blocks]


class TestWords:
    @pytest.mark.parametrize(
        ("inside", "read_as"),
        [
            (r("The vote ") + r("is", "<w:b/>") + r(" near."), "The vote is near."),
            (r("In") + "<w:ins>" + r("serted") + "</w:ins>", "Inserted"),
            (r("Kept") + "<w:del><w:r><w:delText> gone</w:delText></w:r></w:del>", "Kept"),
            ("<w:moveFrom>" + r("Gone.") + "</w:moveFrom><w:moveTo>" + r("Here.") + "</w:moveTo>", "Here."),
            (r("Seen") + r(" unseen", "<w:vanish/>") + r(" again", '<w:vanish w:val="0"/>'), "Seen again"),
            (r("Seen") + r(" struck", "<w:strike/>") + r(" twice", "<w:dstrike/>"), "Seen"),
            (r("Seen") + r(" unseen", '<w:rStyle w:val="Unseen"/>'), "Seen"),
            (
                r("Seen")
                + "<w:r><w:rPr><w:b/><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>!"
                "</w:t></w:r>",
                "Seen!",
            ),
            (
                r("Type ")
                + r("ls ", '<w:rStyle w:val="Code"/>')
                + r("-a", '<w:rStyle w:val="Code"/>')
                + r(" now"),
                f"Type {OBJECT} now",
            ),
            (r("One") + "<w:r><w:br/></w:r>" + r("two"), "One two"),
            ("<w:r><w:t>Tab</w:t><w:tab/><w:t>bed</w:t></w:r>", "Tab\tbed"),
            ("<w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>op</w:t></w:r>", "co-op"),
            ("<w:r><w:t>won</w:t><w:softHyphen/><w:t>der</w:t></w:r>", "wonder"),
            ("<w:r><w:t>  pad  </w:t></w:r>" + r("ded"), "padded"),
            (r("R&amp;D &#8212; &lt;b&gt; <![CDATA[a & b]]>"), "R&D — <b> a & b"),
            (r("cafe\u0301"), "caf\u00e9"),
            (r("x") + "<m:oMath><m:r><m:t>E=mc</m:t></m:r></m:oMath>" + r(" y"), f"x{OBJECT} y"),
            (field("HYPERLINK &quot;https://example.com&quot;", r("the ruling")), "the ruling"),
            (field("REF a", r("above")), "above"),
            (r("On ") + field("DATE \\@ d", r("4 May")) + r(" we"), f"On {OBJECT} we"),
            (
                r("Page ") + '<w:fldSimple w:instr=" PAGE ">' + r("7") + "</w:fldSimple>" + r("."),
                f"Page {OBJECT}.",
            ),
            (field("IF " + "x", field("PAGE", r("1")) + r("kept")), f"{OBJECT}kept"),
            ('<w:hyperlink r:id="rId9">' + r("A link") + "</w:hyperlink>", "A link"),
            ("<w:smartTag>" + r("Oslo") + "</w:smartTag>", "Oslo"),
            ("<w:sdt><w:sdtContent>" + r("Filled in") + "</w:sdtContent></w:sdt>", "Filled in"),
            (
                r("By ")
                + "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
                + r("Click here")
                + "</w:sdtContent></w:sdt>"
                + r("us"),
                "By us",
            ),
            (
                "<w:r><w:ruby><w:rt>"
                + r("kan")
                + "</w:rt><w:rubyBase>"
                + r("字")
                + "</w:rubyBase></w:ruby></w:r>",
                "字",
            ),
            (r("See https://example.com/a for it"), f"See {OBJECT} for it"),
        ],
    )
    def test_what_a_paragraph_says(self, docx, inside, read_as):
        assert words(docx(p(inside))) == [read_as]

    def test_every_word_leads_back_to_its_place(self, docx):
        document = Document(read("a.docx", docx(p("One.") + p("") + p(r("Two ") + r("three.")))))
        at = document.words[2].span
        assert document.slice(at) == "three"
        assert document.source.text == "One.\n\nTwo three."
        assert (document.position(at).line, document.position(at).column) == (3, 5)

    def test_a_deleted_mark_joins_two_paragraphs(self, docx):
        gone = "<w:rPr><w:del/></w:rPr>"
        data = docx(p("The council ", gone) + p("will vote.", style("Zitat")) + p("Then it rests."))
        assert blocks(data) == [("block quote", "The council will vote."), ("paragraph", "Then it rests.")]

    def test_text_boxes_are_read_once_and_after_their_paragraph(self, docx):
        box = f"<w:txbxContent>{p('A pull quote.')}</w:txbxContent>"
        alternatives = (
            f"<w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
            "</mc:AlternateContent></w:r>"
        )
        assert words(docx(p(r("The story ") + alternatives + r("goes on.")))) == [
            "The story goes on.",
            "A pull quote.",
        ]

    def test_a_table_of_contents_is_not_read(self, docx):
        by_field = (
            '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r>'
            f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r("One")}</w:p><w:p>{r("Two")}'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
        )
        by_control = (
            "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/>"
            "</w:docPartObj></w:sdtPr>"
            f"<w:sdtContent>{p('Contents')}</w:sdtContent></w:sdt>"
        )
        by_style = p("Three", style("TOC1"))
        assert words(docx(by_field + by_control + by_style + p("The story."))) == ["The story."]

    def test_the_strict_variant_of_the_format_is_read(self, docx):
        from io import BytesIO
        from zipfile import ZipFile

        changed = BytesIO()
        with ZipFile(BytesIO(docx(p("The story.", style("Zitat"))))) as old, ZipFile(changed, "w") as new:
            for name in old.namelist():
                data = old.read(name).replace(
                    b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                    b"http://purl.oclc.org/ooxml/wordprocessingml/main",
                )
                new.writestr(
                    name,
                    data.replace(
                        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
                    ),
                )
        assert blocks(changed.getvalue()) == [("block quote", "The story.")]


class TestKinds:
    @pytest.mark.parametrize(
        ("properties", "kind"),
        [
            (style("Title"), "headline"),
            (style("Heading2"), "heading"),
            (style("berschrift3"), "heading"),
            (style("Zitat"), "block quote"),
            (style("Hauszitat"), "block quote"),
            (style("Bullets"), "list item"),
            (style("Beschriftung"), "caption"),
            (style("QuoteOfNobody"), "paragraph"),
            ('<w:outlineLvl w:val="2"/>', "heading"),
            (style("Heading2") + '<w:outlineLvl w:val="9"/>', "paragraph"),
            ('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>', "list item"),
            ('<w:numPr><w:numId w:val="0"/></w:numPr>', "paragraph"),
            (style("Bullets") + '<w:numPr><w:numId w:val="0"/></w:numPr>', "paragraph"),
            ("<w:pPrChange><w:pPr>" + style("Zitat") + "</w:pPr></w:pPrChange>", "paragraph"),
        ],
    )
    def test_what_a_style_makes_of_a_paragraph(self, docx, properties, kind):
        data = docx(p("The harbour office said nothing.") + p("The council voted late.", properties))
        assert blocks(data)[1] == (kind, "The council voted late.")

    def test_the_first_heading_is_the_headline_where_no_title_is(self, docx):
        data = docx(p("Ferry runs aground", style("Heading1")) + p("It did.") + p("Why", style("Heading1")))
        assert [kind for kind, _ in blocks(data)] == ["headline", "paragraph", "heading"]

    def test_a_title_leaves_headings_what_they_are(self, docx):
        data = docx(p("Ferry runs aground", style("Title")) + p("At sea", style("Heading1")) + p("It did."))
        assert [kind for kind, _ in blocks(data)] == ["headline", "heading", "paragraph"]

    def test_a_draft_without_styles_is_read_by_its_words(self, docx):
        story = "The ferry Aurora ran aground off the northern point early on Tuesday, in fog."
        data = docx(
            p("Ferry runs aground in the fog")
            + p("By Ingrid Moe")
            + p(f"OSLO (AP) — {story}")
            + p(story)
            + p("The fog")
            + p(story)
            + p("- a list that somebody typed")
            + p("* * *")
        )
        assert [kind for kind, _ in blocks(data)] == [
            *("headline", "byline", "dateline", "paragraph", "paragraph", "heading", "paragraph", "list item")
        ]

    def test_cells_of_a_table(self, docx):
        table = f"<w:tbl><w:tr><w:tc>{p('Year')}</w:tc><w:tc>{p('Votes')}</w:tc></w:tr></w:tbl>"
        assert blocks(docx(table)) == [("table cell", "Year"), ("table cell", "Votes")]


class TestNotes:
    FOOTNOTES = (
        '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
        f'<w:footnote w:id="7">{p("The second.")}</w:footnote>'
        f'<w:footnote w:id="3">{p("The first.")}</w:footnote>'
    )

    def test_footnotes_follow_the_story_in_the_order_of_their_marks(self, docx):
        marks = '<w:r><w:footnoteReference w:id="3"/></w:r>', '<w:r><w:footnoteReference w:id="7"/></w:r>'
        data = docx(p(r("One") + marks[0] + r(" and two") + marks[1] + r(".")), footnotes=self.FOOTNOTES)
        document = Document(read("a.docx", data))
        assert words(data) == ["One and two.", "The first.", "The second."]
        assert document.place(document.blocks[2].span) == "footnote 2"

    def test_what_stands_on_another_page_is_a_block_of_its_own(self, docx):
        turn = '<w:r><w:br w:type="{}"/></w:r>'
        body = (
            p(turn.format("page") + r("The last page"))
            + p(r("One page") + turn.format("page") + r("page two"))
            + p(
                r("One column")
                + turn.format("column")
                + r("column two")
                + turn.format("textWrapping")
                + r("x")
            )
        )
        assert words(docx(body)) == ["The last page", "One page", "page two", "One column", "column two x"]

    def test_a_comment_on_words_after_the_break_of_a_page_belongs_to_them(self, docx):
        body = p(r("One.") + '<w:r><w:br w:type="page"/></w:r><w:commentRangeStart w:id="0"/>' + r("Two."))
        comment = f'<w:comment w:id="0" w:author="Desk">{p("Is it?")}</w:comment>'
        document = read("a.docx", docx(body, comments=comment))
        (note,) = document.notes
        assert document.block_index(note.at) == 1

    @pytest.mark.parametrize("between", ["</w:t></w:r></w:p><w:p><w:r><w:t>", "</w:t><w:br/><w:t>"])
    def test_a_line_of_a_comment_that_begins_with_stet_is_a_note_of_its_own(self, docx, between):
        said = f"I think so.{between}stet: repeated-word -- her word"
        comment = f'<w:comment w:id="0" w:author="Desk"><w:p><w:r><w:t>{said}</w:t></w:r></w:p></w:comment>'
        body = p('<w:commentRangeStart w:id="0"/>' + r("The the vote."))
        document = Document(read("a.docx", docx(body, comments=comment)))
        assert [note.text for note in document.notes] == ["I think so.", "stet: repeated-word -- her word"]
        (stet,) = find_stets(document)
        assert (stet.names, stet.reason) == (("repeated-word",), "her word")

    def test_a_field_that_does_not_end_hides_no_words(self, docx):
        mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
        begun = mark.format("begin") + "<w:r><w:instrText> DATE </w:instrText></w:r>"
        body = p(r("One") + begun + r(" two ") + field("DATE", r("4 May")) + r(".")) + p(
            begun + mark.format("separate") + r("Three.")
        )
        assert words(docx(body)) == [f"One two {OBJECT}.", "Three."]

    def test_a_comment_is_a_note_where_it_begins(self, docx):
        body = p("Before.") + p(
            r("The ") + '<w:commentRangeStart w:id="0"/>' + r("vote") + '<w:commentRangeEnd w:id="0"/>'
            '<w:r><w:commentReference w:id="0"/></w:r>' + r(" is near.")
        )
        comment = f'<w:comment w:id="0" w:author="Desk">{p("Is it?")}{p("Ask them.")}</w:comment>'
        document = read("a.docx", docx(body, comments=comment))
        (note,) = document.notes
        assert (note.text, document.source.place(note.start), note.at) == (
            "Is it? Ask them.",
            "paragraph 2",
            8,
        )

    def test_brackets_hold_a_stet_note_as_in_plain_text(self, docx):
        document = Document(read("a.docx", docx(p("It is [stet: repeated-word -- meant] so so near."))))
        assert document.slice(document.blocks[0].span) == "It is so so near."
        assert [note.text for note in document.notes] == ["stet: repeated-word -- meant"]

    def test_code_holds_no_stet_note(self, docx):
        code = r("[stet: RULE -- why]", '<w:rStyle w:val="Code"/>')
        document = Document(read("a.docx", docx(p(r("Write ") + code + r(" there.")))))
        assert (document.notes, document.text) == ([], f"Write {OBJECT} there.")


class TestPlaces:
    def test_a_place_is_told_as_a_person_finds_it(self, docx):
        data = docx(p("Opening words.") + p("The money", style("Heading2")) + p("It will will come."))
        source = read("a.docx", data).source
        at = source.text.index("will will")
        assert source.label(at, at + 9) == 'paragraph 3, "will will" (under "The money")'
        assert source.label(0, 7) == 'paragraph 1, "Opening"'

    def test_long_words_are_cut(self, docx):
        source = read("a.docx", docx(p("word " * 40))).source
        assert source.label(0, 199) == 'paragraph 1, "word word word word word word word word …"'
