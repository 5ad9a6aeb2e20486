"""The configuration and the rules described: as text, as a schema, as a file to start from."""
