"""Draft in, spelling groups out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.testing import draft


def groups(text: str, reader: str = "plain") -> list[str]:
    """Every group as `form ×uses | form ×uses`, a quoted use in brackets."""
    return [
        " | ".join(
            f"{form.text} " + "".join("(x)" if use.quoted else "x" for use in form.uses)
            for form in group.forms
        )
        for group in draft(text, reader).spellings
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The landmines. A land mine.", "landmines x | land mine x", id="closed and open, plural too"
        ),
        pytest.param("An email. Two e-mails.", "email x | e-mails x", id="closed and hyphenated"),
        pytest.param("The cyberattack. A cyber attack. One cyber-attack.", 3, id="all three"),
        pytest.param(
            "For asylum seekers in May. The asylum-seekers of June.", 2, id="hyphenated and open nouns"
        ),
        pytest.param("A civil rights march. The civil-rights march.", 2, id="modifiers of one noun"),
        pytest.param("The surgeon general swims. A surgeon-general fell.", 2, id="a title"),
        pytest.param("Wal-Mart opened. Then Walmart shut.", 2, id="a name"),
        pytest.param("Work is under way. A search is underway.", 2, id="an adverb"),
        pytest.param("“Our [long-term] plan.” A long term plan.", 2, id="an inserted word"),
        pytest.param("For the long term. In the long-term.", 2, id="a noun with a hyphen"),
        pytest.param("It was a long term plan. A long-term loan.", 2, id="modifiers of two nouns"),
        pytest.param("He came after a long term study. A long-term loan.", 2, id="after `a` a noun follows"),
        pytest.param("He is well known for it. She is well-known for it.", 2, id="two predicates"),
        pytest.param(
            "A lockdown began. The lock down ends.", 2, id="a particle, where only a noun can stand"
        ),
        pytest.param("The blackmail. He lived by black mail.", 2, id="a colour and what can have none"),
        pytest.param("One matchup. Two match ups.", 2, id="a particle in the plural"),
        pytest.param("The fire's floodwater. Flood waters' end.", 2, id="a possessive before"),
        pytest.param("A healthcare law. Health care's cost.", 2, id="a possessive ending"),
        pytest.param("Anti‑racist art. An antiracist.", 2, id="a hyphen that does not break"),
        pytest.param(
            "The healthcare law, “the health care law.”", "healthcare x | health care (x)", id="quoted"
        ),
    ],
)
def test_one_word_in_several_forms(text: str, expected: str | int) -> None:
    (group,) = groups(text)
    assert expected in (group, group.count(" | ") + 1)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The shutdown. They shut down the plant.", id="a verb with a particle"),
        pytest.param("The layoffs. She had to lay off ten. His clean-up, to clean up.", id="more of them"),
        pytest.param("The ceasefire holds. They agreed to cease fire.", id="a verb with its object"),
        pytest.param("A long-term plan. In the long term, no.", id="a modifier and a noun"),
        pytest.param("A long-term plan. In the long term investors gain.", id="with no noun of its own"),
        pytest.param("A middle-class family. The middle class, he said.", id="the same"),
        pytest.param("A longtime aide, for a long time.", id="an adjective and its noun"),
        pytest.param("A low-cost flight at low cost.", id="a modifier and its phrase"),
        pytest.param("He may be late, maybe. Any one of us, anyone.", id="function words"),
        pytest.param("Go in to the house, into it. Every day, everyday life.", id="more function words"),
        pytest.param("A while ago. Stay awhile. Along a long road.", id="an article"),
        pytest.param(
            "The White House whitehouse.gov, @WhiteHouse and #whitehouse.", id="addresses, hashtags"
        ),
        pytest.param("The Deepwater rig. A deep-water well.", id="a name"),
        pytest.param("Blackman left. Mr. Blackman, a black man, spoke.", id="a name that begins a sentence"),
        pytest.param("The Health Care Act. The healthcare law.", id="the title of a law"),
        pytest.param("He planted a land. Mine was a landmine.", id="two sentences"),
        pytest.param("The landmine. Land, mine and all.", id="punctuation between"),
        pytest.param("On the land\nMine is a landmine.", id="two blocks"),
        pytest.param("The 20 15 and 2015. A 3-year plan, 3 year.", id="figures"),
        pytest.param("She did resign. The club would re-sign him.", id="other words with a hyphen"),
        pytest.param("A recovery. They re-cover the chair and recover.", id="more of them"),
        pytest.param("News of the new s.", id="one letter"),
        pytest.param("anti-tank, anti-tank, anti-tank", id="one form only"),
        pytest.param("They told deliberate lies. He lied deliberately.", id="an ending that is a word"),
        pytest.param("A pro-testing law. They were protesting.", id="for tests, and against"),
        pytest.param("They sang: Ti-jua-na! It is in Tijuana.", id="spelled out"),
        pytest.param("The top-two system. The top two finishers.", id="a number"),
        pytest.param("In a statehouse. The state House floor.", id="a noun and a name"),
        pytest.param("A first-time voter. It was the first time people could vote.", id="a clause"),
        pytest.param("A tax-cut push. The new tax cut Ash wants. A cut.", id="a clause with a name"),
        pytest.param("A lower-tax country. At a lower tax rate.", id="a lower rate"),
        pytest.param("Walmart opened. The Friends of Wal-Mart Party.", id="a longer name"),
        pytest.param("", id="nothing"),
    ],
)
def test_two_words_or_two_uses(text: str) -> None:
    assert groups(text) == []


def test_uses_stand_in_order_and_a_group_has_one_key() -> None:
    document = draft("Flood waters rose. The floodwater fell. Flood waters rose.")
    (group,) = document.spellings
    assert group.key == "floodwater"
    assert [[document.slice(use.span) for use in form.uses] for form in group.forms] == [
        ["floodwater"],
        ["Flood waters", "Flood waters"],
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Land Mines Again\n\nThe landmine. A landmine.", ["landmine xx | Land Mines x"]),
        ("# A Front Line Town\n\nThe front-line town.", ["front-line x | Front Line x"]),
        ("# Shut Down the Plant\n\nThe shutdown.", []),
        ("# White House Says No\n\nThe white-house look of the White House.", []),
    ],
)
def test_a_title_owes_its_capitals_to_its_place(text: str, expected: list[str]) -> None:
    assert groups(text, "markdown") == expected


def test_a_possessive_ending_is_no_part_of_the_form() -> None:
    (group,) = draft("The healthcare law. The health care's cost.").spellings
    assert group.forms[1].text == "health care"


@given(st.text(alphabet="ab -'’s.“”\nAB", max_size=200))
def test_every_use_is_one_of_its_word(text: str) -> None:
    document = draft(text)
    for group in document.spellings:
        assert len(group.forms) > 1
        for form in group.forms:
            for use in form.uses:
                letters = "".join(c for c in document.slice(use.span).lower() if c.isalpha())
                assert letters.startswith(group.key[:-1])
