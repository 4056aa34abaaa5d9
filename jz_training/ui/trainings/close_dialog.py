"""Closing while somebody is not recorded yet: what is to be done with the rest."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from jz_training.domain.attendance import AttendanceStatus, Mark
from jz_training.ui.style.text import button, plain_label
from jz_training.ui.widgets.dialog import PlainDialog


class CloseDialog(PlainDialog):
    """Three ways: the rest were there, the rest were absent, back to the list.

    Signals: chosen(Mark).
    """

    chosen = Signal(object)

    def __init__(
        self, parent: QWidget, *, unrecorded: int, by_part: Sequence[tuple[str, int]] = ()
    ) -> None:
        super().__init__(
            parent,
            title=f"还有 {unrecorded} 人未记录",
            verb="其余记为到会并关闭",
            cancel="返回",
            width=480,
        )
        self._status = AttendanceStatus.PRESENT
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        open_parts = [f"{name} {count} 人" for name, count in by_part if count]
        if open_parts:
            words = f"未记录：{'，'.join(open_parts)}。已经登记的课次不变。"
            self.body.addWidget(plain_label(words, "secondary", wrap=True))
        words = "关闭以后 应到 = 实到 + 请假 + 缺席，不再有未记录。纸面上其余的人是："
        self.body.addWidget(plain_label(words, "secondary", wrap=True))
        self.absent = button("其余记为缺席并关闭")
        self.absent.clicked.connect(lambda: self._choose(AttendanceStatus.ABSENT))
        self.extra.addWidget(self.absent)
        self.accepted.connect(lambda: self.chosen.emit(Mark(status=self._status)))

    def _choose(self, status: AttendanceStatus) -> None:
        self._status = status
        self.accept()
