"""Answers about a draft for every rule. Each is a pure function of the document."""
