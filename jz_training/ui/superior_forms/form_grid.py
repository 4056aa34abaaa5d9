"""A sheet of a form drawn like the file: merged ranges, fills, texts, chips for what is tied."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget

from jz_training.domain.cell_area import cell_name, column_name
from jz_training.domain.superior_form import FormCell, FormSheet
from jz_training.ui.style.fonts import ui_font
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import literal_tip
from jz_training.ui.style.theme import LIGHT

_ALIGN = {
    "center": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
}
_MOVES = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


@dataclass(frozen=True, slots=True)
class Chip:
    """What is said in a tied place; `proposed` waits to be taken, `faint` follows a list."""

    words: str
    proposed: bool = False
    faint: bool = False


class FormGrid(QAbstractScrollArea):
    """The sheet itself is as light as paper, also in the dark look.

    Signals: chosen(int, int): row and column of the cell that was clicked or walked to;
    activated() on Enter or a double click.
    """

    chosen = Signal(int, int)
    activated = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = FormSheet(name="", rows=1, columns=1, cells=())
        self._places: Mapping[tuple[int, int], FormCell] = {}
        self._chips: Mapping[tuple[int, int], Chip] = {}
        self._at = (1, 1)
        self._lefts: list[int] = [0]
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setAccessibleName("表格内容")
        self.viewport().setMouseTracking(True)

    # --- what is shown -----------------------------------------------------------------------

    def show_sheet(self, sheet: FormSheet) -> None:
        """Show another sheet from its first cell on."""
        self._sheet, self._places = sheet, sheet.by_place()
        widths = [self._width(each) for each in sheet.widths[: sheet.columns]]
        widths += [self._width(8.4)] * (sheet.columns - len(widths))
        self._lefts = [0, *accumulate(widths)]
        self._at = (1, 1)
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.setValue(0)
        self._fit()
        self.viewport().update()

    def show_chips(self, chips: Mapping[tuple[int, int], Chip]) -> None:
        """Show what is tied, by the first row and column of each cell."""
        self._chips = chips
        self.viewport().update()

    def choose(self, row: int, column: int) -> None:
        """Choose a cell and bring it into sight."""
        cell = self._places.get((row, column))
        self._at = (cell.row, cell.column) if cell is not None else (row, column)
        if self.isVisible():  # before, nobody knows how much room there is
            self._show_chosen()
        self.setAccessibleDescription(cell_name(*self._at))
        self.viewport().update()
        self.chosen.emit(*self._at)

    def place_of(self, row: int, column: int) -> QRect:
        """Return where a cell is in the viewport."""
        cell = self._places.get((row, column))
        if cell is not None:
            row, column = cell.row, cell.column
        high, across = (cell.rows, cell.columns) if cell is not None else (1, 1)
        last = min(column + across - 1, len(self._lefts) - 1)
        left, right = self._lefts[column - 1], self._lefts[last]
        top = (row - 1) * self._row_height
        return QRect(
            self._margin + left - self.horizontalScrollBar().value(),
            self._head + top - self.verticalScrollBar().value(),
            right - left,
            high * self._row_height,
        )

    # --- sizes -------------------------------------------------------------------------------

    @property
    def _row_height(self) -> int:
        return theme().sizes.of(30)

    @property
    def _head(self) -> int:
        return theme().sizes.of(24)

    @property
    def _margin(self) -> int:
        return theme().sizes.of(36)

    def _width(self, characters: float) -> int:
        wanted = round(characters * 8 + 6) if characters else 0
        return theme().sizes.of(min(wanted, 720))

    def _fit(self) -> None:
        room = self.viewport().size()
        wide = self._lefts[-1] + self._margin + 1
        high = self._sheet.rows * self._row_height + self._head + 1
        for bar, whole, shown in (
            (self.horizontalScrollBar(), wide, room.width()),
            (self.verticalScrollBar(), high, room.height()),
        ):
            bar.setRange(0, max(0, whole - shown))
            bar.setPageStep(shown)
            bar.setSingleStep(self._row_height)

    def _show_chosen(self) -> None:
        place = self.place_of(*self._at)
        room = self.viewport().rect().adjusted(self._margin, self._head, 0, 0)
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        if place.left() < room.left() or place.right() > room.right():
            across.setValue(across.value() + place.left() - room.left())
        if place.top() < room.top():
            down.setValue(down.value() + place.top() - room.top())
        elif place.bottom() > room.bottom():
            down.setValue(down.value() + place.bottom() - room.bottom())

    def sizeHint(self) -> QSize:
        return QSize(theme().sizes.of(640), theme().sizes.of(420))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()
        self._show_chosen()

    # --- drawing -----------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(theme().roles.ground))
        seen = self._seen_rows()
        area = QRect(self.place_of(1, 1).topLeft(), QSize(self._lefts[-1], 0))
        area.setHeight(self._sheet.rows * self._row_height)
        painter.fillRect(area, QColor(LIGHT.paper))
        self._paint_lines(painter, area, seen)
        drawn: set[tuple[int, int]] = set()
        for row in seen:
            for column in range(1, self._sheet.columns + 1):
                self._paint_place(painter, row, column, drawn)
        self._paint_choice(painter)
        self._paint_heads(painter, seen)

    def _seen_rows(self) -> range:
        first = self.verticalScrollBar().value() // self._row_height + 1
        count = self.viewport().height() // self._row_height + 2
        return range(first, min(self._sheet.rows, first + count) + 1)

    def _paint_lines(self, painter: QPainter, area: QRect, seen: range) -> None:
        painter.setPen(QColor(LIGHT.hairline))
        for left in self._lefts:
            painter.drawLine(area.left() + left, area.top(), area.left() + left, area.bottom())
        for row in (*seen, seen.stop):
            y = area.top() + (row - 1) * self._row_height
            painter.drawLine(area.left(), y, area.right(), y)

    def _paint_place(
        self, painter: QPainter, row: int, column: int, drawn: set[tuple[int, int]]
    ) -> None:
        cell = self._places.get((row, column))
        start = (row, column) if cell is None else (cell.row, cell.column)
        if start in drawn:
            return
        drawn.add(start)
        place = self.place_of(*start)
        if not place.intersects(self.viewport().rect()):
            return
        if cell is not None:
            self._paint_cell(painter, cell, place)
        if (chip := self._chips.get(start)) is not None:
            self._paint_chip(painter, chip, place, words="" if cell is None else cell.text)

    def _paint_cell(self, painter: QPainter, cell: FormCell, place: QRect) -> None:
        inner = place.adjusted(1, 1, 0, 0)
        painter.fillRect(inner, QColor(f"#{cell.fill}" if cell.fill else LIGHT.paper))
        if cell.framed:
            painter.setPen(QColor(LIGHT.faint))
            painter.drawRect(place)
        if cell.empty:
            return
        weight = QFont.Weight.DemiBold if cell.bold else QFont.Weight.Normal
        painter.setFont(ui_font(theme().sizes.of(13), weight=weight))
        painter.setPen(QColor(LIGHT.faint if cell.formula else _ink_on(cell.fill)))
        words = painter.fontMetrics().elidedText(
            cell.text.replace("\n", " "), Qt.TextElideMode.ElideRight, place.width() - 8
        )
        side = _ALIGN.get(cell.align, Qt.AlignmentFlag.AlignLeft)
        painter.drawText(
            place.adjusted(4, 0, -4, 0), int(side | Qt.AlignmentFlag.AlignVCenter), words
        )

    def _paint_chip(self, painter: QPainter, chip: Chip, place: QRect, *, words: str) -> None:
        """Draw a chip over an empty cell, and behind the words of one that has some."""
        if words.strip() and chip.faint:
            return
        box = QRectF(place.adjusted(3, 4, -2, -3))
        painter.setFont(ui_font(theme().sizes.small))
        if words.strip():
            box.setLeft(self._chip_left(painter, chip.words, place, words.rstrip()))
        ink = QColor(LIGHT.amber if chip.proposed else LIGHT.accent)
        ground = QColor(LIGHT.amber_tint if chip.proposed else LIGHT.accent_tint)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = Qt.PenStyle.DashLine if chip.proposed else Qt.PenStyle.SolidLine
        painter.setPen(QPen(ink, 1, Qt.PenStyle.NoPen if chip.faint else line))
        painter.setBrush(ground)
        painter.drawRoundedRect(box, 4, 4)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(ink)
        room = box.adjusted(5, 0, -5, 0)
        shown = painter.fontMetrics().elidedText(
            chip.words, Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), shown)

    def _chip_left(self, painter: QPainter, chip: str, place: QRect, words: str) -> float:
        """Return where a chip begins: behind the words, or over the end of long ones."""
        wide = painter.fontMetrics().horizontalAdvance(chip) + 16
        said = QFontMetricsF(ui_font(theme().sizes.of(13))).horizontalAdvance(words) + 12
        behind = place.left() + said
        enough = behind + wide <= place.right() and not self._places_centred(place)
        return behind if enough else max(place.left() + 3, place.right() - 2 - wide)

    def _places_centred(self, place: QRect) -> bool:
        cell = self._places.get(self._cell_under(place.left() + 2, place.top() + 2) or (0, 0))
        return cell is not None and cell.align in ("center", "right")

    def _paint_choice(self, painter: QPainter) -> None:
        painter.setPen(QPen(QColor(LIGHT.accent), 2))
        painter.drawRect(self.place_of(*self._at).adjusted(1, 1, 0, 0))

    def _paint_heads(self, painter: QPainter, seen: range) -> None:
        roles, room = theme().roles, self.viewport().rect()
        painter.fillRect(QRect(0, 0, room.width(), self._head), QColor(roles.hover))
        painter.fillRect(QRect(0, 0, self._margin, room.height()), QColor(roles.hover))
        painter.setFont(ui_font(theme().sizes.small))
        painter.setPen(QColor(roles.faint))
        centre = int(Qt.AlignmentFlag.AlignCenter)
        across = self._margin - self.horizontalScrollBar().value()
        for column in range(1, self._sheet.columns + 1):
            left, right = self._lefts[column - 1] + across, self._lefts[column] + across
            if right > self._margin:
                painter.drawText(QRect(left, 0, right - left, self._head), centre,
                                 column_name(column))  # fmt: skip
        for row in seen:
            top = self._head + (row - 1) * self._row_height - self.verticalScrollBar().value()
            if top >= self._head - self._row_height // 2:
                painter.drawText(QRect(0, top, self._margin, self._row_height), centre, str(row))
        painter.fillRect(QRect(0, 0, self._margin, self._head), QColor(roles.hover))

    # --- choosing ----------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self._cell_under(event.position().x(), event.position().y())
        if found is not None:
            self.choose(*found)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.activated.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        move = _MOVES.get(Qt.Key(event.key()))
        if move is not None:
            self._walk(*move)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.activated.emit()
        else:
            super().keyPressEvent(event)

    def _walk(self, down: int, right: int) -> None:
        row, column = self._at
        cell = self._places.get(self._at)
        row += down * (cell.rows if cell is not None and down > 0 else 1)
        column += right * (cell.columns if cell is not None and right > 0 else 1)
        if 1 <= row <= self._sheet.rows and 1 <= column <= self._sheet.columns:
            self.choose(row, column)

    def viewportEvent(self, event: object) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QHelpEvent.Type.ToolTip:
            self._show_tip(event)
            return True
        return bool(super().viewportEvent(event))  # type: ignore[arg-type]

    def _show_tip(self, event: QHelpEvent) -> None:
        found = self._cell_under(event.pos().x(), event.pos().y())
        cell = None if found is None else self._places.get(found)
        start = found if cell is None else (cell.row, cell.column)
        chip = self._chips.get(start) if start is not None else None
        words = "\n".join(filter(None, (cell.text if cell else "", chip.words if chip else "")))
        QToolTip.showText(event.globalPos(), literal_tip(words), self.viewport())

    def _cell_under(self, x: float, y: float) -> tuple[int, int] | None:
        left = x - self._margin + self.horizontalScrollBar().value()
        top = y - self._head + self.verticalScrollBar().value()
        if x < self._margin or y < self._head:
            return None
        row = int(top // self._row_height) + 1
        column = sum(edge <= left for edge in self._lefts)
        inside = row <= self._sheet.rows and 1 <= column <= self._sheet.columns
        return (row, column) if inside else None


def _ink_on(fill: str) -> str:
    """Return black or white, whichever can be read on a fill."""
    if not fill:
        return LIGHT.ink
    red, green, blue = (int(fill[at : at + 2], 16) for at in (0, 2, 4))
    return LIGHT.paper if red * 299 + green * 587 + blue * 114 < 128_000 else LIGHT.ink
