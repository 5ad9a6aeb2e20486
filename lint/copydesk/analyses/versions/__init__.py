"""Two versions of a story: what the newer one changed."""
