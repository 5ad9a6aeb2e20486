"""What the user guide says of the configuration is true."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from copydesk.config.describe.schema import schema
from copydesk.config.keys import HOUSE
from copydesk.plugins.registry import load_registry

ROOT = Path(__file__).parents[3]
GUIDE = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8").partition("## Configuration")[2]


@pytest.mark.parametrize("text", [GUIDE, README], ids=["guide", "readme"])
def test_the_sample_is_a_configuration(text):
    sample = re.search(r"```toml\n(.*?)```", text, re.DOTALL)
    assert sample is not None
    names = ("encoding-fallback", "engine")
    Draft202012Validator(schema(load_registry(), names)).validate(tomllib.loads(sample[1]))


@pytest.mark.parametrize("key", HOUSE)
def test_every_key_is_explained(key):
    assert f"\n| `{key}` | " in GUIDE
