"""Who does the work and what is kept of it: workers, clusters, the cache."""
