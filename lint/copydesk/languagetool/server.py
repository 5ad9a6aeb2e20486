"""A LanguageTool server of our own: started when it is needed, gone when it is not, whatever happens."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
import time
from types import TracebackType

from copydesk.errors import LanguageToolError
from copydesk.languagetool import guard
from copydesk.languagetool.client import Client
from copydesk.languagetool.java import find_java

HOST = "127.0.0.1"
MAIN = "org.languagetool.server.HTTPServer"
TRIES = 3
"""Ports that are tried, one after the other, if somebody took the one that was free a moment ago."""

_TAKEN = ("Address already in use", "BindException", "could not be started on")
_TAIL = 1500
_PAUSE = 0.1
_PATIENCE = 10.0

# What one run asks for is asked once, so LanguageTool keeps its rules ready and no sentences.
_CONFIGURATION = """pipelineCaching=true
maxPipelinePoolSize=4
pipelineExpireTimeInSeconds=3600
maxCheckThreads=4
"""


class LocalServer:
    """A server on this machine, from `with` to its end.

    memory         megabytes of Java's heap
    start_timeout  seconds that it may take until it is ready
    timeout        seconds that one answer may take
    port           the port; 0 takes a free one

    Entering raises LanguageToolError where it cannot be started. Java runs behind a guard that ends it when
    this process is gone.
    """

    def __init__(self, memory: int, start_timeout: float, timeout: float, port: int = 0) -> None:
        self.memory = memory
        self.start_timeout = start_timeout
        self.timeout = timeout
        self.port = port
        self._process: subprocess.Popen[bytes] | None = None
        self._folder = ""

    def __enter__(self) -> Client:
        from copydesk.languagetool.wrapper import jar_path

        java, jar = find_java(), jar_path()
        for _ in range(TRIES):
            client = Client(f"http://{HOST}:{self.port or _free_port()}", self.timeout)
            try:
                self._start(java, jar, client.url.rpartition(":")[2])
                if self._wait(client):
                    return client
                said = self._said()
            except BaseException:
                self.close()
                raise
            self.close()
            if self.port or not any(sign in said for sign in _TAKEN):
                raise LanguageToolError(f"LanguageTool did not start; it says: {said or 'nothing'}")
        raise LanguageToolError(f"LanguageTool found no free port in {TRIES} tries")

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def runs(self) -> bool:
        """Whether it has been started and has not ended."""
        return self._process is not None and self._process.poll() is None

    def ends(self, patience: float | None = None) -> bool:
        """Wait until it ends, or so many seconds; whether it has ended."""
        if self._process is not None:
            try:
                self._process.wait(patience)
            except subprocess.TimeoutExpired:
                return False
        return True

    def close(self) -> None:
        """End it, and take away what it kept on disk."""
        process, self._process = self._process, None
        if process is None:
            return
        if process.stdin is not None:
            process.stdin.close()  # the guard reads the end of its input, and kills Java
        try:
            process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _start(self, java: str, jar: str, port: str) -> None:
        self._folder = tempfile.mkdtemp(prefix="copydesk-languagetool-")
        configuration = os.path.join(self._folder, "server.properties")
        with open(configuration, "w", encoding="utf-8") as file:
            file.write(_CONFIGURATION)
        # Java's own files go where they are removed, and half a compiler is ready in half the time.
        options = [
            f"-Xmx{self.memory}m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            f"-Djava.io.tmpdir={self._folder}",
        ]
        command = [java, *options, "-cp", jar, MAIN, "--port", port, "--config", configuration]
        with open(self._log, "wb") as log:
            self._process = subprocess.Popen(  # noqa: S603  the user's own java
                guard.guarded(self._folder, command),
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,  # Ctrl-C is ours: we end the server in order
            )

    def _wait(self, client: Client) -> bool:
        """Wait until it is ready; False where it ended instead."""
        until = time.monotonic() + self.start_timeout
        while self.runs:
            if client.is_healthy():
                return self.runs  # somebody else may have been on the port
            if time.monotonic() > until:
                raise LanguageToolError(
                    f"LanguageTool was not ready in {self.start_timeout:g} seconds; it says: {self._said()}"
                )
            time.sleep(_PAUSE)
        return False

    @property
    def _log(self) -> str:
        return os.path.join(self._folder, "log.txt")

    def _said(self) -> str:
        """Return the end of its log, in one line."""
        with open(self._log, encoding="utf-8", errors="replace") as file:
            return " ".join(file.read()[-_TAIL:].split())


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port
