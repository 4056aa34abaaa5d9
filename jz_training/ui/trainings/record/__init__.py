"""The tab 记录 of a training: its record, written and printed."""
