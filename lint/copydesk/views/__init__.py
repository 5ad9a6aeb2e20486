"""A draft as an editor asks about it: its people and quotations, its sources."""
