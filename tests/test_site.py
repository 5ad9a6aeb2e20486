"""The documentation as a site: built strictly, whole, and without anything from elsewhere."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest

from copydesk.engine.checking import ENGINE_FINDINGS
from copydesk.plugins.registry import load_registry

ROOT = Path(__file__).parents[1]
RULES = sorted([*load_registry(plugins=False).rules, *ENGINE_FINDINGS])
FROM_ELSEWHERE = re.compile(
    r"<(?:script|link|img|iframe|source)\b[^>]*(?:src|href)=\"?(?:https?:)?//|@import|url\(\"?http"
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, skip: Callable[[str, str], None]) -> Path:
    """The site. A link that leads nowhere makes the build fail."""
    if find_spec("material") is None:
        skip("docs", "there is no MkDocs Material: pip install copydesk[docs]")
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert run.returncode == 0, run.stderr
    return folder


def test_every_page_is_in_the_navigation(site: Path) -> None:
    home = (site / "index.html").read_text(encoding="utf-8")
    for page in (ROOT / "docs").glob("*.md"):
        if page.name != "index.md":
            assert f'href="{page.stem}/"' in home


@pytest.mark.parametrize("name", RULES)
def test_every_rule_has_a_page(site: Path, name: str) -> None:
    page = (site / "rules" / name / "index.html").read_text(encoding="utf-8")
    assert f'<h1 id="{name}">{name}' in page
    assert f'href="{name}/"' in (site / "rules" / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [name for name in load_registry(plugins=False).styles if name != "auto"])
def test_every_style_has_a_page(site: Path, name: str) -> None:
    page = (site / "styles" / name / "index.html").read_text(encoding="utf-8")
    assert f'<h1 id="{name}">{name}' in page


def test_the_page_of_a_style_says_how_each_fact_is_known(site: Path) -> None:
    page = (site / "styles" / "ap" / "index.html").read_text(encoding="utf-8")
    assert "<td>48%</td>\n<td>accounts of it, printed 189 : 9, since 2019-04</td>" in page


def test_examples_show_what_is_reported(site: Path) -> None:
    page = (site / "rules" / "repeated-word" / "index.html").read_text(encoding="utf-8")
    assert '<pre class="draft">' in page
    assert "<mark>" in page
    assert "[[" not in page


def test_nothing_comes_from_elsewhere(site: Path) -> None:
    pages = [*site.rglob("*.html"), *site.rglob("*.css")]
    assert len(pages) > len(RULES)
    for page in pages:
        assert FROM_ELSEWHERE.findall(page.read_text(encoding="utf-8")) == [], page.name


def test_what_makes_the_site_is_not_in_it(site: Path) -> None:
    assert list(site.rglob("*.py")) == []


def test_the_page_of_rules_that_may_block_has_every_rule(site: Path) -> None:
    page = (site / "may-block" / "index.html").read_text(encoding="utf-8")
    assert "site has the" not in page
    for name in load_registry(plugins=False).rules:
        assert f'href="../rules/{name}/"' in page
    assert "published news articles of many outlets" in page
    assert '<h2 id="they-keep-their-promise">' in page


def test_the_page_of_a_rule_says_how_often_it_is_right(site: Path) -> None:
    for name, said in (
        ("unbalanced-quote", "Right in "),
        ("weekday-date", "No finding of "),
    ):
        page = (site / "rules" / name / "index.html").read_text(encoding="utf-8")
        assert f"<p>{said}" in page
        assert 'href="../../may-block/"' in page
