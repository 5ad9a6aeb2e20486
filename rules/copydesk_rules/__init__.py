"""The rules that come with copydesk: an ordinary plugin, one folder a family."""
