"""The whole process on the seed article, against importing click, in processor time.

    python tests/bench/startup.py [--check]

With `--check` the exit code is 1 when the ratio is above the bar.
"""

from __future__ import annotations

import subprocess
import sys

from corpus import SEED
from stopwatch import CLICK, copydesk, interleaved

ROUNDS = 20
BAR = 2.5


def main() -> int:
    """Measure, print, judge."""
    command = copydesk(str(SEED))
    if subprocess.run(command, stdout=subprocess.DEVNULL).returncode > 1:
        sys.exit("not everything was checked, so the time says nothing")
    floor, check = interleaved([CLICK, command], ROUNDS)
    ratio = check / floor
    print(f"python -c 'import click'   {floor * 1000:6.1f} ms")
    print(f"copydesk check seeds/      {check * 1000:6.1f} ms   {ratio:.2f} times (bar {BAR:.1f})")
    return int(ratio > BAR and "--check" in sys.argv)


if __name__ == "__main__":
    sys.exit(main())
