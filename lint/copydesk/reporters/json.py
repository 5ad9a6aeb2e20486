"""The whole report as JSON, for programs. `copydesk/schema/report.schema.json` describes it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, TypeVar

from copydesk.model.report import CheckedDraft, Diagnostic, Place, PlacedFix, Problem, Report
from copydesk.reporters import RenderOptions
from copydesk.version import __version__

VERSION = 1

KindT = TypeVar("KindT")

# A file name that is not text is decoded to lone surrogates, which no encoding can write: JSON has escapes.
# They serve for the control characters that JSON allows, and for `##[`, a command of CI services in any line.
_ESCAPED = re.compile(r"[\x7f-\x9f\ud800-\udfff]|#(?=#\w*\[)")


def render(report: Report, options: RenderOptions) -> str:
    """Return the report as JSON, keys in a fixed order."""
    return "".join(stream(report, options))


def stream(report: Report, options: RenderOptions) -> Iterator[str]:  # noqa: ARG001  as for all reporters
    """Yield the report in parts: at least one for each draft, finding and problem."""
    yield "{"
    separator = "\n"
    for name, value in _fields(report).items():
        yield f'{separator}  "{name}": '
        if isinstance(value, Iterator):
            yield from _list(value)
        else:
            yield _nested(value, 1)
        separator = ",\n"
    yield "\n}\n"


def describe(report: Report) -> dict[str, Any]:
    """Return the report as plain values, keys in a fixed order."""
    fields = _fields(report).items()
    return {name: [*value] if isinstance(value, Iterator) else value for name, value in fields}


def _fields(report: Report) -> dict[str, Any]:
    """Return the report by its keys; what may be long is made value by value."""
    return {
        "version": VERSION,
        "tool": {
            "name": "copydesk",
            "version": __version__,
            "plugins": [{"name": p.name, "distribution": p.distribution} for p in report.plugins],
        },
        "drafts": map(_draft, report.drafts),
        "findings": map(describe_finding, report.findings),
        "problems": map(_problem, report.problems),
    }


def _list(values: Iterator[Any]) -> Iterator[str]:
    """Yield a list as it stands in the report."""
    yield "["
    end = "]"
    separator = "\n    "
    for value in values:
        yield f"{separator}{_nested(value, 2)}"
        separator, end = ",\n    ", "\n  ]"
    yield end


def _nested(value: Any, depth: int) -> str:
    """Return JSON with its lines, but for the first, as deep as they stand in the report."""
    return dumps(value, indent=2).replace("\n", "\n" + "  " * depth)


_TYPES = {
    "array": "a list",
    "bool": "true or false",
    "float": "a number",
    "int": "a whole number",
    "null": "null",
    "object": "an object in braces",
    "str": "text in quotation marks",
}
"""What msgspec calls the types of JSON, in plain words."""


def dumps(value: Any, indent: int | None = None) -> str:
    """JSON as it is written everywhere in copydesk: readable, and valid in every encoding of Unicode."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _ESCAPED.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def loads(data: bytes, kind: type[KindT]) -> KindT:
    """Return the values of a type that JSON holds, of `dumps` or of anybody.

    Raises ValueError, in plain words, for what is no JSON, or of another type.
    """
    from msgspec import ValidationError, convert

    try:
        return convert(json.loads(data.decode()), kind)
    except RecursionError as error:
        raise ValueError("it is nested too deep") from error
    except UnicodeDecodeError as error:
        raise ValueError("it is not UTF-8 text") from error
    except json.JSONDecodeError as error:
        raise ValueError(f"it is not JSON, from character {error.pos + 1:,} on") from error
    except ValidationError as error:
        raise ValueError(_worded(str(error))) from error


def _worded(message: str) -> str:
    """Return in plain words what msgspec says of a value that is of another type."""
    what, _, place = message.partition(" - at `$")
    where = place.rstrip("`").removeprefix(".")
    if field := re.search(r"missing required field `(.*)`", what):
        return f'"{field[1]}" is missing' + (f' in "{where}"' if where else "")
    subject = f'"{where}"' if where else "it"
    types = re.fullmatch(r"Expected `(\w+)`, got `(\w+)`", what)
    if types is None:
        return f"{subject} holds what cannot stand there"
    wanted, found = (_TYPES.get(name, name) for name in types.groups())
    return f"{subject} is to be {wanted}, not {found}"


def _draft(draft: CheckedDraft) -> dict[str, Any]:
    return {"path": draft.path, "format": draft.format, "words": draft.words, "encoding": draft.encoding}


def describe_finding(finding: Diagnostic) -> dict[str, Any]:
    """Return a finding as plain values, as the report has it."""
    return {
        **_place(finding.place),
        "rule": finding.rule,
        "family": finding.family,
        "severity": finding.severity.label,
        **({"promised": finding.promised.label} if finding.promised else {}),
        "message": finding.message,
        "excerpt": finding.excerpt,
        "related": [{**_place(related.place), "message": related.message} for related in finding.related],
        "fix": finding.fix and _fix(finding.fix),
    }


def _fix(fix: PlacedFix) -> dict[str, Any]:
    edits = [{**_stretch(edit.place), "replacement": edit.replacement} for edit in fix.edits]
    return {"message": fix.message, "applicability": fix.applicability, "edits": edits}


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "path": problem.path,
        "message": problem.message,
        "rule": problem.rule,
        "plugin": problem.plugin,
    }


def _place(place: Place) -> dict[str, Any]:
    label = {"label": place.label} if place.label else {}
    return {"path": place.path, **_stretch(place), **label}


def _stretch(place: Place) -> dict[str, Any]:
    return {
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
    }
