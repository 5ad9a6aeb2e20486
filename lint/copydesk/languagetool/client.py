"""The wire: a LanguageTool server asked over HTTP, straight and never through a proxy."""

from __future__ import annotations

import json
from bisect import bisect_left
from contextlib import suppress
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from itertools import accumulate
from socket import SHUT_RDWR
from threading import Event
from typing import Any
from urllib.parse import urlencode, urlsplit

from msgspec import Struct

from copydesk.errors import LanguageToolError, LostError, TooLongError

LARGEST_ANSWER = 50_000_000
LONGEST_WAIT = 60.0
"""Seconds that a server that is asked too often may ask us to wait."""

_TOO_LONG, _TOO_OFTEN, _BUSY = 413, 429, 503


class Match(Struct, frozen=True):
    """A match of LanguageTool, at `start:end` of the text in code points."""

    rule: str
    start: int
    end: int
    message: str
    replacements: tuple[str, ...]


class Reply(Struct, frozen=True):
    """Status, body, and the header Retry-After in seconds, or None."""

    status: int
    body: bytes
    retry_after: float | None


class Client:
    """One server. May be used by several threads at once.

    url      without `/v2`; raises LanguageToolError where it is none
    timeout  seconds that one answer may take
    """

    def __init__(self, url: str, timeout: float) -> None:
        self.url = url
        self._timeout = timeout
        self._secure, self.host, self._port, self._path = _parts(url)
        self._closed = Event()
        self._open: set[HTTPConnection] = set()

    def close(self) -> None:
        """Ask nothing more. A thread that waits for an answer gets LanguageToolError at once."""
        self._closed.set()
        for connection in [*self._open]:
            with suppress(AttributeError, OSError):  # not connected yet, or no more
                connection.sock.shutdown(SHUT_RDWR)

    def is_healthy(self, timeout: float = 2) -> bool:
        """Whether it says that it is ready."""
        try:
            return self._ask_once("GET", "/v2/healthcheck", None, timeout).status == 200
        except LanguageToolError:
            return False

    def identity(self) -> bytes:
        """Return the version and build of the server. Raises LanguageToolError if it is no LanguageTool."""
        software = self._json(self._ask("GET", "/v2/info", None)).get("software")
        if not isinstance(software, dict) or software.get("name") != "LanguageTool":
            raise self._not_languagetool()
        parts = (software.get(key) for key in ("version", "buildDate", "commit", "premium"))
        return " ".join(map(str, parts)).encode()

    def check(self, text: str, language: str, rules: tuple[str, ...]) -> list[Match]:
        """Return the matches of the named rules, and of no others, in a text.

        Categories are not sent along: version 6.8 runs no rule at all where it gets both.
        """
        form = {
            "language": language,
            "enabledOnly": "true",
            "enabledRules": ",".join(rules),
            "text": text.encode("utf-8", "replace"),
        }
        found = self._json(self._ask("POST", "/v2/check", urlencode(form).encode())).get("matches")
        try:
            return [*_matches(found, _offsets(text))]
        except (AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
            raise self._not_languagetool() from error

    def _ask(self, method: str, path: str, body: bytes | None) -> bytes:
        """Return the body of a good answer. What may have been bad luck is tried a second time."""
        try:
            answer = self._ask_once(method, path, body, self._timeout)
        except LostError:
            answer = self._ask_once(method, path, body, self._timeout)
        if answer.status in (_BUSY, _TOO_OFTEN):
            self._closed.wait(min(answer.retry_after or 1.0, LONGEST_WAIT))
            answer = self._ask_once(method, path, body, self._timeout)
        if answer.status == 200:
            return answer.body
        said = " ".join(answer.body[:300].decode("utf-8", "replace").split())
        message = f"LanguageTool at {self.url} answers {answer.status}: {said}"
        raise TooLongError(message) if answer.status == _TOO_LONG else LanguageToolError(message)

    def _ask_once(self, method: str, path: str, body: bytes | None, timeout: float) -> Reply:
        kind = HTTPSConnection if self._secure else HTTPConnection
        connection = kind(self.host, self._port, timeout=timeout)
        self._open.add(connection)
        headers = {"Content-Type": "application/x-www-form-urlencoded"} if body is not None else {}
        try:
            connection.connect()
            if self._closed.is_set():  # asked when `close` can no longer miss the connection
                raise LanguageToolError(f"LanguageTool at {self.url} is no longer asked")
            connection.request(method, self._path + path, body, headers)
            answer = connection.getresponse()
            return Reply(answer.status, answer.read(LARGEST_ANSWER), _retry_after(answer))
        except TimeoutError as error:
            raise LanguageToolError(
                f"LanguageTool at {self.url} gave no answer in {timeout:g} seconds"
            ) from error
        except (OSError, HTTPException) as error:
            raise LostError(
                f"LanguageTool at {self.url} cannot be reached: {error or type(error).__name__}"
            ) from error
        finally:
            self._open.discard(connection)
            connection.close()

    def _json(self, body: bytes) -> dict[str, Any]:
        try:
            found = json.loads(body)
        except ValueError as error:
            raise self._not_languagetool() from error
        if not isinstance(found, dict):
            raise self._not_languagetool()
        return found

    def _not_languagetool(self) -> LanguageToolError:
        return LanguageToolError(f"what answers at {self.url} is no LanguageTool")


def _parts(url: str) -> tuple[bool, str, int | None, str]:
    """Whether it is https, the host, the port, and the path before `/v2`."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise LanguageToolError(f'"{url}" is no address: {error}') from error
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise LanguageToolError(f'"{url}" is no address of a server: write "http://127.0.0.1:8081"')
    path = parts.path.rstrip("/").removesuffix("/v2")
    return parts.scheme == "https", parts.hostname, port, path


def _retry_after(answer: HTTPResponse) -> float | None:
    value = answer.getheader("Retry-After") or ""
    return float(value) if value.isascii() and value.isdigit() else None


def _offsets(text: str) -> list[int] | None:
    """Return where each code point begins in UTF-16, which LanguageTool counts in.

    Returns None if the offsets are the same.
    """
    if text.isascii() or max(text) <= "\uffff":
        return None
    return [0, *accumulate(2 if character > "\uffff" else 1 for character in text)]


def _matches(found: Any, offsets: list[int] | None) -> list[Match]:
    matches = []
    for one in found:
        start, end = one["offset"], one["offset"] + one["length"]
        if offsets is not None:
            start, end = bisect_left(offsets, start), bisect_left(offsets, end)
        replacements = tuple(str(each["value"]) for each in one["replacements"][:5])
        matches.append(Match(str(one["rule"]["id"]), int(start), int(end), str(one["message"]), replacements))
    return matches
