"""Grammar around a compound, which tells `a shutdown` from `shut down the plant`.

There is no grammar here, only small closed classes of English words and the words next door. Where they
leave a doubt, two uses count as different, and nobody is told that they should be spelled alike.
"""

from __future__ import annotations

from copydesk.language.lists import closed_classes as english

FUNCTION_WORDS = (
    (english.DETERMINERS | english.QUANTIFIERS | english.SUBJECT_PRONOUNS | english.OBJECT_PRONOUNS)
    | (english.AUXILIARIES | english.CONJUNCTIONS | english.QUESTION_WORDS)
    | (english.OBJECT_PREPOSITIONS - {"about"})
    | (english.PREPOSITIONS - english.PARTICLES - {"near", "past"})
    | frozenset("else ever less never not nothing one only then there too very yes".split())
)
"""Words that stand beside any other: `a long` is no way to write `along`."""

PARTICLES = english.PARTICLES
"""Words that follow the verb in `shut down`."""

VERBS = frozenset(["cease"])
"""Verbs that make a compound with what they act on: to `cease fire`, a `ceasefire`."""

ADJECTIVES = frozenset(
    """back bad best better big black blue broad clean clear close closed cold common dark dead deep double
    dry early fair far fast fine first flat free fresh front full good grand great green grey gray half
    hard heavy high hot human inner late left light live long longer lower main middle narrow near new
    old open outer part past plain poor public quick quiet ready real red rich right safe second self
    sharp short single slow small social soft straight strong third tight top true upper warm weak well
    wet white wide wild worst young zero""".split()
)
"""Words that begin a compound as a modifier: `front-line troops` stand on the `front line`."""

DETERMINERS = (english.DETERMINERS - english.DEMONSTRATIVES - {"her", "some"}) | {"another", "each"}
_PASTS = frozenset(
    """became began bought brought built came caught chose cost cut did drew drove fell felt flew found gave
    got grew had held hit hurt kept knew lay led left let lost made meant met paid put ran rose said sank
    sat saw sent set shut sold spent spoke stood struck taught thought told took went won
    wrote""".split()
)
_ADVERBS = frozenset(
    "ago again almost also already far here just later now often only soon still then there".split()
)
COLOURS = frozenset("black blue brown gray green grey red white".split())
BE = english.BE
_BEFORE_A_BARE_NOUN = (
    (english.CORE_PREPOSITIONS - {"at"}) | (english.COORDINATORS - {"but", "nor"}) | {"as", "than", "without"}
)
_AFTER_A_NOUN = (
    (english.FINITE_BE | english.HAVE | english.SUBORDINATORS | english.CORE_PREPOSITIONS)
    | (english.PREPOSITIONS - english.PARTICLES - {"like", "near", "past"})
    | {"but", "could", "outside", "said", "say", "says", "under", "which", "who", "will", "would"}
) - {"am", "having", "where"}
_ADVERBIALS = frozenset([("under", "way")])
"""Prepositions with a noun that English closes up to an adverb: underway."""

COMPARATIVES = frozenset(
    word for word in ADJECTIVES if word.endswith("er") and word not in ("other", "super")
)
"""Words that may belong to a noun further on: a `lower tax rate` is a lower rate."""

_STOPS = frozenset(".;:?!)]—")


BEFORE = "before "
"""How the label begins of a compound that stands before a content word, which follows."""

NOUN = "as a noun"
"""The label of a compound that is a noun."""


def never_one_word(first: str, second: str) -> bool:
    """Whether two words stand side by side by chance: `may be`, `in to`, `a while`, `top two`."""
    if (first, second) in _ADVERBIALS:
        return False
    if second in english.ONES:
        return True
    leads = first in FUNCTION_WORDS or (first in PARTICLES and first not in ADJECTIVES)
    return leads or second in FUNCTION_WORDS - PARTICLES


def is_bare(before: str, after: str) -> bool:
    """Whether a noun between two words or marks has neither an article nor a noun after it: `by black mail`.

    A thing that has a colour has an article in the singular: `by the green house`.
    """
    ends = not after[:1].isalnum() or after in FUNCTION_WORDS
    return before in _BEFORE_A_BARE_NOUN and ends


def acts_as_verb(first: str, second: str) -> bool:
    """Whether the two words, written apart, are a verb unless they stand where only a noun can."""
    return first in VERBS or second.removesuffix("s") in PARTICLES


def in_noun_position(before: str, second: str, after: str) -> bool:
    """Whether `match ups`, or `match up` between `a` and what is no object, must be a noun."""
    plural = second.endswith("s") and second.removesuffix("s") in PARTICLES
    return plural or (before in DETERMINERS and after not in DETERMINERS)


def may_end_subject(after: str) -> bool:
    """Whether a word after a noun may be a verb or adverb: `the long term matters`, no `long term plan`."""
    return after.endswith(("s", "ed", "ly")) or after in _PASTS or after in _ADVERBS


def use_of(first: str, before: str, after: str, plural: bool) -> str:
    """Return the label of a compound's use: only uses with the same label can be compared.

    first   its first part
    before  the word before it, or nothing where something else stands there
    after   the word after it, or the punctuation mark there, or nothing
    plural  whether it is a plural

    The label is empty where the words next door do not tell.
    """
    ends = not after or after in _STOPS
    if not ends and after[0].isalnum() and after not in FUNCTION_WORDS and after not in PARTICLES:
        return f"{BEFORE}{after.removesuffix('s')}"
    if not ends and after not in _AFTER_A_NOUN:
        return ""
    if plural or before in DETERMINERS or first not in ADJECTIVES:
        return NOUN
    return f"after {'be' if before in BE else before}"
