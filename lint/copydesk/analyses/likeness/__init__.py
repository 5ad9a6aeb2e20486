"""Paragraphs, sentences and quotations that are alike: within a draft, and over many."""
