"""The people of an archive: what counting them costs beside reading them, and what a check costs then.

    python tests/bench/names.py             300, 1,000 and 3,000 stories
    python tests/bench/names.py --all       10,000 too

The stories are those of a made-up newspaper, the same at every run. Columns: processor seconds to find the
people of the archive; to find and count them, as a part of that; to look for slips in a draft, as a part of
finding its people; the most memory of `copydesk names count`; the part of the warnings that are right; the
part of the sure slips that are found.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from types import SimpleNamespace

from stopwatch import peak_memory, program, timed

sys.path.insert(0, str(Path(__file__).parents[1]))
from newspaper import Newspaper, Story

from copydesk.document import Document
from copydesk.house.names.count import count_names, read_article
from copydesk.house.names.known import Names
from copydesk.plugins.registry import load_registry
from copydesk.plugins.rule import Context
from copydesk.run.inputs import Input, read_input
from copydesk_rules.spelling.known_name import KnownName

STEPS = [300, 1_000, 3_000]
LARGEST = 10_000
COLUMNS = ("stories", "people s", "count", "check", "MB", "right", "found")


def read(story: Story) -> Document:
    """The document of a story."""
    return read_input(
        Input(story.path, story.text.encode()), load_registry(plugins=False).reader_for("a.txt")
    )


def measure(count: int) -> SimpleNamespace:
    """Measure a newspaper of some stories."""
    paper = Newspaper(count)
    read_article(read(paper.archive[0]))  # what is imported on first use is not to be measured
    found: list[Names] = []
    people = timed(lambda: [len(read(story).people.all) for story in paper.archive], process_time)
    counting = timed(
        lambda: found.append(count_names(map(read_article, map(read, paper.archive)))), process_time
    )
    context = Context(KnownName.options, names=found[0])
    documents = [*map(read, paper.drafts)]
    reading = timed(lambda: [len(document.people.all) for document in documents], process_time)
    reports: list[dict[str, str]] = []

    def check() -> None:
        for document in documents:
            findings = KnownName().check(document, context)
            reports.append({document.slice(one.span): one.message for one in findings if one.severity == 2})

    checking = timed(check, process_time)
    right = [
        bool(meant := story.wrong.get(form)) and f'"{meant[0]}"' in message
        for story, report in zip(paper.drafts, reports, strict=True)
        for form, message in report.items()
    ]
    sure = [
        form in report
        for story, report in zip(paper.drafts, reports, strict=True)
        for form, (_, kind) in story.wrong.items()
        if kind == "warning"
    ]
    with TemporaryDirectory() as folder:
        for story in paper.archive:
            (Path(folder) / story.path).write_text(story.text, encoding="utf-8")
        memory = peak_memory(
            [program("copydesk") or "copydesk", "names", "count", folder, "--no-cache", "--jobs", "1"]
        )
    return SimpleNamespace(
        people=people,
        counting=counting / people,
        checking=checking / reading,
        memory=memory,
        right=sum(right) / max(1, len(right)),
        found=sum(sure) / max(1, len(sure)),
    )


def main() -> None:
    """Measure and print."""
    print(*(f"{column:>9}" for column in COLUMNS), sep="")
    for count in STEPS + ([LARGEST] if "--all" in sys.argv else []):
        one = measure(count)
        print(
            f"{count:>9,}{one.people:>9.1f}{one.counting:>9.2f}{one.checking:>9.2f}{one.memory:>9.0f}"
            f"{one.right:>9.3f}{one.found:>9.3f}"
        )


if __name__ == "__main__":
    main()
