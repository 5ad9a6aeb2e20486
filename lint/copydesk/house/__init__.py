"""Settings of a house: its style, its terms, the usage of its archive."""
