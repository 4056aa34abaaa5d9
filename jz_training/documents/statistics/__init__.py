"""Papers and workbooks of the statistics page."""
