"""Word documents (.docx and its kin): prose out of them, and the bytes that each word was read from."""
