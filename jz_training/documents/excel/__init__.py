"""Workbooks: lists as cells, and the three lists that are handed on."""
