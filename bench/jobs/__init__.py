"""The jobs, one a module; each has a JOB."""
