"""Versions that a configuration asks for."""

from __future__ import annotations

import pytest

from copydesk.version import agrees, numbers


@pytest.mark.parametrize(
    ("version", "wanted", "agrees_with"),
    [
        ("0.3.0", ">=0.3", True),
        ("0.3", ">=0.3.0", True),
        ("0.10", ">=0.9", True),
        ("0.2.9", ">=0.3", False),
        ("0.4.1", ">=0.3, <0.5", True),
        ("0.5", ">=0.3,<0.5", False),
        ("0.3.1", "==0.3.1", True),
        ("0.3.1", "==0.3", False),
        ("1.0", ">1", False),
        ("1.0", "<=1", True),
    ],
)
def test_a_range(version, wanted, agrees_with):
    assert agrees(version, wanted) is agrees_with


@pytest.mark.parametrize("wanted", ["", "0.3", "~=0.3", ">=new", ">=0.3,", ">=0.3 <1"])
def test_what_is_no_range(wanted):
    with pytest.raises(ValueError, match="is no condition"):
        agrees("0.3", wanted)


def test_noughts_at_the_end_do_not_count():
    assert numbers("1.0.0") == numbers("1") == [1]
    assert numbers("1.2b3") == [1]
