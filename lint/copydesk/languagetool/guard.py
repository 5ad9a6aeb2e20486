"""Runs a command, and ends it when the process that asked for it is gone, however that went.

    python guard.py FOLDER COMMAND...

Standard input is a pipe that only the asking process holds: at its end the command is killed, and the folder
that it worked in removed. Nothing else of a killed process reaches another one on every system.
"""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import threading


def main() -> None:
    """Run the command until it ends, or nobody wants it any more."""
    folder, *command = sys.argv[1:]
    running = subprocess.Popen(command, stdin=subprocess.DEVNULL)  # noqa: S603  what our own process asked for
    left = threading.Event()

    def end(*_: object) -> None:
        left.set()
        running.kill()

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


if __name__ == "__main__":
    main()
