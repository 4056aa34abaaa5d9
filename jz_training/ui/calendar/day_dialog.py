"""All trainings of one day, opened by +n 更多 or the space bar."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QWidget

from jz_training.domain.calendar_entry import CalendarEntry
from jz_training.domain.working_calendar import DayInfo
from jz_training.labels.scheduling import day_words
from jz_training.ui.calendar.calendar_columns import day_columns
from jz_training.ui.style.look import theme
from jz_training.ui.widgets.dialog import PlainDialog
from jz_training.ui.widgets.table import Table
from jz_training.ui.widgets.when import weekday_words


class DayDialog(PlainDialog):
    """Lists a day; Enter opens a training, the button begins a new one.

    Signals: opened(UUID).
    """

    opened = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        info: DayInfo,
        entries: Sequence[CalendarEntry],
        *,
        now: Callable[[], datetime],
    ) -> None:
        title = "　".join(filter(None, (weekday_words(info.day), day_words(info))))
        super().__init__(parent, title=title, verb="新建场次", cancel="关闭", width=640)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.table: Table[CalendarEntry] = Table("calendar_day", day_columns(now), label=title)
        self.table.set_empty("这一天没有场次。")
        self.table.show_rows(entries, [entry.id for entry in entries])
        self.table.opened.connect(self._open)
        self.table.add_action("打开", self._open_current)
        self.body.addWidget(self.table, 1)
        if entries:
            self.table.view.selectRow(0)
        self.verb.setDefault(False)  # Enter opens what is selected
        self.table.setFocus()

    def sizeHint(self) -> QSize:
        return QSize(theme().sizes.of(680), theme().sizes.of(440))

    def _open_current(self) -> None:
        row = self.table.current_row()
        if row is not None:
            self._open(row.id)

    def _open(self, training_id: UUID) -> None:
        self.reject()
        self.opened.emit(training_id)
