"""What a draft says that a calendar knows better."""
