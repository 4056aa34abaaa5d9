"""Persons chosen one by one: a search line and the list of who was chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jz_training.domain.roster import PersonRow
from jz_training.ui.context import Context
from jz_training.ui.people.person_search import PersonSearch
from jz_training.ui.style.look import theme
from jz_training.ui.style.theme import Tone
from jz_training.ui.widgets.table import Cell, Column, Table


@dataclass(frozen=True, slots=True)
class Chosen:
    """One person chosen by hand; `removed`: does not take part although the rule says so."""

    person: PersonRow
    removed: bool = False


class PeopleByHand(QWidget):
    """Type a name or pinyin initials, take a line; Del removes it from the list again.

    Signals: picked(PersonRow); dropped(UUID): the person's id.
    """

    picked = Signal(object)
    dropped = Signal(object)

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.search = PersonSearch(ctx)
        self.search.setPlaceholderText("输入姓名或拼音首字母，选中后加入")
        self.search.setAccessibleName("查找人员")
        self.table: Table[Chosen] = Table("by_hand", _columns())
        self.table.add_action("移除", self._drop, keys="Del")
        self.table.setMinimumHeight(theme().sizes.of(184))
        self.table.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addWidget(self.table, 1)
        self.search.person_picked.connect(self._pick)
        self.search.returnPressed.connect(self._pick_only)

    def show_chosen(self, chosen: Sequence[Chosen]) -> None:
        """Show who was chosen."""
        self.table.show_rows(chosen, [each.person.id for each in chosen])
        self.table.setVisible(bool(chosen))

    def _pick(self, person: PersonRow) -> None:
        self.search.clear()
        self.picked.emit(person)

    def _pick_only(self) -> None:
        if self.search.only_one is not None:
            self._pick(self.search.only_one)

    def _drop(self) -> None:
        for person_id in self.table.selected_ids():
            if isinstance(person_id, UUID):
                self.dropped.emit(person_id)


def _columns() -> tuple[Column[Chosen], ...]:
    return (
        Column(key="name", title="姓名", cell=lambda each: each.person.name, width=96),
        Column(
            key="unit",
            title="单位",
            cell=lambda each: Cell(each.person.unit, role="secondary"),
            stretch=True,
        ),
        Column(key="how", title="", cell=_how, width=80),
    )


def _how(each: Chosen) -> Cell:
    return Cell("不参加", tone=Tone.GREY) if each.removed else Cell("加入", tone=Tone.ACCENT)
