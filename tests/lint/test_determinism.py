"""The same drafts give the same bytes, whatever the hash seed and the order in which they are named."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from copydesk.plugins.builtin import FORMATS
from copydesk.plugins.registry import load_registry
from copydesk.testing import examples, unmark

pytestmark = pytest.mark.slow

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture
def drafts(tmp_path: Path) -> list[Path]:
    """The seeds, and every example of every rule in six files."""
    rules = [registered.rule for registered in load_registry().rules.values()]
    texts = [unmark(case.example.text)[0] for case in examples(*rules)]
    paths = []
    folder = tmp_path / "drafts"
    folder.mkdir()
    for number in range(6):
        path = folder / f"draft{number}.txt"
        path.write_text("\n\n".join(texts[number::6]), encoding="utf-8")
        paths.append(path)
    for seed in sorted(SEEDS.iterdir()):
        path = folder / seed.name
        path.write_bytes(seed.read_bytes())
        paths.append(path)
    return paths


def test_hash_seeds_workers_and_the_order_of_the_files_change_no_format(drafts: list[Path]) -> None:
    names = [path.name for path in drafts]
    orders = [names, names[::-1], names[3:] + names[:3]]
    asked = [argument for name in FORMATS for argument in ("--output", f"{name}:../{name}.out")]
    outputs = set()
    for seed in range(10):
        jobs = ("--jobs", "4" if seed < 2 else "1")
        run = subprocess.run(
            [sys.executable, "-m", "copydesk", "check", "--format", "text", *asked, *jobs, *orders[seed % 3]],
            cwd=drafts[0].parent,
            env={**os.environ, "PYTHONHASHSEED": str(seed)},
            capture_output=True,
            check=False,
        )
        assert (run.returncode, run.stderr) == (1, b"")
        written = tuple((drafts[0].parent.parent / f"{name}.out").read_bytes() for name in FORMATS)
        outputs.add((run.stdout, *written))
    assert len(outputs) == 1
    assert outputs.pop()[1 + [*FORMATS].index("json")].count(b'"rule"') > 20
