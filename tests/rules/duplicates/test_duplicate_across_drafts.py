"""Drafts in, findings out: paragraphs that stand in two drafts of a run."""

from __future__ import annotations

from random import Random

from copydesk.model.report import Diagnostic
from copydesk.plugins.registry import load_registry
from copydesk.plugins.selection import select_rules
from copydesk.run.inputs import Input
from copydesk.run.runner import run
from copydesk.testing import NEXT_DRAFT, check
from copydesk_rules.duplicates.duplicate_across_drafts import DuplicateAcrossDrafts

STORM = "The storm took the roof off the school on Tuesday night, and 46 people slept in the gym."
BRIDGE = "The council voted on Monday to close the old bridge for repairs, and three members left."
CLINIC = "The list of people who wait for a bed in the clinic has doubled since it closed a ward in March."
COSTS = "The repairs will cost the town nine hundred dollars a day, which is more than the school has."
RULES = "Write your name on the back of the letter, and say in which street you live and for how long."
TIPS = "If you know more about a story that we should tell, write to the desk or come by before noon."


def filler(seed: int, count: int) -> list[str]:
    """Paragraphs that are like no others."""
    random = Random(seed)  # noqa: S311  nothing secret
    words = "road river mayor school train letter garden winter price union engine doctor island".split()
    return [f"{' '.join(random.choices(words, k=20)).capitalize()}." for _ in range(count)]


def reported(*drafts: list[str], archive: tuple[list[str], ...] = ()) -> list[Diagnostic]:
    registry = load_registry()
    inputs = [Input(f"{chr(97 + n)}.txt", "\n".join(draft).encode()) for n, draft in enumerate(drafts)]
    archived = [Input(f"{n + 1}.txt", "\n".join(draft).encode()) for n, draft in enumerate(archive)]
    rules = select_rules(registry, ["duplicate-across-drafts"])
    report = run(inputs, rules, registry, archive=archived)
    assert report.problems == ()
    return list(report.findings)


def test_two_paragraphs_in_two_drafts() -> None:
    (finding,) = reported(
        [*filler(1, 4), STORM, COSTS, *filler(2, 9)], [*filler(3, 9), STORM, COSTS, *filler(4, 3)]
    )
    assert (finding.place.path, finding.place.line, finding.excerpt) == ("b.txt", 10, STORM)
    assert finding.message == "this and 1 more paragraph stand in a.txt too"
    (place,) = [related.place for related in finding.related]
    assert (place.path, place.line) == ("a.txt", 5)
    assert finding.severity.label == "warning"


def test_one_paragraph_is_background() -> None:
    assert reported([*filler(1, 4), STORM, *filler(2, 9)], [*filler(3, 9), STORM, *filler(4, 3)]) == []


def test_paragraphs_apart_are_no_run() -> None:
    apart = [*filler(1, 4), STORM, *filler(2, 3), COSTS]
    assert reported(apart, [*filler(3, 9), STORM, COSTS, *filler(4, 3)]) == []


def test_an_edited_copy() -> None:
    (finding,) = reported(
        [STORM, COSTS, *filler(1, 9)], [*filler(2, 9), STORM.replace("46", "47"), COSTS, *filler(3, 4)]
    )
    assert finding.place.line == 10


def test_one_finding_for_three_drafts() -> None:
    (finding,) = reported(*([*filler(n, n + 2), CLINIC, COSTS, *filler(n + 9, 9)] for n in range(3)))
    assert finding.message == "this and 1 more paragraph stand in a.txt and in c.txt too"
    assert [related.place.path for related in finding.related] == ["a.txt", "c.txt"]


def test_what_stands_in_many_drafts_is_boilerplate() -> None:
    assert reported(*([*filler(n, n + 2), TIPS, RULES, *filler(n + 9, 9)] for n in range(4))) == []


def test_a_story_that_was_filed_twice_is_one_finding() -> None:
    story = [STORM, BRIDGE, CLINIC, *filler(1, 5)]
    (finding,) = reported(story, [*story[:6], *filler(2, 3)])
    assert (finding.place.line, finding.message) == (1, "this and 5 more paragraphs stand in a.txt too")


def test_a_line_in_its_standing_place_is_only_noted() -> None:
    (finding,) = reported([*filler(1, 9), TIPS, RULES], [*filler(2, 12), TIPS, RULES])
    assert finding.severity.label == "info"


def test_speech_that_two_stories_quote_is_only_noted() -> None:
    speech = "“We have never sold the harbor to anybody, and we will not sell it now,” Ms. Orr said."
    more = "“We bought it in the year of the flood, and my father paid for the piers,” Ms. Orr said."
    (finding,) = reported(
        [*filler(1, 5), speech, more, *filler(2, 5)], [*filler(3, 8), speech, more, *filler(4, 6)]
    )
    assert finding.severity.label == "info"


def test_short_lines_and_lines_about_the_site_are_left_alone() -> None:
    short, site = "The council met on Monday.", f"Sign up here. {TIPS}"
    assert (
        reported([*filler(1, 5), short, site, *filler(2, 5)], [*filler(3, 8), short, site, *filler(4, 5)])
        == []
    )


def test_twice_in_one_draft_is_another_rules_business() -> None:
    assert reported([STORM, COSTS, *filler(1, 5), STORM], filler(2, 5)) == []


def test_how_many_drafts_make_boilerplate_can_be_set() -> None:
    text = NEXT_DRAFT.join("\n".join([*filler(n, n + 5), CLINIC, COSTS, *filler(n + 9, 9)]) for n in range(4))
    assert check(DuplicateAcrossDrafts, text) == []
    (finding,) = check(DuplicateAcrossDrafts, text, boilerplate=5)
    assert finding.place == "7:1"


def test_a_paragraph_of_the_archive() -> None:
    (finding,) = reported(
        [*filler(1, 4), STORM, COSTS], archive=([*filler(2, 9), STORM, COSTS, *filler(3, 9)],)
    )
    assert (finding.place.path, finding.place.line, finding.message) == (
        "a.txt",
        5,
        "this and 1 more paragraph stand in 1.txt too",
    )
    (place,) = [related.place for related in finding.related]
    assert (place.path, place.line) == ("1.txt", 10)


def test_one_finding_for_two_drafts_and_the_archive() -> None:
    two = [[*filler(n, n + 2), CLINIC, COSTS, *filler(n + 9, 9)] for n in range(2)]
    (finding,) = reported(*two, archive=([*filler(7, 8), CLINIC, COSTS, *filler(8, 9)],))
    assert (finding.place.path, finding.message) == (
        "a.txt",
        "this and 1 more paragraph stand in b.txt and in 1.txt too",
    )


def test_what_stands_in_the_archive_alone_is_not_reported() -> None:
    archive = tuple([*filler(n, n + 2), CLINIC, COSTS, *filler(n + 9, 9)] for n in range(2))
    assert reported(filler(20, 9), archive=archive) == []


def test_boilerplate_is_learned_from_the_archive() -> None:
    archive = tuple([*filler(n, n + 2), TIPS, RULES, *filler(n + 9, 9)] for n in range(3))
    assert reported([*filler(20, 8), TIPS, RULES, *filler(21, 7)], archive=archive) == []


def test_a_story_of_the_archive_is_one_finding() -> None:
    story = [STORM, BRIDGE, CLINIC, *filler(1, 5)]
    (finding,) = reported([*filler(2, 3), *story[:6]], archive=([*story, *filler(4, 2)],))
    assert (finding.place.line, finding.message) == (4, "this and 5 more paragraphs stand in 1.txt too")
