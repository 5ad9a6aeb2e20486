"""How the rules of this family report: the changes of their kinds, as infos before publication."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from copydesk.analyses.versions.changes import ChangeKind, find_changes
from copydesk.analyses.versions.publication import was_published
from copydesk.document import Document
from copydesk.model.finding import Finding
from copydesk.plugins.rule import Context, NoOptions, Rule


class ChangeRule(Rule[NoOptions]):
    """A rule that reports some kinds of changes.

    kinds  the kinds
    """

    kinds: ClassVar[frozenset[ChangeKind]]
    family = "changes"
    needs = ("earlier version",)
    in_quotes = "check"

    def check(self, document: Document, context: Context[NoOptions]) -> Iterable[Finding]:
        """Yield one finding for each change of these kinds."""
        comparison = find_changes(document)
        if comparison is None or document.revision is None:
            return
        is_published = was_published(document.revision)
        for change in comparison.changes:
            if change.kind in self.kinds:
                finding = Finding(change.span, change.message, kind=change.what if self.has_kinds else "")
                for span, message in change.also:
                    finding = finding.see(span, message)
                yield finding.noted_if(change.is_slight or not is_published)
