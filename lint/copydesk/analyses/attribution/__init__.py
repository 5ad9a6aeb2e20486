"""Who answers for a sentence or a quotation, beyond what the document itself says."""
