"""`vague-source`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from copydesk.document import Document
from copydesk.finding import Finding, Severity
from copydesk.language.attributions import Attribution, SourceKind
from copydesk.rule import Context, Example, Rule


@dataclass(frozen=True, slots=True)
class Options:
    """Options of `vague-source`.

    allow  sources that this house accepts as they are, lower case: "officials"
    """

    allow: tuple[str, ...] = ()


class VagueSource(Rule[Options]):
    """A source that could be anybody."""

    name = "vague-source"
    family = "attribution"
    severity = Severity.INFO
    summary = "critics say, sources said, studies show: a source nobody could ring back"
    why = (
        "A source is a person or a body with a name. A bare plural hides how many there are and who they "
        "are; say who, how many, or how they know. Published copy does this two times in three articles, "
        "so it is a note unless a house decides otherwise."
    )
    options = Options()
    examples = (
        Example("The harbor is closed. [[Critics]] say the board acted too late.", "critics without a name"),
        Example("The harbor will open in May, according to [[sources]].", "bare sources"),
        Example("“It is far too late,” [[some people]] said on Friday.", "some people"),
        Example(
            "Critics say the board acted too late. Ann Poe, who has a boat there, said it never listened.",
            "a critic with a name follows in the paragraph",
        ),
        Example("Harbor officials said the board acted too late.", "officials of something"),
        Example("“Critics say we are late,” said Ann Poe.", "her words, not ours"),
    )

    def check(self, document: Document, context: Context[Options]) -> Iterator[Finding]:
        """Report each bare plural that speaks in a paragraph where nobody with a name does."""
        named = {document.block_index(a.content.start) for a in document.attributions if _is_named(a)}
        seen = set()
        for attribution in document.attributions:
            speaker = attribution.speaker
            if speaker is None or speaker.kind not in _NAMELESS or speaker.span in seen:
                continue
            words = document.slice(speaker.span)
            if not _BARE.fullmatch(words) or words.lower() in context.options.allow:
                continue
            if document.block_index(speaker.span.start) not in named:
                seen.add(speaker.span)
                yield Finding(
                    speaker.span, f'"{words}" could be anybody: say who, how many, or how they know'
                )


_NAMELESS = (SourceKind.ANONYMOUS, SourceKind.DOCUMENT)
_BARE = re.compile(
    r"(?:(?:some|many|several|other|most|a few|one|a|two|three|but|and) )*"
    r"(?:unnamed |anonymous |local |political |senior |government |media |news )?"
    r"(?:sources?|critics?|officials?|experts|analysts|observers|insiders?|pundits|some|many|others|supporters"
    r"|opponents|people|scientists|researchers|commentators|advocates|detractors|skeptics|sceptics|reports"
    r"|studies|economists|strategists|activists|lawmakers|residents|neighbou?rs|witnesses)",
    re.IGNORECASE,
)


def _is_named(attribution: Attribution) -> bool:
    return attribution.speaker is not None and attribution.speaker.kind is SourceKind.PERSON
