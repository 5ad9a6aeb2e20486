"""The record: what lets findings stand in a house, each with where it is written and why."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from copydesk.config.describe.show import written
from copydesk.config.keys import HOUSE, OVERRIDE, OVERRIDES_TEXT, SEVERITY_TEXT
from copydesk.config.merge import load_numbered_verdicts
from copydesk.config.options import Option, options_of
from copydesk.config.resolver import House
from copydesk.config.settings import NEVER, OFF, ConfiguredValue, Layer
from copydesk.document import Document
from copydesk.engine.suppression import find_notes
from copydesk.errors import ConfigError
from copydesk.files.globs import Pattern
from copydesk.files.links import shown
from copydesk.gate.baseline import entry as entry_of
from copydesk.gate.baseline import judge, read_lines
from copydesk.model.finding import Severity
from copydesk.model.report import Diagnostic, Report, StetNote
from copydesk.plugins.registry import Registry
from copydesk.plugins.selection import ALL
from copydesk.wording import count

CONFIGURATION = "configuration"
STET = "stet"
BASELINE = "baseline"

EVERY_DRAFT = "every draft"
NOTHING = "lets nothing stand today"
UNCHECKED = "the draft was not checked: its configuration cannot be read"
REFUSED = "refused by no-stet: the finding is reported all the same"
PROMISE = "a rule that breaks its promise is shown one level lower"

_HELP = (SEVERITY_TEXT, OVERRIDES_TEXT, *(key.text for key in (*HOUSE.values(), *OVERRIDE.values())))
"""What `copydesk init` writes above a key: no reason of the house."""


class JudgedLines(Struct, frozen=True):
    """The lines of a verdicts file that hold verdicts on one rule, which they lower.

    path   the file
    lines  there, from 1
    """

    rule: str
    path: str
    lines: tuple[int, ...]


class RecordEntry(Struct, frozen=True):
    """A place where somebody decided what is not reported, or what no note may let stand.

    kind      CONFIGURATION, STET or BASELINE
    path      the file that it is written in
    line      the line there, from 1; 0 for the file as a whole
    what      the decision, in words
    where     the drafts that it holds for
    reason    why, as it is written there; or empty
    today     what it does in this run; empty where the run cannot tell
    stands    the findings that it lets stand
    refused   the findings that it names, and that are reported all the same
    verdicts  those that lower a rule because of it
    """

    kind: str
    path: str
    line: int
    what: str
    where: str
    reason: str = ""
    today: str = ""
    stands: tuple[Diagnostic, ...] = ()
    refused: tuple[Diagnostic, ...] = ()
    verdicts: tuple[JudgedLines, ...] = ()


def of_configurations(house: House, registry: Registry, drafts: Iterable[str]) -> list[RecordEntry]:
    """Return what the configurations of drafts say about what is reported, each once, by file and line.

    Tables of `[[overrides]]` for other drafts are among it, house styles are not. Raises: ConfigError.

    drafts  their paths; they need not be there
    """
    by_file: dict[str, list[str]] = {}
    for draft in drafts:
        file = house.file(draft)
        if file is not None:
            by_file.setdefault(file.path, []).append(draft)
    found: dict[RecordEntry, dict[str, JudgedLines | None]] = {}
    for of_file in by_file.values():
        layers = [layer for layer in house.all_layers(of_file[0]) if not layer.is_style]
        for entry in (entry for layer in layers for entry in _of_layer(layer, house, registry)):
            today = found.setdefault(entry, {})
            if entry.what == PROMISE:
                today.update(_lowered(house, of_file, registry))
    entries = [
        replace(
            entry,
            today="; ".join(today) or "lowers no rule today",
            verdicts=tuple(lines for lines in today.values() if lines is not None),
        )
        if entry.what == PROMISE
        else entry
        for entry, today in found.items()
    ]
    return sorted(entries, key=lambda entry: (entry.path, entry.line, entry.what))


def _of_layer(layer: Layer, house: House, registry: Registry) -> Iterator[RecordEntry]:
    where = EVERY_DRAFT if layer.paths is None else _below(layer.paths)
    for key, given in layer.keys.items():
        for number, value in enumerate(given.value if key in _LISTS else ()):
            if key == "exclude":
                yield _entry(given, _LISTS[key].format(_below([value])), _below([value]), number)
            else:
                yield _entry(given, _LISTS[key].format(value), where, number)
        if key in _LEVELS and given.value in _LEVELS[key]:
            yield _entry(given, _LEVELS[key][given.value], where)
        if key == "select" and ALL not in given.value:
            yield _entry(given, f"nothing runs but {', '.join(given.value)}", where)
        if key == "promise" and given.value:
            yield _entry(given, PROMISE, where)
    for rule, options in layer.options.items():
        yield from _of_options(rule, options, options_of(registry.rules[rule].rule.options), where)
    for name, fields in layer.style.items():
        if "allow" in fields:
            yield from _of_options(name, {"allow": fields["allow"]}, {}, where)
    for key in ("terms", "names"):
        if key in layer.keys:
            for number, named in enumerate(layer.keys[key].value):
                reason = _entry(layer.keys[key], "", where, number).reason
                what = f"{key} of the house, which {_FILES[key]}"
                yield RecordEntry(CONFIGURATION, shown(named.value), 0, what, where, reason)
    for name, given in layer.severity.items():
        default = _default(name, house, registry)
        if given.value == OFF:
            yield _entry(given, f"{name} is off", where)
        elif Severity.parse(given.value) < default:
            what = f"{name} is at level {given.value}; copydesk's own is {default.label}"
            yield _entry(given, what, where)


_FILES = {"terms": "may allow what rules report", "names": "rule how people are named"}
"""What the files do that a list of them names, by its key."""


def _of_options(
    owner: str, said: Mapping[str, ConfiguredValue], options: Mapping[str, Option], where: str
) -> Iterator[RecordEntry]:
    """Yield what a rule or a table of a style is told to allow, and its options that are not the default."""
    for name, given in said.items():
        if name == "allow" and isinstance(given.value, list | tuple):
            for number, value in enumerate(given.value):
                yield _entry(given, f'{owner} allows "{value}"', where, number)
        elif written(given.value) != (default := written(options[name].default)):
            yield _entry(given, f"{name} of {owner} is {written(given.value)}, not {default}", where)


def _below(patterns: Sequence[Pattern]) -> str:
    """Return patterns as a record shows them, with the folder that they hold below where that is another."""
    folder = os.path.join(shown(patterns[0].folder), "")
    texts = ", ".join(pattern.text for pattern in patterns)
    return texts if patterns[0].folder == os.getcwd() else f"{texts} below {folder}"


_LISTS = {
    "ignore": "{} is ignored",
    "exclude": "{} is not checked",
    "no-stet": "no note lets {} stand",
    "shadow": "{} runs in shadow",
}
"""What an element of a list decides, by the key of the list."""

_LEVELS: Mapping[str, Mapping[str, str]] = {
    "fail-on": {"error": "no run fails for a warning", NEVER: "no run fails for a finding"},
    "show": {"warning": "infos are not shown", "error": "infos and warnings are not shown"},
}
"""What a level decides, by its key and its value, where copydesk's own level is lower."""


def _entry(given: ConfiguredValue, what: str, where: str, *deeper: int) -> RecordEntry:
    assert given.file is not None  # noqa: S101  it comes from a file of the house
    keys = (*given.keys, *deeper)
    reason = given.file.comment(*keys)
    for text in _HELP:
        reason = reason.removeprefix(text).strip()
    return RecordEntry(CONFIGURATION, given.file.path, given.file.place(*keys)[0], what, where, reason)


def _lowered(
    house: House, drafts: Iterable[str], registry: Registry
) -> Iterator[tuple[str, JudgedLines | None]]:
    """Yield which rules break their promise on drafts, with the verdicts on each; or why none can tell."""
    by_file: dict[str, dict[str, list[int]]] = {}
    for draft in drafts:
        try:
            lowered = house.settings(draft).lowered.items()
        except ConfigError as error:
            yield f"nobody can tell whom it lowers today: {error}", None
        else:
            for name, one in lowered:
                path = house.verdicts_file(draft)
                if path not in by_file:
                    by_file[path] = _lines_of_rules(path, registry)
                lines = JudgedLines(name, shown(path), tuple(by_file[path][name]))
                yield f"{name} is shown as {one.shown.label}, not {one.promised.label}", lines


def _lines_of_rules(path: str, registry: Registry) -> dict[str, list[int]]:
    """Return the lines of a verdicts file, by the name that the rule of each has now. Raises: ConfigError."""
    found: dict[str, list[int]] = {}
    for number, one in load_numbered_verdicts(path):
        found.setdefault(registry.current(one.rule), []).append(number)
    return found


def _default(name: str, house: House, registry: Registry) -> Severity:
    """Return the highest level that a rule, a family or a finding of the engine has by itself."""
    if name in registry.rules:
        return registry.rules[name].entry.severity
    own = house.merger.own
    levels = [registry.rules[rule].entry.severity for rule in registry.families.get(name, ())]
    levels += own.values() if name == house.merger.own_family else [own[name]] if name in own else []
    return max(levels, default=Severity.INFO)


def of_unchecked(document: Document) -> list[RecordEntry]:
    """Return the stet notes of a draft that cannot be checked, by line: what they let stand nobody knows."""
    notes = find_notes(document, ())
    return [
        RecordEntry(
            STET,
            document.source.path,
            placed.unused.place.line,
            placed.stet.listed,
            document.source.path,
            placed.stet.reason,
            UNCHECKED,
        )
        for placed in (notes.stets if notes else ())
    ]


def of_notes(report: Report) -> list[RecordEntry]:
    """Return the stet notes of the drafts of a run, by draft and line."""
    return [_of_note(note) for note in report.notes]


def _of_note(note: StetNote) -> RecordEntry:
    today = [f"cannot be followed: {note.fault}"] if note.fault else []
    if note.refused:
        today.append(f"refused by no-stet: {_findings(len(note.refused))} reported all the same")
    if note.stands:
        today.append(f"lets {count(len(note.stands), 'finding')} stand")
    place = note.place
    return RecordEntry(
        STET,
        place.path,
        place.line,
        note.text,
        place.path,
        note.reason,
        "; ".join(today) or NOTHING,
        note.stands,
        note.refused,
    )


def _findings(number: int) -> str:
    return f"{count(number, 'finding')} {'is' if number == 1 else 'are'}"


def of_baseline(path: str, report: Report, house: House, registry: Registry) -> list[RecordEntry]:
    """Return the entries of a baseline, by line. Raises BrokenBaselineError for a file that is none."""
    lines = read_lines(path)
    folder = os.path.dirname(os.path.abspath(path))
    judged = judge(report, [entry for _, entry in lines], folder, registry, house.settings)
    unneeded, untold = Counter(judged.unneeded), Counter(judged.untold)
    refused = {entry_of(finding, folder) for finding in judged.refused}
    found = []
    for number, entry in lines:
        today = "holds a finding that is still there"
        for rest, says in ((unneeded, "holds nothing any more"), (untold, "not looked at in this run")):
            if rest[entry] > 0:
                rest[entry] -= 1
                today = REFUSED if entry in refused else says
                break
        what = f'{entry.rule}: "{entry.words}"'
        draft = shown(os.path.join(folder, entry.path))
        found.append(RecordEntry(BASELINE, path, number, what, draft, today=today))
    return found
