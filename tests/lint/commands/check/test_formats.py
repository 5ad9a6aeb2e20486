"""Every command, on one draft in every text format: what works on Markdown works on all of them."""

from __future__ import annotations

import json
import subprocess

import pytest

from copydesk.plugins.builtin import READERS

SAID = "“The fog was thick,” said Ann Roe, the mayor of Vik."
TWICE = "The harbor was closed for the the day, and nobody could leave."

DRAFTS = {
    "draft.html": f"<h1>Fog at Vik</h1>\n<p>{SAID}</p>\n<p>{TWICE}</p>\n<p>The end was near.</p>\n",
    "draft.mdx": f"# Fog at Vik\n\n{SAID}\n\n{TWICE}\n\n<Map a={{1}} />\n\nThe end was near.\n",
    "draft.astro": f"---\nlet a\n---\n<h1>Fog at Vik</h1>\n<p>{SAID}</p>\n<p>{TWICE}</p>\n<p>The end.</p>\n",
    "draft.svelte": f"<script>let a</script><h1>Fog at Vik</h1>\n<p>{SAID}</p>\n<p>{TWICE}</p>\n{{a}}\n",
    "draft.adoc": f"= Fog at Vik\n\n{SAID}\n\n{TWICE}\n\n----\ncode\n----\n",
    "draft.rst": f"Fog at Vik\n==========\n\n{SAID}\n\n{TWICE}\n\n.. code::\n\n   code\n",
    "draft.org": f"#+TITLE: Fog at Vik\n\n{SAID}\n\n{TWICE}\n\n: code\n",
    "draft.aml": f"headline: Fog at Vik\n\n[+body]\n{SAID}\n\n{TWICE}\n[]\n",
    "draft.json": f"""{{
  "headlines": {{"basic": "Fog at Vik"}},
  "content_elements": [
    {{"type": "text", "content": "{SAID}"}},
    {{"type": "text", "content": "{TWICE}"}}
  ]
}}
""",
}


@pytest.fixture(params=DRAFTS)
def name(request, folder) -> str:
    folder({request.param: DRAFTS[request.param]})
    return request.param


def rules_of(result) -> list[str]:
    return [one["rule"] for one in json.loads(result.out)["findings"]]


def test_check_names_the_place(copydesk, name: str) -> None:
    result = copydesk("check", name, "--select", "repeated-word", "--format", "json", installed=True)
    (finding,) = json.loads(result.out)["findings"]
    line = DRAFTS[name].splitlines()[finding["line"] - 1]
    assert line[finding["column"] - 1 :].startswith("the the day")


@pytest.mark.usefixtures("name")
def test_a_folder_is_searched_for_it(copydesk) -> None:
    assert rules_of(copydesk("check", ".", "--select", "repeated-word", "--format", "json", installed=True))


def test_fix(copydesk, name: str, tmp_path) -> None:
    copydesk("check", name, "--select", "repeated-word", "--fix", "--unsafe-fixes", installed=True)
    written = (tmp_path / name).read_text(encoding="utf-8")
    assert written == DRAFTS[name].replace("the the", "the")


def test_add_stet(copydesk, name: str, tmp_path) -> None:
    line = ("check", name, "--select", "repeated-word,unused-stet", "--format", "json")
    result = copydesk(*line, "--add-stet", "repeated-word", "--reason", "a song", installed=True)
    written = (tmp_path / name).read_text(encoding="utf-8")
    if name in ("draft.json", "draft.aml"):
        assert result.code == 2
        assert "no note can be written" in result.err
        assert written == DRAFTS[name]
        return
    assert "stet: repeated-word -- a song" in written
    assert rules_of(copydesk(*line, installed=True)) == []


def test_baseline(copydesk, name: str) -> None:
    copydesk("baseline", name, "--select", "repeated-word", installed=True)
    line = ("check", name, "--select", "repeated-word", "--format", "json")
    assert rules_of(copydesk(*line, "--baseline", "copydesk.baseline", installed=True)) == []


def test_since(copydesk, name: str, tmp_path) -> None:
    def git(*arguments: str) -> None:
        person = ("-c", "user.name=A", "-c", "user.email=a@example.org")
        subprocess.run(["git", *person, *arguments], cwd=tmp_path, check=True, capture_output=True)

    git("init", "--quiet")
    git("add", "--all")
    git("commit", "--quiet", "--message", "a")
    line = ("check", name, "--select", "repeated-word", "--since", "HEAD", "--format", "json")
    assert rules_of(copydesk(*line, installed=True)) == []
    (tmp_path / name).write_text(DRAFTS[name].replace("harbor was", "port was"), encoding="utf-8")
    assert rules_of(copydesk(*line, installed=True)) == ["repeated-word"]


@pytest.mark.parametrize("command", ["inspect", "sources", "duplicates", "usage"])
def test_the_views(copydesk, name: str, command: str) -> None:
    result = copydesk(command, name, installed=True)
    assert result.code == 0
    if command in ("inspect", "sources"):
        assert "Ann Roe" in result.out


def test_the_page_of_a_report(copydesk, name: str, tmp_path) -> None:
    copydesk("check", name, "--select", "repeated-word", "--output", "report.html", installed=True)
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "nobody could leave" in page
    assert rules_of(copydesk("check", "report.html", "--format", "json", installed=True)) == []


def test_a_folder_is_searched_for_no_report(copydesk, folder) -> None:
    folder({"draft.html": DRAFTS["draft.html"]})
    copydesk("check", "draft.html", "--output", "report.html", installed=True)
    assert copydesk("check", ".", "--show-files", installed=True).out == "draft.html\n"


def test_help_names_every_reader(copydesk) -> None:
    said = copydesk("check", "--help", installed=True).out
    assert all(f"`{reader.name}`" in said for reader in READERS)


def test_code_in_a_message_is_an_ellipsis(copydesk, folder) -> None:
    folder({"draft.md": "He said it (in `code` and never closed it.\n"})
    said = copydesk("check", "draft.md", "--select", "unbalanced-bracket", installed=True).out
    assert "\ufffc" not in said
    assert "unbalanced-bracket" in said


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("draft.html", '<p class="quote">We saw a a cat.</p>'),
        ("draft.html", "<p>She said <q>we saw a a cat</q>.</p>"),
        ("draft.mdx", "<Quote>We saw a a cat.</Quote>\n"),
    ],
)
def test_words_of_others_are_not_corrected(copydesk, folder, tmp_path, name: str, text: str) -> None:
    folder({name: text})
    result = copydesk("check", name, "--select", "repeated-word", "--fix", "--unsafe-fixes", installed=True)
    assert result.code == 1
    assert (tmp_path / name).read_text(encoding="utf-8") == text
