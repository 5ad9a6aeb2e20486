"""Runs a command, and ends it when the process that asked for it is gone, however that went.

    python guard.py FOLDER COMMAND...

Standard input is a pipe that only the asking process holds: at its end the command is killed, with what it
started itself, and the folder that it worked in removed. No other sign of a killed process reaches its
children on every system.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import threading

_PATIENCE = 5


def guarded(folder: str, command: list[str]) -> list[str]:
    """Return the command that runs a command in a folder behind a guard, whose input must be a pipe.

    It imports nothing but the standard library, and that from where Python was installed.
    """
    return [sys.executable, "-I", "-S", __file__, folder, *command]


def main() -> None:
    """Run the command until it ends, or nobody wants it any more."""
    folder, *command = sys.argv[1:]
    running = subprocess.Popen(  # noqa: S603  what our own process asked for
        command, cwd=folder, stdin=subprocess.DEVNULL, start_new_session=True
    )
    left = threading.Event()

    def end(*_: object) -> None:
        left.set()
        _kill(running)

    def wait_for_the_end_of_the_pipe() -> None:
        with contextlib.suppress(OSError):
            while os.read(0, 4096):
                pass
        end()

    for name in ("SIGHUP", "SIGINT", "SIGTERM"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), end)
    threading.Thread(target=wait_for_the_end_of_the_pipe, daemon=True).start()
    status = running.wait()
    if left.is_set():
        shutil.rmtree(folder, ignore_errors=True)
    os._exit(status & 0xFF)  # the thread is still reading


def _kill(running: subprocess.Popen[bytes]) -> None:
    """Kill a process and what it started: `java` and `mvn` may be scripts that wait for a Java."""
    if sys.platform == "win32":
        taskkill = os.path.join(os.environ["SYSTEMROOT"], "System32", "taskkill.exe")
        with contextlib.suppress(OSError, subprocess.TimeoutExpired):
            tree = [taskkill, "/F", "/T", "/PID", str(running.pid)]
            subprocess.run(tree, capture_output=True, timeout=_PATIENCE, check=False)  # noqa: S603
    else:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(running.pid, signal.SIGKILL)
    running.kill()


if __name__ == "__main__":
    main()
