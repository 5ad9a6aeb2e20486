"""SARIF: valid by the official schema, with what code-scanning services ask for."""

from __future__ import annotations

import gzip
import hashlib
import json

import pytest

from copydesk.model.finding import Severity
from copydesk.model.report import Place, PlacedEdit, PlacedFix, Problem
from copydesk.reporters import RenderOptions, RuleNote
from copydesk.reporters.ci.sarif import render

SCHEMA = "sarif-2.1.0.schema.json"
RULES = {
    "compound-variant": RuleNote(
        "compound-variant", "spelling", Severity.WARNING, "two spellings", "Choose one."
    ),
    "vague-source": RuleNote("vague-source", "attribution", Severity.INFO, "who says so", "Name the source."),
}
OPTIONS = RenderOptions(rules=lambda: RULES)
FIX = PlacedFix(
    "spell it “land mines”", "safe", (PlacedEdit(Place("drafts/a.md", 3, 25, 3, 34), "land mines"),)
)


def run_of(made, options=OPTIONS):
    (run,) = json.loads(render(made, options))["runs"]
    return run


def test_it_is_valid(make, validate):
    hostile = make.finding(path="a b/\u00e9\udce9#?.md", message="[x](https://example.org) \x1b\ud800")
    made = make.report(
        make.finding(related=(make.related(),), fix=FIX),
        hostile,
        make.finding(rule="unknown/rule"),
        problems=(Problem("is not text", "b.bin"), Problem("a plugin broke")),
    )
    validate(SCHEMA, json.loads(render(made, OPTIONS)))
    validate(SCHEMA, json.loads(render(make.report(), RenderOptions())))


@pytest.mark.usefixtures("hostile")
def test_what_the_command_writes_is_valid(copydesk, toys, validate):
    out = copydesk("check", "drafts", "gone.txt", "--format", "sarif", rules=[toys.Bad, toys.Breaks]).out
    validate(SCHEMA, json.loads(out))
    validate(SCHEMA, json.loads(copydesk("check", "drafts", "--format", "sarif", installed=True).out))


def test_a_result_has_rule_place_other_places_and_fix(make):
    (result,) = run_of(make.report(make.finding(related=(make.related(),), fix=FIX)))["results"]
    del result["partialFingerprints"]
    here = {"startLine": 3, "startColumn": 25, "endLine": 3, "endColumn": 34}
    there = {"startLine": 1, "startColumn": 53, "endLine": 1, "endColumn": 63}
    assert result == {
        "ruleId": "compound-variant",
        "ruleIndex": 0,
        "level": "warning",
        "message": {"text": '"landmines" here, "land mines" 6 times'},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": "drafts/a.md"}, "region": here}}],
        "relatedLocations": [
            {
                "id": 1,
                "physicalLocation": {"artifactLocation": {"uri": "drafts/b.md"}, "region": there},
                "message": {"text": '"land mines" here'},
            }
        ],
        "fixes": [
            {
                "description": {"text": "spell it “land mines”"},
                "artifactChanges": [
                    {
                        "artifactLocation": {"uri": "drafts/a.md"},
                        "replacements": [{"deletedRegion": here, "insertedContent": {"text": "land mines"}}],
                    }
                ],
                "properties": {"applicability": "safe"},
            }
        ],
    }


def test_every_rule_is_there_with_its_help_whether_it_found_something_or_not(make):
    rules = run_of(make.report(make.finding()))["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["compound-variant", "vague-source"]
    assert rules[1]["shortDescription"]["text"] == "who says so"
    assert "Name the source." in rules[1]["help"]["markdown"]
    assert [rule["defaultConfiguration"]["level"] for rule in rules] == ["warning", "note"]


def test_columns_are_code_points(make):
    assert run_of(make.report())["columnKind"] == "unicodeCodePoints"


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("drafts/a b.md", "drafts/a%20b.md"),
        ("a:b#c?d.md", "a%3Ab%23c%3Fd.md"),
        ("Zoë.md", "Zo%C3%AB.md"),
        ("caf\udce9.md", "caf%E9.md"),
        ("/drafts/a.md", "file:///drafts/a.md"),
        ("s3://desk/drafts/a b.md", "s3://desk/drafts/a%20b.md"),
        ("<stdin>", "%3Cstdin%3E"),
    ],
)
def test_paths_are_uris(make, path, uri):
    (result,) = run_of(make.report(make.finding(path=path)))["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


def test_a_draft_makes_no_link(make):
    (result,) = run_of(make.report(make.finding(message="[a](https://example.org)")))["results"]
    assert result["message"]["text"] == r"[a\](https://example.org)"


def test_what_was_not_checked_is_told(make):
    (invocation,) = run_of(make.report(problems=(Problem("is not text", "b.bin"),)))["invocations"]
    assert invocation["executionSuccessful"] is False
    assert invocation["toolExecutionNotifications"][0]["message"]["text"] == "is not text"


class TestFingerprints:
    def of(self, make, *findings):
        return [
            result["partialFingerprints"]["copydesk/v1"]
            for result in run_of(make.report(*findings))["results"]
        ]

    def test_they_stay_when_the_paragraph_moves(self, make):
        assert self.of(make, make.finding(number=3)) == self.of(make, make.finding(number=90))

    def test_they_tell_findings_apart(self, make):
        made = self.of(
            make,
            make.finding(),
            make.finding(number=9),
            make.finding(rule="other"),
            make.finding(path="drafts/b.md"),
            make.finding("Where landmines were, nobody went."),
        )
        assert len(set(made)) == 5


class TestTheLimitsOfTheConsumer:
    def test_the_gravest_findings_stand_there_and_the_rest_is_counted(self, make, validate, monkeypatch):
        monkeypatch.setattr("copydesk.reporters.ci.sarif.MOST_RESULTS", 3)
        severities = (Severity.INFO, Severity.WARNING, Severity.INFO, Severity.ERROR, Severity.WARNING)
        made = make.report(*(make.finding(number=at, severity=one) for at, one in enumerate(severities, 1)))
        run = run_of(made)
        lines = [one["locations"][0]["physicalLocation"]["region"]["startLine"] for one in run["results"]]
        assert lines == [2, 4, 5]
        (invocation,) = run["invocations"]
        assert invocation["executionSuccessful"] is True
        (told,) = invocation["toolExecutionNotifications"]
        assert told["level"] == "warning"
        assert told["message"]["text"].startswith("2 findings do not stand here, the least grave")
        validate(SCHEMA, json.loads(render(made, OPTIONS)))

    def test_a_finding_is_known_by_the_same_print_whatever_is_left_out(self, make, monkeypatch):
        made = make.report(*(make.finding(number=at, severity=Severity(1 + at % 3)) for at in range(1, 9)))
        whole = {at(one): one["partialFingerprints"] for one in run_of(made)["results"]}
        monkeypatch.setattr("copydesk.reporters.ci.sarif.MOST_RESULTS", 4)
        cut = {at(one): one["partialFingerprints"] for one in run_of(made)["results"]}
        assert len(cut) == 4
        assert cut.items() <= whole.items()

    @pytest.mark.slow
    def test_25_000_results_are_taken_and_one_more_is_not(self, make):
        one = make.finding()
        assert len(run_of(make.report(*[one] * 25_000))["results"]) == 25_000
        run = run_of(make.report(*[one] * 25_001))
        assert len(run["results"]) == 25_000
        assert (
            "1 finding does not" in run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]
        )

    def test_the_file_is_small_enough_after_gzip(self, make, monkeypatch):
        monkeypatch.setattr("copydesk.reporters.ci.sarif.MOST_BYTES", 6_000)
        words = (hashlib.sha256(bytes([at])).hexdigest() for at in range(250))
        made = make.report(*(make.finding(message=word) for word in words))
        text = render(made, OPTIONS)
        assert len(gzip.compress(text.encode())) <= 6_000
        (run,) = json.loads(text)["runs"]
        told = run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]
        assert 20 < len(run["results"]) < 250
        assert told.startswith(f"{250 - len(run['results'])} findings do not")

    def test_nothing_is_said_where_nothing_is_left_out(self, make):
        assert run_of(make.report(make.finding()))["invocations"][0]["toolExecutionNotifications"] == []


def at(result):
    return result["locations"][0]["physicalLocation"]["region"]["startLine"]
