"""Parts of a story that readers of several formats share."""
