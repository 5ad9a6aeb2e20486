"""Words that are written with a full stop, by what the stop tells about the end of a sentence.

All are kept without their last stop, in the case that news copy gives them: `Jan` is a month, `mar` is
a verb. To add a word, add it to the right list; nothing else knows them.
"""

from __future__ import annotations

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

MONTHS = frozenset("Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Tues Thurs".split())
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

EXCLAIMED_NAMES = ("Yahoo", "Jeopardy")
"""Names that are written with an exclamation mark."""

HOURS = frozenset(["a.m", "p.m", "A.M", "P.M"])
"""The hours of the day."""

AFTER_HOURS = MONTHS | frozenset(
    """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July
    August September October November December Eastern Central Mountain Pacific Atlantic Alaska Hawaii
    Greenwich Moscow Beijing London ET CT MT PT EST EDT CST CDT MST MDT PST PDT GMT UTC BST CET CEST IST
    JST AEST Z
    """.split()
)
"""Capitalised words that go on with the hour: the day, the month, the time zone."""

OPENERS = frozenset(
    """
    The A An This That These Those He She It They We I You His Her Their Its Our Your My But And If When
    While After Before As At By For From In On With Since Because Although Though Despite During There
    What Who Why How Where Not Now Then However Meanwhile Mr. Mrs. Ms. Mr Mrs Ms
    """.split()
)
"""Words that open a sentence and are hardly ever a name: they decide even after an initial."""

MORE_OPENERS = OPENERS | frozenset(
    """
    About Above According Across Against All Along Also Amid Among Another Any Anyone Are Around Asked
    Behind Below Besides Between Beyond Both Can Could Did Do Does Each Earlier Early Either Even Every
    Everyone Everything Few Former Had Has Have Here Hence Indeed Inside Instead Into Is Just Last Late
    Later Let Like Many Maybe More Moreover Most Much Near Nearly Neither Never Nevertheless No Nobody
    None Nonetheless Nor Nothing Of Once One Only Or Other Others Otherwise Outside Over Per Perhaps
    Several Should So Some Someone Soon Still Such Therefore Through Throughout Thus To Today Together
    Tomorrow Tonight Two Three Four Five Six Seven Eight Nine Ten Under Unless Unlike Until Upon Was
    Were Whatever Whether Which Whose Within Without Would Yes Yesterday Yet Americans Analysts
    Authorities Critics Democrats Dozens Experts Fans Hundreds Investigators Investors Lawmakers Lawyers
    Millions Officers Officials Opponents Others People Police Prosecutors Protesters Republicans
    Researchers Residents Scientists Shares Supporters Thousands Voters Workers
    """.split()
)
"""Words that open a sentence after `U.S.` and the like, and are no part of a name there."""
