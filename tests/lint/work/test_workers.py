"""Work that is spread over processes: the same results in the same order, and no job is lost in silence."""

from __future__ import annotations

from concurrent.futures import BrokenExecutor, Executor, Future, ThreadPoolExecutor
from contextlib import nullcontext

import pytest

from copydesk.model.report import Problem
from copydesk.plugins.registry import load_registry
from copydesk.plugins.rule import Collected
from copydesk.plugins.selection import select_rules
from copydesk.run.inputs import Input
from copydesk.run.questions import Drafts
from copydesk.run.runner import run
from copydesk.work.workers import DIED, Lost, Workers, chunks, on_executor, processes, spread

pytestmark = pytest.mark.slow

DIES = "__import__('os')._exit(3)"


def evaluate(jobs: list[str], workers: Workers) -> list[object]:
    """Evaluate expressions elsewhere."""
    return [*spread(eval, jobs, [1] * len(jobs), workers)]


def test_results_stand_in_the_order_of_the_jobs():
    assert evaluate([f"{number} * 2" for number in range(50)], processes(2)) == [2 * n for n in range(50)]


def test_a_job_that_kills_its_worker_is_lost_and_the_rest_is_done():
    jobs = ["1", "2", DIES, "4", "5", DIES, *map(str, range(7, 40))]
    expected = [1, 2, Lost(DIED), 4, 5, Lost(DIED), *range(7, 40)]
    assert evaluate(jobs, processes(2)) == expected


def test_a_worker_that_dies_once_loses_nothing(tmp_path):
    mark = str(tmp_path / "mark")
    dies_once = f"7 if __import__('os').path.exists({mark!r}) else (open({mark!r}, 'w').close(), {DIES})"
    assert evaluate(["1", dies_once, "3"], processes(2)) == [1, 7, 3]


def test_what_cannot_be_sent_is_done_here():
    assert evaluate(["(lambda: 5)", "2"], processes(1))[1] == 2
    assert [*spread(lambda job: job + 1, [1, 2], [1, 1], processes(1))] == [2, 3]


def test_an_executor_that_fails_is_no_traceback():
    with ThreadPoolExecutor(1) as executor:
        (lost,) = evaluate(["1 / 0"], on_executor(executor))
    assert lost == Lost("no worker did it: ZeroDivisionError: division by zero")


def test_progress_counts_jobs():
    seen = []
    with ThreadPoolExecutor(1) as executor:
        spreading = spread(
            abs, [-1, -2, -3], [1, 1, 1], on_executor(executor, 1), lambda *counts: seen.append(counts)
        )
        assert [*spreading] == [1, 2, 3]
    assert seen[-1] == (3, 3)
    assert sorted(seen) == seen


@pytest.mark.parametrize(
    ("sizes", "width", "expected"),
    [
        ([], 2, []),
        ([5], 2, [[0]]),
        ([1] * 4, 1, [[0], [1], [2], [3]]),
        ([1_000_000, 1, 1, 1_000_000], 1, [[0], [1, 2, 3]]),
        ([10] * 12, 1, [[0, 1, 2], [3, 4, 5], [6, 7], [8], [9], [10], [11]]),
    ],
)
def test_chunks(sizes, width, expected):
    assert list(chunks(sizes, width)) == expected


class OneDies(Executor):
    """Does the work at once; whoever gets a certain draft dies."""

    def __init__(self, deadly: str) -> None:
        self.deadly = deadly

    def submit(self, function, /, *args, **kwargs):
        future: Future[object] = Future()
        if self.deadly in repr(args):
            future.set_exception(BrokenExecutor("gone"))
        else:
            future.set_result(function(*args, **kwargs))
        return future


def test_a_draft_that_kills_its_worker_is_a_problem_and_the_rest_is_checked():
    registry = load_registry(plugins=False)
    drafts = [Input(f"{name}.txt", b"The the word.") for name in "abc"]
    workers = Workers(lambda _: nullcontext(OneDies("b.txt")), 1)
    report = run(drafts, select_rules(registry), registry, workers=workers)
    assert [(problem.path, problem.message) for problem in report.problems] == [
        ("b.txt", f"was not checked: {DIED}")
    ]
    assert [finding.place.path for finding in report.findings] == ["a.txt", "c.txt"]


def test_a_draft_that_kills_its_worker_gives_no_answer_and_the_rest_does():
    drafts = Drafts(
        [Input(f"{name}.txt", b"The the word.") for name in "abc"],
        load_registry(plugins=False),
        Workers(lambda _: nullcontext(OneDies("b.txt")), 1),
    )
    assert [*drafts.ask(path_of)] == ["a.txt", "c.txt"]
    assert drafts.unread == {"b.txt": Problem(f"was not read: {DIED}", "b.txt")}


def test_a_draft_that_breaks_an_analysis_gives_no_answer_and_the_rest_does():
    def ask(document):
        return 1 / (document.source.path != "b.txt")

    drafts = Drafts([Input(f"{name}.txt", b"A word.") for name in "abc"], load_registry(plugins=False))
    assert [*drafts.ask(ask)] == [1, 1]
    assert drafts.unread["b.txt"].message.startswith("an analysis broke: ZeroDivisionError: division by zero")


def path_of(document):
    return document.source.path


@pytest.mark.parametrize(
    "command", [["usage"], ["usage", "--format", "json"], ["duplicates"], ["duplicates", "--format", "json"]]
)
def test_an_archive_answers_two_processes_what_it_answers_one(command, copydesk, folder):
    storm = "The storm took the roof off the school on Tuesday night, and 46 people slept in the gym."
    folder({f"{n:02}.txt": f"{storm}\n\nThe landmine is no land mine, said number {n}.\n" for n in range(20)})
    alone, spread = (copydesk(*command, ".", "gone.txt", "--jobs", jobs) for jobs in "12")
    assert (alone.code, alone.err) == (2, "copydesk: gone.txt: there is no such file or folder\n")
    assert "20" in alone.out
    assert spread == alone


def test_one_process_and_three_say_the_same():
    registry = load_registry(plugins=False)
    shared = "The council voted on Monday to close the old bridge until the end of the year, it said."
    drafts = [
        Input(f"{number}.md", f"# Number {number}\n\n{shared}\n\nThe the landmine {number}.\n".encode())
        for number in range(30)
    ]
    drafts.append(Input("gone.txt"))
    rules = select_rules(registry)
    alone = run(drafts, rules, registry)
    assert len(alone.findings) >= 30
    assert [problem.path for problem in alone.problems] == ["gone.txt"]
    assert run(drafts, rules, registry, workers=processes(3)) == alone


def test_a_rule_that_keeps_what_cannot_be_sent_still_works(registry_of, toys):
    class Odd(toys.FirstWord):
        name = "odd"

        def collect(self, document, context):
            word, span = super().collect(document, context)
            return word, span, lambda: None

        def check(self, drafts, context):
            return super().check([Collected(draft.path, draft.facts[:2]) for draft in drafts], context)

    registry = registry_of(Odd, toys.Breaks)
    drafts = [Input("a.txt", b"A bad word."), Input("b.txt", b"A word.")]
    alone = run(drafts, select_rules(registry), registry)
    assert {finding.rule for finding in alone.findings} == {"odd", "breaks", "internal-error"}
    with ThreadPoolExecutor(2) as executor:
        assert run(drafts, select_rules(registry), registry, workers=on_executor(executor)) == alone
