"""Configurations in, what the options of a rule do out."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize("option", ["require-reason", "require_reason"])
def test_the_policy_of_a_house_stands_in_its_configuration(copydesk, folder, option: str) -> None:
    folder(
        {
            "copydesk.toml": f"[rules.anonymous-source]\n{option} = true\n",
            "pier.txt": "The pier is sold, an aide said on condition of anonymity.\n",
        }
    )
    result = copydesk("check", "--select", "anonymous-source", "pier.txt", installed=True)
    assert (result.code, "warning" in result.out) == (1, True)


def test_an_option_that_is_written_twice_is_an_error(copydesk, folder) -> None:
    policy = "[rules.anonymous-source]\nrequire-reason = true\nrequire_reason = false\n"
    folder({"copydesk.toml": policy, "pier.txt": "The pier is sold.\n"})
    result = copydesk("check", "pier.txt", installed=True)
    assert result.code == 2
    assert 'copydesk.toml:3:1: the rule anonymous-source has its option "require_reason" twice' in result.err
