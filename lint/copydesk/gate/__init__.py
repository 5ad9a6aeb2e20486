"""Findings that a run in CI leaves out, and the record of what lets findings stand."""
