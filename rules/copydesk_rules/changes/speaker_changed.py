"""speaker-changed: a quotation that changed hands."""

from __future__ import annotations

from copydesk.analyses.versions.changes import ChangeKind
from copydesk.model.finding import Severity
from copydesk.plugins.rule import Example
from copydesk_rules.changes.reporting import ChangeRule


class SpeakerChanged(ChangeRule):
    """A name that was only respelt is name-changed."""

    name = "speaker-changed"
    severity = Severity.WARNING
    kinds = frozenset({ChangeKind.SPEAKER})
    summary = "the same quotation is given to another speaker"
    why = (
        "One of the two versions puts words into the mouth of somebody who did not say them. "
        "Check who spoke, and tell the reader. Reported where both versions name a person "
        "with a verb of speech: a pronoun may mean anybody."
    )
    examples = (
        Example(
            (
                "Ada Brandt, the mayor, and Milo Verhoef, a farmer, spoke.\n"
                "[[“The dredging is late again,”]] Verhoef said."
            ),
            "Another person.",
            earlier=(
                "Ada Brandt, the mayor, and Milo Verhoef, a farmer, spoke.\n"
                "“The dredging is late again,” Brandt said."
            ),
        ),
        Example(
            "Ada Brandt and Milo Verhoef met on the quay.\n[[“It was late,”]] said Milo Verhoef.",
            "The verb before the name.",
            earlier="Ada Brandt and Milo Verhoef met on the quay.\n“It was late,” said Ada Brandt.",
        ),
        Example(
            "Ada Brandt, the mayor, spoke to the council.\n“The dredging is late again,” Brandt said.",
            "A pronoun became a name.",
            earlier="Ada Brandt, the mayor, spoke to the council.\n“The dredging is late again,” she said.",
        ),
        Example(
            "Ada Brandt, the mayor, spoke to the council.\n“The dredging is late again,” said Ada Brandt.",
            "One person, named in two ways.",
            earlier=(
                "Ada Brandt, the mayor, spoke to the council.\n“The dredging is late again,” Brandt said."
            ),
        ),
    )
