"""How people are introduced, and how they are named later."""
