"""The kinds of things a change may touch: what `Work.change` announces and `Page.kinds` hears."""

from __future__ import annotations

PEOPLE = "people"
UNITS = "units"
TRAININGS = "trainings"
LISTS = "lists"
ATTENDANCE = "attendance"
SHEETS = "sheets"
LEAVES = "leaves"
NOTICES = "notices"  # a notice, its obligations and what was chosen as evidence
PLANS = "plans"
TASKS = "tasks"
PUBLICITY = "publicity"
DOCUMENTS = "documents"
LIBRARIES = "libraries"  # venues, speakers and study materials
SETTINGS = "settings"
HOURS = "hours"  # rule sets and requirements for 学时
REPORTS = "reports"  # reports handed in, certificates, forms of a superior, layouts
BACKUPS = "backups"

#: What an undo or a restore may touch.
EVERYTHING = frozenset(
    {
        PEOPLE,
        UNITS,
        TRAININGS,
        LISTS,
        ATTENDANCE,
        SHEETS,
        LEAVES,
        NOTICES,
        PLANS,
        TASKS,
        PUBLICITY,
        DOCUMENTS,
        LIBRARIES,
        SETTINGS,
        HOURS,
        REPORTS,
        BACKUPS,
    }
)

#: Whatever may count as evidence for a duty: the task book is read again after any of them.
EVIDENCE = frozenset({NOTICES, TRAININGS, ATTENDANCE, LISTS, PLANS, TASKS, PUBLICITY, DOCUMENTS})
