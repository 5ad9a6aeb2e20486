"""Every figure of speed in one run: as ratios, on made-up drafts or on your own.

    python tests/bench/all.py [--drafts N] [--corpus FOLDER] [--json FILE] [--docs]

Start-up, prose checked in a second on one core, two cores, growth, memory, the cache, what each part of the
work costs. proselint, codespell and write-good are measured beside it where they are installed. `--docs` puts
the figures and the plot into docs/benchmarks.md. It takes some minutes: the machine should do nothing else.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from time import perf_counter

from chart import bars
from corpus import SEED, book, write_drafts
from msgspec import Struct
from msgspec.structs import asdict
from stopwatch import CLICK, child_seconds, copydesk, interleaved, peak_memory, program, timed

from copydesk.plugins.registry import load_registry
from copydesk.plugins.selection import select_rules
from copydesk.run.inputs import Input
from copydesk.run.profile import Cost, measure, table
from copydesk.run.runner import jobs_of

STARTS = 15
ROUNDS = 3
DRAFTS = 2_000
SAMPLE = 10
"""One draft in so many is read by the other linters too, and profiled."""

BOOK = 10_000_000
DOCS = Path(__file__).parents[2] / "docs"
FLOOR = re.compile(r"\w+")
PEERS = {"proselint": ["check"], "codespell": [], "write-good": []}
CORES = os.cpu_count() or 1


class Figure(Struct, frozen=True):
    """Something that was measured.

    bar  the most it may be; the least where it is told with `least`; None where it is told for comparison
    """

    name: str
    value: float
    unit: str
    bar: float | None = None
    least: bool = False

    @property
    def verdict(self) -> str:
        """The bar, and whether the figure keeps to it."""
        if self.bar is None:
            return ""
        missed = self.value < self.bar if self.least else self.value > self.bar
        return f"at {'least' if self.least else 'most'} {self.bar:g}{': missed' if missed else ''}"


def peers(paths: Sequence[str]) -> dict[str, list[str]]:
    """The commands of other linters over the same files, for those that are installed."""
    found = {name: program(name) for name in PEERS}
    return {name: [path, *PEERS[name], *paths] for name, path in found.items() if path}


def start_up() -> Iterator[Figure]:
    """The whole process on one draft, against `import click`."""
    commands = {"copydesk": copydesk(str(SEED)), **peers([str(SEED)])}
    floor, *times = interleaved([CLICK, *commands.values()], STARTS)
    for name, seconds in zip(commands, times, strict=True):
        yield Figure(f"start-up, {name}", seconds / floor, "× import click", _bar(name, 2))


def _bar(name: str, bar: float) -> float | None:
    return bar if name == "copydesk" else None


def throughput(drafts: Sequence[Path]) -> Iterator[Figure]:
    """Megabytes of prose a second. Of the other linters, what one draft takes is taken off."""
    sample = drafts[::SAMPLE]
    one = {"copydesk": copydesk("--jobs", "1", str(drafts[0])), **peers([str(drafts[0])])}
    few = {"copydesk": copydesk("--jobs", "1", *map(str, sample)), **peers([*map(str, sample)])}
    times = interleaved([*one.values(), *few.values()], ROUNDS)
    rates = {
        name: _megabytes(sample) / (longer - shorter)
        for name, shorter, longer in zip(one, times, times[len(one) :], strict=False)
    }
    for name, rate in rates.items():
        yield Figure(f"prose, {name}", rate, "MB/s", _bar(name, 1.5), least=True)
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in drafts]
    floor = min(timed(lambda: [FLOOR.findall(text) for text in texts]) for _ in range(ROUNDS))
    yield Figure("prose, one word regex", sum(map(len, texts)) / 1e6 / floor, "MB/s")
    if "proselint" in rates:
        yield Figure("copydesk against proselint", rates["copydesk"] / rates["proselint"], "×", 5, least=True)


def _megabytes(drafts: Sequence[Path]) -> float:
    return sum(path.stat().st_size for path in drafts) / 1e6


def cores(folder: Path) -> Iterator[Figure]:
    """Two processes against one, over all drafts."""
    if CORES > 1:
        commands = [copydesk("--jobs", jobs, str(folder)) for jobs in "12"]
        alone, together = interleaved(commands, ROUNDS, perf_counter)
        yield Figure("two cores against one", alone / together, "×", 1.7, least=True)


def growth(drafts: Sequence[Path]) -> Iterator[Figure]:
    """How many times as long ten times the drafts take, in processor time."""
    few, many = (
        min(child_seconds(copydesk("--jobs", "1", *map(str, paths))) for _ in range(2))
        for paths in (drafts[::SAMPLE], drafts)
    )
    yield Figure(f"{SAMPLE} times the drafts", few and many / few, "× the time", 11)


def cache(folder: Path) -> Iterator[Figure]:
    """How many times as fast nothing new is found."""
    environment = {**os.environ, "COPYDESK_CACHE_DIR": str(folder.parent / "cache")}
    command = [word for word in copydesk("--jobs", "1", str(folder)) if word != "--no-cache"]
    first, second = (child_seconds(command, environment) for _ in range(2))
    yield Figure("unchanged drafts, from the cache", first / second, "× as fast", 10, least=True)


def memory(folder: Path, count: int) -> Iterator[Figure]:
    """Peak memory of all drafts in one process, and of one large draft."""
    large = folder.parent / "book.txt"
    large.write_bytes(book(BOOK))
    for name, path, bar in (
        (f"{count:,} drafts", folder, 150),
        (f"one draft of {BOOK / 1e6:.0f} MB", large, 600),
    ):
        yield Figure(f"memory, {name}", peak_memory(copydesk("--jobs", "1", str(path))), "MB", bar)


def costs(drafts: Sequence[Path]) -> list[Cost]:
    """What each part of the work costs."""
    registry = load_registry()
    rules = select_rules(registry)
    inputs = [Input(str(path)) for path in drafts]
    return measure(jobs_of(inputs, lambda _: rules, registry))


def machine() -> str:
    """What the figures were measured on."""
    try:
        cpuinfo = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except OSError:
        cpuinfo = ""
    model = re.search(r"model name\s*: (.+)", cpuinfo)
    processor = model[1] if model else platform.processor() or platform.machine()
    return f"{CORES} cores ({processor}), Python {platform.python_version()}, {date.today().isoformat()}"


def write_docs(figures: Sequence[Figure], parts: Sequence[Cost]) -> None:
    """Put the figures into the page, and the plot beside it."""
    rows = [f"| {one.name} | {one.value:.2f} {one.unit} | {one.verdict} |" for one in figures]
    body = "\n".join(
        [
            f"Measured on {machine()}.\n",
            "| what | figure | bar |\n|---|---|---|",
            *rows,
            "\n## What each part costs\n\n```text",
            *table(parts),
            "```",
        ]
    )
    page = DOCS / "benchmarks.md"
    text = page.read_text(encoding="utf-8")
    before, begin, rest = text.partition("<!-- figures -->\n")
    _, end, after = rest.partition("<!-- end of the figures -->")
    page.write_text(f"{before}{begin}\n{body}\n\n{end}{after}", encoding="utf-8")
    rates = {one.name.removeprefix("prose, "): one.value for one in figures if one.unit == "MB/s"}
    plot = bars(rates, "Megabytes of prose checked in a second, on one core", machine())
    (DOCS / "assets" / "benchmarks.svg").write_text(plot, encoding="utf-8")


def main() -> None:
    """Measure, print, and write what was asked for."""
    parser = argparse.ArgumentParser(description="Every figure of speed in one run.")
    parser.add_argument("--drafts", type=int, default=DRAFTS, metavar="N", help="how many (default: 2000)")
    parser.add_argument("--corpus", type=Path, metavar="FOLDER", help="plain text files to measure on")
    parser.add_argument("--json", type=Path, metavar="FILE")
    parser.add_argument("--docs", action="store_true", help="renew docs/benchmarks.md")
    asked = parser.parse_args()
    for name in PEERS.keys() - peers([]).keys():
        print(f"{name} is not installed, and left out", file=sys.stderr)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "drafts"
        folder.mkdir()
        drafts = write_drafts(folder, asked.drafts, asked.corpus)
        figures = []
        print(machine())
        for measured in (
            start_up(),
            throughput(drafts),
            cores(folder),
            growth(drafts),
            cache(folder),
            memory(folder, len(drafts)),
        ):
            for figure in measured:
                print(f"{figure.name:36}{figure.value:8.2f} {figure.unit:16}{figure.verdict}", flush=True)
                figures.append(figure)
        parts = costs(drafts[::SAMPLE])
    print("\n".join(table(parts)))
    if asked.json:
        results = {"machine": machine(), "figures": [*map(asdict, figures)], "costs": [*map(asdict, parts)]}
        asked.json.write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")
    if asked.docs:
        write_docs(figures, parts)


if __name__ == "__main__":
    main()
