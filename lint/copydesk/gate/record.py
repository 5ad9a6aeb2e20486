"""The record: what lets findings stand in a house, each with where it is written and why."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from copydesk.config.keys import HOUSE, OVERRIDE, OVERRIDES_TEXT, SEVERITY_TEXT
from copydesk.config.resolver import House
from copydesk.config.settings import NEVER, OFF, ConfiguredValue, Layer
from copydesk.files.links import shown
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

_HELP = (SEVERITY_TEXT, OVERRIDES_TEXT, *(key.text for key in (*HOUSE.values(), *OVERRIDE.values())))
"""What `copydesk init` writes above a key: no reason of the house."""


class RecordEntry(Struct, frozen=True):
    """A place where somebody decided what is not reported, or what no note may let stand.

    kind      CONFIGURATION, STET or BASELINE
    path      the file that it is written in
    line      the line there, from 1
    what      the decision, in words
    where     the drafts that it holds for
    reason    why, as it is written there; or empty
    today     what it does in this run; empty where the run cannot tell
    stands    the findings that it lets stand
    refused   the findings that it names, and that are reported all the same
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


def of_configuration(house: House, registry: Registry, folder: str) -> list[RecordEntry]:
    """Return what the configuration of a folder's drafts says about what is reported, by file and line.

    Tables of `[[overrides]]` for other drafts are among it, house styles are not. Raises: ConfigError.
    """
    draft = os.path.join(folder, "draft")
    layers = [layer for layer in house.all_layers(draft) if not layer.is_style]
    found = [entry for layer in layers for entry in _of_layer(layer, house, registry, draft)]
    return sorted(found, key=lambda entry: (entry.path, entry.line, entry.what))


def _of_layer(layer: Layer, house: House, registry: Registry, draft: str) -> Iterator[RecordEntry]:
    where = EVERY_DRAFT if layer.paths is None else ", ".join(pattern.text for pattern in layer.paths)
    for key, given in layer.keys.items():
        for number, value in enumerate(given.value if key in _LISTS else ()):
            text = getattr(value, "text", value)
            yield _entry(given, _LISTS[key].format(text), text if key == "exclude" else where, number)
        if key in _LEVELS and given.value in _LEVELS[key]:
            yield _entry(given, _LEVELS[key][given.value], where)
        if key == "select" and ALL not in given.value:
            yield _entry(given, f"nothing runs but {', '.join(given.value)}", where)
        if key == "promise" and given.value:
            what = "a rule that breaks its promise is shown one level lower"
            yield replace(_entry(given, what, where), today=_lowered(house, draft))
    for name, given in layer.severity.items():
        default = _default(name, house, registry)
        if given.value == OFF:
            yield _entry(given, f"{name} is off", where)
        elif Severity.parse(given.value) < default:
            what = f"{name} is at level {given.value}; copydesk's own is {default.label}"
            yield _entry(given, what, where)


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


def _lowered(house: House, draft: str) -> str:
    """Return which rules break their promise on a draft, by the verdicts of the house."""
    lowered = house.settings(draft).lowered.items()
    said = [f"{name} is shown as {one.shown.label}, not {one.promised.label}" for name, one in lowered]
    return "; ".join(said) or "lowers no rule today"


def _default(name: str, house: House, registry: Registry) -> Severity:
    """Return the highest level that a rule, a family or a finding of the engine has by itself."""
    if name in registry.rules:
        return registry.rules[name].entry.severity
    own = house.merger.own
    levels = [registry.rules[rule].entry.severity for rule in registry.families.get(name, ())]
    levels += own.values() if name == house.merger.own_family else [own[name]] if name in own else []
    return max(levels, default=Severity.INFO)


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
    found = []
    for number, entry in lines:
        today = "holds a finding that is still there"
        for rest, says in ((unneeded, "holds nothing any more"), (untold, "not looked at in this run")):
            if rest[entry] > 0:
                rest[entry] -= 1
                today = says
                break
        what = f'{entry.rule}: "{entry.words}"'
        draft = shown(os.path.join(folder, entry.path))
        found.append(RecordEntry(BASELINE, path, number, what, draft, today=today))
    return found
