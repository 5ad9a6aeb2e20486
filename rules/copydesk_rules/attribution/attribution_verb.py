"""`attribution-verb`."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.document import Document
from copydesk.language.attribution.attributions import Attribution, CueKind, SourceKind
from copydesk.language.lists import closed_classes as english
from copydesk.language.spelling.compounds import FUNCTION_WORDS
from copydesk.model.finding import Edit, Finding, Fix, Severity
from copydesk.model.prose import Span, once_a_draft
from copydesk.plugins.rule import Context, Example, Options, Rule
from copydesk_rules.attribution.claims import is_opinion


class AttributionVerbOptions(Options, frozen=True):
    """Options of `attribution-verb`.

    classes  the classes of verbs that are reported: "factive" (revealed), "doubting" (claimed), "mild"
             (suggested, vowed), "loaded" (slammed), "thinking" (believes), "not speech" (smiled)
    allow    verbs that this house accepts as they are, in the base form: "claim"
    """

    classes: tuple[str, ...] = ("doubting", "loaded", "not speech")
    allow: tuple[str, ...] = ()


class AttributionVerb(Rule[AttributionVerbOptions]):
    """A verb that says more than that somebody said so."""

    name = "attribution-verb"
    reads_english = True
    family = "attribution"
    severity = Severity.INFO
    needs = ("judging verb of attribution",)
    summary = "claimed, slammed, smiled: an attribution that doubts, colours, or is no speech"
    why = (
        "Said tells the reader that somebody said so, and nothing else. Claimed doubts it, revealed vouches "
        "for it, slammed takes sides, and nobody can smile a sentence. Milder verbs, and believes, which "
        "looks into a head, are reported where a house asks for their classes."
    )
    options = AttributionVerbOptions()
    examples = (
        Example("“The pier is safe,” Ann Poe [[claimed]].", "doubts her"),
        Example("“The pier is safe,” [[boasted]] Ann Poe.", "takes sides"),
        Example("“The pier is safe,” [[smiled]] Ann Poe.", "no speech"),
        Example("Ann Poe suggested that the pier is safe.", "a suggestion may be one"),
        Example("“The pier is safe,” Ann Poe said.", "neutral"),
        Example("The toll is a tax, Ann Poe [[claims]].", "the words stand before her"),
        Example("Ann Poe [[blasted]] the board in a letter.", "and the board is her object"),
        Example("The storm blasted the pier.", "no attribution"),
        Example("Ann Poe claimed the prize.", "no attribution"),
        Example("The council dismissed Ferryline claims that the bridge was paid for.", "a noun"),
        Example("On the third day, Ann Poe boasted.", "when she did"),
        Example("“She claimed it was safe,” Ann Poe said.", "her words"),
    )

    def check(self, document: Document, context: Context[AttributionVerbOptions]) -> Iterator[Finding]:
        """Report each verb once."""
        if is_opinion(document):
            return
        seen, classes = set(), frozenset(context.options.classes)
        for attribution in document.attributions:
            cue, kind = attribution.cue, attribution.kind
            if kind not in classes or cue is None or cue in seen:
                continue
            if attribution.verb in context.options.allow or not _is_speech(document, attribution):
                continue
            seen.add(cue)
            word = document.slice(cue)
            neutral = _neutral(attribution.verb or "", word)
            fix = Fix(f"write {neutral}", (Edit(cue, neutral),)) if kind is not CueKind.THINKING else None
            yield Finding(
                cue, f'"{word}" {_SAYS[kind]}: {_ADVICE.get(kind, f"{neutral} is enough")}', fix=fix
            )


_SAYS = {
    CueKind.FACTIVE: "vouches for what is said",
    CueKind.DOUBTING: "doubts the speaker",
    CueKind.MILD: "is not quite said",
    CueKind.LOADED: "colours what is said",
    CueKind.THINKING: "looks into a head",
    CueKind.NOT_SPEECH: "is no verb of speech",
}
_ADVICE = {CueKind.THINKING: "write what was said"}
_NEUTRAL = {
    "slam": "criticize",
    "blast": "criticize",
    "lash": "criticize",
    "scold": "criticize",
    "tout": "praise",
    "vow": "promise",
}
_SPOKEN = frozenset({"vow", "tout"})
"""Those of them that do not have whoever is spoken of as their object."""

_SUBJECTS = (
    (english.DETERMINERS | english.SUBJECT_PRONOUNS)
    | (english.QUANTIFIERS - {"either", "neither"} - {"enough", "other", "several"})
    | {"me", "nobody", "none", "nothing", "there"}
)
"""Function words with which a main clause begins."""

_SETTING = 3
"""Words of what leads to a sentence (In the end), rather than says anything."""

_DEMAND = 12
"""How many words on the verb of a demand is looked for."""

_DOUBTING = frozenset("wrongly falsely incorrectly mistakenly inaccurately erroneously dubiously".split())
_SAYING = frozenset({"say", "tell", "ask", "write", "add"})


@once_a_draft
def _saying(document: Document) -> set[Span]:
    """Return the sentences with a verb of saying."""
    return {document.sentence_at(a.cue.start) for a in document.attributions if a.cue and a.verb in _SAYING}


def _is_speech(document: Document, attribution: Attribution) -> bool:
    """Whether a verb attributes a clause or a quotation, not a thing: claimed the prize, hopes to win.

    What somebody thinks is speech where a verb of saying stands in the sentence: she said she believes.
    """
    speaker, cue = attribution.speaker, attribution.cue
    if speaker is None or cue is None or speaker.kind is SourceKind.DOCUMENT:
        return False
    if attribution.kind is CueKind.THINKING:
        is_somebody = speaker.kind in (SourceKind.PERSON, SourceKind.PRONOUN)
        if not is_somebody or document.sentence_at(cue.start) in _saying(document):
            return False
    if (
        attribution.verb in _NEUTRAL
        and attribution.verb not in _SPOKEN
        and cue.end <= attribution.content.start
    ):
        return speaker.kind in (SourceKind.PERSON, SourceKind.PRONOUN)
    if _is_demand(document, attribution.content) or _is_doubted(document, attribution, cue):
        return False
    if attribution.quotes or document.text.startswith(" that ", cue.end):
        return True
    return _ends_sentence(document, cue) and _is_clause(document, attribution.content, cue)


def _is_demand(document: Document, content: Span) -> bool:
    """Whether what is said shall be done: `insisted that the board be asked`, `insisting she sign it`."""
    words = document.slice(content).lower().split()[:_DEMAND]
    verb = next((word for word in words if word in english.AUXILIARIES), "")
    return verb == "be"


def _is_doubted(document: Document, attribution: Attribution, cue: Span) -> bool:
    """Whether the draft says itself that it is not so: `wrongly claimed`, a “bizarre” claim."""
    before = document.word_before(cue.start, " ").lower
    is_noun = document.slice(cue) == attribution.verb and document.before(cue.start, 2)[:1] in ("”", '"')
    return before in _DOUBTING or is_noun


def _ends_sentence(document: Document, cue: Span) -> bool:
    return document.text.startswith((".", "?", "!"), cue.end)


def _is_clause(document: Document, content: Span, cue: Span) -> bool:
    """Whether what stands before a speaker is what he says: `The toll is a tax, Ann Poe claims.`

    `On Monday, Ann Poe boasted.` says when she did.
    """
    words = document.slice(content).split()
    is_before = content.end <= cue.start and words[-1].endswith(",")
    return is_before and len(words) > _SETTING and words[0].lower() not in FUNCTION_WORDS - _SUBJECTS


def _neutral(verb: str, word: str) -> str:
    """Return the form of the neutral verb that stands for a form of another."""
    neutral, lower = _NEUTRAL.get(verb, "say"), word.lower()
    if lower.endswith("ing"):
        return f"{neutral.removesuffix('e')}ing"
    if lower.endswith("ed") or lower == "thought":
        return "said" if neutral == "say" else f"{neutral}d"
    return f"{neutral}s" if lower.endswith("s") else neutral
