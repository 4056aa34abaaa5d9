"""The kinds of things a change may touch: what `Work.change` announces and `Page.kinds` hears."""

from __future__ import annotations

PEOPLE = "people"
UNITS = "units"
TRAININGS = "trainings"
LISTS = "lists"
ATTENDANCE = "attendance"
SHEETS = "sheets"
SETTINGS = "settings"
BACKUPS = "backups"

#: What an undo or a restore may touch.
EVERYTHING = frozenset({PEOPLE, UNITS, TRAININGS, LISTS, ATTENDANCE, SHEETS, SETTINGS, BACKUPS})
