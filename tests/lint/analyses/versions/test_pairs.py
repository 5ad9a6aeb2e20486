"""Pairs of versions, in the order in which an editor would read them: what changed, and what did not."""

from __future__ import annotations

import pytest

from copydesk.analyses.versions.changes import compare
from copydesk.analyses.versions.publication import added_notes
from copydesk.testing import draft

CAST = (
    "Ada Brandt, the mayor of Hollins, and Milo Verhoef, a farmer, spoke to the council on Monday night.\n"
    "Tomas Reile, the director of the harbor authority, did not come.\n"
)
"""Who speaks in the pairs."""

STEPS = (
    "Residents of Quay Street have asked the town for two years to mend the steps, which three of them fell "
    "on last winter, and nobody has answered any of their letters."
)
HALL = (
    "The hall on the hill was full until the last hour of the debate, and the clerk read out the long list "
    "of the houses that the town owns, one by one."
)
ROAD = (
    "The road along the harbor stays closed until the barges have left, the foreman told the crews at noon."
)

QUOTATIONS = [
    ("“We don’t pay,” Brandt said.", "“We won’t pay,” Brandt said.", "quotation altered"),
    ("“The pier is in danger,” Brandt said.", "“The pier isn’t danger,” Brandt said.", "quotation altered"),
    (
        "“We want more investigations in Hollins,” Brandt said.",
        "“We want more investments in Hollins,” Brandt said.",
        "quotation altered",
    ),
    (
        "“It is the 140th year of the pier,” Brandt said.",
        "“It is the 144th year of the pier,” Brandt said.",
        "quotation altered",
    ),
    (
        "“The pier will be sold by the town,” Brandt said.",
        "“The pier will ultimately be sold by the town,” Brandt said.",
        "quotation altered",
    ),
    (
        "“He never asked for the money, and I never gave it,” Brandt said.",
        "“He asked for the money, and I never gave it,” Brandt said.",
        "quotation altered",
    ),
    (
        "“I told them twice. They laughed. I told them again,” Brandt said.",
        "“I told them twice. I told them again,” Brandt said.",
        "quotation altered",
    ),
    (
        "Brandt called it “a small and cheap mistake of ours.”",
        "Brandt called it “a large and cheap mistake of ours.”",
        "quotation altered",
    ),
    ("“We pay. Always have,” Brandt said.", "“We pay,” Brandt said.", "quotation cut"),
    (
        "“We pay our debts, and we pay them early,” Brandt said.",
        "“We pay our debts,” Brandt said.",
        "quotation cut",
    ),
    (
        "“To be honest, we pay our debts late,” Brandt said.",
        "“We pay our debts late,” Brandt said.",
        "quotation cut",
    ),
    (
        "“We pay our debts in full and on the day,” Brandt said.",
        "“We pay our debts … on the day,” Brandt said.",
        "quotation cut",
    ),
    (
        "“We pay our debts,” Brandt said.",
        "“We pay our debts, and we pay them early,” Brandt said.",
        "quotation lengthened",
    ),
    (
        "Brandt said “the town would never sell the old pier.”",
        "Brandt said the town would never sell the old pier.",
        "quotation marks removed",
    ),
    (
        f"{HALL} “I could have slept through it,” Brandt said.",
        HALL,
        "quotation gone",
    ),
    (
        "“We need six weeks,” Brandt said.",
        "“We need 6 weeks,” Brandt said.",
        "house style inside a quotation",
    ),
    (
        "“We moved towards the sea,” Brandt said.",
        "“We moved toward the sea,” Brandt said.",
        "house style inside a quotation",
    ),
    (
        "“It’s gonna be a long night,” Brandt said.",
        "“It’s going to be a long night,” Brandt said.",
        "house style inside a quotation",
    ),
    (
        "“We will recieve the money,” Brandt said.",
        "“We will receive the money,” Brandt said.",
        "house style inside a quotation",
    ),
    (
        "“The U.S. pays for the pier,” Brandt said.",
        "“The United States pays for the pier,” Brandt said.",
        "house style inside a quotation",
    ),
    (
        "“We pay, & on time,” Brandt said.",
        "“We pay, and on time,” Brandt said.",
        "house style inside a quotation",
    ),
    (
        "“He took the money home,” Brandt said.",
        "“[Reile] took the money home,” Brandt said.",
        "house style inside a quotation",
    ),
    (
        "“We do not sell the pier,” Brandt said.",
        "“We don’t sell the pier,” Brandt said.",
        "house style inside a quotation",
    ),
    (
        "“We will never sell the pier to anybody in this town.\n“It belongs to all of us,” Brandt said.",
        "“We will always sell the pier to anybody in this town.\n“It belongs to all of us,” Brandt said.",
        "quotation altered",
    ),
    (
        "“We will never sell the pier to anybody here.\n“It belongs to all of us,” Brandt said.",
        "“We will never sell the pier to anybody here.\n“It belongs to none of us,” Brandt said.",
        "quotation altered",
    ),
    (
        f"“We can’t wait three winters for the new roof,” Brandt said.\n{ROAD}",
        f"{ROAD}",
        "quotation gone",
    ),
    (
        "Brandt called it “not a crime at all.”",
        "Brandt called it “a crime at all.”",
        "quotation altered",
    ),
    (
        "“I don’t think we should sell,” Brandt said.",
        "“We should sell,” Brandt said.",
        "quotation altered",
    ),
    (
        "“If the state pays, we will sell,” Brandt said.",
        "“We will sell,” Brandt said.",
        "quotation altered",
    ),
    (
        "“We will sell,” Brandt said.",
        "“We will sell, but only if the state pays,” Brandt said.",
        "quotation altered",
    ),
    (
        "“We will sell unless the state pays,” Brandt said.",
        "“We will sell,” Brandt said.",
        "quotation altered",
    ),
    (
        "“I don’t think we should sell it,” Brandt said.",
        "Brandt said she did not think “we should sell it.”",
        "negation; quotation cut",
    ),
    (
        "“No, we pay our debts,” Brandt said.",
        "“We pay our debts,” Brandt said.",
        "quotation cut",
    ),
    (
        "“We pay our debts. We never borrow,” Brandt said.",
        "“We pay our debts,” Brandt said.",
        "quotation cut",
    ),
    (
        "“I have no doubt we will sell it,” Brandt said.",
        "“We will sell it,” Brandt said.",
        "quotation cut",
    ),
    (
        "“If anything, we will sell it,” Brandt said.",
        "“We will sell it,” Brandt said.",
        "quotation cut",
    ),
    (
        "“No,” Brandt said.",
        "“Yes,” Brandt said.",
        "quotation altered",
    ),
    (
        "“Guilty,” Brandt said.",
        "“Not guilty,” Brandt said.",
        "quotation altered",
    ),
    (
        "Brandt called the sale “illegal.”",
        "Brandt called the sale “legal.”",
        "quotation altered",
    ),
    (
        "Brandt called the pier “not safe.”",
        "Brandt called the pier “safe.”",
        "quotation altered",
    ),
    (
        "“We [will] pay for it,” Brandt said.",
        "“We [will not] pay for it,” Brandt said.",
        "quotation altered",
    ),
    (
        "“No,” Brandt said.\n“No,” Verhoef said.",
        "“Yes,” Brandt said.\n“No,” Verhoef said.",
        "quotation altered",
    ),
    (
        "“If you ask me, we will sell,” Brandt said.",
        "“We will sell,” Brandt said.",
        "quotation cut",
    ),
    (
        "“It took a hundred days to build,” Brandt said.",
        "“It took 100 days to build,” Brandt said.",
        "house style inside a quotation",
    ),
    (
        "“We will not, of course, sell the pier,” Brandt said.",
        "“We will … sell the pier,” Brandt said.",
        "quotation altered",
    ),
    (
        "“[he] stole it from us,” Brandt said.",
        "“[she] stole it from us,” Brandt said.",
        "quotation altered",
    ),
    (
        "“[Reile] stole it from us,” Brandt said.",
        "“[Verhoef] stole it from us,” Brandt said.",
        "quotation altered",
    ),
    (
        "“[he] stole it from us,” Brandt said.",
        "“[Reile] stole it from us,” Brandt said.",
        "house style inside a quotation",
    ),
    (
        "“We saw Dr. Orr on the pier,” Brandt said.",
        "“We saw Doctor Orr on the pier,” Brandt said.",
        "house style inside a quotation",
    ),
    (
        "“It was Sen. Orr on the pier,” Brandt said.",
        "“It was Senator Orr on the pier,” Brandt said.",
        "house style inside a quotation",
    ),
    (
        "“It cost four hundred dollars a day,” Brandt said.",
        "“It cost $400 a day,” Brandt said.",
        "house style inside a quotation",
    ),
    (
        "“It took one hundred days to build,” Brandt said.",
        "“It took 100 days to build,” Brandt said.",
        "house style inside a quotation",
    ),
    (
        "“It took two hundred and fifty days,” Brandt said.",
        "“It took 250 days,” Brandt said.",
        "house style inside a quotation",
    ),
    ("“We don’t pay,” Brandt said.", '"We don\'t pay," Brandt said.', ""),
    ("“We pay,” Brandt said, “on time.”", "“We pay, on time,” Brandt said.", ""),
    ("“We pay, on time,” Brandt said.", "“We pay,” Brandt said. “On time.”", ""),
    ("“We need the lead-up to it,” Brandt said.", "“We need the lead up to it,” Brandt said.", ""),
    ("“The County pays for it,” Brandt said.", "“The county pays for it,” Brandt said.", ""),
    ("“We pay — on time,” Brandt said.", "“We pay – on time,” Brandt said.", ""),
    ("“We pay our debts,” Brandt said.", "Brandt said, “We pay our debts.”", ""),
    (f"“We pay our debts,” Brandt said.\n{ROAD}", f"{ROAD}\n“We pay our debts,” Brandt said.", ""),
    (
        "“We pay our debts. We pay early,” Brandt said.",
        "“We pay our debts.\n“We pay early,” Brandt said.",
        "",
    ),
    ("“Naïve is what it was,” Brandt said.", "“Naive is what it was,” Brandt said.", ""),
]

SPEAKERS = [
    (
        "“It is late again this year,” Brandt said.",
        "“It is late again this year,” Verhoef said.",
        "same quotation, other speaker",
    ),
    (
        "“It is late again this year,” said Ada Brandt.",
        "“It is late again this year,” said Milo Verhoef.",
        "same quotation, other speaker",
    ),
    (
        "Brandt told reporters, “It is late again this year.”",
        "Verhoef told reporters, “It is late again this year.”",
        "same quotation, other speaker",
    ),
    (
        "“It is late,” Brandt said, “and it is dear.”",
        "“It is late,” Verhoef said, “and it is dear.”",
        "same quotation, other speaker; same quotation, other speaker",
    ),
    ("“It is late again,” he said.", "“It is late again,” Brandt said.", ""),
    ("“It is late again,” Brandt said.", "“It is late again,” she said.", ""),
    ("“It is late again,” Brandt said.", "“It is late again,” Ms. Brandt said.", ""),
    ("“It is late again,” Brandt said.", "“It is late again,” the mayor said.", ""),
    ("“It is late again.” — Ada Brandt", "“It is late again.” — Milo Verhoef", ""),
    ("“It is late again,” Brandt said.", "“It is late again,” Brandt explained.", ""),
]

FIGURES = [
    ("The plan moves the 140 families.", "The plan moves the 144 families.", "number changed"),
    ("The plan moves twelve families.", "The plan moves 14 families.", "number changed"),
    ("The levy is $4.1 million a year.", "The levy is $4.7 million a year.", "number changed"),
    ("The levy is $4.1 million a year.", "The levy is $4.1 billion a year.", "number changed"),
    ("The levy is £40 a head.", "The levy is £44 a head.", "number changed"),
    ("About 12 percent of them came.", "About 21 percent of them came.", "number changed"),
    ("The vote is on May 4 in the hall.", "The vote is on May 14 in the hall.", "number changed"),
    ("The vote is on Tuesday in the hall.", "The vote is on Thursday in the hall.", "number changed"),
    ("It was built in 1921 by the town.", "It was built in 1912 by the town.", "number changed"),
    ("Ida Orr, 42, lost her house.", "Ida Orr, 43, lost her house.", "number changed"),
    ("The 42-year-old lost her house.", "The 43-year-old lost her house.", "number changed"),
    ("The doors open at 7 p.m. on the day.", "The doors open at 7:30 p.m. on the day.", "number changed"),
    ("She won the third of five rounds.", "She won the fourth of five rounds.", "number changed"),
    ("Half of the houses are empty.", "A quarter of the houses are empty.", "number changed"),
    ("Of the 9 members, 5 voted for it.", "Of the 9 members, 6 voted for it.", "number changed"),
    ("The bridge is 1.2 miles long.", "The bridge is 2.1 miles long.", "number changed"),
    (
        "Police saw three men and two women.",
        "Police saw two men and three women.",
        "number changed; number changed",
    ),
    ("She has six members with her.", "She has 6 members with her.", ""),
    ("About 12 percent of them came.", "About 12% of them came.", ""),
    ("The vote is on Sept. 4.", "The vote is on September 4.", ""),
    ("It cost 1,000 a day.", "It cost 1000 a day.", ""),
    ("It cost five million dollars.", "It cost $5 million.", ""),
    ("It cost $5,000,000 to build.", "It cost $5 million to build.", ""),
    ("She won the first round.", "She won the 1st round.", ""),
    ("It was twenty-one days late.", "It was 21 days late.", ""),
    ("Last updated at 5 p.m. on May 2.", "Last updated at 6 p.m. on May 3.", ""),
    ("As of 5 p.m., 4 of 9 had voted.", "As of 6 p.m., 5 of 9 had voted.", ""),
    (f"The plan moves 140 families. {ROAD}", f"{ROAD} The plan moves 140 families.", ""),
    ("The plan moves 140 families.", "Nobody knows how many of the 90 boats will sail in the fall.", ""),
    ("The vote is on 5/4 at noon.", "The vote is on May 4 at noon.", ""),
]

NAMES = [
    ("The clerk, Tomas Reale, left.", "The clerk, Tomas Reyle, left.", "name changed"),
    ("The barge of Poe Marine sank.", "The barge of Orr Marine sank.", "name changed"),
    ("They met in Harlow on the day.", "They met in Marlow on the day.", "name changed"),
    ("Voters elected a Republican there.", "Voters elected a Democrat there.", "name changed"),
    ("The road leads from Poe to Orr.", "The road leads from Poe to Ott.", "name changed"),
    ("A suit of Ines Moran was heard.", "A suit of Ines Morán was heard.", ""),
    ("He was born in Phila. in a hut.", "He was born in Philadelphia in a hut.", ""),
    ("He was born in N.Y. in a hut.", "He was born in New York in a hut.", ""),
    ("It was for Gov. Orr to sign.", "It was for Governor Orr to sign.", ""),
    ("The Harbor Trust paid for it.", "The harbor trust paid for it.", ""),
    ("It was for Brandt to sign.", "It was for Ada Brandt to sign.", ""),
    ("It was for Brandt to sign.", "It was for her to sign.", ""),
    ("The end came on Monday for it.", "The end came in March for it.", "number changed"),
]

NEGATIONS = [
    ("The board did not vote then.", "The board voted then.", "negation"),
    ("The town will pay for the steps.", "The town will never pay for the steps.", "negation"),
    ("Nobody voted for the long plan.", "Everybody voted for the long plan.", "negation"),
    ("The road is not safe for barges.", "The road is safe for barges.", "negation"),
    ("The road isn’t safe for barges.", "The road is safe for barges.", "negation"),
    ("The board didn’t vote then.", "The board did not vote then.", ""),
    ("The town can’t pay for the steps.", "The town cannot pay for the steps.", ""),
    ("It pays, and not only for the steps.", "It pays for the steps.", ""),
    ("The road to No. 7 is closed now.", "The road to number 7 is closed now.", ""),
    ("The road is safe.", "Not one of the barges has come back from the long trip to the islands.", ""),
]

SOURCES = [
    (
        "The dredging of the harbor was late, according to the auditor.",
        "The dredging of the harbor was late.",
        "source gone, claim kept",
    ),
    (
        "Police said the driver of the truck fled from the scene.",
        "The driver of the truck fled from the scene.",
        "source gone, claim kept",
    ),
    (
        "The driver of the truck fled from the scene, Brandt said.",
        "The driver of the truck fled from the scene.",
        "source gone, claim kept",
    ),
    (
        "It was a long night. “The pier stays open until the vote,” Brandt said.",
        "It was a long night. “The pier stays open until the vote.”",
        "source gone, claim kept",
    ),
    (
        "The dredging of the harbor was late, according to the auditor.",
        "The dredging of the harbor was late, the auditor said.",
        "",
    ),
    (
        "The dredging of the harbor was late, the auditor said.",
        "The auditor said the dredging of the harbor was late.",
        "",
    ),
    (f"The dredging was late, the auditor said. {ROAD}", ROAD, ""),
]

PARAGRAPHS = [
    (f"{HALL}\n{STEPS}\n{ROAD}", f"{HALL}\n{ROAD}", "paragraphs lost"),
    (f"{HALL}\n{STEPS}\n{ROAD}", f"{ROAD}\n{HALL}\n{STEPS}", ""),
    (f"{HALL}\n{STEPS}\n{ROAD}", f"{HALL} {STEPS}\n{ROAD}", ""),
    (f"{HALL} {STEPS}\n{ROAD}", f"{HALL}\n{STEPS}\n{ROAD}", ""),
    (f"{HALL}\n{ROAD}", f"{HALL}\n{STEPS}\n{ROAD}", ""),
    (f"{HALL}\nNobody knows why.\n{ROAD}", f"{HALL}\n{ROAD}", ""),
    (
        f"{HALL}\n{STEPS}\n{ROAD}",
        f"{ROAD}\n{HALL}\n{STEPS.replace('two years', 'ten years')}",
        "number changed",
    ),
]

ALL = [*QUOTATIONS, *SPEAKERS, *FIGURES, *NAMES, *NEGATIONS, *SOURCES, *PARAGRAPHS]


def changes(before: str, after: str, format_: str = "plain") -> str:
    return "; ".join(
        change.kind.value for change in compare(draft(before, format_), draft(after, format_)).changes
    )


@pytest.mark.parametrize(("before", "after", "kinds"), ALL)
def test_what_changed(before: str, after: str, kinds: str) -> None:
    assert changes(CAST + before, CAST + after) == kinds


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Robert Ames", "Bob Ames"),
        ("Dora Pell", "Dora Pell-Greene"),
    ],
)
def test_one_speaker_under_two_names(before: str, after: str) -> None:
    story = "{}, a farmer, spoke to the council.\n“It is late again this year,” said {}."
    found = changes(story.format(before, before), story.format(after, after))
    assert "other speaker" not in found


def test_two_people_with_like_names() -> None:
    story = "Dora Pell and Dora Pell-Greene, farmers, came.\n“It is late again this year,” said {}."
    found = changes(story.format("Dora Pell"), story.format("Dora Pell-Greene"))
    assert found == "same quotation, other speaker"


def test_a_quotation_over_paragraphs_has_one_speaker() -> None:
    story = (
        "{}Brandt spoke of the pier.\n“It is old.\n“It belongs to {} of us.\n“And it stays,” Verhoef said."
    )
    (change,) = compare(draft(story.format(CAST, "all")), draft(story.format(CAST, "some"))).changes
    assert change.message == 'quotation altered: "It belongs to [all -> some] of us." (Milo Verhoef)'
    split = "{}“We will never sell the pier.{}It belongs to all of us,” Brandt said."
    assert changes(split.format(CAST, " "), split.format(CAST, "\n“")) == ""


@pytest.mark.parametrize("before", [before for before, _, _ in ALL])
def test_the_same_is_the_same(before: str) -> None:
    assert changes(CAST + before, CAST + before) == ""


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("A *fast* boat.", "A **fast** boat."),
        ("[A boat](https://example.org/1) came.", "[A boat](https://example.org/2) came."),
        ("![A boat](boat-1.jpg)\n\nIt came.", "![A boat](boat-2.jpg)\n\nIt came."),
        ("4. One\n5. Two", "1. One\n2. Two"),
        ('<iframe width="640" src="a"></iframe>\n\nIt came.', '<iframe width="720"></iframe>\n\nIt came.'),
        ("It came.\n\n```\nprint(4)\n```", "It came.\n\n```\nprint(5)\n```"),
        ("It came &amp; went.", "It came & went."),
        ("It came  \nand went.", "It came and went."),
        ("*Photo: Ida Orr, 4 May*\n\nIt came.", "*Photo: Ida Orr, 5 May*\n\nIt came."),
        (
            "---\ntitle: A\nimage: /a/1.jpg\n---\n\nIt came.",
            "---\ntitle: A\nimage: /a/2.jpg\n---\n\nIt came.",
        ),
    ],
)
def test_markup_is_no_change(before: str, after: str) -> None:
    assert changes(before, after, "markdown") == ""


def test_a_block_quote_is_a_quotation() -> None:
    for lead, is_slight in (("She wrote:", False), ("It rained.", True)):
        before, after = f"{lead}\n\n> We do not pay for it.", f"{lead}\n\n> We will not pay for it."
        (change,) = compare(draft(before, "markdown"), draft(after, "markdown")).changes
        assert (change.kind.value, change.is_slight) == ("quotation altered", is_slight)


def test_a_headline_alone_and_with_its_text() -> None:
    story = "---\ntitle: {}\n---\n\nThe plan moves {} families up the hill.\n"
    before = story.format("Hollins asks", 140)
    assert changes(before, story.format("Hollins wins", 140), "markdown") == "headline changed"
    assert changes(before, story.format("HOLLINS ASKS!", 140), "markdown") == ""
    assert (
        changes(before, story.format("Hollins wins", 144), "markdown") == "number changed; headline changed"
    )


@pytest.mark.parametrize(
    ("before", "after", "notes"),
    [
        ("It came.", "It came.\nCorrection: It came late.", 1),
        ("It came.", "It came.\nEditor’s note: It came late.", 1),
        ("It came.", "Update, 4 p.m.: It left again.\nIt came.", 1),
        ("It came.", "It came. This story has been updated with a comment.", 1),
        ("It came.", "It came.\nAn earlier version of this story misspelled the name of Ida Orr.", 1),
        ("Correction: It came late.", "Correction: It came late.", 0),
        ("Correction: It came late.", "Correction: It came late.\nCorrection: It left early.", 1),
        ("It came.", "It came.\nUpdated on Monday at 4 p.m.: It left.", 1),
        ("It came.", "It came.\nUpdated 3 p.m. with a comment of the mayor.", 1),
        ("It came.", "It came.\nClarification May 3, 2031: It came late.", 1),
        ("It came.", "It came.\nUpdated 2019 figures show more rain.", 0),
        ("It came.", "It came.\nCorrections on Monday were small.", 0),
        ("It came.", "It came.\nThe story has been corrected.", 1),
        ("It came.", "It came.\nCorrection\nIt came late.", 1),
        ("It came.", "It came.\nAn earlier version of the report was rejected.", 0),
        ("It came.", "It came.\nThis article was amended on 4 May.", 1),
        ("It came.", "It came.\nUpdate on the weather: more rain.", 0),
        ("It came.", "It came.\nAn earlier version of the budget was rejected.", 0),
        ("It came.", "The house of correction is closed, and the update of the software is late.", 0),
    ],
)
def test_notes_to_the_reader(before: str, after: str, notes: int) -> None:
    assert len(added_notes(draft(before), draft(after))) == notes


def test_all_paragraphs_are_gone() -> None:
    (change,) = compare(draft("The pier is old.\nIt came."), draft("")).changes
    assert change.message == "all 2 paragraphs are gone"


def test_a_word_that_went_leaves_its_space() -> None:
    changes = compare(draft("No one was injured."), draft("One was injured.")).changes
    assert "[No ->] One was injured." in changes[0].message
