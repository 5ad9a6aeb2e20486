"""Stands in for Java with LanguageTool in it: `standin_languagetool.py -version`, or a server on `--port`.

What a text says decides what happens to it.
"""

from __future__ import annotations

import json
import os
import re
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs

SPELLINGS = {
    "anyhting": "anything",
    "behaviour": "behavior",
    "consistof": "consist of",
    "Goverment": "Government",
    "gunbattle": "gun battle",
    "precampaign": "preface",
    "quokka": "quota",
    "Zelinska": "Zelinski",
}
"""Words that its speller does not know, and what it would write."""

RULES = {
    "HE_VERB_AGR": r"\bhave\b",
    "AFFECT_EFFECT": r"\beffect\b",
    "ARTICLE_UNNECESSARY": r"\ban? \w+",
    "DT_DT": r"\bthe the\b",
    "RB_RB_COMMA": r"\balso also\b",
    "MORFOLOGIK_RULE_EN_US": rf"\b(?:{'|'.join(SPELLINGS)})\b",
}
"""What it reports, and on which words."""

MESSAGE = "The pronoun ‘She’ is used with a third-person verb."


class Handler(BaseHTTPRequestHandler):
    """The part of LanguageTool's protocol that copydesk uses."""

    protocol_version = "HTTP/1.1"
    server: Any

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        if self.path.endswith("/v2/healthcheck"):
            self.answer(200, "OK")
        elif self.path.endswith("/v2/info"):
            self.answer(200, json.dumps({"software": {"name": "LanguageTool", "version": "6.8"}}))
        else:
            self.answer(404, "Error: not found")

    def do_POST(self) -> None:
        size = int(self.headers["Content-Length"])
        form = {name: values[0] for name, values in parse_qs(self.rfile.read(size).decode()).items()}
        text = form["text"]
        again = text in self.server.seen
        self.server.seen.append(text)
        if "DIE" in text and ("TWICE" in text or not os.path.exists(os.environ["STANDIN_DIED"])):
            with open(os.environ["STANDIN_DIED"], "w", encoding="utf-8"):
                os._exit(3)
        if "HANG" in text:
            time.sleep(60)
        if "DROP" in text and not again:
            self.close_connection = True
        elif "BUSY" in text and not again:
            self.answer(503, "Error: too many parallel requests")
        elif "OFTEN" in text:
            self.answer(429, "Error: too many requests", {"Retry-After": "0"})
        elif "LONG" in text and text.count("\n"):
            self.answer(413, "Error: Your text exceeds the limit")
        elif "BROKEN" in text:
            self.answer(500, "Error: Internal\nError")
        elif "PAGE" in text:
            self.answer(200, "<html>Welcome</html>")
        elif "OTHER" in text:
            self.answer(200, '{"error": "x"}')
        else:
            self.answer(200, json.dumps({"matches": [*matches(text, form["enabledRules"].split(","))]}))

    def answer(self, status: int, text: str, headers: dict[str, str] | None = None) -> None:
        body = text.encode()
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **(headers or {})}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)


def matches(text: str, rules: list[str]) -> list[dict[str, Any]]:
    """What LanguageTool answers, counted in UTF-16."""
    return [
        {
            "message": MESSAGE,
            "replacements": [{"value": SPELLINGS.get(found.group(), "has")}],
            "offset": units(text[: found.start()]),
            "length": units(found.group()),
            "rule": {"id": rule},
        }
        for rule, pattern in RULES.items()
        if rule in rules
        for found in re.finditer(pattern, text)
    ]


def units(text: str) -> int:
    """How many code units of UTF-16 a text has."""
    return len(text.encode("utf-16-le")) // 2


class Server(ThreadingHTTPServer):
    """A server that knows which texts it has seen."""

    def __init__(self, port: int) -> None:
        super().__init__(("127.0.0.1", port), Handler)
        self.seen: list[str] = []

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Report an error, but not a client that no longer waits: it would print into another test."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def main(arguments: list[str]) -> None:
    """What `java` does."""
    if "-version" in arguments:
        sys.stderr.write(os.environ.get("STANDIN_VERSION", 'openjdk version "17.0.1" 2021-10-19') + "\n")
        sys.exit(int(os.environ.get("STANDIN_STATUS", "0")))
    if os.environ.get("STANDIN_FAILS"):
        sys.stderr.write(os.environ["STANDIN_FAILS"] + "\n")
        sys.exit(1)
    if "STANDIN_STARTED" in os.environ:
        with open(os.environ["STANDIN_STARTED"], "a", encoding="utf-8") as file:
            file.write("started\n")
    Server(int(arguments[arguments.index("--port") + 1])).serve_forever()


if __name__ == "__main__":
    main(sys.argv[1:])
