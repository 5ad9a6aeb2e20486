"""What readers of several formats share: the parts that a story is made of."""
