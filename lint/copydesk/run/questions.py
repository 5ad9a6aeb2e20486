"""Apply a function to each of many drafts, by workers or in this process."""

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

    @property
    def read(self) -> int:
        """How many drafts gave an answer to every function so far."""
        return len(self._inputs) - len(self.unread)

    def ask(self, question: Callable[[Document], AnswerT]) -> Iterator[AnswerT]:
        """Yield the result for each draft in order; a draft that has none is added to `unread`."""
        questions = [
            DraftQuestion(item, self._registry.reader_for(item.path), question) for item in self._inputs
        ]
        answers = do_each(_answer, questions, [one.item for one in questions], self._workers, self._count)
        for item, answer in zip(self._inputs, answers, strict=True):
            if not isinstance(answer, DraftAnswer):
                self.unread[item.path] = Problem(f"was not read: {answer.message}", item.path)
            elif answer.problem is not None:
                self.unread[item.path] = Problem(answer.problem, item.path)
            else:
                yield cast("AnswerT", answer.value)
        self._done += len(questions)

    def _count(self, done: int, total: int) -> None:
        if self._progress is not None:
            self._progress(self._done + done, self._rounds * total)


def _answer(question: DraftQuestion[AnswerT]) -> DraftAnswer[AnswerT]:
    """Read one draft and apply the function to it, in a worker. Raises nothing."""
    try:
        return DraftAnswer(question.question(read_input(question.item, question.reader)))
    except CannotReadError as error:
        return DraftAnswer(None, str(error))
    except Exception as error:
        return DraftAnswer(None, f"an analysis broke: {type(error).__name__}: {error}{where_raised(error)}")
