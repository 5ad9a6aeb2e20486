"""The wire to a LanguageTool server."""

from __future__ import annotations

import pytest

from copydesk.errors import LanguageToolError, LostError
from copydesk.languagetool.client import Client
from copydesk.languagetool.service import Limits, find_service

LIMITS = Limits(256, 10, 10)
RULES = ("AFFECT_EFFECT", "HE_VERB_AGR")


def check(server, text, rules=RULES):
    found = Client(server.url, 10).check(text, "en-US", rules)
    return [(match.rule, text[match.start : match.end]) for match in found]


def test_only_the_rules_that_are_named_report(languagetool):
    assert check(languagetool, "She have an effect.", ("HE_VERB_AGR",)) == [("HE_VERB_AGR", "have")]


@pytest.mark.parametrize(
    "text",
    ["😀 She have gone.", "She 😀😀 have gone. 😀", "𝒜 have\r\n😀", "no emoji: café have —", "\ud800 have"],
)
def test_a_match_is_counted_in_code_points(languagetool, text):
    assert check(languagetool, text) == [("HE_VERB_AGR", "have")]


@pytest.mark.parametrize("end", ["", "/", "/v2", "/v2/"])
def test_every_way_to_write_the_address(languagetool, end):
    assert Client(languagetool.url + end, 10).check("She have.", "en-US", RULES)


@pytest.mark.parametrize("luck", ["BUSY", "DROP"])
def test_what_may_have_been_bad_luck_is_tried_again(languagetool, luck, monkeypatch):
    monkeypatch.setattr("time.sleep", lambda _: None)
    assert check(languagetool, f"She have. {luck}") == [("HE_VERB_AGR", "have")]
    assert len(languagetool.seen) == 2


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("OFTEN", "answers 429: Error: too many requests"),
        ("BROKEN", "answers 500: Error: Internal Error"),
        ("PAGE", "is no LanguageTool"),
        ("OTHER", "is no LanguageTool"),
    ],
)
def test_what_goes_wrong_is_one_kind_of_error(languagetool, text, message):
    with pytest.raises(LanguageToolError, match=message):
        check(languagetool, text)


def test_a_server_that_is_not_there():
    client = Client("http://127.0.0.1:9", 10)
    assert not client.is_healthy()
    with pytest.raises(LostError, match=r"cannot be reached: .*refused"):
        client.identity()


@pytest.mark.parametrize(
    "url", ["", "127.0.0.1:8081", "ftp://127.0.0.1", "http://", "http://[::1", "http://x:99999"]
)
def test_what_is_no_address(url):
    with pytest.raises(LanguageToolError, match="no address"):
        Client(url, 10)


def test_drafts_go_to_no_other_machine_unless_the_command_line_says_so():
    with pytest.raises(LanguageToolError, match="only `--allow-remote grammar"):
        find_service("https://grammar.example.org/v2", (), LIMITS)
    service = find_service("https://grammar.example.org/v2", ("grammar.example.org",), LIMITS)
    assert service.server is not None


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.1.2.3", "[::1]"])
def test_this_machine_is_no_other(host):
    assert find_service(f"http://{host}:8081", (), LIMITS).server is not None


def test_a_name_that_looks_like_this_machine_is_another():
    with pytest.raises(LanguageToolError, match="drafts are not sent"):
        find_service("http://127.0.0.1.example.org", (), LIMITS)


def test_the_environment_names_the_server_before_the_configuration(languagetool, monkeypatch):
    monkeypatch.setenv("COPYDESK_LANGUAGETOOL_URL", languagetool.url)
    service = find_service("http://127.0.0.1:9", (), LIMITS)
    assert service.server is not None
    assert service.server.url == languagetool.url
