"""The window around the pages: rail, top bar, search, messages, a way back."""
