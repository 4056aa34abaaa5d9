"""The lists that may fill rows of a form: the columns are those of documents/lists, no others."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from jz_training.documents.columns import Column, Value
from jz_training.documents.lists import (
    attendance_columns,
    ledger_columns,
    outreach_columns,
    plan_columns,
    publicity_columns,
    task_columns,
)
from jz_training.documents.lists.making import place_column
from jz_training.documents.lists.statistics import (
    layer_columns,
    reach_columns,
    statistics_columns,
)
from jz_training.domain.attendance import AttendeeRole
from jz_training.domain.form_view import FormView
from jz_training.domain.statistics import By
from jz_training.domain.superior_form import ListSource
from jz_training.labels.superior_forms import COLUMN_WORDS, SOURCES


@dataclass(frozen=True, slots=True, kw_only=True)
class FormList:
    """A list as a form may take it: its columns, and its rows out of a view."""

    source: ListSource
    label: str
    columns: tuple[Column[Any], ...]
    rows: Callable[[FormView], Sequence[Any]]

    def lines(self, view: FormView) -> list[dict[str, Value]]:
        """Return the list's lines by the keys of its columns."""
        return [
            {column.key: column.take(row, place) for column in self.columns}
            for place, row in enumerate(self.rows(view), start=1)
        ]

    def words(self) -> dict[str, tuple[str, ...]]:
        """Return what forms may call each column, our own heading first."""
        return {
            column.key: (column.heading, *COLUMN_WORDS.get(column.heading, ()))
            for column in self.columns
        }


def form_lists(today: date) -> Mapping[ListSource, FormList]:
    """Return every list; how plans and tasks stand is told as of a day."""
    makers = {**_of_statistics(), **_of_work(today)}
    return {
        source: FormList(source=source, label=SOURCES[source], columns=columns, rows=rows)
        for source, (columns, rows) in makers.items()
    }


_Made = dict[ListSource, tuple[tuple[Column[Any], ...], Callable[[FormView], Sequence[Any]]]]


def _of_statistics() -> _Made:
    tables = {
        ListSource.UNITS: By.UNIT,
        ListSource.LAYERS: By.LAYER,
        ListSource.CATEGORIES: By.CATEGORY,
        ListSource.FORMS: By.FORM,
        ListSource.MONTHS: By.MONTH,
    }
    groups: _Made = {
        source: ((place_column(), *statistics_columns(by)), _rows_by(by))
        for source, by in tables.items()
    }
    layers = (place_column(), *layer_columns())
    return {
        ListSource.LEDGER: (ledger_columns(), lambda view: view.trainings),
        **groups,
        ListSource.LAYERS_AND_CATEGORIES: (layers, lambda view: view.layers),
        ListSource.PEOPLE: (reach_columns(), lambda view: view.people),
    }


def _of_work(today: date) -> _Made:
    return {
        ListSource.PLAN: (plan_columns(today), lambda view: view.plan.items if view.plan else ()),
        ListSource.TASKS: (task_columns(today), lambda view: view.tasks.rows if view.tasks else ()),
        ListSource.OUTREACH: (outreach_columns(), lambda view: view.outreach),
        ListSource.PUBLICITY: (publicity_columns(), lambda view: view.publicity),
        ListSource.ATTENDANCE: (attendance_columns(), _expected),
        ListSource.ABSENTEES: (
            (place_column(), *attendance_columns()[1:]),
            lambda view: view.training.absentees if view.training else (),
        ),
    }


def _rows_by(by: By) -> Callable[[FormView], Sequence[Any]]:
    return lambda view: view.rows_by(by)


def _expected(view: FormView) -> Sequence[Any]:
    rows = view.training.rows if view.training else ()
    return [row for row in rows if row.role is AttendeeRole.EXPECTED]
