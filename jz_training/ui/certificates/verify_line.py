"""查验: type the code of a certificate, and a line says what was issued under it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QWidget

from jz_training.domain.certificate import Certificate
from jz_training.errors import JzError
from jz_training.labels.certificates import verify_words
from jz_training.ui.context import Context
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import button, plain_label


class VerifyLine(QWidget):
    """A field, 查验 and the answer. Signals: found(UUID) with the certificate's id."""

    found = Signal(object)

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._ctx = ctx
        self.code = QLineEdit()
        self.code.setPlaceholderText("输入证书上的查验码")
        self.code.setAccessibleName("查验码")
        self.code.setClearButtonEnabled(True)
        self.code.setFixedWidth(theme().sizes.of(220))
        self.verb = button("查验")
        self.answer = plain_label("", "strong", wrap=True)
        self.trouble = plain_label("", "error", wrap=True)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.code)
        line.addWidget(self.verb)
        self.verb.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        for label in (self.answer, self.trouble):
            line.addWidget(label, 1)
            label.hide()
        line.addStretch(0)
        self.code.returnPressed.connect(self.verify)
        self.code.textEdited.connect(lambda _: self._say(None, ""))
        self.verb.clicked.connect(self.verify)

    def verify(self) -> None:
        """Look the code up."""
        typed, certificates = self.code.text().strip(), self._ctx.desk.certificates
        if typed:
            self._ctx.work.read(
                lambda: certificates.verify(typed),
                self._show,
                owner=self,
                key="verify",
                failed=self._refuse,
            )

    def _show(self, certificate: Certificate) -> None:
        good = not certificate.withdrawn and not certificate.ground_lost
        self._say(self.answer if good else self.trouble, verify_words(certificate))
        self.found.emit(certificate.id)

    def _refuse(self, error: JzError) -> bool:
        self._say(self.trouble, str(error))
        return True

    def _say(self, where: QLabel | None, words: str) -> None:
        for label in (self.answer, self.trouble):
            label.setText(words if label is where else "")
            label.setVisible(label is where)
