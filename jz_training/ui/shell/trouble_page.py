"""What stands in the window when the data cannot be opened: what is wrong and what to do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from jz_training.errors import DatabaseDamaged, DatabaseMissing, JzError
from jz_training.ui.paper.desktop import open_in_system
from jz_training.ui.settings.settings_parts import button_line
from jz_training.ui.style.text import button, plain_label
from jz_training.ui.widgets.card import Card

_CHOOSE = "数据文件没有通过检查，没有打开。请选择一个备份恢复；损坏的文件会另外保留，不会删除。"
_GONE = "没有找到数据文件，但是有备份。请选择一个备份恢复。"
_NONE = "数据文件没有通过检查，也没有找到备份。请保留整个工作区文件夹，联系懂计算机的同事。"


@dataclass(frozen=True, slots=True)
class Rescue:
    """How a damaged workspace is helped without opening it.

    `backups` returns (name, words) of the usable backups, newest first; `restore` puts one in
    place of the data, which is kept aside.
    """

    backups: Callable[[], Sequence[tuple[str, str]]]
    restore: Callable[[str], None]


class TroublePage(QWidget):
    """A card in the middle of the window.

    Signals: retry_requested(); restore_requested(str): the name of a backup.
    """

    retry_requested = Signal()
    restore_requested = Signal(str)

    def __init__(self, error: JzError, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self.setProperty("kind", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.card = Card("数据没有打开")
        self.card.setFixedWidth(560)
        self.sentence = plain_label(str(error), wrap=True)
        self.card.add(self.sentence)
        self.card.add(plain_label(f"工作区：{folder}", "small", wrap=True))
        self._make_choice()
        self._make_buttons()
        if error.details:
            self._make_detail(error.details)
        self._centre()
        self.choice.setVisible(False)
        self.restore.setVisible(False)
        self.offers_backups = isinstance(error, DatabaseDamaged)
        self._is_gone = isinstance(error, DatabaseMissing)

    def offer(self, backups: Sequence[tuple[str, str]]) -> None:
        """Offer backups to put back."""
        self.choice.clear()
        for name, words in backups:
            self.choice.addItem(words, name)
        self.choice.setVisible(bool(backups))
        self.restore.setVisible(bool(backups))
        choose = _GONE if self._is_gone else _CHOOSE
        self.sentence.setText(choose if backups else _NONE)

    def _make_choice(self) -> None:
        self.choice = QComboBox()
        self.choice.setAccessibleName("备份")
        self.card.body.addSpacing(8)
        self.card.add(self.choice)

    def _make_buttons(self) -> None:
        self.retry = button("再试一次")
        self.restore = button("恢复到这个备份", "primary")
        opener = button("打开工作区文件夹", "quiet")
        self.retry.clicked.connect(self.retry_requested)
        self.restore.clicked.connect(
            lambda: self.restore_requested.emit(str(self.choice.currentData()))
        )
        opener.clicked.connect(lambda: open_in_system(self._folder))
        self.card.add(button_line(self.restore, self.retry, opener))

    def _make_detail(self, details: str) -> None:
        words = plain_label(details, "small", wrap=True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words.hide()
        fold = button("详情", "link")
        fold.clicked.connect(lambda: words.setVisible(words.isHidden()))
        self.card.add(button_line(fold))
        self.card.add(words)

    def _centre(self) -> None:
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self.card)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addLayout(line)
        column.addStretch(2)
