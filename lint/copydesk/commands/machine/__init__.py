"""Commands about this machine: the cache, shell completion, LanguageTool."""
