"""Draft in, findings out: labels for people who are accused."""

from __future__ import annotations

import pytest

from copydesk.testing import check
from copydesk_rules.care.accused_label import AccusedLabel


@pytest.mark.parametrize(
    ("text", "excerpt"),
    [
        ("Police named the alleged gunman, Lee Orr, on Friday.", "alleged gunman, Lee Orr"),
        ("A jury saw accused killer Ann Roe on Friday.", "accused killer Ann Roe"),
        ("Accused drug dealer Ann Roe said no.", "Accused drug dealer Ann Roe"),
        ("The suspected serial killer Ann Roe said no.", "suspected serial killer Ann Roe"),
        ("He was charged with allegedly stealing a boat.", "charged with allegedly"),
        ("Two men were arrested for allegedly stealing a boat.", "arrested for allegedly"),
    ],
)
def test_a_label_before_a_name_and_a_doubt_said_twice(text: str, excerpt: str) -> None:
    assert [finding.excerpt for finding in check(AccusedLabel, text)] == [excerpt]


@pytest.mark.parametrize(
    "pending",
    [
        "Ann Roe has pleaded not guilty.",
        "Ann Roe will be tried in May.",
        "Ann Roe was charged with murder on Friday.",
        "Ann Roe is awaiting trial.",
    ],
)
@pytest.mark.parametrize(
    ("sentence", "excerpt"),
    [
        ("The murderer, Roe, said nothing.", "The murderer, Roe"),
        ("A killer was led into the court in handcuffs: Ann Roe.",
         "A killer was led into the court in handcuffs: Ann Roe"),
    ],
)  # fmt: skip
def test_nobody_is_guilty_before_the_trial(pending: str, sentence: str, excerpt: str) -> None:
    assert [finding.excerpt for finding in check(AccusedLabel, f"{pending} {sentence}")] == [excerpt]


@pytest.mark.parametrize(
    "text",
    [
        "Lee Orr, who is accused of firing the shots, fled.",
        "The alleged gunman fled. The suspected gunman’s car was found in Tarn.",
        "The alleged attack on Lee Orr was filmed. The accused, Lee Orr, said no.",
        "Ann Roe was charged with murder on Friday and pleaded guilty. The murderer, Roe, wept.",
        "Ann Roe has pleaded not guilty. The killer, Lee Orr, died in 1990.",
        "The murderer, Ann Roe, said nothing.",
        "The alleged killer left a note: Ann Roe found it.",
        "The alleged gunman, Police Chief Ann Roe said, fled.",
        "He was accused of lying, and is allegedly ill. He was arrested, allegedly for theft.",
        "Ann Roe has pleaded not guilty. The killer whale, Roe said, was hungry.",
    ],
)
def test_what_is_no_label(text: str) -> None:
    assert check(AccusedLabel, text) == []


def test_the_doubt_that_is_said_twice_goes_where_it_is_asked_for(corrected) -> None:
    text = "She is accused of allegedly lying."
    assert corrected(AccusedLabel, text) == text
    assert corrected(AccusedLabel, text, unsafe=True) == "She is accused of lying."


@pytest.mark.parametrize(
    "text",
    [
        "The alleged gunman Ann Roe shot is dead.",
        "The suspected killer Detective Lee Orr had sought was found.",
    ],
)
def test_a_name_that_is_the_subject_of_a_clause_has_no_label(text: str) -> None:
    assert check(AccusedLabel, text) == []


@pytest.mark.parametrize(
    ("text", "label", "advice"),
    [
        ("The {} shot two men.", "alleged gunman Ann Roe", 'a person one: "Ann Roe, who is accused of …"'),
        (
            "{} was in court.",
            "Accused Tarn Pier bomber Lee Orr",
            'a person one: "Lee Orr, who is accused of …"',
        ),
        ("The {} and Lee Orr fled.", "alleged gunmen Ann Roe", 'people that: "…, who are accused of …"'),
    ],
)
def test_who_is_labelled(text: str, label: str, advice: str) -> None:
    (finding,) = check(AccusedLabel, text.format(label))
    assert finding.message == f'"{label}" calls {advice}'
