"""Explanations of rules, and of the engine's own findings, for reports."""

from __future__ import annotations

from copydesk.engine.checking import ENGINE_FAMILY, ENGINE_FINDINGS
from copydesk.plugins.registry import Registry
from copydesk.reporters import RuleNote


def rule_notes(registry: Registry) -> dict[str, RuleNote]:
    """Return a note for every rule that is installed, and for each finding of the engine; by name."""
    notes = {
        name: RuleNote(name, ENGINE_FAMILY, severity, why.partition(". ")[0], why)
        for name, (severity, why) in ENGINE_FINDINGS.items()
    }
    for name, rule in registry.classes.items():
        notes[name] = RuleNote(name, rule.family, rule.severity, rule.summary, rule.why)
    return notes
