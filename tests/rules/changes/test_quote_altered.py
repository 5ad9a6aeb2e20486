"""Two versions in, findings out: words of a published quotation."""

from __future__ import annotations

from copydesk.testing import check
from copydesk_rules.changes.quote_altered import QuoteAltered

MAYOR = "Ada Brandt, the mayor, spoke to the council on Monday.\n\n"
PUBLISHED = "---\ntitle: The pier\ndate: 2021-05-04\n---\n\n"
DRAFT = "---\ntitle: The pier\ndate: 2021-05-04\ndraft: true\n---\n\n"


def test_the_message_marks_the_words_and_names_the_speaker() -> None:
    (found,) = check(
        QuoteAltered,
        MAYOR + "“We won’t sell the pier before the vote,” Brandt said.",
        earlier=MAYOR + "“We don’t sell the pier before the vote,” Brandt said.",
    )
    assert found.severity == "warning"
    assert found.message == (
        'quotation altered: "We [don’t -> won’t] sell the pier before the vote," (Ada Brandt)'
    )
    assert found.place == "3:1"


def test_nothing_is_more_than_an_info_before_publication() -> None:
    before, after = "“We don’t sell the pier,” Brandt said.\n", "“We won’t sell the pier,” Brandt said.\n"
    severities = [
        one.severity
        for head in (PUBLISHED, DRAFT)
        for one in check(QuoteAltered, head + MAYOR + after, format="markdown", earlier=head + MAYOR + before)
    ]
    assert severities == ["warning", "info"]


def test_a_title_that_nobody_says_is_an_info() -> None:
    (found,) = check(
        QuoteAltered,
        ("The band played “Harbor Night Lights” twice."),
        earlier=("The band played “Harbor Day Lights” twice."),
    )
    assert found.severity == "info"


def test_a_quotation_that_moved_is_compared_where_it_stands_now() -> None:
    (found,) = check(
        QuoteAltered,
        (
            "“We will sell the pier before the vote,” Brandt said.\n"
            "The night was long and cold.\n"
            "Nobody else spoke."
        ),
        earlier=(
            "The night was long and cold.\n"
            "Nobody else spoke.\n"
            "“We will keep the pier before the vote,” Brandt said."
        ),
    )
    assert found.place == "1:1"


def test_a_draft_without_an_earlier_version_has_no_changes() -> None:
    assert check(QuoteAltered, "“We won’t sell the pier,” Brandt said.") == []


def test_a_denial_or_a_condition_at_the_edge_turns_the_words_round() -> None:
    for words in ("I don’t think we should sell", "If the state pays, we should sell"):
        (found,) = check(
            QuoteAltered,
            MAYOR + "“We should sell,” Brandt said.",
            earlier=MAYOR + f"“{words},” Brandt said.",
        )
        assert found.severity == "warning"


def test_short_words_in_one_place() -> None:
    (found,) = check(QuoteAltered, MAYOR + "“Yes,” Brandt said.", earlier=MAYOR + "“No,” Brandt said.")
    assert (found.severity, found.message) == (
        "warning",
        'quotation altered: "[No -> Yes]," (Ada Brandt)',
    )
