"""The change log: who did what and when, with 撤销 for each act."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from jz_training.labels import act_words
from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.settings.settings_parts import button_line
from jz_training.ui.style.text import button
from jz_training.ui.style.theme import Tone
from jz_training.ui.widgets.card import Card
from jz_training.ui.widgets.table import Cell, Column, Table

if TYPE_CHECKING:
    from jz_training.services.history import ActRow

PAGE = 200


class LogTab(QWidget):
    """The newest acts; 更早的 reads on."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._ctx = ctx
        self._acts: list[ActRow] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        card = Card("操作记录", note="每一步都可查；撤销也会记下来")
        self.table: Table[ActRow] = Table("acts", _columns(), memory=ctx.memory)
        self.table.set_empty("还没有操作记录。")
        self.table.add_action("撤销这一步", self._undo)
        self.table.selection_changed.connect(self._follow)
        card.add(self.table, 1)
        card.add(self._make_buttons())
        column.addWidget(card, 1)
        self.refresh()

    def refresh(self) -> None:
        """Read the newest acts again."""
        self._ctx.work.read(self._read(0), self._show, owner=self, key="acts")

    def _read(self, offset: int) -> Callable[[], tuple[ActRow, ...]]:
        history = self._ctx.desk.history
        return lambda: history.acts(limit=PAGE, offset=offset)

    def _make_buttons(self) -> QWidget:
        self.undo = button("撤销选中的一步")
        self.more = button("更早的记录", "quiet")
        self.undo.setEnabled(False)
        self.undo.clicked.connect(self._undo)
        self.more.clicked.connect(self._read_on)
        return button_line(self.undo, self.more)

    def _show(self, acts: tuple[ActRow, ...]) -> None:
        self._acts = list(acts)
        self._show_acts(len(acts))

    def _read_on(self) -> None:
        self._ctx.work.read(self._read(len(self._acts)), self._add, owner=self, key="acts")

    def _add(self, acts: tuple[ActRow, ...]) -> None:
        self._acts += acts
        self._show_acts(len(acts))

    def _show_acts(self, new: int) -> None:
        self.table.show_rows(self._acts, [act.id for act in self._acts])
        self.more.setVisible(new == PAGE)

    def _follow(self) -> None:
        act = self.table.current_row()
        one = len(self.table.selected_ids()) == 1 and act is not None
        can = one and act is not None and not act.undone and act.verb != "undo"
        self.undo.setEnabled(can and not self._ctx.desk.read_only)

    def _undo(self) -> None:
        act = self.table.current_row()
        if act is None or not self.undo.isEnabled():
            return
        history, words = self._ctx.desk.history, _words(act)
        self._ctx.work.change(
            lambda: history.undo(act.id),
            lambda _: self._ctx.toast(f"已撤销：{words}"),
            owner=self,
            kinds=kinds.EVERYTHING,
        )


def _words(act: ActRow) -> str:
    return act_words(act.verb, act.subject, act.count)


def _columns() -> tuple[Column[ActRow], ...]:
    return (
        Column(key="at", title="时间", width=160, cell=lambda act: f"{act.at:%Y-%m-%d %H:%M:%S}"),
        Column(key="who", title="经办人", width=100, cell=lambda act: act.operator),
        Column(key="what", title="做了什么", stretch=True, cell=_words),
        Column(key="undone", title="状态", width=100, cell=_state),
    )


def _state(act: ActRow) -> Cell:
    return Cell("已撤销", tone=Tone.GREY) if act.undone else Cell("")
