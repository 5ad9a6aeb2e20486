"""`copydesk check --watch`: check again whenever a draft or the configuration changes."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any, NoReturn

import click

from copydesk.commands.shared.output import say, tell
from copydesk.wording import count

if TYPE_CHECKING:
    from copydesk.commands.check.steps import Check
    from copydesk.config.origins import State

DEBOUNCE = 100
"""Milliseconds for which a folder must be still: a program saves in several steps."""

LOOK = 2_000
"""Milliseconds between two looks at the files themselves: drives of a network tell nobody of changes, and a
new folder tells of what is in it from a moment later only."""

POLL = 0.5
"""Seconds between two looks where nobody tells of changes at all."""

SHARE = 20
"""How many times as long as a look nobody looks again, where no folder tells of a change."""


def watch(once: Callable[[Callable[[Check], None]], None]) -> NoReturn:
    """Check, wait for a change, and check again, until somebody interrupts.

    What changed is decided by the drafts and the configuration files themselves, so that a temporary file
    beside them starts nothing, and a draft that is replaced is one that changed.

    once  checks and reports; it says what it will check before it reads any of it, and nothing where a wrong
          configuration keeps it from that
    """
    if _alarm() is None:
        tell('looking at the files every half second: `pip install "copydesk[watch]"` is told of changes')
    chosen: list[tuple[Check, State]] = []
    while True:
        _clear()
        once(lambda check: chosen.append((check, _look(check))))
        if not chosen:
            raise click.exceptions.Exit(2)
        del chosen[:-1]
        last, before = chosen[0]
        say(f"watching {count(len(last.inputs), 'draft')} for changes; Ctrl-C ends")
        for _ in _signals(last):
            last.choose()
            now = _look(last)
            if now != before:
                chosen[0] = last, now
                break


def _look(check: Check) -> State:
    """Return the state of every draft, and of the files that their settings come from."""
    from copydesk.config.origins import files_of, state

    drafts = [*_local(item.path for item in (*check.inputs, *check.archive))]
    named = [os.path.join(path, "_") if os.path.isdir(path) else path for path in _local(check.request.paths)]
    one_a_folder = {os.path.dirname(path): path for path in (*named, *drafts)}
    settings = dict.fromkeys(file for path in one_a_folder.values() for file in files_of(check.house, path))
    return state((*drafts, *named, *settings))


def _signals(check: Check) -> Iterator[None]:
    """Yield whenever it is time to look: when a folder tells of a change, and now and then."""
    yield None  # for what changed while the drafts were checked
    alarm = _alarm()
    named = [*_local(check.request.paths)]
    folders = [path for path in named if os.path.isdir(path)]
    files = (*named, *_local(item.path for item in check.inputs))
    around = {os.path.dirname(os.path.abspath(path)) for path in files}
    places = folders or sorted(filter(os.path.isdir, around))
    cost = 0.0
    if alarm is None or not places:
        while True:
            sleep(max(POLL, SHARE * cost))
            began = monotonic()
            yield None
            cost = monotonic() - began
    looked = monotonic()
    for changes in alarm(
        *places,
        watch_filter=None,
        debounce=DEBOUNCE,
        step=20,
        rust_timeout=LOOK,
        yield_on_timeout=True,
        recursive=bool(folders),
        ignore_permission_denied=True,
    ):
        began = monotonic()
        if changes or began - looked >= SHARE * cost:
            yield None
            looked = monotonic()
            cost = looked - began


def _local(paths: Iterable[str]) -> Iterator[str]:
    """Return the paths that are no addresses."""
    return (path for path in paths if "://" not in path)


def _alarm() -> Callable[..., Iterator[set[Any]]] | None:
    """Return the function that watches folders, or None if it is not installed."""
    try:
        from watchfiles import watch as told
    except ModuleNotFoundError:
        return None
    return told


def _clear() -> None:
    if sys.stdout.isatty():
        click.clear()
