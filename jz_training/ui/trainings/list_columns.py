"""The columns of a list of expected persons, before and after it is fixed."""

from __future__ import annotations

from collections.abc import Callable

from jz_training.domain.attendance import AttendeeRow
from jz_training.domain.roster import PersonRow
from jz_training.ui.trainings.training_words import row_badge
from jz_training.ui.widgets.table import Cell, Column


def preview_columns() -> tuple[Column[tuple[int, PersonRow]], ...]:
    """Return the columns of a preview: the number each person would get."""

    def second(text: str) -> Cell:
        return Cell(text, role="secondary")

    return (
        Column(key="number", title="序号", cell=lambda r: Cell(str(r[0]), role="faint"), width=64,
               number=True),
        Column(key="name", title="姓名", cell=lambda r: r[1].name, width=136),
        Column(key="unit", title="单位", cell=lambda r: second(r[1].unit), stretch=True),
        Column(key="post", title="职务", cell=lambda r: second(r[1].post), width=160),
        Column(key="layer", title="层级", cell=lambda r: second(r[1].layer), width=112),
        Column(key="category", title="类别", cell=lambda r: second(r[1].category), width=160),
    )  # fmt: skip


def fixed_columns(
    approver: Callable[[AttendeeRow], str] = lambda _: "",
) -> tuple[Column[AttendeeRow], ...]:
    """Return the columns of a fixed list: number, and the person as of that day.

    `approver` tells who approved the leave that a mark was made from.
    """

    def second(text: str) -> Cell:
        return Cell(text, role="secondary")

    def mark(row: AttendeeRow) -> Cell:
        word, tone = row_badge(row)
        by = approver(row)
        return Cell(word, tone=tone, tip=f"{word}　批准人：{by}" if by else "")

    return (
        Column(key="number", title="序号", cell=lambda r: Cell(str(r.number), role="faint"),
               width=64, number=True),
        Column(key="name", title="姓名", cell=lambda r: r.name, width=136),
        Column(key="unit", title="单位", cell=lambda r: second(r.unit), stretch=True),
        Column(key="post", title="职务", cell=lambda r: second(r.post), width=160),
        Column(key="layer", title="层级", cell=lambda r: second(r.layer), width=112),
        Column(key="category", title="类别", cell=lambda r: second(r.category), width=160),
        Column(key="mark", title="考勤", cell=mark, width=160),
    )  # fmt: skip
