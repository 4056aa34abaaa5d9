"""Every number opens: the rows behind a figure, as a table in a small window of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from jz_training.domain.attendance import AttendeeRow
from jz_training.ui.style.look import theme
from jz_training.ui.trainings.training_words import row_badge
from jz_training.ui.widgets.dialog import PlainDialog
from jz_training.ui.widgets.table import Cell, Column, Table

Row = TypeVar("Row")


class RowsDialog(PlainDialog):
    """Shows rows until it is closed; a row may lead on to its page (`opened`)."""

    def __init__(
        self,
        parent: QWidget,
        *,
        title: str,
        columns: Sequence[Column[Any]],
        rows: Sequence[Any],
        empty: str = "没有。",
    ) -> None:
        super().__init__(parent, title=title, verb="关闭", cancel="", width=760)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.table: Table[Any] = Table("rows_dialog", columns)
        self.table.set_empty(empty)
        self.table.show_rows(rows)
        self.table.setMinimumHeight(theme().sizes.of(min(440, 60 + 36 * max(3, len(rows)))))
        self.body.addWidget(self.table, 1)

    def lead_on(self, act: Callable[[Any], object]) -> None:
        """Let Enter or a double click on a row close the window and do something with the row."""

        def go(at: object) -> None:
            row = self.table.model.row_at(at) if isinstance(at, int) else None
            self.accept()
            if row is not None:
                act(row)

        self.table.opened.connect(go)


def attendee_rows_columns() -> tuple[Column[AttendeeRow], ...]:
    """Return number, name, unit, post and mark of a training's rows."""
    return (
        Column(
            key="number",
            title="序号",
            cell=lambda row: Cell(str(row.number), role="faint"),
            width=64,
            number=True,
        ),
        Column(key="name", title="姓名", cell=lambda row: row.name, width=112),
        Column(
            key="unit",
            title="单位",
            cell=lambda row: Cell(row.unit, role="secondary"),
            stretch=True,
        ),
        Column(
            key="post", title="职务", cell=lambda row: Cell(row.post, role="secondary"), width=112
        ),
        Column(key="mark", title="考勤", cell=_mark, width=168),
    )


def _mark(row: AttendeeRow) -> Cell:
    word, tone = row_badge(row)
    return Cell(word, tone=tone)
