"""acronym-late: an acronym that is explained after it was used."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.analyses.acronyms import find_acronyms
from copydesk.document import Document
from copydesk.language.copy import PROSE
from copydesk.language.lists import closed_classes as english
from copydesk.model.finding import Finding, Severity
from copydesk.plugins.rule import Context, Example, NoOptions, Rule


class AcronymLate(Rule[NoOptions]):
    """Not for the acronyms that every reader knows, nor where the two stand side by side."""

    name = "acronym-late"
    reads_english = True
    family = "facts"
    severity = Severity.INFO
    needs = ("acronym in brackets",)
    summary = "an acronym is used before the draft explains it"
    why = "The reader met it without help. Explain it where it stands first, or leave the explanation out."
    examples = (
        Example(
            "The [[OVA]] said that nobody had asked for its help in the spring, and that it had heard of the "
            "case only from the papers. Its staff of nine has been cut to four since then, and two of them "
            "are ill. The Office of Victim Advocacy (OVA) has no budget.",
            "explained three sentences later",
        ),
        Example(
            "The [[LCB]] met on Monday, and it met again on Tuesday, in the same cold hall by the river "
            "where it has met for twenty years. Nobody came to hear it speak, and nobody came to ask why it "
            "was there at all.\n\nThe Leedon Clinical Board (LCB) has nine members.",
            "in the next paragraph",
        ),
        Example("The Leedon Clinical Board (LCB) met. The LCB left.", "explained first"),
        Example("The LCB met. The Leedon Clinical Board (LCB) has nine members.", "side by side"),
    )

    def check(self, document: Document, context: Context[NoOptions]) -> Iterator[Finding]:
        """Yield one finding for each acronym, at its first use."""
        seen = set(english.KNOWN_ACRONYMS)
        for acronym in find_acronyms(document):
            if acronym.short in seen or document.copy.at(acronym.span.start) not in PROSE:
                continue
            seen.add(acronym.short)
            for index in document.words.vocabulary.get(acronym.short.lower(), ()):
                word = document.word(index)
                if word.start > acronym.span.start - _NEAR:
                    break
                is_use = word.surface == acronym.short and document.copy.at(word.start) in PROSE
                if is_use and not document.quotes.hold(word.span):
                    line = document.named_line(acronym.span)
                    found = Finding(word.span, f'"{acronym.short}" is explained at {line} only')
                    yield found.see(acronym.span, "explained here")
                    break


_NEAR = 200
"""Characters before an explanation, in which a reader meets it soon enough."""
