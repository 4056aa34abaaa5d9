"""What to do with a notice that is there already."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from jz_training.domain.notice import NoticeRow
from jz_training.ui.style.text import button, plain_label
from jz_training.ui.widgets.dialog import PlainDialog


class SameNoticeDialog(PlainDialog):
    """Offers to open the known notice, or to take the same in once more.

    Signals: opened(); again().
    """

    opened = Signal()
    again = Signal()

    def __init__(self, parent: QWidget, row: NoticeRow) -> None:
        super().__init__(parent, title="已经有这份通知", verb="打开已有的")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.body.addWidget(plain_label(row.title, wrap=True))
        received = f"{row.received_on.year}年{row.received_on.month}月{row.received_on.day}日存入"
        facts = "　".join(part for part in (row.number, row.issuer, received) if part)
        self.body.addWidget(plain_label(facts, "small", wrap=True))
        self.once_more = button("再导入一份")
        self.once_more.clicked.connect(self._take_again)
        self.extra.addWidget(self.once_more)
        self.accepted.connect(self.opened)

    def _take_again(self) -> None:
        self.again.emit()
        self.reject()
