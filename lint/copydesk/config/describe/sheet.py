"""A house style as a sheet to be read: what the house writes, how that is known, and where it says so."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

from msgspec import Struct

from copydesk.analyses.house_forms import as_ordinal, in_words, ordinal_in_words
from copydesk.config.merge import collected, fields_of, load_terms, value
from copydesk.config.settings import ConfiguredValue, Layer
from copydesk.house.style import HOUSE_TABLES, Fact

MARKS = {
    "own": "its own text",
    "accounts": "accounts of it",
}
"""How a fact is known, in words, by the mark in a style's file; what is measured is told by its counts."""


class SheetRow(Struct, frozen=True):
    """A line of a sheet.

    subject  what it is about: percentages
    form     what the house writes: 48%
    known    how that is known; empty where the style's `source` says it for all
    origin   the line of the file that says so
    """

    subject: str
    form: str
    known: str
    origin: str


class Sheet(Struct, frozen=True):
    """A house style to be read.

    title   what the house is called
    as_of   for when it is true
    source  where it is written
    tables  rows by the name of their table, without those that are empty
    words   what the house writes, with what it replaces
    watched words that it avoids or watches, with what to write or to ask
    allow   names that nobody should flag
    """

    title: str
    as_of: str
    source: str
    tables: Mapping[str, Sequence[SheetRow]]
    words: Mapping[str, Sequence[str]]
    watched: Mapping[str, str]
    allow: Sequence[str]


def sheet(name: str, layers: Sequence[Layer]) -> Sheet:
    """Return the sheet of a style from its layers, the weakest first."""
    tables = {}
    for table in ("honorifics", *HOUSE_TABLES):
        rows = [
            _row(f"{table}.{field}", given, layers)
            for field, given in fields_of(table, layers).items()
            if given.value not in ("auto", [], ())
        ]
        if rows:
            tables[table] = rows
    words: dict[str, list[str]] = {}
    watched: dict[str, str] = {}
    sources = [given.value for given in collected(layers, "terms")]
    terms = list(load_terms(sources)) if sources else []
    for term in terms:
        if term.role == "prefer":
            words.setdefault(" or ".join(term.advice), []).append(term.text)
        elif term.role in ("avoid", "watch"):
            watched[term.text] = term.advice[0]
    return Sheet(
        value(layers, "label") or name,
        value(layers, "as_of"),
        value(layers, "source"),
        tables,
        words,
        watched,
        [term.text for term in terms if term.role == "allow"],
    )


def _row(field: str, given: ConfiguredValue, layers: Sequence[Layer]) -> SheetRow:
    table, _, name = field.partition(".")
    subject, forms = _FORMS[field]
    shown = given.value
    if field in ("numbers.words_to", "numbers.ordinals_to"):
        form = _up_to(field, shown)
    else:
        form = ", ".join(shown) if isinstance(shown, list | tuple) else forms.get(shown, str(shown))
    fact = next(
        (layer.facts[table][name] for layer in reversed(layers) if name in layer.facts.get(table, {})), None
    )
    path, _, line = given.origin.rpartition(":")
    return SheetRow(subject, form, known(fact.value) if fact else "", f"{os.path.basename(path)}:{line}")


def known(fact: Fact) -> str:
    """Return how a fact is known, in words: `accounts of it, printed 189 : 9, since 2019-04`."""
    parts = [_seen(fact.seen) if mark == "measured" else MARKS[mark] for mark in fact.marks]
    if fact.as_of:
        parts.append(f"since {fact.as_of}")
    return ", ".join([*parts, fact.source] if fact.source else parts)


def _seen(counts: str) -> str:
    """Return in words how often the house printed a form: two numbers, or how often it broke with it."""
    return f"{counts} in print" if "breach" in counts else f"printed {counts}"


def _up_to(field: str, number: int) -> str:
    """Return where words end and figures begin: `nine, then 10`."""
    if number == 0:
        return "figures always"
    if field == "numbers.words_to":
        return f"{in_words(number)}, then {number + 1}"
    return f"{ordinal_in_words(number)}, then {as_ordinal(number + 1)}"


_TITLES = {"always": "yes", "never": "no"}
_POINTS: Mapping[str, Mapping[str, str]] = {
    name: {"points": points, "plain": plain}
    for name, (points, plain) in {
        "places.united_states": ("U.S.", "US"),
        "places.united_nations": ("U.N.", "UN"),
        "places.united_kingdom": ("U.K.", "UK"),
        "places.european_union": ("E.U.", "EU"),
        "places.columbia": ("Washington, D.C.", "Washington, DC"),
        "abbreviations.agencies": ("F.B.I., C.I.A.", "FBI, CIA"),
        "abbreviations.degrees": ("Ph.D.", "PhD"),
        "abbreviations.companies": ("Acme Inc., no comma", "Acme Inc, no comma"),
        "abbreviations.junior": ("John Roe Jr., no comma", "John Roe Jr, no comma"),
        "abbreviations.number": ("No. 1", "No 1"),
    }.items()
}
_FORMS: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "honorifics.later": ("courtesy titles later", _TITLES),
    "honorifics.headlines": ("in headlines", _TITLES),
    "honorifics.captions": ("in captions", _TITLES),
    "honorifics.quotations": ("in quotations", _TITLES),
    "honorifics.full_names": ("before full names", _TITLES),
    "honorifics.full_point": ("their point", {"always": "Mr.", "never": "Mr"}),
    "honorifics.convicted": ("for the convicted", _TITLES),
    "honorifics.dead": ("for the dead", _TITLES),
    "honorifics.minors": ("for minors", _TITLES),
    "honorifics.adult_age": ("adults from", {}),
    "honorifics.plain_sections": ("no titles in", {}),
    "honorifics.titled_sections": ("titles in", {}),
    "honorifics.section": ("section", {}),
    "honorifics.knights": ("knights later", {"title": "Sir John", "surname": "Roe"}),
    "honorifics.peers": ("peers later", {"title": "Lord Roe", "surname": "Roe"}),
    "honorifics.doctors": (
        "Dr. is for",
        {"health": "health professions", "any": "any doctorate", "nobody": "nobody"},
    ),
    "honorifics.ranks": ("ranks before a name", {"abbreviated": "Gen. Roe, Sen. Roe"}),
    "honorifics.role_capitals": ("offices", {"before_name": "President Roe, the president"}),
    "honorifics.longest_role": ("words of a role before a name", {}),
    "honorifics.public_figures": ("known names", {"introduce": "introduced in full"}),
    "numbers.words_to": ("numbers", {}),
    "numbers.ages": ("ages", {"figures": "a 6-year-old boy", "general": "as other numbers"}),
    "numbers.units": ("measures", {"figures": "6 miles", "general": "as other numbers"}),
    "numbers.sentence_start": ("a sentence begins", {"words": "Twelve schools closed."}),
    "numbers.percent": ("percentages", {"sign": "48%", "percent": "48 percent", "per cent": "48 per cent"}),
    "numbers.percent_words": ("five percent", {"never": "at the start of a sentence only"}),
    "numbers.money": ("large sums", {"million": "$5 million, $3 billion", "letter": "$5m, £3bn"}),
    "numbers.currency": ("whole sums", {"sign": "$5, not $5.00"}),
    "numbers.thousands": ("thousands", {"comma": "12,000"}),
    "numbers.ordinals_to": ("ordinals, centuries", {}),
    "numbers.decades": ("decades", {"plain": "the 1980s"}),
    "numbers.fractions": ("fractions", {"hyphen": "two-thirds"}),
    "numbers.allow": ("names with numbers", {}),
    "dates.order": ("day and month", {"month_day": "the month first", "day_month": "the day first"}),
    "dates.months": (
        "months with a day",
        {"full": "November 4", "ap": "Nov. 4, but March to July in full"},
    ),
    "dates.ordinals": ("endings", {"never": "4, not 4th", "always": "4th"}),
    "dates.year_commas": ("year", {"both": "May 4, 2019, was", "none": "no commas"}),
    "dates.month_year": ("month and year", {"plain": "November 2019"}),
    "dates.weekdays": ("weekdays", {"full": "Tuesday"}),
    "dates.clock": ("hours", {}),
    "dates.minutes": ("minutes", {"colon": "9:30", "dot": "9.30"}),
    "dates.full_hours": ("full hours", {"bare": "no :00"}),
    "dates.noon": ("twelve", {"word": "noon, midnight"}),
    "places.states": (
        "state after a city",
        {
            "full": "Flint, Michigan",
            "ap": "Flint, Mich.; Austin, Texas; Bangor, Maine",
            "nyt": "Flint, Mich.; Austin, Tex.; Bangor, Me.",
        },
    ),
    "places.datelines": ("datelines", {"ap": "DALLAS (AP), but FLINT, Mich. (AP)"}),
    "places.united_states": ("United States", _POINTS["places.united_states"]),
    "places.united_nations": ("United Nations", _POINTS["places.united_nations"]),
    "places.united_kingdom": ("United Kingdom", _POINTS["places.united_kingdom"]),
    "places.european_union": ("European Union", _POINTS["places.european_union"]),
    "places.columbia": ("the capital", _POINTS["places.columbia"]),
    "abbreviations.agencies": ("said letter by letter", _POINTS["abbreviations.agencies"]),
    "abbreviations.acronyms": ("said as words", {"capitals": "NATO, NASA", "title": "Nato, Nasa"}),
    "abbreviations.acronyms_from": ("so from letters", {}),
    "abbreviations.as_capitals": ("capitals for", {}),
    "abbreviations.as_title": ("title case for", {}),
    "abbreviations.degrees": ("degrees", _POINTS["abbreviations.degrees"]),
    "abbreviations.companies": ("companies", _POINTS["abbreviations.companies"]),
    "abbreviations.junior": ("junior", _POINTS["abbreviations.junior"]),
    "abbreviations.number": ("number", _POINTS["abbreviations.number"]),
    "abbreviations.initials": (
        "initials",
        {"closed": "J.K. Rowling", "spaced": "J. K. Rowling", "plain": "JK Rowling"},
    ),
    "abbreviations.middle": ("middle initial", {"point": "Robert E. Lee", "plain": "Robert E Lee"}),
    "abbreviations.plurals": ("plurals", {"plain": "CEOs"}),
    "abbreviations.addresses": ("addresses", {"ap": "123 Main St., on Main Street"}),
    "punctuation.closing": ("closing marks", {"us": "“late.” “dear,”", "uk": "by the sense"}),
    "punctuation.serial_comma": (
        "a row of words",
        {"never": "red, white and blue", "always": "red, white, and blue"},
    ),
    "punctuation.dash": (
        "dash",
        {
            "spaced em": "the pier — an old one",
            "em": "the pier—an old one",
            "spaced en": "the pier – an old one",
            "spaced hyphen": "the pier - an old one",
        },
    ),
    "spelling.dialect": (
        "spelling",
        {"american": "color, organize", "british": "colour, organise", "oxford": "colour, organize"},
    ),
}
"""What a field is about, and how each of its values looks in copy; one without a look is shown itself."""
