"""From the figures on the screen to the same figures in the workbook and in the rows opened."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from openpyxl import load_workbook

from jz_training import labels
from jz_training.domain.attendance import AttendanceStatus, Mark
from jz_training.domain.statistics import By
from jz_training.services.desk import Desk
from jz_training.ui.statistics.rows_dialog import RowsDialog
from jz_training.ui.statistics.statistics_page import StatisticsPage
from tests.journeys.windows import Window
from tests.services.stories import a_listed_training, a_training

_KEYS = {labels.EXPECTED: "expected", labels.PRESENT: "present", labels.ABSENT: "absent"}


def test_screen_workbook_and_opened_rows_tell_the_same(
    window: Window, desk: Desk, tmp_path: Path
) -> None:
    first = a_listed_training(desk, people=12, hours=Decimal(2))
    desk.attendance.mark(first, dict.fromkeys((3, 7), Mark(status=AttendanceStatus.ABSENT)))
    desk.attendance.mark_rest(first, Mark(status=AttendanceStatus.PRESENT))
    desk.lists.freeze(a_training(desk, title="第二场"))
    page = window.open(StatisticsPage, "statistics")
    page.filters.layer.setCurrentIndex(1)
    window.settle()
    shown = {word: int(page.strip.strip.words()[word]) for word in _KEYS}
    assert shown == saved(window, page, tmp_path / "统计.xlsx")
    assert shown == {word: opened(window, page, word) for word in _KEYS}


def saved(window: Window, page: StatisticsPage, target: Path) -> dict[str, int]:
    """Return the figures of the workbook: of its total, which those of each sheet add up to."""
    window.answers.paths.append(target)
    page._export()
    window.settle()
    book = load_workbook(target)
    assert book.sheetnames[:3] == ["总览", "按单位", "按层级"]
    totals = [_figures(list(sheet.values)) for sheet in book.worksheets[: len(By) + 1]]
    assert all(found == totals[0] for found in totals)
    return totals[0]


def _figures(rows: list[tuple[object, ...]]) -> dict[str, int]:
    """Return the sums of a sheet's figures; its last row is the total of those above."""
    head = next(at for at, row in enumerate(rows) if labels.EXPECTED in row)
    found = {}
    for word in _KEYS:
        column = rows[head].index(word)
        *lines, total = (int(str(row[column])) for row in rows[head + 1 :])
        assert not lines or sum(lines) == total
        found[word] = total
    return found


def opened(window: Window, page: StatisticsPage, word: str) -> int:
    """Return how many rows a figure opens."""
    page.strip.asked.emit(word)
    window.settle()
    dialog = page.findChild(RowsDialog)
    assert dialog is not None
    count = dialog.table.model.rowCount()
    dialog.close()
    window.settle()
    return count
