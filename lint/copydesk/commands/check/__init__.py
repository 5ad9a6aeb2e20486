"""`check` and `baseline`: the request, its steps, and what they write."""
