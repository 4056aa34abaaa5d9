"""What a closed training says above its list and its fields: that it must be reopened first."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout

from jz_training.labels import reported_words
from jz_training.ui.style.text import dress, plain_label
from jz_training.ui.trainings.training_head import TrainingHead

#: The tabs on which something could be corrected.
CORRECTED = frozenset({"info", "list", "rooms", "attendance"})


class ClosedStrip(QFrame):
    """Shown on a closed training; the one button that reopens it is among the page's actions."""

    def __init__(self) -> None:
        super().__init__()
        self.words = plain_label("", "secondary", wrap=True)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 12, 16, 12)
        line.addWidget(self.words, 1)
        self.hide()

    def show_head(self, head: TrainingHead | None, *, tab: str, writes: bool) -> None:
        """Show it for a closed training on a tab where something could be corrected."""
        closed = head is not None and head.gate.is_closed and head.has_list
        self.setVisible(closed and tab in CORRECTED)
        if head is not None:
            dress(self, "notice" if head.gate.reported_on else "card")
            state = "这个场次已经关闭，名单和考勤不再改动。"
            way = "需要更正时，请点右上角“重新打开”并写明原因。" if writes else ""
            self.words.setText(state + way + reported_words(head.gate, now=head.now))
