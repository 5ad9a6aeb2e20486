"""What is written into drafts: corrections and stet notes; and of them: verdicts."""
