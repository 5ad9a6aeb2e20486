"""Reports made by hand, and a report of drafts that are hard to show."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import jsonschema
import pytest

from copydesk.model.finding import Severity
from copydesk.model.report import (
    CheckedDraft,
    Diagnostic,
    Place,
    PlacedFix,
    Plugin,
    Problem,
    RelatedPlace,
    Report,
)

SCHEMAS = Path(os.environ.get("COPYDESK_SCHEMAS", Path(__file__).parents[4] / "shared" / "facts" / "formats"))
LINE = "The council cleared the landmines before the winter came."


def finding(
    line: str = LINE,
    words: str = "landmines",
    *,
    path: str = "drafts/a.md",
    number: int = 3,
    rule: str = "compound-variant",
    severity: Severity = Severity.WARNING,
    message: str = '"landmines" here, "land mines" 6 times',
    related: tuple[RelatedPlace, ...] = (),
    fix: PlacedFix | None = None,
) -> Diagnostic:
    """A finding at some words of a line, as the engine makes it, a long line cut."""
    at = line.index(words)
    place = Place(path, number, at + 1, number, at + 1 + len(words))
    start = max(0, at - 200)
    context = line[start : start + 400]
    return Diagnostic(place, rule, "spelling", severity, message, words, context, at - start, related, fix)


def report(*findings: Diagnostic, problems: tuple[Problem, ...] = ()) -> Report:
    """A report on the drafts of some findings."""
    paths = sorted({finding.place.path for finding in findings} or {"drafts/a.md"})
    drafts = tuple(CheckedDraft(path, "markdown", 1200, "utf-8") for path in paths)
    return Report(drafts, findings, problems, (Plugin("builtin", "copydesk-0.1.0"),))


@pytest.fixture
def make() -> SimpleNamespace:
    """`make.finding(...)` and `make.report(*findings)`."""
    return SimpleNamespace(finding=finding, report=report, related=related)


def related(path: str = "drafts/b.md", line: int = 1, message: str = '"land mines" here') -> RelatedPlace:
    """Another place, ten characters long."""
    return RelatedPlace(Place(path, line, 53, line, 63), message)


@pytest.fixture
def validate(skip: Callable[[str, str], None]) -> Callable[[str, object], None]:
    """Check a value against a published schema: `validate("rdjson.schema.json", value)`."""

    def against(name: str, value: Any) -> None:
        path = SCHEMAS / name
        if not path.is_file():
            skip("schemas", f"the published schemas are not beside the checkout ({path})")
        schema = json.loads(path.read_text(encoding="utf-8"))
        jsonschema.validators.validator_for(schema)(schema).validate(value)

    return against


HOSTILE = {
    "drafts/café – 1.md": "# Zoë’s “plan”\n\nDie Brücke — “schön” — is bad, 😀 and bad again.\n\n"
    "An é é hint.\n",
    "drafts/b & <b>.txt": "A bad word: <script>alert(1)</script> and ]]> and & and worst.\n",
    "drafts/clean.txt": "Nothing here.\n",
}
"""Drafts that are hard to show, with findings of the toy rules in them."""


@pytest.fixture
def hostile(folder: Callable[[dict[str, str]], Path]) -> Path:
    """A folder with drafts that are hard to show."""
    return folder(HOSTILE)
