"""The line above the days: 上一, 今天, 下一, what is shown, and how; then the filters."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from jz_training.domain.notice import NoticeRow
from jz_training.domain.roster import UnitRow
from jz_training.domain.training import TrainingForm
from jz_training.labels import FORMS
from jz_training.services.calendar_rows import CalendarFilter
from jz_training.ui.calendar.calendar_span import View, span_title
from jz_training.ui.people.unit_tree import UnitBox
from jz_training.ui.style.icons import set_icon
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import button, plain_label, plain_tip
from jz_training.ui.widgets.notice_box import NoticeBox
from jz_training.ui.widgets.segmented import Segmented

_VIEWS = ((View.MONTH.value, "月"), (View.WEEK.value, "周"), (View.LIST.value, "列表"))
_TURNS = {View.MONTH: "个月", View.WEEK: "周", View.LIST: "个月"}


class CalendarBar(QObject):
    """The widgets of the filter line.

    Signals: turned(int): to the next or previous month or week; today_asked(); chosen(View);
    filtered().
    """

    turned = Signal(int)
    today_asked = Signal()
    chosen = Signal(object)
    filtered = Signal()

    def __init__(self, parent: QWidget, *, view: View) -> None:
        super().__init__(parent)
        self._make_steps()
        self.views = Segmented(_VIEWS, current=view.value)
        plain_tip(self.views, "月（M）　周（W）　列表（L）")
        self.views.chosen.connect(lambda key: self.chosen.emit(View(key)))
        self._make_filters()

    def widgets(self) -> tuple[QWidget, ...]:
        """Return everything in the order of the line."""
        steps = (self.back, self.today, self.forth, self.title)
        return (*steps, self.views, self.form, self.unit, self.notice)

    def show_span(self, view: View, day: date) -> None:
        """Say which days are shown."""
        self.views.set_value(view.value)
        self.title.setText(span_title(view, day))
        for made, word, key in ((self.back, "上一", "PageUp"), (self.forth, "下一", "PageDown")):
            words = f"{word}{_TURNS[view]}"
            made.setAccessibleName(words)
            arrow = "←" if made is self.back else "→"
            plain_tip(made, f"{words}（{arrow}，在日历里按 {key}）")

    def value(self) -> CalendarFilter:
        """Return what was chosen in the boxes."""
        form = self.form.currentData()
        return CalendarFilter(
            notice_id=self.notice.value(),
            form=TrainingForm(form) if form else None,
            unit_id=self.unit.value(),
        )

    def offer_notices(self, notices: Sequence[NoticeRow]) -> None:
        """Offer notices; without any the box is not there."""
        self.notice.set_notices(notices)
        self.notice.setVisible(bool(notices))

    def offer_units(self, units: Sequence[UnitRow]) -> None:
        """Offer units; without any the box is not there."""
        self.unit.set_units(units)
        self.unit.setVisible(bool(units))

    def show_notice(self, notice_id: UUID | None) -> None:
        """Choose a notice."""
        self.notice.set_value(notice_id)

    def clear(self) -> None:
        """Choose everything again."""
        self.form.setCurrentIndex(0)
        self.unit.set_value(None)
        self.notice.set_value(None)

    def _make_steps(self) -> None:
        self.back, self.forth = _arrow("chevron-left"), _arrow("chevron-right")
        self.today = button("今天", tip="今天（T）")
        self.title = plain_label("", "card_title")
        self.title.setMinimumWidth(theme().sizes.of(164))  # a week's: the buttons stay put
        self.title.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for made in (self.back, self.today, self.forth):
            made.installEventFilter(self)
        self.back.clicked.connect(lambda: self.turned.emit(-1))
        self.forth.clicked.connect(lambda: self.turned.emit(1))
        self.today.clicked.connect(lambda: self.today_asked.emit())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let ← and → turn the days on the buttons, where Qt would move the focus."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            by = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
            if by is not None:
                self.turned.emit(by)
                return True
        return False

    def _make_filters(self) -> None:
        self.form = QComboBox()
        self.form.setAccessibleName("形式")
        self.form.addItem("全部形式", "")
        for form, word in FORMS.items():
            self.form.addItem(word, form.value)
        self.unit = UnitBox("全部单位")
        self.unit.setAccessibleName("单位")
        self.notice = NoticeBox("全部通知")
        self.notice.setAccessibleName("对应通知")
        self.unit.hide()  # until there is something to choose
        self.notice.hide()
        boxes: tuple[QComboBox, ...] = (self.form, self.unit, self.notice)
        for box in boxes:
            box.currentIndexChanged.connect(lambda _: self.filtered.emit())


def _arrow(icon: str) -> QPushButton:
    made = button("")
    set_icon(made, icon)
    made.setFixedWidth(theme().sizes.control)
    return made
