"""The remarks under time and venue: what is unusual, what clashes, and the next free time."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from jz_training.ui.style.text import button, plain_label, redress
from jz_training.ui.trainings.hints.hint_reading import Hints

#: More clashes than this are counted, not listed.
_MOST = 3


class TimeHints(QWidget):
    """Amber lines; red where the settings refuse what clashes.

    Signals: free_asked() when the next free time is wanted.
    """

    free_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.warnings = plain_label("", "warning", wrap=True)
        self.clashes = plain_label("", "warning", wrap=True)
        self.free = button("下一个空档", "link", tip="场地、主讲、主持和应到人员都有空的下一个时间")
        self.free.clicked.connect(lambda: self.free_asked.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(2)
        for part in (self.warnings, self.clashes):
            column.addWidget(part)
        column.addWidget(self.free, 0, Qt.AlignmentFlag.AlignLeft)
        self.show_hints(Hints())

    def show_hints(self, hints: Hints) -> None:
        """Show other remarks."""
        self._show(self.warnings, "\n".join(hints.warnings))
        self.clashes.setProperty("kind", "error" if hints.refused else "warning")
        redress(self.clashes)
        self._show(self.clashes, _clash_lines(hints))
        self.free.setVisible(bool(hints))

    def say(self, sentence: str) -> None:
        """Show one sentence in the place of the clashes."""
        self._show(self.clashes, sentence)

    def words(self) -> str:
        """Return everything that is said."""
        return "\n".join(filter(None, (self.warnings.text(), self.clashes.text())))

    @staticmethod
    def _show(label: QLabel, words: str) -> None:
        label.setText(words)
        label.setVisible(bool(words))


def _clash_lines(hints: Hints) -> str:
    lines = list(hints.clashes[:_MOST])
    rest = len(hints.clashes) - len(lines)
    if rest > 0:
        lines.append(f"另有 {rest} 处冲突。")
    if lines and hints.refused:
        lines.append("设置里选择了有冲突不允许保存，请换时间、场地或人员。")
    return "\n".join(lines)
