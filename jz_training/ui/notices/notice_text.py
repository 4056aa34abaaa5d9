"""The text of a notice as a page of print: tinted phrases to click, words to select."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QToolTip

from jz_training.domain.notice import NoticeView
from jz_training.ui.notices.text_marks import (
    Mark,
    Places,
    line_boxes,
    marks_at,
    paint_frame,
    paint_mark,
)
from jz_training.ui.notices.text_setting import set_notice
from jz_training.ui.style.look import the_look
from jz_training.ui.style.text import literal_tip


class NoticeText(QTextEdit):
    """Shows a notice's own words; nothing can be typed into it.

    Signals: mark_clicked(key) for the mark under a click or, by Enter, under the cursor;
    menu_wanted(QPoint) in screen coordinates; words_selected(bool) when there are words or none.
    """

    mark_clicked = Signal(object)
    menu_wanted = Signal(QPoint)
    words_selected = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._notice: NoticeView | None = None
        self._places = Places("")
        self._marks: tuple[Mark, ...] = ()
        self._current: Hashable = None
        self._make()
        self.selectionChanged.connect(
            lambda: self.words_selected.emit(self.textCursor().hasSelection())
        )
        look = the_look()
        if look is not None:
            look.changed.connect(self._renew)

    # --- what is shown -------------------------------------------------------------------------

    def show_notice(self, notice: NoticeView) -> None:
        """Show a notice; the same one keeps its place on the page."""
        before, self._notice = self._notice, notice
        if before is not None and _same_page(before, notice):
            return
        self._places = Places(notice.text)
        self._current = None
        self._renew()

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Show other marks on the same text."""
        self._marks = tuple(marks)
        self.viewport().update()

    def choose(self, key: Hashable, *, scroll: bool = True) -> None:
        """Frame the words of a mark and bring them into sight."""
        self._current = key
        mark = next((mark for mark in self._marks if mark.key == key), None)
        if mark is not None and scroll:
            self._bring_into_sight(mark)
        self.viewport().update()

    @property
    def current(self) -> Hashable:
        """Return the key of the mark that is framed."""
        return self._current

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Return the marks shown."""
        return self._marks

    # --- places --------------------------------------------------------------------------------

    def selected_span(self) -> tuple[int, int] | None:
        """Return the places of the words selected, without blanks at their ends."""
        cursor = self.textCursor()
        if self._notice is None or not cursor.hasSelection():
            return None
        start = self._places.from_qt(cursor.selectionStart())
        words = self._notice.text[start : self._places.from_qt(cursor.selectionEnd())]
        start += len(words) - len(words.lstrip())
        words = words.strip()
        return (start, start + len(words)) if words else None

    def select_span(self, start: int, end: int) -> None:
        """Select words by their places."""
        cursor = self.textCursor()
        cursor.setPosition(self._places.to_qt(start))
        cursor.setPosition(self._places.to_qt(end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def drop_selection(self) -> None:
        """Select nothing."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    def mark_at(self, point: QPoint) -> Mark | None:
        """Return the mark under a point of the page; a second click on the same goes deeper."""
        where = QPointF(point) + self._scrolled()
        at = self._places.from_qt(self.cursorForPosition(point).position())
        over = [
            mark
            for near in (at, at - 1)  # the cursor stands between two letters: either may be meant
            for mark in marks_at(self._marks, near)
            if any(box.adjusted(0, -4, 0, 4).contains(where) for box in self._boxes(mark))
        ]
        over = list(dict.fromkeys(over))
        keys = [mark.key for mark in over]
        if self._current in keys:
            return over[(keys.index(self._current) + 1) % len(over)]
        return over[0] if over else None

    def point_of(self, key: Hashable) -> QPoint:
        """Return a point of the page inside the words of a mark that is in sight."""
        mark = next(mark for mark in self._marks if mark.key == key)
        return (self._boxes(mark)[0].center() - self._scrolled()).toPoint()

    # --- construction --------------------------------------------------------------------------

    def _make(self) -> None:
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setProperty("kind", "print")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName("通知原文")
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.viewport().setMouseTracking(True)
        self.document().setDocumentMargin(4)

    def _renew(self) -> None:
        """Set the text anew, in the type and the sizes in force."""
        if self._notice is None:
            return
        top = self.verticalScrollBar().value()
        set_notice(self.document(), self._notice)
        self.verticalScrollBar().setValue(top)

    # --- painting ------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-self._scrolled())
        for mark in self._marks:
            paint_mark(painter, self._boxes(mark), mark.tone)
        for mark in self._marks:
            if mark.key == self._current:
                paint_frame(painter, self._boxes(mark), mark.tone)
        painter.end()
        super().paintEvent(event)

    def _boxes(self, mark: Mark) -> list[QRectF]:
        start, end = self._places.to_qt(mark.start), self._places.to_qt(mark.end)
        return list(line_boxes(self.document(), start, end))

    def _scrolled(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _bring_into_sight(self, mark: Mark) -> None:
        boxes = self._boxes(mark)
        if not boxes:
            return
        bar, height = self.verticalScrollBar(), self.viewport().height()
        top, bottom = boxes[0].top() - 24, boxes[-1].bottom() + 24
        if top < bar.value() or bottom > bar.value() + height:
            bar.setValue(round(min(top, bottom - height) if bottom < bar.value() else top))

    # --- Qt ------------------------------------------------------------------------------------

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            mark = self.mark_at(event.position().toPoint())
            if mark is not None:
                self.mark_clicked.emit(mark.key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        over = self.mark_at(event.position().toPoint()) is not None
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            over = marks_at(self._marks, self._places.from_qt(self.textCursor().position()))
            if over:
                self.mark_clicked.emit(over[0].key)
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            mark = self.mark_at(event.pos())
            words = literal_tip(mark.words) if mark is not None else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().viewportEvent(event)


def _same_page(before: NoticeView, now: NoticeView) -> bool:
    return (before.id, before.text, before.header, before.sections) == (
        now.id,
        now.text,
        now.header,
        now.sections,
    )
