"""dialect-mix: British spelling and American spelling in one draft."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from copydesk.analyses.spelling.common_words import common_places
from copydesk.analyses.spelling.dialects import ONE_WAY, PERCENT, DialectPair, find_pairs, holds_british
from copydesk.document import Document
from copydesk.house.style import HouseStyle, SpellingStyle
from copydesk.model.finding import Edit, Finding, Fix, Related, Severity
from copydesk.model.prose import Span
from copydesk.plugins.rule import Context, Example, NoOptions, Rule
from copydesk_rules.spelling.variants import FIRST, OTHERS, against, ranked, with_capitals_of

PROOF = 3
"""How many different words must show what a draft is written in before a single other one is reported."""


class DialectMix(Rule[NoOptions]):
    """First words that the draft spells both ways; then words that are spelled unlike all others."""

    name = "dialect-mix"
    reads_english = True
    family = "spelling"
    severity = Severity.WARNING
    needs = ("British spelling or spelling.dialect",)
    summary = "British and American spelling in one draft, or two spellings of one word"
    why = (
        "A draft is British or American, and a word of the other spelling came with agency copy or a pasted "
        "sentence. The rarer spelling is reported. Quotations and names (the Labour Party, Pearl Harbor, the "
        "Department of Defense) keep their own spelling, so a word with a capital does not count."
    )
    examples = (
        Example(
            "The behavior was odd. Such behavior is rare. That [[behaviour]] shocked the board.",
            "one word, two spellings",
        ),
        Example(
            "Exports fell 5 percent, imports 3 percent, and wages 2 [[per cent]].",
            "percent is one word or two",
        ),
        Example(
            "The neighbor organized a color show in the center of town. The [[councillor]] was late.",
            "three words are American, one is British",
        ),
        Example(
            "The Labour Party wants labor laws. Its labor adviser left the center of power.",
            "a name keeps its spelling",
        ),
        Example(
            "“My favourite colour is grey,” said Ms. Orr, who paints in one color, and that color is white.",
            "so does a quotation",
        ),
        Example(
            "The programme on BBC Two asked who writes a computer program. The programme ends in May.",
            "British copy has both words",
        ),
        Example(
            "The clubs were organised in May. The clerks organised a fair. She will [[organize]] the next.",
            "forms of one word",
        ),
        Example(
            "An adviser left. Two advisers stayed, and the last [[advisor]] spoke.",
            "any English has both, and a draft one",
        ),
        Example(
            "The council will [[organize]] a vote on its programme.",
            "where the house has decided, one word is enough",
            house=HouseStyle(label="BBC", spelling=SpellingStyle(dialect="british")),
        ),
        Example("She prized the drum and reprised her song about the color of honor.", "no British spelling"),
    )

    def check(self, document: Document, context: Context[NoOptions]) -> Iterator[Finding]:
        """Yield one finding for each word of the rarer spelling, or of the one that is not the house's."""
        dialect = context.house.spelling.dialect
        if dialect in ("auto", "american") and not holds_british(document.words.vocabulary):
            return
        pairs = sorted(find_pairs(document.words.vocabulary))
        if context.house.numbers.percent != "auto":
            pairs = [pair for pair in pairs if pair != PERCENT]
        if dialect != "auto":
            yield from _unlike_house(document, context, pairs)
            pairs = [pair for pair in pairs if pair.is_common]
        british = _own(document, {pair: pair.british for pair in pairs})
        american = _own(document, {pair: pair.american for pair in pairs}) if british else {}
        if not american:
            return
        british_proofs = [pair for pair in british if pair.proves_british]
        american_proofs = [pair for pair in american if pair.proves_american]
        lean = len(british_proofs) - len(american_proofs)
        yield from _two_ways(document, context, british, american, lean)
        yield from _endings(document, context, british, american, lean)
        if len(american_proofs) >= PROOF * max(1, len(british_proofs)):
            signs = sorted(american[pair] for pair in american_proofs)
            for pair in british_proofs:
                if pair.lemma not in {other.lemma for other in american}:
                    yield from _stray(document, context, british[pair], pair.american, "British", signs)
        elif len(british_proofs) >= PROOF * max(1, len(american_proofs)):
            signs = sorted(british[pair] for pair in british_proofs)
            for pair in american_proofs:
                if pair.lemma not in {other.lemma for other in british}:
                    yield from _stray(document, context, american[pair], pair.british, "American", signs)


def _unlike_house(
    document: Document, context: Context[NoOptions], pairs: list[DialectPair]
) -> Iterator[Finding]:
    """Yield each word of the other spelling where the house has decided: one is enough."""
    dialect = context.house.spelling.dialect
    if dialect == "american":
        wrong = {pair: pair.british for pair in pairs if pair.proves_british or _is_ise(pair)}
    else:
        wrong = {
            pair: pair.american
            for pair in pairs
            if not pair.american_is_shared
            and (pair.proves_american or (dialect == "british" and _is_ise(pair)))
        }
    author = context.house.author("spelling.dialect")
    for pair, spans in _own(
        document, {pair: word for pair, word in wrong.items() if not pair.is_common}
    ).items():
        for span in spans:
            word = document.slice(span)
            good = with_capitals_of(word, pair.american if dialect == "american" else pair.british)
            fix = Fix(f'spell it "{good}"', (Edit(span, good),))
            yield Finding(span, f'{author}: {good}, not "{word}"', fix=fix)


def _is_ise(pair: DialectPair) -> bool:
    """Whether a pair differs in -ise and -ize alone, which British copy has both."""
    return not pair.proves_american and pair.british.replace("is", "iz") == pair.american


def _own(document: Document, words: dict[DialectPair, str]) -> dict[DialectPair, list[Span]]:
    """Return where the draft itself writes the words, not in a name and not in a quotation, if it does so."""
    places = {
        pair: [span for span in common_places(document, word) if _is_own(document, span)]
        for pair, word in words.items()
    }
    return {pair: spans for pair, spans in places.items() if spans}


def _is_own(document: Document, span: Span) -> bool:
    """Whether the desk spells a word: it is not quoted, nor in a document or post of somebody else's."""
    return not document.quotes.hold(span) and document.copy.at(span.start) not in OTHERS


def _two_ways(
    document: Document,
    context: Context[NoOptions],
    british: dict[DialectPair, list[Span]],
    american: dict[DialectPair, list[Span]],
    lean: int,
) -> Iterator[Finding]:
    """Yield the rarer spelling of each word that has both.

    `lean` is above 0 where other words are British.
    """
    lemmas: dict[str, list[DialectPair]] = {}
    for pair in sorted(british.keys() | american.keys()):
        lemmas.setdefault(pair.lemma, []).append(pair)
    for pairs in lemmas.values():
        ours = [span for pair in pairs for span in british.get(pair, ())]
        theirs = [span for pair in pairs for span in american.get(pair, ())]
        if ours and theirs:
            yield from _one_word(document, context, pairs, ours, theirs, 0 if pairs[0].is_common else lean)


def _one_word(
    document: Document,
    context: Context[NoOptions],
    pairs: list[DialectPair],
    british: list[Span],
    american: list[Span],
    lean: int,
) -> Iterator[Finding]:
    """Yield the rarer spelling of one word, whose forms are `pairs`."""
    forms = ranked(document, context, (british, american))
    if len(forms) < 2:
        return
    usual, rare = forms
    tied = (usual.house, usual.votes) == (rare.house, rare.votes)
    if tied and lean and (rare.uses[0].span in british) == (lean > 0):
        usual, rare = replace(rare, archived=0), replace(usual, archived=0)
    rare_is_british = rare.uses[0].span in british
    if pairs[0].british in ONE_WAY and not rare_is_british:
        return
    if pairs[0].american_is_shared and not (rare_is_british and lean <= 0):
        return  # British copy has both words.
    others = {pair.british: pair.american for pair in pairs}
    if not rare_is_british:
        others = {pair.american: pair.british for pair in pairs}
    yield from against(
        document,
        rare,
        usual,
        lambda word, _: with_capitals_of(word, others[word.lower()]),
        first="like other words of the draft" if lean else FIRST,
    )


def _endings(
    document: Document,
    context: Context[NoOptions],
    british: dict[DialectPair, list[Span]],
    american: dict[DialectPair, list[Span]],
    lean: int,
) -> Iterator[Finding]:
    """Yield the words with the rarer ending of -ise and -ize, where a British draft has both."""
    forms = [
        {pair: spans for pair, spans in found.items() if not pair.proves_american and "is" in pair.british}
        for found in (british, american)
    ]
    ise, ize = ({p: s for p, s in f.items() if p.british.replace("is", "iz") == p.american} for f in forms)
    shared = {pair.lemma for pair in ise} & {pair.lemma for pair in ize}
    ise, ize = ({p: s for p, s in f.items() if p.lemma not in shared} for f in (ise, ize))
    if not ise or not ize or lean <= 0:
        return
    usual, rare = (ize, ise) if len(ize) > len(ise) else (ise, ize)
    there = min(min(spans) for spans in usual.values())
    related = (Related(there, f'"{document.slice(there)}" here'),)
    rest = f'here, "{document.slice(there)}" at {document.place(there)}'
    for spans in rare.values():
        for form in ranked(document, context, [spans]):
            for use in form.uses:
                message = f'"{document.slice(use.span)}" {rest}: -ise or -ize'
                yield Finding(use.span, message, related, severity=Severity.INFO)


def _stray(
    document: Document,
    context: Context[NoOptions],
    spans: list[Span],
    other: str,
    dialect: str,
    signs: list[list[Span]],
) -> Iterator[Finding]:
    """Yield a word of one spelling in a draft that is written in the other, which `signs` show."""
    shown = [places[0] for places in signs[:PROOF]]
    words = ", ".join(f'"{document.slice(span)}"' for span in shown)
    house = "American" if dialect == "British" else "British"
    rest = f"is {dialect}, {words} are {house} (first at {document.place(shown[0])})"
    related = tuple(Related(span, f'"{document.slice(span)}" here') for span in shown)
    for form in ranked(document, context, [spans]):
        if form.house > 0:
            continue
        for use in form.uses:
            span = use.span
            word = document.slice(span)
            edit = Edit(span, with_capitals_of(word, other))
            fix = Fix(f'spell it "{edit.replacement}"', (edit,))
            yield Finding(span, f'"{word}" {rest}', related, fix)
