"""Asks which person of the list a participant is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QWidget

from jz_training.domain.attendance import AttendeeRow
from jz_training.ui.meeting_import.meeting_table import line_words
from jz_training.ui.style.text import plain_label
from jz_training.ui.widgets.dialog import PlainDialog


class PersonChoice(PlainDialog):
    """Offers lines of the list; the likely one is chosen already."""

    def __init__(
        self,
        parent: QWidget,
        *,
        name: str,
        raw: str,
        lines: Sequence[AttendeeRow],
        likely: int | None,
    ) -> None:
        super().__init__(parent, title=f"“{name}”是名单上的哪一位", verb="确定")
        if raw != name:
            self.body.addWidget(plain_label(f"参会记录里写作“{raw}”。", "secondary", wrap=True))
        self.box = QComboBox()
        self.box.setMaxVisibleItems(14)
        self.box.setAccessibleName("名单上的人")
        for line in lines:
            self.box.addItem(line_words(line), line.number)
        self.box.setCurrentIndex(max(0, self.box.findData(likely)))
        self.body.addWidget(self.box)
        self.body.addWidget(plain_label("确认后会记住这个名称，下次自动认出。", "small", wrap=True))
        self.verb.setEnabled(bool(lines))

    def number(self) -> int:
        """Return the number chosen."""
        return int(self.box.currentData())
