"""The units of the union in their tree: add, change, put in order."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from jz_training import labels
from jz_training.domain.roster import UnitRow
from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.people.unit_dialog import UnitDialog
from jz_training.ui.people.unit_tree import in_tree_order
from jz_training.ui.style.icons import set_icon
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import button, plain_label
from jz_training.ui.widgets.dialog import PlainDialog
from jz_training.ui.widgets.rows_model import Cell, Column
from jz_training.ui.widgets.table import Table

_Line = tuple[UnitRow, int]
_ORDER = "这里的顺序就是签到表、小结和名册里单位的顺序。"


class UnitsDialog(PlainDialog):
    """Shows every unit; what is done here is saved at once."""

    def __init__(self, ctx: Context, parent: QWidget) -> None:
        super().__init__(parent, title="单位", verb="完成", cancel="", width=640)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._ctx = ctx
        self._units: Sequence[UnitRow] = ()
        self._wanted: UUID | None = None
        self._make_table()
        self._make_verbs()
        self.body.addWidget(plain_label(_ORDER, "small"))
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Read the units again."""
        self._ctx.work.read(self._ctx.desk.units.all, self._show, owner=self, key="units")

    # --- construction --------------------------------------------------------------------------

    def _make_table(self) -> None:
        columns: list[Column[_Line]] = [
            Column(key="name", title="名称", cell=_name, stretch=True),
            Column(
                key="kind",
                title="类型",
                cell=lambda line: Cell(labels.UNIT_KINDS[line[0].kind], role="secondary"),
                width=150,
            ),
            Column(
                key="people",
                title="人员",
                cell=lambda line: str(line[0].people),
                width=72,
                number=True,
            ),
        ]
        self.table: Table[_Line] = Table("units", columns, memory=self._ctx.memory)
        self.table.setMinimumHeight(theme().sizes.of(360))
        self.table.set_empty(
            "还没有单位。导入名册时会自动建立，也可以在这里新增。",
            verb="新增单位",
            act=self.add_unit,
        )
        self.table.add_action("修改", self.change_unit, keys="F2")
        self.table.add_action("上移", lambda: self.move_unit(-1), keys="Alt+Up")
        self.table.add_action("下移", lambda: self.move_unit(1), keys="Alt+Down")
        self.body.addWidget(self.table, 1)

    def _make_verbs(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        self.adding = self._verb("新增单位", "plus", "Insert")
        self.changing = self._verb("修改", "pencil", "F2")
        self.up = self._verb("上移", "arrow-up", "Alt+↑")
        self.down = self._verb("下移", "arrow-down", "Alt+↓")
        for made in (self.adding, self.changing, self.up, self.down):
            line.addWidget(made)
        line.addStretch(1)
        self.body.addLayout(line)
        self.table.add_action("新增单位", self.add_unit, keys="Ins")

    def _verb(self, word: str, icon: str, keys: str) -> QPushButton:
        made = button(word, tip=f"{word}（{keys}）")
        set_icon(made, icon)
        return made

    def _connect(self) -> None:
        self.adding.clicked.connect(lambda: self.add_unit())
        self.changing.clicked.connect(lambda: self.change_unit())
        self.up.clicked.connect(lambda: self.move_unit(-1))
        self.down.clicked.connect(lambda: self.move_unit(1))
        self.table.opened.connect(lambda _: self.change_unit())
        self.table.selection_changed.connect(self._enable)
        self._ctx.work.changed.connect(self._hear)

    # --- doing ---------------------------------------------------------------------------------

    def add_unit(self) -> None:
        """Open the dialog for another unit beside the chosen one."""
        beside = self._chosen()
        dialog = UnitDialog(
            self._ctx, self, units=self._units, above=beside.parent_id if beside else None
        )
        dialog.saved.connect(self._select_later)
        dialog.open()

    def change_unit(self) -> None:
        """Open the dialog for the chosen unit."""
        unit = self._chosen()
        if unit is not None:
            UnitDialog(self._ctx, self, units=self._units, unit=unit).open()

    def move_unit(self, steps: int) -> None:
        """Move the chosen unit among those with the same unit above it."""
        unit = self._chosen()
        order = _moved(self._units, unit, steps) if unit is not None else None
        if order is not None:
            self._ctx.work.change(
                lambda: self._ctx.desk.units.order(order),
                owner=self,
                kinds={kinds.UNITS, kinds.PEOPLE},
            )

    def _chosen(self) -> UnitRow | None:
        line = self.table.current_row() if self.table.selected_ids() else None
        return line[0] if line else None

    def _show(self, units: Sequence[UnitRow]) -> None:
        self._units = units
        lines = in_tree_order(units)
        self.table.show_rows(lines, [unit.id for unit, _ in lines])
        if self._wanted is not None and self.table.select(self._wanted):
            self._wanted = None
        self._enable()

    def _select_later(self, unit_id: UUID) -> None:
        self._wanted = unit_id

    def _enable(self) -> None:
        unit = self._chosen()
        self.changing.setEnabled(unit is not None)
        self.up.setEnabled(unit is not None and _moved(self._units, unit, -1) is not None)
        self.down.setEnabled(unit is not None and _moved(self._units, unit, 1) is not None)

    def _hear(self, changed: frozenset[str]) -> None:
        if changed & {kinds.UNITS, kinds.PEOPLE}:
            self.refresh()


def _name(line: _Line) -> Cell:
    unit, depth = line
    return Cell("\u3000" * depth + unit.name)


def _moved(units: Sequence[UnitRow], unit: UnitRow, steps: int) -> list[UUID] | None:
    """Return all units in the order after a move, None when there is no room for it."""
    beside = [other.id for other in units if other.parent_id == unit.parent_id]
    at = beside.index(unit.id)
    to = at + steps
    if not 0 <= to < len(beside):
        return None
    other = beside[to]
    swapped = {unit.id: other, other: unit.id}
    return [swapped.get(one.id, one.id) for one in units]
