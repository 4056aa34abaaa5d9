"""The summaries of a training and of a period."""
