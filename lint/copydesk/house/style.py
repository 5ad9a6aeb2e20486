"""House styles: what they are called, where they are written down, and what they say."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

UpTo = Literal["auto"] | int
"""A number from 0 to 100; `auto` leaves it to the draft."""

Use = Literal["auto", "always", "never"]
"""Whether a house does something; `auto` leaves it to the draft."""


class Style(Struct, frozen=True):
    """A house style that a plugin brings.

    name  what `style = "…"` and `--style` call it
    path  its TOML file
    """

    name: str
    path: str


class HonorificStyle(Struct, frozen=True):
    """A house's style for names of people: the table [honorifics] of a style or a configuration.

    later            courtesy titles on later references in running copy: Mr. Roe or Roe
    headlines        the same in headlines and headings
    captions         the same in captions
    quotations       the same inside quotation marks
    full_names       whether a courtesy title may stand before a full name, as in Mr. John Roe
    full_point       whether Mr., Ms., Mrs. and Dr. end in a full point
    convicted        courtesy titles for people of whom the draft says that they were convicted
    dead             the same for people of whom it says that they died
    minors           the same for people of whom it says that they are under adult_age
    adult_age        the age from which somebody is named as an adult
    plain_sections   sections whose copy has no courtesy titles, as their folders are called
    titled_sections  sections whose copy has them, whatever `later` says
    section          the section of the draft; "auto" is the name of a folder that it lies in
    knights          later references to knights and dames: Sir John (title) or Roe (surname)
    peers            later references to peers: Lord Roe (title) or Roe (surname)
    doctors          who may be Dr.: people who heal (health), anybody with a doctorate (any), or nobody
    ranks            whether AP's ranks and offices are abbreviated before a full name: Gen., Sen.
    role_capitals    where offices have a capital: "before_name" is AP's President Roe, the president
    longest_role     how many capitalised words a role before a name may have; 0 is any number
    public_figures   whether a bare or attributive use of a known name must be introduced
    """

    later: Use = "auto"
    headlines: Use = "auto"
    captions: Use = "auto"
    quotations: Use = "auto"
    full_names: Use = "auto"
    full_point: Use = "auto"
    convicted: Use = "auto"
    dead: Use = "auto"
    minors: Use = "auto"
    adult_age: int = 18
    plain_sections: tuple[str, ...] = ()
    titled_sections: tuple[str, ...] = ()
    section: str = "auto"
    knights: Literal["auto", "title", "surname"] = "auto"
    peers: Literal["auto", "title", "surname"] = "auto"
    doctors: Literal["auto", "health", "any", "nobody"] = "auto"
    ranks: Literal["auto", "abbreviated"] = "auto"
    role_capitals: Literal["auto", "before_name"] = "auto"
    longest_role: int = 0
    public_figures: Literal["auto", "introduce"] = "auto"

    def in_section(self, path: str) -> HonorificStyle:
        """Return the style as it holds for the draft at a path: its section may have titles of its own."""
        if not (self.plain_sections or self.titled_sections):
            return self
        folders = path.replace("\\", "/").split("/")[:-1]
        sections = {self.section} if self.section != "auto" else {folder.lower() for folder in folders}
        later = self.later
        if not sections.isdisjoint(self.plain_sections):
            later = "never"
        elif not sections.isdisjoint(self.titled_sections):
            later = "always"
        return self if later == self.later else replace(self, later=later)


NO_HOUSE = HonorificStyle()
"""`auto` everywhere: only what contradicts itself inside a draft counts."""


class NumberStyle(Struct, frozen=True):
    """How a house writes numbers: the table [numbers]. `auto` leaves each to the draft.

    words_to        numbers up to this one are words; 0 is figures always
    ages            ages of people: figures always, or as other numbers (general)
    units           the same for miles, feet, degrees and the like
    sentence_start  whether a sentence that begins with a number begins with a word; a year may stand
    percent         what follows a figure: a sign, percent or per cent
    percent_words   whether "five percent" may stand inside a sentence
    money           large sums: $5 million, or $5m and £5bn (letter)
    currency        sign: a whole sum has no cents, as in $5.00
    thousands       whether 12,000 has its comma
    ordinals_to     ordinals up to this one are words: ninth, then 10th; centuries too
    decades         plain: 1980s, never 1980's
    fractions       hyphen: two-thirds
    allow           names that have numbers of their own
    """

    words_to: UpTo = "auto"
    ages: Literal["auto", "figures", "general"] = "auto"
    units: Literal["auto", "figures", "general"] = "auto"
    sentence_start: Literal["auto", "words"] = "auto"
    percent: Literal["auto", "sign", "percent", "per cent"] = "auto"
    percent_words: Literal["auto", "never"] = "auto"
    money: Literal["auto", "million", "letter"] = "auto"
    currency: Literal["auto", "sign"] = "auto"
    thousands: Literal["auto", "comma"] = "auto"
    ordinals_to: UpTo = "auto"
    decades: Literal["auto", "plain"] = "auto"
    fractions: Literal["auto", "hyphen"] = "auto"
    allow: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Raise ValueError for a number that is out of range."""
        for name in ("words_to", "ordinals_to"):
            value = getattr(self, name)
            if value != "auto" and not 0 <= value <= 100:
                raise ValueError(f'"{name}" wants "auto" or a number from 0 to 100, not {value}')


class DateStyle(Struct, frozen=True):
    """How a house writes dates and times: the table [dates]. `auto` leaves each to the draft.

    order       a day and its month: November 4 (month_day) or 4 November
    months      a month with a day: in full, or AP's Jan. Feb. Aug. Sept. Oct. Nov. Dec.
    ordinals    whether a day has its ending: November 4th
    year_commas  commas on both sides of the year in a full date, or none
    month_year  plain: November 2019, without a comma, "of" or a short form
    weekdays    full: weekdays are never cut short
    clock       the hour, by an example
    minutes     what parts hours and minutes: 9:30 or 9.30
    full_hours  bare: 9 a.m., not 9:00 a.m.
    noon        word: noon and midnight, not 12 p.m. or 12 noon
    """

    order: Literal["auto", "month_day", "day_month"] = "auto"
    months: Literal["auto", "full", "ap"] = "auto"
    ordinals: Literal["auto", "never", "always"] = "auto"
    year_commas: Literal["auto", "both", "none"] = "auto"
    month_year: Literal["auto", "plain"] = "auto"
    weekdays: Literal["auto", "full"] = "auto"
    clock: Literal["auto", "9 a.m.", "9am", "09:00"] = "auto"
    minutes: Literal["auto", "colon", "dot"] = "auto"
    full_hours: Literal["auto", "bare"] = "auto"
    noon: Literal["auto", "word"] = "auto"


Points = Literal["auto", "points", "plain"]
"""Whether an abbreviation has its points: U.S. or US."""


class PlaceStyle(Struct, frozen=True):
    """How a house names places: the table [places]. `auto` leaves each to the draft.

    states          a state after a city in running copy: in full, or by the short forms of AP or of the Times
    datelines       AP's: a city that everybody knows stands alone, another one has its state cut short
    united_states   U.S. or US
    united_nations  U.N. or UN
    united_kingdom  U.K. or UK
    european_union  E.U. or EU
    columbia        D.C. or DC
    """

    states: Literal["auto", "full", "ap", "nyt"] = "auto"
    datelines: Literal["auto", "ap"] = "auto"
    united_states: Points = "auto"
    united_nations: Points = "auto"
    united_kingdom: Points = "auto"
    european_union: Points = "auto"
    columbia: Points = "auto"


_LONGEST_ACRONYM = 20


class AbbreviationStyle(Struct, frozen=True):
    """How a house abbreviates: the table [abbreviations]. `auto` leaves each to the draft.

    agencies       F.B.I. or FBI
    acronyms       those that are said as words: NATO (capitals) or Nato (title)
    acronyms_from  title case begins with so many letters: 5 has NATO, but Unicef
    as_capitals    acronyms that keep their capitals in a house with title case
    as_title       acronyms in title case in a house with capitals
    degrees        Ph.D. or PhD
    companies      Inc. or Inc; neither has a comma before it
    junior         Jr. or Jr; neither has a comma before it
    number         No. 1 or No 1
    initials       of people: J.K. (closed), J. K. (spaced) or JK (plain)
    middle         a middle initial: Robert E. Lee (point) or Robert E Lee (plain)
    plurals        plain: CEOs, never CEO's
    addresses      AP's short forms with a number: 123 Main St.
    """

    agencies: Points = "auto"
    acronyms: Literal["auto", "capitals", "title"] = "auto"
    acronyms_from: int = 2
    as_capitals: tuple[str, ...] = ()
    as_title: tuple[str, ...] = ()
    degrees: Points = "auto"
    companies: Points = "auto"
    junior: Points = "auto"
    number: Points = "auto"
    initials: Literal["auto", "closed", "spaced", "plain"] = "auto"
    middle: Literal["auto", "point", "plain"] = "auto"
    plurals: Literal["auto", "plain"] = "auto"
    addresses: Literal["auto", "ap"] = "auto"

    def __post_init__(self) -> None:
        """Raise ValueError for a length that no acronym has, and for an entry that is no acronym."""
        if not 2 <= self.acronyms_from <= _LONGEST_ACRONYM:
            raise ValueError(
                f'"acronyms_from" wants a number from 2 to {_LONGEST_ACRONYM}, not {self.acronyms_from}'
            )
        for name in ("as_capitals", "as_title"):
            for entry in getattr(self, name):
                if not entry.isalpha():
                    raise ValueError(f'"{name}" wants acronyms, letters only as in "NATO", not "{entry}"')


class PunctuationStyle(Struct, frozen=True):
    """How a house punctuates: the table [punctuation]. `auto` leaves each to the draft.

    closing       full stops and commas at a closing quotation mark: inside (us), or by the sense (uk)
    serial_comma  a comma before the last of three plain words
    dash          a dash between words
    """

    closing: Literal["auto", "us", "uk"] = "auto"
    serial_comma: Literal["auto", "never", "always"] = "auto"
    dash: Literal["auto", "spaced em", "em", "spaced en", "spaced hyphen"] = "auto"


class SpellingStyle(Struct, frozen=True):
    """How a house spells: the table [spelling]. Single words are the house's terms.

    dialect  American, British with -ise, or British with -ize (oxford)
    """

    dialect: Literal["auto", "american", "british", "oxford"] = "auto"


class HouseStyle(Struct, frozen=True):
    """What a house has decided beside how it names people.

    label  what messages call the house: AP
    own    the fields that a configuration sets itself, as `numbers.percent`: they are not the label's
    """

    label: str = ""
    own: frozenset[str] = frozenset()
    numbers: NumberStyle = NumberStyle()
    dates: DateStyle = DateStyle()
    places: PlaceStyle = PlaceStyle()
    abbreviations: AbbreviationStyle = AbbreviationStyle()
    punctuation: PunctuationStyle = PunctuationStyle()
    spelling: SpellingStyle = SpellingStyle()

    def author(self, field: str) -> str:
        """Return who decided a field, as a message begins: `AP`, or `house style`."""
        return self.label if self.label and field not in self.own else "house style"


class Fact(Struct, frozen=True):
    """How it is known that a house writes so: an entry of [facts.numbers] and the like in a style's file.

    marks   own: its own text or code; accounts: others' accounts of its style; measured: what it printed
    seen    how often it printed this form, against all others
    as_of   since when, where the house changed
    source  where it is written, if not where the style's `source` says
    """

    marks: tuple[Literal["own", "accounts", "measured"], ...] = ()
    seen: str = ""
    as_of: str = ""
    source: str = ""


NO_STYLE = HouseStyle()
"""`auto` everywhere: nothing is reported for the house's sake."""

HOUSE_TABLES: Mapping[str, Struct] = MappingProxyType(
    {
        "numbers": NO_STYLE.numbers,
        "dates": NO_STYLE.dates,
        "places": NO_STYLE.places,
        "abbreviations": NO_STYLE.abbreviations,
        "punctuation": NO_STYLE.punctuation,
        "spelling": NO_STYLE.spelling,
    }
)
"""The tables of `HouseStyle`, each at its defaults."""

STYLE_TABLES: Mapping[str, Struct] = MappingProxyType({"honorifics": NO_HOUSE, **HOUSE_TABLES})
"""All tables of fields that a style has."""
