"""Roll call (点名): the list on the wall of the meeting room, marked by line, scanner or click."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from jz_training.labels.days import clock_words
from jz_training.ui.attendance.attendance_keeper import AttendanceData, AttendanceKeeper
from jz_training.ui.context import Context
from jz_training.ui.rollcall.entry_line import EntryLine
from jz_training.ui.rollcall.roll_caller import RollCaller
from jz_training.ui.rollcall.room_head import RoomHead
from jz_training.ui.rollcall.room_message import RoomMessage, Tell
from jz_training.ui.rollcall.tile_board import TileBoard
from jz_training.ui.style.room_theme import CHOSEN, FAINT, FIELD, FOCUS, GROUND, INK, LINE
from jz_training.ui.style.text import button

_KEYS = "回车登记到会 · Ctrl+Z 撤销 · 退出按 Esc"


class RollCallWindow(QWidget):
    """A window of its own over the whole screen; closing it leads back to the tab 考勤.

    Signals: closed().
    """

    closed = Signal()

    def __init__(self, ctx: Context, keeper: AttendanceKeeper, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._ctx = ctx
        self._keeper = keeper
        self._step = 0
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("点名")
        self.setObjectName("rollcall")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.head = RoomHead()
        self.board = TileBoard()
        self.message = RoomMessage()
        self.line = EntryLine()
        self.caller = RollCaller(ctx, keeper, self)
        self._lay_out()
        self._connect()
        self.message.say("", keys=_KEYS)
        self._show()
        self.caller.read_badges()

    def show_title(self, data: AttendanceData) -> None:
        """Show what is held, and which part of it."""
        draft, book = data.training.draft, self._keeper.book
        part = book.parts[book.place] if book.place is not None else None
        self.head.title.setText(f"{draft.title} · {part.name}" if part else draft.title)
        when = clock_words(part.start, part.end) if part else clock_words(draft.start, draft.end)
        self.head.facts.setText("　".join(word for word in (when, draft.venue) if word))

    # --- construction --------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.by_unit = self._button("按单位分组")
        self.by_unit.setCheckable(True)
        self.back, self.on = self._button("上一页"), self._button("下一页")
        self.leave = self._button("退出")
        foot = QHBoxLayout()
        foot.setSpacing(16)
        foot.addWidget(self.line, 2)
        foot.addWidget(self.message, 5)
        for one in (self.back, self.on, self.by_unit, self.leave):
            foot.addWidget(one)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(16)
        self._column.addWidget(self.head)
        self._column.addWidget(self.board, 1)
        self._column.addLayout(foot)

    def _button(self, words: str) -> QPushButton:
        made = button(words)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is scanned belongs to the line
        return made

    def _connect(self) -> None:
        self._keeper.moved.connect(self._show)
        self._keeper.loaded.connect(self._reload)
        self._ctx.work.failed.connect(self._tell_failure)
        self.caller.told.connect(self._tell)
        self.caller.arrived.connect(self.board.show_latest)
        self.board.clicked.connect(self.caller.mark)
        self.board.paged.connect(self._show_pages)
        self.line.textEdited.connect(self._read)
        self.line.entered.connect(self._enter)
        self.line.stepped.connect(self._walk)
        self.line.paged.connect(self._turn)
        self.line.undo_asked.connect(self.caller.undo)
        self.line.left.connect(self.close)
        self.by_unit.toggled.connect(self.board.group)
        self.back.clicked.connect(lambda: self._turn(-1))
        self.on.clicked.connect(lambda: self._turn(1))
        self.leave.clicked.connect(self.close)

    # --- showing -------------------------------------------------------------------------------

    def _show(self) -> None:
        self.board.show_rows(self._keeper.book.expected)
        self.head.show_tally(self._keeper.book.tally())

    def _reload(self, data: AttendanceData) -> None:
        self.show_title(data)
        self._show()

    def _tell(self, words: str, tell: Tell, keys: str) -> None:
        self.message.say(words, tell=tell, keys=keys or _KEYS)

    def _tell_failure(self, sentence: str, _: str) -> None:
        self.message.say(sentence, tell=Tell.UNKNOWN, keys=_KEYS)

    def _show_pages(self) -> None:
        several = self.board.pages > 1
        for one in (self.back, self.on):
            one.setVisible(several)
        self.back.setEnabled(self.board.page > 0)
        self.on.setEnabled(self.board.page < self.board.pages - 1)
        self.on.setText(f"下一页（{self.board.page + 1}/{self.board.pages}）")

    def _turn(self, pages: int) -> None:
        self.board.turn_to(self.board.page + pages)

    # --- typing and scanning -------------------------------------------------------------------

    def _read(self, text: str) -> None:
        """Frame whoever is meant so far; typing lets go of somebody who was offered."""
        self.caller.offered = None
        self._step = 0
        found = self.caller.find(text).found if text.strip() else ()
        self._point(found)

    def _point(self, found: tuple[int, ...]) -> None:
        self.board.point_at(found[self._step :][:1])
        if found:
            row = self._keeper.book.rows[found[self._step]]
            more = f"（{self._step + 1}/{len(found)}，按 ↓ 换下一位）" if len(found) > 1 else ""
            self.message.say(f"{row.name}？", keys=f"回车登记 {row.number} 号 {row.unit}{more}")

    def _walk(self, steps: int) -> None:
        found = self.caller.find(self.line.text()).found if self.line.text().strip() else ()
        if found:
            self._step = (self._step + steps) % len(found)
            self._point(found)

    def _enter(self, text: str, scanned: bool) -> None:
        step, self._step = self._step, 0
        self.board.point_at(())
        if not text:
            self.caller.accept()
            return
        reading = self.caller.find(text, scanned=scanned)
        if reading.found:
            self.caller.mark(reading.found[min(step, len(reading.found) - 1)])
        else:
            self.caller.miss(text, reading)

    # --- the window ----------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        scale = min(self.width() / 1920, self.height() / 1080)
        self._column.setContentsMargins(*[round(max(16, 36 * scale))] * 4)
        self.head.fit(scale)
        self.message.fit(scale)
        text = max(14, round(28 * scale))
        self.setStyleSheet(_style(text, max(12, round(18 * scale))))

    def closeEvent(self, event: QCloseEvent) -> None:
        self._ctx.work.failed.disconnect(self._tell_failure)
        super().closeEvent(event)
        self.closed.emit()


def _style(line: int, words: int) -> str:
    return f"""
    QWidget#rollcall {{ background: {GROUND}; }}
    #rollcall QLineEdit {{ background: {FIELD}; color: {INK}; border: 2px solid {LINE};
        border-radius: 8px; padding: 6px 12px; font-size: {line}px; }}
    #rollcall QLineEdit:focus {{ border-color: {FOCUS}; }}
    #rollcall QPushButton {{ background: transparent; color: {INK}; border: 1px solid {LINE};
        border-radius: 8px; padding: 8px 14px; font-size: {words}px; }}
    #rollcall QPushButton:checked {{ background: {CHOSEN}; border-color: {FOCUS}; }}
    #rollcall QPushButton:hover {{ border-color: {FAINT}; }}
    #rollcall QPushButton:disabled {{ color: {FAINT}; }}
    """
