"""`copydesk verdict` and `verdicts`: what editors hold of findings, and how often rules are right."""

from __future__ import annotations

import json
import os

import pytest

from copydesk.house.verdicts import read_verdicts

DRAFT = "A bad word.\n\nOne bad day, and a bad night.\n"
FILE = "verdicts.jsonl"


def kept(root, file=FILE):
    return read_verdicts((root / file).read_bytes(), file)


def test_a_verdict_is_kept_beside_the_configuration(copydesk, folder):
    root = folder({"copydesk.toml": "", "drafts/a.txt": DRAFT})
    ran = copydesk("verdict", "drafts/a.txt:1", "bad", "wrong", "--reason", "  as the\nsign has it ")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == "copydesk: drafts/a.txt:1:3: bad: wrong, kept in verdicts.jsonl\n"
    (one,) = kept(root)
    assert (one.rule, one.opinion, one.reason, one.excerpt) == ("bad", "wrong", "as the sign has it", "bad")


def test_without_a_configuration_it_is_kept_at_the_root_of_the_repository(copydesk, folder):
    root = folder({".git/HEAD": "", "drafts/a.txt": DRAFT})
    ran = copydesk("verdict", "drafts/a.txt:1", "bad", "right")
    assert ran.code == 0
    assert ran.err.endswith("git merges it where .gitattributes has the line: verdicts.jsonl merge=union\n")
    assert len(kept(root)) == 1
    assert "merge=union" not in copydesk("verdict", "drafts/a.txt:1", "bad", "wrong").err


def test_the_house_names_the_file(copydesk, folder):
    root = folder({"copydesk.toml": 'verdicts = "desk/judged.jsonl"', "a.txt": DRAFT})
    assert copydesk("verdict", "a.txt:1", "bad", "right").code == 0
    assert len(kept(root, "desk/judged.jsonl")) == 1


def test_a_desk_that_extends_the_configuration_above_keeps_its_verdicts_there(copydesk, folder):
    root = folder(
        {
            ".git/HEAD": "",
            "house/base.toml": "",
            "copydesk.toml": 'extends = ["house/base.toml"]\npromise = true\n',
            "op/copydesk.toml": 'extends = ["../copydesk.toml"]\nignore = ["hint"]\n',
            "op/late/copydesk.toml": 'extends = ["../copydesk.toml"]\n',
            "op/a.txt": "A bad word.\n",
            "op/late/b.txt": "A bad word.\n",
            "c.txt": "A bad word.\n",
        }
    )
    for name in ("op/a.txt", "op/late/b.txt", "c.txt"):
        assert copydesk("verdict", f"{name}:1", "bad", "wrong").err.count("kept in verdicts.jsonl\n") == 1
    assert len(kept(root)) == 3
    assert not [*root.glob("*/**/verdicts.jsonl")]
    assert "bad   warning   0      0      3 " in copydesk("verdicts").out


def test_a_desk_with_a_configuration_of_its_own_is_a_house_of_its_own(copydesk, folder):
    root = folder({"copydesk.toml": "", "op/copydesk.toml": 'extends = ["base/x.toml"]', "op/a.txt": DRAFT})
    folder({"op/base/x.toml": ""})
    assert copydesk("verdict", "op/a.txt:1", "bad", "wrong").code == 0
    assert len(kept(root, "op/verdicts.jsonl")) == 1


def test_a_column_says_which_finding_of_a_line(copydesk, folder):
    root = folder({"a.txt": DRAFT})
    ran = copydesk("verdict", "a.txt:3", "bad", "petty")
    assert ran.code == 2
    assert ran.err == "copydesk: a.txt:3: bad has 2 findings here: write a.txt:3:5 or a.txt:3:20\n"
    assert copydesk("verdict", "a.txt:3:20", "bad", "petty").code == 0
    assert len(kept(root)) == 1


@pytest.mark.parametrize(
    ("place", "rule", "said"),
    [
        ("a.txt:2", "bad", "a.txt:2: bad reports nothing here (it does on line 1, 3)"),
        ("c.txt:4", "bad", "c.txt:4: bad reports nothing here (it does on line 1, 3, 5)"),
        ("a.txt:1", "worst", "a.txt:1: worst reports nothing in this draft"),
        ("a.txt:3:6", "bad", "a.txt:3:6: bad reports nothing there: write a.txt:3:5 or a.txt:3:20"),
        ("a.txt:1", "bed", 'there is no rule "bed"; did you mean "bad"? (`copydesk rules` lists them)'),
        ("a.txt", "bad", '"a.txt" is no place: write FILE:LINE, or FILE:LINE:COLUMN, as reports do'),
        ("a.txt:x", "bad", '"a.txt:x" is no place: write FILE:LINE, or FILE:LINE:COLUMN, as reports do'),
        ("a.txt:1:0", "bad", "a.txt:1:0: lines and columns count from 1"),
        ("a.txt:0", "bad", "a.txt:0: lines and columns count from 1"),
        ("b.txt:1", "bad", "b.txt: there is no such file or folder"),
        (".:1", "bad", ".: a verdict is on a finding in one draft: name a file"),
    ],
)
def test_what_is_no_finding_has_no_verdict(copydesk, folder, place, rule, said):
    root = folder({"a.txt": DRAFT, "c.txt": f"A bad word. [stet: bad]\n\n{DRAFT}"})
    ran = copydesk("verdict", place, rule, "right")
    assert ran.code == 2
    assert ran.err.startswith(f"copydesk: {said}")
    assert not (root / FILE).exists()


def test_a_rule_that_compares_drafts_has_its_verdicts_elsewhere(copydesk, folder):
    folder({"a.txt": DRAFT})
    ran = copydesk("verdict", "a.txt:1", "duplicate-across-drafts", "right", installed=True)
    assert ran.code == 2
    assert "reports nothing here: it compares drafts, so give its verdicts in an editor" in ran.err


def test_a_long_reason_is_refused(copydesk, folder):
    root = folder({"a.txt": DRAFT})
    ran = copydesk("verdict", "a.txt:1", "bad", "right", "--reason", "x" * 301)
    assert ran.code == 2
    assert "a reason has 300 characters at most, this one has 301" in ran.err
    assert not (root / FILE).exists()


def test_the_same_verdict_is_kept_once_and_another_one_counts(copydesk, folder):
    root = folder({"a.txt": DRAFT})
    for opinion in ("wrong", "wrong", "right", "wrong"):
        assert copydesk("verdict", "a.txt:1", "bad", opinion).code == 0
    assert [one.opinion for one in kept(root)] == ["wrong", "right", "wrong"]
    assert json.loads(copydesk("verdicts", "--format", "json").out)["rules"] == [
        {
            "rule": "bad",
            "certain": True,
            "severity": "warning",
            "right": 0,
            "petty": 0,
            "wrong": 1,
            "precision": 0.0,
            "interval": [0.0, pytest.approx(0.793, abs=0.001)],
            "promise": 0.9,
            "broken": False,
        }
    ]


def test_text_edited_above_a_finding_leaves_it_its_verdict(copydesk, folder):
    root = folder({"copydesk.toml": "", "a.txt": DRAFT})
    copydesk("verdict", "a.txt:1", "bad", "wrong")
    folder({"b/a.txt": f"A new headline\n\nAnother paragraph.\n\n{DRAFT}"})
    copydesk("verdict", "b/a.txt:5", "bad", "petty")
    first, second = kept(root)
    assert first.finding == second.finding
    assert first.date < second.date


def test_a_sentence_of_every_story_is_judged_in_each(copydesk, folder):
    folder({"a.txt": "One bad day in May.\n", "b.txt": "One bad day in May.\n"})
    for name in ("a.txt", "b.txt"):
        copydesk("verdict", f"{name}:1", "bad", "wrong")
    assert "bad   warning   0      0      2 " in copydesk("verdicts").out


def test_names_of_people_are_left_out_unless_the_house_wants_them(copydesk, folder):
    draft = "Ann Orr spoke to Ann Orr Orr said the the plan was hers.\n\nMs. Orr said so.\n"
    root = folder({"a.txt": draft})
    for more in ("", "verdict-names = true"):
        folder({"copydesk.toml": more})
        ran = copydesk(
            "verdict", "a.txt:1", "repeated-word", "wrong", "--reason", "Orr is right", installed=True
        )
        assert ran.code == 0, ran.err
    assert [one.reason for one in kept(root)] == ["[name] is right", "Orr is right"]


def test_a_misspelt_name_is_left_out_as_well(copydesk, folder):
    draft = "Tom Kerrigan runs the mill. Kerrigan paid for it.\n\nLater the town asked Kerigan why.\n"
    root = folder({"a.txt": draft})
    said = ("--reason", "Kerigan of Harwood is right")
    ran = copydesk("verdict", "a.txt:3", "name-variant", "right", *said, installed=True)
    assert ran.code == 0, ran.err
    assert [(one.excerpt, one.reason) for one in kept(root)] == [("[name]", "[name] of Harwood is right")]


def test_a_word_document_is_judged_by_its_paragraphs(copydesk, folder, docx_of):
    root = folder({})
    (root / "a.docx").write_bytes(docx_of("All is well.", "The council put off the the vote."))
    ran = copydesk("verdict", "a.docx:2", "repeated-word", "right", installed=True)
    assert (ran.code, [one.excerpt for one in kept(root)]) == (0, ["the the"])


def test_a_finding_that_a_note_lets_stand_is_judged(copydesk, folder):
    root = folder({"a.txt": "A bad word. [stet: bad -- as the sign has it]\n"})
    ran = copydesk("verdict", "a.txt:1", "bad", "right")
    assert (ran.code, ran.err) == (
        0,
        "copydesk: a.txt:1:3: bad: right, kept in verdicts.jsonl (it counts, not the note there)\n",
    )
    copydesk("verdicts", "--stets", "a.txt")
    assert [(one.opinion, one.stet) for one in kept(root)] == [("right", False)]


def test_notes_that_a_program_wrote_lower_no_rule(copydesk, folder):
    root = folder({"copydesk.toml": "promise = true", "verdicts.jsonl": ""})
    folder({f"d/{number}.txt": "A bad word.\n" for number in range(30)})
    assert copydesk("check", "d", "--add-stet", "bad", "--reason", "older than the rule").code == 0
    assert copydesk("verdicts", "--stets", "d").err == (
        "copydesk: verdicts.jsonl: 30 findings kept as petty; "
        "of notes on one rule with the same reason one counts\n"
    )
    assert len(kept(root)) == 30
    assert "bad   warning   0      1      0 " in copydesk("verdicts").out


def test_a_rule_that_is_not_installed_is_told_from_one_that_is_off(copydesk, folder):
    said = '"date":"2031-03-02T09:30:00Z","digest":"00000000000000aa","excerpt":"","verdict":"right"'
    lines = [f'{{"rule":"{rule}",{said}}}' for rule in ("bad", "gone\\u001b[31m")]
    folder({"copydesk.toml": 'ignore = ["bad"]', "verdicts.jsonl": "\n".join(lines)})
    _, off, unknown = copydesk("verdicts").out.splitlines()
    assert off.split()[:2] == ["bad", "off"]
    assert unknown.split()[:2] == ["gone\\x1b[31m", "unknown"]


def test_a_file_that_is_too_large_is_called_what_it_is(copydesk, folder):
    folder({"a.txt": DRAFT, FILE: "\n" * 20_000_001})
    assert copydesk("verdicts").err == (
        "copydesk: verdicts.jsonl: is larger than 20,000,000 bytes, too large for a verdicts file\n"
    )


def test_a_finding_in_shadow_is_judged(copydesk, folder):
    root = folder({"copydesk.toml": 'shadow = ["bad"]', "a.txt": DRAFT})
    assert copydesk("check", "a.txt").out == ""
    assert copydesk("verdict", "a.txt:1", "bad", "right").code == 0
    assert len(kept(root)) == 1


def test_a_last_line_without_an_end_stays_whole(copydesk, folder):
    root = folder({"a.txt": DRAFT})
    copydesk("verdict", "a.txt:1", "bad", "wrong")
    (root / FILE).write_bytes((root / FILE).read_bytes().rstrip(b"\n"))
    copydesk("verdict", "a.txt:3:5", "bad", "wrong")
    assert len(kept(root)) == 2


@pytest.mark.parametrize("command", [("verdict", "a.txt:1", "bad", "right"), ("verdicts",)])
def test_a_broken_file_is_an_error_and_stays_as_it_is(copydesk, folder, command):
    root = folder({"a.txt": DRAFT, FILE: "\n<<<<<<< ours\n"})
    ran = copydesk(*command)
    assert ran.code == 2
    assert ran.err.startswith("copydesk: verdicts.jsonl:2:1: a merge left a conflict here")
    assert (root / FILE).read_text(encoding="utf-8") == "\n<<<<<<< ours\n"


@pytest.mark.parametrize("command", [("verdict", "a.txt:1", "bad", "right"), ("verdicts",)])
@pytest.mark.skipif(os.name != "posix", reason="needs links")
def test_a_link_out_of_the_repository_is_refused(copydesk, folder, command):
    root = folder({"secret": "", "house/.git/HEAD": "", "house/a.txt": DRAFT})
    (root / "house" / FILE).symlink_to(root / "secret")
    os.chdir(root / "house")
    ran = copydesk(*command)
    assert ran.code == 2
    assert "is reached by a link that leads outside the repository" in ran.err
    assert (root / "secret").read_bytes() == b""


def test_a_folder_is_no_verdicts_file(copydesk, folder):
    folder({"a.txt": DRAFT, f"{FILE}/x": ""})
    ran = copydesk("verdict", "a.txt:1", "bad", "right")
    assert ran.code == 2
    assert ran.err == "copydesk: verdicts.jsonl: is not a file but a folder, a pipe or a device\n"


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("judged.txt", "is no name of a verdicts file"),
        ("desk/", "is no name of a verdicts file"),
        (".git/hooks/post-merge", "is no name of a verdicts file"),
        ("../verdicts.jsonl", "leads outside the repository"),
        ("/verdicts.jsonl", "is an absolute path"),
    ],
)
def test_the_configuration_names_no_other_file(copydesk, folder, value, said):
    folder({"copydesk.toml": f'verdicts = "{value}"', "desk/x": "", "a.txt": DRAFT})
    ran = copydesk("verdict", "a.txt:1", "bad", "right")
    assert ran.code == 2
    assert ran.err.startswith("copydesk: copydesk.toml:1:12: ")
    assert said in ran.err


def test_precision_is_shown_with_its_interval(copydesk, folder):
    folder({"a.txt": DRAFT})
    for place, opinion in (("a.txt:1", "right"), ("a.txt:3:5", "petty"), ("a.txt:3:20", "wrong")):
        copydesk("verdict", place, "bad", opinion)
    ran = copydesk("verdicts")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "RULE  SEVERITY  RIGHT  PETTY  WRONG  PRECISION               PROMISE",
        "bad   warning   1      1      1      33.3 % (6.1 to 79.2 %)  90 %",
    ]


def test_several_files_are_counted_together(copydesk, folder):
    root = folder({"a.txt": DRAFT})
    for name, opinion in (("ann.jsonl", "right"), ("ben.jsonl", "wrong")):
        copydesk("verdict", "a.txt:1", "bad", opinion)
        (root / FILE).rename(root / name)
    one = copydesk("verdicts", "--file", "ann.jsonl", "--file", "ben.jsonl").out
    assert one == copydesk("verdicts", "--file", "ben.jsonl", "--file", "ann.jsonl").out
    assert "bad   warning   0      0      1 " in one
    gone = copydesk("verdicts", "--file", "gone.jsonl")
    assert (gone.code, gone.err) == (
        2,
        "copydesk: gone.jsonl: there are no verdicts: `copydesk verdict` writes them\n",
    )


def test_a_note_with_a_reason_is_kept_as_petty_unless_somebody_judged(copydesk, folder):
    root = folder({"a.txt": DRAFT})
    copydesk("verdict", "a.txt:1", "bad", "wrong")
    folder({"a.txt": f"[stet: bad -- as the sign has it]\n\n{DRAFT}\n[stet: bad]\n\nSome bad luck.\n"})
    for _ in range(2):
        assert copydesk("verdicts", "--stets", "a.txt").code == 0
    assert [one.opinion for one in kept(root)] == ["wrong"]
    folder({"a.txt": "[stet-draft: bad -- as the sign has it]\n\nOne bad day.\n"})
    ran = copydesk("verdicts", "a.txt", "--stets")
    assert ran.err == ("copydesk: verdicts.jsonl: 1 finding kept as petty\n")
    assert [(one.opinion, one.reason, one.stet) for one in kept(root)][1:] == [
        ("petty", "as the sign has it", True)
    ]


def test_paths_are_for_notes(copydesk, folder):
    folder({"a.txt": DRAFT})
    for words in (("verdicts", "a.txt"), ("verdicts", "--stets")):
        ran = copydesk(*words)
        assert ran.code == 2
        assert "--stets and PATHS go together" in ran.err


def test_without_verdicts_there_is_nothing_to_show(copydesk, folder):
    folder({"a.txt": DRAFT})
    ran = copydesk("verdicts")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.startswith("copydesk: there are no verdicts yet: `copydesk verdict draft.md:12 RULE ")
