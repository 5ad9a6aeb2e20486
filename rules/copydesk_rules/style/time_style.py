"""time-style: an hour that the house writes another way."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copydesk.analyses.house_forms import find_figures
from copydesk.document import Document
from copydesk.house.style import DateStyle, HouseStyle
from copydesk.model.finding import Finding, Severity
from copydesk.model.prose import Span
from copydesk.plugins.rule import Context, Example, NoOptions, Rule
from copydesk_rules.style.forms import Form, report

_AP = HouseStyle(label="AP", dates=DateStyle(clock="9 a.m.", minutes="colon", full_hours="bare", noon="word"))
_GUARDIAN = HouseStyle(label="Guardian", dates=DateStyle(clock="9am", minutes="dot", full_hours="bare"))
_BBC = HouseStyle(label="BBC", dates=DateStyle(clock="09:00", minutes="colon"))


class HouseTimes(Rule[NoOptions]):
    """An hour with a.m. or p.m. is put together anew from what the house has decided, and compared."""

    name = "time-style"
    reads_english = True
    family = "style"
    severity = Severity.WARNING
    needs = ("dates", "digit")
    summary = "an hour is not written as the house writes it: 9 a.m. where it has 9am"
    why = (
        "A house writes 9 a.m., 9am or 09:00, with a colon or a dot before the minutes. Noon is not 12 p.m., "
        "which many readers take for midnight, and 9 a.m. is always in the morning."
    )
    examples = (
        Example("The doors open at [[9am]] and close at [[9:00 p.m.]], she said.", "AP", house=_AP),
        Example("The doors open at [[12 noon]] or at [[12 p.m.]], she said.", "noon is a word", house=_AP),
        Example("The doors open at [[9 a.m. this morning]].", "it says morning twice", house=_AP),
        Example(
            "The doors open at [[9:30pm]] or [[10 p.m.]] in May.", "closed, and with a dot", house=_GUARDIAN
        ),
        Example("The doors open at [[2.25pm]] in May.", "24 hours", house=_BBC),
        Example("The doors open at 9 a.m., 9:30 p.m. or noon. It ends at 9 p.m.", "all right", house=_AP),
        Example("“It is 9am,” she said of 1010 AM, and had 3.5 amps.", "speech, and no hour", house=_AP),
        Example("The doors open at 9am.", "no house"),
    )

    def check(self, document: Document, context: Context[NoOptions]) -> Iterator[Finding]:
        """Yield one finding for each hour."""
        yield from report(document, context, _hours(document, context.house.dates))


def _hours(document: Document, dates: DateStyle) -> Iterator[Form]:
    text, after = document.text, re.compile(_AFTER)
    hour, noon, after_hour = re.compile(_HOUR), re.compile(_NOON), re.compile(_AFTER_HOUR)
    for figure in find_figures(document):
        start = figure.start()
        time = hour.fullmatch(figure[0])
        if not time or not int(time[1]) <= 12:
            continue
        if document.before(start) in _JOINED and not after_hour.search(document.before(start, 12)):
            continue
        word = noon.match(text, figure.end())
        if word and dates.noon == "word" and time[1] == "12":
            good = word[1].capitalize() if document.opens_sentence(start) else word[1]
            yield Form("dates.noon", Span(start, word.end()), good)
            continue
        half = after.match(text, figure.end())
        if not half:
            continue
        good, field = _wanted(dates, time, half)
        first = _first_hour(document, dates, start)
        if first and (field == "dates.noon" or dates.clock == "09:00"):
            continue
        if first:
            good = first[1] + good
        elif document.opens_sentence(start):
            good = good[0].upper() + good[1:]
        span = Span(first[0] if first else start, half.end())
        twice = re.compile(_TWICE).match(text, span.end)
        if twice and dates.clock != "auto":
            yield Form("dates.clock", Span(start, twice.end()), good, safe=False)
        elif document.slice(span).replace("\u00a0", " ") != good:
            yield Form(field, span, good, safe=field != "dates.noon" and dates.clock != "09:00")


def _first_hour(document: Document, dates: DateStyle, end: int) -> tuple[int, str] | None:
    """Return where a range of hours begins that ends at an offset, and how the house writes its first hour.

    An hour with its own half of the day is no part of it: 9 a.m.-5 p.m.
    """
    found = re.compile(_FIRST_HOUR).search(document.before(end, 12))
    if not found:
        return None
    mark, minutes = found[2] or "", found[3] or ""
    if dates.full_hours == "bare" and minutes == "00":
        mark = minutes = ""
    elif minutes and dates.minutes != "auto":
        mark = ":" if dates.minutes == "colon" else "."
    return end - len(found[0]), f"{found[1]}{mark}{minutes}{found[4]}"


def _wanted(dates: DateStyle, time: re.Match[str], half: re.Match[str]) -> tuple[str, str]:
    """Return how the house writes an hour, and the field that says so."""
    hour, mark, minutes = time[1], time[2] or "", time[3] or ""
    is_late = half[2][0] in "pP"
    if dates.noon == "word" and hour == "12" and minutes in ("", "00"):
        return ("noon" if is_late else "midnight"), "dates.noon"
    if dates.clock == "09:00":
        clock = int(hour) % 12 + 12 * is_late
        return f"{clock:02}:{minutes or '00'}", "dates.clock"
    field = "dates.clock"
    if dates.full_hours == "bare" and minutes == "00":
        mark = minutes = ""
        field = "dates.full_hours"
    elif minutes and dates.minutes != "auto":
        wanted = ":" if dates.minutes == "colon" else "."
        field = "dates.minutes" if wanted != mark else field
        mark = wanted
    if dates.clock == "auto":
        ending = half[1] + half[2]
    else:
        letter = "p" if is_late else "a"
        ending = f" {letter}.m." if dates.clock == "9 a.m." else f"{letter}m"
    return f"{hour}{mark}{minutes}{ending}", field


_HOUR = r"0?(\d{1,2})(?:([:.])([0-5]\d))?"
_AFTER = (
    r"([ \u00a0]?)([ap]\.m(?:\.|(?!\.))|[ap]m|[AP]\.M(?:\.|(?!\.))|[AP]M)(?!\w|-(?!\d|noon\b|midnight\b))"
)
_FIRST_HOUR = r"(?<![\w.,:$£€/#–-])(1?\d)(?:([:.])([0-5]\d))?([-–])$"
_AFTER_HOUR = rf"{_FIRST_HOUR}|\d[ \u00a0]?[apAP]\.?[mM]\.?[-–]$"
_NOON = r"(?:[:.]00)?[ \u00a0](noon|midday|midnight)\b"
_TWICE = r"[ \u00a0](?:this (?:morning|afternoon|evening)|tonight)\b"
_JOINED = frozenset("$£€:.,/#-")
