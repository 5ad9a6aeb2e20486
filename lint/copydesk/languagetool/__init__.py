"""LanguageTool: found, installed, started and asked. What it reports is a rule's affair."""

from copydesk.rule import CannotCheckError

VERSION = "6.8"
"""The LanguageTool that is installed and started here."""


class LanguageToolError(CannotCheckError):
    """LanguageTool cannot be had, or does not do what it must. The message says why, and what to do."""
