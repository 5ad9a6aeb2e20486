"""`copydesk check --comments` and `--fix` on Word documents: which file is written, and which never is."""

from __future__ import annotations

from pathlib import Path

import pytest

from copydesk.readers.word.reader import read


@pytest.fixture
def check(copydesk, folder, docx_of, monkeypatch):
    """Check a draft with one fault that can be corrected, and one that cannot."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1780000000")
    folder({})
    Path("draft.docx").write_bytes(docx_of("The council met the the mayor.", "Some say that it may."))

    def run(*arguments: str):
        options = ("--select", "repeated-word,vague-source", "--isolated", "--format", "text")
        return copydesk("check", *(arguments or ("draft.docx",)), *options, installed=True)

    return run


def comments(path: str) -> list[tuple[str, str]]:
    docx = pytest.importorskip("docx")
    return [(one.author, one.text) for one in docx.Document(path).comments]


def text_of(path: str) -> str:
    return read(path, Path(path).read_bytes()).source.text


class TestComments:
    def test_python_docx_reads_them(self, check):
        before = Path("draft.docx").read_bytes()
        result = check("draft.docx", "--comments")
        assert (result.code, result.err) == (1, "copydesk: 2 comments in draft.copydesk.docx\n")
        assert Path("draft.docx").read_bytes() == before
        said = [(author, text.split("\n")) for author, text in comments("draft.copydesk.docx")]
        assert said == [
            (
                "copydesk",
                [
                    'error: "the" twice in a row',
                    'Suggestion: delete the second "the"',
                    "repeated-word (to let it stand, reply: stet: repeated-word -- why)",
                ],
            ),
            (
                "copydesk",
                [
                    'info: "Some" could be anybody: say who, how many, or how they know',
                    "vague-source (to let it stand, reply: stet: vague-source -- why)",
                ],
            ),
        ]

    def test_only_what_is_shown_is_written(self, check):
        check("draft.docx", "--comments", "--show", "error")
        assert len(comments("draft.copydesk.docx")) == 1

    def test_a_copy_is_written_again_until_somebody_works_in_it(self, check):
        check("draft.docx", "--comments")
        assert check("draft.docx", "--comments", "--show", "error").code == 1
        assert len(comments("draft.copydesk.docx")) == 1
        docx = pytest.importorskip("docx")
        document = docx.Document("draft.copydesk.docx")
        document.add_paragraph("A new ending.")
        document.save("draft.copydesk.docx")
        worked_in = Path("draft.copydesk.docx").read_bytes()
        result = check("draft.docx", "--comments")
        assert result.code == 2
        assert "draft.docx: was not marked: somebody has worked in draft.copydesk.docx since" in result.err
        assert Path("draft.copydesk.docx").read_bytes() == worked_in

    def test_what_stands_where_the_copy_goes_and_is_no_file(self, check):
        Path("draft.copydesk.docx").symlink_to("gone.docx")
        told = check("draft.docx", "--comments").err
        assert (
            "was not marked: draft.copydesk.docx, where the copy goes, is a link that leads nowhere" in told
        )
        Path("draft.copydesk.docx").unlink()
        Path("draft.copydesk.docx").mkdir()
        told = check("draft.docx", "--comments").err
        assert "was not marked: draft.copydesk.docx, where the copy goes, is a folder" in told

    def test_a_marked_copy_is_marked_again_in_place(self, check):
        check("draft.docx", "--comments")
        result = check("draft.copydesk.docx", "--comments")
        assert (result.code, "--in-place marks it again" in result.err) == (2, True)
        result = check("draft.copydesk.docx", "--comments", "--in-place")
        assert (result.code, result.err) == (1, "copydesk: 2 comments in draft.copydesk.docx\n")
        assert len(comments("draft.copydesk.docx")) == 2
        assert check("draft.docx", "--comments").code == 2  # an editor works in the copy

    def test_in_place(self, check):
        result = check("draft.docx", "--comments", "--in-place")
        assert result.err == "copydesk: 2 comments in draft.docx\n"
        assert not Path("draft.copydesk.docx").exists()
        assert text_of("draft.docx").startswith("The council met the the mayor.")

    @pytest.mark.parametrize("lock", ["~$draft.docx", "~$raft.docx", "~$aft.docx"])
    def test_a_document_that_is_open_in_word_is_left_alone(self, check, lock):
        Path(lock).touch()
        result = check("draft.docx", "--comments", "--in-place")
        assert result.code == 2
        assert "was not changed: draft.docx is open in Word. Close it there first" in result.err

    def test_where_nothing_is_found_no_copy_is_made(self, check, docx_of):
        check("draft.docx", "--comments")
        Path("draft.docx").write_bytes(docx_of("The council met the mayor."))
        assert check("draft.docx", "--comments").err == "copydesk: 0 comments in draft.copydesk.docx\n"
        assert comments("draft.copydesk.docx") == []
        Path("draft.copydesk.docx").unlink()
        for place in ((), ("--in-place",)):
            before = Path("draft.docx").read_bytes()
            result = check("draft.docx", "--comments", *place)
            assert result.err == "copydesk: no comments for draft.docx: nothing is to be said of it\n"
            assert (Path("draft.docx").read_bytes(), Path("draft.copydesk.docx").exists()) == (before, False)

    def test_other_drafts_are_checked_as_ever(self, check):
        Path("a.txt").write_text("It is is so.\n", encoding="utf-8")
        result = check("a.txt", "draft.docx", "--comments")
        assert result.out.startswith("a.txt:1:4: error")
        assert result.err == "copydesk: 2 comments in draft.copydesk.docx\n"

    def test_where_there_is_no_word_document(self, check):
        Path("a.txt").write_text("It is so.\n", encoding="utf-8")
        result = check("a.txt", "--comments")
        assert result.code == 2
        assert (
            "--comments writes into Word documents (.docx), and there is none among these drafts"
            in result.err
        )

    def test_one_that_cannot_be_read_is_told_once(self, check):
        Path("draft.docx").write_bytes(b"PK\x03\x04 and so on")
        result = check("draft.docx", "--comments")
        assert (result.code, result.err.count("\n")) == (2, 1)

    @pytest.mark.parametrize(
        "more", [("--diff",), ("--add-stet", "repeated-word"), ("--show-files",), ("--staged",)]
    )
    def test_what_contradicts_it(self, check, more):
        result = check("draft.docx", "--comments", *more)
        assert (result.code, "choose" in result.err) == (2, True)

    def test_no_stet_note_is_written_into_a_word_document(self, check):
        result = check("draft.docx", "--add-stet", "repeated-word")
        assert result.code == 2
        assert "write `stet: RULE -- reason` in a comment of its own program" in result.err

    def test_in_place_alone_says_nothing(self, check):
        assert "--in-place goes with --comments or --fix" in check("draft.docx", "--in-place").err


class TestFix:
    def test_corrections_are_tracked_changes_in_a_copy(self, check):
        before = Path("draft.docx").read_bytes()
        result = check("draft.docx", "--fix")
        assert result.code == 0
        assert result.err == (
            "copydesk: the corrections of draft.docx are tracked changes in draft.copydesk.docx\n"
            "copydesk: corrected 1 finding in 1 draft\n"
        )
        assert Path("draft.docx").read_bytes() == before
        text = text_of("draft.copydesk.docx")
        assert text.startswith("The council met the mayor.\n")

    def test_with_comments_on_what_is_left(self, check):
        result = check("draft.docx", "--fix", "--comments")
        assert "copydesk: 1 comment in draft.copydesk.docx\n" in result.err
        assert [text[:12] for _, text in comments("draft.copydesk.docx")] == ['info: "Some"']
        assert "the the" not in text_of("draft.copydesk.docx")

    def test_in_place(self, check):
        check("draft.docx", "--fix", "--in-place")
        assert text_of("draft.docx").startswith("The council met the mayor.")

    def test_in_place_with_comments(self, check):
        result = check("draft.docx", "--fix", "--comments", "--in-place")
        assert result.err.endswith("copydesk: 1 comment in draft.docx\n")
        assert (len(comments("draft.docx")), "the the" in text_of("draft.docx")) == (1, False)

    def test_a_diff_shows_paragraphs(self, check):
        out = check("draft.docx", "--diff").out
        assert "-The council met the the mayor.\n+The council met the mayor.\n" in out
        assert not Path("draft.copydesk.docx").exists()

    def test_a_signed_document_is_not_changed(self, check):
        from copydesk.edits.word.archive import repacked
        from copydesk.readers.word.package import Package

        data = Path("draft.docx").read_bytes()
        Path("draft.docx").write_bytes(repacked(Package("", data), data, {"_xmlsignatures/a.sigs": b""}))
        for option in ("--fix", "--comments"):
            result = check("draft.docx", option)
            assert result.code == 2
            assert "draft.docx: was not changed: it is signed" in result.err


GUIDE = Path(__file__).parents[4] / "docs" / "word.md"
HEADLINE, HEADING = "Council votes on the harbour", "The money"
DRAFT = """
OSLO — The council votes on Monday on a plan for the the harbour that would close two of its nine quays.
“We have waited long enough,” said Kari Holm, who has led the city since 2019. Some fear that the \
ferries will lose their berths.
The plan costs 40 million kroner. Ms. Holm said the adviser who drew it up had been paid, that another \
adviser would be, and that the first advisor had not.
The quays were built in 1911. TK: ask the harbour office.
""".strip().split("\n")


def test_the_guide_shows_what_copydesk_says(copydesk, folder, docx):
    """The draft of the pictures, as it is reported and as it is marked."""

    def p(words: str, style: str = "Normal") -> str:
        properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        return f'<w:p>{properties}<w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p>'

    folder({})
    body = [p(HEADLINE, "Title"), *map(p, DRAFT[:2]), p(HEADING, "Heading2"), *map(p, DRAFT[2:])]
    Path("draft.docx").write_bytes(docx("".join(body)))
    guide = GUIDE.read_text(encoding="utf-8")
    report, comment = (block.split("```")[0] for block in guide.split("```text\n")[1:3])
    result = copydesk("check", "draft.docx", "--comments", "--isolated", "--format", "pretty", installed=True)
    for part in report.strip("\n").split("\n\n"):
        assert part in result.out
    assert comment.rstrip("\n") in [text for _, text in comments("draft.copydesk.docx")]
