"""Draft in, findings out: the article that the sound after it does not take."""

from __future__ import annotations

import pytest

from copydesk.testing import check
from copydesk_rules.wording.a_an import AAn


def messages(text: str) -> list[str]:
    return [finding.message for finding in check(AAn, text)]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("He sent a email.", '"a" before "email": "an"'),
        ("She won a important prize.", '"a" before "important": "an"'),
        ("A unusual day was over.", '"A" before "unusual": "An"'),
        ("He lost a heir and a hourly wage.", '"a" before "heir": "an"'),
        ("It is an new bridge.", '"an" before "new": "a"'),
        ("An useful idea came up.", '"An" before "useful": "A"'),
        ("It was an one-off.", '"an" before "one-off": "a"'),
        ("An European firm won.", '"An" before "European": "A"'),
        ("They met a Italian firm.", '"a" before "Italian": "an"'),
        ("A 18-year-old swam.", '"A" before "18-year-old": "An"'),
        ("It gave a 8 percent raise.", '"a" before "8": "an"'),
        ("It cost a $80 fee.", '"a" before "80": "an"'),
        ("It is an 7-mile road.", '"an" before "7-mile": "a"'),
        ("They held an 1990s ball.", '"an" before "1990s": "a"'),
        ("He called it a “able” crew.", '"a" before "able": "an"'),
        ("It took an year.", '"an" before "year": "a"'),
        ("It is a app for phones.", '"a" before "app": "an"'),
        ("It is a unputdownable book.", '"a" before "unputdownable": "an"'),
        ("He is a uninvited guest.", '"a" before "uninvited": "an"'),
    ],
)
def test_the_wrong_article(text: str, message: str) -> None:
    assert message in messages(text)


@pytest.mark.parametrize(
    "text",
    [
        "A unanimous vote, a union, a university, a unilateral act, a uniform.",
        "A one-way street, a once-proud town.",
        "A European, a eulogy, a ewe, a uranium mine, a Ukrainian, a ubiquitous utensil, a user.",
        "A usual thing.",
        "An hour, an honor, an heir, an FBI agent, an NFL game, an MRI, an x-ray, an f-bomb, an mRNA shot.",
        "An historic hall, a herb, an herb, a hotel, an homage.",
        "An 8-year-old, an 11-hour talk, an 18th hole, an 11,000-seat hall, an 80.",
        "A 10, a 100, a 7, an 1800s mill.",
        "Take plan a or b. She got a and b. Hepatitis A and E. Vitamin A is good. Group A enters.",
        "Nguyen Van An said so. Le An Nguyen left.",
        "At 8 a.m. Inspectors came. The a/c unit. Step a. It is over.",
        "A US ship, a UN post, a EU rule. A url, a usb port, a utf8 file, a uuid, a uid, a ufo.",
        "He said: “It is a apple.”",
        "Ven a una casa, dijo el hombre que vino a otra ciudad con los de la casa y el perro.",
        "The album Quiero a una reina and the film Camino a oscuras ran.",
        "Use `a` if, and a\n\nif it rains.",
    ],
)
def test_what_is_right_or_said_in_two_ways(text: str) -> None:
    assert messages(text) == []


def test_the_fix_is_the_other_article(corrected) -> None:
    text = "A apple and an banana."
    assert corrected(AAn, text) == "An apple and a banana."


def test_a_sentence_may_be_glued_on_before_a_capital(corrected) -> None:
    text = "She met a Irish poet."
    assert corrected(AAn, text) == text
    assert corrected(AAn, text, unsafe=True) == "She met an Irish poet."


@pytest.mark.parametrize(
    "text",
    [
        "They hope to a establish a fund.",
        "It is not a enacting a law.",
        "She will a open door.",
        "He saw the a old.",
    ],
)
def test_where_a_verb_may_follow_the_fix_is_offered(corrected, text: str) -> None:
    assert len(messages(text)) == 1
    assert corrected(AAn, text) == text


def test_a_document_quoted_whole_keeps_its_own() -> None:
    assert [f.excerpt for f in check(AAn, "> It was a apple.\n\nIt was a apple.\n", format="markdown")] == [
        "a"
    ]
