"""The columns of every list, once: screen tables, PDF and Excel all take them from here."""

from jz_training.documents.lists.attendance import attendance_columns
from jz_training.documents.lists.coverage import clause_columns, topic_columns
from jz_training.documents.lists.duties import duty_columns, evidence_columns, evidence_lines
from jz_training.documents.lists.figures import figure_columns, figures, group_columns
from jz_training.documents.lists.ledger import ledger_columns
from jz_training.documents.lists.make_ups import make_up_columns, missed_columns
from jz_training.documents.lists.plan import plan_columns
from jz_training.documents.lists.publicity import month_columns, outreach_columns, publicity_columns
from jz_training.documents.lists.roster import roster_columns
from jz_training.documents.lists.tasks import task_columns

__all__ = [
    "attendance_columns",
    "clause_columns",
    "duty_columns",
    "evidence_columns",
    "evidence_lines",
    "figure_columns",
    "figures",
    "group_columns",
    "ledger_columns",
    "make_up_columns",
    "missed_columns",
    "month_columns",
    "outreach_columns",
    "plan_columns",
    "publicity_columns",
    "roster_columns",
    "task_columns",
    "topic_columns",
]
