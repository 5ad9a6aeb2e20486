"""copydesk reads an article draft the way a copy editor does: as one document.

The names in `__all__` are the public face: `from copydesk import Rule, Finding, Document`. docs/api.md
says what each is. A name is imported from its home when it is first asked for, so the face costs nothing
at a start.
`copydesk.testing` is public too: the kit for people who write rules.
"""

from typing import TYPE_CHECKING

_HOMES = {
    "commands.api": "check",
    "document": "Document",
    "errors": "CannotCheckError LeftOutError UnreadableError",
    "house.style": "HonorificStyle HouseStyle Style",
    "house.terms": "Terms",
    "language.attribution.attributions": "Attribution Attributions CueKind",
    "language.attribution.speakers": "SourceKind Speaker",
    "language.people.people": "Mention MentionKind People Person",
    "language.quotes": "Quotation Quotations",
    "language.sentences": "Sentences",
    "language.words": "Cursor Word Words",
    "model.builder": "ProseBuilder",
    "language.dating": "Published",
    "model.finding": "Edit Finding Fix Related Severity",
    "model.prose": "OBJECT Block BlockKind Note Prose Span once_a_draft",
    "model.report": "CheckedDraft Diagnostic Place Problem Report",
    "model.source": "Position Source line_spans",
    "plugins.hooks": "hookimpl",
    "plugins.rule": "AnyRule Collected Context DraftFinding DraftsRule Example NoOptions Options Rule",
    "readers": "Reader",
    "readers.encoding": "decode",
    "reporters": "RenderOptions Reporter",
    "version": "__version__",
}
"""The public names by the module that they are at home in."""

if TYPE_CHECKING:
    from copydesk.commands.api import check
    from copydesk.document import Document
    from copydesk.errors import CannotCheckError, LeftOutError, UnreadableError
    from copydesk.house.style import HonorificStyle, HouseStyle, Style
    from copydesk.house.terms import Terms
    from copydesk.language.attribution.attributions import Attribution, Attributions, CueKind
    from copydesk.language.attribution.speakers import SourceKind, Speaker
    from copydesk.language.dating import Published
    from copydesk.language.people.people import Mention, MentionKind, People, Person
    from copydesk.language.quotes import Quotation, Quotations
    from copydesk.language.sentences import Sentences
    from copydesk.language.words import Cursor, Word, Words
    from copydesk.model.builder import ProseBuilder
    from copydesk.model.finding import Edit, Finding, Fix, Related, Severity
    from copydesk.model.prose import OBJECT, Block, BlockKind, Note, Prose, Span, once_a_draft
    from copydesk.model.report import CheckedDraft, Diagnostic, Place, Problem, Report
    from copydesk.model.source import Position, Source, line_spans
    from copydesk.plugins.hooks import hookimpl
    from copydesk.plugins.rule import (
        AnyRule,
        Collected,
        Context,
        DraftFinding,
        DraftsRule,
        Example,
        NoOptions,
        Options,
        Rule,
    )
    from copydesk.readers import Reader
    from copydesk.readers.encoding import decode
    from copydesk.reporters import RenderOptions, Reporter
    from copydesk.version import __version__
else:

    def __getattr__(name: str) -> object:
        for home, names in _HOMES.items():
            if name in names.split():
                from importlib import import_module

                globals()[name] = found = getattr(import_module(f"{__name__}.{home}"), name)
                return found
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})


__all__ = [
    "OBJECT",
    "AnyRule",
    "Attribution",
    "Attributions",
    "Block",
    "BlockKind",
    "CannotCheckError",
    "CheckedDraft",
    "Collected",
    "Context",
    "CueKind",
    "Cursor",
    "Diagnostic",
    "Document",
    "DraftFinding",
    "DraftsRule",
    "Edit",
    "Example",
    "Finding",
    "Fix",
    "HonorificStyle",
    "HouseStyle",
    "LeftOutError",
    "Mention",
    "MentionKind",
    "NoOptions",
    "Note",
    "Options",
    "People",
    "Person",
    "Place",
    "Position",
    "Problem",
    "Prose",
    "ProseBuilder",
    "Published",
    "Quotation",
    "Quotations",
    "Reader",
    "Related",
    "RenderOptions",
    "Report",
    "Reporter",
    "Rule",
    "Sentences",
    "Severity",
    "Source",
    "SourceKind",
    "Span",
    "Speaker",
    "Style",
    "Terms",
    "UnreadableError",
    "Word",
    "Words",
    "__version__",
    "check",
    "decode",
    "hookimpl",
    "line_spans",
    "once_a_draft",
]
