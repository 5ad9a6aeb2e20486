"""`unsourced-claim`."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.document import Document
from copydesk.model.finding import Finding, Severity
from copydesk.plugins.rule import Context, Example, Options, Rule
from copydesk_rules.attribution.claims import find_claims


class UnsourcedClaimOptions(Options, frozen=True):
    """Options of `unsourced-claim`.

    score  how much a claim must weigh to be shown
    most   how many are shown for each 1,000 words, the heaviest first; 0 shows all
    """

    score: int = 3
    most: float = 2.0


class UnsourcedClaim(Rule[UnsourcedClaimOptions]):
    """A claim that nobody is on record for."""

    name = "unsourced-claim"
    reads_english = True
    family = "attribution"
    severity = Severity.INFO
    summary = "a statistic, superlative, cause or prediction with no source in reach"
    why = (
        "What a reader may dispute and the reporter did not witness is somebody's to say: name who, in the "
        "same sentence. Two editors agree on such a sentence six times in ten, so this is a short list to go "
        "through, the heaviest claims first, and never a gate."
    )
    options = UnsourcedClaimOptions()
    examples = (
        Example(
            "The board met.\n\n[[The pier is the oldest in the country and is likely to fall down soon.]]",
            "a superlative and a prediction",
        ),
        Example("The board met.\n\n[[The pier will fail.]]", "a forecast"),
        Example(
            "The board met.\n\nThe pier is the oldest in the country. It costs too much, Mr. Brobst said.",
            "the source at the end covers the sentence before",
        ),
        Example(
            "The board met.\n\nThe plan to close the oldest pier in the town won 52 percent of the vote.",
            "votes are on record",
        ),
        Example(
            "The board met.\n\nThe pier was opened on May 5, 1902, and stands three miles from the town.",
            "dates and geography",
        ),
        Example(
            "OPINION: Close the pier\n\nThe board met.\n\nThe pier is the worst in the whole country.",
            "opinion has other rules",
        ),
    )

    def check(self, document: Document, context: Context[UnsourcedClaimOptions]) -> Iterator[Finding]:
        """Report the claims that weigh enough, the heaviest, as many as a draft of its length may have."""
        options = context.options
        claims = find_claims(document, options.score)
        if options.most:
            claims.sort(key=lambda claim: (-claim.score, claim.sentence))
            claims = claims[: max(_LEAST, int(options.most * len(document.words) / 1000))]
        for claim in claims:
            words = ", ".join(f'{_KINDS[kind]} ("{document.slice(span)}")' for span, kind in claim.words)
            yield Finding(
                claim.sentence,
                f"nobody is on record for {words}: name who says so, or how we know",
                yields=("unsourced-accusation",),
            )


_KINDS = {
    "accusation": "an accusation",
    "sweeping": "a sweeping claim",
    "superlative": "a superlative",
    "statistic": "a figure",
    "amount": "an amount",
    "cause": "a cause",
    "prediction": "a prediction",
    "label": "a label",
    "evaluation": "a judgment",
}

_LEAST = 5
"""How many claims of a short draft are shown, however many words it has."""
