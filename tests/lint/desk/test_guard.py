"""Whom the desk answers: each attack that is known on pages of the own machine, and what becomes of it."""

from __future__ import annotations

import json
import socket

import pytest

from copydesk.desk.app import make_app
from copydesk.desk.guard import LARGEST

PORT = 8765
KEY = "the-key-of-this-test"
HERE = f"http://127.0.0.1:{PORT}"
ASKING = {"X-Copydesk-Key": KEY, "Content-Type": "application/json"}


@pytest.fixture
def client(desk, client_of):
    return client_of(make_app(desk, PORT, KEY), f"127.0.0.1:{PORT}")


def ask(client, question="start", body="{}", **headers):
    return client.request("POST", f"/ask/{question}", body, {**ASKING, **headers})


def test_the_page_of_the_desk_is_answered(client):
    assert client.get("/").headers["content-type"] == "text/html; charset=utf-8"
    assert ask(client, Origin=HERE, **{"Sec-Fetch-Site": "same-origin"}).json()["drafts"] == []
    assert ask(client, Host=f"localhost:{PORT}", Origin=f"http://localhost:{PORT}").status_code == 200


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        pytest.param({"Host": "evil.example"}, 421, id="a foreign host"),
        pytest.param({"Host": f"127.0.0.1.evil.example:{PORT}"}, 421, id="a name that points here"),
        pytest.param({"Host": f"127.0.0.1:{PORT + 1}"}, 421, id="another port"),
        pytest.param({"Host": ""}, 421, id="no host"),
        pytest.param({"Origin": "https://evil.example"}, 403, id="a foreign origin"),
        pytest.param({"Origin": "null"}, 403, id="a page of a file, or in a sandbox"),
        pytest.param({"Origin": f"http://localhost:{PORT}"}, 403, id="another name of this machine"),
        pytest.param({"Origin": f"http://127.0.0.1:{PORT + 1}"}, 403, id="another port's page"),
        pytest.param({"Sec-Fetch-Site": "cross-site"}, 403, id="another site"),
        pytest.param({"Sec-Fetch-Site": "same-site"}, 403, id="another port of this machine"),
        pytest.param({"X-Copydesk-Key": ""}, 401, id="no key"),
        pytest.param({"X-Copydesk-Key": KEY[:-1]}, 401, id="nearly the key"),
        pytest.param({"Content-Type": "application/x-www-form-urlencoded"}, 415, id="a form"),
        pytest.param({"Content-Type": "text/plain"}, 415, id="a form that pretends to be JSON"),
        pytest.param({"Content-Type": "multipart/form-data; boundary=x"}, 415, id="a form with a file"),
        pytest.param({"Content-Length": "99999999999"}, 413, id="a huge length"),
        pytest.param({"Content-Length": "9" * 4000}, 413, id="a length of 4,000 digits"),
        pytest.param({"Content-Length": "-1"}, 411, id="a length below nothing"),
        pytest.param({"Content-Length": "2, 2"}, 411, id="two lengths in one"),
    ],
)
def test_a_question_that_the_page_did_not_ask_is_refused(client, headers, status):
    answer = ask(client, **headers)
    assert answer.status_code == status
    assert set(answer.json()) == {"error"}


def test_a_name_that_another_machine_lets_point_here_gets_no_page(client):
    assert client.get("/", headers={"Host": f"rebound.example:{PORT}"}).status_code == 421


def test_a_page_of_another_site_cannot_even_load_a_part_of_it(client):
    assert client.get("/desk.js", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403


def test_a_question_comes_as_a_post(client):
    for method in ("PUT", "DELETE", "OPTIONS", "PATCH"):
        assert client.request(method, "/ask/start", headers=ASKING).status_code == 405
    assert client.get("/ask/start", headers=ASKING).status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "/../../../etc/passwd",
        "/..%2f..%2f..%2fetc%2fpasswd",
        "/%2e%2e/%2e%2e/pyproject.toml",
        "/desk.html/../../app.py",
        "//etc/passwd",
        "/__init__.py",
        "/page/desk.html",
        "/desk.js%00.html",
        "/file:///etc/passwd",
    ],
)
def test_no_file_of_the_disk_is_reached_by_an_address(client, path):
    answer = client.get(path)
    assert (answer.status_code, answer.json()) == (404, {"error": "there is no such page"})


@pytest.mark.parametrize(
    "name", ["../story.md", "/etc/passwd", "a/b.md", "C:\\story.md", "..", ".hidden", "", "a\0.md", "x" * 500]
)
@pytest.mark.parametrize("question", ["open", "check"])
def test_no_path_of_the_disk_comes_from_the_page(client, question, name):
    page = {"name": name, "format": "file", "text": "Words."}
    body = {"open": {"name": name, "data": "V29yZHM="}, "check": page}[question]
    answer = ask(client, question, json.dumps(body))
    assert answer.status_code == 422
    assert answer.json()["error"].startswith("a draft has ")


@pytest.mark.parametrize("number", [0, 1, -1, 10**20])
def test_a_draft_that_was_not_named_is_not_opened(client, number):
    assert ask(client, "open", json.dumps({"number": number})).status_code in (400, 422)


@pytest.mark.parametrize(
    "body",
    ["", "[]", "{", "null", '{"name": 3}', '{"path": "/etc/passwd"}', '{"x":' * 100_000, '"\ud800"'],
    ids=["nothing", "a list", "half", "null", "a number", "another field", "100,000 deep", "half a pair"],
)
def test_what_is_no_question_is_not_understood(client, body):
    answer = ask(client, "check", body.encode("utf-8", "surrogatepass"))
    assert answer.status_code == 400
    assert answer.json()["error"].startswith("not understood")


@pytest.mark.parametrize("path", ["/", "/desk.js", "/desk.css", "/nothing", "/ask/start"])
def test_every_answer_says_that_nothing_in_it_runs_or_is_kept(client, path):
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"] == "no-store"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert headers["referrer-policy"] == "no-referrer"
    assert "access-control-allow-origin" not in headers


def test_a_refusal_says_so_too(client):
    assert "default-src 'none'" in client.get("/", headers={"Host": "x"}).headers["content-security-policy"]


def test_the_page_holds_nothing_inline(client):
    page = client.get("/").text
    assert " style=" not in page
    assert "<style" not in page
    assert " on" + "click" not in page
    assert page.count("<script") == page.count('<script type="module" src="desk.js"></script>') == 1
    assert "://" not in page.replace("http://www.w3.org", "")


def talk(port: int, request: bytes) -> bytes:
    """What the server says to these bytes, until it closes the connection."""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        connection.sendall(request)
        parts = []
        while part := connection.recv(65536):
            parts.append(part)
    return b"".join(parts)


def request(port: int, key: str, *lines: str, body: bytes = b"") -> bytes:
    host = f"Host: 127.0.0.1:{port}"
    given = [
        "POST /ask/start HTTP/1.1",
        host,
        f"X-Copydesk-Key: {key}",
        "Content-Type: application/json",
        *lines,
    ]
    return "\r\n".join([*given, "", ""]).encode() + body


@pytest.mark.slow
def test_the_real_server_refuses_the_same(serve):
    served = serve("--isolated")
    port, key = served.port, served.key
    close = "Connection: close"
    assert b" 200 OK" in talk(port, request(port, key, "Content-Length: 2", close, body=b"{}"))
    huge = talk(port, request(port, key, "Content-Length: 99999999999"))
    assert b" 413 " in huge
    chunked = request(port, key, "Transfer-Encoding: chunked", close, body=b"2\r\n{}\r\n0\r\n\r\n")
    assert b" 411 " in talk(port, chunked)
    assert b" 400 " in talk(
        port, request(port, key, f"Host: 127.0.0.1:{port}", "Content-Length: 2", body=b"{}")
    )
    foreign = talk(port, f"GET / HTTP/1.1\r\nHost: evil.example\r\n{close}\r\n\r\n".encode())
    assert b" 421 " in foreign
    assert b"copydesk-key" not in foreign
    traversal = f"GET /../../../../etc/passwd HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n{close}\r\n\r\n"
    assert b" 404 " in talk(port, traversal.encode())
    upgrade = f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nOrigin: http://evil.example\r\n"
    upgrade += "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: eA==\r\n\r\n"
    assert b" 403 " in talk(port, upgrade.encode())
    assert b"\r\nserver:" not in talk(port, request(port, "", "Content-Length: 2", close, body=b"{}")).lower()
    assert served.process.poll() is None


def test_a_body_is_not_longer_than_it_says(desk):
    """A server in front may lie about a length; the sum of what comes is what counts."""
    import anyio

    sent = []
    parts = [{"type": "http.request", "body": b" " * (LARGEST // 2 + 1), "more_body": True}] * 3

    async def receive():
        return parts.pop()

    async def send(message):
        sent.append(message)

    headers = [(b"host", b"127.0.0.1:%d" % PORT), (b"x-copydesk-key", KEY.encode())]
    headers += [(b"content-type", b"application/json"), (b"content-length", b"2")]
    scope = {"type": "http", "method": "POST", "path": "/ask/check", "headers": headers, "query_string": b""}

    async def go():
        from starlette.requests import ClientDisconnect

        with pytest.raises(ClientDisconnect):
            await make_app(desk, PORT, KEY)(scope, receive, send)

    anyio.run(go)
    assert len(parts) == 1
