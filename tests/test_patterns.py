"""The regular expressions of copydesk mean the same on every Python that it runs on."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from warnings import catch_warnings

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]

# Python 3.11.2, which Debian 12 has, goes on from a wrong place where a possessive or atomic *group* fails
# half-way (cpython issue 106052, mended in 3.11.5). A single character, or one of a set, may be possessive:
# that is another instruction, which was never wrong.
_LIST = """
import importlib, json, pkgutil, sys
from re import _compiler

compiled = []
compile_one = _compiler.compile

def record(pattern, flags=0):
    compiled.append((pattern, int(flags)))
    return compile_one(pattern, flags)

_compiler.compile = record
import copydesk, copydesk_rules
for package in (copydesk, copydesk_rules):
    for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        if not module.name.endswith("__main__"):
            values = vars(importlib.import_module(module.name)).values()
            compiled += [(value, 0) for value in values if isinstance(value, str)]
from copydesk.commands.cli import main
sys.argv = ["copydesk", "check", "--isolated", "--no-cache", "--fail-on", "never", *sys.argv[1:]]
try:
    main()
except SystemExit as end:
    assert not end.code, end.code
print()
print(json.dumps([(p, f) for p, f in compiled if isinstance(p, str)]))
"""


@pytest.fixture(scope="module")
def patterns() -> list[tuple[str, int]]:
    """Every pattern that is compiled by importing copydesk and by checking drafts, with its flags.

    And every other text that a module holds: a pattern that few drafts need is one, until it is compiled.
    """
    command = [sys.executable, "-c", _LIST, str(ROOT / "seeds"), str(ROOT / "README.md")]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return [(pattern, flags) for pattern, flags in json.loads(done.stdout.splitlines()[-1])]


def groups_that_never_give_back(pattern: str, flags: int) -> list[str]:
    """The possessive and the atomic groups of a pattern, by what the parser calls them."""
    from re import _parser  # type: ignore[attr-defined]  # no public name says how a pattern is read

    found = []

    def look(parsed: object) -> None:
        if isinstance(parsed, tuple) and len(parsed) == 2:
            name, argument = str(parsed[0]), parsed[1]
            if name == "ATOMIC_GROUP":
                found.append(name)
            if name == "POSSESSIVE_REPEAT" and not _is_one_character(argument[2]):
                found.append(name)
        if isinstance(parsed, tuple | list | _parser.SubPattern):
            for part in parsed:
                look(part)

    with suppress(_parser.error), catch_warnings(action="ignore"):  # a text that is no pattern
        look(_parser.parse(pattern, flags))
    return found


def _is_one_character(parsed) -> bool:
    one = {"LITERAL", "NOT_LITERAL", "IN", "ANY", "CATEGORY"}
    return len(parsed) == 1 and str(parsed[0][0]) in one


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("a*+b", []),
        ("[ab]{1,3}+", []),
        ("(?:ab)*", []),
        ("(?:[ ][.]++)*+", ["POSSESSIVE_REPEAT"]),
        ("x(?:(?:ab){2,5}+|c)", ["POSSESSIVE_REPEAT"]),
        ("(?=(?>ab?)c)", ["ATOMIC_GROUP"]),
    ],
)
def test_what_is_looked_for(pattern: str, found: list[str]) -> None:
    assert groups_that_never_give_back(pattern, 0) == found


def test_no_group_is_possessive_or_atomic(patterns) -> None:
    assert len(patterns) > 100
    wrong = [pattern for pattern, flags in patterns if groups_that_never_give_back(pattern, flags)]
    assert wrong == []
