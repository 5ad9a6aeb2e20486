"""Drafts in, quotation marks that lost their other half out."""

from __future__ import annotations

import pytest

from copydesk.testing import check
from copydesk_rules.quotes.unbalanced_quote import UnbalancedQuote


def found(text: str, form: str = "plain") -> list[tuple[str, str, str]]:
    return [(one.place, one.message, one.severity) for one in check(UnbalancedQuote, text, format=form)]


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("“Nobody asked us here, Ann Poe said.", "1:1", "never closed: “Nobody asked us here, Ann…"),
        ("Nobody asked us,” Ann Poe said.", "1:17", "never opened: …Nobody asked us,”"),
        ('Nobody asked us," Ann Poe said.', "1:17", 'never opened: …Nobody asked us,"'),
        ("“Nobody asked us,” she said. They never do.”", "1:44", "never opened: …she said. They never do.”"),
        ("“Nobody asked us,” she said. “They never do.", "1:30", "never closed: “They never do.…"),
        (
            "“Nobody asked us, she said. “They never do.”",
            "1:1",
            "not closed before the next one opens: “Nobody asked us, she said.…",
        ),
        ("“Nobody asked us. “", "1:19", "the mark “ stands the wrong way round"),
        ("„Nobody asked us, she said.", "1:1", "never closed: „Nobody asked us, she said.…"),
        ("She said: «Nobody asked us.", "1:11", "never closed: «Nobody asked us.…"),
        (
            "''Nobody asked us,'' she said. They never do.''",
            "1:46",
            "never opened: …she said. They never do.''",
        ),
    ],
)
def test_half_a_pair(text: str, place: str, message: str) -> None:
    assert found(text) == [(place, message, "warning")]


@pytest.mark.parametrize(
    "text",
    [
        "“Nobody asked us,” she said. “They never do.”",
        "“Nobody asked us.\n\n“They never do,” she said.",
        "“Nobody asked us.\n\n“They never do.\n\n“They never will,” she said.",
        "The ’90s, ’em and ’tis are no quotations, nor is the dogs’ pier, nor the '60s.",
        "“It was the ’90s, and ‘the dogs’ pier’ was theirs,” she said.",
        "‘Nobody asked us,’ she said. ‘It’s the boats’ owners’ pier.’",
        "‘She told us, “The pier is the dogs’,” and left,’ he said.",
        'The plank is 6\'2" long and 8" wide, the board 5’ 10”.',
        "„Nobody asked us“, she said.",
        "»Nobody asked us«, she said.",
        "« Nobody asked us », she said.",
        'The pier is " beyond repair ." The board met.',
        "“Nobody asked us," + '" she said.',
        "He wrote “no [one] asked (us)” and “they never ‘do’”—twice.",
        "Rock ’n’ roll and “rock ’n’ roll.”",
    ],
)
def test_what_is_no_fault(text: str) -> None:
    assert found(text) == []


def test_a_link_in_a_quotation() -> None:
    assert found("“See [the ‘old’ pier](https://pier.example/?q=%22a%22),” she said.", "markdown") == []


def test_an_attribution_at_the_end_closes_the_quotation_even_if_the_next_paragraph_opens_one() -> None:
    text = "“Nobody asked the people here, Ann Poe said.\n\n“They never do,” she added."
    assert [place for place, _, _ in found(text)] == ["1:1"]


def test_paragraphs_that_were_run_together_are_a_note() -> None:
    text = "Ann Poe said: “Nobody asked us. “They never do. “They never will.”"
    assert [severity for _, _, severity in found(text)] == ["info"]


def test_one_finding_a_paragraph() -> None:
    assert len(found("Nobody” asked” us” she” said”.\n\nAnd they” never do.")) == 2


def test_a_close_and_an_open_are_no_pair() -> None:
    (found,) = check(UnbalancedQuote, 'Good morning", Ann Poe said. "It is nice that you are here.')
    assert found.message == 'never opened: …Good morning"'
