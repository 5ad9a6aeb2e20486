"""The words of the list of wrongs are those that its lines ask for."""

from __future__ import annotations

import runpy
from pathlib import Path

from copydesk.analyses.attribution.offences import PATH_OF_WORDS

TOOL = Path(__file__).parents[1] / "tools" / "offence_words.py"


def test_words_are_current() -> None:
    """A change of `offences.txt` reaches a draft once the tool was run: `python tools/offence_words.py`."""
    assert Path(PATH_OF_WORDS).read_text(encoding="utf-8") == runpy.run_path(str(TOOL))["written"]()
