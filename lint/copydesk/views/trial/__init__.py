"""A trial: what rules would have said of published stories."""
