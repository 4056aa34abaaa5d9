"""The top of a roll call: what is held, and 应到 · 已到 · 请假 · 未到 as large as there is room."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from jz_training.domain.tally import Tally
from jz_training.ui.rollcall.room_type import dress_label
from jz_training.ui.style.fonts import ui_font
from jz_training.ui.style.room_theme import FAINT, GREEN, INK
from jz_training.ui.style.text import ElidedLabel, plain_label

_WORDS = ("应到", "已到", "请假", "未到")
_COLOURS = (INK, GREEN, FAINT, INK)


class RoomHead(QWidget):
    """A title, a line of facts below it, and the figures."""

    def __init__(self) -> None:
        super().__init__()
        self.title = ElidedLabel("")
        self.facts = ElidedLabel("")
        self._figures = [plain_label("0") for _ in _WORDS]
        self._names = [plain_label(word) for word in _WORDS]
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addStretch(1)
        names.addWidget(self.title)
        names.addWidget(self.facts)
        names.addStretch(1)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(40)
        line.addLayout(names, 1)
        for name, figure in zip(self._names, self._figures, strict=True):
            line.addLayout(_beside(name, figure))

    def show_tally(self, tally: Tally) -> None:
        """Show the figures: 应到 = 已到 + 请假 + 未到, so that they add up before the room."""
        missing = tally.expected - tally.present - tally.leave
        values = (tally.expected, tally.present, tally.leave, missing)
        for figure, value in zip(self._figures, values, strict=True):
            figure.setText(str(value))
        pairs = zip(_WORDS, values, strict=True)
        self.setAccessibleName("，".join(f"{word} {value}" for word, value in pairs))

    def words(self) -> dict[str, str]:
        """Return what is shown: word → figure."""
        return dict(zip(_WORDS, (figure.text() for figure in self._figures), strict=True))

    def fit(self, scale: float) -> None:
        """Set everything in the type that a screen of this size wants."""
        bold = QFont.Weight.DemiBold
        dress_label(self.title, INK, ui_font(round(36 * scale), weight=bold))
        dress_label(self.facts, FAINT, ui_font(round(22 * scale)))
        for name, figure, colour in zip(self._names, self._figures, _COLOURS, strict=True):
            dress_label(name, FAINT, ui_font(round(30 * scale)), lift=round(15 * scale))
            dress_label(figure, colour, ui_font(round(92 * scale), weight=bold))


def _beside(name: QLabel, figure: QLabel) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(12)
    line.addWidget(name, 0, Qt.AlignmentFlag.AlignBottom)
    line.addWidget(figure, 0, Qt.AlignmentFlag.AlignBottom)
    return line
