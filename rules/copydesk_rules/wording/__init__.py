"""Words that no house would print: the wrong article, a phrase twice, a point too few."""
