"""The timeline beside the tasks: months on top, a bar in each task's row, a line for today.

Where a day stands is told by the same `Months` that paper is drawn by.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF, QWheelEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QTableView, QWidget

from jz_training.documents.drawing.months import Months
from jz_training.domain.task import TaskDraft, TaskList, TaskRow
from jz_training.ui.plans.task_words import TASK_TONES
from jz_training.ui.style.fonts import ui_font
from jz_training.ui.style.look import the_look, theme
from jz_training.ui.style.theme import Tone

_SIDE = 12
_BAR = 14

#: The screen's letters are larger than those of paper: months need so much more room.
_ROOMY = 1.8


class TimelineView(QWidget):
    """Draws the tasks of a table at the height of its rows and scrolls with it.

    It says nothing that the table does not say in words, so it takes no focus.

    Signals: chosen(int): the place of the task whose row was clicked.
    """

    chosen = Signal(int)

    def __init__(self, view: QTableView) -> None:
        super().__init__()
        self._view = view
        self._tasks: tuple[TaskRow, ...] = ()
        self._months: Months | None = None
        self._today = date.min
        self.setAccessibleName("时间表")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        view.verticalScrollBar().valueChanged.connect(lambda _: self.update())
        view.selectionModel().selectionChanged.connect(lambda *_: self.update())
        look = the_look()
        if look is not None:
            look.changed.connect(self.update)

    def show_tasks(self, tasks: TaskList) -> None:
        """Show the tasks of the table, in its order."""
        self._tasks, self._today = tasks.rows, tasks.as_of
        days = [day for row in tasks.rows for day in (row.draft.start, row.draft.due) if day]
        self._months = Months.of(days, today=tasks.as_of)
        self.setAccessibleDescription(f"共 {len(tasks.rows)} 项任务的时间表")
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().sizes.of(200), theme().sizes.of(120))

    # --- painting ------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        months = self._months
        if months is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_months(painter, months)
        painter.setClipRect(QRectF(0, self._head, self.width(), self.height() - self._head))
        for at, task in enumerate(self._tasks):
            self._paint_row(painter, at, task)
        if months.shows(self._today):
            self._paint_today(painter)

    def _paint_months(self, painter: QPainter, months: Months) -> None:
        roles, head = theme().roles, self._head
        painter.setFont(ui_font(theme().sizes.small))
        lines = months.lines(self._width / theme().sizes.text_scale / _ROOMY)
        for number, (share, name) in enumerate(lines):
            x = self._x(share)
            painter.setPen(QColor(roles.row_line if number else roles.hairline))
            painter.drawLine(QPointF(x, head), QPointF(x, self.height()))
            area = QRectF(x + 4, 0, self.width() - x, head)
            if painter.fontMetrics().horizontalAdvance(name) <= area.width():
                painter.setPen(QColor(roles.faint))
                painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, name)
        painter.setPen(QColor(roles.hairline))
        painter.drawLine(QPointF(0, head - 0.5), QPointF(self.width(), head - 0.5))

    def _paint_row(self, painter: QPainter, at: int, task: TaskRow) -> None:
        area, roles = self._row(at), theme().roles
        if area.bottom() < self._head or area.top() > self.height():
            return
        if self._view.selectionModel().isRowSelected(at, self._view.rootIndex()):
            painter.fillRect(area, QColor(roles.accent_tint))
        painter.fillRect(QRectF(0, area.bottom() - 1, self.width(), 1), QColor(roles.row_line))
        ink, tint = roles.tone(_tone(task, self._today))
        start, due = task.draft.start, task.draft.due
        if start is not None and due is not None:
            place = self._bar(area, min(start, due), max(start, due))
            _paint_bar(painter, place, task.draft.progress, ink=ink, tint=tint)
        elif due is not None:
            _paint_diamond(painter, QPointF(self._day(due), area.center().y()), ink)
        elif start is not None:
            _paint_flag(painter, QPointF(self._day(start), area.center().y()), ink)
        else:
            painter.setFont(ui_font(theme().sizes.small))
            painter.setPen(QColor(roles.faint))
            words = area.adjusted(_SIDE, 0, 0, 0)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, "时间未定")

    def _paint_today(self, painter: QPainter) -> None:
        x, roles = self._day(self._today), theme().roles
        painter.setClipping(False)
        painter.setPen(QPen(QColor(roles.accent), 1.5))
        painter.drawLine(QPointF(x, self._head), QPointF(x, self.height()))
        painter.setFont(ui_font(theme().sizes.of(11)))
        wide = painter.fontMetrics().horizontalAdvance("今天") + 8
        left = min(max(0.0, x - wide / 2), self.width() - wide)
        place = QRectF(left, self.height() - theme().sizes.of(18), wide, theme().sizes.of(18))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(roles.accent_fill))
        painter.drawRoundedRect(place, 3, 3)
        painter.setPen(QColor(roles.on_accent))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, "今天")

    # --- places --------------------------------------------------------------------------------

    @property
    def _head(self) -> int:
        return self._view.horizontalHeader().height()

    @property
    def _width(self) -> float:
        return max(1.0, self.width() - 2.0 * _SIDE)

    def _x(self, share: float) -> float:
        return _SIDE + share * self._width

    def _day(self, day: date) -> float:
        """Return where a day begins."""
        return self._x(self._months.place(day)) if self._months is not None else 0.0

    def _bar(self, area: QRectF, first: date, last: date) -> QRectF:
        """Return the bar of days from one to another, both included."""
        one_day = self._months.one_day * self._width if self._months is not None else 0.0
        left, right = self._day(first), self._day(last) + one_day
        height = theme().sizes.of(_BAR)
        return QRectF(left, area.center().y() - height / 2, max(4.0, right - left), height)

    def _row(self, at: int) -> QRectF:
        top = self._head + self._view.rowViewportPosition(at)
        return QRectF(0, top, self.width(), self._view.rowHeight(at))

    # --- the mouse -----------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        y = event.position().toPoint().y() - self._head
        at = self._view.rowAt(y) if y >= 0 else -1
        if at >= 0:
            self.chosen.emit(at)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the table: both move together."""
        QApplication.sendEvent(self._view.viewport(), event)

    def middle_of(self, at: int) -> QPoint:
        """Return the middle of what is drawn for a task, for whoever points at it."""
        area, draft = self._row(at), self._tasks[at].draft
        first, last = _days(draft)
        if first is None or last is None:
            return area.center().toPoint()
        return self._bar(area, first, last).center().toPoint()


def _days(draft: TaskDraft) -> tuple[date | None, date | None]:
    return draft.start or draft.due, draft.due or draft.start


def _paint_bar(painter: QPainter, place: QRectF, progress: int, *, ink: str, tint: str) -> None:
    """Paint the whole time with an outline, and as much of it as is done filled."""
    painter.setPen(QPen(QColor(ink), 1))
    painter.setBrush(QColor(tint))
    painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    if progress:
        done = QRectF(place.x(), place.y(), place.width() * progress / 100, place.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ink))
        painter.drawRoundedRect(done, 3, 3)


def _paint_diamond(painter: QPainter, at: QPointF, ink: str) -> None:
    """Paint the day a task is due by, where no beginning is known."""
    half = theme().sizes.of(_BAR) / 2
    _paint_corners(painter, at, ((0, -half), (half, 0), (0, half), (-half, 0)), ink)


def _paint_flag(painter: QPainter, at: QPointF, ink: str) -> None:
    """Paint a beginning without an end."""
    half = theme().sizes.of(_BAR) / 2
    _paint_corners(painter, at, ((0, -half), (2 * half, 0), (0, half)), ink)


def _paint_corners(
    painter: QPainter, at: QPointF, corners: tuple[tuple[float, float], ...], ink: str
) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ink))
    painter.drawPolygon(QPolygonF([at + QPointF(x, y) for x, y in corners]))


def _tone(task: TaskRow, today: date) -> Tone:
    tone = TASK_TONES[task.state(today)]
    return Tone.GREY if tone is Tone.DASHED else tone
