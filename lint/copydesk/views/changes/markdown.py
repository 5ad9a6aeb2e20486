"""Changes as Markdown, for a comment on a pull request or the page of a run."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.analyses.versions.wording import Piece
from copydesk.reporters.markdown import code, escape
from copydesk.views.changes.story import Changes, Status, Story, Told, about, counted, summary

LONGEST = 60_000
"""Characters: GitHub takes no comment of more than 65,536."""

LISTED = 50
"""Stories without changes of substance that are named."""


def markdown(changes: Changes) -> str:
    """Return the changes as Markdown that GitHub and GitLab show alike; what is too long is counted."""
    lines = [f"## copydesk: {escape(summary(changes))}", "", f"Compared with {code(changes.against)}."]
    if changes.problems:
        lines += ["", "### Not compared", ""]
        for problem in changes.problems:
            where = f"{code(problem.path)}: " if problem.path else ""
            lines.append(f"- {where}{escape(problem.message)}")
    length = sum(map(len, lines))
    quiet = [story for story in changes.stories if story.is_quiet]
    new = [story for story in changes.stories if story.status is Status.NEW]
    stories = [story for story in changes.stories if story not in quiet and story not in new]
    for number, story in enumerate(stories):
        part = list(_story(story))
        length += sum(len(line) + 1 for line in part)
        if length > LONGEST:
            lines += ["", f"{len(stories) - number} more: the report as a page has them all."]
            break
        lines += part
    for words, some in (("Nothing of substance", quiet), ("New", new)):
        if some:
            more = f" and {len(some) - LISTED} more" if len(some) > LISTED else ""
            lines += ["", f"{words}: {', '.join(code(story.path) for story in some[:LISTED])}{more}"]
    return "".join(f"{line}\n" for line in lines)


def _story(story: Story) -> Iterator[str]:
    yield ""
    yield f"### {code(story.path)}"
    yield ""
    head = about(story)
    if head:
        yield f"{escape(head[0].upper() + head[1:])}."
    if story.changes:
        yield ""
        yield from map(_change, story.changes)
    for note in story.notes:
        yield ""
        yield f"> {escape(note)}"
    if story.status is Status.CHANGED:
        yield ""
        yield f"<sub>Paragraphs: {escape(counted(story))}.</sub>"


def _change(told: Told) -> str:
    finding = told.finding
    where = escape(finding.place.label) if finding.place.label else f"line {finding.place.line}"
    words = f": “{''.join(map(_piece, told.words)).strip()}”" if told.words else ""
    return (
        f"- **{finding.severity.label}** {where}: {escape(told.lead)}{words}{escape(told.tail)} "
        f"({code(finding.rule)})"
    )


def _piece(piece: Piece) -> str:
    """Return a piece of a change: what is gone struck through, what came in bold."""
    text = piece.text.strip()
    if piece.fate == "kept" or not text:
        return escape(piece.text)
    return f"<del>{escape(text)}</del> " if piece.fate == "gone" else f"<ins><b>{escape(text)}</b></ins>"
