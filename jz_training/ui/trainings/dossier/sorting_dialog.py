"""Files dropped on the whole tab: the part each seems to belong to, to be corrected."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from jz_training.domain.dossier import DossierPart
from jz_training.labels.dossier import DOSSIER_PARTS
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import ElidedLabel, plain_label
from jz_training.ui.trainings.dossier.intake import Wish
from jz_training.ui.widgets.card import scrolled
from jz_training.ui.widgets.dialog import PlainDialog

_ROWS_SHOWN = 9


class SortingDialog(PlainDialog):
    """Asks where files belong; `wishes()` is the answer."""

    def __init__(self, parent: QWidget, wishes: Sequence[Wish]) -> None:
        super().__init__(parent, title="归入档案", verb=f"归档 {len(wishes)} 个文件", width=560)
        self._wishes = tuple(wishes)
        self.boxes = [self._box(wish) for wish in wishes]
        self.body.addWidget(
            plain_label(
                "按文件名估计了各归哪一项，请看一下，不对的可以改。", "secondary", wrap=True
            )
        )
        self._lay_out()

    def wishes(self) -> list[Wish]:
        """Return the files with the parts chosen."""
        return [
            Wish(path=wish.path, part=DossierPart(box.currentData()))  # Qt keeps a plain text
            for wish, box in zip(self._wishes, self.boxes, strict=True)
        ]

    def _box(self, wish: Wish) -> QComboBox:
        box = QComboBox()
        for part, word in DOSSIER_PARTS.items():
            box.addItem(word, part)
        box.setCurrentIndex(list(DOSSIER_PARTS).index(wish.part))
        box.setMaxVisibleItems(len(DOSSIER_PARTS))
        box.setAccessibleName(f"{wish.path.name} 归入")
        return box

    def _lay_out(self) -> None:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        for row, (wish, box) in enumerate(zip(self._wishes, self.boxes, strict=True)):
            grid.addWidget(ElidedLabel(wish.path.name), row, 0)
            grid.addWidget(box, row, 1)
        grid.setRowStretch(len(self.boxes), 1)
        area = scrolled(holder)
        rows = min(len(self.boxes), _ROWS_SHOWN)
        area.setMinimumHeight(theme().sizes.of(40) * rows)
        self.body.addWidget(area, 1)
