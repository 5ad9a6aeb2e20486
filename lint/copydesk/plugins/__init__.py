"""What a plugin brings, and how it is found, checked and selected: rules, readers, reporters, styles."""
