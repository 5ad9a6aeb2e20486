"""What the page asks of a draft, and what it is told."""

from __future__ import annotations

import io
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.config.resolver import CommandLine
from copydesk.desk.editing import Desk, Refused
from copydesk.desk.in_its_bytes import in_its_bytes
from copydesk.desk.questions import Explain, Fix, Judge, Open, Page, Pasted, Save, Stet
from copydesk.errors import CannotNoteError, UsageError
from copydesk.house.verdicts import read_verdicts
from copydesk.model.source import LINE_END, Source
from copydesk.run.inputs import Input

TEXT = "The 😀 council put off the the vote.\n\nIt said [TK] so.\n"


def page(text=TEXT, name="draft.txt", kind="plain", **more):
    return Page(name, kind, text, **more)


def rules(answer):
    return [finding["rule"] for finding in answer["findings"]]


def test_findings_come_with_offsets_as_the_browser_counts(desk):
    answer = desk.check(page())
    first, second = answer["findings"]
    units = TEXT.encode("utf-16-le")
    assert units[2 * first["start"] : 2 * first["end"]].decode("utf-16-le") == "the the"
    assert units[2 * second["start"] : 2 * second["end"]].decode("utf-16-le") == "[TK]"
    assert (first["severity"], first["group"], first["name"]) == ("error", "Said twice", "Repeated word")
    assert second["group"] == "Left in"
    assert first["fix"] == {"message": 'delete the second "the"', "safe": True}
    assert second["fix"] is None
    assert answer["words"] == 11


def test_a_correction_that_cannot_be_made_is_not_offered(desk):
    (finding,) = desk.check(page("“We need to to act,” said Ann Orr.\n"))["findings"]
    assert finding["rule"] == "repeated-word"
    assert finding["fix"] is None


def test_a_finding_is_corrected(desk):
    (finding, _) = desk.check(page())["findings"]
    fixed = desk.fix(Fix(page(), finding["rule"], finding["start"]))
    assert fixed == {"text": TEXT.replace("the the", "the"), "made": 1}


def test_all_safe_corrections_are_made_at_once(desk):
    text = TEXT + "\nHe went to the the shore.\n"
    assert desk.fix(Fix(page(text)))["text"] == text.replace("the the", "the")


def test_a_finding_that_is_gone_is_not_corrected(desk):
    with pytest.raises(Refused, match="not found any more"):
        desk.fix(Fix(page("Nothing is here.\n"), "repeated-word", 3))


def test_a_note_lets_a_finding_stand(desk):
    (finding, _) = desk.check(page())["findings"]
    noted = desk.stet(Stet(page(), finding["rule"], finding["start"], "he stammers"))["text"]
    assert noted == "[stet: repeated-word -- he stammers]\n" + TEXT
    assert rules(desk.check(page(noted))) == ["placeholder"]


def test_a_reason_that_would_end_its_note_is_refused(desk):
    with pytest.raises(CannotNoteError, match="without square brackets"):
        desk.stet(Stet(page(), "repeated-word", 0, "so] there"))


def test_a_verdict_is_kept_and_shown_again(desk, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (finding, other) = desk.check(page())["findings"]
    assert (finding["verdict"], other["verdict"]) == ("", "")
    for opinion in ("right", "wrong"):
        answer = desk.judge(Judge(page(), finding["rule"], finding["start"], opinion))
        assert answer == {"file": "verdicts.jsonl"}
        (finding, other) = desk.check(page("A headline\n\n" + TEXT))["findings"]
        assert (finding["verdict"], other["verdict"]) == (opinion, "")
        (finding, _) = desk.check(page())["findings"]
    kept = read_verdicts((tmp_path / "verdicts.jsonl").read_bytes(), "verdicts.jsonl")
    assert [(one.rule, one.opinion) for one in kept] == [
        ("repeated-word", "right"),
        ("repeated-word", "wrong"),
    ]


def test_a_rule_that_breaks_its_promise_is_shown_lower(registry, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    said = '"date":"2031-03-02T09:30:00Z","excerpt":"","rule":"repeated-word","verdict":"wrong"'
    lines = [f'{{"digest":"{number:016x}",{said}}}\n' for number in range(30)]
    (tmp_path / "verdicts.jsonl").write_text("".join(lines), encoding="utf-8")
    (tmp_path / "copydesk.toml").write_text("promise = true\n", encoding="utf-8")
    (finding, other) = Desk(registry, CommandLine()).check(page())["findings"]
    assert (finding["severity"], finding["promised"]) == ("warning", "error")
    assert other["promised"] is None


def test_what_copydesk_reports_of_itself_has_no_verdict(desk, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    text = "[stet: vague-source]\n\nAll is well.\n"
    (finding,) = desk.check(page(text))["findings"]
    assert finding["verdict"] is None
    with pytest.raises(Refused, match="comes from copydesk itself"):
        desk.judge(Judge(page(text), finding["rule"], finding["start"], "wrong"))


def test_a_broken_verdicts_file_is_told_at_once(desk, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "verdicts.jsonl").write_text("<<<<<<< ours\n", encoding="utf-8")
    answer = desk.check(page())
    (told,) = answer["problems"]
    assert told.startswith(
        "verdicts can be neither shown nor kept: verdicts.jsonl:1:1: a merge left a conflict"
    )
    finding = answer["findings"][0]
    with pytest.raises(UsageError, match=r"verdicts\.jsonl:1:1: a merge left a conflict here"):
        desk.judge(Judge(page(), finding["rule"], finding["start"], "wrong"))


def test_the_style_is_chosen_from_the_page(desk):
    text = "Ann Orr, the mayor, spoke.\n\nMs. Orr left.\n"
    assert rules(desk.check(page(text))) == []
    assert "unwanted-courtesy-title" in rules(desk.check(page(text, style="ap")))


def test_a_style_that_there_is_none_of_is_told(desk):
    with pytest.raises(UsageError, match='no style "nope"'):
        desk.check(page(style="nope"))


def test_the_configuration_beside_a_draft_holds(registry, tmp_path):
    (tmp_path / "copydesk.toml").write_text('style = "ap"\nignore = ["repeated-word"]\n')
    draft = tmp_path / "draft.txt"
    draft.write_text(TEXT)
    desk = Desk(registry, CommandLine(), [Input(str(draft))])
    opened = desk.open(Open(number=0))
    assert opened["name"] == "draft.txt"  # the page learns no folder
    answer = desk.check(page(opened["text"], number=0))
    assert rules(answer) == ["placeholder"]
    assert answer["style"] == "ap"


def test_no_note_is_written_that_the_house_refuses(registry, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "copydesk.toml").write_text('no-stet = ["repeated-word"]\n')
    desk = Desk(registry, CommandLine())
    (finding, _) = desk.check(page())["findings"]
    with pytest.raises(Refused, match=r"no note lets repeated-word stand in this house \(no-stet\)"):
        desk.stet(Stet(page(), finding["rule"], finding["start"], "he stammers"))


def test_rules_in_shadow_are_not_seen(desk, registry, tmp_path, monkeypatch):
    assert rules(desk.check(page())) == ["repeated-word", "placeholder"]
    monkeypatch.chdir(tmp_path)
    (tmp_path / "copydesk.toml").write_text('shadow = ["repeated-word"]\n')
    assert rules(Desk(registry, CommandLine()).check(page())) == ["placeholder"]
    assert [path.name for path in tmp_path.iterdir()] == ["copydesk.toml"]


def test_a_page_that_is_loaded_anew_reads_the_configuration_anew(registry, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    desk = Desk(registry, CommandLine())
    assert "repeated-word" in rules(desk.check(page()))
    (tmp_path / "copydesk.toml").write_text('ignore = ["repeated-word"]\n')
    assert "repeated-word" in rules(desk.check(page()))
    desk.start()
    assert "repeated-word" not in rules(desk.check(page()))


def test_a_draft_that_cannot_be_read_is_refused_before_a_browser_opens(registry, tmp_path):
    (tmp_path / "a.docx").write_bytes(b"no archive")
    with pytest.raises(UsageError, match=r"a\.docx: "):
        Desk(registry, CommandLine(), [Input(str(tmp_path / "a.docx"))]).refuse_unreadable()


def test_the_page_offers_the_styles_and_reads_the_formats(desk):
    start = desk.start()
    assert {"name": "ap", "as_of": "2024"} in start["styles"]
    assert {".docx", ".html", ".md", ".txt"} <= set(start["suffixes"])
    assert start["drafts"] == []


def test_google_docs_are_pasted_as_markdown_or_as_plain_text(desk):
    html = (
        '<meta charset="utf-8"><b style="font-weight:normal" id="docs-internal-guid-1"><h1 dir="ltr">'
        '<span>Harbour vote</span></h1><p dir="ltr"><span>The council </span><span>met.</span></p>'
        '<ul><li dir="ltr"><p dir="ltr"><span>One</span></p></li></ul></b>'
    )
    assert desk.paste(Pasted(html, "markdown")) == {"text": "# Harbour vote\n\nThe council met.\n\n- One"}
    assert desk.paste(Pasted(html, "plain")) == {"text": "Harbour vote\n\nThe council met.\n\nOne"}


def test_an_example_of_each_kind_explains_a_rule(desk):
    told = desk.explain(Explain("repeated-word"))
    assert told["name"] == "Repeated word"
    assert {bool(example["marks"]) for example in told["examples"]} == {True, False}
    with pytest.raises(Refused):
        desk.explain(Explain("nope"))


def test_people_sources_and_quotations_have_their_places(desk):
    text = "😀 Mayor Ann Orr spoke. “It is over for all of us,” Ms. Orr said.\n"
    cast = desk.cast(page(text))
    (person,) = cast["people"]
    (quotation,) = cast["quotations"]
    units = text.encode("utf-16-le")

    def words(place):
        return units[2 * place["start"] : 2 * place["end"]].decode("utf-16-le")

    assert [words(mention) for mention in person["mentions"]] == ["Mayor Ann Orr", "Ms. Orr"]
    assert words(quotation) == quotation["text"] == "“It is over for all of us,”"
    assert quotation["speaker"]["person"] == "Ann Orr"
    assert [source["name"] for source in cast["sources"]] == ["Ann Orr"]


@pytest.mark.parametrize(
    "data",
    [b"\xef\xbb\xbfOne the the.\r\nTwo.\r\n", "Caf\u00e9 the the.\r\n".encode("windows-1252"), b"One\rTwo\r"],
    ids=["a mark and CRLF", "Windows-1252", "old line ends"],
)
def test_a_text_file_keeps_its_bytes(desk, data):
    opened = desk.open(Open(name="a.txt", data=data))
    assert "\r" not in opened["text"]
    same = page(opened["text"], "a.txt")
    assert desk.save(Save(same, "same", data))["data"] == data
    other = page(opened["text"].replace("the the", "the") + "End.\n", "a.txt")
    line_end = b"\r\n" if b"\n" in data else b"\r"
    assert (
        desk.save(Save(other, "same", data))["data"] == data.replace(b"the the", b"the") + b"End." + line_end
    )


@pytest.mark.parametrize(
    ("before", "old", "new", "after"),
    [
        (b"a\r\nb\nc\r\n", "b", "B", b"a\r\nB\nc\r\n"),
        (b"a\r\nb\nc\r\n", "b\n", "b\nnew\n", b"a\r\nb\nnew\nc\r\n"),
        (b"a\r\nb\nc", "c", "c\nnew\n", b"a\r\nb\nc\nnew\n"),
        (b"a\nb\r\nc\r", "b\n", "", b"a\nc\r"),
        (b"a\r\nb\nc\r\n", "c\n", "c", b"a\r\nb\nc"),
        (b"a\xe9\x81\r\nb\n", "a", "A", b"A\xe9\x81\r\nb\n"),
        (b"", "", "new\n", b"new\n"),
        (b"x\ra\nb", "a", "", b"x\r\n\nb"),
        (b"x\ra\n\nb", "a\n", "", b"x\r\n\nb"),
    ],
)
def test_lines_that_did_not_change_keep_their_line_ends(desk, before, old, new, after):
    text = desk.open(Open(name="a.txt", data=before))["text"]
    saved = desk.save(Save(page(text.replace(old, new, 1), "a.txt"), "same", before))
    assert (saved["data"], saved["note"]) == (after, "")


@given(st.lists(st.sampled_from(["a", "b", "\n", "\r\n", "\r"])), st.lists(st.sampled_from(["a", "b", "\n"])))
def test_a_text_is_saved_with_the_words_and_lines_of_the_page(before, after):
    source = Source("a.txt", "".join(before))
    data, _ = in_its_bytes(source, source.text.encode(), "".join(after))
    lines = LINE_END.sub("\n", data.decode())
    assert lines == "".join(after)


def test_a_text_that_changes_its_encoding_says_so(desk):
    data = "Caf\u00e9 the the.\r\nTwo.\n".encode("windows-1252")
    text = desk.open(Open(name="a.txt", data=data))["text"].replace("Two", "Two \u2192")
    saved = desk.save(Save(page(text, "a.txt"), "same", data))
    assert saved["data"] == "Caf\u00e9 the the.\r\nTwo \u2192.\n".encode()
    assert saved["note"] == 'it is in UTF-8 now: Windows-1252, as it came, cannot write "\u2192"'


def test_a_word_document_is_opened_corrected_and_saved_with_tracked_changes(desk, docx_of):
    data = docx_of("The council put off the the vote.", "It is over.")
    opened = desk.open(Open(name="a.docx", data=data))
    assert opened["format"] == "markdown"
    (finding,) = desk.check(page(opened["text"], "a.docx", "markdown"))["findings"]
    fixed = desk.fix(Fix(page(opened["text"], "a.docx", "markdown"), finding["rule"], finding["start"]))
    saved = desk.save(Save(page(fixed["text"], "a.docx", "markdown"), "same", data))
    assert saved["name"] == "a.docx"
    again = desk.open(Open(name="a.docx", data=saved["data"]))
    assert again["text"] == "The council put off the vote.\n\nIt is over.\n"


def test_findings_are_comments_in_the_document_that_came(desk, docx_of):
    import docx

    data = docx_of("The council put off the the vote.", "It said [TK] so.")
    text = desk.open(Open(name="a.docx", data=data))["text"]
    asked = page(text, "a.docx", "markdown")
    (twice, _) = desk.check(asked)["findings"]
    saved = desk.save(Save(asked, "word", data, ((twice["rule"], twice["start"]),)))
    assert saved["name"] == "a.copydesk.docx"
    comments = list(docx.Document(io.BytesIO(saved["data"])).comments)
    assert [comment.author for comment in comments] == ["copydesk"]
    assert "[TK]" in comments[0].text


def test_a_text_becomes_a_word_document_with_comments(desk):
    import docx

    text = "# Harbour vote\n\nThe council put off the the vote.\n\n- One\n- Two\n\n> Said so.\n"
    saved = desk.save(Save(page(text, "story.md", "markdown"), "word"))
    assert saved["name"] == "story.copydesk.docx"
    made = docx.Document(io.BytesIO(saved["data"]))
    assert [(p.style.name, p.text) for p in made.paragraphs] == [
        ("Title", "Harbour vote"),
        ("Normal", "The council put off the the vote."),
        ("List Bullet", "One"),
        ("List Bullet", "Two"),
        ("Quote", "Said so."),
    ]
    assert ['"the" twice in a row' in one.text for one in made.comments] == [True]
    again = desk.open(Open(name="story.docx", data=saved["data"]))
    assert again["text"] == text


def test_a_page_of_findings_holds_those_that_were_not_ignored(desk):
    (twice, _) = desk.check(page())["findings"]
    saved = desk.save(Save(page(), "page", None, ((twice["rule"], twice["start"]),)))
    assert saved["name"] == "draft.copydesk.html"
    html = saved["data"].decode()
    assert "placeholder" in html
    assert "twice in a row" not in html


def test_a_note_for_front_matter_says_that_it_is_for_the_whole_draft(desk):
    asked = page("---\ntitle: He saw the the sea\n---\n\nHe saw a a dog.\n", "a.md", "markdown")
    whole = []
    for finding in desk.check(asked)["findings"]:
        if finding["rule"] == "repeated-word":
            answer = desk.stet(Stet(asked, finding["rule"], finding["start"], "he stammers"))
            whole.append((answer["whole"], "stet-draft: repeated-word" in answer["text"]))
    assert whole == [(True, True), (False, False)]


def test_what_was_pasted_is_saved_as_text(desk):
    saved = desk.save(Save(page("# A\n", "untitled.md", "markdown"), "same"))
    assert (saved["name"], saved["data"]) == ("untitled.md", b"# A\n")


def test_findings_of_one_source_are_the_same_in_every_format(desk, docx_of):
    """Text, Markdown, a page and a Word document of the same words have the same findings."""
    words = ["Harbour vote", "The council put off the the vote.", "It said [TK] so.", "Mr Roe met Mr. Roe."]
    files = {
        "a.txt": "\n\n".join(words).encode(),
        "a.md": "\n\n".join(words).encode(),
        "a.html": "".join(f"<p>{one}</p>" for one in words).encode(),
        "a.docx": docx_of(*words),
    }
    found = []
    for name, data in files.items():
        opened = desk.open(Open(name=name, data=data))
        answer = desk.check(page(opened["text"], name, opened["format"]))
        found.append(sorted((one["rule"], one["excerpt"]) for one in answer["findings"]))
    assert found[0]
    assert all(one == other for one, other in pairwise(found))


def test_the_archive_of_the_house_has_a_vote(registry, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "old").mkdir()
    text = "The landmines lay there.\n\nThe land mines were old.\n"
    (tmp_path / "copydesk.toml").write_text('archive = ["old/"]\n')
    (tmp_path / "old" / "a.txt").write_text("The landmines lay there. The landmines were old.\n")
    (found,) = Desk(registry, CommandLine()).check(page(text))["findings"]
    assert found["message"].endswith("2 to 0 in the archive")


def test_the_archive_of_the_house_knows_the_name(registry, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COPYDESK_CACHE_DIR", str(tmp_path / "cache"))
    (tmp_path / "old").mkdir()
    (tmp_path / "copydesk.toml").write_text('archive = ["old/"]\n')
    for number in range(3):
        story = f"Tomas Reyle, director of the harbor authority, spoke on pier {number}.\n"
        (tmp_path / "old" / f"{number}.txt").write_text(story)
    for _ in range(2):  # counted at first, then known
        desk = Desk(registry, CommandLine())
        found = desk.check(page("Tomas Reile, director of the harbor authority, resigned.\n"))["findings"]
        assert [one["rule"] for one in found] == ["known-name"]


def test_an_archive_that_is_not_there_is_told(registry, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "copydesk.toml").write_text('archive = ["old/"]\n')
    (problem,) = Desk(registry, CommandLine()).check(page())["problems"]
    assert "no draft of the archive matches" in problem


def test_corrections_go_on_until_nothing_is_left(desk):
    fixed = desk.fix(Fix(page("He saw the the the sea.\n")))
    assert fixed["text"] == "He saw the sea.\n"
    assert desk.check(page(fixed["text"]))["findings"] == []


def test_a_word_document_is_markdown_whatever_the_page_says(desk, docx_of):
    data = docx_of("One.", "Two.")
    opened = desk.open(Open(name="a.docx", data=data))
    assert opened["rendered"]
    saved = desk.save(Save(page("One 1.\n\nTwo.\n", "a.docx", "plain"), "same", data))
    assert desk.open(Open(name="a.docx", data=saved["data"]))["text"] == "One 1.\n\nTwo.\n"
