"""Plugins: found, checked and selected. They bring rules, readers, reporters and styles."""
