"""Runs the desk on this machine until somebody ends it, or nobody has asked anything for hours."""

from __future__ import annotations

import asyncio
import os
import secrets
import socket
from collections.abc import Callable
from time import monotonic

from copydesk.desk.editing import Desk
from copydesk.errors import UsageError

IDLE = 8 * 3600
"""Seconds without a question after which the desk ends: whoever went home has closed the browser."""

_LOOK = 30
"""Seconds between two looks at how long that is."""

MISSING = (
    'the desk needs two libraries that are not installed, starlette and uvicorn: pip install "copydesk[desk]"'
)


def serve(desk: Desk, port: int, opened: Callable[[str], None], idle: float = IDLE) -> None:
    """Answer the page until the process is interrupted.

    port    where to listen; 0 for any that is free
    opened  called with the address of the page, which holds its key, once it can be opened

    Raises UsageError where the libraries are missing, or the port is taken.
    """
    try:
        import uvicorn

        from copydesk.desk.app import make_app
        from copydesk.desk.guard import App, Receive, Scope, Send
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("starlette", "uvicorn", "anyio", "h11"):
            raise
        raise UsageError(MISSING) from error
    key = secrets.token_urlsafe(32)
    last = monotonic()
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as listening:
        try:
            if os.name == "posix":  # on Windows the option would take the port from a desk that listens
                listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listening.bind(("127.0.0.1", port))
            listening.listen()
        except OSError as error:
            raise UsageError(f"port {port} is taken: name another, or none") from error
        number: int = listening.getsockname()[1]
        app: App = make_app(desk, number, key)

        async def counted(scope: Scope, receive: Receive, send: Send) -> None:
            nonlocal last
            last = monotonic()
            await app(scope, receive, send)

        config = uvicorn.Config(
            counted,
            log_config=None,
            access_log=False,
            lifespan="off",
            ws="none",
            http="h11",
            loop="asyncio",
            server_header=False,
            proxy_headers=False,
            limit_concurrency=64,
            timeout_keep_alive=30,
            timeout_graceful_shutdown=1,
        )
        server = uvicorn.Server(config)

        async def watch() -> None:
            while not server.should_exit:
                await asyncio.sleep(min(_LOOK, idle))
                if monotonic() - last > idle:
                    server.should_exit = True

        async def run() -> None:
            watching = asyncio.ensure_future(watch())
            # The key stands behind the #: a browser sends that to nobody, and no log holds it.
            opened(f"http://127.0.0.1:{number}/#{key}")
            try:
                await server.serve(sockets=[listening])
            finally:
                watching.cancel()

        asyncio.run(run())
