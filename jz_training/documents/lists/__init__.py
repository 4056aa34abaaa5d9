"""The columns of every list, once: screen tables, PDF and Excel all take them from here."""

from jz_training.documents.lists.attendance import attendance_columns
from jz_training.documents.lists.figures import figure_columns, figures, group_columns
from jz_training.documents.lists.ledger import ledger_columns
from jz_training.documents.lists.roster import roster_columns

__all__ = [
    "attendance_columns",
    "figure_columns",
    "figures",
    "group_columns",
    "ledger_columns",
    "roster_columns",
]
