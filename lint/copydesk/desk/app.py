"""The web part of the desk: its page, and an address for each question."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from importlib.resources import files
from threading import Lock
from typing import Any, TypeVar

import msgspec
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from copydesk.desk.editing import REFUSALS, Answer, Desk, Refused
from copydesk.desk.guard import App, Guard
from copydesk.desk.questions import Explain, Fix, Judge, Open, Page, Pasted, Save, Stet

QuestionT = TypeVar("QuestionT")

_PAGE = files(__package__) / "page"

KINDS = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}


def make_app(desk: Desk, port: int, key: str) -> App:
    """Return the desk as a web application, behind its guard."""
    lock = Lock()  # analyses share what they found, and two checks at once are slower than one after another

    def ask(kind: type[QuestionT], method: Callable[[QuestionT], Answer]) -> Callable[[Request], Any]:
        async def answer(request: Request) -> Response:
            try:
                question = msgspec.json.decode(await request.body(), type=kind)
            except (msgspec.DecodeError, RecursionError, UnicodeError) as error:
                return _json({"error": f"not understood: {error}"}, 400)

            def work() -> Response:
                with lock:
                    try:
                        return _json(method(question))
                    except (Refused, *REFUSALS) as error:
                        return _json({"error": str(error)}, 422)

            return await run_in_threadpool(work)

        return answer

    questions = {
        "open": ask(Open, desk.open),
        "paste": ask(Pasted, desk.paste),
        "check": ask(Page, desk.check),
        "cast": ask(Page, desk.cast),
        "fix": ask(Fix, desk.fix),
        "stet": ask(Stet, desk.stet),
        "verdict": ask(Judge, desk.judge),
        "explain": ask(Explain, desk.explain),
        "save": ask(Save, desk.save),
        "start": ask(dict[str, Any], lambda _: desk.start()),
    }
    routes = [Route(f"/ask/{name}", answer, methods=["POST"]) for name, answer in questions.items()]
    routes += [Route(path, _file(name), methods=["GET"]) for path, name in _pages().items()]
    app = Starlette(routes=routes, exception_handlers={404: _nothing, 405: _nothing, 500: _broken})
    return Guard(app, port, key)


def _pages() -> dict[str, str]:
    """The files of the page by their addresses: these, and no other file of the disk."""
    names = [one.name for one in _PAGE.iterdir()]
    known = {f"/{name}": name for name in names if f".{name.rpartition('.')[2]}" in KINDS}
    return {"/": known.pop("/desk.html"), **known}


def _file(name: str) -> Callable[[Request], Awaitable[Response]]:
    content = (_PAGE / name).read_bytes()

    async def answer(_: Request) -> Response:
        return Response(content, media_type=KINDS[f".{name.rpartition('.')[2]}"])

    return answer


def _json(answer: Answer, status: int = 200) -> Response:
    return Response(msgspec.json.encode(answer), status, media_type="application/json")


async def _nothing(_: Request, __: Exception) -> Response:
    return _json({"error": "there is no such page"}, 404)


async def _broken(_: Request, error: Exception) -> Response:
    return _json({"error": f"copydesk broke: {type(error).__name__}: {error}. Please report it"}, 500)
