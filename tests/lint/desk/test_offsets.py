"""Offsets as browsers count them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from copydesk.desk.offsets import Utf16


@given(st.text(st.sampled_from("a é€😀𝒳"), max_size=40))
def test_units_are_those_of_utf_16_and_lead_back(text):
    utf16 = Utf16(text)
    for offset in range(len(text) + 1):
        units = len(text[:offset].encode("utf-16-le")) // 2
        assert utf16.units(offset) == units
        assert utf16.points(units) == offset


def test_every_offset_of_a_value_is_converted():
    value = {"start": 1, "other": 1, "inner": [{"end": 2, "none": None}]}
    assert Utf16("😀😀").converted(value) == {"start": 2, "other": 1, "inner": [{"end": 4, "none": None}]}
