"""Duplicates: text that stands in a draft twice."""
