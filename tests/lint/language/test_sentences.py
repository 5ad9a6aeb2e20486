"""Draft in, sentences out: ` | ` stands where one sentence ends and the next begins.

`tests/cases/sentences.txt` holds many more of the same shape.
"""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.document import Document
from copydesk.language.sentences import find_sentences
from copydesk.model.builder import ProseBuilder
from copydesk.model.prose import BlockKind
from copydesk.model.source import Source

GOLD = Path(__file__).parents[2] / "cases" / "sentences.txt"


def draft(*blocks: str, kind: BlockKind = BlockKind.PARAGRAPH) -> Document:
    """A draft of these blocks."""
    builder = ProseBuilder(Source("draft.txt", "\n".join(blocks)))
    start = 0
    for block in blocks:
        builder.open(kind)
        builder.copy(start, start + len(block))
        start += len(block) + 1
    return builder.build()


def sentences(document: Document) -> list[str]:
    """The words of each sentence."""
    return [document.slice(sentence) for sentence in find_sentences(document)]


@pytest.mark.parametrize(
    "marked",
    [
        # A stop after a short form ends a sentence only where the next word begins one.
        "Mr. Oduya left the U.S. | The move surprised U.S. officials.",
        "It opened on Jan. 5 at 9 a.m. Tuesday and closed at 5 p.m. | Police gave no reason.",
        "J. K. Rowling and George W. Bush rank No. 10. | No one knows why.",
        "She left Acme Inc. | Its shares fell 2.5 percent.",
        "CONCORD, N.H. (AP) — The Rev. Ida Coles, Ph.D., won.",
        # A quotation goes on with whoever says it; each of its sentences is one.
        "“Are you coming?” Ms. Ito asked. | “I am. | We all are,” he said.",
        "“Are you coming?” | Ms. Ito said she was not.",
        "''Stop!'' he cried. | ''Thieves!''",
        # An ellipsis is a pause, unless a new sentence follows.
        "We waited ... and waited. ... | Nobody came.",
        # Not every sentence begins with a capital letter.
        "Sales fell. | iPhone sales rose. | 40 shops closed. | — A desk note. | #MeToo grew. | (So did he.)",
    ],
)
def test_sentences(marked: str) -> None:
    assert sentences(draft(marked.replace(" | ", " "))) == marked.split(" | ")


@pytest.mark.parametrize(
    "marked", [line for line in GOLD.read_text(encoding="utf-8").splitlines() if line and line[:3] != "## "]
)
def test_gold(marked: str) -> None:
    kind = BlockKind.HEADLINE if marked.startswith("[headline] ") else BlockKind.PARAGRAPH
    marked = marked.removeprefix("[headline] ")
    assert sentences(draft(marked.replace(" | ", " "), kind=kind)) == marked.split(" | ")


def test_no_sentence_runs_over_two_blocks() -> None:
    assert sentences(draft("A headline", "He left. She", "stayed.")) == [
        "A headline",
        "He left.",
        "She",
        "stayed.",
    ]


def test_spaces_around_a_sentence_are_not_part_of_it() -> None:
    assert sentences(draft("  He left. \u00a0 She stayed.\t")) == ["He left.", "She stayed."]


def test_a_stop_without_a_space_parts_nothing() -> None:
    assert sentences(draft("He left.She stayed.")) == ["He left.She stayed."]


def test_a_draft_without_words_has_no_sentence() -> None:
    assert sentences(draft()) == []
    assert sentences(draft(" ")) == []


@pytest.mark.parametrize("unit", ["word and ", "! ", "…", "Mr. ", "A. ", "’”", "?” Abc, "])
def test_a_very_long_paragraph_is_read_whole(unit: str) -> None:
    """The cost is linear, so this ends at once."""
    text = unit * (200_000 // len(unit)) + "end"
    assert "".join(sentences(draft(text))).replace(" ", "") == text.replace(" ", "")


@given(st.lists(st.text("aBé19.?!…\"'“”’() \u00a0-—,").map(lambda text: f"x{text}"), max_size=4))
def test_sentences_hold_everything_but_spaces_in_order(blocks: list[str]) -> None:
    document = draft(*blocks)
    found = find_sentences(document)
    assert all(before.end <= after.start for before, after in pairwise(found))
    assert all(document.slice(s) == document.slice(s).strip() != "" for s in found)
    assert "".join("".join(map(document.slice, found)).split()) == "".join(document.text.split())
