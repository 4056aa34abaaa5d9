"""Who is meant by an audience: the persons behind the count."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from jz_training.domain.roster import PersonRow
from jz_training.ui.statistics.rows_dialog import RowsDialog
from jz_training.ui.widgets.table import Cell, Column


def person_columns() -> tuple[Column[PersonRow], ...]:
    """Return name, unit, post, layer and category of persons."""
    return (
        Column(key="name", title="姓名", cell=lambda p: p.name, width=104),
        Column(
            key="unit", title="单位", cell=lambda p: Cell(p.unit, role="secondary"), stretch=True
        ),
        Column(key="post", title="职务", cell=lambda p: Cell(p.post, role="secondary"), width=112),
        Column(key="layer", title="层级", cell=lambda p: Cell(p.layer, role="secondary"), width=96),
        Column(
            key="category",
            title="类别",
            cell=lambda p: Cell(p.category, role="secondary"),
            width=128,
        ),
    )


def open_people(owner: QWidget, people: Sequence[PersonRow]) -> None:
    """Show persons in a window of their own."""
    title = f"将有 {len(people)} 人应到"
    RowsDialog(owner, title=title, columns=person_columns(), rows=people).open()
