"""节假日安排: which years are known, taking one in, taking it out again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from jz_training.domain.working_calendar import DayKind, HolidayTable
from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.settings.settings_parts import button_line
from jz_training.ui.style.text import button, plain_label
from jz_training.ui.style.theme import Tone
from jz_training.ui.widgets.card import Card
from jz_training.ui.widgets.table import Cell, Column, Table

if TYPE_CHECKING:
    from jz_training.services.desk import Desk

_FILES = "节假日安排 (*.json)"


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownYear:
    """A year of which the holidays are known; only an imported one can be removed."""

    year: int
    imported: bool
    off: int
    worked: int


def known_years(desk: Desk) -> tuple[KnownYear, ...]:
    """Return the years with a table, the latest first, and how many days each table names."""
    working, imported = desk.calendar.working(), set(desk.calendar.imported_years())
    found = []
    for year in reversed(desk.calendar.years()):
        first = date(year, 1, 1)
        kinds_of = [
            working.of_day(first + timedelta(days=at)).kind
            for at in range((date(year, 12, 31) - first).days + 1)
        ]
        found.append(
            KnownYear(
                year=year,
                imported=year in imported,
                off=kinds_of.count(DayKind.HOLIDAY),
                worked=kinds_of.count(DayKind.MAKEUP),
            )
        )
    return tuple(found)


class HolidaysCard(Card):
    """The table of years with 导入 and 删除."""

    def __init__(self, ctx: Context) -> None:
        super().__init__("节假日安排", note="国务院办公厅每年公布的放假和调休日期")
        self._ctx = ctx
        self.table: Table[KnownYear] = Table(
            "holiday_years", _columns(), row_id=lambda row: row.year, label="节假日安排",
            memory=ctx.memory,
        )  # fmt: skip
        self.table.set_empty("还没有任何一年的节假日安排。", verb="导入", act=self.take_file)
        self.table.add_action("删除导入的安排", self._remove, keys="Del")
        self.table.selection_changed.connect(self._follow)
        self.add(self.table, 1)
        self.add(self._make_buttons())
        words = "没有导入的年份只分平日和周末，不推测放假和调休；日程和月历上会写明“未导入”。"
        self.add(plain_label(words, "small", wrap=True))

    def refresh(self) -> None:
        """Read the years again."""
        desk = self._ctx.desk
        self._ctx.work.read(lambda: known_years(desk), self._show, owner=self, key="years")

    def take_file(self) -> None:
        """Ask for a file and take its year in; one imported before is replaced."""
        path = self._ctx.ask.open_file("选择节假日安排", kinds=_FILES)
        if path is None:
            return
        desk = self._ctx.desk
        self._ctx.work.change(
            lambda: _import(desk, path), self._say_taken, owner=self, kinds={kinds.SETTINGS}
        )

    def _make_buttons(self) -> QWidget:
        self.take = button("导入…", "primary", tip="导入以年份命名的 JSON 文件")
        self.remove = button("删除导入的安排")
        self.take.clicked.connect(lambda: self.take_file())
        self.remove.clicked.connect(lambda: self._remove())
        self.remove.setEnabled(False)
        self.take.setEnabled(not self._ctx.desk.read_only)
        return button_line(self.take, self.remove)

    def _show(self, rows: tuple[KnownYear, ...]) -> None:
        self.table.show_rows(rows, [row.year for row in rows])
        self._follow()

    def _follow(self) -> None:
        row = self.table.current_row()
        chosen = row is not None and row.imported and bool(self.table.selected_ids())
        self.remove.setEnabled(chosen and not self._ctx.desk.read_only)

    def _say_taken(self, table: HolidayTable) -> None:
        self._ctx.toast(f"已导入{table.year}年节假日安排（{len(table.days)} 天）。", undo=True)

    def _remove(self) -> None:
        row = self.table.current_row()
        if row is None or not self.remove.isEnabled():
            return
        desk, year = self._ctx.desk, row.year
        self._ctx.work.change(
            lambda: desk.calendar.remove_year(year),
            lambda _: self._ctx.toast(f"已删除导入的{year}年节假日安排。", undo=True),
            owner=self,
            kinds={kinds.SETTINGS},
        )


def _import(desk: Desk, path: Path) -> HolidayTable:
    from jz_training.readers.holidays import read_holidays

    table = read_holidays(path)
    desk.calendar.import_year(table)
    return table


def _columns() -> tuple[Column[KnownYear], ...]:
    return (
        Column(key="year", title="年份", width=96, cell=lambda row: f"{row.year}年"),
        Column(key="off", title="放假", width=72, number=True, cell=lambda row: f"{row.off} 天"),
        Column(key="worked", title="调休上班", width=84, number=True,
               cell=lambda row: f"{row.worked} 天"),
        Column(key="from", title="来历", width=120, stretch=True, cell=_origin),
    )  # fmt: skip


def _origin(row: KnownYear) -> Cell:
    return Cell("导入", tone=Tone.ACCENT) if row.imported else Cell("程序自带", tone=Tone.GREY)
