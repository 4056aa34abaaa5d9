"""Around one event: viewing points, agenda, papers before it."""
