"""The findings of a run: in one order, counted, and the same whether they are packed or not."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from copydesk.model.finding import Severity
from copydesk.model.report import Diagnostic, DraftFindings, Findings, Place


def finding(path: str = "a.txt", line: int = 1, severity: Severity = Severity.WARNING) -> Diagnostic:
    place = Place(path, line, 1, line, 4)
    return Diagnostic(place, "bad", "toys", severity, '"bad" was found', "bad", "bad copy", 0)


severities = st.sampled_from(Severity)
findings = st.lists(
    st.builds(finding, st.sampled_from(["a.txt", "b.txt", "caf\udce9.txt"]), severity=severities)
)


def run(found: list[Diagnostic], *, packed: bool) -> tuple[list[Diagnostic], Findings]:
    """The findings as a run has them, and the same in a list."""
    by_path = {
        path: [one for one in found if one.place.path == path]
        for path in sorted({one.place.path for one in found})
    }
    drafts = [DraftFindings.of(path, group) for path, group in by_path.items()]
    in_order = sorted(found, key=lambda one: one.order)
    return in_order, Findings(draft.packed() if packed else draft for draft in drafts)


@given(found=findings, packed=st.booleans())
def test_they_are_a_sequence_in_report_order(found: list[Diagnostic], packed: bool) -> None:
    expected, made = run(found, packed=packed)
    assert [*made] == expected
    assert len(made) == len(expected)
    assert bool(made) == bool(expected)
    assert made == tuple(expected)
    assert [made[index] for index in range(-len(expected), len(expected))] == expected * 2
    assert made[1:3] == tuple(expected[1:3])
    assert Findings.of(expected) == made
    assert hash(Findings.of(expected)) == hash(made)
    assert pickle.loads(pickle.dumps(made)) == made  # noqa: S301  our own bytes


@given(found=findings, least=severities, packed=st.booleans())
def test_what_is_not_shown_is_neither_there_nor_counted(
    found: list[Diagnostic], least: Severity, packed: bool
) -> None:
    expected, made = run(found, packed=packed)
    shown = Findings(one.at_least(least) if one.path == "a.txt" else one for one in made.drafts)
    assert shown == tuple(one for one in expected if one.place.path != "a.txt" or one.severity >= least)
    assert len(shown) == len([*shown])


def test_those_of_a_draft_are_counted_without_being_read():
    infos = [finding(line=line, severity=Severity.INFO) for line in range(5)]
    draft = DraftFindings.of("a.txt", [*infos, finding(), finding(severity=Severity.ERROR)])
    assert [draft.number(severity) for severity in Severity] == [7, 2, 1]
    assert draft.packed().number(Severity.WARNING) == 2


@pytest.mark.parametrize("packed", [True, False])
def test_those_of_some_rules_are_left_out(packed: bool):
    other = replace(finding(line=2), rule="worst")
    draft = DraftFindings.of("a.txt", [finding(), other])
    left = (draft.packed() if packed else draft).without(
        lambda rule, family: (rule, family) == ("bad", "toys")
    )
    assert [*left] == [other]
    assert left.number(Severity.WARNING) == 1


def test_there_is_nothing_beyond_the_last():
    with pytest.raises(IndexError):
        Findings.of([finding()])[1]
