"""Apply a function to each of many drafts: by workers or in this process, afresh or as an earlier run did."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from msgspec import Struct

from copydesk.document import Document
from copydesk.engine.checking import where_raised
from copydesk.errors import CannotReadError
from copydesk.model.report import Problem
from copydesk.plugins.registry import Registry
from copydesk.readers import Reader
from copydesk.run.inputs import Input, read_bytes, read_input
from copydesk.run.jobs import Progress, do_each

if TYPE_CHECKING:
    from copydesk.work.cache import Cache
    from copydesk.work.workers import Lost, Workers

_KEPT_AT_ONCE = 500

AnswerT = TypeVar("AnswerT")


class DraftQuestion(Struct, Generic[AnswerT], frozen=True):
    """A draft, its reader, and a function of the document; with workers, a function of a module."""

    item: Input
    reader: Reader
    question: Callable[[Document], AnswerT]


class DraftAnswer(Struct, Generic[AnswerT], frozen=True):
    """The result of the function, or else why there is none."""

    value: AnswerT | None
    problem: str | None = None


class Drafts:
    """Drafts to which functions are applied, each draft by itself.

    workers   who reads and answers; without any, this process
    progress  called after each draft, as that of a run is
    rounds    how many functions will be applied
    cache     an open one, asked first; what it keeps of a draft hangs on the draft's content
    unread    by path: the drafts that gave no answer, and why
    """

    def __init__(
        self,
        inputs: Sequence[Input],
        registry: Registry,
        workers: Workers | None = None,
        progress: Progress | None = None,
        rounds: int = 1,
        cache: Cache | None = None,
    ) -> None:
        self.unread: dict[str, Problem] = {}
        self._inputs = inputs
        self._registry = registry
        self._workers = workers
        self._progress = progress
        self._rounds = rounds
        self._cache = cache
        self._done = 0

    @property
    def read(self) -> int:
        """How many drafts gave an answer to every function so far."""
        return len(self._inputs) - len(self.unread)

    def ask(self, question: Callable[[Document], AnswerT]) -> Iterator[AnswerT]:
        """Yield the result for each draft in order; a draft that has none is added to `unread`.

        question  with workers, a function of a module; with a cache, its results are plain values
        """
        questions = [
            DraftQuestion(item, self._registry.reader_for(item.path), question) for item in self._inputs
        ]
        for item, answer in zip(self._inputs, self._answers(questions), strict=True):
            if not isinstance(answer, DraftAnswer):
                self.unread[item.path] = Problem(f"was not read: {answer.message}", item.path)
            elif answer.problem is not None:
                self.unread[item.path] = Problem(answer.problem, item.path)
            else:
                yield cast("AnswerT", answer.value)
        self._done += len(questions)

    def _answers(self, questions: Sequence[DraftQuestion[AnswerT]]) -> Iterator[DraftAnswer[AnswerT] | Lost]:
        """Yield the answer to each question, from the cache where it has one."""
        if self._cache is None or not questions:
            yield from do_each(_answer, questions, self._inputs, self._workers, self._count)
            return
        keeping = _Keeping(self._cache, questions)
        todo = [question for question, known in zip(questions, keeping.known, strict=True) if known is None]
        items = [question.item for question in todo]
        fresh = keeping.keep(do_each(_answer, todo, items, self._workers, self._count))
        for known in keeping.known:
            yield next(fresh) if known is None else known

    def _count(self, done: int, total: int) -> None:
        if self._progress is not None:
            self._progress(self._done + done, self._rounds * total)


def _answer(question: DraftQuestion[AnswerT]) -> DraftAnswer[AnswerT]:
    """Read one draft and apply the function to it, in a worker. Raises nothing."""
    try:
        document = read_input(question.item, question.reader)
        answer = DraftAnswer(question.question(document))
        document.answers.clear()  # they lead back to the draft, which would wait for the garbage collector
        return answer
    except CannotReadError as error:
        return DraftAnswer(None, str(error))
    except Exception as error:
        return DraftAnswer(None, f"an analysis broke: {type(error).__name__}: {error}{where_raised(error)}")


class _Keeping(Generic[AnswerT]):
    """The answers of earlier runs to one question about many drafts.

    known  by the draft; None where there is no answer
    """

    def __init__(self, cache: Cache, questions: Sequence[DraftQuestion[AnswerT]]) -> None:
        from copydesk.work.digests import digest, of_code, of_question

        asked = questions[0].question
        function = asked.func if isinstance(asked, partial) else asked
        code = of_code({function.__module__, __name__, *(one.reader.read.__module__ for one in questions)})
        self._cache = cache
        self._settings = digest(code, of_question(asked))
        self._keys = [*map(self._key, questions)]
        self.known = [*map(self._recall, self._keys)]

    def keep(self, answers: Iterable[DraftAnswer[AnswerT] | Lost]) -> Iterator[DraftAnswer[AnswerT] | Lost]:
        """Yield each new answer; cache them in batches."""
        from copydesk.model.packing import pack

        new = iter([key for key, known in zip(self._keys, self.known, strict=True) if known is None])
        unkept: list[tuple[bytes, bytes]] = []
        for answer in answers:
            key = next(new)
            yield answer
            if key is not None and isinstance(answer, DraftAnswer) and answer.problem is None:
                unkept.append((key, pack(answer)))
                if len(unkept) == _KEPT_AT_ONCE:
                    self._cache.put(unkept)
                    unkept.clear()
        self._cache.put(unkept)

    def _key(self, question: DraftQuestion[AnswerT]) -> bytes | None:
        """Return what the answer is kept under; None for a draft that cannot be read."""
        from copydesk.work.digests import digest

        item = question.item
        try:
            data = read_bytes(item)
        except CannotReadError:
            return None
        about = (question.reader.name, item.dating.given, *item.dating.keys)
        said = "\n".join(about).encode("utf-8", "surrogatepass")
        return digest(self._settings, said, os.fsencode(item.path), data)

    def _recall(self, key: bytes | None) -> DraftAnswer[AnswerT] | None:
        from copydesk.model.packing import unpack

        packed = None if key is None else self._cache.get(key)
        if packed is None:
            return None
        try:
            found: Any = unpack(packed)
        except ValueError:
            return None
        return found if isinstance(found, DraftAnswer) else None
