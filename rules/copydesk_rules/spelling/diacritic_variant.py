"""diacritic-variant: one word with its accents here and without them there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from copydesk.analyses.spelling.capitals import capitalized
from copydesk.analyses.spelling.common_words import in_address, is_pasted
from copydesk.document import Document
from copydesk.language.spelling.similar_words import without_accents
from copydesk.model.finding import Finding, Severity
from copydesk.model.prose import Span
from copydesk.plugins.rule import Context, Example, NoOptions, Rule
from copydesk_rules.spelling.variants import against, ranked, with_capitals_of

_ENGLISH = frozenset(
    """aperitif attache blase cafe cafes cliche cliches communique cortege coup creche crepe crepes debacle
    debris debut decor detente eclair elan elite emigre emigres entree facade facades fete fiance fiancee
    fiancees
    jalapeno jalapenos melange melee menage naive naivete pinata premiere protege protegee puree regime risque
    role roles seance senor smorgasbord soiree souffle touche vis-a-vis voila""".split()
)
"""Common words that English writes with their accents or without; any other pair may be two words."""

_FOREIGN_ARTICLES = frozenset(["des", "las", "les", "los"])
"""What leads a word of a name in another language: the Calle de las Américas, in the Americas."""


class DiacriticVariant(Rule[NoOptions]):
    """Every word that has an accent is compared with the same letters without one."""

    name = "diacritic-variant"
    reads_english = True
    family = "spelling"
    severity = Severity.WARNING
    needs = ("accented word",)
    summary = "a word has its accents in one place and not in another"
    why = (
        "Houses keep accents or drop them, and a name that is Erdoğan here and Erdogan there looks like two "
        "people. The rarer form is reported. Quotations are looked at, and have no vote."
    )
    in_quotes = "check"
    examples = (
        Example("Mr. Orbán left. Later Orbán called, and [[Orban]] came back.", "a name lost its accent"),
        Example("The cafe opened; a cafe needs guests, and the [[café]] had none.", "so may a common word"),
        Example(
            "There is a café on the square, beside the Cafe Linde, in the Calle de las Américas. "
            "It is in the Americas.",
            "names of their own",
        ),
        Example("She will resume work when her résumé is read.", "two words"),
        Example("Orbán met Erdoğan in São Paulo, and Erdoğan left São Paulo.", "the same accents everywhere"),
    )

    def check(self, document: Document, context: Context[NoOptions]) -> Iterator[Finding]:
        """Yield one finding for each use of a form that the draft uses less."""
        if document.text.isascii():
            return
        vocabulary = document.words.vocabulary
        forms: dict[str, set[str]] = defaultdict(set)
        for lower in vocabulary:
            if not lower.isascii():
                word = lower.removesuffix("'s")
                forms[without_accents(word)].add(word)
        for bare, accented in sorted(forms.items()):
            if len(bare) > 2 and bare.isascii():
                places = [_places(document, word, bare in _ENGLISH) for word in sorted({*accented, bare})]
                ranks = ranked(document, context, places)
                for form in ranks[1:]:
                    yield from against(document, form, ranks[0], with_capitals_of)


def _places(document: Document, word: str, is_english: bool) -> list[Span]:
    """Return where a word stands as a name, or as a common word where it is English.

    With or without a possessive ending. A name that holds a common word is not compared with it: a café
    stands beside the Cafe Linde; nor is a name in another language: the Calle de las Américas.
    """
    found = []
    for ending in ("", "'s"):
        for index in document.words.vocabulary.get(word + ending, ()):
            span = Span(document.words[index].start, document.words[index].end - len(ending))
            if document.text[span.start].isupper():
                named = (
                    not is_english or document.opens_sentence(span.start) or document.slice(span).isupper()
                )
                is_led = bool(index) and document.words[index - 1].lower in _FOREIGN_ARTICLES
                if named and not is_led and not (is_english and _is_joined(document, index)):
                    found.append(span)
            elif is_english:
                found.append(span)
    return sorted(s for s in found if not in_address(document.text, s) and not is_pasted(document, s))


def _is_joined(document: Document, index: int) -> bool:
    """Whether the next word has a capital too, so that the two are a name."""
    return capitalized(document).joined(index)
