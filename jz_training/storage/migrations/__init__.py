"""The history of the tables: one short revision each, in its own words."""
