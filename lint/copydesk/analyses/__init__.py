"""Analyses that several rules share: phrases, copies, later references, sources, variants."""
