"""Reading a roster: where its tables are, whom they name, and what was not understood."""
