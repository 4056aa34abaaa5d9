"""The lines of an agenda: what, who, how long; the hours follow from the beginning."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from jz_training.domain.agenda import AgendaItem, timed
from jz_training.ui.style.icons import set_icon
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import plain_label

#: The longest part of a training, in minutes (services.agendas.MOST_MINUTES).
_MOST = 24 * 60


class AgendaLines(QWidget):
    """An agenda being written; a last empty line waits for the next item.

    Signals: edited().
    """

    edited = Signal()

    def __init__(self, begin: datetime) -> None:
        super().__init__()
        self._begin = begin
        self.lines: list[AgendaLine] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(8)
        self._column.addLayout(_heads())
        self._column.addStretch(1)
        self.show_items(())

    def items(self) -> tuple[AgendaItem, ...]:
        """Return the lines that say something."""
        found = (line.item() for line in self.lines)
        return tuple(item for item in found if item != AgendaItem(what=""))

    def show_items(self, items: Sequence[AgendaItem]) -> None:
        """Show another agenda."""
        for line in self.lines:
            self._drop(line)
        self.lines = []
        for item in (*items, AgendaItem(what="")):
            self._append(item)
        self._show_hours()

    def unnamed(self) -> int:
        """Return the number of the first line that does not say what happens; 0 when none."""
        wrong = (at for at, item in enumerate(self.items(), start=1) if not item.what)
        return next(wrong, 0)

    def _append(self, item: AgendaItem) -> None:
        line = AgendaLine(item)
        line.edited.connect(self._follow)
        line.removed.connect(lambda: self._remove(line))
        self.lines.append(line)
        self._column.insertWidget(self._column.count() - 1, line)

    def _follow(self) -> None:
        if self.lines[-1].item() != AgendaItem(what=""):
            self._append(AgendaItem(what=""))
        self._show_hours()
        self.edited.emit()

    def _remove(self, line: AgendaLine) -> None:
        if line is not self.lines[-1]:
            self.lines.remove(line)
            self._drop(line)
            self._show_hours()
            self.edited.emit()

    def _drop(self, line: AgendaLine) -> None:
        self._column.removeWidget(line)
        line.hide()
        line.deleteLater()

    def _show_hours(self) -> None:
        told = timed(tuple(line.item() for line in self.lines), self._begin)
        for line, one in zip(self.lines, told, strict=True):
            line.hour.setText(f"{one.start:%H:%M}" if one.start else "—")
            line.gone.setEnabled(line is not self.lines[-1])


class AgendaLine(QWidget):
    """One line.

    Signals: edited(); removed().
    """

    edited = Signal()
    removed = Signal()

    def __init__(self, item: AgendaItem) -> None:
        super().__init__()
        self.hour = _hour("")
        self.what, self.who = QLineEdit(item.what), QLineEdit(item.who)
        self.minutes = QLineEdit("" if item.minutes is None else str(item.minutes))
        self.minutes.setValidator(QIntValidator(1, _MOST, self.minutes))
        self.gone = QToolButton()
        set_icon(self.gone, "x", role="faint")
        for part, word in (
            (self.what, "内容"), (self.who, "人员"), (self.minutes, "分钟"), (self.gone, "去掉这一项"),
        ):  # fmt: skip
            part.setAccessibleName(word)
        self._lay_out()
        for field in (self.what, self.who, self.minutes):
            field.textEdited.connect(lambda _: self.edited.emit())
        self.gone.clicked.connect(lambda: self.removed.emit())

    def item(self) -> AgendaItem:
        """Return what stands in the line."""
        minutes = self.minutes.text().strip()
        return AgendaItem(
            what=self.what.text().strip(),
            who=self.who.text().strip(),
            minutes=int(minutes) if minutes else None,
        )

    def _lay_out(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        self.who.setFixedWidth(theme().sizes.of(136))
        self.minutes.setFixedWidth(theme().sizes.of(64))
        line.addWidget(self.hour)
        line.addWidget(self.what, 1)
        for part in (self.who, self.minutes, self.gone):
            line.addWidget(part)


def _hour(words: str) -> QLabel:
    label = plain_label(words, "secondary")
    label.setFixedWidth(theme().sizes.of(48))
    return label


def _heads() -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(8)
    time, what, who, minutes = (
        plain_label(word, "field") for word in ("时间", "内容", "人员", "分钟")
    )
    time.setFixedWidth(theme().sizes.of(48))
    who.setFixedWidth(theme().sizes.of(136))
    minutes.setFixedWidth(theme().sizes.of(64) + theme().sizes.of(32))
    line.addWidget(time)
    line.addWidget(what, 1)
    line.addWidget(who)
    line.addWidget(minutes)
    return line
