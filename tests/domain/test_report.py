"""Figures that were handed in are kept whole and held against those of today."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from jz_training.domain.ids import new_id
from jz_training.domain.paper_kind import PaperKind
from jz_training.domain.report import (
    COUNTS,
    ReportRow,
    TrainingFigures,
    changes,
    figures_from_json,
    figures_json,
    figures_of,
)
from jz_training.domain.summary import LedgerRow
from jz_training.domain.tally import Tally
from jz_training.domain.training import TrainingForm, TrainingState

counts = st.lists(st.integers(0, 10**6), min_size=len(COUNTS), max_size=len(COUNTS))


def _row(present: int = 3, *, held: bool = True) -> LedgerRow:
    at = datetime(2026, 11, 20, 15)
    return LedgerRow(
        number=1, training_id=new_id(), title="专题学习会", form=TrainingForm.STUDY, start=at,
        end=at, venue="", speaker="", state=TrainingState.CLOSED, held=held, hours=None,
        tally=Tally(expected=5, present=present, absent=5 - present),
    )  # fmt: skip


def _report(*rows: LedgerRow) -> ReportRow:
    day = date(2026, 11, 21)
    return ReportRow(
        id=new_id(), kind=PaperKind.PERIOD_SUMMARY, title="报告", notice_id=None, first=day,
        last=day, as_of=datetime(2026, 11, 21, 9), trainings=tuple(map(figures_of, rows)),
    )  # fmt: skip


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.text(max_size=20), counts), max_size=4))
def test_figures_come_back_from_json_as_they_were(made: list[tuple[str, list[int]]]) -> None:
    figures = tuple(
        TrainingFigures(
            training_id=new_id(), title=title, **dict(zip(COUNTS, numbers, strict=True))
        )
        for title, numbers in made
    )
    assert figures_from_json(figures_json(figures)) == figures


def test_nothing_changed_where_every_count_is_the_same() -> None:
    row = _row()
    assert changes(_report(row), [replace(row, title="改了名字")]) == ()


def test_a_count_that_differs_is_named_with_both_values() -> None:
    row = _row(present=3)
    (one,) = changes(_report(row), [replace(row, tally=Tally(expected=5, present=4, absent=1))])
    assert one.counts == ("present", "absent")
    assert one.before is not None
    assert one.now is not None
    assert (one.before.present, one.now.present) == (3, 4)


def test_a_training_that_is_not_held_any_more_is_gone_and_a_new_one_is_new() -> None:
    old, new = _row(), _row()
    gone, added = changes(_report(old), [replace(old, held=False), new])
    assert (gone.training_id, gone.now) == (old.training_id, None)
    assert (added.training_id, added.before) == (new.training_id, None)
