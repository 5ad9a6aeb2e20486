"""Draft in, findings out: a word that stands twice in a row."""

from __future__ import annotations

import pytest

from copydesk.model.finding import Finding
from copydesk.plugins.rule import Context, NoOptions
from copydesk.testing import check, draft
from copydesk_rules.duplicates.repeated_word import RepeatedWord

WRAPPED = """\
The council said on Monday that it does not know who is for
for the bridge and who is against it, and that it will ask.

Work began in May, and it is to go on until the end of the
year, whatever the weather is like.
"""


def excerpts(text: str, format: str = "plain") -> list[str]:  # noqa: A002
    return [finding.excerpt for finding in check(RepeatedWord, text, format=format)]


def fixed(text: str, format: str = "plain") -> str | None:  # noqa: A002
    """The file after the fix of its one finding; None where there is none."""
    document = draft(text, format)
    (finding,) = RepeatedWord().check(document, Context(NoOptions()))
    assert isinstance(finding, Finding)
    if finding.fix is None:
        return None
    (edit,) = finding.fix.edits
    place = document.to_source(edit.span)
    return text[: place.start] + edit.replacement + text[place.end :]


@pytest.mark.parametrize(
    ("text", "excerpt"),
    [
        ("The council closed the the bridge.", "the the"),
        ("The the bridge is closed.", "The the"),
        ("She read the The Color of Rain.", "the The"),
        ("COUNCIL CLOSES THE THE BRIDGE", "THE THE"),
        ("The peace talks talks began in May.", "talks talks"),
        ("The the the bridge is closed.", "The the the"),
        ("The council and\u00a0 and the mayor met.", "and\u00a0 and"),
        ("The bridge is is closed.", "is is"),
        ("People who are are ill may stay.", "are are"),
        ("The notes were taken in in ink.", "in in"),
        ("She made a deal with with the mayor.", "with with"),
        ("The mayor will will speak.", "will will"),
        ("They pay and continue to do so so.", "so so"),
        ("A hot hot summer was over.", "hot hot"),
        ("The rain came in in buckets, but the car was in in the lake.", "in in"),
        ("People who who live here may stay.", "who who"),
        ("He said that it is is a bridge.", "is is"),
    ],
)
def test_a_word_that_was_typed_twice(text: str, excerpt: str) -> None:
    assert excerpts(text) == [excerpt]


@pytest.mark.parametrize(
    "text",
    [
        "He said that that was the bridge that he had had in mind.",
        "She gave her her coat, and there is no big there there.",
        "What the town needs is is a bridge.",
        "When the army came in in 1979, it took the hill that they had fought for for 20 years.",
        "Ms. Orr was sworn in in a school; the talk went on on Monday.",
        "President Moon Jae-in in Seoul met Moon Jae In in Busan.",
        "They heard Duran Duran, met Boutros Boutros-Ghali and Abdullah Abdullah.",
        "The Yorta Yorta people own the river.",
        "The new New York law helps them, and you want to trump Trump.",
        "They said blah blah blah and bye bye, and no no no.",
        "It was very very late and so so cold.",
        "It was a very, very long night.",
        "It rose 1.1 1.0 0 0 per cent, from 20 20 to 7 7.",
        "Mr. J J Orr left.",
        "We saw it. It was late.",
        "They shouted go go go go.",
        "He said “it” it was not.",
        "She voted it “a” a year ago.",
        "The will will be read on Monday. Will will be there.",
        "Without it it would be over.",
        "It rains like this this week.",
        "It is a town that she lives in in principle, and people whom he works with with ease.",
        "The lid was put on on purpose, and the first thing she thought of of course was the bridge.",
        "Those who can can help, and anyone who thinks thinks twice.",
        "Nobody knows who she is is what he said; where it was was unknown.",
        "They ate gado gado and piri piri chicken.",
        "“It was a hot hot summer, and a big big bridge,” she said.",
        "“I I I don't know,” she said.",
    ],
)
def test_what_may_stand_twice(text: str) -> None:
    assert excerpts(text) == []


def test_the_end_of_a_block_parts_two_words() -> None:
    assert excerpts("They built the bridge\nBridge that nobody wanted\nwanted\n") == []


def test_across_the_end_of_a_line() -> None:
    text = WRAPPED
    (finding,) = check(RepeatedWord, text)
    assert (finding.excerpt, finding.place) == ("for for", "1:57")
    assert finding.message == '"for" twice in a row'


def test_it_says_how_often() -> None:
    (finding,) = check(RepeatedWord, "They closed the the the bridge.")
    assert finding.message == '"the" 3 times in a row'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("They closed the the bridge.", "They closed the bridge."),
        ("The the bridge is closed.", "The bridge is closed."),
        ("They closed the the the bridge.", "They closed the bridge."),
        (
            WRAPPED,
            WRAPPED.replace("\nfor ", "\n"),
        ),
    ],
)
def test_the_fix_leaves_the_first(before: str, after: str) -> None:
    assert fixed(before) == after


def test_speech_is_never_mended() -> None:
    assert fixed("“We closed the the bridge,” Ms. Orr said.") is None


def test_markup_is_never_cut_in_two() -> None:
    assert fixed("They closed the *the* old bridge.", "markdown") is None
    assert fixed("They *closed the the* bridge.", "markdown") == "They *closed the* bridge."


def test_code_and_addresses_part_two_words() -> None:
    assert excerpts("They call it `x` it is said. Run `the` the job.", "markdown") == []


@pytest.mark.parametrize(
    "text",
    [
        "From the tower she could see what went on on the pier.",
        "It was the one cause that he had ever believed in in his life.",
        "The mill that his wife sang at at Easter is gone.",
        "The lengths he went to to win were long.",
        "She needs a place to go to to go over the books.",
        "The first first lady of the state came.",
        "He found errors in the THE tables. The US us vote.",
        "The firm is on track to record record profits.",
        "The one that was was hers. The plan as it is is fine.",
        "Two thirds of those eligible to vote vote in May.",
        "The sign said that the the [sic] road is shut.",
        "A recipe asks for salt (surprise surprise) and a bone.",
        "The cut cut deep, and the police police the town.",
        "They scale out in the morning and scale in in the evening.",
        "A rule such as tcp any any dport:80 is kept.",
        "Fix a typo (the the) in the notes.",
        "The operators and and or are words.",
    ],
)
def test_grammar_holds_both(text: str) -> None:
    assert excerpts(text) == []


@pytest.mark.parametrize(
    ("text", "severity", "fix"),
    [
        ("They closed the the bridge.", "error", "safe"),
        ("The mayor and and the clerk left.", "error", "safe"),
        ("The lights are of of no use.", "error", "unsafe"),
        ("The roof of of the house fell.", "error", "unsafe"),
        ("She will meet him at at noon.", "error", "unsafe"),
        ("Those who live in in the north voted.", "error", "unsafe"),
        ("The clerk did not not name the firm.", "warning", None),
        ("It was closed at at least one end.", "warning", None),
        ("A hot hot summer was over.", "warning", None),
        ("She read the The Color of Rain.", "warning", None),
        ("Airlines record record profits.", "warning", None),
        ("The cat came out from under under cover of night.", "warning", None),
        ("People who are are ill may stay.", "warning", None),
        ("The actors that act act for little pay.", "warning", None),
        ("The moment you start start the clock.", "warning", None),
        ("She will will her estate to him.", "warning", None),
        ("He went to to go food stands.", "warning", None),
        ("They moved on on foot.", "warning", None),
        ("It broke record after record record profits.", "warning", None),
    ],
)
def test_what_grammar_could_hold_is_a_warning_without_a_fix_and_only_what_it_cannot_is_mended_unasked(
    text: str, severity: str, fix: str | None
) -> None:
    document = draft(text)
    (finding,) = RepeatedWord().check(document, Context(NoOptions()))
    assert isinstance(finding, Finding)
    assert (finding.severity or RepeatedWord.severity).label == severity
    assert (finding.fix and finding.fix.applicability) == fix


@pytest.mark.parametrize(
    "text",
    [
        "She went on and on on the subject.",
        "He worked off and on on the house.",
        "She read it over and over over breakfast.",
        "He is a Scot through and through through his mother.",
        "They will come by and by by train.",
        "The ferry runs to and from to to the port.",
        "The people she was most proud of of all were her sons.",
        "They were the only ships he could think of of that size.",
        "The rules they live by by and large are fair.",
        "The lights came on on cue.",
    ],
)
def test_a_pair_of_adverbs_or_a_stranded_preposition_may_stand_before_a_phrase(text: str) -> None:
    assert excerpts(text) == []


@pytest.mark.parametrize(
    ("text", "excerpt"),
    [
        ("There are are no survivors.", "are are"),
        ("This this week is cold.", "This this"),
        ("It was the president's president's office.", "president's president's"),
        ("He didn't didn't go.", "didn't didn't"),
        ("He said he he would go.", "he he"),
        ("The two two men left.", "two two"),
        ("COUNCIL OF OF ELDERS CLOSES BRIDGE", "OF OF"),
        ("He went to the café cafe\u0301 on Monday.", "café café"),
    ],
)
def test_words_that_seldom_stand_twice(text: str, excerpt: str) -> None:
    assert excerpts(text) == [excerpt]


def test_a_word_doubled_over_a_short_line_that_the_reader_takes_for_a_paragraph() -> None:
    text = "And bring with you the lanterns, the soup and the\nthe chairs.\n"
    assert excerpts(text) == ["the the"]
    assert fixed(text) == "And bring with you the lanterns, the soup and the\nchairs.\n"


@pytest.mark.parametrize("format_", ["plain", "markdown"])
def test_verse_takes_a_word_up_in_the_next_line(format_: str) -> None:
    assert excerpts("The drummer counts, and all is rain\nrain on the roof\n", format_) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Refer to [](#metrics) to find them.\n", []),
        ("Go to ![](a.png) to see them.\n", []),
        ('Go to <img src="a.png"> to see them.\n', []),
        ("Read the [report](a.md) report.\n", []),
        ("Read the [the report](a.md).\n", ["the the"]),
        ("Read *the* the report.\n", ["the the"]),
        ("Read the<br/>the report.\n", ["the the"]),
    ],
)
def test_what_stands_between_in_the_file_counts(text: str, found: list[str]) -> None:
    assert excerpts(text, "markdown") == found


@pytest.mark.parametrize(
    "text",
    [
        "We want a mayor who knows the town, and those [[are are]] clearly different from others.",
        "It proves that our town is coming back, the mayor said [[on on]] Friday after the numbers were out.",
    ],
    ids=["a clause before the comma", "a quotation before the comma"],
)
def test_a_clause_before_the_last_comma_holds_no_second_word(text: str) -> None:
    words = text.partition("[[")[2].partition("]]")[0]
    assert excerpts(text.replace("[[", "").replace("]]", "")) == [words]


@pytest.mark.parametrize(
    "page",
    [
        "<p>One the&nbsp;the apple fell.",
        "<p>One the&#32;the apple fell.",
        "<p>One the&#10;the apple fell.",
        "<p>One the\nthe apple fell.",
        '<p class="c0"><span class="c1">One the</span><span class="c1 c2">&nbsp;the apple</span> fell.',
        "<p><span>One the</span> the apple fell.",
        "<p>One the <span lang=en>the apple</span> fell.",
        '<p>One the<span style="font-size:11pt"> </span>the apple fell.',
    ],
)
def test_what_nobody_sees_in_a_page_parts_no_words(page: str) -> None:
    (finding,) = check(RepeatedWord, page, format="html")
    assert finding.excerpt.endswith("the")
    assert finding.severity == "error"


@pytest.mark.parametrize(
    "page",
    [
        '<p><span class="kicker">Sport</span> sport is fun.',
        '<p>Sport <span class="kicker">sport</span> is fun.',
        "<p>It is <b>fun</b> fun.",
        "<p>A line ends here<br>here the next begins.",
    ],
)
def test_what_is_seen_to_be_apart_in_a_page_may_stand(page: str) -> None:
    assert check(RepeatedWord, page, format="html") == []


def test_words_of_others_in_a_page_are_reported_and_never_mended() -> None:
    assert fixed("<p>She said <q>we saw a a cat</q>.", "html") is None
