"""只改这一场 / 改以后各场 / 全部: asked when a training of a series was changed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QRadioButton, QWidget

from jz_training.domain.repetition import SeriesScope
from jz_training.labels import SERIES_SCOPES
from jz_training.ui.style.text import plain_label
from jz_training.ui.trainings.series.series_reading import SeriesMembers
from jz_training.ui.widgets.dialog import PlainDialog


class ScopeDialog(PlainDialog):
    """Asks how far a change goes; the one training alone is the likely answer.

    Signals: chosen(SeriesScope).
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget, series: SeriesMembers) -> None:
        title = f"这一场属于一个系列，共 {len(series.members)} 场"
        super().__init__(parent, title=title, verb="保存")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.boxes = {scope: QRadioButton(SERIES_SCOPES[scope]) for scope in SeriesScope}
        for box in self.boxes.values():
            self.body.addWidget(box)
        self.boxes[SeriesScope.ONE].setChecked(True)
        self.boxes[SeriesScope.FOLLOWING].setEnabled(series.following > 0)
        words = "只带过去改动的内容：时间改了多少，其他各场就移动多少；已登记、已关闭的场次不动。"
        self.body.addWidget(plain_label(words, "small", wrap=True))
        self.accepted.connect(lambda: self.chosen.emit(self.scope))

    @property
    def scope(self) -> SeriesScope:
        """Return how far the change goes."""
        return next(scope for scope, box in self.boxes.items() if box.isChecked())
