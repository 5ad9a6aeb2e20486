"""The whole process on the seed article, against importing click.

    python tests/bench/startup.py [--check]

With `--check` the exit code is 1 when the ratio is above the bar.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from shutil import which

from stopwatch import interleaved

ROUNDS = 20
BAR = 3.0
SEEDS = Path(__file__).parents[2] / "seeds"


def main() -> int:
    """Measure, print, judge."""
    copydesk = which("copydesk", path=str(Path(sys.executable).parent))
    if copydesk is None:
        sys.exit("copydesk is not installed beside this Python")
    command = [copydesk, "check", str(SEEDS)]
    if subprocess.run(command, stdout=subprocess.DEVNULL).returncode > 1:
        sys.exit("not everything was checked, so the time says nothing")
    floor, check = interleaved([[sys.executable, "-c", "import click"], command], ROUNDS)
    ratio = check / floor
    print(f"python -c 'import click'   {floor * 1000:6.1f} ms")
    print(f"copydesk check seeds/      {check * 1000:6.1f} ms   {ratio:.2f} times (bar {BAR:.0f})")
    return int(ratio > BAR and "--check" in sys.argv)


if __name__ == "__main__":
    sys.exit(main())
