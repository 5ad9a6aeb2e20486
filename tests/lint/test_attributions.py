"""Draft in, speakers out."""

from __future__ import annotations

from pathlib import Path

import pytest

from copydesk.document import Document
from copydesk.language.attributions import SourceKind
from copydesk.readers.plain import read
from copydesk.testing import draft

SEED = Path(__file__).parents[2] / "seeds" / "000_89b590565989c275.txt"


def spoken(document: Document) -> list[tuple[str | None, str | None]]:
    """Speaker and cue of each quotation."""
    answer = []
    for quote in document.quotes.outer:
        found = document.attributions.of(quote)
        speaker = found.speaker if found else None
        cue = found.cue if found else None
        answer.append((speaker and document.slice(speaker.span), cue and document.slice(cue)))
    return answer


def test_the_seed_article() -> None:
    document = read("seed.txt", SEED.read_bytes())
    assert spoken(document) == [
        ("Ukrainian President Volodymyr Zelenskyy", "calling"),
        ("Mr. Austin", "said"),
        ("Mr. Austin", "said"),
        ("he", "said"),
        ("Mr. Austin", "said"),
        ("Mr. Austin", "said"),
        ("Mr. Bowman", "said"),
        ("Mr. Bowman", "said"),
        ("they", "called"),
        ("Mary Wareham", "said"),
        ("Mary Wareham", "said"),
        ("Ms. Wareham", "said"),
        ("Mr. Brobst", "said"),
        ("Mr. Brobst", "said"),
    ]


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        ("“The boats are late,” Ann Poe said.", "Ann Poe", "said"),
        ("“The boats are late,” said Ann Poe, a lawyer.", "Ann Poe", "said"),
        ("“Are the boats late?” Ann Poe asked.", "Ann Poe", "asked"),
        ("Ann Poe said: “The boats are late.”", "Ann Poe", "said"),
        ("Ann Poe told reporters that “the boats are very late.”", "Ann Poe", "told"),
        ("Ann Poe, a lawyer from Hull, said the boats were “very late indeed.”", "Ann Poe", "said"),
        ("“The boats are late,” he said.", "he", "said"),
        ("“The boats are late,” a spokesman said.", "a spokesman", "said"),
        ("“The boats are late,” critics say.", "critics", "say"),
        ("The boats are “very late indeed,” according to Ann Poe.", "Ann Poe", "according to"),
        ("“The boats,” she said, “are late.”", "she", "said"),
        ("“The boats are very late.” — Ann Poe", "Ann Poe", "—"),
        ("Said Ann Poe: “The boats are late.”", "Ann Poe", "Said"),
    ],
)
def test_where_the_speaker_stands(text: str, speaker: str, cue: str) -> None:
    assert spoken(draft(text))[0] == (speaker, cue)


def test_a_second_quotation_goes_on_with_the_speaker() -> None:
    text = "“The boats are late,” Ann Poe said. “They will not come tonight.”"
    assert spoken(draft(text)) == [("Ann Poe", "said"), ("Ann Poe", "said")]


def test_a_paragraph_of_quotation_goes_on_with_the_speaker_of_the_one_before() -> None:
    text = "“The boats are late,” Ann Poe said.\n\n“They will not come tonight, I am told.”"
    assert spoken(draft(text)) == [("Ann Poe", "said"), ("Ann Poe", "said")]


def test_a_colon_hands_on_to_the_next_paragraph() -> None:
    assert spoken(draft("On Friday Ann Poe wrote:\n\n“The boats are late, and nobody cares.”")) == [
        ("Ann Poe", "wrote")
    ]


def test_nobody_is_on_record() -> None:
    text = "The boats are late.\n\n“They will not come tonight, I am told.”\n\nThe harbor is closed."
    assert spoken(draft(text)) == [(None, None)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ann Poe said the boats were late.", SourceKind.PERSON),
        ("She said the boats were late.", SourceKind.PRONOUN),
        ("Critics said the boats were late.", SourceKind.ANONYMOUS),
        ("The harbor board said the boats were late.", SourceKind.GROUP),
        ("The report said the boats were late.", SourceKind.DOCUMENT),
    ],
)
def test_kinds_of_source(text: str, kind: SourceKind) -> None:
    (attribution,) = draft(text).attributions
    assert attribution.speaker is not None
    assert attribution.speaker.kind is kind
    assert not attribution.quotes


def test_a_noun_is_no_cue() -> None:
    assert list(draft("The report on the claim of Ann Poe stands.").attributions) == []
