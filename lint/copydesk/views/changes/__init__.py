"""What the new versions of stories changed, for `copydesk changes`: text, JSON, Markdown, a page."""
