"""Configurations that nobody would write: never a traceback, always an exit code of 0, 1 or 2.

A few hundred are tried; `COPYDESK_EXAMPLES=5000` tries as many as it says.
"""

from __future__ import annotations

import contextlib
import io
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from copydesk.commands.cli import main
from copydesk.plugins.registry import load_registry

pytestmark = pytest.mark.slow

EXAMPLES = int(os.environ.get("COPYDESK_EXAMPLES", "300"))

DRAFT = "Critics say the board is late.\n\nThe board, sources said, was told [TK].\n"
VALID = """\
style = "ap"
language = "en"
select = ["all"]
ignore = ["placeholders", "vague-source"]
fail-on = "error"
show = "info"
exclude = ["old/**", "*.tmp.txt"]
extends = ["base.toml"]
terms = ["terms.toml"]
required-plugins = ["builtin>=0.1"]
require-reason = true

[severity]
duplicates = "warning"
orphan-quote = "off"
encoding-fallback = "error"

[rules.unintroduced-person]
household = ["Orr", "Poe"]

[rules.near-duplicate-paragraph]
minimum_words = 12
similarity = 0.8

[[overrides]]
paths = ["drafts/**"]
style = "nyt"
select = ["spelling"]

[overrides.severity]
vague-source = "info"
"""

LINES = VALID.split("\n")
WORDS = sorted(set(VALID.replace('"', " ").replace("=", " ").split()))
VALUES = [
    "3", "-1", "0.5", "nan", "true", '""', '"x"', "[]", "[[]]", "{}", "1979-05-27", "'''\n'''",
    '["copydesk.toml"]', '["../copydesk.toml"]', '["/etc/passwd"]', '["drafts"]', '"\\u0000"',
]  # fmt: skip
SCRAPS = [*WORDS, *VALUES, *"[]{}=.,\"'#\n \\\t\0", "[[", "]]", '"""', "\ud800", "\u2028", "é", "=", "\n"]


@st.composite
def mutations(draw: st.DrawFn) -> str:
    """A valid configuration after some accidents: lines gone, doubled, moved, values and keys replaced."""
    lines = list(LINES)
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(lines) - 1))
        accident = draw(st.sampled_from(["drop", "double", "swap", "value", "key", "cut", "scrap"]))
        if accident == "drop" and len(lines) > 1:
            del lines[at]
        elif accident == "double":
            lines.insert(at, lines[at])
        elif accident == "swap":
            other = draw(st.integers(0, len(lines) - 1))
            lines[at], lines[other] = lines[other], lines[at]
        elif accident == "value":
            lines[at] = f"{lines[at].partition('=')[0]}= {draw(st.sampled_from(VALUES))}"
        elif accident == "key":
            lines[at] = f"{draw(st.sampled_from(WORDS))} ={lines[at].partition('=')[2]}"
        elif accident == "cut":
            lines[at] = lines[at][: draw(st.integers(0, len(lines[at])))]
        else:
            lines[at] += draw(st.sampled_from(SCRAPS))
    return "\n".join(lines)


TEXTS = st.one_of(
    mutations(),
    st.lists(st.sampled_from(SCRAPS), max_size=30).map("".join),
    st.lists(st.sampled_from(SCRAPS), max_size=30).map(" ".join),
    st.text(max_size=60),
)


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with a draft, and the other files that the configuration names."""
    root = tmp_path_factory.mktemp("newsroom")
    (root / "drafts").mkdir()
    (root / "drafts" / "a.txt").write_text(DRAFT, encoding="utf-8")
    (root / "base.toml").write_text('show = "info"\n', encoding="utf-8")
    (root / "terms.toml").write_text('allow = ["Orr"]\n', encoding="utf-8")
    registry = load_registry()
    here = Path.cwd()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("copydesk.plugins.registry.load_registry", lambda **_: registry)
        os.chdir(root)
        yield root
        os.chdir(here)


def run(*arguments: str) -> tuple[object, str]:
    """The exit code of a command line, and what it wrote to standard error."""
    err = io.StringIO()
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(err):
        try:
            main(arguments)
        except SystemExit as error:
            return error.code, err.getvalue()
    return None, err.getvalue()


def test_the_configuration_that_is_mutated_is_valid(newsroom):
    (newsroom / "copydesk.toml").write_text(VALID, encoding="utf-8")
    assert run("check", "drafts") == (0, "")


@settings(max_examples=EXAMPLES)
@given(text=TEXTS, shared=st.booleans())
@example(text="a." * 10_000 + "b = 1", shared=False)
@example(text="[" * 10_000, shared=True)
def test_no_configuration_is_answered_with_a_traceback(newsroom, text, shared):
    own, pyproject = newsroom / "copydesk.toml", newsroom / "pyproject.toml"
    own.unlink(missing_ok=True)
    pyproject.unlink(missing_ok=True)
    data = f"[tool.copydesk]\n{text}" if shared else text
    (pyproject if shared else own).write_bytes(data.encode("utf-8", "surrogatepass"))
    for arguments in (("check", "drafts"), ("config", "show", "drafts/a.txt")):
        code, err = run(*arguments)
        assert code in (0, 1, 2)
        assert "Traceback" not in err
        assert "fault of copydesk" not in err
        assert all(line.startswith("copydesk: ") for line in err.splitlines())
        assert (code == 2) is bool(err)
