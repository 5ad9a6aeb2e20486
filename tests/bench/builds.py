"""Builds of Python on this machine, and environments made with them.

    python tests/bench/builds.py        # what this Python is

Most users have a Python that was compiled twice, the second time with a profile of itself (PGO).
"""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path
from shutil import which

OLDEST = (3, 11)

Version = tuple[int, ...]


def is_profiled() -> bool:
    """Whether this Python was compiled with a profile of itself."""
    if "--enable-optimizations" in (sysconfig.get_config_var("CONFIG_ARGS") or ""):
        return True
    # Debian and Ubuntu make the profile by rules of their own, and empty the flag that would use it.
    return sysconfig.get_config_var("PGO_PROF_USE_FLAG") == ""


def build() -> str:
    """Name this Python: its version, and how it was compiled."""
    return f"Python {platform.python_version()}, {'PGO' if is_profiled() else 'no PGO'}"


def find_profiled() -> str | None:
    """Return another Python of this machine that was compiled with a profile."""
    for python in interpreters().values():
        said = subprocess.run([python, __file__], capture_output=True, encoding="utf-8").stdout
        if said.rstrip().endswith(", PGO"):
            return python
    return None


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


def environment(python: str, folder: Path, *packages: str) -> Path | str:
    """Make an environment with packages in it; return the folder of its programs, or what went wrong."""
    install = [sys.executable, "-m", "pip", "--python", str(folder), "install", "--quiet", *packages]
    for command in ([python, "-m", "venv", "--without-pip", str(folder)], install):
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
        if done.returncode:
            return f"{' '.join(command[:4])} …: {done.stderr.strip()[-500:]}"
    return Path(folder, "Scripts" if os.name == "nt" else "bin")


if __name__ == "__main__":
    print(build())
