"""Showing and printing the real PDF."""
