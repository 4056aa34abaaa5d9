"""The columns of the statistics, taken from those of paper and Excel."""

from __future__ import annotations

from typing import TypeVar

from jz_training.documents.columns import Align
from jz_training.documents.columns import Column as PaperColumn
from jz_training.documents.lists import statistics as paper
from jz_training.domain.attendance import AttendeeRow
from jz_training.domain.reach import AbsenceHint, PersonReach, StandingRow
from jz_training.domain.statistics import By, PersonFigures, StatisticsRow
from jz_training.services.period_lines import PeriodLine
from jz_training.ui.trainings.training_words import row_badge
from jz_training.ui.widgets.table import Cell, Column

Row = TypeVar("Row")

#: Just room for heading and figure: names have what is left.
_WIDTHS = {
    "trainings": 42, "expected": 46, "present": 46, "leave": 46, "absent": 46, "unrecorded": 54,
    "made_up": 46, "rate": 62, "coverage": 62, "hours": 54, "per_head": 66,
}  # fmt: skip
_OF_PERSON = {"name": 124, "layer": 76, "category": 124, "hours": 56}
_SHORT = {"hours": "学时"}


def on_screen(column: PaperColumn[Row], *, width: int, stretch: bool = False) -> Column[Row]:
    """Return a column of paper as one of the screen."""
    return Column(
        key=column.key,
        title=_SHORT.get(column.key, column.heading),
        cell=lambda row: Cell(column.words(row, 0)),
        width=width,
        number=column.align is Align.RIGHT,
        stretch=stretch,
        tip=column.heading if column.key in _SHORT else "",
    )


def statistics_columns(by: By) -> tuple[Column[StatisticsRow], ...]:
    """Return name, figures (人次) and, for groups of people, 人数 and 学时."""
    name, *figures = paper.statistics_columns(by)
    found = [on_screen(name, width=96, stretch=True)]
    for column in figures:
        if column.key == "came":
            found.append(_PERSONS)
        elif column.key != "listed":
            found.append(on_screen(column, width=_WIDTHS[column.key]))
    return tuple(found)


def standing_columns() -> tuple[Column[StandingRow], ...]:
    """Return how far the people of each unit are with a requirement."""
    name, *figures = paper.standing_columns()
    return (
        on_screen(name, width=96, stretch=True),
        *(on_screen(column, width=16 * len(column.heading) + 24) for column in figures),
    )


def reach_columns() -> tuple[Column[PersonReach], ...]:
    """Return a person with what they were expected at, came to and earned."""
    return tuple(
        on_screen(column, width=_OF_PERSON.get(column.key, 72), stretch=column.key == "unit")
        for column in paper.reach_columns()
        if column.key != "ordinal"
    )


def _came_of_listed(row: StatisticsRow) -> Cell:
    persons = row.persons or PersonFigures()
    return Cell(f"{persons.came}/{persons.expected}")


_PERSONS: Column[StatisticsRow] = Column(
    key="persons",
    title="参加人数",
    cell=_came_of_listed,
    width=76,
    number=True,
    tip="参加过的人数 / 应参加的人数",
)


def hint_columns() -> tuple[Column[AbsenceHint], ...]:
    """Return who was absent in a row, and from what."""
    return (
        Column(key="name", title="姓名", cell=lambda row: row.name, width=96),
        Column(key="unit", title="单位", cell=lambda row: row.unit, width=200),
        Column(key="missed", title="连续缺席的场次", cell=_missed, stretch=True),
    )


def _missed(row: AbsenceHint) -> str:
    return "、".join(f"{one.start:%m-%d} {one.title}" for one in row.missed)


def line_columns() -> tuple[Column[PeriodLine], ...]:
    """Return the columns of lines of several trainings."""
    return (
        Column(key="day", title="日期", cell=lambda line: f"{line.start:%Y-%m-%d}", width=104),
        Column(key="title", title="主题", cell=lambda line: line.title, width=160, stretch=True),
        Column(key="name", title="姓名", cell=lambda line: line.row.name, width=88),
        Column(key="unit", title="单位", cell=lambda line: line.row.unit, width=112),
        Column(key="mark", title="考勤", cell=lambda line: _mark(line.row), width=144),
    )


def _mark(row: AttendeeRow) -> Cell:
    word, tone = row_badge(row)
    return Cell(word, tone=tone)
