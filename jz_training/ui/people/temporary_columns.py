"""The columns of the list of temporary persons."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from jz_training.domain.merging import TemporaryPerson
from jz_training.labels.merging import LIKENESS_REASONS
from jz_training.ui.widgets.rows_model import Cell, Column
from jz_training.ui.widgets.when import day_words


def temporary_columns(now: Callable[[], datetime]) -> tuple[Column[TemporaryPerson], ...]:
    """Return who came, where to, and whom of the roster they may be."""

    def came(person: TemporaryPerson) -> Cell:
        last = person.visits[0]
        day = day_words(last.day, today=now().date())
        more = f"等 {len(person.visits)} 场" if len(person.visits) > 1 else ""
        return Cell(f"{day} {last.title}{more}", role="secondary")

    return (
        Column(key="name", title="姓名", cell=lambda one: Cell(one.name, strong=True), width=96),
        Column(key="unit", title="登记的单位", cell=_unit, width=152),
        Column(key="came", title="参加的场次", cell=came, width=216, stretch=True),
        Column(key="maybe", title="可能是名册里的", cell=_maybe, width=264),
    )  # fmt: skip


def _unit(person: TemporaryPerson) -> Cell:
    return Cell(person.unit, role="secondary")


def _maybe(person: TemporaryPerson) -> Cell:
    if not person.suggestions:
        return Cell("没有相近的人", role="faint")
    first = person.suggestions[0]
    who = "　".join(filter(None, (first.person.name, first.person.unit, first.person.post)))
    more = f" 等 {len(person.suggestions)} 人" if len(person.suggestions) > 1 else ""
    return Cell(f"{who}（{LIKENESS_REASONS[first.reason]}）{more}", role="accent")
