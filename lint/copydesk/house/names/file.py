"""The names file: a table in CSV, which editors open in a spreadsheet and git compares line by line.

The counted columns are the machine's, `status` and `not` the editor's.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from io import StringIO
from typing import get_args

from msgspec import Struct
from msgspec.structs import replace

from copydesk.errors import ConfigError
from copydesk.files.reading import CONFLICT
from copydesk.house.names.known import KnownName, NameKey, Status, folded, has_shape_of, name_key
from copydesk.language.lists.titles import SUFFIXES
from copydesk.model.prose import composed
from copydesk.wording import nearest

COLUMNS = ("name", "articles", "first", "last", "words", "status", "not")
STATUSES = tuple(status for status in get_args(Status) if status)
MOST_ROWS = 50_000
LARGEST = 10_000_000
"""Bytes of the largest names file."""

MOST_WORDS = 6

_BASE = "|||||||"
_SEPARATORS = ",;\t"
_OTHER_DAY = r"(?!\d{4}-)\d{1,4}[-/. ]+\w{1,9}[-/. ]+\d{1,4}"
"""A day as spreadsheets write it again: nobody knows which number is the month, and the next count does."""

_FIELD = r'"(?:[^"]|"")*"?|[^{separator}]*'


class NamesFile(Struct, frozen=True):
    """A names file that was read: its rows, and how it is written.

    separator  what parts the columns: spreadsheets of some countries write semicolons
    mark       whether it begins with a byte order mark, as spreadsheets write UTF-8
    """

    rows: tuple[KnownName, ...] = ()
    separator: str = ","
    mark: bool = False


def read_names(data: bytes, shown: str, *, both_sides: bool = False) -> NamesFile:
    """Read a names file.

    shown       how errors call it
    both_sides  whether the rulings of both sides are taken where git left a conflict; the counts are those
                of the first

    Raises ConfigError, with line and column, for the first thing that is wrong.
    """
    return _NamesReader(_decoded(data, shown), shown, both_sides).file()


def write_names(file: NamesFile) -> bytes:
    """Return the bytes of a names file: its names in the order of the alphabet, each on a line of its own."""
    text = StringIO()
    writer = csv.writer(text, delimiter=file.separator, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(map(_cells, sorted(file.rows, key=_order)))
    return text.getvalue().encode("utf-8-sig" if file.mark else "utf-8")


class Update(Struct, frozen=True):
    """A names file after a count, and what the count changed.

    added, gone  the names that are new in it, and those that fell out
    """

    file: NamesFile
    added: tuple[str, ...]
    gone: tuple[str, ...]


def updated(file: NamesFile, counted: Iterable[KnownName], minimum: int) -> Update:
    """Return a names file with new counts; what editors ruled stays as it is.

    counted  the names of the archive
    minimum  how many articles a name must stand in that nobody ruled on

    A name keeps the form that the file has, and one that is `off` keeps nothing but that. A form that the
    file lists as wrong gets no row.
    """
    wrong = {name_key(form) for row in file.rows for form in row.wrong}
    found = {row.key: row for row in counted}
    before = {row.key: row for row in file.rows}
    rows: dict[NameKey, KnownName] = {}
    for key, old in before.items():
        new = found.get(key, KnownName(old.name))
        if old.status == "off":
            rows[key] = KnownName(old.name, status="off", wrong=old.wrong)
        elif old.is_ruled or (new.articles >= minimum and key not in wrong):
            rows[key] = replace(new, name=old.name, status=old.status, wrong=old.wrong)
    rows |= {
        key: new
        for key, new in found.items()
        if key not in before and key not in wrong and new.articles >= minimum
    }
    added = tuple(row.name for key, row in rows.items() if key not in before)
    gone = tuple(row.name for key, row in before.items() if key not in rows)
    return Update(replace(file, rows=tuple(rows.values())), added, gone)


def is_of_other_articles(file: NamesFile, counted: Iterable[KnownName]) -> bool:
    """Whether a count has less than half of what a names file has of its people, in articles.

    A file that was made of an archive looks so beside a part of that archive.
    """
    found = {row.key: row.articles for row in counted}
    return 2 * sum(found.get(row.key, 0) for row in file.rows) < sum(row.articles for row in file.rows)


class _NamesReader:
    def __init__(self, text: str, shown: str, both_sides: bool) -> None:
        self._shown = shown
        self._both_sides = both_sides
        self._mark = text.startswith("\ufeff")
        self._lines = text.removeprefix("\ufeff").splitlines()
        head = self._lines[0] if self._lines else ""
        self._separator = max(_SEPARATORS, key=head.count)
        self._has_conflict = False

    def file(self) -> NamesFile:
        records = self._records()
        line, head = next(records, (1, []))
        places = self._columns(line, head)
        rows: dict[NameKey, KnownName] = {}
        seen: dict[NameKey, int] = {}
        wrong: dict[str, tuple[int, NameKey]] = {}
        for line, cells in records:
            if not any(map(str.strip, cells)):
                continue
            if len(rows) == MOST_ROWS:
                raise self._error(line, 0, f"a names file has {MOST_ROWS:,} names at most: raise --minimum")
            row, key = self._row(line, cells, places)
            if key in seen and not self._has_conflict:
                raise self._error(
                    line,
                    places["name"],
                    f'"{row.name}" is in line {seen[key]} already (given name and surname count): keep one',
                )
            if key in rows and len({rows[key].status, row.status, ""}) == 3:
                raise self._error(
                    line,
                    places["status"],
                    f'"{row.name}" is {row.status} here and {rows[key].status} in line {seen[key]}: keep one',
                )
            for form in row.wrong:
                first, owner = wrong.setdefault(form, (line, key))
                if owner != key:
                    raise self._error(
                        line, places["not"], f'"{form}" is a wrong form in line {first} already'
                    )
            rows[key] = _ruled_by_both(rows[key], row) if key in rows else row
            seen.setdefault(key, line)
        owners = {name_key(form): place for form, place in wrong.items()}
        for key, row in rows.items():
            line, owner = owners.get(key, (0, key))
            if row.is_ruled and owner != key:
                raise self._error(
                    line,
                    places["not"],
                    f'"{row.name}" is wrong here, and line {seen[key]} rules on it as a person: keep one',
                )
        return NamesFile(tuple(rows.values()), self._separator, self._mark)

    def _records(self) -> Iterator[tuple[int, list[str]]]:
        """Yield each line with its number from 1, parted into its cells; none that git put in."""
        in_base = False
        for number, line in enumerate(self._lines, 1):
            mark = line[:7]
            if mark in CONFLICT:
                if not self._both_sides:
                    raise ConfigError(
                        self._shown,
                        number,
                        1,
                        "git left a conflict here: run `copydesk names count ARCHIVE --write "
                        f"{self._shown}` again, which takes the rulings of both sides",
                    )
                in_base = mark == _BASE
                self._has_conflict = True
                continue
            if in_base:
                continue
            try:
                cells = next(csv.reader([line], delimiter=self._separator, strict=True), [])
            except csv.Error as error:
                column = line.rfind('"') + 1
                message = "a quotation mark opens a cell here that does not close on this line"
                if not column:
                    column, message = 1, f"this line is no row of a table: {error}"
                raise ConfigError(self._shown, number, column, message) from error
            yield number, cells

    def _columns(self, line: int, head: Sequence[str]) -> dict[str, int]:
        places: dict[str, int] = {}
        for place, name in enumerate(cell.strip().lower() for cell in head):
            if not name and place >= len(places):
                continue
            if name not in COLUMNS:
                known = ", ".join(COLUMNS)
                near = nearest(name, COLUMNS)
                raise self._error(line, place, f'there is no column "{name}"{near} (the columns are {known})')
            if name in places:
                raise self._error(line, place, f'the column "{name}" is here twice')
            places[name] = place
        if "name" not in places:
            raise self._error(line, 0, f"the first line of a names file has its columns: {','.join(COLUMNS)}")
        return places

    def _row(self, line: int, cells: list[str], places: dict[str, int]) -> tuple[KnownName, NameKey]:
        if len(cells) > len(places) and any(map(str.strip, cells[max(places.values()) + 1 :])):
            raise self._error(
                line, max(places.values()) + 1, f"here is a cell beyond the {len(places)} columns"
            )

        def cell(column: str) -> str:
            place = places.get(column, len(cells))
            return composed(" ".join(cells[place].split())) if place < len(cells) else ""

        def error(column: str, message: str) -> ConfigError:
            return self._error(line, places[column], message)

        name = cell("name")
        key = name_key(name)
        if key is None:
            said = f'"{name}" is no full name' if name else "the name is missing"
            raise error("name", f"{said}: a row has a given name and a surname, each with a capital")
        articles = cell("articles") or "0"
        if not (articles.isascii() and articles.isdigit() and len(articles) < 10):
            raise error("articles", f'"{articles}" is no number of articles')
        status = cell("status").lower()
        if status and status not in STATUSES:
            known = ", ".join(STATUSES)
            raise error(
                "status", f'there is no status "{status}"{nearest(status, STATUSES)} ({known}, or none)'
            )
        wrong = _parts(cell("not"))
        if name in wrong:
            raise error("not", f'"{name}" is the name itself')
        if odd := next((form for form in wrong if _holds_comma(form)), None):
            raise error("not", f'"{odd}" has a comma: write semicolons between forms')
        if odd := next((form for form in wrong if not has_shape_of(form, name)), None):
            raise error(
                "not",
                f'"{odd}" cannot stand for "{name}": write a form in full, with as many names and no title',
            )

        def day(column: str) -> str:
            text = cell(column)
            if text and not _is_day(text) and not re.fullmatch(_OTHER_DAY, text):
                raise error(column, f'"{text}" is no day: write 2031-03-02, or leave it to the next count')
            return text if _is_day(text) else ""

        first, last = day("first"), day("last")
        row = KnownName(name, int(articles), first, last, _parts(cell("words")), _status(status), wrong)
        return row, key

    def _error(self, line: int, place: int, message: str) -> ConfigError:
        """Return an error at a cell of a line."""
        text = self._lines[line - 1] if self._lines else ""
        field = re.compile(_FIELD.format(separator=self._separator))
        column = 0
        for _ in range(place):
            match = field.match(text, column)
            column = min(len(text), (match.end() if match else column) + 1)
        return ConfigError(self._shown, line, column + 1, message)


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _status(text: str) -> Status:
    return next(status for status in get_args(Status) if status == text)


def _decoded(data: bytes, shown: str) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        line = before.count(b"\n") + 1
        column = len(before.rpartition(b"\n")[2].decode("utf-8")) + 1
        message = 'is not UTF-8 from here on: let the spreadsheet save it as "CSV UTF-8"'
        raise ConfigError(shown, line, column, message) from error


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.strip() for part in cell.split(";") if part.strip()))


def _ruled_by_both(ours: KnownName, theirs: KnownName) -> KnownName:
    """Return our row of a conflict with what their side ruled."""
    wrong = tuple(dict.fromkeys(ours.wrong + theirs.wrong))
    return replace(ours, status=ours.status or theirs.status, wrong=wrong)


def _holds_comma(form: str) -> bool:
    """Whether a form has a comma that does not part a name from its Jr."""
    return any(after.strip().rstrip(".").lower() not in SUFFIXES for after in form.split(",")[1:])


def _cells(row: KnownName) -> tuple[object, ...]:
    words, wrong = "; ".join(row.words[:MOST_WORDS]), "; ".join(row.wrong)
    return row.name, row.articles or "", row.first, row.last, words, row.status, wrong


def _order(row: KnownName) -> tuple[str, str]:
    return folded(row.name), row.name
