"""Every figure of speed in one run, as ratios where there is something to compare with.

    python tests/bench/all.py [--corpus FOLDER] [--styles FOLDER] [--json FILE] [--docs]

What a draft costs is measured on FOLDER's plain text, best real articles, or on drafts that are made up;
what many cost, always on drafts that are made up. Other linters are measured beside it where they are
installed (`peers.py`); `--styles` names a folder that `vale sync` filled. `--docs` puts the figures into
docs/benchmarks.md and docs/speed.md.

Time is processor time, unless it says otherwise. It is measured on a Python that was compiled with a profile
of itself, as most users have one: where the one that runs this was not, on another of this machine, in an
environment made for it. `--python` names one, `--here` takes the one that runs this. It takes some ten
minutes: the machine should do nothing else.
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
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from time import perf_counter

import hostile
import keystrokes
from builds import build, environment, find_profiled, is_profiled
from chart import bars, digits
from corpus import SEED, book, write_drafts
from msgspec import Struct
from msgspec.structs import asdict
from peers import STARTS, Peer, Sample, Speed, peers, rates, starts
from stopwatch import child_seconds, child_time, copydesk, interleaved, peak_memory, program, timed

from copydesk.plugins.registry import load_registry
from copydesk.plugins.selection import select_rules
from copydesk.run.inputs import Input
from copydesk.run.profile import Cost, measure, table
from copydesk.run.runner import jobs_of
from copydesk.version import __version__

ROUNDS = 3
OWN_STARTS = 20
SAMPLE = 200
"""Drafts that what a draft costs is measured on."""

DRAFTS = 1_000
MANY = 20_000
COMMIT, PULL_REQUEST = 5, 20
BOOK = 10_000_000
BESIDE = ("proselint", "codespell")
"""Other linters written in Python, which are measured in the same environment."""

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
CORES = os.cpu_count() or 1

MODULES = """
import sys
from copydesk.commands.cli import main
try:
    main(sys.argv[1:])
except SystemExit:
    print(len(sys.modules), file=sys.stderr)
"""


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
    def text(self) -> str:
        """The value with its unit."""
        digits = 0 if self.value >= 100 else 2
        return f"{self.value:,.{digits}f} {self.unit}".rstrip()

    @property
    def verdict(self) -> str:
        """The bar, and whether the figure keeps to it."""
        if self.bar is None:
            return ""
        missed = self.value < self.bar if self.least else self.value > self.bar
        return f"at {'least' if self.least else 'most'} {self.bar:g}{': missed' if missed else ''}"


class Wait(Struct, frozen=True):
    """A run as a user waits for it.

    seconds    of processor time; None where others did the work
    wall_time  seconds by the clock
    """

    name: str
    seconds: float | None
    wall_time: float


def passes(drafts: Sequence[Path], parts: list[Cost]) -> Iterator[Figure]:
    """How many times as long everything takes as one pattern that finds the words; fills `parts`."""
    registry = load_registry()
    rules = select_rules(registry)
    jobs = jobs_of([Input(str(path)) for path in drafts], lambda _: rules, registry)
    parts += min((measure(jobs) for _ in range(ROUNDS)), key=lambda costs: costs[0].ratio)
    yield Figure("reading, analyses and rules", parts[0].ratio, "passes of one word regex", 22)
    megabytes = sum(path.stat().st_size for path in drafts) / 1e6
    yield Figure("one word regex in a second", megabytes * parts[0].ratio / parts[0].seconds, "MB")


def rate(sample: Sample, others: Sequence[Peer], speeds: list[Speed]) -> Iterator[Figure]:
    """Megabytes of prose in a second, of copydesk and of the others; fills `speeds`."""
    commands: dict[str, Callable[[Path], list[str]]] = {"copydesk": _alone}
    commands |= {peer.name: peer.over for peer in others}
    found = rates(commands, sample)
    starting = starts(commands, sample.first(1), STARTS)
    checks = f"people, sources, repetition, spelling, usage: {len(select_rules(load_registry()))} rules"
    speeds.append(Speed("copydesk", __version__, starting["copydesk"], found["copydesk"], checks))
    speeds += [
        Speed(peer.name, peer.version, starting[peer.name], found[peer.name], peer.checks) for peer in others
    ]
    yield Figure("prose in a second", found["copydesk"], "MB", 1.4, least=True)
    if "proselint" in found:
        yield Figure("as fast as proselint", found["copydesk"] / found["proselint"], "×", 4, least=True)


def _alone(folder: Path) -> list[str]:
    """The command line that checks a folder in one process."""
    return copydesk("--jobs", "1", str(folder))


def start_up() -> Iterator[Figure]:
    """The whole process on the seed article, against `import click`, and what it imports."""
    ratio = starts({"copydesk": lambda seed: copydesk(str(seed))}, SEED, OWN_STARTS)["copydesk"]
    yield Figure("start-up and one draft", ratio, "× import click", 1.9)
    command = [sys.executable, "-c", MODULES, *copydesk(str(SEED))[1:]]
    said = subprocess.run(command, capture_output=True, text=True).stderr
    yield Figure("modules after one draft", int(said.split()[-1]), "", 230)


def typing(drafts: Sequence[Path]) -> Iterator[Figure]:
    """What a key costs in an editor and in the browser."""
    if not Path("/proc/self/stat").exists():
        return
    for name, _, short, long in keystrokes.measured(drafts):
        yield Figure(f"a key in 1,000 words, {name}", short, "ms", keystrokes.BAR)
        yield Figure(f"a key in 10,000 words, {name}", long, "ms")


def cores(folder: Path) -> Iterator[Figure]:
    """Two processes against one, by the clock."""
    if CORES > 1:
        commands = [copydesk("--jobs", jobs, str(folder)) for jobs in "12"]
        alone, together = interleaved(commands, ROUNDS, perf_counter)
        yield Figure("two cores against one", alone / together, "×", 1.7, least=True)


def growth(drafts: Sequence[Path]) -> Iterator[Figure]:
    """How many times as long ten times the drafts take, and twice as much of what is made to keep us busy."""
    few, many = (
        min(child_seconds(copydesk("--jobs", "1", *map(str, paths))) for _ in range(2))
        for paths in (drafts[::10], drafts)
    )
    yield Figure("10 times the drafts", few and many / few, "× the time", 11)
    yield Figure(
        "twice as much hostile text, at worst", hostile.slowest({})[0].growth, "× the time", hostile.BAR
    )


def cache(folder: Path, drafts: Sequence[Path]) -> Iterator[Figure]:
    """How many times as fast nothing new is found, and what is kept for that."""
    kept = folder.parent / "cache"
    own = {**os.environ, "COPYDESK_CACHE_DIR": str(kept)}
    first, second = (child_seconds(_cached("--jobs", "1", str(folder)), own) for _ in range(2))
    yield Figure("unchanged drafts, from the cache", first / second, "× as fast", 20, least=True)
    sizes = (sum(path.stat().st_size for path in paths) for paths in (kept.iterdir(), drafts))
    yield Figure("the cache", next(sizes) / next(sizes), "bytes a byte of prose", 0.5)


def _cached(*arguments: str) -> list[str]:
    """The command line of `copydesk` with its cache."""
    return [word for word in copydesk(*arguments) if word != "--no-cache"]


def memory(many: Path) -> Iterator[Figure]:
    """Peak memory of very many drafts, reported as text and as JSON, and of one large draft."""
    report = many.parent / "report.json"
    together = copydesk("--jobs", "1", "--output", f"json:{report}", str(many))
    yield Figure(f"memory, {MANY:,} drafts", peak_memory(together), "MB", 400)
    large = many.parent / "book.txt"
    large.write_bytes(book(BOOK))
    name = f"memory, one draft of {BOOK / 1e6:.0f} MB"
    yield Figure(name, peak_memory(copydesk("--jobs", "1", str(large))), "MB", 600)


def waits(sample: Sample, stories: Path) -> Iterator[Wait]:
    """What users wait for, from one draft to an archive, which is the folder `stories`."""
    hook = [program("copydesk-hook") or "copydesk-hook", "--isolated", "--force-exclude"]
    nothing_compiled = {
        **os.environ,
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONPYCACHEPREFIX": str(stories.parent / "none"),
    }
    yield _waited("one draft", copydesk(str(SEED)), rounds=OWN_STARTS)
    yield _waited("one draft, nothing compiled", copydesk(str(SEED)), nothing_compiled, rounds=ROUNDS)
    for name, command, count in (
        (f"a commit of {COMMIT} drafts", hook, COMMIT),
        (f"a pull request of {PULL_REQUEST} drafts", copydesk("--format", "sarif"), PULL_REQUEST),
    ):
        named = map(str, sorted(sample.first(count).iterdir()))
        yield _waited(name, [*command, *named], rounds=ROUNDS)
    paths = [*stories.iterdir()]
    archive = f"{len(paths):,} stories, {sum(path.stat().st_size for path in paths) / 1e6:.0f} MB"
    own = {**os.environ, "COPYDESK_CACHE_DIR": str(stories.parent / "cache of stories")}
    for name, command in (
        (f"{archive}, one process", copydesk("--jobs", "1", str(stories))),
        (f"{archive}, {CORES} processes", _cached("--jobs", str(CORES), str(stories))),
        ("the same again, nothing changed", _cached(str(stories))),
    ):
        yield _waited(name, command, own)
    if find_spec("distributed") is not None:
        from distributed import LocalCluster

        with LocalCluster(
            n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None
        ) as cluster:
            address = cluster.scheduler_address.replace("tcp://", "dask://")
            found = _waited(
                f"{archive}, two workers of a cluster", copydesk("--executor", address, str(stories))
            )
            yield Wait(found.name, None, found.wall_time)


def _waited(
    name: str, command: Sequence[str], environment: Mapping[str, str] | None = None, *, rounds: int = 1
) -> Wait:
    """Run a command so many times; the fastest counts."""
    times = []
    for _ in range(rounds):
        start = child_time()
        wall_time = timed(lambda: subprocess.run(command, capture_output=True, env=environment))
        times.append((wall_time, child_time() - start))
    wall_time, seconds = min(times)
    return Wait(name, seconds, wall_time)


def machine() -> str:
    """What the figures were measured on."""
    try:
        cpuinfo = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except OSError:
        cpuinfo = ""
    model = re.search(r"model name\s*: (.+)", cpuinfo)
    processor = model[1] if model else platform.processor() or platform.machine()
    return f"{CORES} cores ({processor}), {build()}, {date.today().isoformat()}"


def write_docs(
    figures: Sequence[Figure],
    speeds: Sequence[Speed],
    parts: Sequence[Cost],
    waited: Sequence[Wait],
    prose: str,
) -> None:
    """Put the figures into the pages, and the plot beside them.

    prose  what the figures of one draft were measured on
    """
    lines = [
        f"Measured on {machine()}; what a draft costs, on {prose}.",
        "",
        "| what | figure | bar |",
        "|---|---|---|",
        *(f"| {one.name} | {one.text} | {one.verdict} |" for one in figures),
        "",
        "## Other linters",
        "",
        "| linter | version | what it checks | one draft, × `import click` | prose in a second |",
        "|---|---|---|---|---|",
        *(
            f"| {one.name} | {one.version} | {one.checks} | {one.start:.1f} × | {digits(one.rate)} MB |"
            for one in speeds
        ),
        "",
        "## What each part costs",
        "",
        "```text",
        *table(parts),
        "```",
    ]
    _put(DOCS / "benchmarks.md", lines)
    waits_of_users = [
        "| what | by the clock | processor time |",
        "|---|---|---|",
        *(f"| {one.name} | {_time(one.wall_time)} | {_time(one.seconds)} |" for one in waited),
        "",
        f"Measured on {machine()}.",
    ]
    _put(DOCS / "speed.md", waits_of_users)
    rows = [(one.name, one.checks, one.rate) for one in speeds]
    plot = bars(rows, "Megabytes of prose in a second of processor time", machine())
    (DOCS / "assets" / "benchmarks.svg").write_text(plot, encoding="utf-8")


def _put(page: Path, lines: Sequence[str]) -> None:
    """Replace what stands between the two marks of a page."""
    text = page.read_text(encoding="utf-8")
    before, begin, rest = text.partition("<!-- figures -->\n")
    _, end, after = rest.partition("<!-- end of the figures -->")
    body = "\n".join(lines)
    page.write_text(f"{before}{begin}\n{body}\n\n{end}{after}", encoding="utf-8")


def _time(seconds: float | None) -> str:
    """A time in the unit that suits it."""
    if seconds is None:
        return ""
    return f"{seconds * 1000:.0f} ms" if seconds < 1 else f"{seconds:.1f} s"


def shown(figures: Iterator[Figure]) -> Iterator[Figure]:
    """Print each figure as it comes."""
    for figure in figures:
        print(f"{figure.name:42}{figure.text:36}{figure.verdict}", flush=True)
        yield figure


def asked() -> argparse.Namespace:
    """What the command line says."""
    parser = argparse.ArgumentParser(description="Every figure of speed in one run.")
    parser.add_argument(
        "--drafts", type=int, default=DRAFTS, metavar="N", help=f"made up (default: {DRAFTS})"
    )
    parser.add_argument("--corpus", type=Path, metavar="FOLDER", help="plain text files to measure on")
    parser.add_argument(
        "--styles", type=Path, metavar="FOLDER", help="styles of Vale, as `vale sync` puts them"
    )
    parser.add_argument("--json", type=Path, metavar="FILE")
    parser.add_argument("--docs", action="store_true", help="renew the figures of the documentation")
    parser.add_argument("--python", metavar="PYTHON", help="the Python to measure with")
    parser.add_argument("--here", action="store_true", help="measure with the Python that runs this")
    return parser.parse_args()


def main() -> int:
    """Measure, print, and write what was asked for."""
    options = asked()
    python = options.python or (None if is_profiled() else find_profiled())
    if python is None or options.here:
        measure_all(options)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        programs = environment(python, Path(folder), f"{ROOT}[dask,desk,lsp]", *BESIDE)
        if isinstance(programs, str):
            sys.exit(f"{programs}\n--here measures with the Python that runs this")
        return subprocess.call([str(programs / "python"), __file__, *sys.argv[1:], "--here"])


def measure_all(options: argparse.Namespace) -> None:
    """Measure with this Python."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # what is measured without compiled files says so
    print(machine(), flush=True)
    parts: list[Cost] = []
    speeds: list[Speed] = []
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        stories, more = folder / "many" / "stories", folder / "many" / "more"
        for name in ("sample", "first", "drafts", "others", "many", stories, more):
            (folder / name).mkdir()
        sample = write_drafts(folder / "sample", SAMPLE, options.corpus)
        drafts = write_drafts(folder / "drafts", options.drafts)
        for path in write_drafts(stories, MANY)[MANY // 2 :]:
            path.rename(more / path.name)
        first = Sample(sample, folder / "first")
        prose = (
            f"{len(sample)} {'drafts that are made up' if options.corpus is None else 'published articles'}"
        )
        sections = (
            passes(sample, parts),
            rate(first, [*peers(folder / "others", options.styles)], speeds),
            start_up(),
            typing(sample),
            cores(folder / "drafts"),
            growth(drafts),
            cache(folder / "drafts", drafts),
            memory(folder / "many"),
        )
        figures = [figure for section in sections for figure in shown(section)]
        for one in speeds:
            print(
                f"{one.name:32}{one.start:8.2f} × import click {one.rate:8.2f} MB/s   {one.checks}",
                flush=True,
            )
        waited = []
        for wait in waits(first, stories):
            print(
                f"{wait.name:56}{_time(wait.wall_time):>8} by the clock {_time(wait.seconds):>8}", flush=True
            )
            waited.append(wait)
    print("\n".join(table(parts)))
    if options.json:
        results = {
            "machine": machine(),
            "figures": [*map(asdict, figures)],
            "linters": [*map(asdict, speeds)],
            "waits": [*map(asdict, waited)],
            "costs": [*map(asdict, parts)],
        }
        options.json.write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")
    if options.docs:
        write_docs(figures, speeds, parts, waited, prose)


if __name__ == "__main__":
    sys.exit(main())
