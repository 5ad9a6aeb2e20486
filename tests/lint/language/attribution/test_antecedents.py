"""Drafts in, whom their he and she mean out."""

from __future__ import annotations

import pytest

from copydesk.testing import draft


def meant(text: str) -> list[str | None]:
    """The names of those whom each he or she on record means, in the order of the text."""
    document = draft(text)
    speakers = {a.speaker.span: a.speaker for a in document.attributions if a.speaker}
    return [
        speaker.person and speaker.person.name
        for span, speaker in sorted(speakers.items())
        if document.slice(span).lower() in ("he", "she")
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # whoever spoke before goes on speaking, on whichever side of the verb the name stands
        ("“It is over,” Ann Poe told Bob Roe on Monday.\n\n“We lost,” she said.", "Ann Poe"),
        ("“He lost,” said Bob Roe, who worked for Tom Marsh. “We knew,” he said.", "Bob Roe"),
        # the subject, not the one whom the sentence is about
        ("Bob Roe condemned the plan of Tom Marsh. He said it was late.", "Bob Roe"),
        ("Bob Roe drew applause when he criticized Tom Marsh.\n\n“Enough,” he said.", "Bob Roe"),
        ("Bob Roe voted against Tom Marsh’s bill. He told reporters that it was late.", "Bob Roe"),
        # he goes on being he
        ("Bob Roe went to see Tom Marsh. He praised Mr. Marsh. “We won,” he said.", "Bob Roe"),
        # a courtesy title says who cannot be meant
        ("Mr. Bob Roe met Mrs. Ann Poe. Mr. Roe left. She said it was late.", "Ann Poe"),
    ],
)
def test_a_pronoun_means_who_spoke_or_was_the_subject(text: str, name: str) -> None:
    assert meant(text)[-1] == name


def test_nobody_is_meant_whose_title_says_otherwise() -> None:
    assert meant("Mr. Bob Roe left the hall.\n\n“It is late,” she said.") == [None]


def test_nobody_is_meant_who_stands_two_paragraphs_before() -> None:
    text = "Bob Roe left the hall.\n\nThe rain went on for an hour.\n\nIt was cold.\n\n“It is late,” he said."
    assert meant(text) == [None]
