"""Whether copydesk finds the same on every Python: the seed and made-up drafts, byte for byte.

    python tests/every_python.py WHEEL

The oldest and the newest interpreter that can be found here, from the one that `requires-python` names on,
each get an environment of their own with the wheel in it. What is not here is skipped, and said. The exit
code is 1 where two reports differ.
"""

from __future__ import annotations

import difflib
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from shutil import copyfile

sys.path.insert(0, str(Path(__file__).parent / "bench"))

from builds import environment, interpreters
from corpus import SEED, made_up

DRAFTS = 300


def report(python: str, wheel: str, folder: Path, drafts: Path) -> str | None:
    """What copydesk says of the drafts on an interpreter; None where it cannot be installed there."""
    here = environment(python, folder, wheel)
    if isinstance(here, str):
        print(f"  {here}")
        return None
    check = [str(here / "copydesk"), "check", "--isolated", "--no-cache", "--format", "json", "."]
    done = subprocess.run(check, cwd=drafts, capture_output=True, encoding="utf-8", check=False)
    if done.returncode not in (0, 1):
        return f"exit code {done.returncode}\n{done.stderr}"
    return json.dumps(json.loads(done.stdout), indent=1, ensure_ascii=False)


def main() -> int:
    """Compare the oldest with the newest; say what was compared."""
    found = interpreters()
    print("here:", ", ".join(".".join(map(str, version)) for version in sorted(found)))
    chosen = sorted({min(found), max(found)})
    with tempfile.TemporaryDirectory() as name:
        drafts = Path(name, "drafts")
        drafts.mkdir()
        copyfile(SEED, drafts / "seed.txt")
        for number, text in enumerate(made_up(DRAFTS)):
            (drafts / f"{number:03}.txt").write_bytes(text)
        reports: dict[str, str] = {}
        for version in chosen:
            label = ".".join(map(str, version))
            said = report(found[version], sys.argv[1], Path(name, label), drafts)
            if said is None:
                print(f"skipped: {label} ({found[version]}): copydesk cannot be installed there")
            else:
                reports[label] = said
    if len(reports) < 2:
        print("skipped: there is one interpreter to compare, and no other")
        return 0
    (one, first), (other, second) = reports.items()
    if first == second:
        findings = len(json.loads(first)["findings"])
        print(f"{DRAFTS + 1} drafts, {findings:,} findings: the same on {one} and {other}")
        return 0
    print(f"{one} and {other} differ:")
    lines = difflib.unified_diff(first.splitlines(), second.splitlines(), one, other, lineterm="", n=6)
    print("\n".join(list(lines)[:60]))
    return 1


if __name__ == "__main__":
    sys.exit(main())
