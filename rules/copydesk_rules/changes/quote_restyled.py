"""quote-restyled: house style inside a quotation."""

from __future__ import annotations

from copydesk.analyses.versions.changes import ChangeKind
from copydesk.model.finding import Severity
from copydesk.plugins.rule import Example
from copydesk_rules.changes.reporting import ChangeRule


class QuoteRestyled(ChangeRule):
    """Contractions that were written out (`don't`, `do not`) count as style too."""

    name = "quote-restyled"
    severity = Severity.INFO
    kinds = frozenset({ChangeKind.QUOTE_STYLE})
    summary = "a quotation was put into house style"
    why = (
        "Six became 6, towards became toward, a word in square brackets was put in: the "
        "words are the same. Many houses leave even these as they were said."
    )
    examples = (
        Example(
            (
                "Ada Brandt, the mayor, spoke to the council.\n"
                "[[“We need 6 more weeks for the pier,”]] Brandt said."
            ),
            "A number in digits.",
            earlier=(
                "Ada Brandt, the mayor, spoke to the council.\n"
                "“We need six more weeks for the pier,” Brandt said."
            ),
        ),
        Example(
            "Ada Brandt, the mayor, spoke to the council.\n[[“We moved toward the pier,”]] Brandt said.",
            "Another spelling.",
            earlier="Ada Brandt, the mayor, spoke to the council.\n“We moved towards the pier,” Brandt said.",
        ),
        Example(
            "Ada Brandt, the mayor, spoke to the council.\n“We need six more weeks”, Brandt said.",
            "Marks alone.",
            earlier="Ada Brandt, the mayor, spoke to the council.\n“We need six more weeks,” Brandt said.",
        ),
        Example(
            "Ada Brandt, the mayor, spoke to the council.\nThey need 6 more weeks, Brandt said.",
            "Not a quotation.",
            earlier="Ada Brandt, the mayor, spoke to the council.\nThey need six more weeks, Brandt said.",
        ),
    )
