"""Patterns of drafts."""

from __future__ import annotations

import os

import pytest

from copydesk.files.globs import Pattern, fault


def matches(pattern: str, draft: str) -> bool:
    top = os.path.abspath("house")
    return Pattern(pattern, top).matches(os.path.join(top, *draft.split("/")))


@pytest.mark.parametrize(
    ("pattern", "yes", "no"),
    [
        ("*.md", ["a.md", "news/city/a.md"], ["a.txt", "a.md.txt"]),
        ("wire", ["wire/a.md", "news/wire/a.md"], ["wired/a.md", "news/rewire.md"]),
        ("wire/", ["wire/a.md", "news/wire/a.md"], ["wired/a.md"]),
        ("news/wire", ["news/wire/a.md", "news/wire/x/a.md"], ["wire/a.md", "x/news/wire/a.md"]),
        ("./news", ["news/a.md"], ["x/news/a.md"]),
        ("news/*.md", ["news/a.md"], ["news/city/a.md", "a.md"]),
        ("news/**/*.md", ["news/a.md", "news/city/x/a.md"], ["news/a.txt", "sports/a.md"]),
        ("**/city/*", ["city/a.md", "news/city/a.md"], ["city.md"]),
        ("**", ["a.md", "news/city/a.md"], []),
        ("news-[0-9]/a.m?", ["news-1/a.md"], ["news-x/a.md"]),
        ("A.md", ["A.md"], ["a.md"]),
    ],
)
def test_a_pattern_means_these_drafts_and_not_those(pattern, yes, no):
    assert [draft for draft in yes if not matches(pattern, draft)] == []
    assert [draft for draft in no if matches(pattern, draft)] == []


def test_a_draft_that_is_not_below_the_folder_is_never_meant():
    assert not Pattern("**", os.path.abspath("house")).matches(os.path.abspath("housed/a.md"))


@pytest.mark.slow
def test_a_pattern_made_to_take_for_ever_does_not():
    assert not matches("**/" * 200 + "*a*b" * 50, "/".join(["a" * 50] * 200))


@pytest.mark.parametrize("pattern", ["", "/", "./", "/news", "../news", "news/../..", "news\\*.md"])
def test_what_is_no_pattern(pattern):
    assert fault(pattern)
