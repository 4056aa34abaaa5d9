"""Entering who came without being on the list: name, unit, and as what."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout

from jz_training.domain.attendance import AttendeeRole
from jz_training.domain.roster import PersonRow
from jz_training.labels import ROLES
from jz_training.ui.context import Context
from jz_training.ui.people.person_search import PersonSearch
from jz_training.ui.style.text import button, plain_label, plain_tip
from jz_training.ui.widgets.card import Card
from jz_training.ui.widgets.segmented import Segmented

_OTHERS = tuple(role for role in AttendeeRole if role is not AttendeeRole.EXPECTED)


class OthersPanel(Card):
    """A line that stays open for the next person until Esc.

    Signals: entered(str, str, AttendeeRole); left(): back to the list.
    """

    entered = Signal(str, str, object)
    left = Signal()

    def __init__(self, ctx: Context) -> None:
        super().__init__(padding=12)
        self.name = PersonSearch(ctx)
        self.name.setPlaceholderText("姓名")
        self.name.setAccessibleName("名单外参会人姓名")
        self.unit = QLineEdit()
        self.unit.setPlaceholderText("单位（可不填）")
        self.unit.setAccessibleName("名单外参会人单位")
        self.role = Segmented([(role.value, ROLES[role]) for role in _OTHERS])
        self.role.setAccessibleName("以什么身份参会")
        self._error = plain_label("", "error")
        self._error.hide()
        self._lay_out()
        self._connect()

    def begin(self) -> None:
        """Open the line for the next person."""
        self.show()
        self.name.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_error(self, sentence: str) -> None:
        """Say below the line what is wrong with it."""
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
        self.name.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(plain_label("名单外参会", "strong"))
        line.addWidget(self.name, 2)
        line.addWidget(self.unit, 3)
        line.addWidget(self.role)
        self._enter = button("登记", tip="登记（回车）")
        self._close = button("收起", "quiet")
        plain_tip(self._close, "收起（Esc）")
        line.addWidget(self._enter)
        line.addWidget(self._close)
        whole = QVBoxLayout()
        whole.setSpacing(4)
        whole.addLayout(line)
        whole.addWidget(self._error)
        self.add(whole)

    def _connect(self) -> None:
        self._enter.clicked.connect(self._submit)
        self._close.clicked.connect(self._leave)
        self.name.returnPressed.connect(self._submit)
        self.unit.returnPressed.connect(self._submit)
        self.name.person_picked.connect(self._take)

    def _submit(self) -> None:
        if not self.name.text().strip():
            self.show_error("请填写姓名。")
            return
        self.show_error("")
        self.entered.emit(self.name.text(), self.unit.text(), AttendeeRole(self.role.value()))
        self.name.clear()
        self.unit.clear()

    def _leave(self) -> None:
        self.hide()
        self.left.emit()

    def _take(self, person: PersonRow) -> None:
        self.name.setText(person.name)
        self.unit.setText(person.unit)
        self.unit.setFocus()
