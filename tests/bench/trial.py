"""A trial against a check of the same rule: processor time as ratios, afresh and from the cache.

    python tests/bench/trial.py [STORIES] [RULE]

The stories are those of a made-up newspaper, the same at every run: 10,000, and the rule is `vague-source`,
unless others are named. Each command begins without a cache and runs twice, in turns with the others.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from stopwatch import child_seconds, program

sys.path.insert(0, str(Path(__file__).parents[1]))
from newspaper import Newspaper

ROUNDS = 3


def main(stories: int = 10_000, rule: str = "vague-source") -> None:
    """Measure and print."""
    command = program("copydesk") or sys.exit("copydesk is not installed beside this Python")
    paper = Newspaper(stories)
    with TemporaryDirectory() as folder:
        archive = Path(folder, "archive")
        archive.mkdir()
        for story in (*paper.archive, *paper.drafts):
            (archive / story.path).write_text(story.text, encoding="utf-8")
        plain = ["--isolated", "--jobs", "1", str(archive)]
        lines = {
            "check": [command, "check", "--select", rule, "--fail-on", "never", *plain],
            "trial": [command, "trial", "--rule", rule, *plain],
            "trial --days 30": [command, "trial", "--rule", rule, "--days", "30", *plain],
        }
        times: dict[str, list[tuple[float, float]]] = {name: [] for name in lines}
        for number in range(ROUNDS):
            for name, line in lines.items():
                kept = {**os.environ, "COPYDESK_CACHE_DIR": str(Path(folder, f"{name}-{number}"))}
                times[name].append((child_seconds(line, kept), child_seconds(line, kept)))
        first, second = (
            subprocess.run(lines["trial"], capture_output=True, env=kept).stdout for _ in range(2)
        )
    fresh, cached = (
        {name: min(one[turn] for one in took) for name, took in times.items()} for turn in (0, 1)
    )
    print(f"{stories:,} stories, {rule}")
    for name in lines:
        print(
            f"{name:<16} {fresh[name] / fresh['check']:5.2f} × the check, "
            f"cached {cached[name] / cached['check']:5.2f} × the cached check, "
            f"{fresh[name] / cached[name]:5.1f} × as fast as at first"
        )
    print("the same twice" if first == second != b"" else "NOT the same twice")


if __name__ == "__main__":
    main(*(int(word) if word.isdigit() else word for word in sys.argv[1:]))  # type: ignore[arg-type]
