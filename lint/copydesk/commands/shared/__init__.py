"""Parts that several commands share: options, output, workers, views of drafts and archives."""
