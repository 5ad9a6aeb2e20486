"""What is written into Word documents: comments, and corrections as tracked changes."""
