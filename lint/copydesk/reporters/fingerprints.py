"""A name for each finding that stays the same while the draft around it changes."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from hashlib import sha256

from copydesk.model.report import Diagnostic

_NEAR = 3
_STRAIGHT = str.maketrans("‘’‛“”„‟‐‑\u00a0", '\'\'\'""""-- ')
_SENTENCE_END = re.compile(r"[.!?][^\w\s]*(?:\s|$)")
_WORD = re.compile(r"[^\W\d_]+")


def fingerprint(finding: Diagnostic) -> str:
    """Return 64 hexadecimal digits that identify a finding, whatever is moved or edited elsewhere.

    Made of the rule, the words at fault and up to three words on each side of them in the same sentence:
    neither of where it stands nor of what its message counts.
    """
    before, after = _SENTENCE_END.split(finding.context[: finding.offset])[-1], ""
    at = finding.place
    if at.line == at.end_line:
        after = _SENTENCE_END.split(finding.context[finding.offset + at.end_column - at.column :])[0]
    near = [*_WORD.findall(before.casefold())[-_NEAR:], "|", *_WORD.findall(after.casefold())[:_NEAR]]
    return digits(finding.rule, normalised(finding.excerpt), normalised(" ".join(near)))


def fingerprints(findings: Iterable[Diagnostic]) -> list[str]:
    """64 hexadecimal digits for each finding of a report, no two alike: equal ones are counted."""
    seen: Counter[tuple[str, str]] = Counter()
    made = []
    for finding in findings:
        key = (finding.place.path, fingerprint(finding))
        seen[key] += 1
        made.append(digits(*key, str(seen[key])))
    return made


def digits(*parts: str) -> str:
    """64 hexadecimal digits for some texts together."""
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def normalised(text: str) -> str:
    """Return a text without what pasting changes.

    Pasting changes kinds of quotation marks, hyphens and blanks, and composed letters.
    """
    return " ".join(unicodedata.normalize("NFC", text).translate(_STRAIGHT).split())
