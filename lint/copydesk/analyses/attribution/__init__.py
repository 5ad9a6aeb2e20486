"""Sources of sentences and quotations, beyond the attributions of the document itself."""
