"""`copydesk config`, `init` and `styles`."""

from __future__ import annotations

import json
import re
import tomllib
from typing import ClassVar

import pytest
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from copydesk.config.describe.schema import schema
from copydesk.config.describe.show import rows, style_lines
from copydesk.config.keys import HOUSE, OVERRIDE
from copydesk.house.style import STYLE_TABLES

STYLES = (
    "ap auto bbc care chicago economist globe-and-mail guardian nyt reuters telegraph times washington-times "
    "wsj wsj-2022"
).split()


class TestShow:
    FILES: ClassVar = {
        "house.toml": 'severity.noise = "error"\nexclude = ["old"]',
        "styles/loud.toml": 'as_of = "2023"\nsource = "x"\n\nrules.noise.words = 7\nseverity.noise = "info"\n'
        'honorifics = {later = "always", headlines = "never"}',
        "copydesk.toml": """\
extends = "house.toml"
style = "loud"
ignore = ["graves"]
exclude = ["archive"]
[rules.length]
words = 5
allow = ["a", "b"]
[honorifics]
later = "never"
[[overrides]]
paths = ["sports"]
severity.length = "info"
""",
    }

    @pytest.mark.parametrize(
        ("key", "value", "origin"),
        [
            ("style", '"loud"', "copydesk.toml:2"),
            ("language", '"en"', "default"),
            ("select", '["all"]', "default"),
            ("ignore", '["graves"]', "copydesk.toml:3"),
            ("show", '"error"', "command line"),
            ("severity.grave", '"off"', "copydesk.toml:3"),
            ("severity.length", '"info"', "copydesk.toml:12"),
            ("severity.noise", '"error"', "house.toml:1"),
            ("severity.encoding-fallback", '"info"', "default"),
            ("rules.length.words", "5", "copydesk.toml:6"),
            ("rules.length.allow", '["a", "b"]', "copydesk.toml:7"),
            ("rules.length.share", "0.5", "default"),
            ("rules.noise.words", "7", "styles/loud.toml:4"),
            ("honorifics.later", '"never"', "copydesk.toml:9"),
            ("honorifics.headlines", '"never"', "styles/loud.toml:6"),
            ("honorifics.captions", '"auto"', "default"),
        ],
    )
    def test_each_value_says_where_it_comes_from(self, folder, house, key, value, origin):
        folder(self.FILES)
        found = {row.key: row for row in rows(house(show="error"), "sports/a.txt")}
        assert (found[key].value, found[key].origin.replace("\\", "/")) == (value, origin)

    def test_a_list_that_adds_up_has_a_line_for_each_part(self, folder, house):
        folder(self.FILES)
        found = [row for row in rows(house(), "a.txt") if row.key == "exclude"]
        assert [(row.value, row.origin) for row in found] == [
            ('["old"]', "house.toml:2"),
            ('["archive"]', "copydesk.toml:4"),
        ]

    def test_the_command(self, copydesk, folder):
        folder({"copydesk.toml": 'exclude = ["a.txt"]\nfail-on = "error"', "a.txt": ""})
        lines = copydesk("config", "show", "a.txt").out.splitlines()
        assert lines[0] == "configuration: copydesk.toml"
        assert lines[1].startswith("excluded: ")
        assert any(re.fullmatch(r'fail-on +"error" +copydesk.toml:2', line) for line in lines)
        assert any(re.fullmatch(r'severity.bad +"warning" +default', line) for line in lines)

    def test_without_a_file(self, copydesk, folder):
        folder({})
        assert copydesk("config", "show", "a.txt").out.startswith("configuration: none\n")

    def test_a_broken_configuration(self, copydesk, folder):
        folder({"copydesk.toml": "show = 1"})
        result = copydesk("config", "show", "a.txt")
        assert (result.code, result.out) == (2, "")
        assert result.err == (
            'copydesk: copydesk.toml:1:8: "show" wants "info", "warning" or "error", not the number 1\n'
        )


class TestSchema:
    @pytest.mark.parametrize(
        ("text", "is_right"),
        [
            ("", True),
            ('select = ["all"]\nstyle = "auto"\nrequired-plugins = ["x"]', True),
            ('extends = "ap"', True),
            ('extends = ["ap", "x.toml"]', True),
            ('severity = {length = "off", toys = "error", engine = "off", unused-stet = "info"}', True),
            ('rules.length = {words = 3, share = 0.5, strict = true, allow = ["x"], form = "lines"}', True),
            ('[[overrides]]\npaths = ["a"]\nseverity.length = "off"\nrules.length.words = 3', True),
            ('selct = ["all"]', False),
            ('select = "all"', False),
            ('select = ["lenght"]', False),
            ('style = "loud"', False),
            ('honorifics = {later = "never", adult_age = 16, plain_sections = ["sports"]}', True),
            ('honorifics.later = "sometimes"', False),
            ('honorifics.latr = "never"', False),
            ('severity.length = "warn"', False),
            ("rules.length.word = 3", False),
            ('rules.length.words = "3"', False),
            ('rules.length.form = "line"', False),
            ("rules.grave.x = 3", False),
            ('[[overrides]]\nignore = ["length"]', False),
            ('[[overrides]]\npaths = ["a"]\nfail-on = "error"', False),
        ],
    )
    def test_it_agrees_with_what_copydesk_takes(self, newsroom, folder, text, is_right):
        folder({})
        found = schema(newsroom, ("unused-stet", "engine"))
        Draft202012Validator.check_schema(found)
        document = tomllib.loads(text)
        if is_right:
            Draft202012Validator(found).validate(document)
        else:
            with pytest.raises(ValidationError):
                Draft202012Validator(found).validate(document)

    def test_it_says_what_every_option_is_for(self, newsroom):
        rules = schema(newsroom)["$defs"]["rules"]["properties"]
        assert rules["length"]["properties"]["words"] == {
            "type": "integer",
            "default": 100,
            "description": "how many words a paragraph may have",
        }
        assert all(
            "description" in key for key in schema(newsroom)["properties"].values() if "$ref" not in key
        )

    def test_the_command_knows_the_installed_rules(self, copydesk, folder):
        folder({})
        found = json.loads(copydesk("config", "schema", installed=True).out)
        Draft202012Validator.check_schema(found)
        assert "allow" in found["$defs"]["rules"]["properties"]["vague-source"]["properties"]
        assert {"auto", "ap", "nyt"} <= set(found["properties"]["style"]["enum"])


class TestInit:
    def test_it_writes_a_file_that_changes_nothing(self, copydesk, folder):
        root = folder({})
        result = copydesk("init", installed=True)
        assert (result.code, result.err) == (0, "")
        assert tomllib.loads((root / "copydesk.toml").read_text("utf-8")) == {}

    def test_it_offers_the_words_and_the_people_of_an_archive(self, copydesk, folder):
        folder({f"published/{number}.txt": "Lou Orr, a baker, runs an airbase.\n" for number in range(3)})
        offers = [line.split("  # then ") for line in copydesk("init", installed=True).out.splitlines()[2:]]
        assert [key for _, key in offers] == ['terms = ["terms.toml"]', 'names = ["names.csv"]']
        for command, _ in offers:
            words = command.replace("PUBLISHED", "published").split()[1:]
            assert copydesk(*words, installed=True).code == 0
        (folder({}) / "copydesk.toml").write_text("\n".join(key for _, key in offers), encoding="utf-8")
        assert copydesk("check", "published", installed=True).code == 0

    def test_without_the_marks_it_is_a_configuration_with_every_key_and_option(self, copydesk, folder):
        root = folder({})
        copydesk("init", installed=True)
        text = (root / "copydesk.toml").read_text("utf-8")
        found = tomllib.loads(re.sub(r"^#(?! )", "", text, flags=re.MULTILINE))
        assert set(found) == {*HOUSE, "severity", *STYLE_TABLES, "rules", "overrides"}
        assert set(found["overrides"][0]) == set(OVERRIDE)
        Draft202012Validator(json.loads(copydesk("config", "schema", installed=True).out)).validate(found)

    def test_it_writes_over_nothing_unless_it_is_told_to(self, copydesk, folder):
        root = folder({"copydesk.toml": "show = 'error'"})
        result = copydesk("init")
        assert result.code == 2
        assert "copydesk.toml is there already (--force writes over it)" in result.err
        assert (root / "copydesk.toml").read_text("utf-8") == "show = 'error'"
        assert copydesk("init", "--force").code == 0
        assert "show = 'error'" not in (root / "copydesk.toml").read_text("utf-8")


class TestStyles:
    def test_the_words_of_a_style_and_of_those_it_extends_are_shown(self, folder, house):
        head = 'as_of = "2023"\nsource = "x"\n'
        folder(
            {
                "styles/base.toml": f'{head}[terms.patterns]\n"per ?cent" = "%"\n'
                '[terms.prefer]\na = ["b"]\nc = "d"',
                "styles/loud.toml": f'{head}extends = "base"\n[terms]\nallow = ["Orr"]\nprefer = {{c = "e"}}',
                "copydesk.toml": 'style = "loud"',
            }
        )
        lines = list(style_lines(house().layers("a.txt")))
        assert tomllib.loads("\n".join(lines))["terms"] == {
            "allow": ["Orr"],
            "patterns": {"per ?cent": "%"},
            "prefer": {"a": ["b"], "c": "e"},
        }
        (line,) = (line for line in lines if "per ?cent" in line)
        assert line.replace("\\", "/") == '"per ?cent" = "%"  # styles/base.toml:4'
        values = [row.value.replace("\\\\", "/") for row in rows(house(), "a.txt") if row.key == "terms"]
        assert values == ['["styles/base.toml"]', '["styles/loud.toml"]']

    def test_they_are_listed_with_their_dates_and_sources(self, copydesk):
        result = copydesk("styles", installed=True)
        assert result.code == 0
        assert [line.split()[0] for line in result.out.splitlines()] == ["STYLE", *STYLES]
        assert all(len(re.split(" {2,}", line)) == 3 for line in result.out.splitlines())

    def test_one_is_shown_with_the_line_that_each_value_comes_from(self, copydesk):
        shown = copydesk("styles", "show", "ap", "--toml", installed=True).out
        found = tomllib.loads(shown)
        assert found["honorifics"]["later"] == "never"
        assert found["punctuation"]["closing"] == "us"
        assert re.search(r'^later = "never"  # .*ap\.toml:\d+$', shown, re.MULTILINE)

    def test_one_reads_like_a_sheet(self, copydesk):
        lines = copydesk("styles", "show", "ap", installed=True).out.splitlines()
        assert lines[0].startswith("AP, as of ")
        rows = [re.split(" {2,}", line.strip()) for line in lines]
        assert ["percentages", "48%", "accounts of it, printed 189 : 9, since 2019-04"] in [
            row[:3] for row in rows
        ]
        assert any(re.fullmatch(r"ap\.toml:\d+", row[-1]) for row in rows)
        assert any("adviser, not advisor; " in line for line in lines)

    @pytest.mark.parametrize("style", STYLES)
    def test_every_style_has_its_sheet(self, copydesk, style):
        result = copydesk("styles", "show", style, installed=True)
        assert (result.code, result.err) == (0, "")
        assert ", as of " in result.out

    def test_one_that_is_not_there(self, copydesk):
        result = copydesk("styles", "show", "nty", installed=True)
        assert result.code == 2
        known = ", ".join(STYLES)
        assert (
            result.err == f'copydesk: there is no style "nty"; did you mean "nyt"? (the styles are {known})\n'
        )

    @pytest.mark.parametrize("style", STYLES)
    def test_every_style_can_be_followed(self, copydesk, folder, style):
        folder({"a.txt": "The pier is closed, sources said.\n"})
        result = copydesk("check", "a.txt", "--style", style, installed=True)
        assert (result.code, result.err) == (0, "")
