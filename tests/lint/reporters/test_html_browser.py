"""The page for editors in a real browser: filters, themes, hostile drafts, accessibility."""

from __future__ import annotations

from typing import Any

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

pytestmark = pytest.mark.slow

Chromium = Any
"""The class of `tests/chromium.py`."""

WIDTHS = {"desktop": 1400, "phone": 390}
STORY = """\
Ann Orr plans.

Mayor Ann Orr had a bad day, and a hint of <script>document.title = 'gone'</script>.

“It was the worst,” Ms. Orr said.

Nothing is wrong here.

It was the worst, and another bad day.
"""
DRAFTS = {
    "a.txt": STORY,
    "b.md": "# Plans\n\n- bad\n- good\n\n> A bad quotation.\n\nA word. <!-- stet: bad -- so -->\n",
    "clean.txt": "Nothing is wrong here.\n",
}


@pytest.fixture
def page(browser: Chromium, copydesk, folder) -> Chromium:
    """The browser with the page of `DRAFTS`."""
    where = folder(DRAFTS)
    copydesk("check", *DRAFTS, "--output", "report.html")
    browser.emulate(WIDTHS["desktop"])
    browser.get((where / "report.html").as_uri())
    browser.execute_script("localStorage.clear()")
    browser.refresh()
    return browser


def shown(page: Chromium, selector: str) -> list[str]:
    """The texts of the elements that can be seen."""
    return [found.text for found in page.find_elements(By.CSS_SELECTOR, selector) if found.is_displayed()]


def choose(page: Chromium, name: str, value: str) -> None:
    """Click a filter."""
    page.find_element(By.CSS_SELECTOR, f"input[name={name}][value={value}]").click()


def status(page: Chromium) -> str:
    return page.find_element(By.TAG_NAME, "output").text


def test_all_is_shown_at_first(page):
    assert status(page) == "7 of 7 shown"
    assert len(shown(page, ".note")) == 7


def test_a_severity_is_filtered(page):
    choose(page, "severity", "warning")
    assert status(page) == "2 of 7 shown"
    assert shown(page, ".message") == ['"hint" was found', '"worst" was found']
    assert (
        page.execute_script(
            "return getComputedStyle(document.querySelector('mark[data-notes=d1n1]')).textDecorationLine"
        )
        == "none"
    )
    choose(page, "severity", "warning")
    assert status(page) == "7 of 7 shown"


def test_a_rule_is_filtered(page):
    page.find_element(By.CSS_SELECTOR, ".rules summary").click()
    choose(page, "rule", "bad")
    assert status(page) == "3 of 7 shown"
    page.find_element(By.CSS_SELECTOR, "[data-all=no]").click()
    assert status(page) == "0 of 7 shown"
    assert shown(page, ".note, .ref") == []
    page.find_element(By.CSS_SELECTOR, "[data-all=yes]").click()
    assert status(page) == "7 of 7 shown"


def test_the_rules_close_with_escape(page):
    summary = page.find_element(By.CSS_SELECTOR, ".rules summary")
    summary.send_keys(Keys.ENTER)
    box = page.find_element(By.CSS_SELECTOR, "input[name=rule]")
    assert box.is_displayed()
    box.send_keys(Keys.ESCAPE)
    assert not box.is_displayed()
    assert page.switch_to.active_element == summary


def test_only_marked_paragraphs(page):
    assert "Nothing is wrong here." in shown(page, "#d1 .block")
    page.find_element(By.CSS_SELECTOR, "input[name=marked]").click()
    assert "Nothing is wrong here." not in shown(page, "#d1 .block")
    assert len(shown(page, "#d1 .block")) == 2


def test_a_number_leads_to_its_note_and_back_by_keyboard(page):
    page.find_element(By.ID, "d1n2r").send_keys(Keys.ENTER)
    assert page.execute_script("return document.querySelector(':target').id") == "d1n2"
    page.switch_to.active_element.send_keys(Keys.TAB)
    back = page.switch_to.active_element
    assert back.get_attribute("href").endswith("#d1n2r")
    back.send_keys(Keys.ENTER)
    assert page.execute_script("return document.querySelector(':target').id") == "d1n2r"


def test_the_line_that_lets_a_finding_stand_is_copied(page):
    page.execute_cdp_cmd("Browser.grantPermissions", {"permissions": ["clipboardReadWrite"]})
    page.find_element(By.CSS_SELECTOR, "#d1n1 summary").click()
    button = page.find_element(By.CSS_SELECTOR, "#d1n1 .copy")
    page.execute_script("arguments[0].click()", button)  # the page may still be scrolling
    WebDriverWait(page, 10).until(lambda _: button.text == "Copied")


def test_the_list_of_the_gravest_goes_by_the_filters(page):
    listed = len(shown(page, "#d1 .gist li"))
    choose(page, "severity", "error")
    choose(page, "severity", "warning")
    assert 0 < len(shown(page, "#d1 .gist li")) < listed


def test_the_theme_is_the_systems_until_somebody_chooses(page):
    def paper() -> str:
        return page.execute_script("return getComputedStyle(document.body).backgroundColor")

    light = paper()
    page.emulate(WIDTHS["desktop"], "dark")
    dark = paper()
    assert dark != light
    page.find_element(By.CSS_SELECTOR, ".theme").click()
    assert paper() == light
    page.refresh()
    assert paper() == light


def test_a_script_in_a_draft_stays_text(page):
    assert page.title == "7 things to look at in 3 drafts – copydesk"
    assert "<script>document.title = 'gone'</script>" in "".join(shown(page, "#d1 .block"))
    assert page.execute_script("return document.scripts.length") == 1
    assert page.get_log("browser") == []


def test_a_script_that_got_in_would_not_run(page):
    page.execute_script(
        "const s = document.createElement('script'); s.textContent = 'document.title = `gone`';"
        "document.body.append(s)"
    )
    assert page.title != "gone"
    assert "Content Security Policy" in page.get_log("browser")[0]["message"]


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_is_wider_than_the_screen(page, width):
    page.emulate(WIDTHS[width])
    assert page.execute_script("return document.documentElement.scrollWidth") <= WIDTHS[width]


def test_on_paper_there_are_notes_and_no_controls(page):
    page.emulate(800, "dark", media="print")
    assert len(shown(page, ".note")) == 7
    assert shown(page, ".filters, .theme, .skip") == []
    assert (
        page.execute_script("return getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    )


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_no_violation(page, axe, width, theme):
    page.emulate(WIDTHS[width], theme)
    page.execute_script("for (const one of document.querySelectorAll('article details')) one.open = true")
    assert page.violations(axe) == []
