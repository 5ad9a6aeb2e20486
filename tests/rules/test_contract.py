"""What every registered rule promises, whoever wrote it."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.plugins.registry import load_registry
from copydesk.plugins.rule import AnyRule
from copydesk.testing import RuleExample, check, check_contract, examples, unmark

RULES = [one.rule for one in load_registry().rules.values() if not one.rule.opt_in]
"""Those that need nothing but the draft. What an opt-in rule needs, its own tests know."""

PIECES = st.sampled_from(
    [
        *"Mr. Ms. Orr Ann said, said. he she the a of land mines landmines land-mines shut down".split(),
        *"“ ” ‘ ’ \" ' ” said “Yes,” ( ) — - 46 U.S. TK [CHECK] XX Critics say that officials 😀".split(),
        "e\u0301",
        "\u2028",
        "\u00a0",
    ]
)
DRAFTS = st.one_of(
    st.text(max_size=300),
    st.lists(st.lists(PIECES, max_size=25).map(" ".join), max_size=6).map("\n".join),
)

IN_ANOTHER_PROCESS = """
import sys
from copydesk.plugins.registry import load_registry
from copydesk.testing import check, examples, unmark

rules = [one.rule for one in load_registry().rules.values() if not one.rule.opt_in]
for rule in rules:
    for case in examples(*rules):
        text = unmark(case.example.text)[0]
        sys.stdout.write(ascii((rule.name, check(rule, text, format=case.example.format))) + "\\n")
"""


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_keeps_the_contract(rule: type[AnyRule]) -> None:
    check_contract(rule)


@pytest.mark.parametrize("example", examples(*RULES), ids=str)
def test_every_example_holds(example: RuleExample) -> None:
    example.check()


@pytest.mark.parametrize("rule", [r for r in RULES if r.in_quotes == "skip"], ids=lambda rule: rule.name)
def test_a_rule_is_silent_inside_quotations_unless_it_says_otherwise(rule: type[AnyRule]) -> None:
    for example in rule.examples:
        words = unmark(example.text)[0].translate(str.maketrans('“”"', "‘’'"))
        quoted = "\n".join(f"“{line}” Ann Orr said." for line in words.splitlines() if line)
        inside = [one for one in check(rule, quoted) if "Ann Orr" not in one.excerpt]
        assert inside == []


@pytest.mark.slow
@given(text=DRAFTS)
@settings(max_examples=150, deadline=None)
def test_no_rule_raises_whatever_the_draft(text: str) -> None:
    # Line ends and control characters are the reader's business, tested there.
    text = "".join(c for c in text if c == "\n" or (c >= " " and c != "\x7f"))
    for rule in RULES:
        check(rule, text)


@pytest.mark.slow
def test_findings_do_not_depend_on_the_hash_seed() -> None:
    outputs = {
        subprocess.run(
            [sys.executable, "-c", IN_ANOTHER_PROCESS],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(outputs) == 1
    assert outputs != {b""}
