"""Grammar: what LanguageTool sees."""
