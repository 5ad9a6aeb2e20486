"""Which rules run."""

from __future__ import annotations

import pytest

from copydesk.errors import UsageError
from copydesk.plugins.selection import select_rules


@pytest.mark.parametrize(
    ("select", "ignore", "expected"),
    [
        ([], [], ["bad", "hint", "worst"]),
        (["all"], [], ["bad", "hint", "worst"]),
        (["bad"], [], ["bad"]),
        (["toys"], [], ["bad", "hint"]),
        ([], ["toys"], ["worst"]),
        ([], ["bad"], ["hint", "worst"]),
        (["toys"], ["bad"], ["hint"]),
        (["bad"], ["toys"], ["bad"]),
        (["bad", "worst"], ["bad"], ["worst"]),
        (["all", "bad"], ["toys"], ["bad", "worst"]),
    ],
)
def test_the_more_precise_name_decides_and_ignoring_wins_a_tie(registry_of, toys, select, ignore, expected):
    registry = registry_of(toys.Worst, toys.Hint, toys.Bad)
    assert [active.rule.name for active in select_rules(registry, select, ignore)] == expected


@pytest.mark.parametrize("option", ["select", "ignore"])
def test_a_name_that_is_none_is_refused_with_the_nearest(registry_of, toys, option):
    with pytest.raises(UsageError, match='no rule or family "wurst"; did you mean "worst"'):
        select_rules(registry_of(toys.Worst), **{option: ["wurst"]})


def test_nothing_left_to_run_is_refused(registry_of, toys):
    with pytest.raises(UsageError, match="nothing would be checked"):
        select_rules(registry_of(toys.Bad), ignore=["all"])


def test_a_rule_that_cannot_be_set_up_is_named(registry_of, toys):
    class Unfit(toys.Rule):
        name = "unfit"

        def __init__(self):
            raise OSError("its word list is gone")

    with pytest.raises(
        UsageError, match="rule unfit of plugin toys cannot be set up: OSError: its word list"
    ):
        select_rules(registry_of(Unfit))
    assert select_rules(registry_of(Unfit, toys.Bad), ignore=["unfit"])
