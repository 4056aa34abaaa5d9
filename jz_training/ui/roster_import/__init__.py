"""Taking a roster in: choose, read, look, decide, undo."""
