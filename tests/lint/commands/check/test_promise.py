"""`promise = true`: a rule that is too often wrong in this house is shown lower, and the run says so."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from importlib.resources import files

import pytest
from jsonschema import Draft202012Validator

from copydesk.house.verdicts import Verdict, written

PROMISE = "promise = true\n"
BAD = "A bad word.\n"
TOLD = (
    "copydesk: bad is shown as info, not warning: 26 of 30 verdicts say that it is right, "
    "86.7 % (70.3 to 94.7 %)\n"
)


def judged(right, wrong, *, rule="bad", **more):
    """A verdicts file in which so many findings are right and wrong."""
    date = datetime(2031, 3, 2, tzinfo=UTC)
    opinions = ["right"] * right + ["wrong"] * wrong
    lines = (
        Verdict(date=date, digest=f"{number:016x}", excerpt="bad", rule=rule, opinion=opinion, **more)
        for number, opinion in enumerate(opinions)
    )
    return b"".join(map(written, lines)).decode()


def test_a_rule_that_breaks_its_promise_is_shown_lower(copydesk, folder):
    folder({"a.txt": BAD, "copydesk.toml": PROMISE, "verdicts.jsonl": judged(26, 4)})
    ran = copydesk("check", "a.txt")
    assert (ran.code, ran.err) == (0, TOLD)
    assert ran.out == 'a.txt:1:3: info: "bad" was found [bad]\n'


def test_a_rule_in_shadow_is_not_said_to_be_shown(copydesk, folder):
    folder(
        {
            "a.txt": "A good word.\n",
            "copydesk.toml": f'{PROMISE}shadow = ["bad"]\n',
            "verdicts.jsonl": judged(26, 4),
        }
    )
    assert copydesk("check", "a.txt").err == ""


@pytest.mark.parametrize(
    "files",
    [
        {"copydesk.toml": "", "verdicts.jsonl": judged(0, 40)},
        {"copydesk.toml": PROMISE},
        {"copydesk.toml": PROMISE, "verdicts.jsonl": judged(27, 3)},
        {"copydesk.toml": PROMISE, "verdicts.jsonl": judged(0, 29)},
        {"copydesk.toml": PROMISE, "verdicts.jsonl": judged(0, 40, rule="hint")},
        {"copydesk.toml": PROMISE, "verdicts.jsonl": judged(0, 40, certain=False)},
    ],
    ids=["not asked for", "no file", "kept", "too few", "an info", "less certain"],
)
def test_a_rule_that_keeps_its_promise_stays(copydesk, folder, files):
    folder({"a.txt": BAD, **files})
    ran = copydesk("check", "a.txt")
    assert (ran.code, ran.err) == (1, "")
    assert "warning" in ran.out


@pytest.mark.parametrize(
    ("severity", "right", "shown"),
    [("error", 28, "warning"), ("error", 10, "warning"), ("warning", 10, "info"), ("info", 0, "info")],
)
def test_the_severity_of_the_house_is_a_promise_too(copydesk, folder, severity, right, shown):
    config = f'{PROMISE}[severity]\nbad = "{severity}"\n'
    folder({"a.txt": BAD, "copydesk.toml": config, "verdicts.jsonl": judged(right, 30 - right)})
    assert f": {shown}: " in copydesk("check", "a.txt").out


def test_what_is_less_certain_than_its_rule_stays(copydesk, folder, toys):
    class Unsure(toys.Rule):
        name = "unsure"
        word = "bad"

        def check(self, document, context):
            for finding in super().check(document, context):
                yield finding.noted_if(finding.span.start > 0)

    folder(
        {"a.txt": "bad and bad\n", "copydesk.toml": PROMISE, "verdicts.jsonl": judged(0, 30, rule="unsure")}
    )
    findings = json.loads(copydesk("check", "a.txt", "--format", "json", rules=[Unsure]).out)["findings"]
    assert [one["severity"] for one in findings] == ["info", "info"]


def test_what_the_house_rules_on_stays(copydesk, folder):
    terms = '[prefer]\naccused = { words = ["alleged"], level = "error" }\naccident = ["mishap"]\n'
    folder(
        {
            "a.txt": "An alleged mishap.\n",
            "terms.toml": terms,
            "copydesk.toml": f'{PROMISE}terms = ["terms.toml"]\n',
            "verdicts.jsonl": judged(0, 30, rule="house-term"),
        }
    )
    out = copydesk("check", "a.txt", "--format", "json", installed=True).out
    found = {one["excerpt"]: one["severity"] for one in json.loads(out)["findings"]}
    assert (found["alleged"], found["mishap"]) == ("error", "info")


def test_a_renamed_rule_keeps_its_verdicts(copydesk, folder, toys):
    class Renamed(toys.Bad):
        formerly = ("awful",)

    folder({"a.txt": BAD, "copydesk.toml": PROMISE, "verdicts.jsonl": judged(0, 30, rule="awful")})
    assert ": info: " in copydesk("check", "a.txt", rules=[Renamed]).out


def test_the_verdicts_that_a_finding_gets_then_are_those_of_its_promise(copydesk, folder):
    root = folder({"a.txt": BAD, "copydesk.toml": PROMISE, "verdicts.jsonl": judged(26, 4)})
    assert copydesk("verdict", "a.txt:1", "bad", "right").code == 0
    last = (root / "verdicts.jsonl").read_text(encoding="utf-8").splitlines()[-1]
    assert "certain" not in json.loads(last)


def test_a_rule_comes_back_by_itself(copydesk, folder):
    root = folder({"a.txt": BAD, "copydesk.toml": PROMISE, "verdicts.jsonl": judged(26, 4)})
    assert copydesk("check", "a.txt").code == 0
    with (root / "verdicts.jsonl").open("a", encoding="utf-8") as file:
        file.write(judged(27, 0))  # of the four that were wrong, one is read again
        file.write('{"date":"2031-03-03T00:00:00Z","digest":"000000000000001d","excerpt":"bad",')
        file.write('"rule":"bad","verdict":"right"}\n')
    ran = copydesk("check", "a.txt")
    assert (ran.code, ran.err) == (1, "")


def test_config_show_says_where_the_severity_comes_from(copydesk, folder):
    folder({"a.txt": BAD, "copydesk.toml": PROMISE, "verdicts.jsonl": judged(26, 4)})
    shown = copydesk("config", "show", "a.txt").out
    (line,) = [line for line in shown.splitlines() if line.startswith("severity.bad ")]
    assert '"info"' in line
    assert "verdicts.jsonl" in line


def test_a_broken_file_checks_nothing(copydesk, folder):
    folder({"a.txt": BAD, "copydesk.toml": PROMISE, "verdicts.jsonl": "{}\n"})
    ran = copydesk("check", "a.txt")
    assert (ran.code, ran.out) == (2, "")
    assert 'verdicts.jsonl:1:1: is no verdict: "date" is missing' in ran.err


def test_a_report_for_programs_says_what_was_lowered(copydesk, folder):
    folder({"a.txt": f"{BAD}\nThe worst word.\n", "copydesk.toml": PROMISE, "verdicts.jsonl": judged(26, 4)})
    report = json.loads(copydesk("check", "a.txt", "--format", "json").out)
    schema = json.loads(files("copydesk").joinpath("schema", "report.schema.json").read_text("utf-8"))
    Draft202012Validator(schema).validate(report)
    assert {one["rule"]: (one["severity"], one.get("promised")) for one in report["findings"]} == {
        "bad": ("info", "warning"),
        "worst": ("error", None),
    }


@pytest.mark.parametrize(
    "format_name", ["github", "gitlab", "junit", "checkstyle", "rdjson", "sarif", "markdown", "html"]
)
def test_a_report_that_is_read_apart_says_why_a_finding_is_lower(copydesk, folder, format_name):
    draft = f"{BAD}\nThe worst word.\n"
    root = folder({"a.txt": draft, "copydesk.toml": PROMISE, "verdicts.jsonl": judged(26, 4)})
    out = copydesk("check", "a.txt", "--format", format_name).out
    assert out.count("by the verdicts of the house; else warning") == 1
    (root / "verdicts.jsonl").unlink()
    assert "verdicts of the house" not in copydesk("check", "a.txt", "--format", format_name).out


def test_without_a_promise_no_check_reads_the_file(copydesk, folder):
    folder({"a.txt": BAD, "copydesk.toml": "", "verdicts.jsonl": "<<<<<<< ours\n"})
    ran = copydesk("check", "a.txt")
    assert (ran.code, ran.err) == (1, "")


def test_a_named_configuration_goes_by_the_verdicts_beside_it(copydesk, folder):
    folder({"own/copydesk.toml": PROMISE, "drafts/copydesk.toml": PROMISE, "drafts/a.txt": BAD})
    folder({"drafts/verdicts.jsonl": judged(0, 30)})
    assert copydesk("check", "--config", "own/copydesk.toml", "drafts").code == 1
    folder({"own/verdicts.jsonl": judged(0, 30)})
    assert copydesk("check", "--config", "own/copydesk.toml", "drafts").code == 0


def test_a_file_that_others_extend_names_the_verdicts_of_all(copydesk, folder):
    folder(
        {
            "house/base.toml": f'{PROMISE}verdicts = "judged.jsonl"\n',
            "house/judged.jsonl": judged(0, 30),
            "copydesk.toml": 'extends = ["house/base.toml"]\n',
            "a.txt": BAD,
        }
    )
    assert copydesk("check", "a.txt").code == 0
    shown = copydesk("config", "show", "a.txt").out
    assert re.search(r'verdicts +"house/judged\.jsonl', shown), shown


def test_nothing_of_the_file_is_a_command_in_a_log(copydesk, folder, monkeypatch):
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    folder({"a.txt": BAD, "copydesk.toml": PROMISE, "verdicts.jsonl": '{"::error::x\\n##[error]y":1}\n'})
    ran = copydesk("check", "a.txt")
    assert ran.code == 2
    assert "verdicts.jsonl:1:1: is no verdict" in ran.err
    assert not re.search(r"^::|##\[", ran.err, re.MULTILINE)


def test_the_cache_knows_a_rule_at_either_level(copydesk, folder):
    root = folder({"d/a.txt": BAD, "copydesk.toml": PROMISE})
    assert ": warning: " in copydesk("check", "d", "--cache").out
    folder({"verdicts.jsonl": judged(26, 4)})
    assert ": info: " in copydesk("check", "d", "--cache").out
    (root / "verdicts.jsonl").unlink()
    assert ": warning: " in copydesk("check", "d", "--cache").out
