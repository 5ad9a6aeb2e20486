"""Drafts in, the table of sources out."""

from __future__ import annotations

import json

import pytest

DRAFT = """The harbor will be dredged in May, Ann Poe said.

“Nobody asked the people who fish here,” Ms. Poe added. Critics say the board was late.

The work takes a year.

“We will all be gone by then, every one of us.”
"""


def test_each_source_with_what_rests_on_it(copydesk, folder):
    folder({"harbor.txt": DRAFT})
    result = copydesk("sources", "harbor.txt")
    assert result.code == 0
    assert result.out.splitlines() == [
        "harbor.txt: 2 sources, 1 named; 4 paragraphs, 2 without a source",
        "",
        "Ann Poe (person)",
        "  1:1  reported  said   The harbor will be dredged in May",
        "  3:1  quoted    added  “Nobody asked the people who fish here,”",
        "",
        "Critics (anonymous, not named)",
        "  3:69  reported  say  the board was late.",
        "",
        "Quotations that nobody is on record for",
        "  7:1  “We will all be gone by then, every one of us.”",
        "",
        "Paragraphs without a source",
        "  5:1  The work takes a year.",
        "  7:1  “We will all be gone by then, every one of us.”",
    ]


def test_the_table_as_json(copydesk, folder):
    folder({"harbor.txt": DRAFT})
    result = copydesk("sources", "--format", "json", "harbor.txt")
    (table,) = json.loads(result.out)
    assert result.code == 0
    assert [(source["name"], source["kind"], source["named"]) for source in table["sources"]] == [
        ("Ann Poe", "person", True),
        ("Critics", "anonymous", False),
    ]
    said = table["sources"][0]["attributions"][1]
    assert (said["quoted"], said["cue"], said["line"], said["column"]) == (True, "added", 3, 1)
    assert DRAFT[said["start"] : said["end"]] == said["text"] == "“Nobody asked the people who fish here,”"
    assert table["paragraphs"] == 4
    assert [paragraph["line"] for paragraph in table["unsourced"]] == [5, 7]
    assert [quotation["line"] for quotation in table["unattributed"]] == [7]


def names(copydesk, folder, text: str) -> dict[str, bool]:
    """Each source of a draft, and whether it is named."""
    folder({"harbor.txt": text})
    (table,) = json.loads(copydesk("sources", "--format", "json", "harbor.txt").out)
    return {source["name"]: source["named"] for source in table["sources"]}


def test_what_is_no_source_is_not_printed(copydesk, folder):
    text = (
        "The board acted when asked about the pier. The very thought pointed to a sale.\n\n"
        "Roe told investors of an order that did not exist, the complaint says.\n\n"
        "Ann Poe on Wednesday told the town that the plan to sell the pier was dead.\n"
    )
    assert names(copydesk, folder, text) == {"the complaint": False, "Ann Poe": True}


def test_bodies_documents_and_described_people_are_sources(copydesk, folder):
    text = (
        "The Hull Harbor Board said the pier was sold. A retired pilot said nobody had asked him.\n\n"
        "The audit report found that the pier was safe. She said it would go.\n\n"
        "Analyst Ida Kerr of Hobart & Co. said she feared a lawsuit.\n"
    )
    assert names(copydesk, folder, text) == {
        "The Hull Harbor Board": True,
        "A retired pilot": False,
        "The audit report": False,
        "Ida Kerr": True,
    }


def test_who_was_asked_and_did_not_answer(copydesk, folder):
    text = (
        "Mayor Ines Roe declined to comment. The school board did not immediately respond to a message, and "
        "Bob Poe could not be reached. The pier did not respond to the storm.\n"
    )
    folder({"harbor.txt": text})
    (table,) = json.loads(copydesk("sources", "--format", "json", "harbor.txt").out)
    assert [(one["name"], one["text"]) for one in table["silent"]] == [
        ("Ines Roe", "declined to comment"),
        ("The school board", "did not immediately respond"),
        ("Bob Poe", "could not be reached"),
    ]
    assert "Asked, and did not answer" in copydesk("sources", "harbor.txt").out


def test_a_draft_that_cannot_be_read_is_named(copydesk, folder):
    folder({})
    result = copydesk("sources", "missing.txt")
    assert result.code == 2
    assert "missing.txt" in result.err


def test_the_whole_phrase_of_an_unnamed_source(copydesk, folder):
    folder(
        {
            "home.txt": "A nurse at the home said the roof leaks.\n\n"
            "People familiar with the talks say it is sold.\n\nOne aide said so.\n\n"
            "A Harbor Board official said no.\n"
        }
    )
    (draft,) = json.loads(copydesk("sources", "--format", "json", "home.txt").out)
    assert [(one["name"], one["kind"], one["named"]) for one in draft["sources"]] == [
        ("A nurse at the home", "anonymous", False),
        ("People familiar with the talks", "anonymous", False),
        ("One aide", "anonymous", False),
        ("A Harbor Board official", "anonymous", False),
    ]


def test_nouns_that_look_like_verbs_put_nobody_on_record(copydesk, folder):
    folder(
        {
            "no.txt": "The former state lawmaker left. The military research question is open.\n\n"
            "The mayor’s tweets that the pier is sold were deleted.\n"
        }
    )
    (draft,) = json.loads(copydesk("sources", "--format", "json", "no.txt").out)
    assert draft["sources"] == []


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Many supporters of Bert Stone agree that it is late.", {"Many supporters of Bert Stone": False}),
        ("“He lies,” one colleague of Mark Renn told the Sun.", {"one colleague of Mark Renn": False}),
        ("The plan is dead, said a lawyer for Ann Poe.", {"a lawyer for Ann Poe": False}),
        ("The judge was confirmed by the full Senate.", {}),
        ("Encouraged by the council, banks said they would lend.", {"banks": False}),
        ("Pier First's complaint says the rule is wrong.", {"Pier First's complaint": True}),
        ("An EPA spokesperson said it is late.", {"An EPA spokesperson": False}),
        ("A pilot said it is late. The pilot said it twice.", {"A pilot": False}),
        ("Mitch Cole said it. The Ohio Republican said it is late.", {"Mitch Cole": True}),
        ("“It is dead,” said Ada Roe and Bo Renn.", {"Ada Roe": True, "Bo Renn": True}),
        ("Ada Roe and Bo Renn said it is late.", {"Ada Roe": True, "Bo Renn": True}),
        ("It is late, according to a person close to the club.", {"a person close to the club": False}),
        ("Announcing his decision, the mayor smiled.", {}),
    ],
)
def test_whose_source_it_is_and_whether_it_has_a_name(copydesk, folder, text, sources):
    assert names(copydesk, folder, text) == sources


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        # a date, a place or who did it after the noun
        (
            "The pier is lost, according to the board’s survey of owners released Monday.",
            ["the board’s survey of owners"],
        ),
        ("It costs $3, according to figures provided by Hull Council.", ["figures provided by Hull Council"]),
        ("The pier is lost, according to the Fed.", ["the Fed"]),
        ("Harbor Leader Ann Poe (D-Ohio) last week said the pier was lost.", ["Ann Poe"]),
        ("A new Sun/Gull poll shows that the pier is loved.", ["A new Sun/Gull poll"]),
        ("The mayor sent a letter to the two boards that said the pier was lost.", ["a letter"]),
        # whose spokesman it is, who goes on as he
        (
            "A spokesman for Hull Council said the pier was lost. He said it would go.",
            ["A spokesman for Hull Council"],
        ),
        # those of whom was told before
        ("Two harbor officials said it was lost. The officials said it would go.", ["Two harbor officials"]),
        # what another says that somebody said, would say or asks himself
        ("Ann Poe said her backers told her that the pier was lost.", ["Ann Poe"]),
        ("The bylaw would add words “that nobody reads.”", []),
        ("Here is what the owners are saying about it.", []),
        ("The town has built a model called Tern.", []),
        ("The owners disagree about the pier.", []),
        ("The books were written by women.", []),
        # a participle that speaks, and one that does not
        ("The board closed the pier, saying it was unsafe.", ["The board"]),
        ("The board lost money, suggesting the pier was unsafe.", []),
    ],
)
def test_who_is_on_record(copydesk, folder, text, sources):
    assert list(names(copydesk, folder, text)) == sources


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("The WHO said the count is stable.", ["The WHO"]),
        ("Two clerks close to Roe said no, but Ada Roe said yes.", ["Two clerks close to Roe", "Ada Roe"]),
        ("The board is split, the Daily Crier reports.", ["the Daily Crier"]),
        ("Officials in Hull and York say it will rain.", ["Officials in Hull and York"]),
        ("Soldiers from Sgt. Bo Renn’s unit have accused him.", ["Soldiers from Sgt. Bo Renn’s unit"]),
        ("The old district attorney’s office said no.", ["The old district attorney’s office"]),
        ("The Department of Tides and Harbors said no.", ["The Department of Tides and Harbors"]),
        ("In June Mayor Ada Roe, a Democrat, said no.", ["Ada Roe"]),
        ("Secretary of State Ada Roe left. The secretary of state said no.", ["Ada Roe"]),
        ("Harbor scholar Ada Roe of the Pier Institute said no.", ["Ada Roe"]),
        ("Police Minister Ada Roe left. The foreign ministers said no.", ["The foreign ministers"]),
        ("Last week, when her campaign said no, Ada Roe left.", ["her campaign"]),
        (
            "State-run media said no. The harbor’s television said yes.",
            ["State-run media", "The harbor’s television"],
        ),
        ("The boat committees for Hull and York said no.", ["The boat committees for Hull and York"]),
        ("Her email to the pilots says no.", ["Her email to the pilots"]),
        ("Danish President Ada Roe left. The president said no.", []),
    ],
)
def test_how_a_source_is_called(copydesk, folder, text, sources):
    assert [*names(copydesk, folder, text)] == sources


@pytest.mark.parametrize(
    "text",
    [
        "The port lost time on repeated votes.",
        "The full notes of the talk were lost, and harbor trust notes of the talk were found.",
        "What have the Harbor Trust and the Roes said?",
        "Read what captains and pilots are advising.",
        "The land was claimed by the Harbor Trust in May.",
        "Ada Roe, with whom Bo Renn was contending, left.",
        "The story was reported by Ada Roe in May.",
        "The House confirmed Ada Roe as mayor on Friday.",
        "The university denied a request from the club.",
        "Few knew Ada Roe, a captain accused of smuggling eels.",
        "If Hull declared a holiday, the port would close.",
        "Dubbed the Harbor Plan, the bill would cost nothing.",
        "When Ada Roe asked him whether he would stay, the pilot left.",
        "State chemist Ada Roe left the board in May.",
        "Mayor Ada Roe wants to keep pledges to voters in states like Ohio.",
        "As rows grew about Bo Renn, the Hull board’s nominee, Republicans in York wept, accusing others.",
    ],
)
def test_words_that_put_nobody_on_record(copydesk, folder, text):
    assert [*names(copydesk, folder, text)] == []


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        (
            "He praised two friends of the old team, Abel Costa and Pio Malden. “They play well,” he said.",
            [],
        ),
        ("On Friday he met the men who may follow Bo Renn. “I like crowds,” he said.", []),
        ("Would the board choose others than Bo Renn? “Let them choose,” he said.", []),
        ("Asked if Bo Renn is ill, Abel Costa said, “Ask him.” “I am no doctor,” he said.", ["Abel Costa"]),
        ("Abel Costa called Bo Renn and told him the pier was sold.", ["Abel Costa"]),
        ("Judge Ada Roe did not say whether Bo Renn was ill but said the board must ask.", ["Ada Roe"]),
    ],
)
def test_whoever_he_may_be_is_counted_and_not_named(copydesk, folder, text, sources):
    assert [*names(copydesk, folder, text)] == sources


def test_calls_that_nobody_returned(copydesk, folder):
    folder(
        {
            "harbor.txt": "The pier is sold. Messages left at the office of Ada Roe were not returned. "
            "Attempts to reach the builder were unsuccessful. Efforts to reach a deal failed. "
            "Harbor officials refused to say who paid.\n"
        }
    )
    (table,) = json.loads(copydesk("sources", "--format", "json", "harbor.txt").out)
    assert [one["name"] for one in table["silent"]] == ["Ada Roe", "the builder", "Harbor officials"]
