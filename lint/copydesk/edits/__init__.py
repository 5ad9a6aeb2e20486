"""What is written into drafts: corrections and stet notes."""
