"""What several rules of the family ask of one draft, worked out once."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar
from weakref import WeakKeyDictionary

from copydesk.document import Document

AnswerT = TypeVar("AnswerT")
P = ParamSpec("P")


def once_a_draft(
    ask: Callable[Concatenate[Document, P], AnswerT],
) -> Callable[Concatenate[Document, P], AnswerT]:
    """Make a function of a draft remember its answers as long as the draft is in use.

    What it takes beside the draft must be hashable, and handed over by position.
    """
    drafts: WeakKeyDictionary[Document, dict[object, AnswerT]] = WeakKeyDictionary()

    @wraps(ask)
    def answer(document: Document, /, *args: P.args, **kwargs: P.kwargs) -> AnswerT:
        answers = drafts.setdefault(document, {})
        if args not in answers:
            answers[args] = ask(document, *args, **kwargs)
        return answers[args]

    return answer
