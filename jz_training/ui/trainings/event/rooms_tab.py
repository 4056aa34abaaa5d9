"""The tab 分会场: the rooms of a broadcast with their counts, and who watches where."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QMenu

from jz_training.domain.attendance import AttendeeRow
from jz_training.domain.roster import UnitRow
from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.style.icons import set_icon
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import button, plain_label
from jz_training.ui.trainings.event.rooms_reading import (
    MAIN,
    Key,
    Room,
    RoomsReading,
    read_rooms,
)
from jz_training.ui.trainings.event.viewpoint_dialog import ViewpointDialog
from jz_training.ui.trainings.training_tab import TrainingTab
from jz_training.ui.widgets.card import Card
from jz_training.ui.widgets.table import Cell, Column, Table

_KINDS = (kinds.LISTS,)


class RoomsTab(TrainingTab):
    """Rooms at the left, the lines of the chosen one at the right."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._ctx = ctx
        self._training_id: UUID | None = None
        self.reading: RoomsReading | None = None
        self._shown: Key = MAIN
        self.rooms: Table[Room] = Table("rooms", _room_columns(), tall=True, label="分会场")
        self.lines: Table[AttendeeRow] = Table("room_lines", _line_columns(), label="名单")
        self._make_acts()
        self._lay_out()
        self._connect()

    def show_training(self, training_id: UUID) -> None:
        """Show the rooms of a training."""
        if training_id != self._training_id:
            self._training_id, self._shown = training_id, MAIN
        self.refresh()

    def refresh(self) -> None:
        """Read the rooms again."""
        training_id, desk = self._training_id, self._ctx.desk
        if training_id is not None:
            self._ctx.work.read(
                lambda: read_rooms(desk, training_id), self._show, owner=self, key="rooms"
            )

    # --- construction --------------------------------------------------------------------------

    def _make_acts(self) -> None:
        self.add = button("新增分会场")
        set_icon(self.add, "plus")
        self.assign = button("按单位分配", tip="把名单里的人按单位放到各分会场")
        self.carry = button("移到…")
        self._places = QMenu(self)
        self._places.aboutToShow.connect(self._fill_places)
        self.carry.setMenu(self._places)
        self.total = plain_label("", "secondary")
        self.note = plain_label("", "small", wrap=True)

    def _lay_out(self) -> None:
        left, right = Card("分会场", note=" "), Card("主会场", note=" ")
        self._left, self._right = left, right
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self.add)
        acts.addWidget(self.assign)
        acts.addStretch(1)
        acts.addWidget(self.total)
        left.add(self.rooms, 1)
        left.add(self.note)
        left.add(acts)
        right.head.addWidget(self.carry)
        right.add(self.lines, 1)
        self.lines.set_empty("这里还没有人。选中别处的人，再点“移到”。")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme().sizes.gap)
        line.addWidget(left, 1)
        line.addWidget(right, 1)

    def _connect(self) -> None:
        self.add.clicked.connect(lambda: self._ask(None))
        self.assign.clicked.connect(self._assign)
        self.rooms.selection_changed.connect(self._choose)
        self.rooms.opened.connect(lambda _: self._edit())
        self.rooms.add_action("修改", self._edit, keys="F2")
        self.rooms.add_action("删除", self._remove, keys="Del")
        self.lines.selection_changed.connect(self._show_move)

    # --- showing -------------------------------------------------------------------------------

    def _show(self, reading: RoomsReading) -> None:
        if reading.training.id != self._training_id:
            return
        self.reading = reading
        if self._shown not in reading.lines:
            self._shown = MAIN
        self.rooms.show_rows(reading.rooms, [room.key for room in reading.rooms])
        self.rooms.select(self._shown)
        self.total.setText(f"合计 {reading.total} 人" if reading.has_list else "")
        writes = self._writes()
        watched = any(room.row and room.row.draft.units for room in reading.rooms)
        self.add.setVisible(writes)
        self.assign.setVisible(writes and reading.has_list)
        self.assign.setEnabled(watched)
        self._show_note(reading)
        self._show_lines()

    def _show_note(self, reading: RoomsReading) -> None:
        words = "" if reading.has_list else "确定名单以后，就可以把人分到各分会场。"
        self.note.setText(words)
        self.note.setVisible(bool(words))

    def _choose(self) -> None:
        room = self.rooms.current_row()
        if room is not None and room.key != self._shown:
            self._shown = room.key
            self._show_lines()

    def _show_lines(self) -> None:
        if self.reading is None:
            return
        room = self._room(self._shown)
        lines = self.reading.lines[self._shown]
        self.lines.show_rows(lines, [line.number for line in lines])
        self._right.set_title(room.name, f"{room.people} 人" if self.reading.has_list else "")
        self._show_move()

    def _show_move(self) -> None:
        several = self.reading is not None and len(self.reading.rooms) > 1
        self.carry.setVisible(self._writes() and several)
        self.carry.setEnabled(bool(self.lines.selected_ids()))

    def _room(self, key: Key) -> Room:
        assert self.reading is not None
        return next(room for room in self.reading.rooms if room.key == key)

    def _writes(self) -> bool:
        is_open = self.reading is not None and self.reading.is_open
        return is_open and not self._ctx.desk.read_only

    # --- doing ---------------------------------------------------------------------------------

    def _ask(self, room: Room | None) -> None:
        training_id, row = self._training_id, room.row if room else None
        if training_id is None or not self._writes():
            return

        def show(units: tuple[UnitRow, ...]) -> None:
            ViewpointDialog(self._ctx, self, training_id=training_id, units=units, row=row).open()

        self._ctx.work.read(self._ctx.desk.units.all, show, owner=self, key="units")

    def _edit(self) -> None:
        room = self.rooms.current_row()
        if room is not None and room.row is not None:
            self._ask(room)

    def _remove(self) -> None:
        room, viewpoints = self.rooms.current_row(), self._ctx.desk.viewpoints
        if room is not None and room.row is not None and self._writes():
            viewpoint_id = room.row.id
            self._change(
                lambda: viewpoints.remove(viewpoint_id),
                lambda _: f"已删除分会场“{room.name}”，其中的人回到主会场。",
            )

    def _assign(self) -> None:
        training_id, viewpoints = self._training_id, self._ctx.desk.viewpoints
        if training_id is not None:
            self._change(
                lambda: viewpoints.assign(training_id),
                lambda count: f"已按单位分配，移动了 {count} 人。",
            )

    def _fill_places(self) -> None:
        self._places.clear()
        for room in self.reading.rooms if self.reading is not None else ():
            if room.key != self._shown:
                act = self._places.addAction(room.name.replace("&", "&&"))
                act.triggered.connect(lambda _=False, room=room: self.move_to(room))

    def move_to(self, room: Room) -> None:
        """Move the selected lines to a room."""
        training_id, viewpoints = self._training_id, self._ctx.desk.viewpoints
        numbers = self.lines.selected_ids()
        if training_id is not None and numbers:
            self._change(
                lambda: viewpoints.set_of_lines(training_id, numbers, room.viewpoint_id),
                lambda _: f"已把 {len(numbers)} 人移到“{room.name}”。",
            )

    def _change(self, run: Callable[[], object], said: Callable[[object], str]) -> None:
        self._ctx.work.change(
            run,
            lambda result: self._ctx.toast(said(result), undo=True),
            owner=self,
            kinds=_KINDS,
        )


def _room_columns() -> tuple[Column[Room], ...]:
    def place(room: Room) -> Cell:
        return Cell(room.name, second=room.row.draft.room if room.row else "")

    def responsible(room: Room) -> Cell:
        draft = room.row.draft if room.row else None
        return Cell(draft.responsible, second=draft.contact) if draft else Cell("")

    return (
        Column(key="name", title="会场", cell=place, stretch=True),
        Column(key="who", title="负责人", cell=responsible, width=136),
        Column(key="people", title="应到", cell=lambda r: str(r.people), width=64, number=True),
    )


def _line_columns() -> tuple[Column[AttendeeRow], ...]:
    return (
        Column(key="number", title="序号", cell=lambda r: str(r.number), width=56, number=True),
        Column(key="name", title="姓名", cell=lambda r: r.name, width=104),
        Column(key="unit", title="单位", cell=lambda r: r.unit, stretch=True),
        Column(key="post", title="职务", cell=lambda r: Cell(r.post, role="secondary"), width=120),
    )
