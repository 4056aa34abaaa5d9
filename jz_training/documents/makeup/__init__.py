"""The papers of make-up study (补学): a group's sheet, the record, and who still misses what."""
