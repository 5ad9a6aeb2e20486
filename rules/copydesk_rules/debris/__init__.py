"""What was left in a draft by the programs that it came through."""
