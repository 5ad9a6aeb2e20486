"""One draft, checked: what stands, what is held back, and what happens when a rule breaks."""

from __future__ import annotations

from itertools import compress

import pytest

from copydesk.document import Document
from copydesk.engine.checking import check_document, diagnose, standing
from copydesk.model.finding import Finding, Related, Severity
from copydesk.model.prose import Span
from copydesk.model.report import Place
from copydesk.plugins.registry import RegisteredRule
from copydesk.plugins.rule import Context, NoOptions
from copydesk.plugins.selection import ActiveRule
from copydesk.readers.plain import read


def draft(text: str | bytes) -> Document:
    return Document(read("draft.txt", text.encode() if isinstance(text, str) else text))


def active(rule: type) -> ActiveRule:
    return ActiveRule(RegisteredRule.of(rule, "toys"), Context(NoOptions()), rule.severity)


def test_a_finding_is_kept_with_its_rule(toys):
    document = draft("A bad word.")
    result = check_document(document, [active(toys.Bad)])
    assert [(m.rule.rule.name, document.slice(m.finding.span)) for m in result.marked] == [("bad", "bad")]
    assert result.problems == []


def test_a_rule_that_raises_keeps_what_it_had_found_and_stops_no_other(toys):
    result = check_document(
        draft("A bad word, a bad word, the worst word."), [active(toys.Breaks), active(toys.Worst)]
    )
    assert [m.finding.message for m in result.marked] == ["found before the crash", '"worst" was found']
    (finding,), (problem,) = result.own, result.problems
    assert (finding.rule, finding.severity) == ("internal-error", Severity.ERROR)
    assert (problem.path, problem.rule, problem.plugin) == ("draft.txt", "breaks", "toys")
    assert "rule breaks of plugin toys broke" in problem.message
    assert "ValueError: boom (conftest.py:" in problem.message


@pytest.mark.parametrize(
    ("in_quotes", "reported"),
    [("skip", ["plain bad"]), ("only", ["quoted bad"]), ("check", ["plain bad", "quoted bad"])],
)
def test_a_rule_reports_in_quotations_what_it_declared(toys, in_quotes, reported):
    class Rule(toys.Rule):
        name = "words"
        word = r"\w+ bad"

    Rule.in_quotes = in_quotes
    document = draft("A plain bad word. “A quoted bad word,” said Ms. Orr.")
    result = check_document(document, [active(Rule)])
    assert [document.slice(m.finding.span) for m in result.marked] == reported


def test_nothing_is_reported_inside_what_a_covering_rule_reports(toys):
    document = draft("A bad word.\n\nCopy: a bad word.\n\nA bad end.\n")
    result = check_document(document, [active(toys.Bad), active(toys.Copies)])
    kept = [*compress(result.marked, standing(result.marked))]
    assert [(m.rule.rule.name, document.place(m.finding.span)) for m in kept] == [
        ("bad", "1:3"),
        ("bad", "5:3"),
        ("copies", "3:1"),
    ]


def test_a_finding_that_reaches_out_of_the_covered_words_stands(toys):
    class Long(toys.Rule):
        name = "long"
        word = "bad word.\nA"

    document = draft("Copy: a bad word.\n\nA bad end.\n")
    result = check_document(document, [active(toys.Copies), active(Long)])
    assert [m.rule.rule.name for m in compress(result.marked, standing(result.marked))] == ["copies", "long"]


@pytest.mark.parametrize("span", [Span(-1, 3), Span(3, 2), Span(0, 99)])
def test_a_finding_outside_the_text_is_a_fault_of_its_rule(toys, span):
    class Stray(toys.Rule):
        name = "stray"

        def check(self, _document, _context):
            yield Finding(span, "nowhere")

    result = check_document(draft("A bad word."), [active(Stray)])
    assert result.marked == []
    assert "ValueError" in result.problems[0].message


def test_a_finding_may_be_less_severe_than_its_rule_never_more(toys):
    document = draft("A bad word.")
    found = [
        diagnose(document, active(toys.Bad), Finding(Span(2, 5), "x", severity=severity), {}).severity
        for severity in (None, Severity.INFO, Severity.ERROR)
    ]
    assert found == [Severity.WARNING, Severity.INFO, Severity.WARNING]


def test_places_are_lines_and_columns_of_the_file(toys):
    document = draft("One.\r\n\r\nTwo is a bad word.\r\n")
    finding = Finding(Span(14, 17), "x", (Related(Span(0, 3), "here"),))
    diagnostic = diagnose(document, active(toys.Bad), finding, {})
    assert diagnostic.place == Place("draft.txt", 3, 10, 3, 13)
    assert diagnostic.related[0].place == Place("draft.txt", 1, 1, 1, 4)
    assert (diagnostic.excerpt, diagnostic.context, diagnostic.offset) == ("bad", "Two is a bad word.", 9)


def test_a_file_that_is_not_utf_8_is_named(toys):
    result = check_document(draft("Café: a bad word.".encode("cp1252")), [active(toys.Bad)])
    (finding,) = result.own
    assert (finding.rule, finding.severity, finding.excerpt) == ("encoding-fallback", Severity.INFO, "é")


SPANISH = "El puente de la calle mayor sigue cerrado, según dijo la alcaldesa a los vecinos, que piden ayuda."


def test_a_draft_in_another_language_says_so_once(toys):
    class English(toys.Bad):
        name = "toy-english"
        reads_english = True

    text = f"{SPANISH} Es bad.\n\n{SPANISH}\n".encode()
    result = check_document(draft(text), [active(toys.Bad), active(English)])
    assert [one.rule.name for one in result.marked] == ["bad"]
    (finding,) = result.own
    assert (finding.rule, finding.severity, finding.place.line) == ("not-english", Severity.INFO, 1)
    assert check_document(draft(text), [active(toys.Bad)]).own == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            f"# El puente\n\n{SPANISH}\n\n{SPANISH}\n",
            "not in English: rules that read English alone say nothing of this draft",
        ),
        (
            f"The mayor said on Monday that this was a bad idea for all of us.\n\n> {SPANISH} {SPANISH}\n",
            "most of it is not in English: rules that read English alone say nothing of that part",
        ),
    ],
)
def test_it_says_how_much_of_a_draft_is_in_another_language(toys, text, message):
    class English(toys.Bad):
        name = "toy-english"
        reads_english = True

    result = check_document(Document(read("a.md", text.encode())), [active(English)])
    assert [one.message for one in result.own] == [message]
    assert len(result.marked) == ("bad" in text)


def test_a_paragraph_in_another_language_says_nothing_of_the_draft(toys):
    class English(toys.Bad):
        name = "toy-english"
        reads_english = True

    text = "The mayor had a bad day, and the council was late for the vote on the bridge."
    result = check_document(draft(f"{text}\n\n{SPANISH} Es bad.\n\n{text}\n".encode()), [active(English)])
    assert result.own == []
    assert len(result.marked) == 2


def test_a_finding_has_short_forms():
    finding = Finding(Span(6, 9), "twice").see(Span(0, 3), "first here").noted_if(True)
    assert finding.related == (Related(Span(0, 3), "first here"),)
    assert finding.severity is Severity.INFO
    assert finding.noted_if(False) is finding
    assert Finding(Span(6, 9), "twice").noted_if(False).severity is None
