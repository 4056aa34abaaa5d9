"""The left rail: the program's mark and one entry per page, with counts; icons only when narrow."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from jz_training import PROGRAM
from jz_training.ui.page import PageSpec
from jz_training.ui.style.fonts import ui_font
from jz_training.ui.style.icons import draw_icon
from jz_training.ui.style.look import the_look, theme
from jz_training.ui.style.text import plain_label, plain_tip

#: The mark's character: 工 of 工会.
_MARK = "工"


class Rail(QWidget):
    """The entries of the pages.

    Signals: chosen(str): the key of the entry.
    """

    chosen = Signal(str)

    def __init__(self, specs: Sequence[PageSpec]) -> None:
        super().__init__()
        self.setProperty("kind", "rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._entries: dict[str, RailEntry] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 20, 8, 16)
        column.setSpacing(2)
        self._mark_line = self._make_mark()
        column.addLayout(self._mark_line)
        column.addSpacing(16)
        for number, spec in enumerate(specs, start=1):
            column.addWidget(self._make_entry(spec, number))
        column.addStretch(1)
        self._narrow = False
        self.set_narrow(False)
        look = the_look()
        if look is not None:
            look.changed.connect(lambda: self.set_narrow(self._narrow))

    def choose(self, key: str) -> None:
        """Mark an entry as the one being shown."""
        for name, entry in self._entries.items():
            entry.setChecked(name == key)

    def set_count(self, key: str, count: int) -> None:
        """Show how many things wait behind an entry; 0 shows nothing."""
        if key in self._entries:
            self._entries[key].set_count(count)

    def set_narrow(self, narrow: bool) -> None:
        """Show icons only, or icons with words."""
        self._narrow = narrow
        sizes = theme().sizes
        self.setFixedWidth(sizes.narrow_rail if narrow else sizes.rail)
        self._mark.setFixedSize(min(sizes.of(26), 40), min(sizes.of(26), 40))
        self._program.setVisible(not narrow)
        self._mark_line.setContentsMargins(0 if sizes.of(26) > 34 else 7, 0, 0, 0)
        for entry in self._entries.values():
            entry.set_narrow(narrow)

    def entry(self, key: str) -> RailEntry:
        """Return the entry of a page."""
        return self._entries[key]

    def _make_mark(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        mark = plain_label(_MARK, "mark")
        self._mark = mark
        mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._program = plain_label(PROGRAM.removeprefix("工会"), "program")
        line.addWidget(mark)
        line.addWidget(self._program)
        line.addStretch(1)
        return line

    def _make_entry(self, spec: PageSpec, number: int) -> RailEntry:
        entry = RailEntry(spec.title, spec.icon)
        entry.setShortcut(f"Ctrl+{number}")
        plain_tip(entry, f"{spec.title}（Ctrl+{number}）")
        entry.clicked.connect(lambda: self.chosen.emit(spec.key))
        self._entries[spec.key] = entry
        return entry


class RailEntry(QAbstractButton):
    """One entry: icon, word, count."""

    def __init__(self, title: str, icon: str) -> None:
        super().__init__()
        self._icon, self._count, self._narrow = icon, 0, False
        self._title = title
        self.setAccessibleName(title)
        self.setCheckable(True)
        self.setAutoExclusive(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def count(self) -> int:
        """Return the count shown."""
        return self._count

    def set_count(self, count: int) -> None:
        """Show another count."""
        self._count = count
        self.setAccessibleDescription(f"{count} 项待处理" if count else "")
        self.update()

    def set_narrow(self, narrow: bool) -> None:
        """Show the icon only."""
        self._narrow = narrow
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(40, theme().sizes.of(36))

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def nextCheckState(self) -> None:
        """Keep the mark where it is: the window moves it once the page is there."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        chosen = self.isChecked()
        role = "accent" if chosen else "secondary"
        side = theme().sizes.of(16)
        left = (self.width() - side) / 2 if self._narrow else 13
        draw_icon(painter, self._icon, QRectF(left, (self.height() - side) / 2, side, side),
                  role=role)  # fmt: skip
        if not self._narrow:
            self._paint_word(painter, int(left) + side + 11, role)
        if self._count:
            self._paint_count(painter)

    def _paint_ground(self, painter: QPainter) -> None:
        roles = theme().roles
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QColor(roles.accent) if self.hasFocus() else Qt.PenStyle.NoPen)
        if self.isChecked():
            painter.setBrush(QColor(roles.accent_tint))
        elif self.underMouse():
            painter.setBrush(QColor(roles.hover))
        painter.drawRoundedRect(area, 6, 6)

    def _paint_word(self, painter: QPainter, left: int, role: str) -> None:
        weight = QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Normal
        painter.setFont(ui_font(theme().sizes.text, weight=weight))
        painter.setPen(QColor(getattr(theme().roles, role)))
        area = QRect(left, 0, self.width() - left, self.height())
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), self._title)

    def _paint_count(self, painter: QPainter) -> None:
        roles, sizes = theme().roles, theme().sizes
        words = str(self._count) if self._count < 100 else "99+"
        font = ui_font(sizes.of(11))
        painter.setFont(font)
        height = sizes.of(18)
        width = max(height, painter.fontMetrics().horizontalAdvance(words) + 8)
        at = QPointF(self.width() - width - 12, (self.height() - height) / 2)
        if self._narrow:
            at = QPointF(self.width() - width, 0)
        area = QRectF(at.x(), at.y(), width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(roles.brand))
        painter.drawRoundedRect(area, height / 2, height / 2)
        painter.setPen(QColor(roles.on_brand))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), words)
