"""The process of the editor: the server ends with it."""

from __future__ import annotations

import os
import select
import sys
from threading import Thread
from time import sleep

EVERY = 1.0
"""Seconds between two looks where the system tells nobody that a process ended."""


def end_with(process: int) -> None:
    """End this process where that one ends, even if its pipes stay open in a third.

    One that is not there from the start lives elsewhere, outside a container: then the end of the pipe must
    do, as it must on Windows, which knows no such look.
    """
    if sys.platform != "win32" and _is_there(process):
        Thread(target=_wait, args=(process,), name="client", daemon=True).start()


def _wait(process: int) -> None:
    if hasattr(os, "pidfd_open"):
        try:
            handle = os.pidfd_open(process)
        except ProcessLookupError:
            _end()
        except OSError:  # an old kernel, or a sandbox
            pass
        else:
            select.select([handle], [], [])
            _end()
    while _is_there(process):
        sleep(EVERY)
    _end()


def _is_there(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:  # it is there, and somebody else's
        return True
    return True


def _end() -> None:
    # Another thread waits for the next message for ever, so there is no other way out.
    os._exit(1)
