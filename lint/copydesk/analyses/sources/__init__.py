"""On whom a draft rests: its sources, and who was asked and did not answer."""
