"""The one search box (Ctrl+K): results appear below while typing, grouped, opened by Enter."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from jz_training.ui.shell.search_hits import Hit
from jz_training.ui.style.fonts import ui_font
from jz_training.ui.style.look import theme

#: A pause in typing, short enough not to be felt.
PAUSE_MS = 120

Deliver = Callable[[Sequence[Hit]], None]


class SearchBox(QLineEdit):
    """A line with results below.

    Signals: searched(str) when a text is to be looked up (the owner answers by `show_hits`);
    opened(Hit) when a result was chosen.
    """

    searched = Signal(str)
    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "search")
        self.setPlaceholderText("搜索人员、场次、通知（拼音首字母可用）")
        self.setAccessibleName("搜索")
        self.results = _Results(self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._search)
        self.textEdited.connect(self._wait)
        self.results.opened.connect(self._open)

    def show_hits(self, text: str, hits: Sequence[Hit]) -> None:
        """Show what was found for a text, unless another text stands there by now."""
        if text == self.text() and text.strip():
            self.results.offer(hits)

    def _wait(self) -> None:
        if self.text().strip():
            self._pause.start()
        else:
            self._pause.stop()
            self.results.hide()

    def _search(self) -> None:
        self.searched.emit(self.text())

    def _open(self, hit: Hit) -> None:
        self.results.hide()
        self.clear()
        self.opened.emit(hit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._step_back()
        elif not self.results.take_key(event):
            super().keyPressEvent(event)

    def _step_back(self) -> None:
        """Close the results, then empty the line, then leave it."""
        if self.results.isVisible():
            self.results.hide()
        elif self.text():
            self.clear()
        else:
            self.clearFocus()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.results.hide()
        super().focusOutEvent(event)


class _Results(QWidget):
    """The list below the box, painted line by line; it never takes the focus."""

    opened = Signal(object)

    def __init__(self, box: QLineEdit) -> None:
        super().__init__(box, Qt.WindowType.ToolTip | Qt.WindowType.FramelessWindowHint)
        self._box = box
        self.hits: tuple[Hit, ...] = ()
        self.marked = 0
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setMouseTracking(True)

    def offer(self, hits: Sequence[Hit]) -> None:
        """Show other results; the first is marked, so that Enter opens it."""
        self.hits, self.marked = tuple(hits), 0
        bottom = self._places()[-1][1].bottom() if hits else theme().sizes.of(44)
        self.resize(max(self._box.width(), theme().sizes.of(360)), bottom + 8)
        self.move(self._box.mapToGlobal(QPoint(0, self._box.height() + 4)))
        self._box.window().installEventFilter(self)
        self.show()
        self.update()

    def take_key(self, event: QKeyEvent) -> bool:
        """Move the mark or open what is marked; False when the key is not ours."""
        if not self.isVisible() or not self.hits:
            return False
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if steps is not None:
            self.marked = (self.marked + steps) % len(self.hits)
            self.update()
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.hits[self.marked])
            return True
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        roles = theme().roles
        painter.setPen(QColor(roles.outline))
        painter.setBrush(QColor(roles.paper))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        if not self.hits:
            self._write(painter, self.rect().adjusted(16, 0, -16, 0), "没有找到。", "secondary", 13)
        for at, (group, place) in enumerate(self._places()):
            if group:
                above = place.translated(0, -self._group_height())
                above.setHeight(self._group_height())
                self._write(painter, above.adjusted(12, 6, 0, 0), group, "faint", 12)
            self._paint_hit(painter, place, self.hits[at], marked=at == self.marked)

    def _paint_hit(self, painter: QPainter, place: QRect, hit: Hit, *, marked: bool) -> None:
        if marked:
            painter.fillRect(place.adjusted(4, 0, -4, 0), QColor(theme().roles.accent_tint))
        inner = place.adjusted(16, 0, -16, 0)
        drawn = self._write(painter, inner, hit.text, "ink", 14)
        rest = inner.adjusted(min(drawn, inner.width()) + 16, 0, 0, 0)
        self._write(painter, rest, hit.note, "faint", 12)

    def _write(self, painter: QPainter, area: QRect, text: str, role: str, size: int) -> int:
        painter.setFont(ui_font(theme().sizes.of(size)))
        painter.setPen(QColor(getattr(theme().roles, role)))
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), shown)
        return metrics.horizontalAdvance(shown)

    def _group_height(self) -> int:
        return theme().sizes.of(28)

    def _places(self) -> list[tuple[str, QRect]]:
        """Return for each result its heading, if a group begins, and where it stands."""
        places: list[tuple[str, QRect]] = []
        y, last = 4, ""
        for hit in self.hits:
            heading = hit.group if hit.group != last else ""
            y += self._group_height() if heading else 0
            places.append((heading, QRect(0, y, self.width(), theme().sizes.row)))
            y, last = y + theme().sizes.row, hit.group
        return places

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self._at(event)
        if at is not None:
            self.marked = at
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self._at(event)
        if at is not None:
            self.opened.emit(self.hits[at])

    def _at(self, event: QMouseEvent) -> int | None:
        where = event.position().toPoint()
        hit = (at for at, (_, place) in enumerate(self._places()) if place.contains(where))
        return next(hit, None)

    def sizeHint(self) -> QSize:
        return QSize(360, 200)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.WindowDeactivate):
            self.hide()
        return False
