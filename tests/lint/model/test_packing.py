"""Values as compressed bytes, and what bytes from elsewhere cannot do."""

from __future__ import annotations

import pickle
import tracemalloc
import zlib
from dataclasses import dataclass
from enum import Enum

import pytest

from copydesk.model.finding import Severity
from copydesk.model.packing import LARGEST, pack, unpack
from copydesk.run.inputs import Input


@dataclass(frozen=True)
class Facts:
    """What a rule of a plugin may keep."""

    words: frozenset[str]
    severity: Severity


class Level(Enum):
    """An enumeration as the first releases of Python 3.11 reduce it."""

    LOW = "low"

    def __reduce_ex__(self, protocol):
        return getattr, (type(self), self.name)


VALUES = [
    "text",
    "half a pair \ud800",
    1,
    None,
    {"key": (1.5, b"bytes")},
    {3, 4},
    Severity.ERROR,
    Level.LOW,
    Input("a.txt", b"A bad word."),
    Facts(frozenset({"word"}), Severity.INFO),
]


@pytest.mark.parametrize("value", VALUES, ids=repr)
@pytest.mark.parametrize("trusted", [True, False])
def test_a_plain_value_comes_back_as_it_went_in(value: object, trusted: bool) -> None:
    assert unpack(pack(value), trusted=trusted) == value


def test_bytes_from_elsewhere_call_nothing(tmp_path):
    class Evil:
        def __reduce__(self):
            return open, (str(tmp_path / "made"), "w")

    for value in (Evil(), pickle.loads):
        with pytest.raises(ValueError, match="is no plain value"):
            unpack(zlib.compress(pickle.dumps(value)))
    assert not (tmp_path / "made").exists()


@pytest.mark.parametrize("data", [b"", b"garbage", zlib.compress(b"garbage"), pack("a word")[:-3]])
def test_what_was_not_packed_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"cut off|truncated|incorrect"):
        unpack(data)


def test_what_is_too_long_is_not_packed():
    with pytest.raises(ValueError, match="too many to pack"):
        pack("x" * LARGEST)


def test_few_bytes_that_stand_for_many_take_no_memory():
    bomb = zlib.compress(pickle.dumps("x" * 20 * LARGEST), 9)
    tracemalloc.start()
    try:
        with pytest.raises(ValueError, match="stand for more"):
            unpack(bomb)
        assert tracemalloc.get_traced_memory()[1] < 3 * LARGEST
    finally:
        tracemalloc.stop()
