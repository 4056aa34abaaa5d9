"""Lists on paper: ruled tables on A4 lying on its side, as many lines to a cell as it needs."""
