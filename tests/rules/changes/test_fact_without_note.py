"""Two versions in, findings out: what the reader is not told."""

from __future__ import annotations

import pytest

from copydesk.testing import check
from copydesk_rules.changes.fact_without_note import FactWithoutNote, FactWithoutNoteOptions

HEAD = "---\ntitle: The levy\ndate: {}\n---\n\n"
TEXT = "The town asks for ${} million for the pier.\n"
NOTE = "\n*Correction: An earlier version of this story gave a wrong amount.*\n"


def found_in(
    after: str, before: str, date: str = ("2021-05-02T09:00:00Z"), **options: object
) -> list[tuple[str, str]]:
    head = HEAD.format(date)
    checked = check(FactWithoutNote, head + after, format="markdown", earlier=head + before, **options)
    return [(one.severity, one.message) for one in checked]


def test_the_message_counts_the_facts_and_the_hours() -> None:
    assert found_in(TEXT.format("4.7"), TEXT.format("4.1")) == [
        ("info", "1 fact changed 27 hours after publication, and no correction or update note was added")
    ]


def test_a_house_may_require_the_note() -> None:
    both = TEXT.format("4.7"), TEXT.format("4.1")
    assert [severity for severity, _ in found_in(*both, require_note=("number",))] == ["warning"]
    assert [severity for severity, _ in found_in(*both, require_note=("name", "quotation"))] == ["info"]


@pytest.mark.parametrize(
    "note",
    [
        NOTE,
        "\n*Update, May 3: The amount of the levy has changed.*\n",
        "\nEditor’s note: The amount was wrong.\n",
        "\n*This story has been updated.*\n",
        "\nClarification: The levy is for a year.\n",
        "\nAfter this story was first published, the town changed the amount.\n",
    ],
)
def test_the_reader_is_told(note: str) -> None:
    assert found_in(TEXT.format("4.7") + note, TEXT.format("4.1")) == []


def test_a_note_of_an_earlier_day_tells_nothing_of_this_change() -> None:
    assert len(found_in(TEXT.format("4.7") + NOTE, TEXT.format("4.1") + NOTE)) == 1


def test_a_house_has_words_of_its_own() -> None:
    stated = "\nFor the record: the amount was wrong.\n"
    assert len(found_in(TEXT.format("4.7") + stated, TEXT.format("4.1"))) == 1
    own = "for the record|note to readers, \\w{3,9} \\d{1,2}"
    assert found_in(TEXT.format("4.7") + stated, TEXT.format("4.1"), note_pattern=own) == []
    inside = "\nThe clerk said for the record that it was so.\n"
    assert len(found_in(TEXT.format("4.7") + inside, TEXT.format("4.1"), note_pattern=own)) == 1


@pytest.mark.parametrize("pattern", ["(a+)+$", "^For the record:", "("])
def test_a_pattern_that_is_none_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match='"note_pattern" is no pattern'):
        FactWithoutNoteOptions(note_pattern=pattern)


@pytest.mark.parametrize(
    "words",
    [
        "An earlier version of the budget was rejected.",
        "Update on the weather: more rain.",
        "He works for the Department of Corrections (the prisons).",
        "The roof was corrected to the new height.",
    ],
)
def test_what_only_sounds_like_a_note(words: str) -> None:
    assert len(found_in(f"{TEXT.format('4.7')}\n{words}\n", TEXT.format("4.1"))) == 1


def test_a_topic_of_the_front_matter_tells_too() -> None:
    head = HEAD.format("2021-05-02")
    topic = head.replace("date:", "topics: [Harbor, Corrections]\ndate:")
    assert (
        check(
            FactWithoutNote,
            topic + TEXT.format("4.7"),
            format="markdown",
            earlier=head + TEXT.format("4.1"),
            note_topics=("Corrections",),
        )
        == []
    )


def test_the_first_minutes_are_free() -> None:
    both = TEXT.format("4.7"), TEXT.format("4.1")
    assert found_in(*both, date="2021-05-02T23:30:00-12:00") == []
    assert len(found_in(*both, date="2021-05-02T23:30:00-12:00", grace=5)) == 1


def test_nothing_is_due_for_house_style() -> None:
    assert found_in("It asks for 6 new steps.\n", "It asks for six new steps.\n") == []


def test_a_denial_that_left_a_quotation_is_a_fact() -> None:
    story = "Ada Brandt, the mayor, spoke to the council.\n\n“{},” Brandt said.\n"
    before, after = story.format("I don’t think we should sell"), story.format("We should sell")
    assert [severity for severity, _ in found_in(after, before, require_note=("quotation",))] == ["warning"]
