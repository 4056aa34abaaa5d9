"""Fills a superior's own form: the cells that are tied change, the rest stays as it was."""
