"""Many drafts, each asked the same question: by workers or here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from msgspec import Struct

from copydesk.document import Document
from copydesk.engine.checking import where_raised
from copydesk.errors import CannotReadError
from copydesk.model.report import Problem
from copydesk.plugins.registry import Registry
from copydesk.readers import Reader
from copydesk.run.inputs import Input, read_input
from copydesk.run.jobs import Progress, do_each

if TYPE_CHECKING:
    from copydesk.work.workers import Workers

AnswerT = TypeVar("AnswerT")


class Asked(Struct, Generic[AnswerT], frozen=True):
    """A draft, who reads it, and what it is asked: a function of a module, where workers are to answer."""

    item: Input
    reader: Reader
    question: Callable[[Document], AnswerT]


class Answer(Struct, Generic[AnswerT], frozen=True):
    """What was answered, or else why nothing was."""

    value: AnswerT | None
    problem: str | None = None


class Drafts:
    """Drafts that are asked one question or several, each draft by itself.

    workers   who reads and answers; without any, this process
    progress  called after each draft, as that of a run is
    rounds    how many questions will be asked
    unread    by path: the drafts that gave no answer, and why
    """

    def __init__(
        self,
        inputs: Sequence[Input],
        registry: Registry,
        workers: Workers | None = None,
        progress: Progress | None = None,
        rounds: int = 1,
    ) -> None:
        self.unread: dict[str, Problem] = {}
        self._inputs = inputs
        self._registry = registry
        self._workers = workers
        self._progress = progress
        self._rounds = rounds
        self._done = 0

    def ask(self, question: Callable[[Document], AnswerT]) -> Iterator[AnswerT]:
        """The answers in the order of the drafts, one at a time; a draft that has none is in `unread`."""
        asked = [Asked(item, self._registry.reader_for(item.path), question) for item in self._inputs]
        answers = do_each(_answer, asked, [one.item for one in asked], self._workers, self._count)
        for item, answer in zip(self._inputs, answers, strict=True):
            if not isinstance(answer, Answer):
                self.unread[item.path] = Problem(f"was not read: {answer.message}", item.path)
            elif answer.problem is not None:
                self.unread[item.path] = Problem(answer.problem, item.path)
            else:
                yield cast("AnswerT", answer.value)
        self._done += len(asked)

    def _count(self, done: int, total: int) -> None:
        if self._progress is not None:
            self._progress(self._done + done, self._rounds * total)


def _answer(asked: Asked[AnswerT]) -> Answer[AnswerT]:
    """Read one draft and ask it: the work of a worker. Raises nothing."""
    try:
        return Answer(asked.question(read_input(asked.item, asked.reader)))
    except CannotReadError as error:
        return Answer(None, str(error))
    except Exception as error:
        return Answer(None, f"an analysis broke: {type(error).__name__}: {error}{where_raised(error)}")
