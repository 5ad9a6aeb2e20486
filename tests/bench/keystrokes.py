"""What the language server costs: a start, and a keystroke in drafts of 1,000 and 10,000 words.

    .venv/bin/python tests/bench/lsp.py

Processor time of the server, and its largest memory, by /proc. Budgets: 1.2 s to start, 35 and 220 ms a key,
60 MB.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

KEYS = 20
SEED = next((Path(__file__).parents[2] / "seeds").glob("*.txt"))


class Server:
    """A server, asked for diagnostics after every key."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "copydesk", "lsp"]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._number = 0
        pulls = {"textDocument": {"diagnostic": {}}}
        params = {"processId": os.getpid(), "rootUri": None, "capabilities": pulls}
        self.ask("initialize", {**params, "initializationOptions": {"across": "off"}})
        self.tell("initialized", {})

    def seconds(self) -> float:
        """Processor time so far."""
        fields = Path(f"/proc/{self._process.pid}/stat").read_text("ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def megabytes(self) -> float:
        """The largest memory so far."""
        status = Path(f"/proc/{self._process.pid}/status").read_text("ascii")
        (line,) = [line for line in status.splitlines() if line.startswith("VmHWM:")]
        return int(line.split()[1]) / 1000

    def tell(self, method: str, params: Any) -> None:
        self._send({"method": method, "params": params})

    def ask(self, method: str, params: Any) -> Any:
        self._number += 1
        self._send({"id": self._number, "method": method, "params": params})
        while True:
            message = self._receive()
            if message.get("id") == self._number:
                return message["result"]

    def end(self) -> None:
        self.ask("shutdown", None)
        self.tell("exit", None)
        self._process.communicate()

    def _send(self, message: Any) -> None:
        assert self._process.stdin is not None
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._process.stdin.flush()

    def _receive(self) -> Any:
        assert self._process.stdout is not None
        length = 0
        while line := self._process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        return json.loads(self._process.stdout.read(length))


def main() -> None:
    server = Server()
    print(f"start               {server.seconds():6.2f} s,  memory {server.megabytes():.0f} MB")
    paragraphs = SEED.read_text(encoding="utf-8").split("\n")
    words = sum(len(paragraph.split()) for paragraph in paragraphs)
    for size in (1_000, 10_000):
        text = "\n".join(paragraphs * (size // words + 1))
        while len(text.split()) > size:
            text = text.rpartition("\n")[0]
        uri = {"uri": f"untitled:{size}.txt"}
        document = {**uri, "languageId": "plaintext", "version": 0, "text": text}
        server.tell("textDocument/didOpen", {"textDocument": document})
        server.ask("textDocument/diagnostic", {"textDocument": uri})
        before = server.seconds()
        for key in range(1, KEYS + 1):
            change = [{"text": text + "A word."[: key % 7]}]
            params = {"textDocument": {**uri, "version": key}, "contentChanges": change}
            server.tell("textDocument/didChange", params)
            server.ask("textDocument/diagnostic", {"textDocument": uri})
        spent = (server.seconds() - before) / KEYS
        memory = server.megabytes()
        print(f"a key in {len(text.split()):6,} words {spent * 1000:6.0f} ms, memory {memory:.0f} MB")
    server.end()


if __name__ == "__main__":
    main()
