"""Every figure of speed in one run: as ratios, on a made-up corpus or on your own drafts.

    python tests/bench/all.py [--corpus FOLDER] [--json FILE] [--plot FILE.svg]

Start-up, prose checked in a second on one core and on all, memory, growth, what each part of the work costs.
proselint, codespell and write-good are measured beside it where they are installed.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from random import Random
from shutil import copyfile, which
from typing import Any

from msgspec.structs import asdict
from stopwatch import child_time, interleaved, timed
from throughput import draft

from copydesk.config.settings import Settings
from copydesk.profiling import measure, table
from copydesk.registry import load_registry
from copydesk.runner import Input, jobs_of
from copydesk.selection import select_rules

ROUNDS = 7
DRAFTS = 400
LARGE = 4_000_000
SEED = Path(__file__).parents[2] / "seeds"
FLOOR = re.compile(r"\w+")


def corpus(folder: Path, source: Path | None) -> list[Path]:
    """The drafts to measure on, copied or made up in a folder: every tenth repeats a paragraph of another."""
    random = Random(5)  # noqa: S311  nothing secret
    drafts: list[Path] = []
    files = sorted(source.rglob("*.txt"))[:DRAFTS] if source else [None] * DRAFTS
    for number, file in enumerate(files):
        path = folder / f"{number:05}.txt"
        if file is not None:
            copyfile(file, path)
        else:
            text = draft(random)
            if number % 10 == 9:
                text += b"\n" + drafts[number - 5].read_bytes().partition(b"\n")[0]
            path.write_bytes(text)
        drafts.append(path)
    return drafts


def program(name: str) -> str | None:
    """A program beside this Python, or on the path."""
    return which(name, path=str(Path(sys.executable).parent)) or which(name)


def peers(paths: Sequence[str]) -> dict[str, list[str]]:
    """The commands of other linters over the same files, for those that are installed."""
    commands = {
        "proselint": ["proselint", "check", *paths],
        "codespell": ["codespell", *paths],
        "write-good": ["write-good", *paths],
    }
    found = {name: program(command[0]) for name, command in commands.items()}
    return {name: [path, *commands[name][1:]] for name, path in found.items() if path}


def start_up(copydesk: str) -> dict[str, float]:
    """The whole process on one draft, in times `import click`."""
    seed = str(next(SEED.glob("*.txt")))
    commands = {
        "import click": [sys.executable, "-c", "import click"],
        "copydesk": [copydesk, "check", "--isolated", seed],
        **peers([seed]),
    }
    times = interleaved(list(commands.values()), ROUNDS)
    return {name: seconds / times[0] for name, seconds in zip(commands, times, strict=True)}


def throughput(copydesk: str, drafts: Sequence[Path]) -> dict[str, float]:
    """Megabytes of prose a second; what one draft takes is taken off, so that starting does not count."""
    cores = str(os.cpu_count() or 1)

    def commands(paths: list[str]) -> dict[str, list[str]]:
        check = [copydesk, "check", "--isolated", "--no-cache", "--jobs"]
        return {
            "copydesk, 1 core": [*check, "1", *paths],
            f"copydesk, {cores} cores": [*check, cores, *paths],
            **peers(paths),
        }

    one, all_ = commands([str(drafts[0])]), commands([str(path) for path in drafts])
    megabytes = sum(path.stat().st_size for path in drafts) / 1e6
    times = interleaved([*one.values(), *all_.values()], 3)
    rates = {
        name: megabytes / (longer - shorter)
        for name, shorter, longer in zip(one, times, times[len(one) :], strict=False)
    }
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in drafts]
    floor = min(timed(lambda: [FLOOR.findall(text) for text in texts]) for _ in range(ROUNDS))
    return {**rates, "one word regex": sum(map(len, texts)) / 1e6 / floor}


def growth(copydesk: str, drafts: Sequence[Path]) -> dict[str, float]:
    """How many times as long ten times the drafts take, in processor time."""
    few, many = drafts[: len(drafts) // 10], drafts

    def seconds(paths: Sequence[Path]) -> float:
        command = [copydesk, "check", "--isolated", "--no-cache", "--jobs", "1", *map(str, paths)]
        return min(timed(lambda: subprocess.run(command, capture_output=True), child_time) for _ in range(2))

    nothing = seconds(drafts[:1])
    return {"10 times the drafts": (seconds(many) - nothing) / (seconds(few) - nothing)}


def memory(copydesk: str, folder: Path, drafts: Sequence[Path]) -> dict[str, float]:
    """Peak memory in megabytes: of all drafts in one process, and of one large draft."""
    large = folder.parent / "large.txt"
    random = Random(6)  # noqa: S311  nothing secret
    with large.open("wb") as file:
        while file.tell() < LARGE:
            file.write(draft(random) + b"\n")
    peak = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], capture_output=True); "
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    measured = {}
    for name, path in {f"{len(drafts)} drafts": folder, f"a draft of {LARGE / 1e6:.0f} MB": large}.items():
        command = [copydesk, "check", "--isolated", "--no-cache", "--jobs", "1", str(path)]
        result = subprocess.run([sys.executable, "-c", peak, *command], capture_output=True, text=True)
        unit = 1e6 if sys.platform == "darwin" else 1e3
        measured[name] = int(result.stdout or 0) / unit
    return measured


def plot(results: dict[str, Any], path: Path) -> None:
    """The throughput as bars, with the machine and the date."""
    from matplotlib import pyplot

    rates = dict(sorted(results["megabytes a second"].items(), key=lambda item: item[1]))
    figure, axes = pyplot.subplots(figsize=(7, 0.5 * len(rates) + 1.4), layout="constrained")
    bars = axes.barh(list(rates), list(rates.values()), color="#8a5a00")
    axes.bar_label(bars, [f"{rate:.2f}" for rate in rates.values()], padding=4)
    axes.set_xscale("log")
    axes.set_title(f"Megabytes of prose a second\n{results['machine']}, {results['date']}", fontsize=10)
    axes.spines[["top", "right"]].set_visible(False)
    axes.margins(x=0.15)
    figure.savefig(path, metadata={"Date": None})


def main() -> None:
    """Measure, print, and write what was asked for."""
    parser = argparse.ArgumentParser(description="Every figure of speed in one run.")
    parser.add_argument("--corpus", type=Path, metavar="FOLDER", help="plain text files to measure on")
    parser.add_argument("--json", type=Path, metavar="FILE")
    parser.add_argument("--plot", type=Path, metavar="FILE.svg")
    asked = parser.parse_args()
    copydesk = program("copydesk") or sys.exit("copydesk is not installed beside this Python")
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "drafts"
        folder.mkdir()
        drafts = corpus(folder, asked.corpus)
        registry = load_registry()
        settings = Settings(tuple(select_rules(registry)))
        inputs = [Input(str(path)) for path in drafts[:100]]
        costs = measure(jobs_of(inputs, lambda _: settings.rules, registry))
        results: dict[str, Any] = {
            "machine": f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}",
            "date": date.today().isoformat(),
            "times import click": start_up(copydesk),
            "megabytes a second": throughput(copydesk, drafts),
            "times as long": growth(copydesk, drafts),
            "megabytes of memory": memory(copydesk, folder, drafts),
        }
    for title, figures in results.items():
        if isinstance(figures, dict):
            print(title)
            for name, figure in figures.items():
                print(f"  {name:28}{figure:9.2f}")
        else:
            print(f"{title}: {figures}")
    print("\n".join(table(costs)))
    results["costs"] = [asdict(cost) for cost in costs]
    if asked.json:
        asked.json.write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")
    if asked.plot:
        plot(results, asked.plot)


if __name__ == "__main__":
    main()
