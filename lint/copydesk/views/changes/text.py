"""Changes as text for people, and as plain values for programs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from copydesk.model.report import Place
from copydesk.views.changes.story import Changes, Status, Story, Told, about, counted, summary
from copydesk.views.inspection import table
from copydesk.wording import printable


def text(changes: Changes) -> str:
    """Return the changes as an editor reads them. Places are line:column of the newer version."""
    quiet = [story for story in changes.stories if story.is_quiet]
    lines = [line for story in changes.stories if not story.is_quiet for line in (*_lines(story), "")]
    lines += [*(line for story in quiet for line in _lines(story)), ""] if quiet else []
    closing = f"{summary(changes)} (compared with {changes.against})"
    return "".join(f"{printable(line)}\n" for line in [*lines, closing])


def _lines(story: Story) -> Iterator[str]:
    quiet = f"nothing of substance ({counted(story)})" if story.is_quiet else ""
    head = "; ".join(filter(None, (about(story), quiet)))
    yield f"{story.path}: {head}" if head else story.path
    rows = [
        (
            _place(one.finding.place),
            one.finding.severity.label,
            f"{one.finding.message}  [{one.finding.rule}]",
        )
        for one in story.changes
    ]
    yield from table(rows, "  ")
    if story.status is Status.CHANGED:
        if rows:
            yield f"  paragraphs: {counted(story)}"
        yield from (f"  note added: {note}" for note in story.notes)


def _place(place: Place) -> str:
    return place.label or f"{place.line}:{place.column}"


def describe(changes: Changes) -> dict[str, Any]:
    """Return the changes as plain values. Lines and columns count from 1, columns in code points."""
    return {
        "against": changes.against,
        "unchanged": changes.unchanged,
        "stories": [_story(story) for story in changes.stories],
        "problems": [{"path": one.path, "message": one.message} for one in changes.problems],
    }


def _story(story: Story) -> dict[str, Any]:
    return {
        "path": story.path,
        "earlier_path": story.earlier_path or None,
        "status": story.status.value,
        "headline": story.headline or None,
        "published": story.published or None,
        "was_published": story.was_published,
        "write_through": story.is_write_through,
        "notes": list(story.notes),
        "paragraphs": story.paragraphs,
        "changes": [_change(told) for told in story.changes],
        "hidden": len(story.hidden),
    }


def _change(told: Told) -> dict[str, Any]:
    finding = told.finding
    return {
        "rule": finding.rule,
        "severity": finding.severity.label,
        "kind": told.kind,
        "what": told.what or None,
        "message": finding.message,
        "line": finding.place.line,
        "column": finding.place.column,
        "before": None if told.before is None else {"line": told.before.line, "column": told.before.column},
        "words": [{"text": piece.text, "fate": piece.fate} for piece in told.words],
        "related": [
            {"line": one.place.line, "column": one.place.column, "message": one.message}
            for one in finding.related
        ],
    }
