"""Files of a user: found by pattern, read, written, and kept inside their repository."""
