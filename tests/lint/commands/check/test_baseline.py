"""`copydesk baseline` holds today's findings; `copydesk check --baseline` reports only new ones."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

HEAD = "# copydesk baseline 1: findings that were there first. `copydesk baseline` writes this file.\n"
DRAFT = "One bad word of many.\n\nThe worst of all, and a hint.\n\nAnother bad word.\n"


@pytest.fixture
def held(copydesk, folder):
    """A draft whose findings are held: `held(text).check(other)` says what is new in another version."""

    class Held:
        def __init__(self, text: str) -> None:
            self.path = folder({"a.txt": text}) / "a.txt"
            assert copydesk("baseline", "a.txt").code == 0

        def check(self, text: str, *arguments: str):
            self.path.write_text(text, encoding="utf-8")
            return copydesk("check", "--baseline", "copydesk.baseline", *arguments, "a.txt")

    return Held


def test_it_is_a_sorted_text_file_with_one_finding_a_line(copydesk, folder):
    root = folder({"b.txt": DRAFT, "drafts/a.txt": "A bad word.", "c.txt": "A good word."})
    result = copydesk("baseline", "b.txt", "drafts", "c.txt")
    assert (result.code, result.out) == (0, "")
    assert result.err == (
        "copydesk: copydesk.baseline holds 5 findings in 2 drafts (5 new, 0 no longer needed)\n"
    )
    text = (root / "copydesk.baseline").read_text(encoding="utf-8")
    head, *lines = text.splitlines(keepends=True)
    assert head == HEAD
    assert lines == sorted(lines)
    assert [
        (path, rule, words) for path, rule, _, words in (line.rstrip().split("\t") for line in lines)
    ] == [
        ("b.txt", "bad", "bad"),
        ("b.txt", "bad", "bad"),
        ("b.txt", "hint", "hint"),
        ("b.txt", "worst", "worst"),
        ("drafts/a.txt", "bad", "bad"),
    ]
    assert copydesk("baseline", "c.txt", "drafts", "b.txt").err.endswith("(0 new, 0 no longer needed)\n")
    assert (root / "copydesk.baseline").read_text(encoding="utf-8") == text


def test_what_is_held_is_not_reported_and_fails_nothing(held):
    result = held(DRAFT).check(DRAFT)
    assert (result.code, result.out) == (0, "")
    assert result.err == "copydesk: copydesk.baseline holds 4 findings\n"


def test_what_is_new_is(held):
    result = held(DRAFT).check(DRAFT + "\nThe worst is new.\n")
    assert (result.code, result.out) == (1, 'a.txt:7:5: error: "worst" was found [worst]\n')
    assert result.err == "copydesk: copydesk.baseline holds 4 findings\n"


@pytest.mark.parametrize(
    "text",
    [
        "The worst of all, and a hint.\n\nAnother bad word.\n\nOne bad word of many.\n",
        "New.\n\n\n" + DRAFT,
        DRAFT.replace("Another", "A new sentence? (“Of course.”) Another"),
        DRAFT.replace("\n", "\r\n"),
        DRAFT.replace("One bad word of many.", "One bad word  of many, said the clerk to the mayor."),
    ],
    ids=["moved", "lines before", "words before", "line ends", "words behind"],
)
def test_moving_and_editing_elsewhere_changes_nothing(held, text):
    assert held(DRAFT).check(text).out == ""


def test_two_equal_faults_count_twice(held):
    twice = "A bad word here.\n\nA bad word here.\n"
    assert held(twice).check(twice).out == ""
    result = held(twice).check(twice + "\nA bad word here.\n")
    assert result.out == 'a.txt:5:3: warning: "bad" was found [bad]\na.txt:1:3: note: first here\n'
    result = held(twice).check("A bad word here.\n")
    assert result.err == (
        "copydesk: copydesk.baseline holds 1 finding\n"
        "copydesk: no longer needed: a.txt: bad: bad\n"
        "copydesk: `copydesk baseline --prune` with the same paths takes them out\n"
    )


def test_entries_that_are_no_longer_needed_are_named_and_pruned(copydesk, held):
    draft = held(DRAFT)
    text = DRAFT.replace("worst", "best").replace("hint.", "hint. New hint!")
    result = draft.check(text)
    assert (result.code, result.out) == (0, 'a.txt:3:34: info: "hint" was found [hint]\n')
    assert "copydesk: no longer needed: a.txt: worst: worst\n" in result.err
    result = copydesk("baseline", "--prune", "a.txt")
    assert (
        result.err == "copydesk: copydesk.baseline holds 3 findings in 1 draft (0 new, 1 no longer needed)\n"
    )
    assert draft.check(text).err == "copydesk: copydesk.baseline holds 3 findings\n"
    assert (
        copydesk("baseline", "--prune", "a.txt").err
        == "copydesk: copydesk.baseline: every entry is still needed\n"
    )


def test_only_what_was_looked_at_is_called_unneeded(copydesk, folder):
    root = folder({"a.txt": "A bad, worst word.", "b.txt": "A bad word."})
    copydesk("baseline", "a.txt", "b.txt")
    for name in ("a.txt", "b.txt"):
        (root / name).write_text("A good word.", encoding="utf-8")
    result = copydesk("check", "--baseline", "--select", "worst", "a.txt")
    assert "no longer needed: a.txt: worst" in result.err
    assert "no longer needed: a.txt: bad" not in result.err
    assert "b.txt" not in result.err
    copydesk("baseline", "a.txt")
    assert (root / "copydesk.baseline").read_text().count("\n") == 2
    (root / "b.txt").unlink()
    assert "no longer needed: b.txt: bad" in copydesk("check", "--baseline", "a.txt").err


def test_a_rule_across_drafts_needs_all_of_them_to_tell(copydesk, folder, toys):
    root = folder({"a.txt": "Same start.", "b.txt": "Same again."})
    copydesk("baseline", ".", rules=[toys.FirstWord])
    result = copydesk("check", "--baseline", "b.txt", rules=[toys.FirstWord])
    assert result.err == "copydesk: copydesk.baseline holds 0 findings\n"
    (root / "b.txt").write_text("Another start.", encoding="utf-8")
    assert "(0 new, 1 no longer needed)" in copydesk("baseline", ".", rules=[toys.FirstWord]).err


def test_a_draft_that_was_renamed_is_still_held(copydesk, folder):
    root = folder({"a.txt": DRAFT})
    copydesk("baseline", ".")
    (root / "new").mkdir()
    (root / "a.txt").rename(root / "new" / "b.txt")
    result = copydesk("check", "--baseline", ".")
    assert (result.code, result.out, result.err) == (0, "", "copydesk: copydesk.baseline holds 4 findings\n")
    copydesk("baseline", "--prune", ".")
    assert "a.txt" not in (root / "copydesk.baseline").read_text().replace("new/b.txt", "")


def test_it_is_the_same_from_every_folder(copydesk, folder, monkeypatch):
    root = folder({"drafts/a.txt": DRAFT})
    copydesk("baseline", "drafts")
    monkeypatch.chdir(root / "drafts")
    assert copydesk("check", "--baseline", "../copydesk.baseline", "a.txt").code == 0
    assert copydesk("check", "--baseline=../copydesk.baseline", str(root / "drafts" / "a.txt")).code == 0


@pytest.mark.parametrize(
    "arguments",
    [
        "--baseline drafts",
        "--baseline drafts/a.txt",
        "--baseline *.txt drafts",
        "drafts --baseline",
        "--baseline=copydesk.baseline drafts",
    ],
)
def test_the_name_of_the_file_may_be_left_out(copydesk, folder, arguments):
    folder({"drafts/a.txt": DRAFT, "b.txt": "Good."})
    copydesk("baseline", "drafts")
    result = copydesk("check", *arguments.split())
    assert (result.code, result.err) == (0, "copydesk: copydesk.baseline holds 4 findings\n")


def test_a_draft_that_could_not_be_checked_writes_no_baseline(copydesk, folder, toys):
    root = folder({"a.txt": DRAFT})
    result = copydesk("baseline", "a.txt", "gone.txt")
    assert result.code == 2
    assert (
        "copydesk: copydesk.baseline was not written: what was not checked would be missing in it"
        in result.err
    )
    assert copydesk("baseline", "a.txt", rules=[toys.Breaks]).code == 2
    assert not (root / "copydesk.baseline").exists()


def test_a_rule_that_breaks_is_never_held(copydesk, folder, toys):
    folder({"a.txt": DRAFT})
    copydesk("baseline", "a.txt")
    result = copydesk("check", "--baseline", "a.txt", rules=[toys.Breaks])
    assert result.code == 2
    assert "[internal-error]" in result.out


def test_what_no_note_lets_stand_no_baseline_holds(copydesk, folder):
    root = folder({"a.txt": DRAFT, "copydesk.toml": 'no-stet = ["bad"]\n'})
    result = copydesk("baseline", "a.txt")
    assert result.err == (
        "copydesk: 2 findings of bad are not put in: no-stet\n"
        "copydesk: copydesk.baseline holds 2 findings in 1 draft (2 new, 0 no longer needed)\n"
    )
    assert "[bad]" in copydesk("check", "--baseline", "a.txt").out
    (root / "copydesk.toml").unlink()
    copydesk("baseline", "a.txt")
    assert "[bad]" not in copydesk("check", "--baseline", "a.txt").out
    (root / "copydesk.toml").write_text('no-stet = ["bad"]\n', encoding="utf-8")
    result = copydesk("check", "--baseline", "a.txt")
    assert (result.code, result.out.count("[bad]")) == (1, 2)
    assert "2 findings of bad are in it and reported all the same: no-stet" in result.err
    assert "refused by no-stet: the finding is reported all the same" in copydesk("audit", "a.txt").out
    copydesk("baseline", "--prune", "a.txt")
    assert "\tbad\t" not in (root / "copydesk.baseline").read_text(encoding="utf-8")


def test_a_refused_note_is_no_way_round_by_the_baseline(copydesk, folder):
    folder({"a.txt": "A bad word. [stet: bad -- slang]\n", "copydesk.toml": 'no-stet = ["bad"]\n'})
    copydesk("baseline", "a.txt")
    assert copydesk("check", "--baseline", "a.txt").code == 1


def test_it_is_quiet_where_it_is_asked_to_be(copydesk, folder):
    folder({"a.txt": DRAFT})
    result = copydesk("baseline", "-q", "a.txt")
    assert (result.code, result.err) == (0, "")


def test_what_the_house_does_not_show_is_not_held(copydesk, folder):
    root = folder({"a.txt": DRAFT, "copydesk.toml": 'show = "error"\n'})
    copydesk("baseline", "a.txt")
    assert (root / "copydesk.baseline").read_text().count("\n") == 2


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (None, "copydesk.baseline: there is no such baseline: `copydesk baseline` writes one"),
        (
            "",
            'copydesk.baseline:1: is no baseline: the first line of one begins with "# copydesk baseline 1"',
        ),
        ("A draft, by mistake.\n", "copydesk.baseline:1: is no baseline"),
        ("# copydesk baseline 7: of the future\n", "copydesk.baseline:1: is a baseline of version 7"),
        (
            HEAD + "<<<<<<< ours\n",
            "copydesk.baseline:2: a merge left a conflict here: keep the lines of both sides",
        ),
        (HEAD + "\n\na.txt\tbad\n", "copydesk.baseline:4: is no line of a baseline"),
        (HEAD + "a.txt\tbad\tXYZ\tbad\n", "copydesk.baseline:2: is no line of a baseline"),
        (b"\xff\xfe\x00", "copydesk.baseline: is no baseline: it is not UTF-8 text"),
    ],
)
def test_a_broken_baseline_is_named_and_nothing_passes_for_clean(copydesk, folder, text, message):
    root = folder({"a.txt": "A good word."})
    if text is not None:
        (root / "copydesk.baseline").write_bytes(text if isinstance(text, bytes) else text.encode())
    result = copydesk("check", "--baseline", "a.txt")
    assert (result.code, result.out) == (2, "")
    assert message in result.err
    assert "Traceback" not in result.err
    if text is not None:
        before = (root / "copydesk.baseline").read_bytes()
        assert copydesk("baseline", "a.txt").code == 2
        assert (root / "copydesk.baseline").read_bytes() == before


def test_lines_of_two_branches_go_together_in_any_order(copydesk, folder):
    root = folder({"a.txt": "A bad word.", "b.txt": "The worst word."})
    copydesk("baseline", "a.txt", "--file", "one")
    copydesk("baseline", "b.txt", "--file", "two")
    both = [(root / name).read_text(encoding="utf-8") for name in ("two", "one")]
    (root / "both.baseline").write_text("".join(both), encoding="utf-8")
    result = copydesk("check", "--baseline", "both.baseline", "a.txt", "b.txt")
    assert (result.code, result.err) == (0, "copydesk: both.baseline holds 2 findings\n")


def test_strange_names_and_words_stay_on_their_lines(copydesk, folder):
    name, words = "Été 1\t.txt", "bad\u2028bad"
    try:
        folder({name: f"A {words} bad\x1b word."})
    except OSError as error:
        pytest.skip(f"such a name cannot be made here: {error}")
    copydesk("baseline", ".")
    assert copydesk("check", "--baseline", ".").code == 0


def test_fixes_leave_alone_what_is_held(copydesk, folder):
    root = folder({"a.txt": "A bad word.\n"})
    copydesk("baseline", "a.txt")
    (root / "a.txt").write_text("A bad word.\n\nAnd a new bad word.\n", encoding="utf-8")
    result = copydesk("check", "--baseline", "--fix", "--unsafe-fixes", "a.txt")
    assert result.code == 0
    assert (root / "a.txt").read_text(encoding="utf-8") == "A bad word.\n\nAnd a new good word.\n"


PARAGRAPHS = st.sampled_from(
    ["A bad word.", "The worst of it.", "A hint, a bad hint.", "Bad luck.", "Nothing here."]
)


@pytest.mark.slow
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(paragraphs=st.lists(PARAGRAPHS, max_size=6), data=st.data())
def test_whatever_is_moved_is_held_and_whatever_is_added_is_new(copydesk, folder, paragraphs, data):
    root = folder({"a.txt": "\n\n".join(paragraphs)})
    (root / "copydesk.baseline").unlink(missing_ok=True)
    copydesk("baseline", "a.txt")
    moved = data.draw(st.permutations(paragraphs))
    (root / "a.txt").write_text("\n\n".join(moved), encoding="utf-8")
    assert copydesk("check", "--baseline", "a.txt").out == ""
    (root / "a.txt").write_text("\n\n".join([*moved, "One bad apple."]), encoding="utf-8")
    assert copydesk("check", "--baseline", "a.txt").out.count("warning:") == 1
