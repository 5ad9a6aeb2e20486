"""The desk in a real browser: what an editor does there from the first word to the saved file."""

from __future__ import annotations

import io
from base64 import b64encode
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from selenium.common.exceptions import StaleElementReferenceException
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select, WebDriverWait

pytestmark = pytest.mark.slow

WIDTHS = {"desktop": 1400, "phone": 390}
TEXT = "The 😀 council put off the the vote.\n\nMayor Ann Orr said [TK] so. Ms. Orr left.\n"
GOOGLE_DOCS = (
    '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-7"><h1 dir="ltr"><span '
    'style="font-size:20pt">Harbour vote</span></h1><p dir="ltr"><span>The council put off the '
    "the vote, </span><span>the mayor said.</span></p><p><br></p><ul><li dir='ltr'>"
    "<p dir='ltr'><span>One item</span></p></li></ul></b>"
)


class Page:
    """The page, as an editor uses it."""

    def __init__(self, browser):
        self.browser = browser

    def one(self, selector):
        return self.browser.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector):
        return [one for one in self.browser.find_elements(By.CSS_SELECTOR, selector) if one.is_displayed()]

    def run(self, script, *given):
        return self.browser.execute_script(script, *given)

    @property
    def area(self):
        return self.one("#text")

    @property
    def text(self):
        return self.area.get_property("value")

    @property
    def messages(self):
        return [one.text for one in self.all(".card .message")]

    @property
    def status(self):
        return self.one("#status").text

    def until(self, condition):
        passing = [StaleElementReferenceException]  # the list was drawn anew while it was read
        waiting = WebDriverWait(self.browser, 30, 0.05, ignored_exceptions=passing)
        return waiting.until(lambda _: condition())

    def checked(self):
        """Wait until the text as it is has been checked."""
        self.until(lambda: self.run("return document.documentElement.dataset.checked === 'yes'"))
        return self

    def write(self, text):
        """Let the text come as if it were typed: a driver cannot type an emoji."""
        self.run(
            "const area = document.getElementById('text'); area.focus(); area.value = arguments[0];"
            "area.dispatchEvent(new InputEvent('input', { inputType: 'insertText' }))",
            text,
        )
        return self.checked()

    def press(self, *keys):
        held, last = keys[:-1], keys[-1]
        actions = ActionChains(self.browser)
        for key in held:
            actions.key_down(key)
        actions.send_keys(last)
        for key in reversed(held):
            actions.key_up(key)
        actions.perform()
        return self

    def do(self, what):
        self.one(f"[data-do={what}]").click()

    def open(self, name, data):
        """Drop a file on the page."""
        self.run(
            "const bytes = Uint8Array.from(atob(arguments[1]), (one) => one.charCodeAt(0));"
            "const dataTransfer = new DataTransfer();"
            "dataTransfer.items.add(new File([bytes], arguments[0]));"
            "const given = { dataTransfer, bubbles: true, cancelable: true };"
            "document.dispatchEvent(new DragEvent('drop', given))",
            name,
            b64encode(data).decode(),
        )
        self.until(lambda: name in self.browser.title)
        return self.checked()

    def show(self, name):
        """Choose one of the drafts on the desk."""
        Select(self.one("#sheets")).select_by_visible_text(name)
        return self.checked()

    def paste(self, html, plain):
        """Put both on the clipboard, as another program does, and paste."""
        permissions = {"permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]}
        self.browser.execute_cdp_cmd("Browser.grantPermissions", permissions)
        self.area.click()
        before = self.text
        done = self.browser.execute_async_script(
            "const done = arguments[2]; const as = (type, text) => new Blob([text], { type });"
            "const item = { 'text/html': as('text/html', arguments[0]),"
            " 'text/plain': as('text/plain', arguments[1]) };"
            "navigator.clipboard.write([new ClipboardItem(item)]).then(() => done(''), (e) => done(`${e}`))",
            html,
            plain,
        )
        assert done == ""
        self.browser.get_log("browser")  # to clean what is copied the browser tries its styles
        self.press(Keys.END).press(Keys.CONTROL, "v")
        self.until(lambda: self.text != before)
        return self.checked()

    def save(self, kind):
        """Save, and return the file."""
        folder = self.browser.downloads
        before = set(folder.iterdir())
        self.one("#save").click()
        self.one(f"[data-save={kind}]").click()

        def saved():
            fresh = [one for one in folder.iterdir() if one not in before]
            whole = [one for one in fresh if not (one.name.startswith(".") or one.suffix == ".crdownload")]
            return whole[0] if whole else None

        return self.until(saved)


@pytest.fixture(scope="module")
def served(serve):
    return serve("--isolated")


@pytest.fixture
def page(browser, served):
    browser.emulate(WIDTHS["desktop"])
    browser.get("about:blank")
    browser.get(served.address)
    made = Page(browser)
    made.until(lambda: made.run("return 'ready' in document.documentElement.dataset"))
    browser.get_log("browser")
    yield made
    assert [line["message"] for line in browser.get_log("browser")] == []
    made.run("window.addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), true)")


@pytest.fixture
def word(docx_of):
    return docx_of("The council put off the the vote.", "Mayor Ann Orr said [TK] so.")


def test_the_key_does_not_stay_in_the_address(page):
    assert page.run("return location.href").endswith("/")
    assert page.status == "Nothing to read yet."


def test_what_is_typed_is_checked(page):
    page.area.send_keys("The council put off the the vote.")
    page.checked()
    assert page.messages == ['"the" twice in a row']
    assert page.status == "1 error in 7 words."
    assert page.all(".group")[0].text == "Said twice 1"
    marked = page.run(
        "return [...CSS.highlights.get('error')].map((range) => range.toString())",
    )
    assert marked == ["the the"]


def test_marks_move_with_the_words_before_the_next_check(page):
    page.write(TEXT)
    page.run("document.getElementById('text').setSelectionRange(0, 0)")
    page.area.send_keys("So ")
    assert page.run("return [...CSS.highlights.get('error')].map((range) => range.toString())") == [
        "the the",
        "[TK]",
    ]
    page.checked()


def test_thirty_keys_in_a_row_are_few_checks(page):
    page.area.send_keys("The council put off the the vote.")
    page.checked()
    asked = page.run(
        "const all = performance.getEntriesByType('resource');"
        "return all.filter((one) => one.name.endsWith('/ask/check')).length"
    )
    assert asked <= 4


def test_a_correction_is_accepted_undone_and_made_again(page):
    page.write(TEXT)
    page.press(Keys.F8)
    assert page.status == '1 of 2: error. "the" twice in a row.'
    page.do("fix")
    page.until(lambda: "the the" not in page.text)
    page.checked()
    assert page.messages == ['"[TK]" stands for something to come']
    page.press(Keys.CONTROL, "z")
    assert page.text == TEXT
    page.checked()
    assert len(page.messages) == 2
    page.press(Keys.CONTROL, "y")
    assert page.text == TEXT.replace("the the", "the")
    page.press(Keys.CONTROL, Keys.SHIFT, "z")
    page.one("#undo").click()
    assert page.text == TEXT


def test_all_safe_corrections_at_once(page):
    page.write(TEXT + "\nHe saw the the sea.\n")
    page.one("#fix-all").click()
    page.until(lambda: "the the" not in page.text)
    page.checked()
    page.one("#undo").click()
    assert page.text.count("the the") == 2


def test_a_finding_stands_with_a_reason(page):
    page.write(TEXT)
    page.press(Keys.F8)
    page.do("stet")
    page.one("#reason").send_keys("he stammers", Keys.ENTER)
    page.until(lambda: "[stet: repeated-word -- he stammers]" in page.text)
    page.checked()
    assert page.messages == ['"[TK]" stands for something to come']
    page.press(Keys.CONTROL, "z")
    assert page.text == TEXT
    page.checked()
    assert len(page.messages) == 2


def test_a_finding_is_judged_and_the_verdict_is_shown_again(page):
    page.write(TEXT)
    page.press(Keys.F8)
    page.do("wrong")
    page.until(lambda: page.status == "This finding is wrong: kept in verdicts.jsonl.")
    pressed = "[data-do=wrong][aria-pressed=true]"
    assert page.run("return document.activeElement.matches(arguments[0])", pressed)
    page.write(f"A headline.\n\n{TEXT}")
    assert [one.text for one in page.all(".worth [aria-pressed=true]")] == ["wrong"]
    page.one("[data-do=right]").send_keys(Keys.ENTER)
    page.until(lambda: page.status == "This finding is right: kept in verdicts.jsonl.")
    assert [one.text for one in page.all(".worth [aria-pressed=true]")] == ["right"]
    assert len(page.messages) == 2


def test_a_finding_is_ignored_and_comes_back(page):
    page.write(TEXT)
    page.press(Keys.F8)
    page.do("ignore")
    assert page.messages == ['"[TK]" stands for something to come']
    assert page.one(".aside summary").text == "1 finding ignored"
    page.one("#undo").click()
    assert len(page.messages) == 2
    page.one("#redo").click()
    assert len(page.messages) == 1
    page.one(".aside summary").click()
    page.one(".aside .link").click()
    assert len(page.messages) == 2


def test_undo_survives_typing_correcting_noting_and_ignoring(page):
    page.area.send_keys("The council put off the the vote. [TK]")
    page.checked()
    typed = page.text
    page.press(Keys.F8).do("fix")
    page.until(lambda: "the the" not in page.text)
    page.checked()
    page.press(Keys.F8).do("ignore")
    page.area.click()
    page.area.send_keys(Keys.END, " More.")
    page.checked()
    while page.one("#undo").is_enabled():
        page.one("#undo").click()
    assert page.text == ""
    while page.one("#redo").is_enabled():
        page.one("#redo").click()
    assert page.text == typed.replace("the the", "the") + " More."


HOLD = """
const real = window.fetch;
window.letGo = null;
window.fetch = async (address, ...more) => {
  if (String(address).endsWith(arguments[0])) await new Promise((done) => { window.letGo = done; });
  return real(address, ...more);
};
"""


@pytest.fixture
def two_drafts(page):
    """Two drafts on the desk, the first one shown."""
    page.open("one.txt", b"One saw the the sea.\n")
    page.open("two.txt", b"Two went to a a market.\n")
    page.show("one.txt")
    return page


@pytest.mark.parametrize("what", ["#fix-all", "[data-do=fix]", "the note"])
def test_an_answer_belongs_to_the_draft_that_it_was_asked_for(two_drafts, what):
    page = two_drafts
    page.press(Keys.F8)
    page.run(HOLD, "stet" if what == "the note" else "fix")
    if what == "the note":
        page.do("stet")
        page.one("#reason").send_keys("he stammers", Keys.ENTER)
    else:
        page.one(what).click()
    page.until(lambda: page.run("return window.letGo !== null"))
    page.show("two.txt")
    page.run("window.letGo()")
    page.until(lambda: page.status.startswith("one.txt: "))
    assert page.text == "Two went to a a market.\n"
    page.show("one.txt")
    noted = "[stet: repeated-word -- he stammers]\nOne saw the the sea.\n"
    assert page.text == (noted if what == "the note" else "One saw the sea.\n")
    page.one("#undo").click()
    assert page.text == "One saw the the sea.\n"


def test_what_is_pasted_is_not_put_into_another_draft(two_drafts):
    page = two_drafts
    page.run(HOLD, "paste")
    page.run(
        "const data = new DataTransfer(); data.setData('text/html', '<p>More</p>');"
        "const given = { clipboardData: data, bubbles: true, cancelable: true };"
        "document.getElementById('text').dispatchEvent(new ClipboardEvent('paste', given))"
    )
    page.until(lambda: page.run("return window.letGo !== null"))
    page.show("two.txt")
    page.run("window.letGo()")
    page.until(lambda: "paste again" in page.one("#problems").text)
    assert page.text == "Two went to a a market.\n"


def test_a_reason_that_is_being_written_outlives_a_check(page):
    page.write(TEXT)
    page.press(Keys.F8)
    page.do("stet")
    page.one("#reason").send_keys("he stammers")
    page.press(Keys.LEFT)
    page.run(
        "const area = document.getElementById('text'); area.value = `So ${area.value}`;"
        "area.dispatchEvent(new InputEvent('input', { inputType: 'insertText' }))"
    )
    page.checked()
    page.press("X")
    assert page.one("#reason").get_property("value") == "he stammerXs"
    assert page.one("[data-do=stet]").get_attribute("aria-expanded") == "true"
    Select(page.one("#style")).select_by_value("guardian")
    page.checked()
    assert page.one("#reason").get_property("value") == "he stammerXs"
    page.one("#reason").send_keys(Keys.ENTER)
    page.until(lambda: "[stet: repeated-word -- he stammer" in page.text)


def test_the_focus_goes_to_the_next_finding_and_stays_there(page):
    page.write(TEXT + "\nHe saw a a dog.\n")
    page.press(Keys.F8)
    page.press(Keys.CONTROL, ".").press(Keys.ENTER)
    page.until(lambda: "the the" not in page.text)
    page.checked()
    focused = "return document.activeElement.querySelector('.message')?.textContent"
    assert page.run(focused) == '"a" twice in a row'


def test_google_docs_are_pasted(page):
    page.paste(GOOGLE_DOCS, "Harbour vote")
    assert page.text == "# Harbour vote\n\nThe council put off the the vote, the mayor said.\n\n- One item"
    assert page.messages == ['"the" twice in a row']
    assert page.one("#name").text == "untitled.md"
    page.press(Keys.CONTROL, "z")
    assert page.text == ""


def test_plain_text_is_pasted_into_a_plain_draft_as_such(page):
    page.area.send_keys("One. ")
    page.paste("<p>Two <b>three</b>.</p>", "Two three.")
    assert page.text == "One. Two three."


def test_a_word_document_is_dropped_corrected_and_saved_as_it_came(page, word, desk):
    page.open("story.docx", word)
    assert page.text == "The council put off the the vote.\n\nMayor Ann Orr said [TK] so.\n"
    page.press(Keys.F8).do("fix")
    page.until(lambda: "the the" not in page.text)
    page.checked()
    page.area.click()
    page.area.send_keys(Keys.CONTROL, Keys.END)
    page.area.send_keys(Keys.BACKSPACE, " He left.")
    page.checked()
    saved = page.save("same")
    assert saved.name.startswith("story")
    from copydesk.desk.questions import Open

    text = desk.open(Open(name="story.docx", data=saved.read_bytes()))["text"]
    assert text == "The council put off the vote.\n\nMayor Ann Orr said [TK] so. He left.\n"
    assert b"w:del " in document_xml(saved)


def document_xml(path):
    from zipfile import ZipFile

    with ZipFile(path) as archive:
        return archive.read("word/document.xml")


def test_findings_are_saved_as_comments_of_word(page, word):
    import docx

    page.open("story.docx", word)
    saved = page.save("word")
    assert saved.name == "story.copydesk.docx"
    comments = list(docx.Document(io.BytesIO(saved.read_bytes())).comments)
    assert len(comments) == 2
    assert "twice in a row" in comments[0].text


def test_a_page_of_findings_is_saved(page):
    page.write(TEXT)
    saved = page.save("page")
    assert "twice in a row" in saved.read_text(encoding="utf-8")


def test_several_drafts_wait_in_a_menu(page, word):
    page.write("Mine.")
    page.open("story.docx", word)
    page.open("other.txt", b"Other.")
    menu = Select(page.one("#sheets"))
    assert [one.text for one in menu.options] == ["untitled.txt", "story.docx", "other.txt"]
    menu.select_by_visible_text("untitled.txt")
    assert page.text == "Mine."
    page.press(Keys.CONTROL, "z")


def test_what_cannot_be_read_is_told_and_nothing_is_lost(page):
    page.write("Mine.")
    page.run("document.getElementById('problems').replaceChildren()")
    page.run(
        "const dataTransfer = new DataTransfer(); dataTransfer.items.add(new File(['x'], 'old.doc'));"
        "document.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))"
    )
    page.until(lambda: page.one("#problems").text)
    assert ".docx" in page.one("#problems").text
    assert page.text == "Mine."
    page.browser.get_log("browser")  # it logs each refusal


def test_the_house_style_is_chosen(page):
    page.write("Ann Orr, the mayor, spoke.\n\nMs. Orr left.\n")
    assert page.messages == []
    Select(page.one("#style")).select_by_value("ap")
    page.until(lambda: page.messages)
    assert any("Ms. Orr" in one for one in page.messages)


def test_people_lead_to_their_places(page):
    page.write(TEXT)
    page.one("#tab-people").click()
    page.until(lambda: page.all("#people .name"))
    assert page.all("#people .name")[0].text == "Ann Orr"
    forms = page.all("#people .form")
    assert [one.text for one in forms] == ["Mayor Ann Orr", "Ms. Orr"]
    forms[1].click()
    at = page.run("return document.getElementById('text').selectionStart")
    assert page.run("return document.getElementById('text').value.slice(arguments[0])", at).startswith(
        "Ms. Orr"
    )


def test_a_click_on_marked_words_opens_their_finding(page):
    page.write(TEXT)
    page.run(
        "const area = document.getElementById('text'); const at = area.value.indexOf('[TK]') + 1;"
        "area.setSelectionRange(at, at); area.dispatchEvent(new MouseEvent('click', { bubbles: true }))"
    )
    assert page.one("[aria-current] .message").text == '"[TK]" stands for something to come'


def test_a_rule_explains_itself(page):
    page.write(TEXT)
    page.press(Keys.F8)
    page.do("explain")
    page.until(lambda: page.all(".why mark"))
    assert "repeated-word" in page.one(".why").text


def test_all_is_done_with_the_keyboard(page):
    page.area.send_keys("The council put off the the vote.")
    page.checked()
    page.press(Keys.F8).press(Keys.CONTROL, ".")
    focused = "return document.activeElement.dataset.do"
    assert page.run(focused) == "fix"
    page.press(Keys.ENTER)
    page.until(lambda: page.text == "The council put off the vote.")
    assert page.run("return document.activeElement.id") == "text"
    page.checked()
    page.press(Keys.F8)
    assert page.status == "Nothing to look at."


def test_the_order_is_that_of_the_text_where_it_is_wanted(page):
    page.write("Critics said so. It is in the the harbour and the harbor.\n")
    assert page.all(".card")[0].get_attribute("class") == "card error"
    Select(page.one("#order")).select_by_value("text")
    assert page.all(".group")[0].text.startswith("In the order of the text")


def test_a_script_in_a_draft_stays_text(page):
    evil = "<img src=x onerror=\"document.title='gone'\"><script>document.title='gone'</script> the the end."
    page.write(evil)
    page.press(Keys.F8)
    page.open("evil.html", f"<p>{evil}</p><script>document.title='gone'</script>".encode())
    page.open("<b>.md".replace("<", "(").replace(">", ")"), evil.encode())
    assert "gone" not in page.browser.title
    assert page.run("return document.querySelectorAll('img, iframe').length") == 0
    assert page.run("return document.scripts.length") == 1


@pytest.mark.parametrize("width", [390, 700, 1400])
def test_marks_stand_exactly_behind_the_words(page, width):
    page.browser.emulate(width)
    page.write("Words of many lengths stand here, 😀 and averyveryverylong" + "word" * 30 + " too.\n\n" * 12)
    sizes = page.run(
        "const [area, marks] = ['text', 'marks'].map((id) => document.getElementById(id));"
        "const heights = [area.scrollHeight, area.clientHeight, marks.clientHeight];"
        "return [...heights, area.clientWidth, marks.clientWidth]"
    )
    assert sizes[0] == sizes[1] == sizes[2]
    assert sizes[3] == sizes[4]


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_is_wider_than_the_page(page, width):
    page.browser.emulate(WIDTHS[width])
    page.write(TEXT + "W" * 300 + "\n")
    page.press(Keys.F8)
    assert page.run("return document.documentElement.scrollWidth") <= WIDTHS[width]


def test_on_paper_there_are_words_and_findings_and_no_controls(page):
    page.write(TEXT)
    page.browser.emulate(800, media="print")
    assert page.all("button:not(.head), select, textarea") == []
    assert len(page.messages) == 2
    assert page.run("return getComputedStyle(document.getElementById('marks')).color") == "rgb(0, 0, 0)"


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_no_violation(page, axe, width, theme):
    page.browser.emulate(WIDTHS[width], theme)
    assert page.browser.violations(axe) == []
    page.one("#sample").click()
    page.until(lambda: page.messages)
    page.checked()
    page.press(Keys.F8)
    page.do("stet")
    page.do("explain")
    page.until(lambda: page.all(".why p"))
    assert page.browser.violations(axe) == []
    for tab in ("people", "sources", "quotations"):
        page.one(f"#tab-{tab}").click()
        page.until(lambda tab=tab: page.all(f"#{tab} li"))
        assert page.browser.violations(axe) == []


def test_a_reader_of_screens_hears_what_happens(page):
    tree = page.browser.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
    named = {(one["role"]["value"], one.get("name", {}).get("value")) for one in tree if not one["ignored"]}
    assert ("textbox", "Draft") in named
    assert ("tab", "Findings") in named
    assert ("combobox", "House style") in named
    assert any(role == "status" for role, _ in named)
    page.write(TEXT)
    page.press(Keys.F8)
    assert page.one("#status").get_attribute("role") == "status"
    assert page.one("[aria-current] .head").get_attribute("aria-expanded") == "true"


def test_named_drafts_wait_on_the_desk(browser, serve, tmp_path, word):
    (tmp_path / "b.txt").write_text("The the end.\n")
    (tmp_path / "a.docx").write_bytes(word)
    browser.get(serve("--isolated", "a.docx", "b.txt", cwd=tmp_path).address)
    made = Page(browser)
    made.until(lambda: made.run("return 'ready' in document.documentElement.dataset"))
    assert [one.text for one in Select(made.one("#sheets")).options] == ["a.docx", "b.txt"]
    made.checked()
    assert made.text.startswith("The council")
    assert (tmp_path / "b.txt").read_text() == "The the end.\n"


def test_when_the_desk_has_ended_the_text_is_still_there(browser, serve):
    served = serve("--isolated")
    browser.get(served.address)
    made = Page(browser)
    made.until(lambda: made.run("return 'ready' in document.documentElement.dataset"))
    made.write("The the end.")
    served.process.kill()
    served.process.wait(20)
    made.write("The the end. More.")
    assert "still here" in made.one("#problems").text
    assert made.text == "The the end. More."
    made.run("window.addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), true)")
    browser.get_log("browser")


class Stranger(BaseHTTPRequestHandler):
    """A page of another program of this machine, or of a site whose name leads here."""

    def do_GET(self):
        body = b"<!doctype html><title>stranger</title><form></form><iframe></iframe>"
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@pytest.fixture
def stranger():
    """The port of a stranger's server."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Stranger)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server.server_address[1]
    server.shutdown()
    server.server_close()
    thread.join()


ATTEMPTS = """
const [desk, key, done] = arguments;
const tried = async (work) => { try { return String(await work()); } catch (error) { return "refused"; } };
const known = { "X-Copydesk-Key": key, "Content-Type": "application/json" };
const ask = (more) => fetch(`${desk}/ask/start`, { method: "POST", body: "{}", ...more });
(async () => {
  const frame = document.querySelector("iframe");
  const loaded = new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
  frame.src = desk;
  await loaded;
  done({
    asked: await tried(() => ask({})),
    withKey: await tried(() => ask({ headers: known })),
    read: await tried(() => fetch(desk).then((answer) => answer.text())),
    code: await tried(() => import(`${desk}/desk.js`)),
    frame: await tried(() => frame.contentDocument?.title ?? "shut"),
  });
})();
"""


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "stranger.example"])
def test_another_page_gets_nothing_even_with_the_key(browser, served, stranger, host):
    browser.get(f"http://{host}:{stranger}/")
    desk = served.address.partition("/#")[0]
    found = browser.execute_async_script(ATTEMPTS, desk, served.key)
    assert found == dict.fromkeys(("asked", "withKey", "read", "code"), "refused") | {"frame": "shut"}
    browser.get_log("browser")


def test_a_form_of_another_page_is_refused(browser, served, stranger):
    browser.get(f"http://stranger.example:{stranger}/")
    browser.execute_script(
        "const form = document.querySelector('form'); form.action = arguments[0]; form.method = 'post';"
        "form.enctype = 'text/plain'; form.submit()",
        served.address.partition("/#")[0] + "/ask/start",
    )
    WebDriverWait(browser, 30, 0.05).until(lambda _: "asks" in browser.page_source)
    assert "another page asks" in browser.page_source
    browser.get_log("browser")


def test_a_name_that_a_stranger_lets_point_here_is_refused(browser, served):
    browser.get(f"http://rebound.example:{served.port}/#{served.key}")
    assert "this page is for this machine only" in browser.page_source
    browser.get_log("browser")
