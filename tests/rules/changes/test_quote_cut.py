"""Two versions in, findings out: a quotation that lost words."""

from __future__ import annotations

from copydesk.testing import check
from copydesk_rules.changes.quote_cut import QuoteCut


def test_a_cut_and_its_words() -> None:
    (found,) = check(
        QuoteCut,
        "“We pay our debts,” Ada Brandt said.",
        earlier="“We pay our debts, and we pay them early,” Ada Brandt said.",
    )
    assert found.message == 'quotation cut: "We pay our debts [and we pay them early ->]," (Ada Brandt)'


def test_points_say_that_words_were_left_out() -> None:
    (found,) = check(
        QuoteCut,
        "“We pay our debts … and we pay them early,” Ada Brandt said.",
        earlier="“We pay our debts in this house and we pay them early,” Ada Brandt said.",
    )
    assert found.message.startswith("quotation cut")


def test_a_quotation_that_went_and_left_its_paragraph() -> None:
    rest = "The council met on Monday night in the old hall on Quay Street, and it voted for the levy."
    (found,) = check(QuoteCut, rest, earlier=f"{rest} “I could have slept through it,” Ada Brandt said.")
    assert found.message == 'quotation gone: "[I could have slept through it, ->]"'


def test_one_that_went_with_a_short_paragraph() -> None:
    earlier = "The council met on Monday night.\n“I could have slept through it,” Ada Brandt said."
    (found,) = check(QuoteCut, "The council met on Monday night.", earlier=earlier)
    assert (found.severity, found.place) == ("info", "1:1")
    assert found.message == 'quotation gone: "[I could have slept through it, ->]"'


def test_the_loss_of_a_long_paragraph_says_it_all() -> None:
    long = f"“I could have slept through it,” Ada Brandt said, {'and so on ' * 8}until the end."
    assert check(QuoteCut, "The council met.", earlier=f"The council met.\n{long}") == []
