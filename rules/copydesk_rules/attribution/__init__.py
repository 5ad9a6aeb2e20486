"""Rules of the family attribution: sources of quotations and claims."""
