"""place-style: a place or a state that the house writes another way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from copydesk.analyses.house_forms import find_words
from copydesk.analyses.spelling.initials import find_dotted, find_plain
from copydesk.document import Document
from copydesk.house.style import HouseStyle, PlaceStyle
from copydesk.language.lists import closed_classes as english
from copydesk.model.finding import Finding, Severity
from copydesk.model.prose import BlockKind, Span
from copydesk.plugins.rule import Context, Example, NoOptions, Rule
from copydesk_rules.data import words
from copydesk_rules.style.forms import Form, report

_AP = HouseStyle(
    label="AP",
    places=PlaceStyle(states="full", datelines="ap", united_states="points", european_union="plain"),
)
_JOURNAL = HouseStyle(label="WSJ", places=PlaceStyle(states="ap"))
_GUARDIAN = HouseStyle(label="Guardian", places=PlaceStyle(united_states="plain", columbia="plain"))


class HousePlaces(Rule[NoOptions]):
    """Five abbreviations first, then every state that follows a city."""

    name = "place-style"
    reads_english = True
    family = "style"
    severity = Severity.WARNING
    needs = ("places",)
    summary = "a place is not written as the house writes it: US where it has U.S., Flint, Mich. in full"
    why = (
        "A house writes U.S. or US, and a state after a city in full or cut short. Postal codes are for "
        "addresses. Names (US Airways), credit lines, party labels and lists of states are left alone."
    )
    examples = (
        Example("The [[US]] and the [[E.U.]] sent aid.", "points for one, none for the other", house=_AP),
        Example("She left [[Flint, Mich.]], for [[Gary, IN]], in May.", "states in full", house=_AP),
        Example("She moved to [[Flint, Michigan]], and to Ames, Iowa.", "cut short", house=_JOURNAL),
        Example("The [[U.S.]] sent aid to Washington, [[D.C.]]", "no points", house=_GUARDIAN),
        Example(
            "[[DALLAS, Texas]] (AP) — The mayor left the hall on Monday.", "a city that all know", house=_AP
        ),
        Example("FLINT, Mich. (AP) — The mayor left the hall on Monday.", "another city", house=_AP),
        Example("A US Airways pilot told us so in Flint, Michigan, the U.S. said.", "a name", house=_AP),
        Example(
            "Sen. Ann Poe, R-Mich., left. It won in Ohio, Michigan and Iowa.",
            "a label, a list",
            house=_JOURNAL,
        ),
        Example("“The US sent aid to Flint, Mich.,” she said.", "speech", house=_AP),
        Example("The US sent aid to Flint, Mich.", "no house"),
    )

    def check(self, document: Document, context: Context[NoOptions]) -> Iterator[Finding]:
        """Yield one finding for each place."""
        places = context.house.places
        forms = [
            form
            for field, letters in _LETTERS.items()
            for form in _initials(document, places, field, *letters)
        ]
        yield from report(
            document, context, [*forms, *_states(document, places), *_datelines(document, places)]
        )


def _initials(document: Document, places: PlaceStyle, field: str, head: str, tail: str) -> Iterator[Form]:
    """Yield places of an abbreviation with its points, or without them, where the house has it otherwise."""
    want = getattr(places, field)
    if want == "points":
        for span in (*find_plain(document, head, tail), *_compounds(document, head + tail)):
            yield Form(f"places.{field}", span, f"{head}.{tail}.")
    elif want == "plain":
        for span in find_dotted(document, head, tail):
            yield Form(f"places.{field}", span, head + tail)


def _compounds(document: Document, plain: str) -> Iterator[Span]:
    """Yield an abbreviation at the beginning of a compound: UN-backed, but not US-Mexico."""
    lowers = [lower for lower in document.words.hyphenated if lower.startswith(f"{plain.lower()}-")]
    for word in find_words(document, lowers):
        if word.surface.startswith(f"{plain}-") and word.surface[len(plain) + 1 :].islower():
            yield Span(word.start, word.start + len(plain))


def _states(document: Document, places: PlaceStyle) -> Iterator[Form]:
    """Yield states after a city that the house writes in full, or cuts short."""
    if places.states == "auto":
        return
    forms = _states_by(places.states)
    for match in re.finditer(_STATE, document.text):
        first = match[1].partition(" ")[0]
        found = next((name for name in (match[1], first, first.rstrip(".")) if name in forms), None)
        if found is None or forms[found] == found:
            continue
        span = Span(match.start(1), match.start(1) + len(found))
        city = _city(document, match.start())
        if city and document.slice(city) not in forms and _is_alone(document, city, span):
            good = f"{document.slice(city)}, {forms[found]}"
            yield Form("places.states", Span(city.start, span.end), good)


def _datelines(document: Document, places: PlaceStyle) -> Iterator[Form]:
    """Yield datelines with a state that everybody knows, or in another form than AP's."""
    if places.datelines == "auto":
        return
    forms = {**_states_by("ap"), "D.C.": "D.C."}
    for block in document.blocks:
        if block.kind is not BlockKind.DATELINE:
            continue
        found = re.match(_DATELINE, document.slice(block.span))
        good = forms.get(found[2]) if found else None
        if found is None or good is None:
            continue
        alone = _ALONE.get(found[1].title()) == good
        if alone or found[2] != good:
            span = Span(block.start, block.start + found.end(2))
            form = found[1] if alone else f"{found[1]}, {good}"
            yield Form("places.datelines", span, form, apart=True)


def _city(document: Document, end: int) -> Span | None:
    """Return the name that ends at an offset, without the word that begins its sentence."""
    found = re.compile(_CITY).search(document.text, max(0, end - _LONGEST_CITY), end)
    if not found:
        return None
    first, _, rest = found[0].partition(" ")
    start = found.start() + (len(first) + 1) * (first in _NO_CITIES)
    return Span(start, end) if first not in _NO_CITIES or rest else None


def _is_alone(document: Document, city: Span, state: Span) -> bool:
    """Whether a state belongs to its city: neither a list of states, nor a title, an address or a credit."""
    text, name = document.text, document.slice(state)
    if re.search(_NO_LEAD, document.before(city.start, 24)):
        return False
    if re.search(_CREDIT, text[max(0, city.start - 90) : state.end + 60]):
        return False
    after = _AFTER_A_SHORT_FORM if "." in name else _AFTER_A_CODE if name.isupper() else _AFTER_A_NAME
    return re.compile(after).match(text, state.end) is not None


@cache
def _states_by(style: str) -> dict[str, str]:
    """Return how a style writes each state, by every form of it: its name, its short forms, its code."""
    found = {}
    for line in words("states"):
        name, ap, nyt, code = line.split("\t")
        good = {"full": name, "ap": ap, "nyt": nyt}[style]
        found.update(dict.fromkeys((name, ap, nyt, code), good))
    return found


_LETTERS = {
    "united_states": ("U", "S"),
    "united_nations": ("U", "N"),
    "united_kingdom": ("U", "K"),
    "european_union": ("E", "U"),
    "columbia": ("D", "C"),
}
_ALONE = {
    **dict.fromkeys(("Dallas", "Houston", "San Antonio"), "Texas"),
    **dict.fromkeys(("Los Angeles", "San Diego", "San Francisco"), "Calif."),
    **dict.fromkeys(("Cincinnati", "Cleveland"), "Ohio"),
    **dict.fromkeys(("Philadelphia", "Pittsburgh"), "Pa."),
    "Atlanta": "Ga.",
    "Baltimore": "Md.",
    "Boston": "Mass.",
    "Chicago": "Ill.",
    "Denver": "Colo.",
    "Detroit": "Mich.",
    "Honolulu": "Hawaii",
    "Indianapolis": "Ind.",
    "Las Vegas": "Nev.",
    "Miami": "Fla.",
    "Milwaukee": "Wis.",
    "Minneapolis": "Minn.",
    "New Orleans": "La.",
    "New York": "N.Y.",
    "Oklahoma City": "Okla.",
    "Phoenix": "Ariz.",
    "St. Louis": "Mo.",
    "Salt Lake City": "Utah",
    "Seattle": "Wash.",
    "Washington": "D.C.",
}
"""Cities that stand without their state in AP's datelines, with the state that they are in."""

_DATELINE = r"([A-Z][A-Z.’' -]{2,30}), ([A-Z][A-Za-z.]*(?: [A-Z][a-z]+)?)(?=$|,? \()"
_STATE = r", ([A-Z][A-Za-z]*\.?(?:[A-Z][a-z]*\.)?(?: [A-Z][a-z]+)?)"
_CITY = r"(?<![\w.’'-])(?:(?:St|Ft|Mt)\. )?(?:[A-Z][a-z]{1,20}[ -]){0,2}[A-Z][a-z]{2,20}$"
_LONGEST_CITY = 60
_NO_CITIES = english.capitalised(
    english.PREPOSITIONS
    | english.CONJUNCTIONS
    | set(english.WEEKDAYS)
    | {"still", "including", "meanwhile", "congress", "twitter"}
)
_NO_LEAD = r"\b(?:Sen|Rep|Gov|Mr|Mrs|Ms|Dr|Del|Lt|Judge|Senator|Governor|Representative)\.? (?:\w+ )?$"
_CREDIT = r"\b[Cc]ontribut\w+ (?:reporting|to this)|reported from|Associated Press writers?|Press reporters?"
_AFTER_A_SHORT_FORM = ""
_AFTER_A_CODE = r"(?!,? \d{5})(?:[.,;)\n]|$| [a-z])"
_AFTER_A_NAME = r"(?:[.;)]|$|\n|,(?! (?:[A-Z]|and [A-Z]|or [A-Z])))(?!,? (?:and|or) [A-Z])"
