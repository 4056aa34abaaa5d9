"""How long is long enough, and what is recorded of the others: one line over the preview."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QSpinBox, QWidget

from jz_training.domain.attendance import AttendanceStatus
from jz_training.domain.online_attendance import MOST_MINUTES, JudgedPart, Threshold
from jz_training.labels import STATUSES
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import plain_label
from jz_training.ui.widgets.flow import FlowLayout
from jz_training.ui.widgets.segmented import Segmented

_USUAL_MINUTES = 60


class ThresholdLine(QWidget):
    """Minutes or per cent, and what becomes of who was there too short or not at all.

    Signals: changed().
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._parts: tuple[JudgedPart, ...] = ()
        self.kind = Segmented((("percent", "按比例"), ("minutes", "按分钟")))
        self.number = QSpinBox()
        self.number.lineEdit().setTextMargins(10, 0, 10, 0)
        self.number.setFixedWidth(theme().sizes.of(96))
        self.number.setAccessibleName("达标时长")
        self.means = plain_label("", "small")
        self.below = _status_box("时长不足的记为")
        self.unseen = _status_box("未见上线的记为")
        self.keep_file = QCheckBox("把文件存入本场材料")
        self.keep_file.setChecked(True)
        self._lay_out()
        self._connect()

    def show_threshold(self, threshold: Threshold, parts: tuple[JudgedPart, ...]) -> None:
        """Show a threshold for the parts of a training."""
        self._parts = parts
        by_minutes = threshold.minutes is not None
        self.kind.set_value("minutes" if by_minutes else "percent")
        self._set_number(threshold.minutes or threshold.percent)
        self._explain()

    def threshold(self) -> Threshold:
        """Return what is entered."""
        if self.kind.value() == "minutes":
            return Threshold(minutes=self.number.value())
        return Threshold(percent=self.number.value())

    def status_below(self) -> AttendanceStatus:
        """Return what is recorded of who was there too short."""
        return AttendanceStatus(self.below.currentData())

    def status_unseen(self) -> AttendanceStatus:
        """Return what is recorded of who was not there."""
        return AttendanceStatus(self.unseen.currentData())

    # --- construction --------------------------------------------------------------------------

    def _lay_out(self) -> None:
        flow = FlowLayout()
        self.setLayout(flow)
        groups = (
            ("达到多久算线上参加", self.kind, self.number, self.means),
            ("时长不足的", self.below),
            ("未见上线的", self.unseen),
            ("", self.keep_file),
        )
        for words, *widgets in groups:
            flow.addWidget(_together(words, *widgets))

    def _connect(self) -> None:
        self.kind.chosen.connect(self._change_kind)
        self.number.valueChanged.connect(lambda _: self._tell())
        self.below.activated.connect(lambda _: self._tell())
        self.unseen.activated.connect(lambda _: self._tell())

    def _change_kind(self, kind: str) -> None:
        self._set_number(_USUAL_MINUTES if kind == "minutes" else Threshold().percent)
        self._tell()

    def _set_number(self, number: int) -> None:
        """Show a number without telling: another range would change the old one and tell that."""
        minutes = self.kind.value() == "minutes"
        self.number.blockSignals(True)
        self.number.setRange(1, MOST_MINUTES if minutes else 100)
        self.number.setSuffix(" 分钟" if minutes else " %")
        self.number.setValue(number)
        self.number.blockSignals(False)

    def _tell(self) -> None:
        self._explain()
        self.changed.emit()

    def _explain(self) -> None:
        """Say what the threshold means for this training, rounded up to whole minutes."""
        needed = [-(-self.threshold().seconds_of(part.span) // 60) for part in self._parts]
        shown = "、".join(str(minutes) for minutes in dict.fromkeys(needed))
        of_parts = "每次课" if len(self._parts) > 1 else "本场"
        self.means.setText(f"即{of_parts}至少 {shown} 分钟" if needed else "")


def _together(words: str, *widgets: QWidget) -> QWidget:
    made = QWidget()
    made.setFixedHeight(theme().sizes.of(36))  # so that all stand on one line
    line = QHBoxLayout(made)
    line.setContentsMargins(0, 0, 12, 0)
    line.setSpacing(8)
    if words:
        line.addWidget(plain_label(words, "secondary"))
    for widget in widgets:
        line.addWidget(widget)
    return made


def _status_box(name: str) -> QComboBox:
    box = QComboBox()
    box.addItem("不登记", int(AttendanceStatus.UNRECORDED))
    absent = AttendanceStatus.ABSENT
    box.addItem(f"记为{STATUSES[absent]}", int(absent))
    box.setAccessibleName(name)
    return box
