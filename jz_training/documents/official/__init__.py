"""Papers in the form of GB/T 9704: the page, text on its grid, tables, the title."""
