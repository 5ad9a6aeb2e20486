"""`copydesk rules` and `copydesk explain`: what can be reported, and what it means."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field

import pytest

from copydesk.plugins.registry import load_registry
from copydesk.plugins.rule import Example


@dataclass(frozen=True, slots=True)
class DemoOptions:
    """What can be set.

    words    the words that are reported; later lines of
             what is said of an option are indented
    at_most  how many are let through
    """

    words: tuple[str, ...] = ("bad", "worse")
    at_most: int = 0
    unsaid: list[str] = field(default_factory=list)


@pytest.fixture
def demo(toys):
    class Demo(toys.Rule):
        name = "demo"
        family = "shows"
        summary = "words that are bad"
        why = "Readers remember them, and write letters about them to the editor of the paper. " * 2
        in_quotes = "check"
        options = DemoOptions()
        examples = (
            Example("A [[bad]] word, and a [[worse]] one.", "Both are listed."),
            Example(f"{'A long draft with many words before it. ' * 3}A [[bad word]] at last.", "Far out."),
            Example("委員会 said [[[TK]]].", "A mark in brackets."),
            Example("# A good word\n\nNothing else.", "Nothing is listed.", "markdown"),
        )

    return Demo


def test_the_rules_are_a_table(copydesk, toys):
    result = copydesk("rules", rules=[toys.Worst, toys.Bad])
    assert result.code == 0
    assert result.out.splitlines() == [
        "RULE   FAMILY  SEVERITY  PLUGIN  REPORTS",
        "bad    toys    warning   toys    a word",
        "worst  grave   error     toys    a word",
    ]


def test_how_often_rules_were_right_is_a_table(copydesk):
    lines = copydesk("rules", "--promise", installed=True).out.splitlines()
    assert lines[0].split() == "RULE LEVEL FOUND JUDGED RIGHT PRECISION PROMISE SO FAR".split()
    (row,) = (line for line in lines if line.startswith("mixed-quote-marks "))
    assert re.fullmatch(r"\S+ +warning +\d+ +\d+ +\d+ +[\d.]+ % \([\d.]+ to [\d.]+ %\) +90 % +keeps it", row)
    assert re.fullmatch(r"published news articles: [\d,]+ drafts, [\d,]+ words, read by .*", lines[-1])


def test_rules_that_nobody_judged_are_in_it_too(copydesk, toys):
    assert copydesk("rules", "--promise", rules=[toys.Bad, toys.Hint]).out.splitlines() == [
        "RULE  LEVEL    FOUND  JUDGED  RIGHT  PRECISION  PROMISE  SO FAR",
        "bad   warning  0      0       0      -          90 %     not judged",
        "hint  info     0      0       0      -",
    ]


def test_the_table_is_there_for_programs(copydesk):
    told = json.loads(copydesk("rules", "--promise", "--format", "json", installed=True).out)
    (copy,) = told["copies"]
    assert copy["copy"] == "published news articles"
    (row,) = (row for row in told["rules"] if row["rule"] == "mixed-quote-marks")
    assert (row["promise"], row["standing"]) == (0.9, "keeps it")
    assert row["interval"][0] < row["precision"] <= row["interval"][1]
    (unjudged,) = (row for row in told["rules"] if row["rule"] == "weekday-date")
    assert (unjudged["precision"], unjudged["interval"]) == (None, None)


@pytest.mark.parametrize(
    "arguments", [("rules",), ("explain", "bad"), ("check", "a.txt"), ("inspect", "a.txt")]
)
def test_a_plugin_that_did_not_load_is_named_everywhere(copydesk, folder, arguments):
    folder({"a.txt": "A good word."})
    result = copydesk(*arguments, problems=["plugin house was not loaded"])
    assert (result.code, result.err) == (2, "copydesk: plugin house was not loaded\n")


def test_a_rule_is_explained_with_its_examples(copydesk, demo):
    result = copydesk("explain", "demo", rules=[demo])
    assert result.code == 0
    assert result.out == (
        "demo\n"
        "warning, family shows, from plugin toys\n"
        "\n"
        "What it reports\n"
        "  words that are bad\n"
        "\n"
        "Why\n"
        "  Readers remember them, and write letters about them to the editor of the paper. Readers remember\n"
        "  them, and write letters about them to the editor of the paper.\n"
        "\n"
        "In quotations\n"
        "  What stands inside quotation marks is reported too.\n"
        "\n"
        "How often it is right\n"
        "  No finding of this rule has been judged yet.\n"
        "\n"
        "Options\n"
        "  [rules.demo]\n"
        "  # the words that are reported; later lines of what is said of an option are indented\n"
        '  words = ["bad", "worse"]\n'
        "  # how many are let through\n"
        "  at_most = 0\n"
        "  unsaid = []\n"
        "\n"
        "Reported\n"
        "  Both are listed.\n"
        "    A bad word, and a worse one.\n"
        "      ^^^             ^^^^^\n"
        "\n"
        "  Far out.\n"
        "    A long draft with many words before it. A long draft with many words before it. A long draft\n"
        "    with many words before it. A bad word at last.\n"
        "                                 ^^^^^^^^\n"
        "\n"
        "  A mark in brackets.\n"
        "    委員会 said [TK].\n"
        "                ^^^^\n"
        "\n"
        "Left alone\n"
        "  Nothing is listed.\n"
        "    # A good word\n"
        "\n"
        "    Nothing else.\n"
    )


def test_a_rule_without_options_or_examples_has_no_such_part(copydesk):
    out = copydesk("explain", "bad").out
    assert "Options" not in out
    assert "Reported" not in out


@pytest.mark.parametrize("name", ["internal-error", "encoding-fallback"])
def test_what_the_engine_reports_is_explained_too(copydesk, name):
    result = copydesk("explain", name)
    assert result.code == 0
    assert result.out.startswith(f"{name}\n")


def test_an_unknown_rule_gets_the_nearest(copydesk):
    result = copydesk("explain", "wurst")
    assert (result.code, result.out) == (2, "")
    assert 'there is no rule or family "wurst"; did you mean "worst"?' in result.err


def test_colour_can_be_asked_for(copydesk, demo):
    assert "\x1b[" in copydesk("explain", "demo", "--color", "always", rules=[demo]).out


def test_every_rule_that_is_installed_can_be_explained(copydesk):
    for registered in load_registry().rules.values():
        rule = registered.rule
        out = copydesk("explain", rule.name, installed=True).out
        assert out.startswith(f"{rule.name}\n{rule.severity.label}, family {rule.family}")
        assert "Reported\n" in out
