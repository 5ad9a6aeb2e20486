"""TOML with the place of every key and value, so that an error names line and column."""
