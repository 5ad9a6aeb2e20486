"""house-term: a word that the house's terms files replace, avoid or watch."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import Literal

from copydesk.document import Document
from copydesk.house.terms import Term, Terms, TermUse
from copydesk.model.finding import Edit, Finding, Fix, Severity
from copydesk.model.prose import BlockKind, Span
from copydesk.plugins.rule import Context, Example, NoOptions, Rule

_TITLES = (BlockKind.HEADLINE, BlockKind.HEADING)

_TERMS = Terms.of(
    prefer={"adviser": ["advisor"], "Kyiv": ["Kiev"], "internet": ["Internet"]},
    avoid={"pay hike": "a raise, for those who get it"},
    patterns={r"(\d{1,3}) per ?cent": r"\1%"},
    watch={"allegedly": "who alleges it?"},
    allow=["Advisor Perspectives"],
)


class HouseTerm(Rule[NoOptions]):
    """The terms come with the context; where none are configured the rule has nothing to do."""

    name = "house-term"
    family = "terms"
    severity = Severity.WARNING
    needs = ("terms",)
    covers = True
    summary = "a word that the house's terms files replace, avoid or watch"
    why = (
        "A house decides such words once, and every writer forgets some of them. They stand in TOML files "
        "that the configuration names, and a style may bring its own: [prefer] has what is written instead, "
        "[patterns] the same for what has no one spelling, such as figures, [avoid] advice, [watch] a "
        "question for the editor's eye, and allow the names that nobody should flag. A term in lower case "
        "stands for every case and brings its plural and verb forms, one with a capital stands for itself. "
        "What people say is theirs."
    )
    examples = (
        Example(
            "[[Advisors]] came late. The mayor's [[advisor]] flew to [[Kiev]].",
            'prefer adviser = ["advisor"] and Kyiv = ["Kiev"]',
            terms=_TERMS,
        ),
        Example(
            "The board took a [[pay hike]], [[allegedly]].",
            'avoid "pay hike", and watch "allegedly", which is a note for the editor',
            terms=_TERMS,
        ),
        Example(
            "Rents rose [[10 per cent]], and a tenth is 10%.",
            r"patterns '(\d{1,3}) per ?cent' = '\1%'",
            terms=_TERMS,
        ),
        Example("Advisor Perspectives asked an adviser.", 'allow = ["Advisor Perspectives"]', terms=_TERMS),
        Example("“My advisor is in Kiev,” she said.", "What people say is theirs.", terms=_TERMS),
        Example(
            "Internet fees fell. The internet is cheap.",
            'A sentence begins with a capital, also where the house prefers internet = ["Internet"].',
            terms=_TERMS,
        ),
    )

    def check(self, document: Document, context: Context[NoOptions]) -> Iterable[Finding]:
        """Yield one finding a use, with a safe fix where there is one thing to write instead."""
        for use in context.terms.find(document):
            term, span = use.term, use.span
            words = document.slice(span)
            if term.role != "prefer":
                severity = Severity.INFO if term.role == "watch" else None
                yield Finding(span, f'"{words}": {term.advice[0]}', severity=severity)
                continue
            instead = [_as_written(document, span, term, good) for good in term.advice]
            if words in instead:
                continue
            shown = " or ".join(f'"{good}"' for good in instead)
            fix = None
            if len(instead) == 1:
                safety: Literal["safe", "unsafe"] = "unsafe" if _may_be_a_name(document, use) else "safe"
                fix = Fix(f"write {shown}", (Edit(span, instead[0]),), safety)
            yield Finding(span, f'"{words}" here, and the house writes {shown}', fix=fix)


def _may_be_a_name(document: Document, use: TermUse) -> bool:
    """Whether a term in lower case stands with a capital inside a sentence: a Board of Advisors."""
    if use.term.advice[0] != use.term.advice[0].lower() or not document.text[use.span.start].isupper():
        return False
    sentence = document.sentence_at(use.span.start)
    return any(c.isalnum() for c in document.text[sentence.start : use.span.start])


def _as_written(document: Document, span: Span, term: Term, good: str) -> str:
    """Return the preferred term with the capitals of the place.

    A preferred form with capitals of its own keeps them. A term with a capital has none to hand on, but
    where a sentence begins, or in a title.
    """
    words = document.slice(span)
    if good != good.lower():
        return good
    if term.text != term.text.lower() and not _has_capital_anyhow(document, span):
        return good
    if len(words) > 1 and words.isupper():
        return good.upper()
    old, new = words.split(), good.split()
    if len(old) > 1 and all(word[0].isupper() for word in old):
        return " ".join(word[0].upper() + word[1:] for word in new)
    return good[:1].upper() + good[1:] if words[0].isupper() else good


def _has_capital_anyhow(document: Document, span: Span) -> bool:
    """Whether a word has its capital for where it stands: in a title, or where a sentence begins."""
    if document.block_at(span.start).kind in _TITLES:
        return True
    starts = [sentence.start for sentence in document.sentences]
    index = bisect_right(starts, span.start) - 1
    return index >= 0 and not any(c.isalnum() for c in document.text[starts[index] : span.start])
