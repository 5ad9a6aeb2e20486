"""The full names of a draft, as they are compared and counted."""

from __future__ import annotations

import pytest

from copydesk.house.names.mentions import full_names
from copydesk.testing import draft


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("(Ada) Verhoef left. The mayor met (Ada) Verhoef.", ["Ada Verhoef"]),
        ("The mayor (Ada Verhoef) left with Tomas Reyle.", ["Ada Verhoef", "Tomas Reyle"]),
        ("Crews closed Elm Street, Maple Lane, Oak Drive.", []),
    ],
)
def test_full_names(text: str, names: list[str]) -> None:
    assert [named.name for named in full_names(draft(text))] == names
