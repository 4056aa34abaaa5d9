"""The figures of a period, each of which opens."""
