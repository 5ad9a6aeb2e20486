"""The benches: each can be started, and what is measured gets into the documentation."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from shutil import copytree
from types import ModuleType
from xml.etree import ElementTree

import pytest

from copydesk.run.profile import Cost

ROOT = Path(__file__).parents[1]
BENCH = ROOT / "tests" / "bench"


@pytest.fixture
def benches(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, ModuleType]]:
    """Every bench as a module, by its name: nothing is measured yet."""
    monkeypatch.syspath_prepend(str(BENCH))
    names = [path.stem for path in BENCH.glob("*.py")]
    yield {name: import_module(name) for name in names}
    for name in names:
        del sys.modules[name]


def test_the_figures_get_into_the_pages(
    benches: dict[str, ModuleType], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    measured, peers = benches["all"], benches["peers"]
    docs = tmp_path / "docs"
    copytree(ROOT / "docs", docs)
    monkeypatch.setattr(measured, "DOCS", docs)
    measured.write_docs(
        [
            measured.Figure("start-up", 2.5, "× import click", 1.9),
            measured.Figure("memory", 312.4, "MB", 400),
            measured.Figure("prose in a second", 1.75, "MB", 1.4, least=True),
        ],
        [
            peers.Speed("copydesk", "1.2.0", 1.8, 1.75, "all & sundry"),
            peers.Speed("Snail", "0.1", 20.0, 0.012, "one word"),
        ],
        [Cost("all", "", 2.0, 21.0), Cost("rule", "repeated-word", 0.5, 5.25)],
        [measured.Wait("one draft", 0.12, 0.15), measured.Wait("by a cluster", None, 12.34)],
        "3 drafts",
    )
    page = (docs / "benchmarks.md").read_text(encoding="utf-8")
    assert page.startswith((ROOT / "docs" / "benchmarks.md").read_text(encoding="utf-8")[:500])
    for row in (
        "| start-up | 2.50 × import click | at most 1.9: missed |",
        "| memory | 312 MB | at most 400 |",
        "| prose in a second | 1.75 MB | at least 1.4 |",
        "| Snail | 0.1 | one word | 20.0 × | 0.012 MB |",
        "rule repeated-word                             5.25  25.0%   0.5000",
    ):
        assert f"\n{row}\n" in page
    speed = (docs / "speed.md").read_text(encoding="utf-8")
    assert "\n| one draft | 150 ms | 120 ms |\n| by a cluster | 12.3 s |  |\n" in speed
    assert speed.endswith((ROOT / "docs" / "speed.md").read_text(encoding="utf-8")[-500:])
    plot = ElementTree.parse(docs / "assets" / "benchmarks.svg")
    words = [text for one in plot.iter() if (text := (one.text or "").strip())]
    assert {"all & sundry", "1.75", "0.012"} <= set(words)
