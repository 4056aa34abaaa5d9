"""Entering attendance from the paper."""
