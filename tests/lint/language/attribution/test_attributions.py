"""Draft in, speakers out."""

from __future__ import annotations

from pathlib import Path

import pytest

from copydesk.document import Document
from copydesk.language.attribution.attributions import CueKind, SourceKind
from copydesk.readers.plain import read
from copydesk.testing import draft

SEED = Path(__file__).parents[4] / "seeds" / "000_89b590565989c275.txt"


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
    document = Document(read("seed.txt", SEED.read_bytes()))
    assert spoken(document) == [
        ("Ukrainian President Volodymyr Zelenskyy", "calling"),
        ("Mr. Austin", "said"),
        ("Mr. Austin", "said"),
        ("he", "said"),
        ("Mr. Austin", "said"),
        ("Mr. Austin", "said"),
        ("Mr. Bowman", "said"),
        ("Mr. Bowman", "said"),
        ("Human Rights Watch", "said"),
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


def reported(text: str) -> list[tuple[str, str | None, str]]:
    """Source, cue and words of each attribution."""
    document = draft(text)
    return [
        (
            document.slice(found.speaker.span) if found.speaker else "",
            document.slice(found.cue) if found.cue else None,
            document.slice(found.content).strip(),
        )
        for found in document.attributions
    ]


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        ("The agency suggested “a much longer pause” in May.", "The agency", "suggested"),
        ("The harbor’s lawyer is calling the plan “a very bad joke.”", "The harbor’s lawyer", "calling"),
        ("“The boats are late,” the mayor said, adding that “nobody will wait.”", "the mayor", "said"),
        ("Ann Poe stood up and said, “The boats are late.”", "Ann Poe", "said"),
        ("Bob Roe (R-Hull) said the boats were “very late indeed.”", "Bob Roe", "said"),
        ("Ann Poe, Bob Roe (R-Hull) and I heard it. “The boats are late,” she said.", "she", "said"),
        ("Ann Poe says Bob Roe’s note praising the board is “late and wrong.”", "Ann Poe", "says"),
        ("Ann Poe praised what Bob Roe called “the very last boat.”", "Bob Roe", "called"),
        ("Bob Roe’s claim that “the boats are late” is wrong.", "Bob Roe", "claim"),
        ("He’s claiming that “the boats are very late indeed.”", "He", "claiming"),
        ("The plan was slammed by Ann Poe as “a very bad joke.”", "Ann Poe", "slammed"),
        ("The report reads: “The boats are late.”", "The report", "reads"),
        ("As Ann Poe put it, “the boats are late.”", "Ann Poe", "put"),
        ("Ann Poe walked in: “The boats are late.”", "Ann Poe", None),
        ("“The boats are very late indeed.” Ann Poe did not smile.", "Ann Poe", None),
        ("“The boats are very late indeed,” when Bob Roe blasted him.", None, None),
        ("“The boats are late,” smiled Ann Poe.", "Ann Poe", "smiled"),
        ("“The boats are late,” Bob Roe grumbled. “Very late.”", "Bob Roe", "grumbled"),
        ("“The boats are late,” chimed in Ann Poe.", "Ann Poe", "chimed"),
        ("“The boats are late,” Ann Poe, 81, told Bob Roe.", "Ann Poe", "told"),
        ("“Boats and Trains,” Ann Poe directed it in May.", None, None),
        ("She says the harbor is what she calls “a boneyard.”", "She", "says"),
        ("It is “a boneyard,” as the audit put it.", "the audit", "put"),
        ("Bob Roe has gone after the board as a “nest of vipers” lately.", "Bob Roe", None),
        ("After calling the board “dead,” Ann Poe left.", "Ann Poe", None),
        ("Voting is barred in “special cases,” per the bylaws.", "the bylaws", "per"),
        ("“The boats are late,” Ann Poe shrugged.", "Ann Poe", "shrugged"),
    ],
)
def test_forms_of_attribution(text: str, speaker: str | None, cue: str | None) -> None:
    assert spoken(draft(text))[0] == (speaker, cue)


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("The pier was criticized by human rights groups.", "human rights groups", "The pier was"),
        ("The pier is lost, Ann Poe said.", "Ann Poe", "The pier is lost,"),
        ("The board has lost the pier, said Ann Poe, the dean.", "Ann Poe", "The board has lost the pier,"),
        ("The board sold the pier, said an aide to the mayor.", "an aide", "The board sold the pier,"),
        ("Ann Poe, the board’s chair, said Bob Roe would go.", "Ann Poe", "Bob Roe would go."),
        ("Bob Roe, a top aide, said Thursday morning it is lost.", "Bob Roe", "Thursday morning it is lost."),
        ("Ann Poe, who has a boat, said the pier is lost.", "Ann Poe", "the pier is lost."),
        ("On Friday, officials said the pier is lost.", "officials", "the pier is lost."),
        ("U.S. officials said the pier is lost.", "U.S. officials", "the pier is lost."),
        ("The pier is lost, according to a report by Ann Poe.", "a report by Ann Poe", "The pier is lost,"),
    ],
)
def test_reported_speech(text: str, speaker: str, words: str) -> None:
    (attribution,) = reported(text)
    assert (attribution[0], attribution[2]) == (speaker, words)


@pytest.mark.parametrize(
    "text",
    [
        "Ann Poe declined to say when.",
        "Ann Poe would not say when.",
        "Ann Poe hopes to win.",
        "Ann Poe has the authority to declare an emergency.",
        "Trains to a dozen states that hold a vote will be late.",
        "He shrugged. Ann Poe smiled.",
    ],
)
def test_nobody_says_anything(text: str) -> None:
    assert reported(text) == []


def test_a_transcript_names_its_speakers_at_the_head() -> None:
    text = "POE: The boats are late.\n\nROE: Are they “very late” now?\n\nPOE: I do.\n\nROE: Why?"
    assert [(who, words) for who, _, words in reported(text)][:3] == [
        ("POE", "The boats are late."),
        ("ROE", "Are they “very late” now?"),
        ("POE", "I do."),
    ]


def test_questions_and_answers() -> None:
    text = "Q. Are the boats late?\n\nA. They are.\n\nQ. Why is that?\n\nA. The wind."
    assert [who for who, _, _ in reported(text)] == ["Q", "A", "Q", "A"]


def test_a_credit_stands_before_the_next_quotation() -> None:
    text = "“The boats are very late.” — Ann Poe “They will not come today.” — Bob Roe"
    assert spoken(draft(text)) == [("Ann Poe", "—"), ("Bob Roe", "—")]


def test_a_group_hands_nothing_on_to_the_next_paragraph() -> None:
    text = "Officials say the pier is lost.\n\n“Nobody asked the people who fish here.”"
    assert spoken(draft(text)) == [(None, None)]


def test_a_line_between_two_paragraphs_does_not_part_speech() -> None:
    text = "“The boats are late,” Ann Poe said.\n\nStory continues below\n\n“They will not come tonight.”"
    assert spoken(draft(text)) == [("Ann Poe", "said"), ("Ann Poe", "said")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“It is late,” Ann Poe said.", CueKind.NEUTRAL),
        ("“It is late,” Ann Poe admitted.", CueKind.FACTIVE),
        ("“It is late,” Ann Poe claimed.", CueKind.DOUBTING),
        ("“It is late,” Ann Poe boasted.", CueKind.LOADED),
        ("Ann Poe believes that it is late.", CueKind.THINKING),
        ("“It is late,” Ann Poe grinned.", CueKind.NOT_SPEECH),
        ("It is late, according to Ann Poe.", CueKind.NEUTRAL),
    ],
)
def test_classes_of_verbs(text: str, kind: CueKind) -> None:
    (attribution,) = draft(text).attributions
    assert attribution.kind is kind


def test_a_sentence_that_goes_on_with_reported_speech() -> None:
    text = "Ann Poe said the pier was lost. It would take years to build. The board meets in May."
    assert reported(text) == [
        ("Ann Poe", "said", "the pier was lost."),
        ("Ann Poe", None, "It would take years to build."),
    ]
