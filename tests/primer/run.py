"""What the rules report over a set of drafts, and which findings a change makes and unmakes.

    python tests/primer/run.py [--base REVISION] [--limit N] [PATHS...]

The drafts are the same at every run: the examples of all rules, the seed article and made-up ones; files and
folders at PATHS are checked with them. Rules run as they do without a configuration: without house style and
terms, cache and LanguageTool. With `--base` the code of that revision of the project checks the same drafts,
and findings that only one of the two reports are shown. A primer is a report: the exit code is 0 whatever it
shows, and 2 where it cannot run.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import subprocess
import sys
import tarfile
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests" / "bench"))

from corpus import SEED, made_up  # noqa: E402  the path above leads to it

from copydesk.plugins.registry import load_registry  # noqa: E402
from copydesk.testing import NEXT_DRAFT, unmark  # noqa: E402

MADE_UP = 40
CODE = ("lint", "rules")
EXIT_CODES_OF_A_WHOLE_CHECK = (0, 1)


class Found(NamedTuple):
    """A finding, as far as two revisions are compared."""

    path: str
    line: int
    column: int
    rule: str
    severity: str
    message: str
    excerpt: str

    @property
    def place(self) -> tuple[str, int, int, str]:
        """Where it is and who reports it: what stays where only its severity or its words change."""
        return self.path, self.line, self.column, self.rule

    def __str__(self) -> str:
        excerpt = self.excerpt if len(self.excerpt) <= 60 else self.excerpt[:59] + "…"
        place = f"{self.path}:{self.line}:{self.column}"
        return f"{place}: {self.severity}: {self.message} [{self.rule}] {excerpt!r}"


class Primed(NamedTuple):
    """What one revision says of the drafts."""

    drafts: int
    words: int
    findings: Counter[Found]
    problems: list[str]

    def counts(self) -> Counter[tuple[str, str]]:
        """How many findings each rule has of each severity."""
        counts: Counter[tuple[str, str]] = Counter()
        for found, times in self.findings.items():
            counts[found.rule, found.severity] += times
        return counts


def write_drafts(folder: Path) -> None:
    """Write the drafts that the primer brings along into an empty folder."""
    (folder / "seed.txt").write_bytes(SEED.read_bytes())
    for number, text in enumerate(made_up(MADE_UP)):
        (folder / f"made-up-{number:02}.txt").write_bytes(text)
    for name, rule in sorted(load_registry().classes.items()):
        for number, example in enumerate(rule.examples):
            for part, text in enumerate(example.text.split(NEXT_DRAFT)):
                suffix = ".md" if example.format == "markdown" else ".txt"
                path = folder / f"{name}-{number:02}-{part}{suffix}"
                path.write_text(unmark(text)[0], encoding="utf-8", newline="")


def check(code: Path, drafts: Path, paths: Sequence[str]) -> Primed:
    """Check the drafts in a folder, and files and folders beside it, with the code of one checkout.

    Raises SystemExit when the check does not end as one should.
    """
    environment = {key: value for key, value in os.environ.items() if not key.startswith("COPYDESK_")}
    environment |= {
        "PYTHONPATH": os.pathsep.join(str(code / folder) for folder in CODE),
        "COPYDESK_CACHE_DIR": str(drafts.with_name("cache")),
        "LTP_PATH": str(drafts.with_name("no-languagetool")),
    }
    options = ["--isolated", "--no-cache", "--show", "info", "--format", "json"]
    command = [sys.executable, "-P", "-m", "copydesk", "check", *options, "--", ".", *paths]
    run = subprocess.run(command, cwd=drafts, env=environment, capture_output=True, encoding="utf-8")
    if run.returncode not in EXIT_CODES_OF_A_WHOLE_CHECK and not run.stdout.startswith("{"):
        sys.exit(fail(f"the check with {code} ended with {run.returncode}:\n{run.stderr}"))
    report: dict[str, Any] = json.loads(run.stdout)
    fields = [name for name in Found._fields if name != "path"]
    findings = Counter(
        Found(Path(one["path"]).as_posix(), *(one[name] for name in fields)) for one in report["findings"]
    )
    problems = [f"{one['path']}: {one['message']}" for one in report["problems"]]
    return Primed(len(report["drafts"]), sum(one["words"] for one in report["drafts"]), findings, problems)


def fail(message: str) -> int:
    """Say on standard error why there is no primer; returns the exit code."""
    print(message, file=sys.stderr)
    return 2


def extract(revision: str, folder: Path) -> None:
    """Put the code of a revision into a folder. Raises SystemExit where there is no such revision."""
    command = ["git", "-C", str(ROOT), "archive", "--format=tar", revision, *CODE]
    run = subprocess.run(command, capture_output=True)
    if run.returncode:
        sys.exit(fail(f"cannot read the revision {revision}: {run.stderr.decode().strip()}"))
    with tarfile.open(fileobj=io.BytesIO(run.stdout)) as archive:
        archive.extractall(folder, filter="data")


def table(here: Primed, base: Primed | None) -> Iterable[str]:
    """How often each rule reports, with the count of the base where it differs."""
    now = here.counts()
    before = base.counts() if base else now
    for rule, severity in sorted(now | before):
        count, old = now[rule, severity], before[rule, severity]
        yield f"{count:7}  {severity:7}  {rule}" + (f"  (was {old})" if count != old else "")


def changes(here: Primed, base: Primed, limit: int) -> Iterable[str]:
    """The findings that only one of the two has, by rule, at most `limit` of each rule.

    `+` is reported now, `-` was reported, `~` is reported as before with another severity or other words.
    """
    new = sorted((here.findings - base.findings).elements())
    gone = sorted((base.findings - here.findings).elements())
    at = {found.place: found for found in gone}
    both = at.keys() & {found.place for found in new}
    marked = [("~" if found.place in both else "+", found) for found in new]
    marked += [("-", found) for found in gone if found.place not in both]
    marked.sort(key=lambda pair: (pair[1].rule, *pair[1], pair[0]))
    yield f"{len(marked)} changed findings"
    for rule, group in groupby(marked, key=lambda pair: pair[1].rule):
        pairs = list(group)
        signs = Counter(sign for sign, _ in pairs)
        yield ""
        yield f"{rule}: " + ", ".join(f"{signs[sign]} {sign}" for sign in "+-~" if signs[sign])
        for sign, found in pairs[:limit]:
            yield f"{sign} {found}"
            if sign == "~":
                yield f"  was {at[found.place]}"
        if len(pairs) > limit:
            yield f"  and {len(pairs) - limit} more"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the primer."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("paths", nargs="*", help="more drafts: files and folders")
    parser.add_argument("--base", metavar="REVISION", help="compare with this revision of the project")
    parser.add_argument("--limit", type=int, default=20, help="changed findings shown of each rule (20)")
    options = parser.parse_args(arguments)
    paths = [os.path.abspath(path) for path in options.paths]
    if missing := [path for path in paths if not os.path.exists(path)]:
        return fail(f"there is no {missing[0]}")
    with TemporaryDirectory(prefix="copydesk-primer-") as folder:
        drafts = Path(folder) / "drafts"
        drafts.mkdir()
        write_drafts(drafts)
        base = None
        if options.base:
            extract(options.base, Path(folder) / "base")
            base = check(Path(folder) / "base", drafts, paths)
        here = check(ROOT, drafts, paths)
    total = here.findings.total()
    print(f"{total} findings in {here.drafts} drafts of {here.words:,} words\n")
    print(*table(here, base), sep="\n")
    for problem in here.problems:
        print(f"not checked in full: {problem}")
    if base:
        print(f"\nagainst {options.base}:", *changes(here, base, options.limit), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
