"""What editors ask about: a draft with its people and sources, what changed, a trial."""
