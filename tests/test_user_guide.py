"""What the guide for editors shows is true."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from copydesk.config.describe.schema import schema
from copydesk.config.toml.located import parse
from copydesk.config.toml.terms import read_terms
from copydesk.errors import ConfigError
from copydesk.house.names.file import COLUMNS, STATUSES, read_names
from copydesk.plugins.builtin import FORMATS
from copydesk.plugins.registry import load_registry

DOCS = Path(__file__).parents[1] / "docs"


def page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def test_the_samples_of_the_house_style_hold() -> None:
    style, terms, words, care, names, rules = re.findall(
        r"```toml\n(.*?)```", page("house-style.md"), re.DOTALL
    )
    validator = Draft202012Validator(schema(load_registry(plugins=False), ("encoding-fallback", "engine")))
    for sample in (style, terms, care, names, rules):
        validator.validate(tomllib.loads(sample))
    assert {term.text for term in read_terms(parse(words.encode(), "terms.toml"))} >= {"advisor", "illegals"}


def test_the_samples_of_the_names_hold(tmp_path: Path) -> None:
    text = page("names.md")
    validator = Draft202012Validator(schema(load_registry(plugins=False), ("encoding-fallback", "engine")))
    for sample in re.findall(r"```toml\n(.*?)```", text, re.DOTALL):
        validator.validate(tomllib.loads(sample))
    (workflow,) = re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)
    (tmp_path / "names.yml").write_text(workflow, encoding="utf-8")
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows"]
    subprocess.run([*command, str(tmp_path / "names.yml")], check=True, capture_output=True)
    assert {column for column in COLUMNS if f"`{column}`" in text} == {*COLUMNS}
    assert {status for status in STATUSES if f"`{status}`" in text} == {*STATUSES}
    with pytest.raises(ConfigError) as caught:
        read_names(b"name,status\nTomas Reyle,chekced\n", "house/names.csv")
    assert caught.value.message in text


def test_every_format_is_explained() -> None:
    assert sorted(re.findall(r"^\| `(\w+)` \| ", page("reports.md"), re.MULTILINE)) == sorted(
        [*FORMATS, "auto"]
    )


def test_what_the_first_check_shows_is_what_copydesk_says() -> None:
    (finding,) = re.findall(r'"land mines" here.*?\)', page("first-check.md"))
    golden = (DOCS.parent / "tests" / "cases" / "seed.golden.txt").read_text(encoding="utf-8")
    assert finding in golden
