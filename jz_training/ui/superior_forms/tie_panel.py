"""Beside the form: what the chosen place is, and the figures and columns that may go there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from jz_training.documents.forms.figures import Figure
from jz_training.documents.forms.sources import FormList
from jz_training.domain.pinyin import PinyinTable
from jz_training.domain.statistics import By
from jz_training.domain.superior_form import FormCell, ListSource, Whose
from jz_training.labels.statistics import GROUPINGS
from jz_training.ui.memory import Memory
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import button, plain_label
from jz_training.ui.superior_forms.label_words import is_meant, labels_in
from jz_training.ui.widgets.segmented import Segmented
from jz_training.ui.widgets.table import Cell, Column, Table

FIGURE, LIST = "figure", "list"


@dataclass(frozen=True, slots=True)
class Offer:
    """A line of the panel: a figure, or a column of a list."""

    id: str
    label: str
    section: str
    words: tuple[str, ...]


class TiePanel(QWidget):
    """Offers what may be tied; the dialog says what is.

    Signals: figure_chosen(str), column_chosen(str): a line was opened or clicked twice;
    taken(): what is proposed is right; cleared(): the place is to be free; rows_changed(int,
    int); over_formula(bool); source_chosen().
    """

    figure_chosen = Signal(str)
    column_chosen = Signal(str)
    taken = Signal()
    cleared = Signal()
    rows_changed = Signal(int, int)
    over_formula = Signal(bool)

    def __init__(
        self,
        figures: Sequence[Figure],
        lists: Sequence[FormList],
        groups: Sequence[Whose],
        memory: Memory,
        pinyin: PinyinTable,
    ) -> None:
        super().__init__()
        self._pinyin = pinyin
        self._figures, self._lists = figures, {one.source: one for one in lists}
        self._make_head()
        self._make_options(lists, groups)
        self._make_table(memory)
        self._lay_out()
        self._connect()
        self._offer()

    # --- for the dialog ----------------------------------------------------------------------

    @property
    def source(self) -> ListSource:
        """Return the list whose columns are offered."""
        return ListSource(self.lists.currentData())

    @property
    def whose(self) -> Whose | None:
        """Return whose figure is meant; None for all together."""
        found: Whose | None = self.groups.currentData()
        return found

    @property
    def after(self) -> str:
        """Return the words of the cell behind which a figure goes; empty replaces the cell."""
        return str(self.place.currentData() or "")

    def show_place(self, name: str, cell: FormCell | None, *, tied: str, proposed: str) -> None:
        """Say what is chosen, what stands in it, and what is tied to it or proposed."""
        text = "" if cell is None else cell.text.replace("\n", " ")
        self.where.setText(f"{name}　{text[:60]}" if text else f"{name}　空单元格")
        if tied:
            self.said.setText(f"填入：{tied}")
        elif proposed:
            self.said.setText(f"建议填入：{proposed}")
        else:
            self.said.setText("还没有指定填什么。在下面双击一项，就填到这里。")
        self.take.setVisible(bool(proposed) and not tied)
        self.clear.setVisible(bool(tied or proposed))
        self.over.setVisible(cell is not None and bool(cell.formula))
        self._offer_places(cell)

    def show_over_formula(self, allowed: bool) -> None:
        """Show whether the formula of the place may be written over, without telling."""
        self.over.blockSignals(True)
        self.over.setChecked(allowed)
        self.over.blockSignals(False)

    def show_rows(self, first: int, last: int) -> None:
        """Show the rows of the list at the place, without telling."""
        for box, value in ((self.first, first), (self.last, last)):
            box.blockSignals(True)
            box.setValue(value)
            box.blockSignals(False)

    def show_source(self, source: ListSource) -> None:
        """Offer the columns of a list."""
        self.lists.setCurrentIndex(self.lists.findData(source.value))

    def show_kind(self, kind: str) -> None:
        """Offer single figures, or the columns of a list."""
        self.kind.set_value(kind)
        self._offer()

    # --- construction ------------------------------------------------------------------------

    def _make_head(self) -> None:
        self.where = plain_label("", "strong", wrap=True)
        self.said = plain_label("", "secondary", wrap=True)
        self.take = button("采用", "primary")
        self.clear = button("清除")
        self.over = QCheckBox("这里有公式，允许用数字替换它")
        self.kind = Segmented(((FIGURE, "一个数字或文字"), (LIST, "名单的一列")))
        self.kind.setAccessibleName("填什么")

    def _make_options(self, lists: Sequence[FormList], groups: Sequence[Whose]) -> None:
        self.search = QLineEdit()
        self.search.setPlaceholderText("查找：实到、学时，或拼音首字母 tbdw")
        self.search.setAccessibleName("查找要填的内容")
        self.search.setClearButtonEnabled(True)
        self.groups = _box("谁的数字")
        self.groups.addItem("全部合计", None)
        for one in groups:
            self.groups.addItem(f"{GROUPINGS[By(one.by)]}：{one.name}", one)
        self.place = _box("填在哪里")
        self.lists = _box("名单")
        for known in lists:
            self.lists.addItem(known.label, known.source.value)
        self.first, self.last = QSpinBox(), QSpinBox()
        for box, name in ((self.first, "从第几行"), (self.last, "到第几行")):
            box.setRange(1, 99_999)
            box.setFixedWidth(theme().sizes.of(72))
            box.setAccessibleName(name)

    def _make_table(self, memory: Memory) -> None:
        columns: tuple[Column[Offer], ...] = (
            Column(key="label", title="内容", cell=lambda one: one.label, stretch=True),
            Column(key="section", title="类别",
                   cell=lambda one: Cell(one.section, role="secondary"), width=108),
        )  # fmt: skip
        self.table: Table[Offer] = Table("form_offers", columns, label="可填的内容", memory=memory)
        self.table.set_empty("没有找到。换个词试试。")

    def _lay_out(self) -> None:
        verbs = QHBoxLayout()
        verbs.setSpacing(8)
        verbs.addWidget(self.take)
        verbs.addWidget(self.clear)
        verbs.addStretch(1)
        self._rows = QWidget()
        rows = QHBoxLayout(self._rows)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        parts: tuple[QWidget, ...] = (
            plain_label("填在第", "secondary"),
            self.first,
            plain_label("至", "secondary"),
            self.last,
            plain_label("行，不够时加行", "secondary"),
        )
        for widget in parts:
            rows.addWidget(widget)
        rows.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.where)
        column.addWidget(self.said)
        column.addLayout(verbs)
        options: tuple[QWidget, ...] = (
            self.over, self.kind, self.lists, self._rows, self.search, self.groups, self.place,
        )  # fmt: skip
        for option in options:
            column.addWidget(option)
        column.addWidget(self.table, 1)
        self.setFixedWidth(theme().sizes.of(360))

    def _connect(self) -> None:
        self.take.clicked.connect(lambda: self.taken.emit())
        self.clear.clicked.connect(lambda: self.cleared.emit())
        self.over.toggled.connect(self.over_formula)
        self.kind.chosen.connect(lambda _: self._offer())
        self.search.textChanged.connect(lambda _: self._offer())
        self.lists.currentIndexChanged.connect(lambda _: self._offer())
        self.table.opened.connect(self._choose)
        for box in (self.first, self.last):
            box.valueChanged.connect(
                lambda _: self.rows_changed.emit(self.first.value(), self.last.value())
            )

    # --- offering ----------------------------------------------------------------------------

    def _offer(self) -> None:
        of_list = self.kind.value() == LIST
        for widget in (self.lists, self._rows):
            widget.setVisible(of_list)
        self.groups.setVisible(not of_list)
        self.place.setVisible(not of_list and self.place.count() > 1)
        wanted = self.search.text()
        offers = self._columns() if of_list else self._singles()
        found = [one for one in offers if self._fits(one, wanted)]
        self.table.show_rows(found, [one.id for one in found])

    def _fits(self, offer: Offer, wanted: str) -> bool:
        """Tell whether an offer is looked for; initials of its section would find too much."""
        return is_meant(wanted, offer.words, pinyin=self._pinyin) or wanted.strip() in offer.section

    def _singles(self) -> list[Offer]:
        return [Offer(one.key, one.label, one.section, one.words) for one in self._figures]

    def _columns(self) -> list[Offer]:
        known = self._lists[self.source]
        words = known.words()
        return [
            Offer(one.key, one.heading, known.label[:6], tuple(words[one.key]))
            for one in known.columns
        ]

    def _offer_places(self, cell: FormCell | None) -> None:
        self.place.clear()
        words = labels_in(cell.text) if cell is not None and not cell.formula else []
        for label in words:
            self.place.addItem(f"接在“{label}”后面", label)
        self.place.addItem("替换整个单元格" if words else "填入单元格", "")
        self.place.setVisible(self.kind.value() == FIGURE and self.place.count() > 1)

    def _choose(self, key: object) -> None:
        chosen = self.column_chosen if self.kind.value() == LIST else self.figure_chosen
        chosen.emit(str(key))


def _box(name: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return box
