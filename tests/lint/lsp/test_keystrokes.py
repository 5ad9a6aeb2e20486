"""What is found while somebody types is what a check of the same text finds: nothing of the versions before
is left in it, and nothing that is new is passed over.

`COPYDESK_EXAMPLES=2000` tries as many.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import copydesk
from copydesk.config.resolver import CommandLine
from copydesk.desk.editing import Desk as DeskOfThePage
from copydesk.desk.questions import Page
from copydesk.lsp.checking import Desk
from copydesk.plugins.registry import load_registry

pytestmark = pytest.mark.slow

EXAMPLES = int(os.environ.get("COPYDESK_EXAMPLES", "30"))

SEED = next((Path(__file__).parents[3] / "seeds").glob("*.txt")).read_text(encoding="utf-8")
DRAFT = """Council closes the swing bridge

By Ann Orr

HALDEN — The council closed the swing bridge on Tuesday, and Mayor Lena Roe said it would stay shut until May.

“We will not wait for the next accident,” Mr. Roe said. “The bridge is 90 years old.”

Dev Okafor, who runs a bakery on the east bank, said trade had fallen 40 percent since the the closing. The
landmines of the last war were cleared in 1998.

Officials said the land mines had never been a danger. “We will not wait for the next accident,” Lena Row said
again.
"""
PIECES = [
    *' e s . , ( ) “ ” ’ " 😀 é TK > [TK] landmine colour'.split(" "),
    *(
        "\n",
        "\n\n",
        "  ",
        "\r\n",
        " the the ",
        "Mr. Roe ",
        " said Dev Okafor, who ",
        "Roe, 45, ",
        " 40 per cent ",
    ),
    *("[stet: repeated-word -- so]", "[stet: all]", "[stet-draft: spelling -- so]", "“We won,” she said. "),
    "\n\nMayor Lena Roe said it would stay shut until May.\n\n",
]
EDITS = st.lists(
    st.tuples(st.integers(0, 10_000), st.integers(0, 60), st.sampled_from(PIECES)), min_size=1, max_size=4
)


def edited(text: str, place: int, deleted: int, piece: str) -> str:
    """The text with a piece in place of some characters; what goes past the end begins anew."""
    start = place % (len(text) + 1)
    return text[:start] + piece + text[start + deleted :]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(str(tmp_path_factory.mktemp("drafts")), plugins=False)


@pytest.fixture(scope="module")
def page() -> DeskOfThePage:
    return DeskOfThePage(load_registry(plugins=False), CommandLine(isolated=True))


@pytest.mark.parametrize("suffix", [".txt", ".md"])
@given(draft=st.sampled_from([SEED, DRAFT]), edits=EDITS)
@settings(max_examples=EXAMPLES, suppress_health_check=[HealthCheck.too_slow])
def test_after_any_edits_the_findings_are_those_of_a_check(
    server: Desk, page: DeskOfThePage, suffix: str, draft: str, edits: list[tuple[int, int, str]]
) -> None:
    path = os.path.join(server.root, f"draft{suffix}")
    for edit in edits:
        draft = edited(draft, *edit)
        fresh = copydesk.check({path: draft}, isolated=True, plugins=False)
        assert server.check(path, "", draft).findings == fresh.findings
        shown = page.check(Page(f"draft{suffix}", "file", draft))["findings"]
        assert sorted((one["rule"], one["line"], one["message"]) for one in shown) == sorted(
            (one.rule, one.place.line, one.message) for one in fresh.findings
        )
