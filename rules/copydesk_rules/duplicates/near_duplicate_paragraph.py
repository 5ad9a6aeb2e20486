"""near-duplicate-paragraph: a paragraph that was pasted twice and edited once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from copydesk.analyses.likeness.copies import MINIMUM_WORDS, SIMILARITY, near_copies
from copydesk.analyses.likeness.differences import Likeness, describe
from copydesk.analyses.likeness.paragraphs import Paragraph, stands_beside
from copydesk.document import Document
from copydesk.language.copy import NOT_STORY
from copydesk.model.finding import Finding, Related, Severity
from copydesk.plugins.rule import Context, Example, Options, Rule

MOST_IN_COMMON = 0.99
"""Two paragraphs that are not the same are never said to be 100 % alike."""


class NearDuplicateParagraphOptions(Options, frozen=True):
    """Options of `near-duplicate-paragraph`.

    minimum_words  shorter blocks are not compared: what they share is often a formula
    similarity     the share of words that must be common, 0 to 1, sentences that only one of the two
                   paragraphs has left aside
    """

    minimum_words: int = MINIMUM_WORDS
    similarity: float = SIMILARITY


class NearDuplicateParagraph(Rule[NearDuplicateParagraphOptions]):
    """Two versions of one paragraph. What stands inside is still checked: either may be the one to go."""

    name = "near-duplicate-paragraph"
    reads_english = True
    family = "duplicates"
    severity = Severity.WARNING
    needs = ("paragraphs alike",)
    summary = "a paragraph repeats an earlier one with small changes"
    why = (
        "When a story is written through, an old version of a paragraph may stay beside the new one, and "
        "where the two differ they often contradict each other. Keep one of them. A caption, a deck, an "
        "embedded post or a pull quote is like the story on purpose, and so it is left alone."
    )
    in_quotes = "check"
    options = NearDuplicateParagraphOptions()
    examples = (
        Example(
            "The fire on Pier 4 killed 46 people on Monday night and burned for six hours before the last "
            "crews went home, the harbor master said.\n"
            "The town has asked the state for help with the repairs.\n"
            "[[The fire on Pier 4 killed 47 people on Monday night and burned for six hours before the last "
            "crews went home, the harbor master said.]]",
            "A number was brought up to date in one of two copies.",
        ),
        Example(
            "The board put off the vote on the bridge until May because two members were ill. The chair said "
            "that the town could not wait for ever.\n"
            "Ms. Orr left the meeting before noon.\n"
            "[[The board put off the vote on the bridge until May because two members were ill. Nobody spoke "
            "against it. The chair said that the town could not wait for ever.]]",
            "A sentence was put into one of two copies.",
        ),
        Example(
            "The clinic is full.\n"
            "The list of people who wait for a bed in the clinic has doubled since it closed a ward in March "
            "(file picture)\n"
            "The list of people who wait for a bed in the clinic has doubled since it closed a ward in "
            "March, and it grows.",
            "A caption, which has no full stop.",
        ),
        Example(
            "The fire on Pier 4 killed 46 people on Monday night, the harbor master said, and burned for six "
            "hours.\n"
            "The flood in Mill Street drove 46 families out on Tuesday, the mayor said, and the water stood "
            "there for two days.",
            "Two paragraphs that are built alike.",
        ),
        Example(
            "Sign up here for the letter that we send out every morning with the best stories of the town, "
            "and with all that you need to know.\n"
            "The board put off the vote.\n"
            "Sign up here for the letter that we send out every evening with the best stories of the town, "
            "and with all that you need to know.",
            "Two lines about the site.",
        ),
    )

    def check(self, document: Document, context: Context[NearDuplicateParagraphOptions]) -> Iterable[Finding]:
        """Yield one finding a copy, over the whole block, with the earlier paragraph that is most like it."""
        options = context.options
        pairs = near_copies(document, options.minimum_words, options.similarity)
        series = Counter(part.block for pair in pairs for part in (pair.copy, pair.original))
        for pair in pairs:
            copy, original, likeness = pair.copy, pair.original, pair.likeness
            if document.copy.of(copy.block) in NOT_STORY:
                continue
            if stands_beside(document, copy.block, original.block):
                continue
            if _is_pull_quote(document, copy, original, likeness):
                continue
            is_edit = likeness.is_edit(options.similarity)
            sure = is_edit and max(series[copy.block], series[original.block]) == 1
            yield _finding(document, copy, original, likeness, None if sure else Severity.INFO)


def _is_pull_quote(document: Document, copy: Paragraph, original: Paragraph, likeness: Likeness) -> bool:
    """Whether the one is an extract of its neighbor: plain text does not tell such display from prose."""
    near = abs(document.block_index(copy.block.start) - document.block_index(original.block.start)) == 1
    return near and all(difference.sentences for difference in likeness.differences)


def _finding(
    document: Document, copy: Paragraph, original: Paragraph, likeness: Likeness, severity: Severity | None
) -> Finding:
    span = original.block.span
    line = document.named_line(span)
    percent = int(100 * min(likeness.common, MOST_IN_COMMON))
    what = "the same in another order" if likeness.is_reordered else describe(document, likeness)
    return Finding(
        copy.block.span,
        f"{percent} % like the {original.block.kind} at {line}; {what}",
        related=(Related(span, "the earlier one"),),
        severity=severity,
    )
