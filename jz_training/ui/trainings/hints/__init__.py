"""What is unusual about a training while it is being entered."""
