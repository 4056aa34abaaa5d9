"""What a roll call does with a line or a click: marks, tells, and offers whoever is not listed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal

from jz_training.domain.attendance import PRESENT, AttendanceStatus, AttendeeRole, AttendeeRow
from jz_training.domain.roster import PersonRow
from jz_training.errors import JzError
from jz_training.labels import act_words, mark_words
from jz_training.ui import kinds
from jz_training.ui.attendance.attendance_keeper import AttendanceKeeper
from jz_training.ui.context import Context
from jz_training.ui.rollcall.entry_reading import EntryReading, read_entry
from jz_training.ui.rollcall.room_message import Tell


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody who is not on the list and may be entered as 临时参会."""

    name: str
    unit: str = ""


class RollCaller(QObject):
    """Marks 到会 through the keeper of the list, so that both windows show the same.

    Signals: told(str, Tell, str): a sentence, how it is meant and what the keys do;
    arrived(int): who was marked, or was there already.
    """

    told = Signal(str, object, str)
    arrived = Signal(int)

    def __init__(self, ctx: Context, keeper: AttendanceKeeper, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._keeper = keeper
        self._acts = 0
        self.badges: Mapping[str, int] = {}
        self.offered: Newcomer | None = None

    def read_badges(self) -> None:
        """Read the numbers of the persons on the list."""
        training_id, desk = self._keeper.training_id, self._ctx.desk
        if training_id is not None:
            self._ctx.work.read(
                lambda: desk.roll_calls.numbers(training_id),
                self._take_badges,
                owner=self,
                key="badges",
            )

    def find(self, text: str, *, scanned: bool = False) -> EntryReading:
        """Return whom a line means."""
        book, pinyin = self._keeper.book, self._keeper.pinyin
        return read_entry(text, book.expected, badges=self.badges, pinyin=pinyin, scanned=scanned)

    def mark(self, number: int) -> None:
        """Mark somebody 到会, or say that this was done already."""
        self.offered = None
        row = self._keeper.book.rows[number]
        who = f"{row.name}（{row.unit}）" if row.unit else row.name
        if row.mark.status.came and not row.mark.stand_in:
            self.told.emit(f"{row.name} 已经登记过：{mark_words(row.mark)}", Tell.AGAIN, "")
        elif self._keeper.mark({number: PRESENT}):
            self._acts += 1
            self.told.emit(who, Tell.CAME, _before(row))
        self.arrived.emit(number)

    def miss(self, text: str, reading: EntryReading) -> None:
        """Say that nobody of the list was meant, and offer to enter the person besides."""
        if reading.as_badge:
            desk = self._ctx.desk
            self._ctx.work.read(
                lambda: desk.roll_calls.holder(text),
                lambda person: self._tell_holder(text, person),
                owner=self,
                key="holder",
            )
        elif text.isascii():
            self.told.emit(f"名单上没有“{text}”", Tell.UNKNOWN, "可以输入姓名、拼音首字母或序号。")
        else:
            self._offer(Newcomer(text))

    def accept(self) -> None:
        """Enter whoever was offered as 临时参会."""
        newcomer, self.offered = self.offered, None
        if newcomer is not None:
            self._acts += 1
            self._keeper.add_other(
                name=newcomer.name,
                unit=newcomer.unit,
                role=AttendeeRole.WALK_IN,
                failed=self._refuse,
            )
            self.told.emit(f"{newcomer.name}　临时参会", Tell.CAME, "不计入应到。")

    def undo(self) -> None:
        """Take back the last act of this roll call; nothing from before it."""
        self.offered = None
        if not self._acts:
            self.told.emit("这次点名没有可以撤销的登记", Tell.PLAIN, "")
            return
        self._acts -= 1
        desk = self._ctx.desk
        self._ctx.work.change(
            desk.history.undo_last, self._tell_undone, owner=self, kinds=kinds.EVERYTHING
        )

    def _take_badges(self, badges: Mapping[str, int]) -> None:
        self.badges = badges

    def _tell_holder(self, text: str, person: PersonRow | None) -> None:
        if person is None:
            keys = "可以输入姓名，登记为临时参会。"
            self.told.emit(f"没有编号“{text}”的人员", Tell.UNKNOWN, keys)
        else:
            self._offer(Newcomer(person.name, person.unit))

    def _offer(self, newcomer: Newcomer) -> None:
        """Offer somebody once; who was entered already is said to be there."""
        others = self._keeper.book.others
        if any((row.name, row.unit) == (newcomer.name, newcomer.unit) for row in others):
            self.told.emit(f"{newcomer.name} 已经登记过：临时参会", Tell.AGAIN, "")
            return
        self.offered = newcomer
        who = f"{newcomer.name}（{newcomer.unit}）" if newcomer.unit else newcomer.name
        keys = "按回车登记为临时参会；继续输入或扫码则不登记。"
        self.told.emit(f"{who}不在名单上", Tell.UNKNOWN, keys)

    def _refuse(self, error: JzError) -> bool:
        self.told.emit(str(error), Tell.UNKNOWN, "")
        return True

    def _tell_undone(self, act: Any) -> None:
        words = "" if act is None else act_words(act.verb, act.subject, act.count)
        self.told.emit("已撤销上一步登记", Tell.PLAIN, words)


def _before(row: AttendeeRow) -> str:
    if row.mark.status is AttendanceStatus.UNRECORDED:
        return ""
    return f"原登记为{mark_words(row.mark)}，已改为到会。"
