"""One question has one answer: what one family takes for the reporter's own copy, every family does.

Each of the four disagreements that were measured once between the families has its test: whose words a
block holds, where a sentence begins, which words are a closed class (`test_closed_classes.py` beside the
lists), and how like two texts are.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.analyses.likeness.copies import near_copies
from copydesk.analyses.likeness.similarity import find_pairs, measure
from copydesk.analyses.spelling.common_words import common_places
from copydesk.plugins.rule import Context, Rule
from copydesk.testing import check, draft
from copydesk_rules.attribution.loaded_word import LoadedWord
from copydesk_rules.duplicates.conflicting_description import ConflictingDescription
from copydesk_rules.duplicates.duplicate_across_drafts import DuplicateAcrossDrafts
from copydesk_rules.duplicates.near_duplicate_paragraph import NearDuplicateParagraph
from copydesk_rules.grammar.languagetool import LanguageTool
from copydesk_rules.honorifics.repeated_introduction import RepeatedIntroduction
from copydesk_rules.spelling.number_style_variant import NumberStyleVariant

ROOT = Path(__file__).parents[2]
SOURCES = {
    path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
    for folder in ("lint", "rules")
    for path in (ROOT / folder).rglob("*.py")
}

FAULTS = (
    "The mayor, Tom Roe, 64, walked out to the notorious pier on Friday night, and 2% of the town "
    "walked out with him."
)
STORY = (
    "The council of Port Ames voted on Monday night to close the old pier to all lorries until the end of "
    "the year, after two of its beams had cracked in the storms of the spring.\n\n"
    "The mayor, Tom Roe, 46, said that 5 percent of the beams had cracked near the pier.\n\n"
    "About 7 percent had cracked in the year before that, and 3 percent in the year before.\n\n"
    "{}\n\n"
    "The work will begin in May, and it will take all of the summer."
)
FAMILIES: dict[str, type[Rule[Any]]] = {
    "attribution": LoadedWord,
    "duplicates": ConflictingDescription,
    "honorifics": RepeatedIntroduction,
    "spelling": NumberStyleVariant,
}
"""A rule of each family that reads running copy, and finds a fault in FAULTS where it stands in STORY."""


def families_that_read(text: str, format_name: str) -> set[str]:
    """The families for which FAULTS are the reporter's own copy, there where a draft has them."""
    words = FAULTS[:-1]
    at = text.index(words)
    document = draft(text, format_name)
    asked = LanguageTool().collect(document, Context(LanguageTool.options))
    read = {"grammar"} if any(words in passage.text for passage in asked.passages) else set()
    for family, rule in FAMILIES.items():
        places = [place.span for place in check(rule, text, format=format_name)]
        if any(at <= place.start < at + len(words) for place in places):
            read.add(family)
    return read


@pytest.mark.parametrize("format_name", ["plain", "markdown"])
def test_every_family_reads_running_copy(format_name: str) -> None:
    assert families_that_read(STORY.format(FAULTS), format_name) == {"grammar", *FAMILIES}


@pytest.mark.parametrize(
    ("format_name", "text"),
    [
        ("plain", f"{FAULTS} — Port Ames Pier (@PortAmesPier) May 3, 2024"),
        ("plain", f"{FAULTS[:-1]} (Ann Poe / The Harbor Press)"),
        ("plain", f"(Photo: Ann Poe) {FAULTS}"),
        ("plain", f"Sign up here. {FAULTS}"),
        ("plain", f"Reporting by Ann Poe; {FAULTS}"),
        ("plain", f"The Courier reported:\n\n{FAULTS}"),
        ("plain", f"Here is the full statement:\n\n{FAULTS}"),
        ("plain", f"Dear Mayor Orr,\n\n{FAULTS}\n\nSincerely,"),
        ("markdown", f"> {FAULTS}"),
        ("markdown", f"## {FAULTS[:-1]}"),
        ("markdown", f"| Day | Note |\n| --- | --- |\n| Friday | {FAULTS} |"),
    ],
    ids=[
        *("post", "caption", "credit", "promotion", "agency line", "another paper", "statement", "letter"),
        *("block quote", "heading", "table"),
    ],
)
def test_no_family_reads_what_is_not_running_copy(format_name: str, text: str) -> None:
    assert families_that_read(STORY.format(text), format_name) == set()


SENTENCES = [
    ("The pier is old. {} stand by. Boats are not.", True),
    ("She said, “{} are old.”", True),
    ("“{} are old,” she said.", True),
    ("The rule is this: {} go first.", True),
    ("He left. ({} were late.)", True),
    ("2. {} go first.", True),
    ("— {} go first.", True),
    ("He met Brandon P. {} in May.", False),
    ("He left Acme Inc. {} are not here.", False),
    ("The council ({} of Ames) met.", False),
    ("One ship — {} of Ames — sank.", False),
    ("She called it “{} of the World” in May.", False),
    ("All of the {} are late.", False),
]


@pytest.mark.parametrize(("text", "opens"), SENTENCES)
def test_every_asker_is_told_the_same_of_where_a_sentence_begins(text: str, opens: bool) -> None:
    """A capital that a sentence explains makes no name of a word, and any other one does."""
    document = draft(f"{text.format('Boats')}\n\nThe old boats are late, and boats are slow.")
    at = document.text.index("Boats")
    assert document.opens_sentence(at) is opens
    assert (at in {span.start for span in common_places(document, "boats")}) is opens


def test_one_module_finds_where_sentences_begin() -> None:
    """Whoever looks at the marks before a word to learn that, asks the splitter instead."""
    pattern = re.compile(r"""(?:text|prose)\[[\w.]+ - 2 : [\w.]+\] (?:in|==) \(?["'][.!?] """)
    assert pattern.search('if text[at - 2 : at] in (". ", "! "):')
    assert [name for name, source in SOURCES.items() if pattern.search(source)] == []


WORDS = "road river mayor school train letter garden winter price union engine doctor island bread".split()
PARAGRAPH = st.lists(st.sampled_from(WORDS), min_size=24, max_size=40)


@settings(max_examples=60, deadline=None)
@given(PARAGRAPH, st.lists(st.integers(0, 23), max_size=5, unique=True))
def test_a_draft_and_an_archive_measure_a_near_copy_alike(words: list[str], changed: list[int]) -> None:
    """The share that near-duplicate-paragraph goes by is the one of `copydesk duplicates`."""
    edited = [f"other{index}" if index in changed else word for index, word in enumerate(words)]
    one, other = " ".join(words), " ".join(edited)
    pairs = near_copies(draft(f"{one}.\n\nThe council met.\n\n{other}."), 20, 0.9)
    for pair in pairs:
        assert pair.likeness.whole == measure(pair.original.folded, pair.copy.folded)
        assert pair.likeness.whole <= pair.likeness.edited
    if one != other:
        assert [(found.later, found.earlier) for found in find_pairs([one, other], 0.9)] == (
            [(1, 0)] if pairs and measure(one, other) >= 0.9 else []
        )


def test_an_edited_paragraph_is_one_in_a_draft_and_in_two() -> None:
    before = "The board put off the vote on the old bridge until the end of May because two members were ill."
    after = before.replace("two members", "three members")
    rest = "Ms. Orr left the meeting long before noon, and nobody else in the room spoke against it that day."
    assert [one.excerpt for one in check(NearDuplicateParagraph, f"{before}\n\nShe left.\n\n{after}")] == [
        after
    ]
    assert [
        one.excerpt for one in check(DuplicateAcrossDrafts, f"{before}\n\n{rest}\n=====\n{after}\n\n{rest}")
    ] == [after]


@pytest.mark.parametrize(
    ("question", "pattern", "places"),
    [
        (
            "how like two texts are",
            r"\bIndel\.normalized_similarity|\bfuzz\b",
            {"lint/copydesk/analyses/likeness/similarity.py", "lint/copydesk/desk/returning.py"},
        ),
        ("why the system refused", r"strerror or ", {"lint/copydesk/files/reading.py"}),
        (
            "where a stretch of the prose stands in the file",
            r"source\.(?:position|place)\(self\.to_source\(",
            {"lint/copydesk/model/prose.py"},
        ),
        ("one thing or several", r"""else ["']s["']""", {"lint/copydesk/wording.py"}),
    ],
    ids=lambda value: value if isinstance(value, str) and " " in value and "\\" not in value else "",
)
def test_one_module_answers(question: str, pattern: str, places: set[str]) -> None:
    assert {name for name, source in SOURCES.items() if re.search(pattern, source)} == places, question
