"""The names of a house: the people of its archive, counted, and what editors rule on them."""
