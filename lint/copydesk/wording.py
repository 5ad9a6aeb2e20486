"""The small words of messages: counts, suggestions, text made safe to print."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from copydesk.model.report import Report


def nearest(name: str, names: Iterable[str]) -> str:
    """`; did you mean "..."?` with the name that comes nearest, or nothing."""
    from difflib import get_close_matches

    close = get_close_matches(name, sorted(names), n=1)
    return f'; did you mean "{close[0]}"?' if close else ""


def spelled(name: str, names: Iterable[str]) -> str:
    """Return the one of some names that is this name but for upper and lower case; else the name itself."""
    known = [*names]
    if name in known:
        return name
    return next((one for one in known if one.lower() == name.lower()), name)


# Control characters, line ends of every kind, marks that turn the direction of writing, and what a
# file name holds where it is not text (lone surrogates).
_UNPRINTABLE = "[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"


# What a runner takes for a command: `::` that begins a line, blanks aside, and `##[` or `##vso[` anywhere.
# https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
# https://learn.microsoft.com/en-us/azure/devops/pipelines/scripts/logging-commands
_COMMAND = r"(?<![^\r\n])(?P<blanks>[^\S\r\n]*):(?=:)|#(?=#\w*\[)"


def printable(text: str) -> str:
    """Return the text on one line, with what cannot be printed written out: `\\n`, `\\x1b`, `\\u2028`.

    A command of a CI service is none any more: `\\x3a:error::` and `\\x23#[error]`.
    """
    if text.isprintable() and "::" not in text and "##" not in text:
        return text
    return without_commands(
        re.sub(_UNPRINTABLE, lambda match: match[0].encode("unicode_escape").decode("ascii"), text)
    )


def without_commands(text: str) -> str:
    """Lines of text in which no CI service reads a command. All else stays as it is."""
    if "::" not in text and "##" not in text:
        return text
    return re.sub(_COMMAND, _written_out, text)


def _written_out(match: re.Match[str]) -> str:
    blanks = match["blanks"]
    return r"\x23" if blanks is None else rf"{blanks}\x3a"


def close(report: Report) -> str:
    """`3 findings in 2 of 5 drafts: 1 error, 2 warnings`, or that nothing was found."""
    drafts = count(len(report.drafts), "draft")
    hidden = f" ({count(report.hidden, 'finding')} below --show not listed)" if report.hidden else ""
    if not report.findings:
        if hidden or report.problems:
            return f"nothing found in {drafts}{hidden}"
        return f"clean: {drafts}, {count(sum(draft.words for draft in report.drafts), 'word')}"
    with_findings = len({finding.place.path for finding in report.findings})
    if with_findings != len(report.drafts):
        drafts = f"{with_findings:,} of {drafts}"
    counts = Counter(finding.severity for finding in report.findings)
    tally = ", ".join(count(counts[s], s.label) for s in sorted(counts, reverse=True))
    return f"{count(len(report.findings), 'finding')} in {drafts}: {tally}{hidden}"


def count(number: int, noun: str) -> str:
    """`1 draft`, `1,200 words`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def cut(words: str, most: int = 60) -> str:
    """Return words cut to so many characters, with `…` where some are left out."""
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


def plain_name(rule: str) -> str:
    """Return a rule's name in words: "Name variant" for `name-variant`."""
    return rule.rpartition("/")[2].replace("-", " ").capitalize()
