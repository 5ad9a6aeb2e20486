"""Workers, clusters and the cache."""
