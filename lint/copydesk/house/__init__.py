"""What a house sets: its style, its terms, how its archive writes words."""
