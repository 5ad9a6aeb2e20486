"""abbreviation-point: an abbreviation with a point inside that lost its last one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copydesk.document import Document
from copydesk.language.copy import OTHERS
from copydesk.model.finding import Edit, Finding, Fix, Related, Severity
from copydesk.model.prose import Span
from copydesk.plugins.rule import Context, Example, NoOptions, Rule

_SURE = r"(?:U\.[SKN]|D\.C|U\.S\.A|e\.g|i\.e|(?<=\d)[ap]\.m|(?<=\d[ \u00a0])[ap]\.m)(?=[ \u00a0,;:)’'-]|$)"
_OTHER = r"(?:[A-Z]\.){1,4}[A-Z](?=[ \u00a0][a-z])"
_POINTLESS = rf"(?m)(?:(?<![\w.@/])|(?<=\d)(?=[ap]\.m))(?:({_SURE})|{_OTHER})"


class AbbreviationPoint(Rule[NoOptions]):
    """Of initials that are not listed only those that the draft has with their point, too: N.W.A has none."""

    name = "abbreviation-point"
    reads_english = True
    family = "wording"
    severity = Severity.WARNING
    needs = ("abbreviation without its last point",)
    summary = "an abbreviation has a point inside and none at its end: the U.S and"
    why = (
        "Whoever writes a point between the letters writes one after the last, before a comma too. Write it, "
        "or write all of them without (US, 7 am). Names such as N.W.A are written as the draft writes them."
    )
    examples = (
        Example("The [[U.S]] and Japan met at 7 [[a.m]] on Monday.", "in the middle of a sentence"),
        Example("The town of Orr, [[D.C]], closes at 7[[p.m]], so come early.", "before a comma"),
        Example(
            "The C.E.O. left, and the [[C.E.O]] of the bank did, too.", "the draft has it with its point"
        ),
        Example("The U.S. and Japan met at 7 a.m. on Monday in the U.S.", "all points are there"),
        Example("He heard N.W.A play, and J.K Roe read.", "a name has its own form"),
        Example("“The U.S is ours,” she wrote.", "in a quotation"),
    )

    def check(self, document: Document, context: Context[NoOptions]) -> Iterator[Finding]:
        """Yield one finding for each form, at its first place; the fix adds the point everywhere."""
        places: dict[str, list[Span]] = {}
        for match in re.finditer(_POINTLESS, document.text):
            is_sure = match[1] or f"{match[0]}." in document.text
            if is_sure and document.copy.at(match.start()) not in OTHERS:
                places.setdefault(match[0], []).append(Span(*match.span()))
        for form, (first, *others) in places.items():
            edits = tuple(Edit(Span(at.end - 1, at.end), f"{form[-1]}.") for at in (first, *others))
            yield Finding(
                first,
                f'"{form}" lost its last point: "{form}."',
                tuple(Related(at, "here too") for at in others),
                Fix("write the point" if not others else f"write all {len(edits)} points", edits, "safe"),
            )
