"""The closed classes of English: the words of grammar, each class written down once, in lower case.

What a rule or an analysis needs is made of these: `DETERMINERS | {"former"}`. A test holds that no other
module lists four words of one class, or six prepositions.
"""

from __future__ import annotations

from collections.abc import Iterable


def capitalised(words: Iterable[str]) -> frozenset[str]:
    """Return the words as they begin a sentence: `the` as `The`."""
    return frozenset(word.capitalize() for word in words)


# Determiners

ARTICLES = frozenset("a an the".split())
POSSESSIVES = frozenset("her his its my our their your".split())
DEMONSTRATIVES = frozenset("that these this those".split())
PLURAL_QUANTIFIERS = frozenset("many other several some".split())
"""They say that there are several, and neither how many nor that there are no others."""

QUANTIFIERS = PLURAL_QUANTIFIERS | frozenset(
    "all another any both each either enough every few more most much neither no such".split()
)
INDEFINITES = frozenset("a an another any every no some".split())
"""Words that open a noun phrase that is nobody's in particular."""

DETERMINERS = ARTICLES | POSSESSIVES | DEMONSTRATIVES | (INDEFINITES - {"another"})
"""Words that open a noun phrase."""

# Pronouns

SUBJECT_PRONOUNS = frozenset("he i it she they we you".split())
OBJECT_PRONOUNS = frozenset("her him it me them us you".split())
FIRST_PERSON = ("i", "me", "my", "myself")
"""The singular: `we` is also the paper."""

MASCULINE = frozenset("he him himself his".split())
FEMININE = frozenset("her hers herself she".split())
REFLEXIVES = frozenset("herself himself itself myself ourselves themselves yourself yourselves".split())
ANYBODY = frozenset("anybody anyone everybody everyone nobody somebody someone".split())
"""Indefinite pronouns for people."""

ANYTHING = frozenset("anything everything nothing something".split())

# Questions and relatives

QUESTION_WORDS = frozenset("how what when where which who whom whose why".split())
RELATIVES = frozenset("that which who whom whose".split())

# Verbs

BE = frozenset("am are be been being is was were".split())
FINITE_BE = BE - {"be", "been", "being"}
HAVE = frozenset("had has have having".split())
DO = frozenset("did do does".split())
MODALS = frozenset("can could may might must shall should will would".split())
AUXILIARIES = BE | HAVE | DO | MODALS
FINITE_AUXILIARIES = AUXILIARIES - {"be", "been", "being", "having"}
PAST_AUXILIARIES = frozenset("been did had was were".split())
THIRD_PERSON_AUXILIARIES = frozenset("had has is was will would".split())
"""Auxiliaries that news copy puts after a name."""

CONTRACTED_VERBS = ("'ve", "'re", "'ll", "'d", "'m", "n't")
"""Words that are joined to the word before, other than 's. With a straight apostrophe."""

NEGATIONS = frozenset("neither never no nobody none nor not nothing nowhere without".split())
"""Words that turn a sentence round. The n't of a contraction is a `not`."""

# Prepositions and conjunctions

CORE_PREPOSITIONS = frozenset("at by for from in of on to with".split())
OBJECT_PREPOSITIONS = CORE_PREPOSITIONS | frozenset("about against like over than under".split())
"""Prepositions after which a name is an object, whatever the sentence goes on with."""

PLACE_PREPOSITIONS = frozenset("across around at from in inside into near outside throughout".split())
TIME_PREPOSITIONS = frozenset("after before during since until".split())
DATE_PREPOSITIONS = frozenset("by from in of since through until".split())
"""What may stand before a month; before a person called May or April it is rare."""

STRANDED_PREPOSITIONS = frozenset(
    """
    about across after against around at by for from in into of on onto over through to under upon with
    """.split()
)
"""Prepositions that may stand without their noun: the hall that she sang at."""

PREPOSITIONS = (
    CORE_PREPOSITIONS
    | PLACE_PREPOSITIONS
    | TIME_PREPOSITIONS
    | frozenset(
        """
        about above against along amid among behind below beneath beside between beyond despite like off onto
        over past per regarding through toward towards under unlike upon versus via within without
        """.split()
    )
)
PARTICLES = frozenset(
    """
    about across ahead along apart around aside away back by down forth forward in off on out over through
    together under up
    """.split()
)
"""Adverbs and prepositions that make one verb with the verb before them: `set up`."""

COORDINATORS = frozenset("and but nor or".split())
SUBORDINATORS = frozenset(
    "although as because if since than that though unless until when where whereas whether while".split()
)
CONJUNCTIONS = COORDINATORS | SUBORDINATORS | {"so", "yet"}

IN_OTHER_LANGUAGES = frozenset("a am an as do had i in is no of over so to was we will".split())
"""Words of grammar that Spanish, German, Dutch and the like have too, with a meaning of their own."""

KNOWN_ACRONYMS = frozenset("AIDS BBC CEO CIA DNA EU FBI HIV IRS IT NASA NATO NHS TV UAE UK UN US USA".split())
"""Those that readers know without their words."""

# Numbers and dates

ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
TEENS = tuple("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split())
TENS = tuple("twenty thirty forty fifty sixty seventy eighty ninety".split())
SCALES = ("thousand", "million", "billion", "trillion")
ORDINALS = tuple("first second third fourth fifth sixth seventh eighth ninth tenth".split())
MONTHS = tuple(
    "january february march april may june july august september october november december".split()
)
MONTHS_THAT_NAME_PEOPLE = frozenset("april august jan june may".split())
MONTHS_THAT_ARE_WORDS = frozenset("dec jan mar march may sept".split())
"""Months, long and short, that also stand for something else."""
SHORT_MONTHS = tuple("jan feb mar apr may jun jul aug sep sept oct nov dec".split())
WEEKDAYS = tuple("monday tuesday wednesday thursday friday saturday sunday".split())
