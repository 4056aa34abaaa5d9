"""The end of an import: what was done, and one button that undoes it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jz_training.services.imports import ImportOutcome
from jz_training.ui.style.text import button, plain_label
from jz_training.ui.style.theme import Tone
from jz_training.ui.widgets.badge import Badge
from jz_training.ui.widgets.card import Card


class ResultStep(QWidget):
    """What an import did.

    Signals: undo_asked(), people_asked(), again_asked().
    """

    undo_asked = Signal()
    people_asked = Signal()
    again_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._make_card())
        column.addStretch(1)

    def show_outcome(self, file_name: str, outcome: ImportOutcome) -> None:
        """Show what was done."""
        self.badge.show_word("已导入", Tone.GREEN)
        self.words.setText(_in_words(outcome))
        self.file.setText(f"来自“{file_name}”")
        self.undoing.setVisible(outcome.act_id is not None)
        self.undoing.setEnabled(True)
        self.say("")

    def show_undone(self) -> None:
        """Show that the import was undone."""
        self.badge.show_word("已撤销", Tone.GREY)
        self.words.setText("名册恢复到导入之前的样子。")
        self.undoing.hide()
        self.say("")

    def say(self, sentence: str) -> None:
        """Show why it could not be undone; empty takes it away."""
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))

    def _make_card(self) -> Card:
        card = Card()
        card.body.setContentsMargins(24, 24, 24, 24)
        card.body.setSpacing(12)
        self.badge = Badge()
        self.words = plain_label("", "card_title", wrap=True)
        self.file = plain_label("", "secondary", wrap=True)
        self.trouble = plain_label("", "error", wrap=True)
        for widget in (self.badge, self.words, self.file, self.trouble):
            card.add(widget)
        card.body.addSpacing(8)
        card.add(self._make_buttons())
        return card

    def _make_buttons(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        self.people = button("查看人员", "primary")
        self.undoing = button("撤销导入")
        self.again = button("再导入一份")
        self.people.clicked.connect(self.people_asked)
        self.undoing.clicked.connect(self.undo_asked)
        self.again.clicked.connect(self.again_asked)
        for made in (self.people, self.undoing, self.again):
            line.addWidget(made)
        line.addStretch(1)
        return line


def _in_words(outcome: ImportOutcome) -> str:
    counts = (("新增", outcome.added), ("更新", outcome.updated), ("未改动", outcome.skipped))
    return "，".join(f"{word} {count} 人" for word, count in counts if count) + "。"
