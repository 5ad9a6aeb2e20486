"""Words for people who are accused, who died, or who are often called by what ails them."""
