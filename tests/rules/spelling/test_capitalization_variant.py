"""Draft in, findings out: one name, different capitals."""

from __future__ import annotations

import pytest

from copydesk.testing import check
from copydesk_rules.spelling.capitalization_variant import CapitalizationVariant


def messages(text: str) -> list[str]:
    return [finding.message for finding in check(CapitalizationVariant, text)]


def test_the_rarer_form_is_reported() -> None:
    text = "Two Democrats left. Other Democrats stayed. The democrats from Ohio slept."
    assert messages(text) == ['"democrats" here, "Democrats" twice (first at 1:5)']


def test_a_capital_inside_a_word_is_no_slip() -> None:
    text = "We use Github here, and Github there. They use GitHub."
    assert messages(text) == ['"Github" here, "GitHub" once (at 1:48)'] * 2


def test_acronyms_keep_one_form() -> None:
    text = "He caught Covid-19 in May. She had Covid-19 in June. Both fear COVID-19 now."
    assert messages(text) == ['"COVID-19" here, "Covid-19" twice (first at 1:11)']


def test_quotations_are_looked_at_and_have_no_vote() -> None:
    text = (
        "“BuzzFeed called. BuzzFeed called twice,” she said.\nHe left Buzzfeed in May, and Buzzfeed mourned."
    )
    assert messages(text) == ['"BuzzFeed" here, "Buzzfeed" twice (first at 2:9)'] * 2


@pytest.mark.parametrize(
    "text",
    [
        "Internet access is slow. The internet is down.",
        "# Twitter Bans It\n\nThe twitter of birds.",
        "MAKE AMERICA GREAT, said the hat. America is great, and America is big.",
        "Judge Ann Orr sat. The judge left. Judge Orr rose.",
        "The Center for Internet Law asked about the internet. The internet is old.",
    ],
    ids=["a sentence start", "a headline", "words in capitals", "a title", "part of a name"],
)
def test_capitals_that_the_place_explains(text: str) -> None:
    assert messages(text) == []


def test_a_quotation_from_something_written_keeps_its_capitals() -> None:
    text = "“BuzzFeed was late, and Buzzfeed was early,” Ann Orr wrote in a letter."
    assert messages(text) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "The Town Board meets in May. Nobody knows where the town board will meet.",
            '"town board" here, "Town Board" once (at 1:5), used first',
        ),
        (
            "Tools from the late stone age lay there, and the stone age is known. One is from the Stone Age.",
            '"Stone Age" here, "stone age" twice (first at 1:21)',
        ),
    ],
)
def test_both_capitals_lost_once_are_only_noted(text: str, message: str) -> None:
    (finding,) = check(CapitalizationVariant, text)
    assert (finding.message, finding.severity) == (message, "info")


@pytest.mark.parametrize(
    "text",
    [
        "She leads the Medical Association of Ohio. Poe left the medical association in May.",
        "The Commission on Drugs and the Opioid Crisis met. Nobody ended the opioid crisis.",
        "He left a Town Board. The council and a town board met.",
        "The Mayor Elect spoke. Nobody asked the mayor elect.",
    ],
    ids=["goes on with of", "two things of one name", "no article", "an office"],
)
def test_what_is_no_lost_capital(text: str) -> None:
    assert messages(text) == []


def test_the_start_of_a_longer_name_says_nothing_of_the_common_word() -> None:
    name = "The board read of the Internet of Small Things. "
    assert check(CapitalizationVariant, f"{name * 3}Nobody has the internet at home.") == []
    (found,) = check(
        CapitalizationVariant, "He is on the Internet. The Internet of old was slow. The internet is."
    )
    assert found.excerpt == "internet"
