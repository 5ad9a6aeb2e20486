"""Draft in, people out."""

from __future__ import annotations

from pathlib import Path

import pytest

from copydesk.document import Document
from copydesk.readers.plain import read
from copydesk.testing import draft

SEED = Path(__file__).parents[4] / "seeds" / "000_89b590565989c275.txt"


def table(document: Document) -> dict[str, list[str]]:
    """Every person with the words of each mention."""
    return {p.name: [document.slice(m.span) for m in p.mentions] for p in document.people.all}


def names(text: str) -> list[str]:
    return [person.name for person in draft(text).people.all]


def test_the_seed_article() -> None:
    document = Document(read("seed.txt", SEED.read_bytes()))
    austin = "Defense Secretary Lloyd Austin"
    assert table(document) == {
        "Biden": ["Biden", "Biden", "Mr. Biden", "Biden"],
        "Lloyd Austin": [austin, austin, "Mr. Austin", "Mr. Austin", "Mr. Austin", "Mr. Austin"],
        "Volodymyr Zelenskyy": ["Ukrainian President Volodymyr Zelenskyy"],
        "Vladimir Putin": ["Russian President Vladimir Putin"],
        "Bradley Bowman": ["Bradley Bowman", "Mr. Bowman"],
        "Mary Wareham": ["Mary Wareham", "Ms. Wareham"],
        "Ryan Brobst": ["Ryan Brobst", "Mr. Brobst", "Mr. Brobst"],
    }
    introduced = {p.surname: p.introduction is not None for p in document.people.all}
    assert introduced == {
        "Biden": False,
        "Austin": True,
        "Zelenskyy": True,
        "Putin": True,
        "Bowman": True,
        "Wareham": True,
        "Brobst": True,
    }


def test_kinds_of_mention() -> None:
    document = draft(
        "Defense Secretary Lloyd Garner met Mr. Garner’s staff. Garner said so. Secretary Garner left. "
        "The Garner plan failed."
    )
    (person,) = document.people.all
    assert [(document.slice(m.span), m.kind.value, m.courtesy, m.role) for m in person.mentions] == [
        ("Defense Secretary Lloyd Garner", "full name", None, "Defense Secretary"),
        ("Mr. Garner", "courtesy title", "Mr.", None),
        ("Garner", "surname", None, None),
        ("Secretary Garner", "role", None, "Secretary"),
        ("Garner", "attributive", None, None),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Poe, 45, said no.", ["Ann Poe"]),
        ("“No,” said Ilse Quist, a lawyer.", ["Ilse Quist"]),
        ("“No,” said Gov. Ilse Quist.", ["Ilse Quist"]),
        ("Former President Harold Roe and witness Bo Tamm spoke.", ["Harold Roe", "Bo Tamm"]),
        ("Martin Luther King Jr. spoke here.", ["Martin Luther King"]),
        ("Ursula von der Leyen spoke.", ["Ursula von der Leyen"]),
        ("J. K. Rowe and George W. Pym wrote it.", ["J. K. Rowe", "George W. Pym"]),
        ("Conan O’Brien met Jean-Claude Roy.", ["Conan O’Brien", "Jean-Claude Roy"]),
        ("When Anita Hill testified, Kanye West sang.", ["Anita Hill", "Kanye West"]),
        ("William “Bill” Smith, 40, left.", ["William “Bill” Smith"]),
        ("Secretary of State John Kerr left.", ["John Kerr"]),
        ("President Roe left.", ["Roe"]),
    ],
)
def test_who_is_a_person(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Human Rights Watch said so. Human rights groups agreed.",
        "The White House and the Supreme Court are in Washington, D.C.",
        "She studied at Johns Hopkins University and worked for Morgan Stanley.",
        "The Center on Military and Political Power is in New York.",
        "South Korea, Sri Lanka and El Salvador signed the Ottawa Convention in January.",
        "The Affordable Care Act passed on Tuesday. Air Force One landed.",
        "They met on Wall Street, near Capitol Hill, on Mother's Day.",
        "Attorney General guidelines and House Speaker rules apply.",
        "In May, the Red Sox won. The Bears lost in Green Bay.",
        "“It is late,” Google said. Boeing said it too.",
    ],
)
def test_who_is_none(text: str) -> None:
    assert names(text) == []


def test_a_line_separator_after_a_courtesy_title_is_no_name() -> None:
    assert names("MR. \u2028 U.S.") == []


def test_a_public_figure_in_an_attributive_use_is_a_mention_that_introduces_nobody() -> None:
    biden, trump = draft("The Biden administration and Trump supporters agree.").people.all
    assert [m.kind.value for m in (*biden.mentions, *trump.mentions)] == ["attributive", "attributive"]
    assert biden.introduction is trump.introduction is None


def test_the_surname_is_what_the_draft_uses_later() -> None:
    surnames = {
        p.name: p.surname
        for p in draft(
            "President Xi Jinping met Bill de Blasio and Andrés López Obrador.\n\n"
            "Mr. Xi said no. Mr. de Blasio and Mr. López Obrador said yes."
        ).people.all
    }
    assert surnames["Xi Jinping"] == "Xi"
    assert surnames["Bill de Blasio"] == "de Blasio"


def test_two_people_with_one_surname_are_two() -> None:
    document = draft("Bill Stroud and Hilda Stroud spoke. Hilda Stroud left early.")
    assert table(document) == {
        "Bill Stroud": ["Bill Stroud"],
        "Hilda Stroud": ["Hilda Stroud", "Hilda Stroud"],
    }


def test_a_middle_name_makes_no_second_person() -> None:
    document = draft("Ann Poe spoke. Later Ann Marie Poe left.")
    assert table(document) == {"Ann Marie Poe": ["Ann Poe", "Ann Marie Poe"]}


def test_a_headline_does_not_introduce() -> None:
    document = draft("Mayor Ann Poe quits\n\nMs. Poe left on Friday, after a year of trouble with the board.")
    (person,) = document.people.all
    assert person.introduction is None


def test_a_town_of_the_same_name_is_not_the_person() -> None:
    document = draft("Lloyd Austin flew to Austin, Texas, on Friday. Mr. Austin spoke in Austin.")
    assert table(document) == {"Lloyd Austin": ["Lloyd Austin", "Mr. Austin"]}


def test_a_surname_that_is_a_town_stands_in_a_list_with_others() -> None:
    document = draft("Lloyd Austin came with Ann Poe. Then Austin, Poe and the others left.")
    assert table(document) == {"Lloyd Austin": ["Lloyd Austin", "Austin"], "Ann Poe": ["Ann Poe", "Poe"]}


def test_a_month_is_not_the_person() -> None:
    document = draft("Theresa May resigned in May. On May 5, Mrs. May left.")
    assert table(document) == {"Theresa May": ["Theresa May", "Mrs. May"]}


def test_mentions_know_that_they_are_quoted_or_possessive() -> None:
    document = draft("Ann Poe spoke. “Poe is late,” said Bo Tamm. Poe’s boat sank.")
    poe = document.people.all[0]
    assert [(m.quoted, m.possessive) for m in poe.mentions] == [(False, False), (True, False), (False, True)]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Kristine Dahl spoke. Christine Dahl left.", {"Kristine Dahl": ["Kristine Dahl", "Christine Dahl"]}),
        ("Rosalind Orr spoke. Rosalynd Orr left.", {"Rosalind Orr": ["Rosalind Orr", "Rosalynd Orr"]}),
        ("Ellen Orr and Helen Orr spoke.", {"Ellen Orr": ["Ellen Orr"], "Helen Orr": ["Helen Orr"]}),
        (
            "Martin Orr spoke. Martina Orr left.",
            {"Martin Orr": ["Martin Orr"], "Martina Orr": ["Martina Orr"]},
        ),
        (
            "Kristine Orr spoke. Her sister Christine Orr left.",
            {"Kristine Orr": ["Kristine Orr"], "Christine Orr": ["Christine Orr"]},
        ),
    ],
)
def test_two_spellings_of_a_given_name_are_one_person(text: str, people: dict[str, list[str]]) -> None:
    assert table(draft(text)) == people


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The envoy, Atallah Khoriv, was there.", "Atallah Khoriv"),
        ("It was found by her great-granddaughter, Yehudit Galon, in May.", "Yehudit Galon"),
        ("The village’s first mayor, Cuperto Brineço, opened it.", "Cuperto Brineço"),
        ("It was mended by carpenter Zorvan Tilme.", "Zorvan Tilme"),
    ],
)
def test_a_noun_for_a_job_before_a_name_shows_that_it_is_a_person(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize(
    "text", ["Sri Lankan guards came.", "Dana Airline said no.", "The León Zoo said no."]
)
def test_peoples_and_firms_that_begin_as_people_do(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("The lawyer wrote to them. “Greg Orvan’s boats sank,” she said. Greg Orvan left.", ["Greg Orvan"]),
        ("They saw an old Jeff Goldberg film.", ["Jeff Goldberg"]),
        ("A Facebook page opened. A Facebook page closed.", []),
        ("They heard Hall of Famer Bobby Mitchell.", ["Bobby Mitchell"]),
        ("They read Inside Florida Politics.", []),
        ("The page for Quillport is open. Download Quillport from there.", []),
        ("The page for Quillport is open. It was drawn by Zorvan Quillport.", ["Zorvan Quillport"]),
        ("Zorvan Quillport drew it. “It is open,” Quillport said.", ["Zorvan Quillport"]),
    ],
)
def test_what_looks_like_a_thing_or_a_person(text: str, people: list[str]) -> None:
    assert names(text) == people


def test_an_office_is_not_that_of_a_relative() -> None:
    document = draft("President Roe left. He praised first lady Michelle Roe. Roe slept. Mrs. Roe smiled.")
    assert table(document) == {
        "Roe": ["President Roe", "Roe"],
        "Michelle Roe": ["Michelle Roe", "Mrs. Roe"],
    }


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("They asked Ben Sassoun (R-NE) to come.", ["Ben Sassoun"]),
        ("They heard Marine Sgt. Joshua Moore.", ["Joshua Moore"]),
        ("A man in New York (CNN Business) In Hull it rained.", []),
    ],
)
def test_what_stands_in_brackets_and_before_a_rank(text: str, people: list[str]) -> None:
    assert names(text) == people
