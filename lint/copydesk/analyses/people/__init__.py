"""Introductions, descriptions and later references of the people of a draft."""
