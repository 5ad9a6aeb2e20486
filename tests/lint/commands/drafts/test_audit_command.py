"""`copydesk audit`: notes, settings and held findings in; who let them stand, when and why, out."""

from __future__ import annotations

import json
import os
import subprocess
from types import SimpleNamespace

import pytest

CONFIGURATION = """\
ignore = ["hint"]  # nobody reads hints

# the archive was edited elsewhere
exclude = ["archive/"]

[severity]
worst = "warning"

[[overrides]]
paths = ["opinion/*"]
# opinion is theirs
severity.bad = "off"
"""
DRAFT = "A bad word. [stet: bad -- the song says so]\n"


@pytest.fixture
def entries(copydesk):
    """The entries of `audit --format json`, which must have read everything."""

    def answer(*arguments: str, **options) -> list[SimpleNamespace]:
        result = copydesk("audit", "--format", "json", *arguments, **options)
        assert result.code == 0, result.err
        return [SimpleNamespace(**entry) for entry in json.loads(result.out)["entries"]]

    return answer


@pytest.fixture
def of_note(entries):
    """What `today` says of the one note of a draft, and what it lets stand."""

    def answer(text: str, git) -> tuple[str, list[str]]:
        git.write("a.txt", text)
        (entry,) = entries()
        return entry.today, [finding["excerpt"] for finding in entry.stands]

    return answer


def test_an_empty_house_says_so(copydesk, folder):
    folder({"a.txt": "A good word."})
    result = copydesk("audit")
    assert (result.code, result.err) == (0, "")
    assert result.out == "nothing is let stand: no stet note, no baseline, and no setting that reports less\n"


def test_the_record_is_read_as_a_page(copydesk, git):
    git.write("news/roof.txt", "The worst of it.\n")
    copydesk("baseline", "news")
    git.write("copydesk.toml", CONFIGURATION)
    git.write("news/roof.txt", f"The worst of it.\n\n{DRAFT}")
    first = git.commit()[:10]
    git.write("news/roof.txt", f"The worst of it.\n\n{DRAFT}\nMore. [stet: bad]\n")
    by = f'A, {git("log", "-1", "--format=%as")}, in {first} "a commit"'
    result = copydesk("audit", "news")
    assert (result.code, result.err) == (0, "")
    assert result.out == (
        "Configuration\n"
        "  copydesk.toml:1: hint is ignored\n"
        "      reason: nobody reads hints\n"
        f"      {by}\n"
        "  copydesk.toml:4: archive/ is not checked\n"
        "      reason: the archive was edited elsewhere\n"
        f"      {by}\n"
        "  copydesk.toml:7: worst is at level warning; copydesk's own is error\n"
        "      reason: none is given\n"
        f"      {by}\n"
        "  copydesk.toml:12: bad is off (in opinion/*)\n"
        "      reason: opinion is theirs\n"
        f"      {by}\n"
        "\n"
        "Stet notes\n"
        "  news/roof.txt:3: stet: bad\n"
        "      reason: the song says so\n"
        "      lets 1 finding stand\n"
        '        3:3 bad: "bad" was found\n'
        f"      {by}\n"
        "  news/roof.txt:5: stet: bad\n"
        "      reason: none is given\n"
        "      lets nothing stand today\n"
        "      who and when is unknown: not committed yet\n"
        "\n"
        "Baseline\n"
        '  copydesk.baseline:2: worst: "worst" (in news/roof.txt)\n'
        "      holds a finding that is still there\n"
        f"      {by}\n"
        "\n"
        "4 settings, 2 stet notes, 1 finding in the baseline; 2 without a reason; "
        "1 note that lets nothing stand today\n"
    )


class TestNotes:
    def test_one_that_names_no_rule_says_so(self, of_note, git):
        today, stands = of_note("A bad word. [stet: bat]\n", git)
        assert (today.partition("; did")[0], stands) == (
            'cannot be followed: there is no rule or family "bat" to let stand',
            [],
        )

    def test_one_that_the_house_refuses_lets_nothing_stand(self, entries, git):
        git.write("copydesk.toml", 'no-stet = ["bad"] # the law\n')
        git.write("a.txt", DRAFT)
        rule, note = entries()
        assert (rule.what, rule.reason) == ("no note lets bad stand", "the law")
        assert note.today == "refused by no-stet: 1 finding is reported all the same"
        assert (note.stands, [finding["rule"] for finding in note.refused]) == ([], ["bad"])

    def test_a_finding_that_is_reported_all_the_same_says_so(self, copydesk, git):
        git.write("copydesk.toml", 'no-stet = ["bad"]\n')
        git.write("a.txt", "[stet-draft: toys -- the song says so]\n\nA bad word, a hint.\n")
        out = copydesk("audit").out
        assert '        3:3 bad: "bad" was found (reported all the same)\n' in out
        assert '        3:15 hint: "hint" was found\n' in out

    def test_one_of_the_whole_draft_has_all_that_it_covers(self, of_note, git):
        text = f"[stet-draft: toys -- a letter]\n\n{'A bad word.' * 7}\n"
        assert of_note(text, git) == ("lets 7 findings stand", ["bad"] * 7)

    def test_people_get_the_first_of_many(self, copydesk, git):
        git.write("a.txt", f"[stet-draft: toys -- a letter]\n\n{'A bad word.' * 7}\n")
        assert "        and 2 more\n" in copydesk("audit").out


class TestSettings:
    @pytest.mark.parametrize(
        ("text", "what"),
        [
            ('select = ["toys"]', "nothing runs but toys"),
            ('fail-on = "never"', "no run fails for a finding"),
            ('fail-on = "error"', "no run fails for a warning"),
            ('shadow = ["bad"]', "bad runs in shadow"),
            ('show = "error"', "infos and warnings are not shown"),
            ('severity = { grave = "info" }', "grave is at level info; copydesk's own is error"),
            ('severity = { unused-stet = "off" }', "unused-stet is off"),
        ],
    )
    def test_what_reports_less_is_listed(self, entries, git, text, what):
        git.write("copydesk.toml", text)
        git.write("a.txt", "A bad word.")
        assert [entry.what for entry in entries()] == [what]
        assert sorted(path.name for path in git.root.iterdir()) == [".git", "a.txt", "copydesk.toml"]

    @pytest.mark.parametrize(
        "text",
        ['select = ["all"]', 'fail-on = "info"', 'severity = { bad = "error" }', "require-reason = true"],
    )
    def test_what_reports_as_much_is_not(self, entries, git, text):
        git.write("copydesk.toml", text)
        git.write("a.txt", "A good word.")
        assert entries() == []

    @pytest.mark.parametrize(
        ("wrong", "today"),
        [(30, "worst is shown as warning, not error"), (29, "lowers no rule today")],
    )
    def test_what_the_verdicts_lower_is_told(self, entries, git, wrong, today):
        said = '"date":"2031-03-02T09:30:00Z","excerpt":"","rule":"worst","verdict":"wrong"'
        lines = (f'{{"digest":"{number:016x}",{said}}}\n' for number in range(wrong))
        git.write("verdicts.jsonl", "".join(lines))
        git.write("copydesk.toml", "promise = true # decided in March\n")
        git.write("a.txt", "A good word.")
        (entry,) = entries()
        assert entry.what == "a rule that breaks its promise is shown one level lower"
        assert (entry.reason, entry.today) == ("decided in March", today)

    def test_whoever_brought_the_verdicts_is_named(self, copydesk, entries, git):
        git.write("a.txt", "A good word.")
        git.write("copydesk.toml", "promise = true\n")
        said = '"date":"2031-03-02T09:30:00Z","excerpt":"","rule":"worst","verdict":"wrong"'
        lines = [f'{{"digest":"{number:016x}",{said}}}\n' for number in range(32)]
        git.write("verdicts.jsonl", "".join(lines[:1]))
        git.commit()
        for end, author in ((20, "Mallory"), (31, "Mallory")):
            git.write("verdicts.jsonl", "".join(lines[:end]))
            git("add", ".")
            git("-c", f"user.name={author}", "commit", "--quiet", "-m", f"up to {end}")
        git.write("verdicts.jsonl", "".join(lines))
        (entry,) = entries()
        assert (entry.author, entry.today) == ("A", "worst is shown as warning, not error")
        assert [(one["rule"], one["path"], one["count"], one["author"]) for one in entry.verdicts] == [
            ("worst", "verdicts.jsonl", 30, "Mallory"),
            ("worst", "verdicts.jsonl", 1, "A"),
            ("worst", "verdicts.jsonl", 1, None),
        ]
        text = copydesk("audit").out
        assert "        30 verdicts on worst in verdicts.jsonl: Mallory, 20" in text
        assert "        1 verdict on worst in verdicts.jsonl: who and when is unknown: not committed" in text

    def test_what_the_verdicts_lower_is_told_once_for_all_drafts(self, entries, git):
        said = '"date":"2031-03-02T09:30:00Z","excerpt":"","rule":"bad","verdict":"wrong"'
        git.write("verdicts.jsonl", "".join(f'{{"digest":"{at:016x}",{said}}}\n' for at in range(30)))
        override = '[[overrides]]\npaths = ["op/*"]\nseverity.bad = "info"\n'
        git.write("copydesk.toml", f"promise = true\n{override}")
        for name in ("a.txt", "op/b.txt"):
            git.write(name, "A good word.")
        assert [(entry.what, entry.today) for entry in entries() if entry.line == 1] == [
            (
                "a rule that breaks its promise is shown one level lower",
                "bad is shown as info, not warning",
            )
        ]

    def test_patterns_name_the_folder_that_they_hold_below(self, entries, git):
        override = '[[overrides]]\npaths = ["late/*", "x.txt"]\nignore = ["bad"]\n'
        git.write("op/copydesk.toml", f'exclude = ["*.md"]\n{override}')
        git.write("op/a.txt", "A good word.")
        assert [(entry.what, entry.where) for entry in entries()] == [
            ("*.md below op/ is not checked", "*.md below op/"),
            ("bad is ignored", "late/*, x.txt below op/"),
        ]

    def test_what_a_rule_allows_is_listed(self, entries, git):
        git.write("copydesk.toml", '[rules.vague-source]\nallow = [\n"officials", # the law says so\n]\n')
        git.write("a.txt", "A good word.")
        assert [(entry.line, entry.what, entry.reason) for entry in entries(installed=True)] == [
            (3, 'vague-source allows "officials"', "the law says so")
        ]

    def test_an_option_that_is_not_the_default_is_listed(self, entries, git):
        git.write("copydesk.toml", "[rules.duplicate-paragraph]\nminimum_words = 999999 # no letters\n")
        git.write("a.txt", "A good word.")
        git.commit()
        assert [
            (entry.line, entry.what, entry.reason, entry.author) for entry in entries(installed=True)
        ] == [(2, "minimum_words of duplicate-paragraph is 999999, not 8", "no letters", "A")]
        git.write("copydesk.toml", "[rules.duplicate-paragraph]\nminimum_words = 8\n")
        assert entries(installed=True) == []

    def test_files_of_terms_and_names_are_listed_with_their_last_commit(self, copydesk, entries, git):
        git.write("copydesk.toml", 'terms = [\n"house/terms.toml", # the stylebook\n]\n')
        git.write("house/terms.toml", 'allow = ["the the"]\n')
        git.write("a.txt", "A good word.")
        git.commit()
        git.write("house/terms.toml", "allow = []\n")
        git("add", ".")
        git("-c", "user.name=B", "commit", "--quiet", "-m", "less is allowed")
        what = "terms of the house, which may allow what rules report"
        assert [
            (entry.path, entry.line, entry.what, entry.reason, entry.author, entry.summary)
            for entry in entries()
        ] == [(os.path.join("house", "terms.toml"), None, what, "the stylebook", "B", "less is allowed")]
        assert f"  {os.path.join('house', 'terms.toml')}: {what}\n" in copydesk("audit").out

    def test_every_configuration_counts_and_each_once(self, entries, git):
        git.write("house.toml", 'ignore = ["hint"] # ours\n')
        for desk in ("news", "sports"):
            git.write(f"{desk}/copydesk.toml", 'extends = ["../house.toml"]\nignore = ["bad"]\n')
            git.write(f"{desk}/a.txt", "A good word.")
            git.write(f"{desk}/late/b.txt", "A good word.")
        assert [f"{entry.path}:{entry.line} {entry.what}".replace(os.sep, "/") for entry in entries()] == [
            "house.toml:1 hint is ignored",
            "news/copydesk.toml:2 bad is ignored",
            "sports/copydesk.toml:2 bad is ignored",
        ]

    def test_what_init_explains_is_no_reason_of_the_house(self, copydesk, entries, git):
        copydesk("init")
        text = (git.root / "copydesk.toml").read_text(encoding="utf-8")
        git.write("copydesk.toml", text.replace('#ignore = ["vague-source"]', 'ignore = ["bad"]', 1))
        git.write("a.txt", "A good word.")
        assert [(entry.what, entry.reason) for entry in entries()] == [("bad is ignored", None)]


class TestBaseline:
    def test_what_is_mended_holds_nothing(self, copydesk, entries, git):
        git.write("a.txt", "A bad word. The worst.\n")
        git.write("b.txt", "A bad start.\n")
        copydesk("baseline", ".")
        git.write("a.txt", "A good word. The worst.\n")
        assert [(entry.what, entry.today) for entry in entries("a.txt")] == [
            ('bad: "bad"', "holds nothing any more"),
            ('worst: "worst"', "holds a finding that is still there"),
            ('bad: "bad"', "not looked at in this run"),
        ]

    def test_another_file_may_be_named(self, copydesk, entries, git):
        git.write("a.txt", "A bad word.\n")
        copydesk("baseline", "--file", "old.txt.baseline", "a.txt")
        assert [entry.path for entry in entries("--baseline", "old.txt.baseline", "a.txt")] == [
            "old.txt.baseline"
        ]

    def test_one_that_is_broken_is_an_error_with_its_line(self, copydesk, git):
        git.write("a.txt", "A good word.\n")
        git.write("copydesk.baseline", "# copydesk baseline 1\nnonsense\n")
        result = copydesk("audit")
        assert result.code == 2
        assert result.out.startswith("no record: not everything could be read")
        assert "copydesk.baseline:2: is no line of a baseline" in result.err

    def test_without_the_one_that_is_named_the_rest_is_listed(self, copydesk, git):
        git.write("a.txt", DRAFT)
        result = copydesk("audit", "--baseline", "nope")
        assert result.code == 2
        assert "  a.txt:1: stet: bad\n" in result.out
        assert "nope: there is no such baseline" in result.err


class TestWho:
    def test_each_line_has_its_own_commit_wherever_it_stands_now(self, entries, git):
        text = "Start.\n\nA bad word. [stet: bad -- one]\n"
        git.commit(a_txt=text)
        first = git("rev-parse", "HEAD")
        git("-c", "user.name=B", "commit", "--quiet", "--allow-empty", "-m", "nothing")
        text += "\nA bad end. [stet: bad -- two]\n"
        git.write("a.txt", text)
        git("add", ".")
        git("-c", "user.name=B", "commit", "--quiet", "-m", "the end")
        git.write(
            "a.txt", "Above.\n\nStart.\n\nA bad word. [stet: bad -- one]\n\nA bad end. [stet: bad -- two]\n"
        )
        one, two = entries()
        assert (one.line, one.author, one.commit) == (5, "A", first)
        assert (two.line, two.author, two.summary) == (7, "B", "the end")

    def test_outside_git_nobody_can_tell(self, entries, folder):
        folder({"a.txt": DRAFT})
        (entry,) = entries()
        assert (entry.author, entry.unknown) == (None, "in no git repository")

    def test_a_repository_without_a_commit_has_nothing_committed(self, entries, git):
        git.write("a.txt", DRAFT)
        assert [entry.unknown for entry in entries()] == ["not committed yet"]

    def test_a_shallow_clone_names_nobody_for_what_is_older(
        self, entries, git, tmp_path, monkeypatch: pytest.MonkeyPatch
    ):
        git.commit(a_txt=DRAFT)
        git.commit(b_txt="A good word.\n")
        clone = tmp_path / "clone"
        git("clone", "--quiet", "--depth=1", git.root.as_uri(), str(clone))
        monkeypatch.chdir(clone)
        assert [(entry.author, entry.unknown) for entry in entries()] == [
            (None, "this clone is shallow, and lacks that part of the history")
        ]

    def test_no_file_of_the_repository_gives_somebody_another_name(self, entries, git):
        git.commit(a_txt=DRAFT, _mailmap="Nobody <nobody@example.org> <a@example.org>\n")
        git.write("a.txt", DRAFT.replace("A bad", "One bad"))
        git.commit()
        ignored = git("rev-parse", "HEAD")
        git.write(".git-blame-ignore-revs", f"{ignored}\n")
        for name in (".git-blame-ignore-revs", "not-there"):
            git("config", "blame.ignoreRevsFile", name)
            assert [(entry.author, entry.commit) for entry in entries()] == [("A", ignored)]

    @pytest.mark.parametrize("end", ["\r", "\r\n"])
    def test_lines_are_those_of_git_whatever_ends_them(self, entries, git, end):
        text = f"Start.\n\n{DRAFT}\n{DRAFT}".replace("\n", end)
        (git.root / "a.txt").write_bytes(text.encode())
        git.commit()
        assert [(entry.line, entry.author) for entry in entries()] == [(3, "A"), (5, "A")]

    def test_whoever_turns_line_ends_or_indents_wrote_nothing(self, entries, git):
        git.commit(a_txt=f"Start.\n\n{DRAFT}")
        for text in (f"Start.\r\n\r\n{DRAFT[:-1]}\r\n", f"Start.\r\n\r\n  {DRAFT}"):
            (git.root / "a.txt").write_bytes(text.encode())
            git("add", ".")
            git("-c", "user.name=B", "commit", "--quiet", "-m", "white space")
            assert [entry.author for entry in entries()] == ["A"]

    @pytest.mark.skipif(os.name != "posix", reason="needs names with line ends")
    def test_a_draft_with_a_line_end_in_its_name_is_asked_about(self, entries, git):
        git.write("a\nb.txt", DRAFT)
        git.write("c.txt", DRAFT)
        git.commit()
        git.write("d\ne.txt", DRAFT)
        assert [entry.author for entry in entries()] == ["A", "A", None]

    def test_the_same_comes_out_in_a_hook_of_another_repository(
        self, entries, git, monkeypatch: pytest.MonkeyPatch
    ):
        git.commit(a_txt=DRAFT)
        monkeypatch.setenv("GIT_DIR", str(git.root / "elsewhere"))
        assert [entry.author for entry in entries()] == ["A"]

    def test_a_file_that_has_no_entry_is_not_asked_about(self, entries, git, monkeypatch: pytest.MonkeyPatch):
        git.commit(a_txt=DRAFT, **{f"b{number}_txt": "A good word.\n" for number in range(20)})
        started: list[list[str]] = []
        run = subprocess.run

        def counting(command: list[str], **options):
            started.append(command)
            return run(command, **options)

        monkeypatch.setattr(subprocess, "run", counting)
        assert len(entries()) == 1
        assert len([command for command in started if "blame" in command]) == 1
        assert len(started) <= 5


def test_what_cannot_be_read_is_named_and_the_rest_is_listed(copydesk, git):
    git.write("a.txt", DRAFT)
    git.write("desk/copydesk.toml", "ignore = 1\n")
    git.write("desk/b.txt", "A good word.\n")
    result = copydesk("audit", ".", "missing.txt")
    assert result.code == 2
    assert "stet: bad" in result.out
    assert result.err.count("desk/copydesk.toml:1:") == 1
    assert "missing.txt" in result.err


def break_toml(path):
    path.write_text("ignore = [", encoding="utf-8")


def make_pipe(path):
    os.mkfifo(path)


def link_outside(path):
    path.symlink_to(__file__)


@pytest.mark.skipif(os.name != "posix", reason="needs pipes and links")
@pytest.mark.parametrize("breaks", [break_toml, make_pipe, link_outside])
def test_notes_are_listed_where_the_configuration_cannot_be_read(copydesk, git, breaks):
    git.write("a.txt", DRAFT)
    git.commit()
    breaks(git.root / "copydesk.toml")
    result = copydesk("audit")
    assert result.code == 2
    assert "copydesk.toml" in result.err
    assert result.out.startswith(
        "Stet notes\n"
        "  a.txt:1: stet: bad\n"
        "      reason: the song says so\n"
        "      the draft was not checked: its configuration cannot be read\n"
        "      A, "
    )
    assert result.out.endswith(
        "0 settings, 1 stet note, 0 findings in the baseline; not everything could be read\n"
    )
    (entry,) = json.loads(copydesk("audit", "--format", "json").out)["entries"]
    assert (entry["what"], entry["author"]) == ("stet: bad", "A")


def test_settings_are_listed_where_the_verdicts_cannot_be_read(copydesk, git):
    git.write("a.txt", DRAFT)
    git.write("copydesk.toml", "promise = true\n")
    git.write("verdicts.jsonl", "{}\n")
    result = copydesk("audit")
    assert result.code == 2
    assert "nobody can tell whom it lowers today: verdicts.jsonl:1:1: is no verdict" in result.out
    assert "  a.txt:1: stet: bad\n" in result.out


def test_a_word_document_has_the_last_commit_of_the_file(entries, git, docx_of):
    git.write("a.docx", docx_of("A bad word.", comment="stet: bad -- the song says so"))
    git.commit()
    (entry,) = entries()
    assert (entry.what, entry.reason, entry.author) == ("stet: bad", "the song says so", "A")
    git.write("a.docx", docx_of("A bad word.", "More.", comment="stet: bad -- the song says so"))
    assert [entry.unknown for entry in entries()] == ["not committed yet"]
