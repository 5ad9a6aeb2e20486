"""Edits of drafts: corrections and stet notes."""
