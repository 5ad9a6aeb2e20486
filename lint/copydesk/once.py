"""What several rules ask of one draft, worked out once."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from copydesk.document import Document

AnswerT = TypeVar("AnswerT")
P = ParamSpec("P")

_UNASKED: Any = object()


def once_a_draft(
    ask: Callable[Concatenate[Document, P], AnswerT],
) -> Callable[Concatenate[Document, P], AnswerT]:
    """Make a function of a draft remember its answers as long as the draft is in use.

    What it takes beside the draft must be hashable, and handed over by position.
    """

    @wraps(ask)
    def answer(document: Document, /, *args: P.args, **kwargs: P.kwargs) -> AnswerT:
        answers: dict[object, Any] = document.answers
        question = (ask, args)
        found: AnswerT = answers.get(question, _UNASKED)
        if found is _UNASKED:
            found = answers[question] = ask(document, *args, **kwargs)
        return found

    return answer
