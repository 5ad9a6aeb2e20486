"""How the people of a draft are introduced, described and named again."""
