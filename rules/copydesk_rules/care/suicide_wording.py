"""suicide-wording: a suicide is told in the words for a crime, or for a success."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copydesk.document import Document
from copydesk.language.copy import OTHERS
from copydesk.model.finding import Edit, Finding, Fix, Severity
from copydesk.model.prose import Span
from copydesk.plugins.rule import Context, Example, NoOptions, Rule


class SuicideWording(Rule[NoOptions]):
    """Left alone where it is a figure of speech (a party, an industry) and where a law is quoted."""

    name = "suicide-wording"
    reads_english = True
    family = "care"
    severity = Severity.WARNING
    needs = ("suicide",)
    summary = "committed suicide, a successful suicide attempt"
    why = (
        "Committed is the word for a crime, and a death is no success. The guides on reporting suicide, AP's "
        "among them, say: died by suicide, killed himself, a suicide attempt that he survived or did not."
    )
    examples = (
        Example("His brother [[committed suicide]] in May.", "died by suicide"),
        Example("He made a [[successful suicide attempt]].", "a suicide attempt: he died"),
        Example("His brother died by suicide. She survived a suicide attempt.", "as it is"),
        Example("The party committed suicide in March. It was political suicide.", "figures of speech"),
        Example("“My brother committed suicide,” she said.", "her words"),
    )

    def check(self, document: Document, context: Context[NoOptions]) -> Iterator[Finding]:
        """Yield one finding each; the fix for `committed` is made where it is asked for."""
        for match in re.finditer(_WORDING, document.text):
            sentence = document.sentence_at(match.start())
            before = document.text[sentence.start : match.start()]
            if document.copy.at(match.start()) in OTHERS or re.search(_FIGURE, before):
                continue
            if re.search(_LAW, document.slice(sentence)):
                continue
            if (
                match["verb"]
                and not match["verb"].lower().startswith("committed")
                and re.search(_ACT, before)
            ):
                continue
            words, span = match[0], Span(*match.span())
            if match["verb"] is None:
                yield Finding(span, f'"{words}": a death is no success')
                continue
            verb, *others = match["verb"].split(maxsplit=1)
            better = " ".join((_INSTEAD[verb.lower()], *others, "by suicide"))
            yield Finding(
                span,
                f'"{words}" is the word for a crime: "{better}"',
                fix=Fix(f'write "{better}"', (Edit(span, better),)),
            )


_WORDING = (
    r"\b(?:(?P<verb>(?i:commit(?:s|ted|ting)?))\ssuicide|[Ss]uccessful\ssuicide\sattempts?)\b"
    r"(?!-|\s(?:attack|bomb))"
)
_INSTEAD = {"commit": "die", "commits": "dies", "committed": "died", "committing": "dying"}
_FIGURE = (
    r"(?i)\b(?:\w{3,20}ism|\w{2,20}cracy|art|banks?|brands?|campaigns?|career|church|cinema|city|civili[sz]ation"
    r"|club|company|countr(?:y|ies)|culture|economy|empire|europe|firm|government|industry|labou?r|league"
    r"|nations?|newspapers?|opposition|party|process|programs?|republic|republicans|democrats|science|servers?"
    r"|societ(?:y|ies)|state|team|threads?|tories|union|west)"
    r"\s(?:(?:about|are|be|been|can|could|did|had|has|have|is|may|might|not|to|was|were|will|would)\s){0,4}$"
)
"""What can die only in a figure of speech, as the subject right before the verb."""
_LAW = r"(?i)\b(?:penal code|statutes?|crime (?:of|to)|criminal offen[cs]e|illegal to|section \d|whoever)"
_ACT = r"\b(?:Act|Code|Ordinance)\b"
"""A law that is named before what anybody may do: under the Suicide Act it was a crime to commit suicide."""
