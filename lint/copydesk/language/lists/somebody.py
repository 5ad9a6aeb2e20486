"""Nouns for whoever can say something: people, and bodies that speak with one voice.

Everything is in lower case; people in the singular where there is one.
"""

from __future__ import annotations

from copydesk.language.lists.titles import DEMONYMS, ROLE_NOUNS, TRADES
from copydesk.language.lists.verbs import FACELESS

PEOPLE = (
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
    academy administration agency airline alliance army assembly association authority bank board brewery
    brigade broadcaster bureau bureaucracy cabinet campaign carmaker chamber charity church city clinic club
    coalition college commission committee community company conference confederation conglomerate congress
    consortium cooperative corporation council country county court defence defense delegation department
    district division embassy facility faculty family federation firm fleet force foundation fund garrison
    giant government group guard guild headquarters hospital hotel house industry institute institution
    insurer junta jury kingdom lab laboratory leadership league legion lodge maker management manufacturer
    military militia ministry mission mob monarchy mosque movement museum nation navy network newspaper
    nonprofit office opera orchestra organisation organization outlet palace panel parliament partnership
    party patrol plant police politburo precinct prefecture prosecution province publisher regime regulator
    republic resort restaurant retailer school secretariat senate service side society start-up startup
    state station store studio supermarket team theater theatre think-tank town trade tribe tribunal
    troops trust union unit university utility village watchdog website winery zoo
    """.split()
)
"""Bodies of people, and places that speak by those in charge of them."""
