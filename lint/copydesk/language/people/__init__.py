"""The people table: names, the evidence that a name is a person's, and their mentions."""
