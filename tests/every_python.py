"""Whether copydesk finds the same on every Python: the seed and made-up drafts, byte for byte.

    python tests/every_python.py WHEEL

The oldest and the newest interpreter that can be found here, from the one that `requires-python` names on,
each get an environment of their own with the wheel in it. What is not here is skipped, and said. The exit
code is 1 where two reports differ.
"""

from __future__ import annotations

import difflib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from shutil import copyfile, which

sys.path.insert(0, str(Path(__file__).parent / "bench"))

from corpus import SEED, made_up

OLDEST = (3, 11)
DRAFTS = 300

Version = tuple[int, ...]


def candidates() -> Iterator[str]:
    """Where interpreters are wont to lie: the system's, those on the PATH, pyenv's."""
    names = ["python3", "python", *(f"python3.{minor}" for minor in range(OLDEST[1], 30))]
    for name in names:
        yield f"/usr/bin/{name}"
        yield which(name) or ""
    versions = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"), "versions")
    yield from (str(path) for path in sorted(versions.glob("*/bin/python3")))
    yield sys.executable


def interpreters() -> dict[Version, str]:
    """Every interpreter of CPython that copydesk promises to run on, by its version."""
    ask = "import sys; print(sys.implementation.name, *sys.version_info[:3])"
    found: dict[Version, str] = {}
    for path in dict.fromkeys(filter(os.path.isfile, candidates())):
        done = subprocess.run([path, "-c", ask], capture_output=True, encoding="utf-8", check=False)
        name, *numbers = done.stdout.split() or [""]
        version = tuple(map(int, numbers))
        if done.returncode == 0 and name == "cpython" and version >= OLDEST:
            found.setdefault(version, path)
    return found


def report(python: str, wheel: str, folder: Path, drafts: Path) -> str | None:
    """What copydesk says of the drafts on an interpreter; None where it cannot be installed there."""
    here = Path(folder, "Scripts" if os.name == "nt" else "bin")
    install = [sys.executable, "-m", "pip", "--python", str(folder), "install", "--quiet", wheel]
    for command in ([python, "-m", "venv", "--without-pip", str(folder)], install):
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
        if done.returncode:
            print(f"  {' '.join(command[:4])} …: {done.stderr.strip()[-500:]}")
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
