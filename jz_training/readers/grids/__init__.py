"""Tables out of files: whatever kind of file it is becomes a grid of cells, or a refusal."""
