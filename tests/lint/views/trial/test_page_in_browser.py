"""The page of a trial in a real browser: long names, hostile stories, small screens, accessibility."""

from __future__ import annotations

from typing import Any

import pytest

pytestmark = pytest.mark.slow

Chromium = Any
"""The class of `tests/chromium.py`."""

WIDTHS = {"desktop": 1400, "phone": 390}
LONG = f"{'a-very-long-name-' * 8}.txt"
STORIES = {
    LONG: "<script>document.title = 'gone'</script> was bad.\n",
    "b.txt": "bad" + "long" * 60 + " bad.\n",
}


@pytest.fixture(params=["figures", "change"])
def page(browser: Chromium, copydesk, folder, request) -> Chromium:
    """The browser with the page of a trial."""
    where = folder({**STORIES, "old.toml": 'ignore = ["bad"]\n'})
    against = ("--against", "old.toml") if request.param == "change" else ()
    copydesk("trial", *STORIES, *against, "--output", "trial.html")
    browser.emulate(WIDTHS["desktop"])
    browser.get((where / "trial.html").as_uri())
    return browser


def test_a_script_in_a_story_stays_text(page):
    assert page.title.endswith(" – copydesk")
    assert page.get_log("browser") == []


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_is_wider_than_the_screen(page, width):
    page.emulate(WIDTHS[width])
    assert page.execute_script("return document.documentElement.scrollWidth") <= WIDTHS[width]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_no_violation(page, axe, width, theme):
    page.emulate(WIDTHS[width], theme)
    assert page.violations(axe) == []
