"""HTML: its tokens, its elements, and the prose that they hold. Pages and Markdown share it."""
