"""Words that are written with a full stop, by what the stop tells about the end of a sentence.

All are kept without their last stop, in the case that news copy gives them: `Jan` is a month, `mar` is
a verb. To add a word, add it to the right list; nothing else knows them.
"""

from __future__ import annotations

from copydesk.language.lists import closed_classes as english

NEVER_LAST = frozenset(
    """
    Mr Mrs Ms Mx Messrs Mmes Mme Mlle Dr Drs Prof Profs Hon Rev Revs Fr Msgr Pres Sen Sens Rep Reps Gov
    Govs Amb Sec Supt Ald Atty Asst Assoc Dep Dist Det Insp Comm Gen Gens Lt Col Maj Capt Cmdr Cdr Adm
    Sgt Cpl Pvt Pfc Spc Brig Mt Mts Ft Ste Sts vs v approx ca cf viz
    """.split()
)
"""Titles and words that lead on: a sentence never ends with one."""

BEFORE_NUMBERS = frozenset("Nos No NO p pp Fig Figs Vol Vols Ch Art c est ft".split())
"""These lead on to a number; before anything else they are plain words that may end a sentence."""

MONTHS = english.capitalised(english.SHORT_MONTHS) - {"May"} | {"Tues", "Thurs"}
"""Months and days that are cut short."""

STATES = frozenset(
    """
    Ala Alta Ariz Ark Cal Calif Colo Conn Del Fla Ga Ill Ind Kan Kans Ky La Mass Md Mich Minn Miss Mo
    Mont Neb Nebr Nev Okla Ont Ore Pa Que Sask Tenn Tex Va Vt Wash Wis Wisc Wyo
    """.split()
)
"""States and provinces. Those with a stop inside (`N.H.`) need no list."""

MAY_END = STATES | frozenset(
    """
    Inc Corp Co Cos Ltd Bros Assn Dept Univ Intl Natl Mfg Jr Sr Esq Ret al St Ave Blvd Rd Hwy Rte Pkwy
    """.split()
)
"""These stand inside a sentence as often as at its end: what follows decides."""

SHORT_FORMS = NEVER_LAST | BEFORE_NUMBERS | MONTHS | MAY_END
"""All that are written without a stop inside."""

TITLES_BEFORE_NAMES = ("sen", "rep", "gov", "gen", "lt", "col", "maj", "capt", "sgt", "adm", "prof", "rev")
"""Titles that a house writes with a full stop or without, lower case."""

INITIALS = {
    "us": ("U", "S"),
    "uk": ("U", "K"),
    "un": ("U", "N"),
    "eu": ("E", "U"),
    "dc": ("D", "C"),
    "phd": ("Ph", "D"),
    "md": ("M", "D"),
}
"""Abbreviations that a house writes with stops or without, lower case, each with its two parts."""

EXCLAIMED_NAMES = ("Yahoo", "Jeopardy")
"""Names that are written with an exclamation mark."""

HOURS = frozenset(["a.m", "p.m", "A.M", "P.M"])
"""The hours of the day."""

AFTER_HOURS = (
    english.capitalised(english.MONTHS + english.WEEKDAYS)
    | MONTHS
    | frozenset(
        """
    Eastern Central Mountain Pacific Atlantic Alaska Hawaii Greenwich Moscow Beijing London ET CT MT PT EST
    EDT CST CDT MST MDT PST PDT GMT UTC BST CET CEST IST JST AEST Z
    """.split()
    )
)
"""Capitalised words that go on with the hour: the day, the month, the time zone."""

OPENERS = english.capitalised(
    (english.ARTICLES | english.POSSESSIVES | english.DEMONSTRATIVES | english.SUBJECT_PRONOUNS)
    | (english.QUESTION_WORDS | english.SUBORDINATORS | english.TIME_PREPOSITIONS)
    | (english.CORE_PREPOSITIONS - {"of", "to"})
) | frozenset(
    """
    But And Despite There Not Now Then However Meanwhile Mr. Mrs. Ms. Mr Mrs Ms
    """.split()
)
"""Words that open a sentence and are hardly ever a name: they decide even after an initial."""

MORE_OPENERS = (
    OPENERS
    | english.capitalised(
        (english.DETERMINERS | english.QUANTIFIERS | english.ANYBODY)
        | (english.ANYTHING | english.QUESTION_WORDS)
        | (english.CONJUNCTIONS | english.PREPOSITIONS | english.FINITE_BE)
        | (english.HAVE | english.DO)
        | (english.MODALS - {"may", "will"})
        | {*english.ONES, "ten"}
    )
    | frozenset(
        """
        According Also Asked Besides Earlier Early Even Former Here Hence Indeed Instead Just Last
        Late Later Let Maybe Moreover Nearly Never Nevertheless None Nonetheless Once Only Others
        Otherwise Perhaps Soon Still Therefore Thus Today Together Tomorrow Tonight
        Whatever Yes Yesterday Americans Analysts Authorities Critics
        Democrats Dozens Experts Fans Hundreds Investigators Investors Lawmakers Lawyers Millions
        Officers Officials Opponents Others People Police Prosecutors Protesters Republicans
        Researchers Residents Scientists Shares Supporters Thousands Voters Workers
        """.split()
    )
)
"""Words that open a sentence after `U.S.` and the like, and are no part of a name there."""
