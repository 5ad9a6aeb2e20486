"""Attributions: speakers, and the words that they say."""
