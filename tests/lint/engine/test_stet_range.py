"""stet-begin and stet-end: a draft with ranges in, the findings that are still reported out."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from copydesk.document import Document
from copydesk.engine.stet import find_stets
from copydesk.model.prose import Span
from copydesk.model.report import Report
from copydesk.readers.word.reader import read as read_word
from copydesk.testing import draft

BEGUN = "this range is not ended, so nothing in it stands: write `stet-end` where it ends"
NOT_BEGUN = "no range is open here that this stet-end could end: write `stet-begin: RULE -- reason` above it"


@pytest.fixture
def reported(check: Callable[..., Report], toys) -> Callable[..., list[str]]:
    """What is reported on a draft, as `line rule`."""

    def answer(text: str, path: str = "draft.md") -> list[str]:
        report = check({path: text}, toys.Bad, toys.Worst, toys.Hint)
        return [f"{line} {rule}" for line, rule in sorted((f.place.line, f.rule) for f in report.findings)]

    return answer


@pytest.fixture
def messages(check: Callable[..., Report], toys) -> Callable[..., list[str]]:
    """What the engine says of the notes of a draft."""

    def answer(text: str, path: str = "draft.md") -> list[str]:
        report = check({path: text}, toys.Bad, toys.Worst, toys.Hint)
        own = [f for f in report.findings if f.family == "engine"]
        return [f"{f.rule}: {f.message}" for f in sorted(own, key=lambda f: f.place.line)]

    return answer


@pytest.mark.parametrize(
    ("path", "before", "after"),
    [
        ("draft.md", "<!-- stet-begin: bad -- why -->", "<!-- stet-end -->"),
        ("draft.md", "[stet-begin: bad -- why]", "[stet-end]"),
        ("draft.txt", "[stet-begin: bad -- why]", "[stet-end]"),
        ("draft.txt", "[STET-BEGIN: bad]", "[STET-END: bad]"),
        ("draft.txt", "[Stet-Begin: bad]", "[Stet-End]"),
        ("draft.html", "<!-- stet-begin: bad -- why -->", "<!-- stet-end -->"),
        ("draft.adoc", "// stet-begin: bad -- why", "// stet-end"),
        ("draft.rst", ".. stet-begin: bad -- why", ".. stet-end"),
        ("draft.org", "# stet-begin: bad -- why", "# stet-end"),
        ("draft.mdx", "{/* stet-begin: bad -- why */}", "{/* stet-end */}"),
    ],
)
def test_what_stands_between_the_two_stands(reported, path: str, before: str, after: str) -> None:
    lines = ["One bad word.", before, "Two bad words.", "A bad end.", after, "A last bad word."]
    if path.endswith(".html"):
        lines = [line if line.startswith("<!") else f"<p>{line}</p>" for line in lines]
    assert reported("\n\n".join(lines) + "\n", path) == ["1 bad", "11 bad"]


def test_a_range_may_be_part_of_a_paragraph(reported) -> None:
    text = "A bad <!-- stet-begin: bad -->bad<!-- stet-end --> word.\n"
    assert reported(text) == ["1 bad"]
    assert reported("A [stet-begin: bad] bad word [stet-end] and a bad one.\n", "draft.txt") == ["1 bad"]


def test_a_range_covers_lists_tables_and_quotations(reported) -> None:
    text = "[stet-begin: bad]\n\n- bad\n- bad\n\n| bad |\n|---|\n| bad |\n\n> bad\n\n[stet-end]\n\nbad\n"
    assert reported(text) == ["14 bad"]


def test_in_word_comments_begin_and_end_a_range(docx) -> None:
    def paragraph(number: int, text: str) -> str:
        mark = f'<w:commentRangeStart w:id="{number}"/>' if number >= 0 else ""
        return f"<w:p>{mark}<w:r><w:t>{text}</w:t></w:r></w:p>"

    said = ["stet-begin: repeated-word -- a poem", "stet-end"]
    comments = "".join(
        f'<w:comment w:id="{number}" w:author="Desk"><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:comment>'
        for number, words in enumerate(said)
    )
    body = paragraph(0, "One one.") + paragraph(-1, "Two two.") + paragraph(1, "Three.")
    document = Document(read_word("a.docx", docx(body, comments=comments)))
    (stet,) = find_stets(document)
    assert (stet.names, stet.covers) == (("repeated-word",), Span(0, document.blocks[2].start))


# --- ranges in ranges


def test_an_end_without_names_ends_the_range_that_began_last(reported) -> None:
    text = "[stet-begin: bad]\n\nbad\n\n[stet-begin: hint]\n\nhint\n\n[stet-end]\n\n"
    text += "bad hint\n\n[stet-end]\n\nbad\n"
    assert reported(text) == ["11 hint", "15 bad"]


def test_an_end_with_a_name_ends_the_range_that_names_it(reported) -> None:
    text = "[stet-begin: bad]\n\n[stet-begin: hint]\n\nbad hint\n\n[stet-end: bad]\n\n"
    text += "bad hint\n\n[stet-end]\n\nhint\n"
    assert reported(text) == ["9 bad", "13 hint"]


def test_the_inner_range_is_the_one_that_is_used(messages) -> None:
    text = "[stet-begin: bad]\n\nhint\n\n[stet-begin: bad]\n\nbad\n\n[stet-end]\n\n[stet-end]\n"
    assert messages(text) == [
        "unused-stet: nothing for this note to let stand: bad found nothing in the range that it covers"
    ]


def test_families_and_all_hold_in_a_range(reported) -> None:
    assert reported("[stet-begin: all]\n\nbad worst hint\n\n[stet-end]\n") == []


# --- ranges that cannot be followed


def test_a_range_that_does_not_end_lets_nothing_stand(reported, messages) -> None:
    text = "[stet-begin: bad]\n\nA bad word.\n"
    assert reported(text) == ["1 unknown-stet", "3 bad"]
    assert messages(text) == [f"unknown-stet: {BEGUN}"]


@pytest.mark.parametrize(
    "text",
    ["A word.\n\n[stet-end]\n", "[stet-begin: bad]\n\nbad\n\n[stet-end]\n\n[stet-end]\n"],
)
def test_an_end_without_a_beginning_is_reported(messages, text: str) -> None:
    assert messages(text) == [f"unknown-stet: {NOT_BEGUN}"]


def test_an_end_that_names_another_rule_ends_nothing(messages) -> None:
    text = "[stet-begin: bad]\n\nbad\n\n[stet-end: hint]\n"
    other = "this stet-end names hint, and no range that is open does: write a name that its stet-begin has"
    assert messages(text) == [f"unknown-stet: {BEGUN}", f"unknown-stet: {other}"]


def test_a_range_that_names_nothing_is_reported_once(messages) -> None:
    (message,) = messages("[stet-begin]\n\nbad\n\n[stet-end]\n")
    assert message.startswith("unknown-stet: this note does not say what is to stand")


def test_a_range_of_no_use_is_taken_out_whole(copydesk, folder) -> None:
    here = folder({"a.md": "One.\n\n<!-- stet-begin: bad -->\n\nTwo.\n\n<!-- stet-end -->\n\nThree.\n"})
    assert copydesk("check", "--fix", "a.md").code == 0
    assert (here / "a.md").read_text() == "One.\n\nTwo.\n\nThree.\n"


def test_a_name_of_no_use_is_taken_out_of_the_note_that_begins_the_range(copydesk, folder) -> None:
    here = folder({"a.md": "[stet-begin: bad, hint]\n\nA hint.\n\n[stet-end]\n"})
    assert copydesk("check", "--fix", "a.md").code == 0
    assert (here / "a.md").read_text() == "[stet-begin: hint]\n\nA hint.\n\n[stet-end]\n"


def test_two_notes_on_neighbouring_lines_are_taken_out_together(copydesk, folder) -> None:
    here = folder({"a.md": "One.\n\n[stet-begin: bad]\n\n[stet-end]\n"})
    assert copydesk("check", "--fix", "a.md").code == 0
    assert (here / "a.md").read_text().rstrip("\n") == "One."


WORDS = ["bad", "hint", "a word"]
NOTES = ["[stet-begin: bad]", "[stet-begin: hint]", "[stet-end]", "[stet-end: bad]"]


@pytest.mark.slow
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=st.lists(st.sampled_from(WORDS + NOTES), max_size=12))
def test_what_stands_is_what_a_stack_of_ranges_says(reported, lines: list[str]) -> None:
    text = "".join(f"{line}\n\n" for line in lines)
    ends = {}
    opened: list[tuple[int, str]] = []
    for number, line in enumerate(lines):
        if line.startswith("[stet-begin"):
            opened.append((number, line[13:-1]))
        elif line.startswith("[stet-end"):
            mine = [one for one in opened if line == "[stet-end]" or one[1] == "bad"]
            if mine:
                opened.remove(mine[-1])
                ends[mine[-1]] = number
    wanted = [
        f"{2 * number + 1} {line}"
        for number, line in enumerate(lines)
        if line in ("bad", "hint")
        and not any(first < number < end and name == line for (first, name), end in ends.items())
    ]
    assert [one for one in reported(text) if not one.endswith("-stet")] == wanted


def test_many_ranges_are_found_in_one_pass() -> None:
    text = "[stet-begin: bad]\n\n" * 2_000 + "A bad word.\n\n" + "[stet-end]\n\n" * 2_000
    assert len(find_stets(draft(text))) == 2_000
