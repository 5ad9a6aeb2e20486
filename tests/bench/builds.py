"""Builds of Python: most users have one that was compiled twice, the second time with a profile (PGO).

python tests/bench/builds.py        # what this Python is
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

ROOT = Path(__file__).parents[2]
OLDEST = (3, 11)
BESIDE = ("proselint", "codespell")
"""Other linters written in Python, which are measured in the same environment."""


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
    """Return another Python on the path, or the system's, that can run copydesk and has a profile."""
    return next(filter(_has_profile, _pythons()), None)


def _pythons() -> Iterator[str]:
    path = os.pathsep.join([os.environ.get("PATH", ""), "/usr/bin"])
    folders = path.split(os.pathsep)
    for name in ("python3", *(f"python3.{minor}" for minor in range(OLDEST[1], OLDEST[1] + 5))):
        yield from filter(None, (which(name, path=folder) for folder in folders))


def _has_profile(python: str) -> bool:
    asked = f"import sys; sys.exit(sys.version_info < {OLDEST} or sys.prefix != sys.base_prefix)"
    if subprocess.run([python, "-c", asked], capture_output=True).returncode:
        return False
    said = subprocess.run([python, __file__], capture_output=True, text=True).stdout
    return said.rstrip().endswith(", PGO")


def make_environment(python: str, folder: Path) -> str:
    """Install copydesk as its users do, compiled, with what is measured beside it; return its Python."""
    own = str(folder / ("Scripts" if os.name == "nt" else "bin") / "python")
    for command in (
        [python, "-m", "venv", str(folder)],
        [own, "-m", "pip", "install", "--quiet", f"{ROOT}[dask,desk,lsp]", *BESIDE],
    ):
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode:
            sys.exit(
                f"no environment could be made with {python}: {done.stderr.strip() or done.stdout.strip()}"
            )
    return own


if __name__ == "__main__":
    print(build())
