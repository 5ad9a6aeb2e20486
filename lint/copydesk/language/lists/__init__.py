"""Lists of English words, each with its use: verbs of speech, titles, names, closed classes."""
