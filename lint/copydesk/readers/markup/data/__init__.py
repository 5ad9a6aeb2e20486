"""The strings of YAML, TOML and JSON, with their places in the file."""
