"""The one definition of the statistics' charts: the window and the paper draw the same."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.graphics.shapes import Drawing

from jz_training.documents.drawing.charts import Bar, ChartInk, attendance_chart
from jz_training.documents.drawing.month_chart import month_chart
from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.documents.fonts import Fonts
from jz_training.documents.fonts.files import FontRole
from jz_training.domain.statistics import By, StatisticsRow
from jz_training.labels.statistics import group_name

#: Lanes beyond so many are no picture any more: the table tells them.
MOST_BARS = 24

#: So much of the title of a notice is read beside its bar; the table has the whole.
_TITLE = 18


def statistics_chart(
    by: By,
    rows: Sequence[StatisticsRow],
    *,
    width: float,
    fonts: Fonts,
    report: PaperReport | None = None,
    ink: ChartInk | None = None,
    role: FontRole = FontRole.SONG,
) -> Drawing:
    """Return columns for months, lanes for everything else; of more than 24 lanes the first 24.

    The order is that of the table: nobody is put first for a number.
    """
    if by is By.MONTH:
        months = [_bar(by, row, words=str(row.tally.present)) for row in rows]
        return month_chart(months, width=width, fonts=fonts, report=report, ink=ink, role=role)
    bars = [_bar(by, row, words=_words(row)) for row in rows[:MOST_BARS]]
    return attendance_chart(bars, width=width, fonts=fonts, report=report, ink=ink, role=role)


def _bar(by: By, row: StatisticsRow, *, words: str) -> Bar:
    label = f"{int(row.name[5:])}月" if by is By.MONTH else group_name(by, row)
    if by is By.NOTICE and len(label) > _TITLE:
        label = label[: _TITLE - 1] + "…"
    if by is By.MONTH and row.name.endswith("-01"):
        label = f"{row.name[:4]}年1月"
    return Bar(label=label, expected=row.tally.expected, present=row.tally.present, words=words)


def _words(row: StatisticsRow) -> str:
    return f"{row.tally.present}/{row.tally.expected}"
