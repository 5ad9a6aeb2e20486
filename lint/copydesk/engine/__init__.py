"""Check one draft: run the rules, suppress what a covering rule or a stet note suppresses."""
