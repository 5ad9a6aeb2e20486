"""compound-variant: one word closed up here, hyphenated or in two words there."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.analyses.spelling.compound_classes import find_classes, is_of_class
from copydesk.document import Document
from copydesk.model.finding import Finding, Severity
from copydesk.model.prose import BlockKind, Span, once_a_draft
from copydesk.plugins.rule import Context, Example, NoOptions, Rule
from copydesk_rules.spelling.variants import VariantForm, against, ranked

_JOINTS = "-‐‑ \u00a0"
_AS_SPACES = str.maketrans(dict.fromkeys(_JOINTS, " "))
_POINT = len("north")
"""Of the classes only points of the compass are closed up, and both that come first have five letters."""

_EXTRACT = 3
"""So many paragraphs of another's text are quoted at a time."""


class CompoundVariant(Rule[NoOptions]):
    """The forms come from `document.spellings`; the rule counts them and points at the rarer one."""

    name = "compound-variant"
    reads_english = True
    family = "spelling"
    severity = Severity.WARNING
    summary = "a compound is closed up in one place, hyphenated or in two words in another"
    why = (
        "Readers trip over a word that changes its shape, and house style allows one. The form that the "
        "draft uses less is reported. Speech has no spelling, so quotations are looked at, but only the "
        "draft's own words are counted, and a quotation from something written is left as it was written."
    )
    in_quotes = "check"
    examples = (
        Example(
            "The council cleared the landmines. More landmines lay uphill. Ms. Orr feared [[land mines]].",
            "Two words once, one word twice.",
        ),
        Example(
            "The mayor sent an email. A second email named the clerk. That [[e-mail]] was false.",
            "A hyphen once, none elsewhere.",
        ),
        Example(
            "The airbase was hit, and the airbase burned. “I saw the [[air base]] burn,” Ms. Orr said.",
            "Speech is spelled as the draft spells.",
        ),
        Example(
            "The shutdown began at noon. The plant will shut down its ovens after the shutdown.",
            "A noun, and a verb with a particle.",
        ),
        Example(
            "It is a long-term plan. A long-term plan pays in the long term.",
            "A modifier before a noun takes the hyphen, the noun does not.",
        ),
        Example(
            "He may be late, and maybe she is. Every day is an everyday trial.",
            "Words that stand side by side by chance.",
        ),
        Example(
            "A pre-lunch talk and a pre-dinner drink came before the [[pre theatre]] meal.",
            "Words of one class are spelled alike; so are numbers, fractions and points of the compass.",
        ),
        Example(
            "The website is down, the website is slow. “My web site is fine,” Mr. Ash wrote in a letter.",
            "What somebody wrote stays as it was written.",
        ),
    )

    def check(self, document: Document, context: Context[NoOptions]) -> Iterator[Finding]:
        """Yield one finding for each use of a form that is not the usual one."""
        reported: set[Span] = set()
        for group in document.spellings:
            if is_of_class(group.key):
                continue
            reported.update(use.span for form in group.forms for use in form.uses)
            forms = ranked(document, context, ([use.span for use in form.uses] for form in group.forms))
            for form in forms[1:]:
                found = against(document, form, forms[0], _respell)
                doubt = _is_announced(document, form) or _is_announced(document, forms[0])
                yield from (finding.noted_if(doubt) for finding in found)
        for classes in find_classes(document):
            own = [[span for span in spans if span not in reported] for spans in classes.values()]
            forms = ranked(document, context, own)
            for form in forms[1:]:
                yield from against(document, form, forms[0], _rejoin)


def _is_announced(document: Document, form: VariantForm) -> bool:
    """Whether a form stands only where another's words may be given without a mark."""
    return all(document.block_index(use.span.start) in _announced(document) for use in form.uses)


@once_a_draft
def _announced(document: Document) -> set[int]:
    """Return the paragraphs close after one that ends with a colon: plain text has no block quotes."""
    blocks = document.blocks
    leads = (
        number
        for number, block in enumerate(blocks)
        if block.kind is BlockKind.PARAGRAPH and document.text[block.end - 1] == ":"
    )
    return {
        number
        for lead in leads
        for number in range(lead + 1, min(lead + 1 + _EXTRACT, len(blocks)))
        if blocks[number].kind is BlockKind.PARAGRAPH
    }


def _respell(word: str, usual: str) -> str:
    """`word` with the gaps of `usual`: its own letters, capitals and plural ending stay."""
    letters, cut, parts = word.translate(_AS_SPACES).replace(" ", ""), 0, []
    for part in usual.translate(_AS_SPACES).split(" ")[:-1]:
        parts.append(letters[cut : cut + len(part)])
        cut += len(part)
    return _joint(usual).join([*parts, letters[cut:]])


def _rejoin(word: str, usual: str) -> str:
    """`word` with the gap of another word of its class: forty two and thirty-one make forty-two."""
    gap = _joint(word)
    return word.replace(gap, _joint(usual)) if gap else word[:_POINT] + _joint(usual) + word[_POINT:]


def _joint(word: str) -> str:
    return next((letter for letter in word if letter in _JOINTS), "")
