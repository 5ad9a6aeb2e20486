"""Random drafts, made from our own by cutting, joining and spoiling: always an answer, never a traceback.

`COPYDESK_EXAMPLES=5000` tries as many.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from copydesk.commands.cli import main
from copydesk.plugins.builtin import FORMATS
from copydesk.plugins.registry import load_registry
from copydesk.testing import HOSTILE_DRAFTS, examples, unmark

pytestmark = pytest.mark.slow

SEEDS = Path(__file__).parents[2] / "seeds"
EXAMPLES = int(os.environ.get("COPYDESK_EXAMPLES", "200"))

RULES = [registered.rule for registered in load_registry().rules.values()]
OWN = [path.read_bytes() for path in sorted(SEEDS.iterdir())]
OWN += [unmark(case.example.text)[0].encode() for case in examples(*RULES)]
OWN += [text[:2_000].encode("utf-8", "surrogatepass") for text in HOSTILE_DRAFTS]

MARKS = "” “ \" ' > # - | ``` <!-- --> <b> [stet: {{ x }} [^1] [TK] TK Mr. said \\ &nbsp; [[ ]] \x0b \u2028"
NOTES = [b"[stet: placeholder -- so]", b"<!-- stet: all -->", b"<!-- stet-draft: spelling -- so -->"]
SPOILS = st.sampled_from(
    [b"\n", b"\n\n", b"\r", b"\t", b"\xff", b"\xe2\x80", b"---\n", b"+++\n", *NOTES]
    + [mark.encode() for mark in MARKS.split(" ")]
)
PIECES = st.one_of(
    st.tuples(st.sampled_from(OWN), st.integers(0, 4_000), st.integers(0, 1_500)).map(
        lambda cut: cut[0][cut[1] % (len(cut[0]) + 1) :][: cut[2]]
    ),
    st.sampled_from(OWN).filter(lambda text: len(text) < 1_000),
    SPOILS,
    st.text(max_size=20).map(str.encode),
    st.binary(max_size=4),
)
DRAFTS = st.lists(PIECES, max_size=12).map(b"".join)


@given(data=DRAFTS, suffix=st.sampled_from([".md", ".txt"]), form=st.sampled_from([*FORMATS]))
@settings(
    max_examples=EXAMPLES,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_every_draft_gets_an_answer(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], data: bytes, suffix: str, form: str
) -> None:
    draft = tmp_path / f"draft{suffix}"
    draft.write_bytes(data)
    with pytest.raises(SystemExit) as exit_:
        main(["check", "--isolated", "--no-plugins", "--format", form, str(draft)])
    shown = capsys.readouterr()
    assert exit_.value.code in (0, 1, 2)
    assert "Traceback" not in shown.err
    assert "broke" not in shown.err
    if exit_.value.code == 2:
        assert "draft" in shown.err
