"""Reading a notice: its text out of a file, and what the text demands."""
