"""What puts a source on record: words that it says, in the story and not in somebody else's account."""

from __future__ import annotations

import re

from copydesk.analyses.sources.descriptions import is_somebody
from copydesk.document import Document
from copydesk.language.attribution.attributions import Attribution, SourceKind, Speaker
from copydesk.language.lists import closed_classes as english
from copydesk.language.lists.verbs import CUES, NAMING, SURE
from copydesk.model.prose import Span

_NO_SPEECH = frozenset(
    """
    agree ask begin believe continue count deem disagree email estimate express find hope maintain order plead
    point rate read recall refer relate respond rule show speak text think title wonder
    """.split()
)
"""Base forms of verbs that put nobody on record unless `that` or words in quotation marks follow."""

_SAID_BY = frozenset("allege announce cite describe estimate note predict report say tell".split())
"""Base forms of verbs that put on record who stands after `by`; others tell what was done."""

_NOT_READ = frozenset("message relate urge order rate hope believe think".split())
"""Base forms of verbs that no document is the subject of where it says something."""

_SAYING = SURE | frozenset(
    """
    accuse acknowledge admit argue assert claim concede contend declare deny insist maintain promise
    remark state stress vow warn
    """.split()
)
"""Base forms whose participle tells what somebody said: `Roe left, saying …`; `suggesting …` does not."""

_OPEN = frozenset("how if unless what whether why".split())
"""Words with which a clause begins that leaves open what is said."""

_ACTS = frozenset("confirm deny".split())
_REQUESTS = frozenset(
    "appeal appeals application bid entry motion nomination permission petition request requests".split()
)
"""What bodies deny or confirm; what somebody denies or confirms is said: `denied the allegations`."""

_WHAT_SEVERAL = r" what \w+ and $"
_WITH_OF = frozenset("accuses complains speaks warns writes".split())
"""Forms of verbs that `of` follows; others are plurals before it: `notes of the interview`."""

_ADVERBS = frozenset("also even just never not now only still then".split())
_SPACES = " \u00a0"
_LONG = 8
"""From how many spaces on words in quotation marks are a sentence, whatever mark they end with."""

_FAR = 6
"""How many words after a verb `that` may open what is said: `ruled on Monday that`."""

_PLURALS = frozenset("people police staff women men children".split())
_NESTED = re.compile(r" (?:that )?(?:[\w’'.-]+ ){0,2}")
_AND = re.compile(r"[,;] (?:and|but|while|whereas|though|although) ")


class OnRecord:
    """The attributions of a draft that put their sources on record."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._text = document.text
        self._accounts: dict[Span, list[Attribution]] = {}
        for attribution in document.attributions:
            if attribution.cue and attribution.speaker and self._may_tell(attribution, attribution.cue):
                self._accounts.setdefault(document.sentence_at(attribution.cue.start), []).append(attribution)

    def _may_tell(self, attribution: Attribution, cue: Span) -> bool:
        """Whether an attribution may tell what others say: no `who spoke`, no `denied by the mayor`."""
        is_done = self._text.startswith(" by ", cue.end) and attribution.verb not in _SAID_BY
        source = attribution.speaker and self._document.slice(attribution.speaker.span).lower()
        return not attribution.quotes and not is_done and source not in english.RELATIVES

    def holds(self, attribution: Attribution, speaker: Speaker) -> bool:
        """Whether an attribution puts its source on record."""
        return not self._is_told(attribution) and _is_speech(self._document, attribution, speaker)

    def _is_told(self, attribution: Attribution) -> bool:
        """Whether what somebody says is told by another source of the sentence: `Roe lied, the suit says`."""
        cue = attribution.cue
        if cue is None:
            return False
        return any(
            self._tells(account, attribution, cue)
            for account in self._accounts.get(self._document.sentence_at(cue.start), ())
        )

    def _tells(self, account: Attribution, told: Attribution, cue: Span) -> bool:
        """Whether an account holds the words that somebody else says."""
        teller, other = account.speaker, told.speaker
        if teller is None or other is None or account.cue is None or account.cue == cue or teller == other:
            return False
        if teller.person is not None and teller.person is other.person:
            return False
        if not account.content.contains(cue):
            return False
        if account.cue.start > cue.start:
            is_whole = account.content.end <= min(account.cue.start, teller.span.start)
            return is_whole and not _AND.search(self._text, cue.end, account.cue.start)
        if teller.kind is SourceKind.DOCUMENT:
            return not _AND.search(self._text, account.content.start, cue.start)
        is_said = account.verb in _SAYING | {"report"} and not told.quotes and other.span.start < cue.start
        return is_said and bool(_NESTED.fullmatch(self._text, account.cue.end, other.span.start))


def _is_speech(document: Document, attribution: Attribution, speaker: Speaker) -> bool:
    """Whether an attribution has its source say something."""
    content, verb, cue = attribution.content, attribution.verb, attribution.cue
    if cue is None:
        words = document.slice(content).strip("“”\"'‘’ ")
        is_sentence = words[-1:] in tuple(".,?!…—–") or words.count(" ") >= _LONG
        return words[:1].isupper() and is_sentence
    if _would(document, cue):
        return False
    form = document.slice(cue)
    if attribution.quotes:
        is_made_to = document.text.endswith(" to ", 0, cue.start) and form == verb
        if is_made_to and speaker.kind not in (SourceKind.PERSON, SourceKind.PRONOUN):
            return False  # `his mood moved an aide to say`
        is_led_to = (
            document.text[cue.end : cue.end + 1] in (",", ":") or cue.start > attribution.content.start
        )
        return verb != "speak" or is_led_to  # `speaks at a “summit of the harbours”`
    if form == "accused" and document.text.startswith(" of ", cue.end):
        return False  # `a nominee accused of fraud`
    if verb in _ACTS and _is_act(document, cue):
        return False
    if document.text.startswith(" by ", cue.end):
        is_author = verb == "report" and speaker.kind is SourceKind.PERSON
        if is_author or verb not in _SAID_BY:
            return False  # `confirmed by the Senate`, `a story reported by Ada Roe`
    if document.text[document.sentence_at(cue.start).end - 1] == "?":
        return False
    if document.text.endswith(" to ", 0, cue.start) and form == verb:
        return False  # `wants the mayor to announce it`
    if verb == "report" and document.text.startswith(" from ", cue.end):
        return False  # a credit of the reporter's
    if form.endswith("ing") and speaker.span.start == cue.end + 1:
        return False  # an object: `Announcing his decision, the mayor smiled.`
    if speaker.kind is not SourceKind.PRONOUN and not _agrees(document, cue, speaker):
        return False  # a noun: `the former state lawmaker`, `the military research question`
    if _is_adjective(document, cue) or _is_asked(document, speaker, cue):
        return False
    if _is_named(document, attribution, speaker, cue):
        return False
    if verb == "add" and speaker.kind is not SourceKind.PERSON and not _opens_clause(document, content):
        return False  # `employers added 3 million jobs`
    if speaker.kind is SourceKind.DOCUMENT:
        return verb not in _NOT_READ
    if form.endswith("ing") and document.word_before(cue.start, _SPACES).lower not in english.BE:
        # `Roe was hurt, suggesting that …` is no speech of Roe's: he is, was or has been saying so.
        return verb in SURE or (verb in _SAYING and document.text.endswith(", ", 0, cue.start))
    if speaker.kind is not SourceKind.PERSON and verb == "protest":
        return False  # a noun
    return verb not in _NO_SPEECH or _opens_clause(document, content)


def _would(document: Document, cue: Span) -> bool:
    """Whether a verb tells what somebody may say: `would say`, `would now ask`."""
    word = document.word_before(cue.start, _SPACES)
    if word.lower in _ADVERBS or word.lower.endswith("ly"):
        word = document.word_before(word.start, _SPACES)
    return word.lower in english.MODALS


def _is_asked(document: Document, speaker: Speaker, cue: Span) -> bool:
    """Whether what somebody says is left open, or is a thing that is done.

    Examples: `what the players are saying`, `with whom the mayor was contending`.
    """
    word = document.word_before(speaker.span.start, _SPACES)
    if word.lower == "and":
        sentence = document.sentence_at(cue.start)
        is_after = bool(re.compile(_WHAT_SEVERAL).search(document.text, sentence.start, speaker.span.start))
    elif word.lower == "whom":
        is_after = document.word_before(word.start, _SPACES).lower in english.PREPOSITIONS
    else:
        is_after = word.lower in _OPEN
    return is_after and speaker.span.end < cue.start


def _is_act(document: Document, cue: Span) -> bool:
    """Whether a verb tells what a body does, not what it says: `denied a request`, `confirmed Ada Roe`."""
    after = document.text[cue.end : document.sentence_at(cue.start).end].split(None, _FAR)[:_FAR]
    person = document.people.at(cue.end + 1)
    ends = [mention.end for mention in person.mentions if mention.start == cue.end + 1] if person else []
    is_named = bool(ends) and document.text.startswith((" as ", " to ", " for "), ends[0])
    is_named = is_named or (after[:1] in (["a"], ["an"]) and is_somebody(after[1].strip(".,;")))
    return is_named or not _REQUESTS.isdisjoint(word.strip(".,;") for word in after)


def _is_adjective(document: Document, cue: Span) -> bool:
    """Whether a participle stands before a noun, or a noun before `of`: `on repeated votes`, `notes of`."""
    form = document.slice(cue)
    before = document.word_before(cue.start, _SPACES).lower
    if form.endswith("ed"):
        return before in english.CORE_PREPOSITIONS
    return form.endswith("s") and document.text.startswith(" of ", cue.end) and form not in _WITH_OF


def _is_named(document: Document, attribution: Attribution, speaker: Speaker, cue: Span) -> bool:
    """Whether a participle gives a thing its name: `has built a model called Tern`, `A group called Tern`."""
    words = document.slice(speaker.span).lower().split()
    is_new = words[0] in ("a", "an")
    is_beside = cue.start == speaker.span.end + 1 and document.slice(cue).endswith("ed")
    may_speak = document.opens_sentence(speaker.span.start) and (
        is_somebody(words[-1]) or document.text[cue.end + 1 : cue.end + 2].islower()
    )
    return attribution.verb in NAMING and is_new and is_beside and not may_speak


def _agrees(document: Document, cue: Span, speaker: Speaker) -> bool:
    """Whether a verb right after its subject has its number: `the board asks`, not `the board ask`."""
    if cue.start != speaker.span.end + 1 or CUES.get(document.slice(cue).lower()) != document.slice(cue):
        return True
    phrase = document.slice(speaker.span).lower()
    first, last = phrase.split()[0], phrase.split()[-1]
    is_single = first in english.INDEFINITES - {"any", "no", "some"} or first in {"the", "this", "its"}
    if speaker.kind is SourceKind.PERSON:
        return document.text[: speaker.span.start].endswith(" and ") or " and " in phrase
    is_plural = last.endswith("s") or last in _PLURALS or " and " in phrase or " of " in phrase
    return is_plural or not is_single


def _opens_clause(document: Document, content: Span) -> bool:
    return "that" in document.slice(content).lower().split(None, _FAR)[:_FAR]
