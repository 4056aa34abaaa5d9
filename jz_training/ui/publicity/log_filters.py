"""The filters of publications and of talks: words, kinds, notice, period."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from jz_training.domain.notice import NoticeRow
from jz_training.ui.context import Context
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import plain_label
from jz_training.ui.widgets.filled_flow import FilledFlow
from jz_training.ui.widgets.notice_box import NoticeBox
from jz_training.ui.widgets.period_field import ALL, MONTH, OWN, QUARTER, YEAR, PeriodField
from jz_training.ui.widgets.word_box import WordBox

#: A pause in typing after which the list follows.
_PAUSE_MS = 150


class LogFilters(QWidget):
    """A line of filters around the kinds it is given, with the count at its end.

    Signals: changed() when another selection is meant.
    """

    changed = Signal()

    def __init__(
        self, ctx: Context, *, hint: str, label: str, boxes: Sequence[WordBox[Any]]
    ) -> None:
        super().__init__()
        self._boxes = tuple(boxes)
        self.text = QLineEdit()
        self.text.setPlaceholderText(hint)
        self.text.setAccessibleName(label)
        self.text.setClearButtonEnabled(True)
        self.notice = NoticeBox("全部通知")
        self.notice.setAccessibleName("对应通知")
        self.period = PeriodField(ctx, keys=(ALL, MONTH, QUARTER, YEAR, OWN), current=ALL)
        self.count = plain_label("", "small")
        self.count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.count.setMinimumHeight(theme().sizes.control)
        self._lay_out()
        self._connect()

    def show_period(self, start: date, end: date) -> None:
        """Show two days of one's own and take every other filter away."""
        self.clear()
        self.period.choose(OWN)
        self.period.start.set_value(start)
        self.period.end.set_value(end)

    def show_notice(self, notice_id: UUID) -> None:
        """Show only what answers a notice."""
        self.notice.set_value(notice_id)
        self.changed.emit()

    def clear(self) -> None:
        """Take every filter away."""
        self.text.clear()
        for box in self._boxes:
            box.setCurrentIndex(0)
        self.notice.set_value(None)
        self.period.choose(ALL)

    def offer_notices(self, notices: Sequence[NoticeRow]) -> None:
        """Offer the notices there are; without any the box is left out."""
        self.notice.set_notices(notices)
        self.notice.setVisible(bool(notices))

    def _lay_out(self) -> None:
        sizes = theme().sizes
        flow = FilledFlow()
        self.setLayout(flow)
        flow.put(self.text, least=sizes.of(180))
        for box in self._boxes:
            flow.put(box)
        self.notice.hide()
        flow.put(self.notice, least=sizes.of(160))
        flow.put(self.period)
        flow.put(self.count, least=sizes.of(150), grow=1)
        self.setFocusProxy(self.text)

    def _connect(self) -> None:
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_PAUSE_MS)
        self._typing.timeout.connect(self.changed)
        self.text.textChanged.connect(lambda _: self._typing.start())
        for box in (*self._boxes, self.notice):
            box.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.period.chosen.connect(self.changed)
