"""The timeline beside the tasks: months on top, a bar in each task's row, a line for today."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF, QWheelEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QTableView, QWidget

from jz_training.domain.task import TaskList, TaskRow
from jz_training.domain.timeline import Stretch, Timeline, days_of, timeline_of
from jz_training.ui.plans.task_words import TASK_TONES
from jz_training.ui.style.fonts import ui_font
from jz_training.ui.style.look import the_look, theme
from jz_training.ui.style.theme import Tone

_SIDE = 12
_BAR = 14


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
        self._line: Timeline | None = None
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
        self._line = timeline_of((row.draft for row in tasks.rows), today=tasks.as_of)
        self.setAccessibleDescription(f"共 {len(tasks.rows)} 项任务的时间表")
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().sizes.of(200), theme().sizes.of(120))

    # --- painting ------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        line = self._line
        if line is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_months(painter, line)
        painter.setClipRect(QRectF(0, self._head, self.width(), self.height() - self._head))
        for at, task in enumerate(self._tasks):
            self._paint_row(painter, line, at, task)
        self._paint_today(painter, line)

    def _paint_months(self, painter: QPainter, line: Timeline) -> None:
        roles, head = theme().roles, self._head
        painter.setFont(ui_font(theme().sizes.small))
        months = line.months()
        room = self._width / len(months)
        step = next((n for n in (1, 2, 3, 6, 12) if n * room >= theme().sizes.of(40)), 12)
        for number, month in enumerate(months):
            x = self._x(line.at(month))
            painter.setPen(QColor(roles.row_line if number else roles.hairline))
            painter.drawLine(QPointF(x, head), QPointF(x, self.height()))
            if number % step == 0:
                area = QRectF(x + 4, 0, step * room, head)
                painter.setPen(QColor(roles.faint))
                painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, self._month(month, number))
        painter.setPen(QColor(roles.hairline))
        painter.drawLine(QPointF(0, head - 0.5), QPointF(self.width(), head - 0.5))

    def _month(self, month: date, number: int) -> str:
        """Return 11月, with the year where it begins or is another one."""
        new_year = month.month == 1 or (number == 0 and month.year != self._today.year)
        return f"{month.year}年{month.month}月" if new_year else f"{month.month}月"

    def _paint_row(self, painter: QPainter, line: Timeline, at: int, task: TaskRow) -> None:
        area, roles = self._row(at), theme().roles
        if area.bottom() < self._head or area.top() > self.height():
            return
        if self._view.selectionModel().isRowSelected(at, self._view.rootIndex()):
            painter.fillRect(area, QColor(roles.accent_tint))
        painter.fillRect(QRectF(0, area.bottom() - 1, self.width(), 1), QColor(roles.row_line))
        days = days_of(task.draft)
        if days is None:
            painter.setFont(ui_font(theme().sizes.small))
            painter.setPen(QColor(roles.faint))
            painter.drawText(
                area.adjusted(_SIDE, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, "时间未定"
            )
            return
        ink, tint = roles.tone(_tone(task, self._today))
        stretch = line.stretch(*days)
        if task.draft.start is None or task.draft.due is None:
            self._paint_mark(painter, area, stretch, ink)
        else:
            self._paint_bar(painter, area, stretch, task.draft.progress, ink, tint)

    def _paint_bar(
        self, painter: QPainter, area: QRectF, stretch: Stretch, progress: int, ink: str, tint: str
    ) -> None:
        """Paint the whole time with an outline, and as much of it as is done filled."""
        height = theme().sizes.of(_BAR)
        left, right = self._x(stretch.begin), self._x(stretch.end)
        bar = QRectF(left, area.center().y() - height / 2, max(4.0, right - left), height)
        painter.setPen(QPen(QColor(ink), 1))
        painter.setBrush(QColor(tint))
        painter.drawRoundedRect(bar.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        if progress:
            done = QRectF(bar.x(), bar.y(), bar.width() * progress / 100, bar.height())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ink))
            painter.drawRoundedRect(done, 3, 3)

    def _paint_mark(self, painter: QPainter, area: QRectF, stretch: Stretch, ink: str) -> None:
        """Paint a diamond where only one day is known."""
        x = self._x((stretch.begin + stretch.end) / 2)
        y, half = area.center().y(), theme().sizes.of(_BAR) / 2
        corners = [QPointF(x, y - half), QPointF(x + half, y), QPointF(x, y + half),
                   QPointF(x - half, y)]  # fmt: skip
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ink))
        painter.drawPolygon(QPolygonF(corners))

    def _paint_today(self, painter: QPainter, line: Timeline) -> None:
        stretch = line.stretch(self._today, self._today)
        x = self._x((stretch.begin + stretch.end) / 2)
        roles = theme().roles
        painter.setClipping(False)
        painter.setPen(QPen(QColor(roles.accent), 1.5))
        painter.drawLine(QPointF(x, self._head), QPointF(x, self.height()))
        painter.setFont(ui_font(theme().sizes.of(11)))
        wide = painter.fontMetrics().horizontalAdvance("今天") + 8
        place = QRectF(min(max(0.0, x - wide / 2), self.width() - wide), self._head - 2, wide,
                       theme().sizes.of(16))  # fmt: skip
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

    def bar_at(self, at: int) -> QPoint:
        """Return the middle of a task's bar, for whoever points at it."""
        days = days_of(self._tasks[at].draft)
        if self._line is None or days is None:
            return self._row(at).center().toPoint()
        stretch = self._line.stretch(*days)
        x = self._x((stretch.begin + stretch.end) / 2)
        return QPointF(x, self._row(at).center().y()).toPoint()


def _tone(task: TaskRow, today: date) -> Tone:
    tone = TASK_TONES[task.state(today)]
    return Tone.GREY if tone is Tone.DASHED else tone
