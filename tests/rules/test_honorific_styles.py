"""Drafts in, findings out, under the styles of different houses."""

from __future__ import annotations

import pytest

from copydesk.house.style import HonorificStyle
from copydesk.plugins.rule import Rule
from copydesk.testing import Checked, check
from copydesk_rules.honorifics.courtesy_title_punctuation import CourtesyTitlePunctuation
from copydesk_rules.honorifics.courtesy_title_with_full_name import CourtesyTitleWithFullName
from copydesk_rules.honorifics.doctor_title import DoctorTitle
from copydesk_rules.honorifics.headline_name_not_in_body import HeadlineNameNotInBody
from copydesk_rules.honorifics.long_title_before_name import LongTitleBeforeName
from copydesk_rules.honorifics.missing_courtesy_title import MissingCourtesyTitle
from copydesk_rules.honorifics.mixed_courtesy_titles import MixedCourtesyTitles
from copydesk_rules.honorifics.repeated_introduction import RepeatedIntroduction
from copydesk_rules.honorifics.role_abbreviation import RoleAbbreviation
from copydesk_rules.honorifics.role_capitalization import RoleCapitalization
from copydesk_rules.honorifics.sir_with_surname import SirWithSurname
from copydesk_rules.honorifics.surname_clash import SurnameClash
from copydesk_rules.honorifics.unintroduced_person import UnintroducedPerson
from copydesk_rules.honorifics.unwanted_courtesy_title import UnwantedCourtesyTitle

LEAD = (
    "The harbor board met on Friday to vote on the new pier, and put off the vote until the spring of next "
    "year.\n\nAnn Poe, the clerk, met Bo Tamm, a lawyer.\n\n"
)


def found(rule: type[Rule], text: str, **style: object) -> list[Checked]:
    return check(rule, LEAD + text, honorifics=HonorificStyle(**style))  # type: ignore[arg-type]


def excerpts(rule: type[Rule], text: str, **style: object) -> list[str]:
    return [one.excerpt for one in found(rule, text, **style)]


@pytest.mark.parametrize("later", ["always", "never"])
def test_under_a_house_style_the_house_decides_and_not_the_draft(later: str) -> None:
    text = "Ms. Poe left. Ms. Poe said no. Mr. Tamm left.\n\nPoe came back."
    assert excerpts(MixedCourtesyTitles, text) == ["Poe"]
    assert excerpts(MixedCourtesyTitles, text, later=later) == []
    assert excerpts(MissingCourtesyTitle, text, later=later) == (["Poe"] if later == "always" else [])
    assert excerpts(UnwantedCourtesyTitle, text, later=later) == (
        ["Ms. Poe", "Mr. Tamm"] if later == "never" else []
    )


def test_a_title_that_was_forgotten_once_is_a_warning_and_one_never_given_a_note() -> None:
    forgotten, never = found(MissingCourtesyTitle, "Ms. Poe left. Poe sang. Tamm left.", later="always")
    assert (forgotten.excerpt, forgotten.severity) == ("Poe", "warning")
    assert (never.excerpt, never.severity) == ("Tamm", "info")


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Lou Roe, 12, won. Roe went home.", "minors"),
        ("The race was won by 12-year-old Lou Roe. Roe went home.", "minors"),
        ("Lou Roe was convicted of theft in May. Roe went to jail.", "convicted"),
        ("Lou Roe, who was found guilty in May, left. Roe went to jail.", "convicted"),
        ("Lou Roe died in May. Roe was a sailor.", "dead"),
        ("They thanked the late Lou Roe. Roe was a sailor.", "dead"),
    ],
)
def test_who_has_no_title_in_some_houses(text: str, field: str) -> None:
    assert excerpts(MissingCourtesyTitle, text, later="always", **{field: "always"}) == ["Roe"]
    assert excerpts(MissingCourtesyTitle, text, later="always", **{field: "never"}) == []
    titled = text.replace(". Roe", ". Mr. Roe")
    assert excerpts(UnwantedCourtesyTitle, titled, later="always", **{field: "always"}) == []
    (one,) = found(UnwantedCourtesyTitle, titled, later="always", **{field: "never"})
    assert (one.excerpt, one.severity) == ("Mr. Roe", "info")


def test_somebody_of_age_has_a_title() -> None:
    text = "Lou Roe, 16, won. Roe went home."
    assert excerpts(MissingCourtesyTitle, text, later="always", minors="never", adult_age=16) == ["Roe"]


@pytest.mark.parametrize("text", ["Sir Lou Roe left. Roe went home.", "Bishop Lou Roe left. Roe went home."])
def test_who_has_a_title_of_their_own(text: str) -> None:
    assert excerpts(MissingCourtesyTitle, text, later="always") == []


def test_a_section_without_titles() -> None:
    style = {"later": "always", "plain_sections": ("sports",), "section": "sports"}
    assert excerpts(MissingCourtesyTitle, "Poe won.", **style) == []
    assert excerpts(UnwantedCourtesyTitle, "Ms. Poe won.", **style) == ["Ms. Poe"]


HEADLINE = "# Harbor board thanks Ms. Poe\n\n"


def test_headlines_captions_and_quotations_follow_their_own_fields() -> None:
    text = HEADLINE + LEAD + "“We thank Ms. Poe,” said Mr. Tamm."
    for field, excerpt in (("headlines", "Ms. Poe"), ("quotations", "Ms. Poe"), ("later", "Mr. Tamm")):
        style = HonorificStyle(**{field: "never"})  # type: ignore[arg-type]
        reported = check(UnwantedCourtesyTitle, text, format="markdown", honorifics=style)
        assert [one.excerpt for one in reported] == [excerpt]


def test_two_of_one_surname_keep_their_titles() -> None:
    text = "Lou Roe and his wife, Eve Roe, left. Mrs. Roe came back."
    assert excerpts(UnwantedCourtesyTitle, text, later="never") == []


def test_lords_and_knights_by_their_surnames() -> None:
    text = "Sir John Roe left. Sir John came back. Lord Orr spoke. Lord Orr sat down."
    assert excerpts(UnwantedCourtesyTitle, text, knights="surname") == ["Sir John"]
    assert excerpts(UnwantedCourtesyTitle, text, peers="surname") == ["Lord Orr"]
    assert excerpts(UnwantedCourtesyTitle, text, knights="title", peers="title") == []


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ("They thanked Mr. John Roe.", ["Mr. John Roe"]),
        ("They thanked Mr. and Mrs. John Roe.", []),
        ("“Thank you, Mr. John Roe,” said Ms. Poe.", []),
        ("John Roe left. Mr. Roe was late.", []),
        ("Juan Carlos Vega Ruiz left. Mr. Vega Ruiz was late. They thanked Mr. Vega Ruiz.", []),
    ],
)
def test_a_courtesy_title_before_a_full_name(text: str, reported: list[str]) -> None:
    assert excerpts(CourtesyTitleWithFullName, text, full_names="never") == reported
    assert excerpts(CourtesyTitleWithFullName, text) == []


def test_courtesy_titles_are_counted_together() -> None:
    (one,) = found(
        CourtesyTitlePunctuation, "Mr. Tamm and Ms. Poe left. Mr. Tamm came back. Mrs Roe did not."
    )
    assert one.message == '"Mrs" here, "Mr." 3 times (first at 5:1)'


@pytest.mark.parametrize(
    ("full_point", "message"),
    [
        ("always", '"Mr" here, and the house writes "Mr."'),
        ("never", '"Ms." here and in 1 more places, and the house writes "Ms"'),
    ],
)
def test_how_the_house_writes_courtesy_titles(full_point: str, message: str) -> None:
    (one,) = found(
        CourtesyTitlePunctuation, "Mr Tamm left. Ms. Poe sang. Ms. Poe left.", full_point=full_point
    )
    assert one.message == message


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ("Sir John Roe left. Sir Roe came back.", [("Sir Roe", "error")]),
        ("They thanked Sir Lindqvist.", [("Sir Lindqvist", "warning")]),
        ("Sir John Roe left. Sir John came back.", []),
        ("“Sir Roe was late,” said Ms. Poe. Sir John Roe left.", []),
        ("They thanked Sir Elton.", []),
    ],
)
def test_sir_belongs_to_the_given_name(text: str, reported: list[tuple[str, str]]) -> None:
    assert [(one.excerpt, one.severity) for one in found(SirWithSurname, text)] == reported


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ("They met Senator John Roe.", ["Senator"]),
        ("They met Sen. John Roe.", []),
        ("They met Senator Roe.", []),
        ("They met the senator.", []),
        ("They met Army Lieutenant Colonel John Roe.", ["Lieutenant Colonel"]),
        ("They met Attorney General John Roe.", []),
        ("They met Prof. John Roe.", ["Prof."]),
        ("“We met Senator John Roe,” said Ms. Poe.", []),
    ],
)
def test_ranks_and_offices_before_a_full_name(text: str, reported: list[str]) -> None:
    assert excerpts(RoleAbbreviation, text, ranks="abbreviated") == reported
    assert excerpts(RoleAbbreviation, text) == []


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ("They met the President at noon.", ["President"]),
        ("They met the President of the board.", ["President"]),
        ("They met the president at noon.", []),
        ("They met President John Roe.", []),
        ("A letter by senator John Roe was read.", ["senator"]),
        ("They met former union president John Roe.", []),
        ("They met Actor John Roe.", ["Actor"]),
        ("They met U.S. Attorney John Roe.", []),
        ("They met Former President John Roe.", ["Former"]),
        ("“We met the President,” said Ms. Poe.", []),
        ("They read the President Papers.", []),
    ],
)
def test_capitals_of_offices_and_jobs(text: str, reported: list[str]) -> None:
    assert excerpts(RoleCapitalization, text, role_capitals="before_name") == reported
    assert excerpts(RoleCapitalization, text) == []


def test_a_long_title_goes_after_the_name() -> None:
    text = "They met Harbor Board Deputy Executive Director John Roe."
    assert excerpts(LongTitleBeforeName, text, longest_role=4) == ["Harbor Board Deputy Executive Director"]
    assert excerpts(LongTitleBeforeName, text, longest_role=5) == []


@pytest.mark.parametrize(
    ("text", "doctors", "reported"),
    [
        ("They asked Dr. Eve Roe, a professor of history.", "health", ["Dr. Eve Roe"]),
        ("They asked Dr. Eve Roe, a surgeon and historian.", "health", []),
        ("They asked Dr. Eve Roe.", "health", []),
        ("They asked Dr. Eve Roe.", "nobody", ["Dr. Eve Roe"]),
        ("They asked Dr. Eve Roe, a professor of history.", "any", []),
        ("They asked Dr. Eve Roe, a professor of history.", "auto", []),
    ],
)
def test_who_may_be_dr(text: str, doctors: str, reported: list[str]) -> None:
    assert excerpts(DoctorTitle, text, doctors=doctors) == reported


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ("Mayor Eve Roe left.\n\nMayor Eve Roe came back.", ["Mayor Eve Roe"]),
        ("Mayor Eve Roe left.\n\nEve Roe came back.", []),
        ("Mayor Eve Roe left.\n\n" + "The vote is due in May.\n\n" * 9 + "Mayor Eve Roe came back.", []),
        ("Mayor Eve Roe left.\n\n“Mayor Eve Roe came back,” said Ms. Poe.", []),
    ],
)
def test_a_second_introduction(text: str, reported: list[str]) -> None:
    assert excerpts(RepeatedIntroduction, text) == reported


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ("Lou Roe and Eve Roe left.\n\nA vote is due.\n\nLater Roe came back.", ["Roe"]),
        ("Lou Roe and Eve Roe left.\n\nA vote is due.\n\nLater Mr. Roe came back.", []),
        ("Lou Roe and Eve Roe left.\n\nA vote is due.\n\nLater Eve Roe came back. Roe was late.", []),
        ("Ken Roe and Kenneth Roe left.\n\nA vote is due.\n\nLater Roe came back.", []),
        ("Lou Roe left.\n\nA vote is due.\n\nLater Roe came back.", []),
    ],
)
def test_a_surname_that_two_people_have(text: str, reported: list[str]) -> None:
    assert excerpts(SurnameClash, text) == reported


@pytest.mark.parametrize(
    ("headline", "reported"),
    [
        ("Harbor board thanks Laura Lindqvist", ["Laura Lindqvist"]),
        ("Harbor Board Thanks Laura Lindqvist", ["Laura Lindqvist"]),
        ("Harbor board thanks Ann Poe", []),
        ("Harbor board thanks London Bridge", []),
    ],
)
def test_a_name_that_only_the_headline_has(headline: str, reported: list[str]) -> None:
    text = f"# {headline}\n\n{LEAD}Ms. Poe was thanked."
    assert [one.excerpt for one in check(HeadlineNameNotInBody, text, format="markdown")] == reported


@pytest.mark.parametrize("text", ["Putin said no.", "It was Putin’s war.", "The Putin era began."])
def test_a_house_may_want_everybody_introduced(text: str) -> None:
    severities = [one.severity for one in found(UnintroducedPerson, text)]
    assert severities in ([], ["info"])
    assert [one.severity for one in found(UnintroducedPerson, text, public_figures="introduce")] == [
        "warning" for _ in severities
    ]


def test_the_title_is_reported_where_the_bare_name_comes_first() -> None:
    (one,) = found(UnintroducedPerson, "The Putin era began. Putin said no. Later Mr. Putin left.")
    assert (one.excerpt, one.severity) == ("Mr. Putin", "warning")


def test_a_later_reference_to_a_public_figure_needs_a_first_one_everywhere() -> None:
    (one,) = found(UnintroducedPerson, "Mr. Putin said no.")
    assert one.severity == "warning"
