"""Commands that answer questions about drafts: `inspect`, `sources`, `duplicates`, `usage`."""
