"""Placeholders: what was to be filled in before publication."""
