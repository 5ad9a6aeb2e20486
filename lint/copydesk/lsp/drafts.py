"""The drafts that are open, and what was found in them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import count
from urllib.parse import unquote, urlsplit

from msgspec import Struct
from msgspec.structs import replace
from pygls import uris

from copydesk.lsp.positions import Encoding, Lines
from copydesk.model.report import Diagnostic, Problem
from copydesk.model.source import line_spans

LONG = 120_000
"""Characters of a draft, about 20,000 words, from which on it is checked when it is opened and saved only."""

_NUMBERS = count(1)


class Result(Struct, frozen=True):
    """What was found in one version of a draft.

    number    no other result has the same
    version   that of the client
    text      what was checked
    alone     what the rules that read the draft alone found, as far as it is to be shown
    problems_alone  what these could not do
    lines     those of the text
    findings  what is to be shown, with what rules across drafts found, in report order
    problems  what could not be done
    """

    number: int
    version: int
    text: str
    alone: tuple[Diagnostic, ...]
    problems_alone: tuple[Problem, ...]
    lines: Lines
    findings: tuple[Diagnostic, ...] = ()
    problems: tuple[Problem, ...] = ()


class Across(Struct, frozen=True):
    """What the rules across drafts found in a text."""

    text: str = ""
    findings: tuple[Diagnostic, ...] = ()
    problems: tuple[Problem, ...] = ()


class OpenDraft:
    """A draft as an editor has it.

    uri       what the client calls it
    path      what reports call it, absolute
    language  what the client takes it for, such as `markdown`
    version, text  the newest
    is_fresh  whether the text is as it was opened or saved
    result    what was found last, perhaps in an older version
    across    what the rules across drafts found when it was opened or saved
    """

    def __init__(self, uri: str, path: str, language: str, version: int, text: str) -> None:
        self.uri = uri
        self.path = path
        self.language = language
        self.version = version
        self.text = text
        self.is_fresh = True
        self.result: Result | None = None
        self.across = Across()

    @property
    def is_long(self) -> bool:
        """Whether it is too long to be checked at every keystroke."""
        return len(self.text) >= LONG

    def change(self, version: int, text: str) -> None:
        """Take what was typed."""
        self.version, self.text, self.is_fresh = version, text, False

    @property
    def current(self) -> Result | None:
        """What was found in the newest version, if that was checked."""
        return self.result if self.result is not None and self.result.version == self.version else None


def make_result(
    version: int,
    text: str,
    alone: tuple[Diagnostic, ...],
    problems: tuple[Problem, ...],
    across: Across,
    encoding: Encoding,
) -> Result:
    """Put together what was found in a text.

    across  what rules across drafts found earlier: it moves with the lines
    """
    result = Result(next(_NUMBERS), version, text, alone, problems, Lines(text, encoding))
    return with_across(result, across)


def with_across(result: Result, across: Across) -> Result:
    """The same with what the rules across drafts have found since."""
    findings = sorted([*result.alone, *_moved(across, result.text)], key=lambda finding: finding.order)
    return replace(
        result,
        number=next(_NUMBERS),
        findings=tuple(findings),
        problems=(*result.problems_alone, *across.problems),
    )


def _moved(across: Across, text: str) -> Iterator[Diagnostic]:
    """The findings whose lines stand in the newer text as they did, with the lines where they stand now."""
    if across.text == text or not across.findings:
        yield from across.findings
        return
    old, new = _lines(across.text), _lines(text)
    blocks = SequenceMatcher(None, old, new).get_matching_blocks()
    now = {block.a + n: block.b + n for block in blocks for n in range(block.size)}
    for finding in across.findings:
        place = finding.place
        lines = [now.get(line - 1) for line in range(place.line, place.end_line + 1)]
        first, last = lines[0], lines[-1]
        if first is not None and last is not None and last - first == place.end_line - place.line:
            yield replace(finding, place=replace(place, line=first + 1, end_line=last + 1))


def _lines(text: str) -> list[str]:
    return [text[start:end] for start, end in line_spans(text)]


def path_of(uri: str, root: str) -> str:
    """The absolute path of a document; one that is no file goes by its name in the workspace."""
    path = uris.to_fs_path(uri)
    if path:
        return os.path.abspath(path)
    name = unquote(urlsplit(uri).path).replace("\\", "/").rsplit("/", 1)[-1]
    return os.path.join(root, name or "untitled")


def uri_of(path: str) -> str:
    """The address of a file."""
    return uris.from_fs_path(os.path.abspath(path)) or ""
