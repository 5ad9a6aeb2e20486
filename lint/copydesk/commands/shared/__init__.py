"""What several commands share: options, configuration, workers, answers."""
