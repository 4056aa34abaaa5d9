"""Many trainings at once: batches of one audience, or repetition."""
