"""Trainings: the list, one training and its tabs."""
