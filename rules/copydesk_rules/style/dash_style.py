"""dash-style: a dash that is not the house's, once a draft."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copydesk.analyses.house_forms import is_own
from copydesk.document import Document
from copydesk.house.style import HouseStyle, PunctuationStyle
from copydesk.model.finding import Edit, Finding, Fix, Severity
from copydesk.model.prose import Span
from copydesk.plugins.rule import Context, Example, NoOptions, Rule
from copydesk.wording import count

_AP = HouseStyle(label="AP", punctuation=PunctuationStyle(dash="spaced em"))
_GUARDIAN = HouseStyle(label="Guardian", punctuation=PunctuationStyle(dash="spaced en"))


class DashStyle(Rule[NoOptions]):
    """The finding stands at the first dash, and its fix sets them all."""

    name = "dash-style"
    reads_english = True
    family = "style"
    severity = Severity.INFO
    needs = ("punctuation.dash", "dash")
    summary = "dashes are not the house's"
    why = (
        "A house has one dash: a spaced em dash, a closed one, a spaced en dash or a spaced hyphen. Many "
        "systems type two hyphens, so a draft has the fault everywhere or nowhere, and it is reported once."
    )
    examples = (
        Example("The pier[[ -- ]]an old one -- is closed.", "two hyphens", house=_AP),
        Example("The pier[[—]]an old one—is closed.", "a closed em dash", house=_GUARDIAN),
        Example("The pier — an old one — is closed.", "a spaced em dash", house=_AP),
        Example(
            "A well-known pier, of 1990-95, is closed. “Late -- and dear,” she said.", "hyphens", house=_AP
        ),
        Example("The pier -- an old one -- is closed.", "no house"),
    )

    def check(self, document: Document, context: Context[NoOptions]) -> Iterator[Finding]:
        """Yield one finding for all dashes."""
        name = context.house.punctuation.dash
        if name == "auto":
            return
        good = _DASHES[name]
        wrong = [span for span in _dashes(document) if document.slice(span).replace("\u00a0", " ") != good]
        if not wrong:
            return
        is_typed = all(document.slice(span) == " -- " for span in wrong)
        fix = Fix(
            f"set all {len(wrong)} dashes" if len(wrong) > 1 else "set the dash",
            tuple(Edit(span, good) for span in wrong),
            "safe" if is_typed else "unsafe",
        )
        author = context.house.author("punctuation.dash")
        yield Finding(
            wrong[0],
            f'{author}: "{good}" for a dash, not "{document.slice(wrong[0])}" ({count(len(wrong), "place")})',
            fix=fix,
        )


def _dashes(document: Document) -> Iterator[Span]:
    """Yield the dashes between words in the draft's own copy, with the spaces around them."""
    text, whole = document.text, re.compile(_DASH)
    for mark in re.finditer(_MARK, text) if "--" in text or not text.isascii() or " - " in text else ():
        found = whole.search(text, max(0, mark.start() - 2), mark.end() + 2)
        if found and is_own(document, Span(*found.span())):
            yield Span(*found.span())


_DASHES = {"spaced em": " — ", "em": "—", "spaced en": " – ", "spaced hyphen": " - "}
_MARK = r"--+|[—–]| - "
_DASH = (
    r"(?<=[\w,”\"’)])(?:[ \u00a0](?:--|[—–])[ \u00a0]|--(?!-)|—)(?=[\w“\"‘$£€(])"
    r"|(?<=[a-z,”\"’)])[ \u00a0]-[ \u00a0](?=[a-z“\"])"
)
"""A dash between words: with a space on both sides, or two hyphens or an em dash closed up."""
