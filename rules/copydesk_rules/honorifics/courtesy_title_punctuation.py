"""`courtesy-title-punctuation`."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.document import Document
from copydesk.house.style import HonorificStyle
from copydesk.language.copy import COPY
from copydesk.model.finding import Edit, Finding, Fix, Related, Severity
from copydesk.model.prose import Span
from copydesk.plugins.rule import Context, Example, NoOptions, Rule
from copydesk_rules.spelling.variants import against, ranked, titles_before_names, with_point_of

_TITLES = ("mr", "mrs", "ms", "mx", "dr", "messrs")
_BRITISH = HonorificStyle(full_point="never")


class CourtesyTitlePunctuation(Rule[NoOptions]):
    """Mr. and Mrs. in one place, Mr and Mrs in another."""

    name = "courtesy-title-punctuation"
    reads_english = True
    family = "honorifics"
    severity = Severity.WARNING
    needs = ("courtesy titles with a point and without or style.full_point",)
    summary = (
        "courtesy titles with a full point in one place and without in another, or not as the house has them"
    )
    why = (
        "A house writes Mr. or Mr, and Mrs., Ms. and Dr. alike. Where a draft does both, a sentence came "
        "from other copy; the rarer form is reported. Under a house style each title that is not "
        "written as the house writes it is. Headlines, captions and quotations are left out."
    )
    examples = (
        Example(
            "Mr. Ash spoke first, then Mrs. Poe. Mr. Ash left at noon. Later [[Mr]] Ash came back.",
            "a title without its full point",
        ),
        Example(
            "The board heard [[Mr.]] Ash on Friday, and Mr. Ash left at noon.",
            "a house that writes Mr",
            honorifics=_BRITISH,
        ),
        Example("Mr. Ash left at noon. “Mr Ash is late,” the clerk wrote.", "a quotation"),
        Example("Mr. Ash drank Dr Pepper at noon.", "a brand"),
    )

    def check(self, document: Document, context: Context[NoOptions]) -> Iterator[Finding]:
        """Yield one finding for each use of the rarer form, or of the form that the house does not use."""
        forms = titles_before_names(document, _TITLES)
        wanted = context.honorifics.full_point
        if wanted == "auto" and not all(forms):
            return
        dotted, plain = ([span for span in form if _is_own(document, span)] for form in forms)
        if wanted != "auto":
            odd = plain if wanted == "always" else dotted
            if odd:
                yield _unlike_the_house(document, odd, wanted)
        elif dotted and plain:
            usual, *others = ranked(document, context, [dotted, plain])
            for form in others:
                yield from against(document, form, usual, with_point_of)


def _is_own(document: Document, span: Span) -> bool:
    return document.copy.at(span.start) in COPY and not document.quotes.hold(span)


def _unlike_the_house(document: Document, odd: list[Span], wanted: str) -> Finding:
    model = "Mr." if wanted == "always" else "Mr"
    here = document.slice(odd[0])
    times = "" if len(odd) == 1 else f" and in {len(odd) - 1} more places"
    message = f'"{here}" here{times}, and the house writes "{with_point_of(here, model)}"'
    edits = tuple(Edit(span, with_point_of(document.slice(span), model)) for span in odd)
    related = tuple(Related(span, f'"{document.slice(span)}" here too') for span in odd[1:])
    return Finding(odd[0], message, related, Fix("write it as the house does", edits))
