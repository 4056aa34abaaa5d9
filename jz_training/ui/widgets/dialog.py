"""The one frame of our dialogs: a sentence, a body, a verb and 取消."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from jz_training import PROGRAM
from jz_training.ui.style.fonts import ui_font
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import button, plain_label


class PlainDialog(QDialog):
    """A dialog with a title, a `body` layout to fill, a verb and a way back.

    `ready`, when set, is asked before the verb closes the dialog: it shows what is missing and
    returns False. `run()` tells whether the verb was chosen.
    """

    def __init__(
        self,
        parent: QWidget | None,
        *,
        title: str,
        verb: str,
        cancel: str = "取消",
        danger: bool = False,
        width: int = 440,
    ) -> None:
        super().__init__(parent)
        self.ready: Callable[[], bool] | None = None
        self.setWindowTitle(PROGRAM)
        self.setProperty("kind", "paper")
        self.setMinimumWidth(theme().sizes.of(width))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 20)
        column.setSpacing(16)
        heading = plain_label(title, "card_title", wrap=True)
        column.addWidget(heading)
        self.setAccessibleName(title)
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        column.addLayout(self.body, 1)
        column.addLayout(self._make_buttons(verb, cancel, danger=danger))

    def run(self) -> bool:
        """Show the dialog until it is answered and tell whether the verb was chosen."""
        return self.exec() == QDialog.DialogCode.Accepted

    def accept(self) -> None:
        """Close with the verb, unless something is still missing."""
        if self.ready is None or self.ready():
            super().accept()

    def add_detail(self, detail: str) -> None:
        """Add a folded block of plain text under 详情 that can be selected and copied."""
        box = QPlainTextEdit(detail)
        box.setReadOnly(True)
        box.setFont(ui_font(theme().sizes.small))
        box.setMinimumHeight(160)
        box.hide()
        fold = button("详情", "link")
        fold.clicked.connect(lambda: box.setVisible(box.isHidden()))
        line = QHBoxLayout()
        line.addWidget(fold)
        line.addStretch(1)
        self.body.addLayout(line)
        self.body.addWidget(box, 1)

    def _make_buttons(self, verb: str, cancel: str, *, danger: bool) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(12)
        self.extra = QHBoxLayout()
        line.addLayout(self.extra)
        line.addStretch(1)
        if cancel:
            back = button(cancel)
            back.clicked.connect(self.reject)
            line.addWidget(back)
        self.verb = button(verb, "danger" if danger else "primary")
        self.verb.setDefault(True)
        self.verb.clicked.connect(self.accept)
        line.addWidget(self.verb)
        return line
