"""Parts that readers of markup share: front matter, HTML, templates, strings with escapes."""
