"""Changes: what a new version of a published story alters, and whether the reader is told."""
