"""Edits of Word documents: comments, and corrections as tracked changes."""
