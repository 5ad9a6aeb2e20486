"""`conflicting-courtesy-title`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from copydesk.document import Document
from copydesk.finding import Finding, Severity
from copydesk.language.lexicon import public_figures
from copydesk.language.people import Mention
from copydesk.rule import Context, Example, NoOptions, Rule
from copydesk_rules.honorifics.references import contradiction, courtesy_references

_FORMS = {"mr": "Mr.", "ms": "Ms.", "mrs": "Ms.", "miss": "Ms."}
"""Titles that one person may have in one draft share a form; Mx. goes with any."""


class ConflictingCourtesyTitle(Rule[NoOptions]):
    """One person is Mr. here and Ms. there."""

    name = "conflicting-courtesy-title"
    family = "honorifics"
    severity = Severity.WARNING
    summary = "one person with two courtesy titles that contradict each other"
    why = (
        "One of the two is a slip that readers, and the person, will not forgive. copydesk cannot know "
        "which: it says that the draft contradicts itself. Two people of one surname are told apart by "
        "their titles, so nothing is said where the draft names both; a public figure and Mrs. are a "
        "couple: a note."
    )
    examples = (
        Example(
            "Ann Poe, the clerk of the harbor board, met Bo Tamm, a lawyer, on Friday.\n\n"
            "Ms. Poe took office in May, and Ms. Poe will stay.\n\nOn Monday [[Mr. Poe]] resigned.",
            "Ms. Poe twice, Mr. Poe once",
        ),
        Example(
            "Ann Poe, the clerk of the harbor board, met Bo Tamm, a lawyer, on Friday.\n\n"
            "Ms. Poe took office in May.\n\nThe board thanked [[Mr. Poe]].",
            "in a tie the first use counts",
        ),
        Example(
            "Ann Poe, the clerk of the harbor board, and her husband, Lou Poe, met a lawyer on Friday.\n\n"
            "Ms. Poe took office in May. Mr. Poe is a sailor.",
            "two people",
        ),
        Example(
            "Ann Poe, the clerk of the harbor board, met Bo Tamm, a lawyer, on Friday.\n\n"
            "Ms. Poe took office in May. “Mr. Poe?” said Lou Roe. Mrs. Poe laughed.",
            "a quotation; Ms. and Mrs. do not contradict each other",
        ),
    )

    def check(self, document: Document, context: Context[NoOptions]) -> Iterator[Finding]:
        """Compare the courtesy titles of each person whose surname is nobody else's."""
        surnames = Counter(person.surname for person in document.people.all)
        for person in document.people.all:
            by_form: dict[str, list[Mention]] = {}
            for mention in courtesy_references(document, person):
                form = _FORMS.get((mention.courtesy or "").rstrip(".").lower())
                if form:
                    by_form.setdefault(form, []).append(mention)
            if len(by_form) == 2 and surnames[person.surname] == 1 and person.introduction:
                usual, odd = sorted(by_form.values(), key=lambda found: (-len(found), found[0].start))
                married = any((m.courtesy or "").startswith("Mrs") for m in (*usual, *odd))
                may_be_couple = married and person.surname in public_figures()
                yield contradiction(document, person, odd, usual, Severity.INFO if may_be_couple else None)
