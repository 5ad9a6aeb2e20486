"""An archive in, what rules would have said of it out: `copydesk trial`."""

# ruff: noqa: ARG002  a toy rule takes what every rule takes

from __future__ import annotations

import json
from importlib.resources import files

import pytest
from jsonschema import Draft202012Validator

pytestmark = pytest.mark.usefixtures("archive")

STORY = "The {} pier is closed.\n"
DAYS = {"2021-03-01-pier.txt": "bad", "2021-03-09-pier.txt": "bad", "2021-03-10-pier.txt": "worst"}


@pytest.fixture
def archive(folder, monkeypatch, tmp_path_factory):
    """Three stories with a fault each, one without, and one without a date."""
    monkeypatch.setenv("COPYDESK_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
    stories = {f"published/{name}": STORY.format(word) for name, word in DAYS.items()}
    return folder(
        {
            **stories,
            "published/2021-03-08-pier.txt": STORY.format("good"),
            "published/pier.txt": STORY.format("bad"),
        }
    )


def trial(result) -> dict:
    return json.loads(result.out)["trial"]


class TestFigures:
    def test_the_text_says_how_often_and_shows_the_words(self, copydesk):
        result = copydesk("trial", "published", "--rule", "bad", "--read", "1")
        assert result.code == 0
        assert result.out.splitlines() == [
            "bad would make 3 findings in 3 of 5 stories",
            "  5 stories, 25 words",
            "  3 of 5 stories have findings: 120.00 per 1,000 words, 0.60 per story",
            "  3 stories would have been stopped",
            "",
            "  RULE  LEVEL    FINDINGS  STORIES  PER 1,000 WORDS  STOPPED",
            "  bad   warning         3        3           120.00        3",
            "",
            "1 of the 3 findings to read",
            '  1. published/pier.txt:1:5: warning: "bad" was found',
            "     The [[bad]] pier is closed.",
            "",
            "Stories that would have been stopped",
            "  published/2021-03-01-pier.txt: 1 finding",
            "  published/2021-03-09-pier.txt: 1 finding",
            "  published/pier.txt: 1 finding",
        ]

    def test_nothing_found_is_said(self, copydesk):
        out = copydesk("trial", "published/2021-03-08-pier.txt", "--rule", "bad").out
        assert out == (
            "bad would find nothing in 1 story\n  1 story, 5 words\n  No story would have been stopped\n"
        )

    def test_a_family_is_tried_rule_by_rule(self, copydesk):
        told = trial(copydesk("trial", "published", "--rule", "toys", "--rule", "grave", "--format", "json"))
        assert told["of"] == "toys and grave"
        assert [(one["rule"], one["findings"], one["stops"]) for one in told["rules"]] == [
            ("bad", 3, 3),
            ("worst", 1, 1),
        ]

    def test_fail_on_says_what_stops_a_story(self, copydesk):
        told = trial(copydesk("trial", "published", "--fail-on", "error", "--format", "json"))
        assert told["stopped"] == [{"path": "published/2021-03-10-pier.txt", "findings": 1}]
        assert copydesk("trial", "published", "--fail-on", "error").code == 0

    def test_the_json_report_has_every_finding(self, copydesk):
        out = copydesk("trial", "published", "--rule", "bad", "--format", "json", "--read", "0").out
        assert [one["path"] for one in json.loads(out)["findings"]] == [
            "published/2021-03-01-pier.txt",
            "published/2021-03-09-pier.txt",
            "published/pier.txt",
        ]

    @pytest.mark.parametrize(
        "options", [(), ("--days", "3"), ("--against", "old.toml"), ("--against", "old.json")]
    )
    def test_the_json_report_follows_the_published_schema(self, copydesk, folder, options):
        folder({"old.toml": 'ignore = ["worst"]\n'})
        folder({"old.json": copydesk("check", "published/pier.txt", "--format", "json").out})
        schema = json.loads((files("copydesk") / "schema/report.schema.json").read_text(encoding="utf-8"))
        out = copydesk("trial", "published", "--format", "json", *options).out
        Draft202012Validator(schema).validate(json.loads(out))

    def test_the_suffix_of_a_file_tells_the_format(self, copydesk, folder):
        root = folder({})
        assert copydesk("trial", "published", "--output", "trial.html").out == ""
        assert (root / "trial.html").read_text(encoding="utf-8").startswith("<!doctype html>")

    def test_the_page_marks_the_words_and_asks_nobody(self, copydesk, folder):
        folder({"old.txt": "<script> is bad & <b>old</b>\n"})
        out = copydesk("trial", "old.txt", "--rule", "bad", "--format", "html").out
        assert (
            '&lt;script&gt; is <mark data-severity="warning">bad</mark> &amp; &lt;b&gt;old&lt;/b&gt;' in out
        )
        assert "<h1>bad would make 1 finding in 1 of 1 story</h1>" in out
        assert "default-src &#39;none&#39;" in out
        assert "http" not in out.replace("http-equiv", "")

    def test_the_second_run_says_the_same(self, copydesk):
        first, second = (copydesk("trial", "published", "--format", "json").out for _ in range(2))
        assert first == second != ""

    def test_workers_say_the_same(self, copydesk):
        line = ("trial", "published", "--isolated", "--days", "30", "--no-cache", "--format", "json")
        one, two = (copydesk(*line, "--jobs", jobs, installed=True).out for jobs in ("1", "2"))
        assert one == two != ""


class TestDays:
    def test_the_last_days_end_with_the_newest_story(self, copydesk):
        result = copydesk("trial", "published", "--days", "2", "--read", "0")
        assert result.out.splitlines()[:3] == [
            "copydesk without a configuration would make 2 findings in 2 of 2 stories",
            "  2 stories, 10 words, published 9 March 2021 to 10 March 2021",
            "  3 stories left out: 2 older, 1 without a publication date",
        ]

    def test_the_configuration_says_where_the_date_is(self, copydesk, folder):
        story = "---\nissued: 2021-03-0{}\n---\n\nThe bad pier.\n"
        folder({f"old/{day}.md": story.format(day) for day in (1, 9)})
        folder({"copydesk.toml": 'published-key = ["issued"]\n'})
        told = trial(copydesk("trial", "old", "--days", "3", "--format", "json"))
        assert told["period"] == {
            "first": "2021-03-07",
            "last": "2021-03-09",
            "undated": 0,
            "older": 1,
            "future": 0,
        }

    def test_an_archive_without_dates_has_no_last_days(self, copydesk, folder):
        folder({"old/pier.txt": "The bad pier.\n"})
        result = copydesk("trial", "old", "--days", "3")
        assert result.code == 2
        assert (
            result.err
            == "copydesk: no story has a publication date, so --days leaves none: try all of them\n"
        )

    def test_a_date_in_the_future_moves_no_days(self, copydesk, folder):
        folder({"published/2921-03-09-pier.txt": STORY.format("bad")})
        result = copydesk("trial", "published", "--days", "1", "--read", "0")
        assert result.out.splitlines()[:3] == [
            "copydesk without a configuration would make 1 finding in 1 of 1 story",
            "  1 story, 5 words, published 10 March 2021",
            "  5 stories left out: 3 older, 1 without a publication date, 1 dated after today",
        ]

    def test_one_reason_to_be_left_out_is_told_once(self, copydesk):
        out = copydesk("trial", "published", "--days", "900").out
        assert "  1 story left out: without a publication date\n" in out

    def test_an_archive_of_the_future_has_no_last_days(self, copydesk, folder):
        folder({"old/2921-03-09-pier.txt": STORY.format("bad")})
        result = copydesk("trial", "old", "--days", "3")
        assert result.code == 2
        assert "every story is dated after today, so --days leaves none: try all of them" in result.err

    @pytest.mark.parametrize("days", ["800000", "9" * 30])
    def test_more_days_than_the_calendar_has_are_all_of_them(self, copydesk, days):
        told = trial(copydesk("trial", "published", "--days", days, "--format", "json"))
        assert told["period"] == {
            "first": "2021-03-01",
            "last": "2021-03-10",
            "undated": 1,
            "older": 0,
            "future": 0,
        }


class TestBroken:
    """Rules that break, and stories that cannot be read."""

    def test_a_rule_that_breaks_found_nothing_and_that_is_said(self, copydesk, toys):
        class Breaks(toys.Bad):
            def check(self, document, context):
                raise RuntimeError("oh")

        result = copydesk("trial", "published", "--rule", "bad", rules=[Breaks, toys.Worst])
        assert result.code == 2
        assert result.out.splitlines() == [
            "bad could judge none of 5 stories",
            "  5 stories, 25 words",
            "  bad could not judge 5 of 5 stories",
            "  No story would have been stopped, as far as they were judged",
        ]

    def test_a_crash_is_no_finding_and_stops_no_story(self, copydesk, toys):
        class Breaks(toys.Bad):
            def check(self, document, context):
                if "-08-" not in document.source.path:
                    raise RuntimeError("oh")
                return ()

        line = ("trial", "published", "--isolated", "--read", "0")
        result = copydesk(*line, rules=[Breaks, toys.Worst])
        assert result.out.splitlines()[:5] == [
            "copydesk without a configuration would make 1 finding in 1 of 5 stories",
            "  5 stories, 25 words",
            "  bad could not judge 4 of 5 stories",
            "  1 of 5 stories has findings: 40.00 per 1,000 words, 0.20 per story",
            "  1 story would have been stopped, as far as they were judged",
        ]
        told = trial(copydesk(*line, "--format", "json", rules=[Breaks, toys.Worst]))
        assert [one["rule"] for one in told["rules"]] == ["worst"]
        assert told["broken"] == [{"rule": "bad", "stories": 4}]

    def test_a_crash_that_was_saved_is_neither_added_nor_dropped(self, copydesk, folder, toys):
        class Breaks(toys.Worst):
            def check(self, document, context):
                raise RuntimeError("oh")

        rules = [toys.Bad, Breaks]
        folder({"old.json": copydesk("check", "published", "--format", "json", rules=rules).out})
        told = trial(copydesk("trial", "published", "--against", "old.json", "--format", "json", rules=rules))
        assert (told["change"]["added"], told["change"]["dropped"]) == ([], [])

    def test_a_rule_across_stories_that_breaks_judged_none(self, copydesk, toys):
        class Breaks(toys.FirstWord):
            def check(self, drafts, context):
                raise RuntimeError("oh")

        told = trial(copydesk("trial", "published", "--format", "json", rules=[Breaks, toys.Worst]))
        assert told["broken"] == [{"rule": Breaks.name, "stories": 5}]

    @pytest.mark.parametrize("days", [(), ("--days", "30")])
    def test_stories_that_cannot_be_read_are_counted(self, copydesk, folder, days):
        root = folder({})
        (root / "published/null.txt").write_bytes(b"\0" * 100)
        result = copydesk("trial", "published", "--rule", "bad", *days)
        assert result.code == 2
        assert "  1 story could not be read\n" in result.out


class TestConfiguration:
    @pytest.mark.parametrize(
        "off",
        [
            'ignore = ["bad"]',
            'ignore = ["toys"]',
            'severity.bad = "off"',
            'select = ["worst"]',
            'shadow = ["bad"]',
        ],
    )
    def test_a_rule_that_is_off_is_tried_all_the_same(self, copydesk, folder, off):
        folder({"copydesk.toml": f"{off}\n"})
        for name in ("bad", "toys"):
            told = trial(copydesk("trial", "published", "--rule", name, "--format", "json"))
            assert (told["findings"], len(told["stopped"])) == (3, 3)

    def test_the_severity_of_the_house_holds(self, copydesk, folder):
        folder({"copydesk.toml": 'severity.bad = "info"\nshow = "error"\n'})
        told = trial(copydesk("trial", "published", "--rule", "bad", "--format", "json"))
        assert (told["findings"], told["stopped"]) == (3, [])
        assert told["rules"][0]["severities"] == ["info"]

    def test_without_a_rule_all_that_the_house_shows_is_tried(self, copydesk, folder):
        folder({"copydesk.toml": 'shadow = ["bad"]\n'})
        told = trial(copydesk("trial", "published", "--format", "json"))
        assert (told["of"], [one["rule"] for one in told["rules"]]) == ("copydesk.toml", ["worst"])

    def test_what_the_house_excludes_is_tried(self, copydesk, folder):
        folder({"copydesk.toml": 'exclude = ["published/"]\n'})
        told = trial(copydesk("trial", "published", "--exclude", "*-10-*", "--format", "json"))
        assert told["stories"] == 4

    def test_a_configuration_beside_the_stories_steers_nothing(self, copydesk, folder):
        folder({"published/copydesk.toml": 'ignore = ["bad"]\nseverity.worst = "info"\nexclude = ["*"]\n'})
        told = trial(copydesk("trial", "published", "--format", "json"))
        assert (told["findings"], len(told["stopped"])) == (4, 4)

    def test_a_wrong_configuration_beside_the_stories_is_not_read(self, copydesk, folder):
        folder({"published/copydesk.toml": "selct = 1\n"})
        assert copydesk("trial", "published").code == 0

    def test_a_wrong_configuration_is_an_error(self, copydesk, folder):
        folder({"copydesk.toml": "selct = 1\n"})
        result = copydesk("trial", "published")
        assert (result.code, result.out) == (2, "")
        assert result.err.startswith('copydesk: copydesk.toml:1:1: there is no key "selct"')

    def test_an_archive_outside_the_repository_is_tried(self, copydesk, folder, monkeypatch):
        root = folder({"house/.git/HEAD": "", "house/copydesk.toml": 'severity.bad = "error"\n'})
        monkeypatch.chdir(root / "house")
        told = trial(copydesk("trial", "../published", "--fail-on", "error", "--format", "json"))
        assert len(told["stopped"]) == 4

    def test_terms_are_tried(self, copydesk, folder):
        folder({"new.toml": '[prefer]\nwharf = ["pier"]\n'})
        line = ("trial", "published", "--terms", "new.toml", "--format", "json")
        told = trial(copydesk(*line, installed=True))
        assert (told["of"], [one["rule"] for one in told["rules"]]) == ("new.toml", ["house-term"])
        assert told["findings"] == 5

    def test_what_is_tried_is_called_by_all_its_names(self, copydesk, folder):
        folder({"new.toml": '[prefer]\nwharf = ["pier"]\n'})
        line = ("trial", "published", "--terms", "new.toml", "--style", "ap", "--format", "json")
        assert trial(copydesk(*line, installed=True))["of"] == "new.toml and the style ap"
        told = trial(copydesk(*line, "--rule", "house-term", installed=True))
        assert told["of"] == "house-term with new.toml and the style ap"

    def test_terms_that_are_wrong_are_an_error(self, copydesk, folder):
        folder({"new.toml": "[prefr]\n"})
        result = copydesk("trial", "published", "--terms", "new.toml", installed=True)
        assert result.code == 2
        assert result.err.startswith('copydesk: new.toml:1:2: a terms file has no key "prefr"')

    def test_a_style_is_tried_by_the_rules_that_ask_for_one(self, copydesk, folder):
        folder({"old.txt": "The pier cost 40 per cent more, said Mr. Ola Brandt.\n"})
        told = trial(copydesk("trial", "old.txt", "--style", "ap", "--format", "json", installed=True))
        assert told["of"] == "the style ap"
        assert [one["rule"] for one in told["rules"]] == [
            "courtesy-title-with-full-name",
            "percent-style",
        ]

    def test_a_rule_that_has_nothing_to_go_by_is_not_tried(self, copydesk):
        result = copydesk("trial", "published", "--rule", "house-term", installed=True)
        assert result.code == 2
        assert (
            result.err
            == "copydesk: nothing can be tried: house-term needs words of the house (--terms FILE)\n"
        )

    def test_rules_that_lack_the_same_are_counted_together(self, copydesk):
        result = copydesk("trial", "published", "--rule", "all", installed=True)
        told = result.err.splitlines()[0]
        assert " rules have nothing to go by: " in told
        assert " rules need a house style that says what is right (--style NAME); " in told
        assert "house-term needs words of the house (--terms FILE)" in told
        assert len(told) < 400

    def test_a_name_that_is_none_is_an_error(self, copydesk):
        result = copydesk("trial", "published", "--rule", "bed")
        assert (result.code, result.out) == (2, "")
        assert 'there is no rule or family "bed"; did you mean "bad"?' in result.err

    def test_a_story_that_is_missing_is_named(self, copydesk):
        result = copydesk("trial", "published", "gone.txt", "--rule", "bad")
        assert result.code == 2
        assert result.out.startswith("bad would make 3 findings")
        assert result.err == "copydesk: gone.txt: there is no such file or folder\n"

    def test_a_report_is_written_over_no_story(self, copydesk):
        result = copydesk("trial", "published", "--output", "published/pier.txt")
        assert result.code == 2
        assert "--output would write the report over the draft" in result.err


class TestAgainst:
    def test_another_configuration_adds_and_drops(self, copydesk, folder):
        folder({"new.toml": 'ignore = ["worst"]\n', "old.toml": 'ignore = ["bad"]\n'})
        result = copydesk(
            "trial", "published", "--config", "new.toml", "--against", "old.toml", "--read", "1"
        )
        assert result.code == 0
        lines = result.out.splitlines()
        assert lines[0] == "new.toml would add 3 findings and drop 1 in 5 stories, against old.toml"
        assert lines[4:9] == [
            "  old.toml stops 1 story: 3 would be stopped anew, 1 no longer",
            "",
            "  RULE   ADDED  DROPPED",
            "  bad        3        0",
            "  worst      0        1",
        ]
        assert "1 of the 3 added findings to read" in lines
        assert "All dropped findings to read" in lines
        assert "     The [[worst]] pier is closed." in lines
        assert "Stories that would be stopped anew" in lines
        end = ["Stories that would be stopped no longer", "  published/2021-03-10-pier.txt: 1 finding"]
        assert lines[-2:] == end

    def test_a_finding_that_is_graver_is_neither_added_nor_dropped(self, copydesk, folder):
        folder({"old.toml": 'severity.bad = "info"\nseverity.worst = "error"\n'})
        out = copydesk("trial", "published", "--isolated", "--against", "old.toml").out
        assert "would add 0 findings and drop 0 in 5 stories" in out
        assert "  3 findings would be graver, 0 milder" in out

    def test_the_words_on_trial_are_on_one_side_alone(self, copydesk, folder):
        folder({"new.toml": '[prefer]\nwharf = ["pier"]\n', "copydesk.toml": "", "old.toml": ""})
        line = ("trial", "published", "--terms", "new.toml", "--against", "old.toml", "--format", "json")
        change = trial(copydesk(*line, installed=True))["change"]
        assert (len(change["added"]), len(change["dropped"])) == (5, 0)

    @pytest.mark.parametrize("command", ["check", "trial"])
    def test_a_saved_report_is_compared_with(self, copydesk, folder, command):
        saved = copydesk(command, "published", "--format", "json").out
        folder({"before.json": saved.replace('"version": "', '"version": "0.0.')})
        folder({"copydesk.toml": 'ignore = ["bad"]\n'})
        lines = copydesk("trial", "published", "--against", "before.json").out.splitlines()
        assert lines[0].startswith("copydesk ")
        assert " would add 0 findings and drop 3 in 5 stories, against copydesk 0.0." in lines[0]
        assert "     The [[bad]] pier is closed." in lines

    def test_stories_that_the_report_lacks_are_counted(self, copydesk, folder):
        folder({"before.json": copydesk("check", "published/pier.txt", "--format", "json").out})
        told = trial(copydesk("trial", "published", "--against", "before.json", "--format", "json"))
        assert (told["change"]["added"], told["change"]["not_compared"]) == ([], 4)
        out = copydesk("trial", "published", "--against", "before.json").out
        assert " would add 0 findings and drop 0 in 1 of 5 stories, against " in out
        assert " stops 1 story: 0 would be stopped anew, 0 no longer\n  4 stories are not in copydesk " in out

    def test_a_report_of_other_stories_is_an_error(self, copydesk, folder):
        folder({"a.txt": "bad\n"})
        folder({"before.json": copydesk("check", "a.txt", "--format", "json").out})
        result = copydesk("trial", "published", "--against", "before.json")
        assert (result.code, result.out) == (2, "")
        assert "before.json is about none of these stories" in result.err

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "[]",
            "[" * 100_000,
            '{"version": 1}',
            '{"version": 1, "tool": {"version": 3}, "drafts": [], "findings": []}',
            '{"version": 1, "tool": {"version": "3"}, "drafts": [], "findings": [{"path": "a"}]}',
            '{"version": 9, "tool": {"version": "3"}, "drafts": [], "findings": []}',
        ],
    )
    def test_a_file_that_is_no_report_is_an_error(self, copydesk, folder, text):
        folder({"before.json": text})
        result = copydesk("trial", "published", "--against", "before.json")
        assert (result.code, result.out) == (2, "")
        assert result.err.startswith("copydesk: before.json: is ")

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("{bad", "it is not JSON, from character 2 on"),
            ("[]", "it is to be an object in braces, not a list"),
            ('{"version": 1}', '"tool" is missing'),
            ('{"version": true}', '"version" is to be a whole number, not true or false'),
            (
                '{"version": 1, "tool": {"version": "3"}, "drafts": [], "findings": [{"path": "a"}]}',
                '"line" is missing in "findings[0]"',
            ),
            (
                '{"version": 1, "tool": {"version": "3"}, "drafts": [], "findings": [{"path": 3}]}',
                '"findings[0].path" is to be text in quotation marks, not a whole number',
            ),
        ],
    )
    def test_what_is_wrong_with_a_report_is_said_in_plain_words(self, copydesk, folder, text, said):
        folder({"before.json": text})
        result = copydesk("trial", "published", "--against", "before.json")
        assert result.err == (
            f"copydesk: before.json: is no report of `check --format json` or `trial --format json`: {said}\n"
        )

    def test_a_report_with_a_severity_that_is_none_is_an_error(self, copydesk, folder):
        saved = copydesk("check", "published", "--format", "json").out
        folder({"before.json": saved.replace('"severity": "error"', '"severity": "huge"')})
        result = copydesk("trial", "published", "--against", "before.json")
        assert result.code == 2
        assert '.severity" holds what cannot stand there' in result.err

    def test_a_report_that_lies_about_its_places_shows_the_words_alone(self, copydesk, folder):
        saved = json.loads(copydesk("check", "published", "--format", "json").out)
        for finding in saved["findings"]:
            finding.update(line=900, end_line=900, column=70, end_column=20)
        folder({"before.json": json.dumps(saved)})
        result = copydesk("trial", "published", "--against", "before.json")
        assert result.code == 0
        assert "     [[bad]]\n" in result.out
