"""Drafts in, findings of `repeated-quote` out."""

from __future__ import annotations

from copydesk.testing import check
from copydesk_rules.duplicates.repeated_quote import RepeatedQuote

COUNCIL = "The council met on Monday, and all but one of its members spoke for the new road."


SHOPS = "Three shops in Mill Street have closed since the summer, and two more will close in May."


QUOTE = "“The bridge was never safe for heavy trucks,”"


LEFT = "Ms. Orr left the meeting before noon."


STORM = "The storm took the roof off the school on Tuesday night, and nobody was hurt, the mayor said."


def lines(*paragraphs: str) -> str:
    return "\n".join(paragraphs) + "\n"


def test_a_quotation_used_twice() -> None:
    text = lines(f"{QUOTE} Ms. Orr said. {LEFT}", STORM, f"{SHOPS} {QUOTE} she wrote.", COUNCIL)
    (finding,) = check(RepeatedQuote, text)
    assert finding.message == "the quotation stands at line 1 already"
    assert (finding.excerpt, finding.related, finding.severity) == (QUOTE, ("1:1",), "warning")


def test_a_pull_quote_is_left_alone() -> None:
    text = lines(
        f"{SHOPS} {QUOTE} Ms. Orr said.", STORM, COUNCIL, "‘The bridge was never safe for heavy trucks’"
    )
    assert check(RepeatedQuote, text) == []


def test_a_quotation_at_the_top_may_be_given_in_full_below() -> None:
    more = "“We told them so in May, and nobody wrote it down.”"
    text = lines(COUNCIL, f"{QUOTE} Ms. Orr said.", LEFT, STORM, f"{QUOTE} she told the board. {more}", SHOPS)
    assert check(RepeatedQuote, text) == []
    (finding,) = check(RepeatedQuote, text.replace(f" {more}", ""))
    assert finding.place == "5:1"
