"""Words that say that somebody says something, and words for sources that have no name.

Compiled from what handbooks list as verbs of attribution. Each verb stands in its base form.
"""

from __future__ import annotations

from enum import StrEnum

from copydesk.language.lists import closed_classes as english
from copydesk.language.lists.titles import DEMONYMS, ROLE_NOUNS, TRADES


class CueKind(StrEnum):
    """A class of verbs of speech, as the handbooks sort them: neutral, loaded and so on."""

    NEUTRAL = "neutral"
    FACTIVE = "factive"
    DOUBTING = "doubting"
    MILD = "mild"
    LOADED = "loaded"
    THINKING = "thinking"
    NOT_SPEECH = "not speech"


_IRREGULAR = {
    "say": "say says said saying",
    "tell": "tell tells told telling",
    "write": "write writes wrote written writing",
    "speak": "speaks spoke speaking",
    "read": "read reads reading",
    "admit": "admit admits admitted admitting",
    "slam": "slam slams slammed slamming",
    "brag": "brag brags bragged bragging",
    "quip": "quip quips quipped quipping",
    "dub": "dub dubs dubbed dubbing",
    "put it": "put",
    "sing": "sings sang singing",
    "swear": "swears swore swearing",
    "think": "thinks thought thinking",
    "find": "finds found",
    "chant": "chant chants chanted chanting",
    "refer": "refers referred referring",
}

_REGULAR = """
add ask reply respond answer explain note observe announce state declare remark comment report recall
continue conclude insist argue claim assert contend maintain allege suggest warn acknowledge concede
confirm reveal disclose stress emphasize emphasise reiterate repeat predict testify tweet retweet post joke
lament complain boast vow promise pledge urge call describe cite mention caution admonish advise agree
disagree deny exclaim marvel muse opine counter object protest scoff fume thunder propose
blast denounce condemn criticize criticise praise hail quote label brand deem term proclaim
echo express demand plead whisper yell scream recount relate summarize summarise interject
inform assure remind question wonder inquire gush sneer crow accuse point believe specify clarify
elaborate shout mutter murmur hint rant rave whine profess hope
show indicate decry laud liken lash scold seethe rule text message email guess estimate title rate
"""


def _inflect(verb: str) -> list[str]:
    if verb.endswith("e"):
        return [verb, verb + "s", verb + "d", verb[:-1] + "ing"]
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return [verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"]
    if verb.endswith(("s", "sh", "ch", "x")):
        return [verb, verb + "es", verb + "ed", verb + "ing"]
    return [verb, verb + "s", verb + "ed", verb + "ing"]


def _forms() -> dict[str, str]:
    forms = {form: verb for verb in _REGULAR.split() for form in _inflect(verb)}
    for verb, inflected in _IRREGULAR.items():
        forms |= dict.fromkeys(inflected.split(), verb)
    return forms


CUES = _forms()
"""Every form of a verb of attribution, lower case, with its base form."""

QUOTING = {
    form: verb
    for verb in """
    admire advocate applaud attack bemoan berate blame characterise characterize chide commend compare defend
    deplore deride dismiss dispute encourage endorse mock rebuke reference reject ridicule salute support
    threaten tout type
    """.split()
    for form in _inflect(verb)
    if form not in CUES
} | {"began": "begin", "begins": "begin"}
"""Forms of verbs that attribute only the words in quotation marks beside them: attacked “the elites”."""

GESTURES = {
    form: verb
    for verb in "smile laugh sigh chuckle cough beam wince frown".split()
    for form in _inflect(verb)
} | {
    form: verb
    for verb in "grin nod shrug".split()
    for form in (verb, f"{verb}s", f"{verb}{verb[-1]}ed", f"{verb}{verb[-1]}ing")
}
"""Forms of verbs for what a face does: nobody smiles a sentence."""

NOUNS = frozenset(
    """
    accusation allegation argument assertion belief claim claims comment complaint contention declaration
    emphasis insistence prediction promise remark statement suggestion vow warning
    """.split()
)
"""Nouns for what somebody said: her claim that the pier was safe."""

_KINDS = {
    CueKind.FACTIVE: """
        point note observe reveal disclose find show explain clarify confirm acknowledge concede admit recall
        warn
        """,
    CueKind.DOUBTING: "claim purport insist profess",
    CueKind.MILD: "allege assert contend hint maintain suggest tout vow",
    CueKind.LOADED: """
        slam blast lash boast brag whine rant gush rave crow scoff sneer fume quip opine
        thunder seethe scold
        """,
    CueKind.THINKING: "believe think hope",
    CueKind.NOT_SPEECH: " ".join(set(GESTURES.values())),
}
_NEUTRAL = CueKind.NEUTRAL
_KIND_OF = {verb: kind for kind, verbs in _KINDS.items() for verb in verbs.split()}


def kind_of(verb: str) -> CueKind:
    """Return the class of a verb of attribution in its base form; a phrase (`according to`) is neutral."""
    return _KIND_OF.get(verb, _NEUTRAL)


SURE = frozenset("say tell write add ask reply explain recall continue tweet testify".split())
"""Base forms that hardly ever mean anything else than speech or writing."""

NAMING = frozenset("call describe label brand dub term deem characterize characterise liken".split())
"""Base forms that give something a name: what she called “a rant”."""

SHOWING = frozenset({"show", "indicate"})
"""Base forms that attribute something only when a document is the subject: studies show."""

NOUNS_TOO = frozenset(
    """
    answer brand call claim comment counter demand email estimate guess joke label mention message object
    order plea pledge point post praise promise question rate remark report rule state term text title
    tweet
    """.split()
)
"""Base forms whose forms are nouns as well: at some point, many claims."""

FACELESS = (english.PLURAL_QUANTIFIERS - {"other"}) | frozenset(
    """
    source sources critics critic officials official experts analysts observers insiders insider pundits
    others supporters opponents people scientists researchers aides staffers commentators
    advocates detractors skeptics sceptics most lobbyists activists strategists economists
    lawmakers witnesses neighbours neighbors residents
    """.split()
)
"""Nouns for sources whom nobody can ring back when no name stands with them."""

DOCUMENTS = frozenset(
    """
    report reports research study studies survey surveys poll polls statement data figures records filing
    filings lawsuit suit indictment complaint memo letter document documents transcript article story book
    email emails message tweet post communique communiqué disclaimer law bill ruling decision order affidavit
    testimony paper analysis review
    release website site headline page newspaper magazine census agreement resolution text sign banner
    audit audits investigation investigations inquiry probe guidance
    """.split()
)
"""Nouns for sources that can be read."""

SOMEBODY = (
    ROLE_NOUNS
    | TRADES
    | FACELESS
    | DEMONYMS
    | frozenset(
        """
        adult applicant attendee authorities backbencher backer caller candidate captive caregiver child
        children client customer expert figure foe follower girl guest homeowner immigrant insider junior
        juror landlord listener local man men migrant newcomer observer officer other participant person
        member patient pledge relation relative resident senior skeptic sceptic sophomore source speaker
        spectator spouse staff boy taxpayer tenant traveller user viewer visitor voter woman women parent
        protester plaintiff defendant
        """.split()
    )
)
"""Nouns for somebody, in the singular where there is one."""

AGENTS = ("er", "or", "ist", "ian", "ant", "eer", "ee", "man", "woman", "person")
"""Endings of nouns for somebody who does something: a trader, a trustee."""

NO_AGENTS = frozenset(
    """
    air another answer banner bigger border butter cancer career carrier center chamber chapter
    charter coffee color colour committee computer constant container copper corner covenant
    cover cruiser degree dinner disaster disorder dollar door elephant error ever factor fee
    fever fewer fighter filter floor flyer folder former freighter further gender generator
    giant grant guarantee harbor harbour headquarter jubilee labor labour ladder larger laser
    layer letter liver major manner marker matter minor mirror monitor motor never newer
    newsletter newspaper number offer older order other paper plan plant poster power printer
    prior quarter reactor register remainder remnant restaurant river router rumor rumour sector
    server shelter shoulder shutter silver sister smaller sticker summer super supper tanker
    tender theater theatre tower tractor trailer transition vector warrant water weather whether
    winter
    """.split()
)
"""Words with such an ending that are nobody."""

BODIES = frozenset(
    """
    academy administration agency airline alliance army assembly association authority bank board
    brewery brigade broadcaster bureau bureaucracy cabinet camp campaign carmaker chamber charity church
    city clinic club coalition college commission committee community company confederation conference
    conglomerate congress consortium cooperative corporation council country county court defence
    defense delegation department district division embassy facility faculty family federation firm
    fleet force foundation fund garrison giant government group guard guild headquarters hospital hotel
    house industry institute institution insurer junta jury kingdom lab laboratory leadership league
    legion lodge maker management manufacturer media military militia ministry mission mob monarchy
    mosque movement museum nation navy network newspaper nonprofit office opera orchestra organisation
    organization outlet palace panel parliament partnership party patrol plant police politburo precinct
    prefecture prosecution province publisher regime regulator republic resort restaurant retailer
    school secretariat senate service side society start-up startup state station store studio
    supermarket team television theater theatre think-tank town trade tribe tribunal troops trust union
    unit university utility village watchdog website winery zoo
    """.split()
)
"""Bodies of people, and places that speak by those in charge of them."""
