"""Draws the rows of the attendance board as they stand on the paper: number, name, unit, mark."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from jz_training.domain.attendance import AttendeeRole, AttendeeRow, Mark
from jz_training.domain.parts import TrainingPart
from jz_training.domain.person_name import spaced_name
from jz_training.ui.style.fonts import ui_font
from jz_training.ui.style.look import theme
from jz_training.ui.style.theme import Tone
from jz_training.ui.trainings.training_words import mark_badge, part_badges, row_badge
from jz_training.ui.widgets.badge import badge_size, paint_badge

_SIDE = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class RowState:
    """How a row is shown besides its content; `to_be` is the mark it is about to get."""

    current: bool = False
    focused: bool = False
    hovered: bool = False
    found: bool = False
    to_be: Mark | None = None


class BoardPainter:
    """Keeps the type and the widths of the columns; made anew when the look changes."""

    def __init__(self) -> None:
        look = theme()
        self._roles, sizes = look.roles, look.sizes
        self._text = ui_font(sizes.of(13))
        self._small = ui_font(sizes.small)
        self._number = sizes.of(40)
        self._name = self._least_name = sizes.of(88)
        self._mark = sizes.of(168)
        self._most_name = sizes.of(168)
        self._widest_unit = sizes.of(260)
        self._post = sizes.of(160)
        self.parts: Sequence[TrainingPart] = ()

    def fit_names(self, names: Iterable[str]) -> None:
        """Make the column of names as wide as the longest one wants, within reason."""
        metrics = QFontMetrics(self._text)
        widest = max((metrics.horizontalAdvance(spaced_name(name)) for name in names), default=0)
        self._name = max(self._least_name, min(self._most_name, widest + 2 * _SIDE + 4))

    def header(self, painter: QPainter, area: QRect) -> None:
        """Draw the words over one column of rows."""
        painter.setFont(self._small)
        painter.setPen(QColor(self._roles.faint))
        cells = self._cells(area)
        words = ("序号", "姓名", "单位", "职务", "考勤")
        for cell, word in zip(cells, words, strict=True):
            if cell.width() > 0:
                side = Qt.AlignmentFlag.AlignRight if word == "序号" else Qt.AlignmentFlag.AlignLeft
                _draw(painter, cell, word, side)
        painter.setPen(QColor(self._roles.hairline))
        painter.drawLine(area.bottomLeft(), area.bottomRight())

    def heading(self, painter: QPainter, area: QRect, text: str) -> None:
        """Draw a line of words between rows: a new page, people not on the list."""
        painter.setFont(self._small)
        painter.setPen(QColor(self._roles.faint))
        _draw(painter, area.adjusted(_SIDE, 6, 0, 0), text)

    def row(self, painter: QPainter, area: QRect, row: AttendeeRow, state: RowState) -> None:
        """Draw one row."""
        self._ground(painter, area, state)
        number, name, unit, post, mark = self._cells(area)
        expected = row.role is AttendeeRole.EXPECTED
        painter.setFont(self._text)
        painter.setPen(QColor(self._roles.faint))
        _draw(painter, number, str(row.number) if expected else "＋", Qt.AlignmentFlag.AlignRight)
        painter.setPen(QColor(self._roles.ink))
        _draw(painter, name, spaced_name(row.name))
        painter.setFont(self._small)
        painter.setPen(QColor(self._roles.secondary))
        _draw(painter, unit, row.unit)
        if post.width() > 0:
            _draw(painter, post, row.post)
        self._marks(painter, mark, row, state)

    def mark_left(self, area: QRect) -> int:
        """Return where the mark of a row begins."""
        return self._cells(area)[4].x()

    def _cells(self, area: QRect) -> tuple[QRect, QRect, QRect, QRect, QRect]:
        """Return number, name, unit, post (of no width where there is no room) and mark."""
        x, y, height = area.x(), area.y(), area.height()
        number = QRect(x, y, self._number - _SIDE, height)
        name = QRect(x + self._number + _SIDE, y, self._name - _SIDE, height)
        left = area.width() - self._number - self._name - self._mark
        unit_width = min(left, self._widest_unit)
        post_width = self._post if left - unit_width >= self._post else 0
        unit_x = x + self._number + self._name
        unit = QRect(unit_x, y, unit_width - _SIDE, height)
        post = QRect(unit_x + unit_width, y, max(0, post_width - _SIDE), height)
        mark_x = unit_x + unit_width + post_width
        return number, name, unit, post, QRect(mark_x, y, area.right() - mark_x, height)

    def _ground(self, painter: QPainter, area: QRect, state: RowState) -> None:
        roles = self._roles
        if state.current or state.found or state.to_be is not None:
            painter.fillRect(area, QColor(roles.accent_tint))
        elif state.hovered:
            painter.fillRect(area, QColor(roles.hover))
        painter.setPen(QColor(roles.row_line))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        if state.current and state.focused:
            painter.setPen(QPen(QColor(roles.accent), 1))
            painter.drawRect(area.adjusted(0, 0, -1, -1))

    def _marks(self, painter: QPainter, area: QRect, row: AttendeeRow, state: RowState) -> None:
        painter.save()
        painter.setClipRect(area)
        x = self._badges(painter, area, row, alone=state.to_be is not None)
        if state.to_be is not None and state.to_be != row.mark:
            painter.setPen(QColor(self._roles.faint))
            painter.setFont(self._small)
            arrow = QRect(x + 4, area.y(), 16, area.height())
            painter.drawText(arrow, Qt.AlignmentFlag.AlignCenter, "→")
            self._badge(painter, area, x + 24, mark_badge(state.to_be))
        painter.restore()

    def _badges(self, painter: QPainter, area: QRect, row: AttendeeRow, *, alone: bool) -> int:
        """Draw the mark of a row, or the marks of its parts, and return where they end."""
        differing = () if alone else part_badges(row, self.parts)
        x = area.x()
        for badge in differing or (row_badge(row),):
            x = self._badge(painter, area, x, badge) + 4
        return x - 4

    def _badge(self, painter: QPainter, area: QRect, x: int, badge: tuple[str, Tone]) -> int:
        """Draw a badge at x and return where it ends."""
        word, tone = badge
        size = badge_size(word)
        top = area.y() + (area.height() - size.height()) / 2
        paint_badge(painter, QPointF(x, top), word, tone)
        return x + size.width()


def _draw(
    painter: QPainter,
    area: QRect,
    text: str,
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    metrics = painter.fontMetrics()
    if metrics.horizontalAdvance(text) > area.width():
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    painter.drawText(area, int(flags), text)
