"""What needs a hand today."""
