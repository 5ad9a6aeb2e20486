"""Plain text in, blocks out."""

import textwrap
from pathlib import Path

import pytest

from copydesk.document import Document
from copydesk.model.prose import OBJECT, BlockKind
from copydesk.readers.plain import read

SEED = Path(__file__).parents[3] / "seeds" / "000_89b590565989c275.txt"

FERRY = (
    "The ferry Aurora ran aground off the northern point early on Tuesday, hours after the harbor office had "
    "warned of fog and asked captains to stay in port."
)
RESCUE = (
    "All 112 passengers were brought ashore by noon. Nobody was hurt, the coast guard said, and most of them "
    "had reached the town of Vik by bus before the evening."
)
INQUIRY = "“We will look at every order that was given,” said Ingrid Moe, who leads the inquiry."


def blocks(text: str) -> list[tuple[str, str]]:
    document = read("draft.txt", text.encode())
    return [(str(block.kind), document.slice(block.span)) for block in document.blocks]


def words_of(text: str, kind: BlockKind) -> list[str]:
    return [words for found, words in blocks(text) if found == kind]


def paragraphs(text: str) -> list[str]:
    return words_of(text, BlockKind.PARAGRAPH)


# --- both shapes


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("between", [1, 2, 3])
def test_a_paragraph_a_line(between: int, line_end: str) -> None:
    assert paragraphs((line_end * between).join([FERRY, RESCUE, INQUIRY])) == [FERRY, RESCUE, INQUIRY]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("width", [60, 72, 80, 100])
def test_hard_wrapped_lines_with_blank_lines_between(width: int, line_end: str) -> None:
    wrapped = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in (FERRY, RESCUE, INQUIRY))
    assert paragraphs(wrapped.replace("\n", line_end)) == [FERRY, RESCUE, INQUIRY]


def test_trailing_spaces_and_indents_are_not_prose() -> None:
    wrapped = textwrap.fill(FERRY, 72, initial_indent="    ").replace("\n", "  \n")
    assert paragraphs(f"{wrapped}\n\n\t{RESCUE} \t\n") == [FERRY, RESCUE]


def test_an_indent_begins_a_paragraph_in_wrapped_copy() -> None:
    wrapped = "\n".join(textwrap.fill(words, 64, initial_indent="   ") for words in (FERRY, RESCUE))
    assert paragraphs(wrapped) == [FERRY, RESCUE]


def test_short_paragraphs_a_line_stay_apart() -> None:
    lines = [
        "The council met for six hours on Monday and adjourned.",
        "It will meet again on Thursday to vote on the bridge.",
        "The mayor, who asked for the vote, was not in the room.",
        "Her office declined to say where she spent the evening.",
    ]
    assert paragraphs("\n".join(lines)) == lines


def test_an_address_stays_apart_in_wrapped_copy() -> None:
    text = f"{textwrap.fill(FERRY, 72)}\n\nHarbor Office\n4 Quay Street\nVik\n\n{textwrap.fill(RESCUE, 72)}\n"
    assert paragraphs(text) == [FERRY, "Harbor Office", "4 Quay Street", "Vik", RESCUE]


def test_verse_stays_apart() -> None:
    lines = ["The fog came in", "and took the pier,", "the bell rang out", "and none could hear."]
    assert paragraphs("\n".join(lines)) == lines


def test_a_line_of_wrapped_copy_that_somebody_added_to() -> None:
    lines = textwrap.wrap(RESCUE, 60)
    lines[0] = lines[0].replace("passengers", "passengers and nine of the crew")
    assert paragraphs("\n".join(lines)) == [RESCUE.replace("passengers", "passengers and nine of the crew")]


@pytest.mark.parametrize(
    ("wrapped", "whole"),
    [
        ("anti-\npersonnel", "anti-personnel"),
        ("two-\nand three-year", "two- and three-year"),
        ("a pause—\nand", "a pause—and"),
        ("a pause —\nand", "a pause — and"),
    ],
)
def test_a_word_that_was_wrapped_at_its_hyphen_is_whole(wrapped: str, whole: str) -> None:
    text = f"The ministers agreed at the second meeting in Vik to {wrapped} arrangements."
    assert paragraphs(text) == [text.replace(wrapped, whole)]


def test_a_dash_that_was_wrapped_to_the_start_of_a_line_is_no_bullet() -> None:
    text = (
        "The pilot had asked twice for a tug to come out and meet him\n"
        "- in vain, as it turned out, for both of the boats were busy\n"
        "elsewhere."
    )
    assert paragraphs(text) == [text.replace("\n", " ")]


@pytest.mark.parametrize("bullet", ["* ", "• ", "1. ", "12) "])
def test_no_other_bullet_is_a_dash_that_was_wrapped(bullet: str) -> None:
    text = (
        "The pilot had asked twice for a tug to come out and meet him\n"
        f"{bullet}in vain, as it turned out, for both of the boats were busy\n"
        "elsewhere."
    )
    assert words_of(text, BlockKind.LIST_ITEM)[0].startswith("in vain")


# --- marks that are no prose


@pytest.mark.parametrize("bullet", ["- ", "* ", "• ", "1. ", "12) "])
def test_bullets(bullet: str) -> None:
    text = f"{FERRY}\n\n{bullet}Fog until noon\n{bullet}Wind from the north\n\n{RESCUE}"
    assert words_of(text, BlockKind.LIST_ITEM) == ["Fog until noon", "Wind from the north"]


def test_a_wrapped_list_item_is_one_block() -> None:
    item = textwrap.fill(RESCUE, 60, initial_indent="- ", subsequent_indent="  ")
    assert blocks(f"{item}\n{item}") == [("list item", RESCUE)] * 2


def test_quoted_mail() -> None:
    mail = "\n".join(f"> {line}" for line in textwrap.wrap(FERRY, 60))
    assert blocks(f"{mail}\n>\n> {INQUIRY}\n{RESCUE}") == [
        ("block quote", FERRY),
        ("block quote", INQUIRY),
        ("paragraph", RESCUE),
    ]


@pytest.mark.parametrize("rule", ["---", "* * *", "_____", "====="])
def test_a_rule_parts_paragraphs_and_is_no_prose(rule: str) -> None:
    assert paragraphs(f"{FERRY}\n{rule}\n{RESCUE}") == [FERRY, RESCUE]


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/land-mines?x=1",
        "http://example.org/a_(b)",
        "www.example.org",
        "desk.two@example.org",
    ],
)
def test_an_address_is_no_prose(address: str) -> None:
    assert paragraphs(f"Read it at {address}, she said.") == [f"Read it at {OBJECT}, she said."]
    assert paragraphs(f"The report ({address}) is short.") == [f"The report ({OBJECT}) is short."]


@pytest.mark.parametrize("note", ["[CHECK]", "[sic]", "<<confirm>>", "TK"])
def test_desk_notes_stay_in_the_prose(note: str) -> None:
    assert paragraphs(f"The ferry sank {note} on Tuesday.") == [f"The ferry sank {note} on Tuesday."]


# --- what stands around the story


def test_headline_standfirst_byline_dateline() -> None:
    text = f"""Ferry runs aground in fog off Vik

All aboard are safe, but the harbor office had warned captains

By Jane Doe and John Roe, Staff Writers

VIK, Norway (AP) — {FERRY}

{RESCUE}
"""
    assert blocks(text) == [
        ("headline", "Ferry runs aground in fog off Vik"),
        ("standfirst", "All aboard are safe, but the harbor office had warned captains"),
        ("byline", "By Jane Doe and John Roe, Staff Writers"),
        ("dateline", "VIK, Norway (AP)"),
        ("paragraph", FERRY),
        ("paragraph", RESCUE),
    ]


@pytest.mark.parametrize(
    "headline",
    [
        "Ferry runs aground in fog off Vik",
        "U.S., in a shift, to send two ships",
        "Moe: ‘I will not resign’",
        "Who Sank the Aurora?",
    ],
)
def test_headlines(headline: str) -> None:
    assert blocks(f"{headline}\n{FERRY}\n{RESCUE}")[0] == ("headline", headline)


@pytest.mark.parametrize(
    "first",
    [
        FERRY,
        "Nobody was hurt.",
        "“Nobody was hurt,” she said",
        "Who was at the helm when it happened?",
        "Vik, Norway",
        "Updated Jan. 19 at 1:05 p.m.",
        "In the words of the captain:",
        "- Fog until noon",
    ],
)
def test_first_lines_that_are_no_headline(first: str) -> None:
    assert words_of(f"{first}\n{FERRY}\n{RESCUE}", BlockKind.HEADLINE) == []


def test_a_draft_of_one_line_has_no_headline() -> None:
    assert blocks("Ferry runs aground in fog off Vik") == [("paragraph", "Ferry runs aground in fog off Vik")]


@pytest.mark.parametrize(
    "byline",
    [
        "By Jane Doe",
        "By Jane Doe and John Roe",
        "BY JANE DOE",
        "By Jane Doe, Staff Writer",
        "By Ana de la Cruz | The Courier",
        "By J. R. Roe Jr.",
        "By The Associated Press",
        "By Élodie Łukasz in Vik",
        "(Reporting by Jane Doe; Editing by John Roe.)",
        "Jane Doe reports from Vik.",
    ],
)
def test_bylines(byline: str) -> None:
    assert blocks(f"Ferry runs aground in fog\n{byline}\n{FERRY}")[1] == ("byline", byline)


@pytest.mark.parametrize(
    "line",
    [
        "By Tuesday, the fog had gone.",
        "By the numbers: a ferry in fog.",
        "By then, Jane Doe had left.",
        "By Election Day, New Vik had two mayors.",
        "The ministry reports more fog.",
    ],
)
def test_sentences_that_are_no_byline(line: str) -> None:
    assert (str(BlockKind.PARAGRAPH), line) in blocks(f"Ferry runs aground in fog\n{line}\n{FERRY}")


def test_names_above_their_outlet_are_a_byline() -> None:
    assert blocks(f"Jane Doe and John Roe\nTHE COURIER\n{FERRY}\n{RESCUE}")[:2] == [
        ("byline", "Jane Doe and John Roe"),
        ("byline", "THE COURIER"),
    ]


@pytest.mark.parametrize(
    ("dateline", "dash"),
    [
        ("OSLO (AP)", " — "),
        ("LONDON, Nov 5 (Reuters)", " - "),
        ("KYIV, Ukraine", " — "),
        ("ST. LOUIS", " – "),
        ("McALLEN, Texas", " -- "),
        ("SÃO PAULO", "—"),
        ("SEOUL/WASHINGTON (Reuters)", " - "),
        ("SAN JUAN, Puerto Rico, May 9, 2024", " — "),
        ("Lagos, Nigeria (CNN)", " -- "),
        ("(Reuters)", " - "),
        ("(CBS News)", " "),
    ],
)
def test_datelines(dateline: str, dash: str) -> None:
    assert blocks(f"Ferry runs aground in fog\n{dateline}{dash}{FERRY}")[1:] == [
        ("dateline", dateline),
        ("paragraph", FERRY),
    ]


@pytest.mark.parametrize(
    "opening",
    [
        "NATO — an alliance of 32 countries — sent a ship. NATO did not say why.",
        "EXCLUSIVE — The captain was asleep.",
        "UPDATE: The captain was not asleep.",
        "The captain - a man of 60 - was asleep.",
        "Moe (center) — the chairwoman — was awake.",
    ],
)
def test_openings_that_are_no_dateline(opening: str) -> None:
    assert words_of(f"Ferry runs aground in fog\n{opening}\n{FERRY}", BlockKind.DATELINE) == []


def test_a_dateline_stands_only_at_the_head_of_a_draft() -> None:
    text = "\n".join([FERRY] * 8 + [f"OSLO (AP) — {RESCUE}"])
    assert words_of(text, BlockKind.DATELINE) == []


@pytest.mark.parametrize("heading", ["What the harbor office knew", "A LONG NIGHT", "Fog, wind and tide"])
def test_a_short_line_between_paragraphs_is_a_heading(heading: str) -> None:
    assert (str(BlockKind.HEADING), heading) in blocks(f"{FERRY}\n{heading}\n{RESCUE}")


@pytest.mark.parametrize(
    "line",
    [
        "Nobody was hurt.",
        "“Nobody was hurt”",
        "The harbor office listed three causes:",
        "and most of them had reached the town by bus",
        "April 3, 2024",
    ],
)
def test_short_lines_that_are_no_heading(line: str) -> None:
    assert words_of(f"{FERRY}\n{line}\n{RESCUE}", BlockKind.HEADING) == []


def test_short_lines_in_a_row_are_no_headings() -> None:
    text = f"{FERRY}\nRead more\nFog in the north\n{RESCUE}"
    assert words_of(text, BlockKind.HEADING) == []


@pytest.mark.parametrize(
    "caption",
    [
        "Photo: Jane Doe",
        "(Photo by Jane Doe)",
        "AP Photo/Jane Doe",
        "Image courtesy of the coast guard",
        "The Aurora off Vik on Tuesday. REUTERS/Jane Doe",
        "The Aurora off Vik on Tuesday. (AP Photo/Jane Doe)",
    ],
)
def test_captions(caption: str) -> None:
    assert words_of(f"{FERRY}\n{caption}\n{RESCUE}", BlockKind.CAPTION) == [caption]


def test_a_sentence_about_a_photo_is_no_caption() -> None:
    assert words_of(f"{FERRY}\nPhotos of the ferry were sold.\n{RESCUE}", BlockKind.CAPTION) == []


# --- the file behind it


def read_seed() -> Document:
    return read(str(SEED), SEED.read_bytes())


def test_the_seed_article_is_a_headline_and_a_paragraph_a_line() -> None:
    document = read_seed()
    assert [block.kind for block in document.blocks] == [BlockKind.HEADLINE] + [BlockKind.PARAGRAPH] * 19
    assert [document.place(block.span) for block in document.blocks] == [f"{line}:1" for line in range(1, 21)]
    assert document.text == SEED.read_text(encoding="utf-8").rstrip("\n")


def test_the_byte_order_mark_moves_no_column() -> None:
    document = read("draft.txt", b"\xef\xbb\xbf" + FERRY.encode())
    assert document.place(document.blocks[0].span) == "1:1"


@pytest.mark.parametrize("text", ["", " ", "\n\n\r\n", "\u2028"])
def test_a_draft_without_a_word_has_no_block(text: str) -> None:
    assert blocks(text) == []
