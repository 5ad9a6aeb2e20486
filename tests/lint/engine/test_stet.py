"""stet notes: a draft with notes in, the findings that are still reported out."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from copydesk.config.settings import Settings
from copydesk.model.report import Report
from copydesk.plugins.selection import select_rules
from copydesk.run.inputs import Input
from copydesk.run.runner import run
from copydesk.testing import draft

LONG = "The harbor office had warned every captain of fog before dawn on Tuesday, and nobody had listened to"


@pytest.fixture
def reported(check: Callable[..., Report], toys) -> Callable[..., list[str]]:
    """What is reported on a draft, as `line:column rule`; plain text, or Markdown for `format="md"`."""

    def answer(text: str, format: str = "txt") -> list[str]:  # noqa: A002
        report = check({f"draft.{format}": text}, toys.Bad, toys.Worst, toys.Hint)
        return [f"{f.place.line}:{f.place.column} {f.rule}" for f in report.findings]

    return answer


@pytest.fixture
def messages(check: Callable[..., Report], toys) -> Callable[..., list[str]]:
    """What the engine itself says of the notes of a draft."""

    def answer(text: str, format: str = "txt") -> list[str]:  # noqa: A002
        report = check({f"draft.{format}": text}, toys.Bad, toys.Worst, toys.Hint)
        return [f"{f.rule}: {f.message}" for f in report.findings if f.family == "engine"]

    return answer


@pytest.fixture
def fixed(check: Callable[..., Report], toys) -> Callable[..., str]:
    """A draft after the fixes of its `unused-stet` findings."""

    def answer(text: str, format: str = "txt") -> str:  # noqa: A002
        path = f"draft.{format}"
        report = check({path: text}, toys.Bad, toys.Worst, toys.Hint)
        source = draft(text, "markdown" if format == "md" else "plain").source
        fixes = [f.fix for f in report.findings if f.rule == "unused-stet"]
        edits = [edit for fix in fixes for edit in fix.edits]
        assert all(fix.applicability == "safe" for fix in fixes)
        for edit in reversed(edits):
            place, replacement = edit.place, edit.replacement
            start = source.offset(place.line, place.column)
            text = text[:start] + replacement + text[source.offset(place.end_line, place.end_column) :]
        return text

    return answer


# --- where a note counts


@pytest.mark.parametrize(
    ("format_", "text"),
    [
        ("md", "He ran `[stet: all]` and a bad word.\n"),
        ("md", "A bad word.\n```\n[stet-draft: all]\n```\n"),
        ("md", "A bad word.\n\n```\n{% comment %}stet-draft: all{% endcomment %}\n```\n"),
        ("md", "A bad word, and $x [stet: all] y$.\n"),
        ("md", "A bad word.\n\n$$\n[stet-draft: all]\n$$\n"),
        ("md", "A bad word ![a [stet: all] b](x.png).\n"),
        ("md", "A bad word [a [stet: all] b](x.md).\n"),
        ("md", "A bad word [stet: all](x.md).\n"),
        ("md", "A bad word [a <!-- stet: all --> b](x.md).\n"),
        ("md", "A bad word <kbd><!-- stet: all --></kbd>.\n"),
        ("md", "A bad word.\n\n[stet-draft: all]: x.md\n"),
        ("txt", "He ran `[stet: all]` and a bad word.\n"),
        ("txt", "A bad word [stet: all](x.md).\n"),
    ],
)
def test_code_math_labels_and_alternative_text_hold_no_notes(reported, format_: str, text: str) -> None:
    assert [line.split()[1] for line in reported(text, format=format_)] == ["bad"]


@pytest.mark.parametrize("format_", ["md", "txt"])
def test_a_note_in_brackets_inside_quotation_marks_is_said_and_lets_nothing_stand(reported, format_) -> None:
    text = "A bad word. “We said [stet: bad] it,” he said.\n"
    assert [line.split()[1] for line in reported(text, format=format_)] == ["bad", "unknown-stet"]


@pytest.mark.parametrize(
    ("format_", "text"),
    [
        ("md", "> [stet-draft: bad]\n\nA bad word.\n"),
        ("md", "A bad word.\n\n> A good word.\n[stet-draft: bad]\n"),
        ("md", "A bad word.\n\n- > [stet-draft: bad]\n"),
        ("md", "<blockquote>[stet-draft: bad] It rained.</blockquote>\n\nA bad word.\n"),
        ("md", "<blockquote>\n\n[stet-draft: bad] It rained.\n\n</blockquote>\n\nA bad word.\n"),
        ("md", "<p>He said <q>[stet-draft: bad] it rained</q>.</p>\n\nA bad word.\n"),
        ("md", "He said <q>[stet-draft: bad] it rained</q>.\n\nA bad word.\n"),
        ("txt", "> [stet-draft: bad]\n\nA bad word.\n"),
        ("txt", "> It rained.\n> [stet-draft: bad]\n> It rained.\n\nA bad word.\n"),
    ],
)
def test_a_note_in_brackets_in_a_block_quote_is_said_and_lets_nothing_stand(reported, format_, text) -> None:
    assert sorted(line.split()[1] for line in reported(text, format_)) == ["bad", "unknown-stet"]


@pytest.mark.parametrize(
    "note",
    ["<!-- stet-draft: bad -->", "[stet-draft: bad]", "{% comment %}stet-draft: bad{% endcomment %}"],
)
@pytest.mark.parametrize(
    "page",
    [
        '<img src="x" alt="NOTE">',
        '<p><img src="x" alt="NOTE"></p>',
        '<div data-x="NOTE">\nIt rained.\n</div>',
        "<div data-x='a\"b' data-y='NOTE'>\nIt rained.\n</div>",
        '<div a=">" b="NOTE">\nIt rained.\n</div>',
        '<div\n  data-x="\nNOTE\n">\nIt rained.\n</div>',
        '<div><a title="NOTE">It rained</a></div>',
        'It <a title="NOTE">rained</a>.',
        '<div data-x="NOTE\nIt rained.\n</div>',
    ],
)
def test_an_attribute_of_html_holds_no_notes(reported, page: str, note: str) -> None:
    assert "bad" in [
        line.split()[1] for line in reported(f"A bad word.\n\n{page.replace('NOTE', note)}\n", "md")
    ]


# --- how a note is written


@pytest.mark.parametrize(
    "note",
    [
        "stet: bad",
        "stet: bad -- on purpose",
        "stet: bad — on purpose",
        "stet: bad – on purpose",
        "stet: bad—on purpose",
        "stet: bad--on purpose",
        "stet: bad --- on purpose",
        "stet: bad - on purpose",
        "STET: bad -- on purpose",
        "Stet: bad -- on purpose",
        "stet : BAD",
        "stet:bad",
    ],
)
def test_a_note_lets_a_finding_stand(reported, note: str) -> None:
    assert reported(f"A bad word. [{note}]") == []
    assert reported(f"A bad word. [{note}]", "md") == []
    assert reported(f"A bad word. <!-- {note} -->", "md") == []


@pytest.mark.parametrize(
    "note",
    ["bad, worst", "bad worst", "bad,worst", "worst; bad", "toys, grave", "all", "bad, grave -- both"],
)
def test_a_note_names_several_rules_families_or_all(reported, note: str) -> None:
    assert reported(f"A bad word, the worst word. [stet: {note}]") == []


def test_a_note_lets_nothing_stand_that_it_does_not_name(reported) -> None:
    assert reported("A bad word, the worst word. [stet: bad]") == ["1:17 worst"]


def test_a_note_may_be_wrapped(reported) -> None:
    assert reported("A bad word [stet:\nbad -- so\nthey said].", "md") == []
    assert reported(f"{LONG}\nthe bad word [stet: bad --\nso they said] of it.") == []
    assert reported("> A bad word. <!-- stet: bad --\n> so they said -->\n", "md") == []


def test_a_reason_may_hold_brackets(reported) -> None:
    assert reported("A bad word. [stet: bad -- “[sic]” is theirs]") == []


# --- what it covers


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("A bad word. [stet: bad]\n\nA bad end.\n", ["3:3 bad"]),
        ("[stet: bad] A bad word.\n\nA bad end.\n", ["3:3 bad"]),
        ("A bad [stet: bad] word, a bad word.\n\nA bad end.\n", ["3:3 bad"]),
        ("A bad word.\n\n[stet: bad]\nA bad end.\n", ["1:3 bad"]),
        ("A bad word.\n[stet: bad]\nA bad end.\n", ["1:3 bad"]),
        ("A bad word.\n\n[stet: bad]\n\nA bad end.\n", ["1:3 bad"]),
        ("A bad word.\n[stet: bad]\n\nA bad end.\n", ["4:3 bad"]),
        ("A bad word.\r\n[stet: bad]\r\n\r\nA bad end.\r\n", ["4:3 bad"]),
        ("A bad word.\n\nA bad end.\n\n[stet: bad]\n", ["1:3 bad"]),
        ("A bad word.\r\n[stet: bad]\r\nA bad end.\r\n", ["1:3 bad"]),
        ("[stet-draft: bad]\n\nA bad word.\n\nA bad end.\n", []),
        ("A bad word.\n\nA bad end. [STET-DRAFT: toys]\n", []),
        ("A good word.\n\n- a bad word [stet: bad]\n- a bad end\n", ["4:5 bad"]),
        ("[stet: bad]\n> a bad word\n\nA bad end.\n", ["4:3 bad"]),
        ("OSLO (AP) — A bad word stands here [stet: bad] for all to see.\n\nA bad end.\n", ["3:3 bad"]),
        ("[stet: bad]\nOSLO (AP) — A bad word stands here for all to see.\n\nA bad end.\n", ["4:3 bad"]),
    ],
)
def test_what_a_note_in_plain_text_covers(reported, text: str, left: list[str]) -> None:
    assert reported(text) == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("A bad word. <!-- stet: bad -->\n\nA bad end.\n", ["3:3 bad"]),
        ("A bad <!-- stet: bad --> word.\n\nA bad end.\n", ["3:3 bad"]),
        ("A bad word.\n\n<!-- stet: bad -->\nA bad end.\n", ["1:3 bad"]),
        ("A bad word.\r\n\r\n<!-- stet: bad -->\r\n\r\nA bad end.\r\n", ["1:3 bad"]),
        ("A bad word.\n\n[stet: bad]\n\nA bad end.\n", ["1:3 bad"]),
        ("A bad word.\n\n[stet: bad]\nA bad *end*.\n", ["1:3 bad"]),
        ("**A bad word.**[stet: bad -- *so* it is]\n\nA bad end.\n", ["3:3 bad"]),
        ("<!-- stet: bad -->\n# A bad word\n\nA bad end.\n", ["4:3 bad"]),
        ("# A bad word <!-- stet: bad -->\n\nA bad end.\n", ["3:3 bad"]),
        ("- a bad word <!-- stet: bad -->\n- a bad end\n", ["2:5 bad"]),
        ("- a good word\n- <!-- stet: bad -->\n  a bad end\n", []),
        ("> <!-- stet: bad -->\n> A bad word.\n\nA bad end.\n", ["4:3 bad"]),
        ("> A bad word. <!-- stet: bad -->\n>\n> A bad end.\n", ["3:5 bad"]),
        ("| a bad <!-- stet: bad --> | a bad |\n|---|---|\n", ["1:32 bad"]),
        ("<!-- stet-draft: bad -->\n\nA bad word.\n\nA bad end.\n", []),
        ("---\ntitle: A bad word\n---\n<!-- stet-draft: bad -->\n\nA bad end.\n", []),
        ("{% comment %} stet: bad {% endcomment %}\n\nA bad word.\n\nA bad end.\n", ["5:3 bad"]),
        ("`[stet: bad]` A bad word.\n\n    [stet: all-of-it]\n", ["1:17 bad"]),
    ],
)
def test_what_a_note_in_markdown_covers(reported, text: str, left: list[str]) -> None:
    assert reported(text, "md") == left


def test_a_finding_is_let_stand_where_it_begins_not_where_it_points(check, toys) -> None:
    report = check({"a.txt": "A bad word. [stet: bad]\n\nA bad end.\n"}, toys.Bad)
    ((related,),) = [finding.related for finding in report.findings]
    assert related.place.line == 1


def test_a_finding_across_drafts_is_let_stand_in_its_draft(check, toys) -> None:
    drafts = {"a.txt": "Ferry lost.", "b.txt": "Ferry found. [stet: first-word]", "c.txt": "Ferry sold."}
    report = check(drafts, toys.FirstWord)
    assert [(f.place.path, f.rule) for f in report.findings] == [("c.txt", "first-word")]


def test_a_copy_that_may_stand_still_hides_what_lies_inside_it(check, toys) -> None:
    report = check({"a.txt": "Copy: a bad word. [stet: copies]\n\nA bad end.\n"}, toys.Bad, toys.Copies)
    assert [(f.place.line, f.rule) for f in report.findings] == [(3, "bad")]


def test_what_is_hidden_by_a_copy_still_uses_its_note(check, toys) -> None:
    report = check({"a.txt": "Copy: a bad word. [stet: bad]\n"}, toys.Bad, toys.Copies)
    assert [f.rule for f in report.findings] == ["copies"]


# --- notes are out of the prose


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("A word [stet: bad] here.", "A word here."),
        ("A word [stet: bad].", "A word."),
        ("“[stet: bad] A word”", "“A word”"),
        ("[stet: bad] A word.", "A word."),
        ("A word. [stet: bad] [stet: worst]", "A word."),
        ("[stet: bad]\nA word.\n[stet: bad]", "A word."),
        ("- [stet: bad] a word here", "a word here"),
        ("A word [stet] here.", "A word here."),
        ("[stet: bad]", ""),
        ("A word [stet: bad\n\nhere].", "A word [stet: bad\nhere]."),
        ("A word [stets: bad] here.", "A word [stets: bad] here."),
        ("A word [sic] here.", "A word [sic] here."),
    ],
)
def test_the_prose_is_what_it_was_without_the_note(text: str, prose: str) -> None:
    assert draft(text).text == prose


def test_lines_are_joined_as_they_were_without_the_note() -> None:
    wrapped = f"{LONG}\nthe warning that came\n\nA second paragraph."
    noted = f"""[stet: bad]
{LONG} [stet: worst -- a long reason, which makes the line longer still]
the warning [stet: hint] that came

A second paragraph."""
    assert draft(noted).text == draft(wrapped).text


@pytest.mark.parametrize("format_", ["plain", "markdown"])
def test_every_word_is_found_at_its_place_in_the_file(format_: str) -> None:
    text = "[stet: a]\r\nOne [stet: b -- long] two https://example.org/x [stet: c] three.\r\n\r\n"
    text += "[stet] Four [stet: d]"
    document = draft(text, format_)
    for word in ("One", "two", "three", "Four"):
        (found,) = [found for found in document.words if document.slice(found.span) == word]
        place = document.to_source(found.span)
        assert text[place.start : place.end] == word
    assert [text[note.start : note.end] for note in document.notes] == [
        "[stet: a]",
        "[stet: b -- long]",
        "[stet: c]",
        "[stet]",
        "[stet: d]",
    ]


# --- notes that are no use


def test_a_note_that_lets_nothing_stand_is_reported(messages) -> None:
    assert messages("A good word. [stet: bad]") == [
        "unused-stet: nothing for this note to let stand: bad found nothing in the paragraph that it covers"
    ]
    assert messages("A good word. [stet-draft: toys, grave]") == [
        "unused-stet: nothing for this note to let stand: toys and grave found nothing in this draft"
    ]


def test_each_name_must_be_of_use(messages) -> None:
    assert messages("A bad word. [stet: bad, worst]") == [
        "unused-stet: nothing for this note to let stand: worst found nothing in the paragraph that it covers"
    ]


def test_only_rules_that_ran_can_be_of_no_use(registry_of, toys) -> None:
    registry = registry_of(toys.Bad, toys.Worst, toys.Hint)
    drafts = [Input("a.txt", b"A word. [stet: worst, toys, all, bad]")]
    report = run(drafts, select_rules(registry, ["bad"]), registry)
    assert [(f.rule, f.fix.message) for f in report.findings] == [("unused-stet", "take bad out of the note")]


def test_a_rule_that_broke_or_that_looks_across_drafts_is_never_of_no_use(check, toys) -> None:
    report = check({"a.txt": "A bad word. [stet: breaks]\n\nA word. [stet: breaks, first-word]"}, toys.Breaks)
    assert "unused-stet" not in [f.rule for f in report.findings]
    assert check({"a.txt": "A word. [stet: first-word, toys]"}, toys.FirstWord, toys.Bad).findings == ()


@pytest.mark.parametrize(
    ("format_", "text", "after"),
    [
        ("txt", "A word [stet: bad] here.", "A word here."),
        ("txt", "A word. [stet: bad -- why]\nNext.", "A word.\nNext."),
        ("txt", "[stet: bad]\nA word.\n", "A word.\n"),
        ("txt", "One.\r\n[stet: bad]\r\nTwo.\r\n", "One.\r\nTwo.\r\n"),
        ("txt", "One.\n\n[stet: bad]\n\nTwo.\n", "One.\n\nTwo.\n"),
        ("txt", "One.\n[stet: bad]", "One."),
        ("txt", "A bad word. [stet: worst, bad, hint -- why]", "A bad word. [stet: bad -- why]"),
        ("txt", "A word. [stet: bad] [stet: worst] End.", "A word. End."),
        ("md", "A word <!-- stet: bad --> here.", "A word here."),
        ("md", "One.\n<!-- stet: bad -->\nTwo.\n", "One.\n\nTwo.\n"),
        ("md", "One.\n\n<!-- stet: bad -->\nTwo.\n", "One.\n\nTwo.\n"),
        ("md", "<!-- stet: bad -->\n\nTwo.\n", "Two.\n"),
        ("md", "> One.\n> <!-- stet: bad -->\n> Two.\n", "> One.\n>\n> Two.\n"),
        ("md", "> One.\n>\n> <!-- stet: bad -->\n> Two.\n", "> One.\n>\n> Two.\n"),
        ("md", "- <!-- stet: bad --> one\n", "- one\n"),
    ],
)
def test_the_fix_takes_out_what_is_of_no_use(fixed, format_: str, text: str, after: str) -> None:
    assert fixed(text, format_) == after


# --- notes that cannot be followed


@pytest.mark.parametrize(
    ("note", "message"),
    [
        ("stet: wurst", 'there is no rule or family "wurst" to let stand; did you mean "worst"?'),
        ("stet: bad, toy", 'there is no rule or family "toy" to let stand; did you mean "toys"?'),
        ("stet: 12345", 'there is no rule or family "12345" to let stand'),
        ("stet: bad, internal-error", "internal-error comes from copydesk itself: no note lets it stand"),
        ("stet", "this note does not say what is to stand: write `stet: RULE -- reason`"),
        ("stet:", "this note does not say what is to stand: write `stet: RULE -- reason`"),
        ("stet -- refrain", "this note does not say what is to stand: write `stet: RULE -- reason`"),
        ("stet: -- refrain", "this note does not say what is to stand: write `stet: RULE -- reason`"),
    ],
)
def test_a_note_that_names_nothing_there_is_reported(messages, note: str, message: str) -> None:
    assert messages(f"A bad word. [{note}]") == [f"unknown-stet: {message}"]
    assert messages(f"A bad word. <!-- {note} -->", "md") == [f"unknown-stet: {message}"]


def test_an_unknown_name_is_pointed_at_and_the_others_hold(reported) -> None:
    assert reported("A bad word. [stet: bad, wurst]") == ["1:25 unknown-stet"]


@pytest.mark.parametrize("comment", ["stet, please", "stetson: bad", "see stet: bad", "for the desk"])
def test_other_comments_are_none_of_ours(messages, comment: str) -> None:
    assert messages(f"A good word. <!-- {comment} -->", "md") == []


def test_a_house_may_require_a_reason(copydesk, folder) -> None:
    folder(
        {
            "copydesk.toml": "require-reason = true\n",
            "a.txt": "A bad word. [stet: bad]\nA bad end. [stet: bad — slang]\n",
        }
    )
    result = copydesk("check", "a.txt")
    assert result.out == (
        "a.txt:1:13: error: this note gives no reason: write `stet: RULE -- reason` [unknown-stet]\n"
    )


@pytest.mark.parametrize("refused", ["bad", "all"])
def test_a_house_may_refuse_notes_for_a_rule(copydesk, folder, refused: str) -> None:
    folder(
        {
            "copydesk.toml": f'no-stet = ["{refused}"]\n',
            "a.txt": "A bad word. [stet: bad -- slang]\n",
        }
    )
    kept, said = copydesk("check", "a.txt").out.splitlines()
    assert kept.startswith("a.txt:1:3: ")
    assert said == (
        "a.txt:1:20: error: no note lets bad stand in this house (no-stet): mend the copy [unknown-stet]"
    )


@pytest.mark.parametrize("note", ["stet-draft: all", "stet: toys"])
def test_what_is_refused_is_told_by_the_names_of_the_rules(copydesk, folder, note: str) -> None:
    folder({"copydesk.toml": 'no-stet = ["bad"]\n', "a.txt": f"A bad word. [{note} -- slang]\n"})
    kept, said = copydesk("check", "a.txt").out.splitlines()
    assert "[bad]" in kept
    assert "error: no note lets bad stand in this house (no-stet)" in said


def test_a_note_for_another_rule_holds_in_such_a_house(copydesk, folder) -> None:
    folder({"copydesk.toml": 'no-stet = ["worst"]\n', "a.txt": "A bad word. [stet: bad]\n"})
    assert copydesk("check", "a.txt").out == ""


def test_a_rule_may_ask_for_the_reason_of_every_note_on_it(messages, toys, monkeypatch) -> None:
    monkeypatch.setattr(toys.Bad, "reasoned", True)
    without = ["unknown-stet: this note gives no reason: write `stet: RULE -- reason`"]
    assert messages("A bad word. [stet: bad]") == without
    assert messages("A bad word. [stet: all]") == without
    assert messages("A bad word. [stet: bad -- slang]") == []
    assert messages("The worst word. [stet: worst]") == []


def test_a_house_may_choose_the_severity_of_what_is_said_of_notes(copydesk, folder) -> None:
    folder(
        {
            "copydesk.toml": '[severity]\nunused-stet = "info"\nunknown-stet = "off"\n',
            "a.txt": "A word. [stet: bad, x]\n",
        }
    )
    result = copydesk("check", "a.txt")
    assert (result.code, result.out.count("info:"), result.out.count("\n")) == (0, 1, 1)


@pytest.mark.parametrize("name", ["unused-stet", "unknown-stet"])
def test_explain_knows_what_is_said_of_notes(copydesk, name: str) -> None:
    assert "A stet note" in copydesk("explain", name).out


def test_what_copydesk_itself_reports_cannot_be_let_stand(check, toys) -> None:
    text = "A bad word, café. [stet-draft: all]".encode("cp1252")
    report = check({"a.txt": text}, toys.Breaks)
    assert {"internal-error", "encoding-fallback"} <= {f.rule for f in report.findings}


# --- a note silences the findings of its paragraph, and no other

WORDS = st.lists(st.sampled_from(["A", "bad", "worst", "word,", "“bad”", "hint", "end."]), min_size=1)
PARAGRAPHS = st.lists(WORDS.map(" ".join), min_size=1, max_size=6)


@pytest.mark.slow
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    paragraphs=PARAGRAPHS, data=st.data(), markdown=st.booleans(), line_end=st.sampled_from(["\n", "\r\n"])
)
def test_a_note_before_a_paragraph_silences_exactly_that(
    check, toys, paragraphs: list[str], data: st.DataObject, markdown: bool, line_end: str
) -> None:
    def found(lines: list[str]) -> list[tuple[int, int, str]]:
        draft = {"a.md" if markdown else "a.txt": f"{line_end}{line_end}".join(lines)}
        report = check(draft, toys.Bad, toys.Worst, toys.Hint)
        return sorted((f.place.line, f.place.column, f.rule) for f in report.findings)

    before = found(paragraphs)
    assume(before)
    line, _, rule = data.draw(st.sampled_from(before))
    index = (line - 1) // 2
    note = f"<!-- stet: {rule} -->" if markdown else f"[stet: {rule} -- because]"
    noted = [*paragraphs[:index], f"{note}{line_end}{paragraphs[index]}", *paragraphs[index + 1 :]]
    left = [one for one in before if (one[0], one[2]) != (line, rule)]
    assert found(noted) == [(at + (at >= line), column, name) for at, column, name in left]


# --- the notes of a report: what each does


@pytest.fixture
def notes(check: Callable[..., Report], toys) -> Callable[[str], list[str]]:
    """Each note of a draft: what it says, its reason, and the places of what it lets stand."""

    def answer(text: str) -> list[str]:
        report = check({"draft.txt": text}, toys.Bad, toys.Worst, toys.Hint)
        return [
            f"{n.place.line} {n.text} ({n.reason}) "
            + " ".join(f"{f.place.line}:{f.place.column} {f.rule}" for f in n.stands)
            for n in report.notes
        ]

    return answer


def test_a_report_has_every_note_with_what_it_lets_stand(notes):
    assert notes("A bad word, so bad. [stet: bad, hint -- a song]\n\nWorst of all [stet: bad]\n") == [
        "1 stet: bad, hint (a song) 1:3 bad 1:16 bad",
        "3 stet: bad () ",
    ]


def test_of_two_notes_that_say_the_same_the_first_counts(notes):
    assert notes("A bad word. [stet: bad] [stet: bad]\n") == ["1 stet: bad () 1:3 bad", "1 stet: bad () "]


def test_a_finding_is_with_each_of_the_notes_around_it(notes):
    assert notes("[stet-draft: toys -- ours]\n\nA bad word. [stet: bad]\n") == [
        "1 stet-draft: toys (ours) 3:3 bad",
        "3 stet: bad () 3:3 bad",
    ]


def test_a_note_that_cannot_be_followed_says_why(check: Callable[..., Report], toys):
    report = check({"draft.txt": "A bad word. [stet: bat] [stet-end]\n"}, toys.Bad)
    assert [(note.text, note.fault[:44]) for note in report.notes] == [
        ("stet: bat", 'there is no rule or family "bat" to let stan'),
        ("stet", "no range is open here that this stet-end cou"),
    ]


def test_what_no_note_may_let_stand_is_refused(registry_of, toys):
    registry = registry_of(toys.Bad)
    always = Settings(tuple(select_rules(registry)), no_stet=frozenset({"bad"}))
    report = run([Input("a.txt", b"A bad word. [stet: bad]")], lambda _: always, registry)
    (note,) = report.notes
    assert (note.stands, [one.rule for one in note.refused]) == ((), ["bad"])
