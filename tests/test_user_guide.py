"""What the guide for editors shows is true."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from jsonschema import Draft202012Validator

from copydesk.config.describe.schema import schema
from copydesk.config.toml.located import parse
from copydesk.config.toml.terms import read_terms
from copydesk.plugins.builtin import FORMATS
from copydesk.plugins.registry import load_registry

DOCS = Path(__file__).parents[1] / "docs"


def page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def test_the_samples_of_the_house_style_hold() -> None:
    style, terms, words, care, rules = re.findall(r"```toml\n(.*?)```", page("house-style.md"), re.DOTALL)
    validator = Draft202012Validator(schema(load_registry(plugins=False), ("encoding-fallback", "engine")))
    for sample in (style, terms, care, rules):
        validator.validate(tomllib.loads(sample))
    assert {term.text for term in read_terms(parse(words.encode(), "terms.toml"))} >= {"advisor", "illegals"}


def test_every_format_is_explained() -> None:
    assert sorted(re.findall(r"^\| `(\w+)` \| ", page("reports.md"), re.MULTILINE)) == sorted(
        [*FORMATS, "auto"]
    )


def test_what_the_first_check_shows_is_what_copydesk_says() -> None:
    (finding,) = re.findall(r'"land mines" here.*?\)', page("first-check.md"))
    golden = (DOCS.parent / "tests" / "cases" / "seed.golden.txt").read_text(encoding="utf-8")
    assert finding in golden
