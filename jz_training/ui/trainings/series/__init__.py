"""Trainings that were made together."""
