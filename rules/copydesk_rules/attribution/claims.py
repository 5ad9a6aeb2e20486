"""Sentences that claim what somebody should stand behind, scored."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from copydesk.analyses.attribution.answers import Answerer, Nearness, answer_for
from copydesk.analyses.phrases import find_phrases
from copydesk.document import Document
from copydesk.language.copy import PROSE, CopyKind
from copydesk.model.prose import Block, Span, once_a_draft
from copydesk_rules.attribution.sweeping import find_sweeping, is_aside

WEIGHTS = {
    "accusation": 2,
    "sweeping": 3,
    "superlative": 2,
    "statistic": 2,
    "amount": 1,
    "cause": 1,
    "prediction": 1,
    "label": 1,
    "evaluation": 1,
}
"""The points that each kind of words adds to the score of a sentence, once."""

_ANSWERED = ("agentless", "faceless", "unnamed")
"""Phrases that another rule speaks of."""

_OPINION = (
    "opinion",
    "commentary",
    "editorial",
    "analysis",
    "column",
    "review",
    "op-ed",
    "letters",
    "satire",
)
_WORDS, _LONGEST = 8, 30
"""Spaces of a sentence whose point is the claim: in a longer one it is an aside."""

_FIRST_PERSON = 3


class Claim(Struct, frozen=True):
    """A sentence without a source in reach.

    sentence  where it stands
    score     what its words add up to
    words     those words, each with its kind, in the order of the text
    """

    sentence: Span
    score: int
    words: tuple[tuple[Span, str], ...]


def find_claims(document: Document, least: int = 1) -> list[Claim]:
    """Return the claims of a news draft with that score or more, in the order of the text.

    An opinion piece has none.

    Not looked at: sentences with a source in reach, the lead, what another rule speaks of, and what needs no
    source: votes, scores, geography, the courts' record, the markets.
    """
    phrases = find_phrases(document)
    by_sentence: dict[Span, list[tuple[Span, str]]] = {}
    for kind in WEIGHTS:
        for span in phrases.get(kind, ()):
            if kind != "superlative" or not is_aside(document, span.start):
                by_sentence.setdefault(document.sentence_at(span.start), []).append((span, kind))
    sweeping = dict(_sweeping(document))
    for sentence, span in sweeping.items():
        by_sentence.setdefault(sentence, []).append((span, "sweeping"))
    scored = {
        sentence: score
        for sentence, words in by_sentence.items()
        if (score := sum(WEIGHTS[kind] for kind in {kind for _, kind in words})) >= least
    }
    if not scored:
        return []
    settled = {
        document.sentence_at(span.start) for kind in ("settled", *_ANSWERED) for span in phrases.get(kind, ())
    }
    lead = next((block for block in document.blocks if document.copy.of(block) in PROSE), None)
    left = [
        sentence
        for sentence in sorted(scored)
        if sentence not in settled and (sentence in sweeping or _is_told(document, sentence, lead))
    ]
    if not left or is_opinion(document):
        return []
    return [
        Claim(sentence, scored[sentence], tuple(sorted(by_sentence[sentence])))
        for sentence in left
        if sentence in sweeping or not _is_answered(document, sentence)
    ]


def _is_answered(document: Document, sentence: Span) -> bool:
    """Whether a source is in reach of a sentence; a charge or a suit answers for what is beside it."""
    backing = answer_for(document, sentence.start)
    if backing.kind is Answerer.CHARGE:
        return backing.nearness <= Nearness.BESIDE
    return backing.nearness is not Nearness.NOWHERE


def _sweeping(document: Document) -> Iterator[tuple[Span, Span]]:
    """Yield the sentence and the words of each sweeping claim that no other rule speaks of."""
    phrases = find_phrases(document)
    answered = {document.sentence_at(span.start) for kind in _ANSWERED for span in phrases.get(kind, ())}
    for span, _ in find_sweeping(document):
        sentence = document.sentence_at(span.start)
        if sentence not in answered:
            yield sentence, span


def _is_told(document: Document, sentence: Span, lead: Block | None) -> bool:
    """Whether a sentence is one of running copy, long enough for a claim and not in the lead."""
    if not _WORDS <= document.text.count(" ", sentence.start, sentence.end) <= _LONGEST:
        return False
    block = document.block_at(sentence.start)
    return block is not lead and document.copy.of(block) is CopyKind.OWN


@once_a_draft
def is_opinion(document: Document) -> bool:
    """Whether a draft is opinion or analysis: by its path or first lines, or because it speaks to its reader.

    A report says `I`, `we` and `you` only in quotation marks.
    """
    folders = document.source.path.lower().replace("\\", "/").split("/")
    if any(folder.startswith(_OPINION) for folder in folders):
        return True
    for block in document.blocks[:4]:
        label = document.slice(block.span)[:40].lower()
        if label.startswith(_OPINION) and (len(label) < 20 or ":" in label or "|" in label):
            return True
    if _spoken(document, ("i",)) >= _FIRST_PERSON:
        return True
    addressed = _spoken(document, _ADDRESS)
    return addressed >= _FIRST_PERSON and addressed >= _OFTEN * len(document.words)


_ADDRESS = ("we", "our", "us", "you", "your", "i", "my")
_OFTEN = 0.002
"""How often a draft says such a word that speaks to its reader: 2 in 1,000."""


def _spoken(document: Document, words: Iterable[str]) -> int:
    """Return how often words stand outside quotation marks."""
    places = (document.words[at].span for word in words for at in document.words.vocabulary.get(word, ()))
    return sum(not document.quotes.hold(span) for span in places)
