"""The Chinese words of the program's own terms: one word, one thing, in one place.

Screen, paper, Excel and the command line all take them from here, one file per idea; the window's
own sentences live in their widgets.
"""

from jz_training import PROGRAM
from jz_training.labels.acts import ACTS, act_words
from jz_training.labels.attendance import (
    REASONS,
    ROLES,
    STATUSES,
    mark_words,
    part_marks_words,
)
from jz_training.labels.duties import (
    DUTY_STATES,
    EVIDENCE_KINDS,
    evidence_words,
    figure_words,
    gap_words,
    span_words,
    thing_words,
)
from jz_training.labels.figures import (
    ABSENT,
    COVERAGE,
    EXPECTED,
    LEAVE,
    MADE_UP,
    PRESENT,
    RATE,
    UNRECORDED,
    rate_words,
)
from jz_training.labels.filing import DOCUMENT_KINDS
from jz_training.labels.gates import far_words, reported_words
from jz_training.labels.library import VENUE_KINDS
from jz_training.labels.make_ups import MAKE_UP_FORMS, MAKE_UP_STATES, made_up_words, missed_words
from jz_training.labels.mark_command import MARK_HELP, MARK_VOCABULARY, mark_fault_words
from jz_training.labels.meeting_reading import (
    MEETING_FIELDS,
    MEETING_NOTES,
    PLATFORMS,
    UNREADABLE_REASONS,
    meeting_note_words,
)
from jz_training.labels.notices import (
    CHANNELS,
    GENRES,
    OBLIGATION_KINDS,
    PERS,
    PLACE_KINDS,
    remark_words,
)
from jz_training.labels.people import CATEGORIES, LAYERS, SHIFTS, UNIT_KINDS
from jz_training.labels.plans import ITEM_STATES, period_words, phase_words, plan_item_title
from jz_training.labels.roster_reading import (
    LIKENESS,
    ROSTER_FIELDS,
    SKIP_REASONS,
    WARNINGS,
    warning_words,
)
from jz_training.labels.scheduling import (
    BATCH_BY,
    CLASH_RULES,
    CLASHES,
    DAY_KINDS,
    DAY_WARNINGS,
    PATTERNS,
    SERIES_SCOPES,
    SERIES_SKIPS,
    WEEKDAYS,
    batch_title,
    clash_words,
    day_warning_words,
    day_words,
    skipped_words,
    slot_title,
)
from jz_training.labels.tasks import TASK_STATES
from jz_training.labels.trainings import FORMS, ORDERS, STATES, TO_COME
from jz_training.labels.upkeep import BACKUP_KINDS, FINDINGS, finding_words

__all__ = [
    "ABSENT",
    "ACTS",
    "BACKUP_KINDS",
    "BATCH_BY",
    "CATEGORIES",
    "CHANNELS",
    "CLASHES",
    "CLASH_RULES",
    "COVERAGE",
    "DAY_KINDS",
    "DAY_WARNINGS",
    "DOCUMENT_KINDS",
    "DUTY_STATES",
    "EVIDENCE_KINDS",
    "EXPECTED",
    "FINDINGS",
    "FORMS",
    "GENRES",
    "ITEM_STATES",
    "LAYERS",
    "LEAVE",
    "LIKENESS",
    "MADE_UP",
    "MAKE_UP_FORMS",
    "MAKE_UP_STATES",
    "MARK_HELP",
    "MARK_VOCABULARY",
    "MEETING_FIELDS",
    "MEETING_NOTES",
    "OBLIGATION_KINDS",
    "ORDERS",
    "PATTERNS",
    "PERS",
    "PLACE_KINDS",
    "PLATFORMS",
    "PRESENT",
    "PROGRAM",
    "RATE",
    "REASONS",
    "ROLES",
    "ROSTER_FIELDS",
    "SERIES_SCOPES",
    "SERIES_SKIPS",
    "SHIFTS",
    "SKIP_REASONS",
    "STATES",
    "STATUSES",
    "TASK_STATES",
    "TO_COME",
    "UNIT_KINDS",
    "UNREADABLE_REASONS",
    "UNRECORDED",
    "VENUE_KINDS",
    "WARNINGS",
    "WEEKDAYS",
    "act_words",
    "batch_title",
    "clash_words",
    "day_warning_words",
    "day_words",
    "evidence_words",
    "far_words",
    "figure_words",
    "finding_words",
    "gap_words",
    "made_up_words",
    "mark_fault_words",
    "mark_words",
    "meeting_note_words",
    "missed_words",
    "part_marks_words",
    "period_words",
    "phase_words",
    "plan_item_title",
    "rate_words",
    "remark_words",
    "reported_words",
    "skipped_words",
    "slot_title",
    "span_words",
    "thing_words",
    "warning_words",
]
