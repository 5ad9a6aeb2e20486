"""Words that a draft spells in more than one way."""
