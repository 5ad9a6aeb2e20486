"""Who was asked and did not answer: `declined to comment`, `did not respond to requests`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copydesk.analyses.sources.descriptions import kind_of_phrase, trimmed
from copydesk.document import Document
from copydesk.language.attribution.speakers import SourceKind, Speaker, Speakers
from copydesk.language.copy import PROSE
from copydesk.model.prose import Span

_SILENT = (
    r"(?:declin\w+|refus\w+) (?:(?:requests? for|our|an?|further|to (?:give|provide|offer)) )*"
    r"(?:to )?(?:comments?|interviews?|discuss|elaborate|answer|respond|be interviewed)\b"
    r"|(?:did|does|do|had|has|have)(?: not|n[’']t)(?: immediately| yet)? "
    r"(?:(?:respond(?:ed)?|reply|replied|answer(?:ed)?)(?=[.,;]| (?:to |immediately )?(?:[\w-]+ ){0,4}"
    r"(?:requests?|messages?|e-?mails?|questions?|calls?|inquir\w+|quer\w+|comment)\b)"
    r"|return(?:ed)? (?:[\w-]+ ){0,3}(?:calls?|messages?|e-?mails?|requests?)|comment(?:ed)?)\b"
    r"|(?:could not|couldn[’']t|cannot)(?: immediately)? be reached\b"
    r"|(?:had|has|have|offered|made|gave) no (?:immediate )?comment\b"
    r"|(?:was|were)(?: not (?:immediately )?| un)available for comment\b"
    r"|would not (?:comment|say|discuss|elaborate)\b|(?:declin|refus)ed to say\b"
)
_UNANSWERED = (
    r"\b(?:[Cc]alls?|[Mm]essages?|[Ee]-?mails?|[Qq]uestions?"
    r"|[Rr]equests?(?: for (?:an )?(?:comment|interview))?"
    r"|(?:[Aa]ttempts?|[Ee]fforts?) to (?:reach|contact))(?: (?:left|sent|made|seeking comment))*"
    r"(?: at the (?:home|office) of| for| to| with)? (?P<who>(?:(?:Mr|Mrs|Ms|Dr)\. )?[^.;:“”\"]{2,80}?) "
    r"(?:(?:was|were) (?:not (?:immediately )?(?:returned|answered)|unsuccessful)"
    r"|went (?:unanswered|unreturned)|failed)\b"
)
"""What was sent or tried, to whom, and that nothing came back: `Calls to Ada Roe were not returned`."""

_ANCHORS = frozenset(
    """
    unanswered unreturned unsuccessful failed declined refused comment comments interview interviews discuss
    elaborate answer answered respond responded return returned reply replied reached available unavailable
    interviewed commented
    """.split()
)


def find_silences(document: Document) -> Iterator[tuple[Speaker | None, Span]]:
    """Yield who was asked and did not answer, where the draft says who, and the words that say so."""
    vocabulary, words = document.words.vocabulary, document.words
    anchors = sorted(words[at].start for word in vocabulary.keys() & _ANCHORS for at in vocabulary[word])
    sentences = dict.fromkeys(document.sentence_at(start) for start in anchors)
    speakers: Speakers | None = None
    for sentence in sentences:
        if document.copy.of(document.block_at(sentence.start)) not in PROSE:
            continue
        for match in re.compile(_SILENT).finditer(document.text, sentence.start, sentence.end):
            span = Span(*match.span())
            if document.quotes.hold(span):
                continue
            speakers = speakers or Speakers(document, words, document.people)
            clause, verb = _clause(document, sentence, span.start), document.word_after(span.start).index
            subject = speakers.subject(clause, span.start)
            subject = subject or speakers.before(verb, clause, participle=False, sure=True)
            yield subject, span
        for match in re.compile(_UNANSWERED).finditer(document.text, sentence.start, sentence.end):
            whom = _addressed(document, Span(*match.span("who")))
            if whom.person or kind_of_phrase(
                trimmed(match["who"])
            ):  # nobody: `efforts to reach a deal failed`
                yield whom, Span(*match.span())


def _addressed(document: Document, whom: Span) -> Speaker:
    """Return whom a phrase names: `Ada Roe, the clerk` is a person."""
    named = [p for p in document.people.all for m in p.mentions if whom.contains(m.name) and not m.possessive]
    return Speaker(whom, SourceKind.PERSON, named[0]) if named else Speaker(whom, SourceKind.GROUP, None)


def _clause(document: Document, sentence: Span, offset: int) -> int:
    """Return where the clause begins that a verb stands in."""
    found = [
        m.end()
        for m in re.finditer(r"[,;] (?:and|but|while|though) ", document.text[sentence.start : offset])
    ]
    return sentence.start + found[-1] if found else sentence.start
