"""Choice of the LanguageTool that answers: a server that is named, or one of our own."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from threading import Lock

from msgspec import Struct

from copydesk.errors import LanguageToolError, LostError
from copydesk.languagetool import VERSION, installation
from copydesk.languagetool.client import Client, Match
from copydesk.languagetool.server import LocalServer

URL = "COPYDESK_LANGUAGETOOL_URL"
"""The environment variable that names a server; it goes before the configuration."""


_PATIENCE = 5.0
"""Seconds that a server that no longer answers may take to end."""


class Limits(Struct, frozen=True):
    """Limits of a server: megabytes of Java's heap, seconds until it is ready, seconds for one answer."""

    memory: int
    start: float
    answer: float


class Session:
    """A LanguageTool that is being asked. May be used by several threads at once.

    A server of our own that dies is started again, once a session.
    """

    def __init__(self, client: Client, local: LocalServer | None = None) -> None:
        self._client = client
        self._local = local
        self._lock = Lock()
        self._revived = False
        self._closed = False

    def check(self, text: str, language: str, rules: tuple[str, ...]) -> list[Match]:
        """Return the matches of the named rules in a text; raises LanguageToolError."""
        client = self._client
        try:
            return client.check(text, language, rules)
        except LostError as error:
            self._revive(client, error)
            return self._client.check(text, language, rules)

    def _revive(self, client: Client, error: LostError) -> None:
        """Start our own server again, unless another thread has; raises the error where that is no use."""
        with self._lock:
            if self._client is not client:
                return
            if self._closed or self._local is None or self._revived or not self._local.ends(_PATIENCE):
                raise error
            self._revived = True
            self._local.close()
            self._client = self._local.__enter__()

    def close(self) -> None:
        """End it for good, our own server too, also where threads still ask it: they get an error."""
        with self._lock:
            self._closed = True
            self._client.close()
            if self._local is not None:
                self._local.close()


class Service(Struct, frozen=True):
    """A LanguageTool that runs only while it is asked.

    server  the one that was named; None where the one that is installed here is started
    """

    server: Client | None
    limits: Limits

    def identity(self) -> bytes:
        """Return the identity of the LanguageTool that answers, from the named server if there is one."""
        return installation.identity() if self.server is None else self.server.identity()

    @contextmanager
    def open(self) -> Iterator[Session]:
        """Ask it; raises LanguageToolError where it cannot be started."""
        if self.server is not None:
            session = Session(Client(self.server.url, self.limits.answer))
        else:
            local = LocalServer(self.limits.memory, self.limits.start, self.limits.answer)
            session = Session(local.__enter__(), local)
        try:
            yield session
        finally:
            session.close()


def find_service(url: str, hosts: Collection[str], limits: Limits) -> Service:
    """Return the LanguageTool of a run.

    url    the server that the configuration names, or empty
    hosts  to which hosts beside this machine drafts may be sent

    Raises LanguageToolError where there is none, or where drafts may not be sent to it.
    """
    url = os.environ.get(URL) or url
    if url:
        client = Client(url, limits.answer)
        if not is_loopback(client.host) and client.host not in hosts:
            raise LanguageToolError(
                f"drafts are not sent to {client.host}: only `--allow-remote {client.host}` on the command "
                "line lets them leave this machine"
            )
        return Service(client, limits)
    if not installation.is_installed():
        raise LanguageToolError(
            f"there is no LanguageTool {VERSION} in {installation.folder()}: run `copydesk grammar install`, "
            f"or name a server in {URL}"
        )
    return Service(None, limits)


def is_loopback(host: str) -> bool:
    """Whether a host is this machine. Names are not looked up."""
    return host in ("localhost", "::1") or (host.startswith("127.") and host.replace(".", "").isdigit())
