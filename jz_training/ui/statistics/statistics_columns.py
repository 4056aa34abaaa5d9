"""The columns of the statistics, taken from those of paper and Excel."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from jz_training.documents.columns import Align
from jz_training.documents.columns import Column as PaperColumn
from jz_training.documents.lists import figure_columns
from jz_training.domain.attendance import AttendeeRow
from jz_training.domain.summary import FormRow, GroupRow, LedgerRow
from jz_training.domain.tally import Tally
from jz_training.labels import FORMS
from jz_training.services.period_lines import PeriodLine, PersonOfPeriod
from jz_training.ui.trainings.training_words import row_badge
from jz_training.ui.widgets.table import Cell, Column

Row = TypeVar("Row")

#: Room for the heading: names have what is left.
_WIDTHS = {"unrecorded": 54, "rate": 62}

Missed = tuple[LedgerRow, AttendeeRow]


def on_screen(column: PaperColumn[Row], *, width: int) -> Column[Row]:
    """Return a column of paper as one of the screen."""
    return Column(
        key=column.key,
        title=column.heading,
        cell=lambda row: Cell(column.words(row, 0)),
        width=width,
        number=column.align is Align.RIGHT,
    )


def group_columns(heading: str) -> tuple[Column[GroupRow], ...]:
    """Return name, figures (人次) and 人数 of units, layers or categories."""
    return (
        Column(
            key="name", title=heading, cell=lambda row: row.name or "未填写", width=96, stretch=True
        ),
        *_figures(lambda row: row.tally),
        Column(
            key="persons",
            title="参加人数",
            cell=lambda row: Cell(f"{row.persons.part}/{row.persons.whole}"),
            width=64,
            number=True,
        ),
    )


def form_columns() -> tuple[Column[FormRow], ...]:
    """Return form, number of trainings and figures (人次)."""
    return (
        Column(key="form", title="形式", cell=lambda row: FORMS[row.form], width=96, stretch=True),
        Column(
            key="trainings",
            title="场次",
            cell=lambda row: Cell(str(row.trainings)),
            width=56,
            number=True,
        ),
        *_figures(lambda row: row.tally),
    )


def line_columns() -> tuple[Column[PeriodLine], ...]:
    """Return the columns of lines of several trainings."""
    return (
        Column(key="day", title="日期", cell=lambda line: f"{line.start:%Y-%m-%d}", width=104),
        Column(key="title", title="主题", cell=lambda line: line.title, width=160, stretch=True),
        Column(key="name", title="姓名", cell=lambda line: line.row.name, width=88),
        Column(key="unit", title="单位", cell=lambda line: line.row.unit, width=112),
        Column(key="mark", title="考勤", cell=lambda line: _mark(line.row), width=144),
    )


def missed_columns() -> tuple[Column[Missed], ...]:
    """Return the columns of who was on leave or absent."""
    return (
        Column(key="day", title="日期", cell=lambda pair: f"{pair[0].start:%Y-%m-%d}", width=104),
        Column(key="title", title="主题", cell=lambda pair: pair[0].title, width=160, stretch=True),
        Column(key="name", title="姓名", cell=lambda pair: pair[1].name, width=88),
        Column(key="unit", title="单位", cell=lambda pair: pair[1].unit, width=112),
        Column(key="mark", title="考勤", cell=lambda pair: _mark(pair[1]), width=144),
    )


def person_columns() -> tuple[Column[PersonOfPeriod], ...]:
    """Return the columns of who was expected at least once."""
    return (
        Column(key="name", title="姓名", cell=lambda each: each.name, width=104),
        Column(key="unit", title="单位", cell=lambda each: each.unit, stretch=True),
        _count("expected", "应到场次", lambda each: each.expected),
        _count("present", "实到场次", lambda each: each.present),
        _count("made_up", "补学", lambda each: each.made_up),
        _count("unrecorded", "未记录", lambda each: each.unrecorded),
    )


def _count(key: str, title: str, of: Callable[[PersonOfPeriod], int]) -> Column[PersonOfPeriod]:
    return Column(
        key=key, title=title, cell=lambda each: Cell(str(of(each))), width=88, number=True
    )


def _figures(tally: Callable[[Row], Tally]) -> tuple[Column[Row], ...]:
    return tuple(
        on_screen(column, width=_WIDTHS.get(column.key, 46)) for column in figure_columns(tally)
    )


def _mark(row: AttendeeRow) -> Cell:
    word, tone = row_badge(row)
    return Cell(word, tone=tone)
