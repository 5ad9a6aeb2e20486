"""Draft in, findings out: words that are misspelled whatever the draft is about."""

from __future__ import annotations

from pathlib import Path

import pytest

import copydesk.analyses
from copydesk.analyses.spelling.misspellings import meant_by
from copydesk.house.terms import Terms
from copydesk.house.usage import Usage
from copydesk.plugins.rule import Context, NoOptions
from copydesk.testing import check, draft
from copydesk_rules.spelling.sure_misspelling import SureMisspelling

LIST = Path(copydesk.analyses.__file__).parent / "data" / "misspellings.txt"


def messages(text: str, format: str = "plain") -> list[str]:  # noqa: A002
    return [finding.message for finding in check(SureMisspelling, text, format=format)]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("They recieved a prize.", '"recieved": "received"'),
        ("It was definately late.", '"definately": likely "definitely"'),
        ("She bit her tounge.", '"tounge": likely "tongue"'),
        ("The emporer comited a blunder.", '"emporer": likely "emperor"'),
        ("The goverment's plan failed.", '"goverment": "government"'),
        ("A well-recieved plan passed.", '"recieved": "received"'),
        ("Its behavoir was odd.", '"behavoir": likely "behavior" or "behaviour"'),
    ],
)
def test_a_misspelling_and_what_is_meant(text: str, message: str) -> None:
    assert messages(text)[0] == message


def test_each_place_is_reported() -> None:
    assert messages("It occured in May, and it occured in June.") == ['"occured": "occurred"'] * 2


@pytest.mark.parametrize(
    "text",
    [
        "The band Recieved Wisdom plays. Ann Goverment sings.",
        "“We recieved it,” she wrote.",
        "The goverment [sic] knew.",
        "Write to recieve@tarn.example, see tarn.example/recieve or #recieve.",
        "The function recieve() fails.",
        "They call it “occurance” art. The occurance is new.",
        "Combatting fraud, he earnt a favour, moreso than others. Focussed, he overlayed it.",
        "She forgot form for from, and there for their.",
    ],
    ids=["name", "quotation", "sic", "address", "function", "coinage", "variants", "other words"],
)
def test_what_is_left_alone(text: str) -> None:
    assert messages(text) == []


def test_code_and_other_peoples_text_keep_their_spelling() -> None:
    assert messages("Call `recieve`.\n\n> They recieved it.\n\nWe recieved it.\n", "markdown") == [
        '"recieved": "received"'
    ]


def test_a_paragraph_in_another_language_is_not_judged() -> None:
    spanish = "El alcalde de la ciudad, que recieve a los vecinos, no quiso hablar con los de la prensa."
    assert messages(f"{spanish}\n\nThe mayor spoke.") == []


def test_a_word_that_the_house_allows_or_its_archive_writes_is_no_misspelling() -> None:
    text = "The reciever is new."
    assert len(messages(text)) == 1
    assert check(SureMisspelling, text, terms=Terms.of(allow=["reciever"])) == []
    archive = ["One reciever, then another reciever.", "A receiver."]
    usage = Usage(lambda count: map(count, map(draft, archive)))
    assert [*SureMisspelling().check(draft(text), Context(NoOptions(), usage=usage))] == []


@pytest.mark.parametrize(
    ("text", "safe", "every"),
    [
        ("They recieved it.", "They received it.", "They received it."),
        ("It occured.", "It occurred.", "It occurred."),
        ("Its behavoir was odd.", "Its behavoir was odd.", "Its behavior was odd."),
        ("It was definatly so.", "It was definatly so.", "It was definitely so."),
        ("He tried to prepair.", "He tried to prepair.", "He tried to prepare."),
        ("The soilders were lieing.", "The soilders were lieing.", "The soldiers were lying."),
    ],
)
def test_the_fix_is_safe_where_lost_or_swapped_letters_lead_to_one_word(
    corrected, text: str, safe: str, every: str
) -> None:
    assert corrected(SureMisspelling, text) == safe
    assert corrected(SureMisspelling, text, unsafe=True) == every


def test_the_list_is_sorted_and_no_correction_is_a_misspelling() -> None:
    rows = [line.split() for line in LIST.read_text(encoding="ascii").splitlines()]
    words = [word for word, _ in rows]
    assert len(words) > 20_000
    assert words == sorted(set(words))
    assert set(words).isdisjoint(right for _, meant in rows for right in meant.split("/"))
    assert all(meant_by(word) == tuple(meant.split("/")) for word, meant in rows)
