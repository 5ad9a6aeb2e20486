"""Figures with what they count: dates."""
