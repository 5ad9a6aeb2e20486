"""Commands about drafts other than `check`: questions such as `inspect` and `trial`, the desk, verdicts."""
