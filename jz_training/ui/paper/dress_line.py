"""版式 of the paper shown: its skin, and a way to its 版头 and 落款."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from jz_training.domain.paper_dress import PaperDress, fields_printed
from jz_training.domain.paper_style import PaperSkin
from jz_training.labels.papers import SKINS
from jz_training.ui.style.text import ElidedLabel, button, plain_label
from jz_training.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from jz_training.domain.paper_kind import PaperKind
    from jz_training.domain.paper_style import PaperStyle

_NO_MARK = "还没有填写发文机关标志"


class DressLine(QWidget):
    """Hidden for papers of one look.

    Signals: chosen(PaperDress): the paper is to be dressed so; reset(): as the office set it.
    """

    chosen = Signal(object)
    reset = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._kind: PaperKind | None = None
        self._style: PaperStyle | None = None
        self.skin = Segmented([(skin.value, word) for skin, word in SKINS.items()])
        self.skin.setAccessibleName("版式")
        self.head = button("版头与落款…", tip="这份文件的文号、签发人、附件、抄送和印发")
        self.back = button(
            "恢复", "link", tip="恢复成“设置 › 版式”里的样子，不再沿用上次填写的内容"
        )
        self.hint = ElidedLabel("", "warning")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(plain_label("版式", "field"))
        for widget in (self.skin, self.head, self.back):
            line.addWidget(widget)
        line.addWidget(self.hint, 1)
        self._connect()
        self.hide()

    def show_style(self, kind: PaperKind | None, style: PaperStyle | None, *, own: bool) -> None:
        """Show how a paper is dressed, which is its `own` way or the office's."""
        self._kind, self._style = kind, style
        self.setVisible(style is not None)
        if style is None or kind is None:
            return
        self.skin.set_value(style.skin.value)
        self.head.setEnabled(bool(fields_printed(kind, style.skin)))
        self.back.setVisible(own)
        lacking = style.skin is PaperSkin.DOCUMENT and not style.letterhead.mark.strip()
        self.hint.setText(_NO_MARK if lacking else "")

    def show_again(self) -> None:
        """Show what the paper is dressed as once more: another dress did not come about."""
        if self._style is not None:
            self.skin.set_value(self._style.skin.value)

    def _connect(self) -> None:
        self.skin.chosen.connect(self._choose)
        self.head.clicked.connect(self._ask)
        self.back.clicked.connect(self.reset)

    def _choose(self, key: str) -> None:
        if self._style is not None:
            head = self._style.letterhead
            self.chosen.emit(PaperDress(skin=PaperSkin(key), letterhead=head))

    def _ask(self) -> None:
        from jz_training.ui.paper.head_dialog import HeadDialog

        kind, style = self._kind, self._style
        if kind is None or style is None:
            return
        dress = PaperDress(skin=style.skin, letterhead=style.letterhead)
        dialog = HeadDialog(self, kind, dress)
        dialog.accepted.connect(lambda: self.chosen.emit(dialog.dress()))
        dialog.open()
