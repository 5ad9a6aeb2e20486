"""house-term: a word that the house's terms files replace, avoid or watch."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from copydesk.document import Document
from copydesk.house.terms import Term, Terms, TermUse
from copydesk.language.lists import closed_classes as english
from copydesk.language.lists.titles import ROLE_NOUNS
from copydesk.language.words import is_title_case
from copydesk.model.finding import Edit, Finding, Fix, Severity
from copydesk.model.prose import BlockKind, Span
from copydesk.plugins.rule import Context, Example, NoOptions, Rule

_TITLES = (BlockKind.HEADLINE, BlockKind.HEADING)

_DAYS = frozenset((*english.MONTHS, *english.WEEKDAYS))

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
        "stands for every case and brings its plural and verb forms, one with a capital stands for itself; a "
        "capital inside a sentence makes the first kind a name, which is left alone. "
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
        Example(
            "Tenet Healthcare Corp. pays for [[healthcare]].",
            'A capital inside a sentence makes it a name: prefer "health care" = ["healthcare"]',
            terms=Terms.of(prefer={"health care": ["healthcare"]}),
        ),
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
            if _is_in_a_name(document, use):
                continue
            words = document.slice(span)
            if term.role != "prefer":
                yield _finding(term, span, f'"{words}": {term.advice[0]}')
                continue
            instead = [_as_written(document, span, term, good) for good in term.advice]
            if words in instead:
                continue
            shown = " or ".join(f'"{good}"' for good in instead)
            message = f'"{words}" here, and the house writes {shown}'
            if term.ruling.message:
                message = f'"{words}": {term.ruling.message}'
            finding = _finding(term, span, message)
            if len(instead) == 1:
                good = _article(document, span) + instead[0] if _counts_anew(term) else instead[0]
                is_safe = good == instead[0] and (not _counts_anew(term) or _is_determined(document, span))
                fix = Fix(f'write "{good}"', (Edit(span, good),), "safe" if is_safe else "unsafe")
                finding = replace(finding, fix=fix)
            yield finding


def _finding(term: Term, span: Span, message: str) -> Finding:
    """Build the finding of a term, with what the house says of this entry alone."""
    ruling = term.ruling
    reason = f" ({ruling.reason})" if ruling.reason else ""
    severity = Severity.INFO if term.role == "watch" else None
    return Finding(span, message + reason, severity=severity, ruled=ruling.level)


def _counts_anew(term: Term) -> bool:
    """Whether a name becomes a noun that begins with an ordinal, which wants an article: World War II."""
    first = term.advice[0].partition(" ")[0]
    return first in english.ORDINALS and not term.text.lower().startswith(first)


def _is_determined(document: Document, span: Span) -> bool:
    """Whether an article or the like stands before a term, with a word between at most."""
    before = document.word_before(span.start, across=" \u00a0")
    return not english.DETERMINERS.isdisjoint((before.lower, before.previous.lower))


def _article(document: Document, span: Span) -> str:
    """Return the article that a noun wants after a preposition, unless it stands before another noun."""
    before = document.word_before(span.start, across=" \u00a0")
    after = document.word_after(span.end, across=" \u00a0-")
    stands_alone = after.lower in english.PREPOSITIONS | english.CONJUNCTIONS | english.AUXILIARIES | {""}
    return "the " if before.lower in _BEFORE_NOUNS and stands_alone else ""


_BEFORE_NOUNS = english.PREPOSITIONS | english.TIME_PREPOSITIONS


def _is_in_a_name(document: Document, use: TermUse) -> bool:
    """Whether a term is part of a name: a Board of Advisors, Tenet Healthcare Corp., the Kiev Ballet.

    A term with a capital of its own is, where another capital follows that no person and no office owes. For
    one in lower case its own capital says so where nothing else owes it: no sentence begins, no headline is
    set in capitals, the word is not shouted.
    """
    span = use.span
    words = document.slice(span)
    if words.islower():
        return False
    block = document.block_at(span.start)
    if block.kind in _TITLES and is_title_case(document.slice(block.span)):
        return False
    if _goes_on(document, span):
        return True
    text, advice = use.term.text, use.term.advice[0]
    if text != text.lower():
        return advice == advice.lower() and (_is_led_in(document, span) or _is_before_person(document, span))
    if words.isupper() and len(words) > 1:
        return False
    is_about_capitals = use.term.role == "prefer" and advice != advice.lower()
    return not is_about_capitals and (
        not document.opens_sentence(span.start) or words[1:] != words[1:].lower()
    )


def _goes_on(document: Document, span: Span) -> bool:
    """Whether a capital follows, as in Advisor Perspectives; not Advisor Ann Poe, Kiev Mayor, Kiev Monday."""
    after = document.word_after(span.end, " ")
    if not after.is_capitalised or after.lower in ROLE_NOUNS or after.lower in _DAYS:
        return False
    return document.people.at(after.start) is None


def _is_before_person(document: Document, span: Span) -> bool:
    """Whether somebody's name follows: Mayor Ann Poe, where the house writes the mayor."""
    after = document.word_after(span.end, " ")
    return after.is_capitalised and document.people.at(after.start) is not None


def _is_led_in(document: Document, span: Span) -> bool:
    """Whether a name leads up to a term: a Center for Internet and Society, Black Internet."""
    before = document.word_before(span.start, " ")
    if before.lower in ("for", "of"):
        before = document.word_before(before.start, " ")
    return (
        before.is_capitalised
        and not document.opens_sentence(before.start)
        and document.people.at(before.start) is None
    )


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
    is_title = document.block_at(span.start).kind in _TITLES
    if is_title and len(old) > 1 and all(word[0].isupper() for word in old):
        return " ".join(word[0].upper() + word[1:] for word in new)
    return good[:1].upper() + good[1:] if words[0].isupper() else good


def _has_capital_anyhow(document: Document, span: Span) -> bool:
    """Whether a word has its capital for where it stands: in a title, or where a sentence begins."""
    return document.block_at(span.start).kind in _TITLES or document.opens_sentence(span.start)
