"""Terms: words that a house prefers, avoids and watches."""
