"""What was not filed, file by file in words; it stays until it was read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout

from jz_training.domain.dossier_filing import NotFiled
from jz_training.labels.dossier import not_filed_words
from jz_training.ui.style.text import button, plain_label
from jz_training.ui.widgets.card import Card, heading_line

#: More than this would push the documents out of sight.
_MOST = 6


class LeftOutBox(Card):
    """A card above the documents; hidden while everything was filed."""

    def __init__(self) -> None:
        super().__init__(padding=12)
        self.heading = plain_label("", "warning")
        self.seen = button("知道了", "quiet")
        self.seen.clicked.connect(lambda: self.hide())
        self.add(heading_line(self.heading, self.seen))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        self.add(self._lines)
        self.hide()

    def show_left_out(self, left_out: Sequence[NotFiled]) -> None:
        """Show what was not filed; nothing hides the box."""
        while (item := self._lines.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self.heading.setText(f"{len(left_out)} 个文件没有归档，其余的已经归档。")
        for one in left_out[:_MOST]:
            words = f"{one.name}：{not_filed_words(one)}"
            self._lines.addWidget(plain_label(words, "secondary", wrap=True))
        if len(left_out) > _MOST:
            rest = f"另有 {len(left_out) - _MOST} 个：" + "、".join(
                one.name for one in left_out[_MOST:]
            )
            self._lines.addWidget(plain_label(rest, "secondary", wrap=True))
        self.setVisible(bool(left_out))
