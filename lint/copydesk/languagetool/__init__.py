"""LanguageTool: found, installed, started and asked. What it reports is a rule's affair."""

VERSION = "6.8"
"""The LanguageTool that is installed and started here."""
