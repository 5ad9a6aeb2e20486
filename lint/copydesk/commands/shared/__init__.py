"""What several commands share: options, output, workers, the frame of commands that show drafts."""
