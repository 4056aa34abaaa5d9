"""The settings page, a file per tab."""
