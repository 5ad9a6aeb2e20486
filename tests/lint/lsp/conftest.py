"""A client that speaks raw JSON-RPC with the server, as an editor does."""

from __future__ import annotations

import json
import os
import select
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread
from typing import Any, BinaryIO

import pytest

pytest.importorskip("pygls", reason="copydesk[lsp] is not installed")

PATIENCE = 30
"""Seconds after which a server that says nothing has failed."""

PUBLISHED = "textDocument/publishDiagnostics"
LATER = 60_000
"""A delay that no test waits for: what is checked then was saved, or asked for."""

Json = dict[str, Any]


class Client:
    """One end of the wire. What the server sends while an answer is waited for is kept in `seen`.

    answers  what the server gets for a request of its own, by method; for others, null
    """

    def __init__(self, stdin: BinaryIO, stdout: BinaryIO) -> None:
        self.seen: list[Json] = []
        self.answers: dict[str, Callable[[Any], Any]] = {}
        self._stdin, self._stdout = stdin, stdout
        self._buffer = b""
        self._number = 0

    def request(self, method: str, params: Any = None) -> Any:
        """Ask, and return the result; an error is one of the test."""
        answer = self.ask(method, params)
        assert "error" not in answer, answer["error"]
        return answer["result"]

    def ask(self, method: str, params: Any = None) -> Json:
        """Ask, and return the whole answer."""
        number = self.send_request(method, params)
        return self.wait(lambda message: message.get("id") == number and "method" not in message)

    def send_request(self, method: str, params: Any = None) -> int:
        self._number += 1
        self._send({"id": self._number, "method": method, "params": params})
        return self._number

    def notify(self, method: str, params: Any = None) -> None:
        self._send({"method": method, "params": params})

    def wait(self, wanted: Callable[[Json], bool]) -> Json:
        """The first message of that kind, of those that were kept or are still to come."""
        for index, message in enumerate(self.seen):
            if wanted(message):
                return self.seen.pop(index)
        while True:
            message = self._receive()
            if "id" in message and "method" in message:
                answer = self.answers.get(message["method"], lambda _: None)
                self._send({"id": message["id"], "result": answer(message.get("params"))})
            if wanted(message):
                return message
            self.seen.append(message)

    def wait_for(self, method: str) -> Any:
        """The parameters of the next message of a method."""
        return self.wait(lambda message: message.get("method") == method).get("params")

    def all(self, method: str) -> list[Any]:
        """The parameters of every message of a method that has come so far."""
        self.ask("copydesk/nothing")  # what comes after the answer came later
        return [message["params"] for message in self.seen if message.get("method") == method]

    def _send(self, message: Json) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._stdin.flush()

    def _receive(self) -> Json:
        head = self._read_until(b"\r\n\r\n")
        (length,) = [
            int(line.partition(b":")[2])
            for line in head.split(b"\r\n")
            if line.lower().startswith(b"content-length")
        ]
        while len(self._buffer) < length:
            self._fill()
        body, self._buffer = self._buffer[:length], self._buffer[length:]
        found: Json = json.loads(body)
        return found

    def _read_until(self, mark: bytes) -> bytes:
        while mark not in self._buffer:
            self._fill()
        head, _, self._buffer = self._buffer.partition(mark)
        return head

    def _fill(self) -> None:
        ready, _, _ = select.select([self._stdout], [], [], PATIENCE)
        assert ready, f"the server says nothing; so far: {self.seen}"
        data = os.read(self._stdout.fileno(), 1 << 16)
        assert data, f"the server has ended; so far: {self.seen}"
        self._buffer += data


class Editor(Client):
    """A client with drafts in a folder."""

    def __init__(self, stdin: BinaryIO, stdout: BinaryIO, folder: Path) -> None:
        super().__init__(stdin, stdout)
        self.folder = folder
        self.texts: dict[str, str] = {}
        self._versions: dict[str, int] = {}

    def start(self, capabilities: Json | None = None, process: int | None = None, **settings: Any) -> Json:
        """Greet the server; settings are those of `initializationOptions`."""
        result: Json = self.request(
            "initialize",
            {
                "processId": process,
                "rootUri": self.folder.as_uri(),
                "capabilities": capabilities or {},
                "initializationOptions": {"delay": LATER, **settings},
            },
        )
        self.notify("initialized", {})
        return result

    def uri(self, name: str) -> str:
        return name if ":" in name else (self.folder / name).as_uri()

    def open(self, name: str, text: str, language: str = "markdown") -> None:
        self.texts[name], self._versions[name] = text, 1
        document = {"uri": self.uri(name), "languageId": language, "version": 1, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": document})

    def type(self, name: str, text: str) -> None:
        self.texts[name] = text
        self._versions[name] += 1
        document = {"uri": self.uri(name), "version": self._versions[name]}
        params = {"textDocument": document, "contentChanges": [{"text": text}]}
        self.notify("textDocument/didChange", params)

    def save(self, name: str) -> None:
        self.notify("textDocument/didSave", {"textDocument": {"uri": self.uri(name)}})

    def close(self, name: str) -> None:
        self.notify("textDocument/didClose", {"textDocument": {"uri": self.uri(name)}})

    def shown(self, name: str) -> list[Json]:
        """What the server publishes of a draft next."""
        uri = self.uri(name)
        found: list[Json] = self.wait(
            lambda message: message.get("method") == PUBLISHED and message["params"]["uri"] == uri
        )["params"]["diagnostics"]
        return found

    def actions(self, name: str, span: Json, *only: str) -> list[Json]:
        context: Json = {"diagnostics": [], **({"only": [*only]} if only else {})}
        params = {"textDocument": {"uri": self.uri(name)}, "range": span, "context": context}
        found: list[Json] = self.request("textDocument/codeAction", params)
        return found

    def after(self, name: str, edit: Json) -> str:
        """The text of a draft with an edit in it, as an editor makes it: columns are UTF-16."""
        changes = edit.get("changes", {}).get(self.uri(name), [])
        for change in edit.get("documentChanges", []):
            if change["textDocument"]["uri"] == self.uri(name):
                changes += change["edits"]
        return apply(self.texts[name], changes)


def apply(text: str, edits: list[Json]) -> str:
    """A text with edits in it, in units of UTF-16."""
    lines = text.replace("\r\n", "\r\0").replace("\r", "\n").split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)

    def offset(position: Json) -> int:
        line = lines[position["line"]]
        lead = 1 if line.startswith("\0") else 0
        units = line[lead:].encode("utf-16-le")[: 2 * position["character"]]
        return starts[position["line"]] + lead + len(units.decode("utf-16-le"))

    for edit in sorted(edits, key=lambda one: offset(one["range"]["start"]), reverse=True):
        start, end = offset(edit["range"]["start"]), offset(edit["range"]["end"])
        text = text[:start] + edit["newText"] + text[end:]
    return text


@pytest.fixture
def editor(tmp_path: Path) -> Iterator[Editor]:
    """An editor whose server runs in this process: it starts as fast as a function is called."""
    from copydesk.lsp.server import serve

    to_server, from_client = os.pipe()
    to_client, from_server = os.pipe()
    stdin, stdout = os.fdopen(to_server, "rb"), os.fdopen(from_server, "wb")
    thread = Thread(target=serve, args=(stdin, stdout), kwargs={"plugins": False})
    thread.start()
    sent, received = os.fdopen(from_client, "wb"), os.fdopen(to_client, "rb", buffering=0)
    client = Editor(sent, received, tmp_path)
    yield client
    client.request("shutdown")
    client.notify("exit")
    thread.join()
    for stream in (sent, received, stdin, stdout):
        stream.close()
