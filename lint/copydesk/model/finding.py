"""Findings: reports of a rule on spans of prose."""

from __future__ import annotations

from enum import IntEnum
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from copydesk.model.prose import Span


class Severity(IntEnum):
    """The certainty of a finding, as a promise measured on published copy."""

    INFO = 1
    """For the editor's eye: shown after the rest, fails no run by default."""
    WARNING = 2
    """An editor must look: at least nine in ten are worth the look."""
    ERROR = 3
    """Wrong on its face: at least 99 in 100 are right."""

    @property
    def label(self) -> str:
        """The lower-case name that reports and options use."""
        return self.name.lower()

    @classmethod
    def parse(cls, label: str) -> Severity:
        """Return the severity of a label; raises KeyError when there is none."""
        return cls[label.upper()]


class Related(Struct, frozen=True):
    """Another place that a finding is about; `path` is None where it stands in the same draft."""

    span: Span
    message: str
    path: str | None = None


class Edit(Struct, frozen=True):
    """Replace the words of a span.

    span     of the document's text; of the file where `in_file`
    in_file  whether the span is of the file: for what is no prose, such as the address of a link
    """

    span: Span
    replacement: str
    in_file: bool = False


class Fix(Struct, frozen=True):
    """A correction. `safe` ones never change what the draft says; all edits are made, or none."""

    message: str
    edits: tuple[Edit, ...]
    applicability: Literal["safe", "unsafe"] = "unsafe"


class Finding(Struct, frozen=True):
    """A fault that a rule found: its span, message, related places and correction.

    span      the words at fault, in the document's text
    message   what is wrong with them: lower case, no full stop, naming words, counts and the other place
    related   the other places
    fix       a correction, if there is one
    severity  set only where this one finding is less certain than its rule
    ruled     set only where the house itself says how grave these words are: it stands whatever the rule has
    kind      what the rule calls this kind of fault, where it knows many: `stet: rule/kind` lets it stand
    yields    rules that may see the same fault: where one of them reports some of these words, this is not
              reported
    stretch   where it stands in the file, for what is no prose: the address of a link, a mark of a merge.
              `span` is then the prose that it stands at: `document.at_source`
    """

    span: Span
    message: str
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    severity: Severity | None = None
    ruled: Severity | None = None
    kind: str = ""
    yields: tuple[str, ...] = ()
    stretch: Span | None = None

    def see(self, span: Span, message: str, path: str | None = None) -> Finding:
        """Return the finding with one more place that it is about.

        Example: `Finding(...).see(first, "first here")`.
        """
        return replace(self, related=(*self.related, Related(span, message, path)))

    def severity_under(self, severity: Severity) -> Severity:
        """Return how grave the finding is under a rule of this severity."""
        if self.ruled is not None:
            return self.ruled
        return severity if self.severity is None else min(severity, self.severity)

    def noted_if(self, condition: bool) -> Finding:
        """Return the finding as an info where a condition holds, and else as it is."""
        return replace(self, severity=Severity.INFO) if condition else self
