"""Rules that hold a draft to what its house has decided: numbers, dates, places, abbreviations, marks."""
