"""A tree of files, and what holds for a draft in it."""

from __future__ import annotations

from typing import ClassVar

import pytest

from copydesk.house.style import NO_STYLE

STYLE = 'as_of = 2024-05-01\nsource = "the stylebook"\n'
ALL = {"grave": "error", "length": "warning", "noise": "info"}


def test_without_a_configuration_everything_is_at_its_default(folder, holds):
    folder({})
    found = holds("a.txt")
    assert found.rules == ALL
    assert (found.fail_on, found.show, found.require_reason) == ("warning", "info", False)
    assert found.own == found.terms == {}


@pytest.mark.parametrize(
    ("file", "rules"),
    [
        ('select = ["toys"]', {"length": "warning", "noise": "info"}),
        ('ignore = ["toys"]', {"grave": "error"}),
        ('select = ["toys"]\nignore = ["noise"]', {"length": "warning"}),
        ('select = ["noise"]\nignore = ["toys"]', {"noise": "info"}),
        ('severity.length = "error"', {**ALL, "length": "error"}),
        ('severity.toys = "error"', {"grave": "error", "length": "error", "noise": "error"}),
        ('severity.toys = "error"\nseverity.noise = "info"', {**ALL, "length": "error"}),
        ('severity.toys = "off"', {"grave": "error"}),
        ('severity.toys = "off"\nseverity.noise = "warning"', {"grave": "error", "noise": "warning"}),
        ('severity.noise = "off"', {"grave": "error", "length": "warning"}),
    ],
)
def test_rules_and_families_are_chosen_and_weighed(folder, holds, file, rules):
    folder({"copydesk.toml": file})
    assert holds("a.txt").rules == rules


def test_options_are_typed_by_the_dataclass_of_the_rule(folder, holds):
    folder(
        {
            "copydesk.toml": '[rules.length]\nwords = 5\nshare = 1\nstrict = true\nallow = ["a", "b"]\n'
            'steps = [1, 2]\nform = "lines"\n'
        }
    )
    options = holds("a.txt").options
    length = options["length"]
    assert (length.words, length.share, length.strict) == (5, 1.0, True)
    assert (length.allow, length.steps, length.form) == (("a", "b"), (1, 2), "lines")
    assert isinstance(length.share, float)
    assert options["noise"].words == 100


def test_each_draft_goes_by_the_nearest_file(folder, holds):
    folder(
        {
            "copydesk.toml": 'fail-on = "error"\nignore = ["grave"]',
            "sports/copydesk.toml": 'show = "warning"\nrequire-reason = true',
        }
    )
    top, sports = holds("news/a.txt"), holds("sports/golf/a.txt")
    assert (top.fail_on, top.show, "grave" in top.rules) == ("error", "info", False)
    assert (sports.fail_on, sports.show, "grave" in sports.rules) == ("warning", "warning", True)
    assert (top.require_reason, sports.require_reason) == (False, True)


class TestOverrides:
    def test_they_hold_for_some_drafts_and_later_ones_win(self, folder, holds):
        folder(
            {
                "copydesk.toml": """
                    severity.length = "error"
                    rules.length.words = 10
                    [[overrides]]
                    paths = ["sports/**", "*.wire.txt"]
                    ignore = ["noise"]
                    severity.length = "info"
                    rules.length.share = 0.1
                    [[overrides]]
                    paths = ["sports/golf/**"]
                    severity.length = "warning"
                    rules.length.words = 20
                """
            }
        )
        assert holds("news/a.txt").rules == {**ALL, "length": "error"}
        assert holds("news/a.wire.txt").rules == {"grave": "error", "length": "info"}
        assert holds("sports/a.txt").rules == {"grave": "error", "length": "info"}
        golf = holds("sports/golf/a.txt")
        assert golf.rules == {"grave": "error", "length": "warning"}
        assert (golf.options["length"].words, golf.options["length"].share) == (20, 0.1)

    def test_a_later_select_starts_afresh_and_what_is_ignored_adds_up(self, folder, holds):
        folder(
            {
                "copydesk.toml": """
                    ignore = ["grave"]
                    [[overrides]]
                    paths = ["wire"]
                    select = ["all"]
                    ignore = ["noise"]
                    [[overrides]]
                    paths = ["wire/graves"]
                    select = ["grave", "noise"]
                """
            }
        )
        assert set(holds("wire/a.txt").rules) == {"length"}
        assert set(holds("wire/graves/a.txt").rules) == {"grave", "noise"}

    def test_patterns_count_from_the_folder_of_the_file(self, folder, holds):
        folder({"house/copydesk.toml": '[[overrides]]\npaths = ["house/*"]\nignore = ["noise"]'})
        assert "noise" in holds("house/a.txt").rules
        assert "noise" not in holds("house/house/a.txt").rules

    def test_a_style_of_their_own_lies_below_everything_the_house_says(self, folder, holds):
        folder(
            {
                "styles/loud.toml": f'{STYLE}severity = {{noise = "error", length = "error"}}',
                "copydesk.toml": 'severity.length = "info"\n[[overrides]]\npaths = ["a.txt"]\nstyle = "loud"',
            }
        )
        assert holds("a.txt").rules == {"grave": "error", "length": "info", "noise": "error"}
        assert holds("b.txt").rules == {**ALL, "length": "info"}

    def test_how_people_are_named_is_said_field_by_field(self, folder, holds):
        folder(
            {
                "styles/loud.toml": f'{STYLE}honorifics = {{later = "always", full_point = "never"}}',
                "styles/calm.toml": f'{STYLE}extends = ["loud"]\nhonorifics.captions = "never"',
                "copydesk.toml": 'style = "calm"\n'
                '[[overrides]]\npaths = ["sport"]\nhonorifics.later = "never"',
            }
        )
        news, sport = holds("a.txt").honorifics, holds("sport/a.txt").honorifics
        assert (news.later, news.full_point, news.captions) == ("always", "never", "never")
        assert (sport.later, sport.full_point, sport.captions) == ("never", "never", "never")


class TestExtends:
    def test_a_file_builds_on_others_and_has_the_last_word(self, folder, holds):
        folder(
            {
                "house.toml": 'show = "error"\nfail-on = "error"\nrules.length = {words = 5, share = 0.1}',
                "desk.toml": 'fail-on = "info"',
                "copydesk.toml": 'extends = ["house.toml", "desk.toml"]\nrules.length.words = 6',
            }
        )
        found = holds("a.txt")
        assert (found.show, found.fail_on) == ("error", "info")
        assert (found.options["length"].words, found.options["length"].share) == (6, 0.1)

    def test_paths_and_patterns_count_from_the_file_that_has_them(self, folder, holds):
        root = folder(
            {
                "shared/house.toml": 'extends = "words/base.toml"\n[[overrides]]\npaths = ["x"]\n'
                'ignore = ["noise"]',
                "shared/words/base.toml": 'show = "error"\nterms = ["terms.toml"]',
                "shared/words/terms.toml": 'allow = ["Orr"]',
                "news/copydesk.toml": 'extends = "../shared/house.toml"\n',
            }
        )
        (root / ".git").mkdir()
        found = holds("news/x/a.txt")
        assert (found.show, found.terms) == ("error", {"Orr": "allow"})
        assert "noise" in found.rules

    def test_a_pyproject_can_be_extended(self, folder, holds):
        folder(
            {
                "pyproject.toml": "[tool.copydesk]\nshow = 'error'",
                "a/copydesk.toml": "extends = '../pyproject.toml'",
            }
        )
        (folder({}) / ".git").mkdir()
        assert holds("a/a.txt").show == "error"

    def test_a_style_can_be_extended(self, folder, holds):
        folder(
            {
                "styles/base.toml": f'{STYLE}ignore = ["grave"]\nrules.noise.words = 3',
                "styles/loud.toml": f'{STYLE}extends = ["base"]\nseverity.noise = "error"',
                "copydesk.toml": 'extends = "loud"',
            }
        )
        found = holds("a.txt")
        assert found.rules == {"length": "warning", "noise": "error"}
        assert found.options["noise"].words == 3

    def test_a_file_that_two_others_extend_counts_once_at_its_first_place(self, folder, holds):
        folder(
            {
                "base.toml": 'show = "info"',
                "b.toml": 'extends = "base.toml"\nshow = "error"',
                "c.toml": 'extends = "base.toml"',
                "copydesk.toml": 'extends = ["b.toml", "c.toml"]',
            }
        )
        assert holds("a.txt").show == "error"

    def test_many_files_that_extend_one_another_twice_are_read_in_no_time(self, folder, holds):
        files = {f"{n}.toml": f'extends = ["{n + 1}.toml", "./{n + 1}.toml"]' for n in range(18)}
        folder({**files, "18.toml": 'show = "error"', "copydesk.toml": 'extends = "0.toml"'})
        assert holds("a.txt").show == "error"


class TestCommandLine:
    FILES: ClassVar = {
        "copydesk.toml": 'select = ["toys"]\nignore = ["noise"]\nshow = "error"\nfail-on = "error"'
    }

    def test_it_wins_over_every_file(self, folder, holds):
        folder(self.FILES)
        found = holds("a.txt", show="info", fail_on="never", ignore=["length"], select=["all"])
        assert (found.show, found.fail_on) == ("info", None)
        assert found.rules == {"grave": "error"}
        assert holds("a.txt", select=["noise"]).rules == {"noise": "info"}

    def test_selecting_a_family_leaves_out_what_the_house_ignores_in_it(self, folder, holds):
        folder(self.FILES)
        assert holds("a.txt", select=["toys"]).rules == {"length": "warning"}

    def test_isolated_reads_no_file(self, folder, holds):
        folder({"copydesk.toml": "= broken"})
        assert holds("a.txt", isolated=True).rules == ALL

    def test_config_names_the_file_for_every_draft_and_may_go_anywhere(self, folder, holds, tmp_path_factory):
        outside = tmp_path_factory.mktemp("outside")
        (outside / "base.toml").write_text('show = "error"', encoding="utf-8")
        (outside / "house.toml").write_text(
            f'extends = "{(outside / "base.toml").as_posix()}"\n'
            '[[overrides]]\npaths = ["sports/*"]\nignore = ["noise"]',
            encoding="utf-8",
        )
        folder({"copydesk.toml": "= broken"})
        config = str(outside / "house.toml")
        assert holds("news/a.txt", config=config).show == "error"
        assert "noise" in holds("news/a.txt", config=config).rules
        assert "noise" not in holds("sports/a.txt", config=config).rules

    def test_a_style_replaces_that_of_the_house(self, folder, holds):
        folder(
            {
                "styles/loud.toml": f'{STYLE}severity.noise = "error"',
                "styles/calm.toml": f'{STYLE}severity.grave = "info"',
                "copydesk.toml": 'style = "loud"',
            }
        )
        assert holds("a.txt").rules == {**ALL, "noise": "error"}
        assert holds("a.txt", style="calm").rules == {**ALL, "grave": "info"}
        assert holds("a.txt", style="auto").rules == ALL


@pytest.mark.parametrize(
    ("file", "own"),
    [
        ('severity.encoding-fallback = "error"', {"encoding-fallback": "error"}),
        ('severity.unused-stet = "off"', {"unused-stet": None}),
        ('ignore = ["unused-stet"]', {"unused-stet": None}),
        ('ignore = ["engine"]', {"encoding-fallback": None, "unused-stet": None}),
        ('severity.engine = "info"', {"encoding-fallback": "info", "unused-stet": "info"}),
        ('select = ["length"]', {}),
    ],
)
def test_what_the_engine_itself_reports_is_set_like_a_rule(folder, holds, file, own):
    folder({"copydesk.toml": file})
    assert holds("a.txt").own == own


def test_terms_of_several_files_come_together_and_later_ones_win(folder, holds):
    folder(
        {
            "a.toml": 'allow = ["Orr"]\navoid.kerb = "write curb"',
            "b.toml": 'watch.kerb = "in London only"',
            "copydesk.toml": 'terms = ["a.toml", "b.toml"]',
        }
    )
    assert holds("a.txt").terms == {"Orr": "allow", "kerb": "watch"}


def test_drafts_under_the_same_layers_share_settings_and_files_are_read_once(folder, house):
    root = folder({"copydesk.toml": '[[overrides]]\npaths = ["b"]\nignore = ["noise"]'})
    asked = house()
    first = asked.settings("a/1.txt")
    (root / "copydesk.toml").unlink()
    assert asked.settings("a/x/2.txt") is first
    assert asked.settings("b/1.txt") is not first


def test_excludes(folder, house):
    folder(
        {
            "house.toml": 'exclude = ["*.tmp.txt"]',
            "copydesk.toml": 'extends = "house.toml"\nexclude = ["archive/"]',
        }
    )
    asked = house()
    assert asked.excludes("archive/2020/a.txt")
    assert asked.excludes("a.tmp.txt")
    assert not asked.excludes("a.txt")


def test_a_style_brings_terms_and_the_house_has_the_last_word(folder, holds):
    folder(
        {
            "styles/base.toml": f'{STYLE}[terms]\nallow = ["Orr"]\n[terms.prefer]\nkerb = ["curb"]\n'
            'hob = ["stove"]',
            "styles/loud.toml": f'{STYLE}extends = ["base"]\n[terms.watch]\nstove = "since when?"',
            "house.toml": '[avoid]\ncurb = "say which"',
            "copydesk.toml": 'style = "loud"\nterms = ["house.toml"]',
        }
    )
    assert holds("a.txt").terms == {"Orr": "allow", "stove": "watch", "curb": "avoid"}
    assert holds("a.txt", style="base").terms == {"Orr": "allow", "stove": "prefer", "curb": "avoid"}


def test_a_style_without_terms_has_none(folder, holds):
    folder({"styles/loud.toml": f"{STYLE}[terms]", "copydesk.toml": 'style = "loud"'})
    assert holds("a.txt").terms == {}


class TestStyleTables:
    FILES: ClassVar = {
        "styles/loud.toml": f'{STYLE}label = "Loud"\nnumbers = {{percent = "sign", words_to = 9}}\n'
        'places.states = "ap"\n[facts.numbers]\npercent = {marks = ["measured"], as_of = "2019"}',
        "styles/calm.toml": f'{STYLE}label = "Calm"\nextends = ["loud"]\nnumbers.words_to = 10',
        "copydesk.toml": 'style = "calm"\nnumbers.percent = "percent"\n'
        '[[overrides]]\npaths = ["sport"]\nnumbers.words_to = 0',
    }

    def test_fields_are_inherited_and_overridden_one_by_one(self, folder, house):
        folder(self.FILES)
        news, sport = (house().settings(path).rules[0].context.house for path in ("a.txt", "sport/a.txt"))
        assert (news.numbers.percent, news.numbers.words_to, news.places.states) == ("percent", 10, "ap")
        assert (sport.numbers.percent, sport.numbers.words_to) == ("percent", 0)
        assert news.numbers.money == "auto"

    def test_a_message_names_who_decided(self, folder, house):
        folder(self.FILES)
        found = house().settings("a.txt").rules[0].context.house
        assert [found.author(field) for field in ("numbers.percent", "numbers.words_to")] == [
            "house style",
            "Calm",
        ]

    def test_without_a_style_nothing_is_decided(self, folder, house):
        folder({})
        assert house().settings("a.txt").rules[0].context.house == NO_STYLE
