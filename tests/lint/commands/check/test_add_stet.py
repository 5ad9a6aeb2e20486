"""`copydesk check --add-stet`: notes for today's findings, written into the drafts."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from copydesk.edits.stet_writer import add_notes
from copydesk.model.source import Position
from copydesk.plugins.registry import Registry, load_registry


@pytest.fixture
def add_stet(copydesk, folder):
    """A draft after `check --add-stet bad`; the notes must silence everything that rule found in it."""

    def answer(name: str, text: str | bytes, *options: str) -> str:
        path: Path = folder({}) / name
        data = text.encode() if isinstance(text, str) else text
        path.write_bytes(data)
        result = copydesk("check", name, "--add-stet", "bad", *options)
        assert "[bad]" not in result.out
        assert "unused-stet" not in result.out
        assert "unknown-stet" not in result.out
        written = path.read_bytes()
        again = copydesk("check", name, "--add-stet", "bad", *options)
        assert "0 notes for bad in 0 drafts" in again.err
        assert path.read_bytes() == written
        return written.decode() if isinstance(text, str) else written

    return answer


@pytest.mark.parametrize(
    ("text", "noted"),
    [
        ("A bad word.\n", "[stet: bad]\nA bad word.\n"),
        ("One.\nA bad word.\nTwo.", "One.\n[stet: bad]\nA bad word.\nTwo."),
        ("One.\r\n\r\nA bad word.\r\n", "One.\r\n\r\n[stet: bad]\r\nA bad word.\r\n"),
        ("A bad, bad word.\n\nA bad end.\n", "[stet: bad]\nA bad, bad word.\n\n[stet: bad]\nA bad end.\n"),
        ("- one\n- a bad word\n", "- one\n[stet: bad]\n- a bad word\n"),
        ("> a bad word\n", "[stet: bad]\n> a bad word\n"),
        ("The worst bad end. [stet: worst]\n", "The worst bad end. [stet: worst, bad]\n"),
        ("A good word.\n", "A good word.\n"),
    ],
)
def test_plain_text(add_stet, text: str, noted: str) -> None:
    assert add_stet("draft.txt", text) == noted


@pytest.mark.parametrize(
    ("text", "noted"),
    [
        ("A bad word.\n", "<!-- stet: bad -->\nA bad word.\n"),
        ("One.\r\n\r\nA bad\r\nword.\r\n", "One.\r\n\r\n<!-- stet: bad -->\r\nA bad\r\nword.\r\n"),
        ("One.\n\n## A *bad* end\n", "One.\n\n<!-- stet: bad -->\n## A *bad* end\n"),
        ("A bad end\n=========\n\nTwo.\n", "<!-- stet: bad -->\nA bad end\n=========\n\nTwo.\n"),
        ("> One.\n>\n> A bad end.\n", "> One.\n>\n> <!-- stet: bad -->\n> A bad end.\n"),
        ("- one\n- a bad end\n- two\n", "- one\n- a bad end <!-- stet: bad -->\n- two\n"),
        ("- one\n\n  A bad end.\n", "- one\n\n  <!-- stet: bad -->\n  A bad end.\n"),
        ("1. > a bad end\n", "1. > a bad end <!-- stet: bad -->\n"),
        ("| a | bad |\n|---|---|\n", "| a | bad <!-- stet: bad --> |\n|---|---|\n"),
        ("![A bad end](a.png)\n", "<!-- stet: bad -->\n![A bad end](a.png)\n"),
        ("<p>A bad end.</p>\n", "<!-- stet: bad -->\n<p>A bad end.</p>\n"),
        ("```\nbad\n```\n\nA bad end.\n", "```\nbad\n```\n\n<!-- stet: bad -->\nA bad end.\n"),
        (
            "<!-- stet: worst -->\nThe worst bad end.\n",
            "<!-- stet: worst, bad -->\nThe worst bad end.\n",
        ),
        (
            "---\ntitle: A bad end\n---\n\nA bad word.\n",
            "---\ntitle: A bad end\n---\n<!-- stet-draft: bad -->\n\nA bad word.\n",
        ),
        (
            "+++\r\ntitle = 'A bad end'\r\n+++",
            "+++\r\ntitle = 'A bad end'\r\n+++\r\n<!-- stet-draft: bad -->\r\n",
        ),
        (
            "---\ntitle: The worst bad end\n---\n<!-- stet-draft: worst -->\n",
            "---\ntitle: The worst bad end\n---\n<!-- stet-draft: worst, bad -->\n",
        ),
    ],
)
def test_markdown(add_stet, text: str, noted: str) -> None:
    assert add_stet("draft.md", text) == noted


def test_wrapped_plain_text_gets_its_note_before_the_paragraph(add_stet) -> None:
    text = (
        "The harbor office had warned every captain of fog before dawn, and nobody\n"
        "had listened to the bad news that it sent out to all of the ships at sea.\n\n"
        "The second paragraph is as long as the first one is, and holds no fault at\n"
        "all, which is why it stays the way that the person who wrote it wanted it.\n"
    )
    assert add_stet("draft.txt", text) == f"[stet: bad]\n{text}"


def test_a_reason_is_written_and_one_note_never_takes_the_reason_of_another(add_stet) -> None:
    assert add_stet("a.txt", "A bad word.\n", "--reason", "a refrain, on purpose") == (
        "[stet: bad -- a refrain, on purpose]\nA bad word.\n"
    )
    assert add_stet("b.md", "<!-- stet: worst -- slang -->\nThe worst bad end.\n", "--reason", "theirs") == (
        "<!-- stet: worst -- slang -->\n<!-- stet: bad -- theirs -->\nThe worst bad end.\n"
    )


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [("utf-8", b"\xef\xbb\xbf"), ("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff"), ("cp1252", b"")],
)
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_the_encoding_and_the_byte_order_mark_stay(add_stet, encoding: str, mark: bytes, name: str) -> None:
    text = "Café — one.\r\n\r\nA “bad” thing: a bad café.\r\n"
    note = "<!-- stet: bad -- “so” -->" if name.endswith("md") else "[stet: bad -- “so”]"
    noted = text.replace("A “bad”", f"{note}\r\nA “bad”")
    assert add_stet(name, mark + text.encode(encoding), "--reason", "“so”") == mark + noted.encode(encoding)


def test_bytes_that_windows_1252_does_not_know_stay(add_stet) -> None:
    assert add_stet("a.txt", b"Caf\xe9 \x81\x9d.\n\nA bad \x8f end.\n") == (
        b"Caf\xe9 \x81\x9d.\n\n[stet: bad]\nA bad \x8f end.\n"
    )


def test_a_reason_that_the_encoding_lacks_is_a_problem(copydesk, folder) -> None:
    path = folder({}) / "a.txt"
    path.write_bytes(b"Caf\xe9. A bad end.\n")
    result = copydesk("check", "a.txt", "--add-stet", "bad", "--reason", "смысл")
    assert result.code == 2
    assert "a.txt: the reason cannot be written in the encoding of the file, windows-1252" in result.err
    assert path.read_bytes() == b"Caf\xe9. A bad end.\n"


def test_what_is_left_is_reported_and_the_counts_are_said(copydesk, folder) -> None:
    folder({"a.txt": "A bad word, the worst word.", "b.md": "A bad end.\n\nA bad word.\n", "c.txt": "Good."})
    result = copydesk("check", ".", "--add-stet", "bad")
    assert result.err == "copydesk: 3 notes for bad in 2 drafts\n"
    assert result.out == 'a.txt:2:17: error: "worst" was found [worst]\n'
    assert result.code == 1


def test_a_finding_of_another_rule_gets_no_note(copydesk, folder) -> None:
    where = folder({"a.txt": "The worst word."})
    copydesk("check", "a.txt", "--add-stet", "bad")
    assert (where / "a.txt").read_text(encoding="utf-8") == "The worst word."


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--add-stet", "bat"), 'there is no rule "bat"; did you mean "bad"?'),
        (("--add-stet", "unused-stet"), 'there is no rule "unused-stet"'),
        (("--add-stet", "bad", "--reason", "a --> b"), "without square brackets and without -->"),
        (("--add-stet", "bad", "--reason", "[sic]"), "without square brackets"),
        (("--add-stet", "bad", "--reason", "x" * 301), "at most 300 characters"),
        (("--reason", "because"), "--reason goes with --add-stet"),
    ],
)
def test_what_cannot_be_asked_for(copydesk, folder, arguments: tuple[str, ...], message: str) -> None:
    where = folder({"a.txt": "A bad word."})
    result = copydesk("check", "a.txt", *arguments)
    assert result.code == 2
    assert message in result.err
    assert (where / "a.txt").read_text(encoding="utf-8") == "A bad word."


def test_a_house_that_requires_reasons_gets_no_note_without_one(copydesk, folder) -> None:
    where = folder({"copydesk.toml": "require-reason = true\n", "a.txt": "A bad word."})
    result = copydesk("check", "a.txt", "--add-stet", "bad")
    assert result.code == 2
    assert "every note here needs a reason: give one with --reason" in result.err
    assert copydesk("check", "a.txt", "--add-stet", "bad", "--reason", "slang").code == 0
    assert (where / "a.txt").read_text(encoding="utf-8") == "[stet: bad -- slang]\nA bad word."


@pytest.mark.parametrize("name", ["bad", "toys", "all"])
def test_a_rule_whose_findings_no_note_lets_stand_gets_none(copydesk, folder, name) -> None:
    where = folder({"copydesk.toml": f'no-stet = ["{name}"]\n', "a.txt": "A bad word."})
    result = copydesk("check", "a.txt", "--add-stet", "bad", "--reason", "slang")
    assert result.code == 2
    assert "a.txt: no note lets bad stand in this house (no-stet): mend the copy" in result.err
    assert (where / "a.txt").read_text(encoding="utf-8") == "A bad word."


def test_a_rule_that_asks_for_reasons_gets_no_note_without_one(copydesk, folder, toys, monkeypatch) -> None:
    monkeypatch.setattr(toys.Bad, "reasoned", True)
    folder({"a.txt": "A bad word."})
    result = copydesk("check", "a.txt", "--add-stet", "bad")
    assert result.code == 2
    assert "a note for bad needs a reason: give one with --reason" in result.err


def test_standard_input_gets_no_note(copydesk, monkeypatch) -> None:
    import io
    import sys

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"A bad word.")))
    result = copydesk("check", "-", "--add-stet", "bad")
    assert result.code == 2
    assert "no note can be written into standard input" in result.err


def test_a_finding_that_no_note_can_reach_is_named() -> None:
    text = 'A good word, ![A good picture](a.png "A bad title") and a good end.\n'
    noted = add_notes(
        "a.md",
        text.encode(),
        load_registry().readers["markdown"],
        [Position(1, text.index("bad") + 1)],
        "bad",
        "",
    )
    assert (noted.data.decode(), noted.notes, noted.left) == (text, 0, [Position(1, text.index("bad") + 1)])


BLOCKS = [
    "A bad word.",
    "The worst, *bad* word\nand a **bad**",
    "# A bad heading",
    "A bad heading\n---",
    "- a bad\n- worst\n\n  a bad end",
    "1. bad\n2. > bad\n   > bad",
    "> A bad\nlazy bad\n>\n> - bad",
    "| bad | b |\n|---|---|\n| a | bad",
    "```\nbad\n```",
    "    bad",
    "<div>\n<p>bad</p>\nbad <b>bad</b>\n</div>",
    "![bad](a.png) bad",
    "<!-- stet: worst -->",
    "[stet: hint -- so] bad",
    "[bad](bad) `bad` bad\\\nbad",
    "{{ bad }} bad",
    "[^1] bad\n\n[^1]: bad",
]


@pytest.mark.slow
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(blocks=st.lists(st.sampled_from(BLOCKS), min_size=1, max_size=5), gap=st.sampled_from(["\n\n", "\n"]))
def test_the_notes_let_exactly_those_findings_stand(check, toys, blocks: list[str], gap: str) -> None:
    registry: Registry = load_registry()
    for name, reader in (("a.md", registry.readers["markdown"]), ("a.txt", registry.readers["plain"])):
        data = gap.join(blocks).encode()
        before = check({name: data}, toys.Bad, toys.Worst, toys.Hint).findings
        found = [finding for finding in before if finding.rule == "bad"]
        assume(found)
        places = [Position(finding.place.line, finding.place.column) for finding in found]
        noted = add_notes(name, data, reader, places, "bad", "so")
        after = check({name: noted.data}, toys.Bad, toys.Worst, toys.Hint).findings
        left = [place for place in places if place in noted.left]
        others = [(finding.rule, finding.message) for finding in before if finding.rule != "bad"]
        assert [(f.rule, f.message) for f in after if f.rule != "bad"] == others
        assert len([finding for finding in after if finding.rule == "bad"]) == len(left)
