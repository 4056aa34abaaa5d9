"""The line below the list: in which order it stands, when it was saved, what else can be done."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from jz_training.ui.attendance.attendance_keeper import AttendanceData
from jz_training.ui.style.text import ElidedLabel, button, plain_tip


class AttendanceFoot(QHBoxLayout):
    """Its buttons: `other` (who is not on the list), `roll_call` and `online` (an export).

    `keys_of` is where their keys work.
    """

    def __init__(self, keys_of: QWidget) -> None:
        super().__init__()
        self._order = ""
        self._saved = ""
        self.words = ElidedLabel("", "small")
        self.roll_call = button("点名", "link", tip="会场大屏点名，可扫工号（Ctrl+D）")
        self.online = button("导入线上记录…", "link")
        plain_tip(self.online, "腾讯会议等导出的参会记录；也可以把文件拖到这里")
        self.other = button("登记名单外参会", "link")
        plain_tip(self.other, "临时参会、列席、工作人员、授课人（Ctrl+I）")
        self.setSpacing(12)
        self.addWidget(self.words, 1)
        for made in (self.roll_call, self.online, self.other):
            self.addWidget(made)
        for keys, made in (("Ctrl+D", self.roll_call), ("Ctrl+I", self.other)):
            QShortcut(QKeySequence(keys), keys_of).activated.connect(made.click)

    def show_data(self, data: AttendanceData, *, editable: bool) -> None:
        """Tell in which order a list stands; its buttons are there where it may be marked."""
        for made in (self.roll_call, self.online, self.other):
            made.setVisible(editable)
        self._order = _order_words(data)
        self._show()

    def show_saved(self, at: str) -> None:
        """Tell when marks were saved last, empty for not yet."""
        self._saved = f"　上次保存 {at}" if at else ""
        self._show()

    def _show(self) -> None:
        self.words.setText(self._order + self._saved)


def _order_words(data: AttendanceData) -> str:
    if data.training.list_frozen_at is None:
        return ""
    if not data.training.sheet_version:
        return "按签到表将要打印的顺序排列。"
    pages = [f"第 {page.page} 页" for page in data.pages if page.page]
    named = "、".join(pages) if len(pages) <= 3 else f"{pages[0]}至{pages[-1]}"
    return f"按签到表{named}顺序排列，序号与纸面一致。"
