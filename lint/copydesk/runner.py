"""Many drafts, checked. `run` is the one function under the command line, tests and programs."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Sequence
from itertools import compress
from typing import Any, NamedTuple

from copydesk.document import Document
from copydesk.engine import (
    Crash,
    Marked,
    check_document,
    check_drafts,
    crashed,
    diagnose,
    may_report,
    standing,
)
from copydesk.readers import Reader, UnreadableError
from copydesk.registry import Registry
from copydesk.report import CheckedDraft, Diagnostic, Plugin, Problem, Report
from copydesk.rule import Collected
from copydesk.selection import ActiveRule

Progress = Callable[[int, int], None]
"""Called after each draft with how many are done, and of how many."""


class Input(NamedTuple):
    """A draft that is to be read.

    path  where it is, as reports name it
    data  its bytes, where they were read already (standard input, an editor's buffer)
    """

    path: str
    data: bytes | None = None


class Placed(NamedTuple):
    """A finding that stands, with its places in the file."""

    marked: Marked
    diagnostic: Diagnostic


class Checked(NamedTuple):
    """One draft after the rules that read it alone. Plain values, safe to pickle.

    draft     None where it could not be read
    placed    its findings, covered ones too: a rule across drafts may still cover more
    own       what the engine itself reports
    facts     by the name of each rule across drafts: what it kept
    problems  what could not be done
    """

    draft: CheckedDraft | None
    placed: list[Placed]
    own: list[Diagnostic]
    facts: dict[str, Any]
    problems: list[Problem]


class CannotReadError(Exception):
    """A draft could not be read. The message says why."""


def run(
    inputs: Iterable[Input],
    rules: Iterable[ActiveRule],
    registry: Registry,
    progress: Progress | None = None,
) -> Report:
    """Check drafts: each once, in the order of their paths, whatever order they come in.

    What cannot be read, and what broke, becomes a problem of the report; the rest goes on.
    """
    rules = list(rules)
    queue = {item.path: item for item in sorted(inputs, key=lambda item: item.path)}
    checked: dict[str, Checked] = {}
    for done, (path, item) in enumerate(queue.items(), 1):
        checked[path] = check_input(item, registry.reader_for(path), rules)
        if progress is not None:
            progress(done, len(queue))
    _judge_together(checked, _Documents(queue, registry), rules)
    return _report(checked, registry)


def check_input(item: Input, reader: Reader, rules: Sequence[ActiveRule]) -> Checked:
    """Read one draft and let the rules judge it by itself: the work of a worker."""
    try:
        document = read_input(item, reader)
    except CannotReadError as error:
        return Checked(None, [], [], {}, [Problem(str(error), item.path)])
    result = check_document(document, rules)
    checked = Checked(
        CheckedDraft(item.path, reader.name, len(document.words), document.source.encoding),
        [],
        result.own,
        result.facts,
        result.problems,
    )
    for marked in result.marked:
        _keep(checked, _place(document, marked, {item.path: document}))
    return checked


def read_input(item: Input, reader: Reader) -> Document:
    """The document of a draft; raises CannotReadError, and nothing else, where there is none."""
    try:
        return reader.read(item.path, _read_file(item.path) if item.data is None else item.data)
    except (CannotReadError, UnreadableError) as error:
        raise CannotReadError(str(error)) from error
    except FileNotFoundError as error:
        raise CannotReadError("there is no such file or folder") from error
    except OSError as error:
        raise CannotReadError(f"cannot be read: {(error.strerror or str(error)).lower()}") from error
    except Exception as error:
        raise CannotReadError(
            f"cannot be read: the {reader.name} reader broke: {type(error).__name__}: {error}"
        ) from error


def _read_file(path: str) -> bytes:
    # Opening a pipe would wait for a writer, and reading a device need never end.
    if not stat.S_ISREG(os.stat(path).st_mode):
        raise CannotReadError(
            "is not a file but a folder, a pipe or a device (to check what a program writes, pipe it to "
            "`copydesk check -`)"
        )
    with open(path, "rb") as file:
        return file.read()


class _Documents(dict[str, Document]):
    """The drafts of a run by path. One that is asked for is read again and kept."""

    def __init__(self, queue: dict[str, Input], registry: Registry) -> None:
        self._queue = queue
        self._registry = registry

    def __missing__(self, path: str) -> Document:
        self[path] = read_input(self._queue[path], self._registry.reader_for(path))
        return self[path]


def _place(document: Document, marked: Marked, others: dict[str, Document]) -> Placed | Crash:
    """Lead a finding to its places in the file; one that points at no place is a crash of its rule."""
    try:
        return Placed(marked, diagnose(document, marked.rule, marked.finding, others))
    except CannotReadError:
        raise
    except Exception as error:
        return crashed(marked.rule, error, document.source.path)


def _keep(checked: Checked, found: Placed | Crash) -> None:
    if isinstance(found, Placed):
        checked.placed.append(found)
    else:
        checked.own.append(found.diagnostic)
        checked.problems.append(found.problem)


def _judge_together(checked: dict[str, Checked], documents: _Documents, rules: Sequence[ActiveRule]) -> None:
    """Let the rules across drafts judge, and add what they find to the drafts that it stands in."""
    facts = [Collected(path, one.facts) for path, one in checked.items() if one.draft is not None]
    found, crashes = check_drafts(rules, facts)
    for crash in crashes:
        _keep(checked[crash.diagnostic.place.path], crash)
    for active, (path, finding) in found:
        where = path if path in checked else facts[0].path
        try:
            document = documents[path]
            if may_report(document, active, finding):
                _keep(checked[where], _place(document, Marked(active, finding), documents))
        except CannotReadError as error:
            checked[where].problems.append(Problem(f"changed during the run: {error}", where))
        except Exception as error:
            _keep(checked[where], crashed(active, error, where))


def _report(checked: dict[str, Checked], registry: Registry) -> Report:
    """Everything together, in the one order."""
    findings: list[Diagnostic] = []
    problems = [Problem(problem) for problem in registry.problems]
    for one in checked.values():
        stands = standing([placed.marked for placed in one.placed])
        findings += compress((placed.diagnostic for placed in one.placed), stands)
        findings += one.own
        problems += one.problems
    return Report(
        drafts=tuple(one.draft for one in checked.values() if one.draft is not None),
        findings=tuple(sorted(findings, key=lambda finding: finding.order)),
        problems=tuple(sorted(problems, key=lambda problem: problem.order)),
        plugins=tuple(Plugin(name, registry.distributions.get(name)) for name in registry.plugins),
    )
