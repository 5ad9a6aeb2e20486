"""Two versions in, what changed out: `copydesk changes`."""

from __future__ import annotations

import json

import pytest

HEAD = "---\ntitle: {}\ndate: {}\n---\n\n"
OLD = (
    HEAD.format("Hollins asks for a levy", "2021-05-02")
    + "The council asked for a levy of $4.1 on Monday.\n\n"
    "“We don’t sell the pier in May,” A. Brandt said.\n\n"
    "Nobody answered for a long time.\n"
)
NEW = OLD.replace("4.1", "4.7").replace("don’t", "won’t").replace("asks for a", "wins its")
MESSAGES = [
    "warning quote-altered 8:1",
    "info fact-without-note 2:8",
    "info headline-changed 2:8",
    "info number-changed 6:33",
]


@pytest.fixture
def changes(copydesk):
    """Run `copydesk changes` with what is installed."""

    def run(*arguments: str, **options):
        return copydesk("changes", *arguments, installed=True, **options)

    return run


def told(result) -> list[str]:
    (story,) = json.loads(result.out)["stories"]
    return [f"{one['severity']} {one['rule']} {one['line']}:{one['column']}" for one in story["changes"]]


class TestTwoFiles:
    def test_the_text_has_a_line_a_change(self, changes, folder):
        folder({"old.md": OLD, "new.md": NEW})
        result = changes("old.md", "new.md")
        assert result.code == 0
        lines = result.out.splitlines()
        assert lines[0] == "new.md: published 2 May 2021; was old.md"
        assert [line.split("  [")[0] for line in lines[1:5]] == [
            '  8:1   warning  quotation altered: "We [don’t -> won’t] sell the pier in May," (A. Brandt)',
            "  2:8   info     2 facts changed, and no correction or update note was added",
            '  2:8   info     headline changed: "[Hollins asks for a levy -> Hollins wins its levy]"',
            '  6:33  info     amount changed: "The council asked for a levy of [$4.1 -> $4.7] on Monday."',
        ]
        assert lines[5:] == [
            "  paragraphs: 1 same, 2 changed",
            "",
            "1 changed draft: 1 warning, 3 infos (compared with old.md)",
        ]

    def test_json_has_both_places_and_the_words(self, changes, folder):
        folder({"old.md": OLD.replace("\n\nThe", "\n\n\n\nThe"), "new.md": NEW})
        result = changes("old.md", "new.md", "--format", "json")
        assert told(result) == MESSAGES
        altered = json.loads(result.out)["stories"][0]["changes"][0]
        assert altered["before"] == {"line": 10, "column": 1}
        assert [piece["fate"] for piece in altered["words"]] == ["kept", "gone", "came", "kept"]

    def test_markdown_strikes_out_and_puts_in(self, changes, folder):
        folder({"old.md": OLD, "new.md": NEW})
        out = changes("old.md", "new.md", "--format", "markdown").out
        assert "## copydesk: 1 changed draft: 1 warning, 3 infos\n" in out
        assert (
            "- **warning** line 8: quotation altered: “We <del>don’t</del> "
            "<ins><b>won’t</b></ins> sell the pier "
            "in May,” (A. Brandt) (`quote-altered`)\n" in out
        )

    def test_the_suffix_of_a_file_tells_the_format(self, changes, folder):
        root = folder({"old.md": OLD, "new.md": NEW})
        assert changes("old.md", "new.md", "--output", "changes.html").out == ""
        assert (root / "changes.html").read_text(encoding="utf-8").startswith("<!doctype html>")
        assert changes("old.md", "new.md", "--output", "json:changes.txt").out.startswith("new.md: ")

    def test_the_page_has_both_versions_and_asks_nobody(self, changes, folder):
        folder({"old.md": OLD, "new.md": NEW.replace("Nobody", "<b>Nobody</b> &lt;script>")})
        out = changes("old.md", "new.md", "--format", "html").out
        assert "“We <del>don’t</del> sell the pier" in out
        assert "“We <ins>won’t</ins> sell the pier" in out
        assert "default-src &#39;none&#39;" in out
        assert "&lt;script&gt;" in out

    def test_one_of_them_may_come_on_standard_input(self, changes, folder, monkeypatch):
        import io
        from types import SimpleNamespace

        folder({"new.md": NEW})
        monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(OLD.encode())))
        result = changes("-", "new.md", "--stdin-filename", "old.md", "--format", "json")
        assert told(result) == MESSAGES

    def test_nothing_of_substance(self, changes, folder):
        folder(
            {
                ("old.md"): OLD,
                ("new.md"): OLD.replace(("“"), ('"')).replace(("”"), ('"')).replace(("Nobody"), ("*Nobody*")),
            }
        )
        line = changes("old.md", "new.md").out.splitlines()[0]
        assert line.endswith("; nothing of substance (2 same, 1 changed)")

    def test_fail_on(self, changes, folder):
        folder({"old.md": OLD, "new.md": NEW})
        codes = [
            changes(("old.md"), ("new.md"), ("--fail-on"), level).code
            for level in (("never"), ("warning"), ("error"))
        ]
        assert codes == [0, 1, 0]

    def test_what_show_hides_fails_all_the_same(self, changes, folder):
        folder({"old.md": OLD, "new.md": NEW})
        result = changes("old.md", "new.md", "--show", "error", "--fail-on", "warning")
        assert result.code == 1
        assert "1 changed draft: 4 changes below --show not listed" in result.out
        assert "nothing of substance" not in result.out
        assert result.err == "copydesk: --show error hides the changes that this run fails for\n"

    def test_a_story_that_was_emptied(self, changes, folder):
        folder({"old.txt": "The pier is old.\n\nThe vote is on Monday.\n", "new.txt": ""})
        result = changes("old.txt", "new.txt")
        assert "all 2 paragraphs are gone  [paragraph-lost]" in result.out

    def test_versions_without_prose(self, changes, folder):
        folder({"old.txt": "\n", "new.txt": "\n\n"})
        assert "nothing of substance (none to compare)" in changes("old.txt", "new.txt").out

    def test_the_note_that_is_shown_is_the_one_that_counts(self, changes, folder):
        own = '[rules.fact-without-note]\nnote_pattern = "for the record"\n'
        usual, stated = "\nCorrection: It was wrong.\n", "\nFor the record: It was wrong.\n"
        folder({"copydesk.toml": own, "old.md": OLD, "a.md": NEW + usual, "b.md": NEW + stated})
        out = changes("old.md", "a.md").out
        assert ("note added" in out, "fact-without-note" in out) == (False, True)
        out = changes("old.md", "b.md").out
        assert ("note added: For the record" in out, "fact-without-note" in out) == (True, False)

    def test_a_pattern_that_is_none_is_named_with_its_place(self, changes, folder):
        own = '[rules.fact-without-note]\nnote_pattern = "(a+)+$"\n'
        folder({"copydesk.toml": own, "old.md": OLD, "new.md": NEW})
        result = changes("old.md", "new.md")
        assert result.code == 2
        assert "copydesk.toml:2:" in result.err
        assert '"note_pattern" is no pattern: "+" at character 3' in result.err

    def test_reports_go_to_files_too(self, changes, folder):
        root = folder({"old.md": OLD, "new.md": NEW})
        assert (
            changes(
                ("old.md"), ("new.md"), ("--output"), ("markdown:report.md"), ("--output"), ("html:page.html")
            ).code
            == 0
        )
        assert (root / "report.md").read_text("utf-8").startswith("## copydesk")
        assert (root / "page.html").read_text("utf-8").startswith("<!doctype html>")

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            (["old.md"], "name two files, the older version and the newer one"),
            (["old.md", "gone.md"], "copydesk: gone.md: there is no such file or folder"),
            (["gone.md", "old.md"], "copydesk: gone.md: there is no such file or folder"),
            (["old.md", "old.md", "--output", "old.md"], "would write the report over the draft old.md"),
            (["broken.md", "old.md"], "its older version cannot be compared: the front matter is not YAML"),
            (["old.md", "old.md", "--date", "soon"], '"soon" is no date'),
        ],
    )
    def test_what_cannot_be_compared_is_said(self, changes, folder, arguments, message):
        folder({"old.md": OLD, "broken.md": OLD.replace("title: ", "title: [")})
        result = changes(*arguments)
        assert result.code == 2
        assert message in result.err


class TestGit:
    def test_new_changed_removed_and_the_same(self, changes, git):
        git.commit(pier_md=OLD, gone_md=OLD, same_md=OLD)
        git.write("pier.md", NEW)
        git.write("new.md", OLD)
        (git.root / "gone.md").unlink()
        result = changes("--since", "HEAD", ".", "--format", "json")
        answer = json.loads(result.out)
        assert {one["path"]: one["status"] for one in answer["stories"]} == {
            "pier.md": "changed",
            "gone.md": "removed",
            "new.md": "new",
        }
        assert (result.code, answer["unchanged"], answer["against"]) == (0, 1, "HEAD")

    def test_a_removed_story_may_be_named(self, changes, git):
        git.commit(gone_md=OLD)
        git("rm", "--quiet", "gone.md")
        git.commit()
        assert changes("--since", "HEAD~1", "gone.md").out.splitlines()[0] == (
            "gone.md: removed; published 2 May 2021"
        )

    def test_a_story_that_was_renamed(self, changes, git):
        git.commit(pier_md=OLD)
        git("mv", "pier.md", "harbor.md")
        git.write("harbor.md", OLD.replace("don’t", "won’t"))
        git("add", "--all")
        assert changes("--staged", ".").out.startswith("harbor.md: published 2 May 2021; was pier.md\n")

    def test_two_revisions(self, changes, git):
        git.commit(pier_md=OLD)
        git.commit(pier_md=NEW)
        git.write("pier.md", OLD)
        assert told(changes("--since", "HEAD~1..HEAD", ".", "--format", "json")) == MESSAGES

    def test_the_hours_since_publication_come_from_the_commit(self, changes, git, monkeypatch):
        git.commit(pier_md=OLD)
        monkeypatch.setenv("GIT_COMMITTER_DATE", "2021-05-03T07:00:00Z")
        git.commit(pier_md=NEW)
        assert "2 facts changed 31 hours after publication" in changes("--since", "HEAD~1..HEAD", ".").out

    def test_a_draft_is_an_info(self, changes, git):
        git.commit(pier_md=OLD.replace("date:", "draft: true\ndate:"))
        git.write("pier.md", NEW.replace("date:", "draft: true\ndate:"))
        result = changes("--since", "HEAD", ".", "--fail-on", "warning")
        assert (result.code, "warning" in result.out) == (0, False)

    def test_a_house_sets_rules_and_their_options(self, changes, git):
        git.commit(pier_md=OLD)
        git.write("pier.md", NEW)
        git.write(
            "copydesk.toml",
            'ignore = ["headline-changed"]\n[rules.fact-without-note]\nrequire_note = ["number"]\n',
        )
        assert told(changes("--since", "HEAD", ".", "--format", "json")) == [
            "warning fact-without-note 2:8",
            "warning quote-altered 8:1",
            "info number-changed 6:33",
        ]

    def test_a_house_says_where_the_date_of_publication_stands(self, changes, git):
        git.commit(pier_md=OLD.replace("date:", "aired:"))
        git.write("pier.md", NEW.replace("date:", "aired:"))
        assert "no date of publication, so taken for a draft" in changes("--since", "HEAD", ".").out
        git.write("copydesk.toml", 'published-key = ["aired"]\n')
        assert changes("--since", "HEAD", ".", "--fail-on", "warning").code == 1

    def test_a_date_of_the_command_line_wins(self, changes, git):
        git.commit(pier_md=OLD)
        git.write("pier.md", NEW)
        result = changes("--since", "HEAD", ".", "--date", "2931-05-04", "--fail-on", "warning")
        assert (result.code, "to be published 4 May 2931" in result.out) == (0, True)

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            (["--since", "nope", "."], 'git knows no revision "nope"'),
            (["--since", "HEAD", "nowhere.md"], "nowhere.md: there is no such file or folder"),
        ],
    )
    def test_what_cannot_be_compared_is_said(self, changes, git, arguments, message):
        git.commit(pier_md=OLD)
        result = changes(*arguments)
        assert result.code == 2
        assert message in result.err

    def test_a_shallow_clone(self, changes, git, tmp_path, monkeypatch):
        git.commit(pier_md=OLD)
        git.commit(pier_md=NEW)
        git("clone", "--quiet", "--depth", "1", git.root.as_uri(), str(tmp_path / "clone"))
        monkeypatch.chdir(tmp_path / "clone")
        result = changes("--since", "HEAD~1", ".")
        assert result.code == 2
        assert "this clone is shallow" in result.err

    def test_an_older_version_that_cannot_be_read(self, changes, git):
        git.commit(pier_md=OLD.replace("title: ", "title: ["), steps_md=OLD)
        git.write("pier.md", NEW)
        git.write("steps.md", NEW)
        result = changes("--since", "HEAD", ".")
        assert result.code == 2
        assert "pier.md: its older version cannot be compared" in result.err
        assert "steps.md: published" in result.out

    def test_outside_of_a_repository(self, changes, folder):
        folder({"pier.md": OLD})
        result = changes("--since", "HEAD", "pier.md")
        assert result.code == 2
        assert "is in no git repository" in result.err
