"""merge-marker: the marks that Git leaves in a file whose versions it could not merge."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copydesk.document import Document
from copydesk.model.finding import Finding, Severity
from copydesk.model.prose import Span
from copydesk.plugins.rule import Context, Example, NoOptions, Rule

_MARKER = r"(?m)^(?:<{7} [^\r\n]{1,200}|\|{7}(?: [^\r\n]{1,200})?|={7}|>{7} [^\r\n]{1,200})(?=\r?$)"


class MergeMarker(Rule[NoOptions]):
    """Reads the file: in Markdown some of the marks are headings or quotations. Code may show them."""

    name = "merge-marker"
    family = "debris"
    severity = Severity.ERROR
    needs = ("mark of a merge",)
    in_quotes = "check"
    summary = "the marks of an unfinished merge were left in: <<<<<<< HEAD"
    why = (
        "Git writes both versions of a passage into the file and marks them. Decide for one of them and take "
        "the marks out. In a block of code they may stand."
    )
    examples = (
        Example(
            "[[<<<<<<< HEAD]]\nThe mayor said no.\n[[=======]]\nThe mayor said yes.\n[[>>>>>>> topic]]\n",
            "both versions are there",
            format="markdown",
        ),
        Example("The mayor said no.\n[[>>>>>>> topic]]\n", "the last mark was left"),
        Example("The mayor said no\n=======\n\nIt rained.\n", "a heading of Markdown", format="markdown"),
        Example("```\n<<<<<<< HEAD\n```\n\nGit writes such a line.\n", "in code", format="markdown"),
    )

    def check(self, document: Document, context: Context[NoOptions]) -> Iterator[Finding]:
        """One finding a mark; what parts the versions is one only after a first mark."""
        is_open, is_fronted = False, document.source.text.startswith(("---", "+++"))
        for match in re.finditer(_MARKER, document.source.text):
            stretch = Span(*match.span())
            span = document.at_source(stretch)
            sign = match[0][0]
            if sign in "<>" and span.start == span.end and (span.start or not is_fronted):
                continue  # code, or a comment: no prose was read from it
            if sign == ">" and not is_open and " " in match[0][8:]:
                continue  # a quotation of a quotation
            if sign in "<>" or is_open:
                is_open = sign != ">"
                yield Finding(span, f'the mark "{match[0]}" of a merge was left in', stretch=stretch)
