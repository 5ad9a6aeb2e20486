"""Words and names that a draft writes in more than one way."""
