"""Keep verdicts: every command, editor and page writes them here."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from copydesk.config.merge import load_verdicts, value
from copydesk.config.resolver import House
from copydesk.errors import CannotWriteError
from copydesk.files.reading import read_file
from copydesk.files.reading import reason as why
from copydesk.files.writing import add_to_file, make_folder_of
from copydesk.house.names.hiding import without_names
from copydesk.house.verdicts import (
    DIGITS,
    LONGEST_REASON,
    Opinion,
    Verdict,
    date_after,
    last_verdicts,
    written,
)
from copydesk.model.report import Diagnostic
from copydesk.reporters.fingerprints import digits, fingerprint, normalised
from copydesk.wording import cut, printable

if TYPE_CHECKING:
    from copydesk.document import Document


class Judged(Struct, frozen=True):
    """A finding that somebody judged, in its draft.

    path  where the draft is, or would be: the configuration goes by that
    """

    path: str
    document: Document
    finding: Diagnostic
    opinion: Opinion
    reason: str = ""


def keep_verdict(house: House, judged: Judged) -> str:
    """Write a verdict into the verdicts file, and return the path of that.

    Nothing is written where the last verdict on the finding says the same.

    Raises ConfigError for a file that is none of verdicts, CannotWriteError where it cannot be written, or
    the reason is too long.
    """
    file = house.verdicts_file(judged.path)
    last = last_verdicts(load_verdicts(file)).get(known_by(judged.path, judged.finding))
    verdict = _verdict(house, judged, last)
    if last is None or last.stet or (last.opinion, last.reason) != (verdict.opinion, verdict.reason):
        _add(file, written(verdict))
    return file


def keep_stets(house: House, file: str, stetted: Iterable[Judged]) -> int:
    """Write findings that notes let stand into a verdicts file, but for those that have a verdict.

    Returns how many are new; raises as `keep_verdict` does.
    """
    last = last_verdicts(load_verdicts(file))
    lines = {}
    for one in stetted:
        known = known_by(one.path, one.finding)
        if known not in last:
            lines[known] = written(replace(_verdict(house, one, None), stet=True))
    if lines:
        _add(file, b"".join(lines.values()))
    return len(lines)


def known_by(path: str, finding: Diagnostic) -> tuple[str, str]:
    """Return what tells a finding from others in a verdicts file: see `Verdict.finding`.

    A draft that is moved keeps its name: of the path nothing else counts.
    """
    return finding.rule, digits(os.path.basename(path), fingerprint(finding))[:DIGITS]


def _verdict(house: House, judged: Judged, last: Verdict | None) -> Verdict:
    finding, reason = judged.finding, " ".join(judged.reason.split())
    if len(reason) > LONGEST_REASON:
        raise CannotWriteError(
            f"a reason has {LONGEST_REASON} characters at most, this one has {len(reason)}"
        )
    names: set[str] = set()
    if not value(house.layers(judged.path), "verdict-names"):
        document = judged.document
        names = {document.slice(one.name) for person in document.people.all for one in person.mentions}
    rule, digest = known_by(judged.path, finding)
    promised = next((one.severity for one in house.settings(judged.path).rules if one.name == rule), None)
    return Verdict(
        date=date_after(last),
        digest=digest,
        excerpt=printable(cut(without_names(normalised(finding.excerpt), names))),
        rule=rule,
        opinion=judged.opinion,
        reason=printable(without_names(reason, names)),
        certain=promised is None or (finding.promised or finding.severity) >= promised,
    )


def _add(file: str, lines: bytes) -> None:
    """Add lines to a file that may not be there, or whose last line may have no end."""
    make_folder_of(file)
    try:
        data = read_file(file)
    except FileNotFoundError:
        data = b""
    except OSError as error:
        raise CannotWriteError(f"cannot be read: {why(error)}") from error
    add_to_file(file, (b"\n" if data and not data.endswith(b"\n") else b"") + lines)
