"""What findings are about, as an editor sorts them."""

from __future__ import annotations

import pytest

from copydesk.plugins.registry import load_registry
from copydesk.reporters.groups import GROUPS, group_of


@pytest.mark.parametrize("family", load_registry(plugins=False).families)
def test_every_family_has_its_group(family: str) -> None:
    assert family in GROUPS


def test_the_family_of_a_plugin_is_its_own_group() -> None:
    assert group_of("gazette/lede", "gazette/front-page") == "Front page"
