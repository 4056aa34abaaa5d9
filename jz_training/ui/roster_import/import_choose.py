"""The first step of an import: choose a file or drop one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from jz_training.ui.style.icons import set_icon
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import button, plain_label
from jz_training.ui.widgets.card import Card

_NOTES = (
    "表头可以在前 30 行的任何位置；标题行、小计、表尾说明会自动略过，并逐行说明原因。",
    "导入前先预览：谁是新增、谁有变化、谁需要您确认，一目了然。",
    "身份证号一列不会导入；导入后可以一次撤销。",
)


class ChooseStep(QWidget):
    """A place to drop a file on, a button, and what went wrong with the last file."""

    def __init__(
        self,
        choose: Callable[[], object],
        *,
        title: str = "把名册文件拖到这里",
        kinds: str = "支持 .xlsx、.xls、.et、.csv，以及网页另存的表格",
        notes: Sequence[str] = _NOTES,
    ) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().sizes.gap)
        self._trouble = QFrame()
        self._trouble.setProperty("kind", "trouble")
        self.sentence = plain_label("", wrap=True)
        inside = QHBoxLayout(self._trouble)
        inside.setContentsMargins(16, 10, 16, 10)
        inside.addWidget(self.sentence)
        column.addWidget(self._trouble)
        column.addWidget(self._make_card(choose, title, kinds, notes))
        column.addStretch(1)
        self._trouble.hide()

    def say(self, sentence: str) -> None:
        """Show why the last file could not be read; empty takes it away."""
        self.sentence.setText(sentence)
        self._trouble.setVisible(bool(sentence))
        self.choosing.setText("换一个文件" if sentence else "选择文件")

    def _make_card(
        self, choose: Callable[[], object], title: str, kinds: str, notes: Sequence[str]
    ) -> Card:
        card = Card()
        centre = Qt.AlignmentFlag.AlignHCenter
        card.body.setContentsMargins(24, 48, 24, 40)
        card.body.setSpacing(12)
        self.choosing = button("选择文件", "primary")
        set_icon(self.choosing, "folder-open", role="on_accent")
        self.choosing.clicked.connect(lambda: choose())
        card.body.addWidget(plain_label(title, "card_title"), 0, centre)
        card.body.addWidget(plain_label(kinds, "secondary"), 0, centre)
        card.body.addSpacing(8)
        card.body.addWidget(self.choosing, 0, centre)
        card.body.addSpacing(16)
        for note in notes:
            card.body.addWidget(plain_label(note, "small"), 0, centre)
        return card
