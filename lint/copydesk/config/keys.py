"""The keys of a configuration: their types, and what is said of them in the schema and by `init`."""

from __future__ import annotations

from typing import Any, Literal

from msgspec import Struct

Strings = tuple[str, ...]
Severities = Literal["error", "warning", "info", "off"]


class PlainKey(Struct, frozen=True):
    """A key with a plain value.

    kind     its type
    example  how it may be written
    text     what it does
    """

    kind: Any
    example: str
    text: str


SELECT = PlainKey(
    Strings, '["all"]', "The rules and families that run. A later list replaces an earlier one."
)
IGNORE = PlainKey(
    Strings,
    '["vague-source"]',
    "Rules and families that do not run. Lists add up; a rule's own name weighs more than its family's.",
)
STYLE = PlainKey(str, '"auto"', 'The house style. "auto" names no house; `copydesk styles` lists the others.')

HOUSE = {
    "style": STYLE,
    "language": PlainKey(
        Literal["en"], '"en"', "The language of the drafts: English is the only one so far."
    ),
    "extends": PlainKey(
        Strings,
        '["../house.toml"]',
        "Styles, and other configuration files from the folder of this one, that this file builds on.",
    ),
    "select": SELECT,
    "ignore": IGNORE,
    "fail-on": PlainKey(
        Literal["info", "warning", "error", "never"],
        '"warning"',
        "The least severity that makes the exit code 1.",
    ),
    "show": PlainKey(Literal["info", "warning", "error"], '"info"', "The least severity that is reported."),
    "exclude": PlainKey(
        Strings,
        '["archive/", "*.tmp.md"]',
        "Drafts that are not checked. Patterns count from the folder of this file; lists add up.",
    ),
    "terms": PlainKey(
        Strings,
        '["terms.toml"]',
        "Files of words that the house prefers, avoids, watches and allows; lists add up.",
    ),
    "names": PlainKey(
        Strings,
        '["names.csv"]',
        "Files of the people that the archive names, and what editors rule on them (`copydesk names count` "
        "writes one); lists add up.",
    ),
    "archive": PlainKey(
        Strings,
        '["published/**/*.md"]',
        "Published drafts that those of the run are compared with: files, folders and patterns from the "
        "folder of this file; lists add up.",
    ),
    "required-version": PlainKey(
        str, '">=0.1"', "The versions of copydesk that may check: another one checks nothing and says so."
    ),
    "required-plugins": PlainKey(
        Strings, '["house>=1.2"]', "Plugins, or their packages, without which nothing is checked."
    ),
    "published-key": PlainKey(
        Strings,
        '["date"]',
        "The keys of the metadata that may hold the publication date: the first that does counts. A later "
        "list replaces an earlier one.",
    ),
    "no-stet": PlainKey(
        Strings,
        '["unsourced-accusation"]',
        "Rules and families whose findings no stet note lets stand; lists add up.",
    ),
    "shadow": PlainKey(
        Strings,
        '["vague-source"]',
        "Rules and families on probation: they run, their findings go to the shadow file, and fail no run. "
        "Lists add up.",
    ),
    "shadow-file": PlainKey(
        str,
        '"copydesk.shadow.jsonl"',
        "The file that keeps the findings of rules in shadow, from the folder of this file: JSON lines.",
    ),
    "require-reason": PlainKey(bool, "false", "Whether every stet note must give a reason."),
    "verdicts": PlainKey(
        str,
        '"verdicts.jsonl"',
        "The file that keeps what editors hold of findings (`copydesk verdict` writes it), from the folder "
        "of this file.",
    ),
    "verdict-names": PlainKey(
        bool, "false", "Whether that file keeps the names of people in the words at fault."
    ),
    "promise": PlainKey(
        bool,
        "false",
        "Whether a rule that breaks its promise on 30 verdicts or more is shown one level lower.",
    ),
}
OVERRIDE = {
    "paths": PlainKey(
        Strings,
        '["sports/**", "*.wire.txt"]',
        "The drafts that this holds for. Patterns count from the folder of this file.",
    ),
    "select": SELECT,
    "ignore": IGNORE,
    "style": STYLE,
}
STYLE_FILE = {
    "as_of": PlainKey(str, "2024-05-01", "The day on which the house wrote so: a date."),
    "source": PlainKey(str, '"the stylebook"', "Where that is written."),
    "label": PlainKey(str, '"AP"', "What messages call the house."),
    "extends": PlainKey(Strings, '["ap"]', "Styles that this one builds on."),
    "ignore": IGNORE,
}

SEVERITY_TEXT = "The severity of rules, and of whole families; `off` does not run them."
RULES_TEXT = "The options of single rules."
STYLE_TEXTS = {
    "honorifics": "How the house names people, where that is not as its style says.",
    "numbers": "How the house writes numbers, where that is not as its style says.",
    "dates": "How the house writes dates and times, where that is not as its style says.",
    "places": "How the house names places, where that is not as its style says.",
    "abbreviations": "How the house abbreviates, where that is not as its style says.",
    "punctuation": "How the house punctuates, where that is not as its style says.",
    "spelling": "How the house spells, where that is not as its style says.",
}
OVERRIDES_TEXT = "What holds for some drafts only. Later ones win."
