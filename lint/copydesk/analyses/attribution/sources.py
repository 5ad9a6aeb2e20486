"""The sources of a draft: who and what it rests on, and who was asked and did not answer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from copydesk.document import Document
from copydesk.language.attribution.attributions import Attribution, SourceKind, Speaker
from copydesk.language.attribution.speakers import Speakers
from copydesk.language.copy import PROSE
from copydesk.language.lists import closed_classes as english
from copydesk.language.lists import lexicon
from copydesk.language.lists.titles import CALENDAR, DEMONYMS, NOT_A_NAME, ROLE_NOUNS, THINGS
from copydesk.language.lists.verbs import CUES, DOCUMENTS, FACELESS
from copydesk.language.people.people import Person
from copydesk.model.prose import Span, once_a_draft


class Source(Struct, frozen=True):
    """Somebody or something on record, with what rests on it.

    name   a person's fullest name; else the words of the draft
    kind   what kind of source it is: a person, a group, a document, one without a name
    named  whether a reader could look it up: it has a name
    said   its attributions, in the order of the text
    """

    name: str
    kind: SourceKind
    named: bool
    said: list[Attribution]


class Silence(Struct, frozen=True):
    """Somebody who was asked and did not answer.

    name   a person's fullest name, or the words of the draft; "" where it is not clear who is meant
    words  the words that say so: `declined to comment`
    """

    name: str
    words: Span


class Sources(Struct, frozen=True):
    """The sources of a draft.

    found   the sources, in the order in which they come on record
    unsure  how many attributions have a source that is not clear, such as a pronoun that may be anybody's
    silent  who was asked and did not answer, in the order of the text
    """

    found: list[Source]
    unsure: int
    silent: list[Silence]

    @property
    def named(self) -> int:
        """How many sources have a name."""
        return sum(source.named for source in self.found)


_BE = english.BE

_NO_SPEECH = frozenset(
    """
    begin believe continue count deem email estimate express find hope order plead point rate read recall
    refer relate show speak text think title wonder
    """.split()
)
"""Base forms of verbs that put nobody on record unless `that` or words in quotation marks follow."""

_SAID_BY = frozenset(
    "allege announce cite claim describe estimate note predict report say tell write".split()
)
"""Base forms of verbs that put on record who stands after `by`; others tell what was done."""

_NOT_READ = frozenset("message relate urge order rate hope believe think".split())
"""Base forms of verbs that no document is the subject of where it says something."""

_HUMANS = frozenset(
    """
    adult applicant attendee backbencher bystander caller candidate captive caregiver client customer detainee
    employee employer expert eyewitness figure follower freshman graduate homeowner immigrant insider juror
    junior keeper landlord listener local man migrant motorist neighbor neighbour newcomer observer officer
    operator organiser organizer other parishioner participant member passenger patient pensioner
    people person plaintiff pledge practitioner protester purchaser reader relation relative renter rider
    senior shopkeeper shopper skeptic sceptic sophomore source speaker spectator spouse staff subscriber
    taxpayer tenant trader traveler traveller trustee user viewer visitor voter
    woman women men children child boy girl guest
    authorities backer clerk coroner porter guardian foe
    """.split()
)
_BODIES = frozenset(
    """
    agencies authority bureaucracy cabinet campaign council defence defense department firm government jury
    junta leadership maker makers manufacturer military militia ministry mission mob monarchy nonprofit outlet
    panel parliament police prosecution regime regulator regulators secretariat startup think-tank
    tribunal watchdog
    """.split()
)
_NO_BODY = CALENDAR | frozenset(
    """
    policy act acts area article bill building colloquium data day days deal economy election fair first
    flag games high industry internet investigation investigations island land lords market media memorial
    middle nation oil peace plan plain point post press prize records report reports review road room
    route sea shore shores coast settlement show sports square survey system systems task times trade
    trail treaty tunnel war water white world zone album book disease film journal label movie novel play
    portfolio products program programme project series site song theorem
    """.split()
)
"""Words of the lists of names and things that are no body that could say something."""

_HEAD_ENDS = (
    english.CORE_PREPOSITIONS
    | english.PLACE_PREPOSITIONS
    | english.RELATIVES
    | frozenset("about among behind within representing familiar close when where".split())
)
_TRAILING = frozenset("already also again once later then still now has had recently today yesterday".split())
_LEADING = frozenset("however indeed instead meanwhile moreover nevertheless still".split())
_PAST = frozenset("this last next on in early late".split())
_CLAUSE = english.BE | english.DO | english.MODALS | english.SUBJECT_PRONOUNS
_VERBS = frozenset("sent shot made gave took got came went kept held left won lost paid found".split())
_QUANTITIES = english.QUANTIFIERS | frozenset(english.ONES) | {"others"}
_COUNTS = frozenset({"a", "an", "another", "several", *english.ONES})
_KNOWING = frozenset("close familiar".split())
_SPEAKS_FOR = frozenset("judge court jury spokesman spokeswoman spokesperson".split())
_PLURALS = frozenset("people police staff women men children".split())
_POSSESSORS = english.POSSESSIVES
_TIMES = CALENDAR | frozenset("week month year morning afternoon evening night weekend".split())

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
    r"|would not comment\b"
)
_ANCHORS = frozenset(
    """
    comment comments interview interviews discuss elaborate answer answered respond responded return returned
    reply replied reached available unavailable interviewed commented
    """.split()
)


@once_a_draft
def find_sources(document: Document) -> Sources:
    """Return the sources of a draft; what only stands in somebody's account of somebody else is none."""
    found: dict[object, Source] = {}
    unsure = 0
    told = _Accounts(document)
    for attribution in document.attributions:
        speaker = attribution.speaker
        if speaker is None or told.is_inside_another(attribution):
            continue
        if not _is_speech(document, attribution, speaker):
            continue
        again = _again(document, speaker, list(found.values()))
        if again is not None:
            again.said.append(attribution)
            continue
        known = _identify(document, speaker)
        if known is None:
            unsure += 1
            continue
        other = _other(document, speaker)
        for key, source in (known, *([_of_person(other, SourceKind.PERSON)] if other else [])):
            found.setdefault(key, source).said.append(attribution)
    return Sources(list(found.values()), unsure, list(_silences(document)))


def _is_speech(document: Document, attribution: Attribution, speaker: Speaker) -> bool:
    """Whether an attribution puts its source on record."""
    content, verb = attribution.content, attribution.verb
    if attribution.cue is None:
        words = document.slice(content).strip("“”\"'‘’ ")
        return bool(words) and words[0].isupper() and words[-1] in ".,?!…—–"
    if attribution.quotes:
        return True
    if document.text.startswith(" by ", attribution.cue.end) and verb not in _SAID_BY:
        return False  # `confirmed by the Senate`, `encouraged by the mayor`
    if document.text.endswith(" to ", 0, attribution.cue.start) and document.slice(attribution.cue) == verb:
        return False  # `wants the mayor to announce it`
    if verb == "report" and document.text.startswith(" from ", attribution.cue.end):
        return False  # a credit of the reporter's
    if document.slice(attribution.cue).endswith("ing") and speaker.span.start == attribution.cue.end + 1:
        return False  # an object: `Announcing his decision, the mayor smiled.`
    if speaker.kind is not SourceKind.PRONOUN and not _agrees(document, attribution.cue, speaker):
        return False  # a noun: `the former state lawmaker`, `the military research question`
    if verb == "add" and speaker.kind is not SourceKind.PERSON and not _opens_clause(document, content):
        return False  # `employers added 3 million jobs`
    if speaker.kind is SourceKind.DOCUMENT:
        return verb not in _NOT_READ
    if document.slice(attribution.cue).endswith("ing"):
        # `Roe was hurt, suggesting that …` is no speech of Roe's: he is, was or has been saying so.
        before = document.text[max(0, attribution.cue.start - 10) : attribution.cue.start].split()
        return bool(before) and before[-1].lower() in _BE
    if speaker.kind is not SourceKind.PERSON and verb == "protest":
        return False  # a noun
    return verb not in _NO_SPEECH or _opens_clause(document, content)


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
    return document.text[content.start : content.end].lstrip().startswith("that ")


class _Accounts:
    """The parts of a draft that are somebody's account."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._document = document
        self._accounts: dict[Span, list[Attribution]] = {}
        for attribution in document.attributions:
            cue, speaker = attribution.cue, attribution.speaker
            if cue and speaker and not attribution.quotes:
                comes_last = attribution.content.end <= min(cue.start, speaker.span.start)
                if comes_last or speaker.kind is SourceKind.DOCUMENT:
                    self._accounts.setdefault(document.sentence_at(cue.start), []).append(attribution)

    def is_inside_another(self, attribution: Attribution) -> bool:
        """Whether what somebody says is told by another source of the sentence: `Roe lied, the suit says`."""
        cue = attribution.cue
        if cue is None:
            return False
        for account in self._accounts.get(self._document.sentence_at(cue.start), ()):
            is_other = account.cue != cue and account.speaker != attribution.speaker
            if is_other and account.content.contains(cue):
                between = self._text[account.content.start : cue.start]
                if account.cue and account.cue.start > cue.start:
                    between = self._text[cue.end : account.cue.start]
                if not re.search(r"[,;] (?:and|but|while|whereas|though|although) ", between):
                    return True
        return False


def _identify(document: Document, speaker: Speaker) -> tuple[object, Source] | None:
    """Return the key that identifies a source, and the source.

    Returns None if it is not clear who is meant.
    """
    if speaker.person is not None:
        return _of_person(speaker.person, speaker.kind)
    if speaker.kind is SourceKind.PRONOUN:
        return None
    words = _trimmed(document.slice(speaker.span))
    person = document.people.at(speaker.span.start)
    if person is not None and not any(word.endswith(("’s", "'s", "s’", "s'")) for word in words):
        return _of_person(person, SourceKind.PERSON)
    if not words:
        return None
    name = " ".join(words)
    if speaker.kind is SourceKind.PERSON:
        return name.lower(), Source(name, SourceKind.PERSON, True, [])
    kind = _kind(words)
    if kind is None:
        return None
    bearers = _bearers(document, words)
    if bearers:
        return _of_person(bearers[0], SourceKind.PERSON) if len(bearers) == 1 else None
    lowers = [word.lower() for word in words]
    key = " ".join(lowers[1:] if lowers[0] in english.ARTICLES | english.DEMONSTRATIVES else lowers)
    if _is_definite(lowers):
        return None
    is_somebody = _is_human(_head(lowers)) and _head(lowers) not in _BODIES
    named = kind is not SourceKind.ANONYMOUS and not is_somebody and _has_name(words)
    return key, Source(name, kind, named, [])


def _head(lowers: list[str]) -> str:
    """The noun that a phrase is about: `supporters` of `supporters of the bill`."""
    end = next((at for at, lower in enumerate(lowers) if at and lower in _HEAD_ENDS), len(lowers))
    return lowers[end - 1].strip(",")


def _is_definite(lowers: list[str]) -> bool:
    """Whether a phrase means one who was told of before: `the Ohio Republican`, `the official`."""
    head = lowers[-1]
    is_one = _head(lowers) == head and _is_human(head) and not head.endswith("s")
    return lowers[0] == "the" and is_one and head not in _PLURALS | _BODIES


def _again(document: Document, speaker: Speaker, found: list[Source]) -> Source | None:
    """The source that a phrase means again: `the official` after `a senior official`."""
    lowers = document.slice(speaker.span).lower().split()
    is_document = lowers[0] in ("the", "this") and lowers[1:-1] in ([], ["same"]) and lowers[-1] in DOCUMENTS
    if not is_document and not _is_definite(lowers):
        return None
    return next((one for one in found[::-1] if _head(one.name.lower().split()) == lowers[-1]), None)


def _other(document: Document, speaker: Speaker) -> Person | None:
    """Who says the same with a person: `said Ada Roe and Bo Renn.`, `Ada Roe and Bo Renn said`."""
    text, span = document.text, speaker.span
    if speaker.kind is not SourceKind.PERSON:
        return None
    if text.startswith(" and ", span.end):
        start = span.end + len(" and ")
        person = document.people.at(start)
        ends = [mention.end for mention in person.mentions if mention.start == start] if person else []
        return person if ends and text[ends[0] : ends[0] + 1] in (".", ",", ";") else None
    if text.endswith(" and ", 0, span.start):
        end = span.start - len(" and ")
        person = document.people.at(end - 1)
        starts = [mention.start for mention in person.mentions if mention.end == end] if person else []
        return person if starts and document.opens_sentence(starts[0]) else None
    return None


def _of_person(person: Person, kind: SourceKind) -> tuple[object, Source]:
    kind = SourceKind.PERSON if kind is SourceKind.PRONOUN else kind
    return id(person), Source(person.name.rstrip(","), kind, True, [])


def _trimmed(phrase: str) -> list[str]:
    """Return the words of a source without what belongs to the verb.

    Example: `the board on Tuesday`, `the firm already`.
    """
    words = phrase.replace("\u00a0", " ").strip(" ,;:.").split(" ")
    if words and words[0].lower() in english.CONJUNCTIONS | _LEADING:
        words = words[1:]
    while words:
        last = words[-1].lower().rstrip(",")
        if (
            last in _TRAILING
            or last in english.CORE_PREPOSITIONS | english.RELATIVES
            or last in _TIMES
            or last in _PAST
            or last.endswith("ly")
        ):
            words.pop()
        else:
            break
    return words


def _kind(words: list[str]) -> SourceKind | None:
    """Return what kind of source the words of a phrase are.

    The head of the phrase decides; None if it is none for certain.
    """
    lowers = [word.lower().strip(",’'") for word in words]
    if not _CLAUSE.isdisjoint(lowers[:6]) or lowers[0] in _HEAD_ENDS:
        return None
    if _holds_verb(lowers) or lowers[0] in _PAST or lowers == ["former"]:
        return None
    end = next((at for at, lower in enumerate(lowers) if at and lower in _HEAD_ENDS), len(words))
    head, surface = re.sub(r"[’']s?$", "", lowers[end - 1]), words[end - 1]
    if head in DOCUMENTS or head.removesuffix("s") in DOCUMENTS:
        return SourceKind.DOCUMENT
    if words[-1].endswith(("’s", "'s")):
        return None  # whose words those are: `the President’s tweets`
    is_bare = lowers[0] not in english.DETERMINERS | english.QUANTIFIERS | _COUNTS and words[0][0].islower()
    is_bare = is_bare and surface[0].islower()
    if is_bare and not head.endswith("s") and head not in FACELESS | _PLURALS:
        return None  # what is left of a longer phrase: `host of the show said`
    if _is_human(head):
        is_told = lowers[0] in _COUNTS and head not in _SPEAKS_FOR
        is_told = is_told or (end < len(words) and lowers[end] in _KNOWING)
        is_unnamed = is_told or (head in FACELESS and not _has_name(words))
        return SourceKind.ANONYMOUS if is_unnamed else SourceKind.GROUP
    if head in _bodies() or head.removesuffix("s") in _bodies():
        return SourceKind.GROUP
    if surface[0].isupper():
        is_common = end == 1 and not surface.isupper() and head in lexicon.common_words()
        is_unclear = is_common or head in CALENDAR or lowers[0] in _POSSESSORS or len(surface) == 1
        return None if is_unclear else SourceKind.GROUP
    return SourceKind.GROUP if head in _QUANTITIES and lowers[0] != head and end < len(words) else None


def _holds_verb(lowers: list[str]) -> bool:
    """Whether a phrase is a clause: `the paperwork involved burdened rights`, `the board resigned`."""
    if any(lower.endswith(("n't", "n’t")) or lower in _VERBS for lower in lowers):
        return True
    pasts = [lower.endswith("ed") for lower in lowers]
    return sum(pasts) > 1 or (len(pasts) > 1 and pasts[-1])


def _is_human(head: str) -> bool:
    """Whether a noun is one for somebody: a role, a job, a people; in the plural too."""
    single = {head, head.removesuffix("s"), head.removesuffix("es"), head.removesuffix("ies") + "y"}
    nouns = _HUMANS | ROLE_NOUNS | FACELESS | DEMONYMS
    return not single.isdisjoint(nouns) or head.endswith(("-year-old", "-year-olds"))


@cache
def _bodies() -> frozenset[str]:
    return (NOT_A_NAME | THINGS | _BODIES) - _NO_BODY


def _has_name(words: list[str]) -> bool:
    """Whether a name stands in a phrase: a capital after its first word, or one that is all a name."""
    first = words[0]
    if first.lower().partition("-")[0] in english.ONES:
        return False  # `Three-quarters`
    opens = first.isupper() and len(first) > 1
    is_name = len(words) == 1 and first[0].isupper() and first.lower() not in lexicon.common_words()
    capital = any(word[0].isupper() and word.lower() not in DEMONYMS for word in words[1:])
    return opens or (is_name and not _is_human(first.lower())) or capital


def _bearers(document: Document, words: list[str]) -> list[Person]:
    """Return the people whose role a definite phrase names: `the Hull senator`, after `Sen. Ines Roe`."""
    lowers = [word.lower() for word in words]
    if lowers[0] not in english.POSSESSIVES | {"the"} or not _is_human(lowers[-1]):
        return []
    return [
        person
        for person in document.people.all
        if any(mention.role and _bears(mention.role, lowers[-1]) for mention in person.mentions)
    ]


def _bears(role: str, head: str) -> bool:
    """Whether a role before a name is a noun, or short for it: `Sen.` and `senator`."""
    words = [word.rstrip(".") for word in role.lower().split()]
    return any(word == head or (len(word) > 2 and head.startswith(word)) for word in words)


def _silences(document: Document) -> Iterator[Silence]:
    """Yield who was asked and did not answer, as the draft says in running copy."""
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
            subject = speakers.subject(_clause(document, sentence, span.start), span.start)
            known = subject and _identify(document, subject)
            yield Silence(known[1].name if known else "", span)


def _clause(document: Document, sentence: Span, offset: int) -> int:
    """Return where the clause begins that a verb stands in."""
    found = [
        m.end()
        for m in re.finditer(r"[,;] (?:and|but|while|though) ", document.text[sentence.start : offset])
    ]
    return sentence.start + found[-1] if found else sentence.start
