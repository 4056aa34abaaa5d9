"""The meeting a notice calls to, in one line above its text, with the way to a training."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from jz_training.domain.notice import Event, NoticeView
from jz_training.ui.style.text import ElidedLabel, button


class EventStrip(QFrame):
    """Shows the event of a notice; hidden when it calls to none.

    Signals: wanted() to make a training of it; opened(UUID) to open the one that was made.
    """

    wanted = Signal()
    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "notice")
        self._training_id: UUID | None = None
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 6, 8, 6)
        line.setSpacing(12)
        self.words = ElidedLabel()
        self.make = button("建为场次")
        self.make.clicked.connect(self._go)
        line.addWidget(self.words, 1)
        line.addWidget(self.make)
        self.hide()

    def show_event(self, notice: NoticeView, *, today: date, may_write: bool) -> None:
        """Show the event of a notice, and whether a training was made of it."""
        self.setVisible(notice.event is not None)
        if notice.event is None:
            return
        self._training_id = notice.event_training_id
        self.words.setText(event_words(notice.event, today=today))
        self.make.setText("查看场次" if self._training_id else "建为场次")
        self.make.setVisible(may_write or self._training_id is not None)

    def _go(self) -> None:
        if self._training_id is not None:
            self.opened.emit(self._training_id)
        else:
            self.wanted.emit()


def event_words(event: Event, *, today: date) -> str:
    """Return day, time, place and audience: 会议：3月5日 9:00 · 市工人文化宫."""
    year = "" if event.day.year == today.year else f"{event.day.year}年"
    when = f"{year}{event.day.month}月{event.day.day}日{_last_day(event)}"
    if event.start is not None:
        when += f" {event.start.hour}:{event.start.minute:02}"
        when += f"–{event.end.hour}:{event.end.minute:02}" if event.end is not None else ""
    parts = (when, event.venue, event.audience, event.content)
    words = "会议：" + " · ".join(part for part in parts if part)
    return words + year_words(event)


def year_words(event: Event) -> str:
    """Return where the year comes from when the notice left it out."""
    if event.year_given:
        return ""
    return f"（原文没有写年份，按通知日期取为{event.day.year}年）"


def _last_day(event: Event) -> str:
    if event.last_day is None or event.last_day == event.day:
        return ""
    month = "" if event.last_day.month == event.day.month else f"{event.last_day.month}月"
    return f"至{month}{event.last_day.day}日"
