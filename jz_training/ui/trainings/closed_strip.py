"""What a closed training says above its list and its fields, with the way to correct it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from jz_training.labels import reported_words
from jz_training.ui.style.text import button, dress, plain_label
from jz_training.ui.trainings.training_head import TrainingHead

#: The tabs on which something could be corrected.
CORRECTED = frozenset({"info", "list", "rooms", "attendance"})


class ClosedStrip(QFrame):
    """Shown on a closed training.

    Signals: reopen_wanted().
    """

    reopen_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = plain_label("", "secondary", wrap=True)
        self.reopen = button("重新打开并写明原因…")
        self.reopen.clicked.connect(self.reopen_wanted)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 8, 8, 8)
        line.setSpacing(12)
        line.addWidget(self.words, 1)
        line.addWidget(self.reopen)
        self.hide()

    def show_head(self, head: TrainingHead | None, *, tab: str, writes: bool) -> None:
        """Show it for a closed training on a tab where something could be corrected."""
        closed = head is not None and head.gate.is_closed and head.has_list
        self.setVisible(closed and tab in CORRECTED)
        self.reopen.setVisible(writes)
        if head is not None:
            dress(self, "notice" if head.gate.reported_on else "card")
            more = reported_words(head.gate, now=head.now)
            plain = "这个场次已经关闭，名单和考勤不再改动。需要更正时请重新打开并写明原因。"
            self.words.setText(more.replace("更正以后", "重新打开更正以后") if more else plain)
