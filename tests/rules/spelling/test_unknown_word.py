"""Draft in, findings out: words that no list has, one slip away from a frequent one."""

from __future__ import annotations

import pytest

from copydesk.house.usage import Usage
from copydesk.plugins.rule import Context, NoOptions
from copydesk.testing import check, check_contract, draft, examples
from copydesk_rules.spelling.unknown_word import UnknownWord


def messages(text: str) -> list[str]:
    return [finding.message for finding in check(UnknownWord, text)]


def test_it_keeps_the_contract_and_its_examples_hold() -> None:
    check_contract(UnknownWord)
    for example in examples(UnknownWord):
        example.check()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("The presidnet spoke.", '"presidnet" is in no word list: "president"?'),
        ("His famiily came.", '"famiily" is in no word list: "family"?'),
        ("National secuity suffers.", '"secuity" is in no word list: "security"?'),
    ],
)
def test_a_slip_in_a_frequent_word(text: str, message: str) -> None:
    assert messages(text) == [message]


@pytest.mark.parametrize(
    "text",
    [
        "The presidnet, a net, is a presidnet.",
        "A stope is a step in a mine; financials are figures.",
        "Presidnet is a town. “The presidnet spoke,” he wrote.",
        "The cafes and the attaches of the world.",
        "They recieved it.",
    ],
    ids=["twice", "rare words", "name and quotation", "accents", "a sure misspelling"],
)
def test_what_is_known_or_not_judged(text: str) -> None:
    assert messages(text) == []


def test_a_word_of_the_archive_is_known() -> None:
    usage = Usage(lambda count: map(count, map(draft, ["A presidnet is a net."])))
    assert [*UnknownWord().check(draft("The presidnet spoke."), Context(NoOptions(), usage=usage))] == []


def test_the_fix_is_no_safe_one(corrected) -> None:
    assert corrected(UnknownWord, "The presidnet spoke.") == "The presidnet spoke."
    assert corrected(UnknownWord, "The presidnet spoke.", unsafe=True) == "The president spoke."
