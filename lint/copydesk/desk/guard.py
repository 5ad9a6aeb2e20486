"""Whom the desk answers: the page that it opened itself, on this machine, and nobody else.

Other programs and other pages on this machine can reach its port. What a browser sends of its own tells them
apart: the host that was typed, the origin of the page that asks, whether that is another site. And nothing
is answered without the key that only the page has.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

LARGEST = 32_000_000
"""Bytes of the longest question: the largest draft twice, as text and as the file that it came from."""

KEY = b"x-copydesk-key"

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; "
    "trusted-types 'none'"
)
HEADERS = (
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
    (b"cache-control", b"no-store"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
)
"""What every answer says, refusals too: nothing in a draft runs, and nobody frames or keeps the page."""


class Guard:
    """Refuses what does not come from the page of the desk.

    app   what answers the rest
    port  the port that the desk listens at
    key   what the page sends with each question
    """

    def __init__(self, app: App, port: int, key: str) -> None:
        self._app = app
        self._hosts = {b"127.0.0.1:%d" % port, b"localhost:%d" % port}
        self._key = key.encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or say why not."""
        if scope["type"] != "http":
            return  # a web socket is closed, and there is no start or end to attend to
        refusal = self._refusal(scope)

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                own = {name for name, _ in HEADERS}
                kept = [header for header in message.get("headers", ()) if header[0].lower() not in own]
                message = {**message, "headers": [*kept, *HEADERS]}
            await send(message)

        if refusal is None:
            await self._app(scope, _limited(receive), answer)
            return
        status, words = refusal
        body = json.dumps({"error": words}).encode()
        headers = [(b"content-type", b"application/json"), (b"content-length", b"%d" % len(body))]
        # What was sent with it is not read, so nothing else can come over this connection.
        headers.append((b"connection", b"close"))
        await answer({"type": "http.response.start", "status": status, "headers": headers})
        await answer({"type": "http.response.body", "body": body})

    def _refusal(self, scope: Scope) -> tuple[int, str] | None:
        """The status and the words of a refusal; None for a request that is answered."""
        headers: dict[bytes, bytes] = {}
        for name, value in scope["headers"]:
            if name in headers and name in (b"host", b"origin", b"content-length", b"content-type", KEY):
                return 400, "a header comes twice"
            headers[name] = value
        host = headers.get(b"host", b"")
        if host not in self._hosts:  # a name that somebody let point to this machine
            return 421, "this page is for this machine only"
        if headers.get(b"origin", b"http://" + host) != b"http://" + host:
            return 403, "another page asks"
        if headers.get(b"sec-fetch-site", b"none") not in (b"same-origin", b"none"):
            return 403, "another site asks"
        if scope["method"] in ("GET", "HEAD"):
            return None
        if scope["method"] != "POST":
            return 405, "only GET and POST are answered"
        if not hmac.compare_digest(headers.get(KEY, b""), self._key):
            return 401, "open the address that copydesk printed: it holds the key"
        if headers.get(b"content-type", b"").partition(b";")[0].strip().lower() != b"application/json":
            return 415, "questions are asked in JSON"
        length = headers.get(b"content-length", b"")
        if not length.isdigit() or len(length) > 15:
            return (413, "longer than any draft") if length.isdigit() else (411, "how long is it?")
        return (413, "longer than any draft") if int(length) > LARGEST else None


def _limited(receive: Receive) -> Receive:
    """What is received, up to the largest size."""
    taken = 0

    async def limited() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > LARGEST:
            return {"type": "http.disconnect"}
        return message

    return limited
