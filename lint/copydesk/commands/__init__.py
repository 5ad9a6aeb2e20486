"""The commands: a folder for each kind, and `shared/` for what several of them need."""
