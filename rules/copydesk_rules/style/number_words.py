"""What stands beside a number that is no plain count: units, names, ranges, votes."""

from __future__ import annotations

from copydesk.language.lists import closed_classes as english

OTHER_FIGURES = (
    english.PREPOSITIONS
    | english.CONJUNCTIONS
    | english.ARTICLES
    | english.AUXILIARIES
    | english.DEMONSTRATIVES
    | frozenset(
        """
        acres am barrels basis bst cents cm cubic degrees dollars edt est euros feet foot gallons gigabytes
        gmt grams hectares inches is kg kilograms kilometers kilometres km knots kph lbs liters litres local
        megabits meters metres miles million billion trillion mm mph not ounces out per percent percentage
        pm points pounds pst seeds square than tons tonnes volts watts yards yen always perhaps besides
        sometimes votes kilowatts megawatts gigawatts wins losses runs goals
        """.split()
    )
)
"""What follows a figure that is no count in running copy: a unit, a score, a word of grammar."""

COUNTED = (
    r"[ \u00a0]((?:[a-z]+(?:-[a-z]+)? )?"
    r"(?:[a-z]{3,}s|(?:wo|fire|police|service)?men|people|children))\b(?![-’'])"
)
"""A plural noun after a figure, with one word before it at most."""

GOES_ON = r" (?:old|per)\b|,? (?:and )?\d|,? [\w’-]+ to \d| to \d"
"""What follows a count that stands in a row or a range of figures."""

_OPENERS = "|".join(
    sorted(
        map(
            str.capitalize,
            english.DETERMINERS
            | english.PREPOSITIONS
            | english.CONJUNCTIONS
            | english.QUANTIFIERS
            | {"about", "all", "only"},
        )
    )
)
NOT_COUNTED = (
    r"(?:\b(?i:no|nos|vs|art|sec|chap|vol|ch|pp?|jan|feb|aug|sept?|oct|nov|dec)\.?"
    r"|\b(?i:article|section|chapter|page|version|phase|level|class|grade|group|tier|part|stage|room|flight|route"
    r"|highway|interstate|channel|title|proposition|prop|measure|question|amendment|pier|type|category|magnitude"
    r"|day|week|year|season|episode|zone|district|power|apollo|boeing|line|bill|act|number|aged?|odds|score|ratio"
    r"|step|rule|game|round|set|table|figure|by)"
    r"|\d|[\d,] (?:to|and|or|in|out of)|\d \w+(?:,|,? (?:and|to|or))|[-–/#$£€:(]"
    rf"|\b(?!(?:{_OPENERS})\b)[A-Z][\w’']+(?<!['’]s)(?: of)?)[ \u00a0]?$"
)
"""What stands before a figure that is a name, part of a row, or a margin."""

AFTER_NO_COUNT = frozenset(
    (*english.SCALES, *"hundred percent per commandments o'clock dollars pounds euros cents".split())
)
BEFORE_NO_COUNT = frozenset({"hundred", "thousand", "million", "point", *english.ONES, *english.TENS})

AGE = r"(\d{1,2}|[a-z]+(?:-[a-z]+)?)-(?:year|month|week|day)s?-olds?"
AGE_OF = r"(\d{1,2}|[a-z]+(?:-[a-z]+)?)[ \u00a0](year|month|week|day)[ \u00a0]old"
"""An age before a noun that lacks its hyphens."""

JOINED = (
    r"([2-9])-(?:hour|minute|day|week|month|year|decade|judge|member|person|man|woman|part|story|bedroom)"
)
"""A figure with the noun that it counts, before another one: a 3-judge panel."""

AGED_PEOPLE = frozenset(
    """
    baby boy brother child cousin daughter girl grandchild granddaughter grandson infant kid man mother father
    nephew niece patient pupil sister son student stepdaughter stepson teenager toddler twin victim woman
    boys brothers children daughters girls kids sons sisters students twins
    """.split()
)
BEFORE_AN_AGE = english.PREPOSITIONS | english.TIME_PREPOSITIONS
AFTER_AN_AGED_ONE = (
    english.PREPOSITIONS
    | english.CONJUNCTIONS
    | english.AUXILIARIES
    | english.RELATIVES
    | english.TIME_PREPOSITIONS
)
"""Words of grammar: an age before one of these is the noun itself."""

BEFORE_AGED_THINGS = frozenset({"its", "this", "that"})
BETWEEN_NUMBERS = frozenset("and in of or out to".split())
LONGEST_LABEL = 7
"""So many words are a label, though a full stop ends it: 5 things to watch on Monday."""

ROWS = ("- and ", "- or ", "- to ", "-, ")
MEASURES = frozenset(
    "kilometers kilometres miles feet pounds kilograms inches acres hectares degrees".split()
)

AFTER_A_BEGINNING = r"%|[ \u00a0](?!(?:[ap]\.?m|noon|midday|midnight)\b)[a-z]|-year-old"
YEAR = r"(?:1[5-9]|20)\d\d"
NO_BEGINNINGS = ("pop. ", "S.&P.", "P.  ", " No. ", "Nos. ", " v. ", "Aug. ", "Rep. ", "vs. ", "at. ")

SHORT_ORDINAL = (
    r"(?:st|nd|rd|th)(?![\w.’'-])(?! (?:(?:U\.?S\.? )?[Cc]ircuits?|[A-Z]|[Cc]ongressional|percentile|district"
    r"|grade|floor|(?:of )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|of the month|(?:and|or|to) \d)"
    r"|, \d)"
)
ORDINAL_ROW = r"\d(?:st|nd|rd|th)?(?:,|,? (?:and|or|to)) $|[-–/#]$"
MONTHS = frozenset((*english.MONTHS, *english.SHORT_MONTHS))
BEFORE_ORDINALS = (english.DETERMINERS - english.INDEFINITES - {"these", "those"}) | {"every"}
AFTER_FRACTIONS = frozenset({"of"})
FRACTION = (
    r"(?<![\w-])(one|two|three|four) (thirds?|fifths|sevenths|eighths|tenths)\b(?![-’'])"
    r"(?! (?:of )?(?:world|part(?:y|ies)|quarters?|times?|terms?|base\w*|rail|country|person)\b)"
)
"""A fraction. A third party, term or time is no part of anything."""
