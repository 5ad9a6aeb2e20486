"""Why something that a plugin brings cannot be used. Said at once, instead of breaking a run later."""

from __future__ import annotations

from copydesk.files.names import suffix_of
from copydesk.house.style import Style
from copydesk.model.fields import is_record
from copydesk.model.finding import Severity
from copydesk.plugins.manifest import is_need
from copydesk.plugins.rule import DraftsRule, Rule
from copydesk.readers import Reader
from copydesk.reporters import Reporter


def is_rule_name(name: str) -> bool:
    """Whether it is `rule-name`, or `house/rule-name` as the rules of plugins are called."""
    house, slash, words = name.rpartition("/")
    return _is_words(words) and (not slash or _is_words(house))


def _is_words(text: str) -> bool:
    """Whether it is lower-case words, or numbers after the first, with hyphens between them."""
    is_plain = text.isascii() and text == text.lower() and text[:1].isalpha()
    return is_plain and all(map(str.isalnum, text.split("-")))


def find_fault(hook: str, item: object, house: str | None) -> str | None:
    """Return the fault of an object that a plugin returns from a hook, or None.

    house  the plugin, where it is not copydesk's own: its rules are named `house/rule-name`
    """
    if hook == "copydesk_rules":
        return _rule_fault(item, house)
    if hook == "copydesk_readers":
        return _reader_fault(item)
    kind = Reporter if hook == "copydesk_reporters" else Style
    return None if isinstance(item, kind) else f"{item!r} is no {kind.__name__}"


def _rule_fault(rule: object, house: str | None) -> str | None:
    if not (isinstance(rule, type) and issubclass(rule, (Rule, DraftsRule))):
        return f"{rule!r} is no rule class (a rule is a subclass of Rule or DraftsRule)"
    for field in ("name", "family", "severity", "summary", "why", "examples"):
        if not hasattr(rule, field):
            return f"the rule class {rule.__name__} has no `{field}`"
    name: object = rule.name
    family: object = rule.family
    severity: object = rule.severity
    if not (isinstance(name, str) and is_rule_name(name)):
        return f"the rule class {rule.__name__} (its name {name!r} is not lower-case words with hyphens)"
    if not (isinstance(family, str) and _is_words(family) and family != "all"):
        return f'the rule "{name}" (its family {family!r} is not lower-case words with hyphens)'
    if not isinstance(severity, Severity):
        return f'the rule "{name}" (its severity {severity!r} is none of Severity)'
    if rule.in_quotes not in ("skip", "check", "only"):
        return f'the rule "{name}" (`in_quotes` is {rule.in_quotes!r}, not "skip", "check" or "only")'
    unknown = [need for need in rule.needs if not is_need(need)]
    if unknown:
        return f'the rule "{name}" (it `needs` "{unknown[0]}", and there is no such need)'
    if not (isinstance(rule.formerly, tuple) and all(map(is_rule_name, rule.formerly))):
        return f'the rule "{name}" (`formerly` is {rule.formerly!r}, not a tuple of names of rules)'
    if not is_record(rule.options):
        return f'the rule "{name}" (its `options` are neither an instance of a struct nor of a dataclass)'
    methods = {name: getattr(rule, name, None) for name in ("check", "collect")}
    unwritten = ", ".join(name for name in methods if getattr(methods[name], "__isabstractmethod__", False))
    if unwritten:
        return f'the rule "{name}" (it does not implement {unwritten})'
    if house is not None and "/" not in name:
        return f'the rule "{name}" (a rule of a plugin is named house/rule-name: {house}/{name})'
    return None


def _reader_fault(reader: object) -> str | None:
    if not isinstance(reader, Reader):
        return f"{reader!r} is no Reader"
    for suffix in reader.suffixes:
        if not suffix.startswith(".") or suffix_of(f"draft{suffix}") != suffix:
            return f'the reader {reader.name} (its suffix "{suffix}" is not a dot and lower-case letters)'
    return None
