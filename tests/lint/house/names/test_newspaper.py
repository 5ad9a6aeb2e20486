"""A made-up newspaper of 3,000 stories: which slips are found, and how many warnings are right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest

from copydesk.document import Document
from copydesk.house.names.count import count_names, read_article
from copydesk.house.names.file import NamesFile, read_names, updated, write_names
from copydesk.house.names.known import Names
from copydesk.plugins.registry import load_registry
from copydesk.plugins.rule import Context
from copydesk.run.inputs import Input, read_input
from copydesk_rules.spelling.known_name import KnownName

pytestmark = pytest.mark.slow


def read(story: Any) -> Document:
    reader = load_registry(plugins=False).reader_for("story.txt")
    return read_input(Input(story.path, story.text.encode()), reader)


def findings(story: Any, names: Names) -> Iterator[tuple[str, str, str]]:
    document = read(story)
    for finding in KnownName().check(document, Context(KnownName.options, names=names)):
        severity = finding.severity or KnownName.severity
        yield severity.label, document.slice(finding.span), finding.message


def judged(stories: Any, names: Names) -> tuple[float, float, Counter[tuple[str, str]]]:
    """The part of the warnings that are right, that of the sure slips with a warning, and all counts."""
    right: Counter[bool] = Counter()
    found: Counter[tuple[str, str]] = Counter()
    for story in stories:
        levels = {}
        for level, form, message in findings(story, names):
            levels[form] = level
            meant, _ = story.wrong.get(form, ("", ""))
            if level == "warning":
                right[bool(meant) and f'"{meant}"' in message] += 1
        found.update((kind, levels.get(form, "")) for form, (_, kind) in story.wrong.items())
    sure = sum(count for (kind, _), count in found.items() if kind == "warning")
    assert sure > 100
    return right[True] / right.total(), found["warning", "warning"] / sure, found


@pytest.fixture(scope="module")
def paper(newspaper: ModuleType) -> Any:
    return newspaper.Newspaper(3_000)


@pytest.fixture(scope="module")
def names(paper: Any) -> Names:
    return count_names(map(read_article, map(read, paper.archive)))


def test_warnings_are_right_and_slips_are_found(paper: Any, names: Names) -> None:
    right, found, counts = judged(paper.drafts, names)
    assert right >= 0.95
    assert found >= 0.95
    assert counts["info", "info"] > 4 * counts["info", ""]


def test_the_file_that_is_committed_warns_of_the_same(paper: Any, names: Names) -> None:
    data = write_names(updated(NamesFile(), names.rows, 3).file)
    alone = Names(read_names(data, "names.csv").rows)
    right, found, counts = judged(paper.drafts, alone)
    assert right >= 0.95
    assert found >= 0.95
    assert counts["info", "info"] == 0


def test_nobody_who_stood_in_fewer_stories_is_in_the_file(names: Names) -> None:
    rows = updated(NamesFile(), names.rows, 3).file.rows
    assert min(row.articles for row in rows) == 3
    assert len(rows) < len(names.rows)
