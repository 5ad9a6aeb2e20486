"""Reports as text, as a page for people and as JSON."""

from __future__ import annotations

import json
from importlib.resources import files

import jsonschema
import pytest
from msgspec.structs import replace
from rich.cells import cell_len

from copydesk.model.finding import Severity
from copydesk.model.report import (
    CheckedDraft,
    Diagnostic,
    Place,
    PlacedEdit,
    PlacedFix,
    Plugin,
    Problem,
    RelatedPlace,
    Report,
)
from copydesk.reporters import RenderOptions, pretty, text
from copydesk.reporters import json as json_reporter
from copydesk.wording import printable

LINE = "The council cleared the landmines before the winter came."


def finding(
    line: str = LINE,
    words: str = "landmines",
    *,
    path: str = "drafts/a.md",
    number: int = 3,
    rule: str = "compound-variant",
    severity: Severity = Severity.WARNING,
    message: str = '"landmines" here, "land mines" 6 times',
    related: tuple[RelatedPlace, ...] = (),
    fix: PlacedFix | None = None,
) -> Diagnostic:
    """A finding at some words of a line, as the engine makes it."""
    at = line.index(words)
    place = Place(path, number, at + 1, number, at + 1 + len(words))
    start = max(0, at - 200)
    return Diagnostic(
        place, rule, "spelling", severity, message, words, line[start : start + 400], at - start, related, fix
    )


def report(*findings: Diagnostic, drafts: int = 1, hidden: int = 0, problems: int = 0) -> Report:
    return Report(
        tuple(CheckedDraft(f"drafts/{name}.md", "markdown", 1200, "utf-8") for name in "abc"[:drafts]),
        findings,
        tuple(Problem("is not text", f"drafts/{number}.bin") for number in range(problems)),
        (Plugin("builtin", "copydesk-0.1.0"), Plugin("house")),
        hidden=hidden,
    )


def render_pretty(made: Report, width: int = 100) -> str:
    return pretty.render(made, RenderOptions(width=width))


class TestText:
    def render(self, *findings: Diagnostic) -> str:
        return text.render(report(*findings), RenderOptions())

    def test_a_finding_is_a_line_in_the_shape_of_gcc(self):
        assert self.render(finding()) == (
            'drafts/a.md:3:25: warning: "landmines" here, "land mines" 6 times [compound-variant]\n'
        )

    def test_other_places_are_notes(self):
        related = RelatedPlace(Place("drafts/b.md", 1, 53, 1, 63), '"land mines" here')
        assert self.render(finding(related=(related,))).splitlines()[1:] == [
            'drafts/b.md:1:53: note: "land mines" here'
        ]

    def test_a_clean_report_is_empty(self):
        assert self.render() == ""

    def test_nothing_can_break_a_line(self):
        hostile = "a\nb\r\x1b[2J\u2028\x85\u202e\udce9"
        related = RelatedPlace(Place(hostile, 1, 1, 1, 2), hostile)
        out = self.render(finding(path=hostile, message=hostile, related=(related,)))
        safe = r"a\nb\r\x1b[2J\u2028\x85\u202e\udce9"
        assert out == (f"{safe}:3:25: warning: {safe} [compound-variant]\n{safe}:1:1: note: {safe}\n")


@pytest.mark.parametrize(
    "line", ["Zoë “said” — 委員会 😀 👩‍👩‍👧 re\u0301sume\u0301 \u00a0 \u00ad", "C:\\a.md"]
)
def test_what_can_be_printed_stays_as_it_is(line):
    assert printable(line) == line


class TestPretty:
    def test_a_finding_shows_the_line_with_the_words_marked(self):
        related = RelatedPlace(Place("drafts/a.md", 1, 53, 1, 63), '"land mines" here')
        assert render_pretty(report(finding(related=(related,)))) == (
            "drafts/a.md\n"
            "\n"
            '  3:25  warning  "landmines" here, "land mines" 6 times  compound-variant\n'
            "        │ The council cleared the landmines before the winter came.\n"
            "        │                         ^^^^^^^^^\n"
            '        = 1:53  "land mines" here\n'
            "\n"
            "1 finding in 1 draft: 1 warning\n"
        )

    def test_several_end_with_a_summary_the_gravest_rule_first(self):
        made = report(
            finding(severity=Severity.ERROR, rule="duplicate-paragraph"),
            finding(),
            finding(number=5),
            finding(path="drafts/b.md", severity=Severity.INFO, rule="vague-source"),
            drafts=3,
        )
        assert render_pretty(made).splitlines()[-5:] == [
            "  1  error    duplicate-paragraph",
            "  2  warning  compound-variant",
            "  1  info     vague-source",
            "",
            "4 findings in 2 of 3 drafts: 1 error, 2 warnings, 1 info",
        ]

    @pytest.mark.parametrize(
        ("made", "last"),
        [
            (report(drafts=3), "clean: 3 drafts, 3,600 words"),
            (report(hidden=2), "nothing found in 1 draft (2 findings below --show not listed)"),
            (
                report(finding(), hidden=1),
                "1 finding in 1 draft: 1 warning (1 finding below --show not listed)",
            ),
            (report(problems=1), "not everything was checked: 1 problem"),
            (report(finding(), problems=2), "not everything was checked: 2 problems"),
        ],
    )
    def test_the_last_line_says_how_it_went(self, made, last):
        assert render_pretty(made).splitlines()[-1] == last

    def test_a_report_with_problems_is_never_clean(self):
        assert "clean" not in render_pretty(report(problems=1))

    @pytest.mark.parametrize(
        "before",
        ["委員会は ", "😀 👍 ", "Cafe\u0301 re\u0301sume\u0301 ", "\ta\tb\t", "“Zoë” — ", "\x1b[31m\u202e "],
        ids=["wide", "emoji", "combining", "tabs", "curly", "control"],
    )
    def test_the_carets_stand_under_the_words_on_a_terminal(self, before):
        out = render_pretty(report(finding(f"{before}landmines and more", "landmines"))).splitlines()
        shown, carets = out[3], out[4]
        assert cell_len(shown[: shown.index("landmines")]) == carets.index("^")
        assert carets.count("^") == len("landmines")

    def test_wide_words_get_wide_carets(self):
        out = render_pretty(report(finding("市長は委員会を", "委員会"))).splitlines()
        assert out[4].endswith("│       ^^^^^^")

    @pytest.mark.parametrize("width", [40, 60, 100, 300])
    @pytest.mark.parametrize(
        "line",
        [
            f"{'Long before it was over, ' * 30}landmines{' and so it went on' * 30}",
            f"landmines{' and so it went on' * 30}",
            f"{'Long before it was over, ' * 30}landmines",
            f"{'x' * 900}landmines{'x' * 900}",
            f"{'委員会' * 300}landmines{'委員会' * 300}",
            "e\u0301" * 300 + "landmines" + "e\u0301" * 300,
        ],
        ids=["middle", "start", "end", "no spaces", "wide", "combining"],
    )
    def test_a_long_line_is_cut_to_the_width_around_the_words(self, line, width):
        out = render_pretty(report(finding(line, "landmines", message="found")), width).splitlines()
        shown, carets = (row for row in out if "│" in row)
        assert all(cell_len(row) <= min(width, 120) for row in out)
        assert cell_len(shown[: shown.index("landmines")]) == carets.index("^")
        assert ("…" in shown[: shown.index("landmines")]) is not line.startswith("landmines")

    def test_words_longer_than_the_line_are_cut(self):
        out = render_pretty(report(finding(LINE * 9, LINE * 9)), 60).splitlines()
        assert out[-4].endswith("…")
        assert cell_len(out[-4]) == 60
        assert out[-3].endswith("^")

    def test_an_empty_place_gets_one_caret(self):
        assert render_pretty(report(finding("A line.", ""))).splitlines()[4].endswith("│ ^")

    def test_a_finding_of_the_engine_without_a_line_is_shown_without_one(self):
        crash = finding(severity=Severity.ERROR, rule="internal-error", message="rule x broke")
        out = render_pretty(report(replace(crash, context="", offset=0)))
        assert "│" not in out

    def test_long_messages_are_wrapped_under_themselves(self):
        out = render_pretty(report(finding(message="a message of many words " * 6)), 60).splitlines()
        assert out[2].startswith("  3:25  warning  a message")
        assert out[3].startswith(" " * 17)
        assert out[3][17] != " "
        assert all(len(row) <= 60 for row in out)

    def test_colour_only_where_it_is_wanted(self):
        made = report(finding())
        assert "\x1b[" not in pretty.render(made, RenderOptions(color=False))
        colored = pretty.render(made, RenderOptions(color=True))
        assert "\x1b[1;33mwarning" in colored

    def test_no_line_ends_in_spaces(self):
        assert all(row == row.rstrip() for row in render_pretty(report(finding(), finding())).splitlines())

    def test_what_a_draft_holds_cannot_steer_the_terminal(self):
        hostile = finding("red \x1b[31m landmines\x07", path="a\x1b]0;x\x07.md", message="\x1b[2J")
        assert "\x1b" not in render_pretty(report(hostile))


class TestJson:
    def render(self, made: Report) -> str:
        return json_reporter.render(made, RenderOptions())

    def full(self) -> Report:
        related = RelatedPlace(Place("drafts/b.md", 1, 53, 1, 63), "here")
        edit = PlacedEdit(Place("drafts/a.md", 3, 25, 3, 34), "land mines")
        fix = PlacedFix("spell it “land mines”", "unsafe", (edit,))
        return report(finding(related=(related,), fix=fix), finding(number=9), problems=1, hidden=4)

    def test_it_is_written_in_parts_as_it_would_be_whole(self):
        for made in (self.full(), Report(), report(finding(), finding(), drafts=3)):
            whole = json_reporter.dumps(json_reporter.describe(made), indent=2)
            parts = [*json_reporter.stream(made, RenderOptions())]
            assert "".join(parts) == f"{whole}\n"
            assert len(parts) > len(made.drafts) + len(made.findings)

    def test_the_whole_shape(self):
        assert json.loads(self.render(self.full())) == {
            "version": 1,
            "tool": {
                "name": "copydesk",
                "version": "0.1.0",
                "plugins": [
                    {"name": "builtin", "distribution": "copydesk-0.1.0"},
                    {"name": "house", "distribution": None},
                ],
            },
            "drafts": [{"path": "drafts/a.md", "format": "markdown", "words": 1200, "encoding": "utf-8"}],
            "findings": [
                {
                    "path": "drafts/a.md",
                    "line": 3,
                    "column": 25,
                    "end_line": 3,
                    "end_column": 34,
                    "rule": "compound-variant",
                    "family": "spelling",
                    "severity": "warning",
                    "message": '"landmines" here, "land mines" 6 times',
                    "excerpt": "landmines",
                    "related": [
                        {
                            "path": "drafts/b.md",
                            "line": 1,
                            "column": 53,
                            "end_line": 1,
                            "end_column": 63,
                            "message": "here",
                        }
                    ],
                    "fix": {
                        "message": "spell it “land mines”",
                        "applicability": "unsafe",
                        "edits": [
                            {
                                "line": 3,
                                "column": 25,
                                "end_line": 3,
                                "end_column": 34,
                                "replacement": "land mines",
                            }
                        ],
                    },
                },
                {
                    "path": "drafts/a.md",
                    "line": 9,
                    "column": 25,
                    "end_line": 9,
                    "end_column": 34,
                    "rule": "compound-variant",
                    "family": "spelling",
                    "severity": "warning",
                    "message": '"landmines" here, "land mines" 6 times',
                    "excerpt": "landmines",
                    "related": [],
                    "fix": None,
                },
            ],
            "problems": [{"path": "drafts/0.bin", "message": "is not text", "rule": None, "plugin": None}],
        }

    def test_it_reads_as_it_is_written_and_ends_in_one_line_end(self):
        out = self.render(self.full())
        assert "“land mines”" in out
        assert out.endswith("}\n")
        assert not out.endswith("\n\n")

    def test_a_path_that_is_no_text_is_escaped(self):
        out = self.render(report(finding(path="caf\udce9.txt")))
        out.encode()
        assert json.loads(out)["findings"][0]["path"] == "caf\udce9.txt"


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft202012Validator:
    schema = json.loads((files("copydesk") / "schema/report.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


class TestSchema:
    def test_it_describes_every_report(self, validator):
        for made in (report(), TestJson().full(), Report()):
            validator.validate(json.loads(json_reporter.render(made, RenderOptions())))

    def test_it_describes_what_the_command_writes(self, validator, copydesk, folder, toys):
        folder({"a.txt": "A bad word, and a bad end. “A hint,” she said.", "b.bin": "\x00\x01"})
        result = copydesk("check", ".", "b.bin", "gone", "--format", "json", rules=[toys.Bad, toys.Breaks])
        value = json.loads(result.out)
        validator.validate(value)
        assert value["findings"]
        assert value["problems"]

    def test_it_leaves_nothing_undescribed(self, validator):
        def objects(value: object):
            if isinstance(value, dict):
                if value.get("type") == "object":
                    yield value
                for inner in value.values():
                    yield from objects(inner)

        described = list(objects(validator.schema))
        assert len(described) == 15
        for one in described:
            assert one["additionalProperties"] is False
            rare = {"label", "promised", "trial"}  # few places and findings have one, and few reports
            assert sorted(one["required"]) == sorted(set(one["properties"]) - rare)

    def test_it_refuses_what_is_not_a_report(self, validator):
        value = json.loads(json_reporter.render(report(finding()), RenderOptions()))
        value["findings"][0]["line"] = 0
        assert not validator.is_valid(value)
