"""The names of a roll call as large tiles; a click on one marks that person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from jz_training.domain.attendance import AttendanceStatus, AttendeeRow
from jz_training.domain.person_name import spaced_name
from jz_training.labels import STATUSES
from jz_training.ui.rollcall.tile_layout import Group, TileLayout, lay_out_tiles
from jz_training.ui.style.fonts import ui_font
from jz_training.ui.style.room_theme import FAINT, GREEN, INK, STATUS_LOOKS

#: The least height of letters, as a share of the screen: readable from the back of the room.
_SMALLEST = 1 / 45
_PAD = 0.35


class TileBoard(QWidget):
    """Tiles in the order of the sheet, grouped by unit or not.

    Signals: clicked(int): a number on the sheet; paged().
    """

    clicked = Signal(int)
    paged = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rows: Mapping[int, AttendeeRow] = {}
        self._layout = TileLayout()
        self._found: frozenset[int] = frozenset()
        self._latest = 0
        self._grouped = False
        self.page = 0
        self.setMouseTracking(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName("点名名单")

    # --- what is shown -------------------------------------------------------------------------

    @property
    def pages(self) -> int:
        """Return how many pages there are."""
        return max(1, len(self._layout.pages))

    @property
    def letter(self) -> int:
        """Return the height of the letters of a name, in pixels."""
        return self._layout.letter

    def show_rows(self, rows: Sequence[AttendeeRow]) -> None:
        """Show the expected persons; only what changed is painted anew."""
        had, self._rows = self._rows, {row.number: row for row in rows}
        if had.keys() != self._rows.keys():
            self._place()
            return
        for number, row in self._rows.items():
            if had[number] is not row:
                self.update(self.area_of(number))

    def group(self, by_unit: bool) -> None:
        """Put the people of a unit together under its name, or all in the order of the sheet."""
        self._grouped = by_unit
        self._place()

    def point_at(self, found: Sequence[int]) -> None:
        """Frame whoever the typed line may mean, and turn to the first of them."""
        if frozenset(found) != self._found:
            self._found = frozenset(found)
            self.update()
        if found:
            self.turn_to(self._layout.page_of(found[0]))

    def show_latest(self, number: int) -> None:
        """Frame who was marked last, and turn to the page."""
        had, self._latest = self._latest, number
        self.turn_to(self._layout.page_of(number))
        for one in (had, number):
            self.update(self.area_of(one))

    def turn_to(self, page: int) -> None:
        """Show another page; beyond the last stands the last."""
        page = max(0, min(self.pages - 1, page))
        if page != self.page:
            self.page = page
            self.update()
        self.paged.emit()

    def area_of(self, number: int) -> QRect:
        """Return where somebody stands on the page that is shown, empty for somebody else."""
        tiles = self._layout.pages[self.page].tiles if self._layout.pages else ()
        return next((tile.area for tile in tiles if tile.number == number), QRect())

    # --- placing -------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        smallest = max(12, round(self.window().height() * _SMALLEST))
        self._layout = lay_out_tiles(
            self._groups(), width=self.width(), height=self.height(), smallest=smallest
        )
        self.turn_to(self.page)
        self.update()

    def _groups(self) -> list[Group]:
        if not self._grouped:
            return [Group("", tuple(self._rows))]
        units = dict.fromkeys(row.unit for row in self._rows.values())
        order = {unit: place for place, unit in enumerate(units)}
        rows = sorted(self._rows.values(), key=lambda row: (order[row.unit], row.number))
        return [
            Group(unit or "未填单位", tuple(row.number for row in members))
            for unit, members in groupby(rows, key=lambda row: row.unit)
        ]

    # --- drawing -------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._layout.pages:
            return
        page = self._layout.pages[self.page]
        painter.setFont(ui_font(round(self.letter * 0.75), weight=QFont.Weight.DemiBold))
        painter.setPen(QColor(FAINT))
        for title in page.titles:
            flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(title.area, int(flags), title.text)
        for tile in page.tiles:
            if tile.area.intersects(event.rect()):
                self._paint_tile(painter, tile.area, self._rows[tile.number])

    def _paint_tile(self, painter: QPainter, area: QRect, row: AttendeeRow) -> None:
        look = STATUS_LOOKS[row.mark.status]
        painter.setBrush(QColor(look.ground))
        painter.setPen(self._edge(row.number, look.edge))
        painter.drawRoundedRect(area.adjusted(1, 1, -2, -2), 8, 8)
        pad = round(_PAD * self.letter)
        small = max(11, round(self.letter * 0.44))
        inner = area.adjusted(pad, pad // 3, -pad, -pad // 3)
        painter.setPen(QColor(look.letters))
        painter.setFont(self._fitted(spaced_name(row.name), inner.width()))
        name = QRect(inner.x(), inner.y(), inner.width(), round(self.letter * 1.3))
        painter.drawText(name, int(Qt.AlignmentFlag.AlignCenter), spaced_name(row.name))
        below = QRect(inner.x(), name.bottom(), inner.width(), inner.bottom() - name.bottom())
        painter.setFont(ui_font(small))
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(below, int(left | middle), str(row.number))
        painter.drawText(below, int(right | middle), _word(row))

    def _edge(self, number: int, colour: str) -> QPen:
        if number in self._found:
            return QPen(QColor(INK), 4)
        return QPen(QColor(GREEN), 4) if number == self._latest else QPen(QColor(colour), 1.5)

    def _fitted(self, name: str, width: int) -> QFont:
        """Return the type of a name; a long one is set smaller rather than cut."""
        signs = sum(1.0 if sign > "\u2e80" else 0.55 for sign in name)
        pixels = min(self.letter, int(width / max(1.0, signs)))
        return ui_font(max(10, pixels), weight=QFont.Weight.DemiBold)

    # --- mouse ---------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self._number_at(event.position().toPoint())
        if number and event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit(number)

    def _number_at(self, at: QPoint) -> int:
        tiles = self._layout.pages[self.page].tiles if self._layout.pages else ()
        return next((tile.number for tile in tiles if tile.area.contains(at)), 0)


def _word(row: AttendeeRow) -> str:
    if row.mark.status is AttendanceStatus.UNRECORDED:
        return "未到"
    return STATUSES[row.mark.status] + ("（代）" if row.mark.stand_in else "")
