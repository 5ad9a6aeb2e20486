"""A bar for a long run on a terminal, and for no other."""

from __future__ import annotations

import io
import itertools

import pytest

from copydesk.work.progress import ProgressBar


class Screen(io.StringIO):
    def __init__(self, terminal: bool) -> None:
        super().__init__()
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal


@pytest.mark.parametrize(
    ("seconds_a_draft", "terminal", "shown"), [(0.6, True, True), (0.1, True, False), (0.6, False, False)]
)
def test_a_bar_is_shown_after_a_second_on_a_terminal(monkeypatch, seconds_a_draft, terminal, shown):
    monkeypatch.setenv("TERM", "xterm")
    screen = Screen(terminal)
    ticks = itertools.count()
    with ProgressBar(screen, clock=lambda: next(ticks) * seconds_a_draft) as progress:
        for done in range(1, 5):
            progress(done, 4)
    assert ("/4" in screen.getvalue()) is shown


def test_no_bar_is_begun_for_a_run_that_is_over(monkeypatch):
    monkeypatch.setenv("TERM", "xterm")
    screen = Screen(terminal=True)
    ticks = itertools.count()
    with ProgressBar(screen, clock=lambda: next(ticks) * 60.0) as progress:
        progress(1, 1)
    assert screen.getvalue() == ""
