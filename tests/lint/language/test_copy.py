"""Drafts in, whose words each block holds out; and where sentences begin."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from copydesk.language.copy import CopyKind
from copydesk.testing import check, draft
from copydesk_rules.duplicates.repeated_word import RepeatedWord

LEAD = (
    "The council of Port Ames voted on Monday night to close the old pier to all lorries until the end of "
    "the year, after two of its beams had cracked in the storms of the spring."
)
STORY = f"{LEAD}\n\n{{}}\n\nThe harbor master, Ann Poe, said that the work would begin in May."


def kind(text: str) -> str:
    """The kind of the paragraph that stands second in a story."""
    return draft(STORY.format(text)).copy[1].value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The pier was built in 1911 and has been closed to the public twice since then.", "running copy"),
        ("Was that really the same Tom Roe who had promised to keep the pier open to all?", "running copy"),
        ("For more than a decade, the town has paid for the repair of the pier by itself.", "running copy"),
        ("She thanked the crew of @PortAmesPier, an account that 900 people follow.", "running copy"),
        ("“Thank you @PortAmes, we did it,” she wrote on Friday, an hour after the vote.", "running copy"),
        (
            "The #SaveThePier campaign had asked the council for another year to find the money.",
            "running copy",
        ),
        (
            "Mr. Roe was pictured on the pier with the mayor in a photo that she put up on Friday.",
            "running copy",
        ),
        ("Getty Images said that it had sold no photo of the pier since the storm of 1987.", "running copy"),
        ("The pier outlived World War I and both of the storms that took the lighthouse.", "running copy"),
        ("Beat 3 eggs for 5 minutes, then stir in the cream of the harbor farm and leave it.", "recipe"),
        ("Add 6 piers to the list of those that will close, the clerk said on Monday.", "running copy"),
        ("Port Ames, N.Y.", "address"),
        ("Ann Poe, Flint, Mich.", "address"),
        ("— Ann Poe, Flint, Mich.", "address"),
        ("Tom Roe, Jr.", "running copy"),
        ("WHAT HAPPENS NEXT", "display"),
        ("What does the council want?", "display"),
        ("More about the pier and the harbor", "display"),
        ("In depth:Council puts off the vote on the harbor again, to the anger of the fishermen.", "display"),
        ("The pier at dusk, before the storm. REUTERS/Ann Poe", "caption"),
        ("The pier at dusk, before the storm. (Ann Poe / The Harbor Press)", "caption"),
        ("Mayor Tom Roe (left) walks the pier with the harbor master, Ann Poe, on Sunday", "caption"),
        ("Ann Poe/AP", "credit"),
        ("(Photo: Ann Poe)", "credit"),
        ("Ann Poe and Tom Roe contributed to this report.", "agency line"),
        ("Compiled by Ann Poe from the papers of the council.", "agency line"),
        ("We did it. The pier stays open! — Port Ames Pier (@PortAmesPier) May 3, 2024", "embedded post"),
        ("Port Ames Pier (@PortAmesPier) We did it, and nobody thought that we ever would.", "embedded post"),
        ("So proud of @annpoe and @tomroe, who saved the pier of Port Ames this week.", "embedded post"),
        ("Two of the boats of the harbor are pictured above, a week before the storm came.", "caption"),
        ("What was Roe’s ‘incredible offer’?", "display"),
        (".@PortAmes why is the pier closed", "embedded post"),
        ("“ Nobody asked us. Nobody ever asks us. ”", "pull quote"),
        ("“Nobody asked us.” — Ann Poe, harbor master", "pull quote"),
        ("Sign up here for our newsletter, which goes out every morning.", "promotion"),
        ("Advertisement", "promotion"),
        ("Ann Poe writes about harbors. Follow her on Twitter @annpoe.", "promotion"),
        ("This story has been updated to correct the year in which the pier was built.", "editor's note"),
        ("Correction: The pier was built in 1911, not in 1912.", "editor's note"),
        ("I walked out to the end of the pier on the last night, and nobody else was there.", "first person"),
        ("Ayes: Roe, Poe, Orr. Noes: Holm.", "vote"),
        ("Port Ames 3, Millbrook 1", "score"),
        ("2 cups of flour, sifted twice", "recipe"),
        ("Port Ames 3, Millbrook 1, 2OT", "score"),
        ("No-one from the council has so far said a word about it.", "running copy"),
        ("Week 1, March 15 to 21: The producers", "display"),
        ("12 Harbor Street, Port Ames", "address"),
        ("12 14 19 22", "table"),
    ],
)
def test_the_kind_of_a_paragraph(text: str, expected: str) -> None:
    assert kind(text) == expected


def test_a_quotation_that_the_story_has_too_is_a_pull_quote() -> None:
    said = "Nobody in this town has ever asked us"
    found = draft(STORY.format(f"“{said}.”") + f"\n\nShe added: “{said}, and nobody will.”").copy
    assert [one.value for one in found] == ["running copy", "pull quote", "running copy", "running copy"]


def test_a_quotation_that_goes_on_is_the_storys() -> None:
    assert kind("“We will never sell the pier to anybody who asks for it.”") == "running copy"


def test_questions_and_answers_of_an_interview() -> None:
    found = draft("Q: Will it stand?\n\nA: It will, for another year.\n\nQ: And then?\n\nA: We shall see.")
    assert [one.value for one in found.copy] == ["question", "answer", "question", "answer"]


def test_the_turns_of_a_transcript() -> None:
    turns = (
        "POE: Will the pier stand?\n\nROE: It will, for another year.\n\nPOE: And then?\n\nROE: We shall see."
    )
    assert {one.value for one in draft(turns).copy} == {"question", "answer"}


def test_topics_before_a_colon_are_no_turns() -> None:
    topics = (
        "Harbor: The pier is closed.\n\nTown: It has no money.\n\nHarbor: Nobody fishes.\n\nTown: It is poor."
    )
    assert {one.value for one in draft(topics).copy} == {"running copy"}


def test_a_letter_is_quoted_from_its_salutation_to_its_end() -> None:
    text = f"{LEAD}\n\nDear Mayor Roe,\n\nClose the pier.\n\nSincerely,\n\nThe mayor has not answered it yet."
    assert [one.value for one in draft(text).copy][1:3] == ["quoted text", "quoted text"]
    assert draft(text).copy[-1] is CopyKind.OWN


def test_a_statement_is_quoted_until_the_story_goes_on() -> None:
    text = STORY.format("Here is the full statement:\n\nThe pier will close.\n\n“That is wrong,” she said.")
    assert [one.value for one in draft(text).copy][2:4] == ["quoted text", "running copy"]


@pytest.mark.parametrize(
    ("lead", "kind"),
    [
        ("The Courier reported:", CopyKind.QUOTED),
        ("As Ms. Roe wrote in May:", CopyKind.QUOTED),
        ("From the Harbor Courier:", CopyKind.QUOTED),
        ("The Courier has this on the report:", CopyKind.OWN),
        ("Ms. Roe said the options include:", CopyKind.OWN),
        ("The town did three things:", CopyKind.OWN),
    ],
)
def test_a_paragraph_after_a_lead_in_is_anothers(lead: str, kind: CopyKind) -> None:
    text = STORY.format(f"{lead}\n\nThe pier will close in May, and nobody will mend it.\n\nShe left.")
    assert draft(text).copy[2] is kind


def test_a_headline_with_a_full_point_stands_above_a_lead() -> None:
    assert draft(f"The pier will close.\n\n{LEAD}\n\nThe work begins in May.").copy[0] is CopyKind.DISPLAY
    assert (
        draft("The pier will close.\n\nThe work begins in May.\n\nIt lasts a year.").copy[0] is CopyKind.OWN
    )


def test_markdown_says_what_its_blocks_are() -> None:
    text = "# The pier closes\n\n- It is old, and it has no money.\n\n> We close the pier in the spring.\n"
    assert [one.value for one in draft(text, "markdown").copy] == ["display", "list item", "quoted text"]


def test_a_lone_mark_is_no_pull_quote() -> None:
    assert [one.value for one in draft(f"{LEAD}\n\nShe left.\n\n“").copy][-1] == "display"


def test_an_empty_draft_has_no_copy() -> None:
    assert draft("").copy == []


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The pier is old. Boats are not.", "Boats", True),
        ("Brandon P. Roe left.", "Roe", False),
        ("He left Acme Inc. Boats are not.", "Boats", False),
        ("She said, “Boats are old.”", "Boats", True),
        ("She called it “Boats of the World” in May.", "Boats", False),
        ("“Boats are old,” she said.", "Boats", True),
        ("“We won,” Ms. Orr said.", "Ms", False),
        ('"We won," Ms. Orr said.', "Ms", False),
        ("The rule is this: Boats go first.", "Boats", True),
        ("At 10:Boats go first.", "Boats", False),
        ("He left. (Boats were late.)", "Boats", True),
        ("The council (Board of Ames) met.", "Board", False),
        ("One ship — Boats of Ames — sank.", "Boats", False),
        ("2. Boats go first.", "Boats", True),
        ("— Boats go first.", "Boats", True),
    ],
)
def test_where_a_sentence_begins(text: str, word: str, expected: bool) -> None:
    document = draft(text)
    assert document.opens_sentence(document.text.index(word)) is expected


def test_no_other_module_answers_these_questions() -> None:
    """One detector of kinds of copy, one answer to where a sentence begins."""
    root = Path(__file__).parents[3]
    files = [*root.glob("lint/**/*.py"), *root.glob("rules/**/*.py")]
    assert files
    answer = re.compile(
        r"^\s*def (?:_?opens_sentence|is_running_copy|running_copy|_is_post|_is_display|is_promotion)\b", re.M
    )
    found = {file.name for file in files if answer.search(file.read_text(encoding="utf-8"))}
    assert found == {"document.py", "copy.py"}


@pytest.mark.parametrize(
    ("text", "is_foreign"),
    [
        ("Nadie va a venir a pisotear la tierra de los padres, que es de todos y para todos.", True),
        (
            "Nous vous disons que la ville est dans une crise et que le maire est parti pour les vacances.",
            True,
        ),
        ("Die Stadt ist nicht in der Krise, und der Rat hat mit den Leuten für die Brücke gestimmt.", True),
        ("Ms. de la Cruz of El Paso, Texas, met los Amigos de la Paz, and they sang.", False),
        ("Juan de la Cruz left for Rio de Janeiro with Ana de los Santos.", False),
        ("The council voted on Monday.", False),
    ],
)
def test_a_paragraph_in_another_language(text: str, is_foreign: bool) -> None:
    assert (draft(f"{LEAD}\n\n{text}").copy[1] is CopyKind.FOREIGN) is is_foreign


def test_rules_that_read_english_leave_another_language_alone() -> None:
    spanish = "La ciudad dice que que el puente de los padres es de todos y para todos."
    assert check(RepeatedWord, f"{LEAD}\n\n{spanish}") == []
