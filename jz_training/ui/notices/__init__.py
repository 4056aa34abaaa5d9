"""Notices: their list, one of them beside its duties, the task book and the coverage."""
