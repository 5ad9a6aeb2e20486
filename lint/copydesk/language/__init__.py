"""What every rule may ask of a draft. Each answer is a pure function of the document."""
