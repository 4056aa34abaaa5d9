"""The dialog 计入: what of the notice could count towards a duty, to choose from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from jz_training.domain.evidence import Evidence
from jz_training.ui.context import Context
from jz_training.ui.notices.book_columns import evidence_columns
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import plain_label
from jz_training.ui.widgets.dialog import PlainDialog
from jz_training.ui.widgets.table import Table

_HINT = "列出与本通知关联、还没有计入这项要求的记录。可以选多条。"


class CountInDialog(PlainDialog):
    """Offers what is not counted yet.

    Signals: chosen(tuple[Evidence, ...]).
    """

    chosen = Signal(object)

    def __init__(
        self, ctx: Context, parent: QWidget, *, title: str, rows: Sequence[Evidence]
    ) -> None:
        super().__init__(parent, title=f"计入“{title}”", verb="计入", width=680)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        columns = evidence_columns(lambda: ctx.desk.now().date(), opens=False)
        self.body.addWidget(plain_label(_HINT, "secondary", wrap=True))
        self.table: Table[Evidence] = Table("count_in", columns, label="可以计入的记录")
        self.table.set_empty("没有可以计入的记录。先把场次、宣传、任务或材料关联到这份通知。")
        self.table.show_rows(rows, [row.id for row in rows])
        self.table.setMinimumHeight(theme().sizes.of(300))
        self.table.opened.connect(lambda _: self.accept())
        self.table.selection_changed.connect(self._enable)
        self.body.addWidget(self.table, 1)
        self._rows = {row.id: row for row in rows}
        self._enable()
        self.table.setFocus()

    def accept(self) -> None:
        """Close with what is selected."""
        picked = tuple(self._rows[one] for one in self.table.selected_ids())
        if picked:
            self.done(QDialog.DialogCode.Accepted)
            self.chosen.emit(picked)

    def _enable(self) -> None:
        self.verb.setEnabled(bool(self.table.selected_ids()))
