"""Findings that a run in CI leaves out: those of a baseline, those on unchanged lines."""
