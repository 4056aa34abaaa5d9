"""What would be made, line by line: each may be left out, each batch may get another time."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from jz_training.labels import WEEKDAYS
from jz_training.ui.context import Context
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import button, plain_label
from jz_training.ui.style.theme import Tone
from jz_training.ui.trainings.many.planned import ManyPreview, Planned
from jz_training.ui.widgets.card import Card
from jz_training.ui.widgets.date_time_field import WhenField
from jz_training.ui.widgets.table import Cell, Column, Table
from jz_training.ui.widgets.when import day_words, time_words

#: More days or people than this that are left out are counted, not listed.
_MOST_LEFT = 8


class PreviewTable(Card):
    """The preview of trainings.

    Signals: kept_changed() when another number of them is kept; moved(batch, datetime) when a
    batch was given another beginning.
    """

    kept_changed = Signal()
    moved = Signal(int, object)

    def __init__(self, ctx: Context) -> None:
        super().__init__("将要建立的场次", note=" ")
        self._ctx = ctx
        self.preview = ManyPreview()
        self.left_out: set[datetime | int] = set()
        self.table: Table[Planned] = Table(
            "many", self._columns(), tall=True, label="将要建立的场次", memory=ctx.memory
        )
        self.table.opened.connect(lambda _: self.toggle())
        self.table.add_action("建立或不建立", self.toggle, keys="Space")
        self.table.selection_changed.connect(self._show_selected)
        self.rest = plain_label("", "warning", wrap=True)
        self._make_line()
        self.add(self.table, 1)
        self.add(self._line)
        self.add(self.rest)

    def show_preview(self, preview: ManyPreview) -> None:
        """Show what would be made; where clashes are refused those are left out at once."""
        self.preview = preview
        self.left_out &= {row.key for row in preview.rows}
        if preview.refused:
            self.left_out |= preview.clashing
        self._show()

    def say(self, sentence: str) -> None:
        """Show nothing but a sentence."""
        self.preview = ManyPreview()
        self.left_out.clear()
        self.table.set_empty(sentence)
        self._show()

    def kept(self) -> tuple[Planned, ...]:
        """Return what is to be made."""
        return tuple(row for row in self.preview.rows if row.key not in self.left_out)

    def toggle(self) -> None:
        """Leave the selected lines out, or take them in again."""
        chosen = set(self.table.selected_ids())
        fixed = self.preview.clashing if self.preview.refused else frozenset()
        if chosen <= self.left_out:
            self.left_out -= chosen - fixed
        else:
            self.left_out |= chosen
        self._show()

    # --- construction --------------------------------------------------------------------------

    def _make_line(self) -> None:
        self._line = QWidget()
        line = QHBoxLayout(self._line)
        line.setContentsMargins(0, 4, 0, 0)
        line.setSpacing(8)
        self.switch = button("不建立选中的", tip="不建立选中的（空格）")
        self.switch.clicked.connect(self.toggle)
        self.batch = plain_label("", "secondary")
        self.when = WhenField(clock=self._ctx.desk.now)
        self.when.end.setReadOnly(True)
        self.when.setMaximumWidth(theme().sizes.of(400))
        self.take = button("改这一批的时间")
        self.take.clicked.connect(self._move)
        line.addWidget(self.switch)
        line.addStretch(1)
        for part in (self.batch, self.when, self.take):
            line.addWidget(part)

    def _columns(self) -> tuple[Column[Planned], ...]:
        return (
            Column(key="keep", title="", cell=self._kept_cell, width=72),
            Column(key="day", title="日期", cell=partial(_day, self._ctx), width=100),
            Column(key="time", title="时间", cell=_time, width=104),
            Column(key="what", title="批次或班次", cell=_what, width=176),
            Column(
                key="people", title="应到", cell=lambda row: f"{row.people}", width=60, number=True
            ),
            Column(key="hints", title="提醒", cell=self._hints, stretch=True),
        )

    # --- showing -------------------------------------------------------------------------------

    def _show(self) -> None:
        rows = self.preview.rows
        self.table.show_rows(rows, [row.key for row in rows])
        kept = self.kept()
        people = sum(row.people for row in kept)
        self.note.setText(f"{len(kept)} 场，{people} 人次" if rows else "")
        self.rest.setText(self._rest_words())
        self.rest.setVisible(bool(self.rest.text()))
        self._show_selected()
        self.kept_changed.emit()

    def _show_selected(self) -> None:
        row = self.table.current_row()
        chosen = set(self.table.selected_ids())
        self._line.setVisible(bool(self.preview.rows))
        self.switch.setEnabled(bool(chosen))
        back = bool(chosen) and chosen <= self.left_out
        self.switch.setText("重新建立选中的" if back else "不建立选中的")
        batch = row is not None and isinstance(row.key, int)
        for part in (self.batch, self.when, self.take):
            part.setVisible(batch)
        if row is not None and batch:
            self.batch.setText(f"第{row.key}批")
            self.when.set_value(row.start, row.end)

    def _rest_words(self) -> str:
        left = self.preview.left_out
        lines = []
        if self.preview.cut:
            lines.append("场次太多，请把截止日期提前，或者减少天数。")
        if left and self.preview.split is not None:
            gone = sum(row.people for row in self.preview.rows if row.key in self.left_out)
            more = f"；不建立的批次里还有 {gone} 人" if gone else ""
            lines.append(f"没有分到批次的 {len(left)} 人：{_listed(left)}{more}。")
        elif left:
            lines.append(f"跳过 {len(left)} 天：{_listed(left)}。")
        elif self.preview.split is not None and self.left_out:
            gone = sum(row.people for row in self.preview.rows if row.key in self.left_out)
            lines.append(f"不建立的批次里有 {gone} 人，他们不在任何一场里。")
        return "\n".join(lines)

    def _kept_cell(self, row: Planned) -> Cell:
        out = row.key in self.left_out
        return Cell("不建", tone=Tone.GREY) if out else Cell("建立", tone=Tone.ACCENT)

    def _hints(self, row: Planned) -> Cell:
        words = "".join((*row.clashes, *row.warnings))
        role = "red" if row.clashes and self.preview.refused else "amber"
        return Cell(words, role=role, wrap=True)

    def _move(self) -> None:
        row, when = self.table.current_row(), self.when.value()
        if row is not None and isinstance(row.key, int) and when is not None:
            self.moved.emit(row.key, when[0])


def _day(ctx: Context, row: Planned) -> Cell:
    words = day_words(row.start.date(), today=ctx.desk.now().date())
    return Cell(words, second=WEEKDAYS[row.start.weekday()])


def _time(row: Planned) -> str:
    return time_words(row.start, row.end)


def _what(row: Planned) -> Cell:
    return Cell(row.what, wrap=True)


def _listed(words: tuple[str, ...]) -> str:
    listed = "、".join(words[:_MOST_LEFT])
    return f"{listed}等" if len(words) > _MOST_LEFT else listed
