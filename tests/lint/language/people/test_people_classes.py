"""Who is introduced, who is named later and who is nobody: a table a class, a draft a line."""

from __future__ import annotations

import pytest

from copydesk.document import Document
from copydesk.testing import draft


def table(text: str) -> dict[str, list[str]]:
    """Every person with the words of each mention."""
    document: Document = draft(text)
    return {p.name: [document.slice(m.span) for m in p.mentions] for p in document.people.all}


INTRODUCTIONS = [
    ("“No,” said Harbor Commissioner Ann Poe.", ["Ann Poe"]),
    ("Ann Poe, a harbor pilot, left early.", ["Ann Poe"]),
    ("Ann Poe, 45, left early.", ["Ann Poe"]),
    ("Zorvan Tilme, who runs the ferry, left early.", ["Zorvan Tilme"]),
    ("The pier is safe, according to Ilse Quist.", ["Ilse Quist"]),
    ("The council heard spokesman Zorvan Tilme on Friday.", ["Zorvan Tilme"]),
    ("Ann Poe, Bo Tamm and Zorvan Tilme came on Friday.", ["Ann Poe", "Bo Tamm", "Zorvan Tilme"]),
    ("President Roe met Senator Quist.", ["Roe", "Quist"]),
    ("The board met Housing Committee member Ilse Quist.", ["Ilse Quist"]),
    ("Former Transport Minister Harold Roe KC has resigned.", ["Harold Roe"]),
    ("Harold “Hal” Roe swam home, and Ann (Annie) Poe sang.", ["Harold “Hal” Roe", "Ann (Annie) Poe"]),
    ("The board thanked (Harold) Roe for his work.", ["Harold Roe"]),
    ("Harold Roe Jr. and Ann Poe III met W. J. Tamm.", ["Harold Roe", "Ann Poe", "W. J. Tamm"]),
    ("Sir Harold Roe and Dame Ann Poe dined with Lord Quist.", ["Harold Roe", "Ann Poe", "Quist"]),
    ("HAROLD ROE, 45, a clerk, left early, and Mr. Roe sang.", ["Harold Roe"]),
    ("Gen. Omar al-Tilmi and Noof al-Quist signed.", ["Omar al-Tilmi", "Noof al-Quist"]),
    ("-Gov. Ann Ash signed, and so did -Gov. Roy Bell.", ["Ann Ash", "Roy Bell"]),
    ("Harold Roe, Jr., a clerk, met Ann Poe_ and Lou Tamm Jr.", ["Harold Roe", "Ann Poe", "Lou Tamm"]),
    ("Senate President Pro Tempore Harold Roe left.", ["Harold Roe"]),
    ("President Pro Tem Ann Poe left, and so did Pro Tempore Lou Tamm.", ["Ann Poe", "Lou Tamm"]),
    ("Lois Lane, a reporter, left.", ["Lois Lane"]),
    ("Lois Lane, a reporter of Elm Street, left.", ["Lois Lane"]),
    ("Lois Lane, Ann Poe and Zorvan Tilme came on Friday.", ["Lois Lane", "Ann Poe", "Zorvan Tilme"]),
    ("Conan O'Brien and Mary-Jane Roe-Poe wed in May.", ["Conan O'Brien", "Mary-Jane Roe-Poe"]),
]


@pytest.mark.parametrize(("text", "expected"), INTRODUCTIONS)
def test_introductions(text: str, expected: list[str]) -> None:
    assert list(table(text)) == expected


LATER_REFERENCES = [
    ("Ann Poe, a pilot, spoke. Poe left.", ["Ann Poe", "Poe"]),
    ("Ann Poe, a pilot, spoke. Ms. Poe left.", ["Ann Poe", "Ms. Poe"]),
    ("Mayor Ann Poe spoke. Mayor Poe left.", ["Mayor Ann Poe", "Mayor Poe"]),
    ("Ann Poe, 9, swam. Ann likes boats.", ["Ann Poe", "Ann"]),
    ("Sir Keir Roe spoke. Sir Keir left.", ["Sir Keir Roe", "Sir Keir"]),
    ("Prince Harold Roe spoke. Prince Harold left.", ["Prince Harold Roe", "Prince Harold"]),
    ("Ann Poe, a pilot, spoke. Poe’s boat sank.", ["Ann Poe", "Poe"]),
    ("Ann Poe, a pilot, spoke. The Poe family came.", ["Ann Poe", "Poe"]),
    ("Conan O’Brien, a clerk, spoke. O'Brien left.", ["Conan O’Brien", "O'Brien"]),
    ("Nadia al-Tilmi, a clerk, spoke. Al-Tilmi left.", ["Nadia al-Tilmi", "Al-Tilmi"]),
    ("Karl von Quist, a clerk, spoke. Mr. von Quist left.", ["Karl von Quist", "Mr. von Quist"]),
    ("Harold Roe Jr., a clerk, spoke. Mr. Roe left.", ["Harold Roe Jr.", "Mr. Roe"]),
    ("President Han Ji-wan spoke. Mr. Han left.", ["President Han Ji-wan", "Mr. Han"]),
    ("John Roe, a clerk, spoke. John Q. Roe left.", ["John Roe", "John Q. Roe"]),
]


@pytest.mark.parametrize(("text", "expected"), LATER_REFERENCES)
def test_later_references(text: str, expected: list[str]) -> None:
    (mentions,) = table(text).values()
    assert mentions == expected


NAMESAKES = [
    (
        "Ann Roe came. Ms. Roe sat. Bill Roe came too. Mr. Roe stood. Ms. Roe sang.",
        {"Ann Roe": ["Ann Roe", "Ms. Roe", "Ms. Roe"], "Bill Roe": ["Bill Roe", "Mr. Roe"]},
    ),
    (
        "Bill Roe, a clerk, and his wife, Ann Roe, came. Ann Roe sang.",
        {"Bill Roe": ["Bill Roe"], "Ann Roe": ["Ann Roe", "Ann Roe"]},
    ),
    (
        "Bill Roe, 50, came with his daughter, Tilda.",
        {"Bill Roe": ["Bill Roe"], "Tilda": ["Tilda"]},
    ),
]


@pytest.mark.parametrize(("text", "expected"), NAMESAKES)
def test_namesakes_and_families(text: str, expected: dict[str, list[str]]) -> None:
    assert table(text) == expected


ORGANISATIONS = [
    "Marlow Tennick Inc. said its profit rose.",
    "Shares of Karl Tennick fell, and Karl Tennick said its profit did too.",
    "She is the chief executive of Otto Bellwin, which makes shoes.",
    "He worked for Otto Bellwin and she worked at Otto Bellwin.",
    "The Otto Bellwin brand is old, and an Otto Bellwin shoe is dear.",
    "The airline Marlow Tennick was late.",
    "The Ann Poe Foundation and Harold Roe University met.",
    "Tennick & Roe won the case.",
    "The Harbor Rats beat the River Cats.",
    "The Housing Committee and the Board of Trade met.",
    "Kreml Tavisk, which makes trains, is hiring.",
    "The Kreml Tavisk shop was shut.",
    "Google said no, and Boeing said it too.",
]

PLACES_AND_THINGS = [
    "They live in Port Marlow, near Lake Tennick.",
    "They sailed to St. Marlow and New Tennick.",
    "Oley Township, Harris Townships and Ashby Borough said no.",
    "A fire on Kelly Lane hurt two, and one at 12 Kelly Lane.",
    "Crews closed Elm Street, Maple Lane, Oak Drive and Pine Court on Monday.",
    "Crews closed Kelly Lane, Oak Ridge Drive and Elm Street.",
    "Elm Street and Kelly Lane were closed.",
    "He lives in Park Ln, she said.",
    "They met in the town of Kreml Tavisk, in Kreml Tavisk.",
    "They live in Nova Scotia, and Nova Scotia is cold.",
    "They saw the USS Harold Roe and the HMS Ann Poe.",
    "The Roe v. Wade decision and a repeal of Roe were named.",
    "The Affordable Housing Act and the Roe Amendment passed.",
    "Hurricane Ann is near, and Tropical Storm Bo follows.",
    "They have Lou Gehrig’s disease and a Geiger counter.",
    "On Monday, May 5, and in April and June they met.",
    "Millennials and Gen Z agree with American Gen Z.",
    "Miss Tourism and Miss World were on stage.",
    "The novel “Ann Poe” and the ship “Harold Roe” were named.",
    "The Taliban, Hamas and the Kremlin agree.",
    "French, Arab and Jewish leaders met the Jews of Rome.",
]


@pytest.mark.parametrize("text", [*ORGANISATIONS, *PLACES_AND_THINGS])
def test_who_is_nobody(text: str) -> None:
    assert table(text) == {}


NAME_ORDERS = [
    ("President Xi Jinping came. Mr. Xi left.", "Xi"),
    ("President Moon Jae-tin came. Moon said so.", "Moon"),
    ("President Tsai Ing-pol came.", "Tsai"),
    ("Secretary-General Ban Ki-song came. Mr. Ban left.", "Ban"),
    ("Ursula von der Quist, a clerk, came.", "von der Quist"),
    ("Ann de la Poe, a clerk, came.", "de la Poe"),
    ("Osama bin Tilmi, a clerk, came.", "bin Tilmi"),
    ("Ann Poe, a clerk, came.", "Poe"),
    ("“No,” said Suharto, a general.", "Suharto"),
]


@pytest.mark.parametrize(("text", "surname"), NAME_ORDERS)
def test_the_surname_of_a_name_order(text: str, surname: str) -> None:
    (person,) = draft(text).people.all
    assert person.surname == surname


PUBLIC_FIGURES = [
    ("The war is Putin’s war.", "surname"),
    ("The Biden administration agreed.", "attributive"),
    ("They asked Merkel to stay.", "surname"),
    ("A vote for Trump is a vote for the pier.", "surname"),
]


@pytest.mark.parametrize(("text", "kind"), PUBLIC_FIGURES)
def test_a_public_figure_alone_is_a_person_whom_nobody_introduced(text: str, kind: str) -> None:
    (person,) = draft(text).people.all
    assert [m.kind.value for m in person.mentions] == [kind]
    assert person.introduction is None


@pytest.mark.parametrize("office", ["lawyer", "political reporter", "detective", "city prosecutor"])
def test_a_job_before_a_surname_alone_introduces_nobody(office: str) -> None:
    (person,) = draft(f"The pier was closed at noon, {office} Halvorsen said.").people.all
    assert (person.name, person.introduction) == ("Halvorsen", None)
