"""Settings of a house: its style, its terms, the usage and the people of its archive, its verdicts."""
