"""Pictures of many trainings at once, and of what is around one event, on the sample union."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, TypeVar

from PySide6.QtWidgets import QWidget

from jz_training.domain.batches import BatchBy
from jz_training.domain.training import TrainingDraft, TrainingForm
from jz_training.ui.gallery.drawing import Scene, Stage
from jz_training.ui.trainings.many.many_page import BATCHES, HOW, REPEAT, ManyPage
from jz_training.ui.trainings.training_new_page import TrainingNewPage

P = TypeVar("P")


def many_scenes() -> tuple[Scene, ...]:
    """Return the pictures in the order of the job."""
    return (
        Scene("training-new-hints", _hints),
        Scene("many-base", _base),
        Scene("many-batches", _batches),
        Scene("many-series", _series),
    )


def _page(stage: Stage, kind: type[P]) -> P:
    stage.settle()
    page: Any = stage.shell.current
    assert isinstance(page, kind)
    return page


def _draft(stage: Stage, **changes: Any) -> TrainingDraft:
    page: Any = stage.shell.current
    day = page.ctx.desk.now().date() + timedelta(days=8)
    start = datetime(day.year, day.month, day.day, 15)
    facts: dict[str, Any] = {
        "title": "代表大会精神轮训",
        "form": TrainingForm.STUDY,
        "start": start,
        "end": start + timedelta(minutes=90),
        "venue": "职工之家二楼",
        "chair": "周建业",
    }
    return TrainingDraft(**(facts | changes))


def _hints(stage: Stage) -> QWidget:
    """A training at the hour and place of one that is planned already, moved to a Sunday."""
    from jz_training.services.ledger import TrainingQuery

    stage.shell.open_page("trainings")
    stage.settle()
    page: Any = stage.shell.current
    desk = page.ctx.desk
    rows = desk.trainings.list(TrainingQuery(newest_first=False))
    other = desk.trainings.get(next(r for r in rows if r.start > desk.now()).training_id).draft
    draft = _draft(
        stage, start=other.start, end=other.end, venue=other.venue, speaker=other.speaker
    )
    stage.shell.open_page("training_new", draft=draft)
    editor = _page(stage, TrainingNewPage).editor
    stage.wait_until(lambda: bool(editor.fields.hints.words()))
    return stage.window


def _many(stage: Stage, **changes: Any) -> ManyPage:
    stage.shell.open_page("trainings")
    stage.settle()
    stage.shell.open_page("training_many", draft=_draft(stage, **changes))
    return _page(stage, ManyPage)


def _base(stage: Stage) -> QWidget:
    _many(stage)
    return stage.window


def _batches(stage: Stage) -> QWidget:
    page = _many(stage)
    page.batches.choose(BatchBy.UNIT)
    page.batches.limit.setValue(40)
    page.choose(BATCHES)
    page.tabs.choose(HOW)
    stage.wait_until(lambda: bool(page.preview.preview.rows))
    page.preview.table.view.selectRow(1)
    return stage.window


def _series(stage: Stage) -> QWidget:
    page = _many(stage, title="班前微宣讲", form=TrainingForm.MICRO_OUTREACH, venue="织造车间")
    page.choose(REPEAT)
    page.tabs.choose(HOW)
    page.repeat.weekdays.set_value(("周二", "周五"))
    page.repeat.slots.shifts.click()
    page.repeat.until.setText("2027-01-15")
    page.repeat.exclude.setText("12-25")
    page.read()
    stage.settle()
    page.preview.table.view.selectRow(2)
    page.preview.toggle()
    return stage.window
