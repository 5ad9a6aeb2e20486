"""The publication date of a draft: where it may be written, and how it is read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime

from msgspec import Struct

from copydesk.language.lists import closed_classes as english


class Published(Struct, frozen=True):
    """The publication date of a draft.

    day     the date, as it is written
    moment  the date with its time; None where no time is written. It has a time zone where one is written
    origin  where it was found: `--date`, a key such as `date`, or `file name`
    """

    day: date
    moment: datetime | None
    origin: str


def find_published(given: str, keys: Iterable[str], dates: Mapping[str, str], path: str) -> Published | None:
    """Return the publication date of a draft: the one given, else that of its metadata, else of its name.

    given  the date as the command line says it; empty where it says none
    keys   keys of the metadata; the first that holds a date counts
    dates  what may be dates in its metadata, by key
    path   of the draft: `2031-03-02-slug.md`, or `2031-03-02-slug/index.md`
    """
    if given:
        return read_date(given, "--date")
    plain = {_plain(key): text for key, text in dates.items()}
    for key in keys:
        published = read_date(plain.get(_plain(key), ""), key)
        if published is not None:
            return published
    named = re.search(_IN_NAME, path)
    return read_date(named[1], "file name") if named else None


def _plain(key: str) -> str:
    """Return a key of metadata as it is compared: `publish_date` and `publishDate` are one."""
    return key.lower().replace("-", "").replace("_", "")


def is_date(text: str) -> bool:
    """Whether a text is a date that `read_date` reads, and nothing more."""
    return re.fullmatch(_DATE, text.strip(), re.IGNORECASE) is not None and read_date(text) is not None


def may_be_date(text: str) -> bool:
    """Whether a value of the metadata is worth keeping for `find_published`: most are no dates."""
    return len(text) <= _LONGEST and ("20" in text or "19" in text)


def read_date(text: str, origin: str = "") -> Published | None:
    """Return the date that a text begins with; None where it begins with none, or with one that never was.

    It reads `2031-03-02`, `20310302`, `2031/3/2`, `2 March 2031`, `Sun, March 2nd, 2031`, each with a time
    after it or without: `2031-03-02T09:30:00Z`, `2031-03-02 09:30 -0500`.
    """
    match = re.match(_DATE, text.strip(), re.IGNORECASE)
    if match is None:
        return None
    side = next(side for side in "1234" if match["year" + side])
    year, month, day = (match[part + side] for part in ("year", "month", "day"))
    if not month.isdecimal():
        month = str(_MONTHS.index(month[:3].lower()) + 1)
    try:
        found = date(int(year), int(month), int(day))
        return Published(found, _moment(found, match), origin)
    except ValueError:  # 31 February
        return None


def _moment(day: date, match: re.Match[str]) -> datetime | None:
    if match["time"] is None:
        return None
    hour, _, rest = match["time"].partition(":")
    zone = (match["zone"] or "").upper().replace("UTC", "Z").replace("GMT", "Z")
    return datetime.fromisoformat(f"{day.isoformat()}T{hour:0>2}:{rest}{zone}")


_LONGEST = 40
_MONTHS = [month[:3] for month in english.MONTHS]
_MONTH = rf"(?:{'|'.join(_MONTHS)})[a-z]{{0,6}}\.?"
_DATE = (
    r"(?:(?P<year1>\d{4})[-/.](?P<month1>\d\d?)[-/.](?P<day1>\d\d?)"
    r"|(?P<year4>(?:19|20)\d\d)(?P<month4>[01]\d)(?P<day4>[0-3]\d)"
    r"|(?:[a-z]{3,9}\.?,? )?(?:"
    rf"(?P<month2>{_MONTH}) (?P<day2>\d\d?)(?:st|nd|rd|th)?,? (?P<year2>\d{{4}})"
    rf"|(?P<day3>\d\d?)(?:st|nd|rd|th)? (?P<month3>{_MONTH}),? (?P<year3>\d{{4}})))(?!\d)"
    r"(?:(?:T|,? +)(?P<time>\d\d?:\d\d(?::\d\d)?)(?:\.\d+)?(?: ?(?P<zone>Z|UTC|GMT|[+-]\d\d:?\d\d)(?!\w))?)?"
)
_IN_NAME = r"(?:^|[/\\])(\d{4}-\d\d-\d\d)(?!\d)(?:[^/\\]*|[^/\\]*[/\\]_?index\.[^/\\]*)$"
