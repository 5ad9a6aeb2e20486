"""Subjects of verbs that are named well enough to be accused of a wrong."""

from __future__ import annotations

from functools import cached_property

from copydesk.document import Document
from copydesk.language.lists import closed_classes as english
from copydesk.language.lists import lexicon
from copydesk.language.lists.titles import CALENDAR, DEMONYMS, RELATIVES, ROLE_NOUNS, TRADES
from copydesk.model.prose import Span

BODIES = frozenset(
    """
    company firm bank agency hospital school district city county diocese archdiocese church board council
    department club charity college university academy publisher hauler shop store mill plant factory
    laboratory lab
    landlord union fund lender insurer contractor developer airline hotel dairy quarry clinic order parish
    federation fraternity congregation jail prison nonprofit foundation startup bureau office ministry
    synod temple mosque convent seminary museum theater theatre orchestra chain supermarket bakery ranch
    shipyard carrier retailer slaughterhouse camp resort studio orphanage shelter hospice daycare precinct
    commission authority committee association society institute network
    newspaper station magazine zoo gym spa warehouse winery hauler towing
    railroad brewery restaurant casino broker brokerage utility corporation subsidiary manufacturer
    tannery foundry kennel pound cannery smelter refinery pharmacy salon bar tavern pub nightclub motel hostel
    inn garage dealership junkyard landfill farm orchard vineyard trawler sect cult monastery abbey priory
    mission squad platoon battalion regiment embassy consulate campaign crew practice clinic surgery nursery
    kindergarten ambulance taxi lender insurer cooperative co-op denomination gallery dispatcher operator
    registry charity lottery bookmaker sweatshop packinghouse party regime administration
    """.split()
)
_GROUPS = frozenset(
    """
    deputies officers police guards managers officials wardens priests aides executives directors
    inspectors members owners administrators supervisors jailers teachers doctors nurses commissioners
    councilmen agents bosses staffers trustees clerks staff republicans democrats soldiers troops
    rebels militiamen paramilitaries policemen militia army fighters
    """.split()
)
_UNKNOWN = frozenset(
    """
    suspect suspects thief thieves robber robbers killer attacker attackers gunman gunmen burglar burglars
    shooter intruder stranger murderer assailant victim victims driver resident residents critic critics
    witness winner star rival opponent player midfielder striker winger goalkeeper pitcher quarterback
    defender defendant defendants prisoner survivor refugee character hero winner champion team novelist
    poet protesters demonstrators rioters looters vandals hackers scammers smugglers traffickers poachers
    kidnappers pirates bombers attackers burglars fraudsters terrorists
    """.split()
)
_OFFICES = (
    ROLE_NOUNS
    | TRADES
    | BODIES
    | frozenset(
        """
    tenants chief clerk priest vicar rabbi imam deacon monk guard official abbot prior warden bookkeeper
    treasurer organist caretaker boss matron friar pastor curate magistrate constable marshal sergeant colonel
    general captain mate pilot ambassador envoy consul cook maid nanny butler porter orderly aide chemist
    principal tutor provost scout notary attorney bishop archbishop cardinal abbess superintendent accountant
    assistant attendant agent president adjuster foreman tenant coach leader driver
    """.split()
    )
) - (_UNKNOWN)
_FOLLOWERS = frozenset(
    "family men people followers thugs cronies associates henchmen crew gang friends supporters".split()
)
_AGENTIVE = ("keeper", "maker", "holder", "monger", "master", "man", "woman", "or", "er", "ist")
_NO_AGENTS = frozenset(
    """
    water winter summer weather number paper order river power corner center matter letter never over
    under after rather former later earlier floor door factor error horror terror color doctor's hammer
    computer cancer murder danger anger hunger fever shower tower flower dinner cover silver disaster
    gesture sister daughter mother father brother man woman human german list wrist mist twist artist's
    virus her whether quarter
    """.split()
)
_FIRM_ENDS = BODIES | frozenset(
    """
    inc co corp llc ltd group partners holdings industries works steel motors foods energy chemical
    chemicals pharmaceuticals logistics mining capital trust homes services systems mills brothers
    associates farms properties enterprises
    """.split()
)
_MAKERS = frozenset("builder carmaker dealer giant maker seller service startup start-up wholesaler".split())
_DEFINITE = (english.DETERMINERS - english.INDEFINITES) | {"whose"}
_INDEFINITE = english.INDEFINITES | english.QUANTIFIERS | {"one"}
_PLURALS = ("ers", "ors", "ists", "ians", "ants", "ees", "men", "aides", "nurses", "clerks", "sons")
_PREPOSITIONS = (english.PREPOSITIONS | {"than"}) - english.SUBORDINATORS
_BELONGS = (english.CORE_PREPOSITIONS - {"by"}) | {"under"}
_CLAUSE = english.CONJUNCTIONS | english.TIME_PREPOSITIONS | english.QUESTION_WORDS
_LEADS_IN = _PREPOSITIONS | _CLAUSE | {"having", "night"}
_SMALL = _PREPOSITIONS | _CLAUSE | _DEFINITE | _INDEFINITE
_POSSESSIVES = english.POSSESSIVES - {"my", "our", "your"}
_PRONOUNS = english.SUBJECT_PRONOUNS - {"i", "we", "you"}
_SKIPPED = (
    english.BE
    | english.HAVE
    | frozenset(
        """
    also then once already even often still just later soon twice allegedly both all again first now thus
    himself herself themselves once reportedly always
    """.split()
    )
)
_NO_ADVERBS = frozenset("family italy july ally bully reply supply emily sally assembly".split())
_SAYS = frozenset("alleged alleges argue argued claim claimed describe described said say says".split())
"""Verbs after which a list of deeds is another's: `Poe said Roe ran off, stole a car`."""

_NEGATED = frozenset("never not".split())
_NAME_AT_MOST, _BARE = 8, 3
_REACH = 14
_HARD = frozenset(";:—–()\n")


class Wrongdoers:
    """Finds who does what a verb says, in one draft. Indices are those of `document.words`."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._text = document.text
        self._lowers = document.words.lowers
        self._starts = document.words.starts

    @staticmethod
    def is_adverb(lower: str) -> bool:
        """Whether a word may stand between a subject and its verb."""
        return lower in _SKIPPED or (lower.endswith("ly") and len(lower) > 4 and lower not in _NO_ADVERBS)

    def is_named(self, index: int) -> bool:
        """Whether a word is part of the name of a person, or of a body that is no place or people."""
        return self._document.people.at(self._starts[index]) is not None or self._is_body_name(index)

    def subject(self, verb: int, within: range) -> Span | None:
        """Return the subject of a finite verb, where it is somebody who can be told."""
        at = verb - 1
        while at >= within.start and self.is_adverb(self._lowers[at]):
            if "," in self._gap(at + 1):
                break
            at -= 1
        if at < within.start or self._lowers[at] in _NEGATED:
            return None
        lower, gap = self._lowers[at], self._gap(at + 1)
        if lower in ("who", "which", "that"):
            return self._antecedent(at, within)
        is_told = not _SAYS.isdisjoint(self._lowers[within.start : at])
        if lower in ("and", "but", "or", "then"):
            return None if is_told else self.of_sentence(at, within)
        if "," in gap and not self.is_named(at):
            return None if is_told else self.of_sentence(at, within)
        if lower in _PRONOUNS:
            return self._pronoun(at)
        found = self._phrase_ending(at, within)
        return self.of_sentence(at, within) if found is None and "," in gap and not is_told else found

    def plural_before(self, verb: int, within: range) -> Span | None:
        """Return the subject of a verb in its plain form: a plural right before it, or `who` after one."""
        if verb - 1 < within.start:
            return None
        lower = self._lowers[verb - 1]
        if lower == "they":
            return self._pronoun(verb - 1)
        if lower == "who":
            return self._antecedent(verb - 1, within)
        if lower in ("and", "or"):
            doer = self.of_sentence(verb - 1, within)
        else:
            doer = self._phrase_ending(verb - 1, within)
        return doer if doer is not None and self._is_plural(doer) else None

    def _is_plural(self, doer: Span) -> bool:
        """Whether a subject is several: `guards`, `the Sobol brothers`, `they`; no name."""
        last = self._document.words.between(doer.start, doer.end).stop - 1
        lower = self._lowers[last]
        is_name = self._text[self._starts[last]].isupper() and lower not in _GROUPS and not self._opens(last)
        return (lower in _GROUPS or lower == "they" or lower.endswith(("s", "men"))) and not is_name

    def _opens(self, at: int) -> bool:
        start = self._starts[at]
        return start == self._document.sentence_at(start).start

    def of_sentence(self, before: int, within: range) -> Span | None:
        """Return the subject with which a sentence begins, after what leads to it."""
        first = within.start
        if self._lowers[first] in _LEADS_IN:
            first = next((at for at in range(first + 1, before) if "," in self._gap(at)), first)
        if first == within.start and self._lowers[first + 1].isdigit():
            first += 2  # `In 1971 he fled`
        if first > within.start or self._lowers[first] != "having":
            return self._phrase_beginning(first, before, within)
        comma = next((at for at in range(first + 1, within.stop) if "," in self._gap(at)), None)
        return None if comma is None else self._phrase_beginning(comma, within.stop, within)

    def after_comma(self, participle: int, within: range) -> Span | None:
        """Return the subject that follows a participle's clause.

        Example: `After stealing the money, the clerk moved`.
        """
        if participle - 1 > within.start:
            return None
        comma = next((at for at in range(participle + 1, within.stop) if "," in self._gap(at)), None)
        return None if comma is None else self._phrase_beginning(comma, within.stop, within)

    def contracted(self, at: int) -> Span | None:
        """Return the subject of a contracted `is`: `Pell's a thief`, `he's a liar`."""
        lower = self._lowers[at]
        if not lower.endswith("'s"):
            return None
        if lower[:-2] in _PRONOUNS:
            return self._pronoun(at)
        return self._span(at, at) if self.is_named(at) else None

    def beside(self, at: int, within: range) -> Span | None:
        """Return the named person or body at a word, whom an apposition describes."""
        return self._span(at, at) if at >= within.start and self.is_named(at) else None

    def agent_after(self, verb: int, within: range, near: int = 7) -> Span | None:
        """Return who did what a participle says: `by X`, `on the orders of X`."""
        for at in range(verb + 1, min(verb + near, within.stop - 1)):
            if any(mark in self._gap(at) for mark in _HARD) or "," in self._gap(at):
                return None
            orders = self._lowers[at - 1] in ("orders", "behalf") and self._lowers[at] == "of"
            if self._lowers[at] == "by" or orders:
                return self._phrase_beginning(at + 1, within.stop, within)
        for at in range(verb + 1, within.stop - 1):
            if self._lowers[at - 1] == "orders" and self._lowers[at] == "of":
                return self._phrase_beginning(at + 1, within.stop, within)
        return None

    def agent_of(self, noun: int, within: range) -> Span | None:
        """Return who did the wrong that a noun names: `theft by X`, `the bribery of Y by X`."""
        following = (
            self._lowers[noun + 1] if noun + 1 < within.stop and not self._gap(noun + 1).strip() else ""
        )
        is_told = noun + 2 < within.stop and self._lowers[noun + 2] not in _GROUPS | _POSSESSIVES
        if following == "by" and is_told:
            return self._phrase_beginning(noun + 2, within.stop, within)
        if following == "of":
            stop = next((at for at in range(noun + 2, within.stop) if self._gap(at).strip()), within.stop)
            by = next((at for at in range(noun + 2, min(noun + 9, stop)) if self._lowers[at] == "by"), None)
            is_told = by is not None and by + 1 < stop and self._lowers[by + 1] not in _GROUPS
            return self._phrase_beginning(by + 1, within.stop, within) if by is not None and is_told else None
        if following in ("in", "at"):
            owners = range(noun + 2, min(noun + 6, within.stop))
            at = next((at for at in owners if self._lowers[at].endswith("'s") and self.is_named(at)), None)
            return None if at is None else self._span(at, at)
        return None

    def holder_of(self, noun: int, within: range) -> Span | None:
        """Return whose something is: `the pocket of the chairwoman`."""
        of = noun + 1
        is_of = of < within.stop and self._lowers[of] == "of"
        return self._phrase_beginning(of + 1, within.stop, within) if is_of else None

    def possessor_before(self, verb: int, within: range) -> Span | None:
        """Return whose thing a passive is about: `the company's books were cooked`."""
        for at in range(verb - 1, max(within.start, verb - 6) - 1, -1):
            if self._lowers[at].endswith("'s"):
                noun = self._lowers[at][:-2]
                if self.is_named(at) or (noun in BODIES and self._is_definite(at, within)):
                    return self._span(at, at)
            if self._lowers[at] in _POSSESSIVES:
                return self._pronoun(at)
        return None

    def owner_of(self, noun: int, within: range) -> Span | None:
        """Return whose wrong a noun names.

        Example: `Kroft's theft`, `whose fraud`, `the deputy's perjury`, `her theft`.
        """
        for at in range(noun - 1, max(within.start, noun - 3) - 1, -1):
            lower = self._lowers[at]
            if at < noun - 1 and lower in _SMALL:
                return None
            if lower.endswith("'s") and (self.is_named(at) or lower[:-2] in _OFFICES | BODIES | {"state"}):
                return self._span(at, at)
            if lower in ("her", "his", "their") and at == noun - 1:
                return self._pronoun(at)
            if lower == "whose" and at == noun - 1:
                return self._antecedent(at, within)
        return None

    def named_doer_at(self, index: int, within: range) -> Span | None:
        """Return an office or body at an index whose holder the sentence names beside it."""
        if self._lowers[index] not in _OFFICES:
            return None
        for at in range(index + 1, min(index + 6, within.stop)):
            if self._document.people.at(self._starts[at]):
                return self._span(index, at)
        return None

    # Noun phrases

    def _phrase_ending(self, last: int, within: range) -> Span | None:
        """Return the noun phrase that ends with a word, where its head is somebody who can be told."""
        at = last
        for number in range(4):
            head = self._head_at(at, within)
            if self._lowers[at] == "them" and self._lowers[at - 1] == "of":
                return self._pronoun(at)
            if head is None and number and self._are_of_a_kind(at):
                head = self._span(at, at)
            preposition = self._preposition_before(at, within)
            if preposition is None or self._lowers[preposition] in english.TIME_PREPOSITIONS:
                return head
            if (
                preposition <= within.start
                or self._lowers[preposition] not in _BELONGS
                or "," in self._gap(preposition)
            ):
                return None
            at = preposition - 1
        return None

    def _phrase_beginning(self, first: int, stop: int, within: range) -> Span | None:
        """Return the noun phrase that begins with a word.

        It ends with the first head before a clause begins.
        """
        if first >= stop:
            return None
        if self._lowers[first] in _PRONOUNS:
            return self._pronoun(first)
        for at in range(first, min(first + _NAME_AT_MOST, stop)):
            lower = self._lowers[at]
            if at > first and (lower in _CLAUSE or lower in _PREPOSITIONS or "," in self._gap(at)):
                if lower == "of" and self._lowers[at - 1] in _GROUPS:
                    continue
                is_apposition = "," in self._gap(at) and self._is_name_between_commas(at, stop)
                return self._span(at, at) if is_apposition else None
            if self._ends_head(at, stop) and (head := self._head_at(at, within)):
                return head
        return None

    def _is_name_between_commas(self, first: int, stop: int) -> bool:
        """Whether a person's name stands between two commas: `the guru, Swami Anand, keeps`."""
        person = self._document.people.at(self._starts[first])
        after = next(
            (at for at in range(first, stop + 1) if self._document.people.at(self._starts[at]) is not person),
            stop,
        )
        return person is not None and "," in self._gap(after)

    def _ends_head(self, at: int, stop: int) -> bool:
        """Whether a word is the last of its noun phrase, as far as the next word shows."""
        if at + 1 >= stop or self._gap(at + 1).strip():
            return True
        following = self._lowers[at + 1]
        if following == "government" and not self.is_named(at):
            return False  # `the Communist government`: no name of a firm
        return not (self.is_named(at + 1) or following in _OFFICES) or self.is_named(at + 1)

    def _head_at(self, at: int, within: range) -> Span | None:
        """Return the head of a noun phrase at a word, where it is somebody who can be told."""
        lower = self._lowers[at]
        if at < within.start or lower.endswith("'s") or lower in _SMALL:
            return None
        if self._document.people.at(self._starts[at]) or self._is_body_name(at):
            return self._span(at, at)
        if lower in _GROUPS and not self._is_indefinite(at, within):
            return self._span(at, at)
        is_whose = at > within.start and self._lowers[at - 1].endswith("'s")  # `the mayor's driver`
        if lower in _UNKNOWN and not is_whose:
            return None
        single = _single(lower)
        is_told = lower in _OFFICES or single in _OFFICES or self.is_agentive(lower)
        if is_told and self._is_definite(at, within):
            return self._span(at, at)
        if self._is_titled(at, within):
            return self._span(at, at)
        is_kin = lower in RELATIVES or lower in _FOLLOWERS
        if is_kin and (self._names_before(at, within) or self._is_named_after(at, within)):
            return self._span(at, at)
        return None

    def _is_titled(self, at: int, within: range) -> bool:
        """Whether a title, a first name and a surname end at a word: `Scoutmaster Wendell Ames`."""
        first = at - 2
        is_name = first >= within.start and all(self._is_title_word(word) for word in range(first, at + 1))
        title = self._lowers[first]
        return is_name and (title in _OFFICES or self.is_agentive(title)) and title not in BODIES

    def _are_of_a_kind(self, at: int) -> bool:
        """Whether a plural means people by what they do, whom a place or body tells: `boosters of Roe`."""
        lower = self._lowers[at]
        return (
            self._lowers[at + 1] in _BELONGS
            and lower.endswith("s")
            and lower not in _UNKNOWN
            and self.is_agentive(_single(lower))
        )

    @staticmethod
    def is_agentive(lower: str) -> bool:
        """Whether a noun means somebody by what they do: `shopper`, `inspector`."""
        return lower.endswith(_AGENTIVE) and len(lower) > 5 and lower not in _NO_AGENTS

    def _is_named_after(self, at: int, within: range) -> bool:
        """Whether a comma and a name follow a noun: `her husband, Ed Ruiz`."""
        return at + 1 < within.stop and self._gap(at + 1) == ", " and self.is_named(at + 1)

    def object_before(self, doer: Span, within: range) -> range:
        """Return the words before a subject that may be the object of its verb: `the money that X stole`."""
        at = next((at for at in within if self._starts[at] >= doer.start), within.start) - 1
        while at > within.start and (
            self._lowers[at] in _DEFINITE or self._lowers[at] in _OFFICES or self.is_named(at)
        ):
            if "," in self._gap(at + 1):
                return range(0)
            at -= 1
        if "," in self._gap(at + 1) or at < within.start or self._lowers[at] in english.TIME_PREPOSITIONS:
            return range(0)
        if self._lowers[at] in ("that", "which"):
            at -= 1
        return range(max(within.start, at - 3), at + 1)

    def _names_before(self, at: int, within: range) -> bool:
        return any(self.is_named(before) for before in range(max(within.start, at - 3), at))

    def _is_definite(self, at: int, within: range) -> bool:
        """Whether a determiner or a name before a noun says which one: `the mayor`, `Wexmoor's mayor`."""
        for before in range(at - 1, max(within.start, at - 5) - 1, -1):
            lower = self._lowers[before]
            if lower in _DEFINITE or lower.endswith("'s"):
                return True
            if (
                lower in _INDEFINITE
                or lower in _PREPOSITIONS
                or lower in _CLAUSE
                or "," in self._gap(before + 1)
            ):
                return False
        opens = at - within.start < _BARE and not self._text[self._starts[within.start]].islower()
        return opens or self._text[self._starts[at]].isupper()

    def _is_indefinite(self, at: int, within: range) -> bool:
        return any(self._lowers[b] in _INDEFINITE for b in range(max(within.start, at - 2), at))

    def _preposition_before(self, at: int, within: range) -> int | None:
        """Return the preposition that governs the noun phrase that ends with a word, or None."""
        for before in range(at - 1, max(within.start, at - 5) - 1, -1):
            lower = self._lowers[before]
            if lower in _PREPOSITIONS:
                return before
            if lower in _CLAUSE or "," in self._gap(before + 1):
                return None
            if lower in _DEFINITE and (
                before == within.start or self._lowers[before - 1] not in _PREPOSITIONS
            ):
                return None
        return None

    def _antecedent(self, relative: int, within: range) -> Span | None:
        """Return whom `who` or `whose` means: the head of the phrase before it, across a comma."""
        return self._phrase_ending(relative - 1, within) if relative > within.start else None

    def _pronoun(self, at: int) -> Span | None:
        """Return a pronoun, where somebody whom it may mean was named in its paragraph or sentence before."""
        block = self._document.block_at(self._starts[at])
        first = self._document.words.between(block.start, block.end).start
        start = max(first, at - 60)
        told = any(self._may_be_meant(before, first) for before in range(at - 1, start - 1, -1))
        return self._span(at, at) if told else None

    def _may_be_meant(self, at: int, first: int) -> bool:
        lower = self._lowers[at]
        return (
            self.is_named(at)
            or (lower in _GROUPS)
            or (lower in _OFFICES and at > first and self._lowers[at - 1] in _DEFINITE)
        )

    def _is_body_name(self, at: int) -> bool:
        """Whether a word is in the name of a firm or body: a capital that is no place's or people's."""
        start = self._starts[at]
        text = self._text
        lower = self._lowers[at].removesuffix("'s")
        if not text[start].isupper() or lower in CALENDAR or lower in DEMONYMS or len(lower) < 2:
            return False
        if lower in _SMALL:
            return False
        if lower.rstrip("s") in DEMONYMS or text[start : start + len(lower)] in lexicon.places():
            return False
        if lower not in lexicon.common_words():
            opens = start == self._document.sentence_at(start).start
            return not (
                opens and (lower.removesuffix("s") in lexicon.common_words() or lower.endswith(_PLURALS))
            )
        is_made = at > 0 and (self._lowers[at - 1] in BODIES or self._lowers[at - 1] in _MAKERS)
        if is_made and self._gap(at) == " ":
            return True  # `the app maker Glow`
        return self._is_beside_capital(at) or text[start : start + len(lower)] in self._short_names

    @cached_property
    def _short_names(self) -> frozenset[str]:
        """The first words of the names of firms in the draft: `Pike` of `Pike Steel Company`."""
        found = set()
        for word in _FIRM_ENDS & self._document.words.vocabulary.keys():
            for end in self._document.words.vocabulary[word]:
                first = end
                while first and self._gap(first) == " " and self._is_title_word(first - 1):
                    first -= 1
                if first < end and self._is_title_word(end):
                    found.add(
                        self._text[self._starts[first] : self._starts[first] + len(self._lowers[first])]
                    )
        return frozenset(found)

    def _is_title_word(self, at: int) -> bool:
        return self._text[self._starts[at]].isupper() and self._lowers[at] not in _SMALL

    def _is_beside_capital(self, at: int) -> bool:
        """Whether a capitalised word stands right before or after one, as in the names of firms."""
        for before in (at - 1, at):
            other = at + 1 if before == at else before
            is_word = 0 <= other < len(self._starts) and self._text[self._starts[other]].isupper()
            if is_word and self._gap(before + 1) in (" ", " & ") and self._lowers[other] not in _SMALL:
                return True
        return False

    def _gap(self, at: int) -> str:
        """Return what stands between a word and the one before it."""
        if at <= 0 or at >= len(self._starts):
            return ""
        return self._text[self._starts[at - 1] + len(self._lowers[at - 1]) : self._starts[at]]

    def _span(self, first: int, last: int) -> Span:
        person = self._document.people.at(self._starts[first])
        start = self._starts[first]
        if person is not None:
            mention = next((m for m in person.mentions if m.start <= start < m.end), None)
            start = mention.start if mention else start
        return Span(start, self._starts[last] + len(self._lowers[last]))


def _single(lower: str) -> str:
    """Return the singular of a noun for people: `foremen`, `deputies`, `clerks`."""
    if lower.endswith("men"):
        return lower[:-2] + "an"
    return lower[:-3] + "y" if lower.endswith("ies") else lower.removesuffix("s")
