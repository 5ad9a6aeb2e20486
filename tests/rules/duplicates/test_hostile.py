"""Drafts that would take hours, or all memory, if anything were compared with everything."""

from __future__ import annotations

import pytest

from copydesk.plugins.registry import load_registry
from copydesk.plugins.selection import select_rules
from copydesk.run.inputs import Input
from copydesk.run.runner import run

pytestmark = pytest.mark.hostile

LINE = "The council voted on Monday to close the old bridge for repairs, and three members left the room."
LONG = " ".join(f"word{number % 7001} of {number % 13}" for number in range(300_000))

DRAFTS = {
    "20,000 identical lines": "\n".join([LINE] * 20_000),
    "5,000 lines that differ in a word": "\n".join(LINE.replace("three", str(n)) for n in range(5_000)),
    "one paragraph of nearly 5 MB": LONG[:4_900_000],
    "two like paragraphs of 1 MB": f"{LONG[:1_000_000]}\n{LONG[:950_000]} end.",
    "paragraphs of one repeated word": "\n".join(["bridge " * 500] * 400),
    "sentences of one repeated word": "Bridge bridge bridge bridge bridge bridge bridge bridge. " * 10_000,
    "3,000 identical quotations": "“The bridge was never safe for heavy trucks,” Ann Orr said. " * 3_000,
}


@pytest.mark.parametrize("text", DRAFTS.values(), ids=DRAFTS.keys())
def test_it_ends(text: str) -> None:
    registry = load_registry()
    rules = select_rules(registry, ["duplicates"])
    report = run([Input("draft.txt", text.encode())], rules, registry)
    assert report.problems == ()
    assert len(report.drafts) == 1
