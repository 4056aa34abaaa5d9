"""Words of a notice pasted by hand, when the clipboard did not have them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from jz_training.ui.style.look import theme
from jz_training.ui.widgets.dialog import PlainDialog
from jz_training.ui.widgets.form import Form

#: Fewer letters than this on the clipboard are no notice, but something copied by the way.
LEAST = 30


class PasteDialog(PlainDialog):
    """Takes the text of a notice.

    Signals: taken(str).
    """

    taken = Signal(str)

    def __init__(self, parent: QWidget, text: str = "") -> None:
        super().__init__(parent, title="粘贴通知文字", verb="读取", width=560)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.form = Form()
        self.text = self.form.add(
            "text",
            "通知原文",
            QPlainTextEdit(text),
            hint="从网页、微信或 Word 里复制通知全文，再按 Ctrl+V 粘贴到这里。",
            required=True,
        )
        self.text.setMinimumHeight(theme().sizes.of(240))
        self.text.setTabChangesFocus(True)
        self.body.addWidget(self.form, 1)
        self.ready = self.form.complete
        self.accepted.connect(lambda: self.taken.emit(self.text.toPlainText()))
        self.text.setFocus()
