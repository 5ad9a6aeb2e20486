"""Answers of LanguageTool about paragraphs: kept from earlier runs, else from the server."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from itertools import groupby

from msgspec import Struct, json
from msgspec.structs import replace

from copydesk.errors import TooLongError
from copydesk.languagetool.client import Match
from copydesk.languagetool.service import Service, Session
from copydesk.work.cache import Cache, cache_folder
from copydesk.work.digests import digest
from copydesk.work.pool import result_of

LONGEST_REQUEST = 20_000
"""Characters of one request: what a public server would take, and enough to keep one of our own busy."""

BREAK = "\n\n"
"""Parts the paragraphs of a request."""

_FORMAT = b"languagetool 2"


class Question(Struct, frozen=True):
    """A paragraph, the variant of English that it is in, and the rules that are asked of it, in order."""

    text: str
    language: str
    rules: tuple[str, ...]


Answers = dict[Question, list[Match]]


def ask(questions: Iterable[Question], service: Service, *, keep: bool = True) -> Answers:
    """Return an answer for each question; what was asked before is not asked again.

    keep  whether answers are kept for later runs, and those of earlier runs used

    Where everything is known, the server is not started. Raises LanguageToolError; the answers that came
    before it are kept.
    """
    asked = dict.fromkeys(questions)
    if not asked:
        return {}
    identity = service.identity()
    keys = {question: _key(question, identity) for question in asked}
    answers: Answers = {}
    with Cache(cache_folder()) if keep else nullcontext() as cache:
        if cache is not None:
            for question, key in keys.items():
                known = _unpacked(cache.get(key))
                if known is not None:
                    answers[question] = known
        for batch in _from_server([one for one in asked if one not in answers], service):
            answers.update(batch)
            if cache is not None:
                cache.put((keys[question], _packed(found)) for question, found in batch.items())
    return answers


def _from_server(questions: list[Question], service: Service) -> Iterator[Answers]:
    if not questions:
        return
    with service.open() as session:
        pool = ThreadPoolExecutor(min(4, os.cpu_count() or 1))
        try:
            asked = [pool.submit(_ask_together, batch, session) for batch in _batches(questions)]
            yield from map(result_of, asked)
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _batches(questions: Iterable[Question]) -> Iterator[list[Question]]:
    """Questions that may stand in one request."""
    ordered = sorted(questions, key=lambda question: (question.language, question.rules))
    for _, alike in groupby(ordered, key=lambda question: (question.language, question.rules)):
        batch: list[Question] = []
        size = 0
        for question in alike:
            if batch and size + len(question.text) > LONGEST_REQUEST:
                yield batch
                batch, size = [], 0
            batch.append(question)
            size += len(question.text) + len(BREAK)
        yield batch


def _ask_together(batch: Sequence[Question], session: Session) -> Answers:
    """Return the answers to questions of one language, in as few requests as the server allows."""
    try:
        matches = session.check(BREAK.join(one.text for one in batch), batch[0].language, batch[0].rules)
    except TooLongError:
        if len(batch) == 1:
            raise
        half = len(batch) // 2
        return _ask_together(batch[:half], session) | _ask_together(batch[half:], session)
    answers: Answers = {}
    start = 0
    for question in batch:
        end = start + len(question.text)
        answers[question] = [
            replace(match, start=match.start - start, end=match.end - start)
            for match in matches
            if start <= match.start < match.end <= end
        ]
        start = end + len(BREAK)
    return answers


def _key(question: Question, identity: bytes) -> bytes:
    text, language, rules = question.text, question.language, question.rules
    return digest(_FORMAT, identity, language.encode(), *(rule.encode() for rule in rules), _bytes(text))


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _packed(matches: list[Match]) -> bytes:
    return json.encode(matches)


def _unpacked(value: bytes | None) -> list[Match] | None:
    return None if value is None else json.decode(value, type=list[Match])
