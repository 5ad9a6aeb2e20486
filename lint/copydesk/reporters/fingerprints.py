"""A name for each finding that stays the same while the draft around it changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from hashlib import sha256

from copydesk.report import Diagnostic

AROUND = 5
"""Words on either side of the words at fault that tell two findings of one kind apart."""


def fingerprints(findings: Iterable[Diagnostic]) -> list[str]:
    """64 hexadecimal digits for each finding, no two alike.

    Made from the rule, the path, the words at fault and the words beside them in their line: lines may be
    moved and other lines edited. Findings that have all of it in common are counted.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    made = []
    for finding in findings:
        key = (finding.rule, finding.place.path, *_words(finding))
        seen[key] += 1
        made.append(fingerprint(*key, str(seen[key])))
    return made


def fingerprint(*parts: str) -> str:
    """64 hexadecimal digits for some texts together."""
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def _words(finding: Diagnostic) -> tuple[str, str, str]:
    before = finding.context[: finding.offset].split()[-AROUND:]
    after = finding.context[finding.offset + len(finding.excerpt) :].split()[:AROUND]
    return " ".join(before).lower(), " ".join(finding.excerpt.split()).lower(), " ".join(after).lower()
