"""A desk, and ways to ask it: in this process, as a server of its own, and in a browser."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import unquote

import anyio
import pytest

from copydesk.config.resolver import CommandLine
from copydesk.desk.editing import Desk
from copydesk.plugins.registry import Registry, load_registry

PROGRAM = [sys.executable, "-m", "copydesk", "desk", "--no-browser"]


@pytest.fixture(scope="session")
def registry() -> Registry:
    return load_registry(plugins=False)


@pytest.fixture
def desk(registry: Registry) -> Desk:
    """A desk without drafts or a configuration."""
    return Desk(registry, CommandLine(isolated=True))


class Client:
    """Asks a web application what a browser would, by its interface."""

    def __init__(self, app: Callable[..., Any], host: str) -> None:
        self._app, self._host = app, host

    def request(
        self, method: str, path: str, content: str | bytes = b"", headers: Mapping[str, str] | None = None
    ) -> SimpleNamespace:
        """The answer: `status_code`, `headers`, `text`, `json()`."""
        body = content.encode() if isinstance(content, str) else content
        said = {"Host": self._host, "Content-Length": str(len(body)), **(headers or {})}
        scope = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": method,
            "scheme": "http",
            "path": unquote(path),
            "raw_path": path.encode(),
            "query_string": b"",
            "root_path": "",
            "headers": [(name.lower().encode(), value.encode()) for name, value in said.items()],
        }
        waiting = [{"type": "http.request", "body": body, "more_body": False}]
        sent: list[dict[str, Any]] = []

        async def receive() -> dict[str, Any]:
            return waiting.pop()

        async def send(message: dict[str, Any]) -> None:
            sent.append(message)

        anyio.run(self._app, scope, receive, send)
        text = b"".join(message.get("body", b"") for message in sent[1:]).decode()
        return SimpleNamespace(
            status_code=sent[0]["status"],
            headers={name.decode().lower(): value.decode() for name, value in sent[0]["headers"]},
            text=text,
            json=lambda: json.loads(text),
        )

    def get(self, path: str, headers: Mapping[str, str] | None = None) -> SimpleNamespace:
        return self.request("GET", path, headers=headers)


@pytest.fixture
def client_of() -> type[Client]:
    """What asks an application: `client_of(app, host).get("/")`."""
    return Client


@pytest.fixture(scope="module")
def serve(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., SimpleNamespace]]:
    """Start `copydesk desk`; returns its `address`, `port`, `key` and `process`."""
    started = []

    def start(*arguments: str, cwd: Path | None = None) -> SimpleNamespace:
        process = subprocess.Popen(
            [*PROGRAM, *arguments],
            cwd=cwd or tmp_path_factory.mktemp("cwd"),
            stderr=subprocess.PIPE,
            stdin=subprocess.DEVNULL,
            encoding="utf-8",
            env=os.environ,
        )
        assert process.stderr is not None
        line = process.stderr.readline()
        found = re.fullmatch(r"copydesk desk: (http://127\.0\.0\.1:(\d+)/#([\w-]{40,}))\n", line)
        assert found, line + process.stderr.read()
        process.stderr.readline()
        started.append(process)
        return SimpleNamespace(address=found[1], port=int(found[2]), key=found[3], process=process)

    yield start
    for process in started:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=20)
