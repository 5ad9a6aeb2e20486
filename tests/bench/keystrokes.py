"""What a keystroke costs in the language server and in the desk.

    python tests/bench/keystrokes.py [FOLDER]

FOLDER holds plain text; without it, drafts are made up. Into the middle of each draft of about 1,000 words,
and of one of 10,000, words are typed letter by letter. After each letter the editor hands over the whole text
and asks for the findings. What is measured is the processor time of the whole process that answers: the
message read, the draft checked, the findings written. Processor time and memory of a running process are had
from /proc: Linux alone has it.
"""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from http.client import HTTPConnection
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from corpus import write_drafts

TYPED = " the mayor said on Tuesday"
KEYS = 10
"""Letters of it that are typed into each draft."""

DRAFTS = 20
WORDS = 1_000
ABOUT = 150
"""How many words more or fewer a draft may have."""

LONG = 10_000
BAR = 30
"""Milliseconds of processor time for a key in a draft of 1,000 words."""


class Surface:
    """A process that answers an editor."""

    def __init__(self, command: str, **streams: int) -> None:
        self._folder = TemporaryDirectory()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "copydesk", *command.split()], cwd=self._folder.name, **streams
        )

    def seconds(self) -> float:
        """Processor time so far."""
        fields = self._proc("stat").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def megabytes(self) -> float:
        """The largest memory so far."""
        (line,) = [line for line in self._proc("status").splitlines() if line.startswith("VmHWM:")]
        return int(line.split()[1]) / 1000

    def find(self, name: str, text: str) -> None:
        """Hand over a draft as it is now, and wait for its findings."""
        raise NotImplementedError

    def end(self) -> None:
        """End the process."""
        self._process.send_signal(signal.SIGINT)
        self._process.communicate()
        self._folder.cleanup()

    def _proc(self, name: str) -> str:
        return Path(f"/proc/{self._process.pid}/{name}").read_text("ascii")


class LanguageServer(Surface):
    """`copydesk lsp`, with a client that asks for diagnostics after every key."""

    def __init__(self) -> None:
        super().__init__("lsp", stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._number = 0
        self._versions: dict[str, int] = {}
        pulls = {"textDocument": {"diagnostic": {}}}
        client = {"processId": os.getpid(), "rootUri": None, "capabilities": pulls}
        # Drafts are compared with each other when one is opened or saved, not at a key.
        self._ask("initialize", {**client, "initializationOptions": {"across": "off"}})
        self._tell("initialized", {})

    def find(self, name: str, text: str) -> None:
        version = self._versions[name] = self._versions.get(name, 0) + 1
        document = {"uri": f"untitled:{name}", "version": version}
        if version == 1:
            opened = {**document, "languageId": "plaintext", "text": text}
            self._tell("textDocument/didOpen", {"textDocument": opened})
        else:
            changes = [{"text": text}]
            self._tell("textDocument/didChange", {"textDocument": document, "contentChanges": changes})
        self._ask("textDocument/diagnostic", {"textDocument": document})

    def end(self) -> None:
        self._ask("shutdown", None)
        self._tell("exit", None)
        super().end()

    def _tell(self, method: str, params: Any) -> None:
        self._send({"method": method, "params": params})

    def _ask(self, method: str, params: Any) -> None:
        self._number += 1
        self._send({"id": self._number, "method": method, "params": params})
        while self._receive().get("id") != self._number:
            pass

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


class Desk(Surface):
    """`copydesk desk`, asked as its page asks."""

    def __init__(self) -> None:
        super().__init__("desk --no-browser", stdin=subprocess.DEVNULL, stderr=subprocess.PIPE)
        assert self._process.stderr is not None
        address = re.search(r"http://([\w.]+:\d+)/#([\w-]+)", self._process.stderr.readline().decode())
        assert address is not None
        self._connection = HTTPConnection(address[1])
        self._headers = {"Content-Type": "application/json", "X-Copydesk-Key": address[2]}

    def find(self, name: str, text: str) -> None:
        body = json.dumps({"name": name, "format": "plain", "text": text})
        self._connection.request("POST", "/ask/check", body, self._headers)
        answer = json.load(self._connection.getresponse())
        assert "findings" in answer, answer


def milliseconds_a_key(surface: Surface, drafts: Sequence[str]) -> float:
    """Processor time of a key: the mean over all drafts, each of which was found before."""
    spent = 0.0
    for number, draft in enumerate(drafts):
        name = f"{len(draft)}-{number}.txt"
        surface.find(name, draft)
        middle = draft.find(" ", len(draft) // 2)
        before = surface.seconds()
        for typed in range(1, KEYS + 1):
            surface.find(name, draft[:middle] + TYPED[:typed] + draft[middle:])
        spent += surface.seconds() - before
    return 1000 * spent / (KEYS * len(drafts))


def drafts_of(paths: Sequence[Path]) -> list[str]:
    """The drafts of about 1,000 words, as many as are typed into."""
    texts = (path.read_text(encoding="utf-8", errors="replace") for path in paths)
    return [text for text in texts if abs(len(text.split()) - WORDS) <= ABOUT][:DRAFTS]


def long_draft(paths: Sequence[Path]) -> str:
    """One draft of 10,000 words, put together from others."""
    words, parts = 0, []
    for path in paths:
        parts.append(path.read_text(encoding="utf-8", errors="replace"))
        words += len(parts[-1].split())
        if words >= LONG:
            break
    return "\n".join(parts)


SURFACES: dict[str, tuple[str, Callable[[], Surface]]] = {
    "language server": ("pygls", LanguageServer),
    "desk": ("uvicorn", Desk),
}
"""By its name: the package that it needs, and what starts it."""


def measured(paths: Sequence[Path]) -> Iterator[tuple[str, Surface, float, float]]:
    """Each surface that is installed, and the milliseconds of a key in drafts of 1,000 and 10,000 words."""
    drafts, long = drafts_of(paths), long_draft(paths)
    for name, (needed, start) in SURFACES.items():
        if find_spec(needed) is None:
            print(f"{name} is not installed, and left out", file=sys.stderr)
            continue
        surface = start()
        try:
            yield name, surface, milliseconds_a_key(surface, drafts), milliseconds_a_key(surface, [long])
        finally:
            surface.end()


def main() -> None:
    """Measure and print."""
    with TemporaryDirectory() as folder:
        source = Path(sys.argv[1]) if len(sys.argv) > 1 else None
        for name, surface, short, long in measured(write_drafts(Path(folder), 200, source)):
            print(
                f"{name:17}{short:6.1f} ms a key in {WORDS:,} words (bar {BAR}), "
                f"{long:6.1f} ms in {LONG:,}; {surface.megabytes():.0f} MB"
            )


if __name__ == "__main__":
    main()
