"""Rules of the family honorifics: introductions and later references of people."""
