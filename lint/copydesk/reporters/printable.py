"""What a terminal, a tool that reads a report line by line, and the log of a CI service can be given.

Whatever a repository supplies is printed through here: file names, values, entries of a baseline, words of
drafts.
"""

from __future__ import annotations

import re

# Control characters, line ends of every kind, marks that turn the direction of writing, and what a
# file name holds where it is not text (lone surrogates).
_UNPRINTABLE = "[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"

# What a runner takes for a command: `::` that begins a line, blanks aside, and `##[` or `##vso[` anywhere.
# https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
# https://learn.microsoft.com/en-us/azure/devops/pipelines/scripts/logging-commands
_COMMAND = r"(?<![^\r\n])(?P<blanks>[^\S\r\n]*):(?=:)|#(?=#\w*\[)"


def printable(text: str) -> str:
    """The text on one line, with what cannot be printed written out: `\\n`, `\\x1b`, `\\u2028`.

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
