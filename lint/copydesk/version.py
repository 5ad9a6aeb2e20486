"""The version of copydesk."""

__version__ = "0.1.0"
