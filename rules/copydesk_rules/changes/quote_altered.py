"""quote-altered: words of a published quotation, changed."""

from __future__ import annotations

from copydesk.analyses.versions.changes import ChangeKind
from copydesk.model.finding import Severity
from copydesk.plugins.rule import Example
from copydesk_rules.changes.reporting import ChangeRule


class QuoteAltered(ChangeRule):
    """A quotation may move: the whole story is searched for it. A phrase that nobody says is only noted."""

    name = "quote-altered"
    severity = Severity.WARNING
    kinds = frozenset({ChangeKind.QUOTE_ALTERED})
    summary = "words inside a quotation are not those of the published version"
    why = (
        "The words between quotation marks are the speaker's. Where they change after "
        "publication, the first version or the second is not what was said: ask for the "
        "recording, and tell the reader. A denial or a condition that left the edge of a "
        "quotation, or came to it, alters it too. Marks, capitals, hyphens and the halves of "
        "an interrupted quotation are no change; house style and words in square brackets "
        "that say who or what is meant are "
        "those of quote-restyled."
    )
    examples = (
        Example(
            (
                "Ada Brandt, the mayor, spoke to the council.\n"
                "[[“We won’t sell the pier before the vote,”]] Brandt said."
            ),
            "One word, and another meaning.",
            earlier=(
                "Ada Brandt, the mayor, spoke to the council.\n"
                "“We don’t sell the pier before the vote,” Brandt said."
            ),
        ),
        Example(
            (
                "Ada Brandt, the mayor, spoke to the council.\n"
                "[[“Ultimately the pier will be sold by the town,”]] Brandt said.\n"
                "Nobody answered."
            ),
            "A word put in, and another one changed.",
            earlier=(
                "Ada Brandt, the mayor, spoke to the council.\n"
                "“The pier will be sold by the county,” Brandt said.\n"
                "Nobody answered."
            ),
        ),
        Example(
            'Ada Brandt, the mayor, spoke to the council.\n"We don\'t sell the pier," Brandt said.',
            "Other marks, the same letters.",
            earlier="Ada Brandt, the mayor, spoke to the council.\n“We don’t sell the pier,” Brandt said.",
        ),
        Example(
            "Ada Brandt, the mayor, spoke to the council.\n“We pay, and we pay on time,” Brandt said.",
            "The halves of an interrupted quotation, joined.",
            earlier=(
                "Ada Brandt, the mayor, spoke to the council.\n“We pay,” Brandt said, “and we pay on time.”"
            ),
        ),
        Example(
            (
                "---\n"
                "title: The pier\n"
                "date: 2041-05-04\n"
                "---\n"
                "\n"
                "Ada Brandt, the mayor, spoke to the council.\n"
                "\n"
                "“We won’t sell the pier,” Brandt said.\n"
            ),
            "What the earlier version did not quote cannot be altered.",
            format="markdown",
            earlier=(
                "---\n"
                "title: The pier\n"
                "date: 2041-05-04\n"
                "draft: true\n"
                "---\n"
                "\n"
                "Ada Brandt, the mayor, spoke to the council.\n"
                "\n"
                "The pier is old.\n"
            ),
        ),
    )
