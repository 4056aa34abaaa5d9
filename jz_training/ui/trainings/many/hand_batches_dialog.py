"""逐人指定批次: the people of an audience, each put into a batch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QWidget

from jz_training.domain.roster import PersonRow
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import button, plain_label
from jz_training.ui.style.theme import Tone
from jz_training.ui.widgets.dialog import PlainDialog
from jz_training.ui.widgets.table import Cell, Column, Table

_MOST = 99
#: Keys 1 to 9 put the selected people into a batch at once.
_KEYS = range(1, 10)


class HandBatchesDialog(PlainDialog):
    """Shows everybody with the number of the batch; several may be selected at once.

    Signals: chosen(dict): person's id → number of the batch.
    """

    chosen = Signal(object)

    def __init__(
        self, parent: QWidget, people: Sequence[PersonRow], numbers: Mapping[UUID, int]
    ) -> None:
        super().__init__(parent, title="逐人指定批次", verb="用这样的分批", width=640)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._people = tuple(people)
        known = {person.id for person in people}
        self.numbers = {key: number for key, number in numbers.items() if key in known}
        self.words = plain_label("", "secondary")
        self.table: Table[PersonRow] = Table("hand_batches", self._columns(), label="应到人员")
        self.table.setMinimumHeight(theme().sizes.of(380))
        self.batch = QSpinBox()
        self.batch.setRange(1, _MOST)
        self.batch.setPrefix("第 ")
        self.batch.setSuffix(" 批")
        self.batch.setAccessibleName("批次")
        self.batch.lineEdit().setTextMargins(10, 0, 10, 0)
        self._lay_out()
        self._show()
        self.accepted.connect(lambda: self.chosen.emit(dict(self.numbers)))

    def put(self, number: int | None) -> None:
        """Put the selected people into a batch, or (None) into none."""
        for person in self.table.selected_ids():
            if number is None:
                self.numbers.pop(person, None)
            else:
                self.numbers[person] = number
        self._show()

    def _lay_out(self) -> None:
        put, out = button("放入"), button("移出")
        put.clicked.connect(lambda: self.put(self.batch.value()))
        out.clicked.connect(lambda: self.put(None))
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.words, 1)
        for part in (self.batch, put, out):
            line.addWidget(part)
        for number in _KEYS:
            self.table.add_action(f"放入第{number}批", partial(self.put, number), keys=str(number))
        self.table.add_action("移出", lambda: self.put(None), keys="Del")
        self.body.addLayout(line)
        self.body.addWidget(self.table, 1)
        words = "按住 Shift 或 Ctrl 可以多选，再按数字键 1–9 放入对应批次。"
        self.body.addWidget(plain_label(words, "small", wrap=True))

    def _show(self) -> None:
        self.table.show_rows(self._people, [person.id for person in self._people])
        rest = len(self._people) - len(self.numbers)
        left = f"，还有 {rest} 人没有批次" if rest else "，人人都有批次"
        self.words.setText(f"共 {len(self._people)} 人{left}")

    def _columns(self) -> tuple[Column[PersonRow], ...]:
        def batch(person: PersonRow) -> Cell:
            number = self.numbers.get(person.id)
            if number is None:
                return Cell("未分", tone=Tone.DASHED)
            return Cell(f"第{number}批", tone=Tone.ACCENT)

        return (
            Column(key="name", title="姓名", cell=lambda p: p.name, width=104),
            Column(key="unit", title="单位", cell=lambda p: p.unit, stretch=True),
            Column(key="layer", title="层级", cell=lambda p: p.layer, width=104),
            Column(key="batch", title="批次", cell=batch, width=88),
        )
