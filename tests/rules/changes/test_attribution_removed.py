"""Two versions in, findings out: a claim that lost its source."""

from __future__ import annotations

from copydesk.testing import check
from copydesk_rules.changes.attribution_removed import AttributionRemoved


def test_the_words_that_are_gone_are_named() -> None:
    (found,) = check(
        AttributionRemoved,
        "The dredging of the old harbor was late again.",
        earlier="The dredging of the old harbor was late again, according to the auditor’s report.",
    )
    assert found.message == (
        'source gone, claim kept: "The dredging of the old harbor was late again. '
        '[according to the auditor’s report ->]"'
    )


def test_a_source_in_the_sentence_before_it_is_enough() -> None:
    assert (
        check(
            AttributionRemoved,
            "The auditor said the dredging of the old harbor was late again, and dear.",
            earlier="The dredging of the old harbor was late again, according to the auditor.",
        )
        == []
    )
