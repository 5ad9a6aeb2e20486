"""Many drafts, checked: order, what cannot be read, and rules across drafts."""

from __future__ import annotations

import os
import pickle

import pytest
from msgspec.structs import replace

from copydesk.errors import UnreadableError
from copydesk.model.finding import Finding, Related, Severity
from copydesk.model.prose import Span
from copydesk.model.report import CheckedDraft, Place, Plugin, Problem
from copydesk.plugins.discovery import load_plugins
from copydesk.plugins.hooks import hookimpl
from copydesk.plugins.registry import Registry
from copydesk.plugins.rule import DraftFinding
from copydesk.plugins.selection import select_rules
from copydesk.readers import Reader
from copydesk.run.inputs import Input
from copydesk.run.jobs import check_input
from copydesk.run.runner import run


def found(report):
    return [(f.place.path, f.place.line, f.place.column, f.rule) for f in report.findings]


def test_drafts_are_checked_in_the_order_of_their_paths(check, toys):
    report = check({"b.txt": "A bad word.", "a.txt": "The worst of bad words."}, toys.Bad, toys.Worst)
    assert [draft.path for draft in report.drafts] == ["a.txt", "b.txt"]
    assert found(report) == [
        ("a.txt", 1, 5, "worst"),
        ("a.txt", 1, 14, "bad"),
        ("b.txt", 1, 3, "bad"),
    ]


def test_the_order_of_the_arguments_changes_nothing(check, toys):
    drafts = {"b.txt": "Bad, bad words.", "a.txt": "A hint of bad words.", "c.txt": "Bad, worst."}
    rules = [toys.Bad, toys.Worst, toys.Hint, toys.FirstWord]
    backwards = dict(reversed(drafts.items()))
    assert check(drafts, *rules) == check(backwards, *reversed(rules))


def test_infos_come_after_the_rest_of_their_draft(check, toys):
    report = check({"a.txt": "A hint of a bad word.", "b.txt": "The worst."}, toys.Bad, toys.Hint, toys.Worst)
    assert [f.rule for f in report.findings] == ["bad", "hint", "worst"]


def test_a_draft_named_twice_is_checked_once(registry_of, toys):
    registry = registry_of(toys.Bad)
    report = run([Input("a.txt", b"A bad word.")] * 2, select_rules(registry), registry)
    assert len(report.drafts) == len(report.findings) == 1


def test_the_report_says_how_each_draft_was_read(check, toys):
    report = check({"a.txt": "A good word.", "b.text": "Café".encode("cp1252")}, toys.Bad)
    assert report.drafts[0] == CheckedDraft("a.txt", "plain", 3, "utf-8")
    assert report.drafts[1].encoding == "windows-1252"
    assert report.plugins == (Plugin("toys"),)


def test_columns_count_code_points_and_lines_end_where_they_end_in_files(check, toys):
    report = check({"a.txt": "One\u2028line.\r\n\r\n\tCafe\u0301 😀 bad.\r\rbad."}, toys.Bad)
    assert [(line, column) for _, line, column, _ in found(report)] == [(3, 10), (5, 1)]


class TestWhatCannotBeRead:
    def run_over(self, registry_of, toys, *paths):
        registry = registry_of(toys.Bad)
        return run([Input(path) for path in paths], select_rules(registry), registry)

    def test_the_rest_is_checked(self, registry_of, toys, folder):
        folder({"a.txt": "A bad word."})
        report = self.run_over(registry_of, toys, "missing.txt", "a.txt")
        assert found(report) == [("a.txt", 1, 3, "bad")]
        assert report.problems == (Problem("there is no such file or folder", "missing.txt"),)

    def test_a_folder_is_no_draft(self, registry_of, toys, folder):
        folder({"drafts/a.txt": ""})
        (problem,) = self.run_over(registry_of, toys, "drafts").problems
        assert problem.path == "drafts"
        assert "is not a file but a folder, a pipe or a device" in problem.message

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
    def test_a_pipe_is_named_and_not_waited_for(self, registry_of, toys, folder):
        os.mkfifo(folder({}) / "pipe.txt")
        (problem,) = self.run_over(registry_of, toys, "pipe.txt").problems
        assert "a pipe or a device" in problem.message

    @pytest.mark.skipif(
        not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is forbidden to this user"
    )
    def test_a_file_that_may_not_be_read(self, registry_of, toys, folder):
        (folder({"a.txt": "A bad word."}) / "a.txt").chmod(0)
        (problem,) = self.run_over(registry_of, toys, "a.txt").problems
        assert problem.message == "cannot be read: permission denied"

    @pytest.mark.parametrize(
        ("error", "message"),
        [
            (UnreadableError("not an odd file: no magic at byte 0"), "not an odd file: no magic at byte 0"),
            (RecursionError("too deep"), "cannot be read: the odd reader broke: RecursionError: too deep"),
            (MemoryError(), "cannot be read: the odd reader broke: MemoryError: "),
        ],
    )
    def test_a_reader_that_gives_up(self, toys, error, message):
        def read(_path, _data):
            raise error

        class Odd(toys.Plugin):
            @hookimpl
            def copydesk_readers(self):
                return [Reader("odd", (".odd",), read)]

        plugins, _ = load_plugins([])
        plugins["odd"] = Odd(toys.Bad)
        registry = Registry(plugins)
        inputs = [Input("a.odd", b""), Input("b.txt", b"A bad word.")]
        report = run(inputs, select_rules(registry), registry)
        assert report.problems == (Problem(message, "a.odd"),)
        assert found(report) == [("b.txt", 1, 3, "bad")]


def test_a_rule_that_breaks_on_one_draft_is_named_and_the_run_goes_on(check, toys):
    report = check({"a.txt": "A bad word.", "b.txt": "Good."}, toys.Breaks, toys.Bad)
    assert found(report) == [
        ("a.txt", 1, 1, "internal-error"),
        ("a.txt", 1, 3, "bad"),
        ("a.txt", 1, 3, "breaks"),
    ]
    assert report.findings[0].severity is Severity.ERROR
    assert [(p.path, p.rule, p.plugin) for p in report.problems] == [("a.txt", "breaks", "toys")]
    assert len(report.drafts) == 2


def test_a_finding_that_points_at_another_draft_from_within_one_is_a_fault_of_its_rule(check, toys):
    class Stray(toys.Rule):
        name = "stray"

        def check(self, document, _context):
            span = toys.find(document, "bad")[0]
            yield Finding(span, "somewhere", (Related(span, "else", "b.txt"),))

    report = check({"a.txt": "A bad word.", "b.txt": "bad"}, Stray)
    assert [(problem.path, problem.rule) for problem in report.problems] == [("a.txt", "stray")]


def test_plugins_that_did_not_load_are_problems_of_every_run(toys):
    plugins, _ = load_plugins([])
    plugins["toys"] = toys.Plugin(toys.Bad)
    registry = Registry(plugins, ["plugin house was not loaded"])
    report = run([Input("a.txt", b"")], select_rules(registry), registry)
    assert report.problems == (Problem("plugin house was not loaded"),)


def test_progress_is_told_after_each_draft(registry_of, toys):
    registry, told = registry_of(toys.Bad), []
    inputs = [Input(name, b"") for name in ("a.txt", "b.txt")]
    run(inputs, select_rules(registry), registry, lambda *step: told.append(step))
    assert told == [(1, 2), (2, 2)]


def test_the_work_on_one_draft_can_be_sent_to_another_process_and_back(registry_of, toys):
    registry = registry_of(toys.Bad, toys.FirstWord)
    work = Input("a.txt", b"A bad word."), registry.readers["plain"], select_rules(registry)
    checked = check_input(*pickle.loads(pickle.dumps(work)))  # noqa: S301  our own bytes
    again = pickle.loads(pickle.dumps(checked))  # noqa: S301
    assert again == checked
    assert [placed.diagnostic.message for placed in again.undecided.placed] == ['"bad" was found']
    assert again.facts == checked.facts == {"first-word": ("A", Span(0, 1))}


def test_what_is_found_in_many_drafts_is_packed_and_the_same(monkeypatch, registry_of, toys):
    registry = registry_of(toys.Bad, toys.Worst, toys.Copies, toys.FirstWord)
    texts = {
        "a.txt": "Copy: a bad word, the worst.",
        "b.txt": "Copy: a bad end. [stet: bad -- a quotation]",
        "c.txt": "A good word. [stet: worst]",
        "caf\udce9.txt": "Copy of a bad word.",
        "d.md": "\xff",
    }
    drafts = [Input(path, text.encode("latin-1")) for path, text in texts.items()]
    for rules in (select_rules(registry), select_rules(registry, ignore=["first-word"])):
        as_they_are = run(drafts, rules, registry)
        with monkeypatch.context() as patch:
            patch.setattr("copydesk.run.runner.WORTH_PACKING", 0)
            packed = run(drafts, rules, registry)
        assert packed == as_they_are
        kept = {draft.path: type(draft.kept) for draft in packed.findings.drafts}
        assert kept == {path: tuple if path == "caf\udce9.txt" else bytes for path in kept}
        assert {type(draft.kept) for draft in as_they_are.findings.drafts} == {tuple}


class TestRulesAcrossDrafts:
    def test_they_judge_all_drafts_once_and_point_from_one_to_another(self, registry_of, toys, folder):
        folder({"a.txt": "Council meets.", "b.txt": "Nothing.", "c.txt": "\nCouncil votes."})
        registry = registry_of(toys.FirstWord)
        inputs = [Input(name) for name in ("c.txt", "b.txt", "a.txt")]
        (finding,) = run(inputs, select_rules(registry), registry).findings
        assert finding.place == Place("c.txt", 2, 1, 2, 8)
        assert finding.excerpt == "Council"
        assert [related.place for related in finding.related] == [Place("a.txt", 1, 1, 1, 8)]

    def test_standard_input_is_placed_from_the_bytes_that_came(self, check, toys):
        report = check({"<stdin>": "Council meets.", "a.txt": "Council votes."}, toys.FirstWord)
        assert [f.place.path for f in report.findings] == ["a.txt"]
        assert report.findings[0].related[0].place.path == "<stdin>"

    def test_what_they_say_of_quotations_holds(self, check, toys):
        drafts = {"a.txt": "Bad, he said.", "b.txt": "“Bad,” he said."}
        assert check(drafts, toys.FirstWord).findings == ()

    def test_nothing_is_reported_inside_what_they_cover(self, check, toys):
        class Cover(toys.FirstWord):
            name = "cover"
            covers = True

            def check(self, drafts, context):
                for found in super().check(drafts, context):
                    path, finding = found.path, found.finding
                    span = replace(finding.span, end=finding.span.end + 4)
                    yield DraftFinding(path, Finding(span, finding.message, finding.related))

        drafts = {"a.txt": "The bad word.", "b.txt": "The bad word, a bad word."}
        assert found(check(drafts, toys.Bad, Cover)) == [
            ("a.txt", 1, 5, "bad"),
            ("b.txt", 1, 1, "cover"),
            ("b.txt", 1, 17, "bad"),
        ]

    def test_their_findings_are_not_reported_inside_covered_words(self, check, toys):
        drafts = {"a.txt": "Copy: one.", "b.txt": "Copy: one."}
        report = check(drafts, toys.FirstWord, toys.Copies)
        assert [rule for *_, rule in found(report)] == ["copies", "copies"]

    def test_one_that_breaks_keeps_what_it_had_found(self, check, toys):
        class Breaks(toys.FirstWord):
            name = "breaks"

            def check(self, drafts, context):
                yield from super().check(drafts, context)
                raise ValueError("boom")

        report = check({"a.txt": "The word.", "b.txt": "The word."}, Breaks, toys.Bad)
        assert found(report) == [("a.txt", 1, 1, "internal-error"), ("b.txt", 1, 1, "breaks")]
        assert [(p.path, p.rule) for p in report.problems] == [("a.txt", "breaks")]

    def test_one_that_breaks_while_it_collects_says_nothing_of_that_draft(self, check, toys):
        report = check({"a.txt": "Word.", "b.txt": "", "c.txt": "Word."}, toys.FirstWord)
        assert found(report) == [("b.txt", 1, 1, "internal-error"), ("c.txt", 1, 1, "first-word")]

    def test_a_finding_in_a_draft_that_was_not_checked_is_a_fault_of_the_rule(self, check, toys):
        class Stray(toys.FirstWord):
            name = "stray"

            def check(self, drafts, _context):
                yield DraftFinding("elsewhere.txt", Finding(drafts[0].facts[1], "lost"))

        report = check({"a.txt": "Word.", "b.txt": "Word."}, Stray)
        assert found(report) == [("a.txt", 1, 1, "internal-error")]

    def test_a_draft_alone_is_compared_with_none(self, check, toys):
        class Broken(toys.FirstWord):
            name = "broken"

            def collect(self, document, _context):
                raise RuntimeError(document.source.path)

        assert found(check({"a.txt": "Word."}, Broken)) == []

    def test_a_draft_that_is_gone_when_its_place_is_needed_is_a_problem(self, registry_of, toys, folder):
        root = folder({"a.txt": "Council meets.", "b.txt": "Council votes."})

        class Vanishes(toys.FirstWord):
            name = "vanishes"

            def check(self, drafts, context):
                yield from super().check(drafts, context)
                (root / "a.txt").unlink()

        registry = registry_of(Vanishes)
        report = run([Input("a.txt"), Input("b.txt")], select_rules(registry), registry)
        (problem,) = report.problems
        assert (problem.path, problem.rule) == ("b.txt", None)
        assert problem.message.startswith("changed during the run: ")
