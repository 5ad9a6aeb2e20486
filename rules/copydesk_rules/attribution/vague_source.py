"""`vague-source`."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.document import Document
from copydesk.language.copy import COPY
from copydesk.model.finding import Finding, Severity
from copydesk.plugins.rule import Context, Example, Options, Rule
from copydesk_rules.attribution.claims import is_opinion
from copydesk_rules.attribution.vague_sources import vague_sources


class VagueSourceOptions(Options, frozen=True):
    """Options of `vague-source`.

    allow  sources that this house accepts as they are, lower case: "officials"
    """

    allow: tuple[str, ...] = ()


class VagueSource(Rule[VagueSourceOptions]):
    """A source that could be anybody."""

    name = "vague-source"
    reads_english = True
    family = "attribution"
    severity = Severity.INFO
    summary = "critics say, sources said, studies show: a source nobody could ring back"
    why = (
        "A source is a person or a body with a name. A bare plural hides how many there are and who they "
        "are; say who, how many, or how they know. Published copy does this two times in three articles, "
        "so it is a note unless a house decides otherwise."
    )
    options = VagueSourceOptions()
    examples = (
        Example("The harbor is closed. [[Critics]] say the board acted too late.", "critics without a name"),
        Example("The harbor will open in May, according to [[sources]].", "bare sources"),
        Example("“It is far too late,” [[some people]] said on Friday.", "some people"),
        Example("[[Many]] believe the pier will close.", "many, but who"),
        Example("[[Studies]] show that the pier sinks.", "no study has a name"),
        Example(
            "Critics say the board acted too late. Ann Poe, who has a boat there, said it never listened.",
            "a critic with a name follows",
        ),
        Example(
            "Experts say the pier sinks.\n\n“It does,” said Ann Poe, a professor of engineering.",
            "an expert with a name follows in the next paragraph",
        ),
        Example(
            "Polls show that few care. One by the Hull Institute found 12 percent.", "one of them has a name"
        ),
        Example(
            "Critics, with Ann Poe at their head, say the board acted too late.", "one of them has a name"
        ),
        Example("Harbor officials said the board acted too late.", "officials of something"),
        Example("“Critics say we are late,” said Ann Poe.", "her words, not ours"),
    )

    def check(self, document: Document, context: Context[VagueSourceOptions]) -> Iterator[Finding]:
        """Report each bare source once a paragraph, where nobody with a name of its kind stands near."""
        if is_opinion(document):
            return
        seen = set(context.options.allow)
        paragraph = -1
        for span in vague_sources(document):
            block = document.block_index(span.start)
            if block != paragraph:
                paragraph, seen = block, set(context.options.allow)
            words = document.slice(span)
            if words.lower() not in seen and document.copy.at(span.start) in COPY:
                seen.add(words.lower())
                yield Finding(span, f'"{words}" could be anybody: say who, how many, or how they know')
