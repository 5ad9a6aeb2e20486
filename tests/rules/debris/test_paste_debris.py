"""Draft in, findings out: what a paste brought along."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.plugins.rule import Context
from copydesk.testing import check, draft
from copydesk_rules.debris.encodings import repaired
from copydesk_rules.debris.paste_debris import PasteDebris


def as_windows(text: str) -> str:
    """What a program that takes UTF-8 for Windows-1252 makes of a text."""
    return "".join(
        bytes([byte]).decode("cp1252") if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else chr(byte)
        for byte in text.encode()
    )


@pytest.mark.parametrize("letter", list("éèàüñçöß’“”‘–—…€£°«»\u00a0😀"))
def test_letters_in_the_wrong_encoding_are_mended(corrected, letter: str) -> None:
    text = f"The caf{letter}s closed."
    (finding,) = check(PasteDebris, as_windows(text))
    assert finding.severity == "error"
    assert corrected(PasteDebris, as_windows(text)) == text


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=5))
def test_a_repair_is_what_was_broken(text: str) -> None:
    assert repaired(as_windows(text)) in (text.removeprefix("\ufeff"), None)


@pytest.mark.parametrize(
    ("text", "excerpt", "severity", "left"),
    [
        ("The ﬁre is out.", "ﬁ", "warning", "The fire is out."),
        ("They wait\u200bed.", "\u200b", "warning", "They waited."),
        ("\u200bThey waited.", "\u200b", "info", "They waited."),
        ("The of\u00adfice shut.", "\u00ad", "info", "The office shut."),
        ("\u202aIt rained.\u202c It", "\u202a", "info", "It rained. It"),
        ("It \u00a0rained.", " \u00a0", "info", "It rained."),
        ("It\u00a0\u00a0rained.", "\u00a0\u00a0", "info", "It rained."),
        ("It rained \x97 and snowed.", "\x97", "error", "It rained — and snowed."),
        ("It\x03 rained.", "\x03", "error", None),
        ("The caf\ufffd shut.", "\ufffd", "error", None),
        ("It rained:contentReference[oaicite:3].", ":contentReference[oaicite:3]", "error", "It rained."),
        ("It rained[oaicite:3].", "[oaicite:3]", "error", "It rained."),
        ("It rained【12†source】.", "【12†source】", "error", "It rained."),
        ("It rained turn0search12.", "turn0search12", "error", "It rained ."),
        ("As an AI language model, I cannot.", "As an AI language model, I", "warning", None),
    ],
)
def test_each_kind(corrected, text: str, excerpt: str, severity: str, left: str | None) -> None:
    finding = check(PasteDebris, text)[0]
    assert (finding.excerpt, finding.severity) == (excerpt, severity)
    assert corrected(PasteDebris, text) == (left or text)


def test_what_nobody_sees_is_a_warning_where_the_draft_is_full_of_it() -> None:
    (found,) = check(PasteDebris, "The of\u00adfice shut. " * 6)
    assert found.severity == "warning"
    assert {one.severity for one in check(PasteDebris, "The of\u00adfice shut. " * 5)} == {"info"}


def test_a_character_that_is_not_seen_is_named_by_its_number() -> None:
    (finding,) = check(PasteDebris, "The of\u00adfice shut.")
    assert finding.message == "U+00AD, a soft hyphen, is not seen"
    (found,) = PasteDebris().check(draft("The of\u00adfice shut."), Context(PasteDebris.options))
    assert found.kind == "soft hyphen"


@pytest.mark.parametrize(
    "text",
    [
        "Ângela Simões of São Brás met Håkan Ãberg; the phở at HÀ NỘI is “CAFÉ”, «CAFÉ» and SÃO.",
        "The family 👨\u200d👩\u200d👧 and the farmer 👩\u200d🌾 met. می\u200cخواهم",
        "She said \u200fשלום\u200f to him.",
        "At 10\u00a0km it rained – naïve, coöperate, 5 °C, £9, 3 × 4, ½.",
        "“As an AI language model, I cannot,” it wrote. As an AI researcher, I can.",
        "It was her turn. He read [1] and the 0search box.",
    ],
)
def test_what_belongs_there(text: str) -> None:
    assert check(PasteDebris, text) == []


@pytest.mark.parametrize(
    "text", ["The of&shy;fice shut.\n", "Run `a\u200bb` now.\n", "A word&#8203;break.\n"]
)
def test_what_the_file_writes_out_and_code(text: str) -> None:
    assert check(PasteDebris, text, format="markdown") == []


def test_what_stands_all_over_a_draft_is_reported_once(corrected) -> None:
    text = "It rained.\u00a0 It rained.\n\n" * 9
    (finding,) = check(PasteDebris, text)
    assert finding.place == "1:11"
    assert finding.message == "U+00A0 U+0020 is more than one space, and there are 8 more in the draft"
    assert corrected(PasteDebris, text) == "It rained. It rained.\n\n" * 9


def test_five_pieces_are_reported_one_by_one() -> None:
    assert len(check(PasteDebris, "Of\u00adfice. " * 5)) == 5
    assert len(check(PasteDebris, "Of\u00adfice. " * 6)) == 1


def test_each_broken_letter_is_reported() -> None:
    assert len(check(PasteDebris, "The cafÃ© shut. " * 9)) == 9


def test_the_sign_for_a_lost_letter_may_be_spoken_of() -> None:
    assert check(PasteDebris, "The replacement character, \ufffd, stands for a lost letter.") == []
    assert check(PasteDebris, "The character U+FFFD is \ufffd there.") == []
