"""What changed since a revision of git, line by line. Nothing is imported before `--since` asks for it."""
