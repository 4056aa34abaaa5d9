"""The checklist of a dossier: each part with 有, 无 or 不适用, and what is still to come."""

from __future__ import annotations

from PySide6.QtCore import Signal

from jz_training.domain.dossier import Dossier, DossierLine, DossierPart
from jz_training.labels.dossier import DOSSIER_PARTS
from jz_training.ui.memory import Memory
from jz_training.ui.style.icons import set_icon
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import button, plain_label
from jz_training.ui.trainings.dossier.document_words import state_badge
from jz_training.ui.widgets.card import Card
from jz_training.ui.widgets.table import Cell, Column, Table


class Checklist(Card):
    """Shows the parts of a dossier at its left.

    Signals: chosen(DossierPart); skip_asked(): the part does not apply; export_asked().
    """

    chosen = Signal(object)
    skip_asked = Signal()
    export_asked = Signal()

    def __init__(self, memory: Memory | None) -> None:
        super().__init__(padding=12)
        self.setFixedWidth(theme().sizes.of(264))
        self.table: Table[DossierLine] = Table(
            "dossier_checklist",
            (
                Column(key="part", title="项目", width=120, stretch=True,
                       cell=lambda line: Cell(DOSSIER_PARTS[line.part])),
                Column(key="state", title="有无", width=88, cell=_state),
            ),
            row_id=lambda line: line.part.value,
            label="一会一档清单",
            memory=memory,
        )  # fmt: skip
        self.table.set_empty("正在读取…")
        self.table.add_action("不适用", self.skip_asked.emit, keys="Space")
        self.table.selection_changed.connect(self._choose)
        self.summary = plain_label("", "secondary", wrap=True)
        self.exporting = button("导出档案…", tip="导出档案（PDF 和压缩包）")
        set_icon(self.exporting, "archive")
        self.exporting.clicked.connect(lambda: self.export_asked.emit())
        self.add(self.table, 1)
        self.add(self.summary)
        self.add(self.exporting)

    def show_dossier(self, dossier: Dossier, part: DossierPart) -> None:
        """Show a dossier with one of its parts chosen."""
        self.table.show_rows(dossier.lines, [line.part.value for line in dossier.lines])
        self.select(part)
        missing = len(dossier.missing)
        self.summary.setText(f"还缺 {missing} 项。" if missing else "材料齐全。")

    def select(self, part: DossierPart) -> None:
        """Choose a part, as a click does."""
        self.table.select(part.value)

    def _choose(self) -> None:
        line = self.table.current_row()
        if line is not None:
            self.chosen.emit(line.part)


def _state(line: DossierLine) -> Cell:
    word, tone = state_badge(line)
    return Cell(word, tone=tone)
